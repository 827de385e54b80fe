//! The library: a list to move through and to search by typing.

use std::sync::Arc;

use super::Request;
use crate::library::{Catalogue, Entry, search, search_on};
use crate::timeline::Timeline;
use crate::tui::Action;

/// The longest search that can be typed, in letters.
const LONGEST_QUERY: usize = 60;

/// The library.
#[derive(Clone, Debug)]
pub struct Browse {
    /// What has been typed.
    pub query: String,
    /// Whether letters go into the search.
    pub searching: bool,
    /// What was found, as indices into the catalogue.
    pub found: Vec<usize>,
    /// Which of them is selected.
    pub selected: usize,
    /// The outline beside the list: whose it is, and the session laid out.
    pub preview: Option<(String, Arc<Timeline>)>,
}

impl Browse {
    pub(super) fn new(searching: bool) -> Self {
        Self { query: String::new(), searching, found: Vec::new(), selected: 0, preview: None }
    }

    /// Searches again, in a catalogue that may be another one than before. Whoever has moved on from
    /// the first line stays with what they had chosen.
    pub(super) fn refresh(&mut self, catalogue: &Catalogue, before: &Catalogue) {
        let chosen = self.selection(before).filter(|_| self.selected > 0);
        self.found = search(catalogue, &self.query);
        let is_chosen = |index: &usize| {
            chosen.is_some_and(|chosen| catalogue.get(*index).is_some_and(|e| e.id == chosen.id))
        };
        self.selected = self.found.iter().position(is_chosen).unwrap_or(self.selected);
        self.selected = self.selected.min(self.found.len().saturating_sub(1));
    }

    /// The entry that is selected.
    pub fn selection<'a>(&self, catalogue: &'a [Entry]) -> Option<&'a Entry> {
        self.found.get(self.selected).and_then(|index| catalogue.get(*index))
    }

    /// The session whose outline is wanted and not yet there.
    pub(super) fn wanted_preview(&self, catalogue: &[Entry]) -> Option<Request> {
        let entry = self.selection(catalogue)?;
        let is_there = self.preview.as_ref().is_some_and(|(id, _)| *id == entry.id);
        (!is_there).then(|| Request::Preview(entry.id.clone()))
    }

    pub(super) fn act(&mut self, action: Action, catalogue: &Catalogue) -> Vec<Request> {
        let last = self.found.len().saturating_sub(1);
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::First => self.selected = 0,
            Action::Last => self.selected = last,
            Action::Search => self.searching = true,
            Action::Type(letter) if self.query.chars().count() < LONGEST_QUERY => {
                let before = self.query.clone();
                self.query.push(letter);
                self.found = search_on(catalogue, &self.query, &before, &self.found);
                self.selected = 0;
            }
            Action::Erase => {
                self.query.pop();
                self.search_afresh(catalogue);
            }
            Action::Back => {
                self.searching = false;
                self.query.clear();
                self.search_afresh(catalogue);
            }
            Action::Open => {
                let entry = self.selection(catalogue);
                return entry.map(|entry| Request::Load(entry.id.clone())).into_iter().collect();
            }
            _ => {}
        }
        Vec::new()
    }

    fn search_afresh(&mut self, catalogue: &Catalogue) {
        self.found = search(catalogue, &self.query);
        self.selected = 0;
    }
}
