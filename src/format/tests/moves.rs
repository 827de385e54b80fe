//! What moves promise to the sessions that use them.

use super::super::{KnownNames, parse, parse_move};
use super::{fixtures, known_names, messages};
use crate::session::{Block, Flex, Length, Session, Step, StepKind};

fn session_of(step: &str) -> Session {
    let head = "format = 1\ntitle = \"T\"\nsummary = \"S\"\nsettings = [\"home\"]\n\
                position = \"any\"\ngoals = [\"stress\"]\n";
    let text = format!("{head}[[steps]]\nmove = \"shoulder-squeeze\"\n{step}");
    let (session, problems) = parse("test.toml", &text, &known_names());
    session.unwrap_or_else(|| panic!("{}", messages(&problems)))
}

fn step_of(step: &str) -> Step {
    match session_of(step).blocks.remove(0) {
        Block::Step(step) => *step,
        Block::Group(_) => panic!("a group"),
    }
}

#[test]
fn every_move_fixture_with_a_fault_tells_it_in_full() {
    for (name, text) in fixtures("invalid-moves") {
        let (read, problems) = parse_move(&format!("moves/{name}.toml"), &name, &text);
        assert!(read.is_none(), "{name}");
        insta::assert_snapshot!(format!("move-{name}"), messages(&problems));
    }
}

#[test]
fn a_step_takes_what_it_does_not_say_from_its_move() {
    let step = step_of("pressure = 1\n");
    assert_eq!(step.title, "Shoulder, {side}");
    assert_eq!(step.length, Length::Millis(90_000));
    assert!(matches!(step.kind, StepKind::Massage(massage) if massage.pressure == 1));
}

#[test]
fn a_step_with_its_own_text_does_not_speak_the_moves() {
    let step = step_of("text = \"Just rest a hand there.\"\n");
    assert_eq!(step.say.as_deref(), Some("Just rest a hand there."));
}

#[test]
fn breaths_replace_the_length_of_a_move() {
    let step = step_of("pattern = \"4-6\"\nbreaths = 7\n");
    assert_eq!(step.length, Length::Breaths(7));
}

#[test]
fn the_bounds_of_a_move_widen_to_hold_a_steps_own_length() {
    let flex = |min, max| Some(Flex { min, max });
    assert_eq!(step_of("length = \"4m\"\n").flex, flex(60_000, 240_000));
    assert_eq!(step_of("length = \"30s\"\n").flex, flex(30_000, 120_000));
}

#[test]
fn a_move_that_leaves_something_open_is_sound_until_a_session_leaves_it_open_too() {
    let open = "format = 1\n[step]\nkind = \"massage\"\ntitle = \"Circles\"\n\
                text = \"On the {side}\"\ntechnique = \"swedish\"\n";
    let known_names = KnownNames::default().with_move("circles", "m.toml", open);
    assert_eq!(known_names.move_problems(), []);
    let text = "format = 1\ntitle = \"T\"\nsummary = \"S\"\nsettings = [\"home\"]\nposition = \"any\"\n\
                goals = [\"stress\"]\n[[steps]]\nmove = \"circles\"\nlength = \"1m\"\n";
    let (session, problems) = parse("s.toml", text, &known_names);
    assert!(session.is_none());
    insta::assert_snapshot!(messages(&problems));
}

#[test]
fn a_move_that_needs_mending_is_told_from_one_that_is_not_there() {
    let known_names = known_names().with_move("broken", "m.toml", "format = 1\n");
    let named = |name: &str| {
        let step = format!("[[steps]]\nmove = \"{name}\"\n");
        let (_, problems) = parse("s.toml", &super::edges::file("", &step), &known_names);
        problems.iter().map(|problem| problem.code).collect::<Vec<_>>()
    };
    assert_eq!(named("broken"), ["broken-move"]);
    assert_eq!(named("elsewhere"), ["unknown-name"]);
}
