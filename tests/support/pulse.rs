//! A PulseAudio server of the test's own, with a sink that goes nowhere, and a recorder of it.
//!
//! A test starts one with [`PulseServer::start`], and gives the program [`PulseServer::name`] as
//! `PULSE_SERVER`.
#![allow(missing_docs, unreachable_pub, reason = "a test's own server")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::env;
use std::fs;
use std::io::Read;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::{need, sockets};

/// The rate of recordings, in frames per second.
pub const RATE: u32 = 48_000;
const SINK: &str = "unclench_test";
const OTHER_SINK: &str = "other";
/// What is as loud as this is heard. It is far below the room tone: a session in which a test looks
/// for silence is played without it.
const AUDIBLE: f32 = 0.001;
/// How long a server may take to open its socket on a busy machine.
const START_LIMIT: Duration = Duration::from_secs(60);

/// A server in a folder of its own. It is killed when dropped.
pub struct PulseServer {
    folder: TempDir,
    child: Option<Child>,
}

impl PulseServer {
    /// Starts a server; `None` if this machine lacks the programs. Then the test prints why and
    /// passes, unless `UNCLENCH_REQUIRE_REAL` is set: then it fails.
    pub fn start() -> Option<Self> {
        let mut server = Self::new()?;
        server.restart();
        Some(server)
    }

    /// One that is not started yet.
    pub(super) fn new() -> Option<Self> {
        for program in ["pulseaudio", "parec", "pactl"] {
            let found = is_installed(program).then_some(()).ok_or("it is not installed");
            need::part(found, &format!("`{program}`"))?;
        }
        let folder = sockets::folder("unclench-pulse").unwrap();
        Some(Self { folder, child: None })
    }

    /// A path in the folder of the server.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Starts the server again after [`PulseServer::kill`].
    pub fn restart(&mut self) {
        self.restart_with(&format!("module-null-sink sink_name={SINK} rate={RATE}"));
    }

