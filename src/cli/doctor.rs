//! `doctor`: what works on this machine.

mod folders;
mod journal;
mod kept;
mod theme;
mod volume;

use std::env::consts::{ARCH, OS};
use std::io;
use std::thread;

use super::background;
use super::console::{Console, terminal_size};
use super::exit::Exit;
use super::setup;
use super::text::{count, one_line, printable, said};
use super::who;
use crate::canvas::{ColorDepth, ColorOrigin, PixelShape};
use crate::conductor::{
    CellOrigin, PictureOrigin, cells, color_depth, day_of_person, desktop_report, pictures,
    sound_report, time_zone_fault,
};
use crate::config::{Paths, Remembered, SettingsError, Surroundings};
use crate::library::Library;
use crate::pictures::PictureWay;
use crate::playback::voice_report;
use crate::profile::load_today;
use crate::voice::StopSignal;

/// Columns of the names before facts.
const NAME: usize = 10;

/// Says what works on this machine. It always ends well: a report is what was asked for.
pub(super) fn doctor(console: &mut Console<'_>) -> anyhow::Result<Exit> {
    who::while_engines_are_asked(|stop| report(stop, console))?
}

fn report(stop: &StopSignal, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let surroundings = Surroundings::read();
    let paths = Paths::find();
    let library = setup::library(paths.as_ref());
    let version = format!("{}, {OS} on {ARCH}", env!("CARGO_PKG_VERSION"));
    write_fact("unclench", &version, console)?;
    write_fact("terminal", &terminal(&surroundings, console), console)?;
    write_fact("colours", &colours(paths.as_ref(), &surroundings, console), console)?;
    write_fact("theme", &theme::theme(paths.as_ref()), console)?;
    write_fact("pictures", pictures_fact(paths.as_ref(), &surroundings, console), console)?;
    write_fact("cells", &cells_fact(paths.as_ref(), &surroundings, console), console)?;
    // All at once: whichever of them hangs, the report is there in time.
    let (sound, voice, desktop) = thread::scope(|scope| {
        let sound = scope.spawn(|| sound(paths.as_ref()));
        let desktop = scope.spawn(desktop_report);
        let voice = voice(paths.as_ref(), stop);
        (sound.join().unwrap_or_default(), voice, desktop.join().unwrap_or_default())
    });
    write_fact("sound", &sound, console)?;
    if let Some(silent) = silent(paths.as_ref()) {
        write_fact("volume", &silent, console)?;
    }
    write_fact("voice", &voice, console)?;
    write_fact("desktop", &desktop, console)?;
    if let Some(fault) = time_zone_fault() {
        write_fact("time", &format!("in UTC: {fault}"), console)?;
    }
    write_fact("settings", &settings(paths.as_ref()), console)?;
    if let Some(damaged) = damaged_today(paths.as_ref()) {
        write_fact("today", &damaged, console)?;
    }
    for (name, fault) in [
        ("profile", paths.as_ref().and_then(kept::profile)),
        ("reminders", paths.as_ref().and_then(|paths| kept::reminders(paths, &library))),
        ("course", paths.as_ref().and_then(|paths| kept::course(paths, &library))),
    ] {
        if let Some(fault) = fault {
            write_fact(name, &fault, console)?;
        }
    }
    write_fact("journal", &journal::state(paths.as_ref()), console)?;
    write_paths(paths.as_ref(), console)?;
    write_library(&library, paths.as_ref(), console)?;
    write_fact("sounds", &sounds(paths.as_ref()), console)?;
    Ok(Exit::Done)
}

/// One fact; what has several lines stands under itself.
fn write_fact(name: &str, value: &str, console: &mut Console<'_>) -> io::Result<()> {
    for (index, line) in printable(value).lines().enumerate() {
        let name = if index == 0 { name } else { "" };
        writeln!(console.out, "{name:NAME$}  {line}")?;
    }
    Ok(())
}

fn terminal(surroundings: &Surroundings, console: &Console<'_>) -> String {
    let name = match surroundings.term.as_str() {
        "" => "TERM is not set".to_owned(),
        name => one_line(name),
    };
    match terminal_size() {
        Some((columns, rows)) => format!("{name}, {columns} × {rows}"),
        None if console.out_is_terminal => name,
        None => format!("{name}; the output goes to a file or pipe"),
    }
}

/// How many colours are drawn with, and what says so.
fn colours(paths: Option<&Paths>, surroundings: &Surroundings, console: &Console<'_>) -> String {
    let set = setup::settings(paths).0.colours;
    let (depth, origin) = color_depth(console.colours.unwrap_or(set), surroundings);
    let name = match depth {
        ColorDepth::True => "true colour",
        ColorDepth::Indexed256 => "256",
        ColorDepth::Ansi16 => "16",
        ColorDepth::Mono => "none",
    };
    match origin {
        ColorOrigin::Choice if console.colours.is_some() => format!("{name}, as --colours says"),
        ColorOrigin::Choice => format!("{name}, as your settings say"),
        ColorOrigin::Variable("NO_COLOR") => format!("{name}, as NO_COLOR asks"),
        ColorOrigin::Variable(variable) => {
            format!("{name}, from {variable}={}", one_line(surroundings.value_of(variable)))
        }
        ColorOrigin::Unknown => format!("{name}, as nothing is known of this terminal"),
    }
}

