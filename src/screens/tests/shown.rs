//! A screen with what plays behind it, under a clock that a test turns.

use std::time::SystemTime;

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::canvas::ColorDepth;
use crate::player::{Control, NowPlaying, Player, Start};
use crate::screens::{Action, App, Place, Request, ScreenView, draw};
use crate::theme::Theme;

/// A screen, and what plays behind it.
pub(super) struct Shown {
    pub(super) app: App,
    pub(super) now: NowPlaying,
}

impl Shown {
    /// Does what a key means, on a screen of 80 by 24 with colours.
    pub(super) fn act(&mut self, action: Action) {
        self.act_at(action, (80, 24));
    }

    /// The same on a screen of any size.
    pub(super) fn act_at(&mut self, action: Action, size: (u16, u16)) {
        let view = self.view(size);
        for request in self.app.act(action, &self.now, &view) {
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
        self.app.place(&self.now, &self.view((80, 24)))
    }

    pub(super) fn frame_millis(&self) -> Option<u64> {
        self.app.frame_millis(&self.now)
    }

    /// What a frame of this size records.
    fn view(&self, (width, height): (u16, u16)) -> ScreenView {
        let mut view = ScreenView::new(Theme::night(ColorDepth::True));
        let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("in memory");
        terminal
            .draw(|frame| draw(frame, &self.app, &self.now, &mut view))
            .expect("drawn in memory");
        view
    }
}
