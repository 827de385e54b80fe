//! The whole program in a home of its own: what it prints, and how it ends.
#![expect(clippy::disallowed_methods, reason = "a test may start programs")]

mod cli {
    mod harness;

    mod check;
    mod heard;
    mod help;
    #[cfg(unix)]
    mod interrupted;
    #[cfg(unix)]
    mod own_files;
    mod pipes;
    mod play;
    mod render;
    mod reports;
    mod sounds;
    mod voices;
}

#[path = "support/home.rs"]
mod home;
#[path = "support/need.rs"]
mod need;
