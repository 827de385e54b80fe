//! The dark after a session at night: nothing is seen, and the bed may play on until the sleep timer
//! ends it.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use crate::player::{LONGEST_WAIT_MILLIS, NowPlaying};

pub(super) use keys::KEYS;

/// How long words stay after a key, in milliseconds.
const LIT_MILLIS: u64 = 5_000;
/// How long they then take to go dark, in milliseconds.
const SINKING_MILLIS: u64 = 3_000;
/// A frame while they go dark, in milliseconds.
const SINKING_FRAME_MILLIS: u64 = 250;

/// The dark after a session at night.
#[derive(Clone, Copy, Debug)]
pub struct DarkScreen {
    /// Until when words are lit, in milliseconds since the program began.
    lit_until: u64,
    /// The program ends as soon as all is silent.
    leaving: bool,
}

impl DarkScreen {
    /// What follows a session at night that has just ended, at a time in milliseconds since the
    /// program began.
    pub(super) fn since(time: u64) -> Self {
        Self { lit_until: time + LIT_MILLIS, leaving: false }
    }

    /// How much light is left at a time, from 1 after a key to 0 in the dark. With reduced motion it
    /// goes at once.
    fn light(&self, now: u64, reduced_motion: bool) -> f32 {
        let since = now.saturating_sub(self.lit_until);
        if now < self.lit_until {
            1.0
        } else if reduced_motion || since >= SINKING_MILLIS {
            0.0
        } else {
            1.0 - since as f32 / SINKING_MILLIS as f32
        }
    }

    /// How long one frame stays, in milliseconds; `None` in the dark, where nothing is drawn.
    fn lit_frame_millis(&self, now: u64, reduced_motion: bool) -> Option<u64> {
        match self.light(now, reduced_motion) {
            dark if dark <= 0.0 => None,
            full if full >= 1.0 => Some((self.lit_until - now).clamp(1, LONGEST_WAIT_MILLIS)),
            _ => Some(SINKING_FRAME_MILLIS),
        }
    }

    /// How much time may pass until something changes, in milliseconds; `None` where all is over.
    fn until_change(self, now: &NowPlaying) -> Option<u64> {
        if self.has_left(now) {
            return Some(0);
        }
        let until = now.sleep_timer()?.until_change()?;
        Some(until.min(LONGEST_WAIT_MILLIS))
    }

    /// Whether the program ends now: it was to be left as soon as all is silent.
    pub(super) fn has_left(self, now: &NowPlaying) -> bool {
        self.leaving && !now.is_bed_heard()
    }
}
