//! What is listed, as JSON.

use serde::Serialize;

use crate::body::Region;
use crate::courses::SessionCourse;
use crate::library::{Catalogue, Entry, breathing_id};
use crate::screens::{LibraryItem, why_found};
use crate::session::{Goal, Position, Setting, Technique, Tool};
use crate::words::{Language, Texts};

/// Something that is listed. `kind` tells what it is.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum ItemFacts<'a> {
    Session(Box<FoundFacts<'a>>),
    Other(OtherFacts),
}

/// A session, and why it was found.
#[derive(Serialize)]
pub(super) struct FoundFacts<'a> {
    #[serde(flatten)]
    entry: EntryFacts<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
}

/// What is no session of the catalogue.
#[derive(Serialize)]
pub(super) struct OtherFacts {
    kind: &'static str,
    id: String,
    title: String,
    summary: String,
}

impl OtherFacts {
    fn of_course(course: &SessionCourse) -> Self {
        let SessionCourse { id, title, summary, .. } = course.clone();
        Self { kind: "course", id, title, summary }
    }
}

/// What is listed, as JSON gives it.
pub(super) fn of_item(item: LibraryItem, catalogue: &Catalogue) -> ItemFacts<'_> {
    match item {
        LibraryItem::Session(found) => {
            let texts = Texts::of(Language::English);
            let why = found.by.map(|by| why_found(by, texts));
            let entry = EntryFacts::of(&catalogue[found.index]);
            ItemFacts::Session(Box::new(FoundFacts { entry, why }))
        }
        LibraryItem::Breath(pattern) => ItemFacts::Other(OtherFacts {
            kind: "breath",
            id: breathing_id(pattern.id),
            title: pattern.title.to_owned(),
            summary: pattern.summary.to_owned(),
        }),
        LibraryItem::Course(at) => {
            ItemFacts::Other(OtherFacts::of_course(&catalogue.courses()[at]))
        }
        LibraryItem::Page(topic) => ItemFacts::Other(OtherFacts {
            kind: "page",
            id: topic.id().to_owned(),
            title: topic.title(),
            summary: topic.page().map(|page| page.what).unwrap_or_default(),
        }),
    }
}

/// A session as JSON gives it. The keys are a promise to scripts.
#[derive(Serialize)]
pub(in crate::cli) struct EntryFacts<'a> {
    kind: &'static str,
    shelf: &'static str,
    id: &'a str,
    title: &'a str,
    summary: &'a str,
    duration_ms: u64,
    min_ms: u64,
    max_ms: u64,
    settings: &'a [Setting],
    goals: &'a [Goal],
    techniques: &'a [Technique],
    regions: &'a [Region],
    tools: &'a [Tool],
    position: Position,
    language: &'a str,
    path: Option<String>,
}

impl<'a> EntryFacts<'a> {
    pub(in crate::cli) fn of(entry: &'a Entry) -> Self {
        let path = entry.path.as_deref();
        Self {
            kind: "session",
            shelf: entry.shelf().id(),
            id: &entry.id,
            title: &entry.title,
            summary: &entry.summary,
            duration_ms: entry.millis,
            min_ms: entry.shortest,
            max_ms: entry.longest,
            settings: &entry.settings,
            goals: &entry.goals,
            techniques: &entry.techniques,
            regions: &entry.regions,
            tools: &entry.tools,
            position: entry.position,
            language: &entry.language,
            path: path.map(|path| path.to_string_lossy().into_owned()),
        }
    }
}
