//! What the volumes come to: what is heard, and what is remembered.

use std::fs;

use tempfile::TempDir;

use super::{EndSignal, Evening, Outcome};
use crate::choices::{Background, SoundKind};
use crate::conductor::library_access::{LibraryAccess, bed_names};
use crate::config::{Paths, Remembered};
use crate::format::Shelf;
use crate::synthesis::Sounds;
use crate::words::Message;

/// The library is open, and a session for bed chosen; volumes are remembered in a folder.
fn evening(home: &TempDir) -> (Evening, Paths) {
    let paths = Paths::under(home.path());
    let mut evening = Evening::new();
    let screen = &mut evening.screen;
    screen.library =
        LibraryAccess::new(Some(paths.clone()), Shelf::default(), screen.playback.now().levels());
    screen.library.look(&mut screen.app);
    screen.app.shared.beds = bed_names(&Sounds::shipped());
    evening.load("three-minutes-in-bed");
    (evening, paths)
}

#[tokio::test(start_paused = true)]
async fn what_is_set_is_heard_at_once_and_remembered_when_the_volumes_close() {
    let home = TempDir::new().expect("a folder");
    let (mut evening, paths) = evening(&home);
    let outcome = evening.play("enter 8000 v h j j l j j j l l 500 esc 10 ctrl-c").await;
    assert_eq!(outcome, Outcome::Interrupted(EndSignal::INTERRUPT));
    let log = evening.log.lines();
    let heard = |line: &&String| ["vol", "Chimes", "bed"].iter().any(|it| line.starts_with(it));
    let expected = [
        "bed Some(\"night\") at 0",
        "volume 60",
        "Chimes 80",
        "bed None at 8000",
        "bed Some(\"bowl-drone\") at 8000",
    ];
    assert_eq!(log.iter().filter(heard).collect::<Vec<_>>(), expected);
    let remembered = Remembered {
        volume: Some(60),
        background: Some(Background::written("bowl-drone")),
        mix: [(SoundKind::Chimes, 80)].into(),
    };
    assert_eq!(Remembered::load(&paths), remembered);
}

#[tokio::test(start_paused = true)]
async fn what_is_set_survives_an_interrupt_while_the_volumes_are_open() {
    let home = TempDir::new().expect("a folder");
    let (mut evening, paths) = evening(&home);
    evening.play("enter 1000 v j h ctrl-c").await;
    let levels = evening.screen.playback.now().levels();
    evening.screen.library.remember(levels);
    assert_eq!(Remembered::load(&paths).mix, [(SoundKind::Voice, 60)].into());
}

#[tokio::test(start_paused = true)]
async fn volumes_that_cannot_be_kept_are_told_and_kept_once_they_can_be() {
    let home = TempDir::new().expect("a folder");
    let (mut evening, paths) = evening(&home);
    fs::create_dir_all(paths.remembered_file()).expect("a folder in its place");
    evening.play("enter 1000 v h esc 10 ctrl-c").await;
    evening.screen.draw().expect("a frame");
    let note = evening.screen.app.shared.sound_note.clone();
    assert_eq!(note, Some(Message::new("sound-not-kept")));
    fs::remove_dir(paths.remembered_file()).expect("it is gone");
    let levels = evening.screen.playback.now().levels().clone();
    evening.screen.library.remember(&levels);
    assert_eq!(Remembered::load(&paths).volume, Some(levels.volume));
    evening.screen.draw().expect("a frame");
    assert_eq!(evening.screen.app.shared.sound_note, None);
}
