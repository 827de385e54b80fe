//! What is wrong with a drawing of the atlas.

use thiserror::Error;

/// What is wrong with a drawing: in which file and element, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}:{line}: {element}: {message}")]
pub struct AtlasProblem {
    /// The file's name.
    pub file: &'static str,
    /// The line, counted from 1.
    pub line: u32,
    /// The element, by its id where it has one.
    pub element: String,
    /// What is wrong, and what would be right.
    pub message: String,
}
