//! The rules: what a room may use, which rooms there are, and the shape of a file.

use std::collections::BTreeSet;

use super::document::{Document, Row};
use super::reading::Reading;
use super::sightings::{Sighting, What};

/// A file of source: its path from the repository's root, with `/`, and its text.
pub(crate) struct SourceFile {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// The longest that a file of source may be, in lines.
const LONGEST_FILE: usize = 400;

/// The room whose row `main.rs` is held to, and the only one it may use.
const DOOR: &str = "cli";

impl SourceFile {
    /// The path of the file's module from the crate's root: `tui`, `home` for `src/tui/home.rs`.
    pub(crate) fn module(&self) -> Vec<String> {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let inside = inside.strip_suffix(".rs").unwrap_or(inside);
        match inside {
            "main" | "lib" => Vec::new(),
            _ => inside.split('/').map(str::to_owned).collect(),
        }
    }

    fn is_root(&self) -> bool {
        self.module().is_empty()
    }
}

/// Every use of a room, a crate or a printing macro that the file's row does not allow.
pub(crate) fn uses(document: &Document, reading: &Reading<'_>) -> Vec<String> {
    let mut complaints = reading.complaints.clone();
    for (file, seen) in &reading.files {
        for sighting in seen {
            let complaint = judge(document, file, sighting);
            complaints
                .extend(complaint.map(|text| format!("{}:{}: {text}", file.path, sighting.line)));
        }
    }
    complaints.dedup();
    complaints
}

fn judge(document: &Document, file: &SourceFile, sighting: &Sighting) -> Option<String> {
    let own = file.module().first().cloned().unwrap_or_else(|| DOOR.to_owned());
    match &sighting.what {
        What::Room(room) if sighting.in_test && document.is_above(room, &own) => None,
        What::Room(room) => judge_room(document, file, &own, room),
        What::Crate(_) | What::Print(_) if sighting.in_test => None,
        What::Crate(name) => judge_crate(document, &own, name),
        What::Print(name) if own != DOOR => {
            Some(format!("`{own}` prints with `{name}!`; only `{DOOR}` prints"))
        }
        What::Root => Some(
            "imports the crate's root, which hides what is used: name the rooms one by one".into(),
        ),
        What::Detour(name) => Some(format!("`{name}` brings in source that no rule can see")),
        What::Budget => Some(
            "switches `too_many_lines` off; split the function, or `expect` it with a reason"
                .into(),
        ),
        What::Print(_) | What::TestModule(_) | What::Path(_) | What::Type(_) => None,
    }
}

fn judge_room(document: &Document, file: &SourceFile, own: &str, room: &str) -> Option<String> {
    if file.is_root() {
        // The library names what tests may use, and no room can take it from there.
        let allowed = room == DOOR || file.path == "src/lib.rs";
        return (!allowed)
            .then(|| format!("the crate's root uses `{room}`; it may use `{DOOR}` alone"));
    }
    if room == own {
        return None;
    }
    let Some(target) = document.row(room) else {
        return Some(format!(
            "`crate::{room}` is no room in ARCHITECTURE.md; use a thing from its own room"
        ));
    };
    let row = document.row(own)?;
    let allowed = row.may_use.contains(&target.room);
    (!allowed).then(|| {
        let rest =
            if row.may_use.is_empty() { "no other room".to_owned() } else { names(&row.may_use) };
        format!(
            "`{own}` uses `{room}`, but its row (ARCHITECTURE.md:{}) lets it use {rest}",
            row.line
        )
    })
}

fn judge_crate(document: &Document, own: &str, name: &str) -> Option<String> {
    let owners = document.owners(name);
    if owners.is_empty() || owners.iter().any(|row| row.room == own) {
        return None;
    }
    let rooms: Vec<String> = owners.iter().map(|row: &&Row| row.room.clone()).collect();
    let line = document.row(own).map_or(owners[0].line, |row| row.line);
    Some(format!(
        "`{own}` uses the crate `{name}`, which belongs to {} and is not in its row (ARCHITECTURE.md:{line})",
        names(&rooms)
    ))
}

/// What opens a file or a folder, as the last parts of a path.
const OPENERS: [[&str; 2]; 14] = [
    ["fs", "read"],
    ["fs", "read_to_string"],
    ["fs", "read_dir"],
    ["fs", "write"],
    ["fs", "copy"],
    ["fs", "rename"],
    ["File", "open"],
    ["File", "create"],
    ["File", "create_new"],
    ["File", "options"],
    ["OpenOptions", "new"],
    ["fs", "OpenOptions"],
    ["Connection", "open"],
    ["Connection", "open_with_flags"],
];

/// Every place outside the room `files` that opens a file or folder itself, but for the files that
/// are `excepted`.
pub(crate) fn openers(reading: &Reading<'_>, excepted: &[&str]) -> Vec<String> {
    let mut complaints = reading.complaints.clone();
    let bound = reading.files.iter().filter(|(file, _)| {
        file.module().first().is_none_or(|room| room != "files")
            && !excepted.contains(&file.path.as_str())
    });
    for (file, seen) in bound {
        for Sighting { what, line, in_test } in seen {
            let What::Path(path) = what else { continue };
            let end = path.parts.iter().rev().take(2).rev().map(String::as_str);
            let end: Vec<&str> = end.collect();
            if !in_test && OPENERS.iter().any(|opener| end == opener) {
                let path = &file.path;
                let end = end.join("::");
                complaints.push(format!("{path}:{line}: `{end}`; only `files` opens files"));
            }
        }
    }
    complaints
}

fn names(rooms: &[String]) -> String {
    rooms.iter().map(|room| format!("`{room}`")).collect::<Vec<_>>().join(" ")
}

/// Rooms without a row, and rows without a room.
pub(crate) fn rooms(document: &Document, files: &[SourceFile]) -> Vec<String> {
    let present: BTreeSet<String> =
        files.iter().filter_map(|file| file.module().first().cloned()).collect();
    let without_row = present
        .iter()
        .filter(|room| document.row(room).is_none())
        .map(|room| format!("src/{room}: the room has no row in ARCHITECTURE.md's table of rooms"));
    let without_room = document.rows.iter().filter(|row| !present.contains(&row.room)).map(|row| {
        format!("ARCHITECTURE.md:{}: there is no room `{}` in src/", row.line, row.room)
    });
    without_row.chain(without_room).collect()
}

/// Files that do not say what they are, are too long, or are called `mod.rs`.
pub(crate) fn shapes(files: &[SourceFile]) -> Vec<String> {
    files.iter().flat_map(shape).collect()
}

fn shape(file: &SourceFile) -> Vec<String> {
    let SourceFile { path, text } = file;
    let mut complaints = Vec::new();
    if path.ends_with("/mod.rs") {
        complaints.push(format!("{path}: write `room.rs` beside `room/`, not `mod.rs`"));
    }
    if !text.starts_with("//! ") {
        complaints.push(format!(
            "{path}:1: the first line is a `//!` sentence that says what the file is"
        ));
    }
    let lines = text.lines().count();
    if lines > LONGEST_FILE {
        complaints.push(format!(
            "{path}: {lines} lines; {LONGEST_FILE} is the most, so give a part its own file"
        ));
    }
    complaints
}
