//! How much of a session is still what it was.

use super::StepChange;
use crate::care::gentler::ChangeKind;
use crate::session::{Block, Sides, Step};

/// The share of the time of a session's steps that is not a quiet breath instead, in thousandths.
pub(super) fn share(blocks: &[Block], changes: &[StepChange]) -> u32 {
    let mut count = Count { changes, next: 0, all: 0, lost: 0 };
    count.blocks(blocks, 1, None);
    let kept = count.all - count.lost.min(count.all);
    (kept * 1_000).checked_div(count.all).unwrap_or(1_000) as u32
}

struct Count<'a> {
    changes: &'a [StepChange],
    next: usize,
    all: u64,
    lost: u64,
}

impl Count<'_> {
    /// Blocks that are played so many times on each of these sides.
    fn blocks(&mut self, blocks: &[Block], times: u64, sides: Option<Sides>) {
        for block in blocks {
            match block {
                Block::Step(step) => self.step(step, times, step.side.or(sides)),
                Block::Group(group) => {
                    for inner in &group.blocks {
                        let times = times * u64::from(group.plays_of(inner));
                        self.blocks(std::slice::from_ref(inner), times, group.side.or(sides));
                    }
                }
            }
        }
    }

    fn step(&mut self, step: &Step, times: u64, sides: Option<Sides>) {
        let at = self.next;
        self.next += 1;
        let once = step.written_millis() * times;
        let each = if sides == Some(Sides::Both) { 2 } else { 1 };
        self.all += once * each;
        let gone =
            |change: &&StepChange| change.step == at && change.kind == ChangeKind::BreathInstead;
        for change in self.changes.iter().filter(gone) {
            self.lost += if change.side.is_some() { once } else { once * each };
        }
    }
}
