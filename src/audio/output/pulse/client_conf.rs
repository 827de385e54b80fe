//! `client.conf`: what a person or a machine sets for all that speaks to a PulseAudio server.

use std::path::{Path, PathBuf};

use crate::files;

/// No such file is longer, in bytes.
const MOST: u64 = 256 * 1024;
const NAME: &str = "client.conf";
/// Files that include each other go no deeper; those that include themselves would go on for ever.
const DEEPEST: usize = 8;
/// What stands before the name of a file that is read in this place.
const INCLUDE: &str = ".include ";

/// What concerns us in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct ClientConf {
    /// The servers to try, and the file that names them.
    pub(super) server: Option<(PathBuf, String)>,
    /// The file that shows a server who we are.
    pub(super) cookie_file: Option<PathBuf>,
}

impl ClientConf {
    /// Reads the first of these files that is there, and what lies in the folder beside it: the one
    /// that `PULSE_CLIENTCONFIG` names, the person's own, that of the machine.
    pub(super) fn read(variable: impl Fn(&str) -> Option<String>, shared: &Path) -> Self {
        let named = variable("PULSE_CLIENTCONFIG").map(PathBuf::from);
        let home = variable("HOME").map(PathBuf::from);
        let config = variable("XDG_CONFIG_HOME").map(PathBuf::from);
        let config = config.or_else(|| Some(home.as_ref()?.join(".config")));
        let own = [
            config.map(|folder| folder.join("pulse").join(NAME)),
            home.map(|folder| folder.join(".pulse").join(NAME)),
        ];
        let shared = shared.join(NAME);
        let is_there = |path: &PathBuf| path.exists() || folder_beside(path).exists();
        let mut known = named.into_iter().chain(own.into_iter().flatten().filter(is_there));
        let mut conf = Self::default();
        conf.read_with_folder(&known.next().unwrap_or(shared));
        conf
    }

    /// What a later file says counts more. A file that cannot be read says nothing.
    fn read_with_folder(&mut self, path: &Path) {
        self.read_file(path, DEEPEST);
        for entry in files::list(&folder_beside(path)).unwrap_or_default() {
            if entry.path.extension().is_some_and(|ending| ending == "conf") {
                self.read_file(&entry.path, DEEPEST);
            }
        }
    }

    /// `deeper` is how deep files may still include others.
    fn read_file(&mut self, path: &Path, deeper: usize) {
        for line in files::read_text(path, MOST).unwrap_or_default().lines() {
            let line = line.split(['#', ';']).next().unwrap_or_default().trim_start();
            if let (Some(included), true) = (line.strip_prefix(INCLUDE), deeper > 0) {
                let folder = path.parent().unwrap_or(Path::new(""));
                self.read_file(&folder.join(included.trim()), deeper - 1);
                continue;
            }
            let Some((name, value)) = line.split_once('=') else { continue };
            let value = value.trim();
            // A name without a value takes back what an earlier file set.
            let is_set = !value.is_empty();
            match name.trim() {
                "default-server" => {
                    self.server = is_set.then(|| (path.to_owned(), value.to_owned()));
                }
                "cookie-file" => self.cookie_file = is_set.then(|| value.into()),
                _ => {}
            }
        }
    }
}

fn folder_beside(path: &Path) -> PathBuf {
    let mut folder = path.as_os_str().to_owned();
    folder.push(".d");
    folder.into()
}
