//! Goes through the blocks of a session, and lets every step give way that has to.

use super::StepChange;
use crate::body::Side;
use crate::care::condition::RuleLevel;
use crate::care::gentler::{ChangeKind, forms, paced_breath, texts};
use crate::care::person::{CaredFor, ChangeReason};
use crate::care::translation::in_language;
use crate::session::{Block, Flex, Group, Session, Sides, Step, StepKind, limits};
use crate::words::{Message, Texts};

/// The longest quiet breath that several steps become together, in milliseconds.
pub(super) const LONGEST_BREATH_MILLIS: u64 = 3 * 60_000;

/// In which order sides were played so far, in a session that goes on.
#[derive(Clone, Copy)]
pub(super) struct SidesBefore<'a> {
    /// For whom it was screened until now.
    pub(super) person: &'a CaredFor,
    /// The side that was first where both were alike.
    pub(super) first: Side,
}

/// The blocks as a person may play them, and what gave way.
pub(super) fn blocks(
    session: &Session,
    person: &CaredFor,
    before: Option<SidesBefore<'_>>,
) -> (Vec<Block>, Vec<StepChange>) {
    let texts = texts(&session.language);
    let mut walk = Walk { session, person, before, texts, next: 0, changes: Vec::new() };
    let blocks = walk.blocks(&session.blocks, None);
    let blocks = blocks.into_iter().map(|(block, _)| block).collect();
    walk.changes.sort_by_key(|change| change.step);
    (blocks, walk.changes)
}

/// A block, and what became of it where it is a step.
type Walked = (Block, Option<ChangeKind>);

struct Walk<'a> {
    session: &'a Session,
    person: &'a CaredFor,
    before: Option<SidesBefore<'a>>,
    texts: &'static Texts,
    /// The index of the next step, as steps are written.
    next: usize,
    changes: Vec<StepChange>,
}

