//! What is drawn beside words: the flower that breathes, the body map, large letters, and the thin
//! line that fills as time goes by.

pub(crate) mod body_map;
mod crossfade;
pub mod flower;
pub mod gauge;
pub mod large_text;
pub(crate) mod moving_figure;
mod side_letters;

use body_map::MapRasters;
pub(crate) use crossfade::crossfade;
use flower::{FlowerPictures, FlowerRaster};
use moving_figure::{FigurePictures, FigureRaster};

/// The figures as they were last drawn, to be kept from frame to frame.
#[derive(Debug, Default)]
pub struct Figures {
    /// The flower that breathes.
    pub flower: FlowerRaster,
    /// The same in pictures.
    pub(crate) flower_pictures: FlowerPictures,
    /// The map of the body.
    pub(crate) map: MapRasters,
    /// The figure that sits, stands, lies and moves.
    pub(crate) moving: FigureRaster,
    /// The same in pictures.
    pub(crate) moving_pictures: FigurePictures,
}
