//! Tests of reading recipes: what is good is read, and what is not is explained.

use super::{Recipe, RecipeProblem, Strike};

const GOOD: &str = r#"format = 1
kind = "chime"
title = "Drop"
summary = "A drop of water"
peak_dbfs = -12
attack_ms = 12
strikes = [{ pitch_hz = 300 }]
partials = [{ ratio = 1, level_db = 0, decay_s = 1 }]
"#;

fn messages(text: &str) -> Vec<String> {
    Recipe::parse(text).unwrap_err().iter().map(RecipeProblem::to_string).collect()
}

#[test]
fn a_small_recipe_is_read_with_its_defaults() {
    let recipe = Recipe::parse(GOOD).unwrap();
    let strike = Strike { at_ms: 0.0, pitch_hz: 300.0, level_db: 0.0 };
    assert_eq!(recipe.strikes, [strike]);
}

#[test]
fn an_unknown_key_is_named_with_its_place() {
    let found = messages(&GOOD.replace("attack_ms", "atack_ms"));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("line 6, column 1: unknown field `atack_ms`"), "{found:?}");
    assert!(found[0].contains("`attack_ms`"), "{found:?}");
}

#[test]
fn a_kind_that_does_not_exist_yet_names_those_that_do() {
    let found = messages(&GOOD.replace("\"chime\"", "\"ocean\""));
    assert_eq!(found, ["line 2, column 8: unknown variant `ocean`, expected `chime` or `bed`"]);
}

#[test]
fn every_number_out_of_bounds_is_reported_at_once() {
    let text = GOOD
        .replace("format = 1", "format = 2")
        .replace("-12", "0")
        .replace("300", "12000")
        .replace("decay_s = 1", "decay_s = nan")
        .replace("A drop of water", "");
    assert_eq!(
        messages(&text),
        [
            "`format` is 2, and this version of Unclench reads 1; write `format = 1` or get a newer \
             Unclench",
            "`summary` should be one line of 1 to 200 characters",
            "`peak_dbfs` is 0; write a number from -40 to -9 (dBFS)",
            "`strikes[0].pitch_hz` is 12000; write a number from 60 to 1000 (Hz)",
            "`partials[0].decay_s` is NaN; write a number from 0.05 to 12 (s)",
        ]
    );
}

#[test]
fn empty_and_endless_lists_are_refused() {
    let none = GOOD.replace("[{ pitch_hz = 300 }]", "[]");
    assert_eq!(messages(&none), ["`strikes` has 0 entries; write from 1 to 16"]);
    let many =
        GOOD.replace("[{ pitch_hz = 300 }]", &format!("[{}]", "{ pitch_hz = 300 },".repeat(17)));
    assert_eq!(messages(&many), ["`strikes` has 17 entries; write from 1 to 16"]);
    let large = GOOD.to_owned() + &"#".repeat(20_000);
    assert!(messages(&large)[0].ends_with("please keep it below 16384"));
}

#[test]
fn the_readme_shows_a_recipe_that_works() {
    let readme = include_str!("../../../sounds/README.md");
    let example = readme.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    Recipe::parse(example).unwrap();
}
