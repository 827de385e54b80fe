//! The sessions and moves inside the program.

use include_dir::{Dir, include_dir};

const SESSIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/sessions");

/// Id and text of every built-in session, in order of their ids.
pub(super) fn sessions() -> impl Iterator<Item = (&'static str, &'static str)> {
    texts(&SESSIONS)
}

/// Name and text of every built-in move.
pub(super) fn moves() -> impl Iterator<Item = (&'static str, &'static str)> {
    SESSIONS.get_dir("moves").into_iter().flat_map(texts)
}

fn texts(folder: &'static Dir<'static>) -> impl Iterator<Item = (&'static str, &'static str)> {
    folder.files().filter_map(|file| {
        let path = file.path();
        let is_session = path.extension().is_some_and(|extension| extension == "toml");
        let name = path.file_stem()?.to_str()?;
        is_session.then_some((name, file.contents_utf8()?))
    })
}
