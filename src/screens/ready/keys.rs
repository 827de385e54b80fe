//! The keys of a session about to be played, and what they do.

use crossterm::event::KeyCode::{Char, Down, Enter, Left, Right, Up};

use super::{MINUTE, ReadyScreen};
use crate::player::NowPlaying;
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::keymap::{KeyRow, back, help, leave, quiet, row};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Place, Shared, TopicSection};

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
    row(&[Char('t')], Action::Today, READY, "t", "today"),
    row(&[Char('v')], Action::Volumes, READY, "v", "volumes"),
    row(&[Char('i')], Action::Learn, READY, "i", "learn"),
    back(READY),
    help(READY),
    leave(READY),
];

impl Behaviour for ReadyScreen {
    fn place(&self, _: &KeyContext<'_>) -> Place {
        Place::Ready
    }

    fn act(&mut self, action: Action, _: &KeyContext<'_>) -> Reaction {
        match action {
            Action::Open => return Route::Session.into(),
            Action::Back => return Route::Back.into(),
            Action::Today => return Route::Today.into(),
            Action::Shorter => self.resize(self.timeline.millis().saturating_sub(1) / MINUTE),
            Action::Longer => self.resize(self.timeline.millis() / MINUTE + 1),
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::Down => {
                let last = self.timeline.segments().len().saturating_sub(1);
                self.scroll = (self.scroll + 1).min(last);
            }
            _ => {}
        }
        Reaction::default()
    }

    fn topics(&self, _: &KeyContext<'_>) -> Option<TopicSection> {
        TopicSection::of_timeline(&self.timeline)
    }

    fn frame_millis(&self, shared: &Shared, _: &NowPlaying) -> Option<u64> {
        shared.voice.is_working().then_some(WORKING_FRAME_MILLIS)
    }
}
