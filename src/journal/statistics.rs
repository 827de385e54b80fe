//! How ratings changed from before sessions to after them: the mean with an interval that says how
//! sure it is, and nothing more than the numbers can bear.
//!
//! Under 6 sessions there is no interval at all; up to 14 it is that of Student's t; from 15 on a
//! bootstrap (`BCa`, Efron 1987), since changes on a scale of whole points are seldom shaped like a
//! bell. It draws whole days, and above 20 sessions whole weeks: what follows closely upon another
//! is alike. The draws are the same each time for the same numbers.

use statrs::distribution::{ContinuousCDF as _, Normal, StudentsT};

use super::told::{COMPARED, ToldSession};
use super::{Measure, week_of};

/// Fewer sessions than this have no interval.
const LEAST_FOR_T: usize = 6;
/// From so many on it is a bootstrap.
const LEAST_FOR_BOOTSTRAP: usize = 15;
/// Above so many, whole weeks are drawn.
const MOST_BY_DAY: usize = 20;
/// Above so many weeks, several together are drawn: so many groups say all that more would say.
const MOST_BLOCKS: i64 = 104;
/// How often is drawn.
const DRAWS: usize = 10_000;
/// How much lies below the interval, and as much above.
pub(super) const TAIL: f64 = 0.025;
/// A number before that is no higher can hardly fall.
const FLOOR: u16 = 1;
/// So many sessions in a row that felt worse after are a reason to stop and think.
const WORSE_IN_A_ROW: usize = 3;

/// How one measure changed from before sessions to after them.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredChange {
    /// What was measured.
    pub measure: Measure,
    /// The change in each session, the earliest first: after less before.
    pub changes: Vec<i32>,
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
    let mut worse = Vec::new();
    for told in sessions {
        let Some((before, after)) = told.told(measure) else { continue };
        let change = i32::from(after) - i32::from(before);
        worse.push(measure.is_worse(change));
        if measure.is_burden() && before <= FLOOR {
            at_floor += 1;
        } else {
            changes.push(change);
            days.push(told.began.day(day_begins));
        }
    }
    if worse.is_empty() {
        return None;
    }
    let values: Vec<f64> = changes.iter().copied().map(f64::from).collect();
    let last = worse.iter().rev().take(WORSE_IN_A_ROW);
    Some(MeasuredChange {
        measure,
        at_floor,
        mean: mean(&values),
        median: median(&values),
        interval: interval(&values, &days),
        is_worse_lately: worse.len() >= WORSE_IN_A_ROW && last.into_iter().all(|worse| *worse),
        changes,
    })
}

pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / (values.len().max(1) as f64)
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match (sorted.len() % 2, sorted.get(middle)) {
        (_, None) => 0.0,
        (0, Some(upper)) => f64::midpoint(sorted[middle - 1], *upper),
        (_, Some(middle)) => *middle,
    }
}

/// Where the mean lies with a confidence of 95 %, as far as so many values can say, each of a session
/// on this day.
fn interval(values: &[f64], days: &[i64]) -> Option<(f64, f64)> {
    match values.len() {
        0..LEAST_FOR_T => None,
        LEAST_FOR_T..LEAST_FOR_BOOTSTRAP => t_interval(values),
        count if count <= MOST_BY_DAY => bootstrap(&grouped(values, days, |day| day)),
        _ => {
            let weeks = week_of(*days.last()?) - week_of(*days.first()?) + 1;
            let together = weeks.div_euclid(MOST_BLOCKS) + 1;
            bootstrap(&grouped(values, days, |day| week_of(day).div_euclid(together)))
        }
    }
}

