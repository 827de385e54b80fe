//! The words of the table in the languages that the program speaks.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::words::Language;

/// Each text of the table, and what it is in German.
pub(super) static GERMAN: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    // As with the table itself: a program whose warnings are broken must not run.
    toml::from_str(include_str!("translation/de.toml"))
        .unwrap_or_else(|problem| panic!("src/care/translation/de.toml: {problem}"))
});

/// Cautions of shipped sessions, and what they are in German.
static GERMAN_OF_SESSIONS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    toml::from_str(include_str!("translation/sessions-de.toml"))
        .unwrap_or_else(|problem| panic!("src/care/translation/sessions-de.toml: {problem}"))
});

/// A caution of a session's own in a language; as it is written where it is in no other.
pub(super) fn caution_in(text: &str, language: Language) -> &str {
    match language {
        Language::English => text,
        Language::German => GERMAN_OF_SESSIONS.get(text).map_or(text, String::as_str),
    }
}

/// A text of the table in a language. One that has none there is told in English: a warning that is
/// foreign is better than none.
pub fn in_language(text: &str, language: Language) -> &str {
    match language {
        Language::English => text,
        Language::German => GERMAN.get(text).map_or(text, String::as_str),
    }
}
