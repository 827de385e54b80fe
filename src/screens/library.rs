//! The library: a list to move through and to search by typing.

mod drawing;
mod found;
mod keys;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::Request;
use crate::body::Region;
use crate::library::{
    Catalogue, Entry, FoundSession, SearchResult, SessionFilter, search, working,
};
use crate::timeline::Timeline;

pub use found::why_found;
pub(super) use keys::KEYS;

/// The library.
#[derive(Clone, Debug)]
pub struct LibraryScreen {
    /// Only sessions that work this region are listed.
    pub region: Option<Region>,
    /// What has been typed.
    pub query: String,
    /// Whether letters go into the search.
    pub searching: bool,
    /// The sessions that were found, out of the catalogue.
    pub found: Vec<FoundSession>,
    /// Nothing fits all that was typed: what was found is near it.
    pub is_near: bool,
    /// Which of them is selected.
    pub selected: usize,
    /// The first line shown when the list was clicked on: what lies under a pointer stays there.
    pub held: Option<usize>,
    /// The outline beside the list: whose it is, and the session laid out.
    pub preview: Option<(String, Arc<Timeline>)>,
}

impl LibraryScreen {
    pub(super) fn new(searching: bool, region: Option<Region>, catalogue: &Catalogue) -> Self {
        let mut library = Self {
            region,
            query: String::new(),
            searching,
            found: Vec::new(),
            is_near: false,
            selected: 0,
            held: None,
            preview: None,
        };
        library.search(catalogue);
        library
    }

    /// Whether there is something to clear before one leaves.
    fn is_narrowed(&self) -> bool {
        self.searching || self.region.is_some()
    }

    /// Searches again in another catalogue than before. A person who has moved on from the first line
    /// stays with what they had chosen.
    fn refresh(&mut self, catalogue: &Catalogue, before: &Catalogue) {
        let chosen = self.selection(before).filter(|_| self.selected > 0);
        self.search(catalogue);
        let is_chosen = |found: &FoundSession| {
            let entry = catalogue.get(found.index);
            chosen.is_some_and(|chosen| entry.is_some_and(|entry| entry.id == chosen.id))
        };
        self.selected = self.found.iter().position(is_chosen).unwrap_or(self.selected);
        self.selected = self.selected.min(self.found.len().saturating_sub(1));
    }

    /// The entry that is selected.
    pub fn selection<'a>(&self, catalogue: &'a [Entry]) -> Option<&'a Entry> {
        self.found.get(self.selected).and_then(|found| catalogue.get(found.index))
    }

    /// The session whose outline is wanted and not yet there.
    fn wanted_preview(&self, catalogue: &[Entry]) -> Option<Request> {
        let entry = self.selection(catalogue)?;
        let is_there = self.preview.as_ref().is_some_and(|(id, _)| *id == entry.id);
        (!is_there).then(|| Request::Preview(entry.id.clone()))
    }

    fn search_afresh(&mut self, catalogue: &Catalogue) {
        self.search(catalogue);
        self.select(0);
    }

    fn select(&mut self, line: usize) {
        self.selected = line;
        self.held = None;
    }

    /// Selects a line that was clicked on, while `first` is the first line shown.
    fn point_at(&mut self, line: usize, first: usize) {
        self.selected = line;
        self.held = Some(first);
    }

    /// Everything that is wanted now: what works the region and little else first, or what fits the
    /// words best.
    fn search(&mut self, catalogue: &Catalogue) {
        let SearchResult { found, is_near } = match self.region {
            Some(region) if self.query.is_empty() => {
                let working = working(catalogue, region).into_iter();
                let found = working.map(|index| FoundSession { index, by: None }).collect();
                SearchResult { found, is_near: false }
            }
            _ => search(catalogue, &self.query),
        };
        (self.found, self.is_near) = (found, is_near);
        let filter = SessionFilter { region: self.region, ..SessionFilter::default() };
        self.found.retain(|found| filter.lets_through(&catalogue[found.index]));
    }
}
