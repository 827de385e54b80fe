//! Session files wherever they lie, with the moves beside them.

use std::path::Path;

use super::console::Console;
use super::exit::Failure;
use super::names::name_meant;
use super::text::said;
use crate::files::{FileError, FileErrorKind, name_of};
use crate::library::{Library, LoadError, LoadedSession, nearest};
use crate::problem::letters::meant_by;
use crate::words::in_english;

/// The folder whose files are moves.
pub(super) const MOVES: &str = "moves";

/// Loads a session by its name, or a file with the moves beside it. Where a file of the person's own
/// is set aside for the built-in session of its name, that is said.
pub(super) fn load(
    library: &Library,
    wish: &Path,
    console: &mut Console<'_>,
) -> anyhow::Result<LoadedSession> {
    let name = wish.to_string_lossy();
    let loaded = match library.load(wish) {
        Err(error @ LoadError::Unknown { .. }) => match name_meant(&name, library.ids()) {
            Ok(id) => library.load(id),
            Err(_) => Err(error),
        },
        loaded => loaded,
    };
    let loaded = loaded.map_err(|error| failure(error, &name, library))?;
    if let Some(LoadError::Unusable(unused)) = loaded.set_aside.as_deref() {
        let message = format!("your own {unused}; this is the built-in session");
        console.warn(&message, &unused.help);
    } else if let Some(path) = library.file_of(&loaded.id).filter(|_| loaded.set_aside.is_some()) {
        let path = said(path);
        let message = format!("your own `{path}` needs mending; this is the built-in session");
        console.warn(&message, &format!("`unclench check {path}` says what to mend"));
    }
    Ok(loaded)
}

fn failure(error: LoadError, name: &str, library: &Library) -> Failure {
    let message = error.to_string();
    match error {
        LoadError::Unknown { nearest, .. } => {
            let failure = Failure::new(message);
            if let Some(meant) = meant_by(name, |typed| library.load(typed).is_ok()) {
                return failure.help(in_english(&meant));
            }
            if let Ok(course) = name_meant(name, library.courses().iter().map(|it| it.id.as_str()))
            {
                return failure.help(format!(
                    "there is a course of that name: `unclench course show {course}`"
                ));
            }
            let near = nearest.map(|near| format!("did you mean `{near}`?"));
            let failure = match name_meant(name, library.ids()).err().flatten().or(near) {
                Some(help) => failure.help(help),
                None => failure,
            };
            failure.help("`unclench list` shows them all; a file of your own is named with its ending, such as `my.toml`")
        }
        LoadError::Unusable(unused) => Failure::new(message).help(unused.help),
        LoadError::Unreadable(error) => {
            let failure = Failure::new(unreadable(&error));
            let near = || nearest(&called(&error.path), library.ids()).filter(|near| *near != name);
            match &error.kind {
                FileErrorKind::Folder => failure.help("`unclench check` looks at whole folders"),
                FileErrorKind::Missing => match near() {
                    Some(near) => failure.help(format!("did you mean the session `{near}`?")),
                    None => failure.help("`unclench list` shows the sessions that have a name"),
                },
                kind => failure.help(kind.help()),
            }
        }
        LoadError::Invalid { problems } => {
            Failure::new(format!("`{name}` cannot be played before this is mended"))
                .help("`sessions/README.md` explains the format")
                .after(problems)
        }
    }
}

/// Why a file cannot be read, in words.
pub(super) fn unreadable(error: &FileError) -> String {
    let path = said(&error.path);
    match &error.kind {
        FileErrorKind::Missing => format!("there is no file `{path}`"),
        FileErrorKind::Forbidden => format!("`{path}` may not be read by you"),
        FileErrorKind::Folder => format!("`{path}` is a folder, not a session file"),
        kind => format!("`{path}` cannot be read: {kind}"),
    }
}

/// The name a file is called by.
pub(super) fn called(path: &Path) -> String {
    let stem = || path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    name_of(path).unwrap_or_else(stem)
}
