//! What is remembered of the first screen from one run to the next.

use tempfile::TempDir;

use super::TestProgram;
use crate::conductor::library_access::LibraryAccess;
use crate::config::{DeclinedSessions, Paths, Remembered};
use crate::format::KnownNames;

/// The first screen, as it opens in this home.
fn arriving(paths: &Paths) -> TestProgram {
    let mut program = TestProgram::new();
    let screen = &mut program.screen;
    screen.library = LibraryAccess::new(
        Some(paths.clone()),
        KnownNames::default(),
        screen.playback.now().levels(),
        4,
    );
    screen.library.look(&mut screen.app);
    screen.library.suggest(&mut screen.app);
    program
}

#[tokio::test(start_paused = true)]
async fn what_is_not_wanted_is_not_offered_again_that_day() {
    let home = TempDir::new().expect("a folder");
    let paths = Paths::under(home.path());
    let mut program = arriving(&paths);
    program.play("o o ctrl-c").await;
    let declined = program.screen.app.shared.declined.clone();
    assert_eq!(declined.len(), 2);
    assert_eq!(arriving(&paths).screen.app.shared.declined, declined);
    let before = DeclinedSessions { day: "2026-11-28".to_owned(), sessions: declined };
    let remembered = Remembered { declined: Some(before), ..Remembered::default() };
    remembered.save(&paths).expect("saved");
    assert!(arriving(&paths).screen.app.shared.declined.is_empty(), "that was another day");
}
