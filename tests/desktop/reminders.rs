//! Reminders as notices on a real bus, at a made-up service that shows them.
#![allow(
    clippy::used_underscore_binding,
    clippy::unused_self,
    reason = "the interface macro takes every argument up"
)]

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};
use zbus::object_server::SignalEmitter;
use zbus::{Connection, OwnedVariant, interface};

use super::others::eventually;
use super::session::bus;
use crate::support::bus::Bus;
use crate::support::home::Home;
use crate::support::quiet::in_a_quiet_moment;

const PATH: &str = "/org/freedesktop/Notifications";

/// A notice as the service was asked to show it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    replaces: u32,
    title: String,
    body: String,
    answers: Vec<String>,
    expires: i32,
}

#[derive(Default)]
struct Record {
    shown: Vec<Shown>,
    is_undisturbed: bool,
}

struct NoticeInterface(Arc<Mutex<Record>>);

#[interface(name = "org.freedesktop.Notifications")]
impl NoticeInterface {
    #[expect(clippy::too_many_arguments, reason = "as it is called between programs")]
    fn notify(
        &self,
        _program: &str,
        replaces: u32,
        _icon: &str,
        title: String,
        body: String,
        answers: Vec<String>,
        _hints: HashMap<String, OwnedVariant>,
        expires: i32,
    ) -> u32 {
        let mut record = self.0.lock().expect("no test failed in here");
        record.shown.push(Shown { replaces, title, body, answers, expires });
        if replaces == 0 { 7 } else { replaces }
    }

    #[zbus(property)]
    fn inhibited(&self) -> bool {
        self.0.lock().expect("no test failed in here").is_undisturbed
    }

    #[zbus(signal)]
    async fn action_invoked(emitter: &SignalEmitter<'_>, of: u32, key: &str) -> zbus::Result<()>;

    #[zbus(signal)]
    async fn notification_closed(
        emitter: &SignalEmitter<'_>,
        of: u32,
        why: u32,
    ) -> zbus::Result<()>;
}

/// A service that shows notices.
struct Service {
    record: Arc<Mutex<Record>>,
    connection: Connection,
}

impl Service {
    fn join(bus: &Bus) -> Self {
        let record = Arc::new(Mutex::new(Record::default()));
        let interface = NoticeInterface(Arc::clone(&record));
        let builder = bus.builder().name("org.freedesktop.Notifications").serve_at(PATH, interface);
        let connection = zbus::block_on(builder.build()).expect("a service can join");
        Self { record, connection }
    }

    fn shown(&self) -> Vec<Shown> {
        self.record.lock().expect("no test failed in here").shown.clone()
    }

    fn answer(&self, of: u32, key: &str) {
        let emitter = SignalEmitter::new(&self.connection, PATH).expect("a path");
        let said = NoticeInterface::action_invoked(&emitter, of, key);
        zbus::block_on(said).expect("it is said");
    }

