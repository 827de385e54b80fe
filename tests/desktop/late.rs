//! Services that answer late: what they were asked for is undone once they have answered.

use std::time::Duration;

use super::others::{Keepers, Neighbour, eventually};
use super::remote::Remote;
use super::session::{bus, playing};

const BOTH: &str = "stay-awake = \"screen\"";

fn held(keepers: &Keepers) -> (usize, usize) {
    (keepers.sleep().len(), keepers.screen())
}

#[test]
fn a_pause_before_a_service_has_answered_holds_nothing_off() {
    let Some(bus) = bus() else { return };
    let keepers = Keepers::join(&bus);
    keepers.gate.close();
    let mut terminal = playing(&bus, BOTH);
    eventually("both are asked for", || held(&keepers) == (1, 1) && keepers.gate.waiting() == 2);
    terminal.press(" ");
    terminal.wait_for("Paused");
    eventually("the pause is told", || Remote::of(&bus).status() == "Paused");
    keepers.gate.open();
    eventually("nothing is held off", || held(&keepers) == (0, 0));
    terminal.press(" ");
    eventually("both are held off again", || held(&keepers) == (1, 1));
}

#[test]
fn an_end_before_a_service_has_answered_holds_nothing_off_either() {
    let Some(bus) = bus() else { return };
    let keepers = Keepers::join(&bus);
    keepers.gate.close();
    let terminal = playing(&bus, BOTH);
    eventually("both are asked for", || held(&keepers) == (1, 1) && keepers.gate.waiting() == 2);
    Remote::of(&bus).press("Stop");
    terminal.wait_until("the session is over", |sight| !sight.text().contains("Slower"));
    eventually("it has left the bus", || Remote::names_on(&bus).is_empty());
    keepers.gate.open();
    eventually("nothing is held off", || held(&keepers) == (0, 0));
}

#[test]
fn a_service_that_answers_late_is_asked_once_however_often_the_session_pauses_meanwhile() {
    let Some(bus) = bus() else { return };
    let keepers = Keepers::join(&bus);
    keepers.gate.close();
    let _terminal = playing(&bus, BOTH);
    let remote = Remote::of(&bus);
    for _ in 0..3 {
        for status in ["Paused", "Playing"] {
            remote.press("PlayPause");
            eventually("it is told so", || remote.status() == status);
        }
    }
    assert_eq!(held(&keepers), (1, 1));
    keepers.gate.open();
    eventually("both have answered", || keepers.gate.waiting() == 0);
    remote.press("PlayPause");
    eventually("nothing is held off in a pause", || held(&keepers) == (0, 0));
}

#[test]
fn before_it_stands_still_the_program_leaves_a_service_that_does_not_answer() {
    let Some(bus) = bus() else { return };
    let keepers = Keepers::join(&bus);
    keepers.gate.close();
    let mut terminal = playing(&bus, BOTH);
    eventually("both are asked for", || keepers.gate.waiting() == 2);
    assert!(keepers.asking().iter().all(|name| bus.knows(name)), "{:?}", keepers.asking());
    terminal.press("\x1a");
    terminal.wait_for("the job stopped");
    eventually("who asked is gone", || !keepers.asking().iter().any(|name| bus.knows(name)));
    keepers.gate.open();
    eventually("sleep is not held off", || keepers.sleep().is_empty());
    // The one that held the screen is gone, and a real screen saver sees that.
    keepers.forget_screen();
    terminal.press("\n");
    terminal.wait_for("Paused");
    terminal.press(" ");
    eventually("both are held off again", || held(&keepers) == (1, 1));
}

#[test]
fn another_player_that_answers_late_goes_on_all_the_same() {
    let Some(bus) = bus() else { return };
    let radio = Neighbour::join(&bus, "radio", "Playing");
    let mut terminal = playing(&bus, "pause-players = true");
    eventually("it pauses", || radio.status() == "Paused");
    radio.gate.close();
    terminal.press("\x1b");
    eventually("it is asked whether it still is", || radio.gate.waiting() == 1);
    // Longer than anything else on a bus is waited for.
    std::thread::sleep(Duration::from_secs(3));
    radio.gate.open();
    eventually("it goes on", || radio.status() == "Playing");
    assert_eq!(radio.told(), ["Pause", "Play"]);
}

#[test]
fn another_player_that_says_only_after_the_session_that_it_plays_is_left_alone() {
    let Some(bus) = bus() else { return };
    let radio = Neighbour::join(&bus, "radio", "Playing");
    radio.gate.close();
    let _terminal = playing(&bus, "pause-players = true");
    eventually("it is asked whether it plays", || radio.gate.waiting() == 1);
    Remote::of(&bus).press("Stop");
    eventually("it has left the bus", || {
        Remote::names_on(&bus).iter().all(|it| it.ends_with("radio"))
    });
    radio.gate.open();
    eventually("it has answered", || radio.gate.waiting() == 0);
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(radio.told(), Vec::<&str>::new());
}
