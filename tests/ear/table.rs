//! The measures of one session, as a row of the table, and the target of each.

use std::fmt;

use unclench::for_tests::{Cue, CueKind, SegmentKind, SpokenLanguage, syllable_count, word_count};

use super::heard::{HeardLine, HeardSession};

/// How long a chime may lead the words that come with it, in milliseconds.
const LEADS: [(&str, std::ops::RangeInclusive<u64>); 3] =
    [("start", 1_800..=2_500), ("switch", 1_300..=1_600), ("next", 700..=1_000)];
/// Words that come later after a chime than this do not belong to it, in milliseconds.
const LONGEST_LEAD: u64 = 3_000;
/// How long before a change of sides it is announced, in milliseconds.
const ANNOUNCED: std::ops::RangeInclusive<u64> = 4_000..=12_500;
/// A step that takes longer than this has a word of company, in milliseconds.
const LONG_STEP: u64 = 40_000;
/// How long before its end at most, in milliseconds.
const LAST_WORDS: u64 = 15_000;
/// Words that say how long something takes.
const LENGTHS: [&str; 6] = ["second", "minute", "breath", "round", "times", "half"];
/// How much later than planned a line may end: what is lost to rounding, in milliseconds.
const TOLERANCE: u64 = 50;

/// What was measured of one session.
pub(crate) struct Row {
    pub(crate) id: String,
    is_night: bool,
    /// The name of each chime that words come with, and by how much it leads them, in milliseconds.
    leads: Vec<(String, u64)>,
    /// The median silence between sentences, in milliseconds.
    pause: u64,
    /// The pause after each line counted in, as far as there is one.
    words_per_minute: u64,
    /// While there is no silence.
    syllables_per_second: f64,
    switches: usize,
    /// How many of them are announced before.
    announced: usize,
    breaths: usize,
    /// How many of them begin under words.
    talked_over: usize,
    /// How many steps there are in which hands are busy.
    massages: usize,
    /// In how many of them words say how long something takes.
    lengths_said: usize,
    /// How many steps take longer than 40 seconds.
    long_steps: usize,
    /// How many of them have a word in their last 15 seconds or about halfway.
    kept_company: usize,
    /// How much softer the last line is than the first, in hundredths of a dB.
    softer: u16,
    /// The words a minute that are asked of the first and of the last line.
    asked: (u32, u32),
    /// Those that are heard in the first and in the last third of the lines. How many sentences a
    /// line has changes them more than the night does.
    thirds: (u64, u64),
    /// Lines that are not over when the next begins.
    over_another: Vec<String>,
    /// Lines that are not over when their step ends.
    past_the_step: Vec<String>,
}

impl Row {
    pub(crate) const HEAD: &str = "session                          leads of start/switch/next     \
        pause   wpm  by thirds  syl/s  switches  under words  lengths said  company  softer  \
        overlaps  past the step";

    pub(crate) fn of(heard: &HeardSession) -> Self {
        let (lines, timeline) = (&heard.lines, &heard.timeline);
        let mut pauses: Vec<u64> = lines.iter().flat_map(|line| line.pauses.clone()).collect();
        pauses.sort_unstable();
        let pause = pauses.get(pauses.len() / 2).copied().unwrap_or(0);
        let (breaths, talked_over) = breaths(heard);
        let switches = switches(heard);
        let segments = || timeline.segments().iter().enumerate();
        let massages: Vec<usize> = segments()
            .filter(|(_, segment)| segment.kind == SegmentKind::Massage)
            .map(|(at, _)| at)
            .collect();
        let long_steps: Vec<usize> = segments()
            .filter(|(_, segment)| segment.step.is_some() && segment.millis() > LONG_STEP)
            .map(|(at, _)| at)
            .collect();
        Self {
            id: heard.id.clone(),
            is_night: timeline.is_night(),
            leads: leads(heard),
            pause,
            words_per_minute: words_per_minute(lines, pause),
            syllables_per_second: syllables_per_second(lines, timeline.language()),
            switches: switches.len(),
            announced: switches.iter().filter(|at| is_announced(**at, lines)).count(),
            breaths,
            talked_over,
            massages: massages.len(),
            lengths_said: massages.iter().filter(|at| says_how_long(**at, lines)).count(),
            long_steps: long_steps.len(),
            kept_company: long_steps.iter().filter(|at| has_company(**at, heard)).count(),
            softer: softer(heard),
            asked: (asked(heard, lines.first()), asked(heard, lines.last())),
            thirds: (
                words_per_minute(&lines[..lines.len().div_ceil(3)], pause),
                words_per_minute(&lines[lines.len() - lines.len().div_ceil(3)..], pause),
            ),
            over_another: over_another(lines),
            past_the_step: past_the_step(heard),
        }
    }

