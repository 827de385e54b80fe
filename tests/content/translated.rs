//! Routines as other authors write them, put into the format: each says there what its author meant.

use std::fs;
use std::path::Path;

use unclench::for_tests::{
    Cue, CueKind, SegmentKind, Timeline, Wish, parse, prepare, review, screened_for_anyone,
};

use super::shipped::LIBRARY;

fn text(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions/translated");
    fs::read_to_string(folder.join(format!("{name}.toml"))).expect("a routine")
}

fn timeline(name: &str) -> Timeline {
    let (session, problems) = parse(name, &text(name), LIBRARY.known_names());
    let session = session.unwrap_or_else(|| panic!("{problems:#?}"));
    prepare(&screened_for_anyone(&session), &Wish::default()).expect("as it is written")
}

/// What is spoken, each with its time in seconds.
fn spoken(timeline: &Timeline) -> Vec<(u64, String)> {
    let texts = timeline.texts();
    let spoken = timeline.spoken().iter();
    spoken.map(|(_, it)| (it.after / 1_000, it.words.text(texts).into_owned())).collect()
}

#[test]
fn routines_in_the_styles_of_others_keep_to_every_rule() {
    let mut told = Vec::new();
    for name in [
        "physiotherapy-neck",
        "physiotherapie-ruecken",
        "yoga-evening",
        "yoga-fluss",
        "interval-timer",
        "meditation-atem",
        "pmr-vier-gruppen",
        "pmr-sixteen-groups",
        "interval-desk",
        "ice-on-a-knee",
        "meditation-stille",
    ] {
        let file = format!("{name}.toml");
        let problems = review::session_file(&file, text(name).as_bytes(), LIBRARY.known_names());
        told.extend(problems.iter().map(ToString::to_string));
    }
    assert!(told.is_empty(), "{}", told.join("\n\n"));
}

#[test]
fn an_interval_timer_works_and_rests_for_as_many_minutes_as_it_is_set_to() {
    let timeline = timeline("interval-timer");
    let of = |kind| timeline.segments().iter().filter(|it| it.kind == kind).count();
    assert_eq!(of(SegmentKind::Stretch), 5, "three minutes hold five rounds of 35 seconds");
    assert_eq!(of(SegmentKind::Rest), 7);
}

#[test]
fn a_pause_that_is_written_behind_words_is_heard_behind_them() {
    let spoken = spoken(&timeline("meditation-atem"));
    let at = |words: &str| {
        let found = spoken.iter().find(|(_, text)| text.starts_with(words));
        found.unwrap_or_else(|| panic!("{words}: {spoken:?}")).0
    };
    let pause = at("Füße") - at("Spür");
    assert!((9..=14).contains(&pause), "8 seconds behind a sentence of three: {pause}");
    let pause = at("Mehr") - at("Füße");
    assert!((9..=15).contains(&pause), "{pause}");
}

/// When what begins so is spoken, in seconds; the first of it.
fn at(spoken: &[(u64, String)], words: &str) -> u64 {
    let found = spoken.iter().find(|(_, text)| text.starts_with(words));
    found.unwrap_or_else(|| panic!("{words}: {spoken:?}")).0
}

#[test]
fn muscles_are_tensed_once_it_has_been_said_how_and_for_as_long_as_the_script_has_it() {
    let timeline = timeline("pmr-sixteen-groups");
    let tensed = timeline.segments().iter().enumerate();
    let tensed: Vec<_> = tensed.filter(|(_, it)| it.kind == SegmentKind::Tense).collect();
    assert_eq!(tensed.len(), 16, "sixteen groups");
    for (index, segment) in tensed {
        let onset = segment.start + segment.begins;
        let opening = timeline.spoken().iter().find(|(of, _)| *of == index).expect("words");
        assert!(opening.1.end() < onset, "{:?} is said by then", segment.title);
        let is_tense = |millis: u64| timeline.at(millis).tense.is_some_and(|it| it.tensing);
        assert!(!is_tense(onset - 1) && is_tense(onset));
        let whole = (onset..segment.end).filter(|at| at % 500 == 0 && is_tense(*at)).count();
        assert!((10..=14).contains(&whole), "five to seven seconds: {whole} halves");
        let let_go = segment.end - onset - whole as u64 * 500;
        // What quicker words leave over by day, the release has more.
        assert!((20_000..=36_000).contains(&let_go), "{let_go}");
    }
    let spoken = spoken(&timeline);
    let now = spoken.iter().filter(|(_, text)| text == "Now.").count();
    assert_eq!(now, 16, "the word to begin at comes after what to do");
    let hand = at(&spoken, "Your left hand");
    assert!((6..=20).contains(&(at(&spoken, "Now.") - hand)), "after the words");
    assert!((6..=8).contains(&(at(&spoken, "And relax.") - at(&spoken, "Now."))));
    assert_eq!(spoken.iter().filter(|(_, text)| text.starts_with("Notice how")).count(), 1);
    assert!(at(&spoken, "Is this hand") > at(&spoken, "The right hand"), "said on the other side");
}

#[test]
fn an_interval_timer_rests_between_rounds_only_and_counts_the_last_seconds() {
    let timeline = timeline("interval-desk");
    let rounds = timeline.segments().iter().filter(|it| it.step.is_some());
    let rounds: Vec<(u64, &str)> = rounds
        .map(|it| (it.millis() / 1_000, it.title.by_author().expect("a title")))
        .skip(1)
        .collect();
    assert_eq!(rounds.len(), 8 + 7 + 1);
    for pair in rounds[..15].chunks(2) {
        assert_eq!(pair[0].0, 40);
        assert!(pair.get(1).is_none_or(|rest| rest.0 == 20 && rest.1.starts_with("Rest")));
    }
    assert!(rounds[14].1.starts_with("March, 8 of 8") && rounds[15].1.starts_with("Lean"));
    let spoken = spoken(&timeline);
    let go: Vec<u64> = spoken.iter().filter(|(_, text)| text == "Go.").map(|it| it.0).collect();
    assert!(go.windows(2).all(|two| two[1] - two[0] == 60), "{go:?}");
    let one: Vec<u64> = spoken.iter().filter(|(_, text)| text == "One.").map(|it| it.0).collect();
    assert_eq!(one.len(), 1 + 8 + 7);
    assert!(one[0] < go[0] && go[0] - one[0] <= 2, "three, two, one, go");
}

