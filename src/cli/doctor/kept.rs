//! What `doctor` says of the health profile and the reminders, where something of them cannot be used.

use crate::config::Paths;
use crate::profile::{KeptProfile, ProfileError};
use crate::reminders::{ReminderFileError, RemindersFile};

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
    let checked = RemindersFile::load(paths).and_then(|file| file.check());
    let error = checked.err()?;
    let mut told = vec![format!("they cannot be used: {error}")];
    match &error {
        ReminderFileError::Unreadable(file) => told.push(file.help()),
        ReminderFileError::Misread(problems) => {
            told.extend(problems.iter().map(ToString::to_string));
        }
        _ => {}
    }
    Some(told.join("\n"))
}
