//! `remind`: reminders, kept, shown, and handed to the system's timers and to calendars.

mod sessions;
mod timers;
mod words;

use std::path::Path;

use super::arguments::{RemindAddArguments, RemindArguments, RemindCommand};
use super::console::Console;
use super::exit::{Exit, Failure};
use super::exported;
use super::setup::Setup;
use super::text::{printable, said};
use crate::conductor::{OwnDesk, Reminded, Reminding, here_and_now};
use crate::config::Paths;
use crate::library::nearest;
use crate::problem::Problem;
use crate::reminders::{
    MOST_A_WEEK, ReadReminders, Reminder, ReminderDraft, ReminderFileError, ReminderProblem,
    RemindersFile, calendar,
};
use crate::words::{Message, Texts, in_english};
pub(super) use sessions::without_session;
use sessions::{session_meant, tell_without_session};

/// Does what is asked about reminders.
pub(super) fn remind(
    arguments: &RemindArguments,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let setup = Setup::read(console);
    let paths = setup.folders()?;
    let texts = setup.report_texts();
    let setup = &setup;
    let desk = &OwnDesk::new(arguments.speed);
    match arguments.command.as_ref().unwrap_or(&RemindCommand::List) {
        RemindCommand::Add(wish) => add(wish, (setup, texts), paths, console)?,
        RemindCommand::List => list((setup, texts), paths, console)?,
        RemindCommand::Remove { name } => remove(name, paths, texts, console)?,
        RemindCommand::Goal { sessions } => goal(sessions.as_deref(), paths, texts, console)?,
        RemindCommand::Install => {
            let how = (setup.settings.day_begins, texts);
            let reminders = kept(paths, console)?;
            timers::install(&reminders, paths, how, console)?;
            tell_without_session(&reminders, setup, console);
        }
        RemindCommand::Uninstall => timers::uninstall(paths, texts, console)?,
        RemindCommand::Run => run((setup, texts), (paths, desk), console)?,
        RemindCommand::Try { name } => {
            let reminder = called(name, paths, console)?;
            let came_to =
                with((setup, texts), (paths, desk), |reminding| reminding.show_now(&reminder));
            tell(&reminder, came_to, texts, console)?;
        }
        RemindCommand::Export { file, force } => {
            export(file, *force, (setup, texts), (paths, desk), console)?;
        }
        RemindCommand::Show { id } => {
            let reminder = known_as(id, paths, console)?;
            let came_to =
                with((setup, texts), (paths, desk), |reminding| reminding.show(&reminder));
            tell(&reminder, came_to, texts, console)?;
        }
    }
    Ok(Exit::Done)
}

