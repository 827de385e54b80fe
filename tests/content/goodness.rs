//! Every shipped file keeps to every rule of the review.

use unclench::for_tests::{Problem, Side, Wish, review};

use super::shipped::{LIBRARY, files, loaded};

fn told(problems: &[Problem]) -> String {
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    messages.join("\n\n")
}

#[test]
fn every_shipped_session_is_good() {
    let problems: Vec<Problem> = files("")
        .iter()
        .flat_map(|session| {
            let file = format!("sessions/{}.toml", session.name);
            review::session_file(&file, session.text.as_bytes(), LIBRARY.known_names())
        })
        .collect();
    assert!(problems.is_empty(), "{}", told(&problems));
}

/// The most of what is heard that is heard twice in a shipped session, in thousandths.
const MOST_HEARD_TWICE: u64 = 150;

/// Where saying the same once more is the method itself: the formulas of autogenic training.
const BY_METHOD: &[&str] = &["autogenic-training"];

#[test]
fn of_what_is_heard_in_a_shipped_session_hardly_a_seventh_is_heard_twice() {
    let mut over = Vec::new();
    for shipped in loaded().iter().filter(|it| !BY_METHOD.contains(&it.id.as_str())) {
        let timeline = shipped.timeline(&Wish { first_side: Side::Left, ..Wish::default() });
        if timeline.heard_twice() > MOST_HEARD_TWICE {
            over.push(format!("{}: {}", shipped.id, timeline.heard_twice()));
        }
    }
    assert!(over.is_empty(), "{over:#?}");
}

#[test]
fn every_shipped_move_is_good() {
    let problems: Vec<Problem> = files("moves")
        .iter()
        .flat_map(|written| {
            let file = format!("sessions/moves/{}.toml", written.name);
            review::move_file(&file, &written.name, &written.text)
        })
        .collect();
    assert!(problems.is_empty(), "{}", told(&problems));
}

#[test]
fn every_shipped_move_leaves_nothing_open() {
    let known_names = LIBRARY.known_names();
    for written in files("moves") {
        let a_move = known_names.find_move(&written.name).expect("a valid move");
        let head = "format = 1\ntitle = \"T\"\nsummary = \"S\"\nsettings = [\"home\"]\n\
                    position = \"any\"\ngoals = [\"stress\"]\n";
        let text = format!("{head}[[steps]]\nmove = \"{}\"\nside = \"both\"\n", a_move.name);
        let plain = text.replace("side = \"both\"\n", "");
        let plays =
            |text: &str| unclench::for_tests::parse("s.toml", text, known_names).0.is_some();
        assert!(plays(&plain) || plays(&text), "{}", written.name);
    }
}
