//! Lines spoken by the real espeak-ng and the real Piper, and by the built-in voice in a process of its own, as the room
//! `voice` asks them.
//!
//! A binary of its own: the room ends what it finds in another session below its own process, and
//! that is where tests of the whole program have their terminals.
#![cfg(unix)]

mod support {
    pub(crate) mod need;
    pub(crate) mod piper;
}

use std::f64::consts::{PI, TAU};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
#[cfg(feature = "built-in-voice")]
use std::path::PathBuf;
use std::time::Duration;

use support::need;
use support::piper::{Piper, piper};
use tempfile::TempDir;
use unclench::for_tests::{
    DecodedSound, EngineKind, EngineSearch, LineState, Manner, Pace, SpeechOptions, SpeechWorker,
    Utterance,
};

/// Long enough for any machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// Fifteen words.
const WORDS: &str =
    "Sit back, both feet on the floor. Let your shoulders drop, and notice your breath.";

/// The real espeak-ng, in a home of the test's own: it looks for a sound server as it starts, which
/// leaves files in the home of whoever it believes to be.
struct Espeak {
    search: EngineSearch,
    _folder: TempDir,
}

fn espeak() -> Option<Espeak> {
    let of_this_machine = EngineSearch {
        kinds: vec![EngineKind::EspeakNg],
        ..EngineSearch::of_this_machine(Vec::new())
    };
    let mut folders = std::env::split_paths(&of_this_machine.path);
    let program =
        folders.find_map(|folder| Some(folder.join("espeak-ng")).filter(|it| it.exists()));
    let program = need::part(program.ok_or("it is not installed"), "espeak-ng")?;
    let folder = TempDir::new().expect("a folder");
    let script = format!(
        "#!/bin/sh\nexec env HOME='{home}' XDG_CONFIG_HOME='{home}' XDG_RUNTIME_DIR='{home}' \
         PULSE_SERVER=unix:/nowhere '{program}' \"$@\"\n",
        home = folder.path().display(),
        program = program.display(),
    );
    let path = folder.path().join("espeak-ng");
    fs::write(&path, script).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
    let search = EngineSearch { path: folder.path().into(), ..of_this_machine };
    Some(Espeak { search, _folder: folder })
}

fn spoken(espeak: &Espeak, text: &str, words_per_minute: u32, language: &str) -> DecodedSound {
    let manner = Manner { words_per_minute, pitch: 50, voice: None, language: language.to_owned() };
    let lines = vec![Utterance::new(text, manner)];
    let worker = SpeechWorker::open(SpeechOptions::new(espeak.search.clone()), lines);
    assert!(worker.wait(PATIENCE), "it is spoken in time");
    assert!(matches!(worker.line(0), LineState::Ready { .. }), "{:?}", worker.line(0));
    worker.clip(0).expect("a clip")
}

#[test]
fn a_line_takes_as_long_as_it_is_planned_to() {
    let Some(espeak) = espeak() else {
        return;
    };
    let german = "Lass die Schultern sinken. Spür am 3. Tag nach, wie schwer sie geworden sind.";
    for (words, language) in [(WORDS, "en"), (german, "de")] {
        for pace in [65, 80, 110, 160] {
            let planned = Pace::of(pace).in_language(language).millis(words);
            // An edge of 50 ms at either end is left for the fade.
            let spoken = u64::from(spoken(&espeak, words, pace, language).millis()) - 100;
            let off = spoken.abs_diff(planned);
            assert!(off * 100 <= planned * 10, "{pace}: {planned} ms planned, {spoken} spoken");
        }
    }
}

/// How much of a line is lost where nothing below 500 Hz is heard, in dB: a Butterworth high-pass of
/// fourth order, as two of second order.
fn lost_through_small_speakers(sound: &DecodedSound) -> f64 {
    let energy = |samples: &[f64]| samples.iter().map(|it| it * it).sum::<f64>();
    let mut left: Vec<f64> = sound.samples.iter().map(|&it| f64::from(it)).collect();
    let all = energy(&left);
    for pole in [PI / 8.0, 3.0 * PI / 8.0] {
        let (sin, cos) = (TAU * 500.0 / f64::from(sound.rate)).sin_cos();
        let alpha = sin * pole.cos();
        let (mut before, mut made) = ([0.0; 2], [0.0; 2]);
        for sample in &mut left {
            let ahead = f64::midpoint(1.0, cos) * (*sample - 2.0 * before[0] + before[1]);
            let next = (ahead + 2.0 * cos * made[0] - (1.0 - alpha) * made[1]) / (1.0 + alpha);
            (before, made) = ([*sample, before[0]], [next, made[0]]);
            *sample = next;
        }
    }
    10.0 * (all / energy(&left)).log10()
}

