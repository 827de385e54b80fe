//! Draws what time does not change of a map: the body in its light, what glows, what to keep off, and the
//! ways of the hands.

use ratatui::layout::Rect;

use crate::body::{Area, Bounds, Course, Direction, KeepOff, Plate, Point, Shape, TouchDrawing};
use crate::canvas::{Window, drawn, filled, softened};

use super::emblem::{EmblemLayers, EmblemRoom};
use super::emblem_place;
use super::form::Form;
use super::hands::{self, MapHand};
use super::paint::{Edges, Layers, lay};
use super::room::has_words;
use super::sign::{self, SignPiece};
use super::subject::{Focus, MapSubject, MapWork};

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

/// What a map is of, without a stroke of paint.
#[derive(Clone, Debug)]
pub(super) struct MapScene {
    pub(super) window: Window,
    /// The hands or tools at work.
    pub(super) hands: Vec<MapHand>,
    /// The upright line that parts left from right, in millimetres.
    pub(super) middle: f32,
    /// Whether a place to keep off is seen.
    pub(super) keeps_off: bool,
    /// The heads of the ways of the hands, which are seen over the hands too.
    pub(super) heads: Vec<SignPiece>,
}

/// How many pixels a hand goes in one step on its way, and the fewest and the most steps of a way.
const STEP_PIXELS: f32 = 1.5;
const STEPS: (f32, f32) = (12.0, 48.0);

impl MapScene {
    /// In how many steps hands go their way.
    pub(super) fn steps(&self) -> f32 {
        let longest = self.hands.iter().map(|hand| hand.course.length()).fold(0.0, f32::max);
        let step = STEP_PIXELS * self.window.step.x.max(self.window.step.y);
        (longest / step).ceil().clamp(STEPS.0, STEPS.1)
    }
}

/// What drawing one needs to know.
pub(super) struct MapRasterizer<'a> {
    plate: &'a Plate,
    subject: &'a MapSubject,
    window: Window,
    room: EmblemRoom,
    /// Whether what the hatching means can be said.
    has_words: bool,
}

impl<'a> MapRasterizer<'a> {
    /// With so many pixels in a cell, across and down; `None` where nothing would be seen.
    pub(super) fn new(
        plate: &'a Plate,
        subject: &'a MapSubject,
        area: Rect,
        in_cell: (usize, usize),
    ) -> Option<Self> {
        let window = Window::on(framed(plate, subject)?, area, in_cell);
        let has_words = has_words(area);
        let room = EmblemRoom { area, in_cell };
        (window.pixels() > 0).then_some(Self { plate, subject, window, room, has_words })
    }

    /// What there is to paint.
    pub(super) fn draw(&self, drawings: &[(String, TouchDrawing)]) -> (MapScene, Layers) {
        let hands = match (self.subject.focus, self.subject.work) {
            (Focus::Place(region, side), Some(work)) => {
                hands::at_work(self.plate, drawings, (region, side), work)
            }
            _ => Vec::new(),
        };
        let lit = self.lit();
        let keep_off = self.keep_off();
        let form = Form::draw(self.plate, &self.window);
        let (ways, pieces) = self.ways(&hands);
        let (heads, head_edges) = SignPiece::drawn(&pieces, &self.window);
        let mut layers = Layers {
            glow: self.glow(&lit),
            hints: self.hints(),
            edges: Edges::of(self.plate, self.subject, &self.window),
            hatched: self.hatched(&keep_off, &hands),
            ways,
            heads,
            head_edges,
            form,
            emblem: EmblemLayers::default(),
        };
        layers.emblem = self.emblem(drawings, &hands, &layers);
        let scene = MapScene {
            window: self.window,
            hands,
            middle: self.plate.middle(),
            heads: pieces,
            keeps_off: layers.hatched.iter().any(|hatched| *hatched > 0.2),
        };
        (scene, layers)
    }

    /// What touches as a small picture, where it hides least.
    fn emblem(
        &self,
        drawings: &[(String, TouchDrawing)],
        hands: &[MapHand],
        layers: &Layers,
    ) -> EmblemLayers {
        let cells = emblem_place::best(self.room, hands, layers, &self.window);
        let (Some(work), Some(cells), Some(hand)) = (self.subject.work, cells, hands.first())
        else {
            return EmblemLayers::default();
        };
        let what = (work, hand.drawn_as());
        EmblemLayers::draw(drawings, what, (self.room, cells), &self.window)
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

    /// The ways of the hands, and their heads.
    fn ways(&self, hands: &[MapHand]) -> (Vec<f32>, Vec<SignPiece>) {
        let mut ways = vec![0.0_f32; self.window.pixels()];
        let is_tiny = self.window.down < sign::FEWEST_PIXELS;
        let Some(work) = self.subject.work.filter(|_| !is_tiny) else {
            return (ways, Vec::new());
        };
        let mut heads = Vec::new();
        for course in courses_seen(hands, work) {
            lay(&mut ways, drawn(course.points(), WAY, 1.2, &self.window));
            heads.extend(heads_of(&course, work, &self.window));
        }
        (ways, heads)
    }
}

/// The ways that are seen: where two hands go beside each other, the one between them.
fn courses_seen(hands: &[MapHand], work: MapWork) -> Vec<Course> {
    let goes = |hand: &&MapHand| {
        let stays = hand.sign.is_some_and(|sign| sign.stays(work.direction));
        work.direction != Direction::Still && hand.course.length() > 1.0 && !stays
    };
    if let [left, right] = hands
        && left.beside.is_some()
    {
        let (from, to) = (left.course.at(0.0).point, right.course.at(0.0).point);
        let half = Point::new((to.x - from.x) / 2.0, (to.y - from.y) / 2.0);
        return Some(left).filter(goes).map(|left| left.course.moved(half)).into_iter().collect();
    }
    hands.iter().filter(goes).map(|hand| hand.course.clone()).collect()
}

/// The heads of a way: at its end, at both where it goes there and back, and on a round one all around.
fn heads_of(course: &Course, work: MapWork, window: &Window) -> Vec<SignPiece> {
    let head = |share: f32, back: bool| {
        let station = course.at(share);
        let heading = station.heading + if back { std::f32::consts::PI } else { 0.0 };
        sign::head_at(station.point, heading, window)
    };
    match work.direction {
        Direction::Circles | Direction::Clockwise => {
            [0.125, 0.375, 0.625, 0.875].map(|share| head(share, false)).to_vec()
        }
        Direction::Still => Vec::new(),
        _ if hands::goes_both_ways(work) => vec![head(1.0, false), head(0.0, true)],
        _ => vec![head(1.0, false), head(0.5, false)],
    }
}

/// The part of a picture that a map is about, as large as there is room.
pub(super) fn framed(plate: &Plate, subject: &MapSubject) -> Option<Bounds> {
    match subject.focus {
        Focus::Place(region, side) => plate.frame(region, side),
        Focus::Muscles(muscles, side) => plate.frame_of(muscles, side),
        Focus::Whole => Some(plate.bounds()),
    }
}
