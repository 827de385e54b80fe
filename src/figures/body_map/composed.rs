//! Which part of a picture is seen, and where in it the small picture of what touches lies: together, so that
//! neither the place at work nor the hands, and as little of the body as can be, are hidden.

use ratatui::layout::Rect;

use crate::body::{Bounds, Plate, Point, Shape};
use crate::canvas::{Window, filled_by};
use crate::session::TouchingPart;

use super::emblem::EmblemRoom;
use super::hands::MapHand;
use super::subject::MapWork;
use super::swept::{self, Swept};

/// How many pixels wide a finger is to be where fingers touch and where the whole hand does, and how wide it is, in
/// millimetres.
const FINGER_PIXELS: (f32, f32) = (3.0, 2.3);
const FINGER: f32 = 18.0;

/// How much of the picture made for a region is to be seen, across and down: at least, however small the hand is, and
/// at most.
const NEAREST: f32 = 0.5;
const WIDEST: f32 = 0.9;

/// How much of it may be seen: what is tried, in shares.
const ZOOMS: [f32; 9] = [0.5, 0.56, 0.63, 0.7, 0.78, 0.86, 0.93, 1.0, 1.1];

/// Of how many squares a grid is that tells what lies where, and how far it reaches beyond the picture of a region.
const SQUARES: f32 = 72.0;
const BEYOND: f32 = 0.6;

/// How far around what has to be seen the picture reaches at least, in shares of the height that is seen: at its edges
/// it fades.
const MARGIN: f32 = 0.09;

/// By how many steps the picture is moved aside, and how far at most, in shares of what is seen.
const MOVES: i16 = 8;
const FARTHEST: f32 = 0.4;

/// What it is to hide a body near the place, one far from it, the place itself and a hand.
const NEAR: f32 = 1.0;
const FAR: f32 = 0.4;
const LIT: f32 = 5.0;
const HAND: f32 = 8.0;

/// How near is near, in shares of the height that is seen.
const NEARBY: f32 = 0.22;

/// What it is to hide all that can be, to lose what has to be seen, to lie amid that, to see it smaller or larger than
/// wanted, to lose the neighbourhood, to see the place at the edge, and to have a smaller emblem.
const HIDING: f32 = 10.0;
const LOSING: f32 = 160.0;
const AMID: f32 = 15.0;
const SMALLER: f32 = 8.0;
const LARGER: f32 = 4.0;
const NEIGHBOURHOOD: f32 = 5.0;
const ASIDE: f32 = 20.0;
const SMALL: f32 = 1.5;

/// What is seen of a picture, and the cells of the emblem.
pub(super) struct Composed {
    pub(super) frame: Bounds,
    pub(super) emblem: Option<Rect>,
}

/// What has to be seen, and what may be hidden.
pub(super) struct Composer<'a> {
    pub(super) plate: &'a Plate,
    pub(super) hands: &'a [MapHand],
    pub(super) work: MapWork,
    /// The place at work, or the part of it that is.
    pub(super) lit: &'a [&'a Shape],
    /// The part of the picture that shows the region best.
    pub(super) frame: Bounds,
    pub(super) room: EmblemRoom,
}

