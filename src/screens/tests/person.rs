//! A person at the keyboard, for scripts of keys.

use std::sync::LazyLock;
use std::time::SystemTime;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;

use crate::canvas::ColorDepth;
use crate::courses::CourseProgress;
use crate::library::shipped::{shipped_library, shipped_session};
use crate::library::{Catalogue, Library, LoadedSession};
use crate::planner::plan;
use crate::player::{Effect, Levels, NowPlaying, Player};
use crate::screens::keymap::action_for;
use crate::screens::volumes::Fader;
use crate::screens::{
    Action, App, BodyMapScreen, Environment, HomeScreen, LearnScreen, LibraryScreen, Place,
    ProfileScreen, QuestionsScreen, ReadyScreen, Request, Screen, ScreenView, after_care, draw,
};
use crate::theme::Theme;
use crate::timeline::LengthWish;

const SCREEN: Rect = Rect::new(0, 0, 80, 24);

/// What is shipped, as lists show it. Reading it takes a while, and it is the same for everybody.
static SHIPPED: LazyLock<Catalogue> = LazyLock::new(|| {
    let library = shipped_library();
    let (entries, invalid) = library.entries();
    Catalogue::new(entries, library.courses().clone(), invalid)
});

/// A person at the keyboard, with the shipped library and no terminal.
pub(in crate::screens) struct Person {
    pub(in crate::screens) app: App,
    pub(in crate::screens) now: NowPlaying,
    /// What followed from all that was asked of what plays now.
    pub(in crate::screens) effects: Vec<Effect>,
    library: &'static Library,
    depth: ColorDepth,
    screen: Rect,
}

impl Person {
    pub(in crate::screens) fn arriving() -> Self {
        Self::in_surroundings(Environment::of_a_morning())
    }

    /// The same in other surroundings.
    pub(in crate::screens) fn in_surroundings(environment: Environment) -> Self {
        let levels = Levels { volume: 70, ..Levels::default() };
        let mut person = Self {
            app: App::new(environment),
            now: NowPlaying::new(levels),
            effects: Vec::new(),
            library: shipped_library(),
            depth: ColorDepth::Mono,
            screen: SCREEN,
        };
        person.answer(&[Request::Refresh]);
        person
    }

    /// The same at another screen, and with as many colours.
    pub(in crate::screens) fn at(self, width: u16, height: u16, depth: ColorDepth) -> Self {
        Self { screen: Rect::new(0, 0, width, height), depth, ..self }
    }

    /// What is on screen, with all that was recorded while it was drawn.
    pub(in crate::screens) fn seen(&self) -> (String, ScreenView) {
        let (screen, view) = self.drawn();
        (screen.to_string(), view)
    }

    fn drawn(&self) -> (TestBackend, ScreenView) {
        let backend = TestBackend::new(self.screen.width, self.screen.height);
        let mut terminal = Terminal::new(backend).expect("a screen in memory");
        let mut view = ScreenView::new(Theme::night(self.depth));
        terminal
            .draw(|frame| draw(frame, &self.app, &self.now, &mut view))
            .expect("drawn in memory");
        (terminal.backend().clone(), view)
    }

    pub(in crate::screens) fn view(&self) -> ScreenView {
        self.drawn().1
    }

    /// Presses keys by name, one after another. Returns all that was asked for.
    pub(in crate::screens) fn press(&mut self, keys: &str) -> Vec<Request> {
        keys.split_whitespace().flat_map(|key| self.send(&event(key))).collect()
    }

    fn send(&mut self, event: &Event) -> Vec<Request> {
        let view = self.view();
        let action = action_for(event, self.app.place(&self.now, &view));
        action.map_or_else(Vec::new, |action| self.act_on(action, &view))
    }

    /// Does what a key means on what is seen.
    fn act_on(&mut self, action: Action, view: &ScreenView) -> Vec<Request> {
        let requests = self.app.act(action, &self.now, view);
        self.answer(&requests);
        requests
    }

    /// Does what the conductor does with what the screens ask for.
    pub(in crate::screens) fn answer(&mut self, requests: &[Request]) {
        for request in requests {
            match request {
                Request::Load(id) => {
                    let loaded = shipped_session(id);
                    self.show(&loaded, LengthWish::AsWritten);
                }
                Request::LoadFitted { id, minutes } => {
                    let loaded = shipped_session(id);
                    self.show(&loaded, LengthWish::Millis(minutes * 60_000));
                }
                Request::StartCourse(id) => {
                    let progress = self.library.courses().named(id).map(CourseProgress::start);
                    self.app.offer_course(progress, "2026-11-28");
                }
                Request::Plan(request) => {
                    let planned =
                        plan(request, &self.app.shared.person, self.library.known_names());
                    self.app.show_plan(request, planned, &self.now.levels().background);
                }
                Request::ShowPlan(session) => {
                    let bed = &self.now.levels().background;
                    let as_written = (bed, LengthWish::AsWritten);
                    self.app.show_ready("plan".to_owned(), session, as_written);
                }
                Request::Control(control) => {
                    let effects = self.now.control(control.clone(), SystemTime::UNIX_EPOCH);
                    self.follow(effects);
                }
                Request::GoOn(entry) => {
                    let loaded = shipped_session(&entry.session);
                    let bed = self.now.levels().background.clone();
                    let begin = self.app.go_on(loaded.id, &loaded.session, &bed, entry);
                    let begin: Vec<_> = begin.into_iter().map(Request::Control).collect();
                    self.answer(&begin);
                }
                Request::Preview(id) => {
                    let loaded = shipped_session(id);
                    let bed = &self.now.levels().background;
                    self.app.show_preview(&loaded.id, &loaded.session, bed);
                }
                Request::Refresh => {
                    let wanted = self.app.set_catalogue(SHIPPED.clone());
                    self.answer(&wanted);
                }
                Request::Suggest | Request::KeepDeclined(_) => {
                    let person = self.app.shared.person.clone();
                    self.app.suggest(&[], |entry| {
                        let loaded = shipped_session(&entry.id);
                        after_care(&loaded.session, &person)
                    });
                }
                _ => {}
            }
        }
    }

