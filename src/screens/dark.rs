//! After a session at night: the screen goes dark, and the bed may play on.

use super::{App, Mode, Request};
use crate::player::{Command, Control, LONGEST_DOZE_MILLIS, NowPlaying};
use crate::screens::{Action, Place};

/// How long words stay after a key, in milliseconds.
const LIT_MILLIS: u64 = 5_000;
/// How long they then take to go dark, in milliseconds.
const SINKING_MILLIS: u64 = 3_000;
/// A frame while they go dark, in milliseconds.
const SINKING_FRAME_MILLIS: u64 = 250;

/// After a session at night.
#[derive(Clone, Copy, Debug)]
pub struct Drifting {
    /// Until when words are lit, in milliseconds since the program began.
    lit_until: u64,
    /// The program ends as soon as all is silent.
    leaving: bool,
}

/// Where one is in the dark, for the key map.
pub(super) fn place(now: &NowPlaying) -> Place {
    if now.is_bed_heard() { Place::Drifting } else { Place::Silent }
}

impl Drifting {
    /// What follows a session at night that has just ended, at a time in milliseconds since the
    /// program began.
    pub(super) fn since(time: u64) -> Self {
        Self { lit_until: time + LIT_MILLIS, leaving: false }
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

    /// How much time may pass until the loop has to look again, in milliseconds; `None` where all
    /// is over.
    pub(super) fn doze_millis(self, now: &NowPlaying) -> Option<u64> {
        if self.has_left(now) {
            return Some(0);
        }
        let until = now.sleep_timer()?.until_change()?;
        Some(until.min(LONGEST_DOZE_MILLIS))
    }

    fn has_left(self, now: &NowPlaying) -> bool {
        self.leaving && !now.is_bed_heard()
    }
}

impl App {
    /// Whether the program ends now: it was to be left as soon as all is silent.
    pub fn has_left(&self, now: &NowPlaying) -> bool {
        matches!(self.mode, Mode::Drifting(drifting) if drifting.has_left(now))
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
    pub(super) fn act_in_the_dark(&mut self, action: Action, now: &NowPlaying) -> Vec<Request> {
        let still = self.circumstances.reduced_motion;
        let Mode::Drifting(drifting) = &self.mode else {
            return Vec::new();
        };
        let was_dark = drifting.light(self.now, still) <= 0.0;
        match action {
            Action::Extend if now.is_bed_heard() => ask(Command::Extend),
            Action::Finish if now.is_bed_heard() => ask(Command::Finish),
            // In the dark the first key only lights: home is bright.
            Action::Back if !was_dark => self.go_home(),
            _ => Vec::new(),
        }
    }

    /// Leaves, but never abruptly where a bed plays on; asked twice, at once.
    pub(super) fn leave_softly(&mut self, now: &NowPlaying) -> Vec<Request> {
        if let Mode::Drifting(drifting) = &mut self.mode
            && now.is_bed_heard()
            && !drifting.leaving
        {
            (drifting.leaving, drifting.lit_until) = (true, self.now);
            return ask(Command::Finish);
        }
        vec![Request::Quit]
    }
}

fn ask(command: Command) -> Vec<Request> {
    vec![Request::Control(Control::Command(command))]
}
