//! Forty starts of one session, in every way that there is to start one: the first chime and the
//! spoken lines are recorded from a real PulseAudio server, each as a recording of the session has it.
//!
//! `cargo test --test program forty_starts -- --ignored --nocapture` takes about ten minutes.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::support::home::Home;
use crate::support::need;
use crate::support::pty::Opening;
use crate::support::pulse::{PulseServer, RATE, Recorder, now};

/// Words at the very beginning, and a chime and words where the step begins.
const SESSION: &str = r#"
format = 1
title = "Forty starts"
summary = "Two lines."
settings = ["desk"]
position = "any"
goals = ["stress"]
lead-in = "3s"

[announcements]
lead-in = "Begin."

[[steps]]
kind = "rest"
title = "Rest"
length = "16s"
say = "Let both hands be heavy."
"#;
/// Silence but for chimes and voice.
const SETTINGS: &str = "guidance = \"author\"\n[mix]\nbed = 0\n[voice]\nengine = \"espeak-ng\"\n";
/// What lies in a home: the session in its library and beside it, and the settings.
const FILES: [(&str, &str); 3] = [
    ("first.toml", SESSION),
    (".local/share/unclench/sessions/first.toml", SESSION),
    (".config/unclench/settings.toml", SETTINGS),
];
/// When the step begins, with its chime, and when its words do, in milliseconds.
const CHIME: usize = 3_000;
const WORDS: usize = 5_000;
/// How much of each is compared, in milliseconds.
const PART: usize = 500;
/// How far from its time a part may be for the machine's sake, in milliseconds.
const AROUND: usize = 25;
/// What is louder is heard.
const AUDIBLE: f32 = 0.003;
/// How alike a part and what is recorded of it are at least.
const ALIKE: f64 = 0.98;
/// How long a start may take on a busy machine.
const LIMIT: Duration = Duration::from_secs(60);
/// How often each way is tried.
const TRIES: usize = 5;

/// A way to start the session.
#[derive(Clone, Copy, Debug)]
struct Way {
    name: &'static str,
    words: &'static str,
    is_plain: bool,
    /// Whether it begins where the step does.
    is_late: bool,
}

/// Plain lines are spoken only where a voice is asked for.
const WAYS: [Way; 4] = [
    Way { name: "play", words: "play first.toml", is_plain: false, is_late: false },
    Way {
        name: "--plain",
        words: "play first.toml --plain --voice espeak-ng",
        is_plain: true,
        is_late: false,
    },
    Way { name: "--from", words: "play first.toml --from 3s", is_plain: false, is_late: true },
    Way { name: "home", words: "", is_plain: false, is_late: false },
];

fn millis(millis: usize) -> usize {
    millis * RATE as usize / 1_000
}

