//! The file of a course: text to [`SessionCourse`], or every problem in it with its place and how to mend it.

use std::ops::RangeInclusive;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, Deserializer};

use super::{CourseDay, SessionCourse};
use crate::problem::letters::is_without_ink;
use crate::problem::{Finding, Findings, Problem, Source, Span, report_syntax, with_quotes_right};
use crate::words::{Message, is_unprintable};

/// The version of the format.
const FORMAT: u32 = 1;
/// How many days a course may have.
const DAYS: RangeInclusive<usize> = 2..=90;
/// How many minutes a day may have.
const MINUTES: RangeInclusive<u64> = 1..=240;
/// A minute in milliseconds.
const MINUTE: u64 = 60_000;
/// How long a session can be where that is not known, in milliseconds.
const ANY_LENGTH: RangeInclusive<u64> = 0..=u64::MAX;
/// The most letters of a title, and of any other text.
const TITLE: usize = 80;
const TEXT: usize = 300;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CourseDraft {
    format: Spanned<u32>,
    title: Spanned<String>,
    summary: Spanned<String>,
    #[serde(default, rename = "author")]
    _author: Option<String>,
    #[serde(default, rename = "licence")]
    _licence: Option<String>,
    days: Spanned<Vec<DayDraft>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DayDraft {
    session: Spanned<String>,
    minutes: Option<Spanned<u64>>,
    why: Spanned<String>,
}

/// Every problem of a course file, in the order of the file. `lengths` says how long the session of an
/// id can be, in milliseconds; nothing, where there is none.
pub fn course_file(
    file: &str,
    text: &str,
    lengths: impl Fn(&str) -> Option<RangeInclusive<u64>>,
) -> Vec<Problem> {
    let source = Source::new(file, text);
    let mut found = Findings::default();
    let _ = read("", &source, &mut found, lengths);
    found.into_problems(&source)
}

/// Reads a course that is called by this id.
///
/// # Errors
/// Every problem of its file, where one keeps it from being followed.
pub fn read_course(
    id: &str,
    file: &str,
    text: &str,
    is_session: impl Fn(&str) -> bool,
) -> Result<SessionCourse, Vec<Problem>> {
    let source = Source::new(file, text);
    let mut found = Findings::default();
    let length = |id: &str| is_session(id).then_some(ANY_LENGTH);
    let course = read(id, &source, &mut found, length);
    course.ok_or_else(|| found.into_problems(&source))
}

/// Reads a course; nothing, where a problem keeps it from being followed.
fn read(
    id: &str,
    source: &Source<'_>,
    found: &mut Findings,
    lengths: impl Fn(&str) -> Option<RangeInclusive<u64>>,
) -> Option<SessionCourse> {
    let draft = draft(source, found)?;
    if *draft.format.get_ref() != FORMAT {
        let message = Message::new("course-format").with("format", FORMAT.to_string());
        found.add(fault(draft.format.span(), message, "course-format-help"));
    }
    check_text(&draft.title, TITLE, found);
    check_text(&draft.summary, TEXT, found);
    let count = draft.days.get_ref().len();
    if !DAYS.contains(&count) {
        let message = Message::new("course-days").with("count", count);
        found.add(fault(draft.days.span(), message, "course-days-help"));
    }
    for day in draft.days.get_ref() {
        check_text(&day.why, TEXT, found);
        let length = lengths(day.session.get_ref());
        if length.is_none() {
            let message = Message::new("course-session").with("id", day.session.get_ref().clone());
            found.add(fault(day.session.span(), message, "course-session-help"));
        }
        check_minutes(day, &length.unwrap_or(ANY_LENGTH), found);
    }
    let day = |day: DayDraft| CourseDay {
        session: day.session.into_inner(),
        minutes: day.minutes.map(Spanned::into_inner),
        why: day.why.into_inner(),
    };
    (!found.has_errors()).then(|| SessionCourse {
        id: id.to_owned(),
        title: draft.title.into_inner(),
        summary: draft.summary.into_inner(),
        days: draft.days.into_inner().into_iter().map(day).collect(),
    })
}

/// Whether its session can be as long as a day says.
fn check_minutes(day: &DayDraft, length: &RangeInclusive<u64>, found: &mut Findings) {
    let Some(minutes) = &day.minutes else { return };
    let message = if !MINUTES.contains(minutes.get_ref()) {
        Message::new("course-minutes")
    } else if !length.contains(&(minutes.get_ref() * MINUTE)) {
        Message::new("course-length")
            .with("id", day.session.get_ref().clone())
            .with("shortest", tenths(*length.start(), u64::div_ceil))
            .with("longest", tenths(*length.end(), |millis, tenth| millis / tenth))
    } else {
        return;
    };
    found.add(fault(minutes.span(), message, "course-minutes-help"));
}

/// Minutes with a tenth, as `play --minutes` takes them.
fn tenths(millis: u64, rounded: fn(u64, u64) -> u64) -> String {
    format!("{:.1}", rounded(millis, MINUTE / 10) as f64 / 10.0)
}

fn draft(source: &Source<'_>, found: &mut Findings) -> Option<CourseDraft> {
    let text = with_quotes_right(source, found);
    let (root, errors) = DeTable::parse_recoverable(&text);
    if report_syntax(&Source::new(source.file, &text), &errors, found) {
        return None;
    }
    match CourseDraft::deserialize(Deserializer::from(root)) {
        Ok(draft) => Some(draft),
        Err(error) => {
            let message = Message::new("course-misfit").with("reason", error.message().to_owned());
            found.add(fault(error.span().unwrap_or_default(), message, "course-misfit-help"));
            None
        }
    }
}

fn check_text(text: &Spanned<String>, most: usize, found: &mut Findings) {
    let length = text.get_ref().chars().count();
    let is_odd = text.get_ref().chars().any(is_unprintable);
    if text.get_ref().chars().all(is_without_ink) || length > most || is_odd {
        let message = Message::new("course-text").with("most", most);
        found.add(fault(text.span(), message, "course-text-help"));
    }
}

fn fault(span: Span, message: Message, help: &'static str) -> Finding {
    Finding::error("course", span, message).help(Message::new(help))
}
