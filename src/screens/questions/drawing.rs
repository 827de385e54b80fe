//! What to know before a session: questions first, then what was changed, then the cautions.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::Line;

use super::{AskingStep, QuestionsScreen};
use crate::care::{CareTable, Site};
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::{PageLayout, left_column};
use crate::screens::widgets::footer;
use crate::screens::widgets::lists::{points, shortened, wrapped};
use crate::screens::widgets::numbered::{NumberedPage, WIDEST};
use crate::screens::{Action, ScreenView};
use crate::theme::Theme;
use crate::words::{Message, Texts, upper_first};

impl Draw for QuestionsScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, page, .. } = *context;
        let theme = view.theme;
        let texts = shared.texts(self.start.player.timeline());
        let lines = |area: Rect, is_close| {
            self.lines(usize::from(area.width.min(WIDEST)), is_close, &theme, texts)
        };
        let spacious = lines(page.body, false);
        let (page, lines) = if spacious.len() <= usize::from(page.body.height) {
            (page, spacious)
        } else {
            // What is long takes all of the screen, so that it is read in as few screens as can be.
            let close = PageLayout::close(frame.area());
            (close, lines(close.body, true).closely())
        };
        let title = texts.text(&self.session.questions_title());
        let room = usize::from(page.head.width).saturating_sub(title.chars().count() + 3);
        let session = shortened(&self.session.session().title, room);
        frame.render_widget(Line::styled(title, theme.accent()), page.head);
        let session = Line::styled(session, theme.dim()).alignment(Alignment::Right);
        frame.render_widget(session, page.head);
        let area = left_column(page.body, WIDEST);
        lines.draw(frame, area, self.scroll, view);
        let beside = Rect { x: area.right() + 2, ..page.body }.intersection(page.body);
        self.form.draw_place(frame, beside, view, texts);
        // The map is there for who hurts.
        let but = self.form.pain_place_asked().is_none().then_some(Action::BodyMap);
        footer::draw_others(frame, page.foot, (self.form(), but), &theme, texts);
    }
}

impl QuestionsScreen {
    fn lines(
        &self,
        columns: usize,
        is_close: bool,
        theme: &Theme,
        texts: &Texts,
    ) -> NumberedPage<'static> {
        let mut page = NumberedPage::default();
        let cautions = match &self.step {
            AskingStep::Where(index, places) => {
                self.ask_where(*index, places, columns, theme, texts, &mut page);
                return page;
            }
            AskingStep::Asking => {
                page.rows(if is_close {
                    self.form.close_lines(columns, theme, texts)
                } else {
                    self.form.lines(columns, theme, texts)
                });
                if !self.tells {
                    return page;
                }
                if !page.is_empty() && !self.questions.is_empty() {
                    page.space();
                }
                self.ask(columns, theme, texts, &mut page);
                self.cautions.clone()
            }
            AskingStep::Advice(read) => {
                self.advise(columns, theme, texts, &mut page);
                let cautions = self.cautions.iter();
                cautions.filter(|caution| !read.contains(caution)).cloned().collect()
            }
        };
        let mut part = |title: &'static str, body: Vec<Line<'static>>| {
            if body.is_empty() {
                return;
            }
            if !page.is_empty() {
                page.space();
            }
            page.add([Line::styled(texts.text(&Message::new(title)), theme.calm())]);
            page.add(body);
        };
        let changes: Vec<_> =
            self.session.change_messages(texts).iter().map(|it| texts.text(it)).collect();
        part("questions-changed", points(&changes, columns, theme.text()));
        let mut know = points(&cautions, columns, theme.text());
        if self.step == AskingStep::Asking {
            know.extend(wrapped(&texts.text(&Message::new("ready-always")), columns, theme.text()));
        }
        part("questions-know", know);
        page
    }

    /// The questions, each with its number.
    fn ask(&self, columns: usize, theme: &Theme, texts: &Texts, page: &mut NumberedPage<'_>) {
        let intro = match self.questions.len() {
            0 => return,
            1 => "questions-ask-one",
            _ => "questions-ask",
        };
        page.text(&texts.text(&Message::new(intro)), columns, theme.calm());
        let table = CareTable::shipped();
        let asked = |question| table.asks(question, texts.language()).to_owned();
        let items = self.questions.iter().map(|it| (asked(it.question), it.is_so));
        page.items(items, columns, theme);
    }

    /// The places that a yes may be about, each with its number.
    fn ask_where(
        &self,
        index: usize,
        places: &[Site],
        columns: usize,
        theme: &Theme,
        texts: &Texts,
        page: &mut NumberedPage<'_>,
    ) {
        let Some(asked) = self.questions.get(index) else { return };
        page.text(
            CareTable::shipped().asks(asked.question, texts.language()),
            columns,
            theme.text(),
        );
        page.space();
        page.text(&texts.text(&Message::new("questions-where")), columns, theme.calm());
        let items = places
            .iter()
            .map(|site| (upper_first(&texts.text(&site.message())), asked.sites.contains(site)));
        page.items(items, columns, theme);
    }

    /// What comes first for whoever said yes.
    fn advise(&self, columns: usize, theme: &Theme, texts: &Texts, page: &mut NumberedPage<'_>) {
        page.add([Line::styled(texts.text(&Message::new("questions-advice")), theme.calm())]);
        let so = self.questions.iter().filter(|asked| asked.is_so);
        let advice =
            so.flat_map(|asked| CareTable::shipped().advice_on(asked.question, texts.language()));
        let mut advice: Vec<String> = advice.collect();
        advice.dedup();
        page.add(points(&advice, columns, theme.warn()));
        let so = match self.session.changes() {
            _ if self.is_urgent() => "questions-not-now",
            [] => "questions-as-it-is",
            _ => "questions-gentler",
        };
        page.space();
        page.text(&texts.text(&Message::new(so)), columns, theme.text());
    }
}
