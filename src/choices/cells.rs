//! How finely the terminal's letters part a cell.

use super::word::choice;

/// The letters that figures are drawn with where they are drawn in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellChoice {
    /// The finest that the terminal is known to draw itself, else those that every font has.
    #[default]
    Auto,
    /// Two across, four down.
    Octants,
    /// Two across, three down.
    Sextants,
    /// Two across, two down.
    Quadrants,
    /// One above the other.
    Halves,
    /// Dots, two across, four down.
    Braille,
}

choice! {
    CellChoice {
        Auto => "auto", Octants => "octants", Sextants => "sextants", Quadrants => "quadrants",
        Halves => "halves", Braille => "braille",
    }
}
