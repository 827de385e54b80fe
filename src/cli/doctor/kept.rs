//! What `doctor` says of the health profile, the reminders and the course one follows, where something
//! of them cannot be used.

use crate::cli::course;
use crate::cli::remind;
use crate::config::Paths;
use crate::courses::{CourseProgress, ProgressFault};
use crate::files::{self, FileError};
use crate::library::Library;
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
pub(super) fn reminders(paths: &Paths, library: &Library) -> Option<String> {
    let told: Vec<String> = match ReadReminders::load(paths) {
        Ok(read) => {
            let (reminders, left_out) = read.file.check();
            let left_out = left_out.iter().map(|error| format!("left out: {error}"));
            let gone = remind::without_session(&reminders, library);
            let gone = gone.into_iter().map(|(told, help)| format!("{told}; {help}"));
            read.problems.iter().map(ToString::to_string).chain(left_out).chain(gone).collect()
        }
        Err(ReminderFileError::Unreadable(file)) => vec![file.to_string(), file.help()],
        Err(error) => vec![error.to_string()],
    };
    (!told.is_empty()).then(|| told.join("\n"))
}

/// What keeps the course that was begun from being followed, if something does.
pub(super) fn course(paths: &Paths, library: &Library) -> Option<String> {
    match CourseProgress::read(paths) {
        Ok(Some(progress)) => {
            let (told, help) = course::gone(&progress, library)?;
            Some(format!("{told}\n{help}"))
        }
        // A link to what is not there yet is written through, where that can be.
        Ok(None) => {
            let fault = files::open(&paths.course_file()).err()?;
            (!fault.is_missing()).then(|| unreadable(&fault))
        }
        Err(ProgressFault::Unreadable(fault)) => Some(unreadable(&fault)),
        Err(ProgressFault::Misfit(problems)) => {
            let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
            Some(told.join("\n"))
        }
    }
}

fn unreadable(fault: &FileError) -> String {
    format!("{fault}\n{}", fault.help())
}
