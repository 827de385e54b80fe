//! A session that was stopped: the signs to choose from, and what helps, which comes first once one is
//! chosen.

use ratatui::Frame;
use ratatui::text::Line;

use super::StopScreen;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::left_column;
use crate::screens::widgets::footer;
use crate::screens::widgets::numbered::{NumberedPage, WIDEST};
use crate::screens::{Place, ScreenView};
use crate::theme::Theme;
use crate::words::{Message, Texts, upper_first};

impl Draw for StopScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, now, page, .. } = *context;
        let theme = view.theme;
        let texts = shared.texts_after(now);
        let title = texts.text(&Message::new("stop-title"));
        frame.render_widget(Line::styled(title, theme.accent()), page.head);
        let area = left_column(page.body, WIDEST);
        let lines = self.lines(usize::from(area.width), &theme, texts);
        lines.draw(frame, area, self.scroll, view);
        footer::draw_in(frame, page.foot, Place::Stop, &theme, texts);
    }
}

impl StopScreen {
    fn lines(&self, columns: usize, theme: &Theme, texts: &Texts) -> NumberedPage<'static> {
        let say = |id: &'static str| texts.text(&Message::new(id));
        let mut page = NumberedPage::default();
        match self.felt {
            None => page.text(&say("stop-ask"), columns, theme.calm()),
            Some(felt) => {
                let sign = self.signs.get(felt);
                let advice = sign.map_or_else(|| say("stop-else-advice"), |it| it.sentence());
                page.text(&advice, columns, theme.warn());
                page.text(&say("stop-then"), columns, theme.text());
            }
        }
        page.space();
        let named = self.signs.iter().map(|sign| upper_first(&sign.signs));
        let named = named.chain([say("stop-else")]).enumerate();
        let items = named.map(|(index, name)| (name, self.felt == Some(index)));
        page.items(items, columns, theme);
        page
    }
}
