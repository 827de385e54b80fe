//! Faults on the way to the ear: each is said once, and once it is over there is sound again.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixListener;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crate::support::home::Home;
use crate::support::pty::{LIMIT, Opening};
use crate::support::pulse::PulseServer;
use crate::support::quiet::in_a_quiet_moment;
use crate::support::sockets;

/// Chimes, of which the last three come late enough for any fault.
const SESSION: &str = include_str!("../sessions/outlived.toml");
/// Four lines and no other sound.
const SPOKEN: &str = include_str!("../sessions/spoken.toml");
const QUIET: &str = "[mix]\nbed = 0\n";
const NO_SOUND: &str = "There is no sound output, so nothing is heard.";
const LOST: &str = "The sound output is gone.";
const THERE: &str = "The sound output is there, and heard from here on.";

/// A session in plain lines, ended when it is dropped.
struct Plain {
    child: Child,
    lines: Receiver<String>,
    told: Vec<String>,
    /// What begins the last line.
    end: &'static str,
    home: Home,
}

impl Plain {
    /// Plays this session, with these words behind and these variables.
    fn play(session: &str, words: &str, variables: &[(&str, &str)]) -> Self {
        let home = Home::new();
        fs::create_dir_all(home.config()).expect("a folder");
        fs::write(home.config().join("settings.toml"), QUIET).expect("a file");
        fs::write(home.path().join("mine.toml"), session).expect("a file");
        let mut child = Command::new(env!("CARGO_BIN_EXE_unclench"))
            .args(["play", "mine.toml", "--plain"])
            .args(words.split_whitespace())
            .current_dir(home.path())
            .envs(home.variables())
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let (sender, lines) = channel();
        let out = BufReader::new(child.stdout.take().expect("a pipe"));
        thread::spawn(move || out.lines().try_for_each(|line| sender.send(line.ok()?).ok()));
        Self { child, lines, told: Vec::new(), end: "The end, after", home }
    }

    /// Waits until a line with these words is told.
    fn wait_for(&mut self, words: &str) {
        while !self.told.iter().any(|line| line.contains(words)) {
            let line = self.lines.recv_timeout(LIMIT);
            self.told.push(line.unwrap_or_else(|_| panic!("no “{words}” in {:#?}", self.told)));
        }
    }

    /// Waits for the end, and tells how often these words were told.
    fn times(&mut self, words: &str) -> usize {
        self.wait_for(self.end);
        self.told.iter().filter(|line| line.contains(words)).count()
    }
}

