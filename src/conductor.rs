//! The one loop: clock, keys and effects, and the terminal that is always given back.

mod background_writer;
mod byte_pace;
mod cell_writer;
mod clock;
mod interruption;
mod keys;
mod library_access;
mod library_scan;
mod lines_check_in;
mod lines_front_end;
mod lines_stop;
mod preview;
mod read_aloud;
mod reminded_session;
mod reminding;
mod screen_front_end;
mod signal_keys;
mod signals;
mod terminal;
mod terminal_answer;
#[cfg(test)]
mod tests;
mod themes;
mod time_zone;
mod typed_line;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use thiserror::Error;
use tokio::runtime::Runtime;
use tokio::sync::mpsc::{Receiver, channel};

use crate::audio::{Sound, SoundOptions, probe};
use crate::care::{CaredFor, ScreenedSession, Today};
use crate::choices::{Background, OutputChoice};
use crate::config::{Paths, Settings, Surroundings};
use crate::desktop::{self, Desktop, Wishes};
use crate::figures::Figures;
use crate::files::system_words;
use crate::format::KnownNames;
use crate::journal::{CheckIn, DayCoin, JournalWriter, RatingMoment};
use crate::library::{PartOfDay, courses_in};
use crate::playback::{Clock as _, DesktopLink, Event, JournalLink, Narrator, Playback};
use crate::player::{Effect, Levels, NowPlaying, Start};
use crate::processes;
use crate::profile::keep_today;
use crate::screens::{App, Environment, draw};
use crate::session::Session;
use crate::synthesis::Sounds;
use crate::timeline::Wish;

pub use background_writer::BackgroundWriter;
pub use clock::{BootClock, day_of_person, here_and_now, hour_and_day, moment_here};
pub use interruption::Interruption;
pub use library_access::{bed_names, known_names_with};
pub use lines_check_in::CheckInTold;
pub use lines_front_end::LineEvent;
pub use lines_stop::StopTold;
pub use preview::{SoundPreview, preview_sound};
pub use read_aloud::ReadAloud;
pub use reminding::{OwnDesk, Reminded, Reminding};
pub use signals::EndSignal;
pub use themes::{
    CellOrigin, PictureOrigin, ThemeFault, cells, chosen, color_depth, is_theme_name, pictures,
};
pub use time_zone::{time_zone, time_zone_fault};
pub use typed_line::{asks_to_leave, typed_line};

use library_access::{LibraryAccess, remember_played};
use lines_front_end::LinesFrontEnd;
use screen_front_end::ScreenFrontEnd;
use signals::listen;
use terminal::{Canvas as _, Drawn, TakenTerminal};

/// How many requests of the desktop may wait; more at once are dropped.
const DESKTOP_REQUESTS: usize = 16;

/// How much the journal may have told that was not shown yet.
const JOURNAL_NEWS: usize = 8;

/// What the loop needs to run.
pub struct Options {
    /// Settings, with the command line's wishes already in them.
    pub settings: Settings,
    /// Where files are kept; `None` where there is no home folder.
    pub paths: Option<Paths>,
    /// What the environment says.
    pub surroundings: Surroundings,
    /// How loud everything is, and which background sessions are played with.
    pub levels: Levels,
    /// A session to play at once, and how it was screened. `None` opens the first screen.
    pub play: Option<(Start, ScreenedSession)>,
    /// Its file, where it is one of the person's own.
    pub file: Option<PathBuf>,
    /// Whom sessions are for.
    pub person: CaredFor,
    /// What the person has been asked and told today.
    pub today: Today,
    /// What the person said of themselves before it.
    pub said_before: CheckIn,
    /// A word for the first screen, on what is not as the person has set it.
    pub notice: Option<String>,
}

/// How the loop ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As the person wished.
    Done,
    /// By Ctrl-C or a signal, or because the terminal is gone.
    Interrupted(EndSignal),
}

/// How a screen was left.
#[derive(Debug)]
pub struct Leaving {
    /// How the loop ended.
    pub outcome: Outcome,
    /// Why changed volumes could not be kept, where they could not.
    pub unkept: Option<io::Error>,
}

impl From<Outcome> for Leaving {
    fn from(outcome: Outcome) -> Self {
        Self { outcome, unkept: None }
    }
}

