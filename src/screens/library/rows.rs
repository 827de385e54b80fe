//! What is listed: sessions, ways to breathe and pages, each under a heading.

use crate::learn::{self, FoundTopics, Topic};
use crate::library::{
    Catalogue, FoundSession, SessionFilter, Shelf, breathing_id, search, working,
};
use crate::session::{NamedPattern, Pattern};
use crate::words::Message;

/// How many of the sessions that were found stand before what there is to breathe and to read.
const BEST: usize = 4;
/// How many sessions more than that there have to be before they stand apart.
const FEW: usize = 3;
/// How many patterns, and how many pages, are listed of those that were found.
const BESIDE: usize = 3;
/// How many sessions that were played lately are listed.
const LATELY: usize = 3;
/// Fewer letters than this are not shortened any more when nothing is found.
const SHORTEST: usize = 3;

/// Under which heading something is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LibraryHeading {
    /// What the first screen offers.
    Now,
    /// The person's favourites.
    Favourites,
    /// What was played last.
    Lately,
    /// Courses.
    Courses,
    /// One of the shelves.
    Shelf(Shelf),
    /// The sessions that fit the words best.
    Best,
    /// Pages.
    Read,
    /// The other sessions that fit the words.
    More,
}

impl LibraryHeading {
    /// The word for it in JSON and in texts.
    pub fn id(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Favourites => "favourites",
            Self::Lately => "lately",
            Self::Courses => "courses",
            Self::Shelf(place) => place.id(),
            Self::Best => "best",
            Self::Read => "read",
            Self::More => "more",
        }
    }
}

/// Something that is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LibraryItem {
    /// A session.
    Session(FoundSession),
    /// A named breathing pattern.
    Breath(&'static NamedPattern),
    /// A page.
    Page(Topic),
    /// A course: its place among those of the catalogue.
    Course(usize),
}

impl LibraryItem {
    fn plain(index: usize) -> Self {
        Self::Session(FoundSession { index, by: None })
    }

    /// The id of the session it opens, if it is one or breathes one.
    pub(super) fn session_id(self, catalogue: &Catalogue) -> Option<String> {
        match self {
            Self::Session(found) => catalogue.get(found.index).map(|entry| entry.id.clone()),
            Self::Breath(pattern) => Some(breathing_id(pattern.id)),
            Self::Page(_) | Self::Course(_) => None,
        }
    }

    /// What it is known by, in whichever order things are listed.
    pub(super) fn name(self, catalogue: &Catalogue) -> String {
        match self {
            Self::Course(at) => {
                catalogue.courses().get(at).map(|course| format!("course:{}", course.id))
            }
            Self::Page(topic) => Some(format!("page:{}", topic.id())),
            Self::Session(_) | Self::Breath(_) => self.session_id(catalogue),
        }
        .unwrap_or_default()
    }
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LibraryRow {
    /// Its heading; `None` where the list has none.
    pub heading: Option<LibraryHeading>,
    /// What it is.
    pub item: LibraryItem,
}

/// What is listed, and how well it fits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LibraryList {
    /// The lines, in their order.
    pub rows: Vec<LibraryRow>,
    /// Nothing fits all that was typed: these fit some of it, or almost.
    pub is_near: bool,
    /// What was taken to be meant, where the words fit only as slips of others.
    pub meant: Option<String>,
}

impl LibraryList {
    /// What is said of a list that is not just what was typed.
    pub fn guess(&self) -> Option<Message> {
        match &self.meant {
            _ if self.is_near => Some(Message::new("found-near")),
            Some(words) => Some(Message::new("found-meant").with("words", words.as_str())),
            None => None,
        }
    }
}

/// What fits words a person types: the best sessions, then what there is to breathe and to read, then
/// the other sessions. Where nothing fits, what fits the beginning of the words is near.
pub fn find(catalogue: &Catalogue, typed: &str, filter: &SessionFilter) -> LibraryList {
    let mut list = find_exactly(catalogue, typed, filter);
    let mut shorter = typed.trim().to_owned();
    // A few letters of a long word are another word.
    let shortest = SHORTEST.max(shorter.chars().count() * 2 / 3);
    while list.rows.is_empty() && shorter.chars().count() > shortest {
        shorter.pop();
        list = find_exactly(catalogue, shorter.trim(), filter);
        list.is_near = true;
        list.meant = None;
    }
    list
}

