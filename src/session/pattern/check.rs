//! What a breathing pattern must keep to, and patterns written as numbers.

use std::error::Error;
use std::fmt;

use super::{Pattern, Phase, PhaseKind};
use crate::lengths::{millis_to_text, seconds_to_text};
use crate::session::duration::thousandths_from_text;
use crate::session::limits;
use crate::words::{Message, in_english};

/// Why a pattern cannot be breathed; phases are counted from 0. Its `Display` is what is said in
/// English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatternError {
    /// Not numbers joined by hyphens.
    NotNumbers,
    /// Fewer than two or more than four numbers.
    Count,
    /// No phase that breathes in.
    NoInhale,
    /// No phase that breathes out.
    NoExhale,
    /// More phases than anyone follows.
    TooManyPhases(usize),
    /// A phase is shorter than half a second.
    PhaseTooShort(usize),
    /// A phase is longer than a minute.
    PhaseTooLong(usize),
    /// The breath is held too long after an inhale.
    HoldTooLong(usize),
    /// The pause after an exhale is too long.
    EmptyTooLong(usize),
    /// Breaths come too fast.
    TooFast,
    /// One round of the pattern is too long.
    CycleTooLong,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_english(&self.message()))
    }
}

impl Error for PatternError {}

impl PatternError {
    /// What is said of it.
    pub fn message(&self) -> Message {
        let at = |id: &'static str, millis| Message::new(id).with("limit", millis_to_text(millis));
        match self {
            Self::NotNumbers => Message::new("pattern-not-numbers"),
            Self::Count => Message::new("pattern-count"),
            Self::NoInhale => Message::new("pattern-without-inhale"),
            Self::NoExhale => Message::new("pattern-without-exhale"),
            Self::TooManyPhases(count) => {
                Message::new("pattern-phases").with("most", limits::PHASES).with("count", *count)
            }
            Self::PhaseTooShort(_) => at("pattern-phase-short", limits::PHASE_MILLIS.0),
            Self::PhaseTooLong(_) => at("pattern-phase-long", limits::PHASE_MILLIS.1),
            Self::HoldTooLong(_) => at("pattern-hold-long", limits::HOLD_MILLIS),
            Self::EmptyTooLong(_) => at("pattern-empty-long", limits::EMPTY_MILLIS),
            Self::TooFast => at("pattern-too-fast", limits::BREATH_MILLIS),
            Self::CycleTooLong => at("pattern-round-long", limits::CYCLE_MILLIS),
        }
    }

    /// The phase it is about, counted from 0, if it is about one.
    pub fn phase(&self) -> Option<usize> {
        match self {
            Self::PhaseTooShort(at)
            | Self::PhaseTooLong(at)
            | Self::HoldTooLong(at)
            | Self::EmptyTooLong(at) => Some(*at),
            _ => None,
        }
    }
}

impl PhaseKind {
    /// What the person reads and hears where the pattern says nothing else.
    pub fn default_label(self) -> &'static str {
        match self {
            Self::Inhale => "breathe in",
            Self::Hold => "hold",
            Self::Exhale => "breathe out",
            Self::Rest => "rest",
        }
    }

    fn moves_air(self) -> bool {
        matches!(self, Self::Inhale | Self::Exhale)
    }
}

impl Pattern {
    /// Reads a pattern in numbers of seconds: `4-6` (in, out), `4-7-8` (in, hold, out) or
    /// `4-4-4-4` (in, hold, out, rest). A zero leaves its phase out; `5.5-5.5` is fine.
    ///
    /// # Errors
    /// When the text is not such numbers, or the pattern breaks a limit.
    pub fn from_numbers(text: &str) -> Result<Self, PatternError> {
        use PhaseKind::{Exhale, Hold, Inhale, Rest};
        let millis = text
            .trim()
            .split('-')
            .map(|number| thousandths_from_text(number.trim()))
            .collect::<Result<Vec<u64>, _>>()
            .map_err(|_| PatternError::NotNumbers)?;
        let kinds: &[PhaseKind] = match millis.len() {
            2 => &[Inhale, Exhale],
            3 => &[Inhale, Hold, Exhale],
            4 => &[Inhale, Hold, Exhale, Rest],
            _ => return Err(PatternError::Count),
        };
        let phases: Vec<Phase> = (kinds.iter().zip(millis))
            .filter(|(_, millis)| *millis > 0)
            .map(|(kind, millis)| Phase {
                kind: *kind,
                label: kind.default_label().to_owned(),
                millis,
            })
            .collect();
        match faults(&phases).into_iter().next() {
            Some(fault) => Err(fault),
            None => Ok(Self { id: None, title: title_of(&phases), phases }),
        }
    }
}

