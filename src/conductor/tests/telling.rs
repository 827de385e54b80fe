//! What is told on the screen of the profile: kept at once, and heeded by the next session.

use tempfile::TempDir;

use super::TestProgram;
use crate::config::Paths;
use crate::profile::KeptProfile;
use crate::session::Tool;

#[tokio::test(start_paused = true)]
async fn what_is_told_lies_in_the_file_before_the_program_ends() {
    let home = TempDir::new().expect("a folder");
    let paths = Paths::under(home.path());
    let mut program = TestProgram::at_home(Some(paths.clone()));
    program.play("y enter 10 ctrl-c").await;
    let (kept, errors) = KeptProfile::load(&paths);
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(kept.profile.tools, Some(vec![Tool::Ball]));
    assert_eq!(program.screen.app.shared.person.profile, kept.profile);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_kept_is_said_where_it_is_told() {
    let home = TempDir::new().expect("a folder");
    let paths = Paths::under(home.path());
    std::fs::create_dir_all(paths.profile_file()).expect("a folder where the file would be");
    let mut program = TestProgram::at_home(Some(paths));
    program.play("y enter 10 ctrl-c").await;
    assert!(program.screen().contains("could not be kept"), "{}", program.screen());
}