fn find_exactly(catalogue: &Catalogue, typed: &str, filter: &SessionFilter) -> LibraryList {
    let sessions = search(catalogue, typed);
    let topics = learn::search(typed);
    // What is only near stands beside nothing that fits.
    let (no_sessions, no_topics) = (sessions.found.is_empty(), topics.topics.is_empty());
    let takes_sessions = !sessions.is_near || topics.is_near || no_topics;
    let takes_topics = !topics.is_near || sessions.is_near || no_sessions;
    let mut found = sessions.found;
    found.retain(|found| takes_sessions && filter.lets_through(&catalogue[found.index]));
    let (is_near, meant) = if takes_sessions {
        (sessions.is_near, sessions.meant)
    } else {
        (topics.is_near, topics.meant.clone())
    };
    let (breaths, pages) = if takes_topics { beside(&topics, filter) } else { Default::default() };
    let is_whole = *filter == SessionFilter::default();
    let courses = catalogue.courses().search(typed).into_iter().filter(|_| is_whole).take(BESIDE);
    let more = if found.len() > BEST + FEW { found.split_off(BEST) } else { Vec::new() };
    let rows = |heading, items: Vec<LibraryItem>| {
        items.into_iter().map(move |item| LibraryRow { heading: Some(heading), item })
    };
    let sessions = |found: Vec<FoundSession>| found.into_iter().map(LibraryItem::Session).collect();
    let rows = rows(LibraryHeading::Best, sessions(found))
        .chain(rows(LibraryHeading::Courses, courses.map(LibraryItem::Course).collect()))
        .chain(rows(LibraryHeading::Shelf(Shelf::Breath), breaths))
        .chain(rows(LibraryHeading::Read, pages))
        .chain(rows(LibraryHeading::More, sessions(more)));
    LibraryList { rows: rows.collect(), is_near, meant }
}

/// The patterns and the pages that stand beside sessions. Patterns fit everywhere and have any length;
/// pages are none of what a list is narrowed to.
fn beside(found: &FoundTopics, filter: &SessionFilter) -> (Vec<LibraryItem>, Vec<LibraryItem>) {
    let is_open =
        SessionFilter { setting: None, at_most: None, ..*filter } == SessionFilter::default();
    let is_whole = *filter == SessionFilter::default();
    let item = |topic: &Topic| match topic {
        Topic::Breathing(pattern) => LibraryItem::Breath(pattern),
        topic => LibraryItem::Page(*topic),
    };
    let (breaths, pages): (Vec<_>, Vec<_>) =
        (found.topics.iter().map(item)).partition(|item| matches!(item, LibraryItem::Breath(_)));
    let some = |items: Vec<_>, taken: bool| -> Vec<_> {
        items.into_iter().take(if taken { BESIDE } else { 0 }).collect()
    };
    (some(breaths, is_open), some(pages, is_whole))
}

/// What is known of a person's sessions: the ids of those that are offered now, of favourites, and of
/// those that were played lately, the last first.
#[derive(Clone, Debug, Default)]
pub struct FamiliarSessions {
    /// What the first screen offers.
    pub offered: Vec<String>,
    /// The favourites.
    pub favourites: Vec<String>,
    /// What was played lately.
    pub lately: Vec<String>,
}

/// Everything, shelf by shelf; what fits now, favourites and what was played lately
/// stand before it.
pub(super) fn shelves(
    catalogue: &Catalogue,
    familiar: &FamiliarSessions,
    filter: &SessionFilter,
) -> Vec<LibraryRow> {
    let entry = |id: &String| catalogue.iter().position(|entry| entry.id == *id);
    let known = |ids: &[String]| ids.iter().filter_map(entry).map(LibraryItem::plain).collect();
    let on_shelf = |shelf: Shelf| -> Vec<LibraryItem> {
        let there = (0..catalogue.len()).filter(|index| catalogue[*index].shelf() == shelf);
        let patterns = Pattern::all_named().iter().filter(|_| shelf == Shelf::Breath);
        there.map(LibraryItem::plain).chain(patterns.map(LibraryItem::Breath)).collect()
    };
    let lately: Vec<_> = known(&familiar.lately);
    let lately = lately.into_iter().take(LATELY).collect();
    let is_open = *filter == SessionFilter::default();
    let courses = (0..catalogue.courses().len()).filter(|_| is_open).map(LibraryItem::Course);
    let courses = courses.collect();
    let first = [
        (LibraryHeading::Now, known(&familiar.offered)),
        (LibraryHeading::Favourites, known(&familiar.favourites)),
        (LibraryHeading::Lately, lately),
        (LibraryHeading::Courses, courses),
    ];
    let all = Shelf::ALL.map(|shelf| (LibraryHeading::Shelf(shelf), on_shelf(shelf)));
    let rows = first.into_iter().chain(all).flat_map(|(heading, items)| {
        items.into_iter().map(move |item| LibraryRow { heading: Some(heading), item })
    });
    rows.filter(|row| lets_through(row.item, catalogue, filter)).collect()
}

/// The sessions that work the region of a filter, those that work little else first.
pub(super) fn working_region(catalogue: &Catalogue, filter: &SessionFilter) -> Vec<LibraryRow> {
    let working = filter.region.map(|region| working(catalogue, region)).unwrap_or_default();
    let rows = working.into_iter().map(LibraryItem::plain);
    let rows = rows.filter(|item| lets_through(*item, catalogue, filter));
    rows.map(|item| LibraryRow { heading: None, item }).collect()
}

fn lets_through(item: LibraryItem, catalogue: &Catalogue, filter: &SessionFilter) -> bool {
    match item {
        LibraryItem::Session(found) => filter.lets_through(&catalogue[found.index]),
        LibraryItem::Breath(_) | LibraryItem::Page(_) | LibraryItem::Course(_) => true,
    }
}
