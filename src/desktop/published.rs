//! What was published last, and where the session is by now.

use std::time::Duration;

use crate::desktop::NowPlaying;

/// A position further than this from where time alone would have led is a jump.
const JUMP: Duration = Duration::from_millis(300);

/// What plays, and when it was published.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Published {
    pub(super) title: String,
    pub(super) length: Duration,
    pub(super) runs: bool,
    pub(super) speed: f64,
    pub(super) volume: u8,
    pub(super) night: bool,
    pub(super) bed_plays_on: bool,
    position: Duration,
    at: Duration,
}

impl Published {
    pub(super) fn new(now_playing: &NowPlaying<'_>, at: Duration) -> Self {
        Self {
            title: now_playing.title.to_owned(),
            length: now_playing.length,
            runs: now_playing.runs,
            speed: now_playing.speed,
            volume: now_playing.volume,
            night: now_playing.night,
            bed_plays_on: now_playing.bed_plays_on,
            position: now_playing.position,
            at,
        }
    }

    /// Where the session is at a time of the clock.
    pub(super) fn position_at(&self, now: Duration) -> Duration {
        let since = if self.runs { now.saturating_sub(self.at) } else { Duration::ZERO };
        let gone = Duration::try_from_secs_f64(since.as_secs_f64() * self.speed);
        self.position.saturating_add(gone.unwrap_or_default()).min(self.length)
    }

    /// Whether `now_playing` is what this state becomes by time alone.
    pub(super) fn expects(&self, now_playing: &NowPlaying<'_>, now: Duration) -> bool {
        self.title == now_playing.title
            && self.length == now_playing.length
            && self.runs == now_playing.runs
            && self.speed.to_bits() == now_playing.speed.to_bits()
            && self.volume == now_playing.volume
            && self.night == now_playing.night
            && self.bed_plays_on == now_playing.bed_plays_on
            && self.position_at(now).abs_diff(now_playing.position) <= JUMP
    }

    /// Whether a later state is at a place where time alone would not have led.
    pub(super) fn jumps_to(&self, later: &Self) -> bool {
        self.position_at(later.at).abs_diff(later.position) > JUMP
    }
}
