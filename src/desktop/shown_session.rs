//! What the desktop is told, and what it may ask for, as plain data.

use std::time::Duration;

use crate::choices::StayAwake;

/// What the person wants of the desktop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// Media keys, and whatever else speaks MPRIS, control the session.
    pub media_keys: bool,
    /// Other players are paused while a session is on.
    pub pause_players: bool,
    /// What is held off while a session plays.
    pub stay_awake: StayAwake,
}

impl Wishes {
    /// Whether there is nothing to do.
    pub fn is_empty(self) -> bool {
        !self.media_keys && !self.pause_players && self.stay_awake == StayAwake::Never
    }
}

/// A session as the desktop may show it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownSession<'a> {
    /// The session's title.
    pub title: &'a str,
    /// How long it is.
    pub length: Duration,
    /// Where it is.
    pub position: Duration,
    /// Whether its time runs.
    pub runs: bool,
    /// How many times faster than life its time runs.
    pub speed: f64,
    /// The loudness, 0–100.
    pub volume: u8,
    /// The person may fall asleep to it: other players stay silent after it.
    pub night: bool,
    /// It is over, and its bed plays on in the dark: the screen may go off, the machine may not.
    pub bed_plays_on: bool,
}

/// What the desktop asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only a bus asks"))]
pub enum DesktopRequest {
    /// Pause, or go on.
    PlayPause,
    /// Go on.
    Play,
    /// Pause.
    Pause,
    /// End the session.
    Stop,
    /// On to the next step.
    Next,
    /// Back to the step before.
    Previous,
    /// To this position of the session.
    SeekTo(Duration),
    /// This loudness, 0–100.
    Volume(u8),
    /// Leave the program.
    Quit,
}
