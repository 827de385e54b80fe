//! Tints rounded to the 256 and to the 16 colours of a terminal.

use ratatui::style::Color;

use super::Tint;

/// The levels of a channel in the colour cube of xterm.
const CUBE: [f32; 6] = [0.0, 95.0, 135.0, 175.0, 215.0, 255.0];

/// Below this spread between its channels (0–255) a tint counts as grey.
const GREY_SPREAD: f32 = 12.0;

/// Tints darker than this in every channel have no room in the cube, and are grey.
const CUBE_FLOOR: f32 = 100.0;

/// What each of the 16 colours stands for. How they look is the person's own choice, so this is no
/// measurement: it says which name comes nearest in feeling. The loud
/// ones (red, magenta, green and cyan) have no part in it.
const NAMED: [(Tint, Color); 7] = [
    (Tint::hex(0x0010_1420), Color::Reset),
    (Tint::hex(0x0034_3A5A), Color::DarkGray),
    (Tint::hex(0x0056_5CA8), Color::Blue),
    (Tint::hex(0x008F_90DC), Color::LightBlue),
    (Tint::hex(0x00D8_98B8), Color::Gray),
    (Tint::hex(0x00FF_C890), Color::LightYellow),
    (Tint::hex(0x00FF_F4E0), Color::White),
];

/// How far the grain moves a tint before the nearest of the 16 colours is taken (0–255).
const NAMED_STEP: f32 = 28.0;

/// The indexed colour for a tint; between two levels of the cube the grain decides.
pub(super) fn indexed(tint: Tint, grain: f32) -> Color {
    let channels = [tint.red, tint.green, tint.blue];
    let darkest = channels.iter().copied().fold(f32::INFINITY, f32::min);
    let lightest = channels.iter().copied().fold(0.0, f32::max);
    let grain = 0.5 + (grain - 0.5) * 0.5;
    if lightest - darkest < GREY_SPREAD || lightest < CUBE_FLOOR {
        let grey = ((tint.red + tint.green + tint.blue) / 3.0 - 8.0) / 10.0;
        return Color::Indexed(232 + (grey + 1.0 - grain).clamp(0.0, 23.0) as u8);
    }
    let [red, green, blue] = channels.map(|channel| cube_level(channel, grain));
    Color::Indexed(16 + 36 * red + 6 * green + blue)
}

/// The level of a channel in the cube. The lowest step is too high to be bridged by grain.
fn cube_level(channel: f32, grain: f32) -> u8 {
    let below = CUBE.iter().rposition(|level| *level <= channel).unwrap_or(0).min(CUBE.len() - 2);
    let share = (channel - CUBE[below]) / (CUBE[below + 1] - CUBE[below]);
    let threshold = if below == 0 { 0.5 } else { grain };
    below as u8 + u8::from(share > threshold)
}

/// The named colour for a tint, moved lighter or darker by the grain first.
pub(super) fn ansi(tint: Tint, grain: f32) -> Color {
    let shift = (0.5 - grain) * NAMED_STEP;
    let distance = |(named, _): &(Tint, Color)| {
        let red = tint.red + shift - named.red;
        let green = tint.green + shift - named.green;
        let blue = tint.blue + shift - named.blue;
        red * red * 2.0 + green * green * 4.0 + blue * blue
    };
    let nearest = NAMED.iter().min_by(|one, other| distance(one).total_cmp(&distance(other)));
    nearest.map_or(Color::Reset, |(_, color)| *color)
}
