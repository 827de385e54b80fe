//! A session that was stopped since something did not feel right: what it was, what helps, and whether
//! it may go on.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use crate::care::{
    BodyPlace, CaredFor, Deed, Felt, ScreenedSession, Site, deeds_of, screen_sparing,
};
use crate::player::{Player, Start};
use crate::screens::Place;
use crate::screens::ready::laid_out_again;
use crate::session::Position;
use crate::timeline::{SegmentKind, Timeline};

pub(super) use keys::KEYS;

/// A breath that begins this much earlier or later is near, in milliseconds.
const NEAR: u64 = 45_000;

/// A session that was stopped since something did not feel right.
#[derive(Clone, Debug)]
pub struct StopScreen {
    /// What may have been felt in this session, the most urgent first.
    pub choices: Vec<Felt>,
    /// Which of it was; `None` before anything was chosen.
    pub felt: Option<Felt>,
    /// How it goes on without the place that was worked, where one was.
    pub without: Option<GoingOn>,
    /// The first line that is shown.
    pub scroll: usize,
}

impl StopScreen {
    /// What may have been felt in a session, and how it may go on.
    pub(super) fn of(timeline: &Timeline, without: Option<GoingOn>) -> Self {
        Self { choices: felt_in(timeline), felt: None, without, scroll: 0 }
    }

    /// Chooses what it was, counted from 1.
    fn choose(&mut self, number: u8) {
        let index = usize::from(number).checked_sub(1);
        let felt = index.and_then(|index| self.choices.get(index)).copied();
        self.felt = felt.or(self.felt);
    }

    /// The form it takes, for its keys.
    fn form(&self) -> Place {
        match self.felt {
            None => Place::Stop,
            Some(felt) if felt.may_go_on() => Place::StopHarmless,
            Some(_) => Place::StopSign,
        }
    }
}

/// How a session goes on without places that were unpleasant in it.
#[derive(Clone, Debug, PartialEq)]
pub struct GoingOn {
    /// What begins.
    pub start: Start,
    /// The places it spares, the one that was worked last among them.
    pub spared: Vec<Site>,
}

/// What may have been felt in a session.
pub fn felt_in(timeline: &Timeline) -> Vec<Felt> {
    let steps = timeline.segments().iter().filter_map(|segment| segment.step.as_deref());
    let deeds: Vec<Deed> = steps.flat_map(|step| deeds_of(step, Position::Any)).collect();
    Felt::choices(&deeds)
}

/// How a session goes on where it stands, without the place that is worked there and those that it
/// spares already: with a quiet breath in its stead. `None` where no place is worked.
pub fn without_this_place(
    id: &str,
    player: &Player,
    session: &ScreenedSession,
    person: &CaredFor,
    spared: &[Site],
) -> Option<GoingOn> {
    let before = player.timeline();
    let segment = before.at(player.position()).segment;
    let site = Site { place: BodyPlace::Region(segment.region()?), side: segment.side };
    let spared = [spared, &[site]].concat();
    let sparing = screen_sparing(session.asked(), person, &spared);
    let timeline = laid_out_again(before, &sparing)?;
    let due = segment.start * timeline.millis() / before.millis().max(1);
    let position = quiet_breath_near(&timeline, due).unwrap_or(due);
    let speed = player.speed();
    let player = Player::new(timeline).with_speed(speed).starting_at(position);
    Some(GoingOn { start: Start { id: id.to_owned(), player }, spared })
}

/// Where the breath begins that is nearest to a time, if one is near, in milliseconds. What stands for
/// a step that is left out takes its time, or nearly.
fn quiet_breath_near(timeline: &Timeline, due: u64) -> Option<u64> {
    let breaths = timeline.segments().iter().filter(|it| it.kind == SegmentKind::Breathe);
    let starts = breaths.map(|it| it.start).filter(|start| start.abs_diff(due) <= NEAR);
    starts.min_by_key(|start| start.abs_diff(due))
}
