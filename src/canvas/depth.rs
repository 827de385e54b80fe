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
            Self::Ansi16 => named::ansi(tint, grain),
            Self::Mono => Color::Reset,
        }
    }
}
