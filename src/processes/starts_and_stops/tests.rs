//! A process that starts programs and is stopped meanwhile: a test that runs itself again in a
//! process group of its own, and continues it as a shell would.
#![expect(clippy::disallowed_methods, reason = "started within `start`")]

use std::io::{self, BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
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
/// How long anything may take, on a machine that is busy with other things.
const LIMIT: Duration = Duration::from_secs(60);

#[test]
fn a_stop_comes_about_while_programs_are_started() {
    if std::env::var_os(STOPPED_BY).is_some() {
        while_programs_start(|| {
            println!("{LISTENS}");
            for _ in 0..TIMES {
                stop_until_continued();
                thread::sleep(INTERVAL);
            }
        });
        return;
    }
    let again = Again::run("a_stop_comes_about_while_programs_are_started");
    for time in 0..TIMES {
        again.is_stopped(time);
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
                println!("{LISTENS}");
                for _ in 0..TIMES {
                    asked.recv().await;
                    stop_until_continued();
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
        again.is_stopped(time);
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
        command.stdout(Stdio::piped());
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

    /// Waits until all of it stands still.
    fn is_stopped(&self, time: usize) {
        let mut waited = Duration::ZERO;
        while !self.has_changed(WaitIdOptions::STOPPED) {
            assert!(waited < LIMIT, "stop {time} never comes about");
            thread::sleep(Duration::from_millis(1));
            waited += Duration::from_millis(1);
        }
    }

    fn ends_well(mut self) {
        assert!(self.0.wait().expect("it ends").success());
    }
}

impl Drop for Again {
    fn drop(&mut self) {
        self.signal(Signal::KILL);
    }
}
