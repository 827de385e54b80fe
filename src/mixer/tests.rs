//! Tests of what sounds are like once they are mixed: shipped ones, and the person's own.

mod own_sounds;
mod tones;
mod width;
