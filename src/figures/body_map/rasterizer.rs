//! Draws what time does not change of a map: the body in its light, what glows, what to keep off, and the
//! ways of the hands.

use ratatui::layout::Rect;

use crate::body::{Area, Bounds, KeepOff, Plate, Point, Shape, TouchDrawing};
use crate::canvas::{Window, drawn, filled, filled_by, softened};

use super::beside::ArrowRoom;
use super::composed::{Composed, Composer, is_of_other};
use super::emblem::{self, EmblemLayers, EmblemRoom};
use super::form::Form;
use super::hands::{self, MapHand};
use super::paint::{Edges, Layers, lay};
use super::room::has_words;
use super::sign::SignPiece;
use super::subject::{Focus, MapSubject};
use super::swept::Swept;
use super::ways::SeenWays;

/// How near to the place at work a place to keep off has to be to be shown, in shares of the
/// height seen.
const NEAR: f32 = 0.06;

/// How far the glow of a region reaches beyond it, in shares of the height seen.
const HALO: f32 = 0.018;

/// How brightly a region has to glow to be made as bright as the others, 0–1.
const FAINTEST: f32 = 0.1;

/// How brightly a place glows around the part of it that is at work, 0–1.
const AROUND_SPOT: f32 = 0.3;

/// How broad the glow under a hand or tool is, in shares of what touches.
const UNDER_HAND: f32 = 1.5;

/// How far from what touches a place to keep off is hatched, in shares of the height seen.
const HATCHED_NEAR: f32 = 0.07;

/// Of how many squares a grid is that tells where hands come.
const SWEPT: u16 = 96;

/// What a map is of, without a stroke of paint.
#[derive(Clone, Debug)]
pub(super) struct MapScene {
    pub(super) window: Window,
    /// The same as a part of the picture, however fine its pixels are.
    pub(super) frame: Bounds,
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
    drawings: &'a [(String, TouchDrawing)],
    hands: Vec<MapHand>,
    frame: Bounds,
    window: Window,
    /// Where the small picture of what touches is, if there is one.
    emblem: Option<(EmblemRoom, Rect)>,
    /// Whether what the hatching means can be said.
    has_words: bool,
}

impl<'a> MapRasterizer<'a> {
    /// With so many pixels in a cell, across and down; `None` where nothing would be seen.
    pub(super) fn new(
        (plate, drawings): (&'a Plate, &'a [(String, TouchDrawing)]),
        subject: &'a MapSubject,
        area: Rect,
        in_cell: (usize, usize),
    ) -> Option<Self> {
        let frame = framed(plate, subject)?;
        let has_words = has_words(area);
        let window = Window::on(frame, area, in_cell);
        let rasterizer = Self {
            plate,
            subject,
            drawings,
            hands: Vec::new(),
            frame,
            window,
            emblem: None,
            has_words,
        };
        (window.pixels() > 0).then(|| rasterizer.composed(area, in_cell))
    }

    /// The same with hands at work, the part of the picture seen that shows these best.
    fn composed(self, area: Rect, in_cell: (usize, usize)) -> Self {
        let (Focus::Place(region, side), Some(work)) = (self.subject.focus, self.subject.work)
        else {
            return self;
        };
        let mut hands = hands::at_work(self.plate, self.drawings, (region, side), work);
        let is_other = |way: Bounds| is_of_other(self.plate, &self.frame, way);
        hands.retain(|hand| !hand.course.bounds().is_some_and(is_other));
        let room = EmblemRoom { area, in_cell, tools: emblem::tools(work) };
        let spots = self.spots();
        let spots: Vec<_> = spots.iter().collect();
        let lit = if spots.is_empty() { self.lit() } else { spots };
        let Composed { frame, emblem } =
            Composer { plate: self.plate, hands: &hands, work, lit: &lit, frame: self.frame, room }
                .compose();
        let window = Window::on(frame, area, in_cell);
        Self { hands, frame, window, emblem: emblem.map(|cells| (room, cells)), ..self }
    }

