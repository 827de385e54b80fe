//! The map drawn for one subject and size: everything about it that time does not change.

use ratatui::layout::Rect;

use crate::body::{
    Area, Bounds, Direction, KeepOff, Plate, Point, Shape, TouchDrawing, View, touch_drawings,
};
use crate::canvas::{
    ColorDepth, PixelCell, PixelEncoder, PixelShape, Tint, Window, cells_of, drawn, filled, grain,
    softened,
};
use crate::theme::Theme;

use super::form::Form;
use super::hands::{self, MapHand};
use super::paint::{Edges, Layers, lay};
use super::room::has_words;
use super::subject::{Focus, MapSubject, MapWork};
use super::tension;

/// How near to the place at work a place to keep off has to be to be shown, in shares of the
/// height seen.
const NEAR: f32 = 0.06;

/// How far the glow of a region reaches beyond it, in shares of the height seen.
const HALO: f32 = 0.018;

/// How brightly a region has to glow to be made as bright as the others, 0–1.
const FAINTEST: f32 = 0.1;

/// How brightly a place glows around the part of it that is at work, 0–1.
const AROUND_SPOT: f32 = 0.35;

/// How far from what touches a place to keep off is hatched, in shares of the height seen.
const HATCHED_NEAR: f32 = 0.07;

/// The width of the way of a stroke, in millimetres.
const WAY: f32 = 2.5;

/// How long the wings of an arrow are, in shares of the height seen, and how far they turn back, in
/// radians.
const ARROW: f32 = 0.035;
const WING: f32 = 2.5;

/// What the picture was drawn for.
#[derive(Clone, Debug, PartialEq)]
struct MapKey {
    subject: MapSubject,
    size: (u16, u16),
    theme: Theme,
    shape: PixelShape,
}

/// How many rasters are kept: as many as a screen shows at once, and some it showed before.
const KEPT: usize = 12;

/// The maps as they were last drawn, to be kept from frame to frame.
#[derive(Clone, Debug, Default)]
pub(crate) struct MapRasters {
    plates: Vec<Plate>,
    drawings: Vec<(String, TouchDrawing)>,
    /// The latest used is the last.
    rasters: Vec<(MapKey, MapRaster)>,
}

/// One raster.
#[derive(Clone, Debug)]
pub(super) struct MapRaster {
    pub(super) window: Window,
    pub(super) encoder: PixelEncoder,
    /// What each pixel shows while no hand is near, row by row.
    pub(super) pixels: Vec<Tint>,
    /// The same as cells.
    pub(super) cells: Vec<PixelCell>,
    /// What each pixel shows without any glow, where the glow comes and goes.
    unlit: Vec<Tint>,
    /// The hands or tools at work.
    pub(super) hands: Vec<MapHand>,
    /// The upright line that parts left from right, in millimetres.
    pub(super) middle: f32,
    /// Whether a place to keep off is seen.
    pub(super) keeps_off: bool,
}

