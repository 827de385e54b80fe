//! The map cast for one subject and size: everything about it that time does not change.

use ratatui::layout::Rect;

use crate::body::{Area, Bounds, Course, KeepOff, Plate, Point, View};
use crate::tui::theme::{ColorDepth, Theme, Tint};

use super::cells::{Ink, PixelShape};
use super::form::Form;
use super::raster::{drawn, filled, softened};
use super::subject::{Focus, Subject};
use super::window::Window;

/// How near to the place at work a place to keep off has to be to be shown, in shares of the
/// height seen.
const NEAR: f32 = 0.06;

/// How far the glow of a region reaches beyond it, in shares of the height seen.
const HALO: f32 = 0.018;

/// The width of the trail of a stroke, in millimetres.
const TRAIL: f32 = 2.5;

/// What the picture was cast for.
#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    subject: Subject,
    size: (u16, u16),
    theme: Theme,
    shape: PixelShape,
}

/// The map cast for one subject and size, to be kept from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct Relief {
    plates: Vec<Plate>,
    cast_for: Option<Wanted>,
    cast: Option<Cast>,
}

/// One cast.
#[derive(Clone, Debug)]
pub(super) struct Cast {
    pub(super) window: Window,
    pub(super) shape: PixelShape,
    /// What each pixel shows while no hand is near, row by row.
    pub(super) pixels: Vec<Tint>,
    /// The same as cells.
    pub(super) inks: Vec<Ink>,
    /// The ways of the stroke: one, or one for each side.
    pub(super) courses: Vec<Course>,
    /// The upright line that parts left from right, in millimetres.
    pub(super) middle: f32,
    /// Whether a place to keep off is seen.
    pub(super) keeps_off: bool,
}

impl Relief {
    /// The picture of a view, read when it is first needed.
    pub(super) fn plate(&mut self, view: View) -> Option<&Plate> {
        if !self.plates.iter().any(|plate| plate.view == view) {
            self.plates.push(Plate::of(view).ok()?);
        }
        self.plates.iter().find(|plate| plate.view == view)
    }

    /// Casts a subject for an area, unless it was cast just so.
    pub(super) fn fit(
        &mut self,
        subject: &Subject,
        area: Rect,
        theme: &Theme,
        shape: PixelShape,
    ) -> Option<&Cast> {
        let shape = match theme.depth() {
            ColorDepth::Mono => PixelShape::Octants,
            _ => shape,
        };
        let wanted = Wanted {
            subject: subject.clone(),
            size: (area.width, area.height),
            theme: *theme,
            shape,
        };
        if self.cast_for.as_ref() != Some(&wanted) {
            let plate = self.plate(subject.view)?;
            let cast = Caster::new(plate, subject, area, theme, shape)?.cast();
            self.cast = Some(cast);
            self.cast_for = Some(wanted);
        }
        self.cast.as_ref()
    }
}

/// What casting needs to know.
struct Caster<'a> {
    plate: &'a Plate,
    subject: &'a Subject,
    theme: &'a Theme,
    shape: PixelShape,
    window: Window,
}

impl<'a> Caster<'a> {
    fn new(
        plate: &'a Plate,
        subject: &'a Subject,
        area: Rect,
        theme: &'a Theme,
        shape: PixelShape,
    ) -> Option<Self> {
        let frame = match subject.focus {
            Focus::Place(region, side) => plate.frame(region, side)?,
            Focus::Whole => plate.bounds(),
        };
        let window = Window::on(frame, area, shape);
        (window.pixels() > 0).then_some(Self { plate, subject, theme, shape, window })
    }

    fn cast(&self) -> Cast {
        let courses = self.courses();
        let lit = self.lit();
        let keep_off = self.keep_off();
        let form = Form::cast(self.plate, &self.window);
        let layers = Layers {
            glow: self.glow(&lit),
            hatched: self.hatched(&keep_off),
            trail: self.trail(&courses),
            form,
        };
        let pixels = match self.theme.depth() {
            ColorDepth::Mono => layers.etched(&self.window),
            _ => layers.painted(self.theme, self.subject, &self.window),
        };
        Cast {
            inks: inks(&pixels, &self.window, self.shape, self.theme),
            window: self.window,
            shape: self.shape,
            pixels,
            courses,
            middle: self.plate.middle(),
            keeps_off: !keep_off.is_empty(),
        }
    }

    fn courses(&self) -> Vec<Course> {
        match (self.subject.focus, self.subject.direction) {
            (Focus::Place(region, side), Some(direction)) => {
                self.plate.courses(region, side, direction)
            }
            _ => Vec::new(),
        }
    }

    /// Where the lit regions lie.
    fn lit(&self) -> Vec<&Area<crate::body::Region>> {
        let lit = self.subject.lit.iter();
        lit.flat_map(|(region, side)| self.plate.areas_of(*region, *side)).collect()
    }

    /// What is to be kept clear near the place at work.
    fn keep_off(&self) -> Vec<&Area<KeepOff>> {
        if self.subject.focus == Focus::Whole || self.subject.direction.is_none() {
            return Vec::new();
        }
        let Some(at_work) =
            self.lit().iter().map(|area| area.shape.bounds()).reduce(Bounds::joined)
        else {
            return Vec::new();
        };
        let near = NEAR * self.window.bounds().height();
        let near = Bounds {
            from: Point::new(at_work.from.x - near, at_work.from.y - near),
            to: Point::new(at_work.to.x + near, at_work.to.y + near),
        };
        let areas = self.plate.keep_off.iter();
        areas.filter(|area| area.shape.bounds().meets(&near)).collect()
    }

