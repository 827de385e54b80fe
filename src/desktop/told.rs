//! What was told last, and where the session is by now.

use std::time::Duration;

use crate::desktop::Scene;

/// A position further than this from where time alone would have led is a jump.
const JUMP: Duration = Duration::from_millis(300);

/// A scene, and when it was told.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    pub(super) title: String,
    pub(super) length: Duration,
    pub(super) runs: bool,
    pub(super) speed: f64,
    pub(super) volume: u8,
    pub(super) night: bool,
    pub(super) drifts: bool,
    position: Duration,
    at: Duration,
}

impl Told {
    pub(super) fn new(scene: &Scene<'_>, at: Duration) -> Self {
        Self {
            title: scene.title.to_owned(),
            length: scene.length,
            runs: scene.runs,
            speed: scene.speed,
            volume: scene.volume,
            night: scene.night,
            drifts: scene.drifts,
            position: scene.position,
            at,
        }
    }

    /// Where the session is at a time of the clock.
    pub(super) fn position_at(&self, now: Duration) -> Duration {
        let since = if self.runs { now.saturating_sub(self.at) } else { Duration::ZERO };
        let gone = Duration::try_from_secs_f64(since.as_secs_f64() * self.speed);
        self.position.saturating_add(gone.unwrap_or_default()).min(self.length)
    }

    /// Whether a scene says nothing that was not to be expected.
    pub(super) fn foresaw(&self, scene: &Scene<'_>, now: Duration) -> bool {
        self.title == scene.title
            && self.length == scene.length
            && self.runs == scene.runs
            && self.speed.to_bits() == scene.speed.to_bits()
            && self.volume == scene.volume
            && self.night == scene.night
            && self.drifts == scene.drifts
            && self.position_at(now).abs_diff(scene.position) <= JUMP
    }

    /// Whether a later scene is at a place where time alone would not have led.
    pub(super) fn jumps_to(&self, later: &Self) -> bool {
        self.position_at(later.at).abs_diff(later.position) > JUMP
    }
}
