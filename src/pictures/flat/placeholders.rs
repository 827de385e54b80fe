//! The placeholders of kitty (<https://sw.kovidgoyal.net/kitty/graphics-protocol/#unicode-placeholders>): a
//! picture is sent through a terminal in the terminal, and letters stand in the cells for it. Whoever
//! draws those cells again draws the picture again.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratatui::layout::Rect;

use super::layers::Image;
use crate::canvas::Tint;
use crate::pictures::picture::encoded;

/// The letter that stands for a cell of a picture.
const PLACEHOLDER: char = '\u{10EEEE}';

/// What stands over a letter for its row, and for its column, from 0.
const ROWS: [char; 64] = [
    '\u{0305}', '\u{030D}', '\u{030E}', '\u{0310}', '\u{0312}', '\u{033D}', '\u{033E}', '\u{033F}',
    '\u{0346}', '\u{034A}', '\u{034B}', '\u{034C}', '\u{0350}', '\u{0351}', '\u{0352}', '\u{0357}',
    '\u{035B}', '\u{0363}', '\u{0364}', '\u{0365}', '\u{0366}', '\u{0367}', '\u{0368}', '\u{0369}',
    '\u{036A}', '\u{036B}', '\u{036C}', '\u{036D}', '\u{036E}', '\u{036F}', '\u{0483}', '\u{0484}',
    '\u{0485}', '\u{0486}', '\u{0487}', '\u{0592}', '\u{0593}', '\u{0594}', '\u{0595}', '\u{0597}',
    '\u{0598}', '\u{0599}', '\u{059C}', '\u{059D}', '\u{059E}', '\u{059F}', '\u{05A0}', '\u{05A1}',
    '\u{05A8}', '\u{05A9}', '\u{05AB}', '\u{05AC}', '\u{05AF}', '\u{05C4}', '\u{0610}', '\u{0611}',
    '\u{0612}', '\u{0613}', '\u{0614}', '\u{0615}', '\u{0616}', '\u{0617}', '\u{0657}', '\u{0658}',
];

/// The most rows of one picture.
pub(super) const MOST_ROWS: u16 = ROWS.len() as u16;

/// The numbers of pictures: few enough to be written as one of 256 colours, which every terminal in a
/// terminal keeps, and high, since others begin at 1.
const FIRST: u8 = 200;
const COUNT: u8 = 16;

/// How many letters of a picture are in one piece, as the protocol asks.
const PIECE: usize = 4096;

/// A picture that the terminal keeps, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PictureNumber(u8);

impl PictureNumber {
    /// The first that is not in use, if there is one.
    pub(super) fn free(used: &[Self]) -> Option<Self> {
        (FIRST..FIRST + COUNT).map(Self).find(|number| !used.contains(number))
    }
}

/// Sends a picture, and writes letters for it into some cells of the screen.
pub(super) fn write(
    PictureNumber(number): PictureNumber,
    image: &Image,
    (cells, ground): (Rect, Tint),
    out: &mut String,
) {
    let size = (image.across as u32, image.down() as u32);
    let Ok(file) = encoded(size, image.pixels.as_flattened()) else { return };
    let letters = STANDARD.encode(file);
    let Rect { width, height, .. } = cells;
    let mut rest = &*letters;
    let mut keys = format!("a=T,U=1,f=100,i={number},c={width},r={height},");
    loop {
        // Letters of base64 have a byte each.
        let (piece, after) = rest.split_at(rest.len().min(PIECE));
        let more = u8::from(!after.is_empty());
        passed_on(&format!("\x1b_G{keys}q=2,m={more};{piece}\x1b\\"), out);
        (rest, keys) = (after, String::new());
        if rest.is_empty() {
            break;
        }
    }
    super::write(out, format_args!("\x1b[0;38;5;{number}"));
    super::paper(ground, out);
    for (row, above) in ROWS.into_iter().take(usize::from(height)).enumerate() {
        let (line, column) = (usize::from(cells.y) + row + 1, cells.x + 1);
        super::write(out, format_args!("\x1b[{line};{column}H{PLACEHOLDER}{above}{}", ROWS[0]));
        // Each of the others is one column beyond the one before it.
        out.extend((1..width).map(|_| PLACEHOLDER));
    }
    out.push_str("\x1b[0m");
}

/// Has the terminal forget a picture.
pub(super) fn remove(PictureNumber(number): PictureNumber, out: &mut String) {
    passed_on(&format!("\x1b_Ga=d,d=I,i={number},q=2\x1b\\"), out);
}

/// What has the terminal forget them all.
pub(in crate::pictures) fn removal() -> String {
    let mut out = String::new();
    for number in FIRST..FIRST + COUNT {
        remove(PictureNumber(number), &mut out);
    }
    out
}

/// Wraps a sequence so that tmux hands it on to the terminal around it, where it is allowed to.
pub(in crate::pictures) fn passed_on(sequence: &str, out: &mut String) {
    out.push_str("\x1bPtmux;");
    out.push_str(&sequence.replace('\x1b', "\x1b\x1b"));
    out.push_str("\x1b\\");
}
