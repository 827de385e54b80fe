//! After a session at night: nothing, or one dim line.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use crate::player::{NowPlaying, SleepTimerState};
use crate::theme::Theme;
use crate::tui::keymap::footer;
use crate::tui::{App, Drifting};

/// Columns left free at either side of the line.
const MARGIN: u16 = 2;

/// Draws the dark, and for a while after a key what plays on and for how long.
pub(super) fn draw(
    frame: &mut Frame,
    app: &App,
    now: &NowPlaying,
    drifting: Drifting,
    theme: &Theme,
) {
    let screen = frame.area();
    frame.render_widget(Block::new().style(theme.darkness()), screen);
    let light = drifting.light(app.now, app.circumstances.reduced_motion);
    if light <= 0.0 || screen.is_empty() {
        return;
    }
    let margin = MARGIN.min(screen.width / 40);
    let area = Rect {
        x: screen.x + margin,
        y: screen.bottom() - 1 - u16::from(screen.height > 2),
        width: screen.width - 2 * margin,
        height: 1,
    };
    let is_wide = area.width >= 56;
    let gap = if is_wide { "   " } else { "  " };
    let words = words(now, app.sound_note.as_deref(), is_wide);
    let style = theme.embers(light);
    let mut room = usize::from(area.width).saturating_sub(words.chars().count());
    let mut spans = vec![Span::styled(words, style)];
    for (keys, label) in footer(app.place(now)) {
        let key = format!("{gap}{keys} {label}");
        let Some(left) = room.checked_sub(key.chars().count()) else {
            break;
        };
        room = left;
        spans.push(Span::styled(key, style));
    }
    frame.render_widget(Line::from(spans), area);
}

/// What plays on, for how long, and why it may not be heard.
fn words(now: &NowPlaying, note: Option<&str>, is_wide: bool) -> String {
    let Some(timer) = now.sleep_timer().filter(|_| now.is_bed_heard()) else {
        return "Sleep well.".to_owned();
    };
    let bed = timer.bed().replace('-', " ");
    let unheard = match note {
        Some(note) => format!(", {note}"),
        None if now.levels().is_silent() => ", muted".to_owned(),
        None => String::new(),
    };
    if timer.state() == SleepTimerState::Fading {
        return format!("{bed}, fading away{unheard}");
    }
    let minutes = timer.left().div_ceil(60_000);
    match (is_wide, minutes) {
        (true, 1) => format!("{bed}, 1 minute left{unheard}"),
        (true, _) => format!("{bed}, {minutes} minutes left{unheard}"),
        (false, _) => format!("{bed}, {minutes} min{unheard}"),
    }
}
