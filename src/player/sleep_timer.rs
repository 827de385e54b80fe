//! After a session at night: the bed plays on for a while, then it fades.

use super::Player;
use super::effect::SleepTimerState;
use super::{Effect, GAP_MILLIS, SHORT_FADE_MILLIS};
use crate::timeline::{Cue, CueKind, Tail};

/// How much longer the bed plays on when it is asked for, in milliseconds: 15 minutes.
pub const LONGER_MILLIS: u64 = 15 * 60_000;
/// However often it is asked for, the bed is never this far from its fade, in milliseconds: 90
/// minutes. It does not play all night.
const FARTHEST_MILLIS: u64 = 90 * 60_000;
/// The longest that the clock is not read while a bed plays on, in milliseconds: a machine that has
/// slept says so only there.
pub const LONGEST_WAIT_MILLIS: u64 = 1_000;
/// A bed whose time was over while the machine slept goes within so long, in milliseconds.
const EXPIRED_FADE_MILLIS: u64 = 400;

/// A bed that plays on after a session. Time the machine slept counts: a bed that went on
/// where it stood would wake the sleeper.
#[derive(Clone, Debug, PartialEq)]
pub struct SleepTimer {
    bed: String,
    state: SleepTimerState,
    /// Wall time since the session ended, in milliseconds.
    passed: u64,
    speed: f64,
    /// When it begins to fade and when it is silent, in milliseconds of the session's own time.
    fades_at: u64,
    over_at: u64,
    fade: u64,
}

impl SleepTimer {
    /// The bed that plays on after a whole session, if one does.
    pub fn after(player: &Player) -> Option<Self> {
        let (timeline, speed) = (player.timeline(), player.speed());
        let Tail { play_on, fade } = timeline.tail();
        let bed = timeline.last_bed().filter(|_| play_on > 0)?.to_owned();
        Some(Self {
            bed,
            state: SleepTimerState::PlayingOn,
            passed: 0,
            speed,
            fades_at: play_on,
            over_at: play_on + fade,
            fade,
        })
    }

    /// The name of the bed.
    pub fn bed(&self) -> &str {
        &self.bed
    }

    /// What it is doing.
    pub fn state(&self) -> SleepTimerState {
        self.state
    }

    /// How long until it begins to fade, in milliseconds.
    pub fn left(&self) -> u64 {
        self.fades_at.saturating_sub(self.now())
    }

    /// How much wall time passes until something happens, in milliseconds, if anything does.
    pub fn until_change(&self) -> Option<u64> {
        let until = |at: u64| (at.saturating_sub(self.now()) as f64 / self.speed).ceil() as u64;
        match self.state {
            SleepTimerState::PlayingOn => Some(until(self.fades_at)),
            SleepTimerState::Fading => Some(until(self.over_at)),
            SleepTimerState::Over => None,
        }
    }

    /// Lets `elapsed` milliseconds of wall time pass.
    pub fn advance(&mut self, elapsed: u64) -> Vec<Effect> {
        self.passed += elapsed;
        if self.state == SleepTimerState::Over {
            return Vec::new();
        }
        let now = self.now();
        let slept = self.state == SleepTimerState::Fading && elapsed > GAP_MILLIS;
        let begins = self.state == SleepTimerState::PlayingOn && now >= self.fades_at;
        if begins {
            self.state = SleepTimerState::Fading;
        }
        if now >= self.over_at {
            self.state = SleepTimerState::Over;
        }
        // The sound stood still while the machine slept, and hears anew how much is left.
        if begins || slept { vec![self.fading()] } else { Vec::new() }
    }

    /// Lets it play on for longer, and brings it back if it had begun to fade.
    pub fn longer(&mut self) -> Vec<Effect> {
        let now = self.now();
        let from = match self.state {
            SleepTimerState::PlayingOn => self.fades_at,
            SleepTimerState::Fading => now,
            SleepTimerState::Over => return Vec::new(),
        };
        self.fades_at = (from + LONGER_MILLIS).min(now + FARTHEST_MILLIS);
        self.over_at = self.fades_at + self.fade;
        if self.state == SleepTimerState::PlayingOn {
            return Vec::new();
        }
        self.state = SleepTimerState::PlayingOn;
        let cue = Cue { at: 0, kind: CueKind::Bed(Some(self.bed.clone())) };
        vec![Effect::Resumed, Effect::Cue { cue, after: 0 }]
    }

    /// Ends it softly.
    pub fn end(&mut self) -> Vec<Effect> {
        if self.state == SleepTimerState::Over {
            return Vec::new();
        }
        self.state = SleepTimerState::Fading;
        self.fades_at = self.now();
        self.over_at = self.fades_at + (SHORT_FADE_MILLIS as f64 * self.speed) as u64;
        vec![self.fading()]
    }

    fn fading(&self) -> Effect {
        let left = self.over_at.saturating_sub(self.now()) as f64 / self.speed;
        Effect::FadeBed { millis: (left as u64).max(EXPIRED_FADE_MILLIS) }
    }

    /// The session's own time since it ended, in milliseconds.
    fn now(&self) -> u64 {
        (self.passed as f64 * self.speed) as u64
    }
}
