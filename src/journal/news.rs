//! What the journal tells the rest of the program.

use super::{JournalEntry, WhatHelped};

/// What the journal tells once it has been looked into.
#[derive(Debug)]
pub enum JournalNews {
    /// A session was interrupted.
    Interrupted(Box<JournalEntry>),
    /// Last night there was a session, and it was not told yet how its person slept.
    Night(Box<JournalEntry>),
    /// The ids of the sessions after which the person mostly felt better lately.
    DidGood(Vec<String>),
    /// What helped.
    Helped(Box<WhatHelped>),
    /// What is to be said of the journal itself has changed.
    NoteChanged,
}

impl JournalNews {
    /// Nothing is known of what helped, and that is all.
    pub fn nothing_helped() -> Self {
        Self::Helped(Box::new(WhatHelped { is_whole: true, ..WhatHelped::default() }))
    }
}
