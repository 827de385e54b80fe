//! The body map: where to put which hand, which way it moves, and how hard it presses.
//!
//! A picture of the atlas is drawn once for a size and kept ([`MapRasters`]): the body in a soft light, the
//! place at work aglow, what to keep off hatched. Over it moves a mark of the size and shape a hand
//! or ball has; only the cells it touches are computed anew. Left is always the person's own left,
//! as in a mirror.

mod form;
mod labels;
mod mark;
mod paint;
mod raster;
mod subject;
mod tension;
#[cfg(test)]
mod tests;
mod touch;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::StatefulWidget;

use crate::body::{Bounds, Course, Direction, Point, Shape, Side, Station, View};
use crate::canvas::{PixelShape, Tint, Window, filled, grain};
use crate::session::Massage;
use crate::theme::Theme;
use crate::timeline::Moment;
use crate::words::Texts;

use labels::Labels;
use mark::Mark;
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
    mark: Mark,
    touch: Touch,
    direction: Direction,
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
        let view = subject.view;
        let stroke = moment.segment.massage().map(|massage| {
            let touch = if still {
                Touch::resting(massage.stroke.kind)
            } else {
                Touch::of(massage, moment)
            };
            HandStroke { mark: Mark::of(massage, view), touch, direction: course_of(massage) }
        });
        let subject = match &stroke {
            Some(stroke) => subject.moving(stroke.direction),
            None => subject,
        };
        let tension = moment.tense.map(|tense| tension::glow(tense, still));
        Some(Self { theme, subject, shape, stroke, tension, texts })
    }
}

/// The course a stroke takes: small circles go round whatever way they wander.
fn course_of(massage: &Massage) -> Direction {
    use crate::session::StrokeKind::{Compression, Friction, PinAndStretch};
    match (massage.stroke.kind, massage.stroke.direction) {
        (_, Direction::Clockwise) => Direction::Clockwise,
        (Friction, _) => Direction::Circles,
        (Compression | PinAndStretch, _) => Direction::Still,
        (_, direction) => direction,
    }
}

impl StatefulWidget for BodyMap<'_> {
    type State = MapRasters;

    /// Draws the map over a whole area. Cells without body are left as they are.
    fn render(self, area: Rect, buffer: &mut Buffer, rasters: &mut MapRasters) {
        let (area, words) = labels::parted(area.intersection(buffer.area), self.subject.focus);
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
            for course in &raster.courses {
                Hand { raster, stroke, theme: self.theme, area }.draw(course, buffer);
            }
        }
        if let Some(words) = words {
            let labels = Labels { texts: self.texts, theme: self.theme };
            labels.draw(&self.subject, raster, words, buffer);
        }
    }
}

/// What lies under a cell of a whole picture drawn over an area: where on the picture its middle is,
/// and how wide a cell is there, both in millimetres. `None` beside the picture.
pub(crate) fn point_at(view: View, area: Rect, (column, row): (u16, u16)) -> Option<(Point, f32)> {
    let (area, _) = labels::parted(area, Focus::Whole);
    if !area.contains((column, row).into()) {
        return None;
    }
    let (width, height) = view.size();
    let frame = Bounds { from: Point::default(), to: Point::new(width, height) };
    // Of all shapes this one has a pixel as wide as a cell.
    let window = Window::on(frame, area, PixelShape::Halves);
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

/// One hand over the map.
struct Hand<'a> {
    raster: &'a MapRaster,
    stroke: &'a HandStroke,
    theme: &'a Theme,
    area: Rect,
}

impl Hand<'_> {
    fn draw(&self, course: &Course, buffer: &mut Buffer) {
        let HandStroke { mark, touch, direction } = *self.stroke;
        if touch.contact <= 0.0 {
            return;
        }
        let station = self.settled(course.at(touch.along));
        let on_left = station.point.x < self.raster.middle;
        let side = if on_left { Side::Left } else { Side::Right };
        let shapes = mark.shapes(station, &touch, direction, side);
        let bounds = shapes.iter().map(Shape::bounds).reduce(Bounds::joined);
        let Some((columns, rows)) = bounds.and_then(|bounds| self.cells_under(bounds)) else {
            return;
        };
        let (wide, high) = self.raster.encoder.shape.pixels_in_cell();
        let part = self.raster.window.part(
            columns.start * wide,
            rows.start * high,
            columns.len() * wide,
            rows.len() * high,
        );
        let mut cover = vec![0.0_f32; part.pixels()];
        for shape in &shapes {
            for (sum, inside) in cover.iter_mut().zip(filled(shape, &part)) {
                *sum = sum.max(inside.min(1.0));
            }
        }
        let mut cell = Vec::with_capacity(wide * high);
        for (down, row) in rows.enumerate() {
            for (across, column) in columns.clone().enumerate() {
                self.mix(&mut cell, &cover, part.across, (column, row), (across, down));
                if !cell.is_empty() {
                    let encoder = &self.raster.encoder;
                    let drawn = encoder.cell(&cell, grain(column, row));
                    drawn.put(&mut buffer[(self.area.x + column as u16, self.area.y + row as u16)]);
                }
            }
        }
    }

    /// The pixels of one cell with the hand over them; none where the hand is not.
    fn mix(
        &self,
        cell: &mut Vec<Tint>,
        cover: &[f32],
        stride: usize,
        at: (usize, usize),
        within: (usize, usize),
    ) {
        let (wide, high) = self.raster.encoder.shape.pixels_in_cell();
        cell.clear();
        let mut touched = false;
        for line in 0..high {
            for dot in 0..wide {
                let covered = cover[(within.1 * high + line) * stride + within.0 * wide + dot];
                let below = self.raster.pixels
                    [(at.1 * high + line) * self.raster.window.across + at.0 * wide + dot];
                touched |= covered > 0.0;
                cell.push(self.over(below, covered));
            }
        }
        if !touched {
            cell.clear();
        }
    }

    /// A pixel with some hand over it.
    fn over(&self, below: Tint, covered: f32) -> Tint {
        if self.theme.draws_lines() {
            return match covered {
                full if full >= 0.5 => self.theme.lines().hand,
                edge if edge > 0.0 => Tint::BLACK,
                _ => below,
            };
        }
        let Touch { press, contact, .. } = self.stroke.touch;
        below.mix(self.theme.hand(press), covered * (0.25 + 0.75 * contact))
    }

    /// A place moved to the nearest pixel: between pixels a hand would only blur, and cost bytes.
    fn settled(&self, station: Station) -> Station {
        let step = self.raster.window.step;
        let settle = |value: f32, step: f32| (value / step).round() * step;
        let mut settled = station;
        settled.point.x = settle(station.point.x, step.x);
        settled.point.y = settle(station.point.y, step.y);
        // Headings in steps of 5°.
        settled.heading = settle(station.heading, std::f32::consts::PI / 36.0);
        settled
    }

    /// The columns and rows of cells under some bounds, if they are in the area.
    fn cells_under(
        &self,
        bounds: Bounds,
    ) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
        let (wide, high) = self.raster.encoder.shape.pixels_in_cell();
        let (from, to) =
            (self.raster.window.place(bounds.from), self.raster.window.place(bounds.to));
        let range = |from: f32, to: f32, pixels: usize, count: u16| {
            let first = (from.max(0.0) as usize) / pixels;
            let last = (to.max(0.0) as usize / pixels + 1).min(usize::from(count));
            (first < last).then_some(first..last)
        };
        Some((
            range(from.x, to.x, wide, self.area.width)?,
            range(from.y, to.y, high, self.area.height)?,
        ))
    }
}
