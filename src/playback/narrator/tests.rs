//! What the narrator promises: each line spoken once, heard in time, and again where a pause broke it
//! off.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;

use super::{Narrator, Utterance, lines, manner};
use crate::body::Side;
use crate::care::screened_for_anyone;
use crate::choices::{EngineChoice, EngineKind, Guidance};
use crate::config::{Paths, VoiceSettings};
use crate::format::{KnownNames, parse};
use crate::mixer::Speech as _;
use crate::session::Session;
use crate::timeline::tests::written;
use crate::timeline::{Ending, LengthWish, Timeline, Wish, prepare};

/// “Let go.” is said twice: with nine seconds of room, and with two.
const TWICE: &str = r#"
format = 1
title = "Twice"
summary = "One line twice."
settings = ["desk"]
position = "any"
goals = ["stress"]
lead-in = "2s"

[chimes]
start = "none"

[announcements]
lead-in = "none"

[[steps]]
kind = "rest"
title = "Rest"
length = "30s"
min = "20s"
max = "1m"
lines = [
    { at = "1s", say = "Let go." },
    { at = "10s", say = "Let go." },
    { at = "12s", say = "Rest." },
]
"#;

fn session() -> Session {
    let (session, problems) = parse("twice.toml", TWICE, &KnownNames::default());
    session.unwrap_or_else(|| panic!("{problems:?}"))
}

