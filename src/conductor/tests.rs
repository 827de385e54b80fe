//! The loop under a clock that a test can turn: scripted keys, and what came of them.

mod another_day;
mod beginning_within;
mod bytes;
mod clock;
mod desktop;
#[cfg(unix)]
mod giving_back;
mod lines;
mod mixing;
mod night;
mod pausing;
mod remembering;
mod reminding;
mod settings;
mod sizes;
mod standing_still;
mod telling;
mod whole_sessions;

use std::cell::RefCell;
use std::io;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tokio::sync::mpsc::{Sender, channel};
use tokio_stream::{StreamExt as _, wrappers::ReceiverStream};

use clock::PausedClock;

use super::Outcome;
use super::library_access::LibraryAccess;
use super::screen_front_end::ScreenFrontEnd;
use super::signals::{EndSignal, Signal};
use super::terminal::{Canvas, Render};
use super::themes::PictureOrigin;
use crate::audio::Readiness;
use crate::canvas::ColorDepth;
use crate::choices::{EngineChoice, SoundKind};
use crate::config::{Paths, VoiceSettings};
use crate::desktop::DesktopRequest;
use crate::figures::Figures;
use crate::format::KnownNames;
use crate::library::LibrarySnapshot;
use crate::mixer::SoundEvent;
use crate::playback::{AudioSink, Clock, DesktopLink, JournalLink, Narrator, Playback};
use crate::player::{Levels, NowPlaying};
use crate::screens::{App, Environment, Request, ScreenView};
use crate::synthesis::LeftOut;
use crate::theme::{ChosenTheme, Theme};
use crate::words::Message;

/// The terminal is closed, and the shell says so.
const END: Signal = Signal::End(EndSignal::HANG_UP);

/// What is shipped. Reading it takes a while, and it is the same for everybody.
static SHIPPED: LazyLock<Arc<LibrarySnapshot>> =
    LazyLock::new(|| Arc::new(LibrarySnapshot::of_built_in(KnownNames::default())));

/// What happened, shared with the test.
#[derive(Clone, Default)]
struct Log(Rc<RefCell<Vec<String>>>);

impl Log {
    fn note(&self, words: impl Into<String>) {
        self.0.borrow_mut().push(words.into());
    }

    fn lines(&self) -> Vec<String> {
        self.0.borrow().clone()
    }

    fn count(&self, words: &str) -> usize {
        self.lines().iter().filter(|line| line.starts_with(words)).count()
    }
}

impl Log {
    /// How often something happened after the mark in the script.
    fn after_mark(&self, words: &str) -> usize {
        let lines = self.lines();
        lines.iter().rev().take_while(|line| *line != "mark").filter(|line| *line == words).count()
    }
}

struct LoggedCanvas {
    terminal: Terminal<TestBackend>,
    log: Log,
    /// Where the cursor stands.
    caret: Option<(u16, u16)>,
    clock: PausedClock,
    /// Until then the terminal takes nothing.
    stalled_until: Duration,
}

impl Canvas for LoggedCanvas {
    fn draw(&mut self, render: Render<'_>) -> io::Result<bool> {
        if self.clock.now() < self.stalled_until {
            return Ok(false);
        }
        self.log.note("drawn");
        let frame = self.terminal.draw(|frame| self.caret = render(frame).caret);
        frame.map_err(io::Error::other)?;
        Ok(true)
    }

    async fn freed(&self) {
        tokio::time::sleep(self.stalled_until.saturating_sub(self.clock.now())).await;
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.terminal.backend_mut().resize(columns, rows);
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.log.note("stood aside");
        Ok(())
    }
}

struct LoggedSink {
    log: Log,
    clock: PausedClock,
}

impl AudioSink for LoggedSink {
    fn play(&mut self, note: SoundEvent, after: Duration) {
        let at = (self.clock.now() + after).as_millis();
        match note {
            SoundEvent::Chime { name } => self.log.note(format!("chime {name} at {at}")),
            SoundEvent::Bed { name } => self.log.note(format!("bed {name:?} at {at}")),
            SoundEvent::Clip(_) => self.log.note(format!("words at {at}")),
            SoundEvent::FadeOut { length } => {
                self.log.note(format!("fades at {at} for {}", length.as_millis()));
            }
            SoundEvent::Softer { hundredths } => {
                self.log.note(format!("softer by {hundredths} at {at}"));
            }
            SoundEvent::Breath { phase, length, .. } => {
                self.log.note(format!("breath {phase:?} at {at} for {}", length.as_millis()));
            }
        }
    }

