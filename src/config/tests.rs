//! What settings promise.

use std::fs;

use tempfile::TempDir;

use super::{Paths, Remembered, Settings, StayAwake, Surroundings};

fn home() -> (TempDir, Paths) {
    let folder = TempDir::new().expect("a temporary folder");
    let paths = Paths::under(folder.path());
    (folder, paths)
}

fn settings_from(text: &str) -> Result<Settings, String> {
    let (_folder, paths) = home();
    fs::create_dir_all(&paths.config).expect("a folder");
    fs::write(paths.settings_file(), text).expect("a file");
    let error = Settings::load(&paths).map_err(|error| error.to_string());
    error.map_err(|error| error.replace(&paths.config.display().to_string(), ""))
}

#[test]
fn no_file_gives_the_defaults() {
    let (_folder, paths) = home();
    assert_eq!(Settings::load(&paths).expect("defaults"), Settings::default());
}

#[test]
fn the_defaults_survive_being_written_and_read() {
    let text = toml::to_string(&Settings::default()).expect("text");
    assert_eq!(settings_from(&text), Ok(Settings::default()));
}

#[test]
fn one_key_is_enough() {
    let settings = settings_from("reduced-motion = true").expect("valid");
    assert_eq!(settings, Settings { reduced_motion: true, ..Settings::default() });
}

#[test]
fn the_desktop_is_left_as_it_is_unless_asked() {
    let Settings { pause_players, stay_awake, .. } = Settings::default();
    assert_eq!((pause_players, stay_awake), (false, StayAwake::Never));
    let settings = settings_from("pause-players = true\nstay-awake = \"screen\"").expect("valid");
    assert_eq!((settings.pause_players, settings.stay_awake), (true, StayAwake::Screen));
}

#[test]
fn an_unknown_key_is_named_with_its_file() {
    let error = settings_from("loudness = 3").expect_err("unknown");
    assert!(error.contains("settings.toml") && error.contains("loudness"), "{error}");
}

#[test]
fn a_volume_over_a_hundred_is_refused() {
    let error = settings_from("volume = 101").expect_err("too loud");
    assert!(error.contains("0 to 100"), "{error}");
}

#[test]
fn the_volume_is_remembered() {
    let (_folder, paths) = home();
    let remembered = Remembered { volume: Some(35) };
    remembered.save(&paths).expect("saved");
    assert_eq!(Remembered::load(&paths), remembered);
}

#[test]
fn garbage_is_simply_not_remembered() {
    let (_folder, paths) = home();
    fs::create_dir_all(&paths.state).expect("a folder");
    fs::write(paths.remembered_file(), "volume = 900").expect("a file");
    assert_eq!(Remembered::load(&paths), Remembered::default());
}

#[test]
fn an_empty_no_color_means_nothing() {
    let with = |value: &'static str| {
        Surroundings::from_lookup(|name| (name == "NO_COLOR").then(|| value.into()))
    };
    assert!(!with("").no_color);
    assert!(with("1").no_color);
}
