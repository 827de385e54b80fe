//! By the rules of which language words are taken apart.

/// A language, as far as its words are spoken by rules of their own here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpokenLanguage {
    /// English, with its silent letters.
    #[default]
    English,
    /// German, with its ordinals: “am 3. Tag”.
    German,
    /// Any other: its vowels are its syllables.
    Other,
}

impl SpokenLanguage {
    /// The language of a tag such as `en`, `de-AT` or `pt_BR`.
    pub fn of(tag: &str) -> Self {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        match primary {
            _ if primary.eq_ignore_ascii_case("en") => Self::English,
            _ if primary.eq_ignore_ascii_case("de") => Self::German,
            _ => Self::Other,
        }
    }
}
