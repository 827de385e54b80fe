//! What is set and asked for is heard in a recording.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::harness::Test;

/// Three seconds of rest with a chime at each end and no voice.
const CHIMES: &str = r#"
format = 1
title = "Two chimes"
summary = "Rest between two chimes."
settings = ["desk"]
position = "any"
goals = ["stress"]
lead-in = "0s"

[[steps]]
kind = "rest"
title = "Rest"
text = "Rest."
length = "3s"
"#;

/// Eight seconds of breath, without a chime.
const BREATH: &str = r#"
format = 1
title = "A breath"
summary = "One breath."
settings = ["desk"]
position = "any"
goals = ["stress"]
lead-in = "0s"

[chimes]
start = "none"
end = "none"

[[steps]]
kind = "breathe"
title = "Breathe"
text = "In and out."
breaths = 1
pattern = "4-4"
"#;

/// A tenth of a second, in samples of both channels.
const TENTH: usize = 2 * 4_800;

/// Recordings by what was asked for, each made once for all tests that listen to it.
type Recordings = Mutex<BTreeMap<[String; 3], Arc<OnceLock<Vec<f32>>>>>;

static RECORDINGS: Recordings = Mutex::new(BTreeMap::new());

/// A recording without a voice, with these words and settings, from its first tenth of a second on.
fn recorded(session: &str, words: &str, settings: &str) -> Vec<f32> {
    let asked = [session, words, settings].map(str::to_owned);
    let kept = {
        let mut recordings = RECORDINGS.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(recordings.entry(asked).or_default())
    };
    kept.get_or_init(|| recorded_anew(session, words, settings)).clone()
}

fn recorded_anew(session: &str, words: &str, settings: &str) -> Vec<f32> {
    let words = format!("render mine.toml -o mine.wav --voice none {words}");
    let test = Test::new().file("mine.toml", session).settings(settings).args(&words);
    test.stdout();
    let wav = hound::WavReader::open(test.home().join("mine.wav")).expect("a recording");
    let full = (1_u32 << (wav.spec().bits_per_sample - 1)) as f32;
    let samples = wav.into_samples::<i32>().map(|sample| sample.expect("a sample") as f32 / full);
    samples.skip(TENTH).collect()
}

/// The root of the mean square: how loud it is.
fn loudness(samples: &[f32]) -> f32 {
    (samples.iter().map(|sample| sample * sample).sum::<f32>() / samples.len() as f32).sqrt()
}

/// How much louder one is than the other, in dB.
fn decibels(one: &[f32], other: &[f32]) -> f32 {
    20.0 * (loudness(one) / loudness(other)).log10()
}

/// Nothing but the dither of a recording.
fn is_silent(samples: &[f32]) -> bool {
    samples.iter().all(|sample| sample.abs() < 1e-3)
}

#[test]
fn a_recording_is_as_loud_as_it_is_asked_to_be_and_never_follows_the_loudness_that_is_set() {
    let whole = recorded(CHIMES, "--volume 100", "");
    let half = decibels(&whole, &recorded(CHIMES, "--volume 50", ""));
    assert!((11.0..=13.0).contains(&half), "half of it is 12 dB less: {half}");
    assert!(is_silent(&recorded(CHIMES, "--volume 0", "")));
    let usual = recorded(CHIMES, "", "");
    let set = decibels(&usual, &recorded(CHIMES, "", "volume = 20"));
    assert!(set.abs() < 0.1, "{set}");
}

#[test]
fn a_recording_is_mixed_as_it_is_set() {
    assert!(is_silent(&recorded(CHIMES, "", "[mix]\nchimes = 0\nbed = 0")));
    assert!(!is_silent(&recorded(CHIMES, "", "[mix]\nvoice = 0\nbreath = 0\nbed = 0")));
    assert!(!is_silent(&recorded(BREATH, "", "")));
    assert!(!is_silent(&recorded(CHIMES, "", "[mix]\nchimes = 0")), "a room tone stays");
    assert!(is_silent(&recorded(BREATH, "", "breath-tone = false\n[mix]\nbed = 0")));
}

#[test]
fn at_night_a_recording_is_softer_and_ends_without_a_chime() {
    let (day, night) = (recorded(CHIMES, "", ""), recorded(CHIMES, "--night", ""));
    let (start, end) = (10 * TENTH, 30 * TENTH);
    let softer = decibels(&day[..start], &night[..start]);
    // 4 dB for the night, and 5 to 8 for the softer chime.
    assert!((6.0..=12.0).contains(&softer), "{softer}");
    assert!(night.len() < day.len(), "nothing is left to ring out");
    assert!(loudness(&day[end..]) > 4.0 * loudness(&night[end.min(night.len() - 1)..]));
}

#[test]
fn a_session_for_bed_is_saved_as_at_night_unless_that_is_set_or_asked_for_otherwise() {
    let bed = CHIMES.replace("settings = [\"desk\"]", "settings = [\"bed\"]");
    let by_day = recorded(&bed, "--day", "");
    assert!(decibels(&by_day, &recorded(&bed, "", "")) > 3.0);
    assert!(recorded(&bed, "", "night = \"never\"") == by_day);
    // When it will be heard is not known, so the clock does not count.
    assert!(recorded(CHIMES, "", "night = \"clock\"") == recorded(CHIMES, "--day", ""));
}
