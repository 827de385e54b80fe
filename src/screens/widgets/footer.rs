//! One dim line of keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::screens::Place;
use crate::screens::keymap::footer;
use crate::theme::Theme;
use crate::words::{Message, Texts};

/// Columns between one key and the next.
const GAP: usize = 3;

/// Draws the keys of a place, as many as fit.
pub(in crate::screens) fn draw(frame: &mut Frame, area: Rect, place: Place, theme: &Theme) {
    let keys = footer(place).map(|(keys, label)| (keys.to_owned(), label.to_owned()));
    frame.render_widget(line(area.width, keys.collect(), theme), area);
}

/// The same in the language of these texts.
pub(in crate::screens) fn draw_in(
    frame: &mut Frame,
    area: Rect,
    place: Place,
    theme: &Theme,
    texts: &Texts,
) {
    frame.render_widget(line(area.width, worded(place, texts).collect(), theme), area);
}

/// The keys of a place and what they do, in the language of these texts.
pub(in crate::screens) fn worded(
    place: Place,
    texts: &Texts,
) -> impl Iterator<Item = (String, String)> {
    let named = |family: &str, english: &str| {
        let message = Message::new(format!("{family}-{}", english.replace(' ', "-")));
        texts.find(&message).unwrap_or_else(|| english.to_owned())
    };
    footer(place).map(move |(keys, label)| (named("written", keys), named("key", label)))
}

fn line(width: u16, keys: Vec<(String, String)>, theme: &Theme) -> Line<'static> {
    let mut spans = Vec::new();
    for (keys, label) in fitting(usize::from(width), keys) {
        let gap = if spans.is_empty() { 0 } else { GAP };
        spans.push(Span::styled(format!("{}{keys}", " ".repeat(gap)), theme.calm()));
        spans.push(Span::styled(format!(" {label}"), theme.dim()));
    }
    Line::from(spans)
}

/// The keys that fit, in their order. The first and the last three (how to go back, help, leaving)
/// come before those between.
fn fitting(width: usize, all: Vec<(String, String)>) -> Vec<(String, String)> {
    let last = all.len().saturating_sub(3)..all.len();
    let order = (0..all.len().min(1)).chain(last.rev()).chain(1..all.len().saturating_sub(3));
    let mut kept = Vec::new();
    let mut free = width + GAP;
    for index in order.filter(|index| *index < all.len()) {
        let (keys, label) = &all[index];
        let wide = keys.chars().count() + 1 + label.chars().count() + GAP;
        if wide <= free && !kept.contains(&index) {
            free -= wide;
            kept.push(index);
        }
    }
    kept.sort_unstable();
    let mut keys: Vec<_> = all.into_iter().map(Some).collect();
    kept.into_iter().filter_map(|index| keys[index].take()).collect()
}
