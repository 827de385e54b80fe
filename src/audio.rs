//! The sound of the program: a handle that never waits, the thread behind it, and the outputs the
//! mixed samples are heard through.
//!
//! [`Sound`] is the handle. It sends everything to the sound thread, which keeps the scheduler, and
//! finds, keeps and finds again an output. A machine without sound is only a quiet [`Status`].

mod clock;
mod output;
mod sound;
mod status;
mod thread;

pub use output::probe;
pub use sound::Sound;
pub use status::{Readiness, SoundOptions, Status};
