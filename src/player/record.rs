//! What a session that is over came to, as data.

use std::time::SystemTime;

use crate::body::Side;
use crate::timeline::Timeline;

/// What a session that is over came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRecord {
    /// The name it was played by.
    pub id: String,
    /// The session's title.
    pub title: String,
    /// When it began.
    pub began: SystemTime,
    /// When it ended.
    pub ended: SystemTime,
    /// Where it ended, in milliseconds of the session.
    pub position: u64,
    /// How long the session was in the end, in milliseconds.
    pub length: u64,
    /// Time spent playing, in milliseconds; pauses do not count.
    pub played: u64,
    /// Whether it was played to its end.
    pub whole: bool,
    /// Whether it ended as at night.
    pub at_night: bool,
    /// Its steps in the order they were laid out, and how much of each was played.
    pub steps: Vec<StepRecord>,
}

/// How much of one step was played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRecord {
    /// The step's title.
    pub title: String,
    /// The side it works.
    pub side: Option<Side>,
    /// How long it was in the end, in milliseconds.
    pub length: u64,
    /// How much of its time passed while it played, in milliseconds of the session; more than its
    /// length where parts of it were played again.
    pub played: u64,
    /// By how much it was made longer, in milliseconds.
    pub extended: u64,
}

impl SessionRecord {
    /// Whether at least half of it was played, at whatever speed; a part that was played twice counts
    /// once.
    pub fn was_played(&self) -> bool {
        let of_step = |step: &StepRecord| step.played.min(step.length);
        self.steps.iter().map(of_step).sum::<u64>() * 2 >= self.length
    }

    /// The steps of which nothing was played, since they were skipped or not reached.
    pub fn left_out(&self) -> impl Iterator<Item = &StepRecord> {
        self.steps.iter().filter(|step| step.played == 0)
    }

    /// The steps that were made longer.
    pub fn extended(&self) -> impl Iterator<Item = &StepRecord> {
        self.steps.iter().filter(|step| step.extended > 0)
    }
}

/// How much of one segment of a timeline was played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Its time that passed while it played, in microseconds.
    pub(super) micros: u64,
    /// By how much it was made longer, in milliseconds.
    pub(super) extended: u64,
}

/// The steps of a timeline, with how much of each segment was played.
pub(super) fn steps(timeline: &Timeline, tallies: &[Tally]) -> Vec<StepRecord> {
    let segments = timeline.segments().iter().zip(tallies);
    let steps = segments.filter(|(segment, _)| segment.step.is_some());
    steps
        .map(|(segment, tally)| StepRecord {
            title: segment.title.text(timeline.texts()).into_owned(),
            side: segment.side,
            length: segment.millis(),
            played: tally.micros / 1_000,
            extended: tally.extended,
        })
        .collect()
}
