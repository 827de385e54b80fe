//! The last hands on the sound: volume that glides, a limiter, and a ceiling that rounds.

use crate::choices::{Channels, Mix};
use crate::mixer::glide::GlidingGain;
use crate::mixer::limiter::Limiter;
use crate::synthesis::StereoFrame;

/// No sample ever leaves the mixer louder than this (−3.9 dBFS). The rest up to −3 dBTP is left for
/// what lies between samples.
pub(super) const CEILING: f32 = 0.64;

/// Below this level nothing is touched; above it samples bend softly towards the ceiling.
const KNEE: f32 = 0.42;

/// Volume and ceiling.
#[derive(Debug)]
pub(super) struct Master {
    volume: u8,
    muted: bool,
    gain: GlidingGain,
    channels: Channels,
    limiter: Limiter,
}

impl Master {
    pub(super) fn new() -> Self {
        let (gain, limiter) = (GlidingGain::new(), Limiter::new());
        let channels = Channels::default();
        Self { volume: Mix::MEANT, muted: false, gain, channels, limiter }
    }

    pub(super) fn set_channels(&mut self, channels: Channels) {
        self.channels = channels;
    }

    pub(super) fn channels(&self) -> Channels {
        self.channels
    }

    /// As a kind of sound counts it: at [`Mix::MEANT`] all is as loud as it was meant.
    pub(super) fn set_volume(&mut self, volume: u8) {
        self.volume = volume;
        self.set_gain();
    }

    pub(super) fn set_muted(&mut self, muted: bool) {
        self.muted = muted;
        self.set_gain();
    }

    /// Everything glides to so many dB less than the volume says.
    pub(super) fn set_softer(&mut self, db: f32) {
        self.gain.set_trim(-db);
    }

    /// Nothing sounds now: what comes next begins at the volume as it is set then.
    pub(super) fn settle(&mut self) {
        self.gain.settle();
    }

    pub(super) fn apply(&mut self, frames: &mut [StereoFrame]) {
        self.gain.apply(frames);
        if self.channels == Channels::Mono {
            // Held below the ceiling as one channel, which is what a recording has of it.
            for frame in frames.iter_mut() {
                let one = frame.to_mono();
                *frame = StereoFrame { left: one, right: one };
            }
        }
        if !self.limiter.passes(frames) {
            for frame in frames.iter_mut() {
                *frame = below_ceiling(self.limiter.limit(*frame));
            }
        }
        if self.channels == Channels::Mono {
            for frame in frames.iter_mut() {
                *frame = StereoFrame::centred(frame.left);
            }
        }
    }

    fn set_gain(&mut self) {
        self.gain.set(if self.muted { 0 } else { self.volume });
    }
}

fn below_ceiling(frame: StereoFrame) -> StereoFrame {
    let level = frame.peak();
    if level <= KNEE {
        return frame;
    }
    let room = CEILING - KNEE;
    frame * ((KNEE + room * ((level - KNEE) / room).tanh()) / level)
}
