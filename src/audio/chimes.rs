//! The chimes that can be called by name: the shipped recipes, and any that are added to them.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::audio::recipe::{Recipe, RecipeProblem};

const SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/sounds");

/// What an unknown name sounds as.
const FALLBACK: &str = "bowl";

/// The names of the shipped chimes, in order.
pub fn shipped_chime_names() -> Vec<&'static str> {
    let mut names: Vec<_> =
        SHIPPED.files().filter_map(|file| file.path().to_str()?.strip_suffix(".toml")).collect();
    names.sort_unstable();
    names
}

/// Recipes by name. A shipped one is read when it is first called, so that starting costs nothing.
#[derive(Clone, Debug, Default)]
pub struct Chimes {
    read: BTreeMap<String, Arc<Recipe>>,
}

impl Chimes {
    /// The shipped chimes.
    pub fn shipped() -> Self {
        Self::default()
    }

    /// Adds a chime, or puts it in the place of the one with this name.
    ///
    /// # Errors
    /// Everything that is wrong with the recipe; then nothing is added.
    pub fn add(&mut self, name: impl Into<String>, text: &str) -> Result<(), Vec<RecipeProblem>> {
        let recipe = Recipe::parse(text)?;
        self.read.insert(name.into(), Arc::new(recipe));
        Ok(())
    }

    /// The recipe with this name, or that of `bowl` if there is none.
    pub(super) fn find(&mut self, name: &str) -> Option<Arc<Recipe>> {
        self.find_exactly(name).or_else(|| self.find_exactly(FALLBACK))
    }

    fn find_exactly(&mut self, name: &str) -> Option<Arc<Recipe>> {
        if let Some(recipe) = self.read.get(name) {
            return Some(Arc::clone(recipe));
        }
        let text = SHIPPED.get_file(format!("{name}.toml"))?.contents_utf8()?;
        let recipe = Arc::new(Recipe::parse(text).ok()?);
        self.read.insert(name.to_owned(), Arc::clone(&recipe));
        Some(recipe)
    }
}
