//! One hand or tool, painted over the map: its dent, the trail behind it, its body with outline and nails.

use std::ops::Range;

use crate::body::{Bounds, Point, Shape, TouchDrawing};
use crate::canvas::{Tint, Window, drawn, filled_by, softened};
use crate::pictures::Coat;
use crate::theme::Theme;

use super::hands::MapHand;
use super::mark::MarkPlace;
use super::paint::lay;
use super::sign::{self, SignPiece};
use super::touch::Touch;

/// How far around what presses the dent reaches, in millimetres: at no pressure, and more with each
/// of ten.
const DENT: (f32, f32) = (4.0, 4.0);

/// How dark a dent is, 0–1: at no pressure, and more with each of ten.
const DENT_DARK: (f32, f32) = (0.1, 0.16);

/// In how many pieces a trail fades.
const TRAIL_PIECES: usize = 5;

/// How broad a trail is, in shares of what touches.
pub(super) const TRAIL_BREADTH: f32 = 0.7;

/// How broad outlines and lines are, in millimetres.
const OUTLINE: f32 = 3.0;
const LINE: f32 = 2.0;

/// Pixels as broad as this show no lines: between fingers of two pixels they would only be noise.
const FINEST_FOR_LINES: f32 = 8.0;

/// In how many steps the edges of a hand go over into what lies below it, where it is drawn in cells.
const EDGE_STEPS: f32 = 2.0;

/// How dark the rest of a hand is against what of it touches, 0–1.
const BEHIND: f32 = 0.45;

/// How much of a roller or cloth is seen, 0–1: the body it lies under or on shines through.
const TOOL_SEEN: f32 = 0.75;

/// One hand over the map.
pub(super) struct Hand<'a> {
    /// What is seen of the map.
    pub(super) window: Window,
    pub(super) drawn: &'a MapHand,
    pub(super) touch: Touch,
    /// How hard the step asks to press, 0–10.
    pub(super) pressure: u8,
    pub(super) theme: &'a Theme,
    /// Whether dents and wrists fade evenly, rather than in few steps.
    pub(super) is_even: bool,
}

/// The columns and rows of cells that something reaches.
pub(super) type Reached = (Range<usize>, Range<usize>);

/// What a hand hides and tints.
pub(super) struct HandCoats {
    pub(super) across: usize,
    /// Row by row.
    pub(super) coats: Vec<Coat>,
    /// How far its corner is from the place where it touches, in pixels: to the right, and down.
    pub(super) corner: (i32, i32),
}

/// How much of each pixel near the hand is what, 0–1.
struct HandLayers {
    part: Window,
    touching: Vec<f32>,
    dent: Vec<f32>,
    trail: Vec<f32>,
    body: Vec<f32>,
    outline: Vec<f32>,
    nails: Vec<f32>,
    /// The sign of what the hand does, and what keeps it apart from all else.
    sign: Vec<f32>,
    sign_edge: Vec<f32>,
    place: MarkPlace,
}

