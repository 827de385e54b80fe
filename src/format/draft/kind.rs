//! The kinds of a step.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::words::Message;

/// What kind of step it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// Follow a breathing pattern.
    Breathe,
    /// Work a region with hand, ball or roller.
    Massage,
    /// Hold a stretch, or move gently.
    Stretch,
    /// Tense a muscle group, then let it go.
    Tense,
    /// Rest.
    Rest,
    /// Lay something warm or cold on a region.
    Pack,
    /// Bring attention to a part of the body.
    Scan,
    /// Steps that repeat together.
    Group,
}

impl Kind {
    pub(crate) const ALL: [Self; 8] = [
        Self::Breathe,
        Self::Massage,
        Self::Stretch,
        Self::Tense,
        Self::Rest,
        Self::Pack,
        Self::Scan,
        Self::Group,
    ];

    /// The word in files.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Breathe => "breathe",
            Self::Massage => "massage",
            Self::Stretch => "stretch",
            Self::Tense => "tense",
            Self::Rest => "rest",
            Self::Pack => "pack",
            Self::Scan => "scan",
            Self::Group => "group",
        }
    }

    pub(crate) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// How a message names such a step: “a breathe step”, “a group”.
    pub(crate) fn phrase(self) -> Message {
        match self {
            Self::Group => Message::new("file-part").with("part", "group"),
            kind => Message::new("step-of-kind").with("kind", kind.id()),
        }
    }

    /// The keys without which such a step means nothing, unless a move brings them.
    pub(crate) fn required(self) -> &'static [&'static str] {
        match self {
            Self::Breathe => &["title", "pattern"],
            Self::Massage => &["title", "region", "technique", "pressure", "stroke"],
            Self::Tense => &["title", "muscles"],
            Self::Pack => &["title", "temperature"],
            Self::Stretch | Self::Rest | Self::Scan => &["title"],
            Self::Group => &["steps"],
        }
    }
}
