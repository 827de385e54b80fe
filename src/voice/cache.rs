//! Clips that were spoken before, kept in files under a limit of size.

use std::collections::{HashMap, HashSet};
use std::env;
use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use super::clip::LARGEST_BYTES;
use crate::decoding::{self, DecodedSound};
use crate::files::{self, Draft};

/// How much is kept unless another limit is set, in bytes: 200 MiB.
pub const DEFAULT_BYTES: u64 = 200 * 1024 * 1024;

/// The ending of a kept clip: 32 bytes of checksum, then a WAV file.
const ENDING: &str = "clip";
/// What a file or folder is called before it is whole.
const DRAFT: &str = ".draft-";
/// A draft this much older than the newest clip was left by a program that is no more.
const DRAFT_AGE: Duration = Duration::from_secs(60 * 60);
const CHECKSUM: usize = 32;

/// Where systems keep passing files; one that is not there is passed over.
const PASSING_FOLDERS: [&str; 3] = ["/tmp", "/var/tmp", "/dev/shm"];
/// A folder without room for this many bytes has none for a sentence: 12 s at 22,050 Hz.
const ROOM_BYTES: usize = 512 * 1024;

/// Written into every key: raise it whenever the same key would mean another sound.
const KEY_VERSION: &str = "unclench clip 2";

/// What a clip is kept under: a hash of everything that makes it sound as it does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key(String);

impl Key {
    /// The key of some parts. Each is counted, so that `ab`, `c` differs from `a`, `bc`.
    pub(super) fn of(parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        for part in [KEY_VERSION.as_bytes()].iter().chain(parts) {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        Self(hexadecimal(&hash.finalize()))
    }
}

/// Bytes as text, two digits each.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A folder of clips. Several programs may use it at once. What cannot be kept in it is held in
/// memory for as long as the cache is there.
#[derive(Debug)]
pub struct Cache {
    /// `None` where no folder can be written.
    folder: Option<PathBuf>,
    most_bytes: u64,
    held: Mutex<HashMap<Key, DecodedSound>>,
    /// Removes the folder with the cache, where nothing is to be kept.
    _passing: Option<TempDir>,
}

impl Cache {
    /// Opens a folder, and makes it if need be. It may come to `most_bytes`; then the clips that
    /// were not used for the longest time are removed.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn open(folder: &Path, most_bytes: u64) -> io::Result<Self> {
        let folder = std::path::absolute(folder)?;
        fs::create_dir_all(&folder)?;
        // A folder may be there and take nothing, as on a full disk.
        workspace_in(&folder)?;
        Ok(Self { folder: Some(folder), most_bytes, held: Mutex::default(), _passing: None })
    }

