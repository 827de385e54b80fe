//! Samples of a mixer for tests, and what measures them.

use std::time::Duration;

use crate::mixer::event::SoundEvent;
use crate::mixer::render::Mixer;
use crate::synthesis::StereoFrame;
pub(super) use crate::synthesis::measure::{
    Spectrum, correlation, decibels, frames, is_silent, largest_step, lost_through_small_speakers,
    peak, pitch, true_peak,
};

/// The next milliseconds of a mixer, for both ears.
pub(super) fn render_stereo(mixer: &mut Mixer, millis: usize) -> Vec<StereoFrame> {
    let mut heard = vec![StereoFrame::SILENT; frames(millis)];
    mixer.render(&mut heard);
    heard
}

/// The next milliseconds of a mixer, as one channel: what is in the middle is as it was computed.
pub(super) fn render(mixer: &mut Mixer, millis: usize) -> Vec<f32> {
    to_mono(&render_stereo(mixer, millis))
}

/// Both channels as one.
pub(super) fn to_mono(frames: &[StereoFrame]) -> Vec<f32> {
    frames.iter().map(|frame| frame.to_mono()).collect()
}

/// The samples of each channel.
pub(super) fn channels(frames: &[StereoFrame]) -> [Vec<f32>; 2] {
    [frames.iter().map(|it| it.left).collect(), frames.iter().map(|it| it.right).collect()]
}

/// An event alone in a fresh mixer, from its first frame.
pub(super) fn alone(event: SoundEvent, millis: usize) -> Vec<f32> {
    let mut mixer = Mixer::new();
    mixer.play(event, Duration::ZERO);
    render(&mut mixer, millis)
}
