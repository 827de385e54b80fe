//! Where a recording and its captions go: looked at before the work begins, written when it is done.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::cli::arguments::RenderArguments;
use crate::cli::console::Console;
use crate::cli::exit::Failure;
use crate::cli::exported::{is_standard_output, spare_kept};
use crate::cli::files::called;
use crate::cli::text::said;
use crate::conductor::{EndSignal, Interruption};
use crate::config::Paths;
use crate::files::{Draft, has_ending, is_disk, is_same_file, is_stream, why_unwritten};

/// Refuses places that are one file, or that may not be replaced.
pub(super) fn check(wish: &RenderArguments) -> Result<(), Failure> {
    if let (Some(sound), Some(captions)) = (&wish.output, &wish.captions)
        && !is_standard_output(captions)
        && is_same_file(sound, captions)
    {
        let failure = Failure::usage("the sound and its captions cannot be one file");
        return Err(failure.help("captions are a file of their own that ends in .vtt"));
    }
    if let Some(captions) = wish.captions.as_deref().filter(|place| is_of_other_captions(place)) {
        let failure = Failure::usage(format!(
            "captions are saved as WebVTT, which `{}` is no name for",
            said(captions)
        ));
        return Err(failure.help(format!(
            "call it `{}`; most players and editors read that",
            said(&captions.with_extension("vtt"))
        )));
    }
    for place in files_of(wish) {
        if place.is_dir() {
            return Err(unwritable(place, &io::ErrorKind::IsADirectory.into()));
        }
        if !wish.force && is_disk(place) {
            let failure = Failure::new(format!("`{}` is a whole disk", said(place)));
            return Err(failure.help("`--force` writes over what is on it; or give another name"));
        }
        if !wish.force && place.exists() && !is_stream(place) {
            return Err(taken(place));
        }
    }
    Ok(())
}

/// Whether a name ends as captions of another kind do.
fn is_of_other_captions(place: &Path) -> bool {
    const OTHERS: [&str; 9] = ["srt", "sub", "sbv", "ssa", "ass", "ttml", "dfxp", "smi", "lrc"];
    OTHERS.iter().any(|ending| has_ending(place, ending))
}

/// The files that are asked for.
fn files_of(wish: &RenderArguments) -> impl Iterator<Item = &PathBuf> {
    let places = [&wish.output, &wish.captions].into_iter().flatten();
    places.filter(|place| !is_standard_output(place))
}

/// Whether a place without an ending is meant for another program to read: `-`, a pipe or a device.
pub(super) fn is_for_others(place: &Path) -> bool {
    is_standard_output(place) || place.starts_with("/dev") || is_stream(place)
}

/// A place of that kind whose ending is known. Beside `-` or a device nothing can be put: there it is
/// a file here, called as the session.
pub(in crate::cli) fn with_ending(place: &Path, session: &Path) -> PathBuf {
    let own = || PathBuf::from(called(session)).with_extension("flac");
    if place.is_dir() {
        place.join(own())
    } else if is_for_others(place) || place.file_name().is_none() {
        own()
    } else {
        place.with_extension("flac")
    }
}

/// Refuses to write over the session that is recorded, over what the person has put where it is heard
/// of, and over what the program keeps.
pub(super) fn spare(
    session: Option<&Path>,
    wish: &RenderArguments,
    paths: Option<&Paths>,
) -> Result<(), Failure> {
    let sounds = paths.map(Paths::sounds);
    let recordings = session.map(|session| session.with_extension("voice"));
    for place in files_of(wish) {
        spare_kept(place, paths)?;
        let mut heard = sounds.iter().chain(&recordings);
        if place.is_file() && heard.any(|folder| is_within(place, folder)) {
            let failure = Failure::usage(format!("`{}` is a sound of your own", said(place)));
            return Err(failure.help("give what is saved a name of its own"));
        }
        if session.is_some_and(|session| is_same_file(session, place)) {
            let failure = Failure::usage(format!("`{}` is the session itself", said(place)));
            return Err(failure.help("give what is saved a name of its own"));
        }
    }
    Ok(())
}

fn is_within(place: &Path, folder: &Path) -> bool {
    let real = place.canonicalize().ok().zip(folder.canonicalize().ok());
    real.is_some_and(|(place, folder)| place.starts_with(folder))
}

/// Where a recording goes that lacks some of its words, so that it is not taken for a whole one.
pub(super) fn apart(place: &Path) -> PathBuf {
    let ending = place.extension().unwrap_or_default().to_string_lossy();
    place.with_extension(format!("incomplete.{ending}"))
}

/// Begins the file at a place; where none can be written there, that is known now.
pub(super) fn begin(place: &Path) -> Result<Draft, Failure> {
    Draft::begin(place).map_err(|error| unwritable(place, &error))
}

/// Writes the captions into their draft.
pub(super) fn write(draft: &mut Draft, place: &Path, text: &str) -> Result<(), Failure> {
    draft.file().write_all(text.as_bytes()).map_err(|error| unwritable(place, &error))
}

/// Puts a finished file in its place, and says so. Returns what has asked for the end meanwhile,
/// where something has, as while a pipe is not read from.
pub(super) fn keep(
    draft: Draft,
    place: &Path,
    what: &str,
    interruption: &Interruption,
    wish: &RenderArguments,
    console: &mut Console<'_>,
) -> anyhow::Result<Option<EndSignal>> {
    let kept = draft.keep_unless(wish.force, &|| interruption.asked().is_some());
    match (kept, interruption.asked()) {
        (Err(error), Some(end)) if error.kind() == io::ErrorKind::Interrupted => {
            // A terminal that is gone need not be told.
            let _ = writeln!(console.err, "Stopped. `{}` was given a part only.", said(place));
            return Ok(Some(end));
        }
        (kept, _) => kept.map_err(|error| unwritable(place, &error))?,
    }
    // What goes into a pipe or onto a device may be read from there: nothing is added to it.
    if !is_stream(place) {
        let prints_captions = wish.captions.as_deref().is_some_and(is_standard_output);
        let out = if prints_captions { &mut *console.err } else { &mut *console.out };
        writeln!(out, "{} ({what})", said(place))?;
    }
    Ok(None)
}

fn taken(place: &Path) -> Failure {
    Failure::new(format!("there is a `{}` already", said(place)))
        .help("`--force` replaces it; or give another name")
}

pub(in crate::cli) fn unwritable(place: &Path, error: &io::Error) -> Failure {
    let name = said(place);
    let why = why_unwritten(error);
    let failure = Failure::new(format!("`{name}` cannot be written: {why}"));
    match error.kind() {
        io::ErrorKind::AlreadyExists => taken(place),
        io::ErrorKind::NotFound => failure.help("the folder has to be there already"),
        io::ErrorKind::NotADirectory => failure.help("make a folder in its place"),
        io::ErrorKind::IsADirectory => failure.help("there is a folder of that name; give another"),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            failure.help("give a place where you may write")
        }
        io::ErrorKind::InvalidFilename => failure.help("give a shorter name"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            let is_smallest = !["wav", "flac"].iter().any(|ending| has_ending(place, ending));
            let smaller = "make room there; an .ogg file takes the least";
            failure.help(if is_smallest { "make room there" } else { smaller })
        }
        io::ErrorKind::FileTooLarge => {
            failure.help("an .ogg file is the smallest; `--minutes` makes a session shorter")
        }
        _ => failure.help("give another name"),
    }
}
