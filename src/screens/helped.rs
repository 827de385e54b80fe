//! What helped: the days with sessions, before and after each, and how that changed by session,
//! technique, place and time of day. It is looked at, not earned: nothing here counts days in a row.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use crate::journal::{Measure, WhatHelped};

pub(super) use keys::KEYS;

/// What helped.
#[derive(Clone, Debug, Default)]
pub struct HelpedScreen {
    /// What the journal says; `None` until it has been read.
    pub helped: Option<WhatHelped>,
    /// About how many sessions a week would suit the person, where they have said so.
    pub goal: Option<u32>,
    /// What is shown of it.
    pub view: HelpedView,
    /// Which of the measures, by its index.
    pub measure: usize,
    /// The first line that is shown.
    pub scroll: usize,
}

/// What is shown of what helped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HelpedView {
    /// Which days had sessions.
    #[default]
    Days,
    /// Before and after each session.
    Sessions,
    /// The changes by session, technique, place and time of day.
    Changes,
}

impl HelpedView {
    /// All of them, in order.
    const ALL: [Self; 3] = [Self::Days, Self::Sessions, Self::Changes];

    /// The id of its name.
    fn id(self) -> &'static str {
        match self {
            Self::Days => "helped-days",
            Self::Sessions => "helped-sessions",
            Self::Changes => "helped-changes",
        }
    }

    /// The one so many further on.
    fn turned(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|view| *view == self).unwrap_or_default();
        Self::ALL[(at + by) % Self::ALL.len()]
    }
}

impl HelpedScreen {
    /// The measure that is looked at, where any was told.
    fn measure(&self) -> Option<Measure> {
        let measures = self.helped.as_ref()?.measures();
        measures.get(self.measure.min(measures.len().saturating_sub(1))).copied()
    }
}
