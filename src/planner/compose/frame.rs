//! What stands around the places of a plan: settling, breath, attention, and its end.

use crate::planner::choose::{ChosenPlace, last_position};
use crate::planner::part::{PlannedPart, Section, why};
use crate::planner::reasons;
use crate::planner::repertoire::Repertoire;
use crate::planner::request::PlanRequest;
use crate::planner::{PlanStep, Role};
use crate::session::{Goal, Length, Pattern, Position, Setting, Step, StepKind, Tool};
use crate::words::Message;

use super::words::PlanWords;

/// Where paces of breath come from.
const BREATH_SOURCE: &str = "Shaffer & Meehan 2020, Front Neurosci 14:570400, on slow breathing";

/// A plan in the making.
pub(super) struct Made<'a> {
    pub(super) request: &'a PlanRequest,
    pub(super) repertoire: &'a Repertoire,
    pub(super) words: &'a PlanWords,
    pub(super) sections: Vec<Section>,
}

impl Made<'_> {
    /// A moment to arrive, with what is needed within reach.
    pub(super) fn settle(&mut self, position: Position, chosen: &[&ChosenPlace]) {
        let setting = self.request.setting.id();
        let about =
            |message: Message| message.with("setting", setting).with("position", position.id());
        let mut text = self.words.text(&about(Message::new("plan-settle")));
        let moves = chosen.iter().flat_map(|place| &place.work);
        let mut tools: Vec<Tool> = moves.flat_map(|it| &it.tools).copied().collect();
        tools.retain(|tool| self.request.tools.contains(tool));
        tools.sort();
        tools.dedup();
        for tool in tools {
            let with = Message::new(format!("with-{}", tool.id())).with("side", "none");
            text += " ";
            text += &self.words.text(&Message::new("plan-within-reach").with("tool", with));
        }
        let title = self.words.text(&about(Message::new("plan-settle-title")));
        let reason = why(Role::Settle, None, Message::new("plan-why-settle"));
        // Its chime leads by two seconds.
        let least = self.repertoire.room_for(&text) + 2_000;
        self.rest(title, text, (least, least + 6_000, least + 20_000), reason);
    }

    /// Slow breaths before anything else.
    pub(super) fn breathe_first(&mut self) {
        let reason = why(Role::Settle, None, reasons::breathe(self.request));
        let long = self.request.millis / 10;
        let texts = self.texts(&Message::new("plan-breathe-title"), &Message::new("plan-breathe"));
        self.breathe(texts, (30_000, long.clamp(40_000, 240_000), 300_000), reason);
    }

    /// Slow breaths after the last touch.
    pub(super) fn breathe_last(&mut self) {
        let reason = why(Role::Integrate, None, Message::new("plan-why-breathe-last"));
        let long = self.request.millis / 14;
        let title = Message::new("plan-breathe-last-title");
        let texts = self.texts(&title, &Message::new("plan-breathe-last"));
        self.breathe(texts, (30_000, long.clamp(40_000, 180_000), 300_000), reason);
    }

    /// Attention that wanders through the body.
    pub(super) fn scan(&mut self) {
        let (title, text) =
            self.texts(&Message::new("plan-scan-title"), &Message::new("plan-scan"));
        let reason = why(Role::Integrate, None, Message::new("plan-why-scan"));
        let step = Self::step(StepKind::Scan { region: None }, title, text);
        let least = self.least(&step);
        let most = if self.request.setting == Setting::Desk { 90_000 } else { 240_000 };
        self.add(PlannedPart::new(step, (least, 45_000, most), reason));
    }

    /// Down to where one falls asleep, in bed.
    pub(super) fn lie_down(&mut self, from: Option<Position>) {
        let Some(to) = last_position(self.request) else { return };
        if from != Some(to) {
            self.change_position(to, reasons::position(to, None));
        }
    }

    /// A change of position.
    pub(super) fn change_position(&mut self, to: Position, reason: Message) {
        let is_bed = self.request.setting == Setting::Bed;
        let to_id = if is_bed { "under-the-covers" } else { to.id() };
        let about = |message: Message| message.with("position", to_id);
        let title = self.words.text(&about(Message::new("plan-change-title")));
        let text = self.words.text(&about(Message::new("plan-change")));
        let least = self.repertoire.room_for(&text).max(10_000);
        self.rest(
            title,
            text,
            (least, least + 5_000, least + 15_000),
            why(Role::Move, None, reason),
        );
        if let Some(part) = self.sections.last_mut().and_then(|it| it.parts.last_mut()) {
            part.position = to;
        }
    }

    /// The end.
    pub(super) fn close(&mut self) {
        let about = |message: Message| message.with("setting", self.request.setting.id());
        let title = self.words.text(&about(Message::new("plan-close-title")));
        let text = self.words.text(&about(Message::new("plan-close")));
        let reason = why(Role::Close, None, about(Message::new("plan-why-close")));
        let (wanted, most) = match self.request.setting {
            Setting::Desk => (18_000, 60_000),
            Setting::Home => (40_000, 180_000),
            Setting::Bed => (60_000, 600_000),
        };
        let silence = if self.request.setting == Setting::Bed { 12_000 } else { 0 };
        let least = (self.repertoire.room_for(&text) + silence).max(12_000);
        self.rest(title, text, (least, wanted, most), reason);
    }

    fn breathe(
        &mut self,
        (title, text): (String, String),
        lengths: (u64, u64, u64),
        reason: PlanStep,
    ) {
        let names: &[&str] = match self.request.goal() {
            Goal::Stress => &["extended-exhale", "resonance", "cyclic-sighing"],
            Goal::Sleep => &["extended-exhale"],
            Goal::Focus => &["coherent", "resonance"],
            _ => &["extended-exhale", "resonance", "coherent"],
        };
        let name = names[(self.request.variety % names.len() as u64) as usize];
        let mut step = Self::step(StepKind::Breathe, title, text);
        step.pattern = Pattern::named(name);
        let mut part = PlannedPart::new(step, lengths, reason);
        part.sources = vec![BREATH_SOURCE.to_owned()];
        self.add(part);
    }

    fn texts(&self, title: &Message, text: &Message) -> (String, String) {
        (self.words.text(title), self.words.text(text))
    }

    fn rest(&mut self, title: String, text: String, lengths: (u64, u64, u64), reason: PlanStep) {
        let step = Self::step(StepKind::Rest, title, text);
        self.add(PlannedPart::new(step, lengths, reason));
    }

    fn least(&self, step: &Step) -> u64 {
        step.say.as_deref().map_or(0, |say| self.repertoire.room_for(say))
    }

    pub(super) fn add(&mut self, part: PlannedPart) {
        self.sections.push(Section::single(part));
    }

    /// A step of the plan's own.
    fn step(kind: StepKind, title: String, text: String) -> Step {
        let bare = Step::bare(title, kind, Length::Millis(0));
        Step { say: Some(text.clone()), text: Some(text), ..bare }
    }
}
