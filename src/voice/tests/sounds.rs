//! Made-up speech: a tone that swells and fades, between two silences.

use std::f32::consts::TAU;
use std::io::Cursor;

use hound::{SampleFormat, WavSpec, WavWriter};

/// A tone of 220 Hz with silence before and after, each in milliseconds.
pub(super) fn tone(rate: u32, before: u32, sounds: u32, after: u32) -> Vec<f32> {
    let frames = |millis: u32| (rate * millis / 1000) as usize;
    let quiet = |millis| std::iter::repeat_n(0.0, frames(millis));
    let loud = (0..frames(sounds)).map(|at| (TAU * 220.0 * at as f32 / rate as f32).sin() * 0.5);
    quiet(before).chain(loud).chain(quiet(after)).collect()
}

/// Samples as a WAV file of whole numbers.
pub(super) fn wav(samples: &[f32], channels: u16, rate: u32, bits: u16) -> Vec<u8> {
    let full = (1_i64 << (bits - 1)) as f32 - 1.0;
    let whole = |sample: &f32| (sample * full) as i32;
    packed(channels, rate, bits, SampleFormat::Int, samples.iter().map(whole))
}

/// Samples as a WAV file of floating point.
pub(super) fn float_wav(samples: &[f32], rate: u32) -> Vec<u8> {
    packed(1, rate, 32, SampleFormat::Float, samples.iter().copied())
}

fn packed<S: hound::Sample>(
    channels: u16,
    sample_rate: u32,
    bits_per_sample: u16,
    sample_format: SampleFormat,
    samples: impl Iterator<Item = S>,
) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let spec = WavSpec { channels, sample_rate, bits_per_sample, sample_format };
    let mut writer = WavWriter::new(&mut bytes, spec).expect("a writer");
    for sample in samples {
        writer.write_sample(sample).expect("a sample");
    }
    writer.finalize().expect("a whole file");
    bytes.into_inner()
}

/// The same noise each time, from −`peak` to `peak`.
pub(super) fn noise(frames: usize, peak: f32) -> Vec<f32> {
    let mut state = 1_u32;
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / 8_388_608.0 - 1.0
    };
    std::iter::repeat_with(next).take(frames).map(|sample| sample * peak).collect()
}
