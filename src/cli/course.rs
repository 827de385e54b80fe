//! `course`: the courses, and how far a person has come in one.

use std::path::Path;

use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use super::arguments::{CourseArguments, CourseCommand};
use super::console::Console;
use super::exit::{Exit, Failure};
use super::list::write_json;
use super::names::name_meant;
use super::setup::Setup;
use super::text::{count, fold, in_columns, printable, said};
use crate::conductor::day_of_person;
use crate::config::Paths;
use crate::courses::{CourseProgress, CourseToday, Courses, ProgressFault, SessionCourse};
use crate::files::name_of;
use crate::library::{Library, UnusedFile};

/// Text is set no wider than this, in columns.
const WIDEST: usize = 72;

/// Does what is asked about courses.
pub(super) fn course(
    arguments: &CourseArguments,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let setup = Setup::read(console);
    let library = setup.library();
    let courses = library.courses();
    let is_json = arguments.json;
    match &arguments.command {
        None | Some(CourseCommand::List) => list(&library, setup.paths.as_ref(), is_json, console),
        Some(CourseCommand::Show { course }) => {
            let done = current(setup.paths.as_ref(), courses);
            let course = course_named(course, &library)?;
            tell_set_aside(course, &library, console);
            tell_unfollowed(setup.paths.as_ref(), &library, console);
            show(course, done.filter(|(it, _)| it.id == course.id), is_json, console)
        }
        Some(CourseCommand::Start { course }) => {
            let course = course_named(course, &library)?;
            tell_set_aside(course, &library, console);
            tell_what_is_left(setup.paths.as_ref(), courses, console);
            CourseProgress::start(course)
                .keep(setup.folders()?)
                .map_err(|error| Failure::unkept(&error))?;
            next((setup.folders()?, &library), setup.settings.day_begins, is_json, console)
        }
        Some(CourseCommand::Next) => {
            next((setup.folders()?, &library), setup.settings.day_begins, is_json, console)
        }
        Some(CourseCommand::Stop) => {
            let was_there = CourseProgress::forget(setup.folders()?)
                .map_err(|error| Failure::unkept(&error))?;
            let said = if was_there {
                "Stopped. You can start again whenever you like."
            } else {
                "No course has been started."
            };
            writeln!(console.out, "{said}")?;
            Ok(Exit::Done)
        }
    }
}

/// What is said of a file of progress that cannot be used.
fn unusable(fault: &ProgressFault, paths: &Paths) -> String {
    let place = said(&paths.course_file());
    let told = format!("`{place}` cannot be read, so how far you are in a course is not known");
    match fault {
        ProgressFault::Unreadable(error) => format!("{told}: {}", error.kind),
        ProgressFault::Misfit(_) => told,
    }
}

/// What is said of a course that was begun and is not there any more, and how to mend it.
pub(super) fn gone(progress: &CourseProgress, library: &Library) -> Option<(String, String)> {
    let id = &progress.course;
    if library.courses().named(id).is_some() {
        return None;
    }
    let told = format!("you are in the course “{}”, which is not there any more", printable(id));
    let unused = unused_courses(library).find(|it| name_of(&it.path).as_ref() == Some(id));
    Some(match unused {
        Some(unused) => (format!("{told}: {unused}"), unused.help.clone()),
        None => (told, "`unclench course list` shows the courses, `start` begins one".to_owned()),
    })
}

/// Says where it is not known how far one is, and where the course is not there.
fn tell_unfollowed(paths: Option<&Paths>, library: &Library, console: &mut Console<'_>) {
    let Some(paths) = paths else { return };
    match CourseProgress::read(paths) {
        Err(fault) => console.warn(&unusable(&fault, paths), "`unclench doctor` says what to mend"),
        Ok(progress) => {
            if let Some((told, help)) = progress.and_then(|it| gone(&it, library)) {
                console.warn(&told, &help);
            }
        }
    }
}

