//! A home of a test's own: no program that a test starts reads or writes the folders of the person
//! who runs it, on any system.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// An empty home. It is removed when it is dropped.
pub(crate) struct Home {
    folder: TempDir,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().expect("a temporary home") }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Every variable that a system or a library finds a folder of the person by, with the folder
    /// in this home that it would have by itself.
    pub(crate) fn variables(&self) -> [(&'static str, PathBuf); 9] {
        [
            ("HOME", self.path().to_owned()),
            ("USERPROFILE", self.path().to_owned()),
            ("APPDATA", self.path().join("AppData/Roaming")),
            ("LOCALAPPDATA", self.path().join("AppData/Local")),
            ("XDG_CONFIG_HOME", self.path().join(".config")),
            ("XDG_DATA_HOME", self.path().join(".local/share")),
            ("XDG_STATE_HOME", self.path().join(".local/state")),
            ("XDG_CACHE_HOME", self.path().join(".cache")),
            ("XDG_RUNTIME_DIR", self.path().join("run")),
        ]
    }

    /// The folder of Unclench's settings.
    pub(crate) fn config(&self) -> PathBuf {
        self.path().join(if cfg!(windows) { "AppData/Roaming" } else { ".config" }).join("unclench")
    }

    /// The folder of the person's own sessions and sounds.
    pub(crate) fn data(&self) -> PathBuf {
        let data = if cfg!(windows) { "AppData/Roaming" } else { ".local/share" };
        self.path().join(data).join("unclench")
    }
}
