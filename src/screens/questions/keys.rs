//! The keys before a session, and what they do.

use crossterm::event::KeyCode::{
    BackTab, Backspace, Char, Delete, Down, Enter, Left, Right, Tab, Up,
};

use super::{AskingStep, QuestionsScreen};
use crate::care::{CaredFor, Today};
use crate::journal::RatingMoment;
use crate::player::{Control, NowPlaying};
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::frame_record::{Hit, Target};
use crate::screens::keymap::{
    KeyRow, back, digit, help, leave, night, page_down, page_up, quiet, row,
};
use crate::screens::moving::scrolled;
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, PageRoom, Place, Request, Shared};

const QUESTIONS: &[Place] = &[Place::Questions];
const BOTH: &[Place] = &[Place::QuestionsAndRatings];
const RATINGS: &[Place] = &[Place::QuestionsAndRatings, Place::Ratings];
const ALL: &[Place] = &[
    Place::Questions,
    Place::QuestionsAndRatings,
    Place::Ratings,
    Place::GoodToKnow,
    Place::Advice,
];

/// The keys before a session.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter, Char(' ')], Action::Open, ALL, "enter", "go on"),
    row(&[Char('1')], Action::Answer(1), QUESTIONS, "1–9", "yes"),
    // Where numbers are given too, digits are those.
    row(&[Char('a')], Action::Answer(1), BOTH, "a–e", "yes"),
    quiet(row(&[Char('b')], Action::Answer(2), BOTH, "b", "")),
    quiet(row(&[Char('c')], Action::Answer(3), BOTH, "c", "")),
    quiet(row(&[Char('d')], Action::Answer(4), BOTH, "d", "")),
    quiet(row(&[Char('e')], Action::Answer(5), BOTH, "e", "")),
    row(&[Char('t')], Action::Today, &[Place::Advice], "t", "answers"),
    quiet(row(&[Char('2')], Action::Answer(2), QUESTIONS, "2", "")),
    quiet(row(&[Char('3')], Action::Answer(3), QUESTIONS, "3", "")),
    quiet(row(&[Char('4')], Action::Answer(4), QUESTIONS, "4", "")),
    quiet(row(&[Char('5')], Action::Answer(5), QUESTIONS, "5", "")),
    quiet(row(&[Char('6')], Action::Answer(6), QUESTIONS, "6", "")),
    quiet(row(&[Char('7')], Action::Answer(7), QUESTIONS, "7", "")),
    quiet(row(&[Char('8')], Action::Answer(8), QUESTIONS, "8", "")),
    quiet(row(&[Char('9')], Action::Answer(9), QUESTIONS, "9", "")),
    row(&[Left, Char('h'), Char('-')], Action::Left, RATINGS, "← →", "set"),
    quiet(row(&[Right, Char('l'), Char('+')], Action::Right, RATINGS, "→", "")),
    row(&[Char('m')], Action::BodyMap, RATINGS, "m", "map"),
    row(&[Tab], Action::Next, RATINGS, "tab", "next"),
    quiet(row(&[BackTab], Action::Previous, RATINGS, "shift-tab", "the one before")),
    row(&[Char('p')], Action::Profile, ALL, "p", "health"),
    quiet(row(&[Backspace, Delete], Action::Erase, RATINGS, "⌫", "take back")),
    digit(&[Char('0')], 0, RATINGS, "0–9", "number"),
    digit(&[Char('1')], 1, RATINGS, "1", ""),
    digit(&[Char('2')], 2, RATINGS, "2", ""),
    digit(&[Char('3')], 3, RATINGS, "3", ""),
    digit(&[Char('4')], 4, RATINGS, "4", ""),
    digit(&[Char('5')], 5, RATINGS, "5", ""),
    digit(&[Char('6')], 6, RATINGS, "6", ""),
    digit(&[Char('7')], 7, RATINGS, "7", ""),
    digit(&[Char('8')], 8, RATINGS, "8", ""),
    digit(&[Char('9')], 9, RATINGS, "9", ""),
    quiet(row(&[Up, Char('k')], Action::Up, ALL, "↑ k", "scroll up")),
    quiet(row(&[Down, Char('j')], Action::Down, ALL, "↓ j", "scroll down")),
    page_up(ALL),
    page_down(ALL),
    night(ALL),
    back(ALL),
    help(ALL),
    leave(ALL),
];

