//! The sounds that come with the program, by name: the one list of them, made from `sounds/`.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

const FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/sounds");

/// The names of the shipped chimes, in order.
pub fn shipped_chime_names() -> Vec<&'static str> {
    static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| names_of_kind("kind = \"chime\""));
    NAMES.clone()
}

/// The names of the shipped beds, in order.
pub fn shipped_bed_names() -> Vec<&'static str> {
    static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| names_of_kind("kind = \"bed\""));
    NAMES.clone()
}

/// The recipe of a shipped sound, as text.
pub fn shipped_recipe(name: &str) -> Option<&'static str> {
    FOLDER.get_file(format!("{name}.toml"))?.contents_utf8()
}

/// The names of the files that have this line.
fn names_of_kind(line: &str) -> Vec<&'static str> {
    let recipes = FOLDER.files().filter_map(|file| {
        let name = file.path().to_str()?.strip_suffix(".toml")?;
        file.contents_utf8()?.lines().any(|it| it == line).then_some(name)
    });
    let mut names: Vec<_> = recipes.collect();
    names.sort_unstable();
    names
}
