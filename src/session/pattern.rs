//! Breathing patterns: a list of labelled phases.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::body::Side;

mod check;
mod named;
#[cfg(test)]
mod tests;

pub use check::PatternError;
pub(crate) use check::{faults, title_of};
pub use named::NamedPattern;

/// How the labels of a breath call each nostril, in the languages that sessions are written in.
const NOSTRILS: [(&str, Side); 4] =
    [("left", Side::Left), ("right", Side::Right), ("links", Side::Left), ("rechts", Side::Right)];

/// What the breath does during a phase. Anything finer (a hum, a nostril, a second sip of air) is
/// said by the phase's label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PhaseKind {
    /// Air flows in.
    Inhale,
    /// The breath is held after an inhale. Never longer than 7 s.
    Hold,
    /// Air flows out.
    Exhale,
    /// A pause after an exhale, lungs comfortably low.
    Rest,
}

/// One phase of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// What the breath does.
    pub kind: PhaseKind,
    /// What the person reads and hears, for example “breathe in” or “hum out”.
    pub label: String,
    /// Length in milliseconds.
    pub millis: u64,
}

/// A breathing pattern: at least one phase, repeated for as long as a step lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The id it can be called by, if it is one of the named patterns.
    pub id: Option<String>,
    /// The title people read.
    pub title: String,
    /// The phases in order.
    pub phases: Vec<Phase>,
}

/// The side of the nostril that a label names, where it names one: “in through the left”.
pub fn nostril(label: &str) -> Option<Side> {
    let mut words = label.split(|letter: char| !letter.is_alphabetic());
    let names = |word: &str| NOSTRILS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
    let side = words.find_map(names)?.1;
    let is_other = |word: &str| names(word).is_some_and(|(_, other)| *other != side);
    (!words.any(is_other)).then_some(side)
}

impl Pattern {
    /// Length of one whole breath in milliseconds.
    pub fn cycle_millis(&self) -> u64 {
        self.phases.iter().map(|phase| phase.millis).sum()
    }
}
