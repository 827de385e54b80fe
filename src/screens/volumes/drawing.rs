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
use ratatui::layout::{Alignment, Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::lists::shortened;
use super::{player, ready};
use crate::choices::{Background, Choice as _, SoundKind};
use crate::figures::gauge::Gauge;
use crate::player::NowPlaying;
use crate::screens::app::level;
use crate::screens::page::Page;
use crate::screens::{Action, App, Fader, Mode};
use crate::theme::Theme;

/// Columns the volumes need; where a session's words have fewer, they take the whole width.
const NARROWEST: u16 = 30;
/// Columns they take at most.
const WIDEST: u16 = 48;
/// Columns of the mark before the chosen line, of the names, and of the values behind the bars.
const MARK: u16 = 2;
const NAME: u16 = 12;
const VALUE: u16 = 5;
/// A click sets round numbers.
const CLICK_STEP: u32 = 5;

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

/// Where the volumes lie on a page, if they are open.
pub(super) fn area(app: &App, now: &NowPlaying, page: Page) -> Option<Rect> {
    app.fader()?;
    let (words, all) = match now.player() {
        Some(player) => player::areas(player, page.body),
        None => (ready::words_area(page.body), page.body),
    };
    let area = if words.width < NARROWEST { all } else { words };
    Some(Rect { width: area.width.min(WIDEST), ..area })
}

/// Draws the volumes, if they are open.
pub(super) fn draw(frame: &mut Frame, app: &App, now: &NowPlaying, theme: &Theme, area: Rect) {
    let Some(chosen) = app.fader() else {
        return;
    };
    let layout = VolumesLayout::of(area);
    if let Some(heading) = layout.heading {
        frame.render_widget(Line::styled("VOLUMES", theme.accent()), heading);
    }
    for (line, fader) in layout.lines.into_iter().zip(Fader::EVERY) {
        let is_chosen = fader == chosen;
        let style = if is_chosen { theme.text() } else { theme.dim() };
        let mark = if is_chosen { "› " } else { "  " };
        let name = Span::styled(name(fader), style);
        frame.render_widget(Line::from(vec![Span::styled(mark, theme.accent()), name]), line);
        match level(fader, now) {
            Some(_) if fader == Fader::All && now.levels().muted => {
                draw_level(frame, line, (0, "off"), style, theme, is_chosen);
            }
            Some(0) => draw_level(frame, line, (0, "none"), style, theme, is_chosen),
            Some(level) => {
                draw_level(frame, line, (level, &level.to_string()), style, theme, is_chosen);
            }
            None => draw_background(frame, now, value_area(line), style, theme, is_chosen),
        }
    }
    if let (Some(hint), Background::AsWritten) = (layout.hint, &now.levels().background) {
        let here = format!("here: {}", own_bed(app, now).map_or("none".to_owned(), spoken));
        let hint = Rect { x: hint.x + 2, width: hint.width.saturating_sub(2), ..hint };
        let here = shortened(&here, usize::from(hint.width));
        frame.render_widget(Line::styled(here, theme.dim()), hint);
    }
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
    now: &NowPlaying,
    area: Rect,
    style: Style,
    theme: &Theme,
    is_chosen: bool,
) {
    let room = usize::from(area.width).saturating_sub(4);
    let words = match &now.levels().background {
        Background::AsWritten => ["the session's own", "the session's"]
            .into_iter()
            .find(|words| words.width() <= room)
            .unwrap_or("its own")
            .to_owned(),
        Background::Silence => "none".to_owned(),
        Background::Named(name) => shortened(&spoken(name), room),
    };
    let arrow = if is_chosen { theme.accent() } else { theme.dim() };
    let arrow = |mark: &'static str| Span::styled(mark, arrow);
    let line = Line::from(vec![arrow("‹ "), Span::styled(words, style), arrow(" ›")]);
    frame.render_widget(line, area);
}

fn name(fader: Fader) -> &'static str {
    match fader {
        Fader::All => "all",
        // How loud it is, and on the next line which one it is.
        Fader::Kind(SoundKind::Bed) => "background",
        Fader::Kind(kind) => kind.word(),
        Fader::Background => "which",
    }
}

/// The name of a bed as people say it: names are words with hyphens between.
fn spoken(name: &str) -> String {
    let letters = name.chars().filter(|letter| !letter.is_control());
    letters.map(|letter| if letter == '-' { ' ' } else { letter }).collect()
}

/// The background that the session has here.
fn own_bed<'a>(app: &'a App, now: &'a NowPlaying) -> Option<&'a str> {
    match &app.mode {
        Mode::Playing => {
            let player = now.player()?;
            player.timeline().bed_before(player.position() + 1).flatten()
        }
        Mode::Ready(ready) => ready.timeline.bed_before(1).flatten(),
        _ => None,
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

/// What a click means while the volumes are open: which line it chooses, and what to do then.
pub(in crate::screens) fn target_at(
    app: &App,
    now: &NowPlaying,
    screen: Rect,
    at: Position,
) -> (Option<Fader>, Action) {
    let nothing = Action::Click(at.x, at.y);
    let Some(area) = area(app, now, Page::new(screen)) else {
        return (None, nothing);
    };
    if !area.contains(at) {
        return (None, Action::Back);
    }
    let mut lines = VolumesLayout::of(area).lines.into_iter().zip(Fader::EVERY);
    let Some((line, fader)) = lines.find(|(line, _)| line.contains(at)) else {
        return (None, nothing);
    };
    let action = match fader {
        Fader::Background if at.x < value_area(line).x => nothing,
        Fader::Background if at.x < value_area(line).x + 2 => Action::Left,
        Fader::Background => Action::Right,
        _ if bar(line).contains(at) => Action::Level(level_at(bar(line), at.x)),
        _ => nothing,
    };
    (Some(fader), action)
}

/// The loudness at a column of a bar: none at its first, all at its last.
fn level_at(bar: Rect, column: u16) -> u8 {
    let last = u32::from(bar.width.saturating_sub(1)).max(1);
    let steps = 100 / CLICK_STEP;
    let step = (u32::from(column - bar.x) * steps + last / 2) / last;
    (step * CLICK_STEP).min(100) as u8
}
