//! Speech: recorded clips, or the machine's own engines, rendered ahead and kept.
//!
//! A [`Studio`] is given the lines of a session in the order they fall due. On a thread of its own
//! it looks for a recording of each, and else lets an engine of this machine speak it into a file,
//! under a time limit. What was spoken once is kept, so that the next time it is there at once. A
//! machine without any voice is nothing worse than a [`LineState::None`] with its reason.
//!
//! Words reach an engine as data alone: in a file or on its standard input, never through a shell
//! and never among its arguments.

mod booth;
mod cache;
mod clip;
mod engine;
mod fit;
mod lookup;
mod process;
mod recordings;
mod studio;
#[cfg(test)]
mod tests;
mod utterance;
mod wave;

pub use cache::{Cache, DEFAULT_BYTES};
pub use clip::{Clip, ClipProblem};
pub use engine::{Cast, Casting, Engine, Engines, Search, Voice};
pub use fit::{EARLIEST_MILLIS, Fit, fit};
pub use recordings::Recordings;
pub use studio::{Line, LineState, Progress, Studio, StudioOptions};
pub use utterance::{Manner, Utterance};
