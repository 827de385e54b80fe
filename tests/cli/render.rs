//! Sessions saved as files: where they go, what is said, and what is left when it fails.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::harness::{BRIEF, Test};
use crate::support::need;

fn render(words: &str) -> Test {
    Test::new().file("mine.toml", BRIEF).args(&format!("render mine.toml --voice none {words}"))
}

/// What lies in the folder that the program ran in, beside the session.
pub(super) fn saved(test: &Test) -> Vec<String> {
    let files = fs::read_dir(test.home()).expect("a folder");
    let names = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name != "mine.toml").collect();
    names.sort();
    names
}

#[test]
fn a_session_is_saved_with_its_captions_and_nothing_else_is_left() {
    let test = render("-o mine.flac --captions mine.vtt");
    assert_eq!(test.stdout(), "mine.flac (4 s)\nmine.vtt (captions)\n");
    assert_eq!(saved(&test), ["mine.flac", "mine.vtt"]);
    let captions = fs::read_to_string(test.home().join("mine.vtt")).expect("captions");
    assert!(captions.starts_with("WEBVTT\n\nNOTE\n"), "{captions}");
}

#[test]
fn captions_can_be_had_alone() {
    let test = render("--captions mine.vtt");
    assert_eq!(test.stdout(), "mine.vtt (captions)\n");
    assert_eq!(saved(&test), ["mine.vtt"]);
}

#[test]
fn captions_are_not_saved_under_the_name_of_another_kind() {
    let test = render("--captions mine.SRT");
    let told = test.failure(2);
    assert!(told.contains("WebVTT") && told.contains("call it `mine.vtt`"), "{told}");
    assert_eq!(saved(&test), [""; 0]);
}

#[test]
fn one_of_both_has_to_be_asked_for() {
    let report = render("").failure(2);
    assert!(report.contains("--output"), "{report}");
}

#[test]
fn an_ending_that_is_not_known_is_told_with_the_three_that_are() {
    let test = render("-o mine.mp3");
    insta::assert_snapshot!(test.failure(2));
    assert_eq!(saved(&test), [""; 0]);
}

#[test]
fn a_file_that_is_there_is_kept_unless_it_may_be_replaced() {
    let test = render("-o mine.ogg --captions mine.vtt").file("mine.vtt", "old");
    insta::assert_snapshot!(test.failure(1));
    assert_eq!(saved(&test), ["mine.vtt"]);
    let test = render("-o mine.ogg --captions mine.vtt --force").file("mine.vtt", "old");
    test.stdout();
    let captions = fs::read_to_string(test.home().join("mine.vtt")).expect("captions");
    assert!(captions.starts_with("WEBVTT"), "{captions}");
}

#[test]
fn a_folder_that_is_missing_is_told() {
    let report = render("-o no/mine.wav").failure(1);
    assert!(report.contains("the folder has to be there already"), "{report}");
    assert!(!report.contains(".part"), "the draft is nobody's concern: {report}");
}

#[test]
fn a_sound_and_its_captions_are_two_files() {
    let test = render("-o mine.ogg --captions mine.ogg");
    assert!(test.failure(2).contains("cannot be one file"));
    assert_eq!(saved(&test), [""; 0]);
}

#[test]
fn the_first_side_can_be_chosen() {
    let words_of = |side: &str| {
        let words = format!("render neck-and-shoulders --captions a.vtt --first-side {side}");
        let test = Test::new().args(&words);
        test.stdout();
        fs::read_to_string(test.home().join("a.vtt")).expect("captions")
    };
    let (left, right) = (words_of("left"), words_of("right"));
    assert!(left.find("Left ") < left.find("Right "), "{left}");
    assert!(right.find("Right ") < right.find("Left "), "{right}");
}

#[test]
fn a_length_is_kept_or_the_nearest_is_told() {
    let test = render("-o mine.flac --minutes 0.1");
    assert_eq!(test.stdout(), "mine.flac (6 s)\n");
    let report = render("-o mine.flac --minutes 600").failure(1);
    assert!(report.contains("--minutes"), "{report}");
}

#[test]
fn a_recording_has_the_background_that_was_asked_for() {
    let recorded = |wish: &str| {
        let test = render(&format!("-o mine.wav {wish}"));
        test.stdout();
        fs::read(test.home().join("mine.wav")).expect("a recording")
    };
    let plain = recorded("");
    assert!(recorded("--bed none") == plain, "this session has no background of its own");
    assert!(recorded("--bed ocean") != plain);
    let report = render("-o mine.wav --bed ocaen").failure(1);
    assert!(report.contains("did you mean `ocean`?"), "{report}");
}

