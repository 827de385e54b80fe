//! A jointed figure: how one sits, stands, lies and moves, as joint angles within what joints can do.

mod base;
mod camera;
mod figure;
mod flesh;
mod half;
mod head;
mod landmark;
mod motion;
mod named;
mod picture;
mod pose;
mod skeleton;
mod solid;
mod space;
mod surface;
#[cfg(test)]
mod tests;
mod thing;

pub use base::PoseName;
pub use camera::SeenFrom;
pub use figure::{AT_REST, Cut, Figure, FigureGlow, FigureMoment, Held};
pub use half::Half;
pub use head::Mark;
pub use landmark::Landmark;
pub use motion::JointMotion;
pub use picture::{FigurePicture, SeenPart};
pub use pose::{Pose, Reach};
pub use solid::Matter;
