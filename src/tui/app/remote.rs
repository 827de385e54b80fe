//! A session controlled from outside the terminal, by media keys for example.

use super::{App, Mode, Request};
use crate::player::{Command, Player};

impl App {
    /// The session that is on: playing, or paused under another screen.
    pub fn session(&self) -> Option<&Player> {
        match self.mode.uncovered() {
            Mode::Playing(playing) => Some(&playing.player),
            _ => None,
        }
    }

    /// Does what the session is asked for. Help or a page over it goes, since nobody can follow two
    /// screens at once.
    pub fn control(&mut self, command: Command) -> Vec<Request> {
        if let Mode::Drifting(_) = self.mode {
            return self.control_drift(command);
        }
        let is_covered = !matches!(self.mode, Mode::Playing(_));
        if self.session().is_none() || (is_covered && matches!(command, Command::Pause(_))) {
            return Vec::new();
        }
        self.mode.uncover();
        let Mode::Playing(playing) = &mut self.mode else {
            return Vec::new();
        };
        let effects = playing.player.apply(command);
        self.after_play(effects)
    }

    /// Sets the loudness, 0–100.
    pub fn set_volume(&mut self, volume: u8) -> Vec<Request> {
        self.sound.volume = volume.min(100);
        vec![Request::Volume(self.sound.volume)]
    }
}

impl Mode {
    /// The screen under help and pages.
    fn uncovered(&self) -> &Self {
        match self {
            Self::Help(under) => under.uncovered(),
            Self::Learn(learn) => learn.under.uncovered(),
            mode => mode,
        }
    }

    /// Takes help and pages away.
    fn uncover(&mut self) {
        while let Self::Help(_) | Self::Learn(_) = self {
            let home = Self::Home(super::Home::default());
            *self = match std::mem::replace(self, home) {
                Self::Help(under) => *under,
                Self::Learn(learn) => *learn.under,
                mode => mode,
            };
        }
    }
}
