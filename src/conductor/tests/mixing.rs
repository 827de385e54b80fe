//! What the volumes come to: what is heard, and what is remembered.

use std::fs;

use tempfile::TempDir;

use super::{EndSignal, Outcome, TestProgram};
use crate::choices::{Background, SoundKind};
use crate::conductor::library_access::bed_names;
use crate::config::{Paths, Remembered};
use crate::synthesis::Sounds;
use crate::words::Message;

/// The library is open, and a session for bed chosen; volumes are remembered in a folder.
fn program(home: &TempDir) -> (TestProgram, Paths) {
    let paths = Paths::under(home.path());
    let mut program = TestProgram::at_home(Some(paths.clone()));
    program.screen.app.shared.beds = bed_names(&Sounds::shipped());
    program.load("quiet-in-bed");
    (program, paths)
}

#[tokio::test(start_paused = true)]
async fn what_is_set_is_heard_at_once_and_remembered_when_the_volumes_close() {
    let home = TempDir::new().expect("a folder");
    let (mut program, paths) = program(&home);
    let outcome = program.play("enter 8000 v h j j l j j j l l 500 esc 10 ctrl-c").await;
    assert_eq!(outcome, Outcome::Interrupted(EndSignal::INTERRUPT));
    let log = program.log.lines();
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
        ..Remembered::default()
    };
    assert_eq!(Remembered::load(&paths), remembered);
}

#[tokio::test(start_paused = true)]
async fn what_is_set_survives_an_interrupt_while_the_volumes_are_open() {
    let home = TempDir::new().expect("a folder");
    let (mut program, paths) = program(&home);
    program.play("enter 1000 v j h ctrl-c").await;
    let levels = program.screen.playback.now().levels();
    program.screen.library.remember(levels);
    assert_eq!(Remembered::load(&paths).mix, [(SoundKind::Voice, 60)].into());
}

#[tokio::test(start_paused = true)]
async fn volumes_that_cannot_be_kept_are_told_and_kept_once_they_can_be() {
    let home = TempDir::new().expect("a folder");
    let (mut program, paths) = program(&home);
    fs::create_dir_all(paths.remembered_file()).expect("a folder in its place");
    program.play("enter 1000 v h esc 10 ctrl-c").await;
    program.screen.draw().expect("a frame");
    let note = program.screen.app.shared.quiet_note.clone();
    assert_eq!(note, Some(Message::new("sound-not-kept")));
    fs::remove_dir(paths.remembered_file()).expect("it is gone");
    let levels = program.screen.playback.now().levels().clone();
    program.screen.library.remember(&levels);
    assert_eq!(Remembered::load(&paths).volume, Some(levels.volume));
    program.screen.draw().expect("a frame");
    assert_eq!(program.screen.app.shared.quiet_note, None);
}

#[tokio::test(start_paused = true)]
async fn muting_and_volume_reach_the_speaker() {
    let mut program = TestProgram::new();
    program.play("enter enter 1000 m j j k q").await;
    let heard = ["muted true", "volume 65", "volume 60", "volume 65"];
    let log = program.log.lines();
    let got: Vec<_> =
        log.iter().filter(|line| line.starts_with("muted") || line.starts_with("vol")).collect();
    assert_eq!(got, heard);
}
