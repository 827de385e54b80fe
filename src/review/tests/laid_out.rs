//! At which lengths a session is looked at, what a message quotes, and where a side has to be named.

use super::edges::{session, step, told};
use crate::format::{KnownNames, Written, read_session};
use crate::problem::Source;
use crate::review::speech::beginning;
use crate::review::work::Work;
use crate::words::in_english;

/// The lengths a session is looked at: what each is called, its milliseconds, and whether at night.
fn lengths(head: &str, keys: &str) -> Vec<(String, u64, bool)> {
    let text = session(head, &step("rest", keys));
    let source = Source::new("s", &text);
    let Written { value, mut found, places } = read_session(&source, &KnownNames::default());
    let session = value.expect("a session that can be played");
    let work = Work::new(&session, &places, None, &mut found);
    let lengths = work
        .lengths
        .iter()
        .map(|it| (in_english(&it.layout), it.timeline.millis(), it.timeline.is_night()));
    lengths.collect()
}

fn millis(keys: &str) -> Vec<u64> {
    lengths("", keys).into_iter().map(|(_, millis, _)| millis).collect()
}

#[test]
fn a_session_is_looked_at_at_its_shortest_its_longest_as_written_and_five_times_between() {
    let keys = "length = \"60s\"\nmin = \"30s\"\nmax = \"120s\"\n";
    assert_eq!(millis(keys), [35_000, 50_000, 65_000, 80_000, 95_000, 110_000, 125_000]);
    let keys = "length = \"61s\"\nmin = \"30s\"\nmax = \"120s\"\n";
    assert_eq!(millis(keys), [35_000, 50_000, 65_000, 66_000, 80_000, 95_000, 110_000, 125_000]);
    // In between, whole seconds.
    let keys = "length = \"30s\"\nmax = \"40s\"\n";
    assert_eq!(millis(keys), [35_000, 36_000, 38_000, 40_000, 41_000, 43_000, 45_000]);
    assert_eq!(millis("length = \"60s\"\n"), [65_000]);
}

#[test]
fn each_length_is_called_by_what_it_is() {
    let keys = "length = \"60s\"\nmin = \"30s\"\nmax = \"120s\"\n";
    let names: Vec<_> = lengths("", keys).into_iter().map(|(name, ..)| name).collect();
    assert!(names[0].contains("shortest") && names[6].contains("longest"), "{names:?}");
    assert!(names[1].contains("50s") && names[2].contains("as it is written"), "{names:?}");
}

#[test]
fn what_suits_the_bed_among_others_is_looked_at_by_day_and_at_night() {
    let nights = |settings: &str| {
        let head = format!("settings = {settings}\n");
        lengths(&head, "").into_iter().map(|(_, _, night)| night).collect::<Vec<_>>()
    };
    assert_eq!(nights("[\"desk\"]"), [false]);
    assert_eq!(nights("[\"home\"]"), [false]);
    assert_eq!(nights("[\"bed\"]"), [true]);
    assert_eq!(nights("[\"bed\", \"home\"]"), [true]);
    assert_eq!(nights("[\"desk\", \"bed\"]"), [false, true]);
}

#[test]
fn a_message_quotes_the_first_four_words_or_sixty_letters() {
    let letters = |count: usize| "語".repeat(count);
    for (text, quoted) in [
        ("Soft.".to_owned(), "Soft.".to_owned()),
        ("one two  three four".to_owned(), "one two three four".to_owned()),
        ("one two three four five".to_owned(), "one two three four …".to_owned()),
        (letters(60), letters(60)),
        (letters(61), letters(60) + " …"),
        (format!("{} five", letters(60)), letters(60) + " …"),
        (String::new(), String::new()),
    ] {
        assert_eq!(beginning(&text), quoted, "{text}");
    }
}

#[test]
fn a_side_is_named_by_the_time_the_first_touch_on_it_begins() {
    let stretch =
        |keys: &str| step("stretch", &format!("region = \"calf\"\nside = \"left\"\n{keys}"));
    let line = |at: &str| format!("lines = [{{ at = \"{at}\", text = \"Your left side.\" }}]\n");
    // A rest on a side, before the first touch there.
    let on_the_left = |rest: String| {
        let steps = rest + &step("stretch", "region = \"calf\"\n");
        let steps = steps.replace("[[steps]]", "[[steps.steps]]");
        format!("[[steps]]\nkind = \"group\"\nside = \"left\"\n{steps}")
    };
    for (steps, unsaid) in [
        (stretch("text = \"Your left calf.\"\n"), 0),
        (stretch("text = \"Your {side} calf.\"\n"), 0),
        (stretch("text = \"LEFT first.\"\n"), 0),
        (stretch("text = \"What is leftover.\"\n"), 1),
        (stretch("text = \"Your right calf.\"\n"), 1),
        (stretch("text = \"Your calf.\"\n"), 1),
        (stretch(&line("0s")), 0),
        (stretch(&line("0.001s")), 1),
        // Once a side is named it stays named, until it changes.
        (stretch("text = \"Left.\"\n") + &stretch(""), 0),
        (stretch("text = \"Left.\"\n") + &stretch("").replace("left", "right"), 1),
        (stretch("text = \"Left.\"\n") + &step("rest", "") + &stretch(""), 1),
        (stretch("") + &stretch(""), 1),
        // Where nothing is touched yet, a line may name it later.
        (on_the_left(step("rest", &line("5s"))), 0),
        (on_the_left(step("rest", "")), 1),
    ] {
        assert_eq!(told("side-unsaid", "", &steps), unsaid, "{steps}");
    }
}

#[test]
fn a_side_is_named_whichever_goes_first() {
    let rub = |keys: &str| {
        let massage = "region = \"hand\"\ntechnique = \"swedish\"\npressure = 1\n\
                       stroke = { kind = \"friction\", direction = \"along\" }\n";
        step("massage", &format!("{massage}{keys}"))
    };
    let both = rub("side = \"both\"\ntext = \"Rub the {side} hand.\"\n");
    // What follows goes on with the right only where the right came last.
    for (then, unsaid) in [("left", 1), ("right", 1)] {
        let steps = both.clone() + &rub(&format!("side = \"{then}\"\n"));
        assert_eq!(told("side-unsaid", "", &steps), unsaid, "{then}");
    }
}