    /// The same with this sink.
    pub(super) fn restart_with(&mut self, sink: &str) {
        self.kill();
        let socket = self.socket();
        let log = fs::File::create(self.folder.path().join("log")).unwrap();
        let child = self
            .command("pulseaudio")
            .args(["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"])
            .args(["--disable-shm=yes", "--system=false", "--high-priority=no"])
            .args(["-L", sink])
            .args([
                "-L",
                &format!(
                    "module-native-protocol-unix auth-anonymous=1 socket={}",
                    socket.display()
                ),
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        self.child = Some(child);
        let began = now();
        while UnixStream::connect(&socket).is_err() {
            assert!(now() < began + START_LIMIT, "the server did not start: {}", self.log());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Ends the server as a crash would.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
        // A killed server leaves its socket behind.
        let _ = fs::remove_file(self.socket());
    }

    /// Makes the server hang: it is there, but does nothing.
    pub fn freeze(&self) {
        let child = self.child.as_ref().expect("the server runs");
        let process = child.id().to_string();
        let stopped = Command::new("kill").args(["-STOP", &process]).status().unwrap();
        assert!(stopped.success());
    }

    /// How many programs are connected, this question not counted.
    pub fn clients(&self) -> usize {
        let listed = self.command("pactl").args(["list", "short", "clients"]).output().unwrap();
        assert!(listed.status.success(), "pactl: {listed:?}");
        String::from_utf8_lossy(&listed.stdout).lines().count() - 1
    }

    /// What `PULSE_SERVER` should be.
    pub fn name(&self) -> String {
        format!("unix:{}", self.socket().display())
    }

    /// Adds another sink that goes nowhere, makes it the one to use, and moves there what plays.
    pub fn move_to_another_sink(&self) {
        self.pactl(&["load-module", "module-null-sink", "sink_name=other", "rate=48000"]);
        self.pactl(&["set-default-sink", OTHER_SINK]);
        let listed = self.pactl(&["list", "short", "sink-inputs"]);
        for input in listed.lines().filter_map(|line| line.split_whitespace().next()) {
            self.pactl(&["move-sink-input", input, OTHER_SINK]);
        }
    }

    /// Puts the sink to sleep, as a laptop does, or wakes it.
    pub fn suspend(&self, asleep: bool) {
        self.pactl(&["suspend-sink", SINK, if asleep { "1" } else { "0" }]);
    }

    fn pactl(&self, words: &[&str]) -> String {
        let said = self.command("pactl").args(words).output().unwrap();
        assert!(said.status.success(), "pactl {words:?}: {said:?}");
        String::from_utf8_lossy(&said.stdout).into_owned()
    }

    /// Begins to record what the sink plays.
    pub fn record(&self) -> Recorder {
        self.record_from(SINK)
    }

    /// Begins to record what the other sink plays.
    pub fn record_other_sink(&self) -> Recorder {
        self.record_from(OTHER_SINK)
    }

    fn record_from(&self, sink: &str) -> Recorder {
        let child = self
            .command("parec")
            .args(["--raw", "--format=float32le", "--channels=2", "--latency-msec=10"])
            .arg(format!("--rate={RATE}"))
            .arg(format!("--device={sink}.monitor"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Recorder::new(child)
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.folder.path())
            .env("XDG_RUNTIME_DIR", self.folder.path())
            .env("PULSE_SERVER", self.name());
        command
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("native")
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }
}

impl Drop for PulseServer {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Records the sink until it is asked for what it heard.
pub struct Recorder {
    child: Child,
    heard: Arc<Mutex<Recording>>,
}

/// Samples of one channel, the mean of both, and where in time they lie.
#[derive(Clone)]
pub struct Recording {
    /// Frames per second.
    pub rate: u32,
    pub samples: Vec<f32>,
    /// What each ear hears: left and right.
    pub ears: Vec<[f32; 2]>,
    /// For each piece that arrived: when, and how many samples there were before it.
    pub(super) pieces: Vec<(Duration, usize)>,
}

impl Recorder {
    fn new(mut child: Child) -> Self {
        let heard = Arc::new(Mutex::new(Recording::new(RATE)));
        let mut pipe = child.stdout.take().unwrap();
        let into = Arc::clone(&heard);
        thread::spawn(move || {
            let mut bytes = Vec::new();
            let mut piece = [0; 16 * 1024];
            while let Ok(count @ 1..) = pipe.read(&mut piece) {
                let arrived = now();
                bytes.extend_from_slice(&piece[..count]);
                let whole = bytes.len() / 8 * 8;
                let mut into = into.lock().unwrap();
                let before = into.samples.len();
                into.pieces.push((arrived, before));
                let sample = |it: &[u8]| f32::from_le_bytes([it[0], it[1], it[2], it[3]]);
                for frame in bytes.drain(..whole).as_slice().chunks_exact(8) {
                    let [left, right] = [sample(&frame[..4]), sample(&frame[4..])];
                    into.ears.push([left, right]);
                    into.samples.push(f32::midpoint(left, right));
                }
            }
        });
        Self { child, heard }
    }

    /// Waits until the recording runs, so that nothing of what follows is missed.
    pub fn wait_until_running(&self) {
        let began = now();
        while self.heard.lock().unwrap().samples.is_empty() {
            assert!(now() < began + START_LIMIT, "nothing was recorded");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// What has been heard up to this time, by the clock of [`now`], and perhaps a little more. However
    /// busy the machine is, the recording is waited for.
    pub fn until(&self, time: Duration) -> Recording {
        let began = now();
        loop {
            // Looked at where it lies: a copy of it all at each look would keep a machine busy.
            if self.heard.lock().unwrap().end().is_some_and(|end| end >= time) {
                return self.so_far();
            }
            let waited = now().saturating_sub(began.max(time));
            assert!(waited < START_LIMIT, "the recording has come to an end");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// What has been heard so far.
    pub fn so_far(&self) -> Recording {
        self.heard.lock().unwrap().clone()
    }

    /// The samples that have been heard so far, but for this many at the beginning.
    pub fn samples_after(&self, known: usize) -> Vec<f32> {
        self.heard.lock().unwrap().samples[known..].to_vec()
    }

    /// Waits until something is heard after silence, and gives when.
    pub fn wait_until_heard(&self) -> Duration {
        let (began, mut known) = (now(), 0);
        loop {
            let samples = self.samples_after(known);
            if let Some(onset) = samples.iter().position(|it| it.abs() >= AUDIBLE) {
                return self.heard.lock().unwrap().time_of(known + onset);
            }
            known += samples.len();
            assert!(now() < began + START_LIMIT, "nothing is heard");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Recording {
    pub(super) fn new(rate: u32) -> Self {
        Self { rate, samples: Vec::new(), ears: Vec::new(), pieces: Vec::new() }
    }

    /// When this sample was played, by the clock of [`now`].
    ///
    /// A piece comes out of the sink the moment its first sample is played, and then takes a while
    /// to arrive; the piece that took least tells best. What stays in it is the unavoidable way
    /// through the recorder, a few milliseconds.
    pub fn time_of(&self, sample: usize) -> Duration {
        let seconds = |sample: usize| sample as f64 / f64::from(self.rate);
        let start = self
            .pieces
            .iter()
            .skip(3)
            .map(|(arrived, before)| arrived.as_secs_f64() - seconds(*before))
            .fold(f64::INFINITY, f64::min);
        Duration::from_secs_f64((start + seconds(sample)).max(0.0))
    }

    /// When the last sample that there is was played; `None` where that cannot be told yet.
    fn end(&self) -> Option<Duration> {
        (self.pieces.len() > 3).then(|| self.time_of(self.samples.len()))
    }

    /// The samples at which sound begins after at least `silence` without any.
    pub fn onsets(&self, silence: Duration) -> Vec<usize> {
        let silence = (silence.as_secs_f64() * f64::from(self.rate)) as usize;
        let mut quiet = silence;
        let mut onsets = Vec::new();
        for (index, sample) in self.samples.iter().enumerate() {
            if sample.abs() < AUDIBLE {
                quiet += 1;
            } else {
                if quiet >= silence {
                    onsets.push(index);
                }
                quiet = 0;
            }
        }
        onsets
    }
}

/// The clock of these tests: it never goes back.
#[expect(clippy::disallowed_methods, reason = "real sound happens in real time")]
pub fn now() -> Duration {
    use std::sync::OnceLock;
    static START: OnceLock<Instant> = OnceLock::new();
    // Not zero, so that times before the first reading can be told.
    START.get_or_init(Instant::now).elapsed() + Duration::from_secs(1_000)
}

fn is_installed(program: &str) -> bool {
    env::var_os("PATH")
        .is_some_and(|path| env::split_paths(&path).any(|folder| exists(&folder.join(program))))
}

fn exists(path: &Path) -> bool {
    path.is_file()
}
