//! What a person asks for.

use super::place_words::places_called;
use crate::body::Region;
use crate::session::{Goal, Position, Setting, Technique, Tool};

/// What a person asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRequest {
    /// How long it shall be, in milliseconds.
    pub millis: u64,
    /// The places to work, none twice; none at all where the goals choose.
    pub places: Vec<WantedPlace>,
    /// What it is meant to help with, the first before all.
    pub goals: Vec<Goal>,
    /// Where it is played.
    pub setting: Setting,
    /// What the person has at hand, beside hands and what a setting has anyway.
    pub tools: Vec<Tool>,
    /// A technique they wish for.
    pub technique: Option<Technique>,
    /// How much they feel like doing.
    pub energy: Energy,
    /// The hardest pressure they like, 0–10 of discomfort.
    pub most_pressure: u8,
    /// Which of many plans: another number gives another one.
    pub variety: u64,
}

/// A place to work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WantedPlace {
    /// Where.
    pub region: Region,
    /// How much time it gets beside the others, 1 at least: more where it hurts more.
    pub weight: u32,
    /// Whether it is one more of the regions that a plain word means: it is left out before anything
    /// that was named, where time is short.
    pub comes_along: bool,
}

impl WantedPlace {
    /// The places that a plain word means, the first before the others.
    pub fn called(word: &str, weight: u32) -> Vec<Self> {
        Self::of(&places_called(word), weight)
    }

    fn of(regions: &[Region], weight: u32) -> Vec<Self> {
        let places = regions.iter().enumerate();
        places.map(|(at, region)| Self { region: *region, weight, comes_along: at > 0 }).collect()
    }
}

/// How much a person feels like doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Energy {
    /// As usual.
    #[default]
    Usual,
    /// Little: nothing that is done standing or on the floor, and lighter strokes.
    Low,
}

impl Energy {
    /// Each of them.
    pub const ALL: &[Self] = &[Self::Usual, Self::Low];

    /// The word on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Low => "low",
        }
    }
}

/// The hardest pressure in bed and with little energy, 0–10 of discomfort.
const SOFT: u8 = 3;

impl PlanRequest {
    /// The hardest pressure that its steps may ask for, 0–10 of discomfort.
    pub(super) fn pressure(&self) -> u8 {
        let is_soft = self.setting == Setting::Bed || self.energy == Energy::Low;
        if is_soft { self.most_pressure.min(SOFT) } else { self.most_pressure }
    }

    /// Whether everything that a move needs is there.
    pub(super) fn has(&self, tool: Tool) -> bool {
        let furniture: &[Tool] = match self.setting {
            Setting::Desk => &[Tool::Chair, Tool::Wall],
            Setting::Home => &[Tool::Chair, Tool::Wall, Tool::Pillow],
            Setting::Bed => &[Tool::Pillow],
        };
        tool == Tool::Hands || furniture.contains(&tool) || self.tools.contains(&tool)
    }

    /// The positions that go there, the one to begin in first.
    pub(super) fn positions(&self) -> &'static [Position] {
        use Position::{LyingOnBack, OnTheFloor, Seated, Standing};
        match (self.setting, self.energy) {
            (Setting::Desk, Energy::Usual) => &[Seated, Standing],
            (Setting::Desk, Energy::Low) => &[Seated],
            (Setting::Home, Energy::Usual) => &[Seated, Standing, OnTheFloor, LyingOnBack],
            (Setting::Home, Energy::Low) | (Setting::Bed, _) => &[Seated, LyingOnBack],
        }
    }

    /// The goal before all others.
    pub(super) fn goal(&self) -> Goal {
        let usual = if self.setting == Setting::Bed { Goal::Sleep } else { Goal::Stress };
        self.goals.first().copied().unwrap_or(usual)
    }

    /// The places to work: those asked for, or those that suit the goal.
    pub(super) fn wanted(&self) -> Vec<WantedPlace> {
        if !self.places.is_empty() {
            return self.places.clone();
        }
        WantedPlace::of(usual_places(self.goal()), 1)
    }
}

/// The places that suit a goal, where a person names none.
fn usual_places(goal: Goal) -> &'static [Region] {
    match goal {
        Goal::Stress => &[Region::Jaw, Region::UpperTrapezius],
        Goal::EasePain => &[Region::NeckBack, Region::UpperTrapezius],
        Goal::Flexibility => &[Region::UpperBack, Region::Chest],
        Goal::Recovery => &[Region::Quadriceps, Region::Calf],
        Goal::Sleep => &[Region::Forehead, Region::Hand],
        Goal::Mood => &[Region::Scalp, Region::Hand],
        Goal::Focus => &[Region::Temples, Region::SkullBase],
    }
}
