//! What playback promises, whichever front end it has.

mod sink;
mod voice;
