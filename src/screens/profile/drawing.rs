//! What a person tells, in a list with what is asked beside or below it.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::item::answer_at;
use super::{ConditionPlaces, ProfileItem, ProfileScreen, ProfileSection};
use crate::care::BodyPlace;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::{WIDEST_TEXT, first_held, left_column, rows};
use crate::screens::widgets::footer;
use crate::screens::widgets::lists::{points, shortened, wrapped};
use crate::screens::{Place, ScreenView, Target};
use crate::theme::Theme;
use crate::words::upper_first;

/// Said at the top.
const KEPT: &str = "all of it up to you, kept on this machine alone";
/// The same where there is less room.
const KEPT_SHORT: &str = "only on this machine";
/// The fewest columns in which what is asked stands beside the list.
const BESIDE: u16 = 70;
/// Rows below the list, where what is asked stands there: three lines and a space.
const BELOW: u16 = 4;

/// The fewest rows in which there is room for more than the question.
const ALL_OF_IT: u16 = 8;

/// One row of a list.
enum ListRow {
    Space,
    Heading(&'static str),
    /// Something to tell: which it is, its mark, its name, and its answer.
    Item {
        line: usize,
        mark: &'static str,
        name: String,
        answer: String,
    },
}

impl Draw for ProfileScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let page = context.page;
        let theme = view.theme;
        let (list, about) = areas(page.body);
        match self.places {
            None => {
                footer::draw(frame, page.foot, Place::Profile, &theme);
                draw_head(frame, page.head, "Health profile", &theme);
                let listed = listed(self);
                draw_list(frame, list, &listed, (self.selected, self.held), view);
                let notice = context.shared.notice.as_deref();
                draw_about(frame, about, self, notice, &theme);
            }
            Some(places) => {
                footer::draw(frame, page.foot, Place::ProfilePlaces, &theme);
                draw_head(frame, page.head, &upper_first(&places.condition.name), &theme);
                let listed = listed_places(self, places);
                draw_list(frame, list, &listed, (places.selected, places.held), view);
                let words = "Where is it? Enter turns from left to right to both. Where nothing \
                    is named, it may be anywhere.";
                draw_lines(frame, about, wrapped(words, about.width.into(), theme.text()));
            }
        }
    }
}

/// The list, and the place of what is asked: beside it where there is room, or else below.
fn areas(body: Rect) -> (Rect, Rect) {
    if body.width < BESIDE {
        let below = BELOW.min(body.height / 2);
        let list = Rect { height: body.height - below, ..body };
        let about = Rect { y: list.bottom() + 1, height: below.saturating_sub(1), ..body };
        return (left_column(list, WIDEST_TEXT), left_column(about, WIDEST_TEXT));
    }
    let list = left_column(body, (body.width * 11 / 20).clamp(36, WIDEST_TEXT));
    let left = list.right() + 4;
    (list, Rect { x: left, width: (body.right() - left).min(WIDEST_TEXT), ..body })
}

/// What this is, and where it is kept as far as there is room to say so.
fn draw_head(frame: &mut Frame, head: Rect, title: &str, theme: &Theme) {
    let room = usize::from(head.width);
    let title = shortened(title, room);
    let words = [KEPT, KEPT_SHORT].into_iter().find(|it| title.width() + it.width() + 2 <= room);
    frame.render_widget(Span::styled(title, theme.accent()), head);
    if let Some(words) = words {
        frame.render_widget(
            Line::from(Span::styled(words, theme.dim())).alignment(Alignment::Right),
            head,
        );
    }
}

fn listed(screen: &ProfileScreen) -> Vec<ListRow> {
    let mut listed = Vec::new();
    let mut line = 0;
    for section in ProfileSection::all() {
        if !listed.is_empty() {
            listed.push(ListRow::Space);
        }
        listed.push(ListRow::Heading(section.title));
        for item in section.items {
            let mark = match item.is_told(&screen.profile) {
                Some(true) => "[x] ",
                Some(false) => "[ ] ",
                None => "",
            };
            let answer = match item {
                ProfileItem::Condition(condition) if screen.profile.has(condition) => {
                    let sites = screen.sites(condition);
                    let names: Vec<_> = sites.iter().map(|site| site.name()).collect();
                    names.join(", ")
                }
                _ => item.answer(&screen.profile).unwrap_or_default(),
            };
            listed.push(ListRow::Item { line, mark, name: item.name().to_owned(), answer });
            line += 1;
        }
    }
    listed
}

