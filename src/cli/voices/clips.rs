//! What the recordings of a session are called, and which of them are there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::console::Console;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::list::write_json;
use crate::cli::play;
use crate::cli::setup::Setup;
use crate::cli::text::{count, one_line, said};
use crate::library::LoadedSession;
use crate::timeline::Timeline;
use crate::voice::Recordings;

/// A line and its recording. The keys are a promise to scripts.
#[derive(Serialize)]
struct ListedRecording {
    words: String,
    /// What its recording is called, without an ending.
    name: String,
    /// The recording, if it is there.
    path: Option<String>,
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
    let timeline = play::lay_out(&loaded.session, &setup.wish_by_day())?;
    let clips = clips_of(&timeline, &recordings);
    if as_json {
        write_json(&clips, console)?;
        return Ok(Exit::Done);
    }
    let lines = count(clips.len(), "line");
    let there = clips.iter().filter(|clip| clip.path.is_some()).count();
    writeln!(console.out, "{lines}, {there} recorded. Recordings are looked for in")?;
    writeln!(console.out, "{}", said(&folder))?;
    for ListedRecording { words, name, path } in clips {
        let mark = if path.is_some() { "✓" } else { "·" };
        writeln!(console.out, "\n{mark} {name}\n  {}", one_line(&words))?;
    }
    Ok(Exit::Done)
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
    let spoken = timeline.spoken().into_iter().filter_map(|(_, spoken)| {
        let words = spoken.words.text(timeline.texts()).into_owned();
        let name = Recordings::name_of(&words)?;
        let path = recordings.find(&words).map(|path| path.to_string_lossy().into_owned());
        seen.insert(name.clone()).then_some(ListedRecording { words, name, path })
    });
    spoken.collect()
}
