//! What time promises: properties over arbitrary sessions, and a few worked cases.

mod added;
pub(crate) mod arbitrary;
mod caps;
mod cases;
mod edges;
mod ending;
mod guidance;
mod heard;
mod night;
mod openings;
mod preparing;
mod properties;
mod rounds;
mod second_side;
mod silence;
mod speech;
mod stop_signs;
mod wording;
mod words_first;

use super::{CannotFit, LengthWish, Timeline, Wish, prepare};
use crate::body::Side;
use crate::care::screened_for_anyone;
use crate::choices::Guidance;
use crate::session::Session;

/// A session as it is written, by day, beginning on this side.
pub(crate) fn written(session: &Session, first_side: Side) -> Timeline {
    prepare(
        &screened_for_anyone(session),
        &Wish { first_side, guidance: Guidance::Less, ..Wish::default() },
    )
    .expect("any session, as it is written")
}

/// The same fitted to so many milliseconds, beginning on the left.
pub(crate) fn fitted(session: &Session, millis: u64) -> Result<Timeline, CannotFit> {
    prepare(
        &screened_for_anyone(session),
        &Wish { length: LengthWish::Millis(millis), guidance: Guidance::Less, ..Wish::default() },
    )
}
