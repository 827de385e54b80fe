//! Samples of a mixer for tests, and what measures them.

use std::time::Duration;

use crate::mixer::event::SoundEvent;
use crate::mixer::render::Mixer;
pub(super) use crate::synthesis::measure::{
    Spectrum, decibels, frames, is_silent, largest_step, lost_through_small_speakers, peak, pitch,
    true_peak,
};

/// The next milliseconds of a mixer.
pub(super) fn render(mixer: &mut Mixer, millis: usize) -> Vec<f32> {
    let mut samples = vec![0.0; frames(millis)];
    mixer.render(&mut samples);
    samples
}

/// An event alone in a fresh mixer, from its first frame.
pub(super) fn alone(event: SoundEvent, millis: usize) -> Vec<f32> {
    let mut mixer = Mixer::new();
    mixer.play(event, Duration::ZERO);
    render(&mut mixer, millis)
}
