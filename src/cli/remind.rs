//! `remind`: reminders, kept, shown, and handed to the system's timers and to calendars.

mod timers;

use std::path::Path;

use super::arguments::{RemindAddArguments, RemindArguments, RemindCommand};
use super::console::Console;
use super::exit::{Exit, Failure};
use super::exported;
use super::setup::Setup;
use super::text::{printable, said};
use crate::conductor::{Reminded, Reminding, here_and_now};
use crate::config::Paths;
use crate::files::why_unwritten;
use crate::library::nearest;
use crate::reminders::{
    Reminder, ReminderDraft, ReminderFileError, ReminderPurpose, ReminderRhythm, RemindersFile,
    calendar,
};

/// The most sessions a week that can be wished for.
const MOST_A_WEEK: u32 = 21;

/// Does what is asked about reminders.
pub(super) fn remind(
    arguments: &RemindArguments,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let setup = Setup::read(console);
    let paths = setup.folders()?;
    match arguments.command.as_ref().unwrap_or(&RemindCommand::List) {
        RemindCommand::Add(wish) => add(wish, &setup, paths, console)?,
        RemindCommand::List => list(&setup, paths, console)?,
        RemindCommand::Remove { name } => remove(name, paths, console)?,
        RemindCommand::Goal { sessions } => goal(sessions, paths, console)?,
        RemindCommand::Install => {
            timers::install(&kept(paths)?, paths, setup.settings.day_begins, console)?;
        }
        RemindCommand::Uninstall => timers::uninstall(paths, console)?,
        RemindCommand::Run => run(&setup, paths, console)?,
        RemindCommand::Try { name } => {
            let reminder = called(name, paths)?;
            let came_to = with(&setup, paths, |reminding| reminding.show_now(&reminder));
            tell(&reminder, came_to, console)?;
        }
        RemindCommand::Export { file, force } => export(file, *force, &setup, paths, console)?,
        RemindCommand::Show { id } => {
            let reminder = called(id, paths)?;
            let came_to = with(&setup, paths, |reminding| reminding.show(&reminder));
            tell(&reminder, came_to, console)?;
        }
    }
    Ok(Exit::Done)
}

