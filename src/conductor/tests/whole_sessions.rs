//! Whole sessions, from their first moment to the summary.

use super::*;

#[tokio::test(start_paused = true)]
async fn a_whole_session_plays_to_its_summary() {
    let mut program = TestProgram::new();
    program.load("keyboard-hands");
    program.play("enter 400000 q").await;
    assert!(program.screen().contains("all the way through"), "{}", program.screen());
    assert_eq!(program.log.count("chime start"), 1);
    assert_eq!(program.log.count("chime end"), 1);
}

#[tokio::test(start_paused = true)]
async fn the_chimes_of_a_whole_session_sound_exactly_when_they_are_due() {
    let mut program = TestProgram::new();
    program.load("neck-and-shoulders");
    let ready = program.screen.app.ready().expect("a session about to be played");
    let timeline = Arc::clone(&ready.timeline);
    program.draw_only_from(600);
    program.play("enter 1200000 q").await;
    let due = timeline.cues(0, u64::MAX).iter().filter_map(|cue| match &cue.kind {
        crate::timeline::CueKind::Chime(name) => Some(format!("chime {name} at {}", cue.at)),
        _ => None,
    });
    let heard = program.log.lines().into_iter().filter(|line| line.starts_with("chime"));
    assert_eq!(heard.collect::<Vec<_>>(), due.collect::<Vec<_>>());
}
