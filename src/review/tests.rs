//! What the review finds, and what it leaves alone.

mod edges;
mod laid_out;
mod language;
mod reference;
mod spoken;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::{move_file, session_file, session_file_at, strictly};
use crate::care::screened_for_anyone;
use crate::format::KnownNames;
use crate::problem::{Problem, Severity};
use crate::timeline::{Ending, Timeline, Wish, prepare};
use crate::words::{Language, Texts};

/// Every rule has a fixture of its name, in which only that rule is broken.
const RULES: &[&str] = &[
    "big-word",
    "disguised-letter",
    "hard-pressure",
    "heard-twice",
    "joint-range",
    "late-warning",
    "long-dose",
    "long-instruction",
    "long-sentence",
    "many-instructions",
    "no-ending",
    "no-opening",
    "no-sources",
    "odd-tempo",
    "other-touch",
    "overrun",
    "press-time",
    "shown-only",
    "side-unsaid",
    "silent-start",
    "study-talk",
    "told-caution",
    "uneven-sides",
    "unfit-tool",
    #[cfg(feature = "built-in-voice")]
    "unknown-word",
    "unlisted-tool",
    "unnamed-risk",
    "unused-tool",
    "warm-work-soothe",
    "woken",
];

fn fixtures(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions");
    let listing = std::fs::read_dir(root.join(folder)).unwrap();
    let paths = listing.map(|entry| entry.unwrap().path());
    // Without the built-in voice there is no list of words.
    let is_rule =
        |path: &PathBuf| cfg!(feature = "built-in-voice") || !path.ends_with("unknown-word.toml");
    let mut paths: Vec<PathBuf> = paths.filter(is_rule).collect();
    paths.sort();
    let named = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read_to_string(path).unwrap())
    };
    paths.into_iter().map(named).collect()
}

fn reviewed(name: &str, text: &str) -> Vec<Problem> {
    session_file(&format!("{name}.toml"), text.as_bytes(), &KnownNames::default())
}

fn messages(problems: &[Problem]) -> String {
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    messages.join("\n\n")
}

fn fixture(name: &str) -> String {
    fixtures("review").into_iter().find(|(known, _)| known == name).unwrap().1
}

#[test]
fn every_rule_tells_its_shortcoming_with_place_and_help() {
    for (name, text) in fixtures("review") {
        let problems = reviewed(&name, &text);
        let codes: BTreeSet<&str> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, BTreeSet::from([name.as_str()]), "{}", messages(&problems));
        assert!(problems.iter().all(|problem| problem.help.is_some()), "{name}");
        insta::assert_snapshot!(name, messages(&problems));
    }
}

#[cfg(feature = "built-in-voice")]
#[test]
fn every_rule_tells_its_shortcoming_in_german_too() {
    let problems: Vec<Problem> =
        fixtures("review").iter().flat_map(|(name, text)| reviewed(name, text)).collect();
    insta::assert_snapshot!(crate::problem::in_german(&problems));
}

#[test]
fn every_rule_has_a_fixture_and_a_row_in_the_reference() {
    let named: Vec<String> = fixtures("review").into_iter().map(|(name, _)| name).collect();
    assert_eq!(named, RULES);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/README.md");
    let reference = std::fs::read_to_string(path).unwrap();
    let untold: Vec<_> =
        RULES.iter().filter(|rule| !reference.contains(&format!("`{rule}`"))).collect();
    assert!(untold.is_empty(), "not in the reference: {untold:?}");
}

#[test]
fn the_whole_session_of_the_reference_is_a_good_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/README.md");
    let reference = std::fs::read_to_string(path).unwrap();
    let example = reference.split("```").nth(1).unwrap().strip_prefix("toml").unwrap();
    let problems = reviewed("desk", example);
    assert!(problems.is_empty(), "{}", messages(&problems));
}

#[test]
fn moves_are_reviewed_by_themselves() {
    for (name, text) in fixtures("review-moves") {
        let problems = move_file(&format!("moves/{name}.toml"), &name, &text);
        insta::assert_snapshot!(format!("move-{name}"), messages(&problems));
    }
}

#[test]
fn a_shortcoming_only_warns() {
    for (name, text) in fixtures("review") {
        let problems = reviewed(&name, &text);
        assert!(problems.iter().all(|problem| problem.severity == Severity::Warning), "{name}");
    }
}

#[test]
fn strictly_every_warning_is_an_error_and_nothing_else_changes() {
    let problems = reviewed("woken", &fixture("woken"));
    let strict = strictly(problems.clone());
    assert!(strict.iter().all(|problem| problem.severity == Severity::Error));
    let lenient = |problem: Problem| Problem { severity: Severity::Warning, ..problem };
    assert_eq!(strict.into_iter().map(lenient).collect::<Vec<_>>(), problems);
}

#[test]
fn a_file_that_cannot_be_played_is_not_reviewed() {
    let text = fixture("woken").replace("kind = \"rest\"", "kind = \"nap\"");
    let problems = reviewed("woken", &text);
    assert!(problems.iter().all(|problem| problem.severity == Severity::Error));
    assert!(!problems.is_empty());
}

#[test]
fn what_is_not_text_is_told_once() {
    let problems = session_file("bytes.toml", &[0xff, 0xfe], &KnownNames::default());
    let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["not-text"]);
}

#[test]
fn words_are_not_judged_in_another_language() {
    for rule in ["big-word", "told-caution", "side-unsaid"] {
        let german = fixture(rule).replace("position =", "language = \"de\"\nposition =");
        let problems = reviewed(rule, &german);
        assert!(problems.iter().all(|problem| problem.code != rule), "{}", messages(&problems));
    }
}

