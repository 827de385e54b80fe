//! The link to the desktop: it is told how the session stands, and may ask for something.

use std::time::Duration;

use crate::desktop::{Desktop, DesktopRequest as Request, ShownSession};
use crate::player::{Command, Control, NowPlaying, PauseReason, Player, State};

/// The desktop, where anything is wanted of it.
pub struct DesktopLink(Option<Desktop>);

impl DesktopLink {
    /// A link to this desktop, or to none.
    pub fn new(desktop: Option<Desktop>) -> Self {
        Self(desktop)
    }

    /// Tells how the session stands, or the bed that plays on after it.
    pub(super) fn show(&self, now: &NowPlaying) {
        let Some(desktop) = &self.0 else {
            return;
        };
        let shown = match (now.player(), now.last_player()) {
            (Some(player), _) => Some(shown(player, now)),
            (None, Some(player)) if now.is_bed_heard() => {
                Some(ShownSession { runs: true, bed_plays_on: true, ..shown(player, now) })
            }
            _ => None,
        };
        desktop.publish(shown.as_ref());
    }

    /// Waits a moment until the desktop knows how the session stands, before all of it stops.
    pub(super) fn settle(&self) {
        if let Some(desktop) = &self.0 {
            desktop.settle();
        }
    }
}

fn shown<'a>(player: &'a Player, now: &NowPlaying) -> ShownSession<'a> {
    let timeline = player.timeline();
    ShownSession {
        title: timeline.title(),
        length: Duration::from_millis(timeline.millis()),
        position: Duration::from_millis(player.position()),
        runs: player.state() == State::Playing,
        speed: player.speed(),
        volume: now.levels().volume,
        night: player.is_night(),
        bed_plays_on: false,
    }
}

/// What a request of the desktop means; `None` where it asks for the program to be left.
pub(super) fn control(request: Request) -> Option<Control> {
    Some(Control::Command(match request {
        Request::PlayPause => Command::Toggle,
        Request::Play => Command::Resume,
        Request::Pause => Command::Pause(PauseReason::Asked),
        Request::Stop => Command::Finish,
        Request::Next => Command::Next,
        Request::Previous => Command::Previous,
        Request::SeekTo(position) => Command::SeekTo(position.as_millis() as u64),
        Request::Volume(volume) => return Some(Control::Volume(volume)),
        Request::Quit => return None,
    }))
}
