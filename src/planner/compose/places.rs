//! The places of a plan: each warmed, worked and soothed, and stretched after the last of a position.

use super::BOTH;
use super::frame::Made;
use crate::planner::Role;
use crate::planner::choose::{ChosenPlace, WhyChosen};
use crate::planner::part::{PlannedPart, Section, why};
use crate::planner::reasons;
use crate::planner::repertoire::{LIGHT, Repertoire, UsableMove};
use crate::session::{Flex, Position, Step, StepKind};
use crate::words::Message;

/// The most time for strokes that warm a place and for those that soothe it, in milliseconds
/// on one side: half a minute of gliding before and after.
const AROUND_MILLIS: u64 = 35_000;

/// Which places are stretched after they were worked.
#[derive(Clone, Copy)]
pub(super) struct Stretched {
    /// How many.
    pub(super) most: usize,
    /// Whether those nearby are, beside those that were asked for.
    pub(super) near: bool,
}

impl Made<'_> {
    /// Every place, with a change of position where the next needs one.
    pub(super) fn places(&mut self, chosen: &[&ChosenPlace], works: usize, stretched: Stretched) {
        let mut now: Option<Position> = None;
        let mut left = stretched.most;
        for (at, place) in chosen.iter().enumerate() {
            if now.is_some_and(|now| now != place.position) {
                let needs = |other: &&&ChosenPlace| {
                    other.work.iter().any(|how| how.position == place.position)
                };
                let needing = chosen[at..].iter().find(needs).unwrap_or(place);
                let reason = reasons::position(place.position, Some(needing.wanted.region));
                self.change_position(place.position, reason);
            }
            now = Some(place.position);
            self.place(place, works, dose(place, chosen));
            let is_last_here =
                chosen.get(at + 1).is_none_or(|next| next.position != place.position);
            if is_last_here {
                let here: Vec<&&ChosenPlace> =
                    chosen.iter().filter(|other| other.position == place.position).collect();
                for place in
                    here.into_iter().filter(|it| it.why == WhyChosen::Asked || stretched.near)
                {
                    if left > 0 && self.stretch(place) {
                        left -= 1;
                    }
                }
            }
        }
    }

    /// A place: light strokes, work, and light strokes again. All of it stays within its dose.
    fn place(&mut self, place: &ChosenPlace, works: usize, dose: u64) {
        let mut parts =
            self.firm(place, works, dose).unwrap_or_else(|| self.light(place, works, dose));
        within(&mut parts, dose, place.wanted.weight, place.why == WhyChosen::Asked);
        let is_sided = place.work.iter().any(|how| how.is_sided);
        for part in &mut parts {
            part.position = place.position;
            part.times = if is_sided { 2 } else { 1 };
        }
        self.sections.push(Section { parts, side: is_sided.then_some(BOTH).flatten() });
    }

    /// A place that is warmed, worked and soothed; `None` where light strokes do, or where its dose
    /// has no room for all of that.
    fn firm(&self, place: &ChosenPlace, works: usize, dose: u64) -> Option<Vec<PlannedPart>> {
        let (light, region) = (place.light.as_ref()?, place.wanted.region);
        let warm = why(Role::Warm, Some(region), reasons::warm(place));
        let warm = part_of(light, lighter(&light.step), warm, AROUND_MILLIS);
        let soothe = self.soothing(light, why(Role::Soothe, Some(region), reasons::soothe(region)));
        let left = dose.checked_sub(warm.shortest() + soothe.shortest())?;
        let work = self.work(place, works, left, |step, how| {
            if light.name == how.name {
                self.retell(step, Message::new("plan-deeper"), how.is_sided);
            }
        });
        let parts = [warm].into_iter().chain(work).chain([soothe]);
        let parts: Vec<PlannedPart> = parts.collect();
        (parts.len() > 2).then_some(parts)
    }

    /// A place that light strokes are enough for.
    fn light(&self, place: &ChosenPlace, works: usize, dose: u64) -> Vec<PlannedPart> {
        let bare = ChosenPlace { light: None, ..place.clone() };
        self.work(&bare, works, dose, |step, _| *step = lighter(step))
    }

    /// The moves that work a place, as many as fit into the time left for it.
    fn work(
        &self,
        place: &ChosenPlace,
        works: usize,
        mut left: u64,
        change: impl Fn(&mut Step, &UsableMove),
    ) -> Vec<PlannedPart> {
        let region = place.wanted.region;
        let mut work = Vec::new();
        for how in &place.work {
            let mut step = how.step.clone();
            change(&mut step, how);
            let reason = why(Role::Work, Some(region), reasons::work(self.request, place, how));
            let part = part_of(how, step, reason, left);
            if part.shortest() <= left && work.len() < works {
                left -= part.shortest();
                work.push(part);
            }
        }
        work
    }

    /// The light strokes once more, lighter still.
    fn soothing(&self, light: &UsableMove, reason: crate::planner::PlanStep) -> PlannedPart {
        let mut step = lighter(&light.step);
        self.retell(&mut step, Message::new("plan-soothe"), light.is_sided);
        step.title = self.words.text(&Message::new("plan-soothe-title"));
        let least = step.say.as_deref().map_or(0, |say| self.repertoire.room_for(say)).max(12_000);
        PlannedPart::new(step, (least, 20_000, AROUND_MILLIS), reason)
    }

    /// The same step in other words, without its later lines.
    fn retell(&self, step: &mut Step, words: Message, is_sided: bool) {
        let side = if is_sided { "both" } else { "none" };
        let text = self.words.text(&words.with("side", side));
        (step.text, step.say) = (Some(text.clone()), Some(text));
        (step.second_side, step.later_rounds) = (None, None);
        step.lines.clear();
    }

    fn stretch(&mut self, place: &ChosenPlace) -> bool {
        let Some(how) = place.stretches.first() else { return false };
        let region = place.wanted.region;
        let reason = why(Role::Integrate, Some(region), reasons::stretch(region));
        let mut part = part_of(how, how.step.clone(), reason, u64::MAX);
        part.position = place.position;
        part.times = if how.is_sided { 2 } else { 1 };
        let side = how.is_sided.then_some(BOTH).flatten();
        self.sections.push(Section { parts: vec![part], side });
        true
    }
}

