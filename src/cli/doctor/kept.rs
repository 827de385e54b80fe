//! What `doctor` says of the health profile and the reminders, where something of them cannot be used.

use crate::config::Paths;
use crate::profile::{KeptProfile, ProfileError};
use crate::reminders::{ReadReminders, ReminderFileError};

/// What is wrong with the health profile, if something is.
pub(super) fn profile(paths: &Paths) -> Option<String> {
    let (_, errors) = KeptProfile::load(paths);
    let told = errors.iter().map(|error| match error {
        ProfileError::Unreadable(file) => {
            format!("{file}\n{}; nothing of it is known until then", file.help())
        }
        ProfileError::Misfit(problem) => problem.to_string(),
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join("\n"))
}

/// What is wrong with the reminders, if something is.
pub(super) fn reminders(paths: &Paths) -> Option<String> {
    let told: Vec<String> = match ReadReminders::load(paths) {
        Ok(read) => {
            let left_out = read.file.check().1;
            let left_out = left_out.iter().map(|error| format!("left out: {error}"));
            read.problems.iter().map(ToString::to_string).chain(left_out).collect()
        }
        Err(ReminderFileError::Unreadable(file)) => vec![file.to_string(), file.help()],
        Err(error) => vec![error.to_string()],
    };
    (!told.is_empty()).then(|| told.join("\n"))
}
