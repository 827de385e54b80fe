//! One way from a session to a timeline, and one pace for all who speak, write or weigh its words.

use std::fs;
use std::path::{Path, PathBuf};

use super::arbitrary::{plain_step, session_of};
use crate::body::Side;
use crate::care::screened_for_anyone;
use crate::choices::Background;
use crate::prosody::Pace;
use crate::session::{Block, Length, Session, Setting, StepKind};
use crate::timeline::{Ending, LengthWish, Wish, prepare};

const AT_NIGHT: Ending = Ending::Night { play_on: 0 };

fn session_for(settings: &[Setting]) -> Session {
    let rest = plain_step(StepKind::Rest, Length::Millis(60_000));
    Session { settings: settings.to_vec(), ..session_of(vec![Block::Step(Box::new(rest))]) }
}

fn pace(settings: &[Setting], ending: Ending, words_per_minute: Option<u32>) -> u32 {
    let wish = Wish { ending, words_per_minute, ..Wish::default() };
    let timeline =
        prepare(&screened_for_anyone(&session_for(settings)), &wish).expect("as it is written");
    timeline.pace_at(0).words_per_minute()
}

#[test]
fn a_session_for_bed_is_slow_always_and_any_other_only_at_night() {
    use Setting::{Bed, Desk, Home};
    let (day, night) = (Pace::DAY.words_per_minute(), Pace::NIGHT.words_per_minute());
    for (settings, by_day) in [
        (&[Bed][..], night),
        (&[Bed, Home], night),
        (&[Bed, Desk], day),
        (&[Desk], day),
        (&[Home], day),
    ] {
        assert_eq!(pace(settings, Ending::Day, None), by_day, "{settings:?}");
        assert_eq!(pace(settings, AT_NIGHT, None), night, "{settings:?}");
        let timeline = prepare(&screened_for_anyone(&session_for(settings)), &Wish::default())
            .expect("as it is written");
        assert_eq!(timeline.is_for_bed(), by_day == night, "{settings:?}");
    }
}

#[test]
fn a_timeline_keeps_what_its_session_is_called_its_language_and_what_was_wished() {
    let session = Session {
        title: "Abends".to_owned(),
        language: "de".to_owned(),
        ..session_for(&[Setting::Home])
    };
    let wish = Wish { first_side: Side::Right, ending: AT_NIGHT, ..Wish::default() };
    let timeline = prepare(&screened_for_anyone(&session), &wish).expect("as it is written");
    assert_eq!((timeline.title(), timeline.language()), ("Abends", "de"));
    assert_eq!(timeline.wish(), &wish);
}

#[test]
fn the_cautions_of_a_session_are_shown_while_a_person_settles_in_and_not_later() {
    let cautions = ["Stop if it tingles.", "Ease if it pulls."].map(str::to_owned).to_vec();
    let session = Session { cautions, ..session_for(&[Setting::Home]) };
    let timeline =
        prepare(&screened_for_anyone(&session), &Wish::default()).expect("as it is written");
    let shown: Vec<_> = timeline.segments().iter().map(|it| it.stop_if.as_deref()).collect();
    let first = shown[0].expect("cautions");
    assert!(
        first.starts_with("Stop if it tingles.\nEase if it pulls.\n"),
        "and those of the table"
    );
    assert!(shown.len() > 1 && shown[1..].iter().all(Option::is_none), "{shown:?}");
}

#[test]
fn a_pace_of_ones_own_is_slower_at_night_by_the_same_share() {
    assert_eq!(pace(&[Setting::Desk], Ending::Day, Some(165)), 165);
    assert_eq!(pace(&[Setting::Desk], AT_NIGHT, Some(165)), 120);
}

#[test]
fn a_change_while_it_plays_gives_what_would_have_been_prepared() {
    let session = Session { bed: Some("ocean".to_owned()), ..session_for(&[Setting::Home]) };
    let wish = Wish {
        first_side: Side::Right,
        ending: AT_NIGHT,
        bed: Background::Named("rain".to_owned()),
        ..Wish::default()
    };
    let prepared = prepare(&screened_for_anyone(&session), &wish).expect("as it is written");
    let by_day = prepare(
        &screened_for_anyone(&session),
        &Wish { first_side: Side::Right, ..Wish::default() },
    );
    let changed = by_day.expect("as it is written").with_ending(wish.ending).with_bed(&wish.bed);
    assert_eq!(changed, prepared);
}

#[test]
fn a_length_that_is_not_asked_for_is_the_one_that_is_written() {
    assert_eq!(LengthWish::from(None), LengthWish::AsWritten);
    assert_eq!(LengthWish::from(Some(5)), LengthWish::Millis(5));
}

#[test]
fn timelines_are_made_in_one_place() {
    let made = ["Timeline {", "Timeline{"];
    let named = ["struct ", "impl ", "fn ", "-> "];
    let mut found = Vec::new();
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = fs::read_to_string(&path).expect("a source file");
        let makes = |line: &&str| {
            made.iter().any(|it| line.contains(it)) && !named.iter().any(|it| line.contains(it))
        };
        found.extend(text.lines().filter(makes).map(|line| (path.clone(), line.trim().to_owned())));
        // What a method gives for another timeline begins with that one.
        let without_one = |line: &&str| line.contains("-> Self") && !line.contains("self");
        if text.contains("impl Timeline {") {
            let body = text.split("impl Timeline {").nth(1).unwrap_or_default();
            let body = body.split("\n}\n").next().unwrap_or_default();
            assert_eq!(body.lines().find(without_one), None, "{}", path.display());
        }
    }
    found.retain(|(path, _)| !path.ends_with("tests/preparing.rs"));
    let [(path, line)] = &found[..] else { panic!("made in one place, not in {found:?}") };
    assert!(path.ends_with("src/timeline/prepare.rs"), "{}", path.display());
    assert_eq!(line, "let bare = Timeline {");
}

/// Every source file in a folder and those inside it.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of source");
    let paths = entries.map(|entry| entry.expect("an entry of it").path());
    paths
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}
