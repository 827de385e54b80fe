//! What the built-in voice makes of the words that come with Unclench.

use std::fs;
use std::path::{Path, PathBuf};

use unclench_voice::unknown_words;

/// Keys whose texts are neither spoken nor read aloud.
const NOT_SPOKEN: [&str; 3] = ["sources", "source", "sound"];

/// All files below a folder of the repository that end like this.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut waiting = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                found.push(path);
            }
        }
    }
    found
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("a text")
}

/// Every text in a TOML value, but for keys that nobody hears.
fn texts(value: &toml::Value, found: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => found.push(text.clone()),
        toml::Value::Array(values) => values.iter().for_each(|it| texts(it, found)),
        toml::Value::Table(table) => {
            let spoken = table.iter().filter(|(key, _)| !NOT_SPOKEN.contains(&key.as_str()));
            spoken.for_each(|(_, value)| texts(value, found));
        }
        _ => {}
    }
}

/// A text without what is filled in when it is spoken: `{side}`.
fn without_places(text: &str) -> String {
    let parts = text.split('{').enumerate();
    parts
        .map(|(at, part)| if at == 0 { part } else { part.split_once('}').map_or("", |it| it.1) })
        .collect()
}

#[track_caller]
fn assert_known(found: &[String]) {
    assert!(found.len() > 10, "the texts were not found");
    let unknown = found.iter().flat_map(|text| unknown_words(&without_places(text)));
    let unknown: Vec<String> = unknown.collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn every_word_of_the_shipped_sessions_and_moves_is_known_to_the_built_in_voice() {
    let mut found = Vec::new();
    for path in files("sessions", "toml") {
        let session: toml::Table = text(&path).parse().expect("TOML");
        // It speaks English; German is for the engines of the machine.
        let is_english = session.get("language").is_none_or(|it| it.as_str() == Some("en"));
        if is_english {
            texts(&toml::Value::Table(session), &mut found);
        }
    }
    assert_known(&found);
}

#[test]
fn every_announcement_is_known_to_the_built_in_voice() {
    let mut found = Vec::new();
    for path in files("src/words/en", "ftl") {
        if ["announcements", "breath", "care", "sides", "places", "touch"]
            .contains(&path.file_stem().and_then(|it| it.to_str()).unwrap_or_default())
        {
            let text = text(&path);
            let values = text.lines().filter(|line| !line.starts_with('#'));
            let values = values.filter_map(|line| line.split_once(" = ")).map(|it| it.1.to_owned());
            found.extend(values);
        }
    }
    assert_known(&found);
}

#[test]
fn every_word_of_the_learn_pages_is_known_to_the_built_in_voice() {
    let mut found = Vec::new();
    for path in files("src/learn/pages", "toml") {
        texts(&toml::Value::Table(text(&path).parse().expect("TOML")), &mut found);
    }
    assert_known(&found);
}
