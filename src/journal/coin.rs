//! Coin-flip days: a coin, and not the person, decides whether a day has a session or quiet rest. So
//! how a person was beforehand can no longer decide it for them, and the two can be compared.
//!
//! The test is that of chance itself (Onghena & Edgington 2005): the coins are imagined to have fallen
//! otherwise, in every way or in many, and it is counted how often so great a difference would come
//! about then.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use uuid::Uuid;

use super::bootstrap::Chance;
use super::statistics::mean;
use super::told::{COMPARED, ToldSession};
use super::{CoinSide, Measure, signed};
use crate::files;
use crate::words::{Message, Texts};

/// From so many days of each on it is said how easily chance alone brings the difference about.
const LEAST_DAYS: usize = 4;
/// Up to so many ways in which the coins could have fallen, all are tried.
const MOST_WAYS: u64 = 20_000;
/// Otherwise so many are drawn.
const DRAWS: u32 = 10_000;
/// Two differences that are nearer are the same.
const NEAR: f64 = 1e-9;
/// What stands behind a coin that does not decide.
const ASIDE: &str = "aside";
/// The most that is read of its file, in bytes.
const LARGEST_BYTES: u64 = 64;

/// The coin of a person who lets it decide. Nobody knows beforehand how it falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayCoin(u64);

impl DayCoin {
    /// The coin that is kept in this file; `None` where none decides.
    pub fn load(path: &Path) -> Option<Self> {
        Self::read(path).filter(|(_, decides)| *decides).map(|(coin, _)| coin)
    }

    /// Lets a coin decide: the one that is kept in this file, also where it was laid aside, else a new
    /// one. Nobody can throw it again until it falls as they like.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn pick_up(path: &Path) -> io::Result<Self> {
        let kept = Self::read(path).map(|(coin, _)| coin);
        let coin = kept.unwrap_or_else(|| Self(Uuid::new_v4().as_u64_pair().1));
        coin.keep(path, "")?;
        Ok(coin)
    }

    /// Lets no coin decide any longer.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn lay_aside(path: &Path) -> io::Result<()> {
        Self::read(path).map_or(Ok(()), |(coin, _)| coin.keep(path, ASIDE))
    }

    /// The coin of this file, and whether it decides.
    fn read(path: &Path) -> Option<(Self, bool)> {
        let text = String::from_utf8(files::read(path, LARGEST_BYTES).ok()?).ok()?;
        let text = text.trim();
        let aside = text.strip_suffix(ASIDE);
        let seed = u64::from_str_radix(aside.unwrap_or(text).trim(), 16).ok()?;
        Some((Self(seed), aside.is_none()))
    }

    fn keep(self, path: &Path, word: &str) -> io::Result<()> {
        files::write_private(path, format!("{:016x} {word}\n", self.0).as_bytes())
    }

    /// What it says of a day, counted from 1 January 1970.
    pub fn side_on(self, day: i64) -> CoinSide {
        let mut chance = Chance(self.0 ^ day.unsigned_abs().rotate_left(32));
        CoinSide::ALL[chance.below(CoinSide::ALL.len())]
    }
}

/// How a measure changed on days of either side of the coin.
#[derive(Clone, Debug, PartialEq)]
pub struct CoinTrial {
    /// What was measured.
    pub measure: Measure,
    /// The mean change on each day of which the coin said a session.
    pub session_days: Vec<f64>,
    /// The same for quiet rest.
    pub rest_days: Vec<f64>,
    /// In what share of trials chance alone would bring about so great a difference; `None` with too
    /// few days to say.
    pub by_chance: Option<f64>,
}

/// How each measure changed on days that the coin decided, whatever was done on them.
pub(super) fn trials(sessions: &[&ToldSession], day_begins: u8) -> Vec<CoinTrial> {
    COMPARED.into_iter().filter_map(|measure| trial(measure, sessions, day_begins)).collect()
}

