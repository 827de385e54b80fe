//! The file of a course: text to [`SessionCourse`], or every problem in it with its place and how to mend it.

use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::table::{CourseTable, number, text};
use super::{CourseDay, SessionCourse};
use crate::problem::letters::{as_typed, is_blank, odd_letter, write_for};
use crate::problem::{
    Finding, Findings, Problem, Source, Span, as_name, followed, report_syntax, with_quotes_right,
    wrong_type,
};
use crate::words::{Message, is_unprintable};

/// The version of the format.
const FORMAT: i64 = 1;
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

struct CourseDraft {
    title: Spanned<String>,
    summary: Spanned<String>,
    days: Vec<DayDraft>,
}

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
    let problems_of = |text: &str| {
        let source = Source::new(file, text);
        let mut found = Findings::default();
        let _ = read("", &source, &mut found, &lengths);
        found.into_problems(&source)
    };
    followed(text, problems_of(text), problems_of)
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
    let text = with_quotes_right(source, found);
    let (root, errors) = DeTable::parse_recoverable(&text);
    let has_quotes = found.has_errors();
    let may_have_gaps =
        report_syntax(&Source::new(source.file, &text), &errors, found) || has_quotes;
    // What stands in a line that cannot be read was told.
    for span in found.spans() {
        let line = source.line_span(source.line_of(span.start));
        found.unreadable(line.start..line.end + 1);
    }
    let draft = draft(root.get_ref(), may_have_gaps, found);
    for day in draft.iter().flat_map(|draft| &draft.days) {
        check_text(&day.why, TEXT, found);
        let id = day.session.get_ref();
        let length = lengths(id);
        if length.is_none() {
            let message = Message::new("course-session").with("id", id.as_str());
            let name = as_name(&as_typed(id));
            let plain = || Message::new("write").with("text", format!("\"{name}\""));
            let help = odd_letter(id).map_or_else(plain, |letter| write_for(letter, &name));
            let meant = lengths(&name).is_some().then_some(help);
            let help = meant.unwrap_or_else(|| Message::new("course-session-help"));
            found.add(Finding::error("course", day.session.span(), message).help(help));
        }
        check_minutes(day, &length.unwrap_or(ANY_LENGTH), found);
    }
    let day = |day: DayDraft| CourseDay {
        session: day.session.into_inner(),
        minutes: day.minutes.map(Spanned::into_inner),
        why: day.why.into_inner(),
    };
    let draft = draft.filter(|_| !found.has_errors())?;
    Some(SessionCourse {
        id: id.to_owned(),
        title: draft.title.into_inner(),
        summary: draft.summary.into_inner(),
        days: draft.days.into_iter().map(day).collect(),
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

/// Reads what a course says; `None` where something of it is not there.
fn draft(root: &DeTable<'_>, may_have_gaps: bool, found: &mut Findings) -> Option<CourseDraft> {
    let mut table = CourseTable::new(root, 0..0, "course");
    let format = table.needed("format").and_then(|it| number("format", it, found));
    let mut text_of = |key: &'static str, most: usize, found: &mut Findings| {
        let text = table.needed(key).and_then(|it| text(key, it, found));
        if let Some(text) = &text {
            check_text(text, most, found);
        }
        text
    };
    let title = text_of("title", TITLE, found);
    let summary = text_of("summary", TEXT, found);
    for key in ["author", "licence"] {
        let _ = table.value(key).and_then(|it| text(key, it, found));
    }
    if let Some(format) = format.as_ref().filter(|format| *format.get_ref() > FORMAT) {
        let message = Message::new("format-too-new").with("format", format.get_ref().to_string());
        found.add(fault(format.span(), message, "format-too-new-help"));
    } else if let Some(format) = format.filter(|format| *format.get_ref() != FORMAT) {
        let message = Message::new("course-format").with("format", FORMAT.to_string());
        found.add(fault(format.span(), message, "course-format-help"));
    }
    let days = table.needed("days").and_then(|it| days(it, may_have_gaps, found));
    table.finish(may_have_gaps, found);
    Some(CourseDraft { title: title?, summary: summary?, days: days? })
}

/// Reads the days of a course, each as far as it goes.
fn days(
    value: &Spanned<DeValue<'_>>,
    may_have_gaps: bool,
    found: &mut Findings,
) -> Option<Vec<DayDraft>> {
    let Some(days) = value.get_ref().as_array() else {
        let help = Message::new("write-heading-of-each").with("key", "days");
        found.add(wrong_type("days", "list", value.get_ref(), value.span()).help(help));
        return None;
    };
    if !DAYS.contains(&days.len()) && !may_have_gaps {
        let message = Message::new("course-days").with("count", days.len());
        found.add(fault(value.span(), message, "course-days-help"));
    }
    Some(days.iter().filter_map(|day| a_day(day, may_have_gaps, found)).collect())
}

fn a_day(
    value: &Spanned<DeValue<'_>>,
    may_have_gaps: bool,
    found: &mut Findings,
) -> Option<DayDraft> {
    let Some(day) = value.get_ref().as_table() else {
        let help = Message::new("write-heading-of-each").with("key", "days");
        found.add(wrong_type("days", "table", value.get_ref(), value.span()).help(help));
        return None;
    };
    let mut table = CourseTable::new(day, value.span(), "day");
    let session = table.needed("session").and_then(|it| text("session", it, found));
    let minutes = table.value("minutes").and_then(|it| number("minutes", it, found));
    let why = table.needed("why").and_then(|it| text("why", it, found));
    table.finish(may_have_gaps, found);
    // Less than nothing is as little as nothing.
    let minutes =
        minutes.map(|it| Spanned::new(it.span(), u64::try_from(*it.get_ref()).unwrap_or(0)));
    Some(DayDraft { session: session?, minutes, why: why? })
}

fn check_text(text: &Spanned<String>, most: usize, found: &mut Findings) {
    let length = text.get_ref().chars().count();
    let is_odd = text.get_ref().chars().any(is_unprintable);
    if is_blank(text.get_ref()) || length > most || is_odd {
        let message = Message::new("course-text").with("most", most);
        found.add(fault(text.span(), message, "course-text-help"));
    }
}

fn fault(span: Span, message: Message, help: &'static str) -> Finding {
    Finding::error("course", span, message).help(Message::new(help))
}
