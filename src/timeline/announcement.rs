//! What the program says by itself in the course of a session, as data.

use crate::body::Side;
use crate::session::Position;
use crate::words::Message;

/// Something that the program says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Announcement {
    /// The title of the time to settle.
    LeadInTitle,
    /// How to settle, in the position of the session.
    LeadIn(Position),
    /// The title of a change of sides.
    SwitchTitle,
    /// A change to this side, or to the other one.
    Switch(Option<Side>),
    /// The coming change of sides, ten seconds before.
    TenSeconds,
    /// The first tension of a step.
    Tense,
    /// Each further tension.
    Again,
    /// A release.
    Release,
}

impl Announcement {
    /// What it says, to be put into words.
    pub fn message(self) -> Message {
        match self {
            Self::LeadInTitle => Message::new("lead-in-title"),
            Self::LeadIn(position) => Message::new("lead-in").with("position", position.id()),
            Self::SwitchTitle => Message::new("switch-title"),
            Self::Switch(side) => {
                Message::new("switch").with("side", side.map_or("none", Side::word))
            }
            Self::TenSeconds => Message::new("ten-seconds"),
            Self::Tense => Message::new("tense"),
            Self::Again => Message::new("again"),
            Self::Release => Message::new("release"),
        }
    }
}
