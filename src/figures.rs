//! What is drawn beside words: the flower that breathes, the body map, large letters, and the thin
//! line that fills as time goes by.

pub(crate) mod body_map;
pub mod flower;
pub mod gauge;
pub mod large_text;

use body_map::MapRasters;
use flower::FlowerRaster;

/// The figures as they were last drawn, to be kept from frame to frame.
#[derive(Debug, Default)]
pub struct Figures {
    /// The flower that breathes.
    pub flower: FlowerRaster,
    /// The map of the body.
    pub(crate) map: MapRasters,
}
