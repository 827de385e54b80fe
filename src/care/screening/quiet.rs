//! The quiet that stands for what a session leaves out: one breath rather than several, and not in
//! the same words each time.

use super::walk::{LONGEST_BREATH_MILLIS, longer};
use crate::care::gentler::breath;
use crate::session::{Block, Position, Session, Step, StepKind, steps_in};
use crate::words::{Message, Texts};

/// What is told of a moment in which only a tool was to be fetched or put away.
pub(super) const MOMENT_TEXT: &str = "care-tool-aside-text";
/// The titles of quiet breaths.
const BREATHS: [&str; 2] = ["care-breath-title", "care-breath-on-title"];
/// What is told more than once in a session, each with what is told the second time and the third.
const AGAIN: [[&str; 3]; 4] = [
    [MOMENT_TEXT, "care-tool-aside-text.second", "care-tool-aside-text.third"],
    ["care-breath-anywhere", "care-breath-anywhere.second", "care-breath-anywhere.third"],
    ["care-breath-on-text", "care-breath-on-text.second", "care-breath-on-text.third"],
    ["care-more-text", "care-more-text.second", "care-more-text.third"],
];

/// Where nothing is left to do of a session, nobody stands, leans or kneels for it: what else there is to
/// hold still for becomes a quiet breath too, in whatever position is comfortable.
pub(super) fn sit_down(asked: &Session, screened: &mut Session, texts: &Texts) {
    let does = |session: &Session| steps_in(&session.blocks).into_iter().any(is_done);
    let is_comfortable = matches!(
        asked.position,
        Position::Seated | Position::Any | Position::LyingOnBack | Position::LyingOnSide
    );
    if is_comfortable || does(screened) || !does(asked) {
        return;
    }
    screened.position = Position::Any;
    screened.tools.clear();
    breathe_instead(&mut screened.blocks, texts);
}

/// Whether a step has something to do, beside to breathe, to rest and to feel.
fn is_done(step: &Step) -> bool {
    !matches!(step.kind, StepKind::Breathe | StepKind::Rest | StepKind::Scan { .. })
}

fn breathe_instead(blocks: &mut Vec<Block>, texts: &Texts) {
    for block in blocks {
        match block {
            Block::Group(group) => breathe_instead(&mut group.blocks, texts),
            Block::Step(step) if step.pattern.is_none() => **step = breath(step, texts),
            Block::Step(_) => {}
        }
    }
}

/// Joins moments of rest with the quiet breaths beside them, and tells what is still told twice in
/// other words.
pub(super) fn settle(blocks: &mut Vec<Block>, texts: &Texts) {
    let said = |id: &'static str| texts.text(&Message::new(id));
    let words = QuietWords { moment: said(MOMENT_TEXT), breaths: BREATHS.map(said) };
    words.join(blocks);
    let on = ["care-breath-on-title", "care-breath-on-text"].map(said);
    words.tell_on(blocks, &on, &mut None);
    for again in AGAIN {
        let mut told = 0;
        retell(blocks, &again.map(said), &mut told);
    }
}

/// The words by which the quiet of a session is known.
struct QuietWords {
    moment: String,
    breaths: [String; 2],
}

impl QuietWords {
    fn join(&self, blocks: &mut Vec<Block>) {
        let mut joined: Vec<Block> = Vec::new();
        for mut block in std::mem::take(blocks) {
            if let Block::Group(group) = &mut block {
                self.join(&mut group.blocks);
            }
            match (joined.last_mut(), &block) {
                (Some(Block::Step(last)), Block::Step(step)) if self.are_one(last, step) => {
                    let sum = last.written_millis() + step.written_millis();
                    let first =
                        if self.is_moment(last) { retold(last, step) } else { *last.clone() };
                    **last = longer(&first, step, sum);
                }
                _ => joined.push(block),
            }
        }
        *blocks = joined;
    }

    /// Tells a quiet breath after another in the same words as what goes on.
    fn tell_on(&self, blocks: &mut [Block], on: &[String; 2], before: &mut Option<String>) {
        for block in blocks {
            match block {
                Block::Group(group) => self.tell_on(&mut group.blocks, on, before),
                Block::Step(step) => {
                    let told = step.text.clone();
                    if told == *before && self.breaths.contains(&step.title) {
                        step.title.clone_from(&on[0]);
                        (step.say, step.text) = (Some(on[1].clone()), Some(on[1].clone()));
                    }
                    *before = told;
                }
            }
        }
    }

    /// Whether one of two steps is a moment of rest, and the other quiet as well.
    fn are_one(&self, last: &Step, step: &Step) -> bool {
        let is_quiet = |step: &Step| self.is_moment(step) || self.breaths.contains(&step.title);
        let is_plain = |step: &Step| step.lines.is_empty() && step.side.is_none();
        let sum = last.written_millis() + step.written_millis();
        (self.is_moment(last) || self.is_moment(step))
            && is_quiet(last)
            && is_quiet(step)
            && is_plain(last)
            && is_plain(step)
            && !last.wait
            && last.between_rounds == step.between_rounds
            && sum <= LONGEST_BREATH_MILLIS
    }

    fn is_moment(&self, step: &Step) -> bool {
        step.text.as_ref() == Some(&self.moment)
    }
}

/// A step in the words of another.
fn retold(step: &Step, other: &Step) -> Step {
    let (title, text, say) = (other.title.clone(), other.text.clone(), other.say.clone());
    Step { title, text, say, ..step.clone() }
}

/// Tells what is told in the first of these words in the next of them each time.
fn retell(blocks: &mut [Block], words: &[String; 3], told: &mut usize) {
    for block in blocks {
        match block {
            Block::Group(group) => retell(&mut group.blocks, words, told),
            Block::Step(step) if step.text.as_ref() == Some(&words[0]) => {
                let text = words.get(*told % words.len()).cloned();
                *told += 1;
                (step.say, step.text) = (text.clone(), text);
            }
            Block::Step(_) => {}
        }
    }
}
