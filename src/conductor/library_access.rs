//! What there is to play, and what is remembered.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::clock::{day_of_person, moment_here};
use super::library_scan::{LibraryScan, ScanResult};
use crate::care::{Profile, Today};
use crate::choices::{Background, Choice as _, SoundKind};
use crate::config::{DeclinedSessions, Paths, Remembered};
use crate::courses::{CourseProgress, Courses};
use crate::files::why_unwritten;
use crate::format::KnownNames;
use crate::journal::{DayCoin, JournalEntry};
use crate::library::{AfterCare, Library, LibrarySnapshot, LoadError, current_id};
use crate::planner::{self, PlanRequest};
use crate::player::{Control, Levels, SessionRecord};
use crate::problem::Problem;
use crate::profile::{KeptProfile, keep_today, load_today};
use crate::reminders::ReadReminders;
use crate::screens::{App, Request, after_care};
use crate::synthesis::Sounds;
use crate::timeline::LengthWish;
use crate::words::{Message, Texts};

/// Said where a file of the person's own cannot be played and the built-in session of its name is.
const SET_ASIDE: &str = "your own file needs mending; this is the built-in session";

/// What there is to play, and what is remembered.
pub(super) struct LibraryAccess {
    /// What was found at the last look; `None` before the first.
    pub(super) look: Option<Arc<LibrarySnapshot>>,
    scan: LibraryScan,
    paths: Option<Paths>,
    /// What sessions may name beside moves.
    known_names: KnownNames,
    /// The levels as they were when they were last read or written.
    remembered: Levels,
    /// The ids of what was played lately, the last first; `None` until it has been read.
    lately: Option<Vec<String>>,
    /// At which hour the person's day begins.
    day_begins: u8,
    /// Why the last change of what is remembered could not be written.
    unkept: Option<io::Error>,
}

impl LibraryAccess {
    pub(super) fn new(
        paths: Option<Paths>,
        known_names: KnownNames,
        levels: &Levels,
        day_begins: u8,
    ) -> Self {
        let remembered = levels.clone();
        Self {
            look: None,
            scan: LibraryScan::default(),
            paths,
            known_names,
            remembered,
            lately: None,
            day_begins,
            unkept: None,
        }
    }

    /// Looks again which sessions there are, and shows them. The built-in ones are there at once; a
    /// large folder of one's own follows later, and [`Self::has_found`] tells when.
    pub(super) fn look(&mut self, app: &mut App) -> Vec<Request> {
        let look = self.look.get_or_insert_with(|| {
            Arc::new(LibrarySnapshot::of_built_in(self.known_names.clone()))
        });
        let sight = match &self.paths {
            Some(paths) => self.scan.look(look, paths.sessions()),
            None => ScanResult::Same,
        };
        app.shared.looking = matches!(sight, ScanResult::Looking);
        if let ScanResult::New(new) = sight {
            *look = Arc::new(new);
        }
        app.set_catalogue(look.catalogue().clone())
    }

    /// Returns once a look may have found something.
    pub(super) async fn has_found(&self) {
        self.scan.ready().await;
    }

    /// Shows what a look has found meanwhile. `None` where nothing on screen changes.
    pub(super) fn show_found(&mut self, app: &mut App) -> Option<Vec<Request>> {
        match self.scan.found() {
            ScanResult::Looking => None,
            ScanResult::Same => std::mem::take(&mut app.shared.looking).then(Vec::new),
            ScanResult::New(look) => {
                app.shared.looking = false;
                let look = self.look.insert(Arc::new(look));
                Some(app.set_catalogue(look.catalogue().clone()))
            }
        }
    }

    /// Loads a session for a look at its outline.
    pub(super) fn preview(&self, app: &mut App, id: &str, bed: &Background) {
        if let Some(Ok(loaded)) = self.library().map(|library| library.load(id)) {
            app.show_preview(&loaded.id, &loaded.session, bed);
        }
    }

    /// Loads a session and shows it, fitted to a length, or says why not.
    pub(super) fn load(&self, app: &mut App, (id, length): (&str, LengthWish), bed: &Background) {
        match self.library().map(|library| library.load(id)) {
            Some(Ok(loaded)) => {
                app.show_ready(loaded.id, &loaded.session, (bed, length));
                if loaded.set_aside.is_some() {
                    app.shared.notice = Some(SET_ASIDE.to_owned());
                }
            }
            Some(Err(error)) => {
                let texts = Texts::with_reports(app.shared.own_texts().language());
                app.shared.notice = Some(reason(&error, texts));
            }
            None => {}
        }
    }

