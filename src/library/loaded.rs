//! A session that was loaded, or why it was not.

use std::path::PathBuf;
use std::sync::Arc;

use thiserror::Error;

use super::own::UnusedFile;
use crate::files::FileError;
use crate::problem::{Problem, Severity};
use crate::session::Session;

/// A session read and valid.
#[derive(Clone, Debug)]
pub struct LoadedSession {
    /// The name it is played by.
    pub id: String,
    /// Its file; `None` for a built-in session.
    pub path: Option<PathBuf>,
    /// The session.
    pub session: Session,
    /// What could be better in it.
    pub warnings: Vec<Problem>,
    /// Why the person's own file of that name was set aside, where this is the built-in session.
    pub set_aside: Option<Arc<LoadError>>,
}

/// Why a session could not be loaded.
#[derive(Debug, Error)]
pub enum LoadError {
    /// There is no session of that name.
    #[error("there is no session called “{name}”")]
    Unknown {
        /// The name asked for.
        name: String,
        /// The nearest name there is.
        nearest: Option<String>,
    },
    /// What is called so lies among the sessions of the person's own, and is none.
    #[error("{0}")]
    Unusable(UnusedFile),
    /// Its file cannot be read.
    #[error("{0}")]
    Unreadable(FileError),
    /// Its file is not a valid session.
    #[error("{} of it needs mending", if problems.len() == 1 { "one part" } else { "some parts" })]
    Invalid {
        /// Every problem found, warnings included.
        problems: Vec<Problem>,
    },
}

impl LoadError {
    /// The problems that are errors, if the file is not valid.
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        let problems = match self {
            Self::Invalid { problems } => problems.as_slice(),
            _ => &[],
        };
        problems.iter().filter(|problem| problem.severity == Severity::Error)
    }
}
