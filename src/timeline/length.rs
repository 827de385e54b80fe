//! How long something takes, as it is said: in breaths, seconds or minutes, and roundly.

use crate::words::Message;

/// Up to here a length is said in seconds, in milliseconds.
const SECONDS_TO_MILLIS: u64 = 57_500;
/// Seconds are said by fives.
const ROUND_SECONDS: u64 = 5;
/// Half minutes are said up to here, in milliseconds.
const HALVES_TO_MILLIS: u64 = 225_000;

/// A length, as it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpokenLength {
    /// Whole breaths.
    Breaths(u32),
    /// Seconds, by fives.
    Seconds(u64),
    /// Whole minutes.
    Minutes(u64),
    /// So many minutes and half a one.
    MinutesAndAHalf(u64),
}

impl SpokenLength {
    /// About so many milliseconds.
    pub(super) fn of_millis(millis: u64) -> Self {
        if millis < SECONDS_TO_MILLIS {
            let fives = (millis + ROUND_SECONDS * 500) / (ROUND_SECONDS * 1_000);
            return Self::Seconds(fives.max(1) * ROUND_SECONDS);
        }
        let halves = (millis + 15_000) / 30_000;
        if millis < HALVES_TO_MILLIS && halves % 2 == 1 {
            return Self::MinutesAndAHalf(halves / 2);
        }
        Self::Minutes((millis + 30_000) / 60_000)
    }

    /// It in words: “thirty seconds”.
    pub(super) fn message(self) -> Message {
        let (id, count) = match self {
            Self::Breaths(count) => ("length-breaths", count.into()),
            Self::Seconds(count) => ("length-seconds", count),
            Self::Minutes(count) => ("length-minutes", count),
            Self::MinutesAndAHalf(count) => ("length-minutes-and-a-half", count),
        };
        Message::new(id).with("count", count).with("number", number(count))
    }
}

/// A number in words, where it has some.
fn number(count: u64) -> Message {
    Message::new("number").with("count", count)
}