/// Whether figures are drawn in pixels, and what decides it.
fn pictures_fact(
    paths: Option<&Paths>,
    surroundings: &Surroundings,
    console: &Console<'_>,
) -> &'static str {
    let settings = setup::settings(paths).0;
    let colours = console.colours.unwrap_or(settings.colours);
    match pictures(settings.pictures, color_depth(colours, surroundings).0, surroundings) {
        PictureOrigin::Asked => {
            "in pixels where the terminal shows them, which it is asked with the first frame"
        }
        PictureOrigin::AskedAround | PictureOrigin::Chosen(PictureWay::Placeholders) => {
            "in pixels where nothing moves, if the terminal around tmux answers that it shows them"
        }
        PictureOrigin::Choice => "in cells, as your settings say",
        PictureOrigin::Chosen(PictureWay::Kitty) => {
            "in pixels by kitty's protocol, as your settings say"
        }
        PictureOrigin::Chosen(PictureWay::Inline) => {
            "in pixels by inline images where nothing moves, as your settings say"
        }
        PictureOrigin::Chosen(PictureWay::Sixels(_)) => {
            "in pixels by sixels where nothing moves, as your settings say"
        }
        PictureOrigin::FewColors => "in cells, as pixels need true colour",
        PictureOrigin::Name => "in cells, as this terminal is not known to show pixels",
    }
}

/// The letters that figures are drawn with in cells, and what decides it.
fn cells_fact(paths: Option<&Paths>, surroundings: &Surroundings, console: &Console<'_>) -> String {
    let settings = setup::settings(paths).0;
    let colours = console.colours.unwrap_or(settings.colours);
    let depth = color_depth(colours, surroundings).0;
    let (shape, origin) = cells(settings.cells, depth, surroundings);
    let letters = match shape {
        PixelShape::Halves => "halves",
        PixelShape::Quadrants => "quadrants",
        PixelShape::Sextants => "sextants",
        PixelShape::Octants => "octants",
        PixelShape::Braille => "braille",
    };
    let why = match origin {
        CellOrigin::Name => "the finest that this terminal is known to draw",
        CellOrigin::Asked => "which every font has; the terminal may tell of finer ones",
        CellOrigin::Choice => "as your settings say",
        CellOrigin::FewColors => "for lines, as colours are few",
    };
    format!("{letters}, {why}")
}

/// Which sound output there is, or why there is none.
fn sound(paths: Option<&Paths>) -> String {
    sound_report(setup::settings(paths).0.output)
}

/// What is set so low that it is not heard.
fn silent(paths: Option<&Paths>) -> Option<String> {
    let remembered = paths.map(Remembered::load).unwrap_or_default();
    volume::silent(&setup::settings(paths).0, &remembered)
}

/// The voice that would speak, or why there is none.
fn voice(paths: Option<&Paths>, stop: &StopSignal) -> String {
    voice_report(&setup::settings(paths).0.voice, paths, stop)
}

/// Which sounds there are.
fn sounds(paths: Option<&Paths>) -> String {
    let (mut sounds, mut bad) = setup::sounds(paths);
    bad.extend(sounds.look_at_files());
    let listed = sounds.list();
    let own = listed.iter().filter(|sound| sound.path.is_some()).count();
    let told = format!("{} built in, {own} of your own", listed.len() - own);
    match paths.filter(|_| !bad.is_empty()) {
        Some(paths) => {
            let files = count(bad.len(), "file");
            let why = format!("`unclench sounds check {}` says why", said(&paths.sounds()));
            format!("{told}\n{files} cannot be used yet; {why}")
        }
        None => told,
    }
}

fn settings(paths: Option<&Paths>) -> String {
    let (settings, errors) = setup::settings(paths);
    let mut told: Vec<String> = errors
        .iter()
        .map(|error| match error {
            SettingsError::Unreadable(file) => format!("{error}\n{}", file.help()),
            SettingsError::Misfit(problem) => problem.to_string(),
        })
        .collect();
    if let Err((message, help)) = background::set(&settings, paths) {
        told.push(format!("{message}\n{help}"));
    }
    if !told.is_empty() {
        return format!("{}\nwhat is said of each line holds until then", told.join("\n"));
    }
    match paths {
        Some(paths) if paths.settings_file().exists() => "as in your settings file".to_owned(),
        _ => "the usual ones".to_owned(),
    }
}

/// Where today's answers lie, if they cannot be read.
fn damaged_today(paths: Option<&Paths>) -> Option<String> {
    let paths = paths?;
    let begins = setup::settings(Some(paths)).0.day_begins;
    load_today(paths, &day_of_person(begins)).1?;
    let place = said(&paths.today_file());
    Some(format!("{}\nthe next answers replace the file: {place}", setup::DAMAGED_TODAY))
}

fn write_paths(paths: Option<&Paths>, console: &mut Console<'_>) -> io::Result<()> {
    let Some(paths) = paths else {
        return write_fact("folders", "there is no home folder; nothing is kept", console);
    };
    write_fact("folders", &folders::lines(paths).join("\n"), console)
}

fn write_library(
    library: &Library,
    paths: Option<&Paths>,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let (entries, invalid) = library.entries();
    let own = entries.iter().filter(|entry| entry.path.is_some()).count();
    let built_in = entries.len() - own;
    let sessions = format!("{built_in} built in, {own} of your own");
    if let Some(paths) = paths.filter(|_| invalid > 0) {
        let files = count(invalid, "file of your own");
        let why = format!("`unclench check {}` says why", said(&paths.sessions()));
        let mending = format!("{files} cannot be used yet; {why}");
        return write_fact("sessions", &format!("{sessions}\n{mending}"), console);
    }
    write_fact("sessions", &sessions, console)
}