impl Walk<'_> {
    /// Blocks on a side, or on no side in particular.
    fn blocks(&mut self, blocks: &[Block], sides: Option<Sides>) -> Vec<Walked> {
        let mut walked = Vec::new();
        for block in blocks {
            walked.extend(match block {
                Block::Step(step) => self.step(step, sides),
                Block::Group(group) => self.group(group, sides),
            });
        }
        told_apart(join_breaths(walked, self.texts), self.texts)
    }

    /// A group that is the same on both sides stays one; otherwise each side has its own.
    fn group(&mut self, group: &Group, outer: Option<Sides>) -> Vec<Walked> {
        let first = self.next;
        if group.side == Some(Sides::Both)
            && let Some(order) = self.different_sides(group)
        {
            let one_side = |side| {
                self.next = first;
                let side = Some(Sides::One(side));
                self.inside(group, side, side)
            };
            return order.map(one_side).into_iter().flatten().collect();
        }
        self.inside(group, group.side, group.side.or(outer))
    }

    /// The sides of a group if they are not alike: the one with less to leave out first, or as they
    /// were played so far.
    fn different_sides(&self, group: &Group) -> Option<[Side; 2]> {
        self.in_order(|person| {
            let sides = [Side::Left, Side::Right];
            let [left, right] = sides.map(|side| self.told(person, &group.blocks, side));
            (left != right).then(|| first_and_other(left.len() <= right.len()))
        })
    }

    /// The order of two sides as it is for a person, or as it was so far; `None` where they are one.
    fn in_order(&self, order: impl Fn(&CaredFor) -> Option<[Side; 2]>) -> Option<[Side; 2]> {
        let now = order(self.person);
        let Some(before) = self.before else { return now };
        match order(before.person) {
            None => now.map(|_| [before.first, before.first.other()]),
            so_far => so_far,
        }
    }

    /// What is in a group. One in which nothing is left but quiet breaths is no group any more: they
    /// stand by themselves, on no side, as often as they were to be played.
    fn inside(
        &mut self,
        group: &Group,
        written: Option<Sides>,
        sides: Option<Sides>,
    ) -> Vec<Walked> {
        let walked = self.blocks(&group.blocks, sides);
        if walked.iter().all(is_breath_on_no_side) {
            let each = if written == Some(Sides::Both) { 2 } else { 1 };
            let rounds = (0..each).flat_map(|_| 1..=group.repeat);
            let played = rounds.flat_map(|round| {
                walked.iter().filter(move |(block, _)| round <= group.plays_of(block))
            });
            return played.map(|(block, kind)| (alone(block), *kind)).collect();
        }
        let blocks = walked.into_iter().map(|(block, _)| block).collect();
        vec![(Block::Group(Group { side: written, blocks, ..group.clone() }), None)]
    }

    /// What gives way in blocks on a side for a person, without a trace of having looked.
    fn told(&self, person: &CaredFor, blocks: &[Block], side: Side) -> Vec<(usize, ChangeKind)> {
        let mut look = Walk {
            session: self.session,
            person,
            before: None,
            texts: self.texts,
            next: self.next,
            changes: Vec::new(),
        };
        look.blocks(blocks, Some(Sides::One(side)));
        look.changes.into_iter().map(|change| (change.step, change.kind)).collect()
    }

    fn step(&mut self, step: &Step, outer: Option<Sides>) -> Vec<Walked> {
        let at = self.next;
        self.next += 1;
        let sides = step.side.or(outer);
        match sides {
            Some(Sides::One(side)) => return vec![self.changed(at, step, Some(side), Some(side))],
            None => return vec![self.changed(at, step, None, None)],
            Some(Sides::Both) => {}
        }
        let order = self.in_order(|person| {
            let left = self.gentlest(person, step, Some(Side::Left)).1;
            let right = self.gentlest(person, step, Some(Side::Right)).1;
            (left != right).then(|| first_and_other(left.is_none()))
        });
        let Some(order) = order.filter(|_| step.side.is_some()) else {
            // On both sides alike, or in a group that is played on both.
            let is_left = self.gentlest(self.person, step, Some(Side::Left)).1.is_some();
            let side = if is_left { Side::Left } else { Side::Right };
            let changed = self.changed(at, step, Some(side), None);
            return if step.side.is_some() { breaths_on_no_side(changed) } else { vec![changed] };
        };
        let one = |side| Step { side: Some(Sides::One(side)), ..step.clone() };
        order.map(|side| self.changed(at, &one(side), Some(side), Some(side))).into()
    }

    /// The step as it may be, judged on a side, and the change noted as one of a side.
    fn changed(
        &mut self,
        at: usize,
        step: &Step,
        side: Option<Side>,
        noted: Option<Side>,
    ) -> Walked {
        let (gentle, kind) = self.gentlest(self.person, step, side);
        let gentle = Block::Step(Box::new(self.with_cautions(gentle, noted)));
        let Some(kind) = kind else {
            return (gentle, None);
        };
        let because = self.what_stands_against(step, side, kind);
        let title = step.title.clone();
        let side_noted = noted.filter(|_| step.region().is_some());
        self.changes.push(StepChange { step: at, title, side: side_noted, kind, because });
        (gentle, Some(kind))
    }

    /// Why a step gave way. Where it did so altogether, that is what stands against each gentler form
    /// of it, if anything does.
    fn what_stands_against(
        &self,
        step: &Step,
        side: Option<Side>,
        kind: ChangeKind,
    ) -> Vec<ChangeReason> {
        let position = self.session.position;
        let reasons = self.person.obstacles(step, position, side);
        if kind != ChangeKind::BreathInstead {
            return reasons;
        }
        let forms = forms(&self.as_hard_as_liked(step), &reasons, self.texts);
        let forms = forms.iter().filter(|(kind, _)| *kind != ChangeKind::BreathInstead);
        let against: Vec<Vec<ChangeReason>> =
            forms.map(|(_, form)| self.person.obstacles(form, position, side)).collect();
        let always = |reason: &&ChangeReason| against.iter().all(|it| it.contains(reason));
        let always: Vec<_> = reasons.iter().filter(always).copied().collect();
        if always.is_empty() { reasons } else { always }
    }

    /// The nearest form of a step that nothing stands against for a person.
    fn gentlest(
        &self,
        person: &CaredFor,
        step: &Step,
        side: Option<Side>,
    ) -> (Step, Option<ChangeKind>) {
        let step = self.as_hard_as_liked(step);
        let position = self.session.position;
        let reasons = person.obstacles(&step, position, side);
        if reasons.is_empty() {
            return (step, None);
        }
        let mut forms = forms(&step, &reasons, self.texts);
        let fits = |form: &Step| person.obstacles(form, position, side).is_empty();
        let found = forms.iter().position(|(_, form)| fits(form)).unwrap_or(forms.len() - 1);
        let (kind, form) = forms.swap_remove(found);
        (form, Some(kind))
    }

    fn as_hard_as_liked(&self, step: &Step) -> Step {
        let mut step = step.clone();
        if let (StepKind::Massage(massage), Some(most)) =
            (&mut step.kind, self.person.profile.pressure)
        {
            massage.pressure = massage.pressure.min(most.max(1));
        }
        step
    }

    /// What the person has to look out for in this step, beside when to stop.
    fn with_cautions(&self, step: Step, side: Option<Side>) -> Step {
        let position = self.session.position;
        let rules = self.person.rules_on(&step, position, side, RuleLevel::Caution);
        let mut words: Vec<&str> = step.stop_if.iter().map(String::as_str).collect();
        let says = rules.iter().map(|(_, rule)| in_language(&rule.says, self.texts.language()));
        words.extend(says);
        let mut stop_if = String::new();
        for sentence in words {
            if stop_if.chars().count() + sentence.chars().count() < limits::LINE
                && !stop_if.contains(sentence)
            {
                let gap = if stop_if.is_empty() { "" } else { " " };
                stop_if = format!("{stop_if}{gap}{sentence}");
            }
        }
        Step { stop_if: (!stop_if.is_empty()).then_some(stop_if), ..step }
    }
}

