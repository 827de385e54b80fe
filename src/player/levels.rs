//! How loud everything is and which background is heard: the one place where that is kept.

use crate::choices::{Background, Choice as _, Mix, SoundKind};

/// How loud everything is, and which background is heard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// Loudness of everything, 0–100.
    pub volume: u8,
    /// Sound is off.
    pub muted: bool,
    /// How loud each kind of sound is.
    pub mix: Mix,
    /// Which background sessions are played with.
    pub background: Background,
}

impl Levels {
    /// Whether nothing can be heard, since sound is off or the loudness is 0, that of the whole or of
    /// each kind of sound.
    pub fn is_silent(&self) -> bool {
        let all_at_zero = || SoundKind::ALL.iter().all(|kind| self.mix.of(*kind) == 0);
        self.muted || self.volume == 0 || all_at_zero()
    }

    pub(super) fn set_volume(&mut self, volume: u8) {
        self.volume = volume.min(100);
    }

    pub(super) fn set_level(&mut self, kind: SoundKind, volume: u8) {
        self.mix = self.mix.with(kind, volume);
    }
}
