//! Fits a session to a length: steps flex within their bounds, sides stay equal, breaths whole.

use thiserror::Error;

use super::flex::StepFlex;
use super::opening::Openings;
use super::{caps, stop_signs, switch};
use crate::care;
use crate::lengths::time_at;
use crate::session::{Block, Plays, Session, Sides, Step, plays_in, steps_in};

/// The most the lead-in may take up of what whole breaths leave over, in milliseconds.
const SPARE_LEAD_IN_MILLIS: u64 = 15_000;

/// Lengths for a session's steps, in the order they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fitted {
    /// Time before the first step, in milliseconds.
    pub(super) lead_in: u64,
    /// Length of each step on one side, in milliseconds.
    pub(super) steps: Vec<u64>,
    /// How much of it passes before the first breath of a step.
    pub(super) openings: Vec<StepOpening>,
    /// Length of each stop sign, in milliseconds.
    pub(super) stop_sign: u64,
}

/// A length that a session cannot take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("it can be between {} and {} long", time_at(*.shortest), time_at(*.longest))]
pub struct CannotFit {
    /// What was asked for, in milliseconds.
    pub asked: u64,
    /// The shortest it can be, in milliseconds.
    pub shortest: u64,
    /// The longest it can be, in milliseconds.
    pub longest: u64,
}

/// The lengths a session was written with, where words are spoken at the usual pace or so many a
/// minute by day.
pub(super) fn written(session: &Session, words_per_minute: Option<u32>) -> Fitted {
    let flexes = flexes(session, words_per_minute);
    let steps = flexes.iter().map(|flex| flex.written).collect();
    let stop_sign = stop_signs::millis(words_per_minute);
    let openings = openings(session, words_per_minute);
    Fitted { lead_in: session.lead_in, steps, openings, stop_sign }
}

/// How much of a step passes before its first breath or its length, in milliseconds: for the slow words
/// of a night, and as soon as breaths and tensions may begin by day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StepOpening {
    /// In the first round, on either side.
    pub(super) at_night: u64,
    /// By day on the first side and on the second.
    pub(super) by_day: [u64; 2],
    /// In later rounds that have words of their own, at night and by day.
    pub(super) later: Option<(u64, u64)>,
}

fn openings(session: &Session, words_per_minute: Option<u32>) -> Vec<StepOpening> {
    let slow = Openings::of(session, words_per_minute);
    let quick = Openings::by_day(session, words_per_minute);
    let steps = steps_in(&session.blocks).into_iter().enumerate();
    let of_step = |(at, step): (usize, &Step)| {
        let (is_first, at_night) = (at == 0, slow.millis(step, at == 0));
        let begins_sooner = step.may_begin_sooner();
        let sooner = |said: Option<&String>, at_night: u64| {
            let by_day = quick.after(step, &[said.map(String::as_str)], is_first);
            if begins_sooner { by_day.min(at_night) } else { at_night }
        };
        let second = step.second_side.as_ref().or(step.say.as_ref());
        let later = step.later_rounds.as_ref().filter(|_| step.has_later_opening());
        let later = later.map(|words| {
            let at_night = slow.after(step, &[Some(words)], false).min(at_night);
            (at_night, sooner(Some(words), at_night))
        });
        let by_day = [step.say.as_ref(), second].map(|said| sooner(said, at_night));
        StepOpening { at_night, by_day, later }
    };
    steps.map(of_step).collect()
}

/// How much shorter a session is since fewer words come before the lengths of later rounds.
fn saved(session: &Session, words_per_minute: Option<u32>) -> u64 {
    let openings = openings(session, words_per_minute);
    let plays = later_plays(&session.blocks, 1, 1);
    let saved = openings.iter().zip(plays).map(|(opening, plays)| {
        opening.later.map_or(0, |(later, _)| (opening.at_night - later) * plays)
    });
    saved.sum()
}

/// How often each step is played in a later round than the first of its innermost repeating group.
fn later_plays(blocks: &[Block], times: u64, rounds: u64) -> Vec<u64> {
    let runs = |sides: Option<Sides>| if sides == Some(Sides::Both) { 2 } else { 1 };
    let of_block = |block: &Block| match block {
        Block::Step(step) => {
            let all = times * runs(step.side);
            vec![all - all / rounds.max(1)]
        }
        Block::Group(group) => {
            let inner = group.blocks.iter().flat_map(|inner| {
                let plays = u64::from(group.plays_of(inner));
                let rounds = if group.repeat > 1 { plays } else { rounds };
                later_plays(std::slice::from_ref(inner), times * plays * runs(group.side), rounds)
            });
            inner.collect()
        }
    };
    blocks.iter().flat_map(of_block).collect()
}

/// The shortest and longest a session can be, in milliseconds, where words are spoken at the usual
/// pace or so many a minute by day.
pub fn bounds(session: &Session, words_per_minute: Option<u32>) -> (u64, u64) {
    let saved = saved(session, words_per_minute);
    bounds_of(&flexes(session, words_per_minute), fixed(session, words_per_minute), saved)
}

