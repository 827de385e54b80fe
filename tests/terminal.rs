//! The whole program in a real terminal: what is to be seen there, and that it is given back.
#![cfg(unix)]

#[path = "support/home.rs"]
mod home;
#[path = "support/pty.rs"]
mod pty;
#[path = "support/sight.rs"]
mod sight;

mod terminal {
    mod folder;
    mod giving_back;
    mod night;
    mod screens;
    mod settings;
    mod stillness;

    use crate::pty::Opening;

    /// A session of two seconds.
    const BLINK: &str = include_str!("terminal/sessions/blink.toml");
    /// A session for bed of two seconds, over the ocean.
    const NOD: &str = include_str!("terminal/sessions/nod.toml");
    /// A session that breathes for ten minutes.
    const LONG_BREATH: &str = include_str!("terminal/sessions/long-breath.toml");

    /// The long breath, played without sound.
    fn long_breath(wish: &str) -> Opening {
        let words = format!("play long-breath.toml --mute {wish}");
        Opening::new(&words).file("long-breath.toml", LONG_BREATH)
    }
}
