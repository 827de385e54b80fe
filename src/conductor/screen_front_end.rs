//! The loop itself: waits for a key, a signal or the next frame, lets time pass, and draws.

use std::io;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyModifiers};
use tokio::sync::mpsc::Receiver;
use tokio_stream::{Stream, StreamExt as _};

use super::clock::Clock;
use super::desktop_link::DesktopLink;
use super::narrator::Narrator;
use super::signals::Signal;
use super::sink::{self, AudioSink};
use super::terminal::Canvas;
use super::{LibraryAccess, Outcome};
use crate::tui::keymap::action_for;
use crate::tui::{App, Mode, Request, View, draw};

/// Time passes at least this often while a session plays, so that cues are handed out in time.
const LONGEST_TICK: Duration = Duration::from_millis(100);

/// Everything the loop holds. Clock, canvas and sink are given, so that a test can play an
/// evening in a second.
pub(super) struct ScreenFrontEnd<Time, Surface, Sound> {
    pub(super) app: App,
    pub(super) view: View,
    pub(super) clock: Time,
    pub(super) canvas: Surface,
    pub(super) sink: Sound,
    pub(super) library: LibraryAccess,
    pub(super) narrator: Narrator,
    pub(super) desktop_link: DesktopLink,
    pub(super) last: Duration,
    pub(super) drawn: Duration,
}

impl<Time: Clock, Surface: Canvas, Sound: AudioSink> ScreenFrontEnd<Time, Surface, Sound> {
    /// Runs until the person leaves, a signal ends it, or the terminal is gone.
    pub(super) async fn run(
        &mut self,
        mut events: impl Stream<Item = io::Result<Event>> + Unpin,
        mut signals: Receiver<Signal>,
    ) -> io::Result<Outcome> {
        loop {
            let tick = self.tick();
            tokio::select! {
                Some(signal) = signals.recv() => match signal {
                    Signal::End => return Ok(Outcome::Interrupted),
                    Signal::StandAside => self.stand_aside()?,
                },
                event = events.next() => match event {
                    Some(Ok(event)) => {
                        if let Some(outcome) = self.on_event(&event)? {
                            return Ok(outcome);
                        }
                    }
                    // The terminal is gone, and nobody can ask for anything any more.
                    Some(Err(_)) | None => return Ok(Outcome::Interrupted),
                },
                () = self.library.has_found() => {
                    if let Some(requests) = self.library.show_found(&mut self.app) {
                        self.carry_out(requests);
                        self.draw()?;
                    }
                }
                request = self.desktop_link.request() => {
                    if let Some(outcome) = self.on_request(request)? {
                        return Ok(outcome);
                    }
                }
                () = sleep(tick) => {
                    if let Some(outcome) = self.on_tick()? {
                        return Ok(outcome);
                    }
                }
            }
        }
    }

    /// How long to wait for the next frame, or for what goes on in the dark; for ever where nothing
    /// does.
    fn tick(&self) -> Option<Duration> {
        let doze = self.app.doze_millis().map(Duration::from_millis);
        let frame = self.app.frame_millis().map(|frame| {
            let since = self.clock.now().saturating_sub(self.drawn);
            Duration::from_millis(frame).saturating_sub(since).min(LONGEST_TICK)
        });
        frame.into_iter().chain(doze).min()
    }

    fn on_tick(&mut self) -> io::Result<Option<Outcome>> {
        let moved = self.app.frame_millis().is_some();
        let passed = self.pass_time();
        if passed.leaves {
            return Ok(Some(Outcome::Done));
        }
        let frame = self.app.frame_millis().map(Duration::from_millis);
        let since = self.clock.now().saturating_sub(self.drawn);
        if passed.is_elsewhere
            || frame.map_or(moved, |frame| since + Duration::from_millis(1) >= frame)
        {
            self.draw()?;
        }
        Ok(None)
    }

