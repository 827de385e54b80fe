//! A session about to be played: what it holds, what to have at hand, what to know first.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};

use super::lists::{draw_scrolled, points, wrapped};
use super::words::upper_first;
use super::{footer, mixer, outline, pictures};
use crate::body::View as Picture;
use crate::figures::gauge::clock_time;
use crate::player::NowPlaying;
use crate::session::Tool;
use crate::theme::Theme;
use crate::timeline::Segment;

use crate::tui::page::{Page, WIDEST_TEXT, about, left_column};
use crate::tui::{App, Ready, View, VoiceView};

/// Cells of the line that fills while words are spoken ahead.
const BAR: usize = 12;

/// What holds for every session.
const ALWAYS: &str = "Never at the wheel, in or near water, or standing where you could fall. \
                      Stop at any time, and at once if something feels sharp, numb or dizzy.";

/// Draws a session about to be played.
pub(super) fn draw(
    frame: &mut Frame,
    app: &App,
    now: &NowPlaying,
    ready: &Ready,
    view: &mut View,
    page: Page,
) {
    let theme = &view.theme.clone();
    frame.render_widget(Line::styled(ready.session.title.clone(), theme.accent()), page.head);
    draw_length(frame, ready, theme, page.head);
    footer::draw(frame, page.foot, app.place(now), theme);
    let (words, beside) = areas(page.body);
    let mut lines = words_of(app, ready, usize::from(words.width), theme);
    let width = beside.map_or(words.width, |area| area.width);
    let outline = outline::lines(&ready.timeline, width, theme);
    if let Some(area) = beside {
        draw_scrolled(frame, area, &outline, ready.scroll, theme);
        draw_body(frame, ready, view, area, &outline);
    } else {
        lines.push(Line::default());
        lines.extend(outline);
    }
    match mixer::area(app, now, page) {
        Some(area) => mixer::draw(frame, app, now, theme, area),
        None => draw_scrolled(frame, words, &lines, ready.scroll, theme),
    }
}

/// Where the words about a session lie in the body of a page.
pub(super) fn words_area(body: Rect) -> Rect {
    areas(body).0
}

/// Draws the body that the session works where its outline leaves room.
fn draw_body(frame: &mut Frame, ready: &Ready, view: &mut View, area: Rect, outline: &[Line<'_>]) {
    let mut regions: Vec<_> =
        ready.timeline.segments().iter().filter_map(Segment::region).collect();
    regions.sort_unstable();
    regions.dedup();
    let widest = outline.iter().map(Line::width).max().unwrap_or_default() as u16;
    let used = (widest, outline.len() as u16);
    let placed = pictures::around(area, used, &Picture::showing(&regions));
    let lit: Vec<_> = regions.into_iter().map(|region| (region, None)).collect();
    pictures::draw(frame, view, &placed, &lit, &[]);
}

fn draw_length(frame: &mut Frame, ready: &Ready, theme: &Theme, head: Rect) {
    let (shortest, longest) = ready.bounds;
    let length = clock_time(ready.timeline.millis());
    let mut spans = vec![Span::styled(length, theme.text())];
    if shortest < longest && head.width >= 60 {
        let range = format!("   {} to {}", about(shortest), about(longest));
        spans.push(Span::styled(range, theme.dim()));
    }
    frame.render_widget(Line::from(spans).alignment(Alignment::Right), head);
}

fn areas(body: Rect) -> (Rect, Option<Rect>) {
    if body.width < 70 {
        return (left_column(body, WIDEST_TEXT), None);
    }
    let words = left_column(body, ((body.width - 4) / 2).min(WIDEST_TEXT));
    let left = words.right() + 4;
    (words, Some(Rect { x: left, width: body.right() - left, ..body }))
}

fn words_of<'a>(app: &App, ready: &Ready, width: usize, theme: &Theme) -> Vec<Line<'a>> {
    let session = &ready.session;
    let mut lines = Vec::new();
    if let Some(notice) = &app.notice {
        lines.extend(wrapped(notice, width, theme.warn()));
    }
    lines.extend(wrapped(&session.summary, width, theme.text()));
    lines.push(Line::default());
    let position = format!("{}.", upper_first(session.position.name()));
    lines.extend(wrapped(&position, width, theme.calm()));
    let tools = session.tools.iter().filter(|tool| **tool != Tool::Hands);
    let tools: Vec<_> = tools.map(|tool| tool.name()).collect();
    if !tools.is_empty() {
        let words = format!("Have at hand: {}.", tools.join(", "));
        lines.extend(wrapped(&words, width, theme.calm()));
    }
    lines.extend(voice(&app.voice, width, theme));
    lines.push(Line::default());
    lines.extend(points(&session.cautions, width, theme.text()));
    lines.extend(wrapped(ALWAYS, width, theme.dim()));
    lines
}

/// Whether a voice will be heard, or how far it is with the words.
fn voice<'a>(voice: &VoiceView, width: usize, theme: &Theme) -> Vec<Line<'a>> {
    let VoiceView { done, of, silent, why } = voice;
    let because = why.as_ref().map_or_else(String::new, |why| format!(": {why}"));
    match (of - silent, silent) {
        _ if *of == 0 => Vec::new(),
        _ if voice.is_working() => {
            let full = done * BAR / of;
            vec![Line::from(vec![
                Span::styled("The voice gets ready  ", theme.dim()),
                Span::styled("━".repeat(full), theme.calm()),
                Span::styled("─".repeat(BAR - full), theme.dim()),
            ])]
        }
        (_, 0) => {
            let mut lines = wrapped("A voice will guide you.", width, theme.calm());
            let though =
                why.iter().flat_map(|why| wrapped(&format!("But {why}."), width, theme.dim()));
            lines.extend(though);
            lines
        }
        (0, _) => wrapped(&format!("No voice{because}."), width, theme.dim()),
        (_, some) => {
            wrapped(&format!("{some} of {of} lines stay unspoken{because}."), width, theme.dim())
        }
    }
}

#[cfg(test)]
mod tests;
