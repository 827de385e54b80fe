//! What settings promise.

mod headings;
mod remembered;
mod slips;

use std::fs;

use tempfile::TempDir;

use super::{Paths, Remembered, Settings, SettingsError, Surroundings, VoiceSettings};
use crate::choices::{
    Background, EngineChoice, EngineKind, Mix, NightHours, OutputChoice, SoundKind, StayAwake,
};
use crate::words::{Language, Texts};

fn home() -> (TempDir, Paths) {
    let folder = TempDir::new().expect("a temporary folder");
    let paths = Paths::under(folder.path());
    (folder, paths)
}

fn settings_from(text: &str) -> Result<Settings, String> {
    let (_folder, paths) = home();
    fs::create_dir_all(&paths.config).expect("a folder");
    fs::write(paths.settings_file(), text).expect("a file");
    let (settings, errors) = Settings::load(&paths);
    let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
    let told = told.join("\n").replace(&paths.config.display().to_string(), "");
    if told.is_empty() { Ok(settings) } else { Err(told) }
}

#[test]
fn no_file_gives_the_defaults() {
    let (_folder, paths) = home();
    let (settings, errors) = Settings::load(&paths);
    assert_eq!((settings, errors.len()), (Settings::default(), 0));
}

#[test]
fn the_defaults_survive_being_written_and_read() {
    let text = toml::to_string(&Settings::default()).expect("text");
    assert_eq!(settings_from(&text), Ok(Settings::default()));
}

#[test]
fn settings_may_name_a_sound_in_letters_that_are_composed_or_not() {
    let settings = settings_from("background = \"u\u{308}bung\"").expect("valid");
    assert_eq!(settings.background, Background::written("\u{fc}bung"));
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
    assert!(error.contains("0 to 45 minutes"), "{error}");
}

#[test]
fn the_hours_of_the_night_are_a_persons_own() {
    let settings = settings_from("night-begins = 20\nnight-ends = 7").expect("they fit");
    assert_eq!(settings.night_hours(), NightHours { begin: 20, end: 7 });
    assert!(settings_from("night-begins = 24").expect_err("no hour").contains("from 0 to 23"));
}

#[test]
fn a_setting_that_does_not_fit_is_told_with_its_line_and_what_would_fit() {
    let told = settings_from("volume = 50\nbreath-tone = \"yes\"").expect_err("a misfit");
    let whole = "/settings.toml:2:15: warning: `yes` does not fit
  2 | breath-tone = \"yes\"
    |               ^^^^^
  help: write `breath-tone = true`";
    assert_eq!(told, whole);
}

#[test]
fn every_kind_of_setting_says_what_would_fit() {
    let told = |text: &str| settings_from(text).expect_err("a misfit");
    assert!(told("night = \"often\"").ends_with("help: choose among `bed`, `clock`, `never`"));
    assert!(told("[mix]\nbells = 3").contains("there is no setting `bells`"));
    assert!(told("[mix]\nvoice = -1").ends_with("help: write a whole number from 0 to 100"));
    assert!(told("background = [3]").ends_with("help: write words in quotation marks"));
    assert!(told("mix = 3").ends_with("help: write it as a table, beneath a line `[mix]`"));
    assert!(told("volme = 3").ends_with("help: did you mean `volume`?"));
    assert!(told("volume =").contains("settings.toml:1:"));
}

#[test]
fn every_problem_is_told_and_every_other_setting_is_kept() {
    let text = "volume = 120\nmouse = false\nsleep-timer = 90\nloud = 3\n[voice]\npitch = 40";
    let (settings, problems) = Settings::parse("settings.toml", text);
    let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [1, 3, 4]);
    let voice = VoiceSettings { pitch: 40, ..VoiceSettings::default() };
    assert_eq!(settings, Settings { mouse: false, voice, ..Settings::default() });
}

#[test]
fn a_line_that_is_no_setting_at_all_costs_no_other() {
    let (settings, problems) = Settings::parse("settings.toml", "volume = 50\nmouse = = 3\n");
    assert_eq!(settings.volume, 50);
    assert_eq!(problems.len(), 1, "{problems:#?}");
}

#[test]
fn whatever_stands_in_the_settings_is_told_in_plain_words_and_costs_no_other_setting() {
    let slips: [&[u8]; 14] = [
        b"volume = 99999999999999999999999",
        b"volume = 5O",
        b"volume = \"",
        b"volume",
        b"= 3",
        b"volume = 0x",
        b"volume = 3\nvolume = 4",
        b"[mix\n",
        b"mix = { voice = 3",
        b"[[mix]]",
        b"volume = 1979-05-27",
        b"volume = nan",
        b"# f\xfcr die Nacht",
        b"\x00",
    ];
    let words = ["expected", "struct", "i128", "i64", "invalid", "mantissa", "TOML", "token"];
    for slip in slips {
        let (_folder, paths) = home();
        fs::create_dir_all(&paths.config).expect("a folder");
        let text = [b"mouse = false\n", slip, b"\nreduced-motion = true\n"].concat();
        fs::write(paths.settings_file(), text).expect("a file");
        let (settings, errors) = Settings::load(&paths);
        let shown = String::from_utf8_lossy(slip);
        assert!(!settings.mouse, "{shown}");
        // What follows a table belongs to it.
        assert!(settings.reduced_motion || slip.starts_with(b"["), "{shown}");
        assert!(!errors.is_empty(), "{shown}");
        for error in errors {
            let SettingsError::Misfit(problem) = error else { panic!("{shown}: {error}") };
            let said = problem.said(Texts::with_reports(Language::English));
            let told = format!("{} {}", said.problem.message, said.problem.help.expect("help"));
            assert!(words.iter().all(|word| !told.contains(word)), "{shown}: {told}");
        }
    }
}

