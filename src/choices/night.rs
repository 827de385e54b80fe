//! When it is night, and how long the bed plays on after it.

use super::word::choice;

/// The longest sleep timer, in minutes: a bed is not meant to play all night.
pub const LONGEST_SLEEP_TIMER: u32 = 45;

/// When the screen turns dim and warm by itself while a session plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Night {
    /// In sessions for bed.
    #[default]
    Bed,
    /// In sessions for bed, and in any session from 21 to 5 o'clock.
    Clock,
    /// Only when asked for.
    Never,
}

choice! {
    Night { Bed => "bed", Clock => "clock", Never => "never", }
}
