//! The flower drawn for one size: everything about it that time does not change.

use ratatui::layout::Rect;

use crate::canvas::{PixelCell, PixelShape, Tint, grain};
use crate::theme::Theme;

use super::light::{CellLight, Light};
use super::pixel::{EMBER_REACH, FlowerCell, Pixel};
use super::shades::Shades;
use super::shape;

/// How many points are looked at for one pixel, across and down, so that edges are soft.
const POINTS: usize = 2;

/// How far from the middle a flower in lines has the colour of the lamp, where 1 is its radius.
const LAMP_REACH: f32 = 0.42;

/// Below this radius, in dots, there is no room for gaps between petals.
const FINE_ETCHING: f32 = 20.0;

/// The flower drawn for one size and theme, to be kept from frame to frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowerRaster {
    drawn_for: Option<(u16, u16, Theme, PixelShape)>,
    cells: Vec<FlowerCell>,
    /// The pixels of all cells, cell after cell, each row by row.
    pixels: Vec<Pixel>,
    /// What each cell showed in which light.
    shown: Vec<Option<(CellLight, PixelCell)>>,
}

impl FlowerRaster {
    /// Draws the flower for an area, unless it was drawn for one like it.
    pub(super) fn fit(&mut self, area: Rect, theme: &Theme, shape: PixelShape) {
        let shape = theme.flower_encoder(shape).shape;
        let wanted = Some((area.width, area.height, *theme, shape));
        if self.drawn_for != wanted {
            *self = FlowerRasterizer::new(area, theme, shape).draw();
            self.shown = vec![None; self.cells.len()];
            self.drawn_for = wanted;
        }
    }

    /// The cells with petals, each with what it shows in a light. A cell is drawn, out of its pixels, only
    /// where its light is another than last time.
    pub(super) fn shown(
        &mut self,
        light: Light,
        mut draw: impl FnMut(&[Pixel], &CellLight) -> PixelCell,
    ) -> impl Iterator<Item = (&FlowerCell, PixelCell)> {
        let pixels_in_cell = self.pixels.len() / self.cells.len().max(1);
        let pixels = self.pixels.chunks_exact(pixels_in_cell.max(1));
        self.cells.iter().zip(pixels).zip(&mut self.shown).map(move |((cell, pixels), shown)| {
            let light = light.in_cell(cell);
            let drawn = match shown {
                Some((before, drawn)) if *before == light => *drawn,
                _ => draw(pixels, &light),
            };
            *shown = Some((light, drawn));
            (cell, drawn)
        })
    }
}

/// What drawing a raster needs to know.
struct FlowerRasterizer<'theme> {
    theme: &'theme Theme,
    shades: Shades,
    area: Rect,
    /// Pixels in a cell.
    across: u16,
    down: u16,
    /// How high a pixel is, where its width is 1.
    height: f32,
    /// The middle of the area and the radius of the flower, in widths of a pixel.
    middle: (f32, f32),
    radius: f32,
}

impl<'theme> FlowerRasterizer<'theme> {
    fn new(area: Rect, theme: &'theme Theme, shape: PixelShape) -> Self {
        let (across, down) = shape.pixels_in_cell();
        let (across, down) = (across as u16, down as u16);
        // A cell is twice as high as wide.
        let pixel_height = 2.0 * f32::from(across) / f32::from(down);
        let width = f32::from(area.width) * f32::from(across);
        let height = f32::from(area.height) * f32::from(down) * pixel_height;
        Self {
            theme,
            shades: Shades::of(theme),
            area,
            across,
            down,
            height: pixel_height,
            middle: (width / 2.0, height / 2.0),
            radius: (width.min(height) / 2.0 - 0.25).max(0.5),
        }
    }

    fn draw(&self) -> FlowerRaster {
        let mut raster = FlowerRaster::default();
        for row in 0..self.area.height {
            for column in 0..self.area.width {
                let first = raster.pixels.len();
                for pixel in 0..self.across * self.down {
                    let right = column * self.across + pixel % self.across;
                    let down = row * self.down + pixel / self.across;
                    raster.pixels.push(if self.theme.draws_flower_in_lines() {
                        self.etch_pixel(right, down)
                    } else {
                        self.draw_pixel(right, down)
                    });
                }
                let pixels = &raster.pixels[first..];
                if pixels.iter().any(|pixel| pixel.petal) {
                    raster.cells.push(self.draw_cell(column, row, pixels));
                } else {
                    raster.pixels.truncate(first);
                }
            }
        }
        raster.pixels.shrink_to_fit();
        raster
    }

