//! Whether sound has a width.

use super::word::choice;

/// How many channels sound has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Channels {
    /// Left and right: backgrounds lie around the middle, and each nostril is heard on its side.
    #[default]
    Stereo,
    /// The same for both ears; recordings have one channel.
    Mono,
}

choice! {
    Channels { Stereo => "stereo", Mono => "mono", }
}

impl Channels {
    /// As a number.
    pub fn count(self) -> u8 {
        match self {
            Self::Stereo => 2,
            Self::Mono => 1,
        }
    }
}
