//! Sounds together: events placed to the frame, mixed, limited, and given away as samples.
//!
//! One [`Mixer`] turns sound events into samples. It knows no clock and no device, so what a test
//! asks it for is what a loudspeaker gets. The `Scheduler` lays the clock over it for live play, and
//! an [`Arrangement`] makes events from the cues of a timeline, live and recorded alike.

mod arrangement;
mod bed_player;
mod channel;
mod event;
mod glide;
mod limiter;
mod master;
#[cfg(test)]
mod measure;
mod playhead;
mod playing_tone;
mod render;
mod scheduler;
#[cfg(test)]
mod tests;

pub use arrangement::{Arrangement, Speech};
pub use event::SoundEvent;
pub(crate) use event::TimedEvent;
pub use render::Mixer;
pub(crate) use scheduler::Scheduler;
