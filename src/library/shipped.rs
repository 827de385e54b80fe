//! The shipped sessions for tests: read once, since they are the same for all.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Library, LoadedSession};

static SHIPPED: LazyLock<Library> = LazyLock::new(|| Library::open(None));

static LOADED: LazyLock<BTreeMap<String, LoadedSession>> =
    LazyLock::new(|| SHIPPED.ids().map(|id| (id.to_owned(), load(id))).collect());

fn load(id: &str) -> LoadedSession {
    SHIPPED.load(id).unwrap_or_else(|error| panic!("{id}: {error:#?}"))
}

/// The library without anything of a person's own.
pub(crate) fn shipped_library() -> &'static Library {
    &SHIPPED
}

/// A shipped session, or a way to breathe, as the library loads it.
pub(crate) fn shipped_session(id: &str) -> LoadedSession {
    LOADED.get(id).cloned().unwrap_or_else(|| load(id))
}
