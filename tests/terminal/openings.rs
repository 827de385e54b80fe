//! What is played in a terminal, and how.

use crate::support::pty::Opening;

/// A session of two seconds.
pub(super) const BLINK: &str = include_str!("sessions/blink.toml");
/// A session for bed of two seconds, over the ocean.
pub(crate) const NOD: &str = include_str!("sessions/nod.toml");
/// A session that breathes for ten minutes.
pub(super) const LONG_BREATH: &str = include_str!("sessions/long-breath.toml");

/// The long breath, played without sound.
pub(super) fn long_breath(wish: &str) -> Opening {
    let words = format!("play long-breath.toml --mute {wish}");
    Opening::new(&words).file("long-breath.toml", LONG_BREATH)
}
