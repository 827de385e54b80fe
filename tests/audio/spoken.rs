//! A whole session that is spoken: the program in a terminal, a real speech engine or a broken one,
//! and what is heard.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::home::Home;
use crate::support::need;
use crate::support::piper::{Piper, piper};
use crate::support::pty::Opening;
use crate::support::pulse::PulseServer;
use crate::support::quiet::in_a_quiet_moment;
use tempfile::TempDir;

/// Four lines and no other sound, each over before the next.
const SPOKEN: &str = include_str!("../sessions/spoken.toml");
const FILE: &str = "spoken.toml";
/// When each line of it is due, in milliseconds.
const DUE: [u64; 4] = [0, 5_000, 9_000, 13_000];
/// How far the sound of a line may be from where the first one was, in milliseconds: lines begin
/// more or less softly.
const TOLERANCE: f64 = 150.0;
/// Stands in for espeak-ng, and does what the file `mode` beside it says.
const ENGINE: &str = include_str!("../../src/voice/tests/engine.sh");

#[test]
fn a_whole_session_is_spoken_line_by_line_when_each_is_due() {
    in_a_quiet_moment(|| {
        let home = Home::new();
        let asked = Command::new("espeak-ng").arg("--version").envs(home.variables()).output();
        let (Some(_), Some(server)) = (need::part(asked, "espeak-ng"), PulseServer::start()) else {
            return;
        };
        let recorder = server.record();
        recorder.wait_until_running();
        let opening = Opening::new(&format!("play {FILE} --voice espeak-ng --volume 100"));
        // Without the room tone, so that it is silent between lines.
        let opening = opening.file(".config/unclench/settings.toml", "[mix]\nbed = 0\n");
        let terminal = opening.file(FILE, SPOKEN).env("PULSE_SERVER", &server.name()).start();
        terminal.wait_for("all the way through");
        let recording = recorder.so_far();
        let onsets = recording.onsets(Duration::from_millis(900));
        let heard: Vec<f64> = onsets.iter().map(|onset| *onset as f64 / 48.0).collect();
        assert_eq!(heard.len(), DUE.len(), "{heard:.0?} for {DUE:?}");
        // The very first line is spoken only now, and may come a little late.
        let beginning = heard[1] - DUE[1] as f64;
        for (heard, due) in heard.iter().zip(DUE).skip(1) {
            let late = heard - beginning - due as f64;
            assert!(late.abs() <= TOLERANCE, "{late:.0} ms after {due}: {onsets:?}");
        }
        assert!((-500.0..=3_000.0).contains(&(heard[0] - beginning)), "{heard:.0?}");
    });
}

/// The session in a language that the built-in voice does not speak, so that it takes no engine's
/// place.
fn foreign() -> String {
    SPOKEN.replace("format = 1", "format = 1\nlanguage = \"fr\"")
}

/// A folder with an engine that behaves in this way.
fn engine(mode: &str) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("espeak-ng");
    fs::write(&path, ENGINE).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
    fs::write(folder.path().join("mode"), mode).expect("a file");
    let voices = "Pty Language       Age/Gender VoiceName          File                 Other\n \
                  5  en-gb           --/M      English            gmw/en\n \
                  5  fr              --/M      French             roa/fr\n";
    fs::write(folder.path().join("voices"), voices).expect("a file");
    fs::write(folder.path().join("speech.wav"), b"RIFF").expect("a file");
    folder
}

