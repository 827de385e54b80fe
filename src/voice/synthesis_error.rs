//! Why an engine did not speak a line.

use std::io;

use thiserror::Error;

use super::clip::ClipProblem;
use super::process::ProcessError;
use crate::files::why_unwritten;

/// Why an engine did not speak a line.
#[derive(Debug, Error)]
pub(super) enum SynthesisError {
    #[error("{0}")]
    Program(#[from] ProcessError),
    #[error("what it spoke cannot be used: {0}")]
    Clip(#[from] ClipProblem),
    #[error("a file could not be written: {}", why_unwritten(.0))]
    File(#[from] io::Error),
}
