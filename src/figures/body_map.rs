//! The body map: where to put which hand, which way it moves, and how hard it presses.
//!
//! A picture of the atlas is drawn once for a size and kept ([`MapRasters`]): the body in a soft light, the
//! place at work aglow, what to keep off hatched. Over it moves a mark of the size and shape a hand
//! or ball has; only the cells it touches are computed anew. Left is always the person's own left,
//! as in a mirror.

mod beside;
mod composed;
mod drawn_pictures;
mod emblem;
mod form;
mod hand;
mod hands;
mod labels;
mod mark;
mod paint;
mod raster;
mod rasterizer;
mod room;
mod sign;
mod sign_kind;
mod subject;
mod support;
mod swept;
mod tension;
#[cfg(test)]
mod tests;
mod touch;
mod ways;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::StatefulWidget;

use crate::body::{Bounds, Point, View};
use crate::canvas::{PixelCell, PixelShape, Window, grain};
use crate::pictures::{CellPixels, PlacedPicture};
use crate::theme::Theme;
use crate::timeline::{Moment, SegmentKind};
use crate::words::Texts;

use drawn_pictures::MapMoment;
use hand::Hand;
use labels::{Labels, MapAreas};
use raster::MapRaster;
pub(crate) use raster::MapRasters;
use subject::Focus;
pub(crate) use subject::MapSubject;
use touch::Touch;

/// The body map at one moment. The same moment always looks the same.
#[derive(Clone, Debug)]
pub(crate) struct BodyMap<'a> {
    theme: &'a Theme,
    subject: MapSubject,
    shape: PixelShape,
    stroke: Option<HandStroke>,
    /// How brightly tensed muscles glow, 0–1.
    tension: Option<f32>,
    /// The words beside the map.
    texts: &'a Texts,
}

/// A hand at work.
#[derive(Clone, Copy, Debug)]
struct HandStroke {
    touch: Touch,
    /// How hard the step asks to press, 0–10.
    pressure: u8,
}

impl<'a> BodyMap<'a> {
    /// A map of a subject, without a hand on it.
    pub(crate) fn new(
        theme: &'a Theme,
        subject: MapSubject,
        shape: PixelShape,
        texts: &'a Texts,
    ) -> Self {
        Self { theme, subject, shape, stroke: None, tension: None, texts }
    }

    /// Whether a hand moves over the map at a moment.
    pub(crate) fn moves(moment: &Moment<'_>) -> bool {
        moment.segment.massage().is_some_and(|massage| Touch::moves(massage, moment))
    }

    /// The map of a moment, or `None` where it has no place on the body. With `still` the hand
    /// rests in the middle of its stroke, and muscles only tense or let go.
    pub(crate) fn of(
        theme: &'a Theme,
        moment: &Moment<'_>,
        shape: PixelShape,
        still: bool,
        texts: &'a Texts,
    ) -> Option<Self> {
        let subject = MapSubject::of(moment.segment)?;
        let stroke = moment.segment.massage().map(|massage| {
            let touch = if still {
                Touch::resting(massage.stroke.kind)
            } else {
                Touch::of(massage, moment)
            };
            HandStroke { touch, pressure: massage.pressure }
        });
        let is_tense = moment.segment.kind == SegmentKind::Tense;
        let tension = is_tense.then(|| tension::glow(moment.tense, still));
        Some(Self { theme, subject, shape, stroke, tension, texts })
    }
}

impl BodyMap<'_> {
    /// Draws the hands at work, one over the other: the cells that they change.
    fn hands(&self, raster: &MapRaster, stroke: &HandStroke) -> Vec<(u16, PixelCell)> {
        let HandStroke { touch, pressure } = *stroke;
        let mut pixels = raster.pixels.clone();
        let window = raster.scene.window;
        let (wide, high) = raster.encoder.shape.pixels_in_cell();
        let hands = raster.scene.hands.iter().map(|drawn| {
            let theme = self.theme;
            let hand = Hand { window, drawn, touch, pressure, theme, is_even: false };
            hand.paint(&mut pixels, (wide, high))
        });
        let painted: Vec<_> = hands.collect();
        for index in &raster.over_hands {
            pixels[*index] = raster.pixels[*index];
        }
        let columns_of_map = window.across / wide;
        let mut cell = Vec::with_capacity(wide * high);
        let mut changed = Vec::new();
        for (columns, rows) in painted.into_iter().flatten() {
            for (row, column) in rows.flat_map(|row| columns.clone().map(move |at| (row, at))) {
                cell.clear();
                let mut touched = false;
                for line in row * high..(row + 1) * high {
                    let from = line * window.across + column * wide;
                    touched |= pixels[from..from + wide] != raster.pixels[from..from + wide];
                    cell.extend_from_slice(&pixels[from..from + wide]);
                }
                if touched {
                    let drawn = raster.encoder.in_steps().cell(&cell, grain(column, row));
                    changed.push(((row * columns_of_map + column) as u16, drawn));
                }
            }
        }
        changed
    }
}

