//! Draws what is on screen.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use super::App;
use crate::player::NowPlaying;
use crate::screens::drawing::draw_layers;
use crate::screens::{Screen, ScreenView};

/// Draws what is on screen, and records in the view what lies where.
pub fn draw(frame: &mut Frame, app: &App, now: &NowPlaying, view: &mut ScreenView) {
    view.set_hour(app.after_dark(now));
    draw_layers(frame, app.seen().rev().map(Screen::drawing), (&app.shared, now), view);
    if view.theme.turns_its_ground() {
        turn_round(frame.buffer_mut());
    }
}

/// Lets letters and their ground change places.
fn turn_round(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        cell.modifier.toggle(Modifier::REVERSED);
    }
}
