//! In which language the program speaks beside the words of a session.

use super::word::choice;

/// In which language the program speaks beside the words of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LanguageChoice {
    /// In that of the system; where the system names none, in that of the session.
    #[default]
    Auto,
    /// In English.
    English,
    /// In German.
    German,
}

choice! {
    LanguageChoice { Auto => "auto", English => "en", German => "de", }
}
