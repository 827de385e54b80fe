//! How often the screen is drawn, and how dark it is.

use super::{App, Mode, playing};
use crate::player::NowPlaying;

/// How long one frame stays while lines are spoken ahead, in milliseconds.
const WORKING_FRAME_MILLIS: u64 = 250;

impl App {
    /// After dark, how much of the session has played, 0–1; `None` by day.
    pub fn after_dark(&self, now: &NowPlaying) -> Option<f32> {
        let mut mode = &self.mode;
        loop {
            mode = match mode {
                Mode::Playing => return now.share().filter(|_| now.is_night()),
                Mode::Drifting(_) => return Some(1.0),
                Mode::Help(under) => under,
                Mode::Learn(learn) => &learn.under,
                _ => return None,
            };
        }
    }

    /// How long one frame stays, in milliseconds; `None` where nothing moves.
    pub fn frame_millis(&self, now: &NowPlaying) -> Option<u64> {
        let still = self.circumstances.reduced_motion;
        match &self.mode {
            Mode::Playing => playing::frame_millis(now.player()?, still),
            Mode::Drifting(drifting) => drifting.frame_millis(self.now, still),
            Mode::Ready(_) if self.voice.is_working() => Some(WORKING_FRAME_MILLIS),
            _ => None,
        }
    }

    /// How much time may pass although nothing is drawn, in milliseconds; `None` where nothing is
    /// waited for.
    pub fn doze_millis(&self, now: &NowPlaying) -> Option<u64> {
        match &self.mode {
            Mode::Drifting(drifting) => drifting.doze_millis(now),
            _ => None,
        }
    }
}
