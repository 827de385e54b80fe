//! Lines that a person has recorded: sound files in a folder beside the session.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::cache::hexadecimal;
use crate::files::{self, composed};

/// The endings of files that can be read, in the order they are preferred.
const ENDINGS: [&str; 4] = ["wav", "flac", "ogg", "oga"];
/// No more files of a folder are looked at.
const MOST_FILES: usize = 2_000;
/// No name is longer than this many letters; a longer line's name ends in a hash.
const LONGEST_NAME: usize = 80;
/// How many bytes of its hash a long line's name ends in.
const HASH_BYTES: usize = 4;

/// The recordings that lie beside a session, by the words they speak.
///
/// They are in the folder `NAME.voice` beside `NAME.toml`. Each file is called by the words it
/// speaks, as [`Recordings::name_of`] writes them, with the ending `.wav`, `.flac` or `.ogg`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recordings {
    files: BTreeMap<String, PathBuf>,
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
    /// What leads out of that folder, through a link or by its name, is passed over.
    pub fn in_folder(sessions: &Path, id: &str) -> Self {
        let is_plain = !id.is_empty() && !id.contains(['/', '\\', ':']) && !id.starts_with('.');
        let folder = sessions.join(format!("{id}.voice"));
        let inside = fs::canonicalize(sessions).ok().filter(|_| is_plain);
        let Some((sessions, folder)) = inside.zip(fs::canonicalize(folder).ok()) else {
            return Self::none();
        };
        if !folder.starts_with(sessions) {
            return Self::none();
        }
        Self { files: recordings_in(&folder) }
    }

    /// The recording of a line.
    pub fn find(&self, words: &str) -> Option<&Path> {
        self.files.get(&Self::name_of(words)?).map(PathBuf::as_path)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
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

/// The sound files of a folder, by their names, none that is hidden; where two have one name, the first ending counts.
fn recordings_in(folder: &Path) -> BTreeMap<String, PathBuf> {
    let entries = files::list(folder).unwrap_or_default().into_iter().take(MOST_FILES);
    let mut found: Vec<(usize, PathBuf)> = entries
        .filter_map(|entry| {
            let path = fs::canonicalize(entry.path).ok()?;
            let inside = path.starts_with(folder) && path.is_file();
            let ending = path.extension()?.to_str()?.to_lowercase();
            let rank = ENDINGS.iter().position(|known| *known == ending)?;
            inside.then_some((rank, path))
        })
        .collect();
    found.sort();
    let mut files = BTreeMap::new();
    for (_, path) in found {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // As forgiving as for a line: blanks and capitals do not matter.
        if let Some(name) = Recordings::name_of(&stem) {
            files.entry(name).or_insert(path);
        }
    }
    files
}
