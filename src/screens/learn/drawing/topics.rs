//! The topics under their headings, and a first look at the selected one.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::learn::{Page, Topic};
use crate::screens::page::{WIDEST_TEXT, first_held, left_column, rows};
use crate::screens::widgets::lists::{points, shortened, wrapped};
use crate::screens::{LearnScreen, ScreenView, Target};
use crate::theme::Theme;

/// The list as it lies on a screen.
pub(super) struct List<'a> {
    area: Rect,
    selected: usize,
    rows: Vec<TopicRow<'a>>,
    /// The first row shown.
    first: usize,
}

/// One row of the list.
enum TopicRow<'a> {
    Space,
    Heading(&'a str),
    /// A topic, and which it is.
    Topic(usize, Topic),
}

impl<'a> List<'a> {
    /// Lays the list out so that the selected topic is seen: where it was held, or in the middle.
    pub(super) fn of(
        learn: &'a LearnScreen,
        selected: usize,
        held: Option<usize>,
        body: Rect,
    ) -> Self {
        let (area, _) = areas(body);
        let rows = listed(learn);
        let height = usize::from(area.height);
        let is_selected =
            |row: &TopicRow<'_>| matches!(row, TopicRow::Topic(at, _) if *at == selected);
        let row = rows.iter().position(is_selected).unwrap_or(0);
        let first = first_held(held, row, rows.len(), height);
        Self { area, selected, rows, first }
    }

    pub(super) fn draw(&self, frame: &mut Frame, view: &mut ScreenView) {
        let seen = self.rows.iter().skip(self.first).take(self.area.height.into());
        let topics = seen.filter(|row| matches!(row, TopicRow::Topic(..)));
        view.frame.list_lines = topics.count();
        for (area, row) in rows(self.area).zip(self.rows.iter().skip(self.first)) {
            if let TopicRow::Topic(line, _) = row {
                view.frame.push(area, Target::Line { line: *line, first: self.first });
                if *line == self.selected {
                    view.frame.choose(area);
                }
            }
            draw_row(frame, area, row, self.selected, &view.theme);
        }
    }
}

fn draw_row(frame: &mut Frame, row: Rect, line: &TopicRow<'_>, selected: usize, theme: &Theme) {
    match line {
        TopicRow::Space => {}
        TopicRow::Heading(title) => {
            let title = shortened(title, usize::from(row.width));
            frame.render_widget(Line::styled(title, theme.calm()), row);
        }
        TopicRow::Topic(index, topic) => {
            let is_selected = *index == selected;
            if is_selected {
                frame.buffer_mut().set_style(row, theme.selected());
            }
            let mark = if is_selected { "› " } else { "  " };
            let line = Line::from(vec![
                Span::styled(mark, theme.accent()),
                Span::styled(topic.title(), theme.text()),
            ]);
            frame.render_widget(line, row);
        }
    }
}

/// What the selected topic is, and how it is done as far as there is room. Returns what is left
/// below.
pub(super) fn draw_preview(
    frame: &mut Frame,
    page: Option<&Page>,
    theme: &Theme,
    body: Rect,
) -> Option<Rect> {
    let (Some(area), Some(page)) = (areas(body).1, page) else {
        return None;
    };
    let width = usize::from(area.width);
    let mut lines = wrapped(&page.what, width, theme.text());
    lines.push(Line::default());
    lines.extend(points(&page.how, width, theme.dim()));
    let used = (lines.len() as u16 + 1).min(area.height);
    for (row, line) in rows(area).zip(lines) {
        frame.render_widget(line, row);
    }
    Some(Rect { y: area.y + used, height: area.height - used, ..area })
}

/// The list, and a first look beside it where there is room for one.
fn areas(body: Rect) -> (Rect, Option<Rect>) {
    if body.width < 70 {
        return (left_column(body, WIDEST_TEXT), None);
    }
    let list = left_column(body, (body.width * 9 / 20).clamp(34, 44));
    let left = list.right() + 4;
    let width = (body.right() - left).min(WIDEST_TEXT);
    (list, Some(Rect { x: left, width, ..body }))
}

fn listed(learn: &LearnScreen) -> Vec<TopicRow<'_>> {
    let mut lines = Vec::new();
    let mut index = 0;
    for section in &learn.sections {
        if !lines.is_empty() {
            lines.push(TopicRow::Space);
        }
        lines.push(TopicRow::Heading(&section.title));
        for topic in &section.topics {
            lines.push(TopicRow::Topic(index, *topic));
            index += 1;
        }
    }
    lines
}
