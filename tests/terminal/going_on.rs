//! What the first screen knows of the journal: a session that was killed is offered where it stopped.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use rusqlite::Connection;

use super::openings::LONG_BREATH;
use crate::support::home::Home;
use crate::support::pty::{LIMIT, Opening};

const JOURNAL: &str = ".local/state/unclench/journal/journal.db";
const OWN: &str = ".local/share/unclench/sessions/long-breath.toml";

/// How far the last session in the journal of a home has come, in milliseconds.
fn position(home: &Home) -> Option<u64> {
    let place = home.path().join(JOURNAL);
    let journal = place.exists().then(|| Connection::open(place).ok()).flatten()?;
    let asked = "SELECT position FROM entry ORDER BY key DESC LIMIT 1";
    journal.query_row(asked, [], |row| row.get::<_, i64>(0)).ok().map(i64::unsigned_abs)
}

#[test]
fn after_a_kill_the_first_screen_offers_to_go_on_at_the_second_that_was_kept() {
    let opening = Opening::new("").size(100, 30).file(OWN, LONG_BREATH);
    let home = opening.home();
    let mut command = Command::new(env!("CARGO_BIN_EXE_unclench"));
    command
        .args(["play", "long-breath", "--plain", "--mute", "--speed", "16"])
        .current_dir(home.path())
        .envs(home.variables())
        .env("PULSE_SERVER", "unix:/nowhere/sound-server")
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/session-bus")
        .env("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/system-bus")
        .env("UNCLENCH_ASK_BEFORE", "false")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = command.spawn().expect("the program can be started");
    let pause = Duration::from_millis(20);
    let is_far = (0..LIMIT.as_millis() / 20).any(|_| {
        sleep(pause);
        position(home).is_some_and(|position| position > 30_000)
    });
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    assert!(is_far, "it was kept how far it came");
    // A place on a timeline is told to the nearest second.
    let kept = (position(home).expect("an entry") + 500) / 1_000;
    let mut terminal = opening.start();
    let offer = format!("go on with A long breath at {}:{:02}", kept / 60, kept % 60);
    terminal.wait_for(&offer);
    terminal.press("c");
    terminal.wait_for("Slower, not bigger");
    terminal.press("q");
}

#[test]
fn the_first_screen_says_that_nothing_is_kept_before_anything_is_played() {
    let opening = Opening::new("").size(100, 30);
    let home = opening.home();
    let place = home.path().join(JOURNAL);
    fs::create_dir_all(place.parent().expect("a folder")).expect("it is made");
    let journal = Connection::open(place).expect("it can be made");
    journal.pragma_update(None, "user_version", 99).expect("a later version");
    drop(journal);
    let mut terminal = opening.start();
    terminal.wait_for("Your journal is from a newer Unclench");
    terminal.press("q");
}
