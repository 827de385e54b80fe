//! Whether a recording is one for the night, and how its bed ends then.

use crate::choices::Night;
use crate::cli::arguments::RenderArguments;
use crate::cli::exit::Failure;
use crate::cli::text::one_line;
use crate::config::Settings;
use crate::session::Session;
use crate::timeline::{Ending, Tail, Timeline};

/// How the recording ends. What the clock says now does not matter: when it will be heard is not
/// known.
pub(super) fn ending(session: &Session, wish: &RenderArguments, settings: &Settings) -> Ending {
    let by_itself = settings.night != Night::Never && session.is_for_bed();
    if wish.night || (by_itself && !wish.day) {
        Ending::Night { play_on: u64::from(wish.play_on.unwrap_or(0)) * 60_000 }
    } else {
        Ending::Day
    }
}

/// Refuses a bed that is to play on where none can.
pub(super) fn check(timeline: &Timeline, wish: &RenderArguments) -> Result<(), Failure> {
    if wish.play_on.unwrap_or(0) == 0 {
        return Ok(());
    }
    if !timeline.is_night() {
        let failure = Failure::usage("`--play-on` is for the night, and this would be by day");
        return Err(failure.help("`--night` saves it as it sounds at night"));
    }
    if timeline.last_bed().is_none() {
        let title = one_line(timeline.title());
        return Err(Failure::new(format!("“{title}” ends without a bed that could play on")));
    }
    Ok(())
}

/// How long the recording lasts, in milliseconds, without what only rings out.
pub(super) fn whole_millis(timeline: &Timeline) -> u64 {
    match timeline.tail() {
        Tail { play_on: 0, .. } => timeline.millis(),
        Tail { play_on, fade } => timeline.millis() + play_on + fade,
    }
}