/// Why the loop could not run.
#[derive(Debug, Error)]
pub enum ConductorError {
    /// The terminal failed.
    #[error("the terminal could not be used: {}", system_words(.0))]
    Terminal(#[from] io::Error),
    /// There is nothing to hear with.
    #[error("there is no sound: {0}")]
    NoSound(String),
}

/// Opens the full screen and runs until the person leaves.
///
/// # Errors
/// [`ConductorError`] where the terminal cannot be used.
pub fn run(options: Options) -> Result<Leaving, ConductorError> {
    or_hung_up(run_screen(options))
}

/// A terminal that is gone ends the program as the signal does that tells of it: which of the two
/// is noticed first is chance.
fn or_hung_up<T: From<Outcome>>(ended: Result<T, ConductorError>) -> Result<T, ConductorError> {
    match ended {
        Err(ConductorError::Terminal(error)) if terminal::is_gone(&error) => {
            Ok(Outcome::Interrupted(EndSignal::HANG_UP).into())
        }
        ended => ended,
    }
}

fn run_screen(mut options: Options) -> Result<Leaving, ConductorError> {
    let runtime = runtime()?;
    // Before the terminal is taken: from then on, no signal may end the program in any other way.
    let signals = runtime.block_on(async { listen() })?;
    let clock = BootClock::start();
    let mut app = app_for(&mut options);
    let mut now = NowPlaying::new(options.levels.clone());
    let (mut view, theme) = themes::first_view(&options);
    let shows = pictures(options.settings.pictures, theme.1, &options.surroundings);
    let question = themes::question(&options);
    let cells = themes::chosen_cells(options.settings.cells);
    let mut canvas = TakenTerminal::take(options.settings.mouse, question.as_deref())?;
    let begin = options.play.take().and_then(|(start, session)| app.begin(start, session));
    let first = begin.map(|begin| now.control(begin, clock.date()));
    for effect in first.iter().flatten() {
        app.follow(effect);
    }
    // The first frame comes before anything else: no sound server, library or voice is waited for.
    canvas.draw(&mut |frame| {
        draw(frame, &app, &now, &mut view);
        Drawn::taken(&mut view)
    })?;
    view.figures = Some(Figures::default());
    let mut narrator =
        Narrator::new(options.settings.voice.clone(), options.paths.clone()).looking_again();
    if let (Some(id), Some(player)) = (now.id(), now.player()) {
        narrator.prepare(id, options.file.as_deref(), player.shared_timeline());
    } else if let Some((id, timeline)) = app.coming() {
        narrator.prepare(id, options.file.as_deref(), timeline);
    }
    let sound = sound_options(&options);
    let known_names = known_names_with(&sound.sounds);
    app.shared.beds = bed_names(&sound.sounds);
    let (link, desktop) = desktop_link(&options.settings);
    let journal = journal_link(&options.settings, options.paths.as_ref());
    let mut screen = ScreenFrontEnd {
        library: library_access(options, known_names),
        playback: Playback::new(now, clock, open_sound(sound), narrator, link, journal),
        desktop,
        news: channel(JOURNAL_NEWS),
        theme,
        pictures: shows,
        cells,
        // Closed: nothing is heard of it before the keys are.
        answers: channel(1).1,
        next_frame: None,
        is_stale: false,
        app,
        view,
        canvas,
    };
    screen.open(first)?;
    let (keys, answers) = keys::listen(screen.view.frame.area)?;
    if question.is_some() {
        screen.answers = answers;
    }
    let outcome = runtime.block_on(async { screen.run_to_the_end(keys, signals).await });
    screen.library.remember(screen.playback.now().levels());
    let ScreenFrontEnd { canvas, playback, library, .. } = screen;
    drop(canvas);
    playback.close();
    Ok(Leaving { outcome: outcome?, unkept: library.into_unkept() })
}

/// The screens as they are before anything is known but what was wished for.
fn app_for(options: &mut Options) -> App {
    let mut app = App::new(environment(&options.settings, &options.surroundings));
    app.shared.environment.checks_in &= options.paths.is_some();
    app.shared.notice = options.notice.take();
    app.shared.person = std::mem::take(&mut options.person);
    app.shared.today = std::mem::take(&mut options.today);
    app
}

/// Plays without a screen: everything that happens is handed to `tell`, in time. A step that waits
/// goes on when a line comes in on standard input; where that is no terminal, it goes on by itself.
///
/// # Errors
/// Whatever `tell` returns, a closed pipe included.
pub fn run_plain(
    options: Options,
    tell: &mut dyn FnMut(&NowPlaying, LineEvent<'_>) -> io::Result<()>,
) -> Result<Outcome, ConductorError> {
    or_hung_up(run_lines(options, tell))
}

fn run_lines(
    options: Options,
    tell: &mut dyn FnMut(&NowPlaying, LineEvent<'_>) -> io::Result<()>,
) -> Result<Outcome, ConductorError> {
    let sink = open_sound(sound_options(&options));
    let now = NowPlaying::new(options.levels.clone());
    let (link, desktop) = desktop_link(&options.settings);
    let Some((start, session)) = options.play else {
        return Ok(Outcome::Done);
    };
    let paths = options.paths.clone();
    let journal = journal_link(&options.settings, paths.as_ref());
    let day_begins = options.settings.day_begins;
    let narrator = Narrator::new(options.settings.voice, options.paths).looking_again();
    let mut played = None;
    let mut tell = |now: &NowPlaying, event: LineEvent<'_>| {
        if let LineEvent::Played(Event::Effect(Effect::Ended(record))) = event {
            played = record.was_played().then(|| record.id.clone());
        }
        tell(now, event)
    };
    let mut keep = |today: &Today| {
        // The advice is told; a day that cannot be kept is asked again.
        let _ = paths.as_ref().map(|paths| keep_today(paths, today));
    };
    let mut playback = Playback::new(now, BootClock::start(), sink, narrator, link, journal);
    playback.prepare(&start.id, options.file.as_deref(), start.player.shared_timeline());
    let asks_after = options.said_before.told();
    playback.keep_said(RatingMoment::Before, options.said_before);
    let mut front_end = LinesFrontEnd {
        playback,
        tell: &mut tell,
        cared: (session, options.person),
        today: options.today,
        keep: &mut keep,
        stopped: None,
        asks_after,
        desktop,
        stop: processes::stop_until_continued,
        is_held: false,
        rings_until: None,
    };
    let outcome = runtime()?.block_on(async {
        let signals = listen()?;
        front_end.run(start, lines_front_end::lines(), signals).await
    });
    front_end.close(matches!(outcome, Ok(Outcome::Done)))?;
    if let (Some(paths), Some(id)) = (paths, played) {
        // Nobody who listens to plain lines misses what is only there to choose from later.
        let courses = courses_in(&paths.sessions());
        let _ = remember_played(&paths, (&id, &courses), day_begins);
    }
    Ok(outcome?)
}

/// The link to the desktop, and what it asks for.
fn desktop_link(settings: &Settings) -> (DesktopLink, Receiver<desktop::DesktopRequest>) {
    let wishes = wishes(settings);
    let (asks, asked) = channel(DESKTOP_REQUESTS);
    let clock = BootClock::start();
    let clock: desktop::TimeSource = Arc::new(move || clock.now());
    let ask: desktop::Ask = Arc::new(move |request| {
        // The loop has ended, or far too much was asked for.
        let _ = asks.try_send(request);
    });
    let desktop = (!wishes.is_empty()).then(|| Desktop::new(wishes, clock, ask));
    (DesktopLink::new(desktop), asked)
}

/// The link to the journal, where one is kept.
fn journal_link(settings: &Settings, paths: Option<&Paths>) -> JournalLink {
    let paths = paths.filter(|_| settings.journal);
    let writer = paths.map(|paths| JournalWriter::new(paths.journal_file()));
    let coin = paths.and_then(|paths| DayCoin::load(&paths.coin_file()));
    JournalLink::new(writer, settings.day_begins, coin)
}

/// The way to the library, and to what is remembered.
fn library_access(options: Options, known_names: KnownNames) -> LibraryAccess {
    let day_begins = options.settings.day_begins;
    LibraryAccess::new(options.paths, known_names, &options.levels, day_begins)
}

/// What the settings ask of the desktop.
fn wishes(settings: &Settings) -> Wishes {
    Wishes {
        media_keys: settings.media_keys,
        pause_players: settings.pause_players,
        stay_awake: settings.stay_awake,
    }
}

fn runtime() -> io::Result<Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

fn open_sound(options: SoundOptions) -> Sound {
    let clock = BootClock::start();
    Sound::open(options, Arc::new(move || clock.now()))
}

fn sound_options(options: &Options) -> SoundOptions {
    SoundOptions {
        output: options.settings.output,
        channels: options.settings.channels,
        volume: options.levels.volume,
        muted: options.levels.muted,
        mix: options.levels.mix,
        sounds: Sounds::open(options.paths.as_ref().map(Paths::sounds).as_deref()).0,
        ..SoundOptions::default()
    }
}

/// What the sound output says of itself, for a report; it takes 1.5 s at most.
pub fn sound_report(choice: OutputChoice) -> String {
    probe(choice, None)
}

/// What the desktop says of itself, for a report; it takes 1 s at most.
pub fn desktop_report() -> String {
    desktop::probe()
}

/// How a session is played where nothing else is asked for, with this background.
pub fn usual_wish(
    settings: &Settings,
    surroundings: &Surroundings,
    session: &Session,
    bed: &Background,
) -> Wish {
    environment(settings, surroundings).wish(session, bed)
}

fn environment(settings: &Settings, surroundings: &Surroundings) -> Environment {
    let (now, day) = hour_and_day();
    let hour = surroundings.hour.unwrap_or(now);
    Environment {
        part_of_day: PartOfDay::at(hour),
        is_night_hour: settings.night_hours().have(hour),
        day,
        first_side: settings.first_side,
        reduced_motion: settings.reduced_motion,
        night: settings.night,
        sleep_timer: settings.sleep_timer,
        guidance: settings.guidance,
        words_per_minute: settings.voice.words_per_minute,
        language: settings.language_of(surroundings),
        asks_before: settings.asks_before(surroundings),
        tells_before: surroundings.tells_before(),
        checks_in: settings.checks_in(surroundings),
    }
}
