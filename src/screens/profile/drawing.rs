//! What a person tells, in a list with what is asked beside or below it.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::item::SiteAnswer;
use super::{ConditionPlaces, ProfileItem, ProfileScreen, ProfileSearch, ProfileSection};
use crate::care::{BodyPlace, Site};
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::{WIDEST_TEXT, first_held, left_column, rows};
use crate::screens::widgets::footer;
use crate::screens::widgets::lists::{points, shortened, wrapped};
use crate::screens::{ScreenView, Target};
use crate::theme::Theme;
use crate::words::{Message, Texts, upper_first};

/// The fewest columns in which what is asked stands beside the list.
const BESIDE: u16 = 70;
/// The fewest rows of the list where what is asked stands below it.
const FEWEST_LISTED: u16 = 2;
/// The fewest rows in which there is room for more than the question.
const ALL_OF_IT: u16 = 8;
/// Columns before the name of an item, and free behind its answer.
const MARGIN: usize = 3;

/// One row of a list.
enum ListRow {
    Space,
    Heading(String),
    /// The first line of something to tell: which it is, its mark, its name, and its answer.
    Item {
        line: usize,
        mark: &'static str,
        name: String,
        answer: String,
    },
    /// A further line of the same: more of its name, or of its answer.
    More {
        line: usize,
        is_told: bool,
        name: String,
        answer: String,
    },
}

impl Draw for ProfileScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let page = context.page;
        let theme = view.theme;
        let texts = context.shared.own_texts();
        let (list, about) = areas(page.body, self, texts);
        let columns = usize::from(list.width);
        footer::draw_in(frame, page.foot, self.form(), &theme, texts);
        match self.places {
            None => {
                if let Some(search) = &self.search {
                    draw_search(frame, page.head, search, texts, view);
                } else {
                    let title = texts.text(&Message::new("health-title"));
                    draw_head(frame, page.head, &title, texts, &theme);
                }
                let signs = self.signs_typed(texts);
                if !signs.is_empty() {
                    // It comes before any list, and takes all the room there is.
                    let area = left_column(page.body, WIDEST_TEXT);
                    let lines = points(&signs, area.width.into(), theme.warn());
                    draw_lines(frame, area, lines);
                    return;
                }
                let listed = listed(self, columns, texts);
                draw_list(frame, list, &listed, (self.selected, self.held), view);
                let notice = context.shared.notice.as_deref();
                draw_about(frame, about, self, notice, (texts, &theme));
            }
            Some(places) => {
                let name = upper_first(places.condition.name_in(texts.language()));
                draw_head(frame, page.head, &name, texts, &theme);
                let listed = listed_places(self, places, columns, texts);
                draw_list(frame, list, &listed, (places.selected, places.held), view);
                let words = texts.text(&Message::new("health-where"));
                draw_lines(frame, about, wrapped(&words, about.width.into(), theme.text()));
            }
        }
    }
}

/// The list, and the place of what is asked: beside it where there is room, or else below.
fn areas(body: Rect, screen: &ProfileScreen, texts: &Texts) -> (Rect, Rect) {
    if body.width < BESIDE {
        let below = below(body, screen, texts);
        let list = Rect { height: body.height - below, ..body };
        let about = Rect { y: list.bottom() + 1, height: below.saturating_sub(1), ..body };
        return (left_column(list, WIDEST_TEXT), left_column(about, WIDEST_TEXT));
    }
    let list = left_column(body, (body.width * 11 / 20).clamp(36, WIDEST_TEXT));
    let left = list.right() + 4;
    (list, Rect { x: left, width: (body.right() - left).min(WIDEST_TEXT), ..body })
}

/// Rows below the list, with the empty one between: as many as the longest question takes, so that
/// the list stays as long as it is.
fn below(body: Rect, screen: &ProfileScreen, texts: &Texts) -> u16 {
    let columns = usize::from(body.width.min(WIDEST_TEXT)).max(1);
    let rows = |text: &str| textwrap::wrap(text, columns).len();
    let rows_of = |item: ProfileItem| {
        let place = matches!(item, ProfileItem::Condition(it) if it.has_site);
        rows(&item.about(texts)) + usize::from(place)
    };
    let longest = if screen.places.is_some() {
        rows(&texts.text(&Message::new("health-where")))
    } else {
        let items = ProfileSection::all().into_iter().flat_map(|section| section.items);
        items.map(rows_of).max().unwrap_or(0)
    };
    // What needs help is read whole, whatever is left of the list.
    let told = screen.item().filter(|item| item.is_told(&screen.profile) == Some(true));
    let first = told.map(|item| item.comes_first(texts)).unwrap_or_default();
    let first = points(&first, columns, Style::default()).len();
    let longest = u16::try_from(longest.max(first) + 1).unwrap_or(u16::MAX);
    longest.max(body.height / 3).min(body.height.saturating_sub(FEWEST_LISTED))
}

