//! What the environment variables say, read once.

use std::ffi::OsString;

use crate::words::Language;

/// What the environment variables say about the terminal and about a test's fixed hour.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// `COLORTERM`.
    pub color_term: String,
    /// `COLORFGBG`: the colours of letters and ground, for terminals that are not to be asked.
    pub color_fgbg: String,
    /// `TERM`.
    pub term: String,
    /// `TERM_PROGRAM`: the terminal's own name.
    pub terminal: String,
    /// `TERM_PROGRAM_VERSION`.
    pub terminal_version: String,
    /// `LC_TERMINAL`, which reaches a machine over ssh where `TERM_PROGRAM` does not, and its version.
    pub far_terminal: (String, String),
    /// `VTE_VERSION`: the terminal stands on VTE.
    pub vte_version: String,
    /// `TMUX`: the terminal is one in another.
    pub in_tmux: bool,
    /// The terminal around it, in which it was begun, may know kitty's placeholders: kitty and Ghostty set
    /// variables of their own.
    pub around_shows_placeholders: bool,
    /// The language that `LC_ALL`, `LC_MESSAGES` and `LANG` name, if they name one.
    pub language: Option<Language>,
    /// `UNCLENCH_HOUR`: greets as at this hour (0–23), for pictures and tests.
    pub hour: Option<u8>,
    /// `UNCLENCH_ASK_BEFORE`: whether a page comes before a session, for scripts and tests: `false`
    /// leaves it out.
    pub ask_before: Option<bool>,
}

impl Surroundings {
    /// What a variable about colours says; empty where it is not set.
    pub fn value_of(&self, variable: &str) -> &str {
        match variable {
            "COLORTERM" => &self.color_term,
            "TERM" => &self.term,
            "TERM_PROGRAM" => &self.terminal,
            _ => "",
        }
    }

    /// Whether a page before a session says what to know, once a day. No setting leaves that out.
    pub fn tells_before(&self) -> bool {
        self.ask_before.unwrap_or(true)
    }

    /// Reads the process's environment.
    pub fn read() -> Self {
        Self::from_lookup(|name| std::env::var_os(name))
    }

    /// Reads any environment.
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<OsString>) -> Self {
        let text = |name| lookup(name).and_then(|value| value.into_string().ok());
        Self {
            no_color: lookup("NO_COLOR").is_some_and(|value| !value.is_empty()),
            color_term: text("COLORTERM").unwrap_or_default(),
            color_fgbg: text("COLORFGBG").unwrap_or_default(),
            term: text("TERM").unwrap_or_default(),
            terminal: text("TERM_PROGRAM").unwrap_or_default(),
            terminal_version: text("TERM_PROGRAM_VERSION").unwrap_or_default(),
            far_terminal: (
                text("LC_TERMINAL").unwrap_or_default(),
                text("LC_TERMINAL_VERSION").unwrap_or_default(),
            ),
            vte_version: text("VTE_VERSION").unwrap_or_default(),
            in_tmux: !text("TMUX").unwrap_or_default().is_empty(),
            around_shows_placeholders: ["KITTY_WINDOW_ID", "GHOSTTY_RESOURCES_DIR"]
                .iter()
                .any(|name| lookup(name).is_some()),
            language: Language::of_locale(
                &text("LC_ALL").unwrap_or_default(),
                &text("LC_MESSAGES").unwrap_or_default(),
                &text("LANG").unwrap_or_default(),
            ),
            hour: text("UNCLENCH_HOUR")
                .and_then(|hour| hour.parse().ok())
                .filter(|hour| *hour < 24),
            ask_before: text("UNCLENCH_ASK_BEFORE").and_then(|word| word.parse().ok()),
        }
    }
}
