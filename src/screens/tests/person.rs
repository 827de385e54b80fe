//! Someone at the keyboard, for scripts of keys.

use std::time::SystemTime;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;

use crate::body::Side;
use crate::canvas::ColorDepth;
use crate::library::{Catalogue, Library, PartOfDay};
use crate::player::{Effect, Levels, NowPlaying, Player};
use crate::screens::keymap::action_for;
use crate::screens::{
    Action, App, Browse, Chart, Circumstances, Home, Mode, Place, Ready, Request, View, draw,
};
use crate::theme::Theme;

const SCREEN: Rect = Rect::new(0, 0, 80, 24);

/// Someone at the keyboard, with the shipped library and no terminal.
pub(super) struct Person {
    pub(super) app: App,
    pub(super) now: NowPlaying,
    /// What followed from all that was asked of what plays now.
    pub(super) effects: Vec<Effect>,
    library: Library,
    depth: ColorDepth,
    screen: Rect,
}

impl Person {
    pub(super) fn arriving() -> Self {
        let circumstances = Circumstances {
            part_of_day: PartOfDay::Morning,
            day: 0,
            first_side: Side::Left,
            reduced_motion: false,
            night: crate::choices::Night::Bed,
            sleep_timer: 20,
            words_per_minute: None,
            language: None,
        };
        let levels = Levels { volume: 70, ..Levels::default() };
        let mut person = Self {
            app: App::new(circumstances),
            now: NowPlaying::new(levels),
            effects: Vec::new(),
            library: Library::open(None),
            depth: ColorDepth::Mono,
            screen: SCREEN,
        };
        person.answer(&[Request::Refresh]);
        person
    }

    /// The same at another screen, and with as many colours.
    pub(super) fn at(self, width: u16, height: u16, depth: ColorDepth) -> Self {
        Self { screen: Rect::new(0, 0, width, height), depth, ..self }
    }

    pub(super) fn view(&self) -> View {
        let mut view = View::new(Theme::night(self.depth));
        view.area = self.screen;
        view
    }

    /// Presses keys by name, one after another. Returns all that was asked for.
    pub(super) fn press(&mut self, keys: &str) -> Vec<Request> {
        keys.split_whitespace().flat_map(|key| self.send(&event(key))).collect()
    }

    fn send(&mut self, event: &Event) -> Vec<Request> {
        action_for(event, self.place()).map_or_else(Vec::new, |action| self.act(action))
    }

    fn act(&mut self, action: Action) -> Vec<Request> {
        let view = self.view();
        let action = self.app.aim(action, &self.now, &view);
        let requests = self.app.act(action, &self.now);
        self.answer(&requests);
        requests
    }

    /// Does what the conductor does with what the screens ask for.
    pub(super) fn answer(&mut self, requests: &[Request]) {
        for request in requests {
            match request {
                Request::Load(id) => {
                    let loaded = self.library.load(id).expect("a shipped session");
                    self.app.show_ready(loaded.id, loaded.session, &self.now.levels().background);
                }
                Request::Control(control) => {
                    let effects = self.now.control(control.clone(), SystemTime::UNIX_EPOCH);
                    self.follow(effects);
                }
                Request::Preview(id) => {
                    let loaded = self.library.load(id).expect("a shipped session");
                    self.app.show_preview(
                        loaded.id,
                        &loaded.session,
                        &self.now.levels().background,
                    );
                }
                Request::Refresh => {
                    let (entries, invalid) = self.library.entries();
                    let wanted = self.app.set_catalogue(Catalogue::new(entries, invalid));
                    self.answer(&wanted);
                }
                _ => {}
            }
        }
    }

    /// Shows what followed. Returns what the screens ask for then.
    fn follow(&mut self, effects: Vec<Effect>) -> Vec<Request> {
        let asked = effects.iter().flat_map(|effect| self.app.follow(effect)).collect();
        self.effects.extend(effects);
        asked
    }

