//! What to offer now: three sessions that differ, each with the reasons for it.

mod occasion;
mod reason;

pub use occasion::{AfterCare, Occasion, PartOfDay};
pub use reason::OfferReason;

use super::Entry;
use super::entry::SessionKind;
use crate::session::{Goal, Receiver, Setting, Tool};

/// How many sessions are offered.
const OFFERS: usize = 3;
/// The longest that is short, in milliseconds.
const SHORT_MILLIS: u64 = 5 * 60_000;
/// The longest of middle length, in milliseconds.
const MIDDLE_MILLIS: u64 = 15 * 60_000;
/// The longest that is offered for its touch, in milliseconds.
const TOUCH_MILLIS: u64 = 21 * 60_000;

/// What it is worth that a session suits the place where people mostly are, the one after, and the last.
const PLACE_POINTS: [i32; 3] = [9, 3, 0];
/// What each goal of the time of day is worth, the first before all.
const GOAL_POINTS: [i32; 4] = [4, 3, 2, 1];
/// What it is worth that a tool of the person's own comes to use.
const OWN_TOOL_POINTS: i32 = 2;
/// What it is worth that its words are in the language of the person: as much as the place, since words
/// are followed half asleep.
const OWN_LANGUAGE_POINTS: i32 = 9;
/// What it is worth to be of a kind that is not offered yet.
const NEW_KIND_POINTS: i32 = 4;
/// What it is worth that the person mostly felt better after it.
const HELPED_POINTS: i32 = 6;
/// What it costs to have been played last; the times before cost less and less.
const PLAYED_POINTS: i32 = 12;
/// What it costs to be of the kind that was played last.
const SAME_KIND_POINTS: i32 = 2;
/// What it costs to wake, late at night, or to put to sleep, by day.
const UNTIMELY_POINTS: i32 = 8;
/// How far the choice moves on from one day to the next.
const DAILY_POINTS: u32 = 5;

/// A session that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Which of the entries.
    pub index: usize,
    /// Why, the weightiest reason first.
    pub why: Vec<OfferReason>,
}

/// What one of the three offers is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    /// Hands or a tool on the body.
    Touch,
    /// Five minutes at most.
    Short,
    /// More than that, and a quarter of an hour at most.
    Middle,
    /// Whatever fits.
    Any,
}

/// Up to three sessions for now, the shortest first: one of five minutes at most, one of middle
/// length and one of touch, as far as there are such. They are never all of one kind, and never two
/// of one series.
///
/// `after_care` says what is left of a session once it is made safe for the person; it is asked of
/// few. The same entries and occasion give the same offers.
pub fn suggest(
    entries: &[Entry],
    occasion: &Occasion<'_>,
    after_care: impl FnMut(&Entry) -> AfterCare,
) -> Vec<Suggestion> {
    let mut choice = OfferChoice { entries, occasion, after_care, chosen: Vec::new() };
    for slot in [Slot::Touch, Slot::Short, Slot::Middle] {
        choice.add(slot, true);
    }
    for varied in [true, false] {
        while choice.chosen.len() < OFFERS && choice.add(Slot::Any, varied) {}
    }
    let mut chosen = choice.chosen;
    chosen.sort_by_key(|index| (entries[*index].millis, *index));
    let why =
        |index: usize| OfferReason::all(&entries[index], occasion, last_kind(entries, occasion));
    chosen.into_iter().map(|index| Suggestion { index, why: why(index) }).collect()
}

/// Offers in the making.
struct OfferChoice<'a, Care> {
    entries: &'a [Entry],
    occasion: &'a Occasion<'a>,
    after_care: Care,
    chosen: Vec<usize>,
}

