//! A session playing: what its keys ask for, and how often it is drawn.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use crate::figures::body_map::BodyMap;
use crate::figures::moving_figure::MovingFigure;
use crate::player::{Player, State};
use crate::timeline::Moment;

pub(super) use keys::KEYS;

/// A frame of something that moves, in milliseconds: 18 a second look smooth with a breath.
const FRAME_MILLIS: u64 = 55;
/// A frame of a hand at work, which goes in steps: more would cost bytes, and not be seen.
const HAND_FRAME_MILLIS: u64 = 95;
/// A frame where only the time runs on.
const QUIET_FRAME_MILLIS: u64 = 250;
/// A frame with reduced motion: two a second.
const REDUCED_FRAME_MILLIS: u64 = 500;

/// How soon after its start the words of a segment have faded in, in milliseconds.
const FADE_IN_MILLIS: u64 = 350;

/// A session playing: all there is to know of it, the player knows.
#[derive(Clone, Copy, Debug)]
pub struct PlayingScreen;

/// How long one frame of a session stays, in milliseconds; `None` where nothing moves. What is seen
/// turns when what is heard does, so no frame stays beyond a turn.
fn frame_millis(player: &Player, reduced_motion: bool) -> Option<u64> {
    if player.state() != State::Playing {
        return None;
    }
    let moment = player.moment();
    let moves = moment.breath.is_some()
        || moment.tense.is_some()
        || BodyMap::moves(&moment)
        || MovingFigure::moves(&moment);
    let until_turn = ((until_turn(&moment) as f64 / player.speed()).ceil() as u64).max(1);
    Some(match (reduced_motion, moves || moment.elapsed <= FADE_IN_MILLIS) {
        // A frame shortly before a turn would be one too many.
        (true, _) if until_turn < 2 * REDUCED_FRAME_MILLIS => until_turn,
        (true, _) => REDUCED_FRAME_MILLIS,
        (false, true) if moment.segment.massage().is_some() => until_turn.min(HAND_FRAME_MILLIS),
        (false, true) => until_turn.min(FRAME_MILLIS),
        (false, false) => until_turn.min(QUIET_FRAME_MILLIS),
    })
}

/// How long it takes until a part, a breath or one of its phases, a tension or a release begins, in
/// milliseconds of the timeline.
fn until_turn(moment: &Moment<'_>) -> u64 {
    let breath = moment.breath.as_ref().map(|breath| breath.remaining);
    let tense = moment.tense.map(|tense| tense.remaining);
    let turns = breath.into_iter().chain(tense).chain(moment.until_begin);
    turns.fold(moment.remaining, u64::min)
}
