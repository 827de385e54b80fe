//! The search for something to tell: what is typed leads to the item that it fits best.

use super::{ProfileItem, ProfileScreen, ProfileSection};
use crate::care::conditions_told_in;
use crate::learn::signs_told;
use crate::words::Texts;

/// The longest search that can be typed, in letters.
const LONGEST_QUERY: usize = 40;

/// A search in the making.
#[derive(Clone, Debug, Default)]
pub struct ProfileSearch {
    /// What has been typed.
    pub query: String,
    /// The items that it fits, counted through all sections.
    pub found: Vec<usize>,
    /// What was selected before: there one is again where the search is left.
    before: usize,
}

impl ProfileScreen {
    pub(super) fn begin_search(&mut self) {
        self.search = Some(ProfileSearch { before: self.selected, ..ProfileSearch::default() });
    }

    /// Ends the search where it began.
    pub(super) fn end_search(&mut self) {
        if let Some(search) = self.search.take() {
            self.select(search.before);
        }
    }

    /// Ends the search at what it led to. Returns whether that is to be told now: a condition or a tool
    /// that has not been.
    pub(super) fn choose_found(&mut self) -> bool {
        if self.search.take_if(|search| !search.found.is_empty()).is_none() {
            return false;
        }
        self.item().is_some_and(|item| item.is_told(&self.profile) == Some(false))
    }

    /// Adds a letter to what is typed, or takes the last one back.
    pub(super) fn type_letter(&mut self, letter: Option<char>, texts: &Texts) {
        let Some(search) = &mut self.search else { return };
        match letter {
            Some(letter) if search.query.chars().count() < LONGEST_QUERY => {
                search.query.push(letter);
            }
            Some(_) => return,
            None => drop(search.query.pop()),
        }
        search.found = found(&search.query, texts);
        let to = search.found.first().copied().unwrap_or(search.before);
        self.select(to);
    }

    /// What comes first where what was typed tells of a sign of an emergency. What is called so comes
    /// before what the same words may be a sign of.
    pub(super) fn signs_typed(&self, texts: &Texts) -> Vec<String> {
        let search = self.search.as_ref().filter(|search| search.found.is_empty());
        search.map(|search| signs_told(&search.query, texts)).unwrap_or_default()
    }

    /// The next of what was found, or the one before.
    pub(super) fn select_found(&mut self, is_next: bool) {
        let Some(search) = &self.search else { return };
        let mut found = search.found.iter().copied();
        let to = if is_next {
            found.find(|item| *item > self.selected)
        } else {
            found.rfind(|item| *item < self.selected)
        };
        self.select(to.unwrap_or(self.selected));
    }
}

/// The items that something typed fits best: by a word of their name, or else by one of what they ask.
fn found(query: &str, texts: &Texts) -> Vec<usize> {
    let query = query.trim().to_lowercase();
    if query.is_empty() {
        return Vec::new();
    }
    let items = ProfileSection::all().into_iter().flat_map(|section| section.items).enumerate();
    let fits = |(index, item): (usize, ProfileItem)| {
        let known = rank(&query, &item.name(texts), &item.about(texts));
        let rank = if is_called(item, &query) { Some(0) } else { known }?;
        // Of the tools and the like only the name says which it is.
        let by_name = rank < 2 || matches!(item, ProfileItem::Condition(_));
        by_name.then_some((index, rank))
    };
    let found: Vec<(usize, u8)> = items.filter_map(fits).collect();
    let best = found.iter().map(|(_, rank)| *rank).min();
    found.into_iter().filter(|(_, rank)| Some(*rank) == best).map(|(item, _)| item).collect()
}

/// Whether a condition is called so, or told of in these words, by whatever name.
fn is_called(item: ProfileItem, query: &str) -> bool {
    let ProfileItem::Condition(condition) = item else { return false };
    condition.may_be_called(query) || conditions_told_in(query).contains(&condition)
}

/// How well a query fits, the lower the better.
fn rank(query: &str, name: &str, about: &str) -> Option<u8> {
    let (name, about) = (name.to_lowercase(), about.to_lowercase());
    let begins = |text: &str| {
        let is_between = |letter: char| !letter.is_alphanumeric();
        text.match_indices(query)
            .any(|(at, _)| text[..at].chars().next_back().is_none_or(is_between))
    };
    match () {
        () if begins(&name) => Some(0),
        () if name.contains(query) => Some(1),
        () if begins(&about) => Some(2),
        () if about.contains(query) => Some(3),
        () => None,
    }
}
