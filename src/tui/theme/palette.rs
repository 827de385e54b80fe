//! Tints rounded to the 256 and to the 16 colours of a terminal.

use ratatui::style::Color;

use super::Tint;

/// The levels of a channel in the colour cube of xterm.
const CUBE: [f32; 6] = [0.0, 95.0, 135.0, 175.0, 215.0, 255.0];

/// Below this spread between its channels (0–255) a tint counts as grey.
const GREY_SPREAD: f32 = 12.0;

/// The 16 colours a tint may become, as xterm shows them; black stands for the terminal's own
/// ground. Green and cyan are left out: the theme has neither, and they would only be noise.
const NAMED: [(Tint, Color); 11] = [
    (Tint::hex(0x0000_0000), Color::Reset),
    (Tint::hex(0x00CD_0000), Color::Red),
    (Tint::hex(0x00CD_CD00), Color::Yellow),
    (Tint::hex(0x0022_22EE), Color::Blue),
    (Tint::hex(0x00CD_00CD), Color::Magenta),
    (Tint::hex(0x007F_7F7F), Color::DarkGray),
    (Tint::hex(0x00FF_5050), Color::LightRed),
    (Tint::hex(0x00FF_FF80), Color::LightYellow),
    (Tint::hex(0x005C_5CFF), Color::LightBlue),
    (Tint::hex(0x00FF_70FF), Color::LightMagenta),
    (Tint::hex(0x00FF_FFFF), Color::White),
];

/// How far apart the 16 colours are, for the grain to bridge (0–255).
const NAMED_STEP: f32 = 80.0;

/// The indexed colour for a tint; between two levels of the cube the grain decides.
pub(super) fn indexed(tint: Tint, grain: f32) -> Color {
    let channels = [tint.red, tint.green, tint.blue];
    let darkest = channels.iter().copied().fold(f32::INFINITY, f32::min);
    let lightest = channels.iter().copied().fold(0.0, f32::max);
    if lightest - darkest < GREY_SPREAD || lightest < CUBE[1] * 0.75 {
        let grey = ((tint.red + tint.green + tint.blue) / 3.0 - 8.0) / 10.0;
        return Color::Indexed(232 + (grey + grain).floor().clamp(0.0, 23.0) as u8);
    }
    let [red, green, blue] = channels.map(|channel| cube_level(channel, grain));
    Color::Indexed(16 + 36 * red + 6 * green + blue)
}

fn cube_level(channel: f32, grain: f32) -> u8 {
    let below = CUBE
        .iter()
        .rposition(|level| *level <= channel)
        .unwrap_or(0)
        .min(CUBE.len() - 2);
    let share = (channel - CUBE[below]) / (CUBE[below + 1] - CUBE[below]);
    below as u8 + u8::from(share > grain)
}

/// The named colour for a tint, moved lighter or darker by the grain first.
pub(super) fn ansi(tint: Tint, grain: f32) -> Color {
    let shift = (grain - 0.5) * NAMED_STEP;
    let distance = |(named, _): &(Tint, Color)| {
        let red = tint.red + shift - named.red;
        let green = tint.green + shift - named.green;
        let blue = tint.blue + shift - named.blue;
        red * red * 2.0 + green * green * 4.0 + blue * blue
    };
    let nearest = NAMED
        .iter()
        .min_by(|one, other| distance(one).total_cmp(&distance(other)));
    nearest.map_or(Color::Reset, |(_, color)| *color)
}
