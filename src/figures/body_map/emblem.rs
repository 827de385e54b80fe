//! What touches and how firmly, as a small picture beside the body: the tool with what of it touches filled, both
//! hands where both work, and three steps, of which as many are filled as it is firm.

use ratatui::layout::Rect;

use crate::body::{Bounds, Point, Shape, Side, TouchDrawing};
use crate::canvas::{Window, drawn, filled_by, softened};
use crate::session::{TouchingPart, WorkingHands};

use super::subject::MapWork;
use super::support::carried;

/// How wide and how high the tool is, in the units of its drawing.
const TOOL: f32 = 100.0;

/// How far two hands are apart, in the same units.
const PAIR_APART: f32 = 5.0;

/// How far beside the tool the steps begin, how wide each is, and how far they are apart, in the same units.
const STEPS_BESIDE: f32 = 10.0;
const STEP_WIDE: f32 = 18.0;
const STEPS_APART: f32 = 6.0;

/// How many steps there are.
const STEPS: u8 = 3;

/// How broad the lines of a tool are, in the same units.
const LINE: f32 = 5.0;

/// How high it is, in rows, and in shares of the rows there are, and how much of that it is with two hands; in
/// rows at least and at most; how much lower it may be where there is no room; and how much of the columns there
/// are it takes at most.
const ROWS: (f32, f32) = (2.0, 0.175);
const PAIR_ROWS: f32 = 0.85;
const FEWEST_ROWS: f32 = 3.0;
const MOST_ROWS: f32 = 14.0;
const LOWER: [f32; 2] = [0.0, 1.0];
const WIDEST: f32 = 0.65;

/// In a picture of fewer rows than these there is none.
const FEWEST: u16 = 6;

/// How far the body is dark around it, in the same units, how soon it is so, and how many columns and rows
/// around its cells that may reach.
const HALO: f32 = 9.0;
const HALO_DARK: f32 = 3.0;
const AROUND: (u16, u16) = (2, 1);

/// How many pixels a cell has across at most where each is to be one thing or the other.
const CELLS: usize = 2;

/// How many steps stand for a pressure of 0–10: one is light, two are soft and easy, three firm.
pub(super) const fn steps(pressure: u8) -> u8 {
    match pressure {
        0 => 0,
        1..=2 => 1,
        3 => 2,
        _ => STEPS,
    }
}

/// How wide so many tools and the steps are, in the units of a drawing.
fn steps_from(tools: u8) -> f32 {
    f32::from(tools) * TOOL + f32::from(tools - 1) * PAIR_APART + STEPS_BESIDE
}

/// How many tools some work is shown with: of both hands, both.
pub(super) fn tools(work: MapWork) -> u8 {
    let part = work.contact.part;
    let are_both = work.hands == WorkingHands::Both;
    if are_both && (part.is_of_the_hand() || part == TouchingPart::Forearm) { 2 } else { 1 }
}

/// Where emblems are: in which area, of how many pixels a cell, and how many tools they have.
#[derive(Clone, Copy, Debug)]
pub(super) struct EmblemRoom {
    pub(super) area: Rect,
    pub(super) in_cell: (usize, usize),
    pub(super) tools: u8,
}

impl EmblemRoom {
    /// How many columns and rows an emblem may take, the largest first; none where there is no room for one.
    fn sizes(self) -> Vec<(u16, u16)> {
        let Rect { width, height, .. } = self.area;
        let of_pair = if self.tools > 1 { PAIR_ROWS } else { 1.0 };
        let in_height = (of_pair * (ROWS.0 + ROWS.1 * f32::from(height))).round();
        // A cell is twice as high as wide.
        let wide = 2.0 * (steps_from(self.tools) + STEP_WIDE) / TOOL;
        let in_width = (WIDEST * f32::from(width) / wide).floor();
        let rows = in_height.min(in_width).min(MOST_ROWS);
        let fits = |rows: &f32| *rows >= FEWEST_ROWS && height >= FEWEST;
        let lower = LOWER.map(|lower| rows - lower).into_iter().filter(fits);
        lower.map(|rows| ((rows * wide).ceil() as u16, rows as u16)).collect()
    }

    /// The cells where one may be: the corners, and the middles of the sides.
    pub(super) fn places(self) -> Vec<Rect> {
        let places = self.sizes().into_iter().flat_map(|(width, height)| {
            let (right, bottom) = (self.area.width - width, self.area.height - height);
            [
                (right, bottom),
                (0, bottom),
                (right, 0),
                (0, 0),
                (right, bottom / 2),
                (0, bottom / 2),
                (right / 2, bottom),
                (right / 2, 0),
            ]
            .map(|(x, y)| Rect { x, y, width, height })
        });
        places.collect()
    }

    /// What lies under some cells, in the millimetres of the picture.
    pub(super) fn under(self, cells: Rect, window: &Window) -> Bounds {
        let (wide, high) = self.in_cell;
        let pixels = |cells: u16, in_cell: usize| usize::from(cells) * in_cell;
        let (left, top) = (pixels(cells.x, wide), pixels(cells.y, high));
        window.part(left, top, pixels(cells.width, wide), pixels(cells.height, high)).bounds()
    }
}

/// How much of each pixel of a map is what of an emblem, 0–1; all are empty where there is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct EmblemLayers {
    /// Where nothing else is seen.
    pub(super) clear: Vec<f32>,
    /// What of the tool does not touch, and the steps that are not filled.
    pub(super) dim: Vec<f32>,
    /// What of the tool touches, and the steps that are filled.
    pub(super) bright: Vec<f32>,
}

