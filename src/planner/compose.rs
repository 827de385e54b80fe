//! The composition of a plan: what comes when, and how much of it fits.

mod frame;
mod places;
mod words;

use super::choose::{ChosenPlace, ChosenPlaces};
use super::notes::{PlaceLeftOut, SparedPlaces};
use super::part::{PlannedPart, Section, bare};
use super::repertoire::Repertoire;
use super::request::PlanRequest;
use super::unused::{UnusedTool, why_unused};
use super::{CannotPlan, PlanStep};
use crate::body::Region;
use crate::care::CaredFor;
use crate::format::KnownNames;
use crate::session::{Block, Group, Position, Session, Setting, Sides, limits};
use crate::timeline::written_millis;
use places::Stretched;
use words::PlanWords;

/// How much of what might be in a plan is in it. Each next one has more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Richness(usize);

impl Richness {
    fn begins_with_breath(self) -> bool {
        self.0 >= 1
    }

    fn stretches(self) -> usize {
        match self.0 {
            0..=1 => 0,
            2..=4 => 1,
            _ => usize::MAX,
        }
    }

    /// How many moves work each place.
    fn works(self) -> usize {
        match self.0 {
            0..=2 => 1,
            3..=4 => 2,
            _ => 4,
        }
    }

    fn ends_with_breath(self) -> bool {
        self.0 >= 4
    }

    fn has_scan(self) -> bool {
        self.0 >= 6
    }

    /// Whether places nearby are stretched as well.
    fn stretches_all(self) -> bool {
        self.0 >= 8
    }

    /// How many places beside those asked for.
    fn near(self) -> usize {
        self.0.saturating_sub(6)
    }
}

/// A plan whose steps have their order, and not yet their lengths.
pub(super) struct Composition {
    sections: Vec<Section>,
    position: Position,
    words: PlanWords,
    regions: Vec<Region>,
    pub(super) left_out: Vec<PlaceLeftOut>,
    pub(super) spared: Vec<SparedPlaces>,
    /// Each tool that was asked for, with the reason if nothing is done with it.
    pub(super) unused: Vec<UnusedTool>,
}

impl Composition {
    /// The composition that comes nearest to what a request wants, and can be as long as it says.
    pub(super) fn of(
        request: &PlanRequest,
        person: &CaredFor,
        moves: &KnownNames,
    ) -> Result<Self, CannotPlan> {
        let repertoire = Repertoire::of(request, person, moves);
        let places = ChosenPlaces::of(request, &repertoire);
        if places.asked.is_empty() {
            return Err(CannotPlan::NoPlace { left_out: places.left_out });
        }
        let words = PlanWords::of();
        let richest = Richness(0).0 + 6 + places.near.len();
        let all = (0..=richest).map(|richness| {
            Self::composed(request, &repertoire, &places, &words, Richness(richness))
        });
        let mut best: Option<(u64, Self)> = None;
        let mut nearest: Option<u64> = None;
        for composition in all {
            let (least, wanted, most) = composition.lengths();
            let is_too_rich = least > request.millis;
            if (least..=most).contains(&request.millis) {
                let off = wanted.abs_diff(request.millis);
                if best.as_ref().is_none_or(|(known, _)| off < *known) {
                    best = Some((off, composition));
                }
            } else {
                let near = request.millis.clamp(least, most);
                let off = |length: u64| length.abs_diff(request.millis);
                if nearest.is_none_or(|known| off(near) < off(known)) {
                    nearest = Some(near);
                }
            }
            // The others have even more in them.
            if is_too_rich {
                break;
            }
        }
        let nearest = nearest.unwrap_or_default();
        let best = best.map(|(_, composition)| composition);
        let best = best.ok_or(CannotPlan::Length { nearest })?;
        let unused = why_unused(request, &repertoire, &best.regions);
        Ok(Self { spared: repertoire.spared(&best.regions), unused, ..best })
    }