/// The session as it is written, in a file with a recording of “Let go.” that lasts a second.
fn recorded() -> (TempDir, PathBuf, Arc<Timeline>) {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("twice.toml");
    fs::write(&file, TWICE).expect("a file");
    let recordings = folder.path().join("twice.voice");
    fs::create_dir(&recordings).expect("a folder");
    let spec = hound::WavSpec {
        channels: 1,
        sample_rate: 16_000,
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    let path = recordings.join("let-go.wav");
    let mut wav = hound::WavWriter::create(path, spec).expect("a file");
    for frame in 0..16_000 {
        // Two words, with a gap between them.
        let is_gap = (3_200..4_000).contains(&frame);
        let sample = (f64::from(frame) / 16_000.0 * 220.0 * std::f64::consts::TAU).sin();
        let sample = if is_gap { 0.0 } else { sample };
        wav.write_sample((sample * 8_000.0) as i16).expect("written");
    }
    wav.finalize().expect("written");
    (folder, file, Arc::new(written(&session(), Side::Left)))
}

fn narrator() -> Narrator {
    Narrator::new(VoiceSettings { engine: EngineChoice::None, ..VoiceSettings::default() }, None)
}

fn is_done(narrator: &Narrator) -> bool {
    let progress = narrator.progress();
    progress.done == progress.of
}

#[test]
fn every_line_is_spoken_once_with_the_least_room_it_has() {
    let timeline = written(&session(), Side::Left);
    let manner = manner(&VoiceSettings::default(), timeline.language(), timeline.pace_at(0));
    let lines = lines(&timeline, &|_| manner.clone());
    let line = |text: &str, room_millis, due| Utterance {
        due,
        room_millis,
        ..Utterance::new(text, manner.clone())
    };
    let wanted = [line("Let go.", Some(1_800), 3_000), line("Rest.", Some(18_000), 14_000)];
    assert!(lines.ends_with(&wanted), "{lines:?}");
}

#[test]
fn a_recorded_line_is_heard_where_no_engine_is_wished_for() {
    let (_folder, file, timeline) = recorded();
    let mut narrator = narrator();
    narrator.prepare("twice", Some(&file), &timeline);
    assert!(narrator.wait(Duration::from_secs(120)));
    let clip = narrator.clip(&"Let go.".into(), 0).expect("it is recorded");
    let millis = clip.length().as_millis();
    assert!((950..=1_060).contains(&millis), "{millis}");
    assert_eq!(narrator.clip(&"Rest.".into(), 0), None);
    let progress = narrator.progress();
    assert_eq!((progress.of - progress.silent, progress.done), (1, progress.of));
}

#[test]
fn without_an_engine_and_without_recordings_nothing_is_begun() {
    let mut narrator = narrator();
    narrator.prepare("twice", None, &Arc::new(written(&session(), Side::Left)));
    assert_eq!(narrator.progress(), crate::voice::SpeechProgress::default());
    assert!(narrator.wait(Duration::ZERO));
}

#[test]
fn a_line_that_a_pause_breaks_off_is_said_again_and_one_that_was_heard_is_not() {
    let (_folder, file, timeline) = recorded();
    let mut narrator = narrator();
    narrator.prepare("twice", Some(&file), &timeline);
    assert!(narrator.wait(Duration::from_secs(120)));
    // It is due at 3 s, and lasts a second.
    assert_eq!(narrator.say_again(2_500), None);
    assert_eq!(narrator.say_again(4_500), None);
    assert!(narrator.say_again(3_500).is_some());
}

#[test]
fn of_a_line_that_another_follows_at_once_only_what_is_left_is_said() {
    let (_folder, file, timeline) = recorded();
    let mut narrator = narrator();
    narrator.prepare("twice", Some(&file), &timeline);
    assert!(narrator.wait(Duration::from_secs(120)));
    // It is due at 12 s and lasts a second, and the next line at 14 s.
    let again = |narrator: &Narrator, position| {
        let (_, clip, after) = narrator.broken_off(position)?;
        Some((clip.length().as_millis() / 50, after.as_millis()))
    };
    assert_eq!(again(&narrator, 3_500), Some((20, 400)));
    assert_eq!(again(&narrator, 12_400), Some((20, 400)), "all of it is over before the next");
    let close = TWICE.replace("at = \"12s\"", "at = \"11.3s\"");
    let (session, problems) = parse("twice.toml", &close, &KnownNames::default());
    let session = session.unwrap_or_else(|| panic!("{problems:?}"));
    narrator.follow(&Arc::new(written(&session, Side::Left)));
    assert!(narrator.wait(Duration::from_secs(120)));
    // The second word begins 250 ms after the first.
    assert_eq!(again(&narrator, 12_400), Some((15, 0)), "from the word on that was broken off");
    assert_eq!(again(&narrator, 12_150), None, "no gap came before, and no time is left for all");
    assert_eq!(again(&narrator, 12_700), None, "what fits is too short to be words");
}

#[test]
fn a_line_that_is_broken_off_twice_is_said_whole_once_more() {
    let (_folder, file, timeline) = recorded();
    let mut narrator = narrator();
    narrator.prepare("twice", Some(&file), &timeline);
    assert!(narrator.wait(Duration::from_secs(120)));
    // It is due at 3 s and lasts a second; said again at 4.3 s it lasts until 5.3 s.
    for position in [3_900, 4_800, 5_900] {
        narrator.pause(position);
        let (clip, after) = narrator.resume(position).expect("it is said again");
        assert_eq!((clip.length().as_millis() / 50, after.as_millis()), (20, 400));
    }
    narrator.pause(7_400);
    assert_eq!(narrator.resume(7_400), None, "it was heard by then");
}

#[test]
fn a_line_is_said_again_only_where_a_pause_broke_it_off() {
    let (_folder, file, timeline) = recorded();
    let mut narrator = narrator();
    narrator.prepare("twice", Some(&file), &timeline);
    assert!(narrator.wait(Duration::from_secs(120)));
    assert_eq!(
        narrator.resume(3_500),
        None,
        "a step that waited goes on, and nothing was broken off"
    );
    narrator.pause(3_500);
    assert_eq!(narrator.resume(3_400), None, "it goes on somewhere else");
    narrator.pause(3_500);
    assert!(narrator.resume(3_500).is_some());
    narrator.pause(3_000);
    assert_eq!(narrator.resume(3_000), None, "it is due now, and comes by itself");
}

#[test]
fn a_longer_layout_keeps_what_is_spoken_and_a_shorter_one_is_spoken_anew() {
    let (_folder, file, timeline) = recorded();
    let mut narrator = narrator();
    narrator.prepare("twice", Some(&file), &timeline);
    assert!(narrator.wait(Duration::from_secs(120)));
    let wish =
        Wish { length: LengthWish::Millis(50_000), guidance: Guidance::Author, ..Wish::default() };
    narrator.follow(&Arc::new(prepare(&screened_for_anyone(&session()), &wish).expect("it fits")));
    assert!(is_done(&narrator), "nothing has to be done again");
    narrator.follow(&timeline);
    assert!(is_done(&narrator));
}

#[test]
fn a_line_that_is_not_there_in_time_is_said_a_moment_late_or_not_at_all() {
    let (_folder, file, timeline) = recorded();
    let mut narrator = narrator();
    narrator.prepare("twice", Some(&file), &timeline);
    narrator.wait_for(&"Let go.".into(), 3_000);
    assert!(narrator.wait(Duration::from_secs(120)));
    // Whether it was still to come just now or not, it is here by now.
    narrator.awaited = vec![("Let go.".into(), 3_000)];
    let (_, after) = narrator.caught_up(2_400).expect("it is there before it is due");
    assert_eq!(after, 600);
    assert_eq!(narrator.caught_up(2_400), None, "it is said once");
    for (position, is_said) in [(5_900, true), (6_100, false)] {
        narrator.awaited = vec![("Let go.".into(), 3_000)];
        assert_eq!(narrator.caught_up(position).is_some(), is_said, "{position}");
        assert_eq!(narrator.awaited, Vec::new());
    }
}

#[test]
fn a_session_that_is_turned_to_night_is_read_more_slowly_from_there_on() {
    let (_folder, file, timeline) = recorded();
    let mut narrator = narrator();
    let at_night = Arc::new(timeline.with_ending(Ending::Night { play_on: 0 }));
    let paces = [&timeline, &at_night].map(|it| narrator.lines(it)[0].manner.words_per_minute);
    assert_eq!(paces, [110, 80]);
    let speaks_as = |narrator: &Narrator, timeline| {
        let task = narrator.task.as_ref().expect("there are recordings");
        task.worker.follow(&narrator.lines(timeline))
    };
    narrator.prepare("twice", Some(&file), &timeline);
    for (now, before) in [(&at_night, &timeline), (&timeline, &at_night)] {
        assert!(speaks_as(&narrator, before) && !speaks_as(&narrator, now));
        narrator.follow(now);
        assert!(speaks_as(&narrator, now) && !speaks_as(&narrator, before));
    }
}

#[test]
fn lines_are_spoken_by_whom_and_kept_where_and_up_to_the_size_that_is_set() {
    let home = TempDir::new().expect("a folder");
    let paths = Paths::under(home.path());
    let settings = VoiceSettings {
        engine: EngineChoice::First(EngineKind::EspeakNg),
        cache_mib: 40,
        ..VoiceSettings::default()
    };
    let options = Narrator::new(settings, Some(paths.clone())).options();
    assert_eq!(options.wish, EngineChoice::First(EngineKind::EspeakNg));
    assert_eq!(options.cache, Some(paths.spoken_lines()));
    assert_eq!(options.cache_bytes, 40 * 1024 * 1024);
    assert_eq!(options.search.piper_folders[..2], paths.piper_voices());
}
