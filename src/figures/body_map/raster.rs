//! The map drawn for one subject and size: everything about it that time does not change.

use ratatui::layout::Rect;

use crate::body::{Plate, TouchDrawing, View, touch_drawings};
use crate::canvas::{ColorDepth, PixelCell, PixelEncoder, PixelShape, Tint, cells_of, grain};
use crate::pictures::CellPixels;
use crate::theme::Theme;

use super::drawn_pictures::MapPictures;
use super::paint::Layers;
use super::rasterizer::{MapRasterizer, MapScene};
use super::subject::{Focus, MapSubject};
use super::tension;
use super::touch::Touch;

/// What the picture was drawn for.
#[derive(Clone, Debug, PartialEq)]
struct MapKey {
    subject: MapSubject,
    size: (u16, u16),
    theme: Theme,
    shape: PixelShape,
}

/// What pictures were drawn for.
#[derive(Clone, Debug, PartialEq)]
struct PicturesKey {
    subject: MapSubject,
    size: (u16, u16),
    theme: Theme,
    cell: CellPixels,
}

/// How many rasters are kept: as many as a screen shows at once, and some it showed before.
const KEPT: usize = 12;

/// How many moments of the hands at work are kept.
const HANDS_KEPT: usize = 128;

/// The maps as they were last drawn, to be kept from frame to frame.
#[derive(Clone, Debug, Default)]
pub(crate) struct MapRasters {
    plates: Vec<Plate>,
    drawings: Vec<(String, TouchDrawing)>,
    /// The latest used is the last.
    rasters: Vec<(MapKey, MapRaster)>,
    /// Likewise.
    pictures: Vec<(PicturesKey, MapPictures)>,
}

/// One raster.
#[derive(Clone, Debug)]
pub(super) struct MapRaster {
    pub(super) scene: MapScene,
    pub(super) encoder: PixelEncoder,
    /// What each pixel shows while no hand is near, row by row.
    pub(super) pixels: Vec<Tint>,
    /// The same as cells.
    pub(super) cells: Vec<PixelCell>,
    /// What each pixel shows without any glow, where the glow comes and goes.
    unlit: Vec<Tint>,
    /// The pixels that stay as they are over hands.
    pub(super) over_hands: Vec<usize>,
    /// The cells that hands change, as they were drawn; the latest is the last.
    hands: Vec<(Touch, HandCells)>,
}

/// Cells by their index.
type HandCells = Vec<(u16, PixelCell)>;

impl MapRaster {
    fn of(
        (scene, mut layers): (MapScene, Layers),
        subject: &MapSubject,
        theme: &Theme,
        encoder: PixelEncoder,
    ) -> Self {
        let pixels = layers.laid(theme, subject, &scene.window);
        let mut unlit = Vec::new();
        if matches!(subject.focus, Focus::Muscles(..)) {
            layers.glow.fill(0.0);
            unlit = layers.laid(theme, subject, &scene.window);
        }
        let cells = cells_of(encoder, &pixels, &scene.window);
        let over_hands = layers.over_hands(&scene.window);
        Self { scene, encoder, pixels, cells, unlit, over_hands, hands: Vec::new() }
    }

    /// The cells that hands change which do just this, if they were drawn.
    pub(super) fn hands_at(&self, touch: Touch) -> Option<&HandCells> {
        self.hands.iter().find(|(drawn, _)| *drawn == touch).map(|(_, cells)| cells)
    }

    /// Keeps the cells that hands change which do just this: strokes come again and again.
    pub(super) fn keep_hands(&mut self, touch: Touch, cells: HandCells) {
        if self.hands.len() == HANDS_KEPT {
            self.hands.remove(0);
        }
        self.hands.push((touch, cells));
    }

