//! A session that was stopped since something did not feel right: what it was, what helps, and whether
//! it may go on.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use crate::care::{
    CaredFor, Deed, Felt, Profile, ScreenedSession, Site, Today, deeds_of, screen_going_on,
};
use crate::player::{Player, Start};
use crate::screens::ready::laid_out_again;
use crate::screens::{Place, Request};
use crate::session::Position;
use crate::timeline::{Segment, SegmentKind, Timeline};

pub(super) use keys::KEYS;

/// A session that was stopped since something did not feel right.
#[derive(Clone, Debug)]
pub struct StopScreen {
    /// What may have been felt in this session, the most urgent first.
    pub choices: Vec<Felt>,
    /// Which of it was; `None` before anything was chosen.
    pub felt: Option<Felt>,
    /// The place that was worked, where one was.
    pub at: Option<Site>,
    /// How it goes on without that place.
    pub without: Option<Start>,
    /// What was known of the day before.
    before: Today,
    /// The first line that is shown.
    pub scroll: usize,
}

impl StopScreen {
    /// What may have been felt in the session that plays, and how it may go on, on this day.
    pub(super) fn of(
        player: &Player,
        without: Option<Start>,
        (profile, today): (&Profile, &Today),
    ) -> Self {
        let (choices, at) = (felt_in(player.timeline(), profile), site_at(player));
        Self { choices, felt: None, at, without, before: today.clone(), scroll: 0 }
    }

    /// Chooses what it was, counted from 1. The day keeps it at once: whoever leaves now is reminded.
    fn choose(&mut self, number: u8) -> Option<Request> {
        let index = usize::from(number).checked_sub(1);
        let felt = index.and_then(|index| self.choices.get(index)).copied()?;
        self.felt = Some(felt);
        let mut today = self.before.clone();
        today.feel(felt, self.at);
        Some(Request::KeepToday(Box::new(today)))
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

/// What may have been felt in a session by a person who has told this of themselves.
pub fn felt_in(timeline: &Timeline, profile: &Profile) -> Vec<Felt> {
    let steps = timeline.segments().iter().filter_map(|segment| segment.step.as_deref());
    let deeds: Vec<Deed> = steps.flat_map(|step| deeds_of(step, Position::Any)).collect();
    Felt::choices(&deeds, profile)
}

/// Where hands are at work now; `None` where they are not. Between two steps, and while one is waited
/// for, it is the place that was worked just before.
pub fn site_at(player: &Player) -> Option<Site> {
    let timeline = player.timeline();
    let until_now = &timeline.segments()[..=timeline.segment_index(player.position())];
    let is_between = |it: &Segment| it.region().is_none() && (it.step.is_none() || it.waits());
    let segment = until_now.iter().rev().find(|segment| !is_between(segment))?;
    Some(Site::around(segment.region()?, segment.side))
}

/// How a session goes on where it stands, without the place that is worked there: with a quiet breath in
/// its stead, and both sides in the order in which they were. `None` where no place is worked.
pub fn without_this_place(
    id: &str,
    player: &Player,
    session: &ScreenedSession,
    (person, today): (&CaredFor, &Today),
) -> Option<Start> {
    let before = player.timeline();
    let mut today = today.clone();
    today.feel(Felt::Unpleasant, Some(site_at(player)?));
    let sparing = CaredFor { profile: person.profile.clone(), today: today.held().to_vec() };
    let first = before.wish().first_side;
    let sparing = screen_going_on(session.asked(), &sparing, person, first);
    let timeline = laid_out_again(before, &sparing)?;
    let position = place_in(&timeline, before, player.position());
    let player = Player::new(timeline).with_speed(player.speed()).starting_at(position);
    Some(Start { id: id.to_owned(), player })
}

/// Where a session that is laid out otherwise now goes on: after the last step that was played and is
/// still there, with the breath that stands for what is left out.
fn place_in(after: &Timeline, before: &Timeline, position: u64) -> u64 {
    let here = before.segment_index(position);
    let played = before.segments().iter().take(here).filter(|it| it.step.is_some());
    let next = played.fold(0, |next, old| {
        let still = after.segments()[next..].iter().position(|new| are_one_step(old, new));
        still.map_or(next, |found| next + found + 1)
    });
    let rest = &after.segments()[next..];
    let first = rest.iter().find(|it| it.step.is_some());
    let is_quiet = |it: &&Segment| matches!(it.kind, SegmentKind::Breathe | SegmentKind::Rest);
    first
        .filter(is_quiet)
        .or(rest.first())
        .or(after.segments().last())
        .map_or(0, |segment| segment.start)
}

/// Whether two parts are the same step on the same side.
fn are_one_step(one: &Segment, other: &Segment) -> bool {
    let (Some(one_step), Some(other_step)) = (&one.step, &other.step) else { return false };
    let is_alike = one_step.title == other_step.title && one_step.kind == other_step.kind;
    is_alike && one.side == other.side
}
