//! Pixels become cells of the terminal: shapes as coverage, colours reduced to what can be shown, and
//! the letter that parts a cell best. Every figure is drawn through this room.

mod cells;
mod depth;
mod detect;
mod grain;
mod grid;
mod named;
mod raster;
mod terminal_name;
mod tint;
mod window;

pub use cells::PixelShape;
pub(crate) use cells::{PixelCell, PixelEncoder};
pub use depth::ColorDepth;
pub use detect::{ColorOrigin, TerminalVariables};
pub(crate) use grain::grain;
pub(crate) use grid::cells_of;
pub(crate) use named::standing_for;
pub(crate) use raster::{drawn, filled, filled_by, softened};
pub use terminal_name::{TerminalName, TerminalProgram, TerminalSigns};
pub(crate) use tint::Tint;
pub(crate) use window::Window;
