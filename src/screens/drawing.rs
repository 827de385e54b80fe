//! Draws what is on screen: the screen on top, and below a panel the one it lies on.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, Paragraph, Wrap};

use super::page::{PageLayout, SMALLEST};
use super::shared::Shared;
use super::view::ScreenView;
use crate::player::NowPlaying;
use crate::theme::Theme;
use crate::words::is_unprintable;

/// What a screen is drawn with.
#[derive(Clone, Copy)]
pub(super) struct DrawContext<'a> {
    /// What all screens share.
    pub(super) shared: &'a Shared,
    /// What plays now.
    pub(super) now: &'a NowPlaying,
    /// The bands of the screen.
    pub(super) page: PageLayout,
    /// A panel lies over its words and has the footer.
    pub(super) is_covered: bool,
}

/// How a screen looks. Drawing changes nothing but what is recorded in the view.
pub(super) trait Draw {
    /// Draws it.
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView);

    /// Whether it is drawn on the ground of the theme, and only where there is room for words.
    fn is_lit(&self) -> bool {
        true
    }
}

/// Draws screens one over the other, the lowest first.
pub(super) fn draw_layers<'a>(
    frame: &mut Frame,
    layers: impl DoubleEndedIterator<Item = &'a dyn Draw>,
    (shared, now): (&Shared, &NowPlaying),
    view: &mut ScreenView,
) {
    let area = frame.area();
    view.frame.begin(area);
    let page = PageLayout::new(area);
    let mut layers = layers.peekable();
    if layers.peek().is_some_and(|lowest| lowest.is_lit()) {
        frame.render_widget(Block::new().style(view.theme.ground()), area);
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            draw_too_small(frame, &view.theme, area);
            return;
        }
    }
    while let Some(layer) = layers.next() {
        view.frame.cover();
        let context = DrawContext { shared, now, page, is_covered: layers.peek().is_some() };
        layer.draw(frame, &context, view);
    }
    only_printable(frame.buffer_mut());
    view.frame.uncover_words(frame.buffer_mut());
}

/// Takes out of every cell what may not be shown: names of files and words of other programs come
/// onto many screens, and all of it goes this way.
fn only_printable(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if cell.symbol().is_ascii() || !cell.symbol().contains(is_unprintable) {
            continue;
        }
        let shown: String = cell.symbol().chars().filter(|it| !is_unprintable(*it)).collect();
        cell.set_symbol(if shown.is_empty() { " " } else { &shown });
    }
}

fn draw_too_small(frame: &mut Frame, theme: &Theme, screen: Rect) {
    let (columns, rows) = SMALLEST;
    let words = format!("A little more room, please: {columns} × {rows} is enough.");
    let note = Paragraph::new(Line::styled(words, theme.dim())).wrap(Wrap { trim: true });
    frame.render_widget(note.centered(), screen);
}
