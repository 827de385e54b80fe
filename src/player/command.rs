//! What a person can ask of the player.

use super::PauseReason;

/// How far one jump back or forward goes, in milliseconds.
pub const SEEK_MILLIS: u64 = 10_000;
/// How much longer one extension makes a step, in milliseconds.
pub const EXTEND_MILLIS: u64 = 30_000;

/// What a person can ask of the player.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Pause, or go on.
    Toggle,
    /// Pause, for this reason.
    Pause(PauseReason),
    /// Go on.
    Resume,
    /// On to the next step.
    Next,
    /// Back to the step before.
    Previous,
    /// Back to the start of this step.
    Restart,
    /// Ten seconds back.
    Back,
    /// Ten seconds forward.
    Forward,
    /// To this position, in milliseconds; past the end it ends.
    SeekTo(u64),
    /// Thirty seconds more of this step, in whole breaths.
    Extend,
    /// End the session now.
    Finish,
}
