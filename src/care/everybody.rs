//! What holds for everybody, whatever a file or a setting says.

use super::condition::Grounds;
use super::translation::in_language;
use crate::body::Region;
use crate::lengths::millis_to_text;
use crate::session::{limits, words};
use crate::words::Language;

words! {
    /// A limit that the program keeps by itself.
    LimitedBy {
        /// How long a breath is held.
        Hold "hold" "hold",
        /// How long a pack lies.
        Pack "pack" "pack",
        /// How hard anything presses.
        Pressure "pressure" "pressure",
    }
}

/// Something that holds for everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowForEverybody {
    /// What holds, in words, with `{limit}` for the limit behind it.
    pub says: String,
    /// The limit behind it, where the program keeps it by itself.
    pub limit: Option<LimitedBy>,
    /// Where that comes from.
    pub source: String,
    /// How sure it is.
    pub sure: Grounds,
}

impl RowForEverybody {
    /// What holds, in a language.
    pub fn says_in(&self, language: Language) -> String {
        let says = in_language(&self.says, language);
        self.limit.map_or_else(|| says.to_owned(), |it| says.replace("{limit}", &it.text()))
    }

    /// Where that comes from, in a language.
    pub fn source_in(&self, language: Language) -> &str {
        in_language(&self.source, language)
    }
}

impl LimitedBy {
    /// The limit itself, as people read it.
    pub fn text(self) -> String {
        match self {
            Self::Hold => millis_to_text(limits::HOLD_MILLIS),
            Self::Pack => millis_to_text(limits::PACK_MILLIS),
            Self::Pressure => {
                Region::ALL.into_iter().map(Region::pressure_cap).max().unwrap_or(0).to_string()
            }
        }
    }
}
