//! What helped, as pictures first: a map of days, a line from before to after for each session, and bars
//! for how sure a change is.
//!
//! ```text
//!  What helped                                    days   before and after   changes
//!
//!  tension
//!   neck and shoulders     8   ······•━━●━━│·········   −1.8
//! ```

mod days;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::{HelpedScreen, HelpedView};
use crate::journal::{Aspect, Measure, MeasuredChange, SessionPair, WhatHelped, signed};
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::{left_column, rows};
use crate::screens::widgets::footer;
use crate::screens::widgets::lists::{shortened, wrapped};
use crate::screens::widgets::numbered::{NumberedPage, WIDEST};
use crate::screens::{Place, ScreenView, Target};
use crate::theme::Theme;
use crate::words::{Message, Texts, printable};

/// With fewer rows than this what is to be kept in mind comes last, to be scrolled to.
const ROWS_FOR_CAVEAT: u16 = 14;
/// Columns of a scale from 0 to 10, and of one from −10 to 10.
const SCALE: usize = 11;
/// The widest that a name is in a list.
const WIDEST_NAME: usize = 26;

impl Draw for HelpedScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, page, .. } = *context;
        let (theme, texts) = (view.theme, shared.own_texts());
        footer::draw_in(frame, page.foot, Place::Helped, &theme, texts);
        let title = texts.text(&Message::new("helped-title"));
        frame.render_widget(Line::styled(title.clone(), theme.accent()), page.head);
        self.draw_tabs(frame, page.head, title.width() + 3, view, texts);
        let area = left_column(page.body, WIDEST);
        let columns = usize::from(area.width);
        let mut lines = NumberedPage::default();
        match &self.helped {
            None => {}
            Some(helped) if helped.days.is_empty() => {
                lines.text(&say(texts, "helped-nothing"), columns, theme.text());
            }
            Some(helped) => self.fill(&mut lines, helped, columns, &theme, texts),
        }
        let caveat = wrapped(&say(texts, "helped-caveat"), columns, theme.dim());
        let high = caveat.len() as u16 + 1;
        if area.height < ROWS_FOR_CAVEAT {
            lines.space();
            lines.add(caveat);
            lines.draw(frame, area, self.scroll, view, texts);
            return;
        }
        // What is always to be kept in mind stays in sight.
        let above = Rect { height: area.height - high, ..area };
        lines.draw(frame, above, self.scroll, view, texts);
        let below = Rect { y: above.bottom() + 1, height: high - 1, ..area };
        for (row, line) in rows(below).zip(caveat) {
            frame.render_widget(line, row);
        }
    }
}

fn say(texts: &Texts, id: &'static str) -> String {
    texts.text(&Message::new(id))
}

impl HelpedScreen {
    /// The names of what can be shown, at the right; only that of what is where there is no room.
    fn draw_tabs(
        &self,
        frame: &mut Frame,
        head: Rect,
        taken: usize,
        view: &mut ScreenView,
        texts: &Texts,
    ) {
        let theme = view.theme;
        let names: Vec<_> = HelpedView::ALL.map(|it| say(texts, it.id())).into();
        let all: usize = names.iter().map(|name| name.width() + 3).sum();
        let room = usize::from(head.width).saturating_sub(taken);
        let mut x = head.right().saturating_sub(all.saturating_sub(3) as u16);
        for (index, name) in names.iter().enumerate() {
            let is_shown = HelpedView::ALL[index] == self.view;
            let width = name.width() as u16;
            if all > room {
                if is_shown {
                    let x = head.right().saturating_sub(width);
                    let area = Rect { x, width, ..head }.intersection(head);
                    frame.render_widget(Line::styled(name.clone(), theme.calm()), area);
                    view.frame.push(area, Target::Tab((index + 1) % names.len()));
                }
                continue;
            }
            let area = Rect { x, width, ..head }.intersection(head);
            let style = if is_shown { theme.calm() } else { theme.dim() };
            frame.render_widget(Line::styled(name.clone(), style), area);
            view.frame.push(area, Target::Tab(index));
            x += width + 3;
        }
    }