    fn glow(&self, lit: &[&Area<crate::body::Region>]) -> Vec<f32> {
        let mut glow = vec![0.0_f32; self.window.pixels()];
        for area in lit {
            let inside = filled(&area.shape, &self.window);
            let halo = softened(&inside, HALO * self.window.bounds().height(), &self.window);
            for (sum, (inside, halo)) in glow.iter_mut().zip(inside.iter().zip(halo)) {
                *sum = sum.max(0.45 * inside + 0.55 * halo);
            }
        }
        glow
    }

    fn hatched(&self, areas: &[&Area<KeepOff>]) -> Vec<f32> {
        let mut hatched = vec![0.0_f32; self.window.pixels()];
        // Lines of at least two pixels with two between, so that they do not blur into a tone.
        let period = (4.0 * self.window.step.x.max(self.window.step.y / 2.0)).max(12.0);
        for area in areas {
            let inside = filled(&area.shape, &self.window);
            for (index, inside) in inside.iter().enumerate().filter(|(_, inside)| **inside > 0.0) {
                let middle =
                    self.window.middle_of(index % self.window.across, index / self.window.across);
                let across = (middle.x + middle.y).rem_euclid(period) / period;
                hatched[index] = inside * if across < 0.5 { 1.0 } else { 0.25 };
            }
        }
        hatched
    }

    fn trail(&self, courses: &[Course]) -> Vec<f32> {
        let mut trail = vec![0.0_f32; self.window.pixels()];
        for course in courses.iter().filter(|course| course.length() > 0.0) {
            let line = drawn(course.points(), TRAIL, 0.8, &self.window);
            for (sum, line) in trail.iter_mut().zip(line) {
                *sum = sum.max(line);
            }
        }
        trail
    }
}

/// What lies over one another on the map; each value is 0–1, pixel by pixel.
struct Layers {
    form: Form,
    glow: Vec<f32>,
    hatched: Vec<f32>,
    trail: Vec<f32>,
}

impl Layers {
    /// In colour.
    fn painted(&self, theme: &Theme, subject: &Subject, window: &Window) -> Vec<Tint> {
        let ground = theme.unlit(0.0);
        (0..window.pixels())
            .map(|index| {
                let (light, body) = (self.form.light[index], self.form.body[index].min(1.0));
                let warm = subject.hue.lit(theme, light);
                let tint = theme.form(light).mix(warm, self.glow[index]);
                let tint = tint.mix(theme.caution(), 0.42 * self.hatched[index]);
                let tint = tint.mix(theme.flame(), 0.35 * self.trail[index]);
                ground.mix(tint, body * fading(index, window))
            })
            .collect()
    }

    /// Without colour: the outline and the creases, and the place at work filled with dots.
    fn etched(&self, window: &Window) -> Vec<Tint> {
        let body = |column: usize, row: usize| {
            self.form.body[row.min(window.down - 1) * window.across + column.min(window.across - 1)]
                >= 0.5
        };
        (0..window.pixels())
            .map(|index| {
                let (column, row) = (index % window.across, index / window.across);
                let inside = body(column, row);
                let outline = inside
                    && [
                        (column + 1, row),
                        (column.saturating_sub(1), row),
                        (column, row + 1),
                        (column, row.saturating_sub(1)),
                    ]
                    .iter()
                    .any(|(column, row)| !body(*column, *row));
                let filled = self.glow[index] > 0.4 && (column + row) % 2 == 0;
                let crease = inside && self.form.creases[index] > 0.5 && self.glow[index] < 0.4;
                let hatched = self.hatched[index] > 0.2 && (column + row) % 4 == 0;
                Tint::grey(if outline || filled || crease || hatched { 0.7 } else { 0.0 })
            })
            .collect()
    }
}

/// How much is left of the picture near the edge of its area, where it fades into the ground.
fn fading(index: usize, window: &Window) -> f32 {
    let (column, row) = (index % window.across, index / window.across);
    let soft = |at: usize, count: usize, step: f32| {
        let margin = (0.1 * window.bounds().height() / step).max(1.0);
        let inward = (at.min(count - 1 - at) as f32 + 0.5) / margin;
        inward.min(1.0)
    };
    let share = soft(column, window.across, window.step.x) * soft(row, window.down, window.step.y);
    share * share * (3.0 - 2.0 * share)
}

/// All cells of a picture.
fn inks(pixels: &[Tint], window: &Window, shape: PixelShape, theme: &Theme) -> Vec<Ink> {
    let (columns, rows) = shape.pixels_in_cell();
    let mut inks = Vec::with_capacity(pixels.len() / (columns * rows));
    let mut cell = Vec::with_capacity(columns * rows);
    for row in (0..window.down).step_by(rows) {
        for column in (0..window.across).step_by(columns) {
            cell.clear();
            for line in row..row + rows {
                cell.extend_from_slice(&pixels[line * window.across + column..][..columns]);
            }
            inks.push(Ink::of(&cell, shape, theme, grain(column, row, theme)));
        }
    }
    inks
}

/// How a cell rounds where colours are few: at random, so that neighbours blend in the eye, but not
/// where they are so few that it would only be a mosaic.
pub(super) fn grain(column: usize, row: usize, theme: &Theme) -> f32 {
    match theme.depth() {
        ColorDepth::Ansi16 => 0.5,
        _ => noise(column, row),
    }
}

/// Even noise without clumps: interleaved gradient noise (Jorge Jimenez, “Next generation
/// post-processing in Call of Duty: Advanced Warfare”, 2014).
fn noise(column: usize, row: usize) -> f32 {
    (52.982_918 * (0.067_110_56 * column as f32 + 0.005_837_15 * row as f32).fract()).fract()
}
