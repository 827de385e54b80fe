//! Whether a recording is one for the night, and how its bed ends then.

use crate::choices::Night;
use crate::cli::arguments::Render;
use crate::cli::exit::Failure;
use crate::cli::text::one_line;
use crate::config::Settings;
use crate::timeline::{Ending, Tail, Timeline};

/// The timeline with the ending it is recorded with. What the clock says now does not matter: nobody
/// knows when a recording will be heard.
pub(super) fn with_ending(
    timeline: &Timeline,
    wish: &Render,
    settings: &Settings,
) -> Result<Timeline, Failure> {
    let by_itself = settings.night != Night::Never && timeline.is_for_bed();
    let is_night = wish.night || (by_itself && !wish.day);
    let play_on = u64::from(wish.play_on.unwrap_or(0)) * 60_000;
    let ending = if is_night { Ending::Night { play_on } } else { Ending::Day };
    let timeline = timeline.with_ending(ending);
    if play_on > 0 && !is_night {
        let failure = Failure::usage("`--play-on` is for the night, and this would be by day");
        return Err(failure.help("`--night` saves it as it sounds at night"));
    }
    if play_on > 0 && timeline.last_bed().is_none() {
        let title = one_line(timeline.title());
        return Err(Failure::new(format!("“{title}” ends without a bed that could play on")));
    }
    Ok(timeline)
}

/// Whether it is for the night.
pub(super) fn is_night(timeline: &Timeline) -> bool {
    timeline.ending() != Ending::Day
}

/// How long the recording lasts, in milliseconds, without what only rings out.
pub(super) fn whole_millis(timeline: &Timeline) -> u64 {
    match timeline.tail() {
        Tail { play_on: 0, .. } => timeline.millis(),
        Tail { play_on, fade } => timeline.millis() + play_on + fade,
    }
}