/// What this is, and where it is kept as far as there is room to say so.
fn draw_head(frame: &mut Frame, head: Rect, title: &str, texts: &Texts, theme: &Theme) {
    let room = usize::from(head.width);
    let title = shortened(title, room);
    let kept = ["health-kept", "health-kept-short"].map(|id| texts.text(&Message::new(id)));
    let words = kept.into_iter().find(|it| title.width() + it.width() + 2 <= room);
    frame.render_widget(Span::styled(title, theme.accent()), head);
    if let Some(words) = words {
        draw_right(frame, head, words, theme);
    }
}

/// What is typed, and how much it fits.
fn draw_search(
    frame: &mut Frame,
    head: Rect,
    search: &ProfileSearch,
    texts: &Texts,
    view: &mut ScreenView,
) {
    let theme = &view.theme;
    let line = Line::from(vec![
        Span::styled("/ ", theme.accent()),
        Span::styled(search.query.clone(), theme.text()),
        Span::styled("▏", theme.accent()),
    ]);
    // The mark behind what is typed, or the last cell where that is too long.
    let before = line.width().saturating_sub(1).min(usize::from(head.width.saturating_sub(1)));
    view.frame.choose(Rect { x: head.x + before as u16, width: 1.min(head.width), ..head });
    let taken = line.width();
    frame.render_widget(line, head);
    let found = Message::new("health-found").with("count", search.found.len() as u64);
    let found = texts.text(&found);
    if !search.query.trim().is_empty() && taken + found.width() < usize::from(head.width) {
        draw_right(frame, head, found, &view.theme);
    }
}

fn draw_right(frame: &mut Frame, area: Rect, words: String, theme: &Theme) {
    let words = Line::from(Span::styled(words, theme.dim()));
    frame.render_widget(words.alignment(Alignment::Right), area);
}

fn listed(screen: &ProfileScreen, columns: usize, texts: &Texts) -> Vec<ListRow> {
    let mut listed = Vec::new();
    let mut line = 0;
    for section in ProfileSection::all() {
        if !listed.is_empty() {
            listed.push(ListRow::Space);
        }
        listed.push(ListRow::Heading(texts.text(&section.title)));
        for item in section.items {
            let mark = match item.is_told(&screen.profile) {
                Some(true) => "[x] ",
                Some(false) => "[ ] ",
                None => "",
            };
            let answer = match item {
                ProfileItem::Condition(condition) if screen.profile.has(condition) => {
                    let sites = screen.sites(condition);
                    let names: Vec<_> =
                        sites.iter().map(|site| texts.text(&site.message())).collect();
                    names.join(", ")
                }
                _ => item.answer(&screen.profile).map_or_else(String::new, |it| texts.text(&it)),
            };
            listed.extend(in_rows(line, mark, (&item.name(texts), &answer), columns));
            line += 1;
        }
    }
    listed
}

fn listed_places(
    screen: &ProfileScreen,
    places: ConditionPlaces,
    columns: usize,
    texts: &Texts,
) -> Vec<ListRow> {
    let sites = screen.sites(places.condition);
    let row = |(line, place): (usize, BodyPlace)| {
        let answer = SiteAnswer::at(place, sites);
        let mark = if answer.is_none() { "[ ] " } else { "[x] " };
        let answer = answer.map_or_else(String::new, |it| texts.text(&it.message()));
        let name = texts.text(&Site { place, side: None }.message());
        in_rows(line, mark, (&name, &answer), columns)
    };
    ConditionPlaces::all().into_iter().enumerate().flat_map(row).collect()
}

/// One thing to tell, whole, in as many rows as that takes: its answer stands beside its name where
/// both fit, or else below it.
fn in_rows(
    line: usize,
    mark: &'static str,
    (name, answer): (&str, &str),
    columns: usize,
) -> Vec<ListRow> {
    let room = columns.saturating_sub(MARGIN + mark.width()).max(1);
    let is_told = mark.starts_with("[x]");
    let is_one_row = answer.is_empty() || name.width() + 2 + answer.width() <= room;
    let (beside, below) = if is_one_row { (answer, "") } else { ("", answer) };
    let mut names = textwrap::wrap(name, room).into_iter();
    let first = names.next().unwrap_or_default().into_owned();
    let first = ListRow::Item { line, mark, name: first, answer: beside.to_owned() };
    let more = |name: String, answer: String| ListRow::More { line, is_told, name, answer };
    let names = names.map(|name| more(name.into_owned(), String::new()));
    let below = if below.is_empty() { Vec::new() } else { textwrap::wrap(below, room) };
    let answers = below.into_iter().map(|answer| more(String::new(), answer.into_owned()));
    [first].into_iter().chain(names).chain(answers).collect()
}

