//! Finds sessions by what a person types.

use std::cmp::Reverse;

use super::search_text::{FoundBy, found_by};
use super::{Catalogue, Entry};
use crate::body::Region;
use crate::matching::{EverydayTable, Query};
use crate::session::{Goal, Setting, Technique};

/// How far a session may go over the length that was asked for, in milliseconds: as much as is not
/// seen where it is written in minutes.
const NOT_SEEN_MILLIS: u64 = 30_000;

/// What a list may be narrowed to; `None` lets everything through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SessionFilter {
    /// Meant to help with this.
    pub goal: Option<Goal>,
    /// Works this region.
    pub region: Option<Region>,
    /// Uses this technique.
    pub technique: Option<Technique>,
    /// Suits this setting.
    pub setting: Option<Setting>,
    /// Lasts at most this long as written, in milliseconds.
    pub at_most: Option<u64>,
}

impl SessionFilter {
    /// Whether an entry passes.
    pub fn lets_through(&self, entry: &Entry) -> bool {
        self.goal.is_none_or(|goal| entry.goals.contains(&goal))
            && self.region.is_none_or(|region| entry.regions.contains(&region))
            && self.technique.is_none_or(|technique| entry.techniques.contains(&technique))
            && self.setting.is_none_or(|setting| entry.settings.contains(&setting))
            && self.at_most.is_none_or(|millis| entry.millis <= millis)
    }
}

/// A session that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundSession {
    /// Which of the catalogue.
    pub index: usize,
    /// Why, where its title does not say so already.
    pub by: Option<FoundBy>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchResult {
    /// The sessions, the best first.
    pub found: Vec<FoundSession>,
    /// Nothing fits all that was typed: these fit some of it.
    pub is_near: bool,
    /// What the words were taken for, where they fit only as slips of others.
    pub meant: Option<String>,
}

/// The entries that fit what a person types, best first; everything in its order where nothing is
/// typed.
///
/// Words are looked for in titles, regions and their everyday names, goals, techniques, tools,
/// settings, breathing patterns, titles of steps and summaries, and everyday words such as
/// “headache” lead to what [`EverydayTable`] says. A length such as `5m`, `10min` or `<15` keeps what
/// lasts no longer.
pub fn search(catalogue: &Catalogue, typed: &str) -> SearchResult {
    let query = Query::read(typed, EverydayTable::shipped());
    let fits = |index: usize| {
        let longest = query.at_most.map(|minutes| minutes * 60_000 + NOT_SEEN_MILLIS);
        longest.is_none_or(|longest| catalogue[index].millis <= longest)
    };
    if query.is_empty() {
        let all = (0..catalogue.len()).filter(|index| fits(*index));
        let found = all.map(|index| FoundSession { index, by: None }).collect();
        return SearchResult { found, is_near: false, meant: None };
    }
    let fitting = catalogue.index().search(&query);
    let mut found: Vec<_> = fitting.fits.iter().filter(|fit| fits(fit.document)).collect();
    // Of those that fit as well, the one whose title says least beside it.
    let title_words = |index: usize| catalogue[index].title.split_whitespace().count();
    found.sort_by_cached_key(|fit| (Reverse(fit.points), title_words(fit.document), fit.document));
    let found = found.into_iter();
    let found = found.map(|fit| FoundSession { index: fit.document, by: found_by(fit.source) });
    SearchResult { found: found.collect(), is_near: fitting.is_near, meant: fitting.meant }
}

/// The entries that work a region, those that work little else first, as indices into `entries`.
pub fn working(entries: &[Entry], region: Region) -> Vec<usize> {
    let filter = SessionFilter { region: Some(region), ..SessionFilter::default() };
    let mut found: Vec<_> =
        (0..entries.len()).filter(|index| filter.lets_through(&entries[*index])).collect();
    found.sort_by_key(|index| entries[*index].regions.len());
    found
}
