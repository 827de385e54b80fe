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
/// How much later than planned a line may end: what is lost to rounding, in milliseconds.
const TOLERANCE: u64 = 50;

/// What was measured of one session.
pub(crate) struct Row {
    id: String,
    is_night: bool,
    /// The name of each chime that words come with, and by how much it leads them, in milliseconds.
    leads: Vec<(String, u64)>,
    /// The median silence between sentences, in milliseconds.
    pause: u64,
    words_per_minute: u64,
    /// While there is no silence.
    syllables_per_second: f64,
    switches: usize,
    /// How many of them are announced before.
    announced: usize,
    breaths: usize,
    /// How many of them begin under words.
    talked_over: usize,
    /// Lines that are not over when the next begins.
    over_another: Vec<String>,
    /// Lines that are not over when their step ends.
    past_the_step: Vec<String>,
}

impl Row {
    pub(crate) const HEAD: &str = "session                          leads of start/switch/next     \
        pause   wpm  syl/s  switches  breaths under words  overlaps  past the step";

    pub(crate) fn of(heard: &HeardSession) -> Self {
        let (lines, timeline) = (&heard.lines, &heard.timeline);
        let mut pauses: Vec<u64> = lines.iter().flat_map(|line| line.pauses.clone()).collect();
        pauses.sort_unstable();
        let pause = pauses.get(pauses.len() / 2).copied().unwrap_or(0);
        let (breaths, talked_over) = breaths(heard);
        let switches = switches(heard);
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
        let pauses = if self.is_night { 1_500..=3_000 } else { 1_000..=1_700 };
        let pace = if self.is_night { 55..=100 } else { 75..=130 };
        hold(
            self.pause == 0 || pauses.contains(&self.pause),
            format!("pauses of {} ms", self.pause),
        );
        hold(
            pace.contains(&self.words_per_minute),
            format!("{} words a minute", self.words_per_minute),
        );
        let syllables = self.syllables_per_second;
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
            "{:<32} {:<28} {:>6} {:>5} {:>6.1} {:>4}/{:<4} {:>8}/{:<11} {:>8} {:>13}",
            self.id,
            leads,
            self.pause,
            self.words_per_minute,
            self.syllables_per_second,
            self.announced,
            self.switches,
            self.talked_over,
            self.breaths,
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

/// The pause after a line counts as far as there is one.
fn words_per_minute(lines: &[HeardLine], pause: u64) -> u64 {
    let words: usize = lines.iter().map(|line| word_count(&line.words)).sum();
    let ends = lines.iter().skip(1).map(|next| next.start).chain([u64::MAX]);
    let with_pause = lines
        .iter()
        .zip(ends)
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

fn over_another(lines: &[HeardLine]) -> Vec<String> {
    let pairs = lines.windows(2).filter(|pair| pair[0].end > pair[1].start + TOLERANCE);
    pairs.map(|pair| pair[0].words.clone()).collect()
}

fn past_the_step(heard: &HeardSession) -> Vec<String> {
    let segments = heard.timeline.segments();
    let ends = |line: &&HeardLine| line.end > segments[line.segment].end + TOLERANCE;
    heard.lines.iter().filter(ends).map(|line| line.words.clone()).collect()
}
