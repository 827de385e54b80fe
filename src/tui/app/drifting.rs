//! After a session at night: the screen goes dark, and the bed may play on.

use super::{App, Mode, Playing, Request};
use crate::player::{Command, Effect, LONGEST_DOZE_MILLIS, Player, SleepTimer, SleepTimerState};
use crate::tui::{Action, Place};

/// How long words stay after a key, in milliseconds.
const LIT_MILLIS: u64 = 5_000;
/// How long they then take to go dark, in milliseconds.
const SINKING_MILLIS: u64 = 3_000;
/// A frame while they go dark, in milliseconds.
const SINKING_FRAME_MILLIS: u64 = 250;

/// After a session at night.
#[derive(Clone, Debug)]
pub struct Drifting {
    /// The bed that plays on, or played on until now; `None` where none did.
    pub drift: Option<SleepTimer>,
    /// The session that has ended.
    player: Player,
    /// Until when words are lit, in milliseconds since the program began.
    lit_until: u64,
    /// The program ends as soon as all is silent.
    leaving: bool,
}

impl Drifting {
    /// What follows a session at night that has just ended, at a time in milliseconds since the
    /// program began.
    pub(super) fn after(playing: &Playing, whole: bool, now: u64) -> Self {
        let player = &playing.player;
        let drift = whole.then(|| SleepTimer::after(player.timeline(), player.speed())).flatten();
        Self { drift, player: player.clone(), lit_until: now + LIT_MILLIS, leaving: false }
    }

    /// Whether a bed is still to be heard.
    pub fn is_heard(&self) -> bool {
        self.drift.as_ref().is_some_and(|drift| drift.state() != SleepTimerState::Over)
    }

    pub(crate) fn place(&self) -> Place {
        if self.is_heard() { Place::Drifting } else { Place::Silent }
    }

    /// How much light is left at a time, from 1 after a key to 0 in the dark. With reduced motion it
    /// goes at once.
    pub(crate) fn light(&self, now: u64, reduced_motion: bool) -> f32 {
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
    pub(super) fn frame_millis(&self, now: u64, reduced_motion: bool) -> Option<u64> {
        match self.light(now, reduced_motion) {
            dark if dark <= 0.0 => None,
            full if full >= 1.0 => Some((self.lit_until - now).clamp(1, LONGEST_DOZE_MILLIS)),
            _ => Some(SINKING_FRAME_MILLIS),
        }
    }

    /// How much time may pass until somebody has to look again, in milliseconds; `None` where all is
    /// over.
    pub(super) fn doze_millis(&self) -> Option<u64> {
        if self.leaving && !self.is_heard() {
            return Some(0);
        }
        let until = self.drift.as_ref()?.until_change()?;
        Some(until.min(LONGEST_DOZE_MILLIS))
    }

    pub(super) fn advance(&mut self, elapsed: u64) -> Vec<Request> {
        let effects = self.drift.as_mut().map(|drift| drift.advance(elapsed)).unwrap_or_default();
        let mut requests = play(effects);
        if self.leaving && !self.is_heard() {
            requests.push(Request::Quit);
        }
        requests
    }
}

impl App {
    /// The session that is over, while its bed is still to be heard.
    pub fn drifting(&self) -> Option<&Player> {
        match &self.mode {
            Mode::Drifting(drifting) if drifting.is_heard() => Some(&drifting.player),
            _ => None,
        }
    }

    /// What is asked from outside in the dark: whatever stops a session ends its bed.
    pub(super) fn control_drift(&mut self, command: Command) -> Vec<Request> {
        match command {
            Command::Toggle | Command::Pause(_) | Command::Finish => self.stir(Action::Finish),
            _ => Vec::new(),
        }
    }

    /// Lights the words in the dark, as any key does.
    pub(super) fn light_words(&mut self) {
        if let Mode::Drifting(drifting) = &mut self.mode
            && !drifting.leaving
        {
            drifting.lit_until = self.now + LIT_MILLIS;
        }
    }

    /// What a key means in the dark.
    pub(super) fn stir(&mut self, action: Action) -> Vec<Request> {
        let now = self.now;
        let still = self.circumstances.reduced_motion;
        let Mode::Drifting(drifting) = &mut self.mode else {
            return Vec::new();
        };
        let was_dark = drifting.light(now, still) <= 0.0;
        match (action, &mut drifting.drift) {
            (Action::Extend, Some(drift)) => play(drift.longer()),
            (Action::Finish, Some(drift)) => play(drift.end()),
            // In the dark the first key only lights: home is bright.
            (Action::Back, _) if !was_dark => self.go_home(),
            _ => Vec::new(),
        }
    }

    /// Leaves, but never abruptly where a bed plays on; asked twice, at once.
    pub(super) fn leave_softly(&mut self) -> Vec<Request> {
        if let Mode::Drifting(drifting) = &mut self.mode
            && drifting.is_heard()
            && !drifting.leaving
        {
            (drifting.leaving, drifting.lit_until) = (true, self.now);
            return play(drifting.drift.as_mut().map(SleepTimer::end).unwrap_or_default());
        }
        vec![Request::Play(vec![Effect::CancelPending]), Request::Quit]
    }
}

fn play(effects: Vec<Effect>) -> Vec<Request> {
    if effects.is_empty() { Vec::new() } else { vec![Request::Play(effects)] }
}