impl Composer<'_> {
    /// The best there is.
    pub(super) fn compose(&self) -> Composed {
        let places = self.room.places();
        let base = Window::on(self.frame, self.room.area, self.room.in_cell).bounds();
        let Some(needed) = self.needed().filter(|_| !places.is_empty()) else {
            return Composed { frame: self.frame, emblem: None };
        };
        let grid = self.grid(&base, &needed);
        let room = 1.0 - 2.0 * MARGIN;
        let least = (needed.width() / base.width()).max(needed.height() / (room * base.height()));
        let wanted = self.wanted(&base).max(least);
        let most = places.iter().map(|cells| cells.height).max().unwrap_or(1);
        let mut best = (f32::INFINITY, Composed { frame: self.frame, emblem: None });
        for zoom in ZOOMS {
            let (wide, high) = (base.width() * zoom, base.height() * zoom);
            let size_cost =
                if zoom > wanted { SMALLER } else { LARGER } * (zoom / wanted).ln().abs();
            let moves = (-MOVES..=MOVES).flat_map(|x| (-MOVES..=MOVES).map(move |y| (x, y)));
            for (right, down) in moves {
                let share = |moved: i16| FARTHEST * f32::from(moved) / f32::from(MOVES);
                let middle = base.middle();
                let from = Point::new(
                    middle.x + (share(right) - 0.5) * wide,
                    middle.y + (share(down) - 0.5) * high,
                );
                let seen = Bounds { from, to: Point::new(from.x + wide, from.y + high) };
                let cost = size_cost + self.cost_of(&seen, &needed);
                if cost >= best.0 {
                    continue;
                }
                for cells in &places {
                    let small = SMALL * (1.0 - f32::from(cells.height) / f32::from(most));
                    let under = self.under(*cells, &seen);
                    let hidden = HIDING * grid.share(&under) + AMID * overlap(&needed, &under);
                    let cost = cost + small + hidden;
                    if cost < best.0 {
                        best = (cost, Composed { frame: seen, emblem: Some(*cells) });
                    }
                }
            }
        }
        best.1
    }

    /// What has to be seen: the place, and what touches on its whole way.
    fn needed(&self) -> Option<Bounds> {
        let lit = self.lit.iter().map(|shape| shape.bounds()).reduce(Bounds::joined);
        let near = grown(&self.frame, MARGIN * self.frame.height() / 2.0);
        // What is larger than the picture of a region is not all seen.
        let all = swept::reach(self.hands).into_iter().chain(lit).reduce(Bounds::joined);
        all.and_then(|all| within(&all, &near))
    }

    /// How much of the picture is to be seen: where fingers would be a blur, less of it.
    fn wanted(&self, base: &Bounds) -> f32 {
        use TouchingPart::{Fingertips, FlatFingers, Grip, Knuckles, SoftFist, Thumb};
        let pixels = match self.work.contact.part {
            Fingertips | FlatFingers | Grip | Knuckles | SoftFist | Thumb => FINGER_PIXELS.0,
            part if part.is_of_the_hand() => FINGER_PIXELS.1,
            _ => return WIDEST,
        };
        let least = self.hands.iter().map(MapHand::scale).fold(1.0, f32::min);
        let across = f32::from(self.room.area.width) * self.room.in_cell.0.min(2) as f32;
        (across * FINGER * least / pixels / base.width()).clamp(NEAREST, WIDEST)
    }

    /// What it is to see just this.
    fn cost_of(&self, seen: &Bounds, needed: &Bounds) -> f32 {
        let lost = 1.0 - overlap(seen, &grown(needed, MARGIN * seen.height()));
        let neighbourhood = 1.0 - overlap(seen, &self.frame);
        let (place, middle) = (needed.middle(), seen.middle());
        let aside =
            ((place.x - middle.x) / seen.width()).hypot((place.y - middle.y) / seen.height());
        LOSING * lost + NEIGHBOURHOOD * neighbourhood + ASIDE * aside * aside
    }

    /// What some cells lie on in what is seen, in millimetres.
    fn under(&self, cells: Rect, seen: &Bounds) -> Bounds {
        let Rect { width, height, .. } = self.room.area;
        let (wide, high) = (seen.width() / f32::from(width), seen.height() / f32::from(height));
        let at = |x: u16, y: u16| {
            Point::new(seen.from.x + wide * f32::from(x), seen.from.y + high * f32::from(y))
        };
        Bounds { from: at(cells.x, cells.y), to: at(cells.right(), cells.bottom()) }
    }

    /// Whether a part of the body is drawn: of a pair, the other one is not.
    fn is_shown(&self, part: &Shape) -> bool {
        !is_of_other(self.plate, &self.frame, part.bounds())
    }

    /// What it is to hide each square of the picture.
    fn grid(&self, base: &Bounds, needed: &Bounds) -> Sums {
        let step = base.width().max(base.height()) / SQUARES;
        let (wide, high) = (base.width() * BEYOND, base.height() * BEYOND);
        let squares = |length: f32| (length / step).ceil() as usize;
        let window = Window {
            origin: Point::new(base.from.x - wide, base.from.y - high),
            step: Point::new(step, step),
            across: squares(base.width() + 2.0 * wide),
            down: squares(base.height() + 2.0 * high),
        };
        let shown = self.plate.silhouette.iter().filter(|part| self.is_shown(part));
        let (body, lit) = (filled_by(shown, &window), filled_by(self.lit.iter().copied(), &window));
        let swept = Swept::of(self.hands, window);
        let near = grown(needed, NEARBY * base.height());
        let costs = (0..window.pixels()).map(|index| {
            let at = window.middle_of(index % window.across, index / window.across);
            let body = body[index] * if near.contains(at) { NEAR } else { FAR };
            body + LIT * lit[index] + HAND * swept.shares()[index]
        });
        Sums::of(&costs.collect::<Vec<_>>(), window)
    }
}