/// A title for a pattern that has none: its seconds, `4-7-8`.
pub(crate) fn title_of(phases: &[Phase]) -> String {
    let seconds: Vec<String> = phases.iter().map(|phase| seconds_to_text(phase.millis)).collect();
    seconds.join("-")
}

/// Every limit the phases break.
pub(crate) fn faults(phases: &[Phase]) -> Vec<PatternError> {
    if phases.len() > limits::PHASES {
        return vec![PatternError::TooManyPhases(phases.len())];
    }
    let mut faults = Vec::new();
    let has = |kind| phases.iter().any(|phase| phase.kind == kind);
    if !has(PhaseKind::Inhale) {
        faults.push(PatternError::NoInhale);
    }
    if !has(PhaseKind::Exhale) {
        faults.push(PatternError::NoExhale);
    }
    for (at, phase) in phases.iter().enumerate() {
        if phase.millis < limits::PHASE_MILLIS.0 {
            faults.push(PatternError::PhaseTooShort(at));
        }
        if phase.millis > limits::PHASE_MILLIS.1 {
            faults.push(PatternError::PhaseTooLong(at));
        }
    }
    if faults.is_empty() {
        faults.extend(still_faults(phases));
        faults.extend(pace_fault(phases));
    }
    faults
}

/// Holds and rests that follow one another count as one, also from the end round to the start.
fn still_faults(phases: &[Phase]) -> Vec<PatternError> {
    let mut faults = Vec::new();
    for (at, phase) in phases.iter().enumerate() {
        let before = &phases[(at + phases.len() - 1) % phases.len()];
        if phase.kind.moves_air() || !before.kind.moves_air() {
            continue;
        }
        let run = phases.iter().cycle().skip(at).take(phases.len());
        let still: u64 =
            run.take_while(|phase| !phase.kind.moves_air()).map(|phase| phase.millis).sum();
        if before.kind == PhaseKind::Exhale && still > limits::EMPTY_MILLIS {
            faults.push(PatternError::EmptyTooLong(at));
        } else if still > limits::HOLD_MILLIS {
            faults.push(PatternError::HoldTooLong(at));
        }
    }
    faults
}

/// A round may hold several breaths; each must be slow enough.
fn pace_fault(phases: &[Phase]) -> Option<PatternError> {
    let cycle: u64 = phases.iter().map(|phase| phase.millis).sum();
    if cycle > limits::CYCLE_MILLIS {
        return Some(PatternError::CycleTooLong);
    }
    let count = phases.len();
    let begins = |at: usize| {
        let before = last_moving(phases, at);
        phases[at].kind == PhaseKind::Inhale && before == Some(PhaseKind::Exhale)
    };
    let first = (0..count).find(|at| begins(*at))?;
    let mut breath = 0;
    for step in 0..count {
        let at = (first + step) % count;
        if step > 0 && begins(at) {
            if breath < limits::BREATH_MILLIS {
                return Some(PatternError::TooFast);
            }
            breath = 0;
        }
        breath += phases[at].millis;
    }
    (breath < limits::BREATH_MILLIS).then_some(PatternError::TooFast)
}

/// Which way air moved last before the phase at `at`, round the cycle.
fn last_moving(phases: &[Phase], at: usize) -> Option<PhaseKind> {
    let count = phases.len();
    let backward = (1..=count).map(|back| phases[(at + count - back) % count].kind);
    backward.into_iter().find(|kind| kind.moves_air())
}
