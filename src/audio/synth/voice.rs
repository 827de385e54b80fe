//! A tone on its way to the mixer, which can be hushed without a click.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rodio::Source;

use super::{BLOCK, Tone};
use crate::audio::{RATE, SAMPLE_RATE};

/// How long a hushed voice takes to fade.
pub(in crate::audio) const FADE: Duration = Duration::from_millis(40);

/// Asks a voice to fade. Also tells whether it still sounds: the voice holds one end, the stage
/// the other.
#[derive(Debug, Default)]
pub(in crate::audio) struct Hush(AtomicBool);

impl Hush {
    /// Lets the voice fade within [`FADE`].
    pub(in crate::audio) fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A tone as a rodio source: one channel, at the stage's rate.
pub(in crate::audio) struct Voice<T> {
    tone: T,
    block: [f32; BLOCK],
    next: usize,
    filled: usize,
    hush: Arc<Hush>,
    fade: Option<Fade>,
}

/// A fade to nothing, as a straight line.
struct Fade {
    level: f32,
    step: f32,
}

impl<T: Tone> Voice<T> {
    pub(in crate::audio) fn new(tone: T, hush: Arc<Hush>) -> Self {
        // As if a whole block had just been read: the first call fills the next one.
        Self { tone, block: [0.0; BLOCK], next: BLOCK, filled: BLOCK, hush, fade: None }
    }

    fn refill(&mut self) {
        self.next = 0;
        self.filled = self.tone.fill(&mut self.block);
        if self.fade.is_none() && self.hush.is_asked() {
            let frames = FADE.as_secs_f32() * SAMPLE_RATE as f32;
            self.fade = Some(Fade { level: 1.0, step: 1.0 / frames });
        }
        if let Some(fade) = &mut self.fade {
            for sample in &mut self.block[..self.filled] {
                fade.level = (fade.level - fade.step).max(0.0);
                *sample *= fade.level;
            }
            if fade.level <= 0.0 {
                self.filled = 0;
            }
        }
    }
}

impl<T: Tone> Iterator for Voice<T> {
    type Item = f32;

    #[inline]
    fn next(&mut self) -> Option<f32> {
        if self.next >= self.filled {
            if self.filled < BLOCK {
                return None;
            }
            self.refill();
            if self.filled == 0 {
                return None;
            }
        }
        let sample = self.block[self.next];
        self.next += 1;
        Some(sample)
    }
}

impl<T: Tone> Source for Voice<T> {
    /// Open while it sounds, and nothing when it is over, as rodio would have it.
    fn current_span_len(&self) -> Option<usize> {
        (self.next >= self.filled && self.filled < BLOCK).then_some(0)
    }

    fn channels(&self) -> NonZero<u16> {
        NonZero::<u16>::MIN
    }

    fn sample_rate(&self) -> NonZero<u32> {
        RATE
    }

    fn total_duration(&self) -> Option<Duration> {
        None
    }
}
