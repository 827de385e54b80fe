//! The tone of a breath: it rises and swells with the inhale, and sinks and fades with the exhale.

use std::f64::consts::{FRAC_PI_2, TAU};
use std::time::Duration;

use crate::synthesis::tone::Tone;
use crate::synthesis::units::{BLOCK, SAMPLE_RATE};
use crate::tween::Easing;

/// The tone where a breath is lowest, and where it is highest: a fifth apart, as G3 and D4.
const LOWEST_HZ: f64 = 196.0;
const HIGHEST_HZ: f64 = 293.7;
/// How strong the second, third and fourth harmonic are against the first. They carry the tone through
/// small loudspeakers, which lose what is below 500 Hz.
const SECOND: f64 = 0.40;
const THIRD: f64 = 0.36;
const FOURTH: f64 = 0.16;
/// The highest sample of all four together, where the first alone has 1.
const CREST: f64 = 1.5;
/// The loudest sample: −17 dBFS, below the chimes, for this tone stays long.
const PEAK: f64 = 0.141;
/// The part of a phase that leads to silence where the breath turns from high to low, and how long
/// that may take at most, in seconds.
const TURN: f64 = 0.15;
const LONGEST_TURN: f64 = 0.5;
/// How loud the inhale is once it has begun, as a part of its peak (−9 dB), and how long it takes to be
/// there, in seconds: heard above a bed within 0.3 s, and nobody starts.
const ONSET: f64 = 0.35;
const ONSET_SECONDS: f64 = 0.15;

/// The tone of one inhale or exhale, exactly as long as the phase.
pub(crate) struct BreathTone {
    rising: bool,
    /// Position and length in frames.
    position: u64,
    length: u64,
    /// Where on the way up the tone is loudest, as a fraction of the phase.
    crest: f64,
    /// A pointer that turns once in each period of the tone.
    pointer: (f64, f64),
}

impl BreathTone {
    pub(crate) fn new(rising: bool, length: Duration) -> Self {
        let seconds = length.as_secs_f64();
        Self {
            rising,
            position: 0,
            length: (seconds * f64::from(SAMPLE_RATE)).round() as u64,
            crest: 1.0 - TURN.min(LONGEST_TURN / seconds.max(0.001)),
            pointer: (1.0, 0.0),
        }
    }

    /// How far up the breath is: 0 at its low turn, 1 at its high turn.
    fn height(&self, position: u64) -> f64 {
        let fraction = (position as f64 / self.length.max(1) as f64).min(1.0);
        if self.rising { fraction } else { 1.0 - fraction }
    }

    fn frequency(&self, position: u64) -> f64 {
        let way_up = Easing::Smoothstep.apply(self.height(position));
        LOWEST_HZ * (HIGHEST_HZ / LOWEST_HZ).powf(way_up)
    }

    /// Nothing at both turns, and between them a slow way up and a quick way down. An inhale begins at
    /// its onset; an exhale fades to nothing.
    fn level(&self, position: u64) -> f64 {
        let height = self.height(position);
        let swell = if height < self.crest {
            let swell = (FRAC_PI_2 * height / self.crest).sin().powf(1.5);
            if self.rising { self.onset(position) * (ONSET + (1.0 - ONSET) * swell) } else { swell }
        } else {
            (FRAC_PI_2 * (height - self.crest) / (1.0 - self.crest)).cos().powi(2)
        };
        swell * PEAK / CREST
    }

    /// How far an inhale has begun, from 0 to 1.
    fn onset(&self, position: u64) -> f64 {
        let lasts = (ONSET_SECONDS * f64::from(SAMPLE_RATE)).min(self.length as f64 / 4.0);
        Easing::Smoothstep.apply((position as f64 / lasts.max(1.0)).min(1.0))
    }
}

impl Tone for BreathTone {
    fn fill(&mut self, block: &mut [f32; BLOCK]) -> usize {
        let count = (self.length - self.position).min(BLOCK as u64) as usize;
        if count == 0 {
            return 0;
        }
        let end = self.position + count as u64;
        let turn = TAU * self.frequency(u64::midpoint(self.position, end)) / f64::from(SAMPLE_RATE);
        let (turn_sin, turn_cos) = turn.sin_cos();
        let mut level = self.level(self.position);
        let level_step = (self.level(end) - level) / count as f64;
        let (mut cos, mut sin) = self.pointer;
        for sample in &mut block[..count] {
            let second = 2.0 * sin * cos;
            let third = sin * (3.0 - 4.0 * sin * sin);
            let fourth = 2.0 * second * (1.0 - 2.0 * sin * sin);
            let harmonics = SECOND * second + THIRD * third + FOURTH * fourth;
            *sample = (level * (sin + harmonics)) as f32;
            (cos, sin) = (cos * turn_cos - sin * turn_sin, sin * turn_cos + cos * turn_sin);
            level += level_step;
        }
        let length = cos.hypot(sin);
        self.pointer = (cos / length, sin / length);
        self.position = end;
        count
    }
}
