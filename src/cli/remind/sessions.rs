//! The sessions that reminders lead to, and those of them that are not there.

use crate::cli::console::Console;
use crate::cli::setup::Setup;
use crate::cli::text::printable;
use crate::library::{Library, nearest};
use crate::reminders::Reminder;

/// The session that may be meant by a name that none has.
pub(super) fn session_meant(name: &str, library: &Library) -> String {
    let near = nearest(name, library.ids()).map(|near| format!("did you mean `{near}`?"));
    near.unwrap_or_else(|| "`unclench list` lists them".to_owned())
}

/// What is said of reminders whose session is not there, and how to mend each.
pub(in crate::cli) fn without_session(
    reminders: &[Reminder],
    library: &Library,
) -> Vec<(String, String)> {
    let gone = reminders.iter().filter_map(|reminder| {
        let session = reminder.session().filter(|session| !library.has(session))?;
        let (name, of) = (printable(&reminder.name), printable(session));
        let told = format!("the reminder “{name}” is of a session “{of}”, and there is none");
        Some((told, session_meant(session, library)))
    });
    gone.collect()
}

/// Says which reminders lead to a session that is not there.
pub(super) fn tell_without_session(
    reminders: &[Reminder],
    setup: &Setup,
    console: &mut Console<'_>,
) {
    for (told, help) in without_session(reminders, &setup.library()) {
        console.warn(&told, &help);
    }
}
