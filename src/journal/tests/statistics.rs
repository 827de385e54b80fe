//! What the numbers of a journal say, held against `SciPy` 1.17.

use super::entry;
use crate::journal::bootstrap::{
    Chance, TAIL, ValueBlock, bootstrap, bootstrap_within, drawn_within, shares,
};
use crate::journal::statistics::{MeasuredChange, t_interval};
use crate::journal::told::ToldSession;
use crate::journal::{JournalEntry, Measure, Rating, RatingMoment, statistics};

/// How each measure changed in these entries.
fn changes(entries: &[JournalEntry]) -> Vec<MeasuredChange> {
    let sessions: Vec<_> = entries.iter().filter_map(ToldSession::of).collect();
    statistics::changes(&sessions.iter().collect::<Vec<_>>(), 4)
}

/// Sessions a day apart, with this tension before and after each.
fn rated(measure: Measure, pairs: &[(u16, u16)]) -> Vec<JournalEntry> {
    let days = pairs.iter().zip(0..).map(|((before, after), day)| {
        let mut entry = entry(day * 86_400);
        let rating = |moment, value| Rating { moment, measure, value };
        entry.ratings =
            vec![rating(RatingMoment::Before, *before), rating(RatingMoment::After, *after)];
        entry
    });
    days.collect()
}

#[track_caller]
fn assert_near(one: (f64, f64), other: (f64, f64), by: f64) {
    let is_near = (one.0 - other.0).abs() < by && (one.1 - other.1).abs() < by;
    assert!(is_near, "{one:?} is not {other:?}");
}

#[test]
fn the_interval_of_few_sessions_is_that_of_scipy() {
    // scipy.stats.t.interval(0.95, n - 1, mean, scipy.stats.sem(values))
    let six = [-2.0, -3.0, 0.0, 1.0, -4.0, -1.0];
    assert_near(
        t_interval(&six).expect("an interval"),
        (-3.463_314_306_980_324, 0.463_314_306_980_324),
        1e-6,
    );
    let fourteen = [-2.0, -3.0, 0.0, 1.0, -4.0, -1.0, -2.0, -2.0, 0.0, -5.0, -1.0, -3.0, 2.0, -1.0];
    assert_near(
        t_interval(&fourteen).expect("an interval"),
        (-2.603_669_341_412_811, -0.396_330_658_587_189),
        1e-6,
    );
}

/// Fifteen changes that lean to one side.
const FIFTEEN: [f64; 15] =
    [-2.0, -3.0, 0.0, 1.0, -4.0, -1.0, -2.0, -2.0, 0.0, -5.0, -1.0, -3.0, 2.0, -1.0, -7.0];

#[test]
fn the_bounds_of_the_bootstrap_are_those_of_scipy_for_the_same_draws() {
    // scipy.stats._resampling._bca_interval with these means as its draws
    let groups: Vec<ValueBlock> = FIFTEEN.iter().map(|value| ValueBlock::of(&[*value])).collect();
    let drawn: Vec<f64> = (0..200).map(|number| -3.4 + f64::from(number) * 0.0163).collect();
    assert_near(
        shares(&groups, &drawn, TAIL).expect("bounds"),
        (0.014_841_351_253_431, 0.961_003_905_000_909),
        1e-6,
    );
}

#[test]
fn the_interval_of_many_sessions_is_near_that_of_scipy_and_the_same_each_time() {
    // scipy.stats.bootstrap(…, method="BCa", n_resamples=200_000)
    let groups: Vec<ValueBlock> = FIFTEEN.iter().map(|value| ValueBlock::of(&[*value])).collect();
    let interval = bootstrap_within(&groups, TAIL).expect("an interval");
    assert_near(interval, (-3.133_333, -0.8), 0.1);
    let (low, high) = bootstrap(&groups).expect("an interval");
    assert!(low < interval.0 && high > interval.1, "few sessions say less");
    assert_eq!(bootstrap(&groups), Some((low, high)));
}

#[test]
fn the_interval_of_many_blocks_is_computed_and_near_what_scipy_and_draws_of_ones_own_find() {
    // scipy.stats.bootstrap(…, method="BCa", n_resamples=400_000): forty changes that lean, and sixty
    // blocks of one to four changes, of which the mean of all is a ratio.
    let forty: Vec<_> = (0..40_i32)
        .map(|it| f64::from(if it % 11 == 0 { 4 } else { 0 } - it * it % 7 - it * 3 % 4))
        .map(|change| ValueBlock::of(&[change]))
        .collect();
    let sixty: Vec<_> = (0..60_i32)
        .map(|it| (0..=it % 4).map(|k| f64::from(it * k % 3 - it * it % 5)).collect::<Vec<_>>())
        .map(|changes| ValueBlock::of(&changes))
        .collect();
    let of_scipy = [(&forty, (-3.75, -2.3)), (&sixty, (-1.987_4, -1.037_0))];
    for (blocks, scipy) in of_scipy {
        let computed = bootstrap_within(blocks, TAIL).expect("an interval");
        assert_near(computed, scipy, 0.01);
        assert_near(drawn_within(blocks, TAIL).expect("an interval"), computed, 0.05);
    }
}

