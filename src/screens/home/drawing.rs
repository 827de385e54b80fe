//! The first screen: a greeting, a lamp, and three sessions for now.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{HomeScreen, reasons};
use crate::care::{Today, Urgency};
use crate::figures::flower::Flower;
use crate::journal::JournalEntry;
use crate::lengths::time_at;
use crate::library::{Entry, PartOfDay, Suggestion};
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::{WIDEST_TEXT, left_column, rows};
use crate::screens::widgets::pictures::draw_flower;
use crate::screens::widgets::{footer, lists};
use crate::screens::{Action, Place, ScreenView, Shared, Target};
use crate::theme::Theme;
use crate::words::{Message, printable};

/// How far the lamp has sunk, 0–1.
const LAMP: f32 = 0.0;

/// Rows of the greeting and what may stand below it, at least.
const ABOVE_OFFERS: u16 = 3;

/// In fewer rows than this only what is needed stands above the offers.
const ROOMY: u16 = 14;

/// Rows one suggestion mostly takes: its line, the reasons for it, its summary, a space.
const SUGGESTION_ROWS: u16 = 5;

impl Draw for HomeScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, page, .. } = *context;
        let theme = view.theme;
        frame.render_widget(Line::styled("Unclench", theme.calm()), page.head);
        let texts = shared.own_texts();
        // The way to tell of one's health is named before what else there is.
        footer::draw_with(frame, page.foot, (Place::Home, Action::Profile), &theme, texts);
        let (words, lamp) = areas(page.body);
        if let (Some(lamp), Some(figures)) = (lamp, &mut view.figures) {
            let flower = Flower::still(&theme, LAMP).parted(view.pixels);
            let record = &mut view.frame;
            draw_flower(flower, (lamp, frame.buffer_mut()), figures, view.cell, record);
        }
        let greeting = greeting(shared, self, words, &theme);
        let above = greeting.len() as u16;
        for (row, line) in rows(words).zip(greeting) {
            frame.render_widget(line, row);
        }
        let below = Rect { y: words.y + above, height: words.height - above, ..words };
        draw_suggestions(frame, shared, self, below, view);
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

/// What stands above the offers: a greeting, a word on them, and whether one goes on or how one slept;
/// whole, in as many lines as that takes.
fn greeting(shared: &Shared, home: &HomeScreen, words: Rect, theme: &Theme) -> Vec<Line<'static>> {
    let columns = usize::from(words.width);
    let texts = shared.own_texts();
    let hello = texts.text(&hello(shared.environment.part_of_day));
    let asked = match (shared.can_go_on(), home.night(shared)) {
        (Some(entry), _) => Some(going_on(entry)),
        (None, Some(_)) => Some(match home.slept.first_value() {
            Some(value) => Message::new("home-slept").with("value", u64::from(value)),
            None => Message::new("home-sleep"),
        }),
        (None, None) => None,
    };
    let mut lines = vec![Line::styled(hello, theme.accent())];
    let first = what_comes_first(&shared.today).map(|id| texts.text(&Message::new(id)));
    let pressing = shared.notice.clone().or(first);
    let is_pressing = pressing.is_some();
    let quiet = shared.journal_note.as_ref().map(|note| texts.text(note));
    lines.extend(match (pressing, quiet) {
        (Some(pressing), _) => lists::wrapped(&pressing, columns, theme.warn()),
        (None, Some(quiet)) => lists::wrapped(&quiet, columns, theme.dim()),
        (None, None) if shared.catalogue.is_empty() => vec![Line::default()],
        // Where there is little room, what the offers are goes without saying.
        (None, None) if asked.is_some() && words.height < ROOMY => Vec::new(),
        (None, None) => {
            vec![Line::styled(texts.text(&Message::new("home-three")), theme.dim())]
        }
    });
    if let Some(asked) = asked {
        lines.extend(lists::wrapped(&texts.text(&asked), columns, theme.accent()));
    }
    let above = usize::from(ABOVE_OFFERS);
    // What must be read stands apart from what is offered, where there is room.
    let apart = usize::from(is_pressing && lines.len() >= above && words.height >= ROOMY);
    lines.resize(lines.len().max(above) + apart, Line::default());
    // One row is left for what is chosen; a greeting gives way before what must be read.
    let room = usize::from(words.height).saturating_sub(1);
    if lines.len() > room {
        lines.remove(0);
    }
    lines.truncate(room);
    lines
}

/// What comes before any session today, where something does.
fn what_comes_first(today: &Today) -> Option<&'static str> {
    match today.what_is_urgent() {
        Some(Urgency::EmergencyNumber) => Some("home-emergency"),
        Some(Urgency::EmergencyDepartment) => Some("home-department"),
        Some(Urgency::SameDay) => Some("home-same-day"),
        _ if today.is_urgent() => Some("home-urgent"),
        _ if today.has_had_enough_everywhere() => Some("home-enough-everywhere"),
        _ => today.has_had_enough().then_some("home-enough"),
    }
}

/// What greets at a part of the day.
fn hello(part: PartOfDay) -> Message {
    Message::new(match part {
        PartOfDay::Morning => "home-morning",
        PartOfDay::Afternoon => "home-afternoon",
        PartOfDay::Evening => "home-evening",
        PartOfDay::Night => "home-night",
    })
}

/// What goes on with a session that was interrupted, and what lets it go.
fn going_on(entry: &JournalEntry) -> Message {
    let at = time_at(entry.progress.position);
    Message::new("home-go-on").with("title", printable(&entry.title)).with("at", at)
}