/// The most time for a place on one side, in milliseconds; places that share a dose part it equally.
fn dose(place: &ChosenPlace, chosen: &[&ChosenPlace]) -> u64 {
    let region = place.wanted.region;
    let shares = |other: &&&ChosenPlace| other.wanted.region.dose_region() == region.dose_region();
    region.dose_cap() / chosen.iter().filter(shares).count().max(1) as u64
}

/// The same step, with light strokes.
fn lighter(step: &Step) -> Step {
    let mut step = step.clone();
    if let StepKind::Massage(massage) = &mut step.kind {
        massage.pressure = massage.pressure.min(LIGHT);
    }
    step
}

/// A part of a move, no longer than this.
fn part_of(
    how: &UsableMove,
    step: Step,
    reason: crate::planner::PlanStep,
    most: u64,
) -> PlannedPart {
    let (wanted, opening) = (step.written_millis(), Repertoire::opening(&step));
    let flex = step.flex.unwrap_or(Flex { min: wanted, max: wanted });
    let most = most.saturating_sub(opening);
    let mut part = PlannedPart::new(step, (flex.min, wanted, flex.max.min(most)), reason);
    part.sources.clone_from(&how.sources);
    part.opening = opening;
    part
}

/// Keeps a place within its dose, also at its longest; what is asked for twice wants most of it.
fn within(parts: &mut [PlannedPart], dose: u64, weight: u32, is_asked: bool) {
    let least: u64 = parts.iter().map(PlannedPart::shortest).sum();
    let room: u64 = parts.iter().map(|part| part.most - part.least).sum();
    let left = dose.saturating_sub(least).min(room);
    for part in parts {
        let way = part.most - part.least;
        let whole = |millis: u64| millis / part.grain * part.grain;
        let more = whole((way * left).checked_div(room).unwrap_or_default());
        part.most = part.least + more;
        part.wanted = match (is_asked, weight) {
            (true, 2..) => part.most,
            (true, _) => part.least + whole(more * 3 / 4),
            (false, _) => part.least + whole(more / 2),
        };
    }
}
