//! The keys of what helped, and what they do.

use crossterm::event::KeyCode::{BackTab, Char, Down, Enter, Left, Right, Tab, Up};

use super::{HelpedScreen, HelpedView};
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::frame_record::{Hit, Target};
use crate::screens::keymap::{KeyRow, back, help, leave, night, page_down, page_up, quiet, row};
use crate::screens::moving::scrolled;
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Place};

const HELPED: &[Place] = &[Place::Helped];

/// The keys of what helped.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Char(' ')], Action::Open, HELPED, "enter", "next"),
    quiet(row(&[Tab], Action::Next, HELPED, "tab", "next")),
    quiet(row(&[BackTab], Action::Previous, HELPED, "shift-tab", "the one before")),
    row(&[Left, Char('h')], Action::Left, HELPED, "← →", "what"),
    quiet(row(&[Right, Char('l')], Action::Right, HELPED, "→", "")),
    quiet(row(&[Up, Char('k')], Action::Up, HELPED, "↑ k", "scroll up")),
    quiet(row(&[Down, Char('j')], Action::Down, HELPED, "↓ j", "scroll down")),
    page_up(HELPED),
    page_down(HELPED),
    night(HELPED),
    back(HELPED),
    help(HELPED),
    leave(HELPED),
];

impl Behaviour for HelpedScreen {
    fn place(&self, _: &KeyContext<'_>) -> Place {
        Place::Helped
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        let count = self.helped.as_ref().map_or(0, |helped| helped.overall.len()).max(1);
        match action {
            Action::Back => return Route::Back.into(),
            Action::Open | Action::Next => self.show(self.view.turned(1)),
            Action::Previous => self.show(self.view.turned(HelpedView::ALL.len() - 1)),
            Action::Left => self.measure = (self.measure + count - 1) % count,
            Action::Right => self.measure = (self.measure + 1) % count,
            Action::Up | Action::Down | Action::PageUp | Action::PageDown => {
                let room = context.frame.page.unwrap_or_default();
                self.scroll = scrolled(action, self.scroll, room);
            }
            _ => {}
        }
        Reaction::default()
    }

    fn click(&mut self, hit: Option<&Hit>, context: &KeyContext<'_>) -> Reaction {
        match hit.map(|hit| hit.target) {
            Some(Target::Tab(index)) => {
                if let Some(view) = HelpedView::ALL.get(index) {
                    self.show(*view);
                }
            }
            Some(Target::More) => return self.act(Action::Down, context),
            _ => {}
        }
        Reaction::default()
    }
}

impl HelpedScreen {
    fn show(&mut self, view: HelpedView) {
        self.view = view;
        self.scroll = 0;
    }
}
