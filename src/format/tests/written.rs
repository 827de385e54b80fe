//! A session that is written is read as the same session.

use std::fs;
use std::path::Path;

use super::super::{KnownNames, parse, session_text};
use super::{fixtures, known_names, messages};
use crate::session::Session;

fn again(session: &Session, known_names: &KnownNames) -> Session {
    let text = session_text(session);
    let (read, problems) = parse("s.toml", &text, known_names);
    assert!(problems.is_empty(), "{}\n\n{text}", messages(&problems));
    read.expect("a session")
}

#[test]
fn every_valid_fixture_is_read_again_as_it_was_written() {
    let known_names = known_names();
    for (name, text) in fixtures("valid") {
        let session = parse(&name, &text, &known_names).0.expect("a session");
        assert_eq!(again(&session, &known_names), session, "{name}");
    }
}

/// The names and texts of the files that are shipped in a folder.
fn shipped(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let files = paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let named = files.map(|path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        (name, fs::read_to_string(path).expect("text"))
    });
    named.collect()
}

#[test]
fn every_shipped_session_is_read_again_as_it_was_written_and_needs_no_move_then() {
    let moves = shipped("sessions/moves").into_iter();
    let known_names = moves.fold(KnownNames::default(), |known_names, (name, text)| {
        known_names.with_move(name.clone(), name, text)
    });
    for (name, text) in shipped("sessions") {
        let session = parse(&name, &text, &known_names).0.expect("a session");
        assert_eq!(again(&session, &KnownNames::default()), session, "{name}");
    }
}
