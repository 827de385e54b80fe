//! The keys of the library, and what they do.

use crossterm::event::KeyCode::{
    Backspace, Char, Down, End, Enter, Esc, Home, Left, Right, Tab, Up,
};

use super::{LibraryItem, LibraryScreen};
use crate::courses::{CourseProgress, SessionCourse};
use crate::library::Catalogue;
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::keymap::{KeyRow, back, help, leave, night, page_down, page_up, quiet, row};
use crate::screens::moving::moved;
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Hit, Place, Request, Shared, Target, TopicSection};

/// The longest search that can be typed, in letters.
const LONGEST_QUERY: usize = 60;

const LIBRARY: &[Place] = &[Place::Library];
const SEARCHING: &[Place] = &[Place::Searching];
const BOTH: &[Place] = &[Place::Library, Place::Searching];

/// The keys of the library.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Enter], Action::Open, SEARCHING, "enter", "choose"),
    quiet(row(&[Up], Action::Up, SEARCHING, "↑", "")),
    quiet(row(&[Down], Action::Down, SEARCHING, "↓", "")),
    quiet(row(&[Backspace], Action::Erase, SEARCHING, "⌫", "")),
    row(&[Esc], Action::Back, SEARCHING, "esc", "clear"),
    row(&[Enter, Right, Char(' ')], Action::Open, LIBRARY, "enter", "choose"),
    quiet(row(&[Char('l')], Action::Open, LIBRARY, "l", "")),
    quiet(row(&[Up, Char('k')], Action::Up, LIBRARY, "↑ k", "up")),
    quiet(row(&[Down, Char('j')], Action::Down, LIBRARY, "↓ j", "down")),
    quiet(row(&[Home, Char('g')], Action::First, LIBRARY, "g", "first")),
    quiet(row(&[End, Char('G')], Action::Last, LIBRARY, "G", "last")),
    page_up(BOTH),
    page_down(BOTH),
    row(&[Char('/')], Action::Search, LIBRARY, "/", "search"),
    row(&[Char('s')], Action::Setting, LIBRARY, "s", "where"),
    row(&[Char('t')], Action::AtMost, LIBRARY, "t", "how long"),
    row(&[Tab], Action::Next, LIBRARY, "tab", "next group"),
    row(&[Char('f')], Action::Favourite, LIBRARY, "f", "favourite"),
    row(&[Char('m')], Action::BodyMap, LIBRARY, "m", "map"),
    row(&[Char('i')], Action::Learn, LIBRARY, "i", "learn"),
    quiet(row(&[Left, Char('h')], Action::Back, LIBRARY, "←", "back")),
    night(LIBRARY),
    back(LIBRARY),
    help(LIBRARY),
    leave(LIBRARY),
];

impl Behaviour for LibraryScreen {
    fn place(&self, _: &KeyContext<'_>) -> Place {
        if self.searching { Place::Searching } else { Place::Library }
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        let catalogue = &context.shared.catalogue;
        let mut requests = match action {
            Action::Back if !self.is_narrowed() => return Route::Back.into(),
            Action::BodyMap => return Route::BodyMap(self.region).into(),
            Action::Open => match self.chosen().map(|row| row.item) {
                Some(LibraryItem::Page(topic)) => return Route::Page(topic).into(),
                Some(LibraryItem::Course(at)) => {
                    let course = catalogue.courses().get(at);
                    course.map(|course| follow(course, context.shared)).unwrap_or_default()
                }
                Some(item) => item.session_id(catalogue).map(Request::Load).into_iter().collect(),
                None => Vec::new(),
            },
            Action::Favourite => self.choose_favourite(context.shared).into_iter().collect(),
            _ => {
                self.move_or_search(action, context);
                Vec::new()
            }
        };
        requests.extend(self.wanted_preview(catalogue));
        requests.into()
    }

    fn click(&mut self, hit: Option<&Hit>, context: &KeyContext<'_>) -> Reaction {
        match hit.map(|hit| hit.target) {
            // The first click chooses, a second on the same line opens.
            Some(Target::Line { line, .. }) if line == self.selected => {
                self.act(Action::Open, context)
            }
            Some(Target::Line { line, first }) => {
                self.point_at(line, first);
                self.wanted_preview(&context.shared.catalogue).into()
            }
            _ => Reaction::default(),
        }
    }

    fn follow_catalogue(&mut self, shared: &Shared, before: &Catalogue) -> Option<Request> {
        self.refresh(&shared.catalogue, before);
        self.wanted_preview(&shared.catalogue)
    }

    fn topics(&self, context: &KeyContext<'_>) -> Option<TopicSection> {
        match self.chosen()?.item {
            LibraryItem::Breath(pattern) => Some(TopicSection::about_pattern(pattern)),
            _ => TopicSection::of_entry(self.selection(&context.shared.catalogue)?),
        }
    }
}

/// The session of a course that comes next; a course that does not go on yet begins.
fn follow(course: &SessionCourse, shared: &Shared) -> Vec<Request> {
    let going_on = shared.course.as_ref().filter(|progress| progress.course == course.id);
    let next = going_on.and_then(|progress| progress.next(course));
    let begins = next.is_none().then(|| Request::StartCourse(course.id.clone()));
    let Some(today) = next.or_else(|| CourseProgress::start(course).next(course)) else {
        return Vec::new();
    };
    let id = today.day.session;
    let load = match today.day.minutes {
        Some(minutes) => Request::LoadFitted { id, minutes },
        None => Request::Load(id),
    };
    begins.into_iter().chain([load]).collect()
}

impl LibraryScreen {
    /// Keeps what is selected among the favourites, or no longer.
    fn choose_favourite(&mut self, shared: &Shared) -> Option<Request> {
        let id = self.chosen()?.item.session_id(&shared.catalogue)?;
        let favourites = shared.favourites_with(&id);
        self.take_favourites(&favourites, &shared.catalogue);
        Some(Request::KeepFavourites(favourites))
    }

    fn move_or_search(&mut self, action: Action, context: &KeyContext<'_>) {
        let catalogue = &context.shared.catalogue;
        match action {
            Action::Next => self.select(self.next_heading()),
            Action::Search => self.searching = true,
            Action::Setting => {
                self.next_setting();
                self.search_afresh(catalogue);
            }
            Action::AtMost => {
                self.next_time();
                self.search_afresh(catalogue);
            }
            Action::Type(letter) if self.query.chars().count() < LONGEST_QUERY => {
                self.query.push(letter);
                self.search_afresh(catalogue);
            }
            Action::Erase => {
                self.query.pop();
                self.search_afresh(catalogue);
            }
            Action::Back if self.searching => {
                self.searching = false;
                self.query.clear();
                self.search_afresh(catalogue);
            }
            Action::Back => {
                (self.region, self.setting, self.at_most) = (None, None, None);
                self.search_afresh(catalogue);
            }
            _ => {
                let (lines, seen) = (self.list.rows.len(), context.frame.list_lines);
                self.select(moved(action, self.selected, lines, seen));
            }
        }
    }
}
