//! The languages that the program speaks.

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, wherever no other fits.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// Every language, with its tag.
    pub const ALL: [(&str, Self); 2] = [("en", Self::English), ("de", Self::German)];

    /// The tag of the language, such as `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language of a tag such as `de` or `de-AT`, if the program speaks it.
    pub fn known(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        let known = Self::ALL.iter().find(|(known, _)| known.eq_ignore_ascii_case(first));
        known.map(|(_, language)| *language)
    }

    /// The language in which the program accompanies words of this tag: English in doubt.
    pub fn of_tag(tag: &str) -> Self {
        Self::known(tag).unwrap_or_default()
    }

    /// The language of a system whose environment holds these values of `LC_ALL`, `LC_MESSAGES`
    /// and `LANG`: the first that is not empty counts. `None` where it asks for no language, as
    /// `C` and `POSIX` do; a language that the program does not speak is answered in English.
    pub fn of_locale(lc_all: &str, lc_messages: &str, lang: &str) -> Option<Self> {
        let asked = [lc_all, lc_messages, lang].into_iter().find(|value| !value.is_empty())?;
        let name = asked.split(['_', '.', '@']).next().unwrap_or_default();
        (!matches!(name, "C" | "POSIX" | "")).then(|| Self::of_tag(asked))
    }
}
