//! What is held off while a session plays.

use super::word::choice;

/// What is held off while a session plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StayAwake {
    /// Nothing: the machine goes to sleep as it always does.
    #[default]
    Never,
    /// Sleep.
    Sleep,
    /// Sleep, and the screen turning off and locking.
    Screen,
}

choice! {
    StayAwake { Never => "never", Sleep => "sleep", Screen => "screen", }
}
