//! Keys that people know from elsewhere, and what is meant by them.

use super::super::{KnownNames, parse};
use super::edges::{REST, errors, file};
use super::messages;
use crate::session::Session;

/// What a session of this text comes to, and everything that is told of it.
fn told(text: &str) -> (Option<Session>, String) {
    let (session, problems) = parse("s.toml", text, &KnownNames::default());
    (session, messages(&problems))
}

#[test]
fn a_word_from_elsewhere_is_told_by_the_key_that_is_meant() {
    for (words, meant) in [
        (&["duration", "time", "seconds", "minutes", "millis"][..], "length"),
        (&["name", "heading"], "title"),
        (&["description", "about", "instruction", "instructions", "show"], "text"),
        (&["voice", "speak", "spoken"], "say"),
        (&["type"], "kind"),
        (&["music", "sound", "background"], "beds"),
    ] {
        for word in words {
            let (_, told) = told(&file("", &format!("{REST}length = \"60s\"\n{word} = \"x\"\n")));
            assert!(told.contains(&format!("did you mean `{meant}`?")), "{word}: {told}");
        }
    }
    for (words, meant) in [
        (&["name", "heading"][..], "title"),
        (&["description", "about"], "summary"),
        (&["music", "sound", "background"], "bed"),
        (&["warnings", "caution"], "cautions"),
        (&["lang"], "language"),
    ] {
        for word in words {
            let rest = format!("{REST}length = \"60s\"\n");
            let (_, told) = told(&file(&format!("{word} = \"x\"\n"), &rest));
            assert!(told.contains(&format!("did you mean `{meant}`?")), "{word}: {told}");
        }
    }
}

#[test]
fn the_key_that_was_meant_is_not_missed_as_well() {
    let step = REST.replace("title = ", "name = ");
    let (session, told) = told(&file("", &format!("{step}length = \"60s\"\n")));
    assert_eq!(session, None);
    assert_eq!(told.matches("error").count(), 1, "{told}");
}

/// A stretch or a breath of a minute and a half, with these keys.
fn step(kind: &str, keys: &str) -> String {
    let pattern =
        if kind == "breathe" && !keys.contains("pattern") { "pattern = \"4-6\"\n" } else { "" };
    format!(
        "[[steps]]\nkind = \"{kind}\"\ntitle = \"T\"\ntext = \"Up.\"\nlength = \"2m\"\n{pattern}{keys}\n"
    )
}

#[test]
fn what_is_said_of_a_habit_from_elsewhere_can_be_taken_over_as_it_stands() {
    for (kind, key) in [
        ("stretch", "reps = 10"),
        ("stretch", "every = \"4s\""),
        ("rest", "every = \"30s\""),
        ("stretch", "hold = \"5s\""),
        ("breathe", "hold = \"7s\""),
    ] {
        let (session, told) = told(&file("", &step(kind, key)));
        assert!(session.is_none(), "{key}");
        let help = told.split("help: ").nth(1).unwrap_or_else(|| panic!("{told}"));
        let example = help.split('`').find(|it| it.contains(" = ") && !it.contains("repeat"));
        let example = example.unwrap_or_else(|| panic!("{help}"));
        assert_eq!(errors(&file("", &step(kind, example))), [""; 0], "{example}");
    }
}

#[test]
fn sets_rounds_and_pauses_are_told_with_the_keys_of_a_group_that_passes() {
    for key in ["sets = 3", "rounds = 3", "repeat = 3", "rest = \"30s\"", "pause = \"30s\""] {
        let (_, told) = told(&file("", &step("rest", key)));
        assert!(told.contains("`kind = "), "{told}");
    }
    let inner = step("stretch", "").replace("[[steps]]", "[[steps.steps]]");
    let pause = step("rest", "between-rounds = true").replace("[[steps]]", "[[steps.steps]]");
    let group = format!("[[steps]]\nkind = \"group\"\nrepeat = 3\n\n{inner}{pause}");
    assert_eq!(errors(&file("", &group)), [""; 0]);
}

#[test]
fn several_words_where_one_is_asked_for_are_not_answered_with_one_of_them() {
    for (written, help) in [
        ("left and right", "did you mean `both`?"),
        ("left, right", "did you mean `both`?"),
        ("left/right", "did you mean `both`?"),
        ("left or right", "one of `"),
    ] {
        let text = super::fixture("moves", "shoulder-squeeze");
        let text = text.replace("side = \"both\"", &format!("side = \"{written}\""));
        let said = messages(&super::parse_move("m.toml", "m", &text).1);
        assert!(said.contains(help), "{written}: {said}");
    }
}
