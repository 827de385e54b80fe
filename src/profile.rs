//! The health profile of a person, in the one file where it lies: read line by line, readable by
//! that person alone, and erased without a trace.
//!
//! What a profile means is [`care`](crate::care)'s to know. Nothing of it goes anywhere else: no
//! log, no recording, nothing that is remembered names a condition.

mod read;
#[cfg(test)]
mod tests;
mod today;
mod write;

use std::collections::BTreeMap;
use std::io;

use thiserror::Error;

use crate::care::Profile;
use crate::config::Paths;
use crate::files::{self, FileError};
use crate::problem::Problem;

pub use today::{DamagedToday, keep_today, load_today};

/// The most that is read of a profile, in bytes.
const LARGEST_BYTES: u64 = 256 * 1024;

/// The keys of the file.
mod key {
    pub(super) const PRESSURE: &str = "pressure";
    pub(super) const TOOLS: &str = "tools";
    pub(super) const LEFT_HAND: &str = "left-hand";
    pub(super) const RIGHT_HAND: &str = "right-hand";
    pub(super) const REACH: &str = "reach";
    pub(super) const FIRST_SIDE: &str = "first-side";
    pub(super) const FLOOR: &str = "floor";
    pub(super) const ANSWERED: &str = "answered";
    pub(super) const CONDITIONS: &str = "conditions";
    /// Those above the heading of conditions.
    pub(super) const PLAIN: [&str; 8] =
        [PRESSURE, TOOLS, LEFT_HAND, RIGHT_HAND, REACH, FIRST_SIDE, FLOOR, ANSWERED];
}

/// A profile as it is kept, with what of its file is not understood here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeptProfile {
    /// What is known of the person.
    pub profile: Profile,
    /// Keys of a later version, as they are written.
    later: toml::Table,
    /// Conditions of a later version, by their ids.
    later_conditions: toml::Table,
    /// Places of a later version, by the ids of the conditions that sit there.
    later_places: BTreeMap<String, Vec<String>>,
    /// Lines that could not be read.
    aside: Vec<String>,
    /// The remarks that the person wrote into it, each a line of its own.
    comments: Vec<String>,
}

/// What is wrong with a profile.
#[derive(Debug, Error)]
pub enum ProfileError {
    /// The file is there and cannot be read.
    #[error("your health profile in {0}")]
    Unreadable(FileError),
    /// One line is not as it should be; the others are as they are written.
    #[error("{0}")]
    Misfit(Problem),
}

impl KeptProfile {
    /// Reads the profile line by line: what fits is kept, and everything else is named. Where there
    /// is none, nothing is known.
    pub fn load(paths: &Paths) -> (Self, Vec<ProfileError>) {
        let path = paths.profile_file();
        match files::read(&path, LARGEST_BYTES) {
            Ok(bytes) => {
                let (kept, problems) = read::profile(&path.to_string_lossy(), &bytes);
                (kept, problems.into_iter().map(ProfileError::Misfit).collect())
            }
            Err(error) if error.is_missing() => (Self::default(), Vec::new()),
            Err(error) => (Self::default(), vec![ProfileError::Unreadable(error)]),
        }
    }

    /// Reads the profile, changes it and writes it. What is not understood of its file stays.
    ///
    /// # Errors
    /// Whatever the file system says, of the file that is there already too: one that cannot be read
    /// is not written over.
    pub fn change(paths: &Paths, change: impl FnOnce(&mut Profile)) -> io::Result<Self> {
        let (mut kept, errors) = Self::load(paths);
        for error in errors {
            if let ProfileError::Unreadable(error) = error {
                return Err(error.into());
            }
        }
        change(&mut kept.profile);
        files::write_private(&paths.profile_file(), kept.to_text().as_bytes())?;
        Ok(kept)
    }

    /// Removes the profile, what was answered today, and every trace of both. Returns whether there was any.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn erase(paths: &Paths) -> io::Result<bool> {
        let today = files::erase(&paths.today_file())?;
        let was_there = files::erase(&paths.profile_file())? || today;
        if was_there {
            // Among the lines that were spoken are those of steps that gave way.
            files::empty_folder(&paths.spoken_lines())?;
        }
        Ok(was_there)
    }

    /// How many conditions there are that only a later version knows: nothing is known of what they
    /// ask for.
    pub fn later_conditions(&self) -> usize {
        self.later_conditions.len()
    }

    /// The profile as its file has it.
    pub fn to_text(&self) -> String {
        write::text(self)
    }
}
