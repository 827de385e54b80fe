//! With closed eyes one knows how long a shipped session takes, what comes, and that a long step ends.

use unclench::for_tests::{Ending, SegmentKind, Timeline, Wish};

use super::shipped::loaded;

/// By when a session has said how long it takes and what comes, in milliseconds.
const SAID_BY: u64 = 30_000;
/// A session whose author says what comes, and the words.
const BY_AUTHOR: [(&str, &str); 1] =
    [("progressive-muscle-relaxation", "tense one part at a time")];
/// A step that takes longer than this has a word half-way or in its last seconds, in milliseconds.
const LONG_STEP: u64 = 40_000;
/// Those last seconds, in milliseconds.
const LAST: u64 = 15_000;
/// A silence that is longer than this is announced, in milliseconds.
const SILENCE: u64 = 30_000;
/// Words that announce one, and that nothing is missing while it lasts.
const ANNOUNCES: [&str; 18] = [
    "second",
    "minute",
    "breath",
    "quiet",
    "silen",
    "while",
    "half",
    "times",
    "round",
    "good night",
    "as long as",
    "all from me",
    "sekunde",
    "atemz",
    "bleibt es still",
    "jetzt still",
    "hälfte",
    "gute nacht",
];
/// How often a night counts the end of a step down.
const AT_NIGHT: usize = 2;

/// Every shipped session, laid out by day and at night.
fn timelines() -> Vec<(String, Timeline)> {
    let mut timelines = Vec::new();
    for shipped in loaded() {
        for ending in [Ending::Day, Ending::Night { play_on: 0 }] {
            let wish = Wish { ending, ..Wish::default() };
            timelines.push((shipped.id.clone(), shipped.timeline(&wish)));
        }
    }
    timelines
}

/// Whether words announce a silence, in English or German.
fn is_quiet(words: &str) -> bool {
    let words = words.to_lowercase();
    ["quiet", "bleibt es still", "jetzt still"].iter().any(|sign| words.contains(sign))
}

/// Whether words say how long a session takes, in English or German.
fn is_overview(words: &str) -> bool {
    words.starts_with("About ") || words.starts_with("Etwa ")
}

/// What is spoken, each with when it begins and ends in milliseconds, and in which segment.
fn spoken(timeline: &Timeline) -> Vec<(usize, u64, u64, String)> {
    let texts = timeline.texts();
    let spoken = timeline.spoken().iter();
    let said = spoken.map(|(of, it)| (*of, it.after, it.end(), it.words.text(texts).into_owned()));
    said.collect()
}

#[test]
fn every_session_says_at_its_start_how_long_it_takes_and_what_comes() {
    let mut silent = Vec::new();
    for (id, timeline) in timelines() {
        let said = spoken(&timeline).into_iter().filter(|(_, at, ..)| *at < SAID_BY);
        let said: Vec<String> = said.map(|(_, _, _, words)| words).collect();
        let overview = said.iter().find(|words| is_overview(words)).cloned();
        let overview = overview.unwrap_or_default();
        let author = BY_AUTHOR.iter().find(|(of, _)| *of == id).map(|(_, words)| *words);
        let is_told = author.is_some_and(|words| said.iter().any(|line| line.contains(words)));
        if !overview.to_lowercase().contains("minute") || !overview.contains(": ") && !is_told {
            silent.push(format!("{id} says {said:?}"));
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn every_long_step_by_day_has_a_word_half_way_or_near_its_end() {
    let mut alone = Vec::new();
    for (id, timeline) in timelines() {
        if timeline.is_night() || timeline.is_for_bed() {
            continue;
        }
        let said = spoken(&timeline);
        for (at, segment) in timeline.segments().iter().enumerate() {
            let third = segment.millis() / 3;
            let is_company = |begins: u64, ends: u64| {
                let is_half_way =
                    begins >= segment.start + third && begins < segment.end.saturating_sub(third);
                // What is left over after the last breath is nobody's to fill.
                let over = segment.breath.as_ref().map_or(segment.end, |plan| {
                    let cycle = plan.pattern.cycle_millis();
                    segment.start + plan.begins + u64::from(plan.breaths) * cycle
                });
                is_half_way || ends > over.saturating_sub(LAST)
            };
            let own: Vec<_> = said.iter().filter(|(of, ..)| *of == at).collect();
            let is_long = segment.millis() > LONG_STEP && segment.kind != SegmentKind::Tense;
            // A silence that was announced is not broken.
            let is_announced = own.iter().any(|(.., words)| is_quiet(words));
            let has_company = own.iter().any(|(_, begins, ends, _)| is_company(*begins, *ends));
            if is_long && !is_announced && !has_company {
                let words: Vec<_> = own.iter().map(|(.., words)| words).collect();
                alone.push(format!("{id} at {} s: {words:?}", segment.start / 1_000));
            }
        }
    }
    assert!(alone.is_empty(), "{}", alone.join("\n"));
}

#[test]
fn no_long_silence_comes_unannounced() {
    let mut unannounced = Vec::new();
    for (id, timeline) in timelines() {
        // As it plays by itself.
        if timeline.is_night() != timeline.is_for_bed() {
            continue;
        }
        let said = spoken(&timeline);
        for (at, segment) in timeline.segments().iter().enumerate() {
            let is_paced = segment.breath.is_some() || segment.kind == SegmentKind::Tense;
            let own: Vec<_> = said.iter().filter(|(of, ..)| *of == at).collect();
            let starts = own.iter().skip(1).map(|(_, begins, ..)| *begins).chain([segment.end]);
            for (index, (line, next)) in own.iter().zip(starts).enumerate() {
                let (.., ends, _) = line;
                let so_far = own[..=index].iter().map(|(.., words)| words.to_lowercase());
                let is_told = so_far.flat_map(|words| ANNOUNCES.map(|sign| words.contains(sign)));
                let quiet = next.saturating_sub(*ends);
                if !is_paced && quiet > SILENCE && !is_told.into_iter().any(|told| told) {
                    unannounced.push(format!("{id} at {} s: {} s", ends / 1_000, quiet / 1_000));
                }
            }
        }
    }
    assert!(unannounced.is_empty(), "{}", unannounced.join("\n"));
}

#[test]
fn a_night_counts_no_more_than_two_steps_down() {
    for (id, timeline) in timelines() {
        let is_night = timeline.is_night() || timeline.is_for_bed();
        let said = spoken(&timeline);
        let counts = ["Ten more", "Half way.", "Noch zehn", "Die Hälfte"];
        let is_count = |words: &str| counts.iter().any(|it| words.starts_with(it));
        let counts = said.iter().filter(|(.., words)| is_count(words)).count();
        assert!(!is_night || counts <= AT_NIGHT, "{id} counts {counts} times");
    }
}
