//! `show`: what a session holds, for people and for scripts.

mod json;

use std::io;

use super::arguments::ShowArguments;
use super::console::Console;
use super::exit::Exit;
use super::list::write_json;
use super::setup::Setup;
use super::text::{fold, one_line, said};
use super::{facts, files, play};
use crate::body::Region;
use crate::care::screen;
use crate::lengths::{counted, exact_time_at, time_at, to_the_second};
use crate::library::Entry;
use crate::session::{Goal, Session, Setting, Technique, Tool};
use crate::timeline::{Cue, CueKind, Segment, Timeline};
use crate::words::Texts;

/// Columns of the names before facts.
const NAME: usize = 10;

/// Shows what a session holds.
pub(super) fn show(
    wish: &ShowArguments,
    setup: &Setup,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let loaded = files::load(&setup.library(), &wish.session, console)?;
    let screened = screen(&loaded.session, &setup.person);
    let session = screened.session();
    let timeline = play::lay_out(&screened, &setup.wish_by_day())?;
    let entry = Entry::of(&loaded.id, loaded.path.clone(), session);
    match (wish.json, wish.timeline) {
        (true, true) => write_json(&json::TimelineFacts::of(&loaded.id, &timeline), console)?,
        (true, false) => write_json(&json::SessionFacts::of(&entry, session, &timeline), console)?,
        (false, with_timeline) => {
            write_head(&entry, session, console)?;
            if with_timeline {
                write_timeline(&timeline, console)?;
            } else {
                write_outline(&timeline, console)?;
            }
        }
    }
    Ok(Exit::Done)
}

fn write_head(entry: &Entry, session: &Session, console: &mut Console<'_>) -> io::Result<()> {
    writeln!(console.out, "{}\n", one_line(&entry.title))?;
    for line in fold(&session.summary, console.text_width()) {
        writeln!(console.out, "{line}")?;
    }
    writeln!(console.out)?;
    let file = match &entry.path {
        Some(path) => said(path),
        None => "built in".to_owned(),
    };
    let by = match (&session.author, &session.licence) {
        (Some(author), Some(licence)) => format!("{author}, {licence}"),
        (one, other) => one.iter().chain(other).cloned().collect(),
    };
    let rows = [
        ("length", how_long(entry)),
        ("helps with", names(&entry.goals, Goal::name)),
        ("suits", names(&entry.settings, Setting::name)),
        ("position", entry.position.name().to_owned()),
        ("needs", names(&session.tools, Tool::name)),
        ("works on", names(&entry.regions, Region::name)),
        ("technique", names(&entry.techniques, Technique::name)),
        ("written by", by),
        ("language", entry.language.clone()),
        ("from", file),
    ];
    for (name, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
        write_fact(name, &one_line(value), console)?;
    }
    write_list("Before you start", &session.cautions, console)?;
    write_list("Sources", &session.sources, console)
}

/// One fact, folded so that its lines stand under one another.
fn write_fact(name: &str, value: &str, console: &mut Console<'_>) -> io::Result<()> {
    let room = console.text_width().saturating_sub(NAME + 2).max(20);
    for (index, line) in fold(value, room).iter().enumerate() {
        let name = if index == 0 { name } else { "" };
        writeln!(console.out, "{name:NAME$}  {line}")?;
    }
    Ok(())
}

fn write_list(title: &str, items: &[String], console: &mut Console<'_>) -> io::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(console.out, "\n{title}")?;
    for item in items {
        for (index, line) in fold(item, console.text_width() - 4).iter().enumerate() {
            let mark = if index == 0 { "-" } else { " " };
            writeln!(console.out, "  {mark} {line}")?;
        }
    }
    Ok(())
}

fn how_long(entry: &Entry) -> String {
    let written = to_the_second(entry.millis);
    if entry.shortest == entry.longest {
        return written;
    }
    let (shortest, longest) = (to_the_second(entry.shortest), to_the_second(entry.longest));
    format!("{written}; it can be {shortest} to {longest}")
}

fn names<T: Copy>(words: &[T], name: fn(T) -> &'static str) -> String {
    let names: Vec<&str> = words.iter().map(|word| name(*word)).collect();
    names.join(", ")
}

/// The parts of a timeline that a person does something in.
fn steps(timeline: &Timeline) -> impl Iterator<Item = &Segment> {
    let segments = timeline.segments().iter();
    segments.filter(|segment| segment.step.is_some())
}

fn write_outline(timeline: &Timeline, console: &mut Console<'_>) -> io::Result<()> {
    writeln!(console.out, "\nSteps")?;
    for segment in steps(timeline) {
        let (start, heading) = (time_at(segment.start), segment.heading(timeline.texts()));
        let length = to_the_second(segment.millis());
        writeln!(console.out, "  {start:>7}  {heading} ({length})")?;
    }
    Ok(())
}

fn write_timeline(timeline: &Timeline, console: &mut Console<'_>) -> io::Result<()> {
    writeln!(console.out, "\nTimeline")?;
    let last = timeline.segments().len().saturating_sub(1);
    for (index, segment) in timeline.segments().iter().enumerate() {
        let (start, end) = (exact_time_at(segment.start), exact_time_at(segment.end));
        let (kind, heading) = (segment.kind.id(), segment.heading(timeline.texts()));
        writeln!(console.out, "  {start:>11}  {heading} ({kind}, to {end})")?;
        if let Some(touch) = facts::touch(segment, timeline.texts()) {
            writeln!(console.out, "  {:>11}  {touch}", "")?;
        }
        if !segment.kind.leads_to_a_step()
            && let Some(text) = &segment.text
        {
            writeln!(console.out, "  {:>11}  {}", "", one_line(&text.text(timeline.texts())))?;
        }
        // The last cue lies exactly at the end.
        let to = if index == last { segment.end + 1 } else { segment.end };
        for cue in timeline.cues(segment.start, to) {
            if let Some(heard) = heard(cue, timeline.texts()) {
                writeln!(console.out, "  {:>11}    {heard}", exact_time_at(cue.at))?;
            }
        }
    }
    Ok(())
}

/// What begins with a cue, unless it only goes on a little softer.
fn heard(cue: &Cue, texts: &Texts) -> Option<String> {
    Some(match &cue.kind {
        CueKind::Bed(Some(name)) => format!("background {name}"),
        CueKind::Bed(None) => "background off".to_owned(),
        CueKind::Fade { millis } => format!("background fades, {}", counted(*millis)),
        CueKind::Chime(name) => format!("chime {name}"),
        CueKind::Speech(words) => format!("“{}”", one_line(&words.text(texts))),
        CueKind::Breath { label, millis, .. } => format!("{label} {}", counted(*millis)),
        CueKind::Softer { .. } => return None,
    })
}
