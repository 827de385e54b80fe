//! The breath figure: a water flower that fills with lamplight as the breath comes in.
//!
//! The whole flower is drawn once for a size (a [`FlowerRaster`]): how each pixel looks in the dark, how it
//! looks in the light, and how far the light must reach to get there. A breath only moves the
//! reach. Each cell takes the new reach at a moment of its own, so that every frame changes a
//! little, no frame changes much, and a breath costs few bytes.

mod drawn_pictures;
mod light;
mod pixel;
mod raster;
mod shades;
mod shape;

#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{StatefulWidget, Widget};

use crate::canvas::{PixelShape, Tint};
use crate::pictures::{CellPixels, PlacedPicture};
use crate::session::PhaseKind;
use crate::theme::Theme;

pub(crate) use drawn_pictures::FlowerPictures;
use light::{CellLight, Glow, Light};
use pixel::Pixel;
pub use raster::FlowerRaster;

/// The largest flower that is drawn, in columns and rows. More would only cost more.
const LARGEST: (u16, u16) = (160, 80);

/// The breath figure at one moment. The same moment always looks the same.
///
/// Draw it with a [`FlowerRaster`] that is kept from frame to frame; as a plain widget it draws a new
/// plate each time, which is fine for a test and wasteful for a film.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flower<'theme> {
    light: Light,
    theme: &'theme Theme,
    shape: PixelShape,
}

impl<'theme> Flower<'theme> {
    /// A figure that breathes.
    ///
    /// `fullness` is how full of air the person is, 0–1, growing evenly through an inhale; the
    /// figure itself eases it, so that it never jumps where the breath turns. `fraction` is how far
    /// the phase has come, 0–1. Values out of range, or not a number, are taken as the nearest.
    pub fn breathing(theme: &'theme Theme, fullness: f32, kind: PhaseKind, fraction: f32) -> Self {
        Self { light: Light::breathing(fullness, kind, fraction), theme, shape: PixelShape::Halves }
    }

    /// A figure for a step without a breath to follow: a dim lamp whose light draws in as the step
    /// goes by, from `progress` 0 to 1.
    pub fn still(theme: &'theme Theme, progress: f32) -> Self {
        Self { light: Light::still(progress), theme, shape: PixelShape::Halves }
    }

    /// Animates the light: it flickers while the breath is held. `millis` is any time that runs
    /// on steadily, for example the position in the session. Leave it out for reduced motion.
    #[must_use]
    pub fn animated(mut self, millis: u64) -> Self {
        self.light.animate(millis);
        self
    }

    /// Draws it, where it is drawn in colour, with letters that part a cell so finely.
    #[must_use]
    pub fn parted(self, shape: PixelShape) -> Self {
        Self { shape, ..self }
    }

    /// Weakens the light: 1 is all of it, 0 is dark.
    #[must_use]
    pub fn faded(mut self, strength: f32) -> Self {
        self.light.fade(strength);
        self
    }
}

impl StatefulWidget for Flower<'_> {
    type State = FlowerRaster;

    /// Draws the figure in the middle of `area`. Cells outside the flower are left as they are.
    fn render(self, area: Rect, buffer: &mut Buffer, raster: &mut FlowerRaster) {
        let area = middle_of(area.intersection(buffer.area));
        raster.fit(area, self.theme, self.shape);
        if self.theme.draws_flower_in_lines() {
            self.draw_dots(raster, area, buffer);
        } else {
            self.draw_colors(raster, area, buffer);
        }
    }
}

impl Widget for Flower<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        StatefulWidget::render(self, area, buffer, &mut FlowerRaster::default());
    }
}

impl Flower<'_> {
    /// The figure in pictures, in the middle of an area of a screen whose cells have so many pixels.
    pub(crate) fn place(
        &self,
        area: Rect,
        pictures: &mut FlowerPictures,
        cell: CellPixels,
    ) -> Vec<PlacedPicture> {
        let area = middle_of(area);
        pictures.placed((area, cell), self.theme, &self.light.steps())
    }

    /// In two colours for each cell, parted where that shows most.
    fn draw_colors(&self, raster: &mut FlowerRaster, area: Rect, buffer: &mut Buffer) {
        let encoder = self.theme.flower_encoder(self.shape).in_close_shades();
        let (flame, ember) = (self.theme.lamp_flame(), self.theme.ember());
        let tint = |pixel: &Pixel, light: &CellLight| {
            let Glow { lit, ember: ember_share, flame: flame_share } = light.on(pixel);
            let lamp = pixel.lit.mix(ember, ember_share).mix(flame, flame_share);
            pixel.dark.mix(lamp, lit)
        };
        let mut tints = Vec::new();
        let cells = raster.shown(self.light, |pixels, light| {
            tints.clear();
            tints.extend(pixels.iter().map(|pixel| tint(pixel, light)));
            encoder.cell(&tints, pixels[0].grain)
        });
        for (cell, drawn) in cells {
            drawn.put(&mut buffer[(area.x + cell.column, area.y + cell.row)]);
        }
    }

    /// In lines: the petals outlined in dots of braille, and more dots the more light there is.
    fn draw_dots(&self, raster: &mut FlowerRaster, area: Rect, buffer: &mut Buffer) {
        let encoder = self.theme.flower_encoder(self.shape);
        let mut dots = Vec::new();
        let cells = raster.shown(self.light, |pixels, light| {
            dots.clear();
            dots.extend(pixels.iter().map(|pixel| {
                let tint = pixel.dark.mix(pixel.lit, light.on(pixel).lit);
                if pixel.petal && tint.lightness() > pixel.grain { pixel.line } else { Tint::BLACK }
            }));
            encoder.dots(&dots)
        });
        for (cell, drawn) in cells.filter(|(_, drawn)| *drawn != encoder.blank()) {
            drawn.put(&mut buffer[(area.x + cell.column, area.y + cell.row)]);
        }
    }
}

/// The middle of an area, no larger than [`LARGEST`]. Plain arithmetic, because the layout solver
/// would cost more than the figure.
fn middle_of(area: Rect) -> Rect {
    let (width, height) = (area.width.min(LARGEST.0), area.height.min(LARGEST.1));
    let (beside, above) = ((area.width - width) / 2, (area.height - height) / 2);
    Rect { x: area.x + beside, y: area.y + above, width, height }
}