/// Says what is not kept of the course before, where another begins.
fn tell_what_is_left(paths: Option<&Paths>, courses: &Courses, console: &mut Console<'_>) {
    let Some(paths) = paths else { return };
    match CourseProgress::read(paths) {
        Err(fault) => {
            let aside = format!("it is kept as `{}`", said(&CourseProgress::aside(paths)));
            console.warn(&unusable(&fault, paths), &aside);
        }
        Ok(Some(left)) if left.done > 0 => {
            let told = match courses.named(&left.course) {
                Some(course) => {
                    let done = left.within(course).done;
                    format!("{done} of {} days of “{}”", course.days.len(), course.title)
                }
                None => format!("{} of “{}”", count(left.done, "day"), printable(&left.course)),
            };
            let _ = writeln!(console.err, "{told} were done; their count is not kept.");
        }
        Ok(_) => {}
    }
}

fn course_named<'a>(name: &str, library: &'a Library) -> Result<&'a SessionCourse, Failure> {
    let courses = library.courses();
    let meant = name_meant(name, courses.iter().map(|course| course.id.as_str()));
    let found = meant.as_ref().ok().and_then(|id| courses.named(id));
    found.ok_or_else(|| {
        if let Some(unused) = unused_courses(library)
            .find(|it| it.path.file_stem().is_some_and(|it| it == name.trim()))
        {
            return Failure::new(unused.to_string()).help(unused.help.clone());
        }
        let failure = Failure::new(format!("there is no course called “{}”", printable(name)));
        let failure = match meant.err().flatten() {
            Some(help) => failure.help(help),
            None => failure,
        };
        failure.help("`unclench course list` shows the courses")
    })
}

/// Says that a course is the built-in one, where one of the person's own of that name cannot be used.
fn tell_set_aside(course: &SessionCourse, library: &Library, console: &mut Console<'_>) {
    let mut unused = unused_courses(library);
    if let Some(unused) = unused.find(|it| name_of(&it.path).is_some_and(|it| it == course.id)) {
        let message = format!("your own {unused}; this is the built-in course");
        console.warn(&message, &unused.help);
    }
}

/// The files of the person's own courses that cannot be used.
fn unused_courses(library: &Library) -> impl Iterator<Item = &UnusedFile> {
    let is_course = |unused: &&UnusedFile| {
        let folder = unused.path.parent().and_then(Path::file_name);
        folder.is_some_and(|folder| folder == "courses")
    };
    library.unused().filter(is_course)
}

/// The course that goes on, and how far.
fn current<'a>(
    paths: Option<&Paths>,
    courses: &'a Courses,
) -> Option<(&'a SessionCourse, CourseProgress)> {
    let progress = CourseProgress::load(paths?)?;
    let course = courses.named(&progress.course)?;
    Some((course, progress.within(course)))
}

fn list(
    library: &Library,
    paths: Option<&Paths>,
    as_json: bool,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let courses = library.courses();
    let current = current(paths, courses);
    let done = |course: &SessionCourse| {
        current.as_ref().filter(|(it, _)| it.id == course.id).map(|(_, progress)| progress.done)
    };
    if as_json {
        let facts: Vec<_> = courses.iter().map(|it| CourseFacts::of(it, done(it))).collect();
        write_json(&facts, console)?;
    } else {
        let widest = courses.iter().map(|course| course.id.width()).max().unwrap_or(0);
        for course in courses.iter() {
            let on = done(course).map_or_else(String::new, |done| format!("  ({done} done)"));
            let (id, days) = (in_columns(&course.id, widest), course.days.len());
            writeln!(console.out, "{id}  {days:>2} days  {}{on}", course.title)?;
        }
        writeln!(
            console.out,
            "\n`unclench course show COURSE` tells its days, `start` begins it."
        )?;
    }
    for unused in unused_courses(library) {
        console.warn(&unused.to_string(), &unused.help);
    }
    tell_unfollowed(paths, library, console);
    Ok(Exit::Done)
}