    /// What is not as it is meant, in words.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (kind, lead) in &self.leads {
            let meant =
                LEADS.iter().find(|(name, _)| *name == kind.as_str()).map(|(_, range)| range);
            if meant.is_some_and(|meant| !meant.contains(lead)) {
                faults.push(format!("{}: a chime `{kind}` leads by {lead} ms", self.id));
            }
        }
        let mut hold = |holds: bool, what: String| {
            if !holds {
                faults.push(format!("{}: {what}", self.id));
            }
        };
        let pauses = if self.is_night { 2_000..=3_050 } else { 1_400..=2_050 };
        let pace = if self.is_night { 55..=85 } else { 75..=115 };
        hold(
            self.pause == 0 || pauses.contains(&self.pause),
            format!("pauses of {} ms", self.pause),
        );
        hold(
            pace.contains(&self.words_per_minute),
            format!("{} words a minute", self.words_per_minute),
        );
        let syllables = self.syllables_per_second;
        if self.is_night {
            let softer = self.softer;
            hold(
                (600..=800).contains(&softer),
                format!("the last line is {softer} hundredths of a dB softer"),
            );
            let asked = self.asked;
            hold(asked == (80, 65), format!("asked for {asked:?} words a minute"));
        }
        hold((2.3..=4.0).contains(&syllables), format!("{syllables:.1} syllables a second"));
        hold(self.announced == self.switches, "a change of sides comes unannounced".to_owned());
        hold(self.talked_over == 0, format!("{} breaths begin under words", self.talked_over));
        hold(self.over_another.is_empty(), format!("over another: {:?}", self.over_another));
        hold(self.past_the_step.is_empty(), format!("past the step: {:?}", self.past_the_step));
        faults
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let leads = |wanted: &str| {
            let leads = self.leads.iter().filter(|(kind, _)| *kind == wanted);
            leads.map(|(_, lead)| *lead).min().map_or("—".to_owned(), |lead| lead.to_string())
        };
        let leads = format!("{}/{}/{}", leads("start"), leads("switch"), leads("next"));
        write!(
            f,
            "{:<32} {:<28} {:>6} {:>5} {:>5}→{:<4} {:>6.1} {:>6}/{:<3} {:>6}/{:<6} {:>6}/{:<6} {:>4}/{:<4} \
             {:>5} {:>9} {:>14}",
            self.id,
            leads,
            self.pause,
            self.words_per_minute,
            self.thirds.0,
            self.thirds.1,
            self.syllables_per_second,
            self.announced,
            self.switches,
            self.talked_over,
            self.breaths,
            self.lengths_said,
            self.massages,
            self.kept_company,
            self.long_steps,
            self.softer,
            self.over_another.len(),
            self.past_the_step.len()
        )
    }
}

fn leads(heard: &HeardSession) -> Vec<(String, u64)> {
    let timeline = &heard.timeline;
    let cues = timeline.cues(0, timeline.millis() + 1);
    let mut leads = Vec::new();
    for (at, cue) in cues.iter().enumerate() {
        let CueKind::Chime(name) = &cue.kind else {
            continue;
        };
        let is_next = |it: &&Cue| matches!(it.kind, CueKind::Chime(_) | CueKind::Speech(_));
        let Some(next) = cues[at + 1..].iter().find(is_next) else {
            continue;
        };
        if matches!(next.kind, CueKind::Speech(_)) && next.at - cue.at <= LONGEST_LEAD {
            leads.push((name.clone(), next.at - cue.at));
        }
    }
    leads
}