impl BodyMap<'_> {
    /// Draws the map in pictures, for a terminal whose cells have so many pixels: what is returned is to be
    /// placed, and the words beside the map are written. Nothing else is drawn into the area.
    pub(crate) fn place(
        &self,
        area: Rect,
        buffer: &mut Buffer,
        rasters: &mut MapRasters,
        cell: CellPixels,
    ) -> Vec<PlacedPicture> {
        let areas = MapAreas::of(area.intersection(buffer.area), self.subject.focus);
        let area = areas.map;
        let Some(pictures) = rasters.pictures(&self.subject, (area, cell), self.theme) else {
            return Vec::new();
        };
        let labels = Labels { texts: self.texts, theme: self.theme };
        labels.draw(&self.subject, &pictures.scene, &areas, buffer);
        let stroke = self.stroke.map(|stroke| (stroke.touch, stroke.pressure));
        pictures.placed(area, MapMoment { theme: self.theme, stroke, tension: self.tension })
    }
}

impl StatefulWidget for BodyMap<'_> {
    type State = MapRasters;

    /// Draws the map over a whole area. Cells without body are left as they are.
    fn render(self, area: Rect, buffer: &mut Buffer, rasters: &mut MapRasters) {
        let areas = MapAreas::of(area.intersection(buffer.area), self.subject.focus);
        let area = areas.map;
        let Some(raster) = rasters.fit(&self.subject, area, self.theme, self.shape) else {
            return;
        };
        let blank = raster.encoder.blank();
        for (index, cell) in raster.cells.iter().enumerate() {
            if *cell != blank {
                cell.put(&mut buffer[cell_at(area, index)]);
            }
        }
        if let Some(glow) = self.tension {
            for (index, cell) in raster.tensed(glow) {
                cell.put(&mut buffer[cell_at(area, index)]);
            }
        }
        if let Some(stroke) = &self.stroke {
            let stroke =
                HandStroke { touch: stroke.touch.in_steps(raster.scene.steps()), ..*stroke };
            if raster.hands_at(stroke.touch).is_none() {
                let drawn = self.hands(raster, &stroke);
                raster.keep_hands(stroke.touch, drawn);
            }
            for (index, cell) in raster.hands_at(stroke.touch).into_iter().flatten() {
                cell.put(&mut buffer[cell_at(area, usize::from(*index))]);
            }
        }
        let labels = Labels { texts: self.texts, theme: self.theme };
        labels.draw(&self.subject, &raster.scene, &areas, buffer);
    }
}

/// What lies under a cell of a whole picture drawn over an area: where on the picture its middle is,
/// and how wide a cell is there, both in millimetres. `None` beside the picture.
pub(crate) fn point_at(view: View, area: Rect, (column, row): (u16, u16)) -> Option<(Point, f32)> {
    let area = MapAreas::of(area, Focus::Whole).map;
    if !area.contains((column, row).into()) {
        return None;
    }
    let (width, height) = view.size();
    let frame = Bounds { from: Point::default(), to: Point::new(width, height) };
    // Of all shapes this one has a pixel as wide as a cell.
    let window = Window::on(frame, area, PixelShape::Halves.pixels_in_cell());
    let (across, down) = (f32::from(column - area.x) + 0.5, f32::from(row - area.y) + 0.5);
    let wide = window.step.x;
    let point =
        Point::new(window.origin.x + across * wide, window.origin.y + down * 2.0 * window.step.y);
    frame.contains(point).then_some((point, wide))
}

fn cell_at(area: Rect, index: usize) -> (u16, u16) {
    let width = usize::from(area.width.max(1));
    (area.x + (index % width) as u16, area.y + (index / width) as u16)
}