    /// Lets milliseconds pass at once.
    pub(super) fn pass(&mut self, millis: u64) -> Vec<Request> {
        let effects = self.now.advance(millis, SystemTime::UNIX_EPOCH);
        self.app.advance(millis);
        let mut asked = self.follow(effects);
        if self.app.has_left(&self.now) {
            asked.push(Request::Quit);
        }
        asked
    }

    /// Lets time pass in steps of a second, as a screen would.
    pub(super) fn wait(&mut self, seconds: u64) -> Vec<Request> {
        (0..seconds).flat_map(|_| self.pass(1000)).collect()
    }

    pub(super) fn place(&self) -> Place {
        self.app.place(&self.now)
    }

    /// What followed since this was asked last.
    pub(super) fn followed(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    pub(super) fn screen(&self) -> String {
        let backend = TestBackend::new(self.screen.width, self.screen.height);
        let mut terminal = Terminal::new(backend).expect("a screen in memory");
        let mut view = self.view();
        terminal
            .draw(|frame| draw(frame, &self.app, &self.now, &mut view))
            .expect("drawn in memory");
        terminal.backend().to_string()
    }

    /// Whether nothing at all is on the screen.
    pub(super) fn is_dark(&self) -> bool {
        self.screen().chars().all(|c| matches!(c, ' ' | '"' | '\n'))
    }

    pub(super) fn sees(&self, words: &str) -> bool {
        self.screen().contains(words)
    }

    /// Where a text begins on screen: column and row.
    pub(super) fn spot(&self, words: &str) -> (u16, u16) {
        let screen = self.screen();
        let (row, line) =
            screen.lines().enumerate().find(|(_, line)| line.contains(words)).expect("on screen");
        let bytes = line.find(words).expect("in this line");
        // The picture of a screen begins each line with a quotation mark.
        (line[..bytes].chars().count() as u16 - 1, row as u16)
    }

    pub(super) fn click(&mut self, (column, row): (u16, u16)) -> Vec<Request> {
        self.act(Action::Click(column, row))
    }

    pub(super) fn player(&self) -> &Player {
        self.now.player().expect("a session is on")
    }

    pub(super) fn ready(&self) -> &Ready {
        match &self.app.mode {
            Mode::Ready(ready) => ready,
            other => panic!("a session is about to be played, not {other:?}"),
        }
    }

    pub(super) fn home(&self) -> &Home {
        match &self.app.mode {
            Mode::Home(home) => home,
            other => panic!("the first screen is open, not {other:?}"),
        }
    }

    pub(super) fn chart(&self) -> &Chart {
        match &self.app.mode {
            Mode::Chart(chart) => chart,
            other => panic!("the body map is open, not {other:?}"),
        }
    }

    pub(super) fn library(&self) -> &Browse {
        match &self.app.mode {
            Mode::Browse(browse) => browse,
            other => panic!("the library is open, not {other:?}"),
        }
    }
}

fn event(key: &str) -> Event {
    let (code, modifiers) = match key {
        "up" => (KeyCode::Up, KeyModifiers::NONE),
        "down" => (KeyCode::Down, KeyModifiers::NONE),
        "left" => (KeyCode::Left, KeyModifiers::NONE),
        "right" => (KeyCode::Right, KeyModifiers::NONE),
        "shift-right" => (KeyCode::Right, KeyModifiers::SHIFT),
        "enter" => (KeyCode::Enter, KeyModifiers::NONE),
        "space" => (KeyCode::Char(' '), KeyModifiers::NONE),
        "tab" => (KeyCode::Tab, KeyModifiers::NONE),
        "esc" => (KeyCode::Esc, KeyModifiers::NONE),
        "backspace" => (KeyCode::Backspace, KeyModifiers::NONE),
        letter => (KeyCode::Char(letter.chars().next().expect("a key")), KeyModifiers::NONE),
    };
    Event::Key(KeyEvent::new(code, modifiers))
}
