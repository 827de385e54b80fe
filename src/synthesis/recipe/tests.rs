//! Tests of reading recipes: what is good is read, and what is not is explained.

use super::{BedRecipe, Recipe, Strike};
use crate::problem::{Problem, in_german};

const GOOD: &str = r#"format = 1
kind = "chime"
title = "Drop"
summary = "A drop of water"
peak_dbfs = -12
attack_ms = 12
strikes = [{ pitch_hz = 300 }]
partials = [{ ratio = 1, level_db = 0, decay_s = 1 }]
"#;

fn problems(text: &str) -> Vec<Problem> {
    Recipe::parse("drop.toml", text).unwrap_err()
}

/// The whole messages, as they are printed.
fn messages(text: &str) -> String {
    let told: Vec<String> = problems(text).iter().map(ToString::to_string).collect();
    told.join("\n")
}

#[test]
fn a_small_recipe_is_read_with_its_defaults() {
    let recipe = Recipe::parse("drop.toml", GOOD).unwrap();
    let strike = Strike { at_ms: 0.0, pitch_hz: 300.0, level_db: 0.0 };
    assert_eq!(recipe.strikes, [strike]);
}

#[test]
fn an_unknown_key_is_named_with_its_place() {
    let text = GOOD.replace("attack_ms", "atack_ms");
    insta::assert_snapshot!(messages(&text));
}

#[test]
fn every_key_that_does_not_fit_is_told_at_once() {
    let chime = GOOD
        .replace("\"chime\"", "\"chimes\"")
        .replace("\"Drop\"", "3")
        .replace("peak_dbfs = -12", "peak_dbfs = \"soft\"")
        .replace("attack_ms = 12", "atack_ms = 12\nroom = 3")
        .replace("ratio = 1, ", "")
        .replace("decay_s = 1", "decay_s = true, beats = 2");
    insta::assert_snapshot!(messages(&chime));
    let bed = "format = 1\nkind = \"bed\"\ntitle = \"Rain\"\nsummary = \"Rain\"\ngain_db = 0\nseed = -1\n\
               [[layers]]\nnoise = \"purple\"\nlevel_db = 0\nmotion = {}\n\
               [[layers]]\nlevel_db = \"low\"\nevents = { per_second = 1, pitch_hz = [1, 2, 3], \
               decay_ms = 5, level_db = [\"a\", 0], regular = \"no\" }\n[[layers]]\nnois = \"pink\"\n";
    let told = BedRecipe::parse("rain.toml", bed).unwrap_err();
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_kind_that_does_not_exist_yet_names_those_that_do() {
    let found = messages(&GOOD.replace("\"chime\"", "\"ocean\""));
    assert!(found.starts_with("drop.toml:2:8: error: "), "{found}");
    assert!(found.contains("`chime` or `bed`"), "{found}");
}

#[test]
fn what_toml_cannot_read_is_told_in_plain_words() {
    let found = messages(&GOOD.replace("attack_ms = 12", "attack_ms : 12"));
    assert!(found.contains("between a key and its value stands `=`, not `:`"), "{found}");
}

/// A recipe in which everything is out of its limits.
fn out_of_bounds() -> String {
    GOOD.replace("format = 1", "format = 2")
        .replace("-12", "0")
        .replace("300", "12000")
        .replace("decay_s = 1", "decay_s = nan")
        .replace("ratio = 1", "ratio = 99")
        .replace("A drop of water", "")
}

#[test]
fn every_number_out_of_bounds_is_reported_at_once() {
    insta::assert_snapshot!(messages(&out_of_bounds()));
}

#[test]
fn problems_of_a_recipe_are_said_in_german_as_well() {
    insta::assert_snapshot!(in_german(&problems(&out_of_bounds())));
}

#[test]
fn empty_and_endless_lists_are_refused() {
    let none = messages(&GOOD.replace("[{ pitch_hz = 300 }]", "[]"));
    assert!(none.contains("`strikes` has 0 entries\n"), "{none}");
    let many =
        GOOD.replace("[{ pitch_hz = 300 }]", &format!("[{}]", "{ pitch_hz = 300 },".repeat(17)));
    let many = messages(&many);
    assert!(many.contains("`strikes` has 17 entries"), "{many}");
    assert!(many.contains("write from 1 to 16"), "{many}");
    let large = messages(&(GOOD.to_owned() + &"#".repeat(20_000)));
    assert!(large.contains("keep it below 16384 bytes"), "{large}");
}

#[test]
fn a_title_of_which_nothing_is_seen_is_as_good_as_none() {
    let title = GOOD.lines().find(|line| line.starts_with("title")).expect("a title");
    for unseen in ["", "\u{200b}", "\u{3164}\u{2800}"] {
        let told = messages(&GOOD.replace(title, &format!("title = \"{unseen}\"")));
        assert!(told.contains("`title` is empty"), "{unseen:?}: {told}");
    }
}

#[test]
fn the_readme_shows_a_recipe_that_works() {
    let readme = include_str!("../../../sounds/README.md");
    let example = readme.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    Recipe::parse("README.md", example).unwrap();
}

proptest::proptest! {
    #[test]
    fn no_slip_of_the_hand_makes_it_panic(at in 0..GOOD.len(), length in 0_usize..40, typed in "[a-z0-9\\[\\]{}=.,\"' \n-]{0,12}") {
        let end = GOOD.len().min(at + length);
        let text = format!("{}{typed}{}", &GOOD[..at], &GOOD[end..]);
        if let Err(problems) = Recipe::parse("drop.toml", &text) {
            proptest::prop_assert!(!problems.is_empty());
        }
        let _ = BedRecipe::parse("drop.toml", &text);
    }
}
