//! The body: its regions and sides, how hard and how long each may be worked, and an atlas that shows them.

mod atlas;
mod course;
mod direction;
mod dose;
mod keep_off;
mod muscles;
mod region;
mod region_part;
mod shape;
mod side;

#[cfg(test)]
mod tests;
mod view;

pub use atlas::{Area, Plate, TouchDrawing, touch_drawings};
pub use course::Course;
pub use direction::Direction;
pub use keep_off::KeepOff;
pub use muscles::MuscleGroup;
pub use region::Region;
pub use region_part::RegionPart;
pub use shape::{Bounds, Point, Shape};
pub use side::Side;
pub use view::View;
