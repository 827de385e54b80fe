//! Whether figures are drawn in pixels where the terminal shows them.

use super::word::choice;

/// How figures are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PictureChoice {
    /// In pixels where the terminal says that it shows them, else in cells.
    #[default]
    Auto,
    /// In the cells of the terminal, whatever it shows.
    Cells,
}

choice! {
    PictureChoice { Auto => "auto", Cells => "cells", }
}
