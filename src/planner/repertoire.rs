//! The moves that a request can be answered with, and the time that the words of each need.

use std::collections::BTreeMap;

use super::notes::{SparedPlaces, WhyLeftOut, first_to_tell};
use super::part::bare;
use super::request::{Energy, PlanRequest};
use crate::body::Region;
use crate::care::{CaredFor, ChangeReason, screen};
use crate::format::{KnownNames, Move};
use crate::prosody::{Pace, SENTENCE_PAUSE_MILLIS};
use crate::session::{
    Anchor, Block, Flex, Goal, Line, Massage, Position, Setting, Sides, Step, StepKind, StrokeKind,
    Technique, Tool,
};
use crate::timeline::{NEXT_LEADS_MILLIS, slowest};

/// The most pressure where nothing may press firmly, 0–10 of discomfort.
pub(super) const LIGHT: u8 = 2;
/// The silence after the last words of a step, in milliseconds.
const AFTER_MILLIS: u64 = 700;
/// A press on a tender spot takes this long at least, in milliseconds (Gemmell 2008).
const PRESS_MILLIS: u64 = 30_000;

/// A move that can be used, with its step made ready.
#[derive(Clone, Debug)]
pub(super) struct UsableMove {
    pub(super) name: String,
    pub(super) step: Step,
    pub(super) position: Position,
    pub(super) is_sided: bool,
    /// What has to be at hand for it.
    pub(super) tools: Vec<Tool>,
    pub(super) sources: Vec<String>,
    /// How well it suits the request; the best come first.
    pub(super) fitness: u32,
}

impl UsableMove {
    /// What it does, where it is a massage.
    pub(super) fn massage(&self) -> Option<&Massage> {
        self.step.massage()
    }

    /// Whether it may warm and soothe a place: a press that waits on a tender spot does not.
    pub(super) fn can_be_light(&self) -> bool {
        self.massage().is_some_and(|massage| {
            !matches!(massage.technique, Technique::DeepTissue | Technique::TriggerPoint)
        })
    }

    /// How gently its stroke warms a place: less is gentler.
    pub(super) fn roughness(&self) -> u8 {
        let Some(massage) = self.massage() else { return u8::MAX };
        let of_stroke = match massage.stroke.kind {
            StrokeKind::Effleurage => 0,
            StrokeKind::Friction => 1,
            StrokeKind::Petrissage | StrokeKind::Vibration => 2,
            StrokeKind::Tapotement | StrokeKind::SkinRolling => 3,
            StrokeKind::Rolling | StrokeKind::PinAndStretch | StrokeKind::Compression => 4,
        };
        let with_tool = if massage.tool == Tool::Hands { 0 } else { 10 };
        of_stroke + with_tool + massage.pressure
    }

    /// Why a person had better leave it out, or do it in another way; nothing where it suits. What it
    /// asks for as it is written counts: its words ask for that, however lightly the step is planned.
    fn obstacles(&self, person: &CaredFor, written: Option<u8>) -> Vec<ChangeReason> {
        let side = self.is_sided.then_some(Sides::Both);
        let mut step = Step { side, ..self.step.clone() };
        if let (StepKind::Massage(massage), Some(written)) = (&mut step.kind, written) {
            massage.pressure = written;
        }
        let step = Block::Step(Box::new(step));
        let screened = screen(&bare(self.position, Setting::Home, vec![step]), person);
        screened.changes().iter().flat_map(|change| change.because.iter().copied()).collect()
    }

    /// It, or why the person had better leave it out, with the pressure that it is written with.
    fn suiting(self, person: &CaredFor, written: Option<u8>) -> Result<Self, WhyLeftOut> {
        let obstacles = self.obstacles(person, written);
        if obstacles.is_empty() { Ok(self) } else { Err(WhyLeftOut::Care(obstacles)) }
    }

    /// Whether it can be done in this position.
    pub(super) fn goes_in(&self, position: Position) -> bool {
        self.position == position || self.position == Position::Any
    }
}