    fn composed(
        request: &PlanRequest,
        repertoire: &Repertoire,
        places: &ChosenPlaces,
        words: &PlanWords,
        richness: Richness,
    ) -> Self {
        let near = places.near.iter().take(richness.near());
        let mut chosen: Vec<&ChosenPlace> = places.asked.iter().chain(near).collect();
        let rank = |position: Position| {
            request.positions().iter().position(|other| *other == position).unwrap_or_default()
        };
        chosen.sort_by_key(|place| {
            (rank(place.position), super::travel::station(place.wanted.region))
        });
        let position = chosen.first().map_or(Position::Any, |place| place.position);
        let mut made = frame::Made { request, repertoire, words, sections: Vec::new() };
        made.settle(position, &chosen);
        if richness.begins_with_breath() {
            made.breathe_first();
        }
        let stretched = Stretched { most: richness.stretches(), near: richness.stretches_all() };
        made.places(&chosen, richness.works(), stretched);
        if richness.has_scan() {
            made.scan();
        }
        made.lie_down(chosen.last().map(|place| place.position));
        if richness.ends_with_breath() {
            made.breathe_last();
        }
        made.close();
        let regions = places.asked.iter().map(|place| place.wanted.region).collect();
        let (sections, left_out) = (made.sections, places.left_out.clone());
        let (spared, unused) = (Vec::new(), Vec::new());
        Self { sections, position, words: words.clone(), regions, left_out, spared, unused }
    }

    fn parts(&self) -> impl Iterator<Item = &PlannedPart> {
        self.sections.iter().flat_map(|section| &section.parts)
    }

    /// The shortest, the wanted and the longest it can be, in milliseconds.
    fn lengths(&self) -> (u64, u64, u64) {
        let least = written_millis(&self.laid_out(None));
        let more = |length: fn(&PlannedPart) -> u64| {
            self.parts().map(|part| (length(part) - part.least) * part.times).sum::<u64>()
        };
        (least, least + more(|part| part.wanted), least + more(|part| part.most))
    }

    /// The session at its exact length, and the reason for each step.
    pub(super) fn session(
        &self,
        request: &PlanRequest,
    ) -> Result<(Session, Vec<PlanStep>), CannotPlan> {
        let mut finished = Self {
            sections: self.sections.clone(),
            words: self.words.clone(),
            regions: self.regions.clone(),
            left_out: Vec::new(),
            spared: Vec::new(),
            unused: Vec::new(),
            position: self.position,
        };
        let least = written_millis(&finished.laid_out(None));
        let spare = request.millis.saturating_sub(least);
        super::share::share(&mut finished.sections, spare);
        // The last step takes up what whole seconds and whole breaths leave over.
        let millis = written_millis(&finished.laid_out(None));
        if let Some(last) = finished.sections.last_mut().and_then(|it| it.parts.last_mut()) {
            last.millis = (last.millis + request.millis).saturating_sub(millis).max(last.least);
        }
        let session = finished.laid_out(Some(request));
        match written_millis(&session) {
            exact if exact == request.millis => {
                Ok((session, finished.parts().map(|part| part.why.clone()).collect()))
            }
            nearest => Err(CannotPlan::Length { nearest }),
        }
    }

    /// The session at the lengths its parts have now; with its head, where it is for a request.
    fn laid_out(&self, request: Option<&PlanRequest>) -> Session {
        let blocks = self.sections.iter().flat_map(|section| {
            let steps = section.parts.iter().map(|part| Block::Step(Box::new(part.finished())));
            let steps: Vec<Block> = steps.collect();
            match section.side {
                Some(side) => {
                    let title = None;
                    vec![Block::Group(Group {
                        title,
                        repeat: 1,
                        side: Some(side),
                        switch: None,
                        blocks: steps,
                    })]
                }
                None => steps,
            }
        });
        let blocks = blocks.collect();
        let setting = request.map_or(Setting::Desk, |request| request.setting);
        let mut session = bare(self.position, setting, blocks);
        if let Some(request) = request {
            self.words.head(&mut session, request, &self.regions);
            session.sources = self.sources();
        }
        session
    }

    fn sources(&self) -> Vec<String> {
        let mut sources: Vec<String> = Vec::new();
        for source in self.parts().flat_map(|part| &part.sources) {
            if !sources.contains(source) && sources.len() < limits::SOURCES {
                sources.push(source.clone());
            }
        }
        if sources.is_empty() {
            sources.push("Dose and pressure by convention, not from a trial".to_owned());
        }
        sources
    }
}

/// The sides of a place that is worked on each.
const BOTH: Option<Sides> = Some(Sides::Both);
