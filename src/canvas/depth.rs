//! How many colours a terminal can show, and what a tint becomes there.

use ratatui::style::Color;

use super::{Tint, named};

/// How many colours are drawn with, the fewest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColorDepth {
    /// No colour: weight and shape alone.
    Mono,
    /// The 16 named colours, whose look the person chose.
    Ansi16,
    /// The 256 indexed colours.
    Indexed256,
    /// 24 bits for every colour.
    True,
}

impl ColorDepth {
    /// The one place where a tint becomes a colour of the terminal. `grain` (0–1) says how this
    /// pixel rounds: neighbours with different grains blend in the eye where colours are few.
    pub(crate) fn reduce(self, tint: Tint, grain: f32) -> Color {
        match self {
            Self::True => tint.color(),
            Self::Indexed256 => named::indexed(tint, grain),
            Self::Ansi16 => named::ansi(tint),
            Self::Mono => Color::Reset,
        }
    }
    /// The colour of the terminal for a word or an area of one tint.
    pub(crate) fn solid(self, tint: Tint) -> Color {
        match self {
            Self::Indexed256 => named::solid(tint),
            _ => self.reduce(tint, 0.5),
        }
    }

    /// What a tint looks like once it is a colour of the terminal; with 16 colours and with none,
    /// where nobody knows, as it is.
    pub(crate) fn looks(self, tint: Tint) -> Tint {
        match self.solid(tint) {
            Color::Indexed(index) => named::look(index),
            _ => tint,
        }
    }
}
