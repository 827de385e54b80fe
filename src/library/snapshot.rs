//! A look at everything there is, and looking again without reading it all once more.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::SystemTime;

use super::load::Origin;
use super::parallel::map_in_parallel;
use super::search_text::document;

use super::stamp::Stamp;
use super::{Catalogue, Entry, Library};
use crate::format::KnownNames;
use crate::matching::Document;

/// A look at everything there is: where it lies, and what it says.
#[derive(Debug)]
pub struct LibrarySnapshot {
    library: Library,
    catalogue: Catalogue,
    /// What was found under each id.
    found: BTreeMap<String, Found>,
}

/// What was found under one id.
#[derive(Clone, Debug)]
struct Found {
    place: FoundIn,
    is_valid: bool,
}

/// Where something was found.
#[derive(Clone, Debug)]
enum FoundIn {
    BuiltIn,
    /// In a file that looked like this, if it could be looked at.
    File(Option<Stamp>),
}

/// What a look comes to under one id.
enum Seen {
    /// The same as before.
    Same,
    /// Read now: what was found, and what is shown.
    Read(Found, Option<Box<(Document, Entry)>>),
}

impl LibrarySnapshot {
    /// A look at the built-in sessions alone.
    ///
    /// Sessions may name what is among these too, such as the person's own sounds.
    pub fn of_built_in(known_names: KnownNames) -> Self {
        let library = Library::open_with(None, known_names);
        let nothing = Self {
            library: Library::open_again(None, &library, None),
            catalogue: Catalogue::default(),
            found: BTreeMap::new(),
        };
        let mut seen = nothing.followed_by(library, None).unwrap_or(nothing);
        // Whoever plays one session needs a few moves, and looking has read them all.
        seen.library.forget_moves();
        seen
    }

    /// Looks again, at the built-in sessions and the person's own folder over them. Only files that
    /// are new or look different are read, but all of them where a move changed. `None` where
    /// everything is as it was.
    ///
    /// `now` is the time at which the look begins: a file that has only just been written is not
    /// trusted to look different after its next change.
    pub fn refreshed(&self, folder: Option<&Path>, now: SystemTime) -> Option<Self> {
        self.followed_by(Library::open_again(folder, &self.library, Some(now)), Some(now))
    }

    /// Where everything lies.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Every valid session.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    fn followed_by(&self, library: Library, now: Option<SystemTime>) -> Option<Self> {
        let can_keep = library.reads_as(&self.library);
        let origins: Vec<_> = library.origins().collect();
        let seen = map_in_parallel(&origins, |(id, origin)| {
            let before = self.found.get(*id).filter(|_| can_keep);
            see(&library, id, origin, before, now)
        });
        let is_all_the_same = seen.iter().all(|seen| matches!(seen, Seen::Same));
        let as_unused = library.unused().eq(self.library.unused());
        let as_courses = library.courses() == self.library.courses();
        if is_all_the_same && as_unused && as_courses && seen.len() == self.found.len() {
            return None;
        }
        let mut found = BTreeMap::new();
        let mut ready = Vec::with_capacity(seen.len());
        let mut kept = BTreeSet::new();
        for ((id, _), seen) in origins.iter().zip(seen) {
            let now_found = match seen {
                Seen::Read(found, entry) => {
                    ready.extend(entry.map(|entry| *entry));
                    Some(found)
                }
                Seen::Same => {
                    kept.insert(*id);
                    self.found.get(*id).cloned()
                }
            };
            found.extend(now_found.map(|now_found| ((*id).to_owned(), now_found)));
        }
        let before = self.catalogue.sought().iter().zip(self.catalogue.iter());
        let before = before.filter(|(_, entry)| kept.contains(entry.id.as_str()));
        ready.extend(before.map(|(sought, entry)| (sought.clone(), entry.clone())));
        let invalid = found.values().filter(|found| !found.is_valid).count();
        let catalogue = Catalogue::by_title(
            ready,
            library.courses().clone(),
            invalid + library.count_unusable(),
        );
        drop(origins);
        Some(Self { library, catalogue, found })
    }
}

fn see(
    library: &Library,
    id: &str,
    origin: &Origin,
    before: Option<&Found>,
    now: Option<SystemTime>,
) -> Seen {
    let place = match (origin, before.map(|found| &found.place)) {
        (Origin::BuiltIn(_), Some(FoundIn::BuiltIn)) => return Seen::Same,
        (Origin::Own(path, _), Some(FoundIn::File(Some(stamp)))) if stamp.holds_for(path) => {
            return Seen::Same;
        }
        (Origin::BuiltIn(_), _) => FoundIn::BuiltIn,
        // Before it is read, so that a change meanwhile shows at the next look.
        (Origin::Own(path, _), _) => FoundIn::File(Stamp::of(path, now).ok()),
    };
    let (entry, is_valid) = library.entry(id, origin);
    let entry = entry.map(|entry| Box::new((document(&entry), entry)));
    Seen::Read(Found { place, is_valid }, entry)
}
