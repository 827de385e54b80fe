//! How many colours a terminal can show, and what a tint becomes there.

use ratatui::style::Color;

use super::{Tint, named};

/// How many colours a terminal can show, from what its environment says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColorDepth {
    /// 24 bits for every colour.
    True,
    /// The 256 indexed colours.
    Indexed256,
    /// The 16 named colours, whose look the person chose.
    Ansi16,
    /// No colour: weight and shape alone.
    Mono,
}

impl ColorDepth {
    /// Reads the depth from the values of `NO_COLOR`, `COLORTERM` and `TERM`.
    ///
    /// A `NO_COLOR` that is not empty wins over all (<https://no-color.org>).
    pub fn detect(no_color: Option<&str>, colorterm: Option<&str>, term: Option<&str>) -> Self {
        let term = term.unwrap_or_default();
        if no_color.is_some_and(|value| !value.is_empty()) || term == "dumb" {
            Self::Mono
        } else if matches!(colorterm, Some("truecolor" | "24bit")) || term.ends_with("-direct") {
            Self::True
        } else if term.ends_with("-256color") {
            Self::Indexed256
        } else {
            Self::Ansi16
        }
    }

    /// The one place where a tint becomes a colour of the terminal. `grain` (0–1) says how this
    /// pixel rounds: neighbours with different grains blend in the eye where colours are few.
    pub(crate) fn reduce(self, tint: Tint, grain: f32) -> Color {
        match self {
            Self::True => tint.color(),
            Self::Indexed256 => named::indexed(tint, grain),
            Self::Ansi16 => named::ansi(tint, grain),
            Self::Mono => Color::Reset,
        }
    }
}
