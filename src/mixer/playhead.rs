//! Where in time the stream is: which frame will be heard when.

use std::time::Duration;

/// An error above this is a jump of the stream (a gap, a new device), not a measuring error.
const JUMP: f64 = 0.012;
/// The part of a smaller error that is taken over at once.
const EASE: f64 = 0.3;

/// The line from frames to the clock, corrected as the output reports what it is doing.
#[derive(Debug)]
pub(crate) struct Playhead {
    rate: f64,
    anchor: Option<TimeAnchor>,
}

/// A frame and when it is heard, in seconds of the clock.
#[derive(Clone, Copy, Debug)]
struct TimeAnchor {
    frame: u64,
    heard: f64,
}

impl Playhead {
    pub(crate) fn new(rate: u32) -> Self {
        Self { rate: f64::from(rate), anchor: None }
    }

    /// Forgets the line: the stream has stopped or is another.
    pub(crate) fn forget(&mut self) {
        self.anchor = None;
    }

    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only a sound server is asked"))]
    pub(crate) fn is_known(&self) -> bool {
        self.anchor.is_some()
    }

    /// Takes in that `frame` is heard at `heard`, give or take `doubt`.
    pub(crate) fn observe(&mut self, frame: u64, heard: Duration, doubt: Duration) {
        let heard = heard.as_secs_f64();
        let expected = self.heard_at(frame);
        let corrected = expected.map_or(heard, |expected| {
            let error = heard - expected;
            if error.abs() > JUMP + doubt.as_secs_f64() {
                heard
            } else if error.abs() > doubt.as_secs_f64() {
                expected + EASE * error
            } else {
                expected
            }
        });
        self.anchor = Some(TimeAnchor { frame, heard: corrected });
    }

    /// The frame that is heard at this time, if the line is known. It may lie before the first.
    pub(crate) fn frame_at(&self, time: Duration) -> Option<i64> {
        let anchor = self.anchor?;
        let frames = (time.as_secs_f64() - anchor.heard) * self.rate;
        Some((anchor.frame as i64).saturating_add(frames.round() as i64))
    }

    /// When a frame is heard, in seconds of the clock, if the line is known.
    pub(crate) fn heard_at(&self, frame: u64) -> Option<f64> {
        let anchor = self.anchor?;
        Some(anchor.heard + (frame as f64 - anchor.frame as f64) / self.rate)
    }
}

#[cfg(test)]
mod tests;