    /// Lays a session out that was interrupted, and begins it there.
    pub(super) fn go_on(
        &self,
        app: &mut App,
        entry: &JournalEntry,
        bed: &Background,
    ) -> Option<Control> {
        match self.library().map(|library| library.load(&entry.session)) {
            Some(Ok(loaded)) => app.go_on(loaded.id, &loaded.session, bed, entry),
            Some(Err(error)) => {
                let texts = Texts::with_reports(app.shared.own_texts().language());
                app.shared.notice = Some(reason(&error, texts));
                None
            }
            None => None,
        }
    }

    /// About how many sessions a week would suit the person, where they have said so.
    pub(super) fn goal(&self) -> Option<u32> {
        ReadReminders::load(self.paths.as_ref()?).ok()?.file.goal
    }

    /// Offers what fits now on the first screen.
    pub(super) fn suggest(&mut self, app: &mut App) {
        let Some(library) = self.look.as_ref().map(|look| look.library()) else { return };
        let lately = self.lately.get_or_insert_with(|| {
            let remembered = self.paths.as_ref().map(Remembered::load).unwrap_or_default();
            app.shared.favourites = called_now(&remembered.favourites.unwrap_or_default());
            let today = day_of_person(self.day_begins);
            let declined = remembered.declined.filter(|declined| declined.day == today);
            app.shared.declined = called_now(&declined.unwrap_or_default().sessions);
            called_now(&remembered.lately)
        });
        let progress = self.paths.as_ref().and_then(CourseProgress::load);
        app.offer_course(progress, &day_of_person(self.day_begins));
        let coin = self.paths.as_ref().and_then(|paths| DayCoin::load(&paths.coin_file()));
        app.shared.coin = coin.map(|coin| coin.side_on(moment_here().day(self.day_begins)));
        let person = app.shared.person.clone();
        app.suggest(lately, |entry| match library.load(&entry.id) {
            Ok(loaded) => after_care(&loaded.session, &person),
            Err(_) => AfterCare::Little.into(),
        });
    }

    /// Writes which session was played, unless it was left before its middle.
    pub(super) fn remember_played(&mut self, record: &SessionRecord) {
        if let Some(paths) = self.paths.as_ref().filter(|_| record.was_played()) {
            let courses = self.library().map(Library::courses).cloned().unwrap_or_default();
            let played = remember_played(paths, (&record.id, &courses), self.day_begins);
            self.unkept = played.err().or(self.unkept.take());
            self.lately = None;
        }
    }

    /// Begins a course, and says so where that cannot be kept.
    pub(super) fn start_course(&self, app: &mut App, id: &str) {
        let course = self.library().and_then(|library| library.courses().named(id));
        let Some((course, paths)) = course.zip(self.paths.as_ref()) else { return };
        let progress = CourseProgress::start(course);
        if let Err(error) = progress.keep(paths) {
            let why = why_unwritten(&error);
            app.shared.notice = Some(format!("the course could not be kept: {why}"));
        }
        app.offer_course(Some(progress), &day_of_person(self.day_begins));
    }

    /// Makes a plan out of the moves there are, and shows it.
    pub(super) fn plan(&self, app: &mut App, request: &PlanRequest, bed: &Background) {
        if let Some(library) = self.library() {
            app.show_plan(
                request,
                planner::plan(request, &app.shared.person, library.known_names()),
                bed,
            );
        }
    }

    /// The file of a session of the person's own.
    pub(super) fn file_of(&self, id: &str) -> Option<PathBuf> {
        self.library()?.file_of(id).map(Path::to_owned)
    }

    fn library(&self) -> Option<&Library> {
        self.look.as_ref().map(|look| look.library())
    }

    /// Writes which levels have changed. Where that fails, it is tried again with the next change.
    pub(super) fn remember(&mut self, levels: &Levels) {
        let before = &self.remembered;
        let kinds = SoundKind::ALL.iter().map(|kind| (*kind, levels.mix.of(*kind)));
        let changed = Remembered {
            volume: Some(levels.volume).filter(|volume| *volume != before.volume),
            background: Some(levels.background.clone())
                .filter(|_| levels.background != before.background),
            mix: kinds.filter(|(kind, level)| before.mix.of(*kind) != *level).collect(),
            ..Remembered::default()
        };
        if let Some(paths) = self.paths.as_ref().filter(|_| changed != Remembered::default()) {
            self.unkept = Remembered::load(paths).renewed(&changed).save(paths).err();
            if self.unkept.is_none() {
                self.remembered = levels.clone();
            }
        }
    }

