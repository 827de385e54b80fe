//! A screen with what plays behind it, under a clock that a test turns.

use std::time::SystemTime;

use crate::player::{Control, NowPlaying, Player, Start};
use crate::screens::{Action, App, Place, Request};

/// A screen, and what plays behind it.
pub(super) struct Shown {
    pub(super) app: App,
    pub(super) now: NowPlaying,
}

impl Shown {
    pub(super) fn act(&mut self, action: Action) {
        for request in self.app.act(action, &self.now) {
            if let Request::Control(control) = request {
                self.control(control);
            }
        }
    }

    pub(super) fn control(&mut self, control: Control) {
        let effects = self.now.control(control, SystemTime::UNIX_EPOCH);
        for effect in &effects {
            self.app.follow(effect);
        }
    }

    pub(super) fn start(&mut self, player: Player) {
        let start = Start { id: "evening".to_owned(), player };
        self.control(Control::Begin(Box::new(start)));
    }

    pub(super) fn advance(&mut self, millis: u64) {
        let effects = self.now.advance(millis, SystemTime::UNIX_EPOCH);
        self.app.advance(millis);
        for effect in &effects {
            self.app.follow(effect);
        }
    }

    pub(super) fn place(&self) -> Place {
        self.app.place(&self.now)
    }

    pub(super) fn frame_millis(&self) -> Option<u64> {
        self.app.frame_millis(&self.now)
    }
}
