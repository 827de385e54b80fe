//! The volumes, over a session that plays or is about to: how loud each kind of sound is, and which
//! background there is.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::choices::SoundKind;
use crate::player::{NowPlaying, Player};
use crate::timeline::Timeline;

pub(super) use keys::KEYS;

/// The volumes, over a session.
#[derive(Clone, Debug)]
pub struct VolumesScreen {
    /// What is chosen.
    pub chosen: Fader,
    /// The session that is about to be played; `None` where one plays.
    session: Option<Arc<Timeline>>,
}

impl VolumesScreen {
    /// The volumes over a session that plays, or over one that is about to.
    pub(super) fn over(session: Option<Arc<Timeline>>) -> Self {
        Self { chosen: Fader::All, session }
    }

    /// The session they lie over.
    fn timeline<'a>(&'a self, now: &'a NowPlaying) -> Option<&'a Timeline> {
        match &self.session {
            Some(timeline) => Some(timeline),
            None => now.player().map(Player::timeline),
        }
    }

    /// The background that the session has of its own here.
    fn own_bed<'a>(&'a self, now: &'a NowPlaying) -> Option<&'a str> {
        let position = match &self.session {
            Some(_) => 0,
            None => now.player()?.position(),
        };
        self.timeline(now)?.bed_before(position + 1).flatten()
    }
}

/// One thing to set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fader {
    /// The loudness of everything.
    All,
    /// The loudness of one kind of sound.
    Kind(SoundKind),
    /// Which background there is.
    Background,
}

impl Fader {
    /// All of them, from top to bottom.
    pub const EVERY: [Self; 6] = [
        Self::All,
        Self::Kind(SoundKind::Voice),
        Self::Kind(SoundKind::Chimes),
        Self::Kind(SoundKind::Breath),
        Self::Kind(SoundKind::Bed),
        Self::Background,
    ];

    /// The one in a line of the panel, counted from 0.
    fn in_line(line: usize) -> Option<Self> {
        Self::EVERY.get(line).copied()
    }

    /// The one so many lines below, as far as there are any.
    fn moved(self, lines: isize) -> Self {
        let place = Self::EVERY.iter().position(|fader| *fader == self).unwrap_or_default();
        let last = Self::EVERY.len() - 1;
        Self::EVERY[place.saturating_add_signed(lines).min(last)]
    }
}

/// How loud something is, 0–100; `None` for the background.
fn level(fader: Fader, now: &NowPlaying) -> Option<u8> {
    match fader {
        Fader::All => Some(now.levels().volume),
        Fader::Kind(kind) => Some(now.levels().mix.of(kind)),
        Fader::Background => None,
    }
}
