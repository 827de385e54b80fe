//! Words of a session as it is played: those of its author, or an announcement of the program's.

use std::borrow::Cow;

use super::Announcement;
use crate::words::Texts;

/// Words that are spoken or shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phrase {
    /// The author's own, in the session's language, with sides and numbers filled in.
    Author(String),
    /// What the program says, to be put into the words of that language.
    Program(Announcement),
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Self {
        Self::Author(text.to_owned())
    }
}

impl Phrase {
    /// The words themselves.
    pub fn text(&self, texts: &Texts) -> Cow<'_, str> {
        match self {
            Self::Author(text) => Cow::Borrowed(text),
            Self::Program(announcement) => {
                Cow::Owned(sentence(&texts.text(&announcement.message())))
            }
        }
    }

    /// The author's own words, if they are.
    pub fn by_author(&self) -> Option<&str> {
        match self {
            Self::Author(text) => Some(text),
            Self::Program(_) => None,
        }
    }
}

/// A text with a large first letter: a length may begin it, or stand within another.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    first.map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
