//! What speech promises, with a made-up engine that does everything an engine may do.

#[cfg(unix)]
mod again;
#[cfg(feature = "built-in-voice")]
mod built_in;
mod cache;
mod choice;
mod clips;
#[cfg(unix)]
mod engines;
mod fitting;
#[cfg(unix)]
mod models;
mod recordings;
mod sounds;
#[cfg(unix)]
mod stages;
#[cfg(unix)]
mod stand_in;
#[cfg(unix)]
mod troubles;
#[cfg(unix)]
mod worker;

use super::utterance::{Manner, Utterance};

fn manner() -> Manner {
    Manner { words_per_minute: 110, pitch: 50, voice: None, language: "en".to_owned() }
}

fn utterance(text: &str) -> Utterance {
    Utterance::new(text, manner())
}
