//! The first screen: a greeting, and three sessions for now.

mod drawing;
mod keys;
mod reasons;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::check_in_form::CheckInForm;
use super::{Request, Shared};
use crate::care::{CaredFor, screen};
use crate::courses::CourseToday;
use crate::journal::{CoinSide, JournalEntry};
use crate::library::{AfterCare, Catalogue, Entry, Occasion, OfferReason, Suggestion, suggest};
use crate::session::{Session, Tool, steps_in};

pub(super) use keys::KEYS;

/// The session that is rest alone, which others are held against.
const QUIET_REST: &str = "quiet-rest";
/// So many sessions are offered at most.
const MOST_OFFERS: usize = 3;

/// The first screen.
#[derive(Clone, Debug, Default)]
pub struct HomeScreen {
    /// Up to three fitting sessions, out of the catalogue.
    pub suggested: Vec<Suggestion>,
    /// Which of them is selected.
    pub selected: usize,
    /// The day of a course that the first of them is, if it is one.
    pub course: Option<CourseToday>,
    /// How the person slept, once they have said so.
    pub slept: CheckInForm,
    /// They do not want to be asked how they slept.
    pub is_sleep_unasked: bool,
    /// What is left of sessions in which something gives way for the person, in words, by id.
    summaries: BTreeMap<String, String>,
    /// The place of what was just declined: another comes into it, and the others stay.
    gives_way: Option<usize>,
    /// A key was pressed here, and nothing changes under the hand any more.
    is_touched: bool,
}

impl HomeScreen {
    /// Chooses what fits now. `after_care` says what is left of a session for the person.
    pub(super) fn suggest(
        &mut self,
        shared: &Shared,
        mut after_care: impl FnMut(&Entry) -> CaredForEntry,
    ) {
        if shared.today.is_urgent() {
            return self.offer_rest_alone(shared);
        }
        let environment = &shared.environment;
        let profile = &shared.person.profile;
        // Rest alone is there for the coin, and for those who look for it.
        let rest = QUIET_REST.to_owned();
        let others = shared.person.sessions_for_others();
        let declined = shared.declined.iter().cloned();
        let not_offered: Vec<String> = declined.chain([rest]).chain(others).collect();
        let occasion = Occasion {
            part: environment.part_of_day,
            is_weekend: environment.is_weekend(),
            day: environment.day,
            language: shared.own_texts().language().tag(),
            tools: profile.tools.as_deref(),
            reaches_floor: profile.reaches_floor,
            lately: &shared.lately,
            helped: &shared.helped,
            declined: &not_offered,
        };
        let (mut summaries, mut tools) = (BTreeMap::new(), BTreeMap::new());
        let mut offers = suggest(&shared.catalogue, &occasion, |entry| {
            let cared = after_care(entry);
            summaries.extend(cared.summary.map(|summary| (entry.id.clone(), summary)));
            tools.extend(cared.tools.map(|tools| (entry.id.clone(), tools)));
            cared.left
        });
        for Suggestion { index, why } in &mut offers {
            // No reason speaks of a tool that gave way.
            let left = tools.get(&shared.catalogue[*index].id);
            why.retain(|why| match (why, left) {
                (OfferReason::With(tool), Some(left)) => left.contains(tool),
                _ => true,
            });
        }
        if self.gives_way.is_none() {
            self.summaries.clear();
        }
        self.summaries.extend(summaries);
        self.course = None;
        let due = shared.course_today.as_ref();
        if let Some(due) = due.filter(|due| !shared.declined.contains(&due.day.session))
            && let Some(index) = shared.catalogue.iter().position(|it| it.id == due.day.session)
        {
            // Its day stands first, in the place of the last of the three or of itself.
            let same = offers.iter().position(|offer| offer.index == index);
            let gone = same.or(offers.len().checked_sub(1));
            if let Some(gone) = gone {
                offers.remove(gone);
            }
            offers.insert(0, Suggestion { index, why: Vec::new() });
            self.course = Some(due.clone());
        }
        self.suggested = match self.gives_way.take() {
            Some(place) => with_another_in(place, &self.suggested, &offers),
            None => offers,
        };
        self.follow_coin(shared);
        self.selected = self.selected.min(self.suggested.len().saturating_sub(1));
    }

    /// What needs help comes before every session: only rest stands there until then.
    fn offer_rest_alone(&mut self, shared: &Shared) {
        let rest = shared.catalogue.iter().position(|entry| entry.id == QUIET_REST);
        self.suggested =
            rest.map(|index| Suggestion { index, why: Vec::new() }).into_iter().collect();
        (self.course, self.gives_way, self.selected) = (None, None, 0);
    }