#[test]
fn ice_lies_on_a_knee_for_a_quarter_of_an_hour_and_the_skin_is_looked_at_every_five_minutes() {
    let timeline = timeline("ice-on-a-knee");
    let pack = timeline.segments().iter().find(|it| it.kind == SegmentKind::Pack).expect("a pack");
    assert_eq!(pack.millis() - pack.begins, 15 * 60_000);
    assert_eq!(pack.region(), None, "a joint is no region, and has no picture");
    let lies = (pack.start + pack.begins) / 1_000;
    let spoken = spoken(&timeline);
    assert!((300..=301).contains(&(at(&spoken, "Five minutes. Lift") - lies)));
    assert!((600..=601).contains(&(at(&spoken, "Ten. Look") - lies)));
    let sign = at(&spoken, "If it burns");
    assert!(sign < at(&spoken, "Towel on your left knee"), "what to stop at is told before");
}

#[test]
fn minutes_of_silence_are_as_long_as_the_voice_says_they_are() {
    let timeline = timeline("meditation-stille");
    let spoken = timeline.spoken();
    let texts = timeline.texts();
    for (words, minutes) in [("Folge", 3), ("Jetzt das Hören", 4), ("Lass auch das sein", 2)] {
        let at = spoken.iter().position(|(_, it)| it.words.text(texts).starts_with(words));
        let at = at.expect("words");
        let quiet = spoken[at + 1].1.after - spoken[at].1.end();
        assert!(quiet >= minutes * 60_000, "{words}: {quiet}");
        assert!(quiet < minutes * 60_000 + 9_000, "{words}: {quiet}");
    }
}

/// What is heard of a routine as a table: when, in minutes and seconds, and what.
fn table(name: &str) -> String {
    let timeline = timeline(name);
    let texts = timeline.texts();
    let clock = |millis: u64| format!("{:>2}:{:02}", millis / 60_000, millis / 1_000 % 60);
    let chimes = timeline.cues(0, u64::MAX).iter().filter_map(|cue| match &cue.kind {
        CueKind::Chime(name) => Some((cue.at, format!("({name})"))),
        _ => None,
    });
    let spoken = timeline.spoken().iter().map(|(_, it)| it);
    let spoken = spoken.map(|it| (it.after, it.words.text(texts).into_owned()));
    let mut heard: Vec<(u64, String)> = chimes.chain(spoken).collect();
    heard.sort_by_key(|(at, _)| *at);
    let end = std::iter::once((timeline.millis(), "— end —".to_owned()));
    let lines = heard.into_iter().chain(end).map(|(at, what)| format!("{}  {what}", clock(at)));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn six_routines_are_heard_as_their_authors_meant_them() {
    for name in [
        "physiotherapy-neck",
        "yoga-fluss",
        "interval-desk",
        "meditation-stille",
        "pmr-sixteen-groups",
        "ice-on-a-knee",
    ] {
        assert!(text(name).contains("meant:") || text(name).contains("Gemeint war:"), "{name}");
        insta::assert_snapshot!(name, table(name));
    }
}

#[test]
fn sets_and_holds_of_an_exercise_sheet_are_as_many_and_as_long_as_it_says() {
    let timeline = timeline("physiotherapy-neck");
    let texts = timeline.texts();
    let release = |cue: &&Cue| cue.kind == CueKind::Chime("release".to_owned());
    let released: Vec<u64> =
        timeline.cues(0, u64::MAX).iter().filter(release).map(|cue| cue.at).collect();
    assert_eq!(released.len(), 2 * 10 + 2 * 5);
    let counted = timeline.spoken().iter().map(|(_, it)| it);
    let numbers: Vec<u64> = counted
        .filter(|it| released.iter().any(|at| *at == it.due + 5_000))
        .map(|it| it.due)
        .collect();
    assert_eq!(numbers.len(), 30, "each is held for five seconds");
    let rest = timeline.segments().iter().filter(|it| it.title.text(texts).contains("the sets"));
    let rest: Vec<u64> = rest.map(|it| it.end - it.start).collect();
    assert_eq!(rest, [30_000], "between the sets, and not after the last");
    let held = timeline.segments().iter().filter(|it| it.title.text(texts).starts_with("Ear"));
    let held: Vec<u64> = held.map(|it| it.millis() - it.begins).collect();
    assert_eq!(held, [30_000; 6]);
    assert!(timeline.heard_twice() < 200);
}

#[test]
fn a_sequence_has_as_many_breaths_in_each_pose_as_its_teacher_says_and_a_silence_that_is_one() {
    let timeline = timeline("yoga-fluss");
    let breaths = timeline.segments().iter().filter_map(|it| it.breath.as_ref());
    assert_eq!(breaths.map(|it| it.breaths).collect::<Vec<_>>(), [5, 6, 5, 5, 5, 8]);
    let spoken = timeline.spoken();
    let [.., (_, before), (_, after)] = spoken else { panic!("words") };
    let quiet = after.after - before.end();
    assert!((119_000..126_000).contains(&quiet), "two minutes: {quiet}");
}
