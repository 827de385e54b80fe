//! Draws what is on screen.

use ratatui::Frame;

use super::App;
use crate::player::NowPlaying;
use crate::screens::drawing::draw_layers;
use crate::screens::{Screen, ScreenView};

/// Draws what is on screen, and records in the view what lies where.
pub fn draw(frame: &mut Frame, app: &App, now: &NowPlaying, view: &mut ScreenView) {
    view.set_hour(app.after_dark(now));
    draw_layers(frame, app.seen().rev().map(Screen::drawing), (&app.shared, now), view);
}
