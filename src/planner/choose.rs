//! Which places are worked, in which position and with which moves.

use super::notes::PlaceLeftOut;
use super::repertoire::{Repertoire, UsableMove};
use super::request::{PlanRequest, WantedPlace};
use super::travel::{distance, station};
use crate::body::Region;
use crate::session::{Position, Setting};

/// In how many milliseconds the position may change once.
const CHANGE_MILLIS: u64 = 5 * 60 * 1_000;
/// How many regions further on still lies close by.
const CLOSE_BY: usize = 2;
/// From this pressure on a place is warmed before and soothed after, 0–10 of discomfort.
pub(super) const FIRM: u8 = 3;

/// Why a place is in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhyChosen {
    /// It was asked for, or suits what the plan is for.
    Asked,
    /// There is time, and it lies close to one that was asked for.
    CloseBy,
    /// There is time.
    TimeLeft,
}

/// A place of a plan, with the moves for it.
#[derive(Clone, Debug)]
pub(super) struct ChosenPlace {
    pub(super) wanted: WantedPlace,
    pub(super) why: WhyChosen,
    pub(super) position: Position,
    /// The light strokes that warm and soothe it, where it is worked firmly.
    pub(super) light: Option<UsableMove>,
    /// The moves that work it, the most fitting first; at least one.
    pub(super) work: Vec<UsableMove>,
    /// The moves that stretch it, the most fitting first.
    pub(super) stretches: Vec<UsableMove>,
}

/// The places of a plan: those that were asked for in the order of the way, then others by nearness,
/// and those that are left out.
pub(super) struct ChosenPlaces {
    pub(super) asked: Vec<ChosenPlace>,
    pub(super) near: Vec<ChosenPlace>,
    pub(super) left_out: Vec<PlaceLeftOut>,
}

impl ChosenPlaces {
    /// The places for a request.
    pub(super) fn of(request: &PlanRequest, repertoire: &Repertoire) -> Self {
        let (possible, left_out) = possible(request, repertoire);
        let positions = positions(request, repertoire, &possible);
        let choose = |wanted: &WantedPlace| {
            positions.iter().find_map(|at| chosen(repertoire, *wanted, WhyChosen::Asked, *at))
        };
        let asked: Vec<_> = possible.iter().filter_map(choose).collect();
        let mut near: Vec<((usize, bool), Region)> = Region::ALL
            .into_iter()
            .filter(|region| possible.iter().all(|wanted| wanted.region != *region))
            .filter(|region| left_out.iter().all(|left| left.region != *region))
            .map(|region| (nearest(region, &possible), region))
            .collect();
        near.sort_by_key(|((distance, of_what_came_along), region)| {
            (*distance, *of_what_came_along, station(*region))
        });
        let more = further_positions(request, &positions);
        let all: Vec<Position> = positions.iter().copied().chain(more).collect();
        let near = near.into_iter().filter_map(|((distance, _), region)| {
            let wanted = WantedPlace { region, weight: 1, comes_along: true };
            let is_close = distance <= CLOSE_BY;
            let why = if is_close { WhyChosen::CloseBy } else { WhyChosen::TimeLeft };
            all.iter().find_map(|at| chosen(repertoire, wanted, why, *at))
        });
        Self { asked, near: near.collect(), left_out }
    }
}

/// The places asked for that some move works there, and those that none does.
fn possible(
    request: &PlanRequest,
    repertoire: &Repertoire,
) -> (Vec<WantedPlace>, Vec<PlaceLeftOut>) {
    let is_possible = |wanted: &WantedPlace| {
        let at = |position: &Position| {
            chosen(repertoire, *wanted, WhyChosen::Asked, *position).is_some()
        };
        request.positions().iter().any(at)
    };
    let (possible, impossible): (Vec<_>, Vec<_>) =
        request.wanted().into_iter().partition(is_possible);
    let reason = |wanted: WantedPlace| {
        let why = repertoire.why_left_out(wanted.region, request.setting);
        PlaceLeftOut { region: wanted.region, why }
    };
    (possible, impossible.into_iter().map(reason).collect())
}

