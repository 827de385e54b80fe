//! `sounds`: which there are, how one sounds, and what is wrong with one's own.

use std::path::PathBuf;
use std::time::Duration;

use unicode_width::UnicodeWidthStr as _;

use super::arguments::{SoundsArguments, SoundsCommand};
use super::console::Console;
use super::exit::{Exit, Failure};
use super::names::name_meant;
use super::play;
use super::setup::{self, Setup};
use super::text::{count, in_columns, one_line, printable, said};
use super::unheard;
use crate::conductor::{SoundPreview, preview_sound};
use crate::config::Paths;
use crate::mixer::SoundEvent;
use crate::synthesis::{BadSound, BadSoundReason, ListedSound, RecipeKind, Sounds};
use crate::words::Texts;

const GAP: &str = "  ";
/// How long a bed and a chime are heard.
const BED: Duration = Duration::from_secs(15);
const CHIME: Duration = Duration::from_secs(6);

/// Lists the sounds, plays one, or checks some.
pub(super) fn sounds(wish: &SoundsArguments, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    match &wish.command {
        None | Some(SoundsCommand::List) => list(console),
        Some(SoundsCommand::Play { name, volume }) => play_one(name, *volume, console),
        Some(SoundsCommand::Check { paths }) => check(paths, console),
    }
}

fn list(console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let paths = Paths::find();
    let (mut sounds, mut bad) = setup::sounds(paths.as_ref());
    bad.extend(sounds.look_at_files());
    let listed = sounds.list();
    let widest = listed.iter().map(|sound| one_line(&sound.name).width()).max().unwrap_or(0);
    for sound in &listed {
        let name = in_columns(&one_line(&sound.name), widest);
        let what = match &sound.path {
            Some(path) => format!("{} ({})", one_line(&sound.summary), said(path)),
            None => one_line(&sound.summary),
        };
        writeln!(console.out, "{name}{GAP}{:5}{GAP}{what}", kind(sound))?;
    }
    if let Some(paths) = paths.filter(|_| !bad.is_empty()) {
        let message = format!("{} cannot be used yet", count(bad.len(), "sound of your own"));
        let help = format!("`unclench sounds check {}` says why", said(&paths.sounds()));
        console.warn(&message, &help);
    }
    Ok(Exit::Done)
}

/// What a sound is, in a word; a sound file is whatever it is called as.
fn kind(sound: &ListedSound) -> &'static str {
    sound.kind.map_or("file", RecipeKind::word)
}

fn play_one(name: &str, volume: Option<u8>, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let setup = Setup::read(console);
    let (sounds, _) = setup::sounds(setup.paths.as_ref());
    let listed = sounds.list();
    let meant = name_meant(name, listed.iter().map(|sound| sound.name.as_str()));
    let name = meant.map_err(|help| unknown(name, help))?;
    let sound = listed.iter().find(|sound| sound.name == name);
    let sound = sound.ok_or_else(|| unknown(name, None))?;
    // A file of one's own may be a bell or a brook: as a bed it is heard longer, but must be longer.
    let is_chime = match (sound.kind, &sound.path) {
        (Some(kind), _) => kind == RecipeKind::Chime,
        (None, Some(path)) => Sounds::is_short(path),
        (None, None) => true,
    };
    let (event, length) =
        if is_chime { (SoundEvent::chime(name), CHIME) } else { (SoundEvent::bed(name), BED) };
    writeln!(console.out, "{}: {}", one_line(&sound.title), one_line(&sound.summary))?;
    let volume = play::volume(&setup, volume);
    if let Some(unheard) = unheard::of_all(volume, setup.report_texts()) {
        writeln!(console.out, "{unheard}")?;
    }
    console.out.flush()?;
    Ok(preview_sound(SoundPreview { event, length, sounds, volume }, &setup.settings)?.into())
}

fn unknown(name: &str, help: Option<String>) -> Failure {
    let failure = Failure::new(format!("there is no sound called “{}”", printable(name)));
    let failure = match help {
        Some(help) => failure.help(help),
        None => failure,
    };
    failure.help("`unclench sounds` shows them all")
}

fn check(paths: &[PathBuf], console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let (mut looked_at, mut bad) = (0, Vec::new());
    for path in paths {
        let (files, found) = Sounds::check(path);
        looked_at += files;
        bad.extend(found);
    }
    let texts = Setup::read(console).report_texts();
    for sound in &bad {
        write_bad(sound, texts, console)?;
    }
    let files = count(looked_at, "sound");
    if bad.is_empty() {
        writeln!(console.out, "{files} looked at, no problems")?;
        return Ok(Exit::Done);
    }
    writeln!(console.out, "{files} looked at, {} cannot be used yet", bad.len())?;
    Ok(Exit::Problem)
}

fn write_bad(sound: &BadSound, texts: &Texts, console: &mut Console<'_>) -> anyhow::Result<()> {
    for reason in &sound.reasons {
        match reason {
            BadSoundReason::Words(reason) => {
                writeln!(console.out, "{}: error: {}", said(&sound.path), printable(reason))?;
            }
            BadSoundReason::Recipe(problem) => writeln!(console.out, "{}", problem.said(texts))?,
        }
    }
    writeln!(console.out)?;
    Ok(())
}