/// The moves that a request can be answered with, by region.
pub(super) struct Repertoire {
    pub(super) massages: BTreeMap<Region, Vec<UsableMove>>,
    pub(super) stretches: BTreeMap<Region, Vec<UsableMove>>,
    /// The massage moves that cannot be used, by region, each with the reason.
    pub(super) missed: BTreeMap<Region, Vec<WhyLeftOut>>,
    /// What each massage move needs at hand and where it works, with the reason where it cannot be used.
    tried: Vec<(Vec<Tool>, Region, Option<WhyLeftOut>)>,
    pace: Pace,
}

impl Repertoire {
    /// The moves among these names that suit a request.
    pub(super) fn of(request: &PlanRequest, person: &CaredFor, moves: &KnownNames) -> Self {
        let slow = request.setting == Setting::Bed;
        let pace = if slow { slowest(Pace::NIGHT) } else { Pace::DAY };
        let (massages, stretches, missed) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut repertoire = Self { massages, stretches, missed, tried: Vec::new(), pace };
        for a_move in moves.move_names().filter_map(|name| moves.find_move(name)) {
            let Some((region, written)) = region_of(a_move) else { continue };
            let is_massage = written.is_some();
            let most = if person.keeps_light(region) { LIGHT } else { request.pressure() };
            let usable = why_out_of_reach(request, a_move).map_or_else(
                || repertoire.usable(request, a_move, most).map(|it| it.suiting(person, written)),
                |why| Some(Err(why)),
            );
            if let (true, Some(outcome), Some(step)) = (is_massage, &usable, a_move.whole_step()) {
                let tools = tools_of(a_move, step);
                repertoire.tried.push((tools, region, outcome.as_ref().err().cloned()));
            }
            match usable {
                Some(Ok(usable)) if is_massage => {
                    repertoire.massages.entry(region).or_default().push(usable);
                }
                Some(Ok(usable)) => repertoire.stretches.entry(region).or_default().push(usable),
                Some(Err(why)) if is_massage => {
                    repertoire.missed.entry(region).or_default().push(why);
                }
                _ => {}
            }
        }
        let all = repertoire.massages.values_mut().chain(repertoire.stretches.values_mut());
        for moves in all {
            moves.sort_by(|one, other| {
                other.fitness.cmp(&one.fitness).then_with(|| one.name.cmp(&other.name))
            });
        }
        repertoire
    }

    /// The move made ready with this pressure at most, where its words say all that is to be done.
    fn usable(&self, request: &PlanRequest, a_move: &Move, most: u8) -> Option<UsableMove> {
        let step = a_move.whole_step()?.clone();
        let tools = tools_of(a_move, &step);
        let is_sided = names_a_side(&step);
        let tells_its_side = step.say.as_deref().is_some_and(|say| say.contains("{side}"));
        if (is_sided && !tells_its_side) || step.say.is_none() {
            return None;
        }
        let step = self.ready(gentle(step, most))?;
        let fitness = fitness(request, a_move, &step);
        Some(UsableMove {
            name: a_move.name.clone(),
            position: a_move.position,
            is_sided,
            tools,
            sources: a_move.sources.clone(),
            fitness,
            step,
        })
    }

    /// Why no move works a place: the best known of what stands in the way.
    pub(super) fn why_left_out(&self, region: Region, setting: Setting) -> WhyLeftOut {
        let missed = self.missed.get(&region).into_iter().flatten();
        first_to_tell(missed).unwrap_or(WhyLeftOut::Setting(setting))
    }

    /// The moves that need a tool at these places, each with the reason where it cannot be used.
    pub(super) fn moves_with(
        &self,
        tool: Tool,
        places: &[Region],
    ) -> impl Iterator<Item = Option<&WhyLeftOut>> {
        let with_it = move |(tools, region): (&Vec<Tool>, &Region)| {
            tools.contains(&tool) && places.contains(region)
        };
        let tried = self.tried.iter().filter(move |(tools, region, _)| with_it((tools, region)));
        tried.map(|(_, _, why)| why.as_ref())
    }