fn bounds_of(flexes: &[StepFlex], fixed: u64, saved: u64) -> (u64, u64) {
    let total = |length: fn(&StepFlex) -> u64| {
        fixed + flexes.iter().map(|flex| length(flex) * flex.times).sum::<u64>() - saved
    };
    (total(|flex| flex.min), total(|flex| flex.max))
}

/// How long a session lasts as it is written, in milliseconds, at the usual pace of words.
pub fn written_millis(session: &Session) -> u64 {
    written_total(session, None)
}

/// The same where words are spoken at the usual pace or so many a minute by day.
pub(super) fn written_total(session: &Session, words_per_minute: Option<u32>) -> u64 {
    let flexes = flexes(session, words_per_minute);
    fixed(session, words_per_minute)
        + flexes.iter().map(|flex| flex.written * flex.times).sum::<u64>()
        - saved(session, words_per_minute)
}

/// Finds lengths that make a session last `target` milliseconds.
///
/// Every step moves the same share of the way to its shortest or longest. Steps paced by breath
/// keep whole breaths; what that leaves over goes to the other steps, and the last of it to the
/// lead-in, so that five minutes are five minutes.
///
/// # Errors
/// [`CannotFit`] where the target lies outside what the steps allow.
pub(super) fn fit(
    session: &Session,
    words_per_minute: Option<u32>,
    target: u64,
) -> Result<Fitted, CannotFit> {
    let (flexes, fixed) = (flexes(session, words_per_minute), fixed(session, words_per_minute));
    let saved = saved(session, words_per_minute);
    let (shortest, longest) = bounds_of(&flexes, fixed, saved);
    if target < shortest || target > longest {
        return Err(CannotFit { asked: target, shortest, longest });
    }
    let target = target + saved;
    let mut steps = shares(&flexes, target - fixed);
    let mut spare = (target - fixed).saturating_sub(total(&flexes, &steps));
    for fill in [StepFlex::is_free, StepFlex::is_breathed, StepFlex::is_free] {
        for (flex, step) in flexes.iter().zip(&mut steps).filter(|(flex, _)| fill(flex)) {
            let steps_up = (spare / flex.times).min(flex.max - *step) / flex.grain;
            *step += steps_up * flex.grain;
            spare -= steps_up * flex.grain * flex.times;
        }
    }
    let lead_in = session.lead_in + spare.min(SPARE_LEAD_IN_MILLIS);
    let stop_sign = stop_signs::millis(words_per_minute);
    let openings = openings(session, words_per_minute);
    Ok(Fitted { lead_in, steps, openings, stop_sign })
}

/// Each step the same share of the way to its bound, rounded down to whole breaths.
fn shares(flexes: &[StepFlex], target: u64) -> Vec<u64> {
    let sum = |length: fn(&StepFlex) -> u64| -> u64 {
        flexes.iter().map(|flex| length(flex) * flex.times).sum()
    };
    let written = sum(|flex| flex.written);
    let (bound, room): (fn(&StepFlex) -> u64, u64) = if target < written {
        (|flex| flex.min, written - sum(|flex| flex.min))
    } else {
        (|flex| flex.max, sum(|flex| flex.max) - written)
    };
    let wanted = target.abs_diff(written);
    // A cut is rounded up and what is added is rounded down: both keep the sum within the target.
    let cut = |all: u64| (u128::from(all) * u128::from(wanted)).div_ceil(u128::from(room)) as u64;
    let more = |all: u64| (u128::from(all) * u128::from(wanted) / u128::from(room)) as u64;
    flexes
        .iter()
        .map(|flex| {
            let all = flex.written.abs_diff(bound(flex));
            if room == 0 {
                flex.written
            } else if target < written {
                flex.written.saturating_sub(cut(all).next_multiple_of(flex.grain)).max(flex.min)
            } else {
                flex.written + more(all) / flex.grain * flex.grain
            }
        })
        .collect()
}

fn total(flexes: &[StepFlex], steps: &[u64]) -> u64 {
    flexes.iter().zip(steps).map(|(flex, step)| flex.times * step).sum()
}

/// What never flexes: the lead-in, the switches of side and the stop signs.
fn fixed(session: &Session, words_per_minute: Option<u32>) -> u64 {
    let signs = care::stop_signs(session).len() as u64;
    let signs = signs * stop_signs::millis(words_per_minute);
    session.lead_in + switch::in_all(&session.blocks) + signs
}

/// How each written step may flex, in the order they are written, with no place stretched beyond its
/// most.
pub(super) fn flexes(session: &Session, words_per_minute: Option<u32>) -> Vec<StepFlex> {
    let openings = Openings::of(session, words_per_minute);
    let steps = plays_in(&session.blocks);
    let of = |(at, (step, plays)): (usize, &(&Step, Plays))| {
        StepFlex::of(step, plays.times(), openings.millis(step, at == 0))
    };
    let mut flexes = steps.iter().enumerate().map(of).collect::<Vec<_>>();
    caps::keep(&steps, &mut flexes);
    flexes
}
