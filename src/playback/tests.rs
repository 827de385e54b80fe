//! What playback promises, whichever front end it has.

mod beginning;
mod due;
mod sink;
mod voice;
