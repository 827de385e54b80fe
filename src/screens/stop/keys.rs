//! The keys of a session that was stopped, and what they do.

use crossterm::event::KeyCode::{Char, Down, Enter, Esc, Right, Up};

use super::StopScreen;
use crate::care::Felt;
use crate::player::{Command, Control};
use crate::screens::behaviour::{Behaviour, KeyContext, Overlay};
use crate::screens::keymap::{KeyRow, back, help, leave, night, page_down, page_up, quiet, row};
use crate::screens::moving::scrolled;
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Hit, Place, Request, Target};

const ALL: &[Place] = &[Place::Stop, Place::StopHarmless, Place::StopSign];
/// Where it may go on: before anything was chosen, in case the key was a slip, and after what is
/// harmless. After a sign it never does.
const HARMLESS: &[Place] = &[Place::StopHarmless];
const OPEN: &[Place] = &[Place::Stop, Place::StopHarmless];
/// Where nothing leads back into it.
const SIGN: &[Place] = &[Place::StopSign];

/// The keys of a session that was stopped.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter], Action::Open, ALL, "enter", "end"),
    row(&[Char('1')], Action::Answer(1), ALL, "1–9", "yes"),
    quiet(row(&[Char('2')], Action::Answer(2), ALL, "2", "")),
    quiet(row(&[Char('3')], Action::Answer(3), ALL, "3", "")),
    quiet(row(&[Char('4')], Action::Answer(4), ALL, "4", "")),
    quiet(row(&[Char('5')], Action::Answer(5), ALL, "5", "")),
    quiet(row(&[Char('6')], Action::Answer(6), ALL, "6", "")),
    quiet(row(&[Char('7')], Action::Answer(7), ALL, "7", "")),
    quiet(row(&[Char('8')], Action::Answer(8), ALL, "8", "")),
    quiet(row(&[Char('9')], Action::Answer(9), ALL, "9", "")),
    row(&[Right, Char('l')], Action::Next, HARMLESS, "→", "go on"),
    quiet(row(&[Up, Char('k')], Action::Up, ALL, "↑ k", "scroll up")),
    quiet(row(&[Down, Char('j'), Char(' ')], Action::Down, ALL, "↓ j", "scroll down")),
    page_up(ALL),
    page_down(ALL),
    back(OPEN),
    quiet(row(&[Esc], Action::Finish, SIGN, "esc", "end")),
    night(ALL),
    help(ALL),
    leave(ALL),
];

impl Behaviour for StopScreen {
    fn overlay(&self) -> Overlay {
        Overlay::Page
    }

    fn place(&self, _: &KeyContext<'_>) -> Place {
        self.form()
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        match action {
            Action::Answer(number) => {
                self.scroll = 0;
                self.choose(number).into()
            }
            Action::Up | Action::Down | Action::PageUp | Action::PageDown => {
                let room = context.frame.page.unwrap_or_default();
                self.scroll_to(scrolled(action, self.scroll, room))
            }
            Action::Open | Action::Finish => Request::command(Command::Finish).into(),
            Action::Next => self.go_on(),
            Action::Back if self.felt.is_some() => {
                (self.felt, self.scroll) = (None, 0);
                Request::KeepToday(Box::new(self.before.clone())).into()
            }
            Action::Back => Route::Back.into(),
            _ => Reaction::default(),
        }
    }

    /// Unless it is to go on, it ends for good: nobody is asked to go on with it later.
    fn leave(&mut self, _: &KeyContext<'_>) -> Reaction {
        if self.felt.is_some_and(Felt::may_go_on) {
            return Request::Quit.into();
        }
        vec![Request::command(Command::Finish), Request::Quit].into()
    }

    fn click(&mut self, hit: Option<&Hit>, context: &KeyContext<'_>) -> Reaction {
        match hit.map(|hit| hit.target) {
            Some(Target::Line { line, .. }) => {
                self.act(Action::Answer(u8::try_from(line + 1).unwrap_or(u8::MAX)), context)
            }
            _ => Reaction::default(),
        }
    }
}

impl StopScreen {
    /// Goes on where it was, or without the place that was unpleasant.
    fn go_on(&self) -> Reaction {
        match (self.felt, &self.without) {
            (Some(Felt::Unpleasant), Some(without)) => {
                Request::Control(Control::Begin(Box::new(without.clone()))).into()
            }
            (Some(felt), _) if felt.may_go_on() => Reaction {
                requests: vec![Request::command(Command::Resume)],
                route: Some(Route::Back),
            },
            _ => Reaction::default(),
        }
    }

    fn scroll_to(&mut self, line: usize) -> Reaction {
        self.scroll = line;
        Reaction::default()
    }
}
