//! Which background plays: the session's own, none, or another one.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Which background a person wishes to hear.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Background {
    /// As the session has it.
    #[default]
    AsWritten,
    /// None.
    Silence,
    /// This one, from the beginning to the end.
    Named(String),
}

impl Background {
    /// How a choice is written that leaves a session as it is.
    pub const AS_WRITTEN: &str = "session";
    /// How silence is written.
    pub const SILENCE: &str = "none";

    /// The choice that is written like this; whether there is such a bed is another question.
    pub fn written(text: &str) -> Self {
        match text {
            Self::AS_WRITTEN => Self::AsWritten,
            Self::SILENCE => Self::Silence,
            name => Self::Named(name.to_owned()),
        }
    }

    /// The bed it names, if it names one.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Named(name) => Some(name),
            Self::AsWritten | Self::Silence => None,
        }
    }
}

impl fmt::Display for Background {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::AsWritten => Self::AS_WRITTEN,
            Self::Silence => Self::SILENCE,
            Self::Named(name) => name,
        })
    }
}

impl From<String> for Background {
    fn from(text: String) -> Self {
        Self::written(&text)
    }
}

impl From<Background> for String {
    fn from(choice: Background) -> Self {
        choice.to_string()
    }
}
