//! Spectra to sound: a train of pulses shaped by the net, noise, and a part with phases of its own,
//! then one inverse short-time Fourier transform.

mod noise;
mod pulses;

use std::f32::consts::{PI, TAU};

use ndarray::{ArrayView1, ArrayView2};
use realfft::num_complex::Complex32;
use realfft::{ComplexToReal, RealFftPlanner, RealToComplex};
use std::sync::Arc;

use crate::net::{Frames, Net};
use noise::Noise;

/// Samples in one window of the transform.
const WINDOW: usize = 1200;
/// Samples from one frame to the next: 12.5 ms.
pub(crate) const HOP: usize = 300;
/// Frequencies in one spectrum.
const BINS: usize = WINDOW / 2 + 1;
/// How many spectra are in memory at once.
const AT_ONCE: usize = 64;
/// The largest logarithm of a magnitude that is taken at its word.
const LOUDEST: f32 = 7.0;

/// The sound of all frames: 24,000 samples a second, the same for the same frames.
pub(crate) fn sound(net: &Net<'_>, frames: &Frames) -> Vec<f32> {
    let mut builder = Builder::new(&frames.pitch);
    net.spectra(frames, AT_ONCE, |spectra| builder.add(&spectra));
    builder.finish()
}

struct Builder {
    forward: Arc<dyn RealToComplex<f32>>,
    backward: Arc<dyn ComplexToReal<f32>>,
    window: Vec<f32>,
    pulses: Vec<f32>,
    noise: Noise,
    /// Overlapping windows, half a window early.
    sum: Vec<f32>,
    /// How much window lies over each sample of `sum`.
    weight: Vec<f32>,
    frame: usize,
    samples: Vec<f32>,
    bins: Vec<Complex32>,
}

impl Builder {
    fn new(pitch: &[f32]) -> Self {
        let mut planner = RealFftPlanner::new();
        let length = pitch.len() * HOP + WINDOW;
        let angle = |at: usize| TAU * at as f32 / WINDOW as f32;
        Self {
            forward: planner.plan_fft_forward(WINDOW),
            backward: planner.plan_fft_inverse(WINDOW),
            window: (0..WINDOW).map(|at| 0.5 - 0.5 * angle(at).cos()).collect(),
            pulses: pulses::pulses(pitch),
            noise: Noise::new(),
            sum: vec![0.0; length],
            weight: vec![0.0; length],
            frame: 0,
            samples: vec![0.0; WINDOW],
            bins: vec![Complex32::default(); BINS],
        }
    }

    fn add(&mut self, spectra: &ArrayView2<'_, f32>) {
        for spectrum in spectra.rows() {
            self.add_frame(&spectrum);
            self.frame += 1;
        }
    }

    fn add_frame(&mut self, spectrum: &ArrayView1<'_, f32>) {
        let start = self.frame * HOP;
        for (at, sample) in self.samples.iter_mut().enumerate() {
            let pulse = mirrored(&self.pulses, start + at);
            *sample = pulse * self.window[at] / (WINDOW as f32 / 4.0);
        }
        self.forward
            .process(&mut self.samples, &mut self.bins)
            .expect("both have the lengths that the transform was planned for");
        self.shape(spectrum);
        self.backward
            .process(&mut self.bins, &mut self.samples)
            .expect("first and last bin are real, and both lengths as planned");
        for (at, (sample, window)) in self.samples.iter().zip(&self.window).enumerate() {
            self.sum[start + at] += sample / WINDOW as f32 * window;
            self.weight[start + at] += window * window;
        }
    }

    /// The spectrum of the pulses becomes that of the voice.
    fn shape(&mut self, spectrum: &ArrayView1<'_, f32>) {
        let magnitude = |logarithm: f32| logarithm.min(LOUDEST).exp();
        for (at, bin) in self.bins.iter_mut().enumerate() {
            let part = |part: usize| spectrum[part * BINS + at];
            let harmonic = Complex32::from_polar(magnitude(part(0)), PI * part(1).tanh());
            let hiss = self.noise.normal() * magnitude(part(2));
            let free = Complex32::from_polar(magnitude(part(3)), part(4));
            *bin = *bin * harmonic + hiss + free;
        }
        self.bins[0].im = 0.0;
        self.bins[BINS - 1].im = 0.0;
    }

    fn finish(self) -> Vec<f32> {
        let half = WINDOW / 2;
        let middle = half..self.sum.len() - half;
        let samples = self.sum[middle.clone()].iter().zip(&self.weight[middle]);
        samples.map(|(sum, weight)| sum / weight.max(1e-11)).collect()
    }
}

/// The sample `at` of `pulses`, counted from half a window before them; mirrored at both ends.
fn mirrored(pulses: &[f32], at: usize) -> f32 {
    let half = WINDOW / 2;
    let index = if at < half {
        half - at
    } else if at - half < pulses.len() {
        at - half
    } else {
        (2 * pulses.len()).saturating_sub(at - half + 2)
    };
    pulses.get(index).copied().unwrap_or(0.0)
}
