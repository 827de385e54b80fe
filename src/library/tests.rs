//! What the library finds, and what it offers.

mod german;
mod left_out;
mod offers;
mod own;
mod refreshing;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::former_ids::former_ids;
use super::{Catalogue, Entry, FoundBy, Library, LoadError, SessionFilter, search, working};
use crate::body::Region;
use crate::courses::Courses;
use crate::library::shipped::shipped_library;
use crate::session::{Goal, Setting, Tool};

const SESSION: &str = r#"
format = 1
title = "My own quiet minute"
summary = "A minute of rest."
settings = ["desk"]
position = "seated"
goals = ["stress"]

[[steps]]
kind = "rest"
title = "Rest"
length = "60s"
"#;

fn folder_with(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

fn built_in() -> Vec<Entry> {
    shipped_library().entries().0
}

#[test]
fn every_shipped_file_is_clean() {
    let library = shipped_library();
    assert_eq!(library.known_names().move_problems(), []);
    for id in library.ids() {
        let loaded = library.load(id).unwrap_or_else(|error| panic!("{id}: {error:#?}"));
        assert_eq!(loaded.warnings, [], "{id}");
    }
}

#[test]
fn four_sessions_are_shipped_for_each_use() {
    let entries = built_in();
    for setting in Setting::ALL {
        let count = entries.iter().filter(|entry| entry.settings.contains(setting)).count();
        assert!(count >= 4, "{count} for {}", setting.name());
    }
}

#[test]
fn every_shipped_session_names_its_sources() {
    let library = shipped_library();
    for id in library.ids() {
        let session = library.load(id).expect("valid").session;
        assert!(!session.sources.is_empty(), "{id}");
    }
}

#[test]
fn a_file_in_the_persons_folder_is_found_by_its_name() {
    let folder = folder_with(&[("quiet.toml", SESSION)]);
    let library = Library::open(Some(folder.path()));
    let loaded = library.load("quiet").expect("found");
    assert_eq!(loaded.session.title, "My own quiet minute");
    assert_eq!(loaded.path, Some(folder.path().join("quiet.toml")));
}

#[test]
fn a_persons_file_takes_the_place_of_a_built_in_one() {
    let id = built_in()[0].id.clone();
    let folder = folder_with(&[(&format!("{id}.toml"), SESSION)]);
    let library = Library::open(Some(folder.path()));
    assert_eq!(library.load(&id).expect("found").session.title, "My own quiet minute");
}

#[test]
fn a_persons_own_move_can_be_named() {
    let own = "format = 1\nposition = \"any\"\n[step]\nkind = \"rest\"\ntitle = \"Just sit\"\nlength = \"30s\"\n";
    let session =
        SESSION.replace("kind = \"rest\"\ntitle = \"Rest\"\nlength = \"60s\"", "move = \"sit\"");
    let folder = folder_with(&[("moves/sit.toml", own), ("sitting.toml", &session)]);
    let library = Library::open(Some(folder.path()));
    assert_eq!(library.known_names().move_problems(), []);
    let loaded = library.load("sitting").expect("valid");
    assert_eq!(Entry::of("sitting", None, &loaded.session).millis, 35_000);
}

#[test]
fn a_mistyped_name_is_answered_with_the_nearest() {
    let error = shipped_library().load("shrot-breath").expect_err("unknown");
    let LoadError::Unknown { nearest, .. } = error else { panic!("{error}") };
    assert_eq!(nearest.as_deref(), Some("short-breath"));
}

#[test]
fn a_session_that_was_renamed_opens_by_its_former_id_too() {
    let library = shipped_library();
    for (former, current) in former_ids() {
        assert!(!library.ids().any(|id| id == former), "{former}");
        assert_eq!(library.load(former).expect("a session").id, current);
    }
    let (former, current) = former_ids().next().expect("one");
    let folder = folder_with(&[(&format!("{former}.toml"), SESSION)]);
    let library = Library::open(Some(folder.path()));
    assert!(library.file_of(former).is_some() && library.file_of(current).is_some());
    assert_eq!(library.load(current).expect("valid").session.title, "My own quiet minute");
}

#[test]
fn a_missing_file_is_said_to_be_missing() {
    let error = shipped_library().load("./nowhere/quiet.toml").expect_err("missing");
    assert!(matches!(error, LoadError::Unreadable(_)), "{error}");
}

#[test]
fn a_file_that_needs_mending_is_counted_and_never_hides_the_others() {
    let folder = folder_with(&[("broken.toml", "format = 1\n"), ("quiet.toml", SESSION)]);
    let (entries, invalid) = Library::open(Some(folder.path())).entries();
    assert_eq!(invalid, 1);
    assert!(entries.iter().any(|entry| entry.id == "quiet"));
}

#[test]
fn a_folder_in_place_of_a_file_is_no_session() {
    let error = shipped_library().load(Path::new("/").to_str().expect("text"));
    assert!(matches!(error, Err(LoadError::Unreadable(_))));
}

fn catalogue() -> Catalogue {
    let (entries, invalid) = shipped_library().entries();
    Catalogue::new(entries, Courses::shipped(), invalid)
}

fn found<'a>(catalogue: &'a Catalogue, query: &str) -> impl Iterator<Item = &'a Entry> {
    let found = search(catalogue, query).found.into_iter();
    found.map(|found| &catalogue[found.index])
}

