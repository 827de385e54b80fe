//! The volumes, in the place of a session's words.
//!
//! ```text
//!  VOLUMES
//!
//! › all         ━━━━━━━━━━━━━━╾─────── 70
//!   voice       ━━━━━━━━━━━━━━╾─────── 70
//!   chimes      ━━━━━━━━━━──────────── 50
//!   breath      ────────────────────── none
//!   background  ━━━━━━━━━━━━━━╾─────── 70
//!   which       ‹ the session's own ›
//!               here: ocean
//! ```

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::{Fader, VolumesScreen, level};
use crate::choices::{Background, SoundKind};
use crate::figures::gauge::Gauge;
use crate::player::NowPlaying;
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::widgets::footer;
use crate::screens::widgets::lists::shortened;
use crate::screens::widgets::names::bed_name;
use crate::screens::{Place, ScreenView, Target};
use crate::theme::Theme;
use crate::words::{Message, Texts};

/// Columns of the mark before the chosen line, of the names, and of the values behind the bars.
const MARK: u16 = 2;
const NAME: u16 = 12;
const VALUE: u16 = 5;

/// Where everything lies.
struct VolumesLayout {
    heading: Option<Rect>,
    lines: [Rect; 6],
    hint: Option<Rect>,
}

impl VolumesLayout {
    /// With air between the lines where there is room.
    fn of(area: Rect) -> Self {
        // The heading, the first line, how far it is to the next, the choice, and the hint.
        let (heading, first, step, background, hint) = match area.height {
            14.. => (Some(0), 2, 2, 12, Some(13)),
            9.. => (Some(0), 2, 1, 7, Some(8)),
            7.. => (None, 0, 1, 5, Some(6)),
            _ => (None, 0, 1, 5, None),
        };
        let line = |row: u16| Rect { y: area.y + row, height: 1, ..area }.intersection(area);
        let lines = std::array::from_fn(|index| match index as u16 {
            5 => line(background),
            index => line(first + index * step),
        });
        let beside = |area: Rect| Rect { x: area.x + MARK, width: area.width - MARK, ..area };
        Self {
            heading: heading.map(|row| beside(line(row))),
            lines,
            hint: hint.map(|row| value_area(line(row))),
        }
    }
}

impl Draw for VolumesScreen {
    /// The volumes, in the room that the screen below has left.
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, now, page, .. } = *context;
        let texts = self.timeline(now).map_or(shared.own_texts(), |it| shared.texts(it));
        let theme = view.theme;
        footer::draw_in(frame, page.foot, Place::Volumes, &theme, texts);
        let Some(area) = view.frame.panel else { return };
        view.frame.push(area, Target::Panel);
        let layout = VolumesLayout::of(area);
        let say = |id: &'static str| texts.text(&Message::new(id));
        if let Some(heading) = layout.heading {
            frame.render_widget(Line::styled(say("volumes-heading"), theme.accent()), heading);
        }
        for (number, (line, fader)) in layout.lines.into_iter().zip(Fader::EVERY).enumerate() {
            let is_chosen = fader == self.chosen;
            record(view, number, line, fader);
            if is_chosen {
                view.frame.choose(line);
            }
            draw_line(frame, (line, fader), now, is_chosen, texts, &theme);
        }
        if let (Some(hint), Background::AsWritten) = (layout.hint, &now.levels().background) {
            let bed = self.own_bed(now).map(|bed| bed_name(bed, texts));
            let bed = bed.unwrap_or_else(|| say("volumes-no-background"));
            let here = texts.text(&Message::new("volumes-here").with("bed", bed));
            let hint = Rect { x: hint.x + 2, width: hint.width.saturating_sub(2), ..hint };
            let here = shortened(&here, usize::from(hint.width));
            frame.render_widget(Line::styled(here, theme.dim()), hint);
        }
    }
}

