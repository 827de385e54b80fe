//! Which side of a picture is the left and which the right of the person, as a letter on either side of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget as _;

use crate::body::Side;
use crate::theme::Theme;
use crate::words::{Message, Texts};

/// The fewest columns of a picture that has letters beside it, and how many each of them takes.
const FEWEST: u16 = 28;
const LETTER: u16 = 2;

/// The area of a picture, and the two beside it; none where there is no room.
pub(super) fn parted(area: Rect) -> (Rect, Option<[Rect; 2]>) {
    if area.width < FEWEST || area.height == 0 {
        return (area, None);
    }
    let line = Rect { y: area.y + area.height / 2, height: 1, width: LETTER, ..area };
    let figure = Rect { x: area.x + LETTER, width: area.width - 2 * LETTER, ..area };
    (figure, Some([line, Rect { x: area.right() - LETTER + 1, width: LETTER - 1, ..line }]))
}

/// Writes the letters of the sides that are seen: as in a mirror, and from behind, the left is at the left.
pub(super) fn draw(
    places: [Rect; 2],
    (seen, at_work): (&[Side], Option<Side>),
    (texts, theme): (&Texts, &Theme),
    buffer: &mut Buffer,
) {
    let sides = [(Side::Left, "map-left.letter"), (Side::Right, "map-right.letter")];
    let places = places.into_iter().zip(sides).filter(|(_, (side, _))| seen.contains(side));
    for (place, (side, letter)) in places {
        let style = if at_work == Some(side) { theme.accent() } else { theme.dim() };
        Line::styled(texts.text(&Message::new(letter)), style).render(place, buffer);
    }
}
