//! The sounds that can be called by name: the shipped recipes, and any that are added to them.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::audio::recipe::{BedRecipe, Recipe, RecipeKind, RecipeProblem, recipe_kind};
use crate::audio::synth::{Background, BedTone};

const SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/sounds");

/// What an unknown name sounds as.
const FALLBACK: &str = "bowl";

/// The names of the shipped chimes, in order.
pub fn shipped_chime_names() -> Vec<&'static str> {
    shipped_names(RecipeKind::Chime)
}

/// The names of the shipped beds, in order.
pub fn shipped_bed_names() -> Vec<&'static str> {
    shipped_names(RecipeKind::Bed)
}

fn shipped_names(kind: RecipeKind) -> Vec<&'static str> {
    let recipes = SHIPPED.files().filter_map(|file| {
        let name = file.path().to_str()?.strip_suffix(".toml")?;
        (recipe_kind(file.contents_utf8()?) == Ok(kind)).then_some(name)
    });
    let mut names: Vec<_> = recipes.collect();
    names.sort_unstable();
    names
}

fn shipped_text(name: &str) -> Option<&'static str> {
    SHIPPED.get_file(format!("{name}.toml"))?.contents_utf8()
}

/// Sounds by name. A shipped one is read when it is first called, so that starting costs nothing.
#[derive(Clone, Debug, Default)]
pub struct Sounds {
    chimes: BTreeMap<String, Arc<Recipe>>,
    beds: BTreeMap<String, Arc<BedRecipe>>,
}

impl Sounds {
    /// The shipped sounds.
    pub fn shipped() -> Self {
        Self::default()
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
                self.chimes.insert(name.into(), Arc::new(Recipe::parse(text)?));
            }
            RecipeKind::Bed => {
                self.beds.insert(name.into(), Arc::new(BedRecipe::parse(text)?));
            }
        }
        Ok(kind)
    }

    /// The recipe of the chime with this name, or that of `bowl` if there is none.
    pub(super) fn find_chime(&mut self, name: &str) -> Option<Arc<Recipe>> {
        self.find_chime_exactly(name).or_else(|| self.find_chime_exactly(FALLBACK))
    }

    fn find_chime_exactly(&mut self, name: &str) -> Option<Arc<Recipe>> {
        if let Some(recipe) = self.chimes.get(name) {
            return Some(Arc::clone(recipe));
        }
        let recipe = Arc::new(Recipe::parse(shipped_text(name)?).ok()?);
        self.chimes.insert(name.to_owned(), Arc::clone(&recipe));
        Some(recipe)
    }

    /// The bed with this name, from its beginning.
    pub(super) fn find_bed(&mut self, name: &str) -> Option<Box<dyn Background>> {
        let recipe = self.bed_recipe(name)?;
        Some(Box::new(BedTone::new(&recipe)))
    }

    /// The recipe of the bed with this name.
    pub(super) fn bed_recipe(&mut self, name: &str) -> Option<Arc<BedRecipe>> {
        if let Some(recipe) = self.beds.get(name) {
            return Some(Arc::clone(recipe));
        }
        let recipe = Arc::new(BedRecipe::parse(shipped_text(name)?).ok()?);
        self.beds.insert(name.to_owned(), Arc::clone(&recipe));
        Some(recipe)
    }
}