impl<Care: FnMut(&Entry) -> AfterCare> OfferChoice<'_, Care> {
    /// Adds the best for a slot. Returns whether there is any; where it has to be `varied`, all
    /// three are neither of one kind nor two of one series.
    fn add(&mut self, slot: Slot, varied: bool) -> bool {
        let mut candidates: Vec<usize> = (0..self.entries.len())
            .filter(|index| slot.takes(&self.entries[*index]) && !self.chosen.contains(index))
            .filter(|index| is_possible(&self.entries[*index], self.occasion))
            .filter(|index| !varied || self.varies(&self.entries[*index]))
            .collect();
        candidates.sort_by_cached_key(|index| (-self.points(*index), *index));
        for index in candidates {
            let left = (self.after_care)(&self.entries[index]);
            let fits = match left {
                AfterCare::Whole => true,
                AfterCare::WithoutTouch => slot != Slot::Touch,
                AfterCare::Little => false,
            };
            if fits {
                self.chosen.push(index);
                return true;
            }
        }
        false
    }

    /// Whether it is of another series than what is chosen, and not the third of one kind.
    fn varies(&self, entry: &Entry) -> bool {
        let chosen = || self.chosen.iter().map(|index| &self.entries[*index]);
        let is_third = chosen().filter(|other| other.kind == entry.kind).count() + 1 >= OFFERS;
        !is_third && chosen().all(|other| other.series() != entry.series())
    }

    /// How well an entry suits the occasion, beside what is chosen already.
    fn points(&self, index: usize) -> i32 {
        let (entry, occasion) = (&self.entries[index], self.occasion);
        let places = occasion.settings();
        let place = places.iter().position(|setting| entry.settings.contains(setting));
        let place = place.map_or(0, |rank| PLACE_POINTS[rank]);
        let goals = occasion.goals().iter().zip(GOAL_POINTS);
        let goal = goals.filter(|(goal, _)| entry.goals.contains(goal)).map(|(_, points)| points);
        let owned = occasion.tools.unwrap_or_default();
        let uses_own = entry.tools.iter().any(|tool| owned.contains(tool));
        let is_new = self.chosen.iter().all(|other| self.entries[*other].kind != entry.kind);
        let is_last_kind = last_kind(self.entries, occasion) == Some(entry.kind);
        place
            + goal.max().unwrap_or(0)
            + i32::from(uses_own) * OWN_TOOL_POINTS
            + i32::from(speaks(entry, occasion.language)) * OWN_LANGUAGE_POINTS
            + i32::from(is_new) * NEW_KIND_POINTS
            + i32::from(occasion.helped.contains(&entry.id)) * HELPED_POINTS
            - i32::from(is_last_kind) * SAME_KIND_POINTS
            - i32::from(is_untimely(entry, occasion.part)) * UNTIMELY_POINTS
            - played(entry, occasion)
            + turn(&entry.id, occasion.day)
    }
}

impl Slot {
    fn takes(self, entry: &Entry) -> bool {
        match self {
            Self::Touch => entry.kind == SessionKind::Touch && entry.millis <= TOUCH_MILLIS,
            Self::Short => entry.millis <= SHORT_MILLIS,
            Self::Middle => (SHORT_MILLIS + 1..=MIDDLE_MILLIS).contains(&entry.millis),
            Self::Any => true,
        }
    }
}

/// Whether the person has all that it needs, as far as is known, and can get down to where it is
/// done. What not everybody owns counts as missing until they say that they have it.
fn is_possible(entry: &Entry, occasion: &Occasion<'_>) -> bool {
    let has = |tool: &Tool| {
        !Tool::ASKED.contains(tool) || occasion.tools.is_some_and(|owned| owned.contains(tool))
    };
    let needs_floor = entry.position.may_be_on_the_floor(&entry.settings);
    let is_declined = occasion.declined.contains(&entry.id);
    !is_declined
        && is_understood(entry, occasion)
        && entry.receiver == Receiver::Oneself
        && entry.tools.iter().all(has)
        && !(needs_floor && occasion.reaches_floor == Some(false))
}

/// Whether its words are in the language of the person, in English, in which most are, or the person's
/// own.
fn is_understood(entry: &Entry, occasion: &Occasion<'_>) -> bool {
    speaks(entry, occasion.language) || speaks(entry, "en") || entry.path.is_some()
}

/// Whether its words are in a language.
fn speaks(entry: &Entry, language: &str) -> bool {
    entry.language.split('-').next() == Some(language)
}

/// Whether it wakes somebody late at night, or puts somebody to sleep by day.
fn is_untimely(entry: &Entry, part: PartOfDay) -> bool {
    let for_bed = entry.settings == [Setting::Bed];
    match part {
        PartOfDay::Night => !for_bed && !entry.goals.contains(&Goal::Sleep),
        PartOfDay::Morning | PartOfDay::Afternoon => for_bed,
        PartOfDay::Evening => false,
    }
}

/// What it costs that an entry was played lately.
fn played(entry: &Entry, occasion: &Occasion<'_>) -> i32 {
    let ago = occasion.lately.iter().position(|id| *id == entry.id);
    let ago = ago.and_then(|ago| i32::try_from(ago).ok());
    ago.map_or(0, |ago| (PLAYED_POINTS - ago).max(1))
}

/// The kind of what was played last.
fn last_kind(entries: &[Entry], occasion: &Occasion<'_>) -> Option<SessionKind> {
    let last = occasion.lately.first()?;
    entries.iter().find(|entry| entry.id == *last).map(|entry| entry.kind)
}

/// What a day adds to a session: another one for each day and session, and always the same one for
/// both (FNV-1a).
fn turn(id: &str, day: u32) -> i32 {
    let bytes = day.to_le_bytes().into_iter().chain(id.bytes());
    let mixed = bytes
        .fold(0x811c_9dc5_u32, |mixed, byte| (mixed ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let turn = (mixed ^ (mixed >> 15)) % (DAILY_POINTS + 1);
    i32::try_from(turn).unwrap_or_default()
}
