//! What is remembered of the first screen from one run to the next.

use tempfile::TempDir;

use super::TestProgram;
use crate::config::{DeclinedSessions, Paths, Remembered};

#[tokio::test(start_paused = true)]
async fn what_is_not_wanted_is_not_offered_again_that_day() {
    let home = TempDir::new().expect("a folder");
    let paths = Paths::under(home.path());
    let arriving = || TestProgram::at_home(Some(paths.clone()));
    let mut program = arriving();
    program.play("o o ctrl-c").await;
    let declined = program.screen.app.shared.declined.clone();
    assert_eq!(declined.len(), 2);
    assert_eq!(arriving().screen.app.shared.declined, declined);
    let before = DeclinedSessions { day: "2026-11-28".to_owned(), sessions: declined };
    let remembered = Remembered { declined: Some(before), ..Remembered::default() };
    remembered.save(&paths).expect("saved");
    assert!(arriving().screen.app.shared.declined.is_empty(), "that was another day");
}

#[tokio::test(start_paused = true)]
async fn a_session_that_was_only_looked_at_was_not_played() {
    for (script, played) in
        [("enter 10000 esc 10 q", vec![]), ("enter 400000 q", vec!["keyboard-hands"])]
    {
        let home = TempDir::new().expect("a folder");
        let paths = Paths::under(home.path());
        let mut program = TestProgram::at_home(Some(paths.clone()));
        program.load("keyboard-hands");
        program.play(script).await;
        assert_eq!(Remembered::load(&paths).lately, played, "{script}");
    }
}
