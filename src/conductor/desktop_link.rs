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
use crate::desktop::{self, Desktop, DesktopRequest, NowPlaying, Wishes};
use crate::player::{Command, PauseReason, Player, State};
use crate::tui::Action;

/// How many wishes of the desktop may wait; more at once are nobody's wish.
const WAITING: usize = 16;

/// The desktop, where anything is wanted of it.
pub(super) struct DesktopLink {
    pub(super) desktop: Option<Desktop>,
    pub(super) asked: Receiver<DesktopRequest>,
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
        let clock: desktop::TimeSource = Arc::new(move || clock.now());
        let ask: desktop::Ask = Arc::new(move |request| {
            // Nobody listens any more, or far too much was asked for.
            let _ = asks.try_send(request);
        });
        let desktop = (!wishes.is_empty()).then(|| Desktop::new(wishes, clock, ask));
        Self { desktop, asked }
    }

    /// What the desktop asks for next.
    pub(super) async fn request(&mut self) -> DesktopRequest {
        match self.asked.recv().await {
            Some(request) => request,
            None => pending().await,
        }
    }

    /// Tells how the session stands; `None` where none is on.
    pub(super) fn show(&self, player: Option<&Player>, volume: u8) {
        if let Some(desktop) = &self.desktop {
            let player = player.filter(|player| player.state() != State::Finished);
            desktop.publish(player.map(|player| now_playing(player, volume)).as_ref());
        }
    }

    /// Tells that the session is over, and its bed plays on.
    pub(super) fn show_drift(&self, player: &Player, volume: u8) {
        if let Some(desktop) = &self.desktop {
            let now_playing =
                NowPlaying { runs: true, bed_plays_on: true, ..now_playing(player, volume) };
            desktop.publish(Some(&now_playing));
        }
    }

    /// Waits a moment until the desktop knows how the session stands, before all of it stops.
    pub(super) fn settle(&self) {
        if let Some(desktop) = &self.desktop {
            desktop.settle();
        }
    }
}

fn now_playing(player: &Player, volume: u8) -> NowPlaying<'_> {
    let timeline = player.timeline();
    NowPlaying {
        title: timeline.title(),
        length: Duration::from_millis(timeline.millis()),
        position: Duration::from_millis(player.position()),
        runs: player.state() == State::Playing,
        speed: player.speed(),
        volume,
        night: timeline.is_night(),
        bed_plays_on: false,
    }
}

/// What a wish of the desktop means to the player, where it is about the player at all.
pub(super) fn command(request: DesktopRequest) -> Option<Command> {
    Some(match request {
        DesktopRequest::PlayPause => Command::Toggle,
        DesktopRequest::Play => Command::Resume,
        DesktopRequest::Pause => Command::Pause(PauseReason::Asked),
        DesktopRequest::Stop => Command::Finish,
        DesktopRequest::Next => Command::Next,
        DesktopRequest::Previous => Command::Previous,
        DesktopRequest::SeekTo(position) => Command::SeekTo(position.as_millis() as u64),
        DesktopRequest::Volume(_) | DesktopRequest::Quit => return None,
    })
}

impl<Time: Clock, Surface: Canvas, Sound: AudioSink> ScreenFrontEnd<Time, Surface, Sound> {
    /// Does what the desktop asks for, as a key would.
    pub(super) fn on_request(&mut self, request: DesktopRequest) -> io::Result<Option<Outcome>> {
        self.pass_time();
        let wanted = match (command(request), request) {
            (Some(command), _) => self.app.control(command),
            (None, DesktopRequest::Volume(volume)) => self.app.set_volume(volume),
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
    pub(super) fn on_request(&mut self, request: DesktopRequest) -> io::Result<Option<Outcome>> {
        match (command(request), request) {
            (Some(command), _) => {
                let effects = self.player.apply(command);
                self.held = matches!(self.player.state(), State::Paused(PauseReason::Asked));
                self.tell_all(effects)?;
            }
            (None, DesktopRequest::Volume(volume)) => {
                self.volume = volume;
                self.sink.set_volume(volume);
                self.desktop_link.show(Some(&self.player), volume);
            }
            (None, _) => return Ok(Some(Outcome::Done)),
        }
        Ok(None)
    }
}