#[test]
fn small_speakers_lose_no_more_than_8_db_of_a_bare_voice() {
    let Some(espeak) = espeak() else {
        return;
    };
    for language in ["en", "de"] {
        let lost = lost_through_small_speakers(&spoken(&espeak, WORDS, 110, language));
        assert!(lost <= 8.0, "{language}: {lost:.1} dB");
    }
}

#[test]
fn hostile_lines_are_spoken_and_not_obeyed() {
    let Some(espeak) = espeak() else {
        return;
    };
    for words in ["--version", "-w nowhere.wav now", "<speak><break time='50s'/>now</speak>"] {
        let clip = spoken(&espeak, words, 160, "en");
        assert!((200..20_000).contains(&clip.millis()), "{words}: {} ms", clip.millis());
    }
}

#[test]
fn another_language_is_another_voice() {
    let Some(espeak) = espeak() else {
        return;
    };
    let words = "Lass die Schultern sinken, wenn du magst.";
    let (german, english) =
        (spoken(&espeak, words, 110, "de-AT"), spoken(&espeak, words, 110, "en"));
    assert_ne!(german.samples, english.samples);
}

#[test]
fn the_real_piper_speaks_a_line_in_about_the_time_it_is_planned_to() {
    let Some(Piper { programs, voices }) = piper() else {
        return;
    };
    let search = EngineSearch {
        path: programs.into(),
        kinds: vec![EngineKind::Piper],
        ..EngineSearch::of_this_machine(vec![voices])
    };
    for pace in [80, 110] {
        let manner =
            Manner { words_per_minute: pace, pitch: 50, voice: None, language: "en".to_owned() };
        let lines = vec![Utterance::new(WORDS, manner)];
        let worker = SpeechWorker::open(SpeechOptions::new(search.clone()), lines);
        assert!(worker.wait(PATIENCE), "it is spoken in time");
        let clip = worker.clip(0).unwrap_or_else(|| panic!("{:?}", worker.line(0)));
        let speakers = worker.speakers();
        assert!(speakers.iter().all(|it| it.engine == EngineKind::Piper), "{speakers:?}");
        let (planned, spoken) = (Pace::of(pace).millis(WORDS), u64::from(clip.millis()) - 100);
        let off = spoken.abs_diff(planned);
        assert!(off * 100 <= planned * 10, "{pace}: {planned} ms planned, {spoken} spoken");
    }
}

/// A line by the built-in voice.
#[cfg(feature = "built-in-voice")]
fn built_in(own_program: Option<PathBuf>) -> DecodedSound {
    let kinds = vec![EngineKind::BuiltIn];
    let search = EngineSearch { kinds, own_program, ..EngineSearch::of_this_machine(Vec::new()) };
    let manner = Manner { words_per_minute: 110, pitch: 50, voice: None, language: "en".into() };
    let lines = vec![Utterance::new(WORDS, manner)];
    let worker = SpeechWorker::open(SpeechOptions::new(search), lines);
    assert!(worker.wait(PATIENCE), "it is spoken in time");
    worker.clip(0).expect("a clip")
}

#[cfg(feature = "built-in-voice")]
#[test]
fn small_speakers_lose_no_more_than_8_db_of_the_built_in_voice() {
    let lost = lost_through_small_speakers(&built_in(None));
    assert!(lost <= 8.0, "{lost:.1} dB");
}

#[cfg(feature = "built-in-voice")]
#[test]
fn the_built_in_voice_sounds_the_same_in_a_process_of_its_own() {
    let apart = built_in(Some(env!("CARGO_BIN_EXE_unclench").into())).samples;
    let here = built_in(None).samples;
    assert_eq!(apart.len(), here.len());
    let differs = apart.iter().zip(&here).filter(|(a, b)| (*a - *b).abs() > 1.0 / 16_384.0).count();
    assert_eq!(differs, 0, "samples that differ by more than is lost in a file");
}
