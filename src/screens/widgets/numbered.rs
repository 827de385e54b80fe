//! A page to read that asks: lines of text, among them items that a key or a click answers by number.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr as _;

use super::lists::wrapped;
use crate::screens::frame_record::Target;
use crate::screens::page::rows;
use crate::screens::{PageRoom, ScreenView};
use crate::theme::Theme;
use crate::words::{Message, Texts};

/// Text is set no wider than this on such a page, in columns: it is much, and read once.
pub(in crate::screens) const WIDEST: u16 = 76;

/// With fewer columns than this, an item begins as far left as it can.
const NARROW: usize = 40;

/// The lines of a page, each with the item it belongs to, counted from 0.
#[derive(Default)]
pub(in crate::screens) struct NumberedPage<'a> {
    lines: Vec<(Line<'a>, Option<LineTarget>)>,
}

/// What items are answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screens) enum AnswerKeys {
    /// 1, 2 and so on.
    Numbers,
    /// a, b and so on, where digits mean something else.
    Letters,
}

impl AnswerKeys {
    /// The key of an item with this index.
    pub(in crate::screens) fn of(self, index: usize) -> String {
        match self {
            Self::Numbers => (index + 1).to_string(),
            Self::Letters => ('a'..='z').nth(index).unwrap_or(' ').to_string(),
        }
    }

    /// The keys of so many items.
    pub(in crate::screens) fn all(self, count: usize) -> String {
        match count {
            0 | 1 => self.of(0),
            _ => format!("{}–{}", self.of(0), self.of(count - 1)),
        }
    }
}

/// What is seen of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screens) struct SeenPage {
    /// It goes on below.
    pub(in crate::screens) is_more: bool,
    /// There is something to answer in it.
    pub(in crate::screens) asks: bool,
    /// The words in it.
    pub(in crate::screens) words: usize,
}

/// What a click on a line means.
#[derive(Clone, Copy)]
enum LineTarget {
    /// An item of this index.
    Item(usize),
    /// A row of numbers of this index.
    Row(usize),
}

impl<'a> NumberedPage<'a> {
    /// Whether it has no lines.
    pub(in crate::screens) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many lines it has.
    pub(in crate::screens) fn len(&self) -> usize {
        self.lines.len()
    }

    /// The same without empty lines.
    pub(in crate::screens) fn closely(mut self) -> Self {
        self.lines.retain(|(line, _)| line.width() > 0);
        self
    }

    /// The same with a last page as long as the others, of so many rows, so that nothing of the page
    /// before is on it.
    pub(in crate::screens) fn in_whole_pages(mut self, rows: usize) -> Self {
        let pages = self.lines.len().div_ceil(rows.max(1));
        self.lines.resize(self.lines.len().max(pages * rows), (Line::default(), None));
        self
    }

    /// Adds an empty line.
    pub(in crate::screens) fn space(&mut self) {
        self.lines.push((Line::default(), None));
    }

    /// Adds lines of no item.
    pub(in crate::screens) fn add(&mut self, lines: impl IntoIterator<Item = Line<'a>>) {
        self.lines.extend(lines.into_iter().map(|line| (line, None)));
    }

    /// Adds a text of no item, in so many columns.
    pub(in crate::screens) fn text(&mut self, text: &str, columns: usize, style: Style) {
        self.add(wrapped(text, columns, style));
    }

    /// Adds lines, some of which are rows of numbers, each with its index.
    pub(in crate::screens) fn rows(
        &mut self,
        rows: impl IntoIterator<Item = (Line<'a>, Option<usize>)>,
    ) {
        self.lines.extend(rows.into_iter().map(|(line, row)| (line, row.map(LineTarget::Row))));
    }

    /// Adds items, each with its key and whether it is chosen, in so many columns.
    pub(in crate::screens) fn items(
        &mut self,
        items: impl IntoIterator<Item = (String, bool)>,
        (keys, columns): (AnswerKeys, usize),
        theme: &Theme,
    ) {
        for (index, (item, is_chosen)) in items.into_iter().enumerate() {
            let (mark, style) =
                if is_chosen { ("✓", theme.accent()) } else { (" ", theme.text()) };
            let gap = if columns < NARROW { "" } else { " " };
            let first = format!("{}{gap}{mark} ", keys.of(index));
            let rest = " ".repeat(first.width());
            let set = textwrap::Options::new(columns.max(12)).initial_indent(&first);
            let set = set.subsequent_indent(&rest);
            let lines = textwrap::wrap(&item, &set).into_iter();
            let item = Some(LineTarget::Item(index));
            let lines = lines.map(|line| (Line::styled(line.into_owned(), style), item));
            self.lines.extend(lines);
        }
    }

    /// What is seen of it in so many rows, from a line on.
    pub(in crate::screens) fn seen(&self, height: usize, scroll: usize) -> SeenPage {
        let farthest = self.lines.len().saturating_sub(height);
        let first = scroll.min(farthest);
        let seen = || self.lines.iter().skip(first).take(height);
        let words = |line: &Line<'_>| {
            line.spans.iter().map(|span| span.content.split_whitespace().count()).sum::<usize>()
        };
        SeenPage {
            is_more: first < farthest,
            asks: seen().any(|(_, target)| target.is_some()),
            words: seen().map(|(line, _)| words(line)).sum(),
        }
    }

    /// Draws it from a line on, and records how much of it fits and what a click lies on. That there
    /// is more is said in the row below the area, which is free on every page.
    pub(in crate::screens) fn draw(
        self,
        frame: &mut Frame,
        area: Rect,
        scroll: usize,
        view: &mut ScreenView,
        texts: &Texts,
    ) {
        let below = Rect { y: area.bottom(), height: 1, ..area };
        let more = texts.text(&Message::new("page-more"));
        self.draw_with(frame, area, scroll, (&more, below), view);
    }

    /// The same, where it is said elsewhere, and otherwise, that there is more.
    pub(in crate::screens) fn draw_with(
        self,
        frame: &mut Frame,
        area: Rect,
        scroll: usize,
        (words, more): (&str, Rect),
        view: &mut ScreenView,
    ) {
        let height = usize::from(area.height);
        let farthest = self.lines.len().saturating_sub(height);
        view.frame.page = Some(PageRoom { farthest, rows: height });
        let first = scroll.min(farthest);
        for (row, (line, item)) in rows(area).zip(self.lines.into_iter().skip(first)) {
            match item {
                Some(LineTarget::Item(line)) => view.frame.push(row, Target::Line { line, first }),
                Some(LineTarget::Row(index)) => view.frame.push(row, Target::Bar(index)),
                None => {}
            }
            frame.render_widget(line, row);
        }
        if first < farthest {
            let more = more.intersection(frame.area());
            view.frame.push(more, Target::More);
            frame.render_widget(Line::styled(words, view.theme.accent()), more);
        }
    }
}
