//! What playback promises, whichever front end it has.

mod voice;
