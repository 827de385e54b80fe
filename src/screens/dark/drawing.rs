//! After a session at night: nothing, or one dim line.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Block;
use unicode_width::UnicodeWidthStr as _;

use super::DarkScreen;
use super::keys::place;
use crate::lengths::minutes_left;
use crate::player::{NowPlaying, SleepTimerState};
use crate::screens::ScreenView;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::widgets::footer;
use crate::screens::widgets::names::bed_name;
use crate::words::{Message, Texts};

/// Columns left free at either side of the line.
const MARGIN: u16 = 2;

impl Draw for DarkScreen {
    /// The dark, and for a while after a key what plays on and for how long.
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, now, .. } = *context;
        let screen = frame.area();
        frame.render_widget(Block::new().style(view.theme.darkness()), screen);
        let light = self.light(shared.time, shared.environment.reduced_motion);
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
        let texts = shared.texts_after(now);
        let words = words(now, shared.quiet_note.as_ref(), is_wide, texts);
        let style = view.theme.embers(light);
        let keys: Vec<_> = footer::worded(place(now), texts)
            .map(|(keys, label)| format!("{gap}{keys} {label}"))
            .collect();
        let wide: usize = keys.iter().map(|key| key.width()).sum();
        let room = usize::from(area.width);
        if words.width() + wide <= room || screen.height < 3 {
            frame.render_widget(Line::styled(words + &keys.concat(), style), area);
            return;
        }
        // A line of their own for the keys.
        frame.render_widget(Line::styled(words, style), Rect { y: area.y - 1, ..area });
        let fitting = fitting(keys, room + gap.width());
        frame.render_widget(Line::styled(fitting.trim_start().to_owned(), style), area);
    }

    fn is_lit(&self) -> bool {
        false
    }
}

/// As many of these as so many columns have room for.
fn fitting(keys: Vec<String>, columns: usize) -> String {
    let mut line = String::new();
    for key in keys {
        if line.width() + key.width() > columns {
            break;
        }
        line += &key;
    }
    line
}

/// What plays on, for how long, and why it may not be heard.
fn words(now: &NowPlaying, note: Option<&Message>, is_wide: bool, texts: &Texts) -> String {
    let Some(timer) = now.sleep_timer().filter(|_| now.is_bed_heard()) else {
        return texts.text(&Message::new("dark-silent"));
    };
    let bed = bed_name(timer.bed(), texts);
    let muted = Message::new("dark-muted");
    let unheard = note.or_else(|| now.levels().is_silent().then_some(&muted));
    let unheard = unheard.map(|why| format!(", {}", texts.text(why))).unwrap_or_default();
    let message = match (timer.state(), is_wide) {
        (SleepTimerState::Fading, _) => Message::new("dark-fading"),
        (_, true) => Message::new("dark-left"),
        (_, false) => Message::new("dark-left.short"),
    };
    let minutes = minutes_left(timer.left());
    let message = message.with("bed", bed).with("minutes", minutes).with("unheard", unheard);
    texts.text(&message)
}