/// The same with an engine that does speak: it says everything in half a second of a tone.
fn speaking_engine() -> TempDir {
    let folder = engine("speaks");
    let spec = hound::WavSpec {
        channels: 1,
        sample_rate: 22_050,
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    let path = folder.path().join("speech.wav");
    let mut wav = hound::WavWriter::create(path, spec).expect("a file");
    for frame in 0..11_025_u32 {
        let sample = (f64::from(frame) * 0.05).sin() * 8_000.0;
        wav.write_sample(sample as i16).expect("written");
    }
    wav.finalize().expect("written");
    folder
}

/// Saves the spoken session in a home of its own, by a shell that first does something to it, and
/// once more without that. Where a line is missing, what is saved has another name and the program
/// ends with 1.
fn saved_after(first: &str) -> std::process::Output {
    let (home, engine) = (Home::new(), speaking_engine());
    fs::write(home.path().join(FILE), SPOKEN).expect("a file");
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", &format!("{first} && exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_unclench")]);
    shell.args(["render", FILE, "-o", "a.wav", "--voice", "espeak-ng"]);
    shell.current_dir(home.path()).envs(home.variables()).stdin(Stdio::null());
    shell.env("PATH", format!("{}:/usr/sbin:/usr/bin:/sbin:/bin", engine.path().display()));
    let said = shell.output().expect("it can be started");
    let starts = engine.path().join("starts");
    assert!(starts.exists(), "it was asked to speak: {said:?}");
    if said.status.success() {
        let mut again = Command::new(env!("CARGO_BIN_EXE_unclench"));
        again.args(["render", FILE, "-o", "b.wav", "--voice", "espeak-ng"]);
        again.current_dir(home.path()).envs(home.variables()).stdin(Stdio::null());
        again.env("PATH", format!("{}:/usr/bin:/bin", engine.path().display()));
        let again = again.output().expect("it can be started");
        assert!(again.status.success(), "without the fault: {again:?}");
    }
    said
}

#[test]
fn a_session_is_spoken_where_the_folder_for_passing_files_is_missing() {
    let said = saved_after("export TMPDIR=/nowhere/at/all");
    assert!(said.status.success(), "{said:?}");
}

#[test]
fn a_session_is_spoken_where_neither_folder_for_its_lines_can_be_made() {
    let said = saved_after(
        "touch not-a-folder && export TMPDIR=/nowhere XDG_CACHE_HOME=$PWD/not-a-folder",
    );
    assert!(said.status.success(), "{said:?}");
}

#[test]
fn a_session_is_spoken_where_the_disk_for_its_lines_is_full() {
    let own_mounts = ["--map-root-user", "--mount", "--", "mount", "-t", "tmpfs", "none", "/mnt"];
    let asked = Command::new("unshare").args(own_mounts).output();
    let asked = asked.map_err(|it| it.to_string()).and_then(|it| {
        it.status.success().then_some(()).ok_or("it may not mount a disk here".to_owned())
    });
    // Not required: a container may well forbid it.
    if let Err(why) = asked {
        eprintln!("without a disk of its own: {why}");
        return;
    }
    let full = "cache=\"$XDG_CACHE_HOME\"; mkdir -p \"$cache\" && export TMPDIR=\"$cache\" \
                && mount -t tmpfs -o size=64k none \"$cache\" && exec \"$0\" \"$@\"";
    let own_mounts = "unshare --map-root-user --mount --";
    let said = saved_after(&format!("exec {own_mounts} /bin/sh -c '{full}' \"$0\" \"$@\""));
    assert!(said.status.success(), "{said:?}");
}

#[test]
fn a_session_is_saved_with_the_real_piper_and_each_line_lies_where_it_is_due() {
    let Some(Piper { programs, voices }) = piper() else {
        return;
    };
    let home = Home::new();
    fs::create_dir_all(home.data()).expect("a folder");
    std::os::unix::fs::symlink(voices, home.data().join("voices")).expect("a link");
    fs::create_dir_all(home.config()).expect("a folder");
    fs::write(home.config().join("settings.toml"), "[mix]\nbed = 0\n").expect("a file");
    fs::write(home.path().join(FILE), SPOKEN).expect("a file");
    let run = |words: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_unclench"));
        command.args(words.split_whitespace()).current_dir(home.path()).envs(home.variables());
        command.env("PATH", format!("{}:/usr/bin:/bin", programs.display()));
        command.output().expect("it can be started")
    };
    // Beside other tests it may take longer to start than it is waited for.
    let would_speak = "en_US-joe-medium would speak, a voice of Piper";
    let listed = || String::from_utf8(run("voices").stdout).expect("text");
    let told = (0..10).map(|_| listed()).find(|told| told.starts_with(would_speak));
    assert!(told.is_some(), "{}", listed());
    let said = run(&format!("render {FILE} -o a.wav --voice piper"));
    assert!(said.status.success(), "{said:?}");
    let wav = hound::WavReader::open(home.path().join("a.wav")).expect("a recording");
    let spec = wav.spec();
    let full = (1_u32 << (spec.bits_per_sample - 1)) as f32;
    let left = wav.into_samples::<i32>().step_by(usize::from(spec.channels));
    let left: Vec<f32> = left.map(|sample| sample.expect("a sample") as f32 / full).collect();
    let heard = begins(&left, spec.sample_rate);
    assert_eq!(heard.len(), DUE.len(), "{heard:.0?} for {DUE:?}");
    for (heard, due) in heard.iter().zip(DUE) {
        assert!((heard - due as f64).abs() <= TOLERANCE, "{heard:.0} ms for {due}");
    }
}

