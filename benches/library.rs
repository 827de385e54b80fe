//! How long it takes until the library can be browsed, and then each key.
//!
//! The budgets: all built-in sessions with the moves they use within 5 ms; a folder of 5,000 files
//! within 300 ms; a key in the search, drawing included, within a frame of 16 ms.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, SystemTime};

use criterion::{Criterion, criterion_group, criterion_main};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tempfile::TempDir;
use unclench::for_tests::{
    Action, App, Background, ColorDepth, Environment, Guidance, KnownNames, Levels, Library,
    LibrarySnapshot, Night, NowPlaying, PartOfDay, Request, ScreenView, Side, Theme, draw, search,
};

/// How many files the large folder holds.
const FILES: usize = 5_000;
/// One file in so many has an error in it.
const BROKEN: usize = 50;
/// What is typed, letter by letter.
const QUERY: &str = "slow neck before sleep";

/// A folder of session files: the shipped ones again and again, each with a title of its own.
fn large_folder() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    let shipped = shipped();
    for number in 0..FILES {
        let (name, text) = &shipped[number % shipped.len()];
        let text = varied(text, number);
        let path = folder.path().join(format!("{name}-{number}.toml"));
        fs::write(path, text).expect("a file");
    }
    folder
}

fn shipped() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let files = fs::read_dir(folder).expect("the shipped sessions").flatten();
    let files = files.map(|file| file.path());
    let mut files: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect();
    files.sort();
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    files.iter().map(|path| (stem(path), fs::read_to_string(path).expect("text"))).collect()
}

fn varied(text: &str, number: usize) -> String {
    const FIRST: [&str; 7] = ["Slow", "Quiet", "Short", "Warm", "Gentle", "Early", "Late"];
    let (first, place) = (FIRST[number % FIRST.len()], number / FIRST.len());
    let text = text.replacen("title = \"", &format!("title = \"{first} {place}: "), 1);
    if number.is_multiple_of(BROKEN) { text.replacen("goals = [", "goal = [", 1) } else { text }
}

fn app() -> App {
    let environment = Environment {
        asks_before: true,
        tells_before: true,
        checks_in: false,
        part_of_day: PartOfDay::Evening,
        is_night_hour: false,
        day: 0,
        first_side: Side::Left,
        reduced_motion: false,
        night: Night::Never,
        sleep_timer: 0,
        guidance: Guidance::Full,
        words_per_minute: None,
        language: None,
    };
    App::new(environment)
}

fn loading(criterion: &mut Criterion) {
    criterion.bench_function("the built-in library, every entry", |bencher| {
        bencher.iter(|| black_box(LibrarySnapshot::of_built_in(KnownNames::default())));
    });
    criterion.bench_function("every built-in move", |bencher| {
        bencher.iter(|| black_box(Library::open(None).known_names().move_problems()));
    });
}

fn a_large_folder(criterion: &mut Criterion) {
    let folder = large_folder();
    let later = later(folder.path());
    let built_in = LibrarySnapshot::of_built_in(KnownNames::default());
    let mut group = criterion.benchmark_group("5,000 files");
    group.sample_size(10);
    group.bench_function("read", |bencher| {
        bencher.iter(|| black_box(built_in.refreshed(Some(folder.path()), later)));
    });
    let look = built_in.refreshed(Some(folder.path()), later).expect("there is more in the folder");
    assert!(look.catalogue().invalid() >= FILES / BROKEN);
    group.bench_function("looked at again, when nothing changed", |bencher| {
        bencher.iter(|| assert!(look.refreshed(Some(folder.path()), later).is_none()));
    });
    group.finish();
    searching(criterion, &look);
}

/// A time at which nothing in a folder has only just been written.
fn later(folder: &Path) -> SystemTime {
    let files = fs::read_dir(folder).expect("a folder").flatten();
    let written = files.filter_map(|file| file.metadata().ok()?.modified().ok());
    written.max().unwrap_or(SystemTime::UNIX_EPOCH) + Duration::from_secs(60)
}

fn searching(criterion: &mut Criterion, look: &LibrarySnapshot) {
    let catalogue = look.catalogue();
    let mut group = criterion.benchmark_group("5,000 sessions");
    group.bench_function("a search for each beginning of a query", |bencher| {
        bencher.iter(|| {
            for end in 1..=QUERY.len() {
                black_box(search(catalogue, &QUERY[..end]));
            }
        });
    });
    let mut app = app();
    let now = NowPlaying::new(Levels::default());
    app.set_catalogue(catalogue.clone());
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a screen in memory");
    let mut view = ScreenView::new(Theme::night(ColorDepth::True));
    app.act(Action::Search, &now, &view);
    group.bench_function("a frame", |bencher| {
        bencher.iter(|| {
            terminal.draw(|frame| draw(frame, &app, &now, &mut view)).expect("drawn").area
        });
    });
    group.bench_function("each letter of a query: search, outline and frame", |bencher| {
        bencher.iter(|| {
            for letter in QUERY.chars() {
                for request in app.act(Action::Type(letter), &now, &view) {
                    preview(&mut app, look.library(), &request);
                }
                terminal.draw(|frame| draw(frame, &app, &now, &mut view)).expect("drawn");
            }
            app.act(Action::Back, &now, &view);
            app.act(Action::Search, &now, &view);
        });
    });
    group.finish();
}

/// Loads the outline beside the list, as the conductor does.
fn preview(app: &mut App, library: &Library, request: &Request) {
    if let Request::Preview(id) = request {
        let loaded = library.load(id).expect("valid");
        app.show_preview(&loaded.id, &loaded.session, &Background::AsWritten);
    }
}

criterion_group!(benches, loading, a_large_folder);
criterion_main!(benches);
