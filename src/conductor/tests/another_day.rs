//! A program that is left open until another day.

use std::time::SystemTime;

use tempfile::TempDir;

use super::TestProgram;
use crate::conductor::clock::day_at;
use crate::config::Paths;
use crate::profile::load_today;

#[tokio::test(start_paused = true)]
async fn a_program_left_open_until_another_day_asks_anew_and_keeps_the_answers_under_that_day() {
    let folder = TempDir::new().expect("a folder");
    let paths = Paths::under(folder.path());
    let mut program = TestProgram::at_home(Some(paths.clone()));
    program.screen.app.shared.environment.asks_before = true;
    program.screen.app.shared.environment.tells_before = true;
    program.load("feet");
    // Past every page of the first day; a day and a minute later once more.
    let read_on = "enter ".repeat(7);
    let script = format!("{read_on} esc 86460000 a {read_on} esc q");
    program.play(&script).await;
    let today = &program.screen.app.shared.today;
    assert!(!today.asked().is_empty());
    let (kept, damaged) = load_today(&paths, today.day());
    assert_eq!((kept.asked(), damaged), (today.asked(), None));
    assert_ne!(today.day(), day_at(SystemTime::UNIX_EPOCH, 4));
}
