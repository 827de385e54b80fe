//! After a session: what was played.

use super::Playing;
use crate::player::Player;

/// After a session.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The name it was played by.
    pub id: String,
    /// The session's title.
    pub title: String,
    /// Time spent playing, in milliseconds; pauses do not count.
    pub played: u64,
    /// Whether it was played to its end.
    pub whole: bool,
    fresh: Box<Player>,
}

impl Summary {
    /// What a session that has just ended came to.
    pub(super) fn of(playing: &Playing) -> Self {
        let player = &playing.player;
        Self {
            id: playing.id.clone(),
            title: player.timeline().title().to_owned(),
            played: player.played(),
            whole: player.position() >= player.timeline().millis(),
            fresh: playing.fresh.clone(),
        }
    }

    pub(super) fn again(&self) -> (String, Player) {
        (self.id.clone(), (*self.fresh).clone())
    }
}
