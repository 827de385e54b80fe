//! The library: a list to move through and to search by typing.

mod drawing;
mod found;
mod keys;
mod rows;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Request;
use crate::body::Region;
use crate::learn::{Page, Topic};
use crate::library::{Catalogue, Entry, SessionFilter};
use crate::session::Setting;
use crate::timeline::Timeline;

pub use found::why_found;
pub(super) use keys::KEYS;
pub use rows::{FamiliarSessions, LibraryHeading, LibraryItem, LibraryList, LibraryRow, find};

/// The longest times that a list can be narrowed to, in minutes.
const MOST_MINUTES: [u64; 3] = [5, 10, 20];
/// How far a session may go over that, in milliseconds: as much as is not seen in minutes.
const NOT_SEEN_MILLIS: u64 = 30_000;

/// The library.
#[derive(Clone, Debug)]
pub struct LibraryScreen {
    /// Only sessions that work this region are listed.
    pub region: Option<Region>,
    /// Only sessions that suit this setting are listed.
    pub setting: Option<Setting>,
    /// Only sessions that last no longer are listed, in minutes.
    pub at_most: Option<u64>,
    /// What has been typed.
    pub query: String,
    /// Whether letters go into the search.
    pub searching: bool,
    /// What is listed.
    pub list: LibraryList,
    /// Which line of it is selected.
    pub selected: usize,
    /// The first row shown when the list was clicked on: what lies under a pointer stays there.
    pub held: Option<usize>,
    /// What is seen of a session beside the list.
    pub preview: Option<SessionPreview>,
    /// The page beside the list, where one is selected.
    pub page: Option<(Topic, Arc<Page>)>,
    familiar: FamiliarSessions,
}

/// What is seen of a session beside the list, as the person may play it.
#[derive(Clone, Debug)]
pub struct SessionPreview {
    /// Whose it is.
    pub id: String,
    /// What it is about.
    pub summary: String,
    /// The session laid out.
    pub timeline: Arc<Timeline>,
}

impl LibraryScreen {
    pub(super) fn new(
        searching: bool,
        region: Option<Region>,
        familiar: FamiliarSessions,
        catalogue: &Catalogue,
    ) -> Self {
        let mut library = Self {
            region,
            setting: None,
            at_most: None,
            query: String::new(),
            searching,
            list: LibraryList::default(),
            selected: 0,
            held: None,
            preview: None,
            page: None,
            familiar,
        };
        library.search(catalogue);
        library
    }

    /// Whether there is something to clear before one leaves.
    fn is_narrowed(&self) -> bool {
        self.searching || self.filter() != SessionFilter::default()
    }

    fn filter(&self) -> SessionFilter {
        let at_most = self.at_most.map(|minutes| minutes * 60_000 + NOT_SEEN_MILLIS);
        SessionFilter {
            region: self.region,
            setting: self.setting,
            at_most,
            ..SessionFilter::default()
        }
    }

    /// Searches again in another catalogue than before. A person who has moved on from the first line
    /// stays with what they had chosen.
    fn refresh(&mut self, catalogue: &Catalogue, before: &Catalogue) {
        let place =
            |row: &LibraryRow, catalogue: &Catalogue| (row.heading, row.item.name(catalogue));
        let chosen = self.chosen().filter(|_| self.selected > 0).map(|row| place(row, before));
        self.search(catalogue);
        let is_chosen = |row: &LibraryRow| Some(place(row, catalogue)) == chosen;
        self.selected = self.list.rows.iter().position(is_chosen).unwrap_or(self.selected);
        self.selected = self.selected.min(self.list.rows.len().saturating_sub(1));
        self.read_page();
    }

    /// Lists these as the favourites. What is selected stays so, under its heading or another.
    fn take_favourites(&mut self, favourites: &[String], catalogue: &Catalogue) {
        let before = self.chosen().copied();
        self.familiar.favourites = favourites.to_vec();
        self.search(catalogue);
        let at = |is_it: &dyn Fn(&LibraryRow) -> bool| self.list.rows.iter().position(is_it);
        let there = before.and_then(|row| at(&|it| *it == row).or(at(&|it| it.item == row.item)));
        self.selected = there.unwrap_or(self.selected).min(self.list.rows.len().saturating_sub(1));
        self.read_page();
    }

