//! What is remembered from one run to the next.

use std::fs;

use super::home;
use crate::choices::{Background, SoundKind};
use crate::config::{DeclinedSessions, Remembered};

#[test]
fn lines_of_what_is_remembered_that_cannot_be_read_are_put_aside_and_kept_there() {
    let (_folder, paths) = home();
    fs::create_dir_all(&paths.state).expect("a folder");
    let write = |text: &str| fs::write(paths.remembered_file(), text).expect("a file");
    let aside = || fs::read_to_string(Remembered::aside(&paths)).expect("a file");
    let newer = Remembered { volume: Some(35), ..Remembered::default() };
    write("volume = 20\nbed = = 3\nnothing at all\n[mix]\nbed = 10\n");
    assert_eq!(Remembered::broken_lines(&paths), 2);
    newer.save(&paths).expect("saved");
    assert_eq!(aside(), "bed = = 3\nnothing at all\n");
    assert_eq!(Remembered::broken_lines(&paths), 0);
    assert_eq!(Remembered::load(&paths).mix, [(SoundKind::Bed, 10)].into());
    write("another\nbed = = 3\n");
    newer.save(&paths).expect("saved");
    assert_eq!(aside(), "bed = = 3\nnothing at all\nanother\n");
    write(&"no\n".repeat(300));
    newer.save(&paths).expect("saved");
    assert!(aside().ends_with("another\nno\n"), "{}", aside());
}

#[test]
fn what_is_remembered_tells_why_it_cannot_be_kept() {
    let (_folder, paths) = home();
    assert!(Remembered::state(&paths).fault.is_none());
    fs::create_dir_all(paths.remembered_file()).expect("a folder in its place");
    let fault = Remembered::state(&paths).fault.expect("a fault");
    assert_eq!(fault.kind.to_string(), "it is a folder");
    assert!(Remembered::default().save(&paths).is_err());
}

#[test]
fn what_a_later_version_remembers_is_kept() {
    let (_folder, paths) = home();
    fs::create_dir_all(&paths.state).expect("a folder");
    let later = "volume = 900\npages = 3\n[mix]\nwind = 40\nvoice = 30\n";
    fs::write(paths.remembered_file(), later).expect("a file");
    assert_eq!(Remembered::load(&paths).mix, [(SoundKind::Voice, 30)].into());
    let newer = Remembered { volume: Some(35), ..Remembered::load(&paths) };
    newer.save(&paths).expect("saved");
    let text = fs::read_to_string(paths.remembered_file()).expect("text");
    assert!(text.contains("pages = 3") && text.contains("wind = 40"), "{text}");
    assert_eq!(Remembered::load(&paths), newer);
}

#[test]
fn the_volume_is_remembered() {
    let (_folder, paths) = home();
    let remembered = Remembered { volume: Some(35), ..Remembered::default() };
    remembered.save(&paths).expect("saved");
    assert_eq!(Remembered::load(&paths), remembered);
}

#[test]
fn what_is_remembered_is_replaced_whole_and_never_written_into() {
    let (folder, paths) = home();
    let remember =
        |volume| Remembered { volume: Some(volume), ..Remembered::default() }.save(&paths);
    remember(35).expect("saved");
    let kept = folder.path().join("kept.toml");
    fs::hard_link(paths.remembered_file(), &kept).expect("the same file under another name");
    remember(40).expect("saved");
    assert_eq!(fs::read_to_string(&kept).expect("a file"), "volume = 35\n");
}

#[test]
fn the_mix_and_the_background_are_remembered_and_nothing_else_is_forgotten() {
    let (_folder, paths) = home();
    let before = Remembered {
        volume: Some(35),
        background: Some(Background::written("ocean")),
        mix: [(SoundKind::Voice, 40), (SoundKind::Bed, 0)].into(),
        lately: vec!["feet".to_owned()],
        favourites: Some(vec!["jaw-and-temples".to_owned()]),
        plan_variety: Some(3),
        declined: Some(DeclinedSessions {
            day: "2026-11-28".to_owned(),
            sessions: vec!["feet".to_owned()],
        }),
    };
    before.save(&paths).expect("saved");
    assert_eq!(Remembered::load(&paths), before);
    let newer = Remembered { mix: [(SoundKind::Bed, 90)].into(), ..Remembered::default() };
    let both = Remembered { mix: [(SoundKind::Voice, 40), (SoundKind::Bed, 90)].into(), ..before };
    assert_eq!(Remembered::load(&paths).renewed(&newer), both);
}

#[test]
fn the_last_sessions_are_remembered_each_once_and_not_for_ever() {
    let (_folder, paths) = home();
    for id in ["feet", "hands", "feet", "1", "2", "3", "4", "5", "6", "7"] {
        let newer = Remembered { lately: vec![id.to_owned()], ..Remembered::default() };
        Remembered::load(&paths).renewed(&newer).save(&paths).expect("saved");
    }
    assert_eq!(Remembered::load(&paths).lately, ["7", "6", "5", "4", "3", "2", "1", "feet"]);
}

#[test]
fn lines_of_what_is_remembered_that_say_nothing_here_are_named() {
    let (_folder, paths) = home();
    fs::create_dir_all(&paths.state).expect("a folder");
    let text = "volume = \"loud\"\nmuted = 5\nbackground = \"ocean\"\nlately = []\n\
        plan-variety = -1\nfavourites = []\n[mix]\nbed = 10\nvoice = 101\nwind = 4\n\
        [declined]\nday = 3\n[later]\nwhen = 2031-01-01\n";
    fs::write(paths.remembered_file(), text).expect("a file");
    let lines = Remembered::unused_lines(&paths);
    let named: Vec<(usize, &str)> = lines.iter().map(|(at, line)| (*at, line.as_str())).collect();
    let unused = [
        (1, "volume = \"loud\""),
        (2, "muted = 5"),
        (5, "plan-variety = -1"),
        (9, "voice = 101"),
        (10, "wind = 4"),
        (11, "[declined]"),
        (13, "[later]"),
    ];
    assert_eq!(named, unused);
    Remembered { volume: Some(35), ..Remembered::default() }.save(&paths).expect("saved");
    assert!(!Remembered::unused_lines(&paths).iter().any(|(_, line)| line.starts_with("volume")));
}

#[test]
fn a_heading_of_what_is_remembered_without_its_bracket_counts_and_loses_nothing() {
    let (_folder, paths) = home();
    fs::create_dir_all(&paths.state).expect("a folder");
    fs::write(paths.remembered_file(), "volume = 20\n[mix\nbed = 10\n").expect("a file");
    assert_eq!(Remembered::broken_lines(&paths), 0);
    Remembered { volume: Some(35), ..Remembered::default() }.save(&paths).expect("saved");
    assert_eq!(Remembered::load(&paths).mix, [(SoundKind::Bed, 10)].into());
    assert!(!Remembered::aside(&paths).exists());
}