/// Puts the session into the library of a home and beside it, and the settings.
fn prepare(home: &Path) {
    for (name, text) in FILES {
        let path = home.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}

fn program(home: &Home) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unclench"));
    command.envs(home.variables()).current_dir(home.path());
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The parts of the session as a recording has them: its first words, its chime, and the words after.
/// Also fills a cache.
fn parts(cache: &Path) -> [Vec<f32>; 3] {
    let mono = recorded(cache, SESSION);
    [part(&mono, 0), part(&mono, CHIME), part(&mono, WORDS)]
}

/// The same for a start at the step with nothing kept: its words are the first that are spoken, and
/// how fast a voice is asked to speak depends on what it has said before.
fn late_parts() -> [Vec<f32>; 3] {
    let cache = TempDir::new().expect("a folder");
    let session = SESSION.replace("lead-in = \"3s\"", "lead-in = \"0s\"");
    let mono = recorded(cache.path(), &session.replace("lead-in = \"Begin.\"", ""));
    [Vec::new(), part(&mono, 0), part(&mono, WORDS - CHIME)]
}

/// What is heard from a time on, in milliseconds.
fn part(mono: &[f32], from: usize) -> Vec<f32> {
    let at = millis(from);
    let first = mono[at..].iter().position(|it| it.abs() > AUDIBLE).expect("it is heard") + at;
    mono[first..first + millis(PART)].to_vec()
}

/// A session recorded as it plays, in one channel.
fn recorded(cache: &Path, session: &str) -> Vec<f32> {
    let home = Home::new();
    prepare(home.path());
    fs::write(home.path().join("first.toml"), session).expect("a file");
    let mut render = program(&home);
    render.env("XDG_CACHE_HOME", cache).args(["render", "first.toml", "-o", "first.wav"]);
    assert!(render.status().expect("it runs").success());
    let mut wav = hound::WavReader::open(home.path().join("first.wav")).expect("a recording");
    let samples: Vec<f32> =
        wav.samples::<i16>().map(|it| f32::from(it.expect("a sample")) / 32_768.0).collect();
    samples.chunks_exact(2).map(|it| f32::midpoint(it[0], it[1])).collect()
}

/// How alike two stretches are, 0 to 1.
fn likeness(one: &[f32], other: &[f32]) -> f64 {
    let sum = |a: &[f32], b: &[f32]| -> f64 {
        a.iter().zip(b).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
    };
    let energy = (sum(one, one) * sum(other, other)).sqrt();
    if energy > 0.0 { sum(one, other) / energy } else { 0.0 }
}

/// Where in a range of the recording a part is, if it is there.
fn find(part: &[f32], recorded: &[f32], range: Range<usize>) -> Option<usize> {
    let last = recorded.len().saturating_sub(part.len());
    let likeness = |at: &usize| likeness(part, &recorded[*at..*at + part.len()]);
    (range.start.min(last)..range.end.min(last)).find(|at| likeness(at) >= ALIKE)
}

/// Waits until both lines and the chime were recorded; gives how many were, of those there are.
fn heard(recorder: &Recorder, parts: &[Vec<f32>; 3], is_late: bool) -> (usize, usize) {
    let (began, around) = (now(), millis(AROUND));
    let of = if is_late { 2 } else { 3 };
    let first = usize::from(is_late);
    loop {
        let samples = recorder.so_far().samples;
        let onset = samples.iter().position(|it| it.abs() > AUDIBLE);
        let (lasts, is_over) = (millis(if is_late { 4_500 } else { 7_500 }), now() > began + LIMIT);
        if let Some(onset) = onset.filter(|onset| samples.len() > onset + lasts || is_over) {
            // What is heard first tells where all is.
            let begins =
                find(&parts[first], &samples, onset.saturating_sub(around)..onset + around);
            let chime = begins.and_then(|begins| {
                let due = begins + millis(CHIME);
                let near = due.saturating_sub(10 * around)..due + 10 * around;
                if is_late { Some(begins) } else { find(&parts[1], &samples, near) }
            });
            let words = chime.and_then(|chime| {
                let due = chime + millis(WORDS - CHIME);
                find(&parts[2], &samples, due.saturating_sub(10 * around)..due + 10 * around)
            });
            let heard = [begins.filter(|_| !is_late), chime, words];
            return (heard.iter().flatten().count(), of);
        }
        if is_over {
            return (0, of);
        }
        thread::sleep(Duration::from_millis(100));
    }
}

/// Starts the session in one way, with this cache or one that is empty, and gives what was heard.
fn start(
    server: &PulseServer,
    way: Way,
    cache: Option<&Path>,
    parts: &[Vec<f32>; 3],
) -> (usize, usize) {
    let recorder = server.record();
    recorder.wait_until_running();
    if way.is_plain {
        let home = Home::new();
        prepare(home.path());
        let mut command = program(&home);
        if let Some(cache) = cache {
            command.env("XDG_CACHE_HOME", cache);
        }
        command.args(way.words.split_whitespace()).env("PULSE_SERVER", server.name());
        let mut child = command.spawn().expect("it starts");
        let heard = heard(&recorder, parts, way.is_late);
        child.kill().expect("it ends");
        child.wait().expect("it ends");
        return heard;
    }
    let mut opening = Opening::new(way.words).env("PULSE_SERVER", &server.name());
    for (name, text) in FILES {
        opening = opening.file(name, text);
    }
    if let Some(cache) = cache {
        opening = opening.env("XDG_CACHE_HOME", &cache.to_string_lossy());
    }
    let mut terminal = opening.start();
    if way.name == "home" {
        terminal.wait_for("Three that fit now");
        terminal.press("/forty starts");
        terminal.wait_for("/ forty starts");
        terminal.press("\r");
        terminal.wait_for("begin");
        terminal.press("\r");
    }
    heard(&recorder, parts, way.is_late)
}

/// Keeps both processors of a small machine busy until it is dropped.
struct BusyLoops(Arc<AtomicBool>);

impl BusyLoops {
    fn start() -> Self {
        let goes_on = Arc::new(AtomicBool::new(true));
        for _ in 0..2 {
            let goes_on = Arc::clone(&goes_on);
            thread::spawn(move || {
                while goes_on.load(Ordering::Relaxed) {
                    std::hint::spin_loop();
                }
            });
        }
        Self(goes_on)
    }
}

impl Drop for BusyLoops {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

fn espeak_ng() -> Result<PathBuf, &'static str> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut programs = std::env::split_paths(&path).map(|folder| folder.join("espeak-ng"));
    programs.find(|program| program.exists()).ok_or("it is not installed")
}

#[test]
#[ignore = "it listens to forty starts in real time, which takes about ten minutes"]
fn the_first_chime_and_words_are_heard_in_forty_starts() {
    if need::part(espeak_ng(), "espeak-ng").is_none() {
        return;
    }
    let Some(server) = PulseServer::start() else {
        return;
    };
    let cache = TempDir::new().expect("a folder");
    let (parts, late_parts) = (parts(cache.path()), late_parts());
    let mut faults = Vec::new();
    let mut starts = 0;
    for way in WAYS {
        for warm in [true, false] {
            for attempt in 0..TRIES {
                // The last of them beside two loops that never rest.
                let busy = (attempt + 2 >= TRIES).then(BusyLoops::start);
                let parts = if way.is_late && !warm { &late_parts } else { &parts };
                let (heard, of) = start(&server, way, warm.then_some(cache.path()), parts);
                starts += 1;
                let temperature = if warm { "warm" } else { "cold" };
                let beside = if busy.is_some() { ", busy" } else { "" };
                println!("{} {temperature}{beside}: {heard} of {of}", way.name);
                if heard < of {
                    faults.push(format!("{} {temperature}{beside}: {heard} of {of}", way.name));
                }
            }
        }
    }
    println!("{} of {starts} starts were heard whole", starts - faults.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
