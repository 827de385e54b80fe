//! Routines as other authors write them, put into the format: each says there what its author meant.

use std::fs;
use std::path::Path;

use unclench::for_tests::{
    Library, SegmentKind, Timeline, Wish, parse, prepare, review, screened_for_anyone,
};

fn text(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions/translated");
    fs::read_to_string(folder.join(format!("{name}.toml"))).expect("a routine")
}

fn timeline(name: &str) -> Timeline {
    let library = Library::open(None);
    let (session, problems) = parse(name, &text(name), library.known_names());
    let session = session.unwrap_or_else(|| panic!("{problems:#?}"));
    prepare(&screened_for_anyone(&session), &Wish::default()).expect("as it is written")
}

/// What is spoken, each with its time in seconds.
fn spoken(timeline: &Timeline) -> Vec<(u64, String)> {
    let texts = timeline.texts();
    let spoken = timeline.spoken().iter();
    spoken.map(|(_, it)| (it.after / 1_000, it.words.text(texts).into_owned())).collect()
}

#[test]
fn routines_in_the_styles_of_others_keep_to_every_rule() {
    let library = Library::open(None);
    let mut told = Vec::new();
    for name in [
        "physiotherapy-neck",
        "physiotherapie-ruecken",
        "yoga-evening",
        "interval-timer",
        "meditation-atem",
        "pmr-vier-gruppen",
    ] {
        let file = format!("{name}.toml");
        let problems = review::session_file(&file, text(name).as_bytes(), library.known_names());
        told.extend(problems.iter().map(ToString::to_string));
    }
    assert!(told.is_empty(), "{}", told.join("\n\n"));
}

#[test]
fn an_interval_timer_works_and_rests_for_as_many_minutes_as_it_is_set_to() {
    let timeline = timeline("interval-timer");
    let of = |kind| timeline.segments().iter().filter(|it| it.kind == kind).count();
    assert_eq!(of(SegmentKind::Stretch), 5, "three minutes hold five rounds of 35 seconds");
    assert_eq!(of(SegmentKind::Rest), 7);
}

#[test]
fn a_pause_that_is_written_behind_words_is_heard_behind_them() {
    let spoken = spoken(&timeline("meditation-atem"));
    let at = |words: &str| {
        let found = spoken.iter().find(|(_, text)| text.starts_with(words));
        found.unwrap_or_else(|| panic!("{words}: {spoken:?}")).0
    };
    let pause = at("Füße") - at("Spür");
    assert!((9..=14).contains(&pause), "8 seconds behind a sentence of three: {pause}");
    let pause = at("Mehr") - at("Füße");
    assert!((9..=15).contains(&pause), "{pause}");
}
