//! The first screen: a greeting, a lamp, and three sessions for now.

use std::iter;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use unicode_truncate::UnicodeTruncateStr as _;
use unicode_width::UnicodeWidthStr as _;

use super::{HomeScreen, reasons};
use crate::figures::flower::Flower;
use crate::journal::JournalEntry;
use crate::lengths::time_at;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::{WIDEST_TEXT, left_column, rows};
use crate::screens::widgets::{footer, lists};
use crate::screens::{Place, ScreenView, Shared, Target};
use crate::theme::Theme;
use crate::words::{Message, Texts, printable};

/// How far the lamp has sunk, 0–1.
const LAMP: f32 = 0.0;

/// Rows one suggestion takes: its line, the reasons for it, its summary, a space.
const SUGGESTION_ROWS: u16 = 5;

impl Draw for HomeScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, page, .. } = *context;
        let theme = view.theme;
        frame.render_widget(Line::styled("Unclench", theme.calm()), page.head);
        footer::draw(frame, page.foot, Place::Home, &theme);
        let (words, lamp) = areas(page.body);
        if let (Some(lamp), Some(figures)) = (lamp, &mut view.figures) {
            frame.render_stateful_widget(Flower::still(&theme, LAMP), lamp, &mut figures.flower);
        }
        draw_greeting(frame, shared, self, words, &theme);
        draw_suggestions(frame, shared, self, words, view);
    }
}

/// The column of words, and the place of the lamp where there is room for one.
fn areas(body: Rect) -> (Rect, Option<Rect>) {
    let words = left_column(body, WIDEST_TEXT.min(body.width * 11 / 20).max(38));
    let free = body.width.saturating_sub(words.width + 4);
    let lamp = Rect { x: words.right() + 4, width: free, ..body };
    let height = needed_height().min(body.height);
    let top = (body.height - height) / 3;
    let words = Rect { y: body.y + top, height: body.height - top, ..words };
    (words, (free >= 20 && body.height >= 10).then_some(lamp))
}

fn needed_height() -> u16 {
    3 + 3 * SUGGESTION_ROWS
}

fn draw_greeting(
    frame: &mut Frame,
    shared: &Shared,
    home: &HomeScreen,
    words: Rect,
    theme: &Theme,
) {
    let greeting = format!("{}.", shared.environment.part_of_day.greeting());
    frame.render_widget(Line::styled(greeting, theme.accent()), Rect { height: 1, ..words });
    let below = Rect { y: words.y + 1, height: 1.min(words.height.saturating_sub(1)), ..words };
    let note = match (&shared.notice, shared.catalogue.is_empty()) {
        (Some(notice), _) => Line::styled(notice.clone(), theme.warn()),
        (None, true) => Line::styled("", theme.dim()),
        (None, false) => Line::styled("Three that fit now:", theme.dim()),
    };
    frame.render_widget(note, below);
    let row = Rect { y: words.y + 2, height: 1.min(words.height.saturating_sub(2)), ..words };
    let going_on_offered = shared.can_go_on().filter(|_| words.height > 2);
    if going_on_offered.is_none() && home.night(shared).is_some() {
        let asked = match home.slept.first_value() {
            Some(value) => Message::new("home-slept").with("value", u64::from(value)),
            None => Message::new("home-sleep"),
        };
        let asked = lists::shortened(&shared.own_texts().text(&asked), usize::from(row.width));
        frame.render_widget(Line::styled(asked, theme.accent()), row);
    }
    if let Some(entry) = going_on_offered {
        let offer = going_on(entry, usize::from(row.width), shared.own_texts());
        frame.render_widget(Line::styled(offer, theme.accent()), row);
    }
}

/// What goes on with a session that was interrupted, and what lets it go; its title as far as there
/// is room.
fn going_on(entry: &JournalEntry, columns: usize, texts: &Texts) -> String {
    let words = |title: &str| {
        let at = time_at(entry.progress.position);
        texts.text(&Message::new("home-go-on").with("title", title).with("at", at))
    };
    let title = printable(&entry.title);
    let whole = words(&title);
    let over = whole.width().saturating_sub(columns);
    if over == 0 {
        return whole;
    }
    let room = title.width().saturating_sub(over + 1);
    words(&format!("{}…", title.unicode_truncate(room).0))
}

fn draw_suggestions(
    frame: &mut Frame,
    shared: &Shared,
    home: &HomeScreen,
    words: Rect,
    view: &mut ScreenView,
) {
    let theme = &view.theme;
    for (number, row) in suggestion_areas(words, home.suggested.len()).enumerate() {
        let Some(offer) = home.suggested.get(number) else { return };
        let Some(entry) = shared.catalogue.get(offer.index) else { return };
        view.frame.push(row, Target::Line { line: number, first: 0 });
        let line = Rect { height: 1, ..row };
        if number == home.selected {
            view.frame.choose(line);
        }
        lists::draw_entry(frame, line, entry, number == home.selected, theme);
        if row.height > 1 {
            let below = Rect {
                x: row.x + 2,
                y: row.y + 1,
                width: row.width.saturating_sub(4),
                height: (row.height - 1).min(3),
            };
            let columns = usize::from(below.width);
            let day = home.course.as_ref().filter(|_| number == 0);
            let texts = shared.own_texts();
            let why = match day {
                Some(day) => lists::shortened(&reasons::of_course(day, texts), columns),
                None => reasons::line(&offer.why, columns, texts),
            };
            let summary = day.map_or(&entry.summary, |day| &day.day.why);
            let summary = lists::abridged(summary, columns, usize::from(below.height) - 1);
            let why = Line::styled(why, theme.calm());
            let summary = summary.into_iter().map(|line| Line::styled(line, theme.dim()));
            for (row, line) in rows(below).zip(iter::once(why).chain(summary)) {
                frame.render_widget(line, row);
            }
        }
    }
}

/// Where each suggestion lies: with the reasons for it and its summary as far as there is room, as
/// one line where there is none.
fn suggestion_areas(words: Rect, count: usize) -> impl Iterator<Item = Rect> {
    let room = words.height.saturating_sub(3);
    let each = (room / (count as u16).max(1)).clamp(1, SUGGESTION_ROWS);
    (0..count as u16).map(move |number| Rect {
        y: words.y + 3 + number * each,
        height: each,
        ..words
    })
}
