//! What comes of the requests of the desktop.

use std::time::Duration;

use super::TestProgram;
use crate::conductor::Outcome;
use crate::desktop::DesktopRequest;
use crate::player::State;
use crate::screens::Screen;

/// A request of the desktop by its word in a script.
pub(in crate::conductor) fn request(word: &str) -> DesktopRequest {
    match word {
        "media-play" => DesktopRequest::Play,
        "media-pause" => DesktopRequest::Pause,
        "media-toggle" => DesktopRequest::PlayPause,
        "media-stop" => DesktopRequest::Stop,
        "media-next" => DesktopRequest::Next,
        "media-previous" => DesktopRequest::Previous,
        "media-to-60-s" => DesktopRequest::SeekTo(Duration::from_secs(60)),
        "media-volume-30" => DesktopRequest::Volume(30),
        "media-quit" => DesktopRequest::Quit,
        other => panic!("no such request: {other}"),
    }
}

/// Where a script leaves the session: its position in milliseconds, and whether it plays.
async fn left_by(script: &str) -> (u64, bool) {
    let mut program = TestProgram::new();
    program.play(&format!("enter enter {script} q")).await;
    let player = program.screen.playback.now().player().expect("a session is on");
    (player.position(), player.state() == State::Playing)
}

#[tokio::test(start_paused = true)]
async fn a_media_key_pauses_and_goes_on() {
    assert_eq!(left_by("8000 media-toggle 5000").await, (8_000, false));
    assert_eq!(left_by("8000 media-toggle 5000 media-toggle 500").await, (8_500, true));
}

#[tokio::test(start_paused = true)]
async fn to_pause_what_is_paused_and_to_play_what_plays_changes_nothing() {
    assert_eq!(left_by("8000 media-pause media-pause 5000").await, (8_000, false));
    assert_eq!(left_by("8000 media-play 500").await, (8_500, true));
}

#[tokio::test(start_paused = true)]
async fn what_is_asked_for_while_the_program_is_suspended_is_done_once_it_goes_on() {
    assert_eq!(left_by("8000 TSTP media-play 500").await, (8_500, true));
    assert_eq!(left_by("8000 TSTP media-toggle 500").await, (8_500, true));
    assert_eq!(left_by("8000 TSTP media-pause 500").await, (8_000, false));
    assert_eq!(left_by("8000 media-pause 10 TSTP media-volume-30 500").await, (8_000, false));
}

#[tokio::test(start_paused = true)]
async fn media_keys_skip_as_the_arrows_do() {
    let next = left_by("8000 right 100").await;
    assert_eq!(left_by("8000 media-next 100").await, next);
    assert_ne!(next.0, 8_100);
    assert_eq!(left_by("1000 media-next media-previous 100").await, (100, true));
    assert_eq!(left_by("8000 media-to-60-s 100").await, (60_100, true));
}

#[tokio::test(start_paused = true)]
async fn help_over_a_session_goes_when_it_is_let_go_on_from_outside() {
    assert_eq!(left_by("8000 ? 1000 media-pause 1000").await, (8_000, false));
    assert_eq!(left_by("8000 ? 1000 media-play 500").await, (8_500, true));
}

#[tokio::test(start_paused = true)]
async fn a_media_key_ends_the_session_and_the_program() {
    let mut program = TestProgram::new();
    program.play("enter enter 8000 media-stop 10 q").await;
    assert!(matches!(program.screen.app.screens.top(), Screen::Summary(_)));
    assert_eq!(TestProgram::new().play("media-quit").await, Outcome::Done);
}

#[tokio::test(start_paused = true)]
async fn in_the_dark_what_pauses_a_session_ends_its_bed_and_lights_nothing() {
    for wish in ["media-toggle", "media-pause", "media-stop", "media-next"] {
        let mut program = TestProgram::new();
        program.load("quiet-in-bed");
        program.draw_only_from(180);
        program.play(&format!("enter 181000 60000 mark {wish} 3000 ctrl-c")).await;
        let ends = program.log.after_mark("fades in 2000 ms");
        assert_eq!(ends, usize::from(wish != "media-next"), "{wish}");
        assert!(!program.screen().contains("leave"), "{wish}: {}", program.screen());
    }
}

#[tokio::test(start_paused = true)]
async fn the_loudness_set_from_outside_is_heard_and_shown() {
    let mut program = TestProgram::new();
    program.play("enter enter 1000 media-volume-30 10 q").await;
    assert!(program.log.lines().contains(&"volume 30".to_owned()));
    assert!(program.screen().contains("♪ 30"), "{}", program.screen());
}

#[tokio::test(start_paused = true)]
async fn requests_where_no_session_is_on_come_to_nothing() {
    let mut program = TestProgram::new();
    program.play("media-toggle media-next media-stop 10 q").await;
    assert!(matches!(program.screen.app.screens.top(), Screen::Home(_)));
}