/// Lets `work` be done with what reminders are shown with.
fn with<T>(
    (setup, texts): (&Setup, &Texts),
    (paths, desk): (&Paths, &OwnDesk),
    work: impl FnOnce(&Reminding<'_>) -> T,
) -> T {
    let library = setup.library();
    let title = |id: &str| library.load(id).map_or_else(|_| id.to_owned(), |it| it.session.title);
    let reminding = Reminding { desk, paths, settings: &setup.settings, texts, title: &title };
    work(&reminding)
}

fn unusable(error: &ReminderFileError, paths: &Paths) -> Failure {
    let failure = Failure::new(format!("your reminders cannot be used: {error}"));
    let failure = match error {
        // It says where they lie by itself.
        ReminderFileError::Unreadable(error) => return failure.help(error.help()),
        _ => failure,
    };
    failure.help(mending(error, "they", paths))
}

/// What to write where that is known, and where they lie.
fn mending(error: &ReminderFileError, they: &str, paths: &Paths) -> String {
    let lie = format!("{they} lie in {}", said(&paths.reminders_file()));
    match error {
        ReminderFileError::Misfit { meant: Some(meant), .. } => {
            format!("{}; {lie}", in_english(meant))
        }
        _ => lie,
    }
}

/// What is written in the file, to be changed: so all of it has to be read.
fn load(paths: &Paths) -> Result<RemindersFile, Failure> {
    let read = read(paths)?;
    if read.has_unread() {
        return Err(misread(read.problems, paths).help("nothing is changed in it before that"));
    }
    Ok(read.file)
}

fn misread(problems: Vec<Problem>, paths: &Paths) -> Failure {
    let failure = Failure::new("a part of your reminders is not written as reminders are");
    failure.after(problems).help(format!("they lie in {}", said(&paths.reminders_file())))
}

/// The reminders that can be used. What is wrong with the others is said; where none is left, that
/// is all there is to say.
fn kept(paths: &Paths, console: &mut Console<'_>) -> Result<Vec<Reminder>, Failure> {
    whole(read(paths)?, paths, console)
}

fn read(paths: &Paths) -> Result<ReadReminders, Failure> {
    ReadReminders::load(paths).map_err(|error| unusable(&error, paths))
}

/// Those among what was read that can be used.
fn whole(
    read: ReadReminders,
    paths: &Paths,
    console: &mut Console<'_>,
) -> Result<Vec<Reminder>, Failure> {
    let (reminders, left_out) = read.file.check();
    if reminders.is_empty() && read.has_unread() {
        return Err(misread(read.problems, paths));
    }
    if let (true, Some(error)) = (reminders.is_empty(), left_out.first()) {
        return Err(unusable(error, paths));
    }
    for problem in &read.problems {
        // A warning that cannot be written is not worth ending for.
        let _ = writeln!(console.err, "{problem}\n");
    }
    for error in &left_out {
        let help = mending(error, "your reminders", paths);
        console.warn(&printable(&format!("left out: {error}")), &help);
    }
    Ok(reminders)
}

fn keep(file: &RemindersFile, paths: &Paths) -> Result<(), Failure> {
    file.keep(paths).map_err(|error| Failure::unkept(&error))
}

/// The reminder of this name.
fn called(name: &str, paths: &Paths, console: &mut Console<'_>) -> Result<Reminder, Failure> {
    found(name, kept(paths, console)?, |reminder| reminder.is_called(name))
}

/// The reminder that timers know by this id.
fn known_as(id: &str, paths: &Paths, console: &mut Console<'_>) -> Result<Reminder, Failure> {
    found(id, kept(paths, console)?, |reminder| reminder.id() == id)
}

/// The one that is meant, or that there is none of this name.
fn found(
    name: &str,
    reminders: Vec<Reminder>,
    is_meant: impl Fn(&Reminder) -> bool,
) -> Result<Reminder, Failure> {
    let names: Vec<String> = reminders.iter().map(|it| it.name.clone()).collect();
    let alike = reminders.iter().find(|it| it.id() == Reminder::id_of(name));
    let near = alike.map(|it| it.name.clone());
    let near = near.or_else(|| nearest(name, names.iter().map(String::as_str)).map(str::to_owned));
    reminders.into_iter().find(is_meant).ok_or_else(|| {
        let failure = Failure::new(format!("no reminder is called “{}”", printable(name)));
        match near {
            Some(near) => failure.help(format!("did you mean “{}”?", printable(&near))),
            None => failure.help("`unclench remind` lists them"),
        }
    })
}

fn add(
    wish: &RemindAddArguments,
    (setup, texts): (&Setup, &Texts),
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
        ..ReminderDraft::default()
    };
    let reminder = draft.check().map_err(|problem| misfit(&draft, &problem))?;
    if let Some(session) = reminder.session() {
        let library = setup.library();
        if !library.has(session) {
            let failure = Failure::new(format!("there is no session “{}”", printable(session)));
            return Err(failure.help(session_meant(session, &library)).into());
        }
    }
    let mut file = load(paths)?;
    file.add(draft).map_err(|error| match error {
        ReminderFileError::Twice(name) => {
            let name = printable(&name);
            Failure::new(format!("there is a reminder called “{name}” already"))
                .help(format!("`unclench remind remove \"{name}\"` removes it"))
        }
        ReminderFileError::Alike { there, name } if name == reminder.name => {
            let (there, name) = (printable(&there), printable(&name));
            Failure::new(format!("“{name}” differs from your reminder “{there}” only in signs"))
                .help("choose other letters or digits: names of files leave signs out")
        }
        error => unusable(&error, paths),
    })?;
    keep(&file, paths)?;
    writeln!(console.out, "{}", words::line(&reminder, setup.settings.day_begins, texts))?;
    writeln!(console.out, "\n{}", texts.text(&Message::new("remind-added")))?;
    Ok(())
}

/// What does not fit, and what to write where it fits once it is written as a keyboard writes it.
fn misfit(draft: &ReminderDraft, problem: &ReminderProblem) -> Failure {
    let failure = Failure::usage(problem.to_string());
    match draft.meant() {
        Some(help) => failure.help(in_english(&help)),
        None => failure,
    }
}

