//! The whole program in a home of its own: what it prints, how it ends, what is seen and heard.
//!
//! It is one binary, so that tests that wait for a terminal, a server or an engine do so side by
//! side: cargo runs binaries one after another.
#![expect(clippy::disallowed_methods, reason = "a test may start programs")]

// By their names these two come first, as they must: most of them wait for long in real time.
#[cfg(unix)]
mod after_dark {
    mod night;
}

#[cfg(target_os = "linux")]
mod audio {
    mod chimes;
    mod ears;
    mod faults;
    mod first_words;
    mod late_outputs;
    mod output;
    mod read_aloud;
    mod spoken;
    mod starts;
}

mod cli {
    mod harness;

    mod check;
    #[cfg(unix)]
    mod doctor;
    #[cfg(target_os = "linux")]
    mod full_disk;
    mod heard;
    mod help;
    #[cfg(unix)]
    mod interrupted;
    mod journal;
    #[cfg(unix)]
    mod own_files;
    mod pipes;
    mod plan;
    mod play;
    mod profile;
    mod remind;
    mod render;
    mod reports;
    mod sounds;
    mod voices;
}

#[cfg(target_os = "linux")]
mod desktop {
    mod gate;
    mod late;
    mod others;
    mod reminders;
    mod remote;
    mod session;
}

#[cfg(unix)]
mod terminal {
    mod before;
    mod folder;
    mod giving_back;
    mod going_on;
    pub(crate) mod openings;
    mod screens;
    mod settings;
    mod standing_still;
    mod stillness;
}

mod support {
    #[cfg(target_os = "linux")]
    pub(crate) mod bus;
    pub(crate) mod home;
    pub(crate) mod need;
    #[cfg(target_os = "linux")]
    pub(crate) mod piper;
    #[cfg(unix)]
    pub(crate) mod pty;
    #[cfg(target_os = "linux")]
    pub(crate) mod pulse;
    #[cfg(target_os = "linux")]
    pub(crate) mod quiet;
    #[cfg(unix)]
    pub(crate) mod sight;
    #[cfg(target_os = "linux")]
    pub(crate) mod slow_sink;
    #[cfg(target_os = "linux")]
    pub(crate) mod sockets;
}
