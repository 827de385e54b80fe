//! The sounds that can be called by name: the shipped recipes, and those in the person's folder.

mod folder;
mod shelf;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;

use crate::audio::clip::Clip;
use crate::audio::file::{self, SoundFileProblem};
use crate::audio::note::Note;
use crate::audio::recipe::{BedRecipe, Recipe, RecipeKind, RecipeProblem, recipe_kind};
use crate::audio::synth::{Background, BedTone, Seamless, SeamlessTone};
pub use folder::BadSound;
pub use shelf::ListedSound;
use shelf::shipped_text;
pub use shelf::{shipped_bed_names, shipped_chime_names};

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
    /// What is being fetched, or could not be.
    asked: BTreeSet<(String, RecipeKind)>,
}

/// A chime that is ready to be played.
#[derive(Clone, Debug)]
pub(super) enum Chime {
    Recipe(Arc<Recipe>),
    Clip(Clip),
}

#[derive(Clone, Debug)]
enum Bed {
    Recipe(Arc<BedRecipe>),
    Recording(Arc<Seamless>),
}

/// A sound file to be read, away from whoever must not wait.
#[derive(Clone, Debug)]
pub(super) struct Errand {
    name: String,
    kind: RecipeKind,
    path: PathBuf,
}

/// What an errand brought.
pub(super) struct Fetched {
    pub(super) name: String,
    sound: Result<Loaded, LeftOut>,
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

enum Loaded {
    Chime(Clip),
    Bed(Seamless),
}

impl Errand {
    /// Reads the file. That takes a while.
    pub(super) fn run(self) -> Fetched {
        let sound = match self.kind {
            RecipeKind::Chime => file::read_chime(&self.path).map(Loaded::Chime),
            RecipeKind::Bed => file::read_bed(&self.path).map(Loaded::Bed),
        };
        let file = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Fetched { name: self.name, sound: sound.map_err(|why| LeftOut { file, why }) }
    }
}

impl Fetched {
    /// Why there is no sound, if there is none.
    pub(super) fn problem(&self) -> Option<&LeftOut> {
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
    ///
    /// # Errors
    /// Everything that is wrong with the recipe; then nothing is added.
    pub fn add(
        &mut self,
        name: impl Into<String>,
        text: &str,
    ) -> Result<RecipeKind, Vec<RecipeProblem>> {
        let kind = recipe_kind(text)?;
        match kind {
            RecipeKind::Chime => {
                let recipe = Chime::Recipe(Arc::new(Recipe::parse(text)?));
                self.chimes.insert(name.into(), recipe);
            }
            RecipeKind::Bed => {
                let recipe = Bed::Recipe(Arc::new(BedRecipe::parse(text)?));
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

    /// The file that must be read before this note can be heard, the first time it is asked for.
    pub(super) fn errand(&mut self, note: &Note) -> Option<Errand> {
        let (name, kind) = match note {
            Note::Chime { name } if !self.chimes.contains_key(name) => (name, RecipeKind::Chime),
            Note::Bed { name: Some(name) } if !self.beds.contains_key(name) => {
                (name, RecipeKind::Bed)
            }
            _ => return None,
        };
        let path = self.files.get(name)?.clone();
        let is_new = self.asked.insert((name.clone(), kind));
        is_new.then(|| Errand { name: name.clone(), kind, path })
    }

    /// Takes in what an errand brought.
    pub(super) fn put(&mut self, fetched: Fetched) {
        match fetched.sound {
            Ok(Loaded::Chime(clip)) => {
                self.chimes.insert(fetched.name, Chime::Clip(clip));
            }
            Ok(Loaded::Bed(bed)) => {
                self.beds.insert(fetched.name, Bed::Recording(Arc::new(bed)));
            }
            Err(_) => {}
        }
    }

    /// The chime with this name, or `bowl` if there is none.
    pub(super) fn find_chime(&mut self, name: &str) -> Option<Chime> {
        self.find_chime_exactly(name).or_else(|| self.find_chime_exactly(FALLBACK))
    }

    fn find_chime_exactly(&mut self, name: &str) -> Option<Chime> {
        if let Some(chime) = self.chimes.get(name) {
            return Some(chime.clone());
        }
        let chime = Chime::Recipe(Arc::new(Recipe::parse(shipped_text(name)?).ok()?));
        self.chimes.insert(name.to_owned(), chime.clone());
        Some(chime)
    }

    /// The bed with this name, from its beginning.
    pub(super) fn find_bed(&mut self, name: &str) -> Option<Box<dyn Background>> {
        if !self.beds.contains_key(name) && !self.files.contains_key(name) {
            let recipe = BedRecipe::parse(shipped_text(name)?).ok()?;
            self.beds.insert(name.to_owned(), Bed::Recipe(Arc::new(recipe)));
        }
        Some(match self.beds.get(name)? {
            Bed::Recipe(recipe) => Box::new(BedTone::new(recipe)),
            Bed::Recording(recording) => Box::new(SeamlessTone::new(Arc::clone(recording))),
        })
    }
}

#[cfg(test)]
mod tests;
