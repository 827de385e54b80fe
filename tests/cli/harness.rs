//! Runs the program in a temporary home, 80 columns wide.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::rc::Rc;
use std::sync::LazyLock;

use crate::support::home::Home;

/// A session of four seconds, with one word to say.
pub(crate) const BRIEF: &str = include_str!("sessions/brief.toml");
/// A session of half a minute.
pub(crate) const SHORT_PAUSE: &str = include_str!("sessions/short-pause.toml");

/// What `list` prints for a person without files of their own, asked once for all tests.
pub(crate) static LIST: LazyLock<String> = LazyLock::new(|| Test::new().args("list").stdout());

/// A home, a command line, and what is expected of it.
pub(crate) struct Test {
    home: Rc<Home>,
    arguments: Vec<String>,
}

/// What the program printed and how it ended.
pub(crate) struct Answer {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: Option<i32>,
}

impl Test {
    pub(crate) fn new() -> Self {
        Self { home: Rc::new(Home::new()), arguments: Vec::new() }
    }

    /// The words after the program's name, parted by blanks.
    pub(crate) fn args(mut self, words: &str) -> Self {
        self.arguments = words.split_whitespace().map(str::to_owned).collect();
        self
    }

    /// One more argument after these, which may hold blanks.
    pub(crate) fn and(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }

    /// Other words in the same home.
    pub(crate) fn again(&self, words: &str) -> Self {
        Self { home: Rc::clone(&self.home), arguments: Vec::new() }.args(words)
    }

    /// A file in the home, where the program runs.
    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        let place = self.home().join(path);
        self.at(&place, text)
    }

    fn at(self, place: &Path, text: &str) -> Self {
        let folder = place.parent().expect("a file lies in a folder");
        fs::create_dir_all(folder).expect("a folder can be made");
        fs::write(place, text).expect("a file can be written");
        self
    }

    /// A session among the person's own.
    pub(crate) fn own_session(self, id: &str, text: &str) -> Self {
        let place = self.home.data().join("sessions").join(format!("{id}.toml"));
        self.at(&place, text)
    }

    pub(crate) fn settings(self, text: &str) -> Self {
        let place = self.home.config().join("settings.toml");
        self.at(&place, text)
    }

    /// A sound among the person's own.
    pub(crate) fn own_sound(self, id: &str, recipe: &str) -> Self {
        let place = self.own_sounds().join(format!("{id}.toml"));
        self.at(&place, recipe)
    }

    /// The folder of the person's own sounds.
    pub(crate) fn own_sounds(&self) -> PathBuf {
        self.home.data().join("sounds")
    }

    /// The home, where the program runs.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// The command, with nothing of this machine's own home in it.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_unclench"));
        command
            .args(&self.arguments)
            .current_dir(self.home.path())
            .stdin(Stdio::null())
            .envs(self.home.variables())
            .env("PULSE_SERVER", "unix:/nowhere/sound-server")
            .env("COLUMNS", "80")
            .env("TERM", "xterm-256color")
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/session-bus")
            .env("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/system-bus")
            .env_remove("NO_COLOR")
            .env_remove("COLORTERM");
        command
    }

    pub(crate) fn run(&self) -> Answer {
        Answer::of(self.command().output().expect("the program can be started"))
    }

    /// What it prints when all is well.
    pub(crate) fn stdout(&self) -> String {
        let answer = self.run();
        assert_eq!(answer.code, Some(0), "{}", answer.err);
        assert_eq!(answer.err, "");
        self.without_home(&answer.out)
    }

    /// Its whole report when it ends with `code`.
    pub(crate) fn failure(&self, code: i32) -> String {
        let answer = self.run();
        assert_eq!(answer.code, Some(code), "{}{}", answer.out, answer.err);
        assert_eq!(answer.out, "");
        self.without_home(&answer.err)
    }

    /// The same text with the home's own path written as `~`, also where a report broke the line at
    /// a blank in it.
    pub(crate) fn without_home(&self, text: &str) -> String {
        let home = self.home.path().display().to_string();
        let mut rest = text;
        let mut without = String::new();
        while let Some(next) = rest.chars().next() {
            if let Some(behind) = after(rest, &home) {
                without.push('~');
                rest = behind;
            } else {
                without.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
        without
    }
}

impl Answer {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program prints text");
        Self { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
    }
}

/// What follows a path at the beginning of a text, in which any blank may be the end of a line.
fn after<'a>(text: &'a str, path: &str) -> Option<&'a str> {
    path.split(' ').enumerate().try_fold(text, |rest, (index, part)| {
        let rest = if index == 0 { rest } else { rest.strip_prefix([' ', '\n'])?.trim_start() };
        rest.strip_prefix(part)
    })
}
