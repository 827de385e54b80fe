//! The handle on a system whose desktop is not looked after: it does nothing.

use crate::desktop::notice::Attention;
use crate::desktop::{Ask, Notice, NoticeEnd, ShownSession, TimeSource, Wishes};

/// The desktop around the program, of which nothing is asked here.
pub struct Desktop;

#[allow(clippy::unused_self, reason = "called as on Linux")]
impl Desktop {
    /// Does nothing.
    pub fn new(_: Wishes, _: TimeSource, _: Ask) -> Self {
        Self
    }

    /// Does nothing.
    pub fn publish(&self, _: Option<&ShownSession<'_>>) {}

    /// Does nothing.
    pub fn settle(&self) {}
}

/// What can be reached, for a report.
pub fn probe() -> String {
    "media keys, other players and sleep are looked after on Linux only, so far".to_owned()
}

/// Says that there is nothing here that could show it.
pub fn show_notice(_: Notice, _: &mut dyn FnMut(u32)) -> NoticeEnd {
    NoticeEnd::Unreachable
}

/// Nothing is known of the person here.
pub fn attention() -> Attention {
    Attention::default()
}
