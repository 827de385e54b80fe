//! What playback promises, whichever front end it has.

mod beginning;
mod sink;
mod voice;