fn draw_suggestions(
    frame: &mut Frame,
    shared: &Shared,
    home: &HomeScreen,
    words: Rect,
    view: &mut ScreenView,
) {
    let theme = view.theme;
    let offers = offers(shared, home, words.width);
    let layout = OfferLayout::of(&offers, home.selected, words);
    for (number, (offer, row)) in offers.iter().zip(&layout.rows).enumerate() {
        if row.is_empty() {
            continue;
        }
        let selected = number == home.selected;
        view.frame.push(*row, Target::Line { line: number, first: 0 });
        let line = Rect { height: 1, ..*row };
        if selected {
            view.frame.choose(line);
        }
        lists::draw_entry(frame, line, offer.entry, selected, &theme);
        let rest = rows(*row).skip(1).zip(&offer.title[1..]);
        for (row, part) in rest {
            lists::draw_rest(frame, row, part, selected, &theme);
        }
        let below = rows(*row).skip(offer.title.len());
        let below =
            below.map(|row| Rect { x: row.x + 2, width: row.width.saturating_sub(4), ..row });
        let why = offer.why.iter().map(|line| Line::styled(line.clone(), theme.calm()));
        let summary = if layout.summary.is_none() { &offer.summary[..] } else { &[] };
        let summary = summary.iter().map(|line| Line::styled(line.clone(), theme.dim()));
        for (row, line) in below.zip(why.chain(summary)) {
            frame.render_widget(line, row);
        }
    }
    // Where there is no room for every summary, that of the chosen one stands below all.
    if let Some((area, offer)) = layout.summary.zip(offers.get(home.selected)) {
        let area = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
        for (row, line) in rows(area).zip(&offer.summary) {
            frame.render_widget(Line::styled(line.clone(), theme.dim()), row);
        }
    }
}

/// A session that is offered, in lines.
struct Offer<'a> {
    entry: &'a Entry,
    title: Vec<String>,
    why: Vec<String>,
    summary: Vec<String>,
}

/// What is offered, in lines of so many columns.
fn offers<'a>(shared: &'a Shared, home: &HomeScreen, width: u16) -> Vec<Offer<'a>> {
    let texts = shared.own_texts();
    let columns = usize::from(width.saturating_sub(4));
    let offer = |(number, offer): (usize, &Suggestion)| {
        let entry = shared.catalogue.get(offer.index)?;
        let day = home.course.as_ref().filter(|_| number == 0);
        let why = match day {
            Some(day) => in_lines(&reasons::of_course(day, texts), columns),
            None => vec![reasons::line(&offer.why, columns, texts)],
        };
        let summary = day.map_or(home.summary(entry), |day| &day.day.why);
        let summary = in_lines(summary, columns);
        Some(Offer { entry, title: lists::title_lines(entry, width), why, summary })
    };
    home.suggested.iter().enumerate().filter_map(offer).collect()
}

fn in_lines(text: &str, columns: usize) -> Vec<String> {
    textwrap::wrap(text, columns.max(1)).into_iter().map(Cow::into_owned).collect()
}

/// Where what is offered lies: each with its title, the reasons for it and its summary; or without
/// summaries; or with its title alone. What is shown is shown whole.
struct OfferLayout {
    rows: Vec<Rect>,
    /// Where the summary of the chosen one lies, if it lies apart.
    summary: Option<Rect>,
}

impl OfferLayout {
    fn of(offers: &[Offer<'_>], selected: usize, words: Rect) -> Self {
        let room = words.height;
        let longest = offers.iter().map(|it| it.summary.len() as u16).max().unwrap_or(0);
        let all = |heights: &[u16]| heights.iter().sum::<u16>();
        let heights = |rest: &dyn Fn(&Offer<'_>) -> u16| -> Vec<u16> {
            offers.iter().map(|it| it.title.len() as u16 + rest(it)).collect()
        };
        let gaps = (offers.len() as u16).saturating_sub(1);
        let whole = heights(&|it| (it.why.len() + it.summary.len()) as u16);
        if all(&whole) + gaps <= room {
            return Self { rows: placed(&whole, 1, words), summary: None };
        }
        let with_why = heights(&|it| it.why.len() as u16);
        for gap in [1, 0] {
            let used = all(&with_why) + gaps * gap;
            if used + 1 + longest <= room {
                let y = words.y + used + 1;
                let height = words.bottom().saturating_sub(y);
                let summary = Some(Rect { y, height, ..words });
                return Self { rows: placed(&with_why, gap, words), summary };
            }
        }
        // No summary fits whole: it stands on the page that Enter opens.
        let none = Some(Rect { height: 0, ..words });
        if all(&with_why) <= room {
            return Self { rows: placed(&with_why, 0, words), summary: none };
        }
        let mut titles = heights(&|_| 0);
        let mut over = all(&titles).saturating_sub(room);
        for (index, height) in titles.iter_mut().enumerate() {
            if index != selected && *height > 1 && over > 0 {
                let cut = over.min(*height - 1);
                (*height, over) = (*height - cut, over - cut);
            }
        }
        // Where much stands above, the chosen one is seen, and the others as they are chosen.
        for (_, height) in titles.iter_mut().enumerate().rev().filter(|(it, _)| *it != selected) {
            if over > 0 {
                (over, *height) = (over.saturating_sub(*height), 0);
            }
        }
        Self { rows: placed(&titles, 0, words), summary: none }
    }
}

/// Areas of these heights, one below another.
fn placed(heights: &[u16], gap: u16, words: Rect) -> Vec<Rect> {
    let mut y = words.y;
    let place = |height: &u16| {
        let area = Rect { y, height: *height, ..words };
        y += height + gap;
        area.intersection(words)
    };
    heights.iter().map(place).collect()
}
