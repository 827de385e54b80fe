//! A session playing.

use crate::figures::body_map::BodyMap;
use crate::player::{Command, Effect, Player, State};
use crate::tui::screens::words::ARRIVAL_MILLIS;
use crate::tui::{Action, Circumstances};

/// A frame of something that moves, in milliseconds: 18 a second look smooth at the pace of a
/// breath.
const FRAME_MILLIS: u64 = 55;
/// A frame where only the time runs on.
const QUIET_FRAME_MILLIS: u64 = 250;
/// A frame with reduced motion: two a second.
const REDUCED_FRAME_MILLIS: u64 = 500;

/// A session playing.
#[derive(Clone, Debug)]
pub struct Playing {
    /// The name it is played by.
    pub id: String,
    /// Where it is.
    pub player: Player,
    /// The player as it began, to play the same once more.
    pub(super) fresh: Box<Player>,
}

impl Playing {
    pub(super) fn new(id: String, mut player: Player) -> (Self, Vec<Effect>) {
        let fresh = Box::new(player.clone());
        let effects = player.begin();
        (Self { id, player, fresh }, effects)
    }

    /// Whether it plays as at night: a dim and warm screen, soft sounds and a quiet end.
    pub fn is_night(&self) -> bool {
        self.player.timeline().is_night()
    }

    /// How much of the session has played, 0–1.
    pub(super) fn share(&self) -> f32 {
        self.player.position() as f32 / self.player.timeline().millis().max(1) as f32
    }

    /// How long one frame stays, in milliseconds; `None` where nothing moves.
    pub(super) fn frame_millis(&self, reduced_motion: bool) -> Option<u64> {
        if self.player.state() != State::Playing {
            return None;
        }
        let moment = self.player.moment();
        let moves = moment.breath.is_some() || moment.tense.is_some() || BodyMap::moves(&moment);
        Some(match (reduced_motion, moves || moment.elapsed <= ARRIVAL_MILLIS) {
            (true, _) => REDUCED_FRAME_MILLIS,
            (false, true) => FRAME_MILLIS,
            (false, false) => QUIET_FRAME_MILLIS,
        })
    }

    /// As at night, or as by day.
    pub(super) fn turn_night(&mut self, circumstances: Circumstances) -> Vec<Effect> {
        self.player.set_ending(circumstances.ending(!self.is_night()))
    }

    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        let command = match action {
            Action::Toggle | Action::Click(..) => Command::Toggle,
            Action::Next => Command::Next,
            Action::Previous => Command::Previous,
            Action::Restart => Command::Restart,
            Action::Rewind => Command::Back,
            Action::Forward => Command::Forward,
            Action::Extend => Command::Extend,
            Action::Finish => Command::Finish,
            _ => return Vec::new(),
        };
        self.player.apply(command)
    }
}