fn trial(measure: Measure, sessions: &[&ToldSession], day_begins: u8) -> Option<CoinTrial> {
    // All that was told on one day counts once, and as what the coin said first.
    let mut days: BTreeMap<i64, (CoinSide, Vec<f64>)> = BTreeMap::new();
    for told in sessions {
        let (Some(side), Some((before, after))) = (told.coin, told.told(measure)) else { continue };
        let day = days.entry(told.began.day(day_begins)).or_insert((side, Vec::new()));
        day.1.push(f64::from(after) - f64::from(before));
    }
    let of_side = |wanted| {
        let days = days.values().filter(|(side, _)| *side == wanted);
        days.map(|(_, changes)| mean(changes)).collect::<Vec<f64>>()
    };
    let (session_days, rest_days) = (of_side(CoinSide::Session), of_side(CoinSide::Rest));
    let is_enough = session_days.len().min(rest_days.len()) >= LEAST_DAYS;
    let by_chance = is_enough.then(|| share_by_chance(&session_days, &rest_days));
    let is_told = !session_days.is_empty() || !rest_days.is_empty();
    is_told.then_some(CoinTrial { measure, session_days, rest_days, by_chance })
}

/// The share of the ways in which the coins could have fallen, with as many days of either side, that
/// bring about a difference at least as great, up or down.
pub(super) fn share_by_chance(some: &[f64], others: &[f64]) -> f64 {
    let all = [some, others].concat();
    let (of_some, total) = (some.len(), all.iter().sum::<f64>());
    let difference =
        |sum: f64| (sum / of_some as f64 - (total - sum) / (all.len() - of_some) as f64).abs();
    let found = difference(some.iter().sum()) - NEAR;
    if ways(all.len(), of_some) <= MOST_WAYS {
        let (mut great, mut tried) = (0_u32, 0_u32);
        for_each_sum(&all, of_some, 0.0, &mut |sum| {
            tried += 1;
            great += u32::from(difference(sum) >= found);
        });
        return f64::from(great) / f64::from(tried.max(1));
    }
    let mut chance = Chance(all.len() as u64);
    let mut drawn = all.clone();
    let great = (0..DRAWS).filter(|_| {
        for place in 0..of_some {
            let other = place + chance.below(drawn.len() - place);
            drawn.swap(place, other);
        }
        difference(drawn[..of_some].iter().sum()) >= found
    });
    // The way in which they did fall is one of them.
    (great.count() as f64 + 1.0) / (f64::from(DRAWS) + 1.0)
}

/// In how many ways so many can be chosen of all; many where there are very many.
fn ways(all: usize, chosen: usize) -> u64 {
    let fewer = chosen.min(all - chosen);
    (0..fewer).fold(1_u64, |ways, number| {
        ways.saturating_mul((all - number) as u64) / (number as u64 + 1)
    })
}

/// Does this with the sum of each choice of so many values, added to this one.
fn for_each_sum(values: &[f64], chosen: usize, sum: f64, act: &mut impl FnMut(f64)) {
    if chosen == 0 {
        act(sum);
        return;
    }
    for (index, value) in values.iter().enumerate().take(values.len() + 1 - chosen) {
        for_each_sum(&values[index + 1..], chosen - 1, sum + value, act);
    }
}

impl CoinTrial {
    /// What it says, in sentences.
    pub fn sentences(&self, texts: &Texts) -> Vec<String> {
        let average = |days: &[f64]| match days {
            [] => "–".to_owned(),
            days => signed(mean(days), 1, texts.language()),
        };
        let both = Message::new("helped-coin")
            .with("sessions", self.session_days.len() as u64)
            .with("session", average(&self.session_days))
            .with("rests", self.rest_days.len() as u64)
            .with("rest", average(&self.rest_days));
        let sure = match self.by_chance {
            Some(share) => {
                let of_hundred = (share * 100.0).round().clamp(1.0, 100.0) as u64;
                Message::new("helped-coin-chance").with("times", of_hundred)
            }
            None => Message::new("helped-coin-few").with("days", LEAST_DAYS as u64),
        };
        [both, sure, Message::new("helped-coin-note")].map(|it| texts.text(&it)).into()
    }
}
