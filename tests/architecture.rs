//! Holds `src/` to ARCHITECTURE.md: who may use whom, who owns which crate, and the shape of files.

mod architecture {
    pub(crate) mod circles;
    pub(crate) mod document;
    pub(crate) mod documentation;
    pub(crate) mod names;
    pub(crate) mod reading;
    pub(crate) mod rules;
    pub(crate) mod sightings;
    pub(crate) mod tokens;

    mod evasions;
    mod ownership;
    mod shapes;
    mod snippets;
    mod tables;
}

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use architecture::circles::circles;
use architecture::document::{Document, crate_word};
use architecture::documentation::undocumented;
use architecture::names::names;
use architecture::reading::{Reading, read};
use architecture::rules::{self, SourceFile};

/// The longest that ARCHITECTURE.md may be, so that it is read to its end.
const LONGEST_DOCUMENT: usize = 200;

/// Type names that may stand in more than one file, each with its reason.
const SHARED_NAMES: [&str; 1] = [
    // The handle on a system whose desktop is not looked after stands in for the real one.
    "Desktop",
];

/// Files outside the room `files` that open a file themselves, each with its reason.
const MAY_OPEN: [&str; 5] = [
    // A database opens its file by itself; `files` has made it before, for its person alone.
    "src/journal/store.rs",
    // What the kernel says of the programs that run.
    "src/processes/table.rs",
    // The words for an engine, in a file that was just written.
    "src/voice/process.rs",
    // Writes those words; the folder is its own.
    "src/voice/speaking_program.rs",
    // Marks its own clips as used, and looks for drafts, which listings leave out.
    "src/voice/cache.rs",
];

/// The files of `src/`, and what is seen in them: read once for all rules.
static SOURCE: LazyLock<Vec<SourceFile>> = LazyLock::new(|| rust_files("src"));
static READING: LazyLock<Reading<'static>> = LazyLock::new(|| read(&SOURCE));

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document_text() -> String {
    fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md can be read")
}

fn document() -> Document {
    Document::read(&document_text()).unwrap_or_else(|complaint| panic!("{complaint}"))
}

/// Every Rust file under `folder`, with its path as written from the root of the repository.
fn rust_files(folder: &str) -> Vec<SourceFile> {
    let mut waiting: Vec<PathBuf> = vec![root().join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of source can be listed") {
            let path = entry.expect("an entry of a folder can be read").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(source_file(&path));
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn source_file(path: &Path) -> SourceFile {
    let inside = path.strip_prefix(root()).expect("the file is inside the repository");
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    SourceFile {
        path: parts.join("/"),
        text: fs::read_to_string(path).expect("a source file is readable text"),
    }
}

#[track_caller]
fn assert_no(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_room_uses_only_what_its_row_allows() {
    assert!(SOURCE.len() > 10, "the source was not found");
    assert_no(&rules::uses(&document(), &READING));
}

#[test]
fn a_type_name_stands_in_one_file() {
    let names = names(&READING, &SHARED_NAMES);
    assert!(names.count > 100, "the names were not found");
    assert_no(&names.in_more_files);
}

#[test]
fn a_public_type_name_stands_in_one_room() {
    let names = names(&READING, &SHARED_NAMES);
    assert_no(&names.in_more_rooms);
}

#[test]
fn what_a_room_shows_to_others_says_what_it_is() {
    assert_no(&undocumented(&SOURCE));
}

#[test]
fn no_circle_forms_inside_a_room() {
    assert_no(&circles(&READING));
}

#[test]
fn only_the_room_for_it_opens_files() {
    assert_no(&rules::openers(&READING, &MAY_OPEN));
    assert!(!rules::openers(&READING, &[]).is_empty(), "the rule sees nothing");
}

#[test]
fn what_a_screen_holds_and_what_its_keys_do_knows_nothing_of_drawing() {
    let files = rust_files("src/screens");
    let folders = files.iter().filter_map(|file| file.path.strip_suffix("/drawing.rs"));
    let folders: Vec<_> = folders.filter(|folder| *folder != "src/screens").collect();
    assert!(folders.len() > 8, "the screens were not found");
    let plain = folders.iter().flat_map(|it| [format!("{it}.rs"), format!("{it}/keys.rs")]);
    let plain: BTreeSet<String> = plain.collect();
    let drawing: Vec<String> = files
        .iter()
        .filter(|file| plain.contains(&file.path) && file.text.contains("ratatui"))
        .map(|file| format!("{}: only drawing uses ratatui", file.path))
        .collect();
    assert_no(&drawing);
}

#[test]
fn the_table_and_the_source_name_the_same_rooms() {
    assert_no(&rules::rooms(&document(), &SOURCE));
}

#[test]
fn every_source_file_says_what_it_is_and_stays_short() {
    assert_no(&rules::shapes(&SOURCE));
    assert_no(&rules::shapes(&rust_files("crates")));
}

#[test]
fn every_test_file_says_what_it_is_and_stays_short() {
    assert_no(&rules::shapes(&rust_files("tests")));
}

#[test]
fn the_architecture_can_be_read_in_one_sitting() {
    let lines = document_text().lines().count();
    assert!(
        lines <= LONGEST_DOCUMENT,
        "ARCHITECTURE.md has {lines} lines; {LONGEST_DOCUMENT} is the most"
    );
}

#[test]
fn every_dependency_has_its_reason_in_the_architecture() {
    let text = document_text();
    let missing: Vec<String> = dependencies()
        .into_iter()
        .filter(|name| !text.contains(&format!("`{name}`")))
        .map(|name| format!("Cargo.toml: ARCHITECTURE.md does not say why `{name}` is used"))
        .collect();
    assert_no(&missing);
}

#[test]
fn every_owned_crate_is_a_dependency() {
    let known: BTreeSet<String> = dependencies().iter().map(|name| crate_word(name)).collect();
    let document = document();
    let unknown: Vec<String> = document
        .rows
        .iter()
        .flat_map(|row| row.owns.iter().map(move |name| (row.line, name)))
        .filter(|(_, name)| !known.contains(*name))
        .map(|(line, name)| {
            format!("ARCHITECTURE.md:{line}: `{name}` is no dependency in Cargo.toml")
        })
        .collect();
    assert_no(&unknown);
}

/// The names of all dependencies of both crates, those of tests and of single platforms included.
fn dependencies() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for path in ["Cargo.toml", "crates/voice/Cargo.toml"] {
        let text = fs::read_to_string(root().join(path)).expect("a Cargo.toml can be read");
        let manifest: toml::Table = toml::from_str(&text).expect("a Cargo.toml is TOML");
        collect_dependencies(&manifest, &mut names);
        let platforms = manifest.get("target").and_then(toml::Value::as_table);
        for platform in platforms.into_iter().flat_map(|table| table.values()) {
            let platform = platform.as_table().into_iter();
            platform.for_each(|table| collect_dependencies(table, &mut names));
        }
    }
    assert!(names.len() > 10, "the dependencies were not found");
    names
}

fn collect_dependencies(table: &toml::Table, names: &mut BTreeSet<String>) {
    for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
        if let Some(listed) = table.get(kind).and_then(toml::Value::as_table) {
            names.extend(listed.keys().cloned());
        }
    }
}
