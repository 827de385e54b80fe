//! A session about to be played: what it holds, what to have at hand, what to know first.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Wrap};

use super::{footer, outline};
use crate::session::Tool;
use crate::tui::clock_time;
use crate::tui::page::{Page, WIDEST_TEXT, about, left_column};
use crate::tui::{App, Place, Ready, Theme};

/// What holds for every session.
const ALWAYS: &str = "Never at the wheel, in or near water, or standing where you could fall. \
                      Stop at any time, and at once if something feels sharp, numb or dizzy.";

/// Draws a session about to be played.
pub(super) fn draw(frame: &mut Frame, app: &App, ready: &Ready, theme: &Theme, page: Page) {
    let session = &ready.session;
    frame.render_widget(
        Line::styled(session.title.clone(), theme.accent()),
        page.head,
    );
    draw_length(frame, ready, theme, page.head);
    footer::draw(frame, page.foot, Place::Ready, theme);
    let (words, outline_area) = areas(page.body);
    let mut lines = words_of(ready, theme);
    if let Some(notice) = &app.notice {
        lines.insert(0, Line::styled(notice.clone(), theme.warn()));
    }
    let outline = outline::lines(&ready.timeline, theme);
    match outline_area {
        Some(area) => {
            let shown = Paragraph::new(outline).scroll((ready.scroll as u16, 0));
            frame.render_widget(shown, area);
        }
        None => {
            lines.push(Line::default());
            lines.extend(outline);
        }
    }
    let scroll = if outline_area.is_none() {
        ready.scroll as u16
    } else {
        0
    };
    let shown = Paragraph::new(lines)
        .wrap(Wrap { trim: false })
        .scroll((scroll, 0));
    frame.render_widget(shown, words);
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
    (
        words,
        Some(Rect {
            x: left,
            width: body.right() - left,
            ..body
        }),
    )
}

fn words_of<'a>(ready: &Ready, theme: &Theme) -> Vec<Line<'a>> {
    let session = &ready.session;
    let mut lines = vec![
        Line::styled(session.summary.clone(), theme.text()),
        Line::default(),
    ];
    let tools: Vec<_> = session
        .tools
        .iter()
        .filter(|tool| **tool != Tool::Hands)
        .map(|tool| tool.name())
        .collect();
    let position = format!("Done {}.", session.position.name());
    lines.push(Line::styled(position, theme.calm()));
    if !tools.is_empty() {
        let words = format!("Have at hand: {}.", tools.join(", "));
        lines.push(Line::styled(words, theme.calm()));
    }
    for caution in &session.cautions {
        lines.push(Line::default());
        lines.push(Line::styled(caution.clone(), theme.text()));
    }
    lines.push(Line::default());
    lines.push(Line::styled(ALWAYS, theme.dim()));
    lines
}
