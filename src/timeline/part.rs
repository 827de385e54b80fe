//! What is played one after another: the lead-in, steps on a side, and changes of side.

use std::sync::Arc;

use crate::body::Side;
use crate::session::{Position, Step, StepKind};

/// The longest a pack may lie on the skin, in milliseconds: 20 minutes.
pub const LONGEST_PACK_MILLIS: u64 = 20 * 60 * 1000;

/// What a segment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// Time to settle before the first step.
    LeadIn(Position),
    /// Time to change sides.
    Switch,
    /// What to stop at, by the id of its sign, before hands go to a place for the first time.
    StopSign(&'static str),
    /// Follow the breath.
    Breathe,
    /// Work a region.
    Massage,
    /// Stretch or move gently.
    Stretch,
    /// Tense and let go.
    Tense,
    /// Rest.
    Rest,
    /// Warm or cool.
    Pack,
    /// Bring attention somewhere.
    Scan,
}

impl SegmentKind {
    /// The segment kind of a step.
    pub(super) fn of(kind: &StepKind) -> Self {
        match kind {
            StepKind::Breathe => Self::Breathe,
            StepKind::Massage(_) => Self::Massage,
            StepKind::Stretch { .. } => Self::Stretch,
            StepKind::Tense(_) => Self::Tense,
            StepKind::Rest => Self::Rest,
            StepKind::Pack { .. } => Self::Pack,
            StepKind::Scan { .. } => Self::Scan,
        }
    }

    /// Whether it is time that belongs to the step after it: a change of sides, or a stop sign. Nobody
    /// goes there for its own sake.
    pub fn leads_to_a_step(self) -> bool {
        matches!(self, Self::Switch | Self::StopSign(_))
    }

    /// The id used in reports.
    pub fn id(self) -> &'static str {
        match self {
            Self::LeadIn(_) => "lead-in",
            Self::Switch => "switch",
            Self::StopSign(_) => "stop-sign",
            Self::Breathe => "breathe",
            Self::Massage => "massage",
            Self::Stretch => "stretch",
            Self::Tense => "tense",
            Self::Rest => "rest",
            Self::Pack => "pack",
            Self::Scan => "scan",
        }
    }
}

/// One thing that is played: the lead-in, a step on one side, a switch of sides, or a stop sign.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// What it is.
    pub(super) kind: SegmentKind,
    /// The step behind it, if any.
    pub(super) step: Option<Arc<Step>>,
    /// Which of the steps as they are written that is, counted from 0.
    pub(super) written: Option<usize>,
    /// Its length in milliseconds.
    pub(super) millis: u64,
    /// The length it was fitted to, in milliseconds: `millis`, unless it was made longer since.
    pub(super) fitted: u64,
    /// How long its words take before its first breath, or before its length, in milliseconds.
    pub(super) opening: u64,
    /// The same where words are spoken as by day. What that leaves over follows the last breath, or
    /// the last release.
    pub(super) opening_by_day: u64,
    /// The side it works.
    pub(super) side: Option<Side>,
    /// Whether the same has just been done on the other side.
    pub(super) is_second: bool,
    /// Which repeat of the innermost repeating group this is, and of how many; counted from 1.
    pub(super) repeat: Option<(u32, u32)>,
    /// The part that does the same on the other side.
    pub(super) twin: Option<usize>,
    /// What to know before starting, on the lead-in.
    pub(super) cautions: Vec<String>,
}

impl Part {
    /// A part without a step.
    pub(super) fn between(kind: SegmentKind, millis: u64) -> Self {
        Self {
            kind,
            step: None,
            written: None,
            millis,
            fitted: millis,
            opening: 0,
            opening_by_day: 0,
            side: None,
            is_second: false,
            repeat: None,
            twin: None,
            cautions: Vec::new(),
        }
    }

    /// Whether its round of a group is not the first.
    pub(super) fn is_later_round(&self) -> bool {
        self.repeat.is_some_and(|(round, _)| round > 1)
    }

    /// How much of it passes before its length begins, where that follows its words, in milliseconds.
    pub(super) fn before_length(&self) -> u64 {
        self.step.as_ref().filter(|step| step.words_first).map_or(0, |_| self.opening)
    }

    /// How long a place is worked in it, in milliseconds: while its words come first, nothing is done.
    pub(super) fn worked_millis(&self) -> u64 {
        self.millis.saturating_sub(self.before_length())
    }

    /// This part's length made longer by about `millis`, in whole breaths, within what is allowed
    /// and by no more than there is room for.
    pub(super) fn longer(&self, millis: u64, room: u64) -> u64 {
        let Some(step) = &self.step else {
            return self.millis;
        };
        let added = match (&step.kind, &step.pattern) {
            (StepKind::Tense(_), _) => 0,
            (_, Some(pattern)) => {
                let cycle = pattern.cycle_millis().max(1);
                let breaths = (millis / cycle).max(u64::from(millis > cycle / 2));
                breaths.min(room / cycle) * cycle
            }
            (_, None) => millis.min(room),
        };
        let longest = match step.kind {
            StepKind::Pack { .. } => (LONGEST_PACK_MILLIS + self.before_length()).max(self.millis),
            _ => u64::MAX,
        };
        self.millis.saturating_add(added).min(longest)
    }
}
