//! What is set, remembered and asked for reaches what is played.

use clap::Parser as _;
use tempfile::TempDir;

use crate::body::Side;
use crate::choices::{Background, EngineChoice, Mix, SoundKind};
use crate::cli::arguments::{Arguments, CliCommand};
use crate::cli::console::Console;
use crate::cli::play::{Prepared, ToPlay, prepared};
use crate::cli::setup::Setup;
use crate::conductor::Options;
use crate::config::{Paths, Remembered};
use crate::player::Levels;
use crate::timeline::{Ending, Timeline};
use crate::words::Language;

/// A session by its name, as `play` makes it ready with these settings and words in a home where the
/// volumes were left like this.
struct Asked<'a> {
    session: &'a str,
    settings: &'a str,
    remembered: Remembered,
    words: &'a str,
    has_terminal: bool,
}

impl Default for Asked<'_> {
    fn default() -> Self {
        Self {
            session: "short-breath",
            settings: "",
            remembered: Remembered::default(),
            words: "",
            has_terminal: true,
        }
    }
}

impl Asked<'_> {
    fn prepared(&self) -> Prepared {
        let home = TempDir::new().expect("a folder");
        let paths = Paths::under(home.path());
        std::fs::create_dir_all(&paths.config).expect("a folder");
        std::fs::write(paths.settings_file(), self.settings).expect("a file");
        self.remembered.save(&paths).expect("kept");
        let line = format!("unclench play {} {}", self.session, self.words);
        let Some(CliCommand::Play(wish)) = Arguments::parse_from(line.split_whitespace()).command
        else {
            panic!("`play` is asked for");
        };
        let setup = Setup::under(paths);
        let loaded = setup.library().load(self.session).expect("shipped");
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console = Console {
            out: &mut out,
            err: &mut err,
            out_is_terminal: self.has_terminal,
            err_is_terminal: false,
            width: None,
            colours: None,
        };
        let piece = ToPlay { id: self.session, session: &loaded.session, file: None };
        let prepared = prepared(piece, &wish.playing, setup, &mut console);
        prepared.unwrap_or_else(|error| panic!("{error}"))
    }

    fn options(&self) -> Options {
        self.prepared().options
    }

    fn levels(&self) -> Levels {
        self.options().levels
    }

    fn timeline(&self) -> Timeline {
        let start = self.options().play.expect("a session is played");
        start.0.player.timeline().clone()
    }
}

fn set(settings: &str) -> Asked<'_> {
    Asked { settings, ..Asked::default() }
}

fn asked(words: &str) -> Asked<'_> {
    Asked { words, ..Asked::default() }
}

#[test]
fn the_loudness_asked_for_counts_before_the_last_one_and_that_before_the_one_that_is_set() {
    assert_eq!(set("").levels().volume, 70);
    assert_eq!(set("volume = 31").levels().volume, 31);
    let remembered = Remembered { volume: Some(44), ..Remembered::default() };
    let last = Asked { settings: "volume = 31", remembered, ..Asked::default() };
    assert_eq!(last.levels().volume, 44);
    assert_eq!(Asked { words: "--volume 12", ..last }.levels().volume, 12);
}

#[test]
fn the_mix_is_as_it_was_last_or_as_it_is_set() {
    let settings = "breath-tone = false\n[mix]\nvoice = 20\nchimes = 30\nbreath = 50";
    let mix = Mix { voice: 20, chimes: 30, breath: 0, bed: Mix::MEANT };
    assert_eq!(set(settings).levels().mix, mix);
    let remembered = Remembered { mix: [(SoundKind::Chimes, 90)].into(), ..Remembered::default() };
    let last = Asked { settings, remembered, ..Asked::default() };
    assert_eq!(last.levels().mix, Mix { chimes: 90, ..mix });
}

