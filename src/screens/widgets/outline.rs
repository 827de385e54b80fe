//! The outline of a session: one line for each thing to do.

use ratatui::text::{Line, Span};

use super::lists::shortened;
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
    entries
        .into_iter()
        .map(|entry| {
            let times =
                if entry.plays > 1 { format!("  ×{}", entry.plays) } else { String::new() };
            let time = format!("{:>5}  ", time_left(entry.millis));
            let room = usize::from(width).saturating_sub(time.len() + times.chars().count());
            Line::from(vec![
                Span::styled(time, theme.dim()),
                Span::styled(shortened(&entry.title, room), theme.text()),
                Span::styled(times, theme.dim()),
            ])
        })
        .collect()
}

/// The title as the file has it, and the region, without the side.
fn title(segment: &Segment, texts: &Texts) -> String {
    let written = segment.step.as_ref().map(|step| step.title.as_str()).unwrap_or_default();
    let plain = ["{side}", "{Side}", "{side-dative}", "{side-adverb}"]
        .iter()
        .fold(written.to_owned(), |plain, form| {
            plain.replace(&format!("{form} "), "").replace(&format!(" {form}"), "")
        });
    match segment.region().filter(|_| segment.side.is_some()) {
        Some(region) => {
            let name = texts.text(&place(region, None));
            if plain.contains(&name) { plain } else { format!("{plain}, {name}") }
        }
        None => plain,
    }
}
