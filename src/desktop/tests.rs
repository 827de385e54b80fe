//! What the room computes by itself. What it does on a bus is tried in `tests/desktop.rs`.

use std::time::Duration;

use super::Scene;
use super::inbox::Inbox;
use super::told::Told;

const SCENE: Scene<'_> = Scene {
    title: "A long breath",
    length: Duration::from_mins(10),
    position: Duration::from_mins(1),
    runs: true,
    speed: 2.0,
    volume: 70,
    night: false,
    drifts: false,
};
const NOON: Duration = Duration::from_secs(1_000);

#[test]
fn the_position_runs_on_by_the_clock_at_the_speed_it_plays() {
    let told = Told::new(&SCENE, NOON);
    let later = NOON + Duration::from_secs(5);
    assert_eq!(told.position_at(later), Duration::from_secs(70));
    assert_eq!(told.position_at(NOON + Duration::from_hours(1)), SCENE.length);
}

#[test]
fn the_position_stands_still_in_a_pause() {
    let told = Told::new(&Scene { runs: false, ..SCENE }, NOON);
    assert_eq!(told.position_at(NOON + Duration::from_hours(1)), SCENE.position);
}

#[test]
fn what_time_alone_has_changed_is_no_news() {
    let inbox = Inbox::default();
    assert!(inbox.tell(Some(&SCENE), NOON), "the first needs a thread");
    zbus::block_on(inbox.next());
    for second in 1..100 {
        let gone = Duration::from_secs(second);
        let scene = Scene { position: SCENE.position + 2 * gone, ..SCENE };
        assert!(!inbox.tell(Some(&scene), NOON + gone));
    }
    assert!(inbox.leave(), "there is nothing to be seen to");
}

#[test]
fn a_jump_and_every_other_change_are_news() {
    let told = Told::new(&SCENE, NOON);
    let jump = Scene { position: Duration::from_secs(90), ..SCENE };
    let changes = [
        jump,
        Scene { runs: false, ..SCENE },
        Scene { volume: 65, ..SCENE },
        Scene { night: true, ..SCENE },
        Scene { drifts: true, ..SCENE },
        Scene { length: Duration::from_mins(11), ..SCENE },
        Scene { title: "Another", ..SCENE },
    ];
    for scene in changes {
        assert!(!told.foresaw(&scene, NOON), "{scene:?}");
        assert_eq!(told.jumps_to(&Told::new(&scene, NOON)), scene == jump, "{scene:?}");
    }
}

#[test]
fn a_session_begun_while_the_last_is_put_away_keeps_the_thread() {
    let inbox = Inbox::default();
    inbox.tell(Some(&SCENE), NOON);
    inbox.tell(None, NOON);
    assert_eq!(zbus::block_on(inbox.next()), None);
    assert!(!inbox.tell(Some(&SCENE), NOON), "the thread is still there");
    assert!(!inbox.leave(), "it has to stay");
    assert_eq!(zbus::block_on(inbox.next()), Some(Told::new(&SCENE, NOON)));
}
