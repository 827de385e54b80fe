//! Where Unclench keeps its files.

use std::path::PathBuf;

use etcetera::BaseStrategy;

/// The folders Unclench reads and writes, as the system's conventions have them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// Holds `settings.toml`.
    pub config: PathBuf,
    /// Holds the person's own `sessions/` and `sounds/`.
    pub data: PathBuf,
    /// Holds what is remembered between runs.
    pub state: PathBuf,
    /// Holds what can be made again: spoken lines.
    pub cache: PathBuf,
    /// This program itself, which speaks in a process of its own; `None` in tests, where it is
    /// another.
    pub own_program: Option<PathBuf>,
}

impl Paths {
    /// The conventional folders of this system. `None` where there is no home folder at all; then
    /// nothing is read or remembered.
    pub fn find() -> Option<Self> {
        let base = etcetera::choose_base_strategy().ok()?;
        Some(Self {
            config: base.config_dir().join("unclench"),
            data: base.data_dir().join("unclench"),
            state: base.state_dir().unwrap_or_else(|| base.data_dir()).join("unclench"),
            cache: base.cache_dir().join("unclench"),
            own_program: if cfg!(test) { None } else { own_program() },
        })
    }

    /// Every folder under one root, for tests.
    #[cfg(test)]
    pub fn under(root: &std::path::Path) -> Self {
        Self {
            config: root.join("config"),
            data: root.join("data"),
            state: root.join("state"),
            cache: root.join("cache"),
            own_program: None,
        }
    }

    /// The settings file.
    pub fn settings_file(&self) -> PathBuf {
        self.config.join("settings.toml")
    }

    /// The folder of the person's own themes.
    pub fn themes(&self) -> PathBuf {
        self.config.join("themes")
    }

    /// The folder of the person's own sessions; its `moves` folder holds their own moves.
    pub fn sessions(&self) -> PathBuf {
        self.data.join("sessions")
    }

    /// The folder of lines that were spoken before.
    pub fn spoken_lines(&self) -> PathBuf {
        self.cache.join("voice")
    }

    /// Folders that may hold a person's voices, for Piper or of the built-in family: Unclench's own, and one beside it that
    /// other programs use too.
    pub fn piper_voices(&self) -> Vec<PathBuf> {
        let shared = self.data.parent().map(|data| data.join("piper-voices"));
        [self.own_voices()].into_iter().chain(shared).collect()
    }

    /// The one of them that is Unclench's own.
    pub fn own_voices(&self) -> PathBuf {
        self.data.join("voices")
    }

    /// The folder of the person's own sounds.
    pub fn sounds(&self) -> PathBuf {
        self.data.join("sounds")
    }

    /// The file of what is remembered between runs.
    pub fn remembered_file(&self) -> PathBuf {
        self.state.join("remembered.toml")
    }

    /// The file of the health profile. It lies beside what is remembered, since folders of settings
    /// are often shared or published.
    pub fn profile_file(&self) -> PathBuf {
        self.state.join("profile.toml")
    }

    /// The file of how far a person has come in a course.
    pub fn course_file(&self) -> PathBuf {
        self.state.join("course.toml")
    }

    /// The file of what a person was asked and told today, beside the health profile.
    pub fn today_file(&self) -> PathBuf {
        self.state.join("today.toml")
    }

    /// The file of the person's reminders.
    pub fn reminders_file(&self) -> PathBuf {
        self.config.join("reminders.toml")
    }

    /// The file of when a reminder was last shown. The id is that of a reminder: letters, digits and
    /// strokes.
    pub fn shown_reminder_file(&self, id: &str) -> PathBuf {
        self.state.join("reminders").join(format!("{id}.txt"))
    }

    /// The file of the number of the reminder that is shown now.
    pub fn notice_file(&self) -> PathBuf {
        self.state.join("shown-reminder")
    }

    /// The file of the coin that decides days, where one does.
    pub fn coin_file(&self) -> PathBuf {
        self.state.join("coin")
    }

    /// Where the timers of the person's own systemd lie.
    pub fn systemd_folder(&self) -> Option<PathBuf> {
        Some(self.config.parent()?.join("systemd").join("user"))
    }

    /// The files in which the program keeps what is a person's, and in which nothing else may be put.
    pub fn kept_files(&self) -> Vec<PathBuf> {
        let journal = self.journal_file();
        let beside = ["db-wal", "db-shm"].map(|ending| journal.with_extension(ending));
        let others = [
            self.settings_file(),
            self.remembered_file(),
            self.profile_file(),
            self.course_file(),
            self.today_file(),
            self.reminders_file(),
            journal,
        ];
        others.into_iter().chain(beside).collect()
    }

    /// The database of the journal, in a folder that nobody but the person may look into.
    pub fn journal_file(&self) -> PathBuf {
        self.state.join("journal").join("journal.db")
    }
}

/// Where this program lies, by a path that is still good tomorrow.
pub fn installed_program() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

/// The program that runs, also where its file was replaced or removed meanwhile.
fn own_program() -> Option<PathBuf> {
    let running = PathBuf::from("/proc/self/exe");
    if cfg!(target_os = "linux") && running.exists() {
        return Some(running);
    }
    std::env::current_exe().ok()
}
