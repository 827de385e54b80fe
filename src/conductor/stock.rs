//! What there is to play, and what is remembered.

use crate::audio::Sounds;
use crate::config::{Paths, Remembered};
use crate::library::{Library, LoadError};
use crate::session::{Problem, Shelf};
use crate::tui::{App, Request};

/// What there is to play, and what is remembered.
pub(super) struct Stock {
    library: Library,
    paths: Option<Paths>,
    volume: Option<u8>,
}

impl Stock {
    pub(super) fn new(library: Library, paths: Option<Paths>) -> Self {
        Self { library, paths, volume: None }
    }

    /// Looks again which sessions there are.
    pub(super) fn refresh(&mut self, app: &mut App) -> Vec<Request> {
        let folder = self.paths.as_ref().map(Paths::sessions);
        let sounds = self.paths.as_ref().map(Paths::sounds);
        let shelf = shelf_with(&Sounds::open(sounds.as_deref()).0);
        self.library = Library::open_with(folder.as_deref(), shelf);
        self.show(app)
    }

    /// Shows which sessions there are.
    pub(super) fn show(&self, app: &mut App) -> Vec<Request> {
        let (entries, invalid) = self.library.entries();
        app.set_catalogue(entries, invalid)
    }

    /// Loads a session for a look at its outline.
    pub(super) fn preview(&self, app: &mut App, id: &str) {
        if let Ok(loaded) = self.library.load(id) {
            app.show_preview(loaded.id, &loaded.session);
        }
    }

    /// Loads a session and shows it, or says why not.
    pub(super) fn load(&self, app: &mut App, id: &str) {
        match self.library.load(id) {
            Ok(loaded) => app.show_ready(loaded.id, loaded.session),
            Err(error) => app.notice = Some(reason(&error)),
        }
    }

    pub(super) fn remember_volume(&mut self, volume: u8) {
        self.volume = Some(volume);
    }

    /// Writes what is to be remembered. Where that fails, the next run simply starts as usual.
    pub(super) fn put_away(&self) {
        if let (Some(paths), Some(volume)) = (&self.paths, self.volume) {
            let _ = Remembered { volume: Some(volume) }.save(paths);
        }
    }
}

/// What sessions may name beside moves, where these sounds are there.
pub fn shelf_with(sounds: &Sounds) -> Shelf {
    let shelf = sounds.own_chimes().fold(Shelf::default(), Shelf::with_chime);
    sounds.own_beds().fold(shelf, Shelf::with_bed)
}

/// A reason in one line.
fn reason(error: &LoadError) -> String {
    match error.errors().next() {
        Some(Problem { line, message, .. }) => format!("line {line}: {message}"),
        None => error.to_string(),
    }
}
