//! Lines that a person has recorded: sound files in a folder beside the session.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::cache::hexadecimal;
use super::clip::{self, ClipProblem};
use crate::decoding::{ENDINGS, not_read_here, unread_ending};
use crate::files::{self, FolderEntry, composed};

/// No more files of a folder are looked at.
const MOST_FILES: usize = 2_000;
/// No name is longer than this many letters; a longer line's name ends in a hash.
const LONGEST_NAME: usize = 80;
/// How many bytes of its hash a long line's name ends in.
const HASH_BYTES: usize = 4;

/// The recordings that lie beside a session, by the words they speak.
///
/// They are in the folder `NAME.voice` beside `NAME.toml`. Each file is called by the words it
/// speaks, as [`Recordings::name_of`] writes them, with the ending `.wav`, `.flac`, `.ogg` or `.mp3`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recordings {
    /// All of each name, the one to try first foremost.
    files: BTreeMap<String, Vec<Recording>>,
    fault: Option<String>,
}

/// A file that is meant as a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// Where it lies.
    pub path: PathBuf,
    /// Why it cannot be used, if that is known without reading it.
    problem: Option<ClipProblem>,
}

/// A recording that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRecording {
    /// Where it lies.
    pub path: PathBuf,
    /// Why it cannot be used.
    pub problem: ClipProblem,
}

impl Recording {
    /// Its file, if nothing speaks against reading it.
    pub(super) fn file(&self) -> Result<&Path, ClipProblem> {
        self.problem.clone().map_or(Ok(&self.path), Err)
    }

    /// Says that it cannot be used.
    pub(super) fn bad(&self, problem: ClipProblem) -> BadRecording {
        BadRecording { path: self.path.clone(), problem }
    }
}

impl Recordings {
    /// None at all.
    pub fn none() -> Self {
        Self::default()
    }

    /// Those beside a session's file.
    pub fn beside(session: &Path) -> Self {
        let name = session.file_stem().unwrap_or_default().to_string_lossy();
        let folder = session.parent().filter(|folder| !folder.as_os_str().is_empty());
        Self::in_folder(folder.unwrap_or(Path::new(".")), &name)
    }

    /// Those of the session called `id` in a folder of sessions.
    ///
    /// What leads out of that folder through a link is not used. The name `id` leads nowhere else.
    pub fn in_folder(sessions: &Path, id: &str) -> Self {
        let name = format!("{id}.voice");
        let mut parts = Path::new(&name).components();
        let is_plain = matches!(parts.next(), Some(Component::Normal(_)));
        if !is_plain || parts.next().is_some() || id.is_empty() || id.starts_with('.') {
            return Self::none();
        }
        let folder = sessions.join(&name);
        let folder = files::as_written(&folder);
        if folder.symlink_metadata().is_err() {
            // It is not there, or that of the sessions cannot be looked into, which is told elsewhere.
            let fault = misnamed(sessions, id)
                .map(|found| format!("{} is not looked into; call it `{name}`", found.display()));
            return Self { fault, ..Self::none() };
        }
        let listed = match files::list(&folder) {
            Ok(listed) => listed,
            Err(error) => return Self { fault: Some(error.to_string()), ..Self::none() },
        };
        let place = fs::canonicalize(&folder).ok();
        let Some(place) = place.filter(|place| is_inside(place, sessions)) else {
            let fault = format!("{} is not used: {}", folder.display(), ClipProblem::Outside);
            return Self { fault: Some(fault), ..Self::none() };
        };
        let fault = (listed.len() > MOST_FILES).then(|| {
            format!(
                "{} holds more than {MOST_FILES} files; the rest is passed over",
                folder.display()
            )
        });
        Self { files: recordings_of(listed, &place), fault }
    }

    /// All that may be the recording of a line, the one to try first foremost.
    pub(super) fn of(&self, words: &str) -> &[Recording] {
        let name = Self::name_of(words);
        name.and_then(|name| self.files.get(&name)).map_or(&[], Vec::as_slice)
    }

    /// The recording of a line that is heard, and those that should be heard before it and cannot be
    /// used. Each is read to its end, which takes a while.
    pub fn heard(&self, words: &str) -> (Option<&Path>, Vec<BadRecording>) {
        let mut bad = Vec::new();
        for recording in self.of(words) {
            match recording.file().and_then(|file| clip::read(file).map(|_| file)) {
                Ok(file) => return (Some(file), bad),
                Err(problem) => bad.push(recording.bad(problem)),
            }
        }
        (None, bad)
    }