/// How far a region is from the nearest that was asked for, and whether that one only came along.
fn nearest(region: Region, asked: &[WantedPlace]) -> (usize, bool) {
    let distances =
        asked.iter().map(|wanted| (distance(wanted.region, region), wanted.comes_along));
    distances.min().unwrap_or_default()
}

/// The positions that a plan goes through, in order: as few as all places asked for can be worked in,
/// and among those the ones with the most fitting moves.
fn positions(
    request: &PlanRequest,
    repertoire: &Repertoire,
    asked: &[WantedPlace],
) -> Vec<Position> {
    let all = request.positions();
    let changes = request.millis / CHANGE_MILLIS;
    let sets = (1_usize..1 << all.len()).map(|set| {
        let chosen = all.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0);
        chosen.map(|(_, position)| *position).collect::<Vec<_>>()
    });
    let worth = |set: &Vec<Position>| {
        let best = asked.iter().map(|wanted| {
            let moves = repertoire.massages.get(&wanted.region).into_iter().flatten();
            let going = moves.filter(|it| set.iter().any(|position| it.goes_in(*position)));
            going.map(|it| i64::from(it.fitness) + 1).max().unwrap_or(-10_000)
        });
        let more = set.len() as i64 - 1;
        let too_many = (more - changes as i64).max(0);
        best.sum::<i64>() - 60 * more - 1_000 * too_many
    };
    // Of equals the first, which needs the fewest positions and begins where the setting does.
    let mut best: Option<(i64, Vec<Position>)> = None;
    for set in sets {
        let worth = worth(&set);
        if best.as_ref().is_none_or(|(known, _)| worth > *known) {
            best = Some((worth, set));
        }
    }
    best.map_or_else(Vec::new, |(_, set)| set)
}

/// The positions that places nearby may be worked in as well, without more changes than there is time
/// for.
fn further_positions(request: &PlanRequest, chosen: &[Position]) -> Vec<Position> {
    let changes = (request.millis / CHANGE_MILLIS) as usize;
    let at_the_end = usize::from(last_position(request).is_some());
    let room = (changes + 1).saturating_sub(chosen.len() + at_the_end);
    let others = request.positions().iter().filter(|position| !chosen.contains(position));
    others.take(room).copied().collect()
}

/// A place with its moves in a position, if some work it there.
fn chosen(
    repertoire: &Repertoire,
    wanted: WantedPlace,
    why: WhyChosen,
    position: Position,
) -> Option<ChosenPlace> {
    let going = |moves: Option<&Vec<UsableMove>>| -> Vec<UsableMove> {
        let moves = moves.into_iter().flatten();
        moves.filter(|it| it.goes_in(position)).cloned().collect()
    };
    let all = going(repertoire.massages.get(&wanted.region));
    let best = all.first()?;
    // Both sides of a place are worked in the same way.
    let is_sided = best.is_sided;
    let alike: Vec<UsableMove> = all.iter().filter(|it| it.is_sided == is_sided).cloned().collect();
    let lightest = alike.iter().filter(|it| it.can_be_light()).min_by_key(|it| it.roughness());
    let is_firm = |it: &UsableMove| it.massage().is_some_and(|it| it.pressure >= FIRM);
    let is_lightest = |it: &UsableMove| lightest.is_some_and(|lightest| lightest.name == it.name);
    let work: Vec<UsableMove> =
        alike.iter().filter(|it| !is_lightest(it) || alike.len() == 1).cloned().collect();
    let light = lightest.filter(|_| work.iter().any(is_firm)).cloned();
    let stretches = going(repertoire.stretches.get(&wanted.region));
    Some(ChosenPlace { wanted, why, position, light, work, stretches })
}

/// The position in which a session of this setting ends, where it has time to change into it.
pub(super) fn last_position(request: &PlanRequest) -> Option<Position> {
    let has_time = request.millis >= CHANGE_MILLIS;
    (request.setting == Setting::Bed && has_time).then_some(Position::LyingOnBack)
}
