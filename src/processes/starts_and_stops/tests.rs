//! A process that starts programs and is stopped meanwhile: a test that runs itself again in a
//! process group of its own, and continues it as a shell would.
#![expect(clippy::disallowed_methods, reason = "started within `start`")]

use std::io::{self, BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

use super::{start, stop_until_continued};

/// Set for the second run: how it is stopped.
const STOPPED_BY: &str = "UNCLENCH_TEST_STOPPED_BY";
/// What the second run says once it may be stopped.
const LISTENS: &str = "it listens";
/// How often it is stopped.
const TIMES: usize = 100;
const INTERVAL: Duration = Duration::from_millis(2);

#[test]
fn a_stop_comes_about_while_programs_are_started() {
    if std::env::var_os(STOPPED_BY).is_some() {
        while_programs_start(|| {
            let is_over = told_to_end();
            println!("{LISTENS}");
            while !is_over.load(Ordering::Relaxed) {
                stop_until_continued();
                thread::sleep(INTERVAL);
            }
        });
        return;
    }
    let again = Again::run("a_stop_comes_about_while_programs_are_started");
    for time in 0..TIMES {
        again.is_stopped(time, || {});
        again.signal(Signal::CONT);
    }
    again.ends_well();
}

#[test]
fn a_stop_comes_about_where_ctrl_z_reaches_programs_that_are_started_just_then() {
    if std::env::var_os(STOPPED_BY).is_some() {
        while_programs_start(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(async {
                use tokio::signal::unix::{SignalKind, signal};
                let mut asked = signal(SignalKind::from_raw(Signal::TSTP.as_raw())).expect("heard");
                let is_over = told_to_end();
                println!("{LISTENS}");
                while !is_over.load(Ordering::Relaxed) {
                    if tokio::time::timeout(INTERVAL, asked.recv()).await.is_ok() {
                        stop_until_continued();
                    }
                }
            });
        });
        return;
    }
    let name = "a_stop_comes_about_where_ctrl_z_reaches_programs_that_are_started_just_then";
    let again = Again::run(name);
    for time in 0..TIMES {
        thread::sleep(INTERVAL * (time as u32 % 4));
        again.signal(Signal::TSTP);
        again.is_stopped(time, || again.signal(Signal::TSTP));
        again.signal(Signal::CONT);
    }
    again.ends_well();
}

/// Does something while two threads start one program after another, each in a group of its own.
fn while_programs_start(act: impl FnOnce()) {
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    let mut command = Command::new("/bin/true");
                    command.process_group(0).stdin(Stdio::null());
                    let child = start(|| command.spawn());
                    child.expect("started").wait().expect("ended");
                }
            });
        }
        act();
        is_over.store(true, Ordering::Relaxed);
    });
}

/// Whether the second run is to end: once nothing can be read any more.
fn told_to_end() -> Arc<AtomicBool> {
    let is_over = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&is_over);
    thread::spawn(move || {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        told.store(true, Ordering::Relaxed);
    });
    is_over
}

/// The second run.
struct Again(Child);

impl Again {
    fn run(test: &str) -> Self {
        let mut command = Command::new(std::env::current_exe().expect("this test"));
        command.args([
            "--exact",
            "--nocapture",
            &format!("processes::starts_and_stops::tests::{test}"),
        ]);
        command.env(STOPPED_BY, "").process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = start(|| command.spawn()).expect("a second run");
        let mut said = BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        while !line.contains(LISTENS) {
            line.clear();
            assert!(said.read_line(&mut line).expect("it is told") > 0, "it ended too soon");
        }
        // What it says is read on, so that it never waits for that.
        thread::spawn(move || io::copy(&mut said, &mut io::sink()));
        Self(child)
    }

    fn signal(&self, signal: Signal) {
        let _ = kill_process_group(Pid::from_child(&self.0), signal);
    }

    fn has_changed(&self, how: WaitIdOptions) -> bool {
        let how = how | WaitIdOptions::NOHANG;
        let seen = waitid(WaitId::Pid(Pid::from_child(&self.0)), how).expect("it is a child");
        seen.is_some()
    }

    /// Waits until all of it stands still. On a busy machine a start may take so long that it does
    /// not stop for once, so it is asked again now and then.
    fn is_stopped(&self, time: usize, ask_again: impl Fn()) {
        const MOST_LOOKS: u32 = 60_000;
        for look in 1..=MOST_LOOKS {
            if self.has_changed(WaitIdOptions::STOPPED) {
                return;
            }
            if look % 2_000 == 0 {
                ask_again();
            }
            thread::sleep(Duration::from_millis(1));
        }
        panic!("stop {time} never comes about");
    }

    fn ends_well(mut self) {
        drop(self.0.stdin.take());
        // It may be about to stop once more.
        let ended = loop {
            if let Some(ended) = self.0.try_wait().expect("a child") {
                break ended;
            }
            self.signal(Signal::CONT);
            thread::sleep(INTERVAL);
        };
        assert!(ended.success());
    }
}

impl Drop for Again {
    fn drop(&mut self) {
        self.signal(Signal::KILL);
    }
}
