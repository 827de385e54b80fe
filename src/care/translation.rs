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

/// A text of the table in a language. One that has none there is told in English: a warning that is
/// foreign is better than none.
pub fn in_language(text: &str, language: Language) -> &str {
    match language {
        Language::English => text,
        Language::German => GERMAN.get(text).map_or(text, String::as_str),
    }
}