fn show(
    course: &SessionCourse,
    current: Option<(&SessionCourse, CourseProgress)>,
    as_json: bool,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let done = current.map(|(_, progress)| progress.done);
    if as_json {
        write_json(&CourseFacts::of(course, done), console)?;
        return Ok(Exit::Done);
    }
    writeln!(console.out, "{}\n", course.title)?;
    let width = console.text_width().min(WIDEST);
    for line in fold(&course.summary, width) {
        writeln!(console.out, "{line}")?;
    }
    writeln!(console.out)?;
    for (number, day) in (1..).zip(&course.days) {
        let mark = if done.is_some_and(|done| number <= done) { "✓" } else { " " };
        let minutes = day.minutes.map_or_else(String::new, |it| format!(", {it} min"));
        writeln!(console.out, "{mark} {number:>2}  {}{minutes}", day.session)?;
        for line in fold(&day.why, width.saturating_sub(6)) {
            writeln!(console.out, "      {line}")?;
        }
    }
    Ok(Exit::Done)
}

/// What comes next in the course that goes on.
fn next(
    (paths, library): (&Paths, &Library),
    day_begins: u8,
    as_json: bool,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let progress = CourseProgress::read(paths).map_err(|fault| unfollowed(fault, paths))?;
    if let Some((told, help)) = progress.as_ref().and_then(|it| gone(it, library)) {
        return Err(Failure::new(told).help(help).into());
    }
    let Some((course, progress)) = current(Some(paths), library.courses()) else {
        let failure = Failure::new("no course has been started");
        return Err(failure.help("`unclench course list` shows the courses").into());
    };
    let next = progress.next(course);
    let is_due = progress.due(course, &day_of_person(day_begins)).is_some();
    if as_json {
        let facts =
            NextFacts { course: &course.id, is_due, day: next.as_ref().map(DayFacts::next) };
        write_json(&facts, console)?;
        return Ok(Exit::Done);
    }
    let Some(CourseToday { title, number, of, day }) = next else {
        writeln!(console.out, "All {} days of “{}” are done.", course.days.len(), course.title)?;
        return Ok(Exit::Done);
    };
    let when = if is_due { "" } else { " (today's is done; this one is for tomorrow)" };
    writeln!(console.out, "{title}, day {number} of {of}{when}")?;
    for line in fold(&day.why, console.text_width().min(WIDEST)) {
        writeln!(console.out, "{line}")?;
    }
    let minutes = day.minutes.map_or_else(String::new, |it| format!(" --minutes {it}"));
    writeln!(console.out, "\nunclench play {}{minutes}", day.session)?;
    Ok(Exit::Done)
}

/// Why nothing comes next, where the file of it cannot be used.
fn unfollowed(fault: ProgressFault, paths: &Paths) -> Failure {
    let help = "mend it, or begin a course with `unclench course start COURSE`; the file is put \
                aside then";
    let failure = Failure::new(unusable(&fault, paths)).help(help);
    match fault {
        ProgressFault::Misfit(problems) => failure.after(problems),
        ProgressFault::Unreadable(_) => failure,
    }
}

/// A course as JSON gives it. The keys are a promise to scripts.
#[derive(Serialize)]
struct CourseFacts<'a> {
    id: &'a str,
    title: &'a str,
    summary: &'a str,
    /// How many days are done; `null` where it has not been started.
    days_done: Option<usize>,
    days: Vec<DayFacts<'a>>,
}

/// A day of a course.
#[derive(Serialize)]
struct DayFacts<'a> {
    number: usize,
    session: &'a str,
    minutes: Option<u64>,
    why: &'a str,
}

/// What comes next.
#[derive(Serialize)]
struct NextFacts<'a> {
    course: &'a str,
    is_due: bool,
    day: Option<DayFacts<'a>>,
}

impl<'a> CourseFacts<'a> {
    fn of(course: &'a SessionCourse, days_done: Option<usize>) -> Self {
        let days = (1..).zip(&course.days);
        let days = days.map(|(number, day)| DayFacts {
            number,
            session: &day.session,
            minutes: day.minutes,
            why: &day.why,
        });
        let SessionCourse { id, title, summary, .. } = course;
        Self { id, title, summary, days_done, days: days.collect() }
    }
}

impl<'a> DayFacts<'a> {
    fn next(next: &'a CourseToday) -> Self {
        let CourseToday { number, day, .. } = next;
        Self { number: *number, session: &day.session, minutes: day.minutes, why: &day.why }
    }
}
