//! Whether figures are drawn in pixels where the terminal shows them.

use super::word::choice;

/// How figures are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PictureChoice {
    /// In pixels where the terminal says that it shows them, else in cells.
    #[default]
    Auto,
    /// In pixels by the protocol of kitty, without asking.
    Kitty,
    /// In pixels by the inline images of iTerm2, where nothing moves.
    ITerm,
    /// In pixels by sixels, where nothing moves.
    Sixel,
    /// In the cells of the terminal, whatever it shows.
    Cells,
}

choice! {
    PictureChoice {
        Auto => "auto", Kitty => "kitty", ITerm => "iterm", Sixel => "sixel", Cells => "cells",
     }
}
