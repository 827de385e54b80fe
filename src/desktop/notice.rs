//! What may be shown on the desktop for a moment, and what a person answers; whether they are there.

use std::time::Duration;

/// What is shown for a moment.
#[derive(Clone, Debug)]
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only a message bus shows it"))]
pub struct Notice {
    /// A few words.
    pub title: String,
    /// A sentence.
    pub body: String,
    /// What can be answered, each with its words.
    pub answers: Vec<(NoticeAnswer, String)>,
    /// The number of the one whose place it takes, where that is still to be seen; 0 for none.
    pub replaces: u32,
    /// How long it is shown at most.
    pub expires: Duration,
}

/// What a person can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAnswer {
    /// Begin now.
    Start,
    /// A little later.
    Snooze,
    /// Not this time.
    Skip,
}

impl NoticeAnswer {
    /// Each of them.
    #[cfg(target_os = "linux")]
    pub(super) const ALL: [Self; 3] = [Self::Start, Self::Snooze, Self::Skip];

    /// What it is called between programs.
    #[cfg(target_os = "linux")]
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Snooze => "snooze",
            Self::Skip => "skip",
        }
    }
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only a message bus tells it"))]
pub enum NoticeEnd {
    /// With an answer.
    Answered(NoticeAnswer),
    /// It was put away, or its time was over.
    Gone,
    /// There is nothing here that could show it.
    Unreachable,
}

/// Whether a person is there and may be spoken to, as far as the desktop tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attention {
    /// How long neither keys nor mouse were used, where that is known.
    pub idle: Option<Duration>,
    /// The screen is locked or dark.
    pub is_locked: bool,
    /// The person asked not to be disturbed.
    pub is_undisturbed: bool,
    /// Something keeps the screen awake, mostly in full screen: a film, a talk, a game.
    pub is_engaged: bool,
}

/// How long nothing is touched until a person counts as away.
const AWAY: Duration = Duration::from_secs(3 * 60);

impl Attention {
    /// Whether the person is away from this machine.
    pub fn is_away(self) -> bool {
        self.is_locked || self.idle.is_some_and(|idle| idle >= AWAY)
    }
}