    /// A folder that is gone when the cache is.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn passing() -> io::Result<Self> {
        let passing = tempfile::Builder::new().prefix("unclench-voice").tempdir()?;
        let folder = passing.path().to_owned();
        let (folder, held) = (Some(folder), Mutex::default());
        Ok(Self { folder, most_bytes: u64::MAX, held, _passing: Some(passing) })
    }

    /// No folder at all: clips are held in memory.
    pub fn in_memory() -> Self {
        Self { folder: None, most_bytes: 0, held: Mutex::default(), _passing: None }
    }

    /// A folder for the files of one line, which is removed when it is dropped: beside the clips,
    /// else where the system keeps passing files, the first that has room for a clip.
    ///
    /// # Errors
    /// Whatever the file system says of the last.
    pub(super) fn workspace(&self) -> io::Result<TempDir> {
        let passing = [env::temp_dir()].into_iter();
        let passing = passing.chain(PASSING_FOLDERS.iter().map(PathBuf::from));
        let mut last = Err(io::ErrorKind::NotFound.into());
        for folder in self.folder.clone().into_iter().chain(passing) {
            last = workspace_in(&folder);
            if last.is_ok() {
                break;
            }
        }
        last
    }

    fn path(&self, key: &Key) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join(&key.0).with_extension(ENDING))
    }

    fn held(&self) -> MutexGuard<'_, HashMap<Key, DecodedSound>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The clip of a key, marked as used. A file that is damaged is removed and gives none.
    pub(super) fn load(&self, key: &Key) -> Option<DecodedSound> {
        self.loaded(key).or_else(|| self.held().get(key).cloned())
    }

    fn loaded(&self, key: &Key) -> Option<DecodedSound> {
        let path = self.path(key)?;
        let bytes = read_bounded(&path).ok()?;
        let clip = unpack(&bytes);
        match &clip {
            Some(_) => mark_used(&path, bytes[0]),
            // If it cannot be removed it is found damaged again, which costs nothing but time.
            None => drop(fs::remove_file(&path)),
        }
        clip
    }

    /// Keeps a clip: in its folder, else in memory, so that what was spoken is heard.
    pub(super) fn keep(&self, key: &Key, clip: &DecodedSound) {
        if self.store(key, clip).is_err() {
            self.held().insert(key.clone(), clip.clone());
        }
    }

    /// Keeps a clip in its folder, whole or not at all.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub(super) fn store(&self, key: &Key, clip: &DecodedSound) -> io::Result<()> {
        let wav = decoding::write(&clip.samples, clip.rate).map_err(io::Error::other)?;
        let mut draft = Draft::begin(&self.path(key).ok_or(io::ErrorKind::NotFound)?)?;
        draft.file().write_all(&Sha256::digest(&wav))?;
        draft.file().write_all(&wav)?;
        draft.keep(true)
    }

    /// Removes what was not used for the longest time until the rest keeps to the limit. What is
    /// `needed` stays in any case.
    pub(super) fn tidy(&self, needed: &HashSet<Key>) {
        let Some(folder) = &self.folder else { return };
        let mut files = files(folder);
        files.sort_by_key(|file| std::cmp::Reverse(file.used));
        let newest = files.iter().find(|file| !file.is_draft).map(|file| file.used);
        let kept: HashSet<PathBuf> = needed.iter().filter_map(|key| self.path(key)).collect();
        let mut bytes = 0;
        for file in files {
            if file.is_draft {
                if newest.is_some_and(|newest| is_left_over(file.used, newest)) {
                    remove(&file.path);
                }
                continue;
            }
            bytes += file.bytes;
            if bytes > self.most_bytes && !kept.contains(&file.path) {
                remove(&file.path);
                bytes -= file.bytes;
            }
        }
    }
}

/// A folder of its own in another, if that has room.
fn workspace_in(folder: &Path) -> io::Result<TempDir> {
    let workspace = tempfile::Builder::new().prefix(DRAFT).tempdir_in(folder)?;
    let trial = workspace.path().join("trial");
    fs::write(&trial, vec![0; ROOM_BYTES])?;
    fs::remove_file(&trial)?;
    Ok(workspace)
}

fn read_bounded(path: &Path) -> io::Result<Vec<u8>> {
    Ok(files::read_beginning(path, LARGEST_BYTES)?)
}

fn unpack(bytes: &[u8]) -> Option<DecodedSound> {
    let (sum, wav) = bytes.split_at_checked(CHECKSUM)?;
    if Sha256::digest(wav).as_slice() != sum {
        return None;
    }
    decoding::read_written(wav).ok()
}

/// Writes the first byte over itself: the system then notes the time, and no clock is read here.
fn mark_used(path: &Path, first: u8) {
    let file = OpenOptions::new().write(true).open(path);
    // At worst it is removed sooner.
    let _ = file.and_then(|mut file| file.write_all(&[first]));
}

struct Kept {
    path: PathBuf,
    bytes: u64,
    used: SystemTime,
    is_draft: bool,
}

/// The clips and drafts of a folder; anything else in it is left alone.
fn files(folder: &Path) -> Vec<Kept> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let kept = entries.filter_map(|entry| {
        let path = entry.path();
        let about = entry.metadata().ok()?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_draft = name.starts_with(DRAFT) || files::is_draft(&name);
        let is_clip = path.extension().is_some_and(|ending| ending == ENDING) && about.is_file();
        let used = about.modified().ok()?;
        (is_draft || is_clip).then_some(Kept { path, bytes: about.len(), used, is_draft })
    });
    kept.collect()
}

fn is_left_over(draft: SystemTime, newest: SystemTime) -> bool {
    newest.duration_since(draft).is_ok_and(|age| age > DRAFT_AGE)
}

fn remove(path: &Path) {
    // Another Unclench may have removed it already.
    let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
}
