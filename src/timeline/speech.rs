//! What is spoken, and how long speaking takes.

use super::wording::Wording;
use super::{Announcement, Phrase, Segment, Timeline};
use crate::prosody::{Pace, SENTENCE_PAUSE_MILLIS};
use crate::session::{StepKind, Tense};

/// How long before a change of sides it is announced, in milliseconds.
const HEADS_UP_MILLIS: u64 = 10_000;
/// An author's line that begins so shortly before stands for the announcement, in milliseconds.
const HEADS_UP_QUIET_MILLIS: u64 = 5_000;
/// Sides shorter than this are not announced: the instruction has barely been spoken.
const HEADS_UP_FROM_MILLIS: u64 = 30_000;
/// An author's line this near a turn of tension and release stands for it, in milliseconds.
const TURN_MILLIS: u64 = 3_000;

/// Who wrote some spoken words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordsOf {
    /// The step's author: what is said as the step begins.
    Opening,
    /// The step's author: a line of the step, as it is written, counted from 0.
    Line(usize),
    /// Unclench itself: the lead-in, a change of sides, a turn of tension and release.
    Program,
}

/// Words that are spoken during a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// When, in milliseconds: after the segment begins, or on the whole timeline.
    pub after: u64,
    /// The words.
    pub words: Phrase,
    /// Who wrote them.
    pub of: WordsOf,
}

impl Timeline {
    /// Everything that is spoken, in order, each with the index of its segment.
    pub fn spoken(&self) -> Vec<(usize, Spoken)> {
        let segments = self.segments().iter().enumerate();
        let mut spoken: Vec<_> = segments
            .flat_map(|(index, segment)| {
                let words = words_of(segment, &self.wording).into_iter();
                words.map(move |words| {
                    (index, Spoken { after: segment.start + words.after, ..words })
                })
            })
            .collect();
        spoken.sort_by_key(|(_, words)| words.after);
        spoken
    }
}

/// What is spoken during a segment, in the order of its own writing.
pub(super) fn words_of(segment: &Segment, wording: &Wording) -> Vec<Spoken> {
    let mut words = Vec::new();
    let by_program = segment.step.is_none();
    if let Some(say) = &segment.say {
        let of = if by_program { WordsOf::Program } else { WordsOf::Opening };
        words.push(Spoken { after: 0, words: say.clone(), of });
    }
    let lines = segment.lines.iter().zip(written_lines(segment));
    words.extend(lines.filter_map(|((after, line), written)| {
        let words = Phrase::Author(line.say.clone()?);
        Some(Spoken { after: *after, words, of: WordsOf::Line(written) })
    }));
    let announced = heads_up(segment, &words).into_iter().chain(unspoken_turns(segment, &words));
    let spoken = announced.filter_map(|(after, announcement)| {
        let words = wording.phrase(announcement)?;
        Some(Spoken { after, words, of: WordsOf::Program })
    });
    let added: Vec<_> = spoken.collect();
    words.extend(added);
    words
}

/// The lines of a segment by their numbers as they are written, in the order they fall due.
fn written_lines(segment: &Segment) -> Vec<usize> {
    let Some((step, points)) = segment.pointed_step() else {
        return Vec::new();
    };
    let mut due: Vec<_> = (0..step.lines.len()).collect();
    due.sort_by_key(|written| points.place(step.lines[*written].at));
    due
}

/// Announces the coming change of sides, unless the author's own words do so or are still running.
fn heads_up(segment: &Segment, spoken: &[Spoken]) -> Option<(u64, Announcement)> {
    let millis = segment.millis();
    let at = millis.checked_sub(HEADS_UP_MILLIS)?;
    let quiet_from = at.saturating_sub(HEADS_UP_QUIET_MILLIS);
    let spoken_late = segment.lines.iter().any(|(after, _)| *after >= quiet_from);
    let end = |words: &Spoken| {
        words.after + Pace::NIGHT.millis(words.words.by_author().unwrap_or_default())
    };
    let running = spoken.iter().any(|words| end(words) + SENTENCE_PAUSE_MILLIS > at);
    let announced = segment.switches_after && millis >= HEADS_UP_FROM_MILLIS;
    (announced && !spoken_late && !running).then_some((at, Announcement::TenSeconds))
}

/// The turns of tension and release that the author's own words leave out.
fn unspoken_turns(
    segment: &Segment,
    spoken: &[Spoken],
) -> impl Iterator<Item = (u64, Announcement)> {
    let tense = segment.step.as_ref().and_then(|step| match &step.kind {
        StepKind::Tense(tense) => Some(tense),
        _ => None,
    });
    let near = |after: u64| spoken.iter().any(|words| words.after.abs_diff(after) <= TURN_MILLIS);
    tense.into_iter().flat_map(turns).filter(move |(after, _)| !near(*after))
}

/// When each tension and each release begins, in milliseconds after the start, and what is said.
pub(super) fn turns(tense: &Tense) -> impl Iterator<Item = (u64, Announcement)> + use<> {
    let round = tense.tense + tense.release;
    let release = tense.tense;
    (0..u64::from(tense.times)).flat_map(move |time| {
        let again = if time == 0 { Announcement::Tense } else { Announcement::Again };
        [(time * round, again), (time * round + release, Announcement::Release)]
    })
}
