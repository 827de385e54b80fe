//! What settings promise.

use std::fs;

use tempfile::TempDir;

use super::{Paths, Remembered, Settings, Surroundings, VoiceSettings};
use crate::choices::{Background, EngineChoice, EngineKind, Mix, SoundKind, StayAwake};

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
fn the_sleep_timer_is_set_in_minutes_and_never_lasts_all_night() {
    let settings = settings_from("sleep-timer = 45").expect("valid");
    assert_eq!(settings, Settings { sleep_timer: 45, ..Settings::default() });
    assert_eq!(settings_from(&toml::to_string(&settings).expect("text")), Ok(settings));
    let error = settings_from("sleep-timer = 46").expect_err("too long");
    assert!(error.contains("0 to 45 minutes, not 46"), "{error}");
}

#[test]
fn a_slip_is_told_with_its_line_and_what_would_fit() {
    let told = |text: &str| settings_from(text).expect_err("a slip");
    let flag = told("volume = 50\nbreath-tone = \"yes\"");
    let what = "line 2, `breath-tone = \"yes\"`: \"yes\" does not fit; write `true` or `false`";
    assert!(flag.ends_with(what), "{flag}");
    let word = told("night = \"often\"");
    let what = "`often` does not fit; choose among `bed`, `clock`, `never`";
    assert!(word.ends_with(what), "{word}");
    let name = told("[mix]\nbells = 3");
    assert!(name.contains("line 2, `bells = 3`: there is no setting `bells`; the"), "{name}");
    let less = told("[mix]\nvoice = -1");
    assert!(less.ends_with("`-1` does not fit; write a whole number from 0 to 100"), "{less}");
}

#[test]
fn numbers_out_of_range_are_told_all_at_once() {
    let told = settings_from("volume = 120\nsleep-timer = 90").expect_err("two slips");
    assert!(told.contains("not 120; sleep-timer"), "{told}");
}

#[test]
fn the_volume_is_remembered() {
    let (_folder, paths) = home();
    let remembered = Remembered { volume: Some(35), ..Remembered::default() };
    remembered.save(&paths).expect("saved");
    assert_eq!(Remembered::load(&paths), remembered);
}

#[test]
fn the_mix_and_the_background_are_remembered_and_nothing_else_is_forgotten() {
    let (_folder, paths) = home();
    let before = Remembered {
        volume: Some(35),
        background: Some(Background::written("ocean")),
        mix: [(SoundKind::Voice, 40), (SoundKind::Bed, 0)].into(),
    };
    before.save(&paths).expect("saved");
    assert_eq!(Remembered::load(&paths), before);
    let newer = Remembered { mix: [(SoundKind::Bed, 90)].into(), ..Remembered::default() };
    let both = Remembered { mix: [(SoundKind::Voice, 40), (SoundKind::Bed, 90)].into(), ..before };
    assert_eq!(Remembered::load(&paths).renewed(&newer), both);
}

#[test]
fn what_is_remembered_of_the_mix_wins_over_the_settings_and_the_rest_stays() {
    let settings = settings_from("breath-tone = false\n[mix]\nvoice = 30").expect("valid");
    let first = Mix { voice: 30, chimes: 70, breath: 0, bed: 70 };
    assert_eq!(settings.first_mix(), first);
    let recalled = first.recalling(&[(SoundKind::Breath, 50)].into());
    assert_eq!(recalled, Mix { breath: 50, ..first });
}

#[test]
fn a_mix_out_of_range_is_told_with_the_range() {
    let error = settings_from("[mix]\nchimes = 120").expect_err("too loud");
    assert!(error.contains("mix.chimes is 0 to 100, not 120"), "{error}");
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

#[test]
fn the_voice_can_be_set() {
    let text =
        "[voice]\nengine = \"espeak-ng\"\nname = \"gmw/en\"\nwords-per-minute = 100\ncache-mib = 0";
    let wanted = VoiceSettings {
        engine: EngineChoice::First(EngineKind::EspeakNg),
        name: Some("gmw/en".to_owned()),
        words_per_minute: Some(100),
        pitch: 50,
        cache_mib: 0,
    };
    assert_eq!(settings_from(text).map(|settings| settings.voice), Ok(wanted.clone()));
    let all = Settings { voice: wanted, ..Settings::default() };
    assert_eq!(settings_from(&toml::to_string(&all).expect("text")), Ok(all));
}

#[test]
fn an_unknown_engine_is_told_with_those_there_are() {
    let error = settings_from("[voice]\nengine = \"hal\"").expect_err("unknown");
    for word in ["settings.toml", "hal", "auto", "none", "piper", "espeak-ng", "say", "sapi"] {
        assert!(error.contains(word), "{word}: {error}");
    }
}

#[test]
fn a_voice_out_of_range_is_told_with_the_range() {
    let told = |text: &str| settings_from(&format!("[voice]\n{text}")).expect_err("out of range");
    assert!(told("words-per-minute = 500").contains("60 to 240, not 500"));
    assert!(told("pitch = 101").contains("0 to 100, not 101"));
    assert!(told("cache-mib = 5").contains("0, or 20 to 10000, not 5"));
    assert!(told("loud = true").contains("loud"));
}

#[test]
fn spoken_lines_are_kept_where_they_may_be_thrown_away() {
    let (_folder, paths) = home();
    assert!(paths.spoken_lines().starts_with(&paths.cache));
    assert!(!paths.cache.starts_with(&paths.data));
}
