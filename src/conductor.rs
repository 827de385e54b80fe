//! The one loop: clock, keys and effects, and the terminal that is always given back.

mod clock;
mod desktop_link;
mod drifting;
mod interruption;
mod keys;
mod library_access;
mod library_scan;
mod lines_front_end;
mod narrator;
mod preview;
mod screen_front_end;
mod signals;
mod sink;
mod terminal;
#[cfg(test)]
mod tests;
mod voice;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use thiserror::Error;
use tokio::runtime::Runtime;
use tokio::sync::mpsc::{Receiver, channel};

use crate::audio::{Sound, SoundOptions, probe};
use crate::canvas::{ColorDepth, ColorOrigin, PixelShape, TerminalVariables};
use crate::choices::{Background, ColorChoice, Mix, OutputChoice};
use crate::figures::Figures;
use crate::synthesis::{LeftOut, Sounds};
use crate::theme::Theme;

use crate::config::{Paths, Settings, Surroundings};
use crate::desktop;
use crate::library::PartOfDay;
use crate::player::Player;
use crate::session::Session;
use crate::timeline::Wish;
use crate::tui::{App, Circumstances, Mixer, Mode, SoundView, View, draw};

pub use clock::{BootClock, Clock, hour_and_day};
pub use interruption::Interruption;
pub use library_access::{bed_names, shelf_with};
pub use narrator::Narrator;
pub use preview::{SoundPreview, preview_sound};
pub use voice::{manner, voice_report, voice_search};

use desktop_link::DesktopLink;
use library_access::LibraryAccess;
use lines_front_end::LinesFrontEnd;
use screen_front_end::ScreenFrontEnd;
use signals::{Signal, Signals};
use terminal::{Canvas as _, Screen};

/// What the loop needs to run.
pub struct Options {
    /// Settings, with the command line's wishes already in them.
    pub settings: Settings,
    /// Where files are kept; `None` where there is no home folder.
    pub paths: Option<Paths>,
    /// What the environment says.
    pub surroundings: Surroundings,
    /// Loudness, 0–100.
    pub volume: u8,
    /// How loud each kind of sound is.
    pub mix: Mix,
    /// Which background sessions are played with.
    pub background: Background,
    /// Begin without sound.
    pub muted: bool,
    /// A session to play at once: its id, and the player at its start. `None` opens the first
    /// screen.
    pub play: Option<(String, Player)>,
    /// Its file, where it is one of the person's own.
    pub file: Option<PathBuf>,
}

/// How the loop ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As the person wished.
    Done,
    /// By Ctrl-C or a signal.
    Interrupted,
}

