//! Everything that is true at one point of a timeline.

use super::part::SegmentKind;
use super::segment::Segment;
use super::speech::Spoken;
use super::{Announcement, Phrase, WordsOf};
use crate::session::{Phase, PhaseKind, StepKind};

/// How long an announcement stays to be read after it has been spoken, in milliseconds.
const READ_AFTER_MILLIS: u64 = 4_000;

/// Everything that is true at one point of a timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment<'a> {
    /// The position in milliseconds.
    pub position: u64,
    /// Index of the segment.
    pub index: usize,
    /// The segment.
    pub segment: &'a Segment,
    /// Milliseconds since the segment began.
    pub elapsed: u64,
    /// Milliseconds until the segment ends.
    pub remaining: u64,
    /// The breath, where the segment is paced by one and its words have been said.
    pub breath: Option<BreathNow<'a>>,
    /// Milliseconds until the first breath, tension or length of the segment begins, where its words
    /// come first.
    pub until_begin: Option<u64>,
    /// Tension and release, in a tense step whose words have been said.
    pub tense: Option<TenseNow>,
    /// How far the current stroke has gone, 0–1, where the segment has strokes with a tempo or
    /// paced by breath.
    pub stroke: Option<f32>,
    /// The line shown last in this segment.
    pub line: Option<&'a str>,
    /// What the program announced last, until the next line is shown or it has been read.
    pub announced: Option<&'a Phrase>,
    /// All that it announces in this segment, in order.
    pub announcements: Vec<&'a Phrase>,
    /// The next segment that is not a switch of sides.
    pub next: Option<&'a Segment>,
}

/// Where the breath is.
#[derive(Clone, Debug, PartialEq)]
pub struct BreathNow<'a> {
    /// The phase.
    pub phase: &'a Phase,
    /// Index of the phase in its pattern.
    pub phase_index: usize,
    /// How far the phase has gone, 0–1.
    pub fraction: f32,
    /// Milliseconds until the phase ends.
    pub remaining: u64,
    /// Which breath this is, counted from 1.
    pub number: u32,
    /// How many breaths the segment has.
    pub of: u32,
    /// How full of air the person is, 0–1, growing evenly through an inhale.
    pub fullness: f32,
}

/// Where a tense step is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TenseNow {
    /// Whether the muscles are tensed, or let go.
    pub tensing: bool,
    /// How far the tension or the release has gone, 0–1.
    pub fraction: f32,
    /// Milliseconds until the next turn.
    pub remaining: u64,
    /// Which round this is, counted from 1.
    pub round: u32,
    /// How many rounds there are.
    pub of: u32,
}

/// The moment at `position` in the segment at `index`. `spoken` is everything that is spoken.
pub(super) fn moment<'a>(
    segments: &'a [Segment],
    spoken: &'a [(usize, Spoken)],
    index: usize,
    position: u64,
) -> Moment<'a> {
    let segment = &segments[index];
    let elapsed = position.saturating_sub(segment.start).min(segment.millis());
    let breath = breath(segment, elapsed);
    let begins = segment.breath.as_ref().map_or(segment.begins, |plan| plan.begins);
    let shown = segment.lines.iter().take_while(|(after, _)| *after <= elapsed);
    let shown = shown.filter_map(|(after, line)| Some((*after, line.show.as_deref()?))).last();
    let announcements = announcements(segment, spoken, index);
    let last = announcements.iter().rfind(|said| said.after <= position);
    let announced = last.filter(|said| {
        let is_newer = shown.is_none_or(|(after, _)| segment.start + after < said.after);
        is_newer && position < said.end() + READ_AFTER_MILLIS
    });
    Moment {
        position,
        index,
        segment,
        elapsed,
        remaining: segment.millis() - elapsed,
        until_begin: begins.checked_sub(elapsed).filter(|left| *left > 0),
        tense: tense(segment, elapsed),
        stroke: stroke(segment, elapsed, breath.as_ref()),
        line: shown.map(|(_, line)| line),
        announced: announced.map(|said| &said.words),
        announcements: announcements.iter().map(|said| &said.words).collect(),
        next: segments[index + 1..].iter().find(|next| next.step.is_some()),
        breath,
    }
}

impl Moment<'_> {
    /// How full of air the person is, 0–1, where a breath paces the segment: until the first one
    /// begins, as they will be when it does.
    pub fn fullness(&self) -> Option<f32> {
        let plan = self.segment.breath.as_ref()?;
        let waiting = self.until_begin.map(|_| levels(&plan.pattern.phases, 0).0);
        waiting.or_else(|| self.breath.as_ref().map(|breath| breath.fullness))
    }
}

