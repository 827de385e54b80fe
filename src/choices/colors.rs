//! How many colours to draw with.

use super::word::choice;

/// How many colours to draw with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColorChoice {
    /// As many as the terminal is known to have.
    #[default]
    Auto,
    /// None: weight and shape alone.
    None,
    /// The 16 named ones.
    Ansi16,
    /// The 256 indexed ones.
    Indexed256,
    /// All 16 million.
    True,
}

choice! {
    ColorChoice {
        Auto => "auto", None => "none", Ansi16 => "16", Indexed256 => "256", True => "true",
    }
}
