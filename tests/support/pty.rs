//! The whole program in a pseudo-terminal of its own, under a shell that knows job control.
//!
//! The shell stays when the program ends or stops, as the shell of a person does. So what the
//! program left behind can be looked at: a terminal is reset when the last of its session is gone.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::home::Home;
use super::sight::{Seen, Sight};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// How long anything that must happen may take, on a machine that is busy with other things.
pub(crate) const LIMIT: Duration = Duration::from_secs(60);

/// Runs the program as a job and says how it ended. A stopped job is continued after a line.
const SHELL: &str = r#"
set -m
"$0" "$@"; code=$?
while case $code in 145|146|147|148) true;; *) false;; esac; do
    echo "the job stopped"; read -r line; fg >/dev/null; code=$?
done
echo "the job ended with $code"; read -r line
"#;

/// The same with the program's output in a pipe.
const PIPE: &str = r#"
"$0" "$@" </dev/null | cat; echo "the job ended with $?"; read -r line
"#;

/// What is to be started, and where.
pub(crate) struct Opening {
    home: Home,
    words: Vec<String>,
    shell: Option<&'static str>,
    variables: Vec<(String, String)>,
    size: (u16, u16),
}

impl Opening {
    /// The program with these words behind its name, parted by blanks, in an empty home, at ten at
    /// night, 100×30, in true colour, without a sound server and without a message bus.
    pub(crate) fn new(words: &str) -> Self {
        let home = Home::new();
        let path = home.path().display().to_string();
        let folders =
            home.variables().map(|(name, folder)| (name.to_owned(), folder.display().to_string()));
        let words = words.split_whitespace().map(str::to_owned).collect();
        let opening =
            Self { home, words, shell: Some(SHELL), variables: folders.into(), size: (100, 30) };
        opening
            .env("PATH", &std::env::var("PATH").unwrap_or_default())
            .env("TERM", "xterm-256color")
            .env("COLORTERM", "truecolor")
            .env("PULSE_SERVER", &format!("unix:{path}/no-server"))
            .env("DBUS_SESSION_BUS_ADDRESS", &format!("unix:path={path}/no-bus"))
            .env("DBUS_SYSTEM_BUS_ADDRESS", &format!("unix:path={path}/no-bus"))
            .env("UNCLENCH_HOUR", "22")
            .env("UNCLENCH_ASK_BEFORE", "false")
    }

    /// One more word behind the others, which may have blanks in it.
    #[cfg(target_os = "linux")]
    pub(crate) fn word(mut self, word: &str) -> Self {
        self.words.push(word.to_owned());
        self
    }

    /// Without the shell, so that no process could continue it.
    pub(crate) fn without_a_shell(self) -> Self {
        Self { shell: None, ..self }
    }

    /// What the program prints goes through a pipe before it is shown.
    pub(crate) fn into_a_pipe(self) -> Self {
        Self { shell: Some(PIPE), ..self }
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Columns and rows.
    pub(crate) fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    /// A file in the home, where the program runs.
    pub(crate) fn file(self, name: &str, text: &str) -> Self {
        write(&self.home, name, text);
        self
    }

    /// The home, before anything runs in it.
    pub(crate) fn home(&self) -> &Home {
        &self.home
    }

    pub(crate) fn start(self) -> Terminal {
        let (columns, rows) = self.size;
        let (master, child) = self.open();
        let name = master.tty_name().expect("a pseudo-terminal has a name");
        let tty = File::open(name).expect("the terminal can be opened");
        let seen = Arc::new((Mutex::new(Sight::new(columns, rows)), Condvar::new()));
        let reader = master.try_clone_reader().expect("what it writes can be read");
        let is_still = Arc::new((Mutex::new(false), Condvar::new()));
        watch(reader, Arc::clone(&seen), Arc::clone(&is_still));
        let keys = master.take_writer().expect("keys can be typed");
        Terminal { master, keys, child, tty, seen, is_still, home: self.home }
    }

    /// Starts the program alone in a terminal that is lost when it is dropped, and waits until it
    /// has written these bytes.
    pub(crate) fn start_to_be_lost(
        self,
        written: &str,
    ) -> (Box<dyn MasterPty + Send>, Box<dyn Child + Send>) {
        let opening = self.without_a_shell();
        let (master, child) = opening.open();
        let mut reader = master.try_clone_reader().expect("what it writes can be read");
        let (mut read, mut piece) = (Vec::<u8>::new(), [0; 200]);
        while !read.windows(written.len()).any(|bytes| bytes == written.as_bytes()) {
            let count = reader.read(&mut piece).expect("it writes");
            assert!(count > 0, "it ends before it writes {written:?}");
            read.extend(&piece[..count]);
        }
        (master, child)
    }

    fn open(&self) -> (Box<dyn MasterPty + Send>, Box<dyn Child + Send + Sync>) {
        let (columns, rows) = self.size;
        let pair = native_pty_system().openpty(cells(columns, rows)).expect("a pseudo-terminal");
        let child = pair.slave.spawn_command(self.command()).expect("it can be started");
        (pair.master, child)
    }

    fn command(&self) -> CommandBuilder {
        let program = env!("CARGO_BIN_EXE_unclench");
        let mut command = match self.shell {
            None => CommandBuilder::new(program),
            Some(script) => {
                let mut shell = CommandBuilder::new("/bin/sh");
                shell.args(["-c", script, program]);
                shell
            }
        };
        command.args(&self.words);
        command.cwd(self.home.path());
        command.env_clear();
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        command
    }
}

fn write(home: &Home, name: &str, text: &str) {
    let path = home.path().join(name);
    fs::create_dir_all(path.parent().expect("it lies in the home")).expect("a folder can be made");
    fs::write(path, text).expect("a file can be written");
}

/// A terminal, what is to be seen on it, and what runs in it.
pub(crate) struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    tty: File,
    seen: Arc<(Mutex<Sight>, Condvar)>,
    /// Nothing is read.
    is_still: Arc<(Mutex<bool>, Condvar)>,
    home: Home,
}

