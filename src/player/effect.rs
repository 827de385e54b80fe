//! What the player wants done.

use super::SessionRecord;
use crate::choices::SoundKind;
use crate::timeline::Cue;

/// Why time stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseReason {
    /// The person asked for it.
    Asked,
    /// The machine slept, or the terminal was stopped.
    Gap,
}

/// What the bed is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SleepTimerState {
    /// It plays on.
    PlayingOn,
    /// It fades.
    Fading,
    /// It is silent.
    Over,
}

/// What the player wants done; it does nothing itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// A session began.
    Begun,
    /// A session is over; this is what it came to.
    Ended(Box<SessionRecord>),
    /// After a session at night: what the bed does now.
    SleepTimer(SleepTimerState),
    /// Sound as at night, or as by day.
    Night(bool),
    /// This loudness of everything, 0–100.
    Volume(u8),
    /// Sound off or on.
    Muted(bool),
    /// This loudness of one kind of sound, 0–100.
    Level(SoundKind, u8),
    /// Sound this cue in so many milliseconds of wall time.
    Cue {
        /// The cue.
        cue: Cue,
        /// Milliseconds of wall time until it is due.
        after: u64,
    },
    /// Forget the cues that have not begun to sound.
    CancelPending,
    /// A segment began: its index.
    Entered(usize),
    /// Time stands still.
    Paused(PauseReason),
    /// Time runs again.
    Resumed,
    /// A step's time is up in so many milliseconds of wall time, and it waits for the person then.
    WaitsSoon {
        /// Milliseconds of wall time.
        after: u64,
    },
    /// A step's time is up, and it waits for the person.
    Waiting,
    /// The session became longer by so many milliseconds.
    Extended {
        /// Milliseconds added, both sides counted.
        millis: u64,
    },
    /// The player has come to its end.
    Finished {
        /// Whether it was played to its end.
        whole: bool,
    },
    /// The bed fades away within so many milliseconds of wall time, and nothing follows it.
    FadeBed {
        /// Milliseconds of wall time.
        millis: u64,
    },
}