/// The left side and then the right, or the other way round.
fn first_and_other(is_left_first: bool) -> [Side; 2] {
    let first = if is_left_first { Side::Left } else { Side::Right };
    [first, first.other()]
}

/// The same block, in no group any more.
fn alone(block: &Block) -> Block {
    match block {
        Block::Step(step) => {
            Block::Step(Box::new(Step { between_rounds: false, ..(**step).clone() }))
        }
        Block::Group(group) => Block::Group(group.clone()),
    }
}

/// Whether a block is a quiet breath that belongs to no side of its own.
fn is_breath_on_no_side((block, kind): &Walked) -> bool {
    let has_no_side = matches!(block, Block::Step(step) if step.side.is_none());
    has_no_side && *kind == Some(ChangeKind::BreathInstead)
}

/// A quiet breath that was to be played on both sides is two on none: it has nothing to change over.
fn breaths_on_no_side(walked: Walked) -> Vec<Walked> {
    match walked {
        (Block::Step(step), kind @ Some(ChangeKind::BreathInstead)) => {
            let breath = (Block::Step(Box::new(Step { side: None, ..*step })), kind);
            vec![breath.clone(), breath]
        }
        other => vec![other],
    }
}

/// Quiet breaths one after another become one, up to a length that is pleasant.
fn join_breaths(walked: Vec<Walked>, texts: &Texts) -> Vec<Walked> {
    let breath = Some(ChangeKind::BreathInstead);
    let mut joined: Vec<Walked> = Vec::new();
    for (block, kind) in walked {
        if let (Some((Block::Step(last), before)), Block::Step(step)) = (joined.last_mut(), &block)
            && *before == breath
            && kind == breath
        {
            let sum = last.written_millis() + step.written_millis();
            let is_alike = (last.side, last.between_rounds) == (step.side, step.between_rounds);
            if sum <= LONGEST_BREATH_MILLIS && is_alike && !last.wait {
                **last = longer(last, step, sum);
                if last.text != step.text {
                    // It stands for several places.
                    let text = texts.text(&Message::new("care-breath-anywhere"));
                    (last.say, last.text) = (Some(text.clone()), Some(text));
                }
                continue;
            }
        }
        joined.push((block, kind));
    }
    joined
}

/// The first of two quiet breaths, with the time of both.
pub(super) fn longer(first: &Step, second: &Step, millis: u64) -> Step {
    let span = |step: &Step| {
        let written = step.written_millis();
        step.flex.map_or((written, written), |flex| (flex.min, flex.max))
    };
    let ((min, max), (least, most)) = (span(first), span(second));
    let flex = Some(Flex { min: min + least, max: max + most });
    let beds = if first.beds.is_empty() { second.beds.clone() } else { first.beds.clone() };
    paced_breath(&Step { flex, beds, wait: second.wait, ..first.clone() }, millis)
}

/// Steps one after another that became the same are not told in the same words twice.
fn told_apart(mut walked: Vec<Walked>, texts: &Texts) -> Vec<Walked> {
    let words = |block: &Block| match block {
        Block::Step(step) => Some((step.title.clone(), step.text.clone())),
        Block::Group(_) => None,
    };
    let before: Vec<_> = walked.iter().map(|(block, _)| words(block)).collect();
    for at in 1..walked.len() {
        let (block, kind) = &mut walked[at];
        let (Block::Step(step), Some(kind)) = (block, *kind) else { continue };
        if before[at].is_none() || before[at] != before[at - 1] {
            continue;
        }
        let (title, text) = match kind {
            ChangeKind::BreathInstead => ("care-breath-on-title", "care-breath-on-text"),
            ChangeKind::Lighter | ChangeKind::OtherTool => ("care-more-title", "care-more-text"),
            ChangeKind::WithinLimits | ChangeKind::WithoutHolds => continue,
        };
        step.title = texts.text(&Message::new(title));
        let text = texts.text(&Message::new(text));
        (step.say, step.text) = (Some(text.clone()), Some(text));
    }
    walked
}