/// Lets `work` be done with what reminders are shown with.
fn with<T>(setup: &Setup, paths: &Paths, work: impl FnOnce(&Reminding<'_>) -> T) -> T {
    let library = setup.library();
    let title = |id: &str| library.load(id).map_or_else(|_| id.to_owned(), |it| it.session.title);
    let texts = setup.report_texts();
    let reminding = Reminding { paths, settings: &setup.settings, texts: &texts, title: &title };
    work(&reminding)
}

fn unusable(error: &ReminderFileError, paths: &Paths) -> Failure {
    let failure = Failure::new(format!("your reminders cannot be used: {error}"));
    failure.help(format!("they lie in {}", said(&paths.reminders_file())))
}

fn load(paths: &Paths) -> Result<RemindersFile, Failure> {
    RemindersFile::load(paths).map_err(|error| unusable(&error, paths))
}

fn kept(paths: &Paths) -> Result<Vec<Reminder>, Failure> {
    load(paths)?.check().map_err(|error| unusable(&error, paths))
}

fn keep(file: &RemindersFile, paths: &Paths) -> Result<(), Failure> {
    file.keep(paths).map_err(|error| {
        Failure::new(format!("this could not be kept: {}", why_unwritten(&error)))
            .help("`unclench doctor` looks at where things are kept")
    })
}

/// The reminder of this name.
fn called(name: &str, paths: &Paths) -> Result<Reminder, Failure> {
    let reminders = kept(paths)?;
    let id = id_of(name);
    let ids: Vec<String> = reminders.iter().map(Reminder::id).collect();
    let found = reminders.into_iter().find(|reminder| reminder.id() == id);
    found.ok_or_else(|| {
        let failure = Failure::new(format!("no reminder is called “{}”", printable(name)));
        match nearest(&id, ids.iter().map(String::as_str)) {
            Some(near) => failure.help(format!("did you mean `{near}`?")),
            None => failure.help("`unclench remind` lists them"),
        }
    })
}

/// The id that a name comes to.
fn id_of(name: &str) -> String {
    let draft = ReminderDraft {
        name: name.to_owned(),
        at: Some("12:00".to_owned()),
        ..ReminderDraft::default()
    };
    draft.check().map(|reminder| reminder.id()).unwrap_or_default()
}

fn add(
    wish: &RemindAddArguments,
    setup: &Setup,
    paths: &Paths,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let draft = ReminderDraft {
        name: wish.name.trim().to_owned(),
        every: wish.every.clone(),
        between: wish.between.clone(),
        at: wish.at.clone(),
        on: wish.on.clone(),
        session: wish.session.clone(),
        water: wish.water,
        bedtime: wish.bedtime.clone(),
    };
    let reminder = draft.check().map_err(|problem| Failure::usage(problem.to_string()))?;
    if let Some(session) = reminder.session() {
        let library = setup.library();
        if !library.ids().any(|id| id == session) {
            let failure = Failure::new(format!("there is no session “{}”", printable(session)));
            let near = nearest(session, library.ids());
            let near = near.map(|near| format!("did you mean `{near}`?"));
            let help = near.unwrap_or_else(|| "`unclench list` lists them".to_owned());
            return Err(failure.help(help).into());
        }
    }
    let mut file = load(paths)?;
    file.drafts.push(draft);
    file.check().map_err(|error| match error {
        ReminderFileError::Twice(name) => {
            let name = printable(&name);
            Failure::new(format!("there is a reminder called “{name}” already"))
                .help(format!("`unclench remind remove \"{name}\"` removes it"))
        }
        error => unusable(&error, paths),
    })?;
    keep(&file, paths)?;
    writeln!(console.out, "{}", line(&reminder, setup.settings.day_begins))?;
    writeln!(console.out, "\n`unclench remind install` has this system show it by itself;")?;
    writeln!(console.out, "`unclench remind try` shows what it is like.")?;
    Ok(())
}

/// A reminder in a line: its name, when, and the next time.
fn line(reminder: &Reminder, day_begins: u8) -> String {
    let when = match &reminder.rhythm {
        ReminderRhythm::Every { minutes, from, to } => {
            format!("every {minutes} min, {}–{}", from.text(), to.text())
        }
        ReminderRhythm::At(times) => {
            let times: Vec<String> = times.iter().map(|time| time.text()).collect();
            times.join(", ")
        }
    };
    let what = match &reminder.purpose {
        ReminderPurpose::Water => "water",
        ReminderPurpose::Bedtime(session) => session,
        ReminderPurpose::Session(session) => session.as_deref().unwrap_or("no session"),
    };
    let here = here_and_now();
    let next = reminder.next_after(here.timestamp(), here.time_zone(), day_begins);
    let next = next.map(|at| at.to_zoned(here.time_zone().clone()));
    let next = next.map_or_else(String::new, |at| at.strftime("; next %a %H:%M").to_string());
    format!("{}: {}, {when}, {what}{next}", printable(&reminder.name), reminder.days.text())
}

fn list(setup: &Setup, paths: &Paths, console: &mut Console<'_>) -> anyhow::Result<()> {
    let file = load(paths)?;
    let reminders = file.check().map_err(|error| unusable(&error, paths))?;
    for reminder in &reminders {
        writeln!(console.out, "{}", line(reminder, setup.settings.day_begins))?;
    }
    if reminders.is_empty() {
        writeln!(
            console.out,
            "There are no reminders. `unclench remind --help` shows how to add one."
        )?;
    }
    if let Some(goal) = file.goal {
        writeln!(console.out, "\nAbout {goal} sessions a week would suit you.")?;
    }
    Ok(())
}

fn remove(name: &str, paths: &Paths, console: &mut Console<'_>) -> anyhow::Result<()> {
    let reminder = called(name, paths)?;
    let mut file = load(paths)?;
    let id = reminder.id();
    file.drafts.retain(|draft| draft.check().map_or(true, |it| it.id() != id));
    keep(&file, paths)?;
    timers::remove(&reminder, paths);
    writeln!(console.out, "“{}” is removed.", printable(&reminder.name))?;
    Ok(())
}

fn goal(sessions: &str, paths: &Paths, console: &mut Console<'_>) -> anyhow::Result<()> {
    let mut file = load(paths)?;
    file.goal = match sessions.trim() {
        "none" | "0" => None,
        number => match number.parse() {
            Ok(number) if (1..=MOST_A_WEEK).contains(&number) => Some(number),
            _ => {
                let message = format!("a goal is a number from 1 to {MOST_A_WEEK}, or `none`");
                return Err(Failure::usage(message).into());
            }
        },
    };
    keep(&file, paths)?;
    match file.goal {
        Some(goal) => writeln!(
            console.out,
            "About {goal} sessions a week, then. More or fewer is fine; nothing is counted against you."
        )?,
        None => writeln!(console.out, "No goal, then.")?,
    }
    Ok(())
}

fn run(setup: &Setup, paths: &Paths, console: &mut Console<'_>) -> anyhow::Result<()> {
    let reminders = kept(paths)?;
    if reminders.is_empty() {
        return list(setup, paths, console);
    }
    for reminder in &reminders {
        writeln!(console.out, "{}", line(reminder, setup.settings.day_begins))?;
    }
    writeln!(console.out, "\nCtrl-C ends it.")?;
    console.out.flush()?;
    with(setup, paths, |reminding| {
        reminding.run(&reminders, &mut |reminder, came_to| {
            tell(reminder, came_to, console)?;
            console.out.flush()
        })
    })?;
    Ok(())
}

/// Says in a line what a reminder came to, where that is worth one.
fn tell(reminder: &Reminder, came_to: Reminded, console: &mut Console<'_>) -> std::io::Result<()> {
    let name = printable(&reminder.name);
    let said = match came_to {
        Reminded::NotDue => return Ok(()),
        Reminded::Begun => "begun",
        Reminded::PutAway => "put away",
        Reminded::Rested => "not shown: a break was just taken, or nobody is here",
        Reminded::Undisturbed => "not shown: you asked not to be disturbed",
        Reminded::Unreachable => "not shown: there is no desktop here that shows notices",
        Reminded::CannotBegin => "no terminal could be opened, and there is no session to hear",
    };
    writeln!(console.out, "{name}: {said}")
}

fn export(
    place: &Path,
    may_replace: bool,
    setup: &Setup,
    paths: &Paths,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let reminders = kept(paths)?;
    let reminders = with(setup, paths, |reminding| {
        let said = |reminder: Reminder| {
            let said = reminding.said(&reminder);
            (reminder, said)
        };
        reminders.into_iter().map(said).collect::<Vec<_>>()
    });
    let here = here_and_now();
    let day_begins = setup.settings.day_begins;
    let text = calendar(&reminders, here.timestamp(), here.date(), day_begins);
    exported::save(&text, place, may_replace, console)
}
