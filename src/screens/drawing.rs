//! One module for each screen: each only draws.

pub(super) mod browse;
pub(super) mod chart;
mod drifting;
mod footer;
mod help;
pub(super) mod home;
pub(super) mod learn;
mod lists;
pub(super) mod mixer;
mod outline;
mod pictures;
mod player;
mod ready;
mod summary;
#[cfg(test)]
mod tests;
pub(crate) mod words;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, Paragraph, Wrap};

use super::page::{Page, SMALLEST};
use super::{App, Mode, Over, Place, View};
use crate::player::NowPlaying;
use crate::theme::Theme;

/// Draws what is on screen.
pub fn draw(frame: &mut Frame, app: &App, now: &NowPlaying, view: &mut View) {
    let screen = frame.area();
    let theme = view.dress(app.after_dark(now));
    view.area = screen;
    if let Mode::Drifting(drifting) = &app.mode {
        drifting::draw(frame, app, now, *drifting, &theme);
        return;
    }
    frame.render_widget(Block::new().style(theme.ground()), screen);
    if screen.width < SMALLEST.0 || screen.height < SMALLEST.1 {
        draw_too_small(frame, &theme, screen);
        return;
    }
    let page = Page::new(screen);
    draw_mode(frame, app, now, view, page);
}

fn draw_mode(frame: &mut Frame, app: &App, now: &NowPlaying, view: &mut View, page: Page) {
    let theme = view.theme;
    match &app.mode {
        Mode::Home(home) => home::draw(frame, app, home, view, page),
        Mode::Browse(browse) => browse::draw(frame, app, browse, view, page),
        Mode::Chart(chart) => chart::draw(frame, app, chart, view, page),
        Mode::Ready(ready) => ready::draw(frame, app, now, ready, view, page),
        Mode::Playing => {
            if let Some(player) = now.player() {
                player::draw(frame, app, now, player, view, page);
            }
        }
        Mode::Summary(summary) => {
            summary::draw(frame, app, app.texts_after(now), summary, view, page);
        }
        Mode::Learn(reading) => learn::draw(frame, reading, app.own_texts(), view, page),
        // The dark has no page.
        Mode::Drifting(_) => {}
        Mode::Help(under) => help::draw(frame, place_of(under, app.over), &theme, page),
    }
}

/// The place whose keys help is about.
fn place_of(mode: &Mode, over: Over) -> Place {
    match mode {
        Mode::Ready(_) | Mode::Playing if over != Over::Nothing => Place::Mixing,
        Mode::Learn(learn) => learn.place(),
        Mode::Home(_) | Mode::Help(_) => Place::Home,
        Mode::Browse(_) => Place::Browse,
        Mode::Chart(chart) => chart.place(),
        Mode::Ready(_) => Place::Ready,
        Mode::Playing => Place::Playing,
        Mode::Summary(_) => Place::Summary,
        Mode::Drifting(_) => Place::Silent,
    }
}

fn draw_too_small(frame: &mut Frame, theme: &Theme, screen: Rect) {
    let (columns, rows) = SMALLEST;
    let words = format!("A little more room, please: {columns} × {rows} is enough.");
    let note = Paragraph::new(Line::styled(words, theme.dim())).wrap(Wrap { trim: true });
    frame.render_widget(note.centered(), screen);
}
