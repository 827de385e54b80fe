//! A chime: every partial of every strike is a small resonator that rings out by itself.

use std::f64::consts::TAU;

use crate::synthesis::bed::Reverb;
use crate::synthesis::recipe::{Partial, Recipe};
use crate::synthesis::tone::Tone;
use crate::synthesis::units::{BLOCK, SAMPLE_RATE, amplitude};
use crate::tween::Easing;

/// A partial is left alone when it has faded by this much.
const INAUDIBLE_DB: f64 = 75.0;
/// Partials above this part of the sample rate are left out: they could not be told from others.
const HIGHEST: f64 = 0.4;

/// A chime on its way from the first strike to the end of its ring.
pub(crate) struct ChimeTone {
    position: u64,
    length: u64,
    strikes: Vec<Ringing>,
    room: Option<Reverb>,
}

struct Ringing {
    start: u64,
    end: u64,
    attack: u64,
    resonators: Vec<Resonator>,
}

/// Two numbers and two factors whose recurrence is a sine that fades.
struct Resonator {
    last: f64,
    before: f64,
    turn: f64,
    loss: f64,
    frames_left: u64,
}

impl ChimeTone {
    pub(crate) fn new(recipe: &Recipe) -> Self {
        let rate = f64::from(SAMPLE_RATE);
        let gain = recipe.gain();
        let strikes: Vec<_> = recipe
            .strikes
            .iter()
            .map(|strike| {
                let start = (strike.at_ms / 1_000.0 * rate).round() as u64;
                let level = gain * amplitude(strike.level_db);
                let resonators: Vec<_> = recipe
                    .partials
                    .iter()
                    .filter(|partial| partial.ratio * strike.pitch_hz < HIGHEST * rate)
                    .map(|partial| Resonator::new(partial, strike.pitch_hz, level, rate))
                    .collect();
                let longest = resonators.iter().map(|it| it.frames_left).max();
                Ringing {
                    start,
                    end: start + longest.unwrap_or_default(),
                    attack: (recipe.attack_ms / 1_000.0 * rate).round() as u64,
                    resonators,
                }
            })
            .collect();
        let rings = strikes.iter().map(|it| it.end).max().unwrap_or_default();
        let fades = recipe.room.as_ref().map_or(0.0, |room| room.seconds * rate) as u64;
        let room = recipe.room.as_ref().map(Reverb::new);
        Self { position: 0, length: rings + fades, strikes, room }
    }
}

impl Tone for ChimeTone {
    fn fill(&mut self, block: &mut [f32; BLOCK]) -> usize {
        let count = (self.length - self.position).min(BLOCK as u64) as usize;
        let mut sum = [0.0; BLOCK];
        let end = self.position + count as u64;
        for strike in &mut self.strikes {
            if strike.start < end && self.position < strike.end {
                let first = strike.start.saturating_sub(self.position) as usize;
                let since = self.position.saturating_sub(strike.start);
                strike.add_to(&mut sum[first..count], since);
            }
        }
        for (sample, sum) in block.iter_mut().zip(sum) {
            *sample = sum as f32;
        }
        if let Some(room) = &mut self.room {
            room.add_to(block);
        }
        self.position = end;
        count
    }
}

impl Ringing {
    /// Adds its next samples. `since` counts the frames from the strike to the first of them.
    fn add_to(&mut self, out: &mut [f64], since: u64) {
        let mut own = [0.0; BLOCK];
        let own = &mut own[..out.len()];
        for resonator in &mut self.resonators {
            resonator.add_to(own);
        }
        let attack = self.attack as f64;
        for (index, (sum, sample)) in out.iter_mut().zip(own).enumerate() {
            let age = (since + index as u64) as f64;
            let swell = if age < attack { Easing::Cosine.apply(age / attack) } else { 1.0 };
            *sum += swell * *sample;
        }
    }
}

impl Resonator {
    fn new(partial: &Partial, pitch_hz: f64, level: f64, rate: f64) -> Self {
        let angle = TAU * partial.ratio * pitch_hz / rate;
        let frames = partial.decay_s * rate;
        let loss = amplitude(-60.0 / frames);
        let level = level * amplitude(partial.level_db);
        Self {
            // The sine starts at zero, so what came one frame before it is below zero.
            last: 0.0,
            before: -level * angle.sin() / loss,
            turn: 2.0 * loss * angle.cos(),
            loss: loss * loss,
            frames_left: (frames * INAUDIBLE_DB / 60.0) as u64,
        }
    }

    fn add_to(&mut self, out: &mut [f64]) {
        if self.frames_left == 0 {
            return;
        }
        for sample in out.iter_mut() {
            *sample += self.last;
            (self.last, self.before) = (self.turn * self.last - self.loss * self.before, self.last);
        }
        self.frames_left = self.frames_left.saturating_sub(out.len() as u64);
    }
}
