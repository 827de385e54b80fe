//! A night with its bed: what is heard and drawn after a session for bed has ended.

use super::*;
use crate::screens::Screen;

/// Plays a session for bed with these keys, each of which may come after a while.
async fn night(script: &str) -> (TestProgram, Outcome) {
    let mut program = TestProgram::new();
    program.load("quiet-in-bed");
    program.draw_only_from(PLAYED_SECONDS);
    let outcome = program.play(script).await;
    (program, outcome)
}

/// The session of three minutes has ended, and a second has passed.
const PLAYED: &str = "enter 191500";
/// Until shortly before that.
const PLAYED_SECONDS: u64 = 188;

fn heard(program: &TestProgram, words: &str) -> Vec<String> {
    let lines = program.log.lines().into_iter();
    lines.filter(|line| line.contains(words)).collect()
}

#[tokio::test(start_paused = true)]
async fn a_session_for_bed_turns_the_sound_to_night_before_anything_is_heard() {
    let (program, _) = night("enter 6000 q").await;
    let lines = program.log.lines();
    let at = |words: &str| lines.iter().position(|line| line.starts_with(words)).expect(words);
    assert!(at("night true") < at("bed"), "{lines:?}");
}

#[tokio::test(start_paused = true)]
async fn at_night_no_chime_ends_a_session_even_where_it_has_one() {
    let mut program = TestProgram::new();
    program.load("neck-and-shoulders");
    program.draw_only_from(600);
    program.play("enter 60000 n 1200000 q").await;
    assert_eq!(program.log.count("chime end"), 0);
    assert!(matches!(program.screen.app.screens.top(), Screen::Dark(_)));
}

#[tokio::test(start_paused = true)]
async fn the_bed_fades_when_the_sleep_timer_has_run_out() {
    let (program, _) = night(&format!("{PLAYED} 1190000 mark 20000 ctrl-c")).await;
    assert_eq!(heard(&program, "fades"), ["fades in 180000 ms"]);
    assert_eq!(program.log.after_mark("fades in 180000 ms"), 1);
}

#[tokio::test(start_paused = true)]
async fn in_the_dark_nothing_is_drawn() {
    let (program, _) = night(&format!("{PLAYED} 10000 mark 1600000 ctrl-c")).await;
    assert_eq!(program.log.after_mark("drawn"), 0);
    assert!(
        program.screen().chars().all(|c| matches!(c, ' ' | '"' | '\n')),
        "{}",
        program.screen()
    );
}

#[tokio::test(start_paused = true)]
async fn a_key_lights_the_line_and_the_dark_comes_back_by_itself() {
    let (program, _) = night(&format!("{PLAYED} 60000 x 100 ctrl-c")).await;
    assert!(program.screen().contains("night, 19 minutes left"), "{}", program.screen());
    let (program, _) = night(&format!("{PLAYED} 60000 x 9000 mark 60000 ctrl-c")).await;
    assert!(!program.screen().contains("left"), "{}", program.screen());
    assert_eq!(program.log.after_mark("drawn"), 0);
}

#[tokio::test(start_paused = true)]
async fn leaving_ends_the_bed_softly_first() {
    let (program, outcome) = night(&format!("{PLAYED} 60000 mark q 5000")).await;
    assert_eq!((program.log.after_mark("fades in 2000 ms"), outcome), (1, Outcome::Done));
}

#[tokio::test(start_paused = true)]
async fn time_in_which_the_machine_slept_counts() {
    let (mut program, _) = night(&format!("{PLAYED} 60000 ctrl-c")).await;
    // The clock of the machine goes on while no timer does.
    tokio::time::advance(Duration::from_secs(8 * 60 * 60)).await;
    let (keys, events) = channel(1);
    let (signals, signalled) = channel(1);
    let soon = tokio::time::sleep(Duration::from_secs(5));
    tokio::select! {
        _ = program.screen.run(ReceiverStream::new(events).map(Ok), signalled) => {}
        () = soon => {}
    }
    drop((keys, signals));
    assert_eq!(heard(&program, "fades"), ["fades in 400 ms"]);
}

/// Tells a session for bed in plain lines, and enters a line after so many milliseconds, if at all.
/// What the bed did, and when.
async fn told_in_lines(script: &str) -> (Vec<String>, Log) {
    use super::lines::Lines;

    let mut lines = Lines::of("quiet-in-bed");
    let ends_at = lines.millis();
    lines.play(script).await;
    let since = |told: &String| {
        let (at, what) = told.split_once(' ')?;
        let state = what.strip_prefix("SleepTimer(")?.strip_suffix(')')?.to_owned();
        let since = at.parse::<u64>().ok()?.saturating_sub(ends_at) / 1_000;
        Some(format!("{state} after {since} s"))
    };
    (lines.told().iter().filter_map(since).collect(), lines.log)
}

#[tokio::test(start_paused = true)]
async fn in_plain_lines_the_bed_plays_on_and_fades_as_well() {
    let (told, log) = told_in_lines("").await;
    assert_eq!(told, ["PlayingOn after 0 s", "Fading after 1200 s", "Over after 1380 s"]);
    assert_eq!(log.count("fades in 180000 ms"), 1);
}

#[tokio::test(start_paused = true)]
async fn in_plain_lines_enter_ends_the_bed() {
    let (told, log) = told_in_lines("240000 line").await;
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!(log.count("fades in 2000 ms"), 1);
}
