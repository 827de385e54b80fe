//! A clock that only moves when the test says so.

use std::time::{Duration, SystemTime};

use crate::playback::Clock;

/// The clock of tokio, which stands still while something happens and jumps to what is next.
pub(super) struct PausedClock(tokio::time::Instant);

impl PausedClock {
    #[expect(clippy::disallowed_methods, reason = "this clock only moves when the test says so")]
    pub(super) fn start() -> Self {
        Self(tokio::time::Instant::now())
    }
}

impl Clock for PausedClock {
    fn now(&self) -> Duration {
        self.0.elapsed()
    }

    fn date(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.0.elapsed()
    }

    fn ahead(&self, _: SystemTime) -> i32 {
        0
    }
}
