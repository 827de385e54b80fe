//! Words that are heard twice: on the other side, or in another round.

use super::remark;
use super::work::Work;
use crate::body::Side;
use crate::words::Message;

/// The most of what is heard that may be heard once more, in thousandths.
const MOST_THOUSANDTHS: u64 = 200;

/// Where less than this is heard, nothing of it is too much, in milliseconds.
const LEAST_MILLIS: u64 = 30_000;

/// Sessions in which more than a fifth of what is heard has been heard before.
pub(super) fn review(work: &mut Work<'_, '_>) {
    let Some(timeline) = work.written(Side::Left) else { return };
    let twice = timeline.heard_twice();
    let heard: u64 = timeline.spoken().iter().map(|(_, line)| line.millis).sum();
    if twice <= MOST_THOUSANDTHS || heard < LEAST_MILLIS {
        return;
    }
    let message = Message::new("heard-twice").with("percent", twice.div_ceil(10));
    let help = Message::new("heard-twice-help");
    work.add(remark("heard-twice", work.places.head.of("title"), message, help));
}