fn titles(catalogue: &Catalogue, query: &str) -> Vec<String> {
    found(catalogue, query).map(|entry| entry.id.clone()).collect()
}

#[test]
fn an_empty_search_finds_everything_in_order() {
    let entries = catalogue();
    let indices: Vec<_> = search(&entries, " ").found.iter().map(|found| found.index).collect();
    assert_eq!(indices, (0..entries.len()).collect::<Vec<_>>());
}

#[test]
fn a_search_looks_at_titles_first() {
    let entries = catalogue();
    assert_eq!(titles(&entries, "eyes and jaw")[0], "eyes-and-jaw");
}

#[test]
fn a_search_knows_goals_regions_and_settings() {
    let entries = catalogue();
    let best = found(&entries, "sleep bed").take(5);
    for entry in best {
        assert!(entry.settings.contains(&Setting::Bed), "{}", entry.id);
    }
    assert!(titles(&entries, "calf").contains(&"legs-with-a-roller".to_owned()));
}

#[test]
fn a_length_keeps_what_lasts_no_longer() {
    let entries = catalogue();
    let short: Vec<_> = found(&entries, "<5").collect();
    assert!(!short.is_empty());
    assert!(short.iter().all(|entry| entry.millis <= 330_000));
}

#[test]
fn a_length_that_is_rounded_down_to_the_minutes_asked_for_is_among_them() {
    let lasting = |id: &str, millis| {
        let entry = catalogue()[0].clone();
        Entry { id: id.to_owned(), millis, ..entry }
    };
    let entries = vec![lasting("ten", 620_000), lasting("eleven", 640_000)];
    let entries = Catalogue::new(entries, Courses::shipped(), 0);
    assert_eq!(titles(&entries, "<10"), ["ten"]);
}

#[test]
fn words_that_are_nowhere_find_nothing() {
    assert_eq!(search(&catalogue(), "xylophone").found, []);
}

#[test]
fn where_some_words_fit_nothing_what_the_others_find_is_near() {
    let entries = catalogue();
    assert!(search(&entries, "jaw xylophone").is_near);
    assert!(titles(&entries, "jaw xylophone").contains(&"jaw-and-temples".to_owned()));
}

#[test]
fn a_finding_says_why_unless_its_title_does() {
    let entries = catalogue();
    let by = |query: &str, id: &str| {
        let found = search(&entries, query).found;
        found.into_iter().find(|found| entries[found.index].id == id).expect("found").by
    };
    assert_eq!(by("jaw", "scalp-and-face"), Some(FoundBy::Region(Region::Jaw)));
    assert_eq!(by("jaw", "jaw-and-temples"), None);
    assert_eq!(by("roller", "after-a-run"), Some(FoundBy::Tool(Tool::Roller)));
    assert_eq!(by("flexible", "desk-slow-rolling"), Some(FoundBy::Goal(Goal::Flexibility)));
}

#[test]
fn a_filter_lets_through_only_what_fits_all_of_it() {
    let filter = SessionFilter {
        goal: Some(Goal::Stress),
        region: Some(Region::UpperTrapezius),
        setting: Some(Setting::Desk),
        ..SessionFilter::default()
    };
    let found: Vec<_> = built_in().into_iter().filter(|entry| filter.lets_through(entry)).collect();
    assert!(found.iter().any(|entry| entry.id == "neck-and-shoulders"));
    assert!(found.iter().all(|entry| entry.settings.contains(&Setting::Desk)));
}

#[test]
fn what_works_a_region_and_little_else_is_listed_first() {
    let entries = built_in();
    for region in Region::ALL {
        let found = working(&entries, region);
        assert!(found.iter().all(|index| entries[*index].regions.contains(&region)));
        let all = entries.iter().filter(|entry| entry.regions.contains(&region)).count();
        assert_eq!(found.len(), all, "{}", region.name());
        let worked: Vec<_> = found.iter().map(|index| entries[*index].regions.len()).collect();
        assert!(worked.is_sorted(), "{}: {worked:?}", region.name());
    }
}

#[test]
fn every_region_is_worked_by_a_shipped_session() {
    let entries = built_in();
    for region in Region::ALL {
        assert!(!working(&entries, region).is_empty(), "{}", region.name());
    }
}
