//! Every screen as a person sees it, at several sizes.

mod caret;
pub(super) mod checked_in;
mod german;
mod hostile;
mod levels;
mod light;
mod night;
pub(super) mod person;
mod planned;
mod shown;
mod sizes;
mod table;
mod told;

use std::mem;
use std::sync::{Arc, LazyLock};

use insta::assert_snapshot;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::{Color, Modifier};

use checked_in::{helped, pain_map, questions_and_ratings, ratings, summary_ratings};
use levels::{volumes, volumes_before, volumes_in_breath};
use planned::planner;
use shown::Shown;
use told::{advice, profile, profile_places, questions, stopped, topics};

use super::*;
use crate::body::Side;
use crate::canvas::{ColorDepth, Tint};
use crate::care::screened_for_anyone;
use crate::choices::{Background, SoundKind};
use crate::courses::Courses;
use crate::figures::Figures;
use crate::format::{KnownNames, parse};
use crate::library::{AfterCare, Catalogue, Entry, PartOfDay};
use crate::player::{Control, Levels, NowPlaying, Player};
use crate::session::{Goal, Session};
use crate::theme::Theme;
use crate::timeline::{LengthWish, Timeline, prepare, tests::written};

/// A session with something of everything that the player shows.
const EVENING: &str = include_str!("tests/evening.toml");

const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (100, 30)];
const LARGEST: (u16, u16) = (200, 60);

/// Where in the session each kind of step can be seen, in milliseconds.
const BREATH: u64 = 12_500;
const STOP_SIGN: u64 = 44_500;
const MASSAGE: u64 = 60_500;
const SWITCH: u64 = 87_500;
const TENSE: u64 = 142_000;

fn evening() -> Session {
    static PARSED: LazyLock<Session> = LazyLock::new(|| {
        let (session, problems) = parse("evening.toml", EVENING, &KnownNames::default());
        session.unwrap_or_else(|| panic!("{problems:#?}"))
    });
    PARSED.clone()
}

/// A small library: the same session under several names.
static SMALL_LIBRARY: LazyLock<Catalogue> = LazyLock::new(|| {
    let names = [
        ("evening", "An evening for the shoulders", 3),
        ("feet", "Feet", 11),
        ("long", "A session with a title that is longer than most lists are wide", 17),
        ("short", "One minute", 1),
    ];
    let entry = |(id, title, minutes): (&str, &str, u64)| Entry {
        title: title.to_owned(),
        millis: minutes * 60_000,
        ..Entry::of(id, None, &evening())
    };
    Catalogue::new(names.map(entry).to_vec(), Courses::shipped(), 0)
});

fn home() -> Shown {
    let environment = Environment {
        part_of_day: PartOfDay::Evening,
        night: crate::choices::Night::Never,
        ..Environment::of_a_morning()
    };
    let mut app = App::new(environment);
    app.set_catalogue(SMALL_LIBRARY.clone());
    app.suggest(&[], |_| AfterCare::Whole);
    let levels = Levels { volume: 70, ..Levels::default() };
    Shown { app, now: NowPlaying::new(levels) }
}

fn after(actions: &[Action]) -> Shown {
    let mut app = home();
    for action in actions {
        app.act(*action);
    }
    if matches!(app.app.screens.top(), Screen::Library(_)) {
        app.app.set_catalogue(SMALL_LIBRARY.clone());
        app.app.show_preview("evening", &evening(), &Background::AsWritten);
    }
    app
}

fn searching() -> Shown {
    after(&[Action::Search, Action::Type('f'), Action::Type('e')])
}

fn ready() -> Shown {
    let mut app = home();
    let as_written = (&Background::AsWritten, LengthWish::AsWritten);
    app.app.show_ready("evening".to_owned(), &evening(), as_written);
    app
}

/// A session laid out as the app would play it.
fn prepared(app: &Shown, session: &Session) -> Arc<Timeline> {
    let wish = app.app.shared.environment.wish(session, &Background::AsWritten);
    Arc::new(prepare(&screened_for_anyone(session), &wish).expect("as it is written"))
}

fn playing(position: u64) -> Shown {
    let mut app = home();
    let timeline = prepared(&app, &evening());
    app.start(Player::new(timeline).starting_at(position));
    app
}

fn paused() -> Shown {
    let mut app = playing(MASSAGE);
    app.act(Action::Toggle);
    app
}

fn waiting() -> Shown {
    let mut app = playing(174_500);
    while app.frame_millis().is_some() {
        app.advance(1000);
    }
    app
}

fn summary() -> Shown {
    let mut app = playing(0);
    app.advance(1500);
    app.act(Action::Finish);
    app
}

