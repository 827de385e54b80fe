//! What a person has set reaches the part of the program that has to obey it.
//!
//! Each setting is read into [`Settings`] by `config`, and is tried here at a value that it does not
//! have by itself.

use crate::body::Side;
use crate::canvas::{ColorDepth, PixelShape};
use crate::choices::{
    Background, CellChoice, Choice as _, ColorChoice, LanguageChoice, Mix, Night, OutputChoice,
    PictureChoice, SoundKind, StayAwake,
};
use crate::conductor::{
    CellOrigin, Options, PictureOrigin, cells, color_depth, environment, pictures, sound_options,
    wishes,
};
use crate::config::{Paths, Settings, Surroundings, VoiceSettings};
use crate::desktop::Wishes;
use crate::journal::CheckIn;
use crate::library::PartOfDay;
use crate::player::Levels;
use crate::words::Language;

/// What is set where nothing is as it comes.
fn settings() -> Settings {
    Settings {
        language: LanguageChoice::German,
        output: OutputChoice::None,
        reduced_motion: true,
        first_side: Side::Right,
        night: Night::Clock,
        sleep_timer: 7,
        media_keys: false,
        pause_players: true,
        stay_awake: StayAwake::Screen,
        voice: VoiceSettings { words_per_minute: Some(90), ..VoiceSettings::default() },
        ..Settings::default()
    }
}

#[test]
fn nobody_is_asked_how_they_are_where_nothing_of_it_is_kept_or_wanted() {
    let asks = |settings: Settings| environment(&settings, &Surroundings::default()).checks_in;
    assert!(asks(Settings::default()));
    assert!(!asks(Settings { check_in: false, ..Settings::default() }));
    assert!(!asks(Settings { journal: false, ..Settings::default() }));
}

#[test]
fn the_screens_know_what_is_set_for_a_session() {
    let surroundings = Surroundings { hour: Some(23), ..Surroundings::default() };
    let known = environment(&settings(), &surroundings);
    assert_eq!(known.language, Some(Language::German));
    assert!(known.reduced_motion);
    assert_eq!((known.first_side, known.night), (Side::Right, Night::Clock));
    assert_eq!((known.sleep_timer, known.words_per_minute), (7, Some(90)));
    assert_eq!(known.part_of_day, PartOfDay::Night, "the hour that a test sets");
}

#[test]
fn the_sound_goes_where_it_is_set_to_and_begins_as_loud_as_it_is_to_be() {
    let home = tempfile::TempDir::new().expect("a folder");
    let paths = Paths::under(home.path());
    std::fs::create_dir_all(paths.sounds()).expect("a folder");
    let recipe = include_str!("../../../sounds/rain.toml");
    std::fs::write(paths.sounds().join("brook.toml"), recipe).expect("a file");
    let mix = Mix::default().with(SoundKind::Breath, 12);
    let options = Options {
        today: crate::care::Today::default(),
        settings: settings(),
        paths: Some(paths),
        surroundings: Surroundings::default(),
        levels: Levels { volume: 31, muted: true, mix, background: Background::AsWritten },
        play: None,
        file: None,
        person: crate::care::CaredFor::default(),
        said_before: CheckIn::default(),
        notice: None,
    };
    let sound = sound_options(&options);
    assert_eq!(sound.output, OutputChoice::None);
    assert_eq!((sound.volume, sound.muted, sound.mix), (31, true, mix));
    assert!(crate::conductor::bed_names(&sound.sounds).iter().any(|bed| bed == "brook"));
}

#[test]
fn the_desktop_is_asked_for_what_is_set_and_nothing_else() {
    let set = Wishes { media_keys: false, pause_players: true, stay_awake: StayAwake::Screen };
    assert_eq!(wishes(&settings()), set);
    let usual = Wishes { media_keys: true, pause_players: false, stay_awake: StayAwake::Never };
    assert_eq!(wishes(&Settings::default()), usual);
}

