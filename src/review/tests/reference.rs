//! The examples of the reference are good sessions, not only sound ones.

use std::path::Path;

use super::session_file;
use crate::format::KnownNames;

const HEAD: &str = "format = 1\ntitle = \"T\"\nsummary = \"S\"\nsettings = [\"home\"]\n\
                    position = \"any\"\ngoals = [\"stress\"]\nsources = [\"By convention\"]\n";
const OPENING: &str = "[[steps]]\nkind = \"rest\"\ntitle = \"Settle\"\n\
                       text = \"Settle where you are.\"\nlength = \"15s\"\n";
const ENDING: &str = "[[steps]]\nkind = \"rest\"\ntitle = \"Done\"\n\
                      text = \"That was all. Rest a moment.\"\nlength = \"15s\"\n";

/// Rules about the whole of a session, of which an example shows a part.
const OF_THE_WHOLE: [&str; 3] = ["unlisted-tool", "unused-tool", "warm-work-soothe"];

/// A whole session of an example: what is not in it stands around it.
fn completed(example: &str) -> String {
    if example.contains("format = 1") {
        return example.to_owned();
    }
    let (head, steps) = example.split_at(example.find("[[steps]]").unwrap_or(example.len()));
    let (keys, tables) = head.split_at(head.find("\n[").map_or(head.len(), |at| at + 1));
    let (keys, tables) = if head.starts_with('[') { ("", head) } else { (keys, tables) };
    format!("{HEAD}{keys}\n{tables}\n{OPENING}\n{steps}\n{ENDING}")
}

#[test]
fn every_example_of_the_reference_keeps_to_every_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tests = root.join("tests/sessions");
    let reference = std::fs::read_to_string(root.join("sessions/README.md")).unwrap();
    let examples = reference.split("```toml\n").skip(1);
    let examples = examples.filter_map(|rest| rest.split("```").next());
    let a_move = std::fs::read_to_string(tests.join("moves/shoulder-squeeze.toml")).unwrap();
    let known_names = KnownNames::default().with_move("shoulder-squeeze", "moves", a_move);
    let mut told = Vec::new();
    // A course and a move are files of another kind.
    for example in examples.filter(|it| !it.contains("[[days]]") && !it.contains("[step]")) {
        let problems = session_file("s.toml", completed(example).as_bytes(), &known_names);
        let problems = problems.iter().filter(|it| !OF_THE_WHOLE.contains(&it.code));
        told.extend(problems.map(|problem| format!("{problem}\n")));
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}
