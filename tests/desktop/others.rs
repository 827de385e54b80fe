//! Made-up neighbours on the bus: a player, a login manager and a screen saver.
#![allow(
    clippy::used_underscore_binding,
    clippy::unused_self,
    reason = "the interface macro takes every argument up"
)]

use std::io::Read;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use zbus::message::Header;
use zbus::{Connection, interface};

use super::gate::Gate;
use crate::support::bus::Bus;
use crate::support::pty::LIMIT;

pub(crate) const PATH: &str = "/org/mpris/MediaPlayer2";

/// Waits until something is so.
pub(crate) fn eventually(what: &str, is_so: impl FnMut() -> bool) {
    within(LIMIT, what, is_so);
}

/// Waits until something is so that the program asks for as it ends, when it waits for no answer long.
pub(crate) fn after_the_end(what: &str, is_so: impl FnMut() -> bool) {
    within(Duration::from_secs(5), what, is_so);
}

fn within(limit: Duration, what: &str, mut is_so: impl FnMut() -> bool) {
    for _ in 0..limit.as_millis() / 20 {
        if is_so() {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
    panic!("waited in vain until {what}");
}

/// What a player does and what it was told.
#[derive(Default)]
struct Record {
    status: String,
    told: Vec<&'static str>,
}

struct PlayerInterface {
    record: Arc<Mutex<Record>>,
    gate: Gate,
}

impl PlayerInterface {
    fn tell(&self, what: &'static str, status: &str) {
        let mut record = self.record.lock().expect("no test failed in here");
        record.told.push(what);
        status.clone_into(&mut record.status);
    }
}

#[interface(name = "org.mpris.MediaPlayer2.Player")]
impl PlayerInterface {
    fn play(&self) {
        self.tell("Play", "Playing");
    }

    fn pause(&self) {
        self.tell("Pause", "Paused");
    }

    #[zbus(property)]
    async fn playback_status(&self) -> String {
        self.gate.pass().await;
        self.record.lock().expect("no test failed in here").status.clone()
    }
}

/// Another program that plays.
pub(crate) struct Neighbour {
    /// What it answers when it is asked whether it plays.
    pub(crate) gate: Gate,
    record: Arc<Mutex<Record>>,
    _connection: Connection,
}

impl Neighbour {
    pub(crate) fn join(bus: &Bus, name: &str, status: &str) -> Self {
        let record = Record { status: status.to_owned(), told: Vec::new() };
        let record = Arc::new(Mutex::new(record));
        let builder = bus.builder().name(format!("org.mpris.MediaPlayer2.{name}"));
        let gate = Gate::default();
        let interface = PlayerInterface { record: Arc::clone(&record), gate: gate.clone() };
        let builder = builder.serve_at(PATH, interface);
        let connection = zbus::block_on(builder.build()).expect("a player can join");
        Self { gate, record, _connection: connection }
    }

    pub(crate) fn status(&self) -> String {
        self.record.lock().expect("no test failed in here").status.clone()
    }

    /// What the person does with it by hand.
    pub(crate) fn set_status(&self, status: &str) {
        status.clone_into(&mut self.record.lock().expect("no test failed in here").status);
    }

    pub(crate) fn told(&self) -> Vec<&'static str> {
        self.record.lock().expect("no test failed in here").told.clone()
    }
}

struct HungInterface;

#[interface(name = "org.mpris.MediaPlayer2.Player")]
impl HungInterface {
    #[zbus(property)]
    async fn playback_status(&self) -> String {
        std::future::pending().await
    }
}

/// A player that never answers, and a screen saver and a login manager that do not either.
pub(crate) fn join_hung(bus: &Bus) -> Connection {
    let mut builder = bus.builder().serve_at(PATH, HungInterface);
    for path in ["/org/freedesktop/ScreenSaver", "/org/freedesktop/login1"] {
        builder = builder.serve_at(path, HungSaver).serve_at(path, HungLogin);
    }
    for name in
        ["org.mpris.MediaPlayer2.hung", "org.freedesktop.ScreenSaver", "org.freedesktop.login1"]
    {
        builder = builder.name(name);
    }
    zbus::block_on(builder.build()).expect("they can join")
}

struct HungSaver;

#[interface(name = "org.freedesktop.ScreenSaver")]
impl HungSaver {
    async fn inhibit(&self, _who: &str, _why: &str) -> u32 {
        std::future::pending().await
    }
}

struct HungLogin;

#[interface(name = "org.freedesktop.login1.Manager")]
impl HungLogin {
    async fn inhibit(&self, _what: &str, _who: &str, _why: &str, _mode: &str) -> u32 {
        std::future::pending().await
    }
}

/// What is held off at the moment, and by whom it is known.
#[derive(Default)]
struct Held {
    /// What was asked for, and the end of the pipe that tells when it is let go.
    sleep: Vec<(String, UnixStream)>,
    screen: Vec<u32>,
    cookies: u32,
    asking: Vec<String>,
}

struct Login(Arc<Mutex<Held>>, Gate);

#[interface(name = "org.freedesktop.login1.Manager")]
impl Login {
    async fn inhibit(
        &self,
        what: &str,
        who: &str,
        _why: &str,
        mode: &str,
        #[zbus(header)] header: Header<'_>,
    ) -> zbus::OwnedFd {
        let (ours, theirs) = UnixStream::pair().expect("a pair");
        ours.set_nonblocking(true).expect("it can be looked at");
        let words = format!("{who}: {what}, {mode}");
        {
            let mut held = self.0.lock().expect("no test failed in here");
            held.asking.extend(sender(&header));
            held.sleep.push((words, ours));
        }
        self.1.pass().await;
        OwnedFd::from(theirs).into()
    }
}

struct Saver(Arc<Mutex<Held>>, Gate);

#[interface(name = "org.freedesktop.ScreenSaver")]
impl Saver {
    async fn inhibit(&self, _who: &str, _why: &str, #[zbus(header)] header: Header<'_>) -> u32 {
        let cookie = {
            let mut held = self.0.lock().expect("no test failed in here");
            held.asking.extend(sender(&header));
            held.cookies += 1;
            let cookie = held.cookies;
            held.screen.push(cookie);
            cookie
        };
        self.1.pass().await;
        cookie
    }

    fn un_inhibit(&self, cookie: u32) {
        self.0.lock().expect("no test failed in here").screen.retain(|held| *held != cookie);
    }
}

fn sender(header: &Header<'_>) -> Option<String> {
    header.sender().map(ToString::to_string)
}

/// A login manager and a screen saver.
pub(crate) struct Keepers {
    /// What they answer when they are to hold something off, which they do before they answer.
    pub(crate) gate: Gate,
    held: Arc<Mutex<Held>>,
    _connection: Connection,
}

impl Keepers {
    pub(crate) fn join(bus: &Bus) -> Self {
        let (held, gate) = (Arc::<Mutex<Held>>::default(), Gate::default());
        let builder = bus
            .builder()
            .name("org.freedesktop.login1")
            .name("org.freedesktop.ScreenSaver")
            .serve_at("/org/freedesktop/login1", Login(Arc::clone(&held), gate.clone()))
            .serve_at("/org/freedesktop/ScreenSaver", Saver(Arc::clone(&held), gate.clone()));
        let connection = zbus::block_on(builder.build()).expect("they can join");
        Self { gate, held, _connection: connection }
    }

    /// The addresses on the bus that have asked them for something so far.
    pub(crate) fn asking(&self) -> Vec<String> {
        self.held.lock().expect("no test failed in here").asking.clone()
    }

    /// The screen is held off by nothing any more.
    pub(crate) fn forget_screen(&self) {
        self.held.lock().expect("no test failed in here").screen.clear();
    }

    /// How sleep is held off now.
    pub(crate) fn sleep(&self) -> Vec<String> {
        let mut held = self.held.lock().expect("no test failed in here");
        // A pipe whose other end is closed is at its end; one that is held has nothing to read.
        held.sleep.retain_mut(|(_, pipe)| pipe.read(&mut [0]).is_err());
        held.sleep.iter().map(|(words, _)| words.clone()).collect()
    }

    /// How often the screen saver is held off now.
    pub(crate) fn screen(&self) -> usize {
        self.held.lock().expect("no test failed in here").screen.len()
    }
}
