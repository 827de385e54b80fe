//! The words for left and right that stand in the sentences of a session's author.

use super::{Message, Texts};
use crate::body::Side;

/// The words for one side, in the forms that a sentence may ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideWords {
    /// Before a noun: “your left calf”, „die linke Wade“.
    pub plain: String,
    /// After a word that asks for it: “with your left hand”, „mit der linken Hand“.
    pub dative: String,
    /// By itself: “to the left”, „nach links“.
    pub adverb: String,
}

impl SideWords {
    /// The words for left and for right, from texts that have them.
    pub fn both(texts: &Texts) -> [Self; 2] {
        [Side::Left, Side::Right].map(|side| Self::from_texts(side, texts))
    }

    fn from_texts(side: Side, texts: &Texts) -> Self {
        let form = |id: &'static str| texts.text(&Message::new(id).with("side", side.word()));
        Self { plain: form("side"), dative: form("side-dative"), adverb: form("side-adverb") }
    }
}