impl EmblemLayers {
    /// The emblem of some work in the cells it has.
    pub(super) fn draw(
        drawings: &[(String, TouchDrawing)],
        (work, whose): (MapWork, Side),
        (room, cells): (EmblemRoom, Rect),
        window: &Window,
    ) -> Self {
        let Some(right) = drawing_of(drawings, work) else { return Self::default() };
        let is_ball = work.contact.part == TouchingPart::Ball;
        let right = match work.contact.support.filter(|_| is_ball) {
            Some(support) => carried(right, support),
            None => right.clone(),
        };
        let left = right.mapped(|point| Point::new(TOOL - point.x, point.y));
        let beside = |point: Point| Point::new(point.x + TOOL + PAIR_APART, point.y);
        let tools = match (tools(work), whose) {
            (1, Side::Left) => vec![left],
            (1, Side::Right) => vec![right],
            // Of a pair the thumbs lie inside, as one sees one's own.
            _ => vec![left, right.mapped(beside)],
        };
        let (wide, high) = room.in_cell;
        let pixels = |cells: u16, in_cell: usize| usize::from(cells) * in_cell;
        let step = TOOL / f32::from(cells.height);
        let part = Window {
            origin: Point::new(-f32::from(AROUND.0) * step / 2.0, -f32::from(AROUND.1) * step),
            step: Point::new(step / 2.0 / wide as f32, step / high as f32),
            across: pixels(cells.width + 2 * AROUND.0, wide),
            down: pixels(cells.height + 2 * AROUND.1, high),
        };
        let layers = Self::of(&tools, steps(work.pressure), &part);
        let around = (pixels(AROUND.0, wide), pixels(AROUND.1, high));
        let corner = (pixels(cells.x, wide), pixels(cells.y, high));
        layers.within(window, corner, (part.across, around), wide <= CELLS)
    }

    fn of(tools: &[TouchDrawing], filled_steps: u8, part: &Window) -> Self {
        let from = steps_from(tools.len() as u8);
        let steps: Vec<Shape> = (0..STEPS).filter_map(|number| step(number, from, part)).collect();
        let (full, empty) = steps.split_at(usize::from(filled_steps).min(steps.len()));
        let touching = tools.iter().flat_map(|tool| &tool.touching);
        let mut bright = filled_by(touching.chain(full), part);
        let mut dim = filled_by(tools.iter().flat_map(|tool| &tool.body).chain(empty), part);
        for line in tools.iter().flat_map(|tool| &tool.lines) {
            let line = drawn(line, LINE, 1.0, part);
            for (cover, line) in bright.iter_mut().zip(line) {
                *cover *= 1.0 - line.round();
            }
        }
        for (dim, bright) in dim.iter_mut().zip(&bright) {
            *dim *= 1.0 - bright;
        }
        let whole: Vec<_> = dim.iter().zip(&bright).map(|(dim, bright)| dim.max(*bright)).collect();
        let clear = softened(&whole, HALO, part).into_iter();
        Self { clear: clear.map(|soft| (HALO_DARK * soft).min(1.0)).collect(), dim, bright }
    }

    /// The same as a part of a window, with its corner at a pixel: so many pixels across, some of them around it
    /// on either side. In cells each pixel is one thing or another.
    fn within(
        self,
        window: &Window,
        (left, top): (usize, usize),
        (across, around): (usize, (usize, usize)),
        in_cells: bool,
    ) -> Self {
        let placed = |layer: Vec<f32>, is_crisp: bool| {
            let mut all = vec![0.0; window.pixels()];
            for (index, cover) in layer.into_iter().enumerate() {
                let column = (left + index % across).checked_sub(around.0);
                let row = (top + index / across).checked_sub(around.1);
                let column = column.filter(|column| *column < window.across);
                let row = row.filter(|row| *row < window.down);
                if let (Some(column), Some(row)) = (column, row) {
                    // A cell has two colours: a soft edge would take one of them.
                    all[row * window.across + column] =
                        if is_crisp { cover.round() } else { cover };
                }
            }
            all
        };
        Self {
            clear: placed(self.clear, false),
            dim: placed(self.dim, in_cells),
            bright: placed(self.bright, in_cells),
        }
    }
}

/// The drawing of an emblem.
fn drawing_of(drawings: &[(String, TouchDrawing)], work: MapWork) -> Option<&TouchDrawing> {
    let id = work.contact.part.id();
    let is_it = |name: &String| name.strip_prefix("emblem-") == Some(id);
    drawings.iter().find(|(name, _)| is_it(name)).map(|(_, drawing)| drawing)
}

/// One of the steps, from the lowest on, in whole pixels, so that gaps between them are as clear as they are.
fn step(number: u8, left: f32, part: &Window) -> Option<Shape> {
    let rows = (TOOL / part.step.y).round();
    let gap = (STEPS_APART / part.step.y).ceil();
    let high = ((rows - gap * f32::from(STEPS - 1)) / f32::from(STEPS)).floor().max(1.0);
    let bottom = (rows - f32::from(number) * (high + gap)) * part.step.y;
    let (right, top) = (left + STEP_WIDE, bottom - high * part.step.y);
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    Shape::new(vec![corners.map(|(x, y)| Point::new(x, y)).to_vec()])
}