/// Records what a click on a line lies on.
fn record(view: &mut ScreenView, number: usize, line: Rect, fader: Fader) {
    view.frame.push(line, Target::Line { line: number, first: 0 });
    if fader == Fader::Background {
        let value = value_area(line);
        view.frame.push(value, Target::ValueAfter(number));
        view.frame.push(Rect { width: value.width.min(2), ..value }, Target::ValueBefore(number));
    } else {
        view.frame.push(bar(line), Target::Bar(number));
    }
}

/// Draws the name of a line and what it is set to.
fn draw_line(
    frame: &mut Frame,
    (line, fader): (Rect, Fader),
    now: &NowPlaying,
    is_chosen: bool,
    texts: &Texts,
    theme: &Theme,
) {
    let style = if is_chosen { theme.text() } else { theme.dim() };
    let mark = if is_chosen { "› " } else { "  " };
    let name = Span::styled(texts.text(&Message::new(name(fader))), style);
    frame.render_widget(Line::from(vec![Span::styled(mark, theme.accent()), name]), line);
    let say = |id: &'static str| texts.text(&Message::new(id));
    let (level, value) = match level(fader, now) {
        Some(_) if fader == Fader::All && now.levels().muted => (0, say("volumes-off")),
        Some(0) => (0, say("volumes-unheard")),
        Some(level) => (level, level.to_string()),
        None => {
            let background = &now.levels().background;
            draw_background(frame, background, value_area(line), (style, is_chosen), texts, theme);
            return;
        }
    };
    draw_level(frame, line, (level, &value), style, theme, is_chosen);
}

fn draw_level(
    frame: &mut Frame,
    line: Rect,
    (level, value): (u8, &str),
    style: Style,
    theme: &Theme,
    is_chosen: bool,
) {
    let gauge = Gauge::new(theme, u64::from(level), 100);
    let gauge = if is_chosen { gauge.in_lamplight() } else { gauge };
    frame.render_widget(gauge, bar(line));
    let value = Line::styled(value, style).alignment(Alignment::Right);
    frame.render_widget(value, Rect { x: line.right() - VALUE, width: VALUE, ..line });
}

fn draw_background(
    frame: &mut Frame,
    background: &Background,
    area: Rect,
    (style, is_chosen): (Style, bool),
    texts: &Texts,
    theme: &Theme,
) {
    let room = usize::from(area.width).saturating_sub(4);
    let words = match background {
        Background::AsWritten => {
            let own = ["volumes-own", "volumes-own.short", "volumes-own.least"];
            let mut own = own.map(|id| texts.text(&Message::new(id)));
            let fitting = own.iter().position(|words| words.width() <= room).unwrap_or(2);
            std::mem::take(&mut own[fitting])
        }
        Background::Silence => texts.text(&Message::new("volumes-no-background")),
        Background::Named(name) => shortened(&bed_name(name, texts), room),
    };
    let arrow = if is_chosen { theme.accent() } else { theme.dim() };
    let arrow = |mark: &'static str| Span::styled(mark, arrow);
    let line = Line::from(vec![arrow("‹ "), Span::styled(words, style), arrow(" ›")]);
    frame.render_widget(line, area);
}

/// The message that names a line.
fn name(fader: Fader) -> &'static str {
    match fader {
        Fader::All => "volumes-all",
        Fader::Kind(SoundKind::Voice) => "volumes-voice",
        Fader::Kind(SoundKind::Chimes) => "volumes-chimes",
        Fader::Kind(SoundKind::Breath) => "volumes-breath",
        // How loud it is, and on the next line which one it is.
        Fader::Kind(SoundKind::Bed) => "volumes-bed",
        Fader::Background => "volumes-background",
    }
}

/// What stands behind the name of a line.
fn value_area(line: Rect) -> Rect {
    let taken = (MARK + NAME).min(line.width);
    Rect { x: line.x + taken, width: line.width - taken, ..line }
}

fn bar(line: Rect) -> Rect {
    let area = value_area(line);
    Rect { width: area.width.saturating_sub(VALUE), ..area }
}