#[test]
fn what_a_move_brings_is_told_where_it_is_named() {
    let silent = fixtures("review-moves").into_iter().find(|(name, _)| name == "silent").unwrap().1;
    let known_names = KnownNames::default().with_move("silent", "silent.toml", silent);
    let text = fixture("no-sources") + "\n[[steps]]\nmove = \"silent\"\n";
    let problems = session_file("s.toml", text.as_bytes(), &known_names);
    let told = problems.iter().find(|problem| problem.code == "silent-start").unwrap();
    assert_eq!(told.source_line, "move = \"silent\"");
}

#[test]
fn many_shortcomings_of_a_file_are_cut_short_and_still_warnings() {
    let step = "\n[[steps]]\nkind = \"scan\"\ntitle = \"Nothing said\"\nlength = \"10s\"\n";
    let text = fixture("no-sources") + &step.repeat(300);
    let problems = reviewed("many", &text);
    assert_eq!(problems.len(), 101);
    assert!(problems.iter().all(|problem| problem.severity == Severity::Warning));
}

proptest! {
    #[test]
    fn no_change_of_a_file_makes_the_review_panic(which in 0..RULES.len(), at in any::<prop::sample::Index>(), with in "[0-9a-z\"\\[\\]{}= \n.%-]{0,3}") {
        let (name, text) = fixtures("review").swap_remove(which);
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        bytes.splice(at..=at, with.into_bytes());
        session_file(&name, &bytes, &KnownNames::default());
    }
}

#[test]
fn what_suits_the_bed_among_others_is_weighed_at_the_pace_it_has_there_at_night() {
    let line = "Let your shoulders sink a little lower. With every breath, if you like.";
    let session = |settings: &str| {
        format!(
            "format = 1\ntitle = \"T\"\nsummary = \"S\"\nsettings = {settings}\nposition = \"any\"\n\
             goals = [\"stress\"]\n[[steps]]\nkind = \"rest\"\ntitle = \"Rest\"\nlength = \"10.2s\"\n\
             say = \"{line}\"\n"
        )
    };
    let overruns = |settings: &str| {
        let problems = reviewed("s", &session(settings)).into_iter();
        let overruns = problems.filter(|problem| problem.code == "overrun");
        let texts = Texts::with_reports(Language::English);
        overruns.map(|problem| problem.message.text(texts)).collect::<Vec<_>>()
    };
    assert_eq!(overruns(r#"["desk"]"#), Vec::<String>::new());
    let [message] = &overruns(r#"["desk", "bed"]"#)[..] else { panic!("too slow for it") };
    assert!(message.ends_with("(the session as it is written, at night)"), "{message}");
    let [message] = &overruns(r#"["bed"]"#)[..] else { panic!("too slow for it") };
    assert!(message.ends_with("(the session as it is written)"), "{message}");
}

/// The silence that words need before a chime, and how long the first one leads them, in
/// milliseconds.
const CHIME_PAUSE: u64 = 700;
const START_LEADS: u64 = 2_000;

#[test]
fn a_finding_about_pace_tells_the_pace_of_the_layout_that_it_names() {
    let text = "format = 1\ntitle = \"T\"\nsummary = \"S\"\nsettings = [\"desk\", \"bed\"]\n\
                position = \"any\"\ngoals = [\"stress\"]\n[[steps]]\nkind = \"rest\"\n\
                title = \"Rest\"\nlength = \"10.2s\"\n\
                say = \"Let your shoulders sink a little lower. With every breath, if you like.\"\n";
    let session =
        crate::format::parse("s.toml", text, &KnownNames::default()).0.expect("a session");
    let by_day = prepare(&screened_for_anyone(&session), &Wish::default()).expect("a timeline");
    let at_night = by_day.with_ending(Ending::Night { play_on: 0 });
    let speaking = |timeline: &Timeline| {
        let (_, words) = timeline.spoken().last().expect("words");
        timeline.speaking_millis(&words.words, words.due)
    };
    let told = messages(&reviewed("s", text));
    let needs = crate::lengths::needed(speaking(&at_night) + CHIME_PAUSE);
    assert!(told.contains(&format!("takes {needs} to say")), "{told}");
    assert!(told.contains("(the session as it is written, at night)"), "{told}");
    // By day the same words have room: what `show` lays out has nothing to be mended.
    assert!(speaking(&by_day) + CHIME_PAUSE <= 10_200 - START_LEADS);
    assert!(!told.contains("by day"), "{told}");
    // A slower voice runs out of time by day too, and is told so where it is set.
    let slow = session_file_at("s", text.as_bytes(), &KnownNames::default(), Some(60));
    let wish = Wish { words_per_minute: Some(60), ..Wish::default() };
    let slow_night = prepare(&screened_for_anyone(&session), &wish).expect("a timeline");
    let slow_night = slow_night.with_ending(Ending::Night { play_on: 0 });
    let needs = crate::lengths::needed(speaking(&slow_night) + CHIME_PAUSE);
    assert!(messages(&slow).contains(&format!("takes {needs} to say")), "{}", messages(&slow));
}

#[test]
fn four_japanese_sentences_in_five_seconds_are_told_as_too_many() {
    let text = "format = 1\ntitle = \"T\"\nsummary = \"S\"\nlanguage = \"ja\"\n\
                settings = [\"desk\"]\nposition = \"any\"\ngoals = [\"stress\"]\n[[steps]]\n\
                kind = \"rest\"\ntitle = \"Rest\"\nlength = \"5s\"\n\
                say = \"肩の力を抜きます。息を吸って。ゆっくり吐いて。そのまま休みます。\"\n";
    let problems = reviewed("s", text);
    let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
    assert!(codes.contains(&"overrun"), "{}", messages(&problems));
}