    /// Writes what is told of the person, and says so where that fails.
    pub(super) fn keep_profile(&self, app: &mut App, profile: Profile) {
        let Some(paths) = &self.paths else {
            app.shared.notice = Some("there is no home folder, so this is not kept".to_owned());
            return;
        };
        if let Err(error) = KeptProfile::change(paths, |kept| *kept = profile) {
            let why = why_unwritten(&error);
            app.shared.notice = Some(format!("this could not be kept: {why}"));
        }
    }

    /// Keeps the favourites, or says why that failed.
    pub(super) fn keep_favourites(&self, app: &mut App, ids: Vec<String>) {
        self.keep(app, &Remembered { favourites: Some(ids), ..Remembered::default() });
    }

    /// Keeps what the person does not want today, or says why that failed.
    pub(super) fn keep_declined(&self, app: &mut App, sessions: Vec<String>) {
        let declined = DeclinedSessions { day: day_of_person(self.day_begins), sessions };
        self.keep(app, &Remembered { declined: Some(declined), ..Remembered::default() });
    }

    fn keep(&self, app: &mut App, newer: &Remembered) {
        let Some(paths) = &self.paths else { return };
        if let Err(error) = Remembered::load(paths).renewed(newer).save(paths) {
            let why = why_unwritten(&error);
            app.shared.notice = Some(format!("this could not be kept: {why}"));
        }
    }

    /// Keeps what the person was asked and told today, or says why that failed.
    pub(super) fn keep_today(&self, app: &mut App, today: &Today) {
        let Some(paths) = &self.paths else { return };
        if let Err(error) = keep_today(paths, today) {
            let why = why_unwritten(&error);
            app.shared.notice = Some(format!("today's answers could not be kept: {why}"));
        }
    }

    /// What is known of a day, such as `2026-11-28`, that has begun since the program did.
    pub(super) fn day(&self, day: &str) -> Today {
        let paths = self.paths.as_ref();
        paths.map_or_else(|| Today::of_day(day), |paths| load_today(paths, day).0)
    }

    /// At which hour the person's day begins.
    pub(super) fn day_begins(&self) -> u8 {
        self.day_begins
    }

    /// A quiet word where the volumes cannot be kept.
    pub(super) fn note(&self) -> Option<Message> {
        self.unkept.as_ref().map(|_| Message::new("sound-not-kept"))
    }

    /// Why the volumes could not be kept, if they could not.
    pub(super) fn into_unkept(self) -> Option<io::Error> {
        self.unkept
    }
}

/// Writes that a session was played last, and that the course that goes on is a day further where it
/// was its session, and that course is among these.
pub(super) fn remember_played(
    paths: &Paths,
    (id, courses): (&str, &Courses),
    day_begins: u8,
) -> io::Result<()> {
    let newer = Remembered { lately: vec![id.to_owned()], ..Remembered::default() };
    Remembered::load(paths).renewed(&newer).save(paths)?;
    let progress = CourseProgress::load(paths);
    let further = progress.and_then(|progress| {
        let course = courses.named(&progress.course)?;
        progress.played(course, id, &day_of_person(day_begins))
    });
    further.map_or(Ok(()), |further| further.keep(paths))
}

/// What sessions may name beside moves, where these sounds are there.
pub fn known_names_with(sounds: &Sounds) -> KnownNames {
    let known_names = sounds.own_chimes().fold(KnownNames::default(), KnownNames::with_chime);
    sounds.own_beds().fold(known_names, KnownNames::with_bed)
}

/// The names of the beds a person can choose from: the shipped ones, then their own.
pub fn bed_names(sounds: &Sounds) -> Vec<String> {
    let shipped = KnownNames::default();
    let reserved = [Background::SILENCE, Background::AS_WRITTEN];
    let own = sounds.own_beds().filter(|name| !shipped.beds().contains(*name));
    let own = own.filter(|name| !reserved.contains(name)).map(str::to_owned);
    shipped.beds().iter().map(ToString::to_string).chain(own).collect()
}

/// A reason in one line.
fn reason(error: &LoadError, texts: &Texts) -> String {
    if let Some(Problem { line, message, .. }) = error.errors().next() {
        let message = Message::new("problem-in-line")
            .with("line", *line)
            .with("message", message.text(texts));
        return texts.text(&message);
    }
    let LoadError::Unreadable(file) = error else {
        return error.to_string();
    };
    // Its name is enough: everything there is here lies in one folder.
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    if file.is_missing() {
        return format!("{name} is no longer there");
    }
    format!("{name} cannot be read: {}", file.kind)
}

/// Sessions by what they are called now.
fn called_now(ids: &[String]) -> Vec<String> {
    ids.iter().map(|id| current_id(id).to_owned()).collect()
}
