//! The person's own sounds: recipes and sound files in one folder.

use std::fmt;
use std::path::{Path, PathBuf};

use super::Sounds;
use crate::choices::Background;
use crate::decoding::{ENDINGS, not_read_here, unread_ending};
use crate::files;
use crate::problem::Problem;
use crate::synthesis::file;

/// The most files that are looked at in a folder.
const MOST_FILES: usize = 500;
/// The longest name, in characters.
const LONGEST_NAME: usize = 60;
/// More of a recipe than this is not read: it is too long already.
const ENOUGH: u64 = 64 * 1024;

/// What is said of a file whose name has another ending.
const NO_SOUND: &str = "sounds end in .toml, .wav, .flac, .ogg or .mp3";

/// A file that is meant as a sound and cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadSound {
    /// The file.
    pub path: PathBuf,
    /// Everything that is wrong with it.
    pub reasons: Vec<BadSoundReason>,
}

/// Why a file cannot be used as a sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadSoundReason {
    /// It cannot be read at all, or is no sound.
    Words(String),
    /// Its recipe says something that does not hold.
    Recipe(Box<Problem>),
}

/// In English.
impl fmt::Display for BadSoundReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => f.write_str(words),
            Self::Recipe(problem) => problem.fmt(f),
        }
    }
}

impl BadSound {
    fn new(path: &Path, reason: impl Into<String>) -> Self {
        Self { path: path.to_owned(), reasons: vec![BadSoundReason::Words(reason.into())] }
    }

    fn recipe(path: &Path, problems: Vec<Problem>) -> Self {
        let reasons = problems.into_iter().map(|it| BadSoundReason::Recipe(Box::new(it)));
        Self { path: path.to_owned(), reasons: reasons.collect() }
    }
}

impl Sounds {
    /// Adds what lies in a folder, and gives back what cannot be used. A folder that is not there
    /// is an empty one.
    pub(super) fn add_folder(&mut self, folder: &Path) -> Vec<BadSound> {
        let listed = match files::list(folder) {
            Ok(listed) => listed,
            Err(error) if error.is_missing() => return Vec::new(),
            Err(error) => {
                return vec![BadSound::new(
                    &error.path,
                    format!("{}; {}", error.kind, error.help()),
                )];
            }
        };
        let (folders, others): (Vec<_>, Vec<_>) =
            listed.into_iter().partition(files::FolderEntry::is_folder);
        let paths = others.into_iter().map(|entry| entry.path);
        let (mut paths, others): (Vec<_>, Vec<_>) = paths.partition(|path| is_meant_as_sound(path));
        let others = others.iter().filter(|path| !files::is_note_or_copy(path)).take(MOST_FILES);
        let beyond = paths.split_off(paths.len().min(MOST_FILES));
        let too_many = |path: &PathBuf| {
            BadSound::new(path, format!("there are more than {MOST_FILES} sounds in its folder"))
        };
        let mut bad: Vec<BadSound> = beyond.first().map(too_many).into_iter().collect();
        bad.extend(paths.iter().filter_map(|path| self.add_path(path).err()));
        bad.extend(others.map(|path| BadSound::new(path, NO_SOUND)));
        bad.extend(folders.iter().filter_map(|entry| passed_over(&entry.path)));
        bad
    }

    fn add_path(&mut self, path: &Path) -> Result<(), BadSound> {
        let name = files::callable_name(path);
        let name = name.map_err(|why| BadSound::new(path, format!("{why}; rename it")))?;
        if let Some(ending) = unread_ending(path) {
            return Err(BadSound::new(path, not_read_here(ending)));
        }
        if name.chars().count() > LONGEST_NAME {
            let reason = format!("its name should have at most {LONGEST_NAME} characters");
            return Err(BadSound::new(path, reason));
        }
        if Background::written(&name).name().is_none() {
            let reason =
                format!("`{name}` has a meaning of its own where sounds are chosen; rename it");
            return Err(BadSound::new(path, reason));
        }
        if let Some(taken) = self.recipes.get(&name).or_else(|| self.files.get(&name)) {
            let reason = format!("{}; rename one of the two", files::taken_instead(taken, path));
            return Err(BadSound::new(path, reason));
        }
        if is_recipe(path) {
            let text = read_recipe(path).map_err(|reason| BadSound::new(path, reason))?;
            let added = self.add(name.clone(), &path.to_string_lossy(), &text);
            added.map_err(|problems| BadSound::recipe(path, problems))?;
            self.recipes.insert(name, path.to_owned());
        } else {
            files::open(path).map_err(|error| BadSound::new(path, error.kind.to_string()))?;
            self.files.insert(name, path.to_owned());
        }
        Ok(())
    }

    /// Whether a sound file can be a chime, and so rather is none to lie beneath.
    pub fn is_short(path: &Path) -> bool {
        file::read_chime(path).is_ok()
    }

    /// Looks at the beginning of each sound file, leaves out those that cannot be used, and gives
    /// them back.
    pub fn look_at_files(&mut self) -> Vec<BadSound> {
        let mut bad = Vec::new();
        self.files.retain(|_, path| match file::look_at(path) {
            Ok(()) => true,
            Err(problem) => {
                bad.push(BadSound::new(path, problem.to_string()));
                false
            }
        });
        bad
    }

    /// Looks at one file, or at all that are meant as sounds in a folder, down to the last sample.
    /// Gives how many were looked at, and which cannot be used.
    pub fn check(path: &Path) -> (usize, Vec<BadSound>) {
        if !path.is_dir() {
            return (1, check_file(path).err().into_iter().collect());
        }
        let mut sounds = Self::shipped();
        let mut bad = sounds.add_folder(path);
        let looked_at = sounds.recipes.len() + sounds.files.len() + bad.len();
        bad.extend(sounds.files.values().filter_map(|path| check_file(path).err()));
        (looked_at, bad)
    }
}

/// A folder among the sounds that is called as one, or the first sound in it: neither is heard.
fn passed_over(folder: &Path) -> Option<BadSound> {
    if is_meant_as_sound(folder) {
        return Some(BadSound::new(folder, "it is a folder; a sound is one file"));
    }
    let within = files::list(folder).unwrap_or_default().into_iter();
    let mut sounds = within.filter(|entry| !entry.is_folder() && is_meant_as_sound(&entry.path));
    let reason = "sounds in a folder of their own are not read; move them out of it";
    sounds.next().map(|entry| BadSound::new(&entry.path, reason))
}

/// A sound file is good if it can be a chime or a bed.
fn check_file(path: &Path) -> Result<(), BadSound> {
    if let (false, Err(error)) = (path.exists(), files::open(path)) {
        let help = if error.is_missing() { String::new() } else { format!("; {}", error.help()) };
        return Err(BadSound::new(&error.path, format!("{}{help}", error.kind)));
    }
    if !is_meant_as_sound(path) {
        return Err(BadSound::new(path, NO_SOUND));
    }
    let mut sounds = Sounds::shipped();
    sounds.add_path(path)?;
    if is_recipe(path) {
        return Ok(());
    }
    file::look_through(path).map_err(|problem| BadSound::new(path, problem.to_string()))
}

fn read_recipe(path: &Path) -> Result<String, String> {
    let bytes = files::read_beginning(path, ENOUGH).map_err(|error| error.kind.to_string())?;
    String::from_utf8(bytes).map_err(|_| "it is not text in UTF-8".to_owned())
}

fn is_recipe(path: &Path) -> bool {
    files::has_ending(path, "toml")
}

fn is_meant_as_sound(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    is_recipe(path) || ENDINGS.contains(&ending.as_str()) || unread_ending(path).is_some()
}