impl Behaviour for QuestionsScreen {
    fn place(&self, _: &KeyContext<'_>) -> Place {
        self.form()
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        // Whatever is shown after a key is read from now on.
        self.read_from(context.shared.time);
        match action {
            Action::Open => return self.go_on(context),
            Action::Back if matches!(self.step, AskingStep::Where(..)) => {
                self.show(AskingStep::Asking);
            }
            Action::Back => return Route::Back.into(),
            Action::Answer(number) => {
                let kept = self.mark(number, context.shared);
                // What was answered is seen, on whichever page that was.
                let is_seen =
                    number.checked_sub(1).is_some_and(|line| context.frame.shows_line(line.into()));
                if !is_seen {
                    self.scroll = 0;
                }
                return kept.into();
            }
            Action::Today => self.show(AskingStep::Asking),
            Action::Profile => return Route::Profile.into(),
            Action::BodyMap => return self.form.pain_place_asked().map(Route::PainMap).into(),
            Action::Up | Action::Down if self.moves_rows(context) => {
                let to = if action == Action::Up { Action::Previous } else { Action::Next };
                self.form.act(to);
            }
            Action::Up | Action::Down | Action::PageUp | Action::PageDown => {
                self.shown_since = None;
                let room = context.frame.page.unwrap_or_default();
                self.scroll = scrolled(action, self.scroll, room);
            }
            _ if self.step == AskingStep::Asking => {
                self.form.act(action);
                // The rows stand at the top.
                self.scroll = 0;
            }
            _ => {}
        }
        Reaction::default()
    }

    /// What was told of the body meanwhile changes the session.
    fn come_back(&mut self, shared: &Shared) -> Option<Request> {
        self.read_from(shared.time);
        self.follow(shared);
        None
    }

    fn wait_millis(&self, context: &KeyContext<'_>) -> Option<u64> {
        self.until_turn(context.shared, context.frame)
    }

    /// As the session will be.
    fn after_dark(&self, shared: &Shared, _: &NowPlaying) -> Option<f32> {
        (self.start.player.is_night() || shared.is_night()).then_some(0.0)
    }

    fn click(&mut self, hit: Option<&Hit>, context: &KeyContext<'_>) -> Reaction {
        match hit.map(|hit| hit.target) {
            Some(Target::Line { line, .. }) => {
                self.act(Action::Answer(u8::try_from(line + 1).unwrap_or(u8::MAX)), context)
            }
            Some(Target::More) => self.go_on(context),
            Some(Target::Bar(_)) => {
                if let Some(hit) = hit {
                    self.form.click(hit);
                }
                Reaction::default()
            }
            _ => Reaction::default(),
        }
    }
}

impl QuestionsScreen {
    /// Whether up and down go from one number to the next, since all of the page is seen.
    fn moves_rows(&self, context: &KeyContext<'_>) -> bool {
        let is_whole = context.frame.page.is_some_and(|room| room.farthest == 0);
        is_whole && self.step == AskingStep::Asking && !self.form.is_empty()
    }

    /// The next screenful; after the last the answers count, and after them the session begins.
    fn go_on(&mut self, context: &KeyContext<'_>) -> Reaction {
        // Before anything was drawn, nothing can have been read.
        let Some(room) = context.frame.page else { return Reaction::default() };
        if self.scroll < room.farthest {
            self.turn_over(room);
            return Reaction::default();
        }
        let after = match &self.step {
            AskingStep::Asking => Some(None),
            AskingStep::Where(index, _) => Some(Some(*index)),
            AskingStep::Advice(_) => None,
        };
        if let Some(step) = after.and_then(|after| self.next_where(after)) {
            self.show(step);
            return Reaction::default();
        }
        let mut today = self.answered(&context.shared.today);
        let has_changed = today.held() != self.held_before;
        if after.is_some() && (self.is_any_so() || has_changed) {
            return self.answer(today, context);
        }
        if !has_changed {
            today.tell(&self.session, self.language(context.shared));
        }
        let kept = Request::KeepToday(Box::new(today));
        if self.is_again {
            return Reaction { requests: vec![kept], route: Some(Route::Back) };
        }
        let begin = Control::Begin(Box::new(self.start.clone()));
        let said = self.form.said();
        let said = (!said.is_empty()).then(|| Request::Say(RatingMoment::Before, Box::new(said)));
        let requests = [kept].into_iter().chain(said).chain([Request::Control(begin)]);
        requests.collect::<Vec<_>>().into()
    }

    /// Lets the answers count, and shows what follows from them.
    fn answer(&mut self, today: Today, context: &KeyContext<'_>) -> Reaction {
        let read = self.session.cautions_in(self.language(context.shared));
        let profile = context.shared.person.profile.clone();
        self.screen_again(&CaredFor { profile, today: today.held().to_vec() }, context.shared);
        self.held_before = today.held().to_vec();
        let kept = Request::KeepToday(Box::new(today));
        if self.is_any_so() {
            self.show(AskingStep::Advice(read));
            return kept.into();
        }
        self.show(AskingStep::Asking);
        // Everything was taken back: the session is what it was, and says so itself.
        let route = self.is_again.then_some(Route::Back);
        Reaction { requests: vec![kept], route }
    }

    /// Shows the next screenful.
    pub(super) fn turn_over(&mut self, room: PageRoom) {
        self.scroll = (self.scroll + room.rows.max(1)).min(room.farthest);
    }

    fn show(&mut self, step: AskingStep) {
        self.step = step;
        self.scroll = 0;
    }
}