#[test]
fn the_background_asked_for_counts_before_the_last_one_and_that_before_the_one_that_is_set() {
    let background = |asked: &Asked<'_>| asked.levels().background;
    assert_eq!(background(&set("")), Background::AsWritten);
    assert_eq!(background(&set("background = \"rain\"")), Background::written("rain"));
    let remembered =
        Remembered { background: Some(Background::written("ocean")), ..Remembered::default() };
    let last = Asked { settings: "background = \"rain\"", remembered, ..Asked::default() };
    assert_eq!(background(&last), Background::written("ocean"));
    let asked = Asked { words: "--bed warm-pad", ..last };
    assert_eq!(background(&asked), Background::written("warm-pad"));
    assert_eq!(asked.timeline().wish().bed, Background::written("warm-pad"));
}

#[test]
fn without_sound_means_muted_and_nothing_else_does() {
    assert!(asked("--mute").levels().muted);
    assert!(!asked("--volume 0").levels().muted);
}

#[test]
fn a_session_is_laid_out_as_it_is_set_and_asked_for_on_the_screen_and_as_lines() {
    for words in ["", "--plain"] {
        let laid_out = |session: &str, settings: &str| {
            Asked { session, settings, words, ..Asked::default() }.timeline().wish().clone()
        };
        let night = |play_on| Ending::Night { play_on };
        assert_eq!(laid_out("quiet-in-bed", "").ending, night(20 * 60_000));
        assert_eq!(laid_out("quiet-in-bed", "sleep-timer = 5").ending, night(5 * 60_000));
        assert_eq!(laid_out("quiet-in-bed", "night = \"never\"").ending, Ending::Day);
        assert_eq!(laid_out("short-breath", "").ending, Ending::Day);
        for side in [Side::Left, Side::Right] {
            let settings = format!("first-side = \"{}\"", side.word());
            assert_eq!(laid_out("neck-and-shoulders", &settings).first_side, side);
        }
        let paced = laid_out("feet", "[voice]\nwords-per-minute = 90");
        assert_eq!(paced.words_per_minute, Some(90));
    }
}

#[test]
fn length_place_speed_and_sleep_timer_are_as_they_are_asked_for() {
    let words = "--minutes 5 --from 1m --speed 2 --sleep-timer 3 --reduced-motion";
    let options = Asked { session: "quiet-in-bed", words, ..Asked::default() }.options();
    let player = options.play.expect("a session is played").0.player;
    assert!(player.timeline().millis().abs_diff(5 * 60_000) < 20_000);
    assert_eq!((player.position(), player.speed()), (60_000, 2.0));
    assert_eq!(player.timeline().wish().ending, Ending::Night { play_on: 3 * 60_000 });
    assert!(options.settings.reduced_motion);
    assert!(!set("").options().settings.reduced_motion);
    assert!(set("reduced-motion = true").options().settings.reduced_motion);
}

#[test]
fn on_the_screen_the_voice_speaks_that_is_set_and_in_plain_lines_only_one_that_is_asked_for() {
    let settings = "[voice]\nengine = \"say\"\nname = \"Robin\"\npitch = 30\ncache-mib = 40";
    let voice = set(settings).options().settings.voice;
    assert_eq!(voice.name.as_deref(), Some("Robin"));
    assert_eq!((voice.pitch, voice.cache_mib), (30, 40));
    assert!(matches!(voice.engine, EngineChoice::First(_)), "{voice:?}");
    let asked = |words, has_terminal| Asked { settings, words, has_terminal, ..Asked::default() };
    let engine = |words, has_terminal| asked(words, has_terminal).options().settings.voice.engine;
    assert_eq!(engine("--voice none", true), EngineChoice::None);
    for (words, has_terminal) in [("--plain", true), ("", false)] {
        assert!(asked(words, has_terminal).prepared().is_plain);
        assert_eq!(engine(words, has_terminal), EngineChoice::None);
    }
    assert_eq!(engine("--plain --voice auto", true), voice.engine);
}

#[test]
fn around_a_session_the_language_is_spoken_that_is_set_and_else_that_of_the_session() {
    let texts = |settings| set(settings).prepared().texts;
    assert_eq!(texts("language = \"de\"").language(), Language::German);
    assert_eq!(texts("").language(), Language::English);
}
