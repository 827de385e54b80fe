//! Why a session is offered.

use super::{Occasion, PartOfDay, SHORT_MILLIS};
use crate::library::Entry;
use crate::library::entry::SessionKind;
use crate::session::{Setting, Tool};

/// The most reasons that are told of one offer.
const MOST: usize = 3;

/// Why a session is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferReason {
    /// It takes five minutes at most.
    Short,
    /// It uses a tool of the person's own.
    With(Tool),
    /// What it mostly is.
    Kind(SessionKind),
    /// It suits where people mostly are then.
    At(Setting),
    /// It suits the part of the day.
    For(PartOfDay),
    /// It suits a day off.
    FreeDay,
    /// The person mostly felt better after it.
    Helped,
    /// It is of another kind than what was played last.
    UnlikeLast,
    /// The coin of the day says a session.
    CoinSession,
    /// The coin of the day says quiet rest, and this is it.
    CoinRest,
}

impl OfferReason {
    /// The reasons for an entry, the weightiest first.
    pub(super) fn all(
        entry: &Entry,
        occasion: &Occasion<'_>,
        last: Option<SessionKind>,
    ) -> Vec<Self> {
        let is_short = entry.millis <= SHORT_MILLIS;
        let own = Tool::ASKED.into_iter().find(|tool| entry.tools.contains(tool));
        let what = own.map_or(Self::Kind(entry.kind), Self::With);
        let is_unlike = last.is_some_and(|last| last != entry.kind);
        let all = [
            is_short.then_some(Self::Short),
            occasion.helped.contains(&entry.id).then_some(Self::Helped),
            Some(what),
            Self::of_time(entry, occasion),
            is_unlike.then_some(Self::UnlikeLast),
        ];
        all.into_iter().flatten().take(MOST).collect()
    }

    /// How it suits the time, where it does.
    fn of_time(entry: &Entry, occasion: &Occasion<'_>) -> Option<Self> {
        let suits_goal = || occasion.goals().iter().any(|goal| entry.goals.contains(goal));
        let [place, ..] = occasion.settings();
        let is_there = entry.settings.contains(&place);
        match occasion.part {
            PartOfDay::Morning | PartOfDay::Afternoon if is_there && occasion.is_weekend => {
                Some(Self::FreeDay)
            }
            PartOfDay::Night | PartOfDay::Afternoon if is_there => Some(Self::At(place)),
            PartOfDay::Afternoon => None,
            part => suits_goal().then_some(Self::For(part)),
        }
    }
}