    fn fill(
        &self,
        page: &mut NumberedPage<'static>,
        helped: &WhatHelped,
        columns: usize,
        theme: &Theme,
        texts: &Texts,
    ) {
        if self.view == HelpedView::Days {
            page.add(days::map(helped, columns, theme, texts));
            page.space();
            if let Some(goal) = self.goal {
                page.add(days::weeks(helped, goal, columns, theme, texts));
                page.space();
            }
        }
        let Some(measure) = self.measure() else {
            if helped.is_whole {
                page.text(&say(texts, "helped-untold"), columns, theme.text());
            }
            return;
        };
        page.add([heading(helped, measure, theme, texts)]);
        match self.view {
            HelpedView::Days => {
                let changes = helped.overall.iter().filter(|it| it.measure == measure);
                for change in changes {
                    for sentence in change.sentences(texts) {
                        page.text(&sentence, columns, theme.text());
                    }
                }
            }
            HelpedView::Sessions => {
                let pairs = helped.pairs.iter().filter(|pair| pair.measure == measure);
                page.add(pairs.map(|pair| session_line(pair, columns, theme)));
            }
            HelpedView::Changes => {
                for aspect in Aspect::ALL {
                    page.add(changes(helped, (measure, aspect), columns, theme, texts));
                }
                for sentence in helped.coin_sentences(measure, texts) {
                    page.text(&sentence, columns, theme.text());
                }
            }
        }
    }
}

/// The measure that is looked at, and how many there are.
fn heading(helped: &WhatHelped, measure: Measure, theme: &Theme, texts: &Texts) -> Line<'static> {
    let name = texts.text(&Message::new(format!("measure-{}", measure.word())));
    let is_one = helped.overall.len() == 1;
    Line::styled(if is_one { name } else { format!("‹ {name} ›") }, theme.calm())
}

/// One session: when, a line from before to after, and its title.
fn session_line(pair: &SessionPair, columns: usize, theme: &Theme) -> Line<'static> {
    let (before, after) = (usize::from(pair.before.min(10)), usize::from(pair.after.min(10)));
    let (low, high) = (before.min(after), before.max(after));
    let mut spans = vec![Span::styled(format!("{}  ", day_of(pair)), theme.dim())];
    for value in 0..SCALE {
        spans.push(match value {
            _ if value == after => Span::styled("●", theme.accent()),
            _ if value == before => Span::styled("○", theme.text()),
            _ if (low..=high).contains(&value) => Span::styled("━", theme.calm()),
            _ => Span::styled("·", theme.dim()),
        });
    }
    let numbers = format!("  {before} → {after}");
    let taken = 12 + SCALE + numbers.width() + 2;
    spans.push(Span::styled(numbers, theme.text()));
    if columns > taken + 8 {
        let title = shortened(&printable(&pair.title), columns - taken);
        spans.push(Span::styled(format!("  {title}"), theme.dim()));
    }
    Line::from(spans)
}

/// The day of a session, as a clock of its place showed it.
fn day_of(pair: &SessionPair) -> String {
    pair.began.day_and_minute().chars().take(10).collect()
}

/// How a measure changed by an aspect: a line each.
fn changes(
    helped: &WhatHelped,
    (measure, aspect): (Measure, Aspect),
    columns: usize,
    theme: &Theme,
    texts: &Texts,
) -> Vec<Line<'static>> {
    let groups = helped.shown_by(measure, aspect);
    if groups.is_empty() {
        return Vec::new();
    }
    let title = texts.text(&Message::new(format!("helped-by-{}", aspect.word())));
    let mut lines = vec![Line::styled(title, theme.text())];
    let room = columns.saturating_sub(4 + 2 * SCALE + 6);
    let wide = room.min(WIDEST_NAME);
    for row in groups {
        let name = shortened(&printable(&row.name(texts)), wide);
        let gap = " ".repeat(wide.saturating_sub(name.width()));
        let count = row.change.changes.len();
        let mut spans = vec![
            Span::styled(format!("{name}{gap}"), theme.dim()),
            Span::styled(format!("{count:>3} "), theme.dim()),
        ];
        spans.extend(bar(&row.change, theme));
        let mean = signed(row.change.mean, 1, texts.language());
        spans.push(Span::styled(format!(" {mean}"), theme.text()));
        lines.push(Line::from(spans));
    }
    lines
}

/// A change on a scale from −10 to 10: the mean with its interval, or each change where there are few.
fn bar(change: &MeasuredChange, theme: &Theme) -> Vec<Span<'static>> {
    let cell = |value: f64| (value.clamp(-10.0, 10.0) + 10.0).round() as usize;
    let dots: Vec<usize> = change.changes.iter().map(|it| cell(f64::from(*it))).collect();
    let mean = cell(change.mean);
    let middle = SCALE - 1;
    let sign = |at: usize| match change.interval {
        Some(_) if at == mean => ("●", theme.accent()),
        Some((low, high)) if (cell(low)..=cell(high)).contains(&at) => ("━", theme.calm()),
        None if dots.contains(&at) => ("•", theme.calm()),
        _ if at == middle => ("│", theme.dim()),
        _ => ("·", theme.dim()),
    };
    let cells = (0..2 * SCALE - 1).map(sign);
    cells.map(|(sign, style)| Span::styled(sign, style)).collect()
}