    /// What the person had better leave out at these places, by its reason.
    pub(super) fn spared(&self, regions: &[Region]) -> Vec<SparedPlaces> {
        let mut spared: Vec<SparedPlaces> = Vec::new();
        for region in regions {
            let missed = self.missed.get(region).into_iter().flatten();
            let because = missed.filter_map(|why| match why {
                WhyLeftOut::Care(because) => Some(because.iter().copied()),
                _ => None,
            });
            for reason in ChangeReason::each_once(because.flatten()) {
                match spared.iter_mut().find(|known| known.because.is_told_like(reason)) {
                    Some(known) => known.regions.push(*region),
                    None => spared.push(SparedPlaces { because: reason, regions: vec![*region] }),
                }
            }
        }
        spared
    }

    /// The step with bounds within which all its words are said: without its later lines where they
    /// would need more time than it has.
    fn ready(&self, mut step: Step) -> Option<Step> {
        let flex = step.flex?;
        if let Some(pattern) = &step.pattern {
            let cycle = pattern.cycle_millis();
            step.lines.clear();
            step.flex = Some(Flex { min: flex.min.next_multiple_of(cycle), max: flex.max });
            return Some(step);
        }
        let is_press = matches!(&step.kind, StepKind::Massage(massage)
            if massage.technique == Technique::TriggerPoint);
        let min = if is_press { flex.min.max(PRESS_MILLIS) } else { flex.min };
        let least = self.least(&step, min, flex.max).or_else(|| {
            step.lines.clear();
            self.least(&step, min, flex.max.max(min) * 2)
        })?;
        let max = if is_press { flex.max.min(60_000) } else { flex.max };
        step.flex = Some(Flex { min: least, max: max.max(least) });
        Some(step)
    }

    /// The shortest whole seconds between two lengths in which all words of a step are said.
    fn least(&self, step: &Step, min: u64, max: u64) -> Option<u64> {
        let opening = step.say.iter().map(|say| (Anchor::FromStart(0), say));
        let lines = step.lines.iter().filter_map(|line| Some((line.at, line.say.as_ref()?)));
        let told: Vec<_> = opening.chain(lines).map(|(at, say)| (at, self.saying(say))).collect();
        (min.div_ceil(1_000)..=max / 1_000)
            .map(|seconds| seconds * 1_000)
            .find(|millis| holds_words(step, &told, *millis))
    }

    /// How long it takes to say some words, in milliseconds.
    pub(super) fn saying(&self, words: &str) -> u64 {
        self.pace.millis(words)
    }

    /// The shortest that a step with these words at its start may be, in milliseconds.
    pub(super) fn room_for(&self, words: &str) -> u64 {
        (NEXT_LEADS_MILLIS + self.saying(words) + AFTER_MILLIS).next_multiple_of(1_000)
    }

    /// How long the words of a step take at most before its first breath, in milliseconds; 0 where no
    /// breath paces it.
    pub(super) fn opening(step: &Step) -> u64 {
        let words = step.pattern.as_ref().and(step.say.as_deref());
        words.map_or(0, |words| {
            (NEXT_LEADS_MILLIS + slowest(Pace::NIGHT).millis(words) + AFTER_MILLIS)
                .next_multiple_of(1_000)
        })
    }
}

/// Whether all words of a step are said within a length: `told` are when each is due, and how long it takes
/// to say, in milliseconds.
fn holds_words(step: &Step, told: &[(Anchor, u64)], millis: u64) -> bool {
    let mut times: Vec<(u64, u64)> =
        told.iter().map(|(at, takes)| (at.within(millis), *takes)).collect();
    times.sort_by_key(|(due, _)| *due);
    let apart = times.windows(2).all(|two| {
        let lead = if two[0].0 == 0 { NEXT_LEADS_MILLIS } else { 0 };
        two[0].0 + two[0].1 + SENTENCE_PAUSE_MILLIS <= two[1].0.max(lead)
    });
    let ends = times
        .last()
        .is_none_or(|(due, takes)| (*due).max(NEXT_LEADS_MILLIS) + takes + AFTER_MILLIS <= millis);
    let starts_inside = step.lines.iter().all(|line| match line.at {
        Anchor::FromEnd(before) => before < millis,
        _ => true,
    });
    apart && ends && starts_inside
}