impl Terminal {
    /// Takes nothing from the program any more, but for what is being read just now.
    pub(crate) fn stand_still(&self) {
        *self.is_still.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
    }

    /// Takes from the program again.
    pub(crate) fn go_on(&self) {
        *self.is_still.0.lock().unwrap_or_else(PoisonError::into_inner) = false;
        self.is_still.1.notify_all();
    }

    /// What is to be seen at this moment.
    pub(crate) fn sight(&self) -> MutexGuard<'_, Sight> {
        // A test that failed while it looked has spoilt nothing.
        self.seen.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until something is so, and tells what is to be seen then.
    ///
    /// # Panics
    /// When it is not so for [`LIMIT`], with what is on the screen then.
    pub(crate) fn wait_until(&self, what: &str, is_so: impl Fn(&Sight) -> bool) -> Seen {
        let waited = self.seen.1.wait_timeout_while(self.sight(), LIMIT, |sight| !is_so(sight));
        let (sight, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
        let seen = sight.seen();
        assert!(!timeout.timed_out(), "waited in vain until {what}; it shows:\n{}", seen.text);
        seen
    }

    /// Waits until these words stand on a whole screen.
    pub(crate) fn wait_for(&self, words: &str) -> Seen {
        let what = format!("“{words}” is shown");
        self.wait_until(&what, |sight| sight.is_whole() && sight.text().contains(words))
    }

    /// Waits until nothing has been written for this long.
    pub(crate) fn wait_until_still(&self, still: Duration) {
        loop {
            let before = self.sight().seen().written;
            thread::sleep(still);
            if self.sight().seen().written == before {
                return;
            }
        }
    }

    /// Writes a file in the home while the program runs.
    pub(crate) fn write(&self, name: &str, text: &str) {
        write(&self.home, name, text);
    }

    /// Removes a file in the home while the program runs.
    pub(crate) fn remove(&self, name: &str) {
        fs::remove_file(self.home.path().join(name)).expect("a file can be removed");
    }

    /// Types keys, as bytes a terminal would send.
    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("keys can be typed");
        self.keys.flush().expect("keys can be typed");
    }

    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        // Held, so that nothing drawn for the new size is taken in at the old one.
        let mut sight = self.sight();
        sight.resize(columns, rows);
        self.master.resize(cells(columns, rows)).expect("a terminal can be resized");
    }

    /// The job in the foreground: the program, once it has drawn.
    pub(crate) fn job(&self) -> Pid {
        let group = self.master.process_group_leader().and_then(Pid::from_raw);
        group.expect("a job is in the foreground")
    }

    /// Sends the program a signal from outside.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.job(), signal).expect("the program can be signalled");
    }

    /// Waits for the program's end. Returns its exit code.
    pub(crate) fn end(&self) -> u32 {
        const SAID: &str = "the job ended with ";
        let text = self.wait_for(SAID).text;
        let code = text.split(SAID).nth(1).and_then(|rest| rest.split_whitespace().next());
        code.and_then(|code| code.parse().ok()).expect("the shell tells the code")
    }

    /// The same for a program without a shell.
    pub(crate) fn end_without_a_shell(&mut self) -> u32 {
        self.child.wait().expect("it ends").exit_code()
    }

    /// Waits until the line modes are as a shell needs them.
    pub(crate) fn wait_until_modes_are_back(&self) {
        let pause = Duration::from_millis(10);
        let mut left = LIMIT;
        while !modes_left(&self.tty).is_empty() {
            left = left.checked_sub(pause).unwrap_or_else(|| panic!("{:?}", self.not_given_back()));
            thread::sleep(pause);
        }
    }

    /// What is not as it was before the program took the terminal; empty when all is well.
    pub(crate) fn not_given_back(&self) -> Vec<String> {
        let mut left = self.sight().left_behind();
        left.extend(modes_left(&self.tty));
        left
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if let Some(group) = self.master.process_group_leader().and_then(Pid::from_raw) {
            let _ = kill_process(group, Signal::KILL);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The terminal's line modes that a shell needs and that are off.
fn modes_left(tty: &File) -> Vec<String> {
    use rustix::termios::{InputModes, LocalModes, OutputModes, tcgetattr};
    let modes = tcgetattr(tty).expect("a terminal has modes");
    let local = LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG | LocalModes::IEXTEN;
    let mut left = Vec::new();
    for (name, is_on) in [
        ("line, echo and signal modes", modes.local_modes.contains(local)),
        ("input modes", modes.input_modes.contains(InputModes::ICRNL | InputModes::IXON)),
        ("output modes", modes.output_modes.contains(OutputModes::OPOST)),
    ] {
        if !is_on {
            left.push(format!("{name}: {modes:?}"));
        }
    }
    left
}

fn watch(
    mut reader: Box<dyn Read + Send>,
    seen: Arc<(Mutex<Sight>, Condvar)>,
    is_still: Arc<(Mutex<bool>, Condvar)>,
) {
    thread::spawn(move || {
        let mut piece = vec![0; 64 * 1024];
        while let Ok(count @ 1..) = reader.read(&mut piece) {
            let mut sight = seen.0.lock().unwrap_or_else(PoisonError::into_inner);
            sight.take_in(&piece[..count]);
            drop(sight);
            seen.1.notify_all();
            let still = is_still.0.lock().unwrap_or_else(PoisonError::into_inner);
            drop(is_still.1.wait_while(still, |is_still| *is_still));
        }
    });
}

fn cells(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: columns * 10, pixel_height: rows * 20 }
}
