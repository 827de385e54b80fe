//! Days that a coin decides.

use super::{entry, home};
use crate::journal::coin::{share_by_chance, trials};
use crate::journal::told::ToldSession;
use crate::journal::{CoinSide, DayCoin, Journal, JournalEntry, Measure, Rating, RatingMoment};

/// A session on a day of which the coin said this, with a change in tension.
fn decided(day: i64, side: CoinSide, change: i32) -> JournalEntry {
    let after = u16::try_from(6 + change).expect("a rating");
    let rating = |moment, value| Rating { moment, measure: Measure::Tension, value };
    let ratings = vec![rating(RatingMoment::Before, 6), rating(RatingMoment::After, after)];
    JournalEntry { coin: Some(side), ratings, ..entry(day * 86_400) }
}

#[test]
fn how_easily_chance_brings_a_difference_about_is_what_all_ways_to_fall_say() {
    // scipy.stats.permutation_test with the absolute difference of the means, in every way: 10 of 126,
    // and 261 of 1,716.
    let few = share_by_chance(&[-3.0, -2.0, -2.5, 0.0, -4.0], &[-1.0, 0.0, 1.0, -1.5]);
    assert!((few - 10.0 / 126.0).abs() < 1e-6, "{few}");
    let more = share_by_chance(
        &[-2.0, -3.0, 0.0, 1.0, -4.0, -1.0, -2.0],
        &[-1.0, 0.0, 1.0, -1.0, -2.0, 2.0],
    );
    assert!((more - 261.0 / 1_716.0).abs() < 1e-6, "{more}");
}

#[test]
fn with_many_days_as_many_ways_are_drawn_and_the_answer_is_the_same_each_time() {
    let some: Vec<f64> = (0..20).map(|day| f64::from(day % 5) - 2.5).collect();
    let others: Vec<f64> = (0..20).map(|day| f64::from(day % 5) - 2.0).collect();
    let share = share_by_chance(&some, &others);
    // Student's t of the two says 0.28.
    assert!((0.2..0.4).contains(&share), "{share}");
    assert!((share_by_chance(&some, &others) - share).abs() < f64::EPSILON);
    assert!(share_by_chance(&[-5.0; 20], &[5.0; 20]) < 0.001);
}

#[test]
fn a_day_counts_once_and_as_what_the_coin_said_and_few_days_say_nothing_of_chance() {
    let mut entries: Vec<_> = (0..4).map(|day| decided(day, CoinSide::Session, -2)).collect();
    entries.extend((4..7).map(|day| decided(day, CoinSide::Rest, -1)));
    entries.push(decided(6, CoinSide::Rest, 1));
    entries.push(JournalEntry { coin: None, ..decided(9, CoinSide::Rest, 3) });
    let told = |entries: &[JournalEntry]| {
        let sessions: Vec<_> = entries.iter().filter_map(ToldSession::of).collect();
        trials(&sessions.iter().collect::<Vec<_>>(), 4)
    };
    let trial = &told(&entries)[0];
    assert_eq!(trial.session_days, [-2.0; 4]);
    assert_eq!((trial.rest_days.as_slice(), trial.by_chance), ([-1.0, -1.0, 0.0].as_slice(), None));
    entries.push(decided(7, CoinSide::Rest, -1));
    assert!(told(&entries)[0].by_chance.is_some_and(|share| share < 0.05));
}

#[test]
fn what_the_coin_said_is_kept_with_a_session_and_read_again() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    let entries = [decided(1, CoinSide::Rest, -1), decided(0, CoinSide::Session, -2)];
    journal.keep_all(&entries).expect("they are kept");
    assert_eq!(journal.entries(None).expect("entries"), entries);
}

#[test]
fn a_coin_falls_to_either_side_about_as_often_says_the_same_twice_and_another_says_otherwise() {
    let (folder, _) = home();
    let file = folder.path().join("coin");
    assert_eq!(DayCoin::load(&file), None);
    let coin = DayCoin::pick_up(&file).expect("it is kept");
    assert_eq!(DayCoin::load(&file), Some(coin));
    let days = 20_000..22_000;
    let rests = days.clone().filter(|day| coin.side_on(*day) == CoinSide::Rest).count();
    // Eight times the spread of so many fair coins: never by chance.
    assert!((820..=1_180).contains(&rests), "{rests}");
    let other = DayCoin::pick_up(&folder.path().join("other")).expect("it is kept");
    assert!(days.into_iter().any(|day| coin.side_on(day) != other.side_on(day)));
}

#[test]
fn a_coin_that_was_laid_aside_falls_as_it_did_when_it_is_picked_up_again() {
    let (folder, _) = home();
    let file = folder.path().join("coin");
    DayCoin::lay_aside(&file).expect("there is none");
    let coin = DayCoin::pick_up(&file).expect("it is kept");
    DayCoin::lay_aside(&file).expect("it is kept");
    assert_eq!(DayCoin::load(&file), None);
    assert_eq!(DayCoin::pick_up(&file).expect("it is kept"), coin);
}
