//! The theme that is drawn with, and what could be meant by a name that none has.

use std::collections::BTreeSet;

use crate::cli::names::name_meant;
use crate::cli::setup;
use crate::cli::text::said;
use crate::conductor::{ThemeFault, chosen, is_theme_name};
use crate::config::Paths;
use crate::files;
use crate::theme::ChosenTheme;

/// How the file of a theme ends.
const ENDING: &str = "toml";

/// Which theme is drawn with, and what is wrong with it.
pub(super) fn theme(paths: Option<&Paths>) -> String {
    let name = setup::settings(paths).0.theme;
    let (_, faults) = chosen(&name, paths);
    let mut told = vec![match name.as_str() {
        "auto" => "day or light, by the terminal's ground".to_owned(),
        name => format!("{name}, as your settings say"),
    }];
    told.extend(faults.iter().map(|fault| match fault {
        ThemeFault::Unknown(name) => {
            format!("there is no theme “{name}”: {}", instead(name, paths))
        }
        ThemeFault::Unreadable(error) => format!("{error}\n{}", error.help()),
        ThemeFault::Problem(problem) => problem.to_string(),
    }));
    told.join("\n")
}

/// What to write, or to put where, for a name that no theme has.
fn instead(name: &str, paths: Option<&Paths>) -> String {
    let shipped: Vec<&str> = ChosenTheme::names().collect();
    let all = shipped.join(", ");
    let own = paths.map(own_themes).unwrap_or_default();
    let names: BTreeSet<&str> =
        ["auto"].into_iter().chain(shipped).chain(own.iter().map(String::as_str)).collect();
    let bare = name.trim();
    let bare = bare.strip_suffix(".toml").unwrap_or(bare);
    match name_meant(bare, names) {
        Ok(meant) => format!("write `theme = \"{meant}\"`"),
        Err(Some(help)) => help,
        Err(None) if is_theme_name(bare) => {
            let folder = paths.map(|paths| said(&paths.themes())).unwrap_or_default();
            format!("choose among auto, {all}, or put {bare}.{ENDING} into\n  {folder}")
        }
        Err(None) => format!(
            "choose among auto, {all};\n  a theme of your own has letters, digits, `-` and `_` in its name"
        ),
    }
}

/// The names of the person's own themes.
fn own_themes(paths: &Paths) -> Vec<String> {
    let listed = files::list(&paths.themes()).unwrap_or_default().into_iter();
    let themes = listed.filter(|entry| files::has_ending(&entry.path, ENDING));
    let names = themes.filter_map(|entry| files::callable_name(&entry.path).ok());
    names.filter(|name| is_theme_name(name)).collect()
}
