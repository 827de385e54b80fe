//! A session playing: what its keys ask for, and how often it is drawn.

use crate::figures::body_map::BodyMap;
use crate::player::{Command, Control, Player, State};
use crate::screens::Action;
use crate::screens::drawing::words::ARRIVAL_MILLIS;

/// A frame of something that moves, in milliseconds: 18 a second look smooth at the pace of a
/// breath.
const FRAME_MILLIS: u64 = 55;
/// A frame where only the time runs on.
const QUIET_FRAME_MILLIS: u64 = 250;
/// A frame with reduced motion: two a second.
const REDUCED_FRAME_MILLIS: u64 = 500;

/// How long one frame of a session stays, in milliseconds; `None` where nothing moves.
pub(super) fn frame_millis(player: &Player, reduced_motion: bool) -> Option<u64> {
    if player.state() != State::Playing {
        return None;
    }
    let moment = player.moment();
    let moves = moment.breath.is_some() || moment.tense.is_some() || BodyMap::moves(&moment);
    Some(match (reduced_motion, moves || moment.elapsed <= ARRIVAL_MILLIS) {
        (true, _) => REDUCED_FRAME_MILLIS,
        (false, true) => FRAME_MILLIS,
        (false, false) => QUIET_FRAME_MILLIS,
    })
}

/// What a key asks of a session.
pub(super) fn control(action: Action) -> Option<Control> {
    Some(Control::Command(match action {
        Action::Toggle | Action::Click(..) => Command::Toggle,
        Action::Next => Command::Next,
        Action::Previous => Command::Previous,
        Action::Restart => Command::Restart,
        Action::Rewind => Command::Back,
        Action::Forward => Command::Forward,
        Action::Extend => Command::Extend,
        Action::Finish => Command::Finish,
        _ => return None,
    }))
}
