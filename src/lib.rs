//! Unclench: a guided relaxation companion for the terminal. This page is the map of its rooms.
//!
//! Data flows one way, from session file to screen and speaker. Which room may know which other is
//! written in `ARCHITECTURE.md`, and a test holds `src/` to it.

pub mod audio;
pub mod body;
pub mod canvas;
pub mod choices;
pub mod cli;
pub mod conductor;
pub mod config;
pub mod decoding;
pub mod desktop;
pub mod figures;
pub mod files;
pub mod format;
pub mod learn;
pub mod lengths;
pub mod library;
pub mod mixer;
pub mod playback;
pub mod player;
pub mod problem;
pub mod recording;
pub mod review;
pub mod screens;
pub mod session;
pub mod shipped_sounds;
pub mod synthesis;
pub mod theme;
pub mod timeline;
pub mod tween;
pub mod voice;
pub mod words;