/// Where a move works or stretches, and with how much pressure where it is a massage.
fn region_of(a_move: &Move) -> Option<(Region, Option<u8>)> {
    match &a_move.whole_step()?.kind {
        StepKind::Massage(massage) => Some((massage.region, Some(massage.pressure))),
        StepKind::Stretch { region } => region.map(|region| (region, None)),
        _ => None,
    }
}

/// Why a move cannot be done with what there is, where somebody is; `None` where it can.
fn why_out_of_reach(request: &PlanRequest, a_move: &Move) -> Option<WhyLeftOut> {
    let step = a_move.whole_step()?;
    let goes_at = |request: &PlanRequest| {
        a_move.position == Position::Any || request.positions().contains(&a_move.position)
    };
    // Brisk strokes wake.
    let is_brisk = matches!(&step.kind, StepKind::Massage(massage)
        if massage.technique == Technique::Sports);
    let missing = tools_of(a_move, step).into_iter().find(|tool| !request.has(*tool));
    match missing {
        _ if is_brisk && request.setting == Setting::Bed => {
            Some(WhyLeftOut::Setting(request.setting))
        }
        _ if goes_at(request) => missing.map(WhyLeftOut::Tool),
        None if goes_at(&PlanRequest { energy: Energy::Usual, ..request.clone() }) => {
            Some(WhyLeftOut::Energy)
        }
        _ => Some(WhyLeftOut::Setting(request.setting)),
    }
}

/// What has to be at hand for a move.
fn tools_of(a_move: &Move, step: &Step) -> Vec<Tool> {
    let mut tools = a_move.tools.clone();
    if let StepKind::Massage(massage) = &step.kind
        && !tools.contains(&massage.tool)
    {
        tools.insert(0, massage.tool);
    }
    tools
}

/// Whether the words of a step name the side it works.
fn names_a_side(step: &Step) -> bool {
    let lines = step.lines.iter().flat_map(Line::words);
    let words = [&step.text, &step.say].into_iter().flatten().chain(lines);
    words.chain([&step.title]).any(|words| words.to_lowercase().contains("side}"))
}

/// The step with no more pressure than this: less is always fine.
fn gentle(mut step: Step, most: u8) -> Step {
    if let StepKind::Massage(massage) = &mut step.kind {
        massage.pressure = massage.pressure.min(most);
    }
    step
}

/// How well a move suits a request, with a little chance that its variety decides.
fn fitness(request: &PlanRequest, a_move: &Move, step: &Step) -> u32 {
    let mut fitness = chance(&a_move.name, request.variety);
    if let StepKind::Massage(massage) = &step.kind {
        let light =
            matches!(request.goal(), Goal::Sleep | Goal::Mood) || request.energy == Energy::Low;
        let suits = match massage.technique {
            Technique::Swedish => light || request.goal() == Goal::Stress,
            Technique::DeepTissue | Technique::TriggerPoint => request.goal() == Goal::EasePain,
            Technique::Sports => matches!(request.goal(), Goal::Recovery | Goal::Focus),
            Technique::Myofascial => {
                matches!(request.goal(), Goal::Recovery | Goal::Flexibility)
            }
        };
        fitness += 30 * u32::from(suits);
        fitness += 100 * u32::from(request.technique == Some(massage.technique));
        fitness += 40 * u32::from(request.tools.contains(&massage.tool));
    }
    fitness
}

/// A number from 0 to 39 that a name and a variety always have in common.
fn chance(name: &str, variety: u64) -> u32 {
    // FNV-1a, the plainest hash that mixes well enough for a choice among few.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ variety.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for byte in name.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    ((hash >> 32) % 40) as u32
}
