//! When, where and for whom something is offered.

use crate::session::{Goal, Setting, Tool};

/// The part of a day, by the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfDay {
    /// 5 to 11 o'clock.
    Morning,
    /// 11 to 17 o'clock.
    Afternoon,
    /// 17 to 21 o'clock.
    Evening,
    /// 21 to 5 o'clock.
    Night,
}

impl PartOfDay {
    /// The part of the day at an hour, 0–23.
    pub fn at(hour: u8) -> Self {
        match hour {
            5..11 => Self::Morning,
            11..17 => Self::Afternoon,
            17..21 => Self::Evening,
            _ => Self::Night,
        }
    }
}

/// What is left of a session once it is made safe for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterCare {
    /// Most of it, with its touch where it has any.
    Whole,
    /// Most of it, without a hand or tool on the body.
    WithoutTouch,
    /// Less than half.
    Little,
}

/// When, where and for whom something is offered.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'a> {
    /// The part of the day.
    pub part: PartOfDay,
    /// Whether it is Saturday or Sunday.
    pub is_weekend: bool,
    /// The number of the day, so that the offers move on from day to day.
    pub day: u32,
    /// The language of the person, such as `en`.
    pub language: &'a str,
    /// The tools the person owns, of ball, roller and packs; `None` where that is not known.
    pub tools: Option<&'a [Tool]>,
    /// Whether the person gets down to the floor and up again; `None` where that is not known.
    pub reaches_floor: Option<bool>,
    /// The ids of what was played lately, the last first.
    pub lately: &'a [String],
    /// The ids of what the person mostly felt better after.
    pub helped: &'a [String],
    /// The ids of what the person does not want to be offered now.
    pub declined: &'a [String],
}

impl Occasion<'_> {
    /// Where people mostly are then, and where else they may be.
    pub(super) fn settings(&self) -> [Setting; 3] {
        match self.part {
            PartOfDay::Morning | PartOfDay::Afternoon if self.is_weekend => {
                [Setting::Home, Setting::Desk, Setting::Bed]
            }
            PartOfDay::Morning | PartOfDay::Afternoon => {
                [Setting::Desk, Setting::Home, Setting::Bed]
            }
            PartOfDay::Evening => [Setting::Home, Setting::Bed, Setting::Desk],
            PartOfDay::Night => [Setting::Bed, Setting::Home, Setting::Desk],
        }
    }

    /// What people mostly want then, the first before all.
    pub(super) fn goals(&self) -> &'static [Goal] {
        use Goal::{EasePain, Flexibility, Focus, Mood, Recovery, Sleep, Stress};
        match self.part {
            PartOfDay::Morning => &[Flexibility, Mood, Focus, EasePain],
            PartOfDay::Afternoon if self.is_weekend => &[Recovery, Flexibility, EasePain, Mood],
            PartOfDay::Afternoon => &[EasePain, Focus, Stress, Flexibility],
            PartOfDay::Evening => &[Stress, EasePain, Recovery, Mood],
            PartOfDay::Night => &[Sleep, Stress],
        }
    }
}
