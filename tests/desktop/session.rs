//! The whole program on a real message bus: media keys, other players, sleep and the screen lock.

use std::time::{Duration, Instant};

use super::others::{Keepers, Neighbour, after_the_end, eventually, join_hung};
use super::remote::Remote;
use crate::support::bus::Bus;
use crate::support::need;
use crate::support::pty::{Opening, Terminal};
use crate::support::quiet::in_a_quiet_moment;

/// A session that breathes for ten minutes.
const LONG_BREATH: &str = include_str!("../terminal/sessions/long-breath.toml");
/// A session of two seconds.
const BLINK: &str = include_str!("../terminal/sessions/blink.toml");

pub(super) fn bus() -> Option<Bus> {
    need::part(Bus::start(), "dbus-daemon")
}

/// The program on the bus, with these settings.
fn on(bus: &Bus, words: &str, settings: &str) -> Opening {
    Opening::new(words)
        .file("long-breath.toml", LONG_BREATH)
        .file("blink.toml", BLINK)
        .file(".config/unclench/settings.toml", settings)
        .env("DBUS_SESSION_BUS_ADDRESS", &bus.address())
        .env("DBUS_SYSTEM_BUS_ADDRESS", &bus.address())
}

/// A session that plays.
pub(super) fn playing(bus: &Bus, settings: &str) -> Terminal {
    let terminal = on(bus, "play long-breath.toml --mute", settings).start();
    terminal.wait_for("Slower, not bigger.");
    terminal
}

#[test]
fn media_keys_pause_skip_and_end_a_session() {
    let Some(bus) = bus() else { return };
    let terminal = playing(&bus, "");
    let remote = Remote::of(&bus);
    assert_eq!((remote.identity(), remote.status()), ("Unclench".into(), "Playing".into()));
    remote.press("PlayPause");
    terminal.wait_for("Paused");
    eventually("it says so", || remote.status() == "Paused");
    let position = remote.position();
    remote.press("PlayPause");
    terminal.wait_until("it goes on", |sight| !sight.text().contains("Paused"));
    eventually("the position runs on", || remote.position() > position);
    remote.press("Stop");
    terminal.wait_until("the session is over", |sight| !sight.text().contains("Slower"));
    eventually("it has left the bus", || remote.names().is_empty());
}

#[test]
fn next_on_the_only_step_ends_the_session() {
    let Some(bus) = bus() else { return };
    let terminal = playing(&bus, "");
    Remote::of(&bus).press("Next");
    terminal.wait_until("the session is over", |sight| !sight.text().contains("Slower"));
}

#[test]
fn a_session_tells_what_and_where_it_is_and_can_be_sent_elsewhere() {
    let Some(bus) = bus() else { return };
    let terminal = playing(&bus, "");
    let remote = Remote::of(&bus);
    let metadata = remote.metadata();
    // Ten minutes of breath after its words, in microseconds.
    for part in ["A long breath", "Unclench", "604500000", "/unclench/session"] {
        assert!(metadata.contains(part), "{part} is missing in {metadata}");
    }
    remote.seek(300);
    terminal.wait_until("half of it is over", |sight| {
        sight.time_left().is_some_and(|left| (200..=300).contains(&left))
    });
    eventually("it is told so", || (300.0..400.0).contains(&remote.position()));
    remote.set_volume(0.4);
    assert!((remote.volume() - 0.4).abs() < 1e-6);
    remote.quit();
    assert_eq!(terminal.end(), 0);
}

#[test]
fn it_says_what_changes_and_nothing_while_time_alone_goes_by() {
    let Some(bus) = bus() else { return };
    let terminal = playing(&bus, "");
    let remote = Remote::of(&bus);
    let heard = remote.listen();
    let said = || heard.lock().expect("no test failed in here").clone();
    let left = terminal.wait_for(" left").time_left.expect("it plays");
    terminal.wait_until("some time goes by", |sight| {
        sight.time_left().is_some_and(|now| now + 3 <= left)
    });
    assert_eq!(said(), Vec::<String>::new());
    remote.press("Pause");
    eventually("the pause is told", || said() == ["PlaybackStatus"]);
    remote.set_position("/somebody/elses", 90);
    remote.set_position("/unclench/session", 9_000);
    remote.set_position("/unclench/session", 90);
    eventually("the jump is told", || said() == ["PlaybackStatus", "Seeked"]);
    assert!((remote.position() - 90.0).abs() < 0.001, "{}", remote.position());
}

