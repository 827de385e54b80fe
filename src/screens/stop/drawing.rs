//! A session that was stopped: the signs to choose from, and what helps, which comes first once one is
//! chosen.

use ratatui::Frame;
use ratatui::text::Line;

use super::StopScreen;
use crate::care::Felt;
use crate::screens::ScreenView;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::left_column;
use crate::screens::widgets::footer;
use crate::screens::widgets::numbered::{AnswerKeys, NumberedPage, WIDEST};
use crate::theme::Theme;
use crate::words::{Message, Texts};

/// With fewer columns than this, what may have been felt is named in few words.
const NARROW: usize = 60;

impl Draw for StopScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, now, page, .. } = *context;
        let theme = view.theme;
        let texts = shared.texts_after(now);
        let title = texts.text(&Message::new("stop-title"));
        frame.render_widget(Line::styled(title, theme.accent()), page.head);
        let area = left_column(page.body, WIDEST);
        let lines = self.lines(usize::from(area.width), &theme, texts);
        lines.draw(frame, area, self.scroll, view, texts);
        let keys = (self.form(), None);
        let answers = AnswerKeys::Numbers.all(self.choices.len());
        footer::draw_answers(frame, page.foot, keys, &answers, &theme, texts);
    }
}

impl StopScreen {
    fn lines(&self, columns: usize, theme: &Theme, texts: &Texts) -> NumberedPage<'static> {
        let say = |id: &'static str| texts.text(&Message::new(id));
        let mut page = NumberedPage::default();
        match self.felt {
            None => page.text(&say("stop-ask"), columns, theme.calm()),
            Some(felt) => {
                page.text(&felt.advice(texts), columns, theme.warn());
                let then = match felt {
                    Felt::Unpleasant if self.without.is_some() => "stop-then-without",
                    felt if felt.may_go_on() => "stop-then-on",
                    _ => "stop-then-end",
                };
                page.text(&say(then), columns, theme.text());
            }
        }
        page.space();
        let name = |felt: Felt| {
            if columns < NARROW { felt.brief_name(texts) } else { felt.name(texts) }
        };
        let items = self.choices.iter().map(|it| (name(*it), self.felt == Some(*it)));
        page.items(items, (AnswerKeys::Numbers, columns), theme);
        page
    }
}
