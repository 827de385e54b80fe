//! The sounds that can be called by name: the shipped recipes, and those in the person's folder.

mod folder;
mod shipped;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;

use crate::choices::Channels;
use crate::problem::Problem;
use crate::shipped_sounds::shipped_recipe;
use crate::synthesis::bed::{BedSource, BedTone};
use crate::synthesis::clip::SoundClip;
use crate::synthesis::file;
use crate::synthesis::file::SoundFileProblem;
use crate::synthesis::looped::{LoopedRecording, LoopedTone};
use crate::synthesis::recipe::{BedRecipe, Recipe, RecipeKind, recipe_kind};
pub use folder::{BadSound, BadSoundReason};
pub use shipped::ListedSound;

/// What an unknown name sounds as.
const FALLBACK: &str = "bowl";

/// Sounds by name. A shipped recipe is read when it is first called, and a sound file too, so that
/// starting costs nothing.
#[derive(Clone, Debug, Default)]
pub struct Sounds {
    chimes: BTreeMap<String, Chime>,
    beds: BTreeMap<String, Bed>,
    /// Sound files that may be called, as a chime or as a bed.
    files: BTreeMap<String, PathBuf>,
    /// Where the recipes of the person's own are.
    recipes: BTreeMap<String, PathBuf>,
    /// What is being read, or could not be.
    asked: BTreeSet<(String, RecipeKind)>,
}

/// A chime that is ready to be played.
#[derive(Clone, Debug)]
pub(crate) enum Chime {
    Recipe(Arc<Recipe>),
    Clip(SoundClip),
}

#[derive(Clone, Debug)]
enum Bed {
    Recipe(Arc<BedRecipe>),
    Recording(Arc<LoopedRecording>),
}

/// A sound file that is to be read, on a thread that may wait for the disk.
#[derive(Clone, Debug)]
pub(crate) struct FileLoad {
    name: String,
    kind: RecipeKind,
    path: PathBuf,
}

/// A sound file that was read, or why there is no sound in it.
pub(crate) struct LoadedFile {
    pub(crate) name: String,
    sound: Result<LoadedSound, LeftOut>,
}

/// A sound file that is left out.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{file}: {why}")]
pub struct LeftOut {
    /// Its name, with its ending.
    pub file: String,
    /// Why it cannot be heard.
    pub why: SoundFileProblem,
}

enum LoadedSound {
    Chime(SoundClip),
    Bed(LoopedRecording),
}

impl FileLoad {
    /// Reads the file. That takes a while.
    pub(crate) fn run(self) -> LoadedFile {
        let sound = match self.kind {
            RecipeKind::Chime => file::read_chime(&self.path).map(LoadedSound::Chime),
            RecipeKind::Bed => file::read_bed(&self.path).map(LoadedSound::Bed),
        };
        let file = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        LoadedFile { name: self.name, sound: sound.map_err(|why| LeftOut { file, why }) }
    }
}

impl LoadedFile {
    /// Why there is no sound, if there is none.
    pub(crate) fn problem(&self) -> Option<&LeftOut> {
        self.sound.as_ref().err()
    }
}

impl Sounds {
    /// The shipped sounds.
    pub fn shipped() -> Self {
        Self::default()
    }

    /// The shipped sounds, and over them those in a folder: a file there takes the place of a
    /// shipped sound of the same name. Also every file that cannot be used, with the reason; sound
    /// files are only looked at when they are called.
    pub fn open(folder: Option<&Path>) -> (Self, Vec<BadSound>) {
        let mut sounds = Self::shipped();
        let bad = folder.map(|folder| sounds.add_folder(folder)).unwrap_or_default();
        (sounds, bad)
    }

    /// Adds a recipe, or puts it in the place of the one with this name, and says what it makes.
    /// `file` is only a name for the messages.
    ///
    /// # Errors
    /// Everything that is wrong with the recipe; then nothing is added.
    pub fn add(
        &mut self,
        name: impl Into<String>,
        file: &str,
        text: &str,
    ) -> Result<RecipeKind, Vec<Problem>> {
        let kind = recipe_kind(file, text)?;
        match kind {
            RecipeKind::Chime => {
                let recipe = Chime::Recipe(Arc::new(Recipe::parse(file, text)?));
                self.chimes.insert(name.into(), recipe);
            }
            RecipeKind::Bed => {
                let recipe = Bed::Recipe(Arc::new(BedRecipe::parse(file, text)?));
                self.beds.insert(name.into(), recipe);
            }
        }
        Ok(kind)
    }

    /// Names of the person's own chimes; those of sound files among them.
    pub fn own_chimes(&self) -> impl Iterator<Item = &str> {
        let recipes = self.recipes.keys().filter(|name| self.chimes.contains_key(*name));
        recipes.chain(self.files.keys()).map(String::as_str)
    }

    /// Names of the person's own beds; those of sound files among them.
    pub fn own_beds(&self) -> impl Iterator<Item = &str> {
        let recipes = self.recipes.keys().filter(|name| self.beds.contains_key(*name));
        recipes.chain(self.files.keys()).map(String::as_str)
    }

    /// The file that must be read before the sound of this name can be heard, the first time it is
    /// asked for.
    pub(crate) fn file_to_load(&mut self, name: &str, kind: RecipeKind) -> Option<FileLoad> {
        let is_ready = match kind {
            RecipeKind::Chime => self.chimes.contains_key(name),
            RecipeKind::Bed => self.beds.contains_key(name),
        };
        if is_ready {
            return None;
        }
        let path = self.files.get(name)?.clone();
        let is_new = self.asked.insert((name.to_owned(), kind));
        is_new.then(|| FileLoad { name: name.to_owned(), kind, path })
    }

    /// Adds a sound file that was read.
    pub(crate) fn insert(&mut self, file: LoadedFile) {
        match file.sound {
            Ok(LoadedSound::Chime(clip)) => {
                self.chimes.insert(file.name, Chime::Clip(clip));
            }
            Ok(LoadedSound::Bed(bed)) => {
                self.beds.insert(file.name, Bed::Recording(Arc::new(bed)));
            }
            Err(_) => {}
        }
    }

    /// The chime with this name, or `bowl` if there is none.
    pub(crate) fn find_chime(&mut self, name: &str) -> Option<Chime> {
        self.find_chime_exactly(name).or_else(|| self.find_chime_exactly(FALLBACK))
    }

    fn find_chime_exactly(&mut self, name: &str) -> Option<Chime> {
        if let Some(chime) = self.chimes.get(name) {
            return Some(chime.clone());
        }
        let chime = Chime::Recipe(Arc::new(Recipe::parse(name, shipped_recipe(name)?).ok()?));
        self.chimes.insert(name.to_owned(), chime.clone());
        Some(chime)
    }

    /// The bed with this name, from its beginning.
    pub(crate) fn find_bed(
        &mut self,
        name: &str,
        channels: Channels,
    ) -> Option<Box<dyn BedSource>> {
        if !self.beds.contains_key(name) && !self.files.contains_key(name) {
            let recipe = BedRecipe::parse(name, shipped_recipe(name)?).ok()?;
            self.beds.insert(name.to_owned(), Bed::Recipe(Arc::new(recipe)));
        }
        Some(match self.beds.get(name)? {
            Bed::Recipe(recipe) => Box::new(BedTone::new(recipe, channels)),
            Bed::Recording(recording) => Box::new(LoopedTone::new(Arc::clone(recording))),
        })
    }
}
