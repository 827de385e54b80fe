//! Blocks: the steps in order, and groups of them.

use super::{Checker, part, size};
use crate::body::Side;
use crate::format::draft::{Field, Given, Kind, SideWord, StepDraft};
use crate::format::places::StepPlaces;
use crate::lengths::millis_to_text;
use crate::problem::{Joint, Span, list};
use crate::session::limits;
use crate::session::{Block, Group, Sides};
use crate::words::Message;

/// What surrounds a block.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// A group around it has a side.
    pub(super) has_side: bool,
    /// How many groups are around it.
    pub(super) depth: usize,
}

impl Checker<'_> {
    pub(super) fn blocks(
        &mut self,
        steps: &Given<Vec<Field<StepDraft>>>,
        around: Around,
    ) -> Vec<Block> {
        if around.depth == 0 {
            self.count_written(steps);
        }
        if steps.value.is_empty() {
            self.error("empty", &steps.span, Message::new("no-steps"), None);
        }
        let steps = steps.value.iter().filter_map(Field::given);
        steps.filter_map(|step| self.block(step, around)).collect()
    }

    fn count_written(&mut self, steps: &Given<Vec<Field<StepDraft>>>) {
        let count = written(&steps.value);
        if count > limits::STEPS {
            let message =
                Message::new("too-many-steps").with("count", count).with("most", limits::STEPS);
            self.error("too-many", &steps.span, message, None);
        }
    }

    /// A step or group, with the values of its move.
    pub(super) fn block(&mut self, own: &Given<StepDraft>, around: Around) -> Option<Block> {
        let Some(named) = own.value.named_move.given().filter(|_| !self.is_move) else {
            return self.of_kind(&own.value, &own.span, around);
        };
        let moves = self.known_names;
        let Some(base) = moves.find_move(&named.value) else {
            self.no_move(named);
            return self.with_gaps(|checker| checker.of_kind(&own.value, &own.span, around));
        };
        if let (Some(kind), Some(of_move)) = (own.value.kind.given(), base.kind())
            && kind.value != of_move
        {
            let (is, not) = (of_move.phrase(), kind.value.phrase());
            let message = Message::new("move-of-another-kind").with("name", base.name.as_str());
            let message = message.with("is", is).with("not", not);
            let help = Some(leave_out("kind"));
            self.error("conflict", &kind.span, message, help);
            return None;
        }
        let merged = own.value.over(&base.step, &named.span);
        self.of_kind(&merged, &own.span, around)
    }

    fn no_move(&mut self, named: &Given<String>) {
        let moves = self.known_names;
        if moves.move_names().all(|name| name != named.value) {
            return self.unknown("move", named, moves.move_names());
        }
        let message = Message::new("move-needs-mending").with("name", named.value.as_str());
        let help = Some(Message::new("move-needs-mending-help"));
        self.error("broken-move", &named.span, message, help);
    }

    fn of_kind(&mut self, draft: &StepDraft, span: &Span, around: Around) -> Option<Block> {
        match draft.kind {
            Field::Given(Given { value: Kind::Group, .. }) => {
                self.group(draft, span, around).map(Block::Group)
            }
            Field::Given(Given { value: kind, .. }) => {
                let step = self.step(kind, draft, span, around);
                step.map(|step| Block::Step(Box::new(step)))
            }
            Field::Missing => {
                self.no_kind(draft, span);
                self.with_gaps(|checker| checker.step(Kind::Rest, draft, span, around));
                None
            }
            Field::Damaged => {
                self.with_gaps(|checker| checker.step(Kind::Rest, draft, span, around));
                None
            }
        }
    }

    fn no_kind(&mut self, draft: &StepDraft, span: &Span) {
        if self.allows_gaps {
            return;
        }
        let is_group = !draft.steps.is_missing()
            || !draft.repeat.is_missing()
            || !draft.repeat_for.is_missing();
        let help = if is_group {
            Message::new("no-kind-group")
        } else {
            let ids: Vec<&str> = Kind::ALL.iter().map(|kind| kind.id()).collect();
            Message::new("problem-one-of").with("words", list(&ids, Joint::Or))
        };
        let message = Message::new("no-kind");
        self.error("missing-key", span, message, Some(help));
    }

    /// Runs a check in which absent keys are no problem.
    fn with_gaps<R>(&mut self, check: impl FnOnce(&mut Self) -> R) -> R {
        let before = std::mem::replace(&mut self.allows_gaps, true);
        let result = check(self);
        self.allows_gaps = before;
        result
    }

    fn group(&mut self, draft: &StepDraft, span: &Span, around: Around) -> Option<Group> {
        if let Some(places) = &mut self.places {
            places.groups.push(StepPlaces::of(draft, span));
        }
        let missing: Vec<&str> = draft.missing(Kind::Group).collect();
        self.missing(part("group"), &missing, span.clone());
        let title = self.group_title(&draft.title);
        let repeat = self.whole("repeat", &draft.repeat, 1, limits::REPEATS);
        let side = self.group_side(&draft.side, around);
        let inner = Around {
            has_side: around.has_side || !draft.side.is_missing(),
            depth: around.depth + 1,
        };
        if inner.depth > limits::GROUP_DEPTH {
            let message = Message::new("groups-too-deep").with("most", limits::GROUP_DEPTH);
            self.error("too-deep", span, message, None);
            return None;
        }
        let blocks = self.blocks(draft.steps.given()?, inner);
        let by_time = self.repeat_for(draft, side, &blocks);
        let repeat = repeat.or(by_time).unwrap_or(1);
        let switch = self.switch(draft, around);
        self.between_rounds(draft, span, repeat, &blocks);
        Some(Group { title, repeat, side, switch, blocks })
    }

    /// The pause between two sides, where the file says how long it is.
    pub(super) fn switch(&mut self, draft: &StepDraft, around: Around) -> Option<u64> {
        let given = draft.switch.given()?;
        let is_both = draft.side.value().is_some_and(|side| *side == SideWord::Both);
        let is_open = self.allows_gaps || self.is_move;
        if !is_open && (!is_both || around.has_side) {
            let message = Message::new("switch-without-sides");
            let help = Some(Message::new("switch-without-sides-help"));
            self.error("conflict", &given.span, message, help);
        }
        self.time_within("switch", &draft.switch, limits::SWITCH_MILLIS)
    }

    /// What is played between rounds needs two of them, and something to stand between.
    fn between_rounds(&mut self, draft: &StepDraft, span: &Span, repeat: u32, blocks: &[Block]) {
        let is_between = |block: &Block| matches!(block, Block::Step(step) if step.between_rounds);
        let stands_alone = repeat < 2 || blocks.iter().all(is_between);
        if !stands_alone || !blocks.iter().any(is_between) {
            return;
        }
        let steps = draft.steps.value().into_iter().flatten().filter_map(Field::given);
        let mut given = steps.filter_map(|step| step.value.between_rounds.given());
        let span = given.next().map_or(span, |given| &given.span).clone();
        self.not_between(&span);
    }

    pub(super) fn not_between(&mut self, span: &Span) {
        let message = Message::new("between-no-rounds");
        self.error("conflict", span, message, Some(Message::new("between-no-rounds-help")));
    }

    /// How often blocks are played to come nearest to the time that they shall take, on both sides
    /// together where there are two.
    fn repeat_for(
        &mut self,
        draft: &StepDraft,
        side: Option<Sides>,
        blocks: &[Block],
    ) -> Option<u32> {
        let given = draft.repeat_for.given()?;
        if let Some(repeat) = draft.repeat.given() {
            let message = Message::new("repeat-twice");
            self.error("conflict", &repeat.span, message, Some(leave_out("repeat")));
        }
        let wished = self.time("repeat-for", &given.value.0, &given.span)?;
        let once = size::millis_once(blocks, side).max(1);
        // The last round has no rest behind it.
        let wished = wished.saturating_add(size::millis_between(blocks, side));
        let times = ((wished + once / 2) / once).max(1);
        if times > limits::REPEATS as u64 {
            let message = lies_between(
                "repeat-for",
                millis_to_text(once),
                millis_to_text(once * limits::REPEATS as u64),
            );
            self.error("out-of-range", &given.span, message, None);
        }
        u32::try_from(times).ok()
    }

    /// A group's title stands above all its sides and repeats, so there is nothing to fill in.
    fn group_title(&mut self, field: &Field<String>) -> Option<String> {
        let title = self.words("title", field, limits::TITLE)?;
        if let Some(given) = field.given().filter(|_| title.contains(['{', '}'])) {
            self.error("bad-placeholder", &given.span, Message::new("group-title-filled"), None);
        }
        Some(title)
    }

    fn group_side(&mut self, field: &Field<SideWord>, around: Around) -> Option<Sides> {
        let given = field.given()?;
        if around.has_side {
            let message = Message::new("group-in-group-with-side");
            self.error("bad-side", &given.span, message, Some(leave_out("side")));
        }
        Some(sides(given.value))
    }

    /// A whole number within limits.
    pub(super) fn whole(
        &mut self,
        key: &str,
        field: &Field<i64>,
        least: i64,
        most: i64,
    ) -> Option<u32> {
        let given = field.given()?;
        if (least..=most).contains(&given.value) {
            return u32::try_from(given.value).ok();
        }
        let message = lies_between(key, least.to_string(), most.to_string());
        self.error("out-of-range", &given.span, message, None);
        None
    }
}

/// That a key lies between two values.
pub(super) fn lies_between(key: &str, least: String, most: String) -> Message {
    Message::new("lies-between").with("key", key).with("least", least).with("most", most)
}

/// That a key had better not stand where it does.
pub(super) fn leave_out(key: &str) -> Message {
    Message::new("leave-out-here").with("key", key)
}

pub(super) fn sides(word: SideWord) -> Sides {
    match word {
        SideWord::Both => Sides::Both,
        SideWord::Left => Sides::One(Side::Left),
        SideWord::Right => Sides::One(Side::Right),
    }
}

fn written(steps: &[Field<StepDraft>]) -> usize {
    let steps = steps.iter().filter_map(Field::value);
    steps.map(|step| 1 + step.steps.value().map_or(0, |inner| written(inner))).sum()
}