    /// The files that have none of these names.
    pub fn of_other_names<'a>(
        &'a self,
        names: &'a BTreeSet<String>,
    ) -> impl Iterator<Item = &'a Path> {
        let others = self.files.iter().filter(|(name, _)| !names.contains(*name));
        others.flat_map(|(_, recordings)| recordings).map(|recording| &*recording.path)
    }

    /// Why the folder itself cannot be used, if it is there.
    pub fn fault(&self) -> Option<&str> {
        self.fault.as_deref()
    }

    /// Whether there is none, nor a folder that should be looked at.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.fault.is_none()
    }

    /// What the recording of a line is called, without its ending: its words in small letters with
    /// hyphens between them. “And let go.” is `and-let-go`. `None` for a line without words.
    pub fn name_of(words: &str) -> Option<String> {
        let joined: String =
            composed(words).chars().filter(|letter| !matches!(letter, '\'' | '’')).collect();
        let small = joined.to_lowercase();
        let parts: Vec<&str> = small
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|it| !it.is_empty())
            .collect();
        let name = parts.join("-");
        if name.is_empty() {
            return None;
        }
        if name.chars().count() <= LONGEST_NAME {
            return Some(name);
        }
        let hash = hexadecimal(&Sha256::digest(name.as_bytes())[..HASH_BYTES]);
        let room = LONGEST_NAME - hash.len() - 1;
        let start: String = name.chars().take(room).collect();
        Some(format!("{}-{hash}", start.trim_end_matches('-')))
    }
}

/// A folder beside a session that is called nearly as that of its recordings, and so likely meant as it.
fn misnamed(sessions: &Path, id: &str) -> Option<PathBuf> {
    let listed = files::list(sessions).unwrap_or_default().into_iter();
    let is_near = |path: &Path| {
        let name = files::name_of(path).unwrap_or_default();
        let name = if files::has_ending(Path::new(&name), "toml") {
            name.rsplit_once('.').map_or("", |(bare, _)| bare)
        } else {
            &name
        };
        files::has_ending(path, "voice") && name.to_lowercase() == composed(id).to_lowercase()
    };
    let near = listed.filter(|entry| entry.is_folder() && is_near(&entry.path));
    near.map(|entry| entry.path).next()
}

/// Whether a place is in a folder, links followed.
fn is_inside(place: &Path, folder: &Path) -> bool {
    fs::canonicalize(folder).is_ok_and(|folder| place.starts_with(folder))
}

/// The sound files among what lies in a folder, by their names; of each name the plainer endings
/// first.
fn recordings_of(listed: Vec<FolderEntry>, folder: &Path) -> BTreeMap<String, Vec<Recording>> {
    let mut found: Vec<(usize, Recording)> = listed
        .into_iter()
        .take(MOST_FILES)
        .filter_map(|entry| {
            let rank = rank(&entry.path)?;
            Some((rank, recording(entry, folder)))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    let mut files: BTreeMap<String, Vec<Recording>> = BTreeMap::new();
    for (_, recording) in found {
        let stem = recording.path.file_stem().unwrap_or_default().to_string_lossy();
        // As forgiving as for a line: blanks and capitals do not matter.
        if let Some(name) = Recordings::name_of(&stem) {
            files.entry(name).or_default().push(recording);
        }
    }
    files
}

/// How early a file is tried, by its ending; `None` for what is no sound file.
fn rank(path: &Path) -> Option<usize> {
    let read = ENDINGS.iter().position(|ending| files::has_ending(path, ending));
    read.or_else(|| unread_ending(path).map(|_| ENDINGS.len()))
}

fn recording(entry: FolderEntry, folder: &Path) -> Recording {
    let path = entry.path.clone();
    let unread = unread_ending(&path).map(|ending| ClipProblem::NotRead(not_read_here(ending)));
    let unopened = || Some(ClipProblem::Unopened(entry.problem()?.kind.to_string()));
    let is_outside = || !fs::canonicalize(&path).is_ok_and(|place| place.starts_with(folder));
    let problem = unread.or_else(unopened);
    let problem = problem.or_else(|| is_outside().then_some(ClipProblem::Outside));
    Recording { path, problem }
}
