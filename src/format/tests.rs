//! What the session format promises.

mod counts;
mod edges;
mod followed;
mod hostile;
mod keys;
mod letters;
mod moves;
mod quotes;
mod reference;
mod written;

use std::path::{Path, PathBuf};

use super::{KnownNames, parse, parse_move};
use crate::problem::{Problem, Severity, in_german};
use crate::session::Session;

fn fixtures(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let named = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read_to_string(path).unwrap())
    };
    paths.into_iter().map(named).collect()
}

fn fixture(folder: &str, name: &str) -> String {
    let all = fixtures(folder);
    all.into_iter().find(|(known, _)| known == name).unwrap().1
}

fn messages(problems: &[Problem]) -> String {
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    messages.join("\n\n")
}

fn known_names() -> KnownNames {
    let name = "shoulder-squeeze";
    let known_names = KnownNames::default().with_move(name, name, fixture("moves", name));
    assert!(known_names.find_move(name).is_some(), "{}", messages(&known_names.move_problems()));
    known_names
}

fn sound(name: &str) -> Session {
    let (read, problems) = parse(name, &fixture("valid", name), &known_names());
    assert!(problems.is_empty(), "{}", messages(&problems));
    read.unwrap()
}

#[test]
fn every_valid_fixture_is_read_without_a_problem() {
    let all = fixtures("valid");
    assert!(!all.is_empty());
    for (name, _) in all {
        sound(&name);
    }
}

#[test]
fn a_session_with_every_feature_is_read_as_it_is_written() {
    insta::assert_debug_snapshot!(sound("every-feature"));
}

#[test]
fn a_file_that_inlines_everything_is_as_good_as_one_that_uses_a_move() {
    assert_eq!(sound("uses-a-move"), sound("inlines-it-all"));
}

#[test]
fn every_problem_is_told_in_one_go_with_its_place_and_its_mend() {
    for (name, text) in fixtures("invalid") {
        let file = format!("invalid/{name}.toml");
        let (session, problems) = parse(&file, &text, &known_names());
        assert!(!problems.is_empty(), "{name} has no problem");
        let has_errors = problems.iter().any(|problem| problem.severity == Severity::Error);
        assert_eq!(session.is_none(), has_errors, "{name}");
        insta::assert_snapshot!(name, messages(&problems));
    }
}

#[test]
fn every_problem_is_told_in_german_too() {
    let of_session = |(name, text): &(String, String)| parse(name, text, &known_names()).1;
    let of_move = |(name, text): &(String, String)| parse_move(name, name, text).1;
    let sessions: Vec<Problem> = fixtures("invalid").iter().flat_map(of_session).collect();
    let moves: Vec<Problem> = fixtures("invalid-moves").iter().flat_map(of_move).collect();
    insta::assert_snapshot!(in_german(&[sessions, moves].concat()));
}
