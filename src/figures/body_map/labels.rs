//! The few words on the map: which side is whose, what to keep off, and which picture it is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use unicode_width::UnicodeWidthStr as _;

use crate::body::{Side, View};
use crate::figures::side_letters;
use crate::theme::Theme;
use crate::words::{Message, Texts};

use super::rasterizer::MapScene;
use super::room::{NARROWEST, SHORTEST};
use super::subject::{Focus, MapSubject};

/// The same for a whole picture: its name and both sides in short.
const NARROWEST_WHOLE: u16 = 17;

/// What the names of both sides need, with a little room between.
const SIDES: u16 = 25;

/// The parts of an area.
pub(super) struct MapAreas {
    /// Where the map is.
    pub(super) map: Rect,
    /// A line below it, where there is room for words.
    words: Option<Rect>,
    /// On either side of it, where a place is seen near.
    letters: Option<[Rect; 2]>,
}

impl MapAreas {
    pub(super) fn of(area: Rect, focus: Focus) -> Self {
        let narrowest = if focus == Focus::Whole { NARROWEST_WHOLE } else { NARROWEST };
        let has_line = area.width >= narrowest && area.height >= SHORTEST;
        let whole = Rect { height: area.height - u16::from(has_line), ..area };
        let words = has_line.then_some(Rect { y: whole.bottom(), height: 1, ..area });
        if focus == Focus::Whole {
            return Self { map: whole, words, letters: None };
        }
        let (map, letters) = side_letters::parted(whole);
        Self { map, words, letters }
    }
}

/// How the words beside a map are written.
pub(super) struct Labels<'a> {
    pub(super) texts: &'a Texts,
    pub(super) theme: &'a Theme,
}

impl Labels<'_> {
    /// Writes the words and letters.
    pub(super) fn draw(
        &self,
        subject: &MapSubject,
        scene: &MapScene,
        areas: &MapAreas,
        buffer: &mut Buffer,
    ) {
        if let Some(places) = areas.letters {
            let at_work = [Side::Left, Side::Right].into_iter().find(|side| subject.is_on(*side));
            let sides = (sides_seen(scene), at_work);
            side_letters::draw(places, sides, (self.texts, self.theme), buffer);
        }
        if let Some(line) = areas.words {
            self.line(subject, scene, line, buffer);
        }
    }

    /// Writes the words: the sides where they are, and between them what the hatching means.
    fn line(&self, subject: &MapSubject, scene: &MapScene, line: Rect, buffer: &mut Buffer) {
        let is_whole = subject.focus == Focus::Whole;
        let theme = self.theme;
        let in_short = line.width < NARROWEST || (is_whole && line.width < SIDES + 5);
        let [left, right] = if in_short {
            ["map-left.short", "map-right.short"]
        } else {
            ["map-left", "map-right"]
        };
        if is_whole {
            self.sides(subject, sides_seen(scene), [left, right], line, buffer);
            let name = self.text(view_name(subject.view));
            write(buffer, line, middle(line, &name), &name, theme.dim());
            return;
        }
        let words = self.text("map-keep-off");
        let sides = sides_seen(scene);
        let names = [left, right].map(|id| self.text(id).width() as u16);
        let needed = if let [_] = sides { names[0].max(names[1]) } else { names[0] + names[1] + 2 };
        let room = line.width >= words.width() as u16 + needed + 4;
        match (scene.keeps_off, room) {
            (false, _) => self.sides(subject, sides, [left, right], line, buffer),
            (true, true) => {
                let (names, at) = if let [_] = sides {
                    let wide = words.width() as u16;
                    (Rect { width: line.width - wide - 2, ..line }, line.right() - wide - 1)
                } else {
                    (line, middle(line, &words))
                };
                self.sides(subject, sides, [left, right], names, buffer);
                write(buffer, line, at, &words, theme.dim());
            }
            (true, false) => {
                let short = ["map-left.short", "map-right.short"];
                self.sides(subject, sides, short, line, buffer);
                write(buffer, line, middle(line, &words), &words, theme.dim());
            }
        }
    }

    /// Writes the names of the sides where they are.
    fn sides(
        &self,
        subject: &MapSubject,
        sides: &[Side],
        [left, right]: [&'static str; 2],
        line: Rect,
        buffer: &mut Buffer,
    ) {
        let theme = self.theme;
        let style = |side: Side| if subject.is_on(side) { theme.accent() } else { theme.dim() };
        for side in sides.iter().copied() {
            let name = self.text(if side == Side::Left { left } else { right });
            let x = match (side, sides.len()) {
                (_, 1) => middle(line, &name),
                (Side::Left, _) => line.x + 1,
                (Side::Right, _) => line.right().saturating_sub(name.width() as u16 + 1),
            };
            write(buffer, line, x, &name, style(side));
        }
    }

    fn text(&self, id: &'static str) -> String {
        self.texts.text(&Message::new(id))
    }
}

fn view_name(view: View) -> &'static str {
    match view {
        View::Front => "map-front",
        View::Back => "map-back",
        View::Face => "map-face",
        View::Head => "map-head",
        View::Hand => "map-hands",
        View::Foot => "map-feet",
    }
}

/// The sides that are well in the picture.
fn sides_seen(scene: &MapScene) -> &'static [Side] {
    let window = scene.window.bounds();
    let (left, right) = (scene.middle - window.from.x, window.to.x - scene.middle);
    match (left > 0.35 * right, right > 0.35 * left) {
        (true, false) => &[Side::Left],
        (false, true) => &[Side::Right],
        _ => &[Side::Left, Side::Right],
    }
}

fn middle(line: Rect, words: &str) -> u16 {
    line.x + line.width.saturating_sub(words.width() as u16) / 2
}

fn write(buffer: &mut Buffer, line: Rect, x: u16, words: &str, style: Style) {
    let room = usize::from(line.right().saturating_sub(x));
    buffer.set_stringn(x, line.y, words, room, style);
}
