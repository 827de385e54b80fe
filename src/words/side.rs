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

    /// The words for one or the other: “to the left/right”.
    pub fn either(texts: &Texts) -> Self {
        let [left, right] = Self::both(texts);
        let either = |left: String, right: String| format!("{left}/{right}");
        Self {
            plain: either(left.plain, right.plain),
            dative: either(left.dative, right.dative),
            adverb: either(left.adverb, right.adverb),
        }
    }

    fn from_texts(side: Side, texts: &Texts) -> Self {
        let form = |id: &'static str| texts.text(&Message::new(id).with("side", side.word()));
        Self { plain: form("side"), dative: form("side-dative"), adverb: form("side-adverb") }
    }
}
