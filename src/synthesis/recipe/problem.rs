//! What can be wrong with a recipe, in words that say where it is and how to mend it.

use thiserror::Error;

/// The lowest and highest number allowed, and its unit.
#[derive(Clone, Copy)]
pub(super) struct Limits(pub(super) f64, pub(super) f64, pub(super) &'static str);

/// The longest title or summary, in characters.
const LONGEST_TEXT: usize = 200;

/// One problem in a recipe.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum RecipeProblem {
    /// The text is longer than any recipe needs to be.
    #[error("the recipe has {bytes} bytes; please keep it below {limit}")]
    TooLarge {
        /// Its length in bytes.
        bytes: usize,
        /// The most that is read, in bytes.
        limit: usize,
    },
    /// It is no TOML, or a key is unknown, missing or of the wrong type.
    #[error("line {line}, column {column}: {what}")]
    Unreadable {
        /// The line, from 1.
        line: usize,
        /// The column, from 1, in characters.
        column: usize,
        /// What the reader could make of it.
        what: String,
    },
    /// It was written for another version of the format.
    #[error(
        "`format` is {found}, and this version of Unclench reads {known}; write `format = {known}` or get a newer Unclench"
    )]
    Format {
        /// The version it asks for.
        found: u32,
        /// The version this program reads.
        known: u32,
    },
    /// It makes something else than was asked for.
    #[error("this is the recipe of a {found}, where a {wanted} is wanted")]
    Kind {
        /// What it makes.
        found: &'static str,
        /// What was wanted.
        wanted: &'static str,
    },
    /// A layer of a bed sounds in no way, or in several.
    #[error("`{place}` should have exactly one of `noise`, `events` and `drone`")]
    Source {
        /// The layer, with its index, counted from 0.
        place: String,
    },
    /// A range runs from high to low.
    #[error("`{place}` runs from {from} to {to}; write the smaller number first")]
    Range {
        /// The key, with its index in a list, counted from 0.
        place: String,
        /// Where it begins.
        from: f64,
        /// Where it ends.
        to: f64,
    },
    /// A list is empty or too long.
    #[error("`{place}` has {count} entries; write from 1 to {limit}")]
    Count {
        /// The key, with its index in a list, counted from 0.
        place: String,
        /// How many it has.
        count: usize,
        /// The most it may have.
        limit: usize,
    },
    /// A text is empty, too long, or has characters that a terminal would obey.
    #[error("`{place}` should be one line of 1 to {limit} characters")]
    Text {
        /// The key.
        place: &'static str,
        /// The most characters it may have.
        limit: usize,
    },
    /// A number is out of its bounds.
    #[error("`{place}` is {value}; write a number from {lowest} to {highest} ({unit})")]
    Number {
        /// The key, with its index in a list, counted from 0.
        place: String,
        /// What it is.
        value: f64,
        /// The lowest it may be.
        lowest: f64,
        /// The highest it may be.
        highest: f64,
        /// The unit.
        unit: &'static str,
    },
}

pub(super) fn number(place: String, value: f64, limits: Limits) -> Option<RecipeProblem> {
    let Limits(lowest, highest, unit) = limits;
    let good = (lowest..=highest).contains(&value);
    (!good).then_some(RecipeProblem::Number { place, value, lowest, highest, unit })
}

pub(super) fn count(place: String, count: usize, limit: usize) -> Option<RecipeProblem> {
    let good = (1..=limit).contains(&count);
    (!good).then_some(RecipeProblem::Count { place, count, limit })
}

pub(super) fn text(place: &'static str, text: &str) -> Option<RecipeProblem> {
    let good = !text.trim().is_empty()
        && text.chars().count() <= LONGEST_TEXT
        && !text.chars().any(char::is_control);
    (!good).then_some(RecipeProblem::Text { place, limit: LONGEST_TEXT })
}

/// Line and column of a byte, both from 1.
pub(super) fn position_of(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