/// What `FFmpeg` says of a file when it decodes it all through a filter.
fn ffmpeg(file: &Path, filter: &[&str]) -> Option<String> {
    let mut command = Command::new("ffmpeg");
    command.args(["-nostdin", "-hide_banner", "-i"]).arg(file).args(filter);
    let answer = need::part(command.args(["-f", "null", "-"]).output(), "`ffmpeg`")?;
    let said = String::from_utf8_lossy(&answer.stderr).into_owned();
    assert!(answer.status.success(), "{said}");
    Some(said)
}

#[test]
fn ffmpeg_decodes_all_three_and_measures_no_more_than_3_dbtp() {
    for format in ["wav", "flac", "ogg"] {
        let test = render(&format!("-o mine.{format}"));
        test.stdout();
        let file = test.home().join(format!("mine.{format}"));
        let Some(complaints) = ffmpeg(&file, &["-v", "error"]) else { return };
        assert_eq!(complaints, "", "{format}");
        let Some(said) = ffmpeg(&file, &["-af", "ebur128=peak=true"]) else { return };
        let summary = said.rsplit_once("Summary:").expect("a summary").1;
        let value = |name: &str| {
            let line = summary.lines().find_map(|line| line.trim().strip_prefix(name));
            let number = line.and_then(|line| line.split_whitespace().next());
            number.and_then(|number| number.parse::<f64>().ok()).expect("a number")
        };
        assert!(value("Peak:") <= -3.0, "{format}: {summary}");
        assert!((-45.0..=-16.0).contains(&value("I:")), "{format}: {summary}");
    }
}

#[test]
fn a_bed_plays_on_in_a_recording_only_at_night_and_only_where_there_is_one() {
    let report = render("-o mine.flac --play-on 1").failure(2);
    assert!(report.contains("--night"), "{report}");
    let report = render("-o mine.flac --play-on 1 --night").failure(1);
    assert!(report.contains("without a bed"), "{report}");
    let report = render("-o mine.flac --night --day").failure(2);
    assert!(report.contains("--day"), "{report}");
    let report = render("-o mine.flac --play-on 46 --night").failure(2);
    assert!(report.contains("46"), "{report}");
}

#[test]
fn a_recording_with_a_bed_that_plays_on_is_as_long_as_that() {
    let session = BRIEF.replacen("lead-in", "bed = \"brown-noise\"\nlead-in", 1);
    let test = Test::new().file("mine.toml", &session);
    let test = test.args("render mine.toml --voice none -o mine.wav --night --play-on 1");
    assert_eq!(test.stdout(), "mine.wav (4 min 4 s)\n");
    let wav = hound::WavReader::open(test.home().join("mine.wav")).expect("a recording");
    assert_eq!(wav.duration(), 244 * wav.spec().sample_rate, "and it is what is told");
}

#[cfg(feature = "built-in-voice")]
#[test]
fn a_recording_by_another_voice_than_was_asked_for_is_kept_apart_and_ends_with_1() {
    let settings = "voice.engine = \"piper\"";
    let test = Test::new().file("mine.toml", BRIEF).settings(settings);
    let test = test.args("render mine.toml -o mine.flac");
    let output = test.command().env("PATH", "").output().expect("it can be started");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("asked for did not speak; “heart” of Unclench itself"), "{said}");
    assert!(saved(&test).contains(&"mine.incomplete.flac".to_owned()));
    assert_eq!(test.again("render mine.toml -o mine.flac --voice built-in").run().code, Some(0));
}

#[test]
fn a_recording_that_lacks_its_words_is_kept_apart_and_ends_with_1_unless_none_were_wished_for() {
    // No voice anywhere speaks it.
    let session = BRIEF.replace("language = \"en\"", "language = \"tlh\"");
    let test = Test::new().file("mine.toml", &session).args("render mine.toml -o mine.flac");
    let answer = test.run();
    assert_eq!(answer.code, Some(1), "{}", answer.err);
    assert!(answer.err.contains("nothing is spoken: no voice was found"), "{}", answer.err);
    assert!(answer.err.contains("`--voice none` leaves the words out"), "{}", answer.err);
    assert!(saved(&test).contains(&"mine.incomplete.flac".to_owned()));
    assert!(!saved(&test).contains(&"mine.flac".to_owned()));
    let silent = test.again("render mine.toml -o mine.flac --voice none");
    assert_eq!(silent.stdout(), "mine.flac (4 s)\n");
}
