//! How a session words what is not written step by step: left and right, and announcements.

use super::{Announcement, Phrase};
use crate::body::Side;
use crate::session::{Announced, Announcements, Placeholders, Session, fill};
use crate::words::{Language, SideWords};

/// The words of a session beside those of its steps.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wording {
    left: SideWords,
    right: SideWords,
    announcements: Announcements,
}

impl Wording {
    /// The wording of a session, in its language.
    pub(super) fn of(session: &Session) -> Self {
        let [left, right] = SideWords::both(Language::of_tag(&session.language));
        Self { left, right, announcements: session.announcements.clone() }
    }

    /// What a side is called, and then the other one.
    pub(super) fn sides(&self, side: Side) -> (&SideWords, &SideWords) {
        match side {
            Side::Left => (&self.left, &self.right),
            Side::Right => (&self.right, &self.left),
        }
    }

    /// What is said at an announcement: by the author where they wrote something of their own, and
    /// nothing where they wished for silence.
    pub(super) fn phrase(&self, announcement: Announcement) -> Option<Phrase> {
        let own = &self.announcements;
        let (own, side) = match announcement {
            Announcement::LeadInTitle | Announcement::SwitchTitle => (&Announced::ByProgram, None),
            Announcement::LeadIn(_) => (&own.lead_in, None),
            Announcement::Switch(side) => (&own.switch, side),
            Announcement::TenSeconds => (&own.ten_seconds, None),
            Announcement::Tense => (&own.tense, None),
            Announcement::Again => (&own.again, None),
            Announcement::Release => (&own.release, None),
        };
        match own {
            Announced::ByProgram => Some(Phrase::Program(announcement)),
            Announced::ByAuthor(text) => {
                let sides = side.map(|side| self.sides(side));
                let with = Placeholders { sides, ..Placeholders::default() };
                Some(Phrase::Author(fill(text, &with)))
            }
            Announced::Silent => None,
        }
    }
}
