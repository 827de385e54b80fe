//! How often frames may come so that a line takes them with ease: what moves a lot is drawn less often.

use std::time::Duration;

/// How many bytes a second a screen of the usual size may write for long, and how many at once beyond that.
const EACH_SECOND: f64 = 44_000.0;
const AT_ONCE: f64 = 12_000.0;
/// A frame of any size holds the next one up no longer than by so much beyond that.
const MOST_HELD: f64 = 8_000.0;
/// The cells of such a screen. A larger one may write more.
const USUAL_CELLS: f64 = 3_000.0;

/// Keeps count of what was written lately.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BytePace {
    /// Bytes that were written and that the line has not had time for yet.
    waiting: f64,
    /// When that was counted.
    at: Duration,
}

impl BytePace {
    /// Counts a frame of so many bytes on a screen of so many cells, and tells how long it takes until the line has
    /// time for another.
    pub(super) fn count(&mut self, now: Duration, bytes: usize, cells: usize) -> Duration {
        let share = (cells as f64 / USUAL_CELLS).max(1.0);
        let each_second = EACH_SECOND * share;
        let passed = now.saturating_sub(self.at).as_secs_f64() * each_second;
        let most = (AT_ONCE + MOST_HELD) * share;
        self.waiting = ((self.waiting - passed).max(0.0) + bytes as f64).min(most);
        self.at = now;
        let over = (self.waiting - AT_ONCE * share).max(0.0);
        Duration::from_secs_f64(over / each_second)
    }
}

#[cfg(test)]
mod tests {
    //! What the pace promises.

    use super::*;

    /// How many frames of so many bytes come in twenty seconds, each of them not before `frame` milliseconds.
    fn frames(bytes: usize, frame: u64) -> u64 {
        let (mut pace, mut now, mut count) = (BytePace::default(), Duration::ZERO, 0);
        while now < Duration::from_secs(20) {
            let wait = pace.count(now, bytes, 3_000);
            now += wait.max(Duration::from_millis(frame));
            count += 1;
        }
        count
    }

    #[test]
    fn what_writes_little_is_drawn_as_often_as_it_moves() {
        assert_eq!(frames(1_900, 55), 364);
        assert_eq!(frames(3_700, 85), 236);
    }

    #[test]
    fn what_writes_much_is_drawn_as_often_as_a_line_takes_it() {
        for bytes in [4_500, 6_000, 7_500] {
            let written = frames(bytes, 85) * bytes as u64;
            assert!((800_000..=900_000).contains(&written), "{bytes}: {written}");
        }
    }

    #[test]
    fn a_whole_screen_at_once_holds_up_what_follows_for_a_moment_only() {
        let mut pace = BytePace::default();
        let wait = pace.count(Duration::ZERO, 400_000, 3_000);
        assert!(wait < Duration::from_millis(200), "{wait:?}");
    }
}