/// What the program announces in a segment beside what is shown there anyway: its text, and the turns
/// of tension and release.
fn announcements<'a>(
    segment: &Segment,
    spoken: &'a [(usize, Spoken)],
    index: usize,
) -> Vec<&'a Spoken> {
    let first = spoken.partition_point(|(_, said)| said.after < segment.start);
    let during = spoken[first..].iter().take_while(|(_, said)| said.after <= segment.end);
    let said = during.filter(|(of, _)| *of == index).map(|(_, said)| said);
    said.filter(|said| said.of == WordsOf::Program && is_to_be_read(segment, &said.words)).collect()
}

fn is_to_be_read(segment: &Segment, words: &Phrase) -> bool {
    match words {
        _ if segment.text.as_ref() == Some(words) => false,
        Phrase::Author(_) => segment.kind != SegmentKind::Tense,
        Phrase::Program(announcement) => !matches!(
            announcement,
            Announcement::Tense | Announcement::Again | Announcement::Release
        ),
    }
}

fn breath(segment: &Segment, elapsed: u64) -> Option<BreathNow<'_>> {
    let plan = segment.breath.as_ref()?;
    let cycle = plan.pattern.cycle_millis();
    let elapsed = elapsed.checked_sub(plan.begins)?;
    // The very last moment still belongs to the last breath.
    let elapsed = elapsed.min((cycle * u64::from(plan.breaths)).checked_sub(1)?);
    let mut within = elapsed % cycle;
    let phases = &plan.pattern.phases;
    for (phase_index, phase) in phases.iter().enumerate() {
        if within < phase.millis {
            let fraction = within as f32 / phase.millis as f32;
            let (from, to) = levels(phases, phase_index);
            return Some(BreathNow {
                phase,
                phase_index,
                fraction,
                remaining: phase.millis - within,
                number: (elapsed / cycle) as u32 + 1,
                of: plan.breaths,
                fullness: from + (to - from) * fraction,
            });
        }
        within -= phase.millis;
    }
    None
}

/// How full the breath is when a phase ends, in thousandths.
pub(super) fn fullness_after(phases: &[Phase], index: usize) -> u16 {
    (levels(phases, index).1 * 1_000.0).round() as u16
}

/// How full the breath is at the two ends of a phase, 0–1. Air moved by neighbouring phases of the
/// same kind is shared out by their lengths, so that a second sip of air goes on from the first.
fn levels(phases: &[Phase], index: usize) -> (f32, f32) {
    let kind = phases[index].kind;
    match kind {
        PhaseKind::Hold => (1.0, 1.0),
        PhaseKind::Rest => (0.0, 0.0),
        PhaseKind::Inhale | PhaseKind::Exhale => {
            let run_start = phases[..index].iter().rposition(|phase| phase.kind != kind);
            let run_start = run_start.map_or(0, |before| before + 1);
            let run_end = phases[index..].iter().position(|phase| phase.kind != kind);
            let run_end = run_end.map_or(phases.len(), |after| index + after);
            let millis = |phases: &[Phase]| phases.iter().map(|phase| phase.millis).sum::<u64>();
            let whole = millis(&phases[run_start..run_end]).max(1) as f32;
            let before = millis(&phases[run_start..index]) as f32 / whole;
            let after = before + phases[index].millis as f32 / whole;
            match kind {
                PhaseKind::Inhale => (before, after),
                _ => (1.0 - before, 1.0 - after),
            }
        }
    }
}

fn tense(segment: &Segment, elapsed: u64) -> Option<TenseNow> {
    let StepKind::Tense(tense) = &segment.step.as_ref()?.kind else {
        return None;
    };
    let round = (tense.tense + tense.release).max(1);
    let elapsed = elapsed.checked_sub(segment.begins)?;
    let rounds = u64::from(tense.times.max(1));
    let turn = (elapsed / round).min(rounds - 1);
    let within = elapsed - turn * round;
    let tensing = within < tense.tense;
    // The last release lasts until the step ends.
    let over = segment.millis().saturating_sub(segment.begins + rounds * round);
    let release = tense.release + if turn + 1 == rounds { over } else { 0 };
    let (since, whole) =
        if tensing { (within, tense.tense) } else { (within - tense.tense, release) };
    let since = since.min(whole.saturating_sub(1));
    Some(TenseNow {
        tensing,
        fraction: since as f32 / whole.max(1) as f32,
        remaining: whole - since,
        round: turn as u32 + 1,
        of: tense.times,
    })
}

fn stroke(segment: &Segment, elapsed: u64, breath: Option<&BreathNow<'_>>) -> Option<f32> {
    let massage = segment.massage()?;
    match (massage.stroke.tempo, breath) {
        (Some(tempo), _) => Some((elapsed % tempo.max(1)) as f32 / tempo.max(1) as f32),
        (None, Some(breath)) => Some(breath.fullness),
        (None, None) => None,
    }
}
