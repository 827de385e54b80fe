//! What is around the session: the desktop is told how it stands, and may ask for something.

use std::future::pending;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc::{Receiver, channel};

use super::clock::Clock;
use super::lines_front_end::LinesFrontEnd;
use super::screen_front_end::ScreenFrontEnd;
use super::sink::AudioSink;
use super::terminal::Canvas;
use super::{BootClock, Outcome};
use crate::config::Settings;
use crate::desktop::{self, Desktop, Request, Scene, Wishes};
use crate::player::{Command, PauseReason, Player, State};
use crate::tui::Action;

/// How many wishes of the desktop may wait; more at once are nobody's wish.
const WAITING: usize = 16;

/// The desktop, where anything is wanted of it.
pub(super) struct DesktopLink {
    pub(super) desktop: Option<Desktop>,
    pub(super) asked: Receiver<Request>,
}

impl DesktopLink {
    pub(super) fn new(settings: &Settings) -> Self {
        let wishes = Wishes {
            media_keys: settings.media_keys,
            pause_players: settings.pause_players,
            stay_awake: settings.stay_awake,
        };
        let (asks, asked) = channel(WAITING);
        let clock = BootClock::start();
        let clock: desktop::Clock = Arc::new(move || clock.now());
        let ask: desktop::Ask = Arc::new(move |request| {
            // Nobody listens any more, or far too much was asked for.
            let _ = asks.try_send(request);
        });
        let desktop = (!wishes.is_empty()).then(|| Desktop::new(wishes, clock, ask));
        Self { desktop, asked }
    }

    /// What the desktop asks for next.
    pub(super) async fn request(&mut self) -> Request {
        match self.asked.recv().await {
            Some(request) => request,
            None => pending().await,
        }
    }

    /// Tells how the session stands; `None` where none is on.
    pub(super) fn show(&self, player: Option<&Player>, volume: u8) {
        if let Some(desktop) = &self.desktop {
            let player = player.filter(|player| player.state() != State::Finished);
            desktop.show(player.map(|player| scene(player, volume)).as_ref());
        }
    }

    /// Tells that the session is over, and its bed plays on.
    pub(super) fn show_drift(&self, player: &Player, volume: u8) {
        if let Some(desktop) = &self.desktop {
            let scene = Scene { runs: true, drifts: true, ..scene(player, volume) };
            desktop.show(Some(&scene));
        }
    }

    /// Waits a moment until the desktop knows how the session stands, before all of it stops.
    pub(super) fn settle(&self) {
        if let Some(desktop) = &self.desktop {
            desktop.settle();
        }
    }
}

fn scene(player: &Player, volume: u8) -> Scene<'_> {
    let timeline = player.timeline();
    Scene {
        title: timeline.title(),
        length: Duration::from_millis(timeline.millis()),
        position: Duration::from_millis(player.position()),
        runs: player.state() == State::Playing,
        speed: player.speed(),
        volume,
        night: timeline.is_night(),
        drifts: false,
    }
}

/// What a wish of the desktop means to the player, where it is about the player at all.
pub(super) fn command(request: Request) -> Option<Command> {
    Some(match request {
        Request::PlayPause => Command::Toggle,
        Request::Play => Command::Resume,
        Request::Pause => Command::Pause(PauseReason::Asked),
        Request::Stop => Command::Finish,
        Request::Next => Command::Next,
        Request::Previous => Command::Previous,
        Request::SeekTo(position) => Command::SeekTo(position.as_millis() as u64),
        Request::Volume(_) | Request::Quit => return None,
    })
}

impl<Time: Clock, Surface: Canvas, Sound: AudioSink> ScreenFrontEnd<Time, Surface, Sound> {
    /// Does what the desktop asks for, as a key would.
    pub(super) fn on_request(&mut self, request: Request) -> io::Result<Option<Outcome>> {
        self.pass_time();
        let wanted = match (command(request), request) {
            (Some(command), _) => self.app.control(command),
            (None, Request::Volume(volume)) => self.app.set_volume(volume),
            (None, _) => self.app.act(Action::Quit),
        };
        if self.carry_out(wanted) {
            return Ok(Some(Outcome::Done));
        }
        self.draw().map(|()| None)
    }
}

impl<Time: Clock, Sound: AudioSink> LinesFrontEnd<'_, Time, Sound> {
    /// Does what the desktop asks for.
    pub(super) fn on_request(&mut self, request: Request) -> io::Result<Option<Outcome>> {
        match (command(request), request) {
            (Some(command), _) => {
                let effects = self.player.apply(command);
                self.held = matches!(self.player.state(), State::Paused(PauseReason::Asked));
                self.tell_all(effects)?;
            }
            (None, Request::Volume(volume)) => {
                self.volume = volume;
                self.sink.set_volume(volume);
                self.desktop_link.show(Some(&self.player), volume);
            }
            (None, _) => return Ok(Some(Outcome::Done)),
        }
        Ok(None)
    }
}
