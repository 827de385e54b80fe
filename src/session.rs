//! Text to [`Session`], or every problem in it with its place and how to mend it.

mod pattern;

pub use pattern::{Pattern, Phase, PhaseKind};