fn list(
    (setup, texts): (&Setup, &Texts),
    paths: &Paths,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let read = read(paths)?;
    let goal = read.file.goal;
    let reminders = whole(read, paths, console)?;
    for reminder in &reminders {
        writeln!(console.out, "{}", words::line(reminder, setup.settings.day_begins, texts))?;
    }
    if reminders.is_empty() {
        writeln!(console.out, "{}", texts.text(&Message::new("remind-none")))?;
    }
    if let Some(goal) = goal {
        let told = Message::new("remind-goal").with("goal", u64::from(goal));
        writeln!(console.out, "\n{}", texts.text(&told))?;
    }
    tell_without_session(&reminders, setup, console);
    Ok(())
}

fn remove(
    name: &str,
    paths: &Paths,
    texts: &Texts,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let reminder = called(name, paths, console)?;
    let mut file = load(paths)?;
    let id = reminder.id();
    file.drafts.retain(|draft| draft.check().map_or(true, |it| it.id() != id));
    keep(&file, paths)?;
    timers::remove(&reminder, paths);
    let removed = Message::new("remind-removed").with("name", printable(&reminder.name));
    writeln!(console.out, "{}", texts.text(&removed))?;
    Ok(())
}

fn goal(
    sessions: Option<&str>,
    paths: &Paths,
    texts: &Texts,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let mut file = load(paths)?;
    let Some(sessions) = sessions else {
        let told = goal_message(file.goal, ["remind-goal", "remind-no-goal"]);
        writeln!(console.out, "{}", texts.text(&told))?;
        return Ok(());
    };
    file.goal = match sessions.trim() {
        "none" | "0" => None,
        number => match number.parse() {
            Ok(number) if (1..=MOST_A_WEEK).contains(&number) => Some(number),
            _ => {
                let message =
                    format!("a goal is a whole number from 1 to {MOST_A_WEEK}, or `none`");
                return Err(Failure::usage(message).into());
            }
        },
    };
    keep(&file, paths)?;
    let told = goal_message(file.goal, ["remind-goal-set", "remind-goal-none"]);
    writeln!(console.out, "{}", texts.text(&told))?;
    Ok(())
}

/// How a goal is told, or that there is none.
fn goal_message(goal: Option<u32>, [told, none]: [&'static str; 2]) -> Message {
    match goal {
        Some(goal) => Message::new(told).with("goal", u64::from(goal)),
        None => Message::new(none),
    }
}

fn run(
    (setup, texts): (&Setup, &Texts),
    (paths, desk): (&Paths, &OwnDesk),
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let reminders = kept(paths, console)?;
    if reminders.is_empty() {
        return list((setup, texts), paths, console);
    }
    for reminder in &reminders {
        writeln!(console.out, "{}", words::line(reminder, setup.settings.day_begins, texts))?;
    }
    tell_without_session(&reminders, setup, console);
    writeln!(console.out, "\n{}", texts.text(&Message::new("remind-ends")))?;
    console.out.flush()?;
    with((setup, texts), (paths, desk), |reminding| {
        reminding.run(&reminders, &mut |reminder, came_to| {
            tell(reminder, came_to, texts, console)?;
            console.out.flush()
        })
    })?;
    Ok(())
}

/// Says in a line what a reminder came to, where that is worth one.
fn tell(
    reminder: &Reminder,
    came_to: Reminded,
    texts: &Texts,
    console: &mut Console<'_>,
) -> std::io::Result<()> {
    match words::came_to(reminder, came_to, texts) {
        Some(told) => writeln!(console.out, "{told}"),
        None => Ok(()),
    }
}

fn export(
    place: &Path,
    may_replace: bool,
    (setup, texts): (&Setup, &Texts),
    (paths, desk): (&Paths, &OwnDesk),
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let reminders = kept(paths, console)?;
    tell_without_session(&reminders, setup, console);
    let reminders = with((setup, texts), (paths, desk), |reminding| {
        let said = |reminder: Reminder| {
            let said = reminding.said(&reminder);
            (reminder, said)
        };
        reminders.into_iter().map(said).collect::<Vec<_>>()
    });
    let here = here_and_now();
    let day_begins = setup.settings.day_begins;
    let text = calendar(&reminders, here.timestamp(), here.date(), day_begins);
    exported::save(&text, place, may_replace, (Some(paths), texts), console)
}
