//! What parts of the body are called, and the heading of a step that says where it works.

use super::{Message, Texts};
use crate::body::{MuscleGroup, Region, Side};

/// A region, or that region on one side: “left calf”.
pub fn place(region: Region, side: Option<Side>) -> Message {
    Message::new(format!("place-{}", region.id())).with("side", side_id(side))
}

/// The same in the fewest words.
pub fn short_place(region: Region, side: Option<Side>) -> Message {
    Message::new(format!("place-{}.short", region.id())).with("side", side_id(side))
}

/// A group of muscles, or that group on one side.
pub fn muscles(group: MuscleGroup, side: Option<Side>) -> Message {
    Message::new(format!("muscles-{}", group.id())).with("side", side_id(side))
}

/// What a text chooses by: `left`, `right` or `none`.
pub(super) fn side_id(side: Option<Side>) -> &'static str {
    side.map_or("none", Side::word)
}

/// What a step is and where it works, to stand above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The title, as its author wrote it.
    pub title: String,
    /// The side it works.
    pub side: Option<Side>,
    /// The region it works or attends to.
    pub region: Option<Region>,
}

impl Heading {
    /// Its words, on one line: “Left top of the shoulder: Squeeze and let go”. What the title says
    /// already is not said twice.
    pub fn text(&self, texts: &Texts) -> String {
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        match self.place(&title.to_lowercase(), texts) {
            Some(place) => {
                let place = upper_first(&texts.text(&place));
                texts.text(&Message::new("heading").with("place", place).with("title", title))
            }
            None => title,
        }
    }

    /// Where it works, as far as the title does not say so.
    fn place(&self, title: &str, texts: &Texts) -> Option<Message> {
        let says = |message: &Message| title.contains(&texts.text(message).to_lowercase());
        let names_side = |side: &Side| {
            let adverb = Message::new("side-adverb").with("side", side.word());
            says(&Message::new("side").with("side", side.word())) || says(&adverb)
        };
        let side = self.side.filter(|side| !names_side(side));
        let region = self.region.filter(|region| !says(&place(*region, None)));
        match (side, region) {
            (side, Some(region)) => Some(place(region, side)),
            (Some(side), None) => Some(Message::new("place-side").with("side", side.word())),
            (None, None) => None,
        }
    }
}

/// The same text with its first letter large.
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
