//! `voices`: on a machine with nothing, and the names of recordings.

use serde_json::Value;

use super::harness::{SHORT_PAUSE, Test};

/// Whether this build has a voice of its own.
const BUILT_IN: bool = cfg!(feature = "built-in-voice");

/// What it prints where no program can be found.
fn without_programs(words: &str, settings: &str) -> String {
    let test = Test::new().args(words).settings(settings);
    let output = test.command().env("PATH", "").output().expect("it can be started");
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn a_machine_without_engines_is_told_as_such() {
    let report = without_programs("voices", "");
    let begins = if BUILT_IN {
        "heart would speak, a voice of Unclench itself: it comes with Unclench.\n"
    } else {
        "Nobody would speak: neither espeak-ng nor Piper with a voice was found.\n"
    };
    assert!(report.starts_with(begins), "{report}");
    assert!(report.contains("\nnot found: Piper, "), "{report}");
    let report = without_programs("voices", "voice.engine = \"none\"");
    assert!(report.starts_with("Nobody would speak: the settings ask for no voice."), "{report}");
}

#[test]
fn the_voices_as_json_keep_their_keys() {
    let report: Value = serde_json::from_str(&without_programs("voices --json", "")).expect("JSON");
    let keys = |value: &Value| {
        value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(keys(&report), "engines problems used why");
    if BUILT_IN {
        assert_eq!(report["used"], serde_json::json!({"engine": "built-in", "voice": "heart"}));
        assert_eq!(keys(&report["engines"][0]), "id program version voices");
        assert_eq!(keys(&report["engines"][0]["voices"][0]), "id languages name origin");
    } else {
        assert_eq!(report["used"], Value::Null);
        assert_eq!(report["why"], "neither espeak-ng nor Piper with a voice was found");
        assert_eq!(report["engines"], serde_json::json!([]));
    }
}

#[test]
fn a_built_in_voice_says_that_it_is_synthetic_and_where_it_comes_from() {
    if BUILT_IN {
        let report = without_programs("voices", "");
        assert!(report.contains("a synthetic voice: hibari-tts 0.2.1 "), "{report}");
        assert!(report.contains("Kokoro-82M") && report.contains("Apache-2.0"), "{report}");
    }
}

#[test]
fn the_doctor_says_who_would_speak() {
    let report = without_programs("doctor", "");
    let told = if BUILT_IN {
        "voice       Unclench itself, heart: it comes with Unclench\n"
    } else {
        "voice       none: neither espeak-ng nor Piper with a voice was found\n"
    };
    assert!(report.contains(told), "{report}");
}

#[test]
fn an_engine_that_does_not_exist_is_told_with_those_that_do() {
    let answer = Test::new().settings("[voice]\nengine = \"hal\"\n").args("voices --json").run();
    assert_eq!(answer.code, Some(0));
    assert!(
        answer.err.contains("settings.toml:2:10: warning: `hal` does not fit"),
        "{}",
        answer.err
    );
    assert!(answer.err.contains("`hal`") && answer.err.contains("`espeak-ng`"), "{}", answer.err);
}

#[test]
fn a_name_that_nobody_here_answers_to_is_told_before_anything_begins() {
    for words in ["play pause.toml --plain", "render pause.toml -o a.wav", "voices"] {
        let asked = if words == "voices" { "--try=nobody" } else { "--voice nobody" };
        let test = Test::new().file("pause.toml", SHORT_PAUSE).args(&format!("{words} {asked}"));
        let report = test.failure(1);
        assert!(report.contains("no voice called “nobody” here that speaks “en”"), "{report}");
        assert!(report.contains("`unclench voices` lists"), "{report}");
    }
}

#[test]
fn the_recordings_of_a_session_are_named_and_found() {
    let test = Test::new()
        .file("pause.toml", SHORT_PAUSE)
        .file("pause.voice/in-with-the-tone-and-out-with-it.wav", "no sound at all")
        .file("pause.voice/in-with-the-tone-and-out-with-it.m4a", "of another kind")
        .file("pause.voice/let-the-shoulders-dorp.wav", "mistyped")
        .file("pause.voice/let-the-shoulders-drop.wav", "broken")
        .args("voices --clips pause.toml");
    let sound = include_bytes!("../../src/voice/tests/tone.flac");
    let place = test.home().join("pause.voice/let-the-shoulders-drop.flac");
    std::fs::write(place, sound).expect("a file");
    insta::assert_snapshot!(test.stdout());
}

#[cfg(unix)]
#[test]
fn whatever_hangs_voices_and_doctor_answer_in_time_and_tell_it_from_what_is_missing() {
    use std::os::unix::fs::PermissionsExt as _;
    let asks = |words: &str, begins: &str| {
        let test = Test::new().args(words);
        let engine = test.home().join("espeak-ng");
        std::fs::write(&engine, "#!/bin/sh\nexec sleep 1000\n").expect("a file");
        let all = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(&engine, all).expect("it can be run");
        let socket = test.home().join("hangs");
        // It takes connections and answers none.
        let _server = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
        let path = format!("{}:/usr/bin:/bin", test.home().display());
        let mut command = test.command();
        command.env("PULSE_SERVER", format!("unix:{}", socket.display())).env("PATH", path);
        let before = now();
        let output = command.output().expect("it can be started");
        let took = now() - before;
        let report = String::from_utf8(output.stdout).expect("text");
        assert!(
            report.contains("espeak-ng does not tell its voices: it took longer than 2 s"),
            "{report}"
        );
        assert!(!report.contains("not found: espeak-ng"), "{report}");
        assert!(report.contains(begins), "{report}");
        // Three seconds, and whatever a busy machine adds; what hangs here does so for ever.
        assert!(took < std::time::Duration::from_secs(60), "{words} took {took:?}");
    };
    std::thread::scope(|scope| {
        scope.spawn(|| asks("voices", ""));
        scope.spawn(|| asks("doctor", "sound       none: the sound server does not answer"));
    });
}

/// An engine that does what this script does, as the only one.
#[cfg(unix)]
fn by_an_engine(script: &str) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let test = Test::new()
        .own_session("brief", super::harness::BRIEF)
        .args("render brief -o a.wav --voice espeak-ng");
    let engine = test.home().join("espeak-ng");
    std::fs::write(&engine, script).expect("a file");
    let all = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&engine, all).expect("it can be run");
    let path = test.home().display().to_string();
    let output = test.command().env("PATH", path).output().expect("it can be started");
    assert!(!output.status.success(), "{output:?}");
    String::from_utf8(output.stderr).expect("text")
}

