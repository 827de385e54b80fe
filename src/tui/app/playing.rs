//! A session playing.

use crate::player::{Command, Effect, Player, State};
use crate::tui::Action;

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

    /// Whether anything on screen moves.
    pub fn is_moving(&self) -> bool {
        self.player.state() == State::Playing
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