/// The pause after a line counts as far as there is one. A word alone has the time that it is given, such
/// as a number that is counted, and not a pace.
fn words_per_minute(lines: &[HeardLine], pause: u64) -> u64 {
    let ends = lines.iter().skip(1).map(|next| next.start).chain([u64::MAX]);
    let paced = || lines.iter().zip(ends.clone()).filter(|(line, _)| word_count(&line.words) > 1);
    let words: usize = paced().map(|(line, _)| word_count(&line.words)).sum();
    let with_pause = paced()
        .map(|(line, next)| (line.end - line.start) + pause.min(next.saturating_sub(line.end)));
    let millis: u64 = with_pause.sum();
    words as u64 * 60_000 / millis.max(1)
}

fn syllables_per_second(lines: &[HeardLine], language: &str) -> f64 {
    let language = SpokenLanguage::of(language);
    let syllables: u64 = lines.iter().map(|line| syllable_count(&line.words, language)).sum();
    let silence = |line: &HeardLine| line.pauses.iter().sum::<u64>();
    let spoken = |line: &HeardLine| (line.end - line.start).saturating_sub(silence(line));
    let millis: u64 = lines.iter().map(spoken).sum();
    syllables as f64 * 1_000.0 / millis.max(1) as f64
}

fn switches(heard: &HeardSession) -> Vec<u64> {
    let switches = heard.timeline.segments().iter();
    switches.filter(|it| it.kind == SegmentKind::Switch).map(|it| it.start).collect()
}

/// Whether words begin so long before a change of sides that hands can follow them.
fn is_announced(switch: u64, lines: &[HeardLine]) -> bool {
    lines.iter().any(|line| line.start < switch && ANNOUNCED.contains(&(switch - line.start)))
}

/// How many steps are paced by a breath, and how many of these breaths begin under words.
fn breaths(heard: &HeardSession) -> (usize, usize) {
    let timeline = &heard.timeline;
    let paced = timeline.segments().iter().filter(|segment| segment.breath.is_some());
    let begins = paced.filter_map(|segment| {
        let cues = timeline.cues(segment.start, segment.end);
        cues.iter().find(|cue| matches!(cue.kind, CueKind::Breath { .. })).map(|cue| cue.at)
    });
    let begins: Vec<u64> = begins.collect();
    let is_under_words =
        |at: &&u64| heard.lines.iter().any(|line| line.start < **at && line.end > **at + TOLERANCE);
    (begins.len(), begins.iter().filter(is_under_words).count())
}

fn says_how_long(segment: usize, lines: &[HeardLine]) -> bool {
    let says = |line: &HeardLine| LENGTHS.iter().any(|word| line.words.contains(word));
    lines.iter().any(|line| line.segment == segment && says(line))
}

/// Whether words are heard in the last 15 seconds of a step or in the middle third of it.
fn has_company(segment: usize, heard: &HeardSession) -> bool {
    let step = &heard.timeline.segments()[segment];
    let third = step.millis() / 3;
    let middle = step.start + third..step.end - third;
    let late = step.end.saturating_sub(LAST_WORDS)..step.end;
    let mut starts = heard.lines.iter().map(|line| line.start);
    starts.any(|start| middle.contains(&start) || late.contains(&start))
}

fn asked(heard: &HeardSession, line: Option<&HeardLine>) -> u32 {
    let at = line.map_or(0, |line| line.start);
    heard.timeline.pace_at(at).words_per_minute()
}

fn softer(heard: &HeardSession) -> u16 {
    let last = heard.lines.last().map_or(0, |line| line.start);
    let cues = heard.timeline.cues(0, last + 1);
    let softer = cues.iter().rev().find_map(|cue| match cue.kind {
        CueKind::Softer { hundredths } => Some(hundredths),
        _ => None,
    });
    softer.unwrap_or(0)
}

fn over_another(lines: &[HeardLine]) -> Vec<String> {
    let pairs = lines.windows(2).filter(|pair| pair[0].end > pair[1].start + TOLERANCE);
    pairs.map(|pair| pair[0].words.clone()).collect()
}

fn past_the_step(heard: &HeardSession) -> Vec<String> {
    let segments = heard.timeline.segments();
    let ends = |line: &&HeardLine| line.end > segments[line.segment].end + TOLERANCE;
    heard.lines.iter().filter(ends).map(|line| line.words.clone()).collect()
}