#[test]
fn a_second_one_takes_a_name_of_its_own() {
    let Some(bus) = bus() else { return };
    let _first = playing(&bus, "");
    let remote = Remote::of(&bus);
    let second = playing(&bus, "");
    eventually("both are there", || remote.names().len() == 2);
    let names = remote.names();
    let name = names.iter().find(|name| name.contains(".unclench.instance")).expect("a second");
    remote.named(name).press("Pause");
    second.wait_for("Paused");
    assert_eq!(remote.status(), "Playing");
}

#[test]
fn without_any_wish_it_does_not_come_to_the_bus() {
    let Some(bus) = bus() else { return };
    let before = Remote::addresses_on(&bus).len();
    let mut terminal = playing(&bus, "media-keys = false");
    let left = terminal.sight().time_left();
    terminal.wait_until("time goes by", |sight| sight.time_left() < left);
    assert_eq!(Remote::addresses_on(&bus).len(), before);
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn without_media_keys_it_is_no_player_though_it_is_on_the_bus() {
    let Some(bus) = bus() else { return };
    let keepers = Keepers::join(&bus);
    let mut terminal = playing(&bus, "media-keys = false\nstay-awake = \"sleep\"");
    eventually("sleep is held off", || keepers.sleep().len() == 1);
    terminal.press(" ");
    eventually("sleep is held off no longer", || keepers.sleep().is_empty());
    assert_eq!(Remote::names_on(&bus), Vec::<String>::new());
}

#[test]
fn without_the_wish_no_other_player_is_paused_and_nothing_is_held_off() {
    let Some(bus) = bus() else { return };
    let radio = Neighbour::join(&bus, "radio", "Playing");
    let keepers = Keepers::join(&bus);
    let mut terminal = playing(&bus, "");
    let remote = Remote::of(&bus);
    // It has come to the bus and goes on there: what it asks of others it asks before this.
    for status in ["Paused", "Playing"] {
        remote.press("PlayPause");
        eventually("it says so", || remote.status() == status);
    }
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(radio.told(), Vec::<&str>::new());
    assert_eq!(keepers.asking(), Vec::<String>::new());
}

#[test]
fn another_player_is_paused_for_the_session_and_goes_on_after_it() {
    let Some(bus) = bus() else { return };
    let radio = Neighbour::join(&bus, "radio", "Playing");
    let idle = Neighbour::join(&bus, "idle", "Paused");
    let mut terminal = playing(&bus, "pause-players = true");
    eventually("it pauses", || radio.status() == "Paused");
    // While the session itself is paused, it stays as it is.
    terminal.press(" ");
    terminal.wait_for("Paused");
    eventually("the pause is told", || Remote::of(&bus).status() == "Paused");
    assert_eq!(radio.told(), ["Pause"]);
    terminal.press("\x1b");
    eventually("it goes on", || radio.status() == "Playing");
    assert_eq!(radio.told(), ["Pause", "Play"]);
    assert_eq!(idle.told(), Vec::<&str>::new());
}

#[test]
fn another_player_goes_on_when_the_program_is_left_or_ended() {
    in_a_quiet_moment(|| {
        let Some(bus) = bus() else { return };
        let radio = Neighbour::join(&bus, "radio", "Playing");
        for (keys, code) in [("q", 0), ("\x03", 130)] {
            let mut terminal = playing(&bus, "pause-players = true");
            eventually("it pauses", || radio.status() == "Paused");
            terminal.press(keys);
            assert_eq!(terminal.end(), code);
            after_the_end("it goes on", || radio.status() == "Playing");
        }
    });
}

#[test]
fn after_a_session_at_night_another_player_wakes_nobody() {
    let Some(bus) = bus() else { return };
    let radio = Neighbour::join(&bus, "radio", "Playing");
    let mut terminal = playing(&bus, "pause-players = true");
    eventually("it pauses", || radio.status() == "Paused");
    terminal.press("n");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(radio.told(), ["Pause"]);
}

#[test]
fn a_player_stopped_by_hand_meanwhile_or_gone_is_left_alone() {
    let Some(bus) = bus() else { return };
    let radio = Neighbour::join(&bus, "radio", "Playing");
    let gone = Neighbour::join(&bus, "gone", "Playing");
    let mut terminal = playing(&bus, "pause-players = true");
    eventually("they pause", || radio.status() == "Paused" && gone.status() == "Paused");
    radio.set_status("Stopped");
    drop(gone);
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(radio.told(), ["Pause"]);
}

#[test]
fn sleep_and_the_screen_lock_are_held_off_only_while_it_plays() {
    let Some(bus) = bus() else { return };
    let keepers = Keepers::join(&bus);
    let held = || (keepers.sleep(), keepers.screen());
    let all = || (vec!["Unclench: sleep:idle, block".to_owned()], 1);
    let none = || (Vec::new(), 0);
    let mut terminal = playing(&bus, "stay-awake = \"screen\"");
    eventually("both are held off", || held() == all());
    terminal.press(" ");
    eventually("nothing is held off in a pause", || held() == none());
    terminal.press(" ");
    eventually("both are held off again", || held() == all());
    terminal.press("\x1a");
    terminal.wait_for("the job stopped");
    eventually("a stopped program holds nothing off", || held() == none());
    terminal.press("\n");
    terminal.wait_for("Paused");
    terminal.press(" ");
    eventually("both are held off again", || held() == all());
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    eventually("nothing is held off after the end", || held() == none());
}

#[test]
fn sleep_alone_leaves_the_screen_to_itself() {
    let Some(bus) = bus() else { return };
    let keepers = Keepers::join(&bus);
    let _terminal = playing(&bus, "stay-awake = \"sleep\"");
    eventually("sleep is held off", || keepers.sleep().len() == 1);
    assert_eq!(keepers.screen(), 0);
}

#[test]
fn neighbours_that_hang_delay_no_end() {
    in_a_quiet_moment(|| {
        let Some(bus) = bus() else { return };
        let _hung = join_hung(&bus);
        let radio = Neighbour::join(&bus, "radio", "Playing");
        let mut terminal = playing(&bus, "pause-players = true\nstay-awake = \"screen\"");
        eventually("the one that answers pauses", || radio.status() == "Paused");
        ends_soon(&mut terminal);
        after_the_end("the one that answers goes on", || radio.status() == "Playing");
    });
}

#[test]
fn a_bus_that_hangs_delays_no_end() {
    let wishes = "pause-players = true\nstay-awake = \"screen\"";
    let Some(bus) = bus() else { return };
    let mut before = playing(&bus, wishes);
    Remote::of(&bus);
    bus.freeze();
    let mut after = playing(&bus, wishes);
    ends_soon(&mut before);
    ends_soon(&mut after);
}

/// Leaves, and does so without waiting for those that never answer. The limit is for busy machines:
/// the program itself waits 300 ms at most.
#[expect(clippy::disallowed_methods, reason = "how long the program waits is real time")]
fn ends_soon(terminal: &mut Terminal) {
    let pressed = Instant::now();
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let took = pressed.elapsed();
    assert!(took < Duration::from_secs(10), "it took {took:?}");
}

#[test]
fn a_bus_that_is_not_there_changes_nothing() {
    let wishes = "pause-players = true\nstay-awake = \"screen\"";
    for nowhere in ["unix:path=/nowhere/at/all", "tcp:host=127.0.0.1,port=9", "odd"] {
        let opening = Opening::new("play blink.toml --mute").file("blink.toml", BLINK);
        let opening = opening.file(".config/unclench/settings.toml", wishes);
        let terminal = opening.env("DBUS_SESSION_BUS_ADDRESS", nowhere);
        let mut terminal = terminal.env("DBUS_SYSTEM_BUS_ADDRESS", nowhere).start();
        terminal.wait_for("all the way through");
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn lines_are_controlled_as_the_screen_is() {
    let Some(bus) = bus() else { return };
    let opening = on(&bus, "play long-breath.toml --mute", "").into_a_pipe();
    let terminal = opening.start();
    let remote = Remote::of(&bus);
    remote.press("PlayPause");
    terminal.wait_until("it pauses", |sight| sight.text().contains("Paused."));
    eventually("it stays paused", || remote.status() == "Paused");
    remote.press("Play");
    eventually("it goes on", || remote.status() == "Playing");
    remote.press("Stop");
    assert_eq!(terminal.end(), 0);
}
