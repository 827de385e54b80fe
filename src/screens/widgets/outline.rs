//! The outline of a session: one line for each thing to do.

use ratatui::text::{Line, Span};

use crate::lengths::time_left;
use crate::theme::Theme;
use crate::timeline::{Segment, Timeline};
use crate::words::{Texts, place};

/// One line of an outline: what, on which sides, and how long in all.
struct OutlineEntry {
    title: String,
    millis: u64,
    plays: u32,
}

/// The outline: what follows itself, on the other side or once more, is one line.
pub(in crate::screens) fn lines<'a>(
    timeline: &Timeline,
    width: u16,
    theme: &Theme,
) -> Vec<Line<'a>> {
    let mut entries: Vec<OutlineEntry> = Vec::new();
    let steps = timeline.segments().iter().filter(|segment| segment.step.is_some());
    for segment in steps {
        let title = title(segment, timeline.texts());
        match entries.iter_mut().find(|entry| entry.title == title) {
            Some(entry) => {
                entry.millis += segment.millis();
                entry.plays += 1;
            }
            None => entries.push(OutlineEntry { title, millis: segment.millis(), plays: 1 }),
        }
    }
    entries.iter().flat_map(|entry| entry_lines(entry, usize::from(width), theme)).collect()
}

/// One step, in as many lines as its title takes.
fn entry_lines<'a>(entry: &OutlineEntry, width: usize, theme: &Theme) -> Vec<Line<'a>> {
    let mut times = if entry.plays > 1 { format!("  ×{}", entry.plays) } else { String::new() };
    let mut time = format!("{:>5}  ", time_left(entry.millis));
    let room = width.saturating_sub(time.len() + times.chars().count());
    let mut lines = Vec::new();
    for part in textwrap::wrap(&entry.title, room.max(1)) {
        lines.push(Line::from(vec![
            Span::styled(std::mem::replace(&mut time, " ".repeat(7)), theme.dim()),
            Span::styled(part.into_owned(), theme.text()),
            Span::styled(std::mem::take(&mut times), theme.dim()),
        ]));
    }
    lines
}

/// The title as the file has it, and the region, without the side: “Knead your {side} hand” is the
/// same on both. One that only makes sense with its side has it, as “Lean to the left”; what counts
/// repeats is left out.
fn title(segment: &Segment, texts: &Texts) -> String {
    let written = segment.step.as_ref().map(|step| step.title.as_str()).unwrap_or_default();
    let mut plain = written.to_owned();
    while let Some((before, after)) = without_side(&plain) {
        plain = format!("{before}{after}");
    }
    let counted = plain.split_once("{repeat}");
    if let Some(end) = counted.map(|(it, _)| it.trim_end_matches([',', ' ', '(', ':']).len()) {
        plain.truncate(end);
    }
    if plain.contains('{') {
        plain = segment.title.text(texts).into_owned();
    }
    match segment.region().filter(|_| segment.side.is_some()) {
        Some(region) => {
            let name = texts.text(&place(region, None));
            if plain.contains(&name) { plain } else { format!("{plain}, {name}") }
        }
        None => plain,
    }
}

/// What stands before and after a side that belongs to the word behind it.
fn without_side(title: &str) -> Option<(&str, &str)> {
    let (begin, form) = title.match_indices('{').find_map(|(begin, _)| {
        let form = title[begin..].split_inclusive("} ").next()?;
        let is_side = form.ends_with("} ") && form.to_lowercase().contains("side");
        is_side.then_some((begin, form))
    })?;
    Some((&title[..begin], &title[begin + form.len()..]))
}
