//! How long the pause between two sides is, by what has to be changed.

use crate::body::Region;
use crate::session::{Block, Sides, Step, Tool, steps_in};

/// Another hand, an arm, or the head: nothing has to be moved that takes time, in milliseconds.
const HAND_MILLIS: u64 = 6_000;
/// A leg is put down, and the other one up, in milliseconds.
const LEG_MILLIS: u64 = 8_000;
/// A foot is reached for anew, perhaps out of a sock, in milliseconds.
const FOOT_MILLIS: u64 = 10_000;
/// A ball or a roller is laid on the other side, and leaned on anew, in milliseconds.
const TOOL_MILLIS: u64 = 12_000;

/// The pause between the sides of a block, in milliseconds: what its author says, or by what is worked.
pub(super) fn between_sides(block: &Block) -> u64 {
    let of = |steps: Vec<&Step>| steps.into_iter().map(of_step).max().unwrap_or(HAND_MILLIS);
    match block {
        Block::Step(step) => step.switch.unwrap_or_else(|| of_step(step)),
        Block::Group(group) => group.switch.unwrap_or_else(|| of(steps_in(&group.blocks))),
    }
}

/// All pauses between sides in blocks, as often as they are played, in milliseconds.
pub(super) fn in_all(blocks: &[Block]) -> u64 {
    let own = |sides: Option<Sides>, block: &Block| {
        if sides == Some(Sides::Both) { between_sides(block) } else { 0 }
    };
    let all = blocks.iter().map(|block| match block {
        Block::Step(step) => own(step.side, block),
        Block::Group(group) => {
            let sides = 1 + u64::from(group.side == Some(Sides::Both));
            let inside = group.blocks.iter().map(|inner| {
                in_all(std::slice::from_ref(inner)) * u64::from(group.plays_of(inner))
            });
            inside.sum::<u64>() * sides + own(group.side, block)
        }
    });
    all.sum()
}

fn of_step(step: &Step) -> u64 {
    use Region as R;
    let tool = step.massage().map(|massage| massage.tool);
    match (tool, step.region()) {
        // On a table, or in the other hand.
        (_, Some(R::Hand | R::ThumbPad | R::Forearm)) => HAND_MILLIS,
        (Some(Tool::Ball | Tool::Roller), _) => TOOL_MILLIS,
        (_, Some(R::Foot)) => FOOT_MILLIS,
        (
            _,
            Some(R::Glutes | R::Quadriceps | R::OuterThigh | R::Hamstrings | R::Calf | R::Shin),
        ) => LEG_MILLIS,
        _ => HAND_MILLIS,
    }
}
