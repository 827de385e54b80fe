//! The text of the file of reminders with what has changed in it, and all else as the person wrote it.

use std::io;

use serde::Deserialize as _;
use toml::de::{DeTable, Deserializer};

use super::file::{HEADING, LARGEST_BYTES};
use super::read::part_of;
use super::{ReminderDraft, RemindersFile};
use crate::config::Paths;
use crate::files;

impl RemindersFile {
    /// Keeps it, whole or not at all, readable by its person alone. What has not changed in it stays as
    /// the person wrote it, with all remarks.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn keep(&self, paths: &Paths) -> io::Result<()> {
        let place = paths.reminders_file();
        let there = files::read_text(&place, LARGEST_BYTES).unwrap_or_default();
        let unwritten = || io::Error::other("the reminders cannot be written as TOML");
        let text = changed(&there, self).ok_or_else(unwritten)?;
        files::write_private(&place, text.as_bytes())
    }
}

/// The text of these reminders: `text` with what is new in them and without what is gone, or all of it
/// anew, where that cannot be changed in its place. `None` where they cannot be written at all.
fn changed(text: &str, reminders: &RemindersFile) -> Option<String> {
    let edited = read(text).and_then(|before| edited(text, &before, reminders));
    let edited = edited.filter(|edited| read(edited).as_ref() == Some(reminders));
    edited.or_else(|| toml::to_string(reminders).ok())
}

fn read(text: &str) -> Option<RemindersFile> {
    let root = DeTable::parse(text).ok()?;
    RemindersFile::deserialize(Deserializer::from(root)).ok()
}

fn edited(text: &str, before: &RemindersFile, after: &RemindersFile) -> Option<String> {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let mut left = after.drafts.as_slice();
    // From the last on, so that the lines of those before stay where they are.
    let mut gone = Vec::new();
    for (number, draft) in before.drafts.iter().enumerate() {
        match left.split_first() {
            Some((next, rest)) if next == draft => left = rest,
            _ => gone.push(number),
        }
    }
    for number in gone.into_iter().rev() {
        remove(&mut lines, number)?;
    }
    if before.goal != after.goal {
        write_goal(&mut lines, after.goal);
    }
    let mut written = lines.join("\n");
    for draft in left {
        written = format!("{}\n{}", ending(&written), entry(draft)?);
    }
    Some(written)
}

/// A text that ends with its line, and with an empty one where anything is in it.
fn ending(text: &str) -> String {
    match text.trim_end() {
        "" => String::new(),
        text => format!("{text}\n"),
    }
}

fn entry(draft: &ReminderDraft) -> Option<String> {
    Some(format!("{HEADING}\n{}", toml::to_string(draft).ok()?))
}

/// Leaves a reminder out, counted from 0; remarks before the next heading belong to what comes there.
fn remove(lines: &mut Vec<String>, number: usize) -> Option<()> {
    let is_one = |line: &str| line.split('#').next().is_some_and(|it| it.trim() == HEADING);
    let (start, _) = lines.iter().enumerate().filter(|(_, line)| is_one(line)).nth(number)?;
    let next = part_of(lines, start + 1).end - 1;
    let is_of_next = |line: &String| line.trim().is_empty() || line.trim_start().starts_with('#');
    let kept = lines[start + 1..next].iter().rev().take_while(|line| is_of_next(line)).count();
    let kept = if next == lines.len() { 0 } else { kept };
    lines.drain(start..next - kept);
    Some(())
}

/// Writes the goal into its line, with the remark behind it, or takes that line out.
fn write_goal(lines: &mut Vec<String>, goal: Option<u32>) {
    let top =
        lines.iter().position(|line| line.trim_start().starts_with('[')).unwrap_or(lines.len());
    let is_goal = |line: &String| {
        line.split_once('=').is_some_and(|(key, _)| key.trim().trim_matches(['"', '\'']) == "goal")
    };
    let at = lines[..top].iter().position(is_goal);
    match (goal, at) {
        (Some(goal), Some(at)) => {
            let remark = lines[at].find('#').map(|at_mark| lines[at][at_mark..].to_owned());
            let remark = remark.map(|remark| format!("  {remark}")).unwrap_or_default();
            lines[at] = format!("goal = {goal}{remark}");
        }
        (Some(goal), None) => {
            // Below what is said of the whole file.
            let head = lines.iter().take_while(|line| line.trim_start().starts_with('#')).count();
            let head =
                if lines.get(head).is_some_and(|line| line.trim().is_empty()) { head } else { 0 };
            lines.splice(head..head, [format!("goal = {goal}"), String::new()]);
        }
        (None, Some(at)) => {
            lines.remove(at);
        }
        (None, None) => {}
    }
}
