//! How a session words what is not written step by step: left and right, and announcements.

use std::borrow::Cow;

use super::{Announcement, Phrase};
use crate::body::Side;
use crate::prosody::SpokenLanguage;
use crate::session::{
    Announced, Announcements, Pattern, Placeholders, Position, Receiver, Session, fill,
};
use crate::words::{Language, Message, SideWords, Texts};

/// The words of a session beside those of its steps.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wording {
    left: SideWords,
    right: SideWords,
    announcements: Announcements,
    position: Position,
    receiver: Receiver,
    /// Whether nothing is added to the words of its steps.
    is_silent: bool,
    /// What the program says by itself.
    announced: Announcing,
    spoken_language: SpokenLanguage,
}

/// The texts of announcements; those of one language are all the same.
#[derive(Clone, Debug)]
struct Announcing(&'static Texts);

impl PartialEq for Announcing {
    fn eq(&self, other: &Self) -> bool {
        self.0.language() == other.0.language()
    }
}

impl Wording {
    /// The wording of a session, in its language.
    pub(super) fn of(session: &Session) -> Self {
        let language = Language::of_tag(&session.language);
        let announced = Texts::of_announcements(language);
        let [left, right] = SideWords::both(announced);
        let announcements = session.announcements.clone();
        let (position, receiver) = (session.position, session.receiver);
        Self {
            left,
            right,
            announcements,
            position,
            receiver,
            is_silent: session.silence,
            announced: Announcing(announced),
            spoken_language: SpokenLanguage::of(&session.language),
        }
    }

    /// Whether the program has words of its own as sides change.
    pub(super) fn changes_are_by_program(&self) -> bool {
        self.announcements.switch == Announced::ByProgram
    }

    /// Whether nothing is added to the words of its steps.
    pub(super) fn is_silent(&self) -> bool {
        self.is_silent
    }

    /// How to settle, said to one person or to both.
    pub(super) fn lead_in(&self, position: Position) -> Announcement {
        match self.receiver {
            Receiver::Oneself => Announcement::LeadIn(position),
            Receiver::Partner => Announcement::LeadInForTwo(position),
        }
    }

    /// What the program says in the session's language.
    pub(super) fn texts(&self) -> &'static Texts {
        Texts::of(self.announced.0.language())
    }

    /// These words as they are spoken.
    pub(super) fn spoken<'a>(&self, words: &'a Phrase) -> Cow<'a, str> {
        words.text(self.announced.0)
    }

    /// By the rules of which language its words are taken apart.
    pub(super) fn spoken_language(&self) -> SpokenLanguage {
        self.spoken_language
    }

    /// Whether an author's words say what to keep off, or when to stop.
    pub(super) fn names_a_warning(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        let signs = self.announced.0.text(&Message::new("words-of-a-warning"));
        signs.split(", ").any(|sign| words.contains(sign))
    }

    /// How a person sits or lies.
    pub(super) fn position(&self) -> Position {
        self.position
    }

    /// Whether an author's words say that sides are about to change.
    pub(super) fn names_a_change(&self, words: &str) -> bool {
        let mut words = words.to_lowercase();
        let others = self.announced.0.text(&Message::new("words-of-no-change"));
        for other in others.split(", ") {
            words = words.replace(other, "");
        }
        self.contains_one_of(&words, &Message::new("words-of-a-change"))
    }

    /// Whether an author's words say that something else comes now.
    pub(super) fn names_a_turn(&self, words: &str) -> bool {
        self.contains_one_of(words, &Message::new("words-of-a-turn"))
    }

    /// Whether an author's words say by themselves how long something takes.
    pub(super) fn names_a_length(&self, words: &str) -> bool {
        self.contains_one_of(words, &Message::new("words-of-a-length"))
    }

    /// Whether an author's words say by themselves that nothing is said from then on.
    pub(super) fn names_a_silence(&self, words: &str) -> bool {
        self.contains_one_of(words, &Message::new("words-of-a-silence"))
    }

    fn contains_one_of(&self, words: &str, signs: &Message) -> bool {
        let words = words.to_lowercase();
        let signs = self.announced.0.text(signs);
        signs.split_whitespace().any(|sign| words.contains(sign))
    }

    /// A pattern, with those of its phases in the session's language that the program names.
    pub(super) fn pattern(&self, pattern: &Pattern) -> Pattern {
        let mut pattern = pattern.clone();
        if self.announced.0.language() != Language::English {
            for phase in &mut pattern.phases {
                let id = format!("breath-{}", phase.label.replace(' ', "-"));
                if let Some(label) = self.texts().find(&Message::new(id)) {
                    phase.label = label;
                }
            }
        }
        pattern
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
            Announcement::LeadIn(_) | Announcement::LeadInForTwo(_) => (&own.lead_in, None),
            Announcement::Switch(other) => (&own.switch, other.side),
            Announcement::TenSeconds(_) | Announcement::Soon(_) => (&own.ten_seconds, None),
            Announcement::Tense => (&own.tense, None),
            Announcement::Again => (&own.again, None),
            Announcement::Release => (&own.release, None),
            Announcement::LeadInTitle
            | Announcement::SwitchTitle
            | Announcement::StopSignTitle
            | Announcement::StopSign(_)
            | Announcement::Overview(_)
            | Announcement::Lasts(_)
            | Announcement::LastsAgain(_)
            | Announcement::Quiet(_)
            | Announcement::QuietAgain(_)
            | Announcement::Waits
            | Announcement::WaitsAgain
            | Announcement::Half
            | Announcement::TenMore
            | Announcement::TenMoreAgain
            | Announcement::Counted(_)
            | Announcement::MoreBreaths(_) => (&Announced::ByProgram, None),
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
