//! Text to [`Session`], or every problem in it with its place and how to mend it.

mod model;
mod pattern;
mod text;
mod words;

pub use model::{
    Anchor, BedAt, Block, ChimeAt, Chimes, Flex, Group, Length, Line, Massage, Session, Sides,
    Step, StepKind, Stroke, Tense,
};
pub use pattern::{Pattern, Phase, PhaseKind};
pub use text::{Placeholders, fill};
pub use words::{Direction, Goal, Position, Setting, StrokeKind, Technique, Temperature, Tool};