impl MapRaster {
    /// The cells that glow, each with so much of its glow as it shows of all of it, 0–1.
    pub(super) fn tensed(&self, glow: f32) -> impl Iterator<Item = (usize, PixelCell)> {
        let (wide, high) = self.encoder.shape.pixels_in_cell();
        let columns = self.window.across / wide;
        let mut cell = Vec::with_capacity(wide * high);
        (0..self.cells.len()).filter_map(move |index| {
            let (column, row) = (index % columns.max(1), index / columns.max(1));
            let share = tension::of_cell(glow, grain(column, row));
            cell.clear();
            let mut glows = false;
            for line in row * high..(row + 1) * high {
                let from = line * self.window.across + column * wide;
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

    /// Draws a subject for an area, unless it was drawn just so.
    pub(super) fn fit(
        &mut self,
        subject: &MapSubject,
        area: Rect,
        theme: &Theme,
        shape: PixelShape,
    ) -> Option<&MapRaster> {
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
            self.plate(subject.view)?;
            if self.drawings.is_empty() {
                self.drawings = touch_drawings().ok()?;
            }
            let plate = self.plates.iter().find(|plate| plate.view == subject.view)?;
            let rasterizer = MapRasterizer::new(plate, subject, area, theme, encoder)?;
            let raster = rasterizer.draw(&self.drawings);
            if self.rasters.len() == KEPT {
                self.rasters.remove(0);
            }
            self.rasters.push((wanted, raster));
        }
        self.rasters.last().map(|(_, raster)| raster)
    }
}

/// What drawing one needs to know.
struct MapRasterizer<'a> {
    plate: &'a Plate,
    subject: &'a MapSubject,
    theme: &'a Theme,
    encoder: PixelEncoder,
    window: Window,
    /// Whether what the hatching means can be said.
    has_words: bool,
}

impl<'a> MapRasterizer<'a> {
    fn new(
        plate: &'a Plate,
        subject: &'a MapSubject,
        area: Rect,
        theme: &'a Theme,
        encoder: PixelEncoder,
    ) -> Option<Self> {
        let frame = match subject.focus {
            Focus::Place(region, side) => plate.frame(region, side)?,
            Focus::Muscles(muscles, side) => plate.frame_of(muscles, side)?,
            Focus::Whole => plate.bounds(),
        };
        let window = Window::on(frame, area, encoder.shape);
        let has_words = has_words(area);
        (window.pixels() > 0).then_some(Self { plate, subject, theme, encoder, window, has_words })
    }

    fn draw(&self, drawings: &[(String, TouchDrawing)]) -> MapRaster {
        let hands = match (self.subject.focus, self.subject.work) {
            (Focus::Place(region, side), Some(work)) => {
                hands::at_work(self.plate, drawings, (region, side), work)
            }
            _ => Vec::new(),
        };
        let lit = self.lit();
        let keep_off = self.keep_off();
        let form = Form::draw(self.plate, &self.window);
        let mut layers = Layers {
            glow: self.glow(&lit),
            hints: self.hints(),
            edges: Edges::of(self.plate, self.subject, &self.window),
            hatched: self.hatched(&keep_off, &hands),
            trail: self.ways(&hands),
            form,
        };
        let is_hatched = layers.hatched.iter().any(|hatched| *hatched > 0.2);
        let pixels = layers.laid(self.theme, self.subject, &self.window);
        let mut unlit = Vec::new();
        if matches!(self.subject.focus, Focus::Muscles(..)) {
            layers.glow.fill(0.0);
            unlit = layers.laid(self.theme, self.subject, &self.window);
        }
        MapRaster {
            cells: cells_of(self.encoder, &pixels, &self.window),
            unlit,
            window: self.window,
            encoder: self.encoder,
            pixels,
            hands,
            middle: self.plate.middle(),
            keeps_off: is_hatched,
        }
    }

    /// The outlines of what is lit.
    fn lit(&self) -> Vec<&Shape> {
        if let Focus::Muscles(muscles, side) = self.subject.focus {
            return self.plate.shapes_of(muscles, side).collect();
        }
        let lit = self.subject.lit.iter();
        let areas = lit.flat_map(|(region, side)| self.plate.places_of(*region, *side));
        areas.map(|area| &area.shape).collect()
    }

    /// What is to be kept clear near the place at work.
    fn keep_off(&self) -> Vec<&Area<KeepOff>> {
        if !self.has_words || self.subject.focus == Focus::Whole || self.subject.work.is_none() {
            return Vec::new();
        }
        let Some(at_work) = self.lit().iter().map(|shape| shape.bounds()).reduce(Bounds::joined)
        else {
            return Vec::new();
        };
        let near = NEAR * self.window.bounds().height();
        let near = Bounds {
            from: Point::new(at_work.from.x - near, at_work.from.y - near),
            to: Point::new(at_work.to.x + near, at_work.to.y + near),
        };
        let areas = self.plate.keep_off.iter();
        let shown = areas.filter(|area| area.place != KeepOff::Eyes);
        shown.filter(|area| area.shape.bounds().meets(&near)).collect()
    }

    /// The part of the place that is at work.
    fn spots(&self) -> Vec<Shape> {
        let spot = self.subject.work.and_then(|work| work.contact.spot);
        match (self.subject.focus, spot) {
            (Focus::Place(region, side), Some(spot)) => self.plate.spots_of(region, side, spot),
            _ => Vec::new(),
        }
    }

    /// How brightly each pixel glows: where only a part of the place is at work, the rest of it faintly.
    fn glow(&self, lit: &[&Shape]) -> Vec<f32> {
        let spots = self.spots();
        if spots.is_empty() {
            return self.glow_of(lit);
        }
        let bright = self.glow_of(&spots.iter().collect::<Vec<_>>());
        let around = self.glow_of(lit);
        bright.iter().zip(around).map(|(spot, around)| spot.max(AROUND_SPOT * around)).collect()
    }

    fn glow_of(&self, lit: &[&Shape]) -> Vec<f32> {
        let mut glow = vec![0.0_f32; self.window.pixels()];
        for shape in lit {
            let inside = filled(shape, &self.window);
            let reach = HALO * self.halo() * self.window.bounds().height();
            let halo = softened(&inside, reach, &self.window);
            let lit: Vec<_> =
                inside.iter().zip(halo).map(|(inside, halo)| 0.45 * inside + 0.55 * halo).collect();
            // What is smaller than a pixel or two is to be seen as well.
            let brightest = lit.iter().copied().fold(0.0, f32::max).clamp(FAINTEST, 1.0);
            lay(&mut glow, lit.into_iter().map(|lit| self.glowing() * lit / brightest));
        }
        glow
    }

    /// How brightly a place glows that is pressed so hard, 0–1.
    fn glowing(&self) -> f32 {
        let hard = self.subject.work.map(|work| f32::from(work.pressure));
        hard.map_or(1.0, |hard| (0.5 + 0.12 * hard).min(1.0))
    }

    /// How much farther a glow reaches beyond a place that is pressed so hard.
    fn halo(&self) -> f32 {
        let hard = self.subject.work.map(|work| f32::from(work.pressure));
        hard.map_or(1.0, |hard| 0.5 + 0.35 * hard)
    }

    /// Where there is something to be found.
    fn hints(&self) -> Vec<f32> {
        let mut hints = vec![0.0_f32; self.window.pixels()];
        let hinted = self.subject.hinted.iter();
        for area in hinted.flat_map(|region| self.plate.places_of(*region, None)) {
            let inside = filled(&area.shape, &self.window);
            lay(&mut hints, inside.into_iter().map(|inside| inside.min(1.0)));
        }
        hints
    }

    /// What to keep off, hatched where the hand comes near it.
    fn hatched(&self, areas: &[&Area<KeepOff>], hands: &[MapHand]) -> Vec<f32> {
        let mut hatched = vec![0.0_f32; self.window.pixels()];
        if areas.is_empty() {
            return hatched;
        }
        let mut near = vec![0.0_f32; self.window.pixels()];
        for hand in hands {
            let mut way = hand.course.points().to_vec();
            way.extend(way.last().copied());
            let broad = hand.breadth() + 2.0 * HATCHED_NEAR * self.window.bounds().height();
            lay(&mut near, drawn(&way, broad, 1.0, &self.window));
        }
        // Lines of at least two pixels with two between, so that they do not blur into a tone.
        let period = (4.0 * self.window.step.x.max(self.window.step.y / 2.0)).max(12.0);
        for area in areas {
            let inside = filled(&area.shape, &self.window);
            for (index, inside) in inside.iter().enumerate().filter(|(_, inside)| **inside > 0.0) {
                let middle =
                    self.window.middle_of(index % self.window.across, index / self.window.across);
                let across = (middle.x + middle.y).rem_euclid(period) / period;
                let line = if across < 0.5 { 1.0 } else { 0.25 };
                hatched[index] = inside * line * near[index];
            }
        }
        hatched
    }

    /// The ways of the hands, with an arrow at each end they go to.
    fn ways(&self, hands: &[MapHand]) -> Vec<f32> {
        let mut ways = vec![0.0_f32; self.window.pixels()];
        let mut add = |points: &[Point], width: f32| {
            lay(&mut ways, drawn(points, width, 0.9, &self.window));
        };
        let Some(work) = self.subject.work else {
            return ways;
        };
        for hand in hands.iter().filter(|hand| hand.course.length() > 1.0) {
            add(hand.course.points(), WAY);
            for arrow in self.arrows(hand, work) {
                add(&arrow, WAY);
            }
        }
        ways
    }

    /// The arrows of a way: at its end, at both where it goes there and back, and on a round one beside
    /// the hand.
    fn arrows(&self, hand: &MapHand, work: MapWork) -> Vec<[Point; 3]> {
        let long = ARROW * self.window.bounds().height();
        let arrow = |share: f32, back: bool| {
            let station = hand.course.at(share);
            let heading = station.heading + if back { std::f32::consts::PI } else { 0.0 };
            let wing = |turn: f32| {
                let (sin, cos) = (heading + turn).sin_cos();
                Point::new(station.point.x + long * cos, station.point.y + long * sin)
            };
            [wing(WING), station.point, wing(-WING)]
        };
        match work.direction {
            Direction::Circles | Direction::Clockwise => {
                vec![arrow(0.25, false), arrow(0.75, false)]
            }
            Direction::Still => Vec::new(),
            _ if hands::goes_both_ways(work) => vec![arrow(1.0, false), arrow(0.0, true)],
            _ => vec![arrow(1.0, false), arrow(0.6, false)],
        }
    }
}
