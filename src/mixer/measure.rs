//! Samples of a mixer for tests, and what measures them.

use std::sync::{LazyLock, OnceLock};
use std::time::Duration;

use crate::mixer::event::SoundEvent;
use crate::mixer::render::Mixer;
use crate::shipped_sounds::shipped_chime_names;
use crate::synthesis::StereoFrame;
pub(super) use crate::synthesis::measure::{
    Spectrum, correlations, decibels, frames, is_silent, largest_step, lost_through_small_speakers,
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

/// After this every shipped chime has rung out, in milliseconds.
const RUNG_OUT: usize = 12_000;

/// A chime by day or at night, and its samples once a test has asked for them.
type Rung = (&'static str, bool, OnceLock<Vec<f32>>);

static RUNG: LazyLock<Vec<Rung>> = LazyLock::new(|| {
    let by_day_and_at_night = |name| [false, true].map(|night| (name, night, OnceLock::new()));
    shipped_chime_names().into_iter().flat_map(by_day_and_at_night).collect()
});

/// The first milliseconds of a shipped chime alone, rendered once for all tests.
pub(super) fn chime(name: &str, night: bool, millis: usize) -> &'static [f32] {
    let rung = RUNG.iter().find(|it| it.0 == name && it.1 == night).expect("a shipped chime");
    let samples = rung.2.get_or_init(|| {
        let mut mixer = Mixer::new();
        mixer.set_night(night);
        mixer.play(SoundEvent::chime(name), Duration::ZERO);
        render(&mut mixer, RUNG_OUT)
    });
    &samples[..frames(millis)]
}