    fn cancel_pending(&mut self) {
        self.log.note("cancelled");
    }

    fn rest(&mut self) {
        self.log.note("rests");
    }

    fn finish(&mut self, fade: Duration) {
        self.log.note(format!("fades in {} ms", fade.as_millis()));
    }

    fn wake(&mut self) {
        self.log.note("wakes");
    }

    fn set_night(&mut self, night: bool) {
        self.log.note(format!("night {night}"));
    }

    fn set_volume(&mut self, volume: u8) {
        self.log.note(format!("volume {volume}"));
    }

    fn set_level(&mut self, kind: SoundKind, volume: u8) {
        self.log.note(format!("{kind:?} {volume}"));
    }

    fn set_muted(&mut self, muted: bool) {
        self.log.note(format!("muted {muted}"));
    }

    fn readiness(&self) -> Readiness {
        Readiness::Unavailable
    }

    fn is_heard(&self) -> bool {
        true
    }

    fn left_out(&self) -> Vec<LeftOut> {
        Vec::new()
    }

    fn note(&self) -> Option<Message> {
        None
    }

    fn close(self) {
        self.log.note("closed");
    }
}

/// A narrator of recordings alone, whatever engines this machine has.
fn silent_narrator(paths: Option<Paths>) -> Narrator {
    let settings = VoiceSettings { engine: EngineChoice::None, ..VoiceSettings::default() };
    Narrator::new(settings, paths)
}

/// A program at its first screen, at nine in the morning.
struct TestProgram {
    screen: ScreenFrontEnd<PausedClock, LoggedCanvas, LoggedSink>,
    log: Log,
    keys: Sender<Event>,
    events: Option<ReceiverStream<Event>>,
    signals: Sender<Signal>,
    signalled: Option<tokio::sync::mpsc::Receiver<Signal>>,
    /// What the desktop asks for.
    requests: Sender<DesktopRequest>,
}

impl TestProgram {
    fn new() -> Self {
        Self::at_home(None)
    }

    /// Where there is a home folder, with sessions of one's own.
    fn at_home(paths: Option<Paths>) -> Self {
        let levels = Levels { volume: 70, ..Levels::default() };
        let mut app = App::new(Environment::of_a_morning());
        let log = Log::default();
        let mut library = LibraryAccess::new(paths.clone(), KnownNames::default(), &levels, 4);
        library.look = Some(Arc::clone(&SHIPPED));
        library.look(&mut app);
        library.suggest(&mut app);
        let terminal = Terminal::new(TestBackend::new(100, 30)).expect("a test terminal");
        let mut view = ScreenView::new(Theme::night(ColorDepth::True));
        view.figures = Some(Figures::default());
        let (keys, events) = channel(64);
        let (signals, signalled) = channel(4);
        let (requests, asked) = channel(4);
        Self {
            screen: ScreenFrontEnd {
                app,
                view,
                canvas: LoggedCanvas {
                    terminal,
                    log: log.clone(),
                    caret: None,
                    clock: PausedClock::start(),
                    stalled_until: Duration::ZERO,
                },
                playback: Playback::new(
                    NowPlaying::new(levels),
                    PausedClock::start(),
                    LoggedSink { log: log.clone(), clock: PausedClock::start() },
                    silent_narrator(paths),
                    DesktopLink::new(None),
                    JournalLink::default(),
                ),
                desktop: asked,
                news: channel(4),
                theme: (ChosenTheme::default(), ColorDepth::True),
                pictures: PictureOrigin::Asked,
                cells: None,
                answers: channel(1).1,
                library,
                next_frame: None,
                is_stale: false,
            },
            log,
            keys,
            events: Some(ReceiverStream::new(events)),
            signals,
            signalled: Some(signalled),
            requests,
        }
    }

