//! How ratings changed from before sessions to after them: the mean with an interval that says how
//! sure it is, and nothing more than the numbers can bear.
//!
//! Under 6 sessions there is no interval at all; up to 14 it is that of Student's t; from 15 on a
//! bootstrap (`BCa`, Efron 1987), since changes on a scale of whole points are seldom shaped like a
//! bell. It draws whole days, and above 20 sessions whole weeks: what follows closely upon another
//! is alike. The draws are the same each time for the same numbers.

use statrs::distribution::{ContinuousCDF as _, Normal, StudentsT};

use super::{JournalEntry, LocalMoment, Measure, RatingMoment};

/// Fewer sessions than this have no interval.
const LEAST_FOR_T: usize = 6;
/// From so many on it is a bootstrap.
const LEAST_FOR_BOOTSTRAP: usize = 15;
/// Above so many, whole weeks are drawn.
const MOST_BY_DAY: usize = 20;
/// How often is drawn.
const DRAWS: usize = 10_000;
/// How much lies below the interval, and as much above.
pub(super) const TAIL: f64 = 0.025;
/// A number before that is no higher can hardly fall.
const FLOOR: u16 = 1;
/// So many sessions in a row that felt worse after are a reason to stop and think.
const WORSE_IN_A_ROW: usize = 3;

/// What is compared before sessions and after them.
pub const COMPARED: [Measure; 6] = [
    Measure::Tension,
    Measure::Pain,
    Measure::Stress,
    Measure::Mood,
    Measure::Activation,
    Measure::Energy,
];

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

/// How each measure changed that was told before and after sessions.
pub fn changes(entries: &[JournalEntry]) -> Vec<MeasuredChange> {
    let mut entries: Vec<&JournalEntry> = entries.iter().collect();
    entries.sort_by_key(|entry| entry.began.millis);
    COMPARED.into_iter().filter_map(|measure| change(measure, &entries)).collect()
}

fn change(measure: Measure, entries: &[&JournalEntry]) -> Option<MeasuredChange> {
    let (mut changes, mut began, mut at_floor) = (Vec::new(), Vec::new(), 0);
    let mut worse = Vec::new();
    for entry in entries {
        let Some((before, after)) = told(entry, measure) else { continue };
        let change = i32::from(after) - i32::from(before);
        worse.push(measure.is_worse(change));
        if measure.is_burden() && before <= FLOOR {
            at_floor += 1;
        } else {
            changes.push(change);
            began.push(entry.began);
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
        interval: interval(&values, &began),
        is_worse_lately: worse.len() >= WORSE_IN_A_ROW && last.into_iter().all(|worse| *worse),
        changes,
    })
}

/// What an entry has told of a measure before and after.
pub(super) fn told(entry: &JournalEntry, measure: Measure) -> Option<(u16, u16)> {
    let value = |moment| {
        let mut ratings = entry.ratings.iter();
        ratings.find(|it| it.moment == moment && it.measure == measure).map(|it| it.value)
    };
    value(RatingMoment::Before).zip(value(RatingMoment::After))
}

fn mean(values: &[f64]) -> f64 {
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

/// Where the mean lies with a confidence of 95 %, as far as so many values can say.
fn interval(values: &[f64], began: &[LocalMoment]) -> Option<(f64, f64)> {
    match values.len() {
        0..LEAST_FOR_T => None,
        LEAST_FOR_T..LEAST_FOR_BOOTSTRAP => t_interval(values),
        count => {
            let is_by_day = count <= MOST_BY_DAY;
            bootstrap(&grouped(values, began, |at| if is_by_day { at.day() } else { at.week() }))
        }
    }
}

/// Values that follow upon one another, in groups of the same day or week.
fn grouped(
    values: &[f64],
    began: &[LocalMoment],
    span: impl Fn(LocalMoment) -> i64,
) -> Vec<Vec<f64>> {
    let mut groups: Vec<(i64, Vec<f64>)> = Vec::new();
    for (value, at) in values.iter().zip(began) {
        let span = span(*at);
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
    // Each group left out once.
    let without: Vec<f64> = (0..groups.len())
        .map(|left_out| {
            let kept = groups.iter().enumerate().filter(|(index, _)| *index != left_out);
            mean(&kept.flat_map(|(_, group)| group.iter().copied()).collect::<Vec<_>>())
        })
        .collect();
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