fn draw_list(
    frame: &mut Frame,
    area: Rect,
    listed: &[ListRow],
    (selected, held): (usize, Option<usize>),
    view: &mut ScreenView,
) {
    let height = usize::from(area.height);
    let is_selected = |row: &ListRow| match row {
        ListRow::Item { line, .. } | ListRow::More { line, .. } => *line == selected,
        ListRow::Space | ListRow::Heading(_) => false,
    };
    let top = listed.iter().position(is_selected).unwrap_or(0);
    let bottom = listed.iter().rposition(is_selected).unwrap_or(top);
    // All of what is selected is seen, or as much as there is room for.
    let first = first_held(held, usize::midpoint(top, bottom), listed.len(), height);
    let first = first.max((bottom + 1).saturating_sub(height)).min(top);
    let seen = listed.iter().skip(first).take(height);
    view.frame.list_lines = seen.filter(|row| matches!(row, ListRow::Item { .. })).count();
    for (area, row) in rows(area).zip(listed.iter().skip(first)) {
        let (line, mark, name, answer, is_told) = match row {
            ListRow::Space => continue,
            ListRow::Heading(title) => {
                let title = shortened(title, usize::from(area.width));
                frame.render_widget(Line::styled(title, view.theme.calm()), area);
                continue;
            }
            ListRow::Item { line, mark, name, answer } => {
                (*line, *mark, name, answer, mark.starts_with("[x]"))
            }
            ListRow::More { line, is_told, name, answer } => (*line, "", name, answer, *is_told),
        };
        view.frame.push(area, Target::Line { line, first });
        let style = if is_told { view.theme.accent() } else { view.theme.text() };
        let before = match row {
            ListRow::Item { .. } if line == selected => "› ",
            ListRow::Item { .. } => "  ",
            _ => "      ",
        };
        if line == selected {
            if matches!(row, ListRow::Item { .. }) {
                view.frame.choose(area);
            }
            frame.buffer_mut().set_style(area, view.theme.selected());
        }
        let words = Line::from(vec![
            Span::styled(before, view.theme.accent()),
            Span::styled(format!("{mark}{name}"), style),
        ]);
        frame.render_widget(words, area);
        let right = Rect { width: area.width.saturating_sub(1), ..area };
        draw_right(frame, right, answer.clone(), &view.theme);
    }
}

/// What is asked, and what sessions do about a yes.
fn draw_about(
    frame: &mut Frame,
    area: Rect,
    screen: &ProfileScreen,
    notice: Option<&str>,
    (texts, theme): (&Texts, &Theme),
) {
    let Some(item) = screen.item() else { return };
    let width = usize::from(area.width);
    let said = |id: &'static str| texts.text(&Message::new(id));
    let mut lines = Vec::new();
    if let Some(notice) = notice {
        lines.extend(wrapped(notice, width, theme.warn()));
    }
    let is_told = item.is_told(&screen.profile) == Some(true);
    let is_small = area.height < ALL_OF_IT;
    let first = if is_told { item.comes_first(texts) } else { Vec::new() };
    let rules = item.rules(texts);
    // Where there is room for one, an answer is more than the question that it was given to.
    if is_small && is_told && !(first.is_empty() && rules.is_empty()) {
        lines.extend(points(&first, width, theme.warn()));
        lines.extend(points(&rules, width, theme.text()));
    } else {
        lines.extend(wrapped(&item.about(texts), width, theme.text()));
        lines.extend(points(&first, width, theme.warn()));
    }
    if let Some(condition) = screen.placed_condition() {
        let is_known = !screen.sites(condition).is_empty();
        let words = said(if is_known { "health-where-known" } else { "health-where-unknown" });
        lines.extend(wrapped(&words, width, theme.calm()));
    }
    if is_small {
        draw_lines(frame, area, lines);
        return;
    }
    if !rules.is_empty() {
        lines.push(Line::default());
        lines.extend(points(&rules, width, theme.dim()));
    }
    if let ProfileItem::Condition(condition) = item {
        if condition.all_rules().any(|rule| rule.until_clinician) {
            lines.extend(points(&[said("health-ask-doctor")], width, theme.dim()));
        }
        lines.push(Line::default());
        let sure = Message::new(format!("health-sure-{}", condition.sure.id()));
        let sure = Message::new("health-how-sure").with("sure", sure);
        lines.extend(wrapped(&texts.text(&sure), width, theme.dim()));
    }
    draw_lines(frame, area, lines);
}

fn draw_lines(frame: &mut Frame, area: Rect, lines: Vec<Line<'_>>) {
    for (row, line) in rows(area).zip(lines) {
        frame.render_widget(line, row);
    }
}