    fn show(&mut self, loaded: &LoadedSession, length: LengthWish) {
        let bed = &self.now.levels().background;
        self.app.show_ready(loaded.id.clone(), &loaded.session, (bed, length));
    }

    /// Shows what followed. Returns what the screens ask for then.
    fn follow(&mut self, effects: Vec<Effect>) -> Vec<Request> {
        let asked = effects.iter().flat_map(|effect| self.app.follow(effect)).collect();
        self.effects.extend(effects);
        asked
    }

    /// Lets milliseconds pass at once.
    pub(in crate::screens) fn pass(&mut self, millis: u64) -> Vec<Request> {
        let effects = self.now.advance(millis, SystemTime::UNIX_EPOCH);
        self.app.advance(millis);
        let mut asked = self.follow(effects);
        if self.app.has_left(&self.now) {
            asked.push(Request::Quit);
        }
        asked
    }

    /// Lets time pass in steps of a second, as a screen would.
    pub(in crate::screens) fn wait(&mut self, seconds: u64) -> Vec<Request> {
        (0..seconds).flat_map(|_| self.pass(1000)).collect()
    }

    /// Whether the screen is open on which a session plays.
    pub(in crate::screens) fn is_playing(&self) -> bool {
        matches!(self.app.screens.top(), Screen::Playing(_))
    }

    pub(in crate::screens) fn place(&self) -> Place {
        self.app.place(&self.now, &self.view())
    }

    /// What followed since this was asked last.
    pub(in crate::screens) fn followed(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    pub(in crate::screens) fn screen(&self) -> String {
        self.drawn().0.to_string()
    }

    /// How many letters have the colour of their ground.
    pub(in crate::screens) fn unseen_letters(&self) -> usize {
        let screen = self.drawn().0;
        let cells = screen.buffer().content.iter();
        cells.filter(|cell| cell.symbol() != " " && cell.fg == cell.bg).count()
    }

    /// Whether nothing at all is on the screen.
    pub(in crate::screens) fn is_dark(&self) -> bool {
        self.screen().chars().all(|c| matches!(c, ' ' | '"' | '\n'))
    }

    pub(in crate::screens) fn sees(&self, words: &str) -> bool {
        self.screen().contains(words)
    }

    /// Where a text begins on screen: column and row.
    pub(in crate::screens) fn spot(&self, words: &str) -> (u16, u16) {
        let screen = self.screen();
        let (row, line) =
            screen.lines().enumerate().find(|(_, line)| line.contains(words)).expect("on screen");
        let bytes = line.find(words).expect("in this line");
        // The picture of a screen begins each line with a quotation mark.
        (line[..bytes].chars().count() as u16 - 1, row as u16)
    }

    pub(in crate::screens) fn click(&mut self, (column, row): (u16, u16)) -> Vec<Request> {
        let view = self.view();
        self.act_on(Action::Click(column, row), &view)
    }

    pub(in crate::screens) fn player(&self) -> &Player {
        self.now.player().expect("a session is on")
    }

    pub(in crate::screens) fn ready(&self) -> &ReadyScreen {
        match self.app.screens.top() {
            Screen::Ready(ready) => ready,
            other => panic!("a session is about to be played, not {other:?}"),
        }
    }

    pub(in crate::screens) fn home(&self) -> &HomeScreen {
        match self.app.screens.top() {
            Screen::Home(home) => home,
            other => panic!("the first screen is open, not {other:?}"),
        }
    }

    pub(in crate::screens) fn body_map(&self) -> &BodyMapScreen {
        match self.app.screens.top() {
            Screen::BodyMap(map) => map,
            other => panic!("the body map is open, not {other:?}"),
        }
    }

    pub(in crate::screens) fn questions(&self) -> &QuestionsScreen {
        match self.app.screens.top() {
            Screen::Questions(asking) => asking,
            other => panic!("what to know is open, not {other:?}"),
        }
    }

    pub(in crate::screens) fn profile(&self) -> &ProfileScreen {
        match self.app.screens.top() {
            Screen::Profile(profile) => profile,
            other => panic!("the profile is open, not {other:?}"),
        }
    }

    pub(in crate::screens) fn library(&self) -> &LibraryScreen {
        match self.app.screens.top() {
            Screen::Library(library) => library,
            other => panic!("the library is open, not {other:?}"),
        }
    }

    pub(in crate::screens) fn learn(&self) -> &LearnScreen {
        match self.app.screens.top() {
            Screen::Learn(learn) => learn,
            other => panic!("the pages are open, not {other:?}"),
        }
    }

    /// What is chosen among the volumes.
    pub(in crate::screens) fn chosen(&self) -> Fader {
        match self.app.screens.top() {
            Screen::Volumes(volumes) => volumes.chosen,
            other => panic!("the volumes are open, not {other:?}"),
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
        "pageup" => (KeyCode::PageUp, KeyModifiers::NONE),
        "pagedown" => (KeyCode::PageDown, KeyModifiers::NONE),
        "backspace" => (KeyCode::Backspace, KeyModifiers::NONE),
        letter => (KeyCode::Char(letter.chars().next().expect("a key")), KeyModifiers::NONE),
    };
    Event::Key(KeyEvent::new(code, modifiers))
}