    /// The cells that glow, each with so much of its glow as it shows of all of it, 0–1.
    pub(super) fn tensed(&self, glow: f32) -> impl Iterator<Item = (usize, PixelCell)> {
        let (wide, high) = self.encoder.shape.pixels_in_cell();
        let columns = self.scene.window.across / wide;
        let mut cell = Vec::with_capacity(wide * high);
        (0..self.cells.len()).filter_map(move |index| {
            let (column, row) = (index % columns.max(1), index / columns.max(1));
            let share = tension::of_cell(glow, grain(column, row));
            cell.clear();
            let mut glows = false;
            for line in row * high..(row + 1) * high {
                let from = line * self.scene.window.across + column * wide;
                for (at, (lit, unlit)) in
                    self.pixels[from..].iter().zip(&self.unlit[from..]).take(wide).enumerate()
                {
                    glows |= lit.apart(*unlit) > 1.0;
                    let dot = grain(column * wide + at, line);
                    cell.push(match self.encoder.depth {
                        ColorDepth::Ansi16 | ColorDepth::Mono if dot < glow => *lit,
                        ColorDepth::Ansi16 | ColorDepth::Mono => *unlit,
                        _ => unlit.mix(*lit, share),
                    });
                }
            }
            let grain = grain(column * wide, row * high);
            glows.then(|| (index, self.encoder.cell(&cell, grain)))
        })
    }
}

impl MapRasters {
    /// How many pictures are kept.
    #[cfg(test)]
    pub(super) fn kept(&self) -> usize {
        self.rasters.len()
    }

    /// The picture of a view, read when it is first needed.
    pub(super) fn plate(&mut self, view: View) -> Option<&Plate> {
        if !self.plates.iter().any(|plate| plate.view == view) {
            self.plates.push(Plate::of(view).ok()?);
        }
        self.plates.iter().find(|plate| plate.view == view)
    }

    /// Reads what is drawn with, when it is first needed.
    fn read(&mut self, view: View) -> Option<()> {
        self.plate(view)?;
        if self.drawings.is_empty() {
            self.drawings = touch_drawings().ok()?;
        }
        Some(())
    }

    /// The pictures of a subject for an area, drawn unless they were drawn just so.
    pub(super) fn pictures(
        &mut self,
        subject: &MapSubject,
        (area, cell): (Rect, CellPixels),
        theme: &Theme,
    ) -> Option<&mut MapPictures> {
        let size = (area.width, area.height);
        let wanted = PicturesKey { subject: subject.clone(), size, theme: *theme, cell };
        if let Some(at) = self.pictures.iter().rposition(|(drawn_for, _)| *drawn_for == wanted) {
            self.pictures[at..].rotate_left(1);
        } else {
            self.read(subject.view)?;
            let plate = self.plates.iter().find(|plate| plate.view == subject.view)?;
            let drawn_with = (plate, &self.drawings[..]);
            let pictures = MapPictures::of(drawn_with, subject, (area, cell), theme)?;
            if self.pictures.len() == KEPT {
                self.pictures.remove(0);
            }
            self.pictures.push((wanted, pictures));
        }
        self.pictures.last_mut().map(|(_, pictures)| pictures)
    }

    /// Draws a subject for an area, unless it was drawn just so.
    pub(super) fn fit(
        &mut self,
        subject: &MapSubject,
        area: Rect,
        theme: &Theme,
        shape: PixelShape,
    ) -> Option<&mut MapRaster> {
        let encoder = theme.encoder(shape);
        let wanted = MapKey {
            subject: subject.clone(),
            size: (area.width, area.height),
            theme: *theme,
            shape: encoder.shape,
        };
        if let Some(at) = self.rasters.iter().rposition(|(drawn_for, _)| *drawn_for == wanted) {
            self.rasters[at..].rotate_left(1);
        } else {
            self.read(subject.view)?;
            let plate = self.plates.iter().find(|plate| plate.view == subject.view)?;
            let in_cell = encoder.shape.pixels_in_cell();
            let drawn_with = (plate, &self.drawings[..]);
            let rasterizer = MapRasterizer::new(drawn_with, subject, area, in_cell)?;
            let raster = MapRaster::of(rasterizer.draw(), subject, theme, encoder);
            if self.rasters.len() == KEPT {
                self.rasters.remove(0);
            }
            // Hands of other steps have been at work.
            for (_, raster) in &mut self.rasters {
                raster.hands = Vec::new();
            }
            self.rasters.push((wanted, raster));
        }
        self.rasters.last_mut().map(|(_, raster)| raster)
    }
}