fn help() -> Shown {
    let mut app = playing(MASSAGE);
    app.act(Action::Help);
    app
}

fn page() -> Shown {
    let mut app = playing(MASSAGE);
    app.act(Action::Learn);
    app
}

/// The map with a finger on the shoulder.
fn map() -> Shown {
    after(&[Action::BodyMap])
}

/// The map while the keys are with the sessions beside it.
fn sessions() -> Shown {
    after(&[Action::BodyMap, Action::List])
}

/// The library, narrowed to a place.
fn works() -> Shown {
    after(&[Action::BodyMap, Action::Open])
}

/// Every screen there is.
fn every_screen() -> Vec<(&'static str, Shown)> {
    vec![
        ("home", home()),
        ("library", after(&[Action::Library])),
        ("searching", searching()),
        ("works", works()),
        ("map", map()),
        ("sessions", sessions()),
        ("planner", planner()),
        ("profile", profile()),
        ("profile_places", profile_places()),
        ("ready", ready()),
        ("questions", questions()),
        ("advice", advice()),
        ("questions_and_ratings", questions_and_ratings()),
        ("ratings", ratings()),
        ("pain_map", pain_map()),
        ("summary_ratings", summary_ratings()),
        ("helped", helped(0)),
        ("helped_sessions", helped(1)),
        ("helped_changes", helped(2)),
        ("stopped", stopped()),
        ("breath_soon", playing(BREATH - 4_000)),
        ("breath", playing(BREATH)),
        ("stop_sign", playing(STOP_SIGN)),
        ("massage", playing(MASSAGE)),
        ("switch", playing(SWITCH)),
        ("tense", playing(TENSE)),
        ("waiting", waiting()),
        ("paused", paused()),
        ("summary", summary()),
        ("help", help()),
        ("topics", topics()),
        ("page", page()),
        ("volumes", volumes()),
        ("volumes_in_breath", volumes_in_breath()),
        ("volumes_before", volumes_before()),
    ]
}

/// A screen with its words alone: how the figure looks is its own affair.
fn words(app: &Shown, size: (u16, u16)) -> TestBackend {
    drawn(app, size, &mut ScreenView::new(Theme::night(ColorDepth::True)))
}

fn drawn(app: &Shown, (width, height): (u16, u16), view: &mut ScreenView) -> TestBackend {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("in memory");
    terminal.draw(|frame| draw(frame, &app.app, &app.now, view)).expect("in memory");
    mem::replace(terminal.backend_mut(), TestBackend::new(0, 0))
}

#[test]
fn every_screen_has_its_words_at_every_size() {
    for (name, app) in every_screen() {
        for (width, height) in SIZES {
            assert_snapshot!(format!("{name}_{width}x{height}"), words(&app, (width, height)));
        }
    }
}

#[test]
fn in_a_very_large_terminal_words_stay_together_and_a_tiny_one_asks_for_room() {
    let screens =
        [home(), playing(MASSAGE), topics(), page(), profile(), map(), works(), volumes()];
    let names = ["home", "massage", "topics", "page", "profile", "map", "works", "volumes"];
    for (name, app) in names.into_iter().zip(screens) {
        assert_snapshot!(format!("{name}_200x60"), words(&app, LARGEST));
    }
    assert_snapshot!("too_small_30x5", words(&home(), (30, 5)));
}

#[test]
fn without_colour_the_map_is_a_list_of_places() {
    for (name, app) in [("places", map()), ("place_sessions", sessions())] {
        for size in SIZES.into_iter().chain([LARGEST]) {
            let mut view = ScreenView::new(Theme::night(ColorDepth::Mono));
            view.figures = Some(Figures::default());
            let (width, height) = size;
            assert_snapshot!(format!("{name}_{width}x{height}"), drawn(&app, size, &mut view));
        }
    }
}

#[test]
fn pictures_keep_clear_of_words_on_every_screen() {
    let cases = [("map", map()), ("library", after(&[Action::Library])), ("ready", ready())];
    for (name, app) in cases {
        for size in SIZES.into_iter().chain([LARGEST, (140, 40), (120, 22), (60, 50)]) {
            let plain = words(&app, size);
            let mut view = ScreenView::new(Theme::night(ColorDepth::True));
            view.figures = Some(Figures::default());
            let pictured = drawn(&app, size, &mut view);
            let cells = plain.buffer().content().iter().zip(pictured.buffer().content());
            for (word, seen) in cells.filter(|(word, _)| word.symbol() != " ") {
                assert_eq!(word.symbol(), seen.symbol(), "{name} {size:?}");
            }
        }
    }
}