fn listed_places(screen: &ProfileScreen, places: ConditionPlaces) -> Vec<ListRow> {
    let sites = screen.sites(places.condition);
    let row = |(line, place): (usize, BodyPlace)| {
        let answer = answer_at(place, sites);
        let mark = if answer.is_empty() { "[ ] " } else { "[x] " };
        ListRow::Item { line, mark, name: place.name().to_owned(), answer: answer.to_owned() }
    };
    ConditionPlaces::all().into_iter().enumerate().map(row).collect()
}

fn draw_list(
    frame: &mut Frame,
    area: Rect,
    listed: &[ListRow],
    (selected, held): (usize, Option<usize>),
    view: &mut ScreenView,
) {
    let is_selected =
        |row: &ListRow| matches!(row, ListRow::Item { line, .. } if *line == selected);
    let at = listed.iter().position(is_selected).unwrap_or(0);
    let first = first_held(held, at, listed.len(), usize::from(area.height));
    let seen = listed.iter().skip(first).take(area.height.into());
    view.frame.list_lines = seen.filter(|row| matches!(row, ListRow::Item { .. })).count();
    for (area, row) in rows(area).zip(listed.iter().skip(first)) {
        match row {
            ListRow::Space => {}
            ListRow::Heading(title) => {
                let title = shortened(title, usize::from(area.width));
                frame.render_widget(Line::styled(title, view.theme.calm()), area);
            }
            ListRow::Item { line, mark, name, answer } => {
                view.frame.push(area, Target::Line { line: *line, first });
                if *line == selected {
                    view.frame.choose(area);
                }
                draw_item(frame, area, (mark, name, answer), *line == selected, &view.theme);
            }
        }
    }
}

/// One line of a list: the mark and the name at the left, the answer at the right.
fn draw_item(
    frame: &mut Frame,
    area: Rect,
    (mark, name, answer): (&str, &str, &str),
    is_selected: bool,
    theme: &Theme,
) {
    if is_selected {
        frame.buffer_mut().set_style(area, theme.selected());
    }
    let room = usize::from(area.width).saturating_sub(3 + mark.width());
    // A long list of places leaves the name half of the line.
    let answer = shortened(answer, room.saturating_sub(name.width() + 2).max(room / 2));
    let taken = if answer.is_empty() { 0 } else { answer.width() + 2 };
    let name = shortened(name, room.saturating_sub(taken));
    let style = if mark.starts_with("[x]") { theme.accent() } else { theme.text() };
    let line = Line::from(vec![
        Span::styled(if is_selected { "› " } else { "  " }, theme.accent()),
        Span::styled(mark.to_owned(), style),
        Span::styled(name, style),
    ]);
    frame.render_widget(line, area);
    let right = Rect { width: area.width.saturating_sub(1), ..area };
    let answer = Line::from(Span::styled(answer, theme.dim())).alignment(Alignment::Right);
    frame.render_widget(answer, right);
}

/// What is asked, and what sessions do about a yes.
fn draw_about(
    frame: &mut Frame,
    area: Rect,
    screen: &ProfileScreen,
    notice: Option<&str>,
    theme: &Theme,
) {
    let Some(item) = screen.item() else { return };
    let width = usize::from(area.width);
    let mut lines = Vec::new();
    if let Some(notice) = notice {
        lines.extend(wrapped(notice, width, theme.warn()));
    }
    lines.extend(wrapped(item.about(), width, theme.text()));
    if let Some(condition) = screen.placed_condition() {
        let words = if screen.sites(condition).is_empty() {
            "It may be anywhere: p names where."
        } else {
            "p names where it is."
        };
        lines.extend(wrapped(words, width, theme.calm()));
    }
    if area.height < ALL_OF_IT {
        draw_lines(frame, area, lines);
        return;
    }
    let rules: Vec<String> = item.rules().map(str::to_owned).collect();
    if !rules.is_empty() {
        lines.push(Line::default());
        lines.extend(points(&rules, width, theme.dim()));
    }
    if let ProfileItem::Condition(condition) = item {
        if condition.all_rules().any(|rule| rule.until_clinician) {
            let words = "Ask your doctor what else is right for you.";
            lines.extend(points(&[words.to_owned()], width, theme.dim()));
        }
        lines.push(Line::default());
        lines.extend(wrapped(&format!("How sure: {}.", condition.sure.name()), width, theme.dim()));
    }
    draw_lines(frame, area, lines);
}

fn draw_lines(frame: &mut Frame, area: Rect, lines: Vec<Line<'_>>) {
    for (row, line) in rows(area).zip(lines) {
        frame.render_widget(line, row);
    }
}
