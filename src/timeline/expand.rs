//! Unrolls groups, repeats and sides into the parts that are played one after another.

use std::sync::Arc;

use super::fit::Fitted;
use super::part::{Part, SegmentKind};
use super::{stop_signs, switch};
use crate::body::Side;
use crate::care;
use crate::session::{Block, Group, Session, Sides, Step, steps_in};

/// Unrolls a session with the given lengths.
pub(super) fn expand(session: &Session, first_side: Side, fitted: &Fitted) -> Vec<Part> {
    let steps = steps_in(&session.blocks).into_iter().map(|step| Arc::new(step.clone())).collect();
    let mut unroll = Unroll { first_side, fitted, steps, parts: Vec::new() };
    if fitted.lead_in > 0 {
        let lead_in = Part::between(SegmentKind::LeadIn(session.position), fitted.lead_in);
        unroll.parts.push(Part { cautions: session.cautions.clone(), ..lead_in });
    }
    unroll.blocks(&session.blocks, 0, UnrollPlace::default());
    stop_signs::with(unroll.parts, &care::stop_signs(session), fitted.stop_sign)
}

/// How many steps are written inside a block.
fn count_in(block: &Block) -> usize {
    match block {
        Block::Step(_) => 1,
        Block::Group(group) => steps_in(&group.blocks).len(),
    }
}

#[derive(Clone, Copy, Default)]
struct UnrollPlace {
    side: Option<Side>,
    is_second: bool,
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
    fn blocks(&mut self, blocks: &[Block], first: usize, place: UnrollPlace) {
        let mut index = first;
        for block in blocks {
            self.block(block, index, place);
            index += count_in(block);
        }
    }

    fn block(&mut self, block: &Block, index: usize, place: UnrollPlace) {
        let pause = || switch::between_sides(block);
        match block {
            Block::Step(step) => self.sides((step.side, &pause), place, |unroll, place| {
                unroll.step(index, place);
            }),
            Block::Group(group) => self.sides((group.side, &pause), place, |unroll, place| {
                unroll.repeats(group, index, place);
            }),
        }
    }

    fn repeats(&mut self, group: &Group, first: usize, place: UnrollPlace) {
        for round in 1..=group.repeat {
            let repeat = if group.repeat > 1 { Some((round, group.repeat)) } else { place.repeat };
            let mut index = first;
            for block in &group.blocks {
                if round <= group.plays_of(block) {
                    self.block(block, index, UnrollPlace { repeat, ..place });
                }
                index += count_in(block);
            }
        }
    }

    /// Plays something on the sides it asks for, with a switch between two.
    fn sides(
        &mut self,
        (sides, pause): (Option<Sides>, &dyn Fn() -> u64),
        place: UnrollPlace,
        play: impl Fn(&mut Self, UnrollPlace),
    ) {
        match sides {
            None => play(self, place),
            Some(Sides::One(side)) => play(self, UnrollPlace { side: Some(side), ..place }),
            Some(Sides::Both) => {
                let second_side = self.first_side.other();
                let begin = self.parts.len();
                play(self, UnrollPlace { side: Some(self.first_side), ..place });
                let count = self.parts.len() - begin;
                self.parts.push(Part {
                    side: Some(second_side),
                    repeat: place.repeat,
                    ..Part::between(SegmentKind::Switch, pause())
                });
                play(self, UnrollPlace { side: Some(second_side), is_second: true, ..place });
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

    fn step(&mut self, index: usize, place: UnrollPlace) {
        let step = Arc::clone(&self.steps[index]);
        let (fitted, openings) = (self.fitted.steps[index], self.fitted.openings[index]);
        let is_later = place.repeat.is_some_and(|(round, _)| round > 1);
        let by_day = openings.by_day[usize::from(place.is_second)];
        let later = openings.later.filter(|_| is_later);
        let (opening, opening_by_day) = later.unwrap_or((openings.at_night, by_day));
        // What later words leave over before the length, the step is shorter by.
        let millis = fitted - (openings.at_night - opening);
        self.parts.push(Part {
            kind: SegmentKind::of(&step.kind),
            millis,
            fitted: millis,
            opening,
            opening_by_day,
            side: place.side,
            is_second: place.is_second,
            repeat: place.repeat,
            twin: None,
            cautions: Vec::new(),
            step: Some(step),
            written: Some(index),
        });
    }
}