    fn close(&self, of: u32) {
        let emitter = SignalEmitter::new(&self.connection, PATH).expect("a path");
        let said = NoticeInterface::notification_closed(&emitter, of, 2);
        zbus::block_on(said).expect("it is said");
    }
}

/// The program in a home with two reminders, on the bus.
fn unclench(home: &Home, bus: &Bus, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unclench"));
    command
        .args(words)
        .current_dir(home.path())
        .stdin(Stdio::null())
        .envs(home.variables())
        .env("PULSE_SERVER", "unix:/nowhere/sound-server")
        .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
        .env("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/system-bus")
        .env("LANG", "en")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DISPLAY")
        .env_remove("TERMINAL");
    command
}

fn home_with_reminders(bus: &Bus) -> Home {
    let home = Home::new();
    for words in [
        &["remind", "add", "Desk break", "--every", "90m", "--session", "short-breath"][..],
        &["remind", "add", "Water", "--water"],
    ] {
        let added = unclench(&home, bus, words).output().expect("it can be started");
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    }
    home
}

/// Shows a reminder and waits until the service has it.
fn tried(home: &Home, bus: &Bus, service: &Service, name: &str) -> Child {
    let before = service.shown().len();
    let mut command = unclench(home, bus, &["remind", "try", name]);
    let child = command.process_group(0).stdout(Stdio::piped()).spawn().expect("it can be started");
    eventually("it is shown", || service.shown().len() > before);
    child
}

fn said(child: Child) -> String {
    let output = child.wait_with_output().expect("it ends");
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn a_reminder_is_shown_with_its_answers_and_goes_when_it_is_answered_or_put_away() {
    let Some(bus) = bus() else { return };
    let (service, home) = (Service::join(&bus), home_with_reminders(&bus));
    let child = tried(&home, &bus, &service, "desk break");
    let shown = service.shown().pop().expect("a notice");
    assert_eq!((shown.replaces, shown.title.as_str()), (0, "Desk break"));
    assert_eq!(shown.answers, ["start", "Start", "snooze", "In 10 minutes", "skip", "Not now"]);
    assert!(shown.body.starts_with("A few minutes for yourself"), "{}", shown.body);
    assert_eq!(shown.expires, 300_000);
    service.answer(6, "start");
    service.answer(7, "skip");
    assert_eq!(said(child), "Desk break: put away\n");
    let child = tried(&home, &bus, &service, "Water");
    assert_eq!(service.shown().pop().expect("a notice").answers.len(), 4);
    service.close(7);
    assert_eq!(said(child), "Water: put away\n");
}

#[test]
fn one_reminder_takes_the_place_of_another_and_none_comes_where_nobody_wants_it() {
    let Some(bus) = bus() else { return };
    let (service, home) = (Service::join(&bus), home_with_reminders(&bus));
    let first = tried(&home, &bus, &service, "Water");
    eventually("its number is kept", || has_number(home.path()));
    let second = tried(&home, &bus, &service, "Desk break");
    assert_eq!(service.shown().pop().expect("a notice").replaces, 7);
    service.close(7);
    assert_eq!(
        (said(first), said(second)),
        ("Water: put away\n".into(), "Desk break: put away\n".into())
    );
    service.record.lock().expect("no test failed in here").is_undisturbed = true;
    let quiet = unclench(&home, &bus, &["remind", "try", "Water"]).output().expect("it ends");
    assert_eq!(quiet.stdout, b"Water: not shown: you asked not to be disturbed\n");
    assert_eq!(service.shown().len(), 2);
}

fn has_number(home: &Path) -> bool {
    let folder = home.join(".local/state/unclench");
    fs::read_to_string(folder.join("shown-reminder")).is_ok_and(|number| number == "7")
}

#[test]
fn start_plays_the_session_by_ear_where_no_terminal_can_be_opened() {
    let Some(bus) = bus() else { return };
    let (service, home) = (Service::join(&bus), home_with_reminders(&bus));
    let mut child = tried(&home, &bus, &service, "desk break");
    service.answer(7, "start");
    let is_kept = || {
        let words = ["journal", "list", "--json"];
        let listed = unclench(&home, &bus, &words).output().expect("it ends");
        String::from_utf8_lossy(&listed.stdout).contains("short-breath")
    };
    eventually("the session plays", is_kept);
    let group = Pid::from_child(&child);
    kill_process_group(group, Signal::TERM).expect("it can be ended");
    child.wait().expect("it ends");
}

#[test]
fn without_a_service_that_shows_notices_that_is_said() {
    let Some(bus) = bus() else { return };
    let home = home_with_reminders(&bus);
    let answer = unclench(&home, &bus, &["remind", "try", "Water"]).output().expect("it ends");
    let said = String::from_utf8_lossy(&answer.stdout);
    assert_eq!(said, "Water: not shown: there is no desktop here that shows notices\n");
}

/// A terminal that writes down what it was to run.
fn made_up_terminal(home: &Home, name: &str) {
    let bin = home.path().join("bin");
    fs::create_dir_all(&bin).expect("a folder");
    let place = bin.join(name);
    fs::write(&place, "#!/bin/sh\necho \"$@\" >opened\n").expect("a script");
    fs::set_permissions(&place, fs::Permissions::from_mode(0o755)).expect("it runs");
}

#[test]
fn start_opens_the_terminal_of_the_desktop_or_of_the_person_with_the_session_in_it() {
    let Some(bus) = bus() else { return };
    let service = Service::join(&bus);
    for (name, own, before) in [("xdg-terminal-exec", "", ""), ("mine", "mine", "-e ")] {
        let home = home_with_reminders(&bus);
        made_up_terminal(&home, name);
        let path = std::env::var("PATH").unwrap_or_default();
        let mut command = unclench(&home, &bus, &["remind", "try", "desk break"]);
        command.env("PATH", format!("{}:{path}", home.path().join("bin").display()));
        command.env("DISPLAY", ":99").env("TERMINAL", own).stdout(Stdio::piped());
        let count = service.shown().len();
        let child = command.spawn().expect("it can be started");
        eventually("it is shown", || service.shown().len() > count);
        service.answer(7, "start");
        assert_eq!(said(child), "Desk break: begun\n");
        let opened = fs::read_to_string(home.path().join("opened")).expect("it was opened");
        let program = env!("CARGO_BIN_EXE_unclench");
        assert!(opened.starts_with(before), "{opened}");
        assert!(opened.trim().ends_with(&format!("{program} play short-breath")), "{opened}");
    }
}

/// A desktop that knows for how long nothing was touched, in milliseconds.
struct IdleInterface(Arc<AtomicU64>);

#[interface(name = "org.gnome.Mutter.IdleMonitor")]
impl IdleInterface {
    #[zbus(name = "GetIdletime")]
    fn idle_time(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Lets a desktop tell that nothing was touched for so long; it can be told otherwise later.
fn idle(bus: &Bus, millis: u64) -> (Arc<AtomicU64>, Connection) {
    let idle = Arc::new(AtomicU64::new(millis));
    let builder = bus.builder().name("org.gnome.Mutter.IdleMonitor");
    let interface = IdleInterface(Arc::clone(&idle));
    let builder = builder.serve_at("/org/gnome/Mutter/IdleMonitor/Core", interface);
    (idle, zbus::block_on(builder.build()).expect("a service can join"))
}

/// A desktop on which something keeps the screen awake.
struct SessionInterface;

#[interface(name = "org.gnome.SessionManager")]
impl SessionInterface {
    #[zbus(name = "IsInhibited")]
    fn is_inhibited(&self, of: u32) -> bool {
        of == 8
    }
}

#[test]
fn none_comes_while_the_person_is_away_or_a_film_keeps_the_screen_awake() {
    let Some(bus) = bus() else { return };
    let (service, home) = (Service::join(&bus), home_with_reminders(&bus));
    let came_to = || {
        let answer = unclench(&home, &bus, &["remind", "try", "Water"]).output().expect("it ends");
        String::from_utf8(answer.stdout).expect("text")
    };
    let (_, away) = idle(&bus, 200_000);
    assert!(came_to().contains("nobody is here"));
    zbus::block_on(away.close()).expect("it can leave");
    let builder = bus.builder().name("org.gnome.SessionManager");
    let builder = builder.serve_at("/org/gnome/SessionManager", SessionInterface);
    let film = zbus::block_on(builder.build()).expect("a service can join");
    assert!(came_to().contains("keeps the screen awake"));
    zbus::block_on(film.close()).expect("it can leave");
    assert!(service.shown().is_empty());
}

#[test]
fn what_is_put_off_comes_again_ten_minutes_later() {
    // A service that answers later than within two seconds counts as not there.
    in_a_quiet_moment(|| {
        let Some(bus) = bus() else { return };
        let (service, home) = (Service::join(&bus), home_with_reminders(&bus));
        // A second is ten minutes here.
        let mut command = unclench(&home, &bus, &["remind", "try", "Water", "--speed", "600"]);
        let child = command.stdout(Stdio::piped()).spawn().expect("it can be started");
        eventually("it is shown", || service.shown().len() == 1);
        let put_off = Instant::now();
        service.answer(7, "snooze");
        eventually("it is shown again", || service.shown().len() == 2);
        assert!(put_off.elapsed() >= Duration::from_secs(1), "{:?}", put_off.elapsed());
        service.answer(7, "skip");
        assert_eq!(said(child), "Water: put away\n");
    });
}

/// How long after somebody came back from their desk a break is shown to them, that was due every
/// three seconds.
fn shown_after_coming_back(bus: &Bus) -> Duration {
    let (service, home) = (Service::join(bus), Home::new());
    let wish = ["--every", "60m", "--between", "0:00-23:59", "--session", "short-breath"];
    let words = [&["remind", "add", "break"][..], &wish].concat();
    let added = unclench(&home, bus, &words).output().expect("it can be started");
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    let (idle, away) = idle(bus, 600_000);
    // An hour is three seconds here.
    let mut command = unclench(&home, bus, &["remind", "run", "--speed", "1200"]);
    let mut child = command.stdout(Stdio::piped()).spawn().expect("it can be started");
    let mut told = BufReader::new(child.stdout.take().expect("it is read")).lines();
    let is_rest = |line: String| line.contains("not shown").then_some(());
    told.by_ref().map_while(Result::ok).find_map(is_rest).expect("it is told that nobody is here");
    // Three quarters of an hour later, a quarter before the next.
    thread::sleep(Duration::from_millis(2_250));
    let back = Instant::now();
    idle.store(0, Ordering::Relaxed);
    eventually("it is shown", || !service.shown().is_empty());
    let shown_after = back.elapsed();
    let _ = child.kill();
    child.wait().expect("it ends");
    zbus::block_on(away.close()).expect("it can leave");
    shown_after
}

#[test]
fn time_away_counts_as_the_break() {
    let Some(bus) = bus() else { return };
    // A busy machine may stand still for what is half an hour here, so it may be tried again.
    let half_an_hour = Duration::from_millis(1_490);
    let shown: Vec<_> =
        (0..3).map(|_| shown_after_coming_back(&bus)).take_while(|it| *it < half_an_hour).collect();
    assert!(shown.len() < 3, "{shown:?}");
}
