//! Unrolls groups, repeats and sides into the parts that are played one after another.

use std::sync::Arc;

use super::fit::Fitted;
use super::{LONGEST_PACK_MILLIS, SegmentKind};
use crate::body::Side;
use crate::session::{Block, Group, Session, Sides, Step, StepKind};

/// Time to change sides, in milliseconds: long enough to move a ball or swap hands unhurried.
pub(super) const SWITCH_MILLIS: u64 = 6_000;

/// One thing that is played: the lead-in, a step on one side, or a switch of sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is.
    pub kind: SegmentKind,
    /// The step behind it, if any.
    pub step: Option<Arc<Step>>,
    /// Which of the steps as they are written that is, counted from 0.
    pub written: Option<usize>,
    /// Its length in milliseconds.
    pub millis: u64,
    /// The length it was fitted to, in milliseconds: `millis`, unless it was made longer since.
    pub fitted: u64,
    /// The side it works.
    pub side: Option<Side>,
    /// Which repeat of the innermost repeating group this is, and of how many; counted from 1.
    pub repeat: Option<(u32, u32)>,
    /// The part that does the same on the other side.
    pub twin: Option<usize>,
    /// What to know before starting, on the lead-in.
    pub cautions: Vec<String>,
}

impl Part {
    /// This part's length made longer by about `millis`, in whole breaths, within what is allowed.
    pub(super) fn longer(&self, millis: u64) -> u64 {
        let Some(step) = &self.step else {
            return self.millis;
        };
        let added = match (&step.kind, &step.pattern) {
            (StepKind::Tense(_), _) => 0,
            (_, Some(pattern)) => {
                let cycle = pattern.cycle_millis().max(1);
                (millis / cycle).max(u64::from(millis > cycle / 2)) * cycle
            }
            (_, None) => millis,
        };
        let longest = match step.kind {
            StepKind::Pack { .. } => LONGEST_PACK_MILLIS.max(self.millis),
            _ => u64::MAX,
        };
        self.millis.saturating_add(added).min(longest)
    }
}

/// Unrolls a session with the given lengths.
pub(super) fn expand(session: &Session, first_side: Side, fitted: &Fitted) -> Vec<Part> {
    let mut unroll = Unroll { first_side, fitted, steps: Vec::new(), parts: Vec::new() };
    collect_steps(&session.blocks, &mut unroll.steps);
    if fitted.lead_in > 0 {
        unroll.parts.push(Part {
            kind: SegmentKind::LeadIn(session.position),
            step: None,
            written: None,
            millis: fitted.lead_in,
            fitted: fitted.lead_in,
            side: None,
            repeat: None,
            twin: None,
            cautions: session.cautions.clone(),
        });
    }
    unroll.blocks(&session.blocks, 0, Place { side: None, repeat: None });
    unroll.parts
}

/// The steps as they are written, in order.
fn collect_steps(blocks: &[Block], steps: &mut Vec<Arc<Step>>) {
    for block in blocks {
        match block {
            Block::Step(step) => steps.push(Arc::new((**step).clone())),
            Block::Group(group) => collect_steps(&group.blocks, steps),
        }
    }
}

/// How many steps are written inside a block.
fn steps_in(block: &Block) -> usize {
    match block {
        Block::Step(_) => 1,
        Block::Group(group) => group.blocks.iter().map(steps_in).sum(),
    }
}

#[derive(Clone, Copy)]
struct Place {
    side: Option<Side>,
    repeat: Option<(u32, u32)>,
}

struct Unroll<'a> {
    first_side: Side,
    fitted: &'a Fitted,
    steps: Vec<Arc<Step>>,
    parts: Vec<Part>,
}

impl Unroll<'_> {
    /// Unrolls blocks whose first step is the `first`th as written.
    fn blocks(&mut self, blocks: &[Block], first: usize, place: Place) {
        let mut index = first;
        for block in blocks {
            match block {
                Block::Step(step) => {
                    self.sides(step.side, place, |unroll, place| unroll.step(index, place));
                }
                Block::Group(group) => self.sides(group.side, place, |unroll, place| {
                    unroll.repeats(group, index, place);
                }),
            }
            index += steps_in(block);
        }
    }

    fn repeats(&mut self, group: &Group, first: usize, place: Place) {
        for round in 1..=group.repeat {
            let repeat = if group.repeat > 1 { Some((round, group.repeat)) } else { place.repeat };
            self.blocks(&group.blocks, first, Place { repeat, ..place });
        }
    }

    /// Plays something on the sides it asks for, with a switch between two.
    fn sides(&mut self, sides: Option<Sides>, place: Place, play: impl Fn(&mut Self, Place)) {
        match sides {
            None => play(self, place),
            Some(Sides::One(side)) => play(self, Place { side: Some(side), ..place }),
            Some(Sides::Both) => {
                let second_side = self.first_side.other();
                let begin = self.parts.len();
                play(self, Place { side: Some(self.first_side), ..place });
                let count = self.parts.len() - begin;
                self.parts.push(Part {
                    kind: SegmentKind::Switch,
                    step: None,
                    written: None,
                    millis: SWITCH_MILLIS,
                    fitted: SWITCH_MILLIS,
                    side: Some(second_side),
                    repeat: place.repeat,
                    twin: None,
                    cautions: Vec::new(),
                });
                play(self, Place { side: Some(second_side), ..place });
                self.pair(begin, count);
            }
        }
    }

    fn pair(&mut self, begin: usize, count: usize) {
        for first in begin..begin + count {
            let second = first + count + 1;
            if second < self.parts.len() {
                self.parts[first].twin = Some(second);
                self.parts[second].twin = Some(first);
            }
        }
    }

    fn step(&mut self, index: usize, place: Place) {
        let step = Arc::clone(&self.steps[index]);
        self.parts.push(Part {
            kind: SegmentKind::of(&step.kind),
            millis: self.fitted.steps[index],
            fitted: self.fitted.steps[index],
            side: place.side,
            repeat: place.repeat,
            twin: None,
            cautions: Vec::new(),
            step: Some(step),
            written: Some(index),
        });
    }
}