    /// What is seen of a session, where it is the one beside the list.
    fn preview_of(&self, id: &str) -> Option<&SessionPreview> {
        self.preview.as_ref().filter(|seen| seen.id == id)
    }

    /// The line that is selected.
    pub(super) fn chosen(&self) -> Option<&LibraryRow> {
        self.list.rows.get(self.selected)
    }

    /// The session that is selected, out of the catalogue.
    pub fn selection<'a>(&self, catalogue: &'a [Entry]) -> Option<&'a Entry> {
        match self.chosen()?.item {
            LibraryItem::Session(found) => catalogue.get(found.index),
            LibraryItem::Breath(_) | LibraryItem::Page(_) | LibraryItem::Course(_) => None,
        }
    }

    /// How many sessions are listed, each once.
    pub(super) fn sessions(&self) -> usize {
        let sessions = self.list.rows.iter().filter_map(|row| match row.item {
            LibraryItem::Session(found) => Some(found.index),
            LibraryItem::Breath(_) | LibraryItem::Page(_) | LibraryItem::Course(_) => None,
        });
        sessions.collect::<BTreeSet<_>>().len()
    }

    /// The session whose outline is wanted and not yet there.
    pub(super) fn wanted_preview(&self, catalogue: &Catalogue) -> Option<Request> {
        let wanted = self.chosen()?.item.session_id(catalogue)?;
        let is_there = self.preview.as_ref().is_some_and(|seen| seen.id == wanted);
        (!is_there).then_some(Request::Preview(wanted))
    }

    fn search_afresh(&mut self, catalogue: &Catalogue) {
        self.search(catalogue);
        self.select(0);
    }

    fn select(&mut self, line: usize) {
        self.selected = line;
        self.held = None;
        self.read_page();
    }

    /// Selects a line that was clicked on, while `first` is the first row shown.
    fn point_at(&mut self, line: usize, first: usize) {
        self.select(line);
        self.held = Some(first);
    }

    /// Selects the first of the named ways to breathe.
    pub(super) fn select_breathing(&mut self) {
        let is_breath = |row: &LibraryRow| matches!(row.item, LibraryItem::Breath(_));
        if let Some(line) = self.list.rows.iter().position(is_breath) {
            self.select(line);
        }
    }

    /// The first line under the next heading; the first of all after the last.
    fn next_heading(&self) -> usize {
        let after = self.selected + 1..self.list.rows.len();
        after.into_iter().find(|at| self.heading(*at) != self.heading(*at - 1)).unwrap_or(0)
    }

    fn heading(&self, line: usize) -> Option<LibraryHeading> {
        self.list.rows.get(line).and_then(|row| row.heading)
    }

    /// Reads the page that is selected, for a look at it.
    fn read_page(&mut self) {
        let topic = self.chosen().and_then(|row| match row.item {
            LibraryItem::Page(topic) => Some(topic),
            _ => None,
        });
        self.page = topic.and_then(|topic| Some((topic, Arc::new(topic.page().ok()?))));
    }

    /// Everything that is wanted now: what works the region and little else first, or what fits the
    /// words best, or the shelves.
    fn search(&mut self, catalogue: &Catalogue) {
        let filter = self.filter();
        self.list = if !self.query.trim().is_empty() {
            find(catalogue, &self.query, &filter)
        } else if self.region.is_some() {
            let rows = rows::working_region(catalogue, &filter);
            LibraryList { rows, ..LibraryList::default() }
        } else {
            let rows = rows::shelves(catalogue, &self.familiar, &filter);
            LibraryList { rows, ..LibraryList::default() }
        };
    }

    /// Narrows the list to the next setting, and after the last to none.
    fn next_setting(&mut self) {
        let at = self.setting.and_then(|here| Setting::ALL.iter().position(|it| *it == here));
        self.setting = Setting::ALL.get(at.map_or(0, |at| at + 1)).copied();
    }

    /// Narrows the list to the next longer time, and after the last to none.
    fn next_time(&mut self) {
        let at = self.at_most.and_then(|here| MOST_MINUTES.iter().position(|it| *it == here));
        self.at_most = MOST_MINUTES.get(at.map_or(0, |at| at + 1)).copied();
    }
}
