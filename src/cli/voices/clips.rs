//! What the recordings of a session are called, and which of them are there.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::care::screen;
use crate::cli::console::Console;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::list::write_json;
use crate::cli::play;
use crate::cli::setup::Setup;
use crate::cli::text::{count, one_line, said};
use crate::library::LoadedSession;
use crate::timeline::Timeline;
use crate::voice::{BadRecording, Recordings};

/// A line and its recording. The keys are a promise to scripts.
#[derive(Serialize)]
struct ListedRecording {
    words: String,
    /// What its recording is called, without an ending.
    name: String,
    /// The recording that is heard, if there is one that can be used.
    path: Option<String>,
    /// Recordings of it that cannot be used.
    problems: Vec<RecordingProblem>,
}

/// A recording that cannot be used. The keys are a promise to scripts.
#[derive(Serialize)]
struct RecordingProblem {
    path: String,
    why: String,
}

/// Lists every line a session speaks as it is written, with the name of its recording.
pub(super) fn clips(
    wish: &Path,
    as_json: bool,
    setup: &Setup,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let loaded = files::load(&setup.library(), wish, console)?;
    let (folder, recordings) = recordings(&loaded, setup);
    let timeline = play::lay_out(&screen(&loaded.session, &setup.person), &setup.wish_by_day())?;
    let clips = clips_of(&timeline, &recordings);
    if as_json {
        write_json(&clips, console)?;
        return Ok(Exit::Done);
    }
    let lines = count(clips.len(), "line");
    let there = clips.iter().filter(|clip| clip.path.is_some()).count();
    writeln!(console.out, "{lines}, {there} recorded. Recordings are looked for in")?;
    writeln!(console.out, "{}", said(&folder))?;
    if let Some(fault) = recordings.fault() {
        writeln!(console.out, "{}", one_line(fault))?;
    }
    for clip in &clips {
        write_clip(clip, console)?;
    }
    let names: BTreeSet<String> = clips.into_iter().map(|clip| clip.name).collect();
    let others: Vec<_> = recordings.of_other_names(&names).map(file_name).collect();
    if !others.is_empty() {
        writeln!(console.out, "\nNo line is called like these files:")?;
        for other in others {
            writeln!(console.out, "  {other}")?;
        }
    }
    Ok(Exit::Done)
}

fn write_clip(clip: &ListedRecording, console: &mut Console<'_>) -> io::Result<()> {
    let mark = match clip.path {
        Some(_) => "✓",
        None if clip.problems.is_empty() => "·",
        None => "✗",
    };
    writeln!(console.out, "\n{mark} {}\n  {}", clip.name, one_line(&clip.words))?;
    for RecordingProblem { path, why } in &clip.problems {
        writeln!(
            console.out,
            "  {} cannot be used: {}",
            file_name(Path::new(path)),
            one_line(why)
        )?;
    }
    Ok(())
}

/// A recording as it is printed, where its folder has been named already.
fn file_name(path: &Path) -> String {
    said(Path::new(path.file_name().unwrap_or(path.as_os_str())))
}

/// The folder of a session's recordings, and what is in it. Those of a built-in session lie where
/// a session of that name would, among the person's own.
fn recordings(loaded: &LoadedSession, setup: &Setup) -> (PathBuf, Recordings) {
    let folder = |sessions: &Path| sessions.join(format!("{}.voice", loaded.id));
    match (&loaded.path, &setup.paths) {
        (Some(path), _) => (path.with_extension("voice"), Recordings::beside(path)),
        (None, Some(paths)) => {
            let sessions = paths.sessions();
            (folder(&sessions), Recordings::in_folder(&sessions, &loaded.id))
        }
        (None, None) => (folder(Path::new("")), Recordings::none()),
    }
}

fn clips_of(timeline: &Timeline, recordings: &Recordings) -> Vec<ListedRecording> {
    let mut seen = BTreeSet::new();
    let spoken = timeline.spoken().iter().filter_map(|(_, spoken)| {
        let words = spoken.words.text(timeline.texts()).into_owned();
        let name = Recordings::name_of(&words)?;
        if !seen.insert(name.clone()) {
            return None;
        }
        let (heard, bad) = recordings.heard(&words);
        let path = heard.map(|path| path.to_string_lossy().into_owned());
        let problems = bad.iter().map(RecordingProblem::of).collect();
        Some(ListedRecording { words, name, path, problems })
    });
    spoken.collect()
}

impl RecordingProblem {
    fn of(bad: &BadRecording) -> Self {
        let why = bad.problem.to_string();
        Self { path: bad.path.to_string_lossy().into_owned(), why }
    }
}