impl Drop for Plain {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_server_that_goes_and_comes_back_is_told_once_each_in_lines() {
    in_a_quiet_moment(|| {
        let Some(mut server) = PulseServer::start() else { return };
        let name = server.name();
        let mut plain = Plain::play(SESSION, "--voice none", &[("PULSE_SERVER", &name)]);
        plain.wait_for("One (4 s)");
        server.kill();
        plain.wait_for(LOST);
        server.restart();
        plain.wait_for(THERE);
        let recorder = server.record();
        recorder.wait_until_running();
        assert_eq!((plain.times(LOST), plain.times(THERE), plain.times(NO_SOUND)), (1, 1, 0));
        let heard = recorder.so_far().onsets(Duration::from_millis(500));
        assert!(heard.len() >= 2, "chimes are heard again: {heard:?}");
    });
}

#[test]
fn a_machine_without_sound_is_told_once_in_lines_and_on_the_screen() {
    let nowhere = [("PULSE_SERVER", "unix:/nowhere")];
    let mut plain = Plain::play(SESSION, "--voice none --speed 8", &nowhere);
    assert_eq!((plain.times(NO_SOUND), plain.times(LOST)), (1, 0));
    let opening = Opening::new("play mine.toml --voice none").file("mine.toml", SESSION);
    opening.start().wait_for("no sound");
}

#[test]
fn a_server_that_hangs_is_told_and_heard_once_another_answers_in_its_place() {
    in_a_quiet_moment(|| {
        let Some(mut server) = PulseServer::start() else { return };
        let folder = sockets::folder("unclench-hangs").expect("a folder");
        let path = folder.path().join("hangs");
        // It takes connections and answers none.
        let hung = UnixListener::bind(&path).expect("a socket");
        let name = format!("unix:{} {}", path.display(), server.name());
        server.kill();
        let mut plain = Plain::play(SESSION, "--voice none", &[("PULSE_SERVER", &name)]);
        plain.wait_for(NO_SOUND);
        server.restart();
        plain.wait_for(THERE);
        drop(hung);
        let recorder = server.record();
        recorder.wait_until_running();
        assert_eq!((plain.times(NO_SOUND), plain.times(THERE), plain.times(LOST)), (1, 1, 0));
        let heard = recorder.so_far().onsets(Duration::from_millis(500));
        assert!(heard.len() >= 2, "chimes are heard: {heard:?}");
    });
}

/// An espeak-ng that names a voice and then fails at every line.
fn failing_engine() -> Home {
    let folder = Home::new();
    let path = folder.path().join("espeak-ng");
    let voices = " 5  en-gb  --/M  English  gmw/en";
    let script = format!(
        "#!/bin/sh\ncase $1 in --version) echo 1.0 ;; --voices) echo Pty\necho '{voices}' ;; *) exit 7 ;; esac\n"
    );
    fs::write(&path, script).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
    folder
}

#[test]
fn a_session_of_which_no_line_is_spoken_says_so_once_in_lines_and_on_the_screen() {
    // In a language that the built-in voice does not speak.
    let session = SPOKEN.replace("format = 1", "format = 1\nlanguage = \"de\"");
    let engine = failing_engine();
    let path = format!("{}:/usr/bin:/bin", engine.path().display());
    let variables = [("PATH", path.as_str()), ("PULSE_SERVER", "unix:/nowhere")];
    let mut plain = Plain::play(&session, "--voice auto --speed 4", &variables);
    plain.end = "Zu Ende, nach";
    assert_eq!(plain.times("Keine Zeile wird gesprochen: "), 1, "{:#?}", plain.told);
    let Some(server) = PulseServer::start() else { return };
    let opening = Opening::new("play mine.toml").file("mine.toml", &session).env("PATH", &path);
    opening.env("PULSE_SERVER", &server.name()).start().wait_for("♪ ohne Worte");
}

#[test]
fn every_voice_is_heard_in_turn_and_one_that_fails_is_told() {
    let Some(server) = PulseServer::start() else { return };
    let (home, engine) = (Home::new(), failing_engine());
    let said = Command::new(env!("CARGO_BIN_EXE_unclench"))
        .args(["voices", "--try", "all"])
        .envs(home.variables())
        .env("PATH", format!("{}:/usr/bin:/bin", engine.path().display()))
        .env("PULSE_SERVER", server.name())
        .stdin(Stdio::null())
        .output()
        .expect("it can be started");
    assert!(said.status.success(), "{said:?}");
    let told = String::from_utf8_lossy(&said.stdout);
    assert!(told.contains("\nespeak-ng, English: it does not speak"), "{told}");
    assert_eq!(told.contains("\nbuilt-in, heart\n"), cfg!(feature = "built-in-voice"), "{told}");
}

#[test]
fn what_is_spoken_is_heard_though_its_folder_is_removed_while_it_plays() {
    in_a_quiet_moment(|| {
        let Some(server) = PulseServer::start() else { return };
        if cfg!(not(feature = "built-in-voice")) {
            return;
        }
        let name = server.name();
        let recorder = server.record();
        recorder.wait_until_running();
        let mut plain = Plain::play(SPOKEN, "--voice built-in", &[("PULSE_SERVER", &name)]);
        plain.wait_for("One (12 s)");
        let cache = plain.home.path().join(".cache/unclench");
        // Something may be written there at that very moment.
        while cache.exists() {
            let _ = fs::remove_dir_all(&cache);
        }
        fs::create_dir_all(plain.home.path().join(".cache")).expect("a folder");
        fs::write(&cache, "in the way").expect("a file");
        assert_eq!(plain.times("not spoken"), 0, "{:#?}", plain.told);
        let heard = recorder.so_far().onsets(Duration::from_millis(900));
        assert_eq!(heard.len(), 4, "each line is heard: {heard:?}");
    });
}
