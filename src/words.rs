//! What the program itself says, as data, and its texts in every language.
//!
//! Rooms below the screen and the voice hold a [`Message`]: an id and what belongs into it.
//! Those at the top (screens, plain lines, captions, the narrator) turn it into text with the
//! [`Texts`] of a [`Language`]. The texts are Fluent files, one folder for each language:
//! `src/words/en/*.ftl`, `src/words/de/*.ftl`. A new language is a folder like these and a line in
//! [`Language::ALL`]; a test says what it lacks.

mod language;
mod message;
mod name;
mod printable;
mod side;
#[cfg(test)]
mod tests;
mod texts;

pub use language::Language;
pub use message::{Argument, Message};
pub use name::{Heading, muscles, place, short_place, upper_first};
pub use printable::{STAND_IN, is_direction_control, is_nothing, is_unprintable, printable};
pub use side::SideWords;
pub use texts::{Texts, in_english};
