//! What the person wrote into the file of reminders stays when the program changes it.

use super::super::{ReadReminders, ReminderDraft, RemindersFile};
use crate::config::Paths;

const WRITTEN: &str = "# Mine.\n# For the office.\n\ngoal = 2 # not more\nmood = 7\n\n# Water.\n\
                       [[reminder]] # first\nname = \"Water\" # a glass\nwater = true\n\n\
                       # Neck, since spring.\n[[reminder]]\nevery = '90m'\nname = \"Neck\"\n\n\
                       # Later.\n#[[reminder]]\n#name = \"Walk\"\n";

/// The file after a change.
fn after(text: &str, change: impl FnOnce(&mut RemindersFile)) -> String {
    let home = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(home.path());
    let place = paths.reminders_file();
    std::fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
    std::fs::write(&place, text).expect("a file");
    let mut file = ReadReminders::load(&paths).expect("it is read").file;
    change(&mut file);
    file.keep(&paths).expect("it is kept");
    assert_eq!(ReadReminders::load(&paths).expect("it is read").file, file);
    std::fs::read_to_string(place).expect("a text")
}

#[test]
fn a_goal_changes_its_own_line_alone() {
    let changed = after(WRITTEN, |file| file.goal = Some(3));
    assert_eq!(changed, WRITTEN.replace("goal = 2 # not more", "goal = 3  # not more"));
    let changed = after(WRITTEN, |file| file.goal = None);
    assert_eq!(changed, WRITTEN.replace("goal = 2 # not more\n", ""));
    let without = WRITTEN.replace("goal = 2 # not more\n", "");
    let changed = after(&without, |file| file.goal = Some(4));
    assert_eq!(changed, without.replace("office.\n", "office.\ngoal = 4\n\n"));
    assert_eq!(after("", |file| file.goal = Some(4)).trim(), "goal = 4");
}

#[test]
fn a_reminder_that_goes_takes_its_own_lines_alone() {
    let changed = after(WRITTEN, |file| drop(file.drafts.remove(0)));
    let lines = "[[reminder]] # first\nname = \"Water\" # a glass\nwater = true\n";
    assert_eq!(changed, WRITTEN.replace(lines, ""));
    let changed = after(WRITTEN, |file| drop(file.drafts.remove(1)));
    assert!(
        changed.contains("name = \"Water\" # a glass") && !changed.contains("every"),
        "{changed}"
    );
}

#[test]
fn a_reminder_that_comes_stands_below_the_others() {
    let tea = || ReminderDraft {
        name: "Tea".to_owned(),
        at: Some("16:00".to_owned()),
        ..ReminderDraft::default()
    };
    let changed = after(WRITTEN, |file| file.drafts.push(tea()));
    assert!(changed.starts_with(WRITTEN), "{changed}");
    assert!(changed.ends_with("\n\n[[reminder]]\nname = \"Tea\"\nat = \"16:00\"\n"), "{changed}");
    let changed = after("", |file| file.drafts.push(tea()));
    assert_eq!(changed.trim_start(), "[[reminder]]\nname = \"Tea\"\nat = \"16:00\"\n");
}

#[test]
fn where_the_text_cannot_be_changed_in_its_place_the_whole_is_written() {
    let listed =
        "reminder = [{ name = \"Water\", water = true }, { name = \"Neck\", at = \"9:00\" }]\n";
    let changed = after(listed, |file| drop(file.drafts.remove(0)));
    assert!(changed.contains("[[reminder]]\nname = \"Neck\""), "{changed}");
}
