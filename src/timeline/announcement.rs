//! What the program says by itself in the course of a session, as data.

use super::length::SpokenLength;
use super::overview::Overview;
use crate::body::{MuscleGroup, Region, Side};
use crate::session::{Position, Step, StepKind};
use crate::words::Message;

/// Something that the program says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Announcement {
    /// The title of the time to settle.
    LeadInTitle,
    /// How to settle, in the position of the session.
    LeadIn(Position),
    /// The same where one gives and another receives.
    LeadInForTwo(Position),
    /// The title of a change of sides.
    SwitchTitle,
    /// A change of sides, as it begins.
    Switch(OtherSide),
    /// The title of what to stop at.
    StopSignTitle,
    /// What to stop at, by the id of its sign, before hands go to a place for the first time.
    StopSign(&'static str),
    /// The coming change of sides, ten seconds before.
    TenSeconds(OtherSide),
    /// The coming change of sides, where there is no room at ten seconds before.
    Soon(OtherSide),
    /// The first tension of a step.
    Tense,
    /// Each further tension.
    Again,
    /// A release.
    Release,
    /// How long the session takes and what comes, at its start.
    Overview(Overview),
    /// How long a step lasts.
    Lasts(SpokenLength),
    /// The same where such a thing has been said before.
    LastsAgain(SpokenLength),
    /// How long it is quiet from now on.
    Quiet(SpokenLength),
    /// The same where such a thing has been said before.
    QuietAgain(SpokenLength),
    /// A step waits, when its time is up, until the person goes on.
    Waits,
    /// The same where it has been said before.
    WaitsAgain,
    /// Half of a step is over.
    Half,
    /// A step ends in ten seconds.
    TenMore,
    /// The same where it has been said before.
    TenMoreAgain,
    /// A repetition by its number.
    Counted(u32),
    /// A step ends with so many more breaths.
    MoreBreaths(u32),
}

/// The other side of the body, as a change of sides names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OtherSide {
    /// The side that comes.
    pub side: Option<Side>,
    /// What is worked there first.
    pub part: PartOfBody,
    /// How the person sits or lies: on their side, the change means to turn over.
    pub position: Position,
}

/// A part of the body, as a step names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartOfBody {
    /// No part by name.
    Unnamed,
    /// A region.
    Region(Region),
    /// A group of muscles.
    Muscles(MuscleGroup),
}

impl PartOfBody {
    /// The part that a step works or attends to.
    pub(super) fn of(step: &Step) -> Self {
        match &step.kind {
            StepKind::Tense(tense) => Self::Muscles(tense.muscles),
            _ => step.region().map_or(Self::Unnamed, Self::Region),
        }
    }
}

impl OtherSide {
    /// What it is called: “the other hand”.
    fn message(self) -> Message {
        let message = match self.part {
            PartOfBody::Unnamed => Message::new("other-side"),
            PartOfBody::Region(region) => Message::new(format!("other-{}", region.id())),
            PartOfBody::Muscles(group) => Message::new(format!("other-muscles-{}", group.id())),
        };
        message.with("position", self.position.id())
    }

    /// A message that names it.
    fn named_in(self, id: &'static str) -> Message {
        let message = Message::new(id).with("position", self.position.id());
        message.with("part", self.message())
    }
}

impl Announcement {
    /// Whether a person would not know how to go on without it, so that no silence holds it back.
    pub(super) fn is_needed(self) -> bool {
        matches!(self, Self::Waits | Self::WaitsAgain)
    }

    /// What it says, to be put into words.
    pub fn message(self) -> Message {
        match self {
            Self::LeadInTitle => Message::new("lead-in-title"),
            Self::LeadIn(position) => Message::new("lead-in").with("position", position.id()),
            Self::LeadInForTwo(position) => {
                Message::new("lead-in-for-two").with("position", position.id())
            }
            Self::SwitchTitle => Message::new("switch-title"),
            Self::StopSignTitle => Message::new("stop-sign-title"),
            Self::StopSign(id) => Message::new(format!("stop-sign-{id}")),
            Self::Switch(other) => other.named_in("switch"),
            Self::TenSeconds(other) => other.named_in("ten-seconds"),
            Self::Soon(other) => other.named_in("soon"),
            Self::Tense => Message::new("tense"),
            Self::Again => Message::new("again"),
            Self::Release => Message::new("release"),
            Self::Overview(overview) => overview.message(),
            Self::Lasts(length) => Message::new("lasts").with("length", length.message()),
            Self::LastsAgain(length) => {
                Message::new("lasts-again").with("length", length.message())
            }
            Self::Quiet(length) => Message::new("quiet").with("length", length.message()),
            Self::QuietAgain(length) => {
                Message::new("quiet-again").with("length", length.message())
            }
            Self::Waits => Message::new("waits"),
            Self::WaitsAgain => Message::new("waits-again"),
            Self::Half => Message::new("half"),
            Self::TenMore => Message::new("ten-more"),
            Self::TenMoreAgain => Message::new("ten-more-again"),
            Self::Counted(number) => Message::new("counted").with("number", number),
            Self::MoreBreaths(count) => Message::new("more-breaths").with("count", count),
        }
    }
}