#[test]
fn colours_that_are_set_count_more_than_what_the_terminal_says() {
    let surroundings = Surroundings {
        color_term: "truecolor".to_owned(),
        term: "xterm-256color".to_owned(),
        ..Surroundings::default()
    };
    let depth = |choice, no_color| {
        color_depth(choice, &Surroundings { no_color, ..surroundings.clone() }).0
    };
    for (choice, wanted) in [
        (ColorChoice::None, ColorDepth::Mono),
        (ColorChoice::Ansi16, ColorDepth::Ansi16),
        (ColorChoice::Indexed256, ColorDepth::Indexed256),
        (ColorChoice::True, ColorDepth::True),
    ] {
        assert_eq!(depth(choice, false), wanted);
        assert_eq!(depth(choice, true), wanted);
    }
    assert_eq!(depth(ColorChoice::Auto, false), ColorDepth::True);
    assert_eq!(depth(ColorChoice::Auto, true), ColorDepth::Mono, "`NO_COLOR` is set");
}

#[test]
fn letters_that_are_set_are_drawn_with_whatever_the_terminal_is_known_to_draw() {
    let vte = Surroundings { vte_version: "7802".to_owned(), ..Surroundings::default() };
    let drawn = |choice| cells(choice, ColorDepth::True, &vte);
    assert_eq!(drawn(CellChoice::Auto), (PixelShape::Octants, CellOrigin::Name));
    let set = CellChoice::ALL.iter().filter(|choice| **choice != CellChoice::Auto);
    let drawn: Vec<_> = set.map(|choice| drawn(*choice)).collect();
    assert!(drawn.iter().all(|(_, origin)| *origin == CellOrigin::Choice), "{drawn:?}");
    let shapes = drawn.windows(2).all(|two| two[0].0 != two[1].0);
    assert!(shapes && drawn.len() == 5, "each word is another letter: {drawn:?}");
}

#[test]
fn lines_are_dots_but_where_a_font_has_nothing_finer_than_halves() {
    let in_lines = |choice, term: &str| {
        let surroundings = Surroundings { term: term.to_owned(), ..Surroundings::default() };
        cells(choice, ColorDepth::Ansi16, &surroundings)
    };
    let dots = (PixelShape::Braille, CellOrigin::FewColors);
    assert_eq!(in_lines(CellChoice::Auto, "xterm"), dots);
    assert_eq!(in_lines(CellChoice::Octants, "xterm"), dots);
    assert_eq!(in_lines(CellChoice::Auto, "linux"), (PixelShape::Halves, CellOrigin::Name));
    let halves = (PixelShape::Halves, CellOrigin::Choice);
    assert_eq!(in_lines(CellChoice::Halves, "xterm"), halves);
}

#[test]
fn within_tmux_only_a_terminal_around_it_that_answers_gets_pictures() {
    let tmux =
        Surroundings { term: "tmux-256color".to_owned(), in_tmux: true, ..Surroundings::default() };
    let decided =
        |choice, surroundings: &Surroundings| pictures(choice, ColorDepth::True, surroundings);
    assert_eq!(decided(PictureChoice::Auto, &tmux), PictureOrigin::Name);
    assert_eq!(decided(PictureChoice::Kitty, &tmux), PictureOrigin::AskedAround);
    let kitty = Surroundings { around_shows_placeholders: true, ..tmux };
    assert_eq!(decided(PictureChoice::Auto, &kitty), PictureOrigin::AskedAround);
    assert_eq!(decided(PictureChoice::Cells, &kitty), PictureOrigin::Choice);
    let few = pictures(PictureChoice::Auto, ColorDepth::Indexed256, &kitty);
    assert_ne!(few, PictureOrigin::AskedAround);
    let bare = Surroundings { in_tmux: false, ..kitty };
    assert_eq!(
        decided(PictureChoice::Auto, &bare),
        PictureOrigin::Name,
        "GNU screen hands nothing on"
    );
}
