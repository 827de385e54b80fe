//! Pictures for terminals that show pixels: what is placed where, and how it is sent by the protocol of
//! kitty, which others have taken up. A picture is sent once; from then on a few bytes place, move and
//! remove it.

mod kitty;
mod picture;
mod placed;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use kitty::{KittyScreen, QUESTION, removal};
pub(crate) use picture::{Coat, Picture};
pub(crate) use placed::{CellPixels, PictureFit, PlacedPicture};
