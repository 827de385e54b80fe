//! What the room computes by itself. What it does on a bus is tried in `tests/desktop`.

use std::path::PathBuf;
use std::task::Context;
use std::time::Duration;

use super::ShownSession;
use super::bus::{addresses, in_vain};
use super::inbox::{Inbox, SideWork};
use super::published::Published;

pub(super) const NOW_PLAYING: ShownSession<'_> = ShownSession {
    title: "A long breath",
    length: Duration::from_secs(10 * 60),
    position: Duration::from_secs(60),
    runs: true,
    speed: 2.0,
    volume: 70,
    night: false,
    bed_plays_on: false,
};
/// Nothing goes on beside.
struct NoWork;

impl SideWork for NoWork {
    fn poll(&mut self, _: &mut Context<'_>) -> bool {
        true
    }

    fn let_go(&mut self) {}
}

const NOON: Duration = Duration::from_secs(1_000);

#[test]
fn the_position_runs_on_by_the_clock_at_the_speed_it_plays() {
    let published = Published::new(&NOW_PLAYING, NOON);
    let later = NOON + Duration::from_secs(5);
    assert_eq!(published.position_at(later), Duration::from_secs(70));
    assert_eq!(published.position_at(NOON + Duration::from_secs(60 * 60)), NOW_PLAYING.length);
}

#[test]
fn the_position_stands_still_in_a_pause() {
    let published = Published::new(&ShownSession { runs: false, ..NOW_PLAYING }, NOON);
    assert_eq!(published.position_at(NOON + Duration::from_secs(60 * 60)), NOW_PLAYING.position);
}

#[test]
fn what_time_alone_has_changed_is_no_news() {
    let inbox = Inbox::default();
    assert!(inbox.publish(Some(&NOW_PLAYING), NOON), "the first needs a thread");
    zbus::block_on(inbox.next(&mut NoWork));
    for second in 1..100 {
        let gone = Duration::from_secs(second);
        let now_playing = ShownSession { position: NOW_PLAYING.position + 2 * gone, ..NOW_PLAYING };
        assert!(!inbox.publish(Some(&now_playing), NOON + gone));
    }
    assert!(inbox.leave(), "there is nothing to be seen to");
}

#[test]
fn a_jump_and_every_other_change_are_news() {
    let published = Published::new(&NOW_PLAYING, NOON);
    let jump = ShownSession { position: Duration::from_secs(90), ..NOW_PLAYING };
    let changes = [
        jump,
        ShownSession { runs: false, ..NOW_PLAYING },
        ShownSession { volume: 65, ..NOW_PLAYING },
        ShownSession { night: true, ..NOW_PLAYING },
        ShownSession { bed_plays_on: true, ..NOW_PLAYING },
        ShownSession { length: Duration::from_secs(11 * 60), ..NOW_PLAYING },
        ShownSession { title: "Another", ..NOW_PLAYING },
    ];
    for now_playing in changes {
        assert!(!published.expects(&now_playing, NOON), "{now_playing:?}");
        assert_eq!(
            published.jumps_to(&Published::new(&now_playing, NOON)),
            now_playing == jump,
            "{now_playing:?}"
        );
    }
}

#[test]
fn a_session_begun_while_the_last_is_put_away_keeps_the_thread() {
    let inbox = Inbox::default();
    inbox.publish(Some(&NOW_PLAYING), NOON);
    inbox.publish(None, NOON);
    assert_eq!(zbus::block_on(inbox.next(&mut NoWork)), None);
    assert!(!inbox.publish(Some(&NOW_PLAYING), NOON), "the thread is still there");
    assert!(!inbox.leave(), "it has to stay");
    assert_eq!(zbus::block_on(inbox.next(&mut NoWork)), Some(Published::new(&NOW_PLAYING, NOON)));
}

#[test]
fn every_socket_of_this_machine_that_is_named_is_tried_and_nothing_else() {
    let named = "unix:path=/run/a,guid=0f;tcp:host=far,port=9;odd;unix:path=/x%;unix:tmpdir=/tmp;;\
                 unix:abstract=/tmp/x;unix:guid=0f,path=/run/%C3%bc%20b";
    let found: Vec<String> =
        addresses(Some(named), PathBuf::new).iter().map(ToString::to_string).collect();
    assert_eq!(found, ["unix:path=/run/a", "unix:abstract=/tmp/x", "unix:path=/run/%c3%bc%20b"]);
}

#[test]
fn without_a_name_the_usual_socket_is_tried_whatever_letters_are_in_its_path() {
    for named in [None, Some("")] {
        let found = addresses(named, || PathBuf::from("/run/für mich; 100 %/bus"));
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found, ["unix:path=/run/f%c3%bcr%20mich%3b%20100%20%25/bus"]);
    }
}

#[test]
fn that_night_has_come_is_known_although_the_end_came_before_anybody_looked() {
    let inbox = Inbox::default();
    inbox.publish(Some(&NOW_PLAYING), NOON);
    zbus::block_on(inbox.next(&mut NoWork));
    assert!(!inbox.was_night());
    inbox.publish(Some(&ShownSession { night: true, ..NOW_PLAYING }), NOON);
    inbox.publish(None, NOON);
    assert!(zbus::block_on(inbox.next(&mut NoWork)).is_none());
    assert!(inbox.was_night());
}

#[test]
fn a_bus_that_is_named_and_not_reached_is_told_with_the_reason() {
    let told = |named| in_vain("DBUS_SESSION_BUS_ADDRESS", named).unwrap_or_default();
    for named in ["tcp:host=far,port=9", "odd", "unix:tmpdir=/tmp"] {
        let why =
            "only a socket of this machine, such as unix:path=/run/user/1000/bus, can be used";
        assert_eq!(told(named), format!("DBUS_SESSION_BUS_ADDRESS is `{named}`, and {why}"));
    }
    let why = "DBUS_SESSION_BUS_ADDRESS is `unix:path=/nowhere`, and nobody answers there";
    assert_eq!(told("unix:path=/nowhere"), why);
    assert_eq!(told(""), "");
}
