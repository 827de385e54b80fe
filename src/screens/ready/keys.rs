//! The keys of a session about to be played, and what they do.

use crossterm::event::KeyCode::{Char, Down, Enter, Left, Right, Up};

use super::{MINUTE, ReadyScreen};
use crate::player::NowPlaying;
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::keymap::{KeyRow, back, help, leave, night, page_down, page_up, quiet, row};
use crate::screens::moving::scrolled;
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Place, Request, Shared, TopicSection};

/// How long one frame stays while lines are spoken ahead, in milliseconds.
const WORKING_FRAME_MILLIS: u64 = 250;

const READY: &[Place] = &[Place::Ready];

/// The keys of a session about to be played.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Char(' ')], Action::Open, READY, "enter", "begin"),
    row(&[Left, Char('h'), Char('-')], Action::Shorter, READY, "←", "shorter"),
    row(&[Right, Char('l'), Char('+')], Action::Longer, READY, "→", "longer"),
    quiet(row(&[Up, Char('k')], Action::Up, READY, "↑ k", "scroll up")),
    quiet(row(&[Down, Char('j')], Action::Down, READY, "↓ j", "scroll down")),
    page_up(READY),
    page_down(READY),
    row(&[Char('t')], Action::Today, READY, "t", "today"),
    row(&[Char('f')], Action::Favourite, READY, "f", "favourite"),
    row(&[Char('v')], Action::Volumes, READY, "v", "volumes"),
    row(&[Char('i')], Action::Learn, READY, "i", "learn"),
    night(READY),
    back(READY),
    help(READY),
    leave(READY),
];

impl Behaviour for ReadyScreen {
    fn come_back(&mut self, shared: &Shared) -> Option<Request> {
        self.screen_again(&shared.person);
        None
    }

    fn place(&self, _: &KeyContext<'_>) -> Place {
        Place::Ready
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        match action {
            Action::Open => return Route::Session.into(),
            Action::Back => return Route::Back.into(),
            Action::Today => return Route::Today.into(),
            Action::Favourite => {
                let favourites = context.shared.favourites_with(&self.id);
                return Request::KeepFavourites(favourites).into();
            }
            Action::Shorter => self.resize(self.timeline.millis().saturating_sub(1) / MINUTE),
            Action::Longer => self.resize(self.timeline.millis() / MINUTE + 1),
            _ => {
                let room = context.frame.page.unwrap_or_default();
                self.scroll = scrolled(action, self.scroll, room);
            }
        }
        Reaction::default()
    }

    /// As the session will be.
    fn after_dark(&self, shared: &Shared, _: &NowPlaying) -> Option<f32> {
        (self.timeline.is_night() || shared.is_night()).then_some(0.0)
    }

    fn topics(&self, _: &KeyContext<'_>) -> Option<TopicSection> {
        TopicSection::of_timeline(&self.timeline)
    }

    fn frame_millis(&self, shared: &Shared, _: &NowPlaying) -> Option<u64> {
        shared.voice.is_working().then_some(WORKING_FRAME_MILLIS)
    }
}