    /// What there is to paint.
    pub(super) fn draw(&self) -> (MapScene, Layers) {
        let lit = self.lit();
        let ways = self.ways();
        let (heads, head_edges) = SignPiece::drawn(&ways.heads, &self.window);
        let wanted = framed(self.plate, self.subject);
        let layers = Layers {
            glow: self.glow(&lit),
            hints: self.hints(),
            edges: Edges::of(self.plate, self.subject, &self.window),
            hatched: self.hatched(&self.keep_off(), &self.hands),
            ways: ways.lines,
            heads,
            head_edges,
            are_heads_beside: ways.are_beside,
            form: Form::draw(self.plate, &self.window, |it| {
                !wanted.is_some_and(|frame| is_of_other(self.plate, &frame, it))
            }),
            emblem: self.emblem_layers(),
        };
        let scene = MapScene {
            window: self.window,
            frame: self.frame,
            hands: self.hands.clone(),
            middle: self.plate.middle(),
            heads: ways.heads,
            keeps_off: layers.hatched.iter().any(|hatched| *hatched > 0.2),
        };
        (scene, layers)
    }

    /// The small picture of what touches.
    fn emblem_layers(&self) -> EmblemLayers {
        let (Some(work), Some(place), Some(hand)) =
            (self.subject.work, self.emblem, self.hands.first())
        else {
            return EmblemLayers::default();
        };
        EmblemLayers::draw(self.drawings, (work, hand.drawn_as()), place, &self.window)
    }

    /// The cells of the small picture of what touches.
    #[cfg(test)]
    pub(super) fn cells_of_emblem(&self) -> Option<Rect> {
        self.emblem.map(|(_, cells)| cells)
    }

    /// How the ways of the hands are seen.
    fn ways(&self) -> SeenWays {
        let Some(work) = self.subject.work else { return SeenWays::default() };
        let grid = Window::on(self.window.bounds(), Rect::new(0, 0, SWEPT, SWEPT / 2), (1, 2));
        let swept = Swept::of(&self.hands, grid);
        let emblem = self.emblem.map(|(room, cells)| room.under(cells, &self.window));
        let room = ArrowRoom { window: &self.window, swept: &swept, emblem };
        SeenWays::of(&self.hands, work, &room)
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

    /// How brightly each pixel glows: all under what touches, and where only a part of the place is at work, the
    /// rest of it faintly.
    fn glow(&self, lit: &[&Shape]) -> Vec<f32> {
        let spots = self.spots();
        let mut glow = if spots.is_empty() {
            self.glow_of(lit)
        } else {
            let bright = self.glow_of(&spots.iter().collect::<Vec<_>>());
            let around = self.glow_of(lit);
            bright.iter().zip(around).map(|(spot, around)| spot.max(AROUND_SPOT * around)).collect()
        };
        for hand in &self.hands {
            let mut way = hand.course.points().to_vec();
            way.extend(way.last().copied());
            let under = drawn(&way, UNDER_HAND * hand.breadth(), 1.0, &self.window);
            let reach = HALO * self.halo() * self.window.bounds().height();
            let soft = softened(&under, reach, &self.window);
            lay(&mut glow, soft.into_iter().map(|soft| self.glowing() * soft));
        }
        glow
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
        let hinted = self.subject.hinted.iter();
        let areas = hinted.flat_map(|region| self.plate.places_of(*region, None));
        filled_by(areas.map(|area| &area.shape), &self.window)
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
}

/// The part of a picture that a map is about, as large as there is room.
pub(super) fn framed(plate: &Plate, subject: &MapSubject) -> Option<Bounds> {
    match subject.focus {
        Focus::Place(region, side) => plate.frame(region, side),
        Focus::Muscles(muscles, side) => plate.frame_of(muscles, side),
        Focus::Whole => Some(plate.bounds()),
    }
}
