//! How ratings changed from before sessions to after them: the mean with an interval that says how
//! sure it is, and nothing more than the numbers can bear.
//!
//! Under 6 sessions there is no interval at all; up to 14 it is that of Student's t; from 15 on a
//! bootstrap, since changes on a scale of whole points are seldom shaped like a bell. It draws whole
//! days, and above 20 sessions whole weeks: what follows closely upon another is alike. The draws are
//! the same each time for the same numbers.

use statrs::distribution::{ContinuousCDF as _, StudentsT};

use super::bootstrap::{TAIL, ValueBlock, bootstrap};
use super::told::{COMPARED, ToldSession};
use super::{Measure, week_of};

/// Fewer sessions than this have no interval.
const LEAST_FOR_T: usize = 6;
/// From so many on it is a bootstrap.
const LEAST_FOR_BOOTSTRAP: usize = 15;
/// Above so many, whole weeks are drawn.
const MOST_BY_DAY: usize = 20;
/// Above so many weeks with sessions, several together are drawn: so many blocks say all that more would say.
const MOST_BLOCKS: i64 = 104;
/// A number before that is no higher can hardly fall.
const FLOOR: u8 = 1;
/// So many sessions in a row that felt worse after are a reason to stop and think.
const WORSE_IN_A_ROW: usize = 3;

/// How one measure changed from before sessions to after them.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredChange {
    /// What was measured.
    pub measure: Measure,
    /// The change in each session, the earliest first: after less before.
    pub changes: Vec<i8>,
    /// Sessions that began so low that it could hardly fall; they are not among the changes.
    pub at_floor: usize,
    /// The mean of the changes.
    pub mean: f64,
    /// The middle one.
    pub median: f64,
    /// Where the mean lies with a confidence of 95 %, where there are enough sessions.
    pub interval: Option<(f64, f64)>,
    /// Whether it was worse after each of the last three sessions.
    pub is_worse_lately: bool,
}

/// How each measure changed that was told before and after sessions, the earliest first, of a person
/// whose day begins at this hour.
pub(super) fn changes(sessions: &[&ToldSession], day_begins: u8) -> Vec<MeasuredChange> {
    COMPARED.into_iter().filter_map(|measure| change(measure, sessions, day_begins)).collect()
}

fn change(measure: Measure, sessions: &[&ToldSession], day_begins: u8) -> Option<MeasuredChange> {
    let (mut changes, mut days, mut at_floor) = (Vec::new(), Vec::new(), 0);
    // Whether it was worse after each of the last sessions, and how many there were.
    let (mut worse_in_a_row, mut rated) = (0, 0_usize);
    for told in sessions {
        let Some((before, after)) = told.told(measure) else { continue };
        let change = after.cast_signed() - before.cast_signed();
        worse_in_a_row = if measure.is_worse(change.into()) { worse_in_a_row + 1 } else { 0 };
        rated += 1;
        if measure.is_burden() && before <= FLOOR {
            at_floor += 1;
        } else {
            changes.push(change);
            days.push(told.began.day(day_begins));
        }
    }
    if rated == 0 {
        return None;
    }
    changes.shrink_to_fit();
    Some(MeasuredChange {
        measure,
        at_floor,
        mean: mean_of_changes(&changes),
        median: median(&changes),
        interval: interval(&changes, &days),
        is_worse_lately: worse_in_a_row >= WORSE_IN_A_ROW,
        changes,
    })
}

pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / (values.len().max(1) as f64)
}

fn mean_of_changes(changes: &[i8]) -> f64 {
    let sum: i64 = changes.iter().copied().map(i64::from).sum();
    sum as f64 / (changes.len().max(1) as f64)
}

fn median(changes: &[i8]) -> f64 {
    let mut sorted = changes.to_vec();
    sorted.sort_unstable();
    let middle = sorted.len() / 2;
    match (sorted.len() % 2, sorted.get(middle)) {
        (_, None) => 0.0,
        (0, Some(upper)) => f64::midpoint(sorted[middle - 1].into(), (*upper).into()),
        (_, Some(middle)) => (*middle).into(),
    }
}

/// Where the mean lies with a confidence of 95 %, as far as so many changes can say, each of a session
/// on this day.
fn interval(changes: &[i8], days: &[i64]) -> Option<(f64, f64)> {
    match changes.len() {
        0..LEAST_FOR_T => None,
        LEAST_FOR_T..LEAST_FOR_BOOTSTRAP => {
            t_interval(&changes.iter().copied().map(f64::from).collect::<Vec<_>>())
        }
        count if count <= MOST_BY_DAY => bootstrap(&blocks(changes, days, |day| day)),
        _ => {
            let weeks = numbered(days.iter().map(|day| week_of(*day)));
            let together = weeks.last()? / MOST_BLOCKS + 1;
            bootstrap(&blocks(changes, &weeks, |week| week / together))
        }
    }
}

/// Which of the weeks that have any session each of these is, counted from 0: a session with a date
/// that is far off stands in a week of its own and draws no others together.
fn numbered(weeks: impl Iterator<Item = i64>) -> Vec<i64> {
    let (mut last, mut number) = (None, -1);
    let number_of = |week| {
        number += i64::from(last != Some(week));
        last = Some(week);
        number
    };
    weeks.map(number_of).collect()
}

/// Changes that follow upon one another, in blocks of the same span of days.
fn blocks(changes: &[i8], days: &[i64], span: impl Fn(i64) -> i64) -> Vec<ValueBlock> {
    let mut blocks: Vec<(i64, ValueBlock)> = Vec::new();
    for (change, day) in changes.iter().zip(days) {
        let (span, change) = (span(*day), f64::from(*change));
        match blocks.last_mut() {
            Some((last, block)) if *last == span => block.add(change),
            _ => blocks.push((span, ValueBlock::of(&[change]))),
        }
    }
    blocks.into_iter().map(|(_, block)| block).collect()
}

/// The interval of Student's t.
pub(super) fn t_interval(values: &[f64]) -> Option<(f64, f64)> {
    let (count, mean) = (values.len() as f64, mean(values));
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    let error = (squares / (count - 1.0) / count).sqrt();
    let t = StudentsT::new(0.0, 1.0, count - 1.0).ok()?.inverse_cdf(1.0 - TAIL);
    Some((mean - t * error, mean + t * error))
}
