//! How much the program says beside the words of a session's author.

use super::word::choice;

/// How much the program says beside the words of a session's author.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Guidance {
    /// How long things take, when they end, what comes, and every change of sides.
    #[default]
    Full,
    /// Changes of sides, and how long a silence lasts.
    Less,
    /// The author's own words, and what a session cannot do without: how to settle, the side that
    /// comes, when to tense and let go.
    Author,
}

choice! {
    Guidance { Full => "full", Less => "less", Author => "author", }
}
