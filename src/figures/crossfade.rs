//! One picture gives way to another: it sinks into the ground, and the other rises out of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::theme::Theme;

/// In how many steps a picture sinks, and as many rise: every one is written anew, cell by cell.
const STEPS: f32 = 5.0;

/// Puts a later picture in the place of what is there, of which so much (`share`, 0–1) is over. Where
/// colours are few it is there at once, half way.
pub(crate) fn crossfade(
    buffer: &mut Buffer,
    later: &Buffer,
    area: Rect,
    (share, theme): (f32, &Theme),
) {
    let light = ((share * 2.0 - 1.0).abs() * STEPS).ceil() / STEPS;
    for position in area.positions() {
        let cell = &mut buffer[position];
        if share >= 0.5 {
            cell.clone_from(&later[position]);
        }
        (cell.fg, cell.bg) = (theme.risen(cell.fg, light), theme.risen(cell.bg, light));
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;
    use ratatui::style::{Color, Style};

    use super::*;
    use crate::canvas::ColorDepth;

    const AREA: Rect = Rect { x: 0, y: 0, width: 2, height: 1 };

    fn faded(depth: ColorDepth, share: f32) -> (String, Color) {
        let theme = Theme::night(depth);
        let written = |words: &str| {
            let mut buffer = Buffer::empty(AREA);
            buffer.set_string(0, 0, words, Style::new().fg(theme.text().fg.expect("a colour")));
            buffer
        };
        let mut buffer = written("ab");
        crossfade(&mut buffer, &written("cd"), AREA, (share, &theme));
        let letters = buffer.content.iter().map(Cell::symbol).collect();
        (letters, buffer.content[0].fg)
    }

    #[test]
    fn all_of_a_picture_sinks_at_once_and_all_of_the_other_rises() {
        let shares: Vec<f32> = (0..=100).map(|step| step as f32 / 100.0).collect();
        for depth in [ColorDepth::True, ColorDepth::Ansi16] {
            for &share in &shares {
                let expected = if share < 0.5 { "ab" } else { "cd" };
                assert_eq!(faded(depth, share).0, expected, "{depth:?} at {share}");
            }
        }
        let whole = faded(ColorDepth::True, 0.0).1;
        assert_eq!(faded(ColorDepth::True, 1.0).1, whole);
        assert_eq!(faded(ColorDepth::True, 0.5).1, Theme::night(ColorDepth::True).ground_color());
        let mut looks: Vec<Color> =
            shares.iter().map(|share| faded(ColorDepth::True, *share).1).collect();
        looks.dedup();
        assert_eq!(looks.len(), 2 * STEPS as usize + 1, "in few steps: {looks:?}");
    }
}
