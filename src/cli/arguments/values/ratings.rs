//! What a person says of themselves in numbers: `tension=7`.

use super::whole_number;
use crate::journal::{Measure, Rating, RatingMoment};

/// A number before a session.
pub(in crate::cli::arguments) fn before(text: &str) -> Result<Rating, String> {
    rating(RatingMoment::Before, text)
}

/// A number after a session.
pub(in crate::cli::arguments) fn after(text: &str) -> Result<Rating, String> {
    rating(RatingMoment::After, text)
}

/// How the night after a session was.
pub(in crate::cli::arguments) fn slept(text: &str) -> Result<Rating, String> {
    valued(RatingMoment::Morning, Measure::Sleep, text)
}

fn rating(moment: RatingMoment, text: &str) -> Result<Rating, String> {
    let (word, number) = text.split_once('=').ok_or("write it like `tension=7`")?;
    let word = word.trim().to_lowercase();
    let known = Measure::by_word(&word).filter(|measure| *measure != Measure::Sleep);
    let measure = known.ok_or_else(|| {
        let all = Measure::ALL.into_iter().filter(|measure| *measure != Measure::Sleep);
        format!("there are {}", all.map(Measure::word).collect::<Vec<_>>().join(", "))
    })?;
    valued(moment, measure, number)
}

fn valued(moment: RatingMoment, measure: Measure, number: &str) -> Result<Rating, String> {
    let values = measure.values();
    let values = u64::from(*values.start())..=u64::from(*values.end());
    let value = whole_number(number, values, &format!("{} is", measure.word()))?;
    Ok(Rating { moment, measure, value })
}