#[test]
fn the_map_is_drawn_where_there_is_room_for_it() {
    let painted = |app: &Shown, size| {
        let mut view = ScreenView::new(Theme::night(ColorDepth::True));
        view.figures = Some(Figures::default());
        drawn(app, size, &mut view) != words(app, size)
    };
    for (app, size, expected) in [
        (map(), (40, 12), false),
        (map(), (80, 24), true),
        (map(), (48, 40), true),
        (after(&[Action::Library]), (80, 24), false),
        (after(&[Action::Library]), (100, 30), true),
        (ready(), (40, 12), false),
        (ready(), (100, 30), true),
    ] {
        assert_eq!(painted(&app, size), expected, "{size:?} {:?}", app.place());
    }
}

#[test]
fn the_session_for_these_pictures_shows_what_it_should() {
    let timeline = written(&evening(), Side::Left);
    let all = [BREATH, STOP_SIGN, MASSAGE, SWITCH, TENSE];
    let kinds = all.map(|at| timeline.at(at).segment.kind.id());
    assert_eq!(kinds, ["breathe", "stop-sign", "massage", "switch", "tense"]);
    assert_eq!(timeline.at(MASSAGE).segment.side, Some(Side::Left));
    assert!(words(&waiting(), (80, 24)).to_string().contains("when you are ready"));
}

#[test]
fn without_colour_no_cell_has_one() {
    for (name, app) in every_screen() {
        let mut view = ScreenView::new(Theme::night(ColorDepth::Mono));
        view.figures = Some(Figures::default());
        for cell in drawn(&app, (100, 30), &mut view).buffer().content() {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{name}");
        }
    }
}

#[test]
fn every_colour_of_a_screen_is_one_of_the_theme() {
    let only = Tint::hex(0x0012_3456);
    let theme = Theme::of_one_tint(ColorDepth::True, only);
    for (name, app) in every_screen() {
        for cell in drawn(&app, (100, 30), &mut ScreenView::new(theme)).buffer().content() {
            assert_eq!((cell.fg, cell.bg), (only.color(), only.color()), "{name}");
        }
    }
}

#[test]
fn in_sixteen_colours_and_in_none_the_selected_line_is_turned_round() {
    for depth in [ColorDepth::Ansi16, ColorDepth::Mono] {
        let backend = drawn(&home(), (80, 24), &mut ScreenView::new(Theme::night(depth)));
        let turned = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::REVERSED);
        assert!(backend.buffer().content().iter().filter(turned).count() > 20);
    }
}

#[test]
fn no_key_in_a_footer_is_cut_in_two() {
    let lists =
        [home(), after(&[Action::Library]), searching(), topics(), map(), sessions(), works()];
    for app in lists.into_iter().chain([ready(), playing(BREATH), summary(), page(), volumes()]) {
        for width in 40..=120 {
            let screen = words(&app, (width, 24)).to_string();
            let foot = screen.lines().nth(22).expect("the last line but one");
            let whole: Vec<String> = keymap::footer(app.place())
                .flat_map(|(keys, label)| [format!("{keys} {label}"), keys.to_owned()])
                .collect();
            let mut seen = foot.trim_matches('"').trim().split("  ").map(str::trim);
            assert!(seen.all(|it| it.is_empty() || whole.iter().any(|key| key == it)), "{foot}");
        }
    }
}

#[test]
fn every_page_can_be_read_to_its_end_at_every_size() {
    use crate::learn::Topic;
    for size in SIZES.into_iter().chain([LARGEST, (130, 20)]) {
        let mut app = home();
        app.act(Action::Learn);
        // Past the topics of the suggested session, which come first.
        app.act(Action::Next);
        for topic in Topic::all() {
            app.act_at(Action::Open, size);
            app.act_at(Action::Last, size);
            let shown = words(&app, size).to_string();
            assert!(shown.contains(&topic.title()), "{size:?}: {shown}");
            assert!(!shown.contains("↓ more"), "{size:?}: {shown}");
            app.act_at(Action::Back, size);
            app.act_at(Action::Down, size);
        }
    }
}

#[test]
fn any_screen_can_be_drawn_at_any_size() {
    use ColorDepth::{Ansi16, Indexed256, Mono, True};
    let screens = every_screen();
    proptest!(ProptestConfig::with_cases(96), |(
        width in 1_u16..=250, height in 1_u16..=80, which in 0..screens.len(), depth in 0_usize..4,
    )| {
        let mut view = ScreenView::new(Theme::night([True, Indexed256, Ansi16, Mono][depth]));
        view.figures = Some(Figures::default());
        drawn(&screens[which].1, (width, height), &mut view);
    });
}