/// When sound begins after 0.9 s without any, in milliseconds.
fn begins(samples: &[f32], rate: u32) -> Vec<f64> {
    let silence = rate as usize * 9 / 10;
    let (mut quiet, mut begins) = (silence, Vec::new());
    for (index, sample) in samples.iter().enumerate() {
        if sample.abs() < 0.003 {
            quiet += 1;
            continue;
        }
        if quiet >= silence {
            begins.push(index as f64 * 1_000.0 / f64::from(rate));
        }
        quiet = 0;
    }
    begins
}

/// Each time a little later after the first frame: the engine is asked for its voices then, and for
/// one line after another.
#[test]
fn ctrl_z_while_engines_start_always_stops_the_job_and_it_comes_back() {
    let stopped_after = |millis: u64| {
        let engine = engine("slow");
        let path = format!("{}:/usr/bin:/bin", engine.path().display());
        let opening = Opening::new(&format!("play {FILE} --voice espeak-ng"));
        let mut terminal = opening.file(FILE, &foreign()).env("PATH", &path).start();
        terminal.wait_until("a first frame is seen", |sight| sight.frames() > 0);
        for times in 1..=3 {
            std::thread::sleep(Duration::from_millis(millis));
            terminal.press("\x1a");
            terminal.wait_until("the job stops once more", |sight| {
                !sight.screen().alternate_screen()
                    && sight.text().matches("the job stopped").count() == times
            });
            assert_eq!(terminal.not_given_back(), Vec::<String>::new());
            terminal.press("\n");
            terminal.wait_for("Paused");
        }
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
    };
    std::thread::scope(|scope| {
        for lane in 0..4 {
            scope.spawn(move || (0..5).for_each(|step| stopped_after(15 * lane + 60 * step)));
        }
    });
}

#[test]
fn an_engine_that_shouts_at_the_terminal_is_not_seen() {
    let engine = engine("shouts");
    let path = format!("{}:/usr/bin:/bin", engine.path().display());
    let opening = Opening::new(&format!("play {FILE} --voice espeak-ng --speed 4"));
    let terminal = opening.file(FILE, &foreign()).env("PATH", &path).start();
    terminal.wait_for("all the way through");
    let starts = fs::read_to_string(engine.path().join("starts")).unwrap_or_default();
    assert!(!starts.is_empty(), "it was asked to speak");
    assert!(!terminal.sight().has_written("SHOUTED"), "{}", terminal.sight().text());
}

#[test]
fn whatever_an_engine_does_the_session_plays_to_its_end_and_the_program_leaves_at_once() {
    let play = |mode: &'static str| {
        move || {
            let engine = engine(mode);
            let path = format!("{}:/usr/bin:/bin", engine.path().display());
            let opening = Opening::new(&format!("play {FILE} --voice espeak-ng --speed 4"));
            let mut terminal = opening.file(FILE, &foreign()).env("PATH", &path).start();
            terminal.wait_for("all the way through");
            terminal.press("q");
            assert_eq!(terminal.end(), 0, "{mode}");
            let starts = fs::read_to_string(engine.path().join("starts")).unwrap_or_default();
            assert!(!starts.is_empty(), "{mode}: it was asked to speak");
        }
    };
    let modes =
        ["hangs", "escapes-and-hangs", "endless", "crashes", "garbage", "broken", "empty", "fails"];
    let playing = modes.map(|mode| std::thread::spawn(play(mode)));
    for (mode, playing) in modes.into_iter().zip(playing) {
        assert!(playing.join().is_ok(), "{mode}");
    }
}