#[test]
fn a_few_blocks_that_make_up_most_of_what_varies_are_drawn_however_many_there_are() {
    let mut blocks = vec![ValueBlock::of(&[-1.0, -1.0, -2.0]); 39];
    blocks.push(ValueBlock::of(&[9.0; 60]));
    assert_eq!(bootstrap_within(&blocks, TAIL), drawn_within(&blocks, TAIL));
}

#[test]
fn days_that_are_alike_make_the_interval_wider_than_as_many_apart() {
    let apart: Vec<_> = (0..20).map(|it| ValueBlock::of(&[f64::from(it / 4) - 4.0])).collect();
    let alike: Vec<_> = (0..5).map(|it| ValueBlock::of(&[f64::from(it) - 4.0; 4])).collect();
    let width = |groups: &[ValueBlock]| {
        let (low, high) = bootstrap(groups).expect("an interval");
        high - low
    };
    assert!(width(&alike) > width(&apart) * 1.5);
}

#[test]
fn sessions_of_many_years_are_drawn_in_longer_blocks_and_say_the_same() {
    let pairs: Vec<_> = (0..3_000).map(|number| (7, 4 + number % 3)).collect();
    let (low, high) = changes(&rated(Measure::Tension, &pairs))[0].interval.expect("an interval");
    assert!(low <= -2.0 && high >= -2.0 && high - low < 0.1, "{low} to {high}");
}

#[test]
fn a_session_whose_date_is_far_off_makes_the_interval_little_wider() {
    let pairs: Vec<_> = (0..60).map(|number| (7, 4 + number * 5 % 4)).collect();
    let width = |sessions: &[JournalEntry]| {
        let (low, high) = changes(sessions)[0].interval.expect("an interval");
        high - low
    };
    let sessions = rated(Measure::Tension, &pairs);
    let mut strayed = sessions.clone();
    strayed[0].began.millis = 0;
    assert!(width(&strayed) < width(&sessions) * 1.5, "{}", width(&strayed));
}

#[test]
fn few_sessions_have_no_interval_and_nothing_told_has_no_change() {
    assert!(changes(&[entry(0)]).is_empty());
    let told = changes(&rated(Measure::Tension, &[(7, 4), (6, 5), (8, 8), (5, 3), (6, 2)]));
    let [tension] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(tension.changes, [-3, -1, 0, -2, -4]);
    assert_eq!((tension.mean, tension.median, tension.interval), (-2.0, -2.0, None));
    let six = changes(&rated(Measure::Mood, &[(4, 6), (5, 5), (3, 7), (6, 6), (2, 5), (5, 6)]));
    assert!(six[0].interval.is_some());
}

#[test]
fn what_began_at_the_floor_is_counted_apart() {
    let told = changes(&rated(Measure::Pain, &[(1, 0), (0, 0), (5, 3)]));
    assert_eq!((told[0].at_floor, told[0].changes.as_slice()), (2, [-2].as_slice()));
    let told = changes(&rated(Measure::Energy, &[(1, 0), (0, 0), (5, 3)]));
    assert_eq!((told[0].at_floor, told[0].changes.len()), (0, 3));
}

#[test]
fn three_in_a_row_that_felt_worse_are_told_and_two_are_not() {
    let lately = |measure, pairs: &[(u16, u16)]| changes(&rated(measure, pairs))[0].is_worse_lately;
    assert!(lately(Measure::Pain, &[(6, 2), (3, 4), (3, 5), (2, 3)]));
    assert!(!lately(Measure::Pain, &[(3, 4), (3, 5)]));
    assert!(!lately(Measure::Pain, &[(3, 4), (3, 5), (3, 3)]));
    assert!(lately(Measure::Mood, &[(6, 5), (6, 5), (6, 5)]));
    assert!(!lately(Measure::Energy, &[(6, 5), (6, 5), (6, 5)]));
}

#[test]
fn the_same_in_every_session_has_an_interval_of_no_width() {
    let told = changes(&rated(Measure::Tension, &[(6, 4); 15]));
    assert_eq!(told[0].interval, Some((-2.0, -2.0)));
}

/// A change between −6 and 4 that leans to one side, and whose mean is known: that of three throws.
fn thrown(chance: &mut Chance) -> f64 {
    (0..3).map(|_| chance.below(5) as f64).sum::<f64>() - 6.0
}

/// In how many of 1,000 journals the interval holds the true mean, in percent. Each has so many weeks
/// with as many sessions; what is told in one week has something in common.
fn coverage(weeks: usize, sessions: usize) -> f64 {
    let mut chance = Chance(7);
    let held = (0..1_000).filter(|_| {
        let groups: Vec<ValueBlock> = (0..weeks)
            .map(|_| {
                let of_week = if sessions > 1 { thrown(&mut chance) } else { 0.0 };
                let values = (0..sessions).map(|_| of_week + thrown(&mut chance));
                ValueBlock::of(&values.collect::<Vec<_>>())
            })
            .collect();
        bootstrap(&groups).is_some_and(|(low, high)| low <= 0.0 && high >= 0.0)
    });
    held.count() as f64 / 10.0
}

#[test]
fn the_intervals_hold_the_true_mean_in_95_of_100_journals_within_two_points() {
    for (weeks, sessions) in [(15, 1), (8, 3), (40, 3), (104, 1)] {
        let held = coverage(weeks, sessions);
        assert!((93.0..=97.0).contains(&held), "{weeks} groups of {sessions}: {held} %");
    }
}