    /// Types a script while the program runs, then leaves. Words are keys, numbers milliseconds to wait.
    async fn play(&mut self, script: &str) -> Outcome {
        let events = self.events.take().expect("played once").map(Ok);
        let signalled = self.signalled.take().expect("played once");
        let (keys, signals, log) = (self.keys.clone(), self.signals.clone(), self.log.clone());
        let requests = self.requests.clone();
        let typing = async move {
            for word in script.split_whitespace() {
                match (word.parse::<u64>(), word) {
                    (Ok(millis), _) => tokio::time::sleep(Duration::from_millis(millis)).await,
                    (_, "mark") => log.note("mark"),
                    (_, "HUP") => signals.send(END).await.expect("listened to"),
                    (_, "TSTP") => signals.send(Signal::Suspend).await.expect("listened to"),
                    (_, request) if request.starts_with("media-") => {
                        requests.send(desktop::request(request)).await.expect("listened to");
                    }
                    _ => keys.send(key(word)).await.expect("listened to"),
                }
            }
            std::future::pending::<()>().await;
        };
        tokio::select! {
            outcome = self.screen.run(events, signalled) => outcome.expect("no failure"),
            () = typing => unreachable!("typing never ends"),
        }
    }

    /// Shows a session about to be played.
    fn load(&mut self, id: &str) {
        self.screen.carry_out(vec![Request::Load(id.to_owned())]);
    }

    /// Draws nothing in the first seconds: what is heard does not depend on it, and it would take most of
    /// the time.
    fn draw_only_from(&mut self, seconds: u64) {
        self.screen.canvas.stalled_until = Duration::from_secs(seconds);
    }

    fn screen(&self) -> String {
        self.screen.canvas.terminal.backend().to_string()
    }
}

/// What a word of a script stands for: a key, or another size of the screen such as `60x20`.
fn key(word: &str) -> Event {
    let size = word.split_once('x').map(|(columns, rows)| (columns.parse(), rows.parse()));
    if let Some((Ok(columns), Ok(rows))) = size {
        return Event::Resize(columns, rows);
    }
    let code = match word {
        "enter" => KeyCode::Enter,
        "space" => KeyCode::Char(' '),
        "esc" => KeyCode::Esc,
        "right" => KeyCode::Right,
        "ctrl-z" => {
            return Event::Key(KeyEvent::new(KeyCode::Char('z'), KeyModifiers::CONTROL));
        }
        "ctrl-c" => {
            return Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL));
        }
        letter => KeyCode::Char(letter.chars().next().expect("a letter")),
    };
    Event::Key(KeyEvent::from(code))
}

#[tokio::test(start_paused = true)]
async fn two_key_presses_after_opening_a_session_plays() {
    let mut program = TestProgram::new();
    program.play("enter enter 8000 q").await;
    assert!(program.log.lines().iter().any(|line| line == "wakes"), "{:?}", program.log.lines());
}

#[tokio::test(start_paused = true)]
async fn the_first_screen_draws_nothing_while_no_key_is_pressed() {
    let mut program = TestProgram::new();
    program.play("3600000 q").await;
    assert_eq!(program.log.count("drawn"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_paused_session_draws_nothing() {
    let mut program = TestProgram::new();
    program.play("enter enter 30000 space 10 mark 600000 q").await;
    assert_eq!(program.log.after_mark("drawn"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_breathing_step_is_drawn_about_twenty_times_a_second() {
    let mut program = TestProgram::new();
    program.load("short-breath");
    program.play("enter 40000 mark 10000 q").await;
    let drawn = program.log.after_mark("drawn");
    assert!((170..=200).contains(&drawn), "{drawn}");
}

#[tokio::test(start_paused = true)]
async fn leaving_is_told_from_being_interrupted() {
    assert_eq!(TestProgram::new().play("q").await, Outcome::Done);
    let interrupted = Outcome::Interrupted(EndSignal::INTERRUPT);
    assert_eq!(TestProgram::new().play("ctrl-c").await, interrupted);
    assert_eq!(TestProgram::new().play("HUP").await, Outcome::Interrupted(EndSignal::HANG_UP));
}
