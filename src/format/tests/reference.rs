//! The written reference and the schemas keep up with the code.

use std::path::Path;

use serde_json::Value;

use super::super::draft::{Kind, fits};
use super::super::{move_schema, parse, parse_move, session_schema};
use super::{known_names, messages};
use crate::body::Region;
use crate::lengths::millis_to_text;
use crate::session::limits;

fn shipped(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(name);
    std::fs::read_to_string(path).unwrap_or_default()
}

/// The fenced TOML examples of a text, with the line each begins at.
fn examples(text: &str) -> Vec<(usize, String)> {
    let mut examples = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (number, line) in text.lines().enumerate() {
        match &mut open {
            None if line == "```toml" => open = Some((number + 2, String::new())),
            None => {}
            Some(_) if line == "```" => examples.extend(open.take()),
            Some((_, example)) => {
                example.push_str(line);
                example.push('\n');
            }
        }
    }
    examples
}

/// A whole file of an example: what lacks a head or steps gets plain ones.
fn completed(example: &str) -> String {
    if example.contains("format = 1") {
        return example.to_owned();
    }
    let head = "format = 1\ntitle = \"T\"\nsummary = \"S\"\nsettings = [\"home\"]\n\
                position = \"any\"\ngoals = [\"stress\"]\n";
    let is_step = example.contains("[[steps]]");
    let steps = "[[steps]]\nkind = \"rest\"\ntitle = \"Rest\"\nlength = \"1m\"\n";
    let steps = if is_step { "" } else { steps };
    format!("{head}{example}\n{steps}")
}

#[test]
fn every_example_of_the_reference_is_a_sound_file() {
    let reference = shipped("README.md");
    let examples = examples(&reference);
    assert!(examples.len() >= 10, "{} examples", examples.len());
    for (line, example) in examples {
        let file = format!("README.md line {line}");
        // A course is read by another room.
        if example.contains("[[days]]") {
            continue;
        }
        let problems = if example.contains("[step]") {
            parse_move(&file, "example", &example).1
        } else {
            parse(&file, &completed(&example), &known_names()).1
        };
        let errors: Vec<_> =
            problems.into_iter().filter(|problem| problem.code != "unused-pattern").collect();
        assert!(errors.is_empty(), "{}", messages(&errors));
    }
}

#[test]
fn the_reference_names_every_key_and_every_word() {
    let reference = shipped("README.md");
    let schema: Value = serde_json::from_str(&session_schema()).unwrap();
    let mut known: Vec<String> = Vec::new();
    let definitions = schema["definitions"].as_object().unwrap();
    for node in definitions.values().chain([&schema]) {
        let keys = node["properties"].as_object().into_iter().flatten();
        known.extend(keys.map(|(key, _)| key.clone()));
        let words = node["oneOf"].as_array().into_iter().flatten();
        known.extend(words.map(|word| word["const"].as_str().unwrap().to_owned()));
    }
    known.retain(|word| !reference.contains(&format!("`{word}`")));
    assert!(known.is_empty(), "not in the reference: {known:?}");
}

#[test]
fn the_reference_names_the_limits() {
    let reference = shipped("README.md");
    for limit in [
        format!("{} KiB", limits::FILE_BYTES / 1024),
        "1,000 steps".to_owned(),
        "10,000 parts".to_owned(),
        format!("{} characters", limits::TITLE),
        format!("{} characters", limits::LINE),
        format!("{} characters", limits::TEXT),
        "12 hours".to_owned(),
        format!("`{}`", millis_to_text(limits::HOLD_MILLIS)),
    ] {
        assert!(reference.contains(&limit), "not in the reference: {limit}");
    }
}

#[test]
fn the_reference_names_the_most_that_each_place_is_worked() {
    let reference = shipped("README.md");
    for region in Region::ALL {
        let most = format!("| `{}` | ", millis_to_text(region.dose_cap()));
        let named = format!("`{}`", region.id());
        let is_told = |line: &str| line.starts_with(&most) && line.contains(&named);
        assert!(reference.lines().any(is_told), "not in the reference: {most}{named}");
    }
}

#[test]
fn the_schemas_in_the_folder_are_current() {
    let mend = "run `cargo run -- schema > sessions/session.schema.json` and \
                `cargo run -- schema --moves > sessions/move.schema.json`";
    let same = |name: &str, schema: String| {
        assert!(shipped(name).replace('\r', "") == schema, "{name} is out of date: {mend}");
    };
    same("session.schema.json", session_schema());
    same("move.schema.json", move_schema());
}

#[test]
fn the_schema_lets_each_kind_have_exactly_its_own_keys() {
    let schema: Value = serde_json::from_str(&session_schema()).unwrap();
    let step = &schema["definitions"]["Step"];
    let all = step["properties"].as_object().unwrap();
    for (kind, rule) in Kind::ALL.into_iter().zip(step["allOf"].as_array().unwrap()) {
        assert_eq!(rule["if"]["properties"]["kind"]["const"], kind.id());
        let banned = rule["then"]["properties"].as_object().unwrap();
        let left: Vec<&str> =
            (all.keys().map(String::as_str)).filter(|key| !banned.contains_key(*key)).collect();
        let mut own: Vec<&str> = fits(kind).collect();
        own.sort_unstable();
        assert_eq!(left, own, "{}", kind.id());
    }
}

#[test]
fn whatever_the_schema_requires_of_a_file_is_missed_by_the_parser() {
    let schema: Value = serde_json::from_str(&session_schema()).unwrap();
    let (_, problems) = parse("empty.toml", "", &known_names());
    for key in schema["required"].as_array().unwrap() {
        let key = format!("`{}`", key.as_str().unwrap());
        assert!(problems[0].to_string().contains(&key), "{key}");
    }
}
