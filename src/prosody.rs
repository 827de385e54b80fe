//! How spoken words flow: the sentences of a text, their syllables and the pauses between them, and
//! so how long a text takes to say at a pace.
//!
//! What is planned here is what the voice then keeps to: a timeline, captions and `check` ask
//! [`Pace::millis`], and whoever speaks the same words follows [`Pace::plan`].

mod language;
mod pace;
mod sentences;
mod syllables;
#[cfg(test)]
mod tests;
mod words;

pub use language::SpokenLanguage;
pub use pace::{Pace, PlannedSentence, SENTENCE_PAUSE_MILLIS};
pub use sentences::sentences;
pub use syllables::syllable_count;
pub use words::word_count;
