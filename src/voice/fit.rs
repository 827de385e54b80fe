//! Whether a spoken line fits before what comes next, and what would make it fit.

/// How much faster a line may be spoken to fit, in percent of its pace.
const FASTEST_PERCENT: u64 = 125;

/// How much earlier a line may begin to fit, in milliseconds.
pub const EARLIEST_MILLIS: u32 = 1_000;

/// Whether a line fits, or what would make it fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFit {
    /// It fits as it is.
    Fits,
    /// It fits when it is spoken at this many words a minute, a quarter more at most.
    Faster(u32),
    /// It fits when it begins this many milliseconds earlier, a second at most.
    StartEarlier(u32),
    /// Neither is enough.
    TooLong,
}

/// How a clip of `clip_millis`, spoken at `words_per_minute`, fits into `room_millis`.
///
/// A little faster comes first: words that begin early are heard before what they belong to.
pub fn fit(clip_millis: u32, room_millis: u32, words_per_minute: u32) -> LineFit {
    if clip_millis <= room_millis {
        return LineFit::Fits;
    }
    let (clip, room) = (u64::from(clip_millis), u64::from(room_millis));
    if clip * 100 <= room * FASTEST_PERCENT {
        let faster = (u64::from(words_per_minute) * clip).div_ceil(room);
        return LineFit::Faster(faster as u32);
    }
    earlier(clip_millis, room_millis)
}

/// How a clip that is spoken no faster fits into `room_millis`.
pub(super) fn earlier(clip_millis: u32, room_millis: u32) -> LineFit {
    match clip_millis.saturating_sub(room_millis) {
        0 => LineFit::Fits,
        over if over <= EARLIEST_MILLIS => LineFit::StartEarlier(over),
        _ => LineFit::TooLong,
    }
}
