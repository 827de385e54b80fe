//! How a session at night sinks: with each of its words it is a little slower and softer, until the last.

use super::{Cue, CueKind, Segment};
use crate::prosody::Pace;

/// How much slower the last words are than the first, in thousandths: 65 words a minute after 80.
const SLOWER: u64 = 187;
/// In how many steps words become slower. Few, so that a line that returns is mostly spoken already.
const SLOWER_STEPS: u64 = 4;
/// How much softer everything is with the last words than at first, in hundredths of a dB: from
/// −24 LUFS to a little under −30.
const SOFTER: u64 = 650;
/// In how many steps everything becomes softer: a quarter of a dB each, which is not heard.
const SOFTER_STEPS: u64 = 26;

/// It takes no less than this part of a session to sink, whenever its last words are.
const SHORTEST_SHARE: u64 = 4;

/// How far a session at night has sunk, by position in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sinking {
    /// When it has sunk: with the last words, in milliseconds.
    until: u64,
}

/// The slowest that words become in a session at night that begins at this pace.
pub fn slowest(begins: Pace) -> Pace {
    begins.slower(SLOWER)
}

impl Sinking {
    /// How the session of these segments sinks.
    pub(super) fn of(segments: &[Segment]) -> Self {
        let last_words = segments.iter().rev().find_map(|segment| {
            let lines = segment.lines.iter().filter(|(_, line)| line.say.is_some());
            let lines = lines.map(|(after, _)| segment.start + after);
            let opening = segment.say.as_ref().map(|_| segment.start);
            lines.chain(opening).max()
        });
        let end = segments.last().map_or(0, |segment| segment.end);
        Self { until: last_words.unwrap_or_default().max(end / SHORTEST_SHARE) }
    }

    /// The pace at a position in a session that begins at this one.
    pub(super) fn pace(self, begins: Pace, position: u64) -> Pace {
        begins.slower(SLOWER * self.steps(position, SLOWER_STEPS) / SLOWER_STEPS)
    }

    /// How much softer everything is at a position than it was at first, in hundredths of a dB.
    pub(super) fn softer(self, position: u64) -> u16 {
        (SOFTER * self.steps(position, SOFTER_STEPS) / SOFTER_STEPS) as u16
    }

    /// Where everything becomes softer, step by step.
    pub(super) fn cues(self) -> impl Iterator<Item = Cue> {
        (0..=SOFTER_STEPS).map(move |step| {
            let at = (self.until * step).div_ceil(SOFTER_STEPS);
            Cue { at, kind: CueKind::Softer { hundredths: self.softer(at) } }
        })
    }

    /// How many of so many steps have been gone.
    fn steps(self, position: u64, steps: u64) -> u64 {
        let gone = position.min(self.until) * steps;
        gone.checked_div(self.until).unwrap_or_default()
    }
}
