//! How much a session grows to with its repeats and sides, worked out before anything is built.

use super::Checker;
use crate::lengths::millis_to_text;
use crate::problem::Span;
use crate::session::limits;
use crate::session::{Block, Session, Sides};
use crate::words::Message;

/// What a piece of a session comes to. Numbers stay at their largest rather than wrap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Size {
    parts: u64,
    millis: u64,
}

impl Size {
    fn plus(self, other: Self) -> Self {
        Self {
            parts: self.parts.saturating_add(other.parts),
            millis: self.millis.saturating_add(other.millis),
        }
    }

    fn times(self, count: u64) -> Self {
        Self { parts: self.parts.saturating_mul(count), millis: self.millis.saturating_mul(count) }
    }
}

impl Checker<'_> {
    pub(super) fn size(&mut self, session: &Session, steps: Span) {
        let size = of_blocks(&session.blocks);
        let millis = size.millis.saturating_add(session.lead_in);
        if size.parts > limits::PARTS {
            let message = Message::new("too-many-parts").with("count", size.parts);
            let message = message.with("most", limits::PARTS);
            self.error("too-many", &steps, message, None);
        }
        if millis > limits::SESSION_MILLIS {
            let message = Message::new("session-too-long").with("length", millis_to_text(millis));
            let message = message.with("most", millis_to_text(limits::SESSION_MILLIS));
            self.error("too-long", &steps, message, None);
        }
    }
}

/// How long blocks take once, on both sides where there are two, in milliseconds as they are written.
pub(super) fn millis_once(blocks: &[Block], side: Option<Sides>) -> u64 {
    of_blocks(blocks).times(runs(side)).millis
}

/// How long what is played between rounds alone takes once, on both sides where there are two.
pub(super) fn millis_between(blocks: &[Block], side: Option<Sides>) -> u64 {
    let is_between = |block: &&Block| matches!(block, Block::Step(step) if step.between_rounds);
    let sizes = blocks.iter().filter(is_between).map(of_block);
    sizes.fold(Size::default(), Size::plus).times(runs(side)).millis
}

fn of_blocks(blocks: &[Block]) -> Size {
    let sizes = blocks.iter().map(of_block);
    sizes.fold(Size::default(), Size::plus)
}

fn of_block(block: &Block) -> Size {
    match block {
        Block::Step(step) => {
            let one = Size { parts: 1, millis: step.written_millis() };
            one.times(runs(step.side))
        }
        Block::Group(group) => {
            let inside = group.blocks.iter();
            let inside = inside.map(|it| of_block(it).times(u64::from(group.plays_of(it))));
            inside.fold(Size::default(), Size::plus).times(runs(group.side))
        }
    }
}

fn runs(sides: Option<Sides>) -> u64 {
    if sides == Some(Sides::Both) { 2 } else { 1 }
}
