//! The model of a session: its steps, patterns and words, their limits and lengths of time.
//!
//! Text becomes a [`Session`] in `format`; every room that is given one may rely on every rule of
//! `sessions/README.md`.

mod by_itself;
mod contact;
mod duration;
mod during;
pub mod limits;
mod model;
mod pack;
mod pattern;
#[cfg(test)]
pub(crate) mod tests;
mod text;
mod words;
mod worked;

pub use by_itself::{Announced, Announcements, Chimes};
pub use contact::{Contact, Support, TouchingPart, WorkingHands};
pub(crate) use duration::thousandths_from_text;
pub use duration::{LengthError, millis_from_loose_text, millis_from_text};
pub use during::{Anchor, BedAt, ChimeAt, Line, RepetitionPhase, Repetitions, Silence};
pub use model::{
    Block, Flex, Group, Length, Massage, Session, Sides, Step, StepKind, Stroke, Tense, steps_in,
};
pub use pack::{PackPlace, PackedJoint};
pub use pattern::{NamedPattern, Pattern, PatternError, Phase, PhaseKind, nostril};
pub(crate) use pattern::{faults, title_of};
pub(crate) use text::{Needs, Placeholder, TextPiece, WhichSide, pieces};
pub use text::{Placeholders, fill};
pub(crate) use words::words;
pub use words::{
    Goal, Involvement, Position, Receiver, Setting, StrokeKind, Technique, Temperature, Tool,
};
pub use worked::{Plays, WorkedTime, plays_in};
