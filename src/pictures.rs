//! Pictures for terminals that show pixels: what is placed where, and how it is sent. By the protocol of
//! kitty, which others have taken up, a picture is sent once; from then on a few bytes place, move and
//! remove it. By sixels and inline images it is painted into cells, which suits what stands still.

mod flat;
mod kitty;
mod picture;
mod placed;
mod screen;
#[cfg(test)]
pub(crate) mod tests;

#[cfg(test)]
pub(crate) use kitty::KittyScreen;
pub(crate) use kitty::{QUESTION, passed_on};
pub(crate) use picture::{Coat, Picture};
pub(crate) use placed::{CellPixels, PictureFit, PlacedPicture};
pub use screen::PictureWay;
pub(crate) use screen::{PictureBytes, PictureRemains, PictureScreen};