impl Hand<'_> {
    /// Paints it over the pixels of the map, and tells the columns and rows of cells it may have
    /// touched.
    pub(super) fn paint(
        &self,
        pixels: &mut [Tint],
        (wide, high): (usize, usize),
    ) -> Option<Reached> {
        let place = self.settled();
        let drawing = place.stand(&self.drawn.drawing, self.drawn.is_grip(), self.touch.press);
        let signs = sign::pieces(self.drawn, place, &self.touch, &self.window);
        let (columns, rows) = self.cells_under((&drawing, &signs), (wide, high))?;
        let (left, top) = (columns.start * wide, rows.start * high);
        let part = self.window.part(left, top, columns.len() * wide, rows.len() * high);
        let mut layers = self.layers(&drawing, place, part);
        (layers.sign, layers.sign_edge) = SignPiece::drawn(&signs, &part);
        // A soft edge would give each cell along it colours of its own, again and again as it moves.
        let signs = layers.sign.iter_mut().chain(&mut layers.sign_edge);
        for cover in signs {
            *cover = cover.round();
        }
        let soft = [&mut layers.body, &mut layers.outline, &mut layers.touching, &mut layers.nails];
        for cover in soft.into_iter().flatten().filter(|_| !self.theme.draws_lines()) {
            *cover = (*cover * EDGE_STEPS).round() / EDGE_STEPS;
        }
        for row in 0..part.down {
            for column in 0..part.across {
                let index = (top + row) * self.window.across + left + column;
                pixels[index] = self.over(pixels[index], &layers, (column, row));
            }
        }
        Some((columns, rows))
    }

    /// What it hides and tints wherever it lies, and how far the corner of that is from the place where it
    /// touches, in pixels.
    pub(super) fn coats(&self) -> Option<HandCoats> {
        let place = self.drawn.place_of(&self.touch);
        let drawing = place.stand(&self.drawn.drawing, self.drawn.is_grip(), self.touch.press);
        let (part, (left, top)) = self.window.around(self.reach(&drawing)?);
        let across = part.across;
        let layers = self.layers(&drawing, place, part);
        let coats = (0..part.pixels()).map(|index| {
            let over = self.laid(&layers, (index % across, index / across));
            over.into_iter().fold(Coat::CLEAR, |below, (tint, cover)| below.under(tint, cover))
        });
        let touches = pixel_of(&self.window, place.middle);
        let corner = (left - touches.0, top - touches.1);
        Some(HandCoats { across, coats: coats.collect(), corner })
    }

    fn layers(&self, drawing: &TouchDrawing, place: MarkPlace, part: Window) -> HandLayers {
        let all = |shapes: &[Shape]| filled_by(shapes, &part);
        let mut outline = vec![0.0_f32; part.pixels()];
        let mut add = |points: &[Point], width: f32| {
            lay(&mut outline, drawn(points, width, 1.0, &part));
        };
        for shape in &drawing.body {
            for line in shape.closed_lines() {
                add(&line, OUTLINE);
            }
        }
        if self.window.step.x < FINEST_FOR_LINES {
            for line in &drawing.lines {
                add(line, LINE);
            }
        }
        let touching = all(&drawing.touching);
        HandLayers {
            dent: self.dent(&touching, &part),
            trail: self.trail(&part),
            body: all(&drawing.body),
            nails: if self.window.step.x < 6.0 { all(&drawing.nails) } else { Vec::new() },
            sign: Vec::new(),
            sign_edge: Vec::new(),
            touching,
            outline,
            place,
            part,
        }
    }

    fn dent(&self, touching: &[f32], part: &Window) -> Vec<f32> {
        let hard = f32::from(self.pressure) * (0.4 + 0.6 * self.touch.press);
        let reach = DENT.0 + DENT.1 * hard;
        let dark = (DENT_DARK.0 + DENT_DARK.1 * hard).min(0.8) * self.touch.contact;
        let soft = softened(touching, reach, part);
        soft.into_iter().map(|soft| self.stepped((2.0 * soft).min(1.0)) * dark).collect()
    }

    fn trail(&self, part: &Window) -> Vec<f32> {
        let mut trail = vec![0.0_f32; part.pixels()];
        let Touch { along, trail_from, contact, .. } = self.touch;
        if self.theme.draws_lines() || contact < 0.5 || (along - trail_from).abs() < 0.01 {
            return trail;
        }
        let at = |share: f32| {
            let share = trail_from + (along - trail_from) * share;
            self.drawn.course.at(if (0.0..=1.0).contains(&share) {
                share
            } else {
                share.rem_euclid(1.0)
            })
        };
        let broad = TRAIL_BREADTH * self.drawn.breadth();
        for piece in 0..TRAIL_PIECES {
            let ends = [piece, piece + 1].map(|end| at(end as f32 / TRAIL_PIECES as f32).point);
            let bright = (piece as f32 + 0.5) / TRAIL_PIECES as f32;
            let line = drawn(&ends, broad, 1.0, part);
            lay(&mut trail, line.into_iter().map(|line| line * bright));
        }
        trail
    }

    /// A pixel with some hand over it.
    fn over(&self, below: Tint, layers: &HandLayers, at: (usize, usize)) -> Tint {
        if self.theme.draws_lines() {
            return self.etched(below, layers, at);
        }
        let over = self.laid(layers, at);
        over.into_iter().fold(below, |below, (tint, cover)| below.mix(tint, cover))
    }

    /// What lies over a pixel, the lowest first: tints, and how much each hides.
    fn laid(&self, layers: &HandLayers, at: (usize, usize)) -> [(Tint, f32); 8] {
        let index = at.1 * layers.part.across + at.0;
        let theme = self.theme;
        let contact = self.touch.contact;
        let seen = self.seen(layers, at) * (0.12 + 0.88 * contact);
        let at_index = |layer: &[f32]| layer.get(index).copied().unwrap_or_default();
        let nail = at_index(&layers.nails);
        let behind = layers.body[index] * (1.0 - layers.touching[index]);
        let behind = if self.drawn.drawing.is_skin { BEHIND * behind } else { 0.0 };
        [
            (theme.unlit(0.0), layers.dent[index]),
            (theme.flame(), 0.35 * layers.trail[index] * contact),
            (theme.hand(self.touch.press), layers.body[index] * seen),
            (theme.unlit(0.0), behind * seen),
            (theme.outline(), 0.85 * layers.outline[index] * seen),
            (theme.flame(), nail * seen),
            (theme.unlit(0.0), at_index(&layers.sign_edge)),
            (theme.flame(), at_index(&layers.sign)),
        ]
    }

    /// How much is seen at a pixel of a hand, whose arm fades, or of a tool.
    fn seen(&self, layers: &HandLayers, (column, row): (usize, usize)) -> f32 {
        let behind = layers.place.behind(layers.part.middle_of(column, row)) / self.drawn.scale();
        let (from, to) = self.drawn.wrist;
        match (self.drawn.drawing.is_skin, self.drawn.is_ball()) {
            (true, _) => self.stepped(1.0 - ((behind - from) / (to - from)).clamp(0.0, 1.0)),
            (false, true) => 1.0,
            (false, false) => TOOL_SEEN,
        }
    }

    /// The same in lines: a hand that is lifted is only its outline.
    fn etched(&self, below: Tint, layers: &HandLayers, at: (usize, usize)) -> Tint {
        let lines = self.theme.lines();
        let index = at.1 * layers.part.across + at.0;
        let is_sign = |layer: &[f32]| layer.get(index).is_some_and(|cover| *cover > 0.5);
        match () {
            () if is_sign(&layers.sign) => return lines.hand,
            () if is_sign(&layers.sign_edge) => return Tint::BLACK,
            () if self.seen(layers, at) < 0.5 => return below,
            () => {}
        }
        let (body, outline) = (layers.body[index], layers.outline[index]);
        let is_lifted = self.touch.contact < 0.3;
        // What does not touch is half as bright.
        let is_touching = !self.drawn.drawing.is_skin || layers.touching[index] >= 0.5;
        let is_dot = (at.0 + at.1).is_multiple_of(2);
        match () {
            () if is_lifted && outline > 0.5 => lines.hand,
            () if is_lifted => below,
            () if body >= 0.5 && outline < 0.5 && (is_touching || is_dot) => lines.hand,
            () if body > 0.0 || outline > 0.3 => Tint::BLACK,
            () => below,
        }
    }

    /// Its place, moved to the nearest pixel: between pixels a hand would only blur, and cost bytes.
    fn settled(&self) -> MarkPlace {
        let step = self.window.step;
        let settle = |value: f32, step: f32| (value / step).round() * step;
        let place = self.drawn.place_of(&self.touch);
        let middle = Point::new(settle(place.middle.x, step.x), settle(place.middle.y, step.y));
        MarkPlace { middle, ..place }
    }

    /// The columns and rows of cells of so many pixels that a drawing, its dent, its trail and its signs may
    /// reach, if they are in the window.
    fn cells_under(
        &self,
        (drawing, signs): (&TouchDrawing, &[SignPiece]),
        (wide, high): (usize, usize),
    ) -> Option<Reached> {
        let signs = signs.iter().filter_map(SignPiece::bounds);
        let Bounds { from, to } = signs.fold(self.reach(drawing)?, Bounds::joined);
        let (from, to) = (self.window.place(from), self.window.place(to));
        let range = |from: f32, to: f32, pixels: usize, count: usize| {
            let first = (from.max(0.0) as usize) / pixels;
            let last = (to.max(0.0) as usize / pixels + 1).min(count / pixels);
            (first < last).then_some(first..last)
        };
        Some((
            range(from.x, to.x, wide, self.window.across)?,
            range(from.y, to.y, high, self.window.down)?,
        ))
    }

    /// How far a drawing, its dent and its trail may reach.
    fn reach(&self, drawing: &TouchDrawing) -> Option<Bounds> {
        let shapes = drawing.body.iter().chain(&drawing.touching).map(Shape::bounds);
        let trail = [self.touch.trail_from, self.touch.along].map(|share| {
            let middle = self.drawn.course.at(share.rem_euclid(1.0)).point;
            Bounds { from: middle, to: middle }
        });
        let bounds = shapes.chain(trail).reduce(Bounds::joined)?;
        let margin = DENT.0 + DENT.1 * 10.0 + self.drawn.breadth() * TRAIL_BREADTH / 2.0;
        let out = |point: Point, by: f32| Point::new(point.x + by, point.y + by);
        Some(Bounds { from: out(bounds.from, -margin), to: out(bounds.to, margin) })
    }

    /// A share in few steps, so that what moves by a pixel changes along their edges only.
    fn stepped(&self, share: f32) -> f32 {
        const STEPS: f32 = 4.0;
        if self.is_even { share } else { (share * STEPS).round() / STEPS }
    }
}

/// In which pixel of a window a point lies, from its corner.
pub(super) fn pixel_of(window: &Window, point: Point) -> (i32, i32) {
    let place = window.place(point);
    (place.x.round() as i32, place.y.round() as i32)
}
