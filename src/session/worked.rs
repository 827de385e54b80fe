//! How long hands or a tool work each place, on each side: the one measure of it.

use std::collections::BTreeMap;

use super::{Block, Sides, Step, StepKind};
use crate::body::{Region, Side};

/// How often a step is played: on neither side, or as often as not on one, on the left, on the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plays {
    unsided: u64,
    left: u64,
    right: u64,
}

impl Plays {
    /// Once, on a side or on none.
    pub fn once(side: Option<Side>) -> Self {
        let once = Self { unsided: 1, ..Self::default() };
        side.map_or(once, |side| once.on(Some(Sides::One(side))))
    }

    /// In all.
    pub fn times(self) -> u64 {
        self.unsided + self.left + self.right
    }

    /// As often as this and on these sides, for what is inside it.
    fn on(self, sides: Option<Sides>) -> Self {
        let times = self.times();
        match sides {
            None => self,
            Some(Sides::Both) => Self { unsided: 0, left: times, right: times },
            Some(Sides::One(Side::Left)) => Self { left: times, ..Self::default() },
            Some(Sides::One(Side::Right)) => Self { right: times, ..Self::default() },
        }
    }

    fn repeated(self, rounds: u32) -> Self {
        let rounds = u64::from(rounds);
        let Self { unsided, left, right } = self;
        Self { unsided: unsided * rounds, left: left * rounds, right: right * rounds }
    }
}

/// The steps in blocks and in the groups among them, in order as they are written, and how often each
/// is played.
pub fn plays_in(blocks: &[Block]) -> Vec<(&Step, Plays)> {
    let mut plays = Vec::new();
    collect(blocks, Plays::once(None), &mut plays);
    plays
}

fn collect<'s>(blocks: &'s [Block], outer: Plays, plays: &mut Vec<(&'s Step, Plays)>) {
    for block in blocks {
        match block {
            Block::Step(step) => plays.push((&**step, outer.on(step.side))),
            Block::Group(group) => {
                for block in &group.blocks {
                    let outer = outer.on(group.side).repeated(group.plays_of(block));
                    collect(std::slice::from_ref(block), outer, plays);
                }
            }
        }
    }
}

/// How long hands or a tool work each place on each side, in milliseconds.
///
/// What is done on no side is done on both at once, or in the middle, and counts for both. Places that
/// share their dose are one: see [`Region::dose_region`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkedTime(BTreeMap<Region, [u64; 2]>);

impl WorkedTime {
    /// Adds a step that lasts so long each time. Only massage works a place.
    pub fn add(&mut self, step: &Step, plays: Plays, millis: u64) {
        let StepKind::Massage(massage) = &step.kind else { return };
        let [left, right] = self.0.entry(massage.region.dose_region()).or_default();
        *left += (plays.left + plays.unsided) * millis;
        *right += (plays.right + plays.unsided) * millis;
    }

    /// On one side of a region, or on whichever side has more.
    pub fn on(&self, region: Region, side: Option<Side>) -> u64 {
        let [left, right] = self.0.get(&region.dose_region()).copied().unwrap_or_default();
        match side {
            Some(Side::Left) => left,
            Some(Side::Right) => right,
            None => left.max(right),
        }
    }

    /// How much more time a region may get on one side, or on both, until one has enough.
    pub fn room(&self, region: Region, side: Option<Side>) -> u64 {
        region.dose_cap().saturating_sub(self.on(region, side))
    }

    /// The places that are worked, those that share their dose once.
    pub fn regions(&self) -> impl Iterator<Item = Region> {
        self.0.keys().copied()
    }
}

impl<'s> FromIterator<(&'s Step, Plays, u64)> for WorkedTime {
    /// The time of steps with how often each is played and how long it lasts each time.
    fn from_iter<T: IntoIterator<Item = (&'s Step, Plays, u64)>>(steps: T) -> Self {
        let mut worked = Self::default();
        for (step, plays, millis) in steps {
            worked.add(step, plays, millis);
        }
        worked
    }
}
