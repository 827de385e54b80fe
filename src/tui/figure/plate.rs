//! The lily cast for one size: everything about it that time does not change.

use ratatui::layout::Rect;
use ratatui::style::Color;

use crate::tui::theme::{ColorDepth, Theme, Tint};

use super::lily;

/// How many points are looked at for one pixel, across and down, so that edges are soft.
const POINTS: usize = 3;

/// How far from the middle the flame turns to ember, where 1 is the radius of the lily.
const EMBER_REACH: f32 = 0.3;

/// The lily cast for one size and theme, to be kept from frame to frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plate {
    /// What it was cast for: columns, rows and theme.
    cast_for: Option<(u16, u16, Theme)>,
    columns: usize,
    pixels: Vec<Pixel>,
}

/// One pixel of the plate.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pixel {
    /// Whether any petal is seen here.
    pub(super) petal: bool,
    pub(super) lit: Tint,
    pub(super) dark: Tint,
    /// The colour in the dark, and in full light, as the terminal knows it.
    pub(super) dark_color: Color,
    pub(super) lit_color: Color,
    /// Distance from the middle, where 1 is the radius of the lily.
    pub(super) radius: f32,
    /// How far the light must reach to get here.
    pub(super) reach: f32,
    /// How much of the ember is seen here, 0–1.
    pub(super) ember_share: f32,
    /// How this pixel rounds where colours are few, 0–1.
    pub(super) grain: f32,
}

impl Plate {
    /// Casts the lily for an area, unless it was cast for one like it.
    pub fn fit(&mut self, area: Rect, theme: &Theme) {
        let wanted = Some((area.width, area.height, *theme));
        if self.cast_for == wanted {
            return;
        }
        let (across, down) = pixels_per_cell(theme.depth());
        self.columns = area.width as usize * across;
        let rows = area.height as usize * down;
        let columns = self.columns;
        self.pixels = (0..rows)
            .flat_map(|row| (0..columns).map(move |column| (column, row)))
            .map(|(column, row)| cast_pixel(column, row, columns, rows, theme))
            .collect();
        self.cast_for = wanted;
    }

    /// The pixel at a column and a row of pixels. Both are inside the area the plate was cast for.
    pub(super) fn pixel(&self, column: usize, row: usize) -> &Pixel {
        &self.pixels[row * self.columns + column]
    }
}

/// Pixels in one cell, across and down. Both kinds are as wide as they are high.
pub(super) const fn pixels_per_cell(depth: ColorDepth) -> (usize, usize) {
    match depth {
        ColorDepth::Mono => (2, 4),
        ColorDepth::True | ColorDepth::Indexed256 | ColorDepth::Ansi16 => (1, 2),
    }
}

/// Even noise without clumps: interleaved gradient noise (Jorge Jimenez, “Next generation
/// post-processing in Call of Duty: Advanced Warfare”, 2014).
pub(super) fn grain(column: usize, row: usize) -> f32 {
    (52.982_918 * (0.067_110_56 * column as f32 + 0.005_837_15 * row as f32).fract()).fract()
}

fn cast_pixel(column: usize, row: usize, columns: usize, rows: usize, theme: &Theme) -> Pixel {
    let lily_radius = (columns.min(rows) as f32 / 2.0 - 0.25).max(0.5);
    let place = |pixel: usize, point: usize, length: usize| {
        (pixel as f32 + (point as f32 + 0.5) / POINTS as f32 - length as f32 / 2.0) / lily_radius
    };
    let points = (0..POINTS * POINTS).map(|point| {
        let right = place(column, point % POINTS, columns);
        let down = place(row, point / POINTS, rows);
        lily::at(right, down, theme)
    });
    let mut pixel = Pixel {
        petal: false,
        lit: Tint::hex(0),
        dark: Tint::hex(0),
        dark_color: Color::Reset,
        lit_color: Color::Reset,
        radius: place(column, POINTS / 2, columns).hypot(place(row, POINTS / 2, rows)),
        reach: 0.0,
        ember_share: 0.0,
        grain: grain(column, row),
    };
    let weight = 1.0 / (POINTS * POINTS) as f32;
    for point in points {
        pixel.petal |= point.petal;
        pixel.lit = pixel.lit.plus(point.lit, weight);
        pixel.dark = pixel.dark.plus(point.dark, weight);
        pixel.reach += point.reach * weight;
    }
    pixel.ember_share = (1.0 - pixel.radius / EMBER_REACH).max(0.0).sqrt() * 0.8;
    pixel.dark_color = theme.reduce(pixel.dark, pixel.grain);
    pixel.lit_color = theme.reduce(pixel.lit, pixel.grain);
    pixel
}