#[cfg(unix)]
#[test]
fn why_the_voice_that_was_asked_for_cannot_speak_is_said_where_it_was_asked_for() {
    let told = by_an_engine("#!/no/such/program\n");
    let why = "it could not be started: it, or the program that its first line names, is missing";
    assert!(told.contains(why) && !told.contains("os error"), "{told}");
    let told = by_an_engine("#!/bin/sh\nexit 3\n");
    assert!(told.contains("does not tell its voices: it ended with its error number 3"), "{told}");
}

/// The clock of these tests.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "a report is waited for in real time")]
fn now() -> std::time::Instant {
    std::time::Instant::now()
}

#[cfg(unix)]
#[test]
fn a_sound_server_that_hangs_keeps_no_engine_from_answering() {
    let mut asked = std::process::Command::new("espeak-ng");
    asked.arg("--version").env("PULSE_SERVER", "unix:/nowhere/sound-server");
    if crate::support::need::part(asked.output(), "espeak-ng").is_none() {
        return;
    }
    let test = Test::new().args("voices");
    let socket = test.home().join("hangs");
    // It takes connections and answers none.
    let _server = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
    let server = format!("unix:{}", socket.display());
    let output = test.command().env("PULSE_SERVER", server).output().expect("it can be started");
    let report = String::from_utf8(output.stdout).expect("text");
    assert!(report.contains("\nespeak-ng 1."), "{report}");
    assert!(!report.contains("does not tell"), "{report}");
}

#[cfg(unix)]
#[test]
fn a_voice_that_is_there_and_cannot_be_used_is_tried_in_vain_with_the_reason() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    let test = Test::new().args("voices --try de_DE-karl-low");
    let (voices, programs) =
        (test.home().join(".local/share/unclench/voices"), test.home().join("programs"));
    for folder in [&voices, &programs] {
        fs::create_dir_all(folder).expect("a folder");
    }
    fs::write(voices.join("de_DE-karl-low.onnx.json"), "{}").expect("a file");
    let piper = programs.join("piper");
    fs::write(&piper, "#!/bin/sh\necho '--model'\n").expect("a program");
    fs::set_permissions(&piper, fs::Permissions::from_mode(0o755)).expect("a mode");
    let tried = test.command().env("PATH", &programs).output().expect("it can be started");
    let said = String::from_utf8(tried.stderr).expect("text");
    assert_eq!(tried.status.code(), Some(1), "{said}");
    assert!(said.contains("the Piper voice “de_DE-karl-low” cannot be used"), "{said}");
    assert!(said.contains("de_DE-karl-low.onnx is missing"), "{said}");
}