    fn on_event(&mut self, event: &Event) -> io::Result<Option<Outcome>> {
        if let Event::Key(key) = event
            && key.modifiers.contains(KeyModifiers::CONTROL)
        {
            match key.code {
                KeyCode::Char('c') => return Ok(Some(Outcome::Interrupted)),
                KeyCode::Char('z') => return self.stand_aside().map(|()| None),
                _ => {}
            }
        }
        self.pass_time();
        if let Event::Resize(columns, rows) = event {
            self.canvas.resize(*columns, *rows)?;
            return self.draw().map(|()| None);
        }
        let Some(action) = action_for(event, self.app.place()) else {
            return Ok(None);
        };
        let action = self.app.aim(action, &self.view);
        let requests = self.app.act(action);
        if self.carry_out(requests) {
            return Ok(Some(Outcome::Done));
        }
        self.draw().map(|()| None)
    }

    /// Gives the terminal back until the program is continued; a session pauses meanwhile.
    fn stand_aside(&mut self) -> io::Result<()> {
        self.pass_time();
        let requests = self.app.leave();
        self.carry_out(requests);
        self.desktop_link.settle();
        self.canvas.stand_aside()?;
        // A bed that plays on after a session does not wait for anybody.
        if self.app.doze_millis().is_none() {
            self.last = self.clock.now();
        }
        self.pass_time();
        self.draw()
    }

    /// Lets the time since last time pass.
    pub(super) fn pass_time(&mut self) -> Passed {
        let now = self.clock.now();
        // What is under a millisecond stays for next time, so that nothing is lost.
        let elapsed = now.saturating_sub(self.last).as_millis() as u64;
        self.last += Duration::from_millis(elapsed);
        let was_playing = matches!(self.app.mode, Mode::Playing(_));
        let requests = self.app.advance(elapsed);
        let leaves = self.carry_out(requests);
        if let Some(player) = self.app.player() {
            sink::catch_up(&mut self.sink, &mut self.narrator, player);
        }
        Passed { is_elsewhere: was_playing && !matches!(self.app.mode, Mode::Playing(_)), leaves }
    }

    /// Carries out what the screens want done. Returns whether the person wants to leave.
    pub(super) fn carry_out(&mut self, requests: Vec<Request>) -> bool {
        let mut leave = false;
        for request in requests {
            match request {
                Request::Quit => leave = true,
                Request::Volume(volume) => {
                    self.sink.set_volume(volume);
                    self.library.remember_volume(volume);
                }
                Request::Mute(muted) => self.sink.set_muted(muted),
                Request::Level(kind, volume) => {
                    self.sink.set_bus_volume(kind, volume);
                    self.library.remember_level(kind, volume);
                }
                Request::Background(choice) => self.library.remember_background(&choice),
                Request::Remember => self.library.put_away(),
                Request::Night(night) => self.sink.set_night(night),
                Request::Play(effects) => {
                    let player = self.app.player();
                    sink::sound(&mut self.sink, &mut self.narrator, &effects, player);
                }
                Request::Refresh => {
                    let wanted = self.library.look(&mut self.app);
                    self.carry_out(wanted);
                }
                Request::Preview(id) => self.library.preview(&mut self.app, &id),
                Request::Load(id) => {
                    self.library.load(&mut self.app, &id);
                    self.have_it_read();
                }
            }
        }
        let volume = self.app.sound.volume;
        match self.app.drifting() {
            Some(player) => self.desktop_link.show_drift(player, volume),
            None => self.desktop_link.show(self.app.session(), volume),
        }
        leave
    }

    /// Has the words of the session that is about to be played spoken ahead.
    fn have_it_read(&mut self) {
        if let Mode::Ready(ready) = &self.app.mode {
            let file = self.library.file_of(&ready.id);
            self.narrator.prepare(&ready.id, file.as_deref(), &ready.timeline);
        }
    }

    /// Draws a frame.
    pub(super) fn draw(&mut self) -> io::Result<()> {
        self.app.voice = self.narrator.view();
        self.app.sound.note = self.sink.note().or_else(|| self.app.voice.note());
        self.drawn = self.clock.now();
        let (app, view) = (&self.app, &mut self.view);
        self.canvas.draw(&mut |frame| draw(frame, app, view))
    }
}

/// What came of the time that passed.
pub(super) struct Passed {
    /// Another screen is shown than before.
    is_elsewhere: bool,
    /// The program is to be left.
    leaves: bool,
}

async fn sleep(tick: Option<Duration>) {
    match tick {
        Some(tick) => tokio::time::sleep(tick).await,
        None => std::future::pending().await,
    }
}
