//! Keys that people know from elsewhere, and what is meant by them.

use super::super::{KnownNames, parse};
use super::edges::{REST, file};
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