/// Why the loop could not run.
#[derive(Debug, Error)]
pub enum ConductorError {
    /// The terminal failed.
    #[error("the terminal could not be used: {0}")]
    Terminal(#[from] io::Error),
    /// There is nothing to hear with.
    #[error("there is no sound: {0}")]
    NoSound(String),
}

/// One thing that happens while a session is played as plain lines.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening<'a> {
    /// A player's effect, at the player's position.
    Effect(&'a crate::player::Effect),
    /// A cue falls due now (not ahead of its time).
    Cue(&'a crate::timeline::Cue),
    /// After a session at night: what the bed does now.
    SleepTimer(&'a crate::player::SleepTimer),
    /// A sound file could not be used, and is left out.
    LeftOut(&'a LeftOut),
}

/// Opens the full screen and runs until the person leaves.
///
/// # Errors
/// [`ConductorError`] where the terminal cannot be used.
pub fn run(mut options: Options) -> Result<Outcome, ConductorError> {
    let runtime = runtime()?;
    // Before the terminal is taken: from then on, no signal may end the program in any other way.
    let signals = runtime.block_on(async { listen() })?;
    let clock = BootClock::start();
    let circumstances = circumstances(&options.settings, &options.surroundings);
    let mut app = App::new(circumstances, sound_view(&options));
    app.mixer =
        Mixer { levels: options.mix, background: options.background.clone(), beds: Vec::new() };
    let mut view =
        View::new(Theme::night(color_depth(options.settings.colours, &options.surroundings).0))
            .with_pixels(PixelShape::detect(
                &options.surroundings.term,
                &options.surroundings.terminal,
            ));
    let mut canvas = Screen::take(options.settings.mouse)?;
    let first = options.play.take().map(|(id, player)| app.start(id, player));
    // The first frame comes before anything else: nobody waits for a sound server, a library or a
    // voice.
    canvas.draw(&mut |frame| draw(frame, &app, &mut view))?;
    view.figures = Some(Figures::default());
    let mut narrator = Narrator::new(options.settings.voice.clone(), options.paths.clone());
    if let Mode::Playing(playing) = &app.mode {
        let timeline = playing.player.shared_timeline();
        narrator.prepare(&playing.id, options.file.as_deref(), timeline);
    }
    let sound = sound_options(&options);
    let shelf = shelf_with(&sound.sounds);
    app.mixer.beds = bed_names(&sound.sounds);
    let mut screen = ScreenFrontEnd {
        desktop_link: DesktopLink::new(&options.settings),
        library: LibraryAccess::new(options.paths, shelf),
        narrator,
        sink: open_sound(sound),
        last: clock.now(),
        drawn: clock.now(),
        app,
        view,
        clock,
        canvas,
    };
    let wanted = first.unwrap_or_else(|| screen.library.look(&mut screen.app));
    screen.carry_out(wanted);
    screen.draw()?;
    let events = keys::listen(screen.view.area)?;
    let outcome = runtime.block_on(async { screen.run(events, signals).await });
    screen.library.put_away();
    let ScreenFrontEnd { canvas, sink, desktop_link, .. } = screen;
    drop(canvas);
    // The desktop has what the sound takes to end, and a moment of its own when it is dropped.
    desktop_link.show(None, 0);
    sink.close();
    Ok(outcome?)
}

/// Plays without a screen: everything that happens is handed to `tell`, in time. A step that waits
/// goes on when a line comes in on standard input; where that is no terminal, it goes on by itself.
///
/// # Errors
/// Whatever `tell` returns, a closed pipe included.
pub fn run_plain(
    options: Options,
    tell: &mut dyn FnMut(&Player, &Happening<'_>) -> io::Result<()>,
) -> Result<Outcome, ConductorError> {
    let sink = open_sound(sound_options(&options));
    let Some((id, player)) = options.play else {
        return Ok(Outcome::Done);
    };
    sink.set_night(player.timeline().is_night());
    let mut narrator = Narrator::new(options.settings.voice.clone(), options.paths);
    narrator.prepare(&id, options.file.as_deref(), player.shared_timeline());
    let mut front_end = LinesFrontEnd {
        clock: BootClock::start(),
        desktop_link: DesktopLink::new(&options.settings),
        volume: options.volume,
        told_left_out: 0,
        held: false,
        sink,
        narrator,
        player,
        tell,
        pending: Vec::new(),
    };
    let outcome = runtime()?.block_on(async {
        let signals = listen()?;
        front_end.run(lines_front_end::lines(), signals).await
    });
    front_end.desktop_link.show(None, 0);
    front_end.sink.close();
    Ok(outcome?)
}

fn runtime() -> io::Result<Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

/// Brings the signals in through a channel, so that a test can send its own.
fn listen() -> io::Result<Receiver<Signal>> {
    let (sender, receiver) = channel(8);
    let mut signals = Signals::listen()?;
    tokio::spawn(async move { while sender.send(signals.next().await).await.is_ok() {} });
    Ok(receiver)
}

fn open_sound(options: SoundOptions) -> Sound {
    let clock = BootClock::start();
    Sound::open(options, Arc::new(move || clock.now()))
}

fn sound_options(options: &Options) -> SoundOptions {
    SoundOptions {
        output: options.settings.output,
        volume: options.volume,
        muted: options.muted,
        mix: options.mix,
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

/// How many colours to draw with in these surroundings, and what says so.
pub fn color_depth(choice: ColorChoice, surroundings: &Surroundings) -> (ColorDepth, ColorOrigin) {
    let depth = match choice {
        ColorChoice::Auto => {
            let variables = TerminalVariables {
                no_color: surroundings.no_color,
                color_term: &surroundings.color_term,
                term: &surroundings.term,
                term_program: &surroundings.terminal,
            };
            return variables.color_depth();
        }
        ColorChoice::None => ColorDepth::Mono,
        ColorChoice::Ansi16 => ColorDepth::Ansi16,
        ColorChoice::Indexed256 => ColorDepth::Indexed256,
        ColorChoice::True => ColorDepth::True,
    };
    (depth, ColorOrigin::Choice)
}

/// How a session is played where nothing else is asked for, with this background.
pub fn usual_wish(
    settings: &Settings,
    surroundings: &Surroundings,
    session: &Session,
    bed: &Background,
) -> Wish {
    circumstances(settings, surroundings).wish(session, bed)
}

fn circumstances(settings: &Settings, surroundings: &Surroundings) -> Circumstances {
    let (hour, day) = hour_and_day();
    Circumstances {
        part_of_day: PartOfDay::at(surroundings.hour.unwrap_or(hour)),
        day,
        first_side: settings.first_side,
        reduced_motion: settings.reduced_motion,
        night: settings.night,
        sleep_timer: settings.sleep_timer,
        words_per_minute: settings.voice.words_per_minute,
    }
}

fn sound_view(options: &Options) -> SoundView {
    SoundView { volume: options.volume, muted: options.muted, note: None }
}