/// Values that follow upon one another, in groups of the same span of days.
fn grouped(values: &[f64], days: &[i64], span: impl Fn(i64) -> i64) -> Vec<Vec<f64>> {
    let mut groups: Vec<(i64, Vec<f64>)> = Vec::new();
    for (value, day) in values.iter().zip(days) {
        let span = span(*day);
        match groups.last_mut() {
            Some((last, group)) if *last == span => group.push(*value),
            _ => groups.push((span, vec![*value])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The interval of Student's t.
pub(super) fn t_interval(values: &[f64]) -> Option<(f64, f64)> {
    let (count, mean) = (values.len() as f64, mean(values));
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    let error = (squares / (count - 1.0) / count).sqrt();
    let t = StudentsT::new(0.0, 1.0, count - 1.0).ok()?.inverse_cdf(1.0 - TAIL);
    Some((mean - t * error, mean + t * error))
}

/// The interval of a bootstrap that draws whole groups. Few groups vary less when they are drawn than
/// when they are lived, so what lies outside is less where they are few, by as much as Student's t has
/// it (Hesterberg 2015).
pub(super) fn bootstrap(groups: &[Vec<f64>]) -> Option<(f64, f64)> {
    let count = groups.len() as f64;
    let t = StudentsT::new(0.0, 1.0, count - 1.0).ok()?.inverse_cdf(1.0 - TAIL);
    bootstrap_within(groups, Normal::standard().cdf(-t * (count / (count - 1.0)).sqrt()))
}

/// The same with so much below the interval, and as much above.
pub(super) fn bootstrap_within(groups: &[Vec<f64>], tail: f64) -> Option<(f64, f64)> {
    if groups.len() < 2 {
        return None;
    }
    let whole = mean(&groups.concat());
    if groups.iter().flatten().all(|value| (value - whole).abs() < f64::EPSILON) {
        return Some((whole, whole));
    }
    let sums: Vec<(f64, usize)> =
        groups.iter().map(|group| (group.iter().sum(), group.len())).collect();
    let mut chance = Chance(groups.len() as u64);
    let mut drawn: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let (mut sum, mut count) = (0.0, 0);
            for _ in groups {
                let (of_group, so_many) = sums[chance.below(sums.len())];
                sum += of_group;
                count += so_many;
            }
            sum / count as f64
        })
        .collect();
    drawn.sort_by(f64::total_cmp);
    let (low, high) = shares(groups, &drawn, tail)?;
    Some((quantile(&drawn, low), quantile(&drawn, high)))
}

/// Which shares of the drawn means bound the interval: as many below as above would be too few of
/// those to one side, where the values lean (`BCa`).
pub(super) fn shares(groups: &[Vec<f64>], drawn: &[f64], tail: f64) -> Option<(f64, f64)> {
    let normal = Normal::standard();
    let whole = mean(&groups.concat());
    let below = drawn.iter().filter(|mean| **mean < whole).count();
    let up_to = drawn.iter().filter(|mean| **mean <= whole).count();
    let share = f64::midpoint(below as f64, up_to as f64) / drawn.len() as f64;
    let bias = normal.inverse_cdf(share);
    let count: usize = groups.iter().map(Vec::len).sum();
    let sum = whole * count as f64;
    // Each group left out once.
    let without = |group: &Vec<f64>| {
        let of_group: f64 = group.iter().sum();
        (sum - of_group) / (count - group.len()) as f64
    };
    let without: Vec<f64> = groups.iter().map(without).collect();
    let center = mean(&without);
    let power = |exponent| without.iter().map(|it| (center - it).powi(exponent)).sum::<f64>();
    let lean = power(3) / (6.0 * power(2).powf(1.5));
    let bound = |tail: f64| {
        let z = bias + normal.inverse_cdf(tail);
        normal.cdf(bias + z / (1.0 - lean * z))
    };
    let (low, high) = (bound(tail), bound(1.0 - tail));
    (low.is_finite() && high.is_finite()).then_some((low, high))
}

/// The value below which such a share of sorted values lies, between two of them in proportion.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share.clamp(0.0, 1.0) * (sorted.len() - 1) as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (sorted[above] - sorted[below]) * (place - place.floor())
}

/// Numbers that look like chance and are the same each time (`SplitMix64`).
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        // A share of the limit, so that no number comes more often than another.
        ((u128::from(mixed) * limit as u128) >> 64) as usize
    }
}
