//! A step in the making: how short and how long it may be, and why it is there.

use super::PlanStep;
use crate::body::Region;
use crate::session::{
    Announcements, Block, Chimes, Flex, Length, Pattern, Position, Receiver, Session, Setting,
    Sides, Step,
};
use crate::words::Message;

/// What a step is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It lets a person arrive.
    Settle,
    /// It changes the position.
    Move,
    /// It warms a place with light strokes.
    Warm,
    /// It works a place.
    Work,
    /// It leaves a place with light strokes.
    Soothe,
    /// It brings together what was done: a stretch, slow breaths, attention.
    Integrate,
    /// It ends the session.
    Close,
}

impl Role {
    /// The word in reports.
    pub fn id(self) -> &'static str {
        match self {
            Self::Settle => "settle",
            Self::Move => "move",
            Self::Warm => "warm",
            Self::Work => "work",
            Self::Soothe => "soothe",
            Self::Integrate => "integrate",
            Self::Close => "close",
        }
    }
}

/// A step in the making. All lengths are in milliseconds, on one side.
#[derive(Clone, Debug)]
pub(super) struct PlannedPart {
    pub(super) step: Step,
    pub(super) least: u64,
    pub(super) wanted: u64,
    pub(super) most: u64,
    /// How long it is, without its opening.
    pub(super) millis: u64,
    /// How long its words take before its first breath, where a breath paces it.
    pub(super) opening: u64,
    /// What it grows by: a second, or a breath.
    pub(super) grain: u64,
    /// How often it is played.
    pub(super) times: u64,
    pub(super) position: Position,
    pub(super) why: PlanStep,
    pub(super) sources: Vec<String>,
}

impl PlannedPart {
    /// A part of a step, as short as it may be.
    pub(super) fn new(step: Step, (least, wanted, most): (u64, u64, u64), why: PlanStep) -> Self {
        let grain = step.pattern.as_ref().map_or(1_000, Pattern::cycle_millis);
        let whole = |millis: u64| (millis / grain).max(1) * grain;
        let (least, most) = (least.next_multiple_of(grain), whole(most));
        let most = most.max(least);
        let wanted = whole(wanted).clamp(least, most);
        let (position, sources) = (Position::Any, Vec::new());
        let opening = 0;
        let (millis, times) = (least, 1);
        Self { step, least, wanted, most, millis, opening, grain, times, position, why, sources }
    }

    /// How long it takes at its shortest, with its opening.
    pub(super) fn shortest(&self) -> u64 {
        self.opening + self.least
    }

    /// The step at its length, and how far it may flex later.
    pub(super) fn finished(&self) -> Step {
        let length = match &self.step.pattern {
            Some(pattern) => Length::Breaths((self.millis / pattern.cycle_millis().max(1)) as u32),
            None => Length::Millis(self.millis),
        };
        let flex = Flex { min: self.least.min(self.millis), max: self.most.max(self.millis) };
        Step { length, flex: Some(flex), side: None, ..self.step.clone() }
    }
}

/// Parts that belong together: a single one, or all of a place.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) parts: Vec<PlannedPart>,
    /// Which sides all of it is played on.
    pub(super) side: Option<Sides>,
}

impl Section {
    pub(super) fn single(part: PlannedPart) -> Self {
        Self { parts: vec![part], side: None }
    }
}

/// Why a step is there.
pub(super) fn why(role: Role, place: Option<Region>, reason: Message) -> PlanStep {
    PlanStep { role, place, reason }
}

/// A session of these blocks without words in its head.
pub(super) fn bare(position: Position, setting: Setting, blocks: Vec<Block>) -> Session {
    Session {
        title: String::new(),
        summary: String::new(),
        language: "en".to_owned(),
        author: None,
        licence: None,
        sources: Vec::new(),
        settings: vec![setting],
        position,
        receiver: Receiver::Oneself,
        goals: Vec::new(),
        tools: Vec::new(),
        cautions: Vec::new(),
        bed: None,
        lead_in: 8_000,
        silence: false,
        announcements: Announcements::default(),
        chimes: Chimes::usual(&[setting]),
        blocks,
    }
}
