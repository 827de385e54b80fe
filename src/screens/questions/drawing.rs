//! What to know before a session: questions first, then what was changed, then the cautions.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::Line;

use super::QuestionsScreen;
use crate::care::CareTable;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::frame_record::Target;
use crate::screens::page::{left_column, rows};
use crate::screens::widgets::footer;
use crate::screens::widgets::lists::{draw_scrolled, points, shortened, wrapped};
use crate::screens::{PageRoom, Place, ScreenView};
use crate::theme::Theme;
use crate::words::{Message, Texts};

/// Text is set no wider than this here, in columns: it is much, and read once.
const WIDEST: u16 = 76;

/// Lines, each with the question it belongs to, counted from 0.
type AskedLines<'a> = Vec<(Line<'a>, Option<usize>)>;

impl Draw for QuestionsScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, page, .. } = *context;
        let theme = &view.theme.clone();
        let texts = shared.texts(self.start.player.timeline());
        let title = texts.text(&Message::new("questions-title"));
        let room = usize::from(page.head.width).saturating_sub(title.chars().count() + 3);
        let session = shortened(&self.session.session().title, room);
        frame.render_widget(Line::styled(title, theme.accent()), page.head);
        let session = Line::styled(session, theme.dim()).alignment(Alignment::Right);
        frame.render_widget(session, page.head);
        let area = left_column(page.body, WIDEST);
        let lines = self.lines(usize::from(area.width), theme, texts);
        self.record(area, &lines, view);
        let lines: Vec<_> = lines.into_iter().map(|(line, _)| line).collect();
        draw_scrolled(frame, area, &lines, self.scroll, theme);
        footer::draw_in(frame, page.foot, Place::Questions, theme, texts);
    }
}

impl QuestionsScreen {
    /// Records how much fits, and where a click answers.
    fn record(&self, area: Rect, lines: &AskedLines<'_>, view: &mut ScreenView) {
        let height = usize::from(area.height);
        let farthest = lines.len().saturating_sub(height);
        view.frame.page = Some(PageRoom { farthest, rows: height });
        let first = self.scroll.min(farthest);
        let is_more = first < farthest;
        let shown = lines.iter().skip(first).take(height - usize::from(is_more));
        for (row, (_, question)) in rows(area).zip(shown) {
            if let Some(line) = *question {
                view.frame.push(row, Target::Line { line, first });
            }
        }
        if let Some(row) = rows(area).last().filter(|_| is_more) {
            view.frame.push(row, Target::More);
        }
    }

    fn lines<'a>(&self, width: usize, theme: &Theme, texts: &Texts) -> AskedLines<'a> {
        let mut lines = Vec::new();
        let cautions = match &self.read {
            None => {
                self.ask(width, theme, texts, &mut lines);
                self.session.session().cautions.clone()
            }
            Some(read) => {
                self.advise(width, theme, texts, &mut lines);
                let cautions = self.session.session().cautions.iter();
                cautions.filter(|caution| !read.contains(caution)).cloned().collect()
            }
        };
        let mut part = |title: &'static str, body: Vec<Line<'a>>| {
            if body.is_empty() {
                return;
            }
            if !lines.is_empty() {
                lines.push((Line::default(), None));
            }
            lines.push((Line::styled(texts.text(&Message::new(title)), theme.calm()), None));
            lines.extend(body.into_iter().map(|line| (line, None)));
        };
        let changes: Vec<_> =
            self.session.changes().iter().map(|it| texts.text(&it.message())).collect();
        part("questions-changed", points(&changes, width, theme.text()));
        let mut know = points(&cautions, width, theme.text());
        if self.read.is_none() {
            know.extend(wrapped(&texts.text(&Message::new("ready-always")), width, theme.text()));
        }
        part("questions-know", know);
        lines
    }

    /// The questions, each with its number.
    fn ask(&self, width: usize, theme: &Theme, texts: &Texts, lines: &mut AskedLines<'_>) {
        let intro = match self.questions.len() {
            0 => return,
            1 => "questions-ask-one",
            _ => "questions-ask",
        };
        let intro = texts.text(&Message::new(intro));
        lines.extend(wrapped(&intro, width, theme.calm()).into_iter().map(|line| (line, None)));
        for (index, (question, is_so)) in self.questions.iter().enumerate() {
            let (mark, style) = if *is_so { ("✓", theme.accent()) } else { (" ", theme.text()) };
            let first = format!("{} {mark} ", index + 1);
            let set = textwrap::Options::new(width.max(12)).initial_indent(&first);
            let set = set.subsequent_indent("    ");
            let asked = textwrap::wrap(CareTable::shipped().asks(question), &set).into_iter();
            lines.extend(asked.map(|line| (Line::styled(line.into_owned(), style), Some(index))));
        }
    }

    /// What comes first for whoever said yes.
    fn advise(&self, width: usize, theme: &Theme, texts: &Texts, lines: &mut AskedLines<'_>) {
        let title = texts.text(&Message::new("questions-advice"));
        lines.push((Line::styled(title, theme.calm()), None));
        let so = self.questions.iter().filter(|(_, is_so)| *is_so);
        let advice = so.flat_map(|(question, _)| CareTable::shipped().advice_on(question));
        let mut advice: Vec<String> = advice.collect();
        advice.dedup();
        let warn = points(&advice, width, theme.warn());
        lines.extend(warn.into_iter().map(|line| (line, None)));
        let so = if self.session.changes().is_empty() {
            "questions-as-it-is"
        } else {
            "questions-gentler"
        };
        let so = wrapped(&texts.text(&Message::new(so)), width, theme.text());
        lines.push((Line::default(), None));
        lines.extend(so.into_iter().map(|line| (line, None)));
    }
}