    fn draw_cell(&self, column: u16, row: u16, pixels: &[Pixel]) -> FlowerCell {
        let (right, down) = self.place(
            (f32::from(column) + 0.5) * f32::from(self.across),
            (f32::from(row) + 0.5) * f32::from(self.down),
        );
        let early = 1.0 - shape::from_midrib(right, down);
        // Near the middle the petals are too narrow to be seen filling: there it is at random.
        let random = grain(usize::from(column), usize::from(row));
        let narrow = 1.0 - ((right.hypot(down) - 0.15) / 0.65).clamp(0.0, 1.0);
        let offset = early + (0.4 + 0.2 * random - early) * narrow;
        let nearest = |far: fn(&Pixel) -> f32| pixels.iter().map(far).fold(f32::MAX, f32::min);
        let farthest = pixels.iter().map(|pixel| pixel.reach).fold(0.0, f32::max);
        FlowerCell {
            column,
            row,
            offset: offset.clamp(0.0, 0.999),
            flicker_offset: random,
            reach: (nearest(|pixel| pixel.reach), farthest),
            nearest: nearest(|pixel| pixel.radius),
        }
    }

    /// Where a point of a pixel lies on the flower. `right` and `down` are in pixels.
    fn place(&self, right: f32, down: f32) -> (f32, f32) {
        let down = down * self.height;
        ((right - self.middle.0) / self.radius, (down - self.middle.1) / self.radius)
    }

    /// A pixel in colour: the average of a few points, so that edges are soft.
    fn draw_pixel(&self, column: u16, row: u16) -> Pixel {
        let mut pixel = self.blank_pixel(column, row);
        let weight = 1.0 / (POINTS * POINTS) as f32;
        for point in 0..POINTS * POINTS {
            let [right, down] =
                [point % POINTS, point / POINTS].map(|step| (step as f32 + 0.5) / POINTS as f32);
            let (right, down) = self.place(f32::from(column) + right, f32::from(row) + down);
            let point = shape::at(right, down, &self.shades);
            pixel.petal |= point.petal > 0;
            pixel.lit = pixel.lit.plus(point.lit.unwrap_or(self.shades.ground), weight);
            pixel.dark = pixel.dark.plus(point.dark, weight);
            pixel.reach += point.reach * weight;
        }
        pixel
    }

    /// A dot of a drawing in lines: petals in the dark are outlines, petals in the light are
    /// filled, and a gap parts each from the petal above it.
    fn etch_pixel(&self, column: u16, row: u16) -> Pixel {
        let at = |right: f32, down: f32| {
            let (right, down) = self.place(f32::from(column) + right, f32::from(row) + down);
            shape::at(right, down, &self.shades)
        };
        let point = at(0.5, 0.5);
        let around =
            [at(-0.5, 0.5), at(1.5, 0.5), at(0.5, -0.5), at(0.5, 1.5)].map(|point| point.petal);
        let fine = self.radius >= FINE_ETCHING;
        let gap = fine && around.iter().any(|petal| *petal > point.petal);
        let outline =
            around.iter().any(|petal| if fine { *petal < point.petal } else { *petal == 0 });
        let mut pixel = self.blank_pixel(column, row);
        pixel.petal = point.petal > 0 && !gap;
        pixel.reach = point.reach;
        let fill = 0.15 + 0.5 * point.lit.map_or(0.0, Tint::lightness);
        pixel.lit = Tint::grey(if outline { 1.0 } else { fill });
        pixel.dark = Tint::grey(if outline { 1.0 } else { 0.0 });
        pixel
    }

    fn blank_pixel(&self, column: u16, row: u16) -> Pixel {
        let (right, down) = self.place(f32::from(column) + 0.5, f32::from(row) + 0.5);
        let radius = right.hypot(down);
        let lines = self.theme.lines();
        Pixel {
            petal: false,
            line: if radius < LAMP_REACH { lines.place } else { lines.calm },
            lit: Tint::BLACK,
            dark: Tint::BLACK,
            radius,
            reach: 0.0,
            ember_share: (1.0 - radius / EMBER_REACH).max(0.0),
            grain: grain(usize::from(column), usize::from(row)),
        }
    }
}
