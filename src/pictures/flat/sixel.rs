//! Sixels (<https://vt100.net/docs/vt3xx-gp/chapter14.html>): six rows at a time, colour by colour. What is
//! clear is left as it is.

use super::layers::Image;
use super::palette::SixelColors;
use crate::canvas::{Tint, grain};

/// Rows in a band.
const BAND: usize = 6;

/// Writes an image at the cursor, in so many colours at most, over a ground.
pub(super) fn write(image: &Image, ground: Tint, colors: u16, out: &mut String) {
    let opaque = |pixel: &[u8; 4]| {
        let share = f32::from(pixel[3]) / 255.0;
        let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(f32::from);
        let tint = ground.mix(Tint { red, green, blue }, share);
        [tint.red, tint.green, tint.blue].map(|channel| channel.round() as u8)
    };
    let seen: Vec<_> =
        image.pixels.iter().map(|pixel| (pixel[3] > 0).then(|| opaque(pixel))).collect();
    let palette = SixelColors::of(seen.iter().flatten().copied(), usize::from(colors.max(2)));
    let (across, down) = (image.across, image.down());
    super::write(out, format_args!("\x1bP0;1q\"1;1;{across};{down}"));
    for (number, color) in palette.colors().iter().enumerate() {
        // In per cent.
        let [red, green, blue] = color.map(|channel| (u32::from(channel) * 100 + 127) / 255);
        super::write(out, format_args!("#{number};2;{red};{green};{blue}"));
    }
    let rounded: Vec<_> = seen
        .iter()
        .enumerate()
        .map(|(index, pixel)| {
            pixel.map(|pixel| palette.nearest(pixel, grain(index % across, index / across)))
        })
        .collect();
    for band in rounded.chunks(BAND * across.max(1)) {
        write_band(band, across, palette.colors().len(), out);
        out.push('-');
    }
    out.push_str("\x1b\\");
}

/// Writes up to six rows.
fn write_band(band: &[Option<u16>], across: usize, colors: usize, out: &mut String) {
    let mut dots: Vec<Vec<u8>> = vec![Vec::new(); colors];
    for (index, color) in band.iter().enumerate() {
        let Some(dots) = color.and_then(|color| dots.get_mut(usize::from(color))) else { continue };
        if dots.is_empty() {
            dots.resize(across, 0);
        }
        dots[index % across] |= 1 << (index / across);
    }
    let mut is_first = true;
    for (color, dots) in dots.iter().enumerate().filter(|(_, dots)| !dots.is_empty()) {
        if !is_first {
            out.push('$');
        }
        is_first = false;
        super::write(out, format_args!("#{color}"));
        write_line(dots, out);
    }
}

/// Writes the dots of one colour; the same again and again is counted, and none at the end left out.
fn write_line(dots: &[u8], out: &mut String) {
    let end = dots.iter().rposition(|dot| *dot != 0).map_or(0, |last| last + 1);
    for same in dots[..end].chunk_by(|one, other| one == other) {
        let letter = char::from(b'?' + same[0]);
        match same.len() {
            few @ 1..=3 => out.extend(std::iter::repeat_n(letter, few)),
            many => super::write(out, format_args!("!{many}{letter}")),
        }
    }
}