    /// Lets the coin of the day say what stands first, where one decides: quiet rest, and otherwise
    /// what fits best.
    fn follow_coin(&mut self, shared: &Shared) {
        match shared.coin {
            Some(CoinSide::Session) => {
                let is_of_coin = |why: &OfferReason| *why == OfferReason::CoinSession;
                for offer in &mut self.suggested {
                    offer.why.retain(|why| !is_of_coin(why));
                }
                if let Some(first) = self.suggested.first_mut() {
                    first.why.insert(0, OfferReason::CoinSession);
                }
            }
            Some(CoinSide::Rest) => {
                let rest = shared.catalogue.iter().position(|entry| entry.id == QUIET_REST);
                let Some(index) =
                    rest.filter(|_| !shared.declined.iter().any(|id| id == QUIET_REST))
                else {
                    return;
                };
                self.course = None;
                self.suggested.retain(|offer| offer.index != index);
                self.suggested.insert(0, Suggestion { index, why: vec![OfferReason::CoinRest] });
                self.suggested.truncate(MOST_OFFERS);
            }
            None => {}
        }
    }

    /// The session of last night after which it is asked how the person slept.
    fn night<'a>(&self, shared: &'a Shared) -> Option<&'a JournalEntry> {
        shared.last_night.as_deref().filter(|_| !self.is_sleep_unasked)
    }

    /// Whether offers may still change by themselves.
    pub(super) fn is_fresh(&self) -> bool {
        !self.is_touched
    }

    /// Offers something else in the place of what is selected.
    fn decline(&mut self, shared: &Shared) -> Option<Request> {
        let id = self.selection(&shared.catalogue)?.id.clone();
        self.gives_way = Some(self.selected);
        Some(Request::KeepDeclined(shared.declined.iter().cloned().chain([id]).collect()))
    }

    /// The ids of what is offered.
    pub(super) fn offered(&self, catalogue: &[Entry]) -> Vec<String> {
        let entries = self.suggested.iter().filter_map(|offer| catalogue.get(offer.index));
        entries.map(|entry| entry.id.clone()).collect()
    }

    /// Keeps what was suggested from the catalogue before, so that nothing changes under the hand.
    /// Returns whether all of it is still there.
    fn keeps(&mut self, catalogue: &[Entry], before: &Catalogue) -> bool {
        let still = |offer: &Suggestion| {
            let id = &before.get(offer.index)?.id;
            let index = catalogue.iter().position(|entry| entry.id == *id)?;
            Some(Suggestion { index, ..offer.clone() })
        };
        let kept: Option<Vec<Suggestion>> = self.suggested.iter().map(still).collect();
        match kept.filter(|kept| !kept.is_empty()) {
            Some(kept) => {
                self.suggested = kept;
                true
            }
            None => false,
        }
    }

    /// What a session is about for this person.
    fn summary<'a>(&'a self, entry: &'a Entry) -> &'a str {
        self.summaries.get(&entry.id).unwrap_or(&entry.summary)
    }

    /// The day of a course that is selected, if one is.
    fn selected_day(&self) -> Option<&CourseToday> {
        self.course.as_ref().filter(|_| self.selected == 0)
    }

    /// The session that is selected.
    fn selection<'a>(&self, catalogue: &'a [Entry]) -> Option<&'a Entry> {
        self.suggested.get(self.selected).and_then(|offer| catalogue.get(offer.index))
    }
}

/// What was offered, with another in one place: the first of these that is not there yet.
fn with_another_in(place: usize, before: &[Suggestion], offers: &[Suggestion]) -> Vec<Suggestion> {
    let is_there = |offer: &&Suggestion| !before.iter().any(|it| it.index == offer.index);
    let mut kept = before.to_vec();
    let _ = kept.splice(place..=place, offers.iter().find(is_there).cloned());
    kept
}

/// What is left of a session for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaredForEntry {
    /// How much.
    pub left: AfterCare,
    /// What it is about then, where anything gave way.
    pub summary: Option<String>,
    /// What has to be at hand for it then, where anything gave way.
    pub tools: Option<Vec<Tool>>,
}

impl From<AfterCare> for CaredForEntry {
    fn from(left: AfterCare) -> Self {
        Self { left, summary: None, tools: None }
    }
}

/// What is left of a session once it is made safe for a person.
pub fn after_care(session: &Session, person: &CaredFor) -> CaredForEntry {
    let is_touch = |session: &Session| {
        steps_in(&session.blocks).into_iter().any(|step| step.massage().is_some())
    };
    let screened = screen(session, person);
    let left = if screened.says_that_little_is_left() {
        AfterCare::Little
    } else if is_touch(session) && !is_touch(screened.session()) {
        AfterCare::WithoutTouch
    } else {
        AfterCare::Whole
    };
    let gave_way = !screened.changes().is_empty();
    let screened = gave_way.then(|| screened.session());
    CaredForEntry {
        left,
        summary: screened.map(|session| session.summary.clone()),
        tools: screened.map(|session| session.tools.clone()),
    }
}