#[test]
fn every_broken_line_is_told_once_and_all_that_stands_between_is_kept() {
    let text = "volume = = 3\nmouse = false\n%%\noutput = \"none\"\nnight == 3\n[voice]\npitch = 4O\n\
        words-per-minute = 100\n[[x]]\n";
    let (settings, problems) = Settings::parse("settings.toml", text);
    let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [1, 3, 5, 7, 9], "{problems:#?}");
    assert_eq!((settings.mouse, settings.output), (false, OutputChoice::None));
    assert_eq!(settings.voice.words_per_minute, Some(100));
}

#[test]
fn settings_in_another_encoding_are_told_once() {
    let (_folder, paths) = home();
    fs::create_dir_all(&paths.config).expect("a folder");
    fs::write(paths.settings_file(), b"\xff\xfev\0o\0l\0").expect("a file");
    let (_, errors) = Settings::load(&paths);
    let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert!(matches!(&told[..], [one] if one.ends_with("it is not plain text")), "{told:?}");
}

#[test]
fn settings_of_a_gibibyte_are_refused_by_their_size() {
    let (_folder, paths) = home();
    fs::create_dir_all(&paths.config).expect("a folder");
    let file = fs::File::create(paths.settings_file()).expect("a file");
    file.set_len(1 << 30).expect("a large file without contents");
    let (_, errors) = Settings::load(&paths);
    assert!(errors[0].to_string().ends_with("it is larger than the 256 KiB that fit"));
}

#[test]
fn what_is_remembered_is_read_and_kept_value_by_value() {
    let (_folder, paths) = home();
    fs::create_dir_all(&paths.state).expect("a folder");
    let later = b"huge = 99999999999999999999999\nbroken = = 3\nname = \"\xfc\"\nvolume = 20\n\
        background = 3\n[later]\nwhen = 2031-01-01\nhow = [1.5, \"a\"]\n[mix]\nvoice = -3\nbed = 10\n";
    fs::write(paths.remembered_file(), later).expect("a file");
    let remembered = Remembered::load(&paths);
    assert_eq!((remembered.volume, remembered.mix.len()), (Some(20), 1));
    let newer = Remembered { volume: Some(35), ..Remembered::default() };
    newer.save(&paths).expect("saved");
    let text = fs::read_to_string(paths.remembered_file()).expect("text");
    for kept in [
        "99999999999999999999999",
        "volume = 35",
        "2031-01-01",
        "1.5",
        "background = 3",
        "voice = -3",
        "bed = 10",
    ] {
        assert!(text.contains(kept), "{kept}\n{text}");
    }
    newer.save(&paths).expect("saved again");
    assert_eq!(fs::read_to_string(paths.remembered_file()).expect("text"), text);
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
    assert!(error.contains("0 to 100"), "{error}");
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
    assert!(told("words-per-minute = 500").contains("60 to 240"));
    assert!(told("pitch = 101").contains("0 to 100"));
    assert!(told("cache-mib = 5").contains("0, or a whole number from 20 to 10000"));
    assert!(told("loud = true").contains("loud"));
}

#[test]
fn spoken_lines_are_kept_where_they_may_be_thrown_away() {
    let (_folder, paths) = home();
    assert!(paths.spoken_lines().starts_with(&paths.cache));
    assert!(!paths.cache.starts_with(&paths.data));
}

#[test]
fn letters_that_look_like_others_are_named_and_the_help_is_a_line_that_reads() {
    let texts = Texts::with_reports(Language::English);
    for (line, code, meant) in [
        ("output = \u{201c}none\u{201d}", "U+201C", "output = \"none\""),
        ("volume\u{a0}= 40", "U+00A0", "volume = 40"),
        ("breath\u{2011}tone = false", "U+2011", "breath-tone = false"),
    ] {
        let (_, problems) = Settings::parse("settings.toml", line);
        assert_eq!(problems.len(), 1, "{line}: {problems:?}");
        let said = problems[0].said(texts);
        assert!(said.problem.message.contains(code), "{said}");
        assert_eq!(said.problem.help, Some(format!("write `{meant}`")));
        assert_eq!(Settings::parse("settings.toml", meant).1, []);
    }
    let (_, problems) = Settings::parse("settings.toml", "volume = 40\nvolume = 50\n");
    assert!(problems[0].to_string().contains("set twice"), "{}", problems[0]);
}
