//! The keys in the dark, and what they do: any key lights the words.

use crossterm::event::KeyCode::{Char, Down, Enter, Esc, Up};

use super::{DarkScreen, LIT_MILLIS};
use crate::player::{Command, NowPlaying};
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::keymap::{KeyRow, leave, quiet, row};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Place, Request, Shared};

const DARK: &[Place] = &[Place::Dark];
const SILENT: &[Place] = &[Place::Silent];
const BOTH: &[Place] = &[Place::Dark, Place::Silent];

/// The keys in the dark.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Char('+'), Char('=')], Action::Extend, DARK, "+", "longer"),
    quiet(row(&[Up, Char('k')], Action::Louder, DARK, "↑ k", "louder")),
    quiet(row(&[Down, Char('j')], Action::Quieter, DARK, "↓ j", "quieter")),
    quiet(row(&[Char('m')], Action::Mute, DARK, "m", "mute")),
    row(&[Esc], Action::Finish, DARK, "esc", "end"),
    row(&[Enter, Esc], Action::Back, SILENT, "enter", "home"),
    leave(BOTH),
];

/// The place of the dark for the key map.
pub(super) fn place(now: &NowPlaying) -> Place {
    if now.is_bed_heard() { Place::Dark } else { Place::Silent }
}

impl Behaviour for DarkScreen {
    fn place(&self, context: &KeyContext<'_>) -> Place {
        place(context.now)
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        let KeyContext { shared, now, .. } = context;
        let was_dark = self.light(shared.time, shared.environment.reduced_motion) <= 0.0;
        match action {
            Action::Extend if now.is_bed_heard() => Request::command(Command::Extend).into(),
            Action::Finish if now.is_bed_heard() => Request::command(Command::Finish).into(),
            // In the dark the first key only lights: home is bright.
            Action::Back if !was_dark => Route::Home.into(),
            _ => Reaction::default(),
        }
    }

    /// Lights the words, as any key does.
    fn after_key(&mut self, shared: &Shared) {
        if !self.leaving {
            self.lit_until = shared.time + LIT_MILLIS;
        }
    }

    /// Leaves, but never abruptly where a bed plays on; asked twice, at once.
    fn leave(&mut self, context: &KeyContext<'_>) -> Reaction {
        if context.now.is_bed_heard() && !self.leaving {
            (self.leaving, self.lit_until) = (true, context.shared.time);
            return Request::command(Command::Finish).into();
        }
        Request::Quit.into()
    }

    fn after_dark(&self, _: &Shared, _: &NowPlaying) -> Option<f32> {
        Some(1.0)
    }

    fn frame_millis(&self, shared: &Shared, _: &NowPlaying) -> Option<u64> {
        self.lit_frame_millis(shared.time, shared.environment.reduced_motion)
    }

    fn wait_millis(&self, context: &KeyContext<'_>) -> Option<u64> {
        self.until_change(context.now)
    }
}
