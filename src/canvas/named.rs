//! Tints rounded to the 256 and to the 16 colours of a terminal.

use ratatui::style::Color;

use super::Tint;

/// The levels of a channel in the colour cube of xterm.
const CUBE: [f32; 6] = [0.0, 95.0, 135.0, 175.0, 215.0, 255.0];

/// Below this spread between its channels (0–255) a tint counts as grey, and below this share of its
/// lightest one: the cube has no pale hues between white and rose.
const GREY_SPREAD: f32 = 12.0;
const GREY_SHARE: f32 = 0.1;

/// Tints darker than this in every channel have no room in the cube, and are grey.
const CUBE_FLOOR: f32 = 100.0;

/// From this share of the lightest channel between two, which of them is lighter is part of a hue.
const CHANNELS_APART: f32 = 0.14;

/// A tint for each of the 16 names. How they look is the person's own choice, so these are no
/// measurement: what is drawn in lines is painted with them and comes back as the name. Where two
/// meet in a cell the lighter one wins, so the terminal's own colour gives way to nearly all.
const NAMED: [(Tint, Color); 17] = [
    (Tint::hex(0x0020_2020), Color::Reset),
    (Tint::hex(0x0010_1010), Color::Black),
    (Tint::hex(0x00CD_0000), Color::Red),
    (Tint::hex(0x0000_CD00), Color::Green),
    (Tint::hex(0x00CD_CD00), Color::Yellow),
    (Tint::hex(0x0000_00EE), Color::Blue),
    (Tint::hex(0x00CD_00CD), Color::Magenta),
    (Tint::hex(0x0000_CDCD), Color::Cyan),
    (Tint::hex(0x00A0_A0A0), Color::Gray),
    (Tint::hex(0x0050_5050), Color::DarkGray),
    (Tint::hex(0x00FF_6060), Color::LightRed),
    (Tint::hex(0x0060_FF60), Color::LightGreen),
    (Tint::hex(0x00FF_FF60), Color::LightYellow),
    (Tint::hex(0x0060_60FF), Color::LightBlue),
    (Tint::hex(0x00FF_60FF), Color::LightMagenta),
    (Tint::hex(0x0060_FFFF), Color::LightCyan),
    (Tint::hex(0x00FF_FFFF), Color::White),
];

/// The tint that stands for one of the 16 names, or for the terminal's own colour.
pub(crate) fn standing_for(name: Color) -> Tint {
    NAMED.iter().find(|(_, color)| *color == name).map_or(NAMED[0].0, |(tint, _)| *tint)
}

/// The indexed colour for a tint; between two greys the grain decides.
pub(super) fn indexed(tint: Tint, grain: f32) -> Color {
    let channels = [tint.red, tint.green, tint.blue];
    let grain = 0.5 + (grain - 0.5) * 0.5;
    if is_grey(tint) {
        return grey(tint, 1.0 - grain);
    }
    // The levels of the cube lie so far apart that grain would be a mosaic.
    Color::Indexed(cube_index(channels.map(cube_level)))
}

/// The index of a colour by its levels in the cube.
fn cube_index([red, green, blue]: [u8; 3]) -> u8 {
    16 + 36 * red + 6 * green + blue
}

/// The level of a channel in the cube that is nearest.
fn cube_level(channel: f32) -> u8 {
    let below = CUBE.iter().rposition(|level| *level <= channel).unwrap_or(0).min(CUBE.len() - 2);
    let share = (channel - CUBE[below]) / (CUBE[below + 1] - CUBE[below]);
    below as u8 + u8::from(share > 0.5)
}

/// The named colour that a tint stands for, or comes nearest to.
pub(super) fn ansi(tint: Tint) -> Color {
    let nearest = NAMED.iter().min_by(|one, other| tint.far(one.0).total_cmp(&tint.far(other.0)));
    nearest.map_or(Color::Reset, |(_, color)| *color)
}

/// The indexed colour for a word or an area: the nearest to the eye, and true to its hue before its
/// lightness, since a lamp that turns grey is no lamp.
pub(super) fn solid(tint: Tint) -> Color {
    if is_grey(tint) { grey(tint, 0.5) } else { Color::Indexed(cube_of(tint)) }
}

fn is_grey(tint: Tint) -> bool {
    let lightest = lightest(tint);
    let spread = lightest - tint.red.min(tint.green).min(tint.blue);
    lightest < CUBE_FLOOR || spread < GREY_SPREAD.max(GREY_SHARE * lightest)
}

/// One of the greys, rounded up from this share of a step on.
fn grey(tint: Tint, rounding: f32) -> Color {
    let step = ((tint.red + tint.green + tint.blue) / 3.0 - 8.0) / 10.0;
    Color::Indexed(232 + (step + rounding).clamp(0.0, 23.0) as u8)
}

/// The colour of the cube that looks most like a tint, its channels in the same order.
fn cube_of(tint: Tint) -> u8 {
    let cube = (16..232).filter(|index| keeps_order(tint, look(*index)));
    let unlike = |index: &u8| tint.unlike(look(*index));
    cube.min_by(|one, other| unlike(one).total_cmp(&unlike(other))).unwrap_or(16)
}

/// Whether what is lighter in one tint is so in the other.
fn keeps_order(one: Tint, other: Tint) -> bool {
    let apart = |it: Tint| [it.red - it.green, it.green - it.blue, it.red - it.blue];
    let mut pairs = apart(one).into_iter().zip(apart(other));
    let least = CHANNELS_APART * lightest(one);
    pairs.all(|(one, other)| one.abs() < least || one * other > 0.0)
}

/// What one of the indexed colours looks like; those below 16 have no look of their own.
pub(super) fn look(index: u8) -> Tint {
    if index >= 232 {
        let grey = f32::from(index - 232) * 10.0 + 8.0;
        return Tint { red: grey, green: grey, blue: grey };
    }
    let cube = usize::from(index.saturating_sub(16));
    Tint { red: CUBE[cube / 36], green: CUBE[cube / 6 % 6], blue: CUBE[cube % 6] }
}

fn lightest(tint: Tint) -> f32 {
    tint.red.max(tint.green).max(tint.blue)
}
