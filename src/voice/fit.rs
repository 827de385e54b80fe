//! Whether a spoken line fits before what comes next, and what would make it fit.

/// How much faster a line may be spoken to fit, in percent of its speed.
const FASTEST_PERCENT: u64 = 125;

/// How much earlier a line may begin to fit, in milliseconds.
pub const EARLIEST_MILLIS: u32 = 1_000;

/// No pause between sentences is made shorter than this, in milliseconds.
pub(super) const SHORTEST_PAUSE: u32 = 400;

/// Whether a line fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFit {
    /// It fits as it is.
    Fits,
    /// It fits when it begins this many milliseconds earlier, a second at most.
    StartEarlier(u32),
    /// It does not.
    TooLong,
}

/// How a clip of `clip_millis` fits into `room_millis`; without a limit it does.
pub(super) fn fit(clip_millis: u32, room_millis: Option<u32>) -> LineFit {
    match clip_millis.saturating_sub(room_millis.unwrap_or(u32::MAX)) {
        0 => LineFit::Fits,
        over if over <= EARLIEST_MILLIS => LineFit::StartEarlier(over),
        _ => LineFit::TooLong,
    }
}

/// How long each of `pauses` may be, in milliseconds, where the words alone take `words_millis`: as
/// long as is wanted, less where there is no room for that, and no less than [`SHORTEST_PAUSE`].
pub(super) fn pause(words_millis: u32, pauses: u32, wanted: u32, room_millis: Option<u32>) -> u32 {
    let left = room_millis.unwrap_or(u32::MAX).saturating_sub(words_millis);
    let there_is = left.checked_div(pauses).unwrap_or(wanted);
    there_is.clamp(SHORTEST_PAUSE.min(wanted), wanted)
}

/// How much faster words of `words_millis` have to be spoken to fit with the shortest pauses, in
/// percent of their speed: more than 100, and 125 at most. `None` where they fit, or where even
/// that is not enough.
pub(super) fn faster(words_millis: u32, pauses: u32, room_millis: u32) -> Option<u64> {
    let left = room_millis.saturating_sub(pauses * SHORTEST_PAUSE);
    let percent = (u64::from(words_millis) * 100).div_ceil(u64::from(left.max(1)));
    (101..=FASTEST_PERCENT).contains(&percent).then_some(percent)
}
