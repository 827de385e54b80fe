//! The shipped files as a checkout has them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use unclench::for_tests::{
    Catalogue, Entry, Library, Move, ScreenedSession, Session, Timeline, Wish, prepare,
    screened_for_anyone,
};

/// What comes with Unclench, read once for all tests, as are its sessions and their entries.
pub(crate) static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::open(None));
static LOADED: LazyLock<Vec<Loaded>> = LazyLock::new(|| {
    let load = |id: &str| {
        let session = LIBRARY.load(id).expect("a shipped session").session;
        let screened = screened_for_anyone(&session);
        Loaded { id: id.to_owned(), session, screened }
    };
    LIBRARY.ids().map(load).collect()
});
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let (entries, invalid) = LIBRARY.entries();
    assert_eq!(invalid, 0, "every shipped session can be played");
    Catalogue::new(entries, LIBRARY.courses().clone(), invalid)
});

/// Timelines by what was asked for, each laid out once for all tests that look at it.
type Timelines = Mutex<BTreeMap<String, Arc<OnceLock<Timeline>>>>;

static TIMELINES: Timelines = Mutex::new(BTreeMap::new());

/// A shipped session.
pub(crate) struct Loaded {
    pub(crate) id: String,
    pub(crate) session: Session,
    /// As anyone may play it.
    pub(crate) screened: ScreenedSession,
}

impl Loaded {
    /// It laid out for anyone.
    pub(crate) fn timeline(&self, wish: &Wish) -> Timeline {
        let kept = {
            let mut timelines = TIMELINES.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(timelines.entry(format!("{} {wish:?}", self.id)).or_default())
        };
        let lay_out = || prepare(&self.screened, wish).expect("a length within its bounds");
        kept.get_or_init(lay_out).clone()
    }
}

/// Every shipped session.
pub(crate) fn loaded() -> &'static [Loaded] {
    &LOADED
}

/// What is searched of what is shipped.
pub(crate) fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

/// A session or move file.
pub(crate) struct Written {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// The files of `sessions/`, or of a folder in it, in the order of their names.
pub(crate) fn files(folder: &str) -> Vec<Written> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(folder);
    let listing = fs::read_dir(folder).expect("the folder can be listed");
    let mut paths: Vec<PathBuf> = listing.flatten().map(|found| found.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let written = |path: PathBuf| Written {
        name: path.file_stem().expect("a name").to_string_lossy().into_owned(),
        text: fs::read_to_string(&path).expect("text"),
    };
    let mut files: Vec<Written> = paths.into_iter().map(written).collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}

/// Every shipped session, as the library shows it.
pub(crate) fn sessions() -> Vec<Entry> {
    catalogue().to_vec()
}

/// Every shipped move.
pub(crate) fn moves() -> Vec<Move> {
    let known_names = LIBRARY.known_names();
    known_names.move_names().filter_map(|name| known_names.find_move(name)).cloned().collect()
}
