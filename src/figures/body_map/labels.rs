//! The few words on the map: which side is whose, what to keep off, and which picture it is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::body::Side;
use crate::theme::Theme;

use super::cast::MapCast;
use super::subject::{Focus, Subject};

/// Below this width and height there is no room for words.
const NARROWEST: u16 = 24;
const SHORTEST: u16 = 7;

/// The same for a whole picture: its name and both sides in short.
const NARROWEST_WHOLE: u16 = 17;

/// What the names of both sides need, with a little room between.
const SIDES: u16 = 25;

/// The area of the map and, where there is room for words, a line below it.
pub(super) fn parted(area: Rect, focus: Focus) -> (Rect, Option<Rect>) {
    let narrowest = if focus == Focus::Whole { NARROWEST_WHOLE } else { NARROWEST };
    if area.width < narrowest || area.height < SHORTEST {
        return (area, None);
    }
    let map = Rect { height: area.height - 1, ..area };
    (map, Some(Rect { y: map.bottom(), height: 1, ..area }))
}

/// Writes the words: the sides where they are, and between them what the hatching means.
pub(super) fn draw(
    subject: &Subject,
    cast: &MapCast,
    theme: &Theme,
    line: Rect,
    buffer: &mut Buffer,
) {
    let is_whole = subject.focus == Focus::Whole;
    let style = |side: Side| if subject.is_on(side) { theme.accent() } else { theme.dim() };
    let in_short = line.width < NARROWEST || (is_whole && line.width < SIDES + 5);
    let name = |side: Side| match (side, in_short) {
        (Side::Left, false) => "your left",
        (Side::Right, false) => "your right",
        (side, true) => side.word(),
    };
    for side in sides_seen(cast).iter().copied() {
        let x = match (side, sides_seen(cast).len()) {
            (_, 1) => middle(line, name(side)),
            (Side::Left, _) => line.x + 1,
            (Side::Right, _) => line.right().saturating_sub(name(side).len() as u16 + 1),
        };
        write(buffer, line, x, name(side), style(side));
    }
    if is_whole {
        let name = subject.view.name();
        write(buffer, line, middle(line, name), name, theme.dim());
        return;
    }
    let words = "▨ keep off";
    let room = line.width >= words.chars().count() as u16 + SIDES;
    if cast.keeps_off && room && sides_seen(cast).len() == 2 {
        write(buffer, line, middle(line, words), words, theme.dim());
    }
}

/// The sides that are well in the picture.
fn sides_seen(cast: &MapCast) -> &'static [Side] {
    let window = cast.window.bounds();
    let (left, right) = (cast.middle - window.from.x, window.to.x - cast.middle);
    match (left > 0.35 * right, right > 0.35 * left) {
        (true, false) => &[Side::Left],
        (false, true) => &[Side::Right],
        _ => &[Side::Left, Side::Right],
    }
}

fn middle(line: Rect, words: &str) -> u16 {
    line.x + line.width.saturating_sub(words.chars().count() as u16) / 2
}

fn write(buffer: &mut Buffer, line: Rect, x: u16, words: &str, style: Style) {
    let room = usize::from(line.right().saturating_sub(x));
    buffer.set_stringn(x, line.y, words, room, style);
}