/// Sums over all squares from the corner on.
struct Sums {
    window: Window,
    sums: Vec<f32>,
}

impl Sums {
    fn of(values: &[f32], window: Window) -> Self {
        let across = window.across + 1;
        let mut sums = vec![0.0; across * (window.down + 1)];
        for row in 0..window.down {
            let mut line = 0.0;
            for column in 0..window.across {
                line += values[row * window.across + column];
                sums[(row + 1) * across + column + 1] = sums[row * across + column + 1] + line;
            }
        }
        Self { window, sums }
    }

    /// The average over some bounds.
    fn share(&self, bounds: &Bounds) -> f32 {
        let (from, to) = (self.window.place(bounds.from), self.window.place(bounds.to));
        let column = |x: f32| (x.round().max(0.0) as usize).min(self.window.across);
        let row = |y: f32| (y.round().max(0.0) as usize).min(self.window.down);
        let at = |x: f32, y: f32| self.sums[row(y) * (self.window.across + 1) + column(x)];
        let sum = at(to.x, to.y) - at(from.x, to.y) - at(to.x, from.y) + at(from.x, from.y);
        let all = ((to.x - from.x) * (to.y - from.y)).max(1.0);
        sum / all
    }
}

/// Whether something lies on the other of a pair than the frame is of.
pub(super) fn is_of_other(plate: &Plate, frame: &Bounds, it: Bounds) -> bool {
    let middle = plate.middle();
    let is_left = frame.middle().x < middle;
    let is_of_one = frame.to.x <= middle || frame.from.x >= middle;
    plate.view.is_pair() && is_of_one && (it.middle().x < middle) != is_left
}

/// Which share of some bounds lies within others.
fn overlap(bounds: &Bounds, of: &Bounds) -> f32 {
    let area = |bounds: &Bounds| bounds.width().max(1.0) * bounds.height().max(1.0);
    within(of, bounds).map_or(0.0, |both| area(&both) / area(of))
}

fn within(one: &Bounds, other: &Bounds) -> Option<Bounds> {
    let from = Point::new(one.from.x.max(other.from.x), one.from.y.max(other.from.y));
    let to = Point::new(one.to.x.min(other.to.x), one.to.y.min(other.to.y));
    (from.x < to.x && from.y < to.y).then_some(Bounds { from, to })
}

fn grown(bounds: &Bounds, by: f32) -> Bounds {
    Bounds {
        from: Point::new(bounds.from.x - by, bounds.from.y - by),
        to: Point::new(bounds.to.x + by, bounds.to.y + by),
    }
}
