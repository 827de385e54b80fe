//! The shipped sounds, and what there is to say of every sound.

use std::path::{Path, PathBuf};

use super::{Bed, Chime, Sounds};
use crate::shipped_sounds::{shipped_bed_names, shipped_chime_names, shipped_recipe};
use crate::synthesis::recipe::{BedRecipe, Recipe, RecipeKind, recipe_kind};

/// What there is to say of one sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedSound {
    /// What sessions call it.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// How it sounds, in one line.
    pub summary: String,
    /// What it is; `None` for a sound file, which can be both.
    pub kind: Option<RecipeKind>,
    /// Its file; `None` for a shipped sound.
    pub path: Option<PathBuf>,
}

impl Sounds {
    /// Every sound, chimes first, then beds, then sound files, each by name.
    pub fn list(&self) -> Vec<ListedSound> {
        let mut listed = Vec::new();
        for name in shipped_chime_names().into_iter().chain(shipped_bed_names()) {
            if let Some(sound) = listed_recipe(name, shipped_recipe(name).unwrap_or_default(), None)
                && !self.recipes.contains_key(name)
                && !self.files.contains_key(name)
            {
                listed.push(sound);
            }
        }
        for (name, path) in &self.recipes {
            let path = Some(path.as_path());
            if let Some(Chime::Recipe(recipe)) = self.chimes.get(name) {
                listed.push(listed_chime(name, recipe, path));
            } else if let Some(Bed::Recipe(recipe)) = self.beds.get(name) {
                listed.push(listed_bed(name, recipe, path));
            }
        }
        listed.sort_by_key(|sound| (sound.kind, sound.name.clone()));
        listed.extend(self.files.iter().map(|(name, path)| ListedSound {
            name: name.clone(),
            title: name.clone(),
            summary: "a sound file of your own".to_owned(),
            kind: None,
            path: Some(path.clone()),
        }));
        listed
    }
}

fn listed_recipe(name: &str, text: &str, path: Option<&Path>) -> Option<ListedSound> {
    match recipe_kind(name, text).ok()? {
        RecipeKind::Chime => Some(listed_chime(name, &Recipe::parse(name, text).ok()?, path)),
        RecipeKind::Bed => Some(listed_bed(name, &BedRecipe::parse(name, text).ok()?, path)),
    }
}

fn listed_chime(name: &str, recipe: &Recipe, path: Option<&Path>) -> ListedSound {
    ListedSound {
        name: name.to_owned(),
        title: recipe.title.clone(),
        summary: recipe.summary.clone(),
        kind: Some(RecipeKind::Chime),
        path: path.map(Path::to_owned),
    }
}

fn listed_bed(name: &str, recipe: &BedRecipe, path: Option<&Path>) -> ListedSound {
    ListedSound {
        name: name.to_owned(),
        title: recipe.title.clone(),
        summary: recipe.summary.clone(),
        kind: Some(RecipeKind::Bed),
        path: path.map(Path::to_owned),
    }
}
