//! What touches and how firmly, as a small picture beside the body: the tool with what of it touches filled, and
//! three steps, of which as many are filled as it is firm.

use ratatui::layout::Rect;

use crate::body::{Bounds, Point, Shape, Side, TouchDrawing};
use crate::canvas::{Window, drawn, filled};

use super::paint::lay;
use super::subject::MapWork;

/// How wide and how high the tool is, in the units of its drawing.
const TOOL: f32 = 100.0;

/// Where the steps begin, how wide each is, and how far they are apart, in the same units.
const STEPS_FROM: f32 = 110.0;
const STEP_WIDE: f32 = 18.0;
const STEPS_APART: f32 = 8.0;

/// How many steps there are.
const STEPS: u8 = 3;

/// How broad the lines of a tool are, in the same units.
const LINE: f32 = 5.0;

/// How high it is, in shares of the rows there are, and in rows at least and at most.
const SHARE: f32 = 0.26;
const ROWS: (u16, u16) = (5, 14);

/// In a picture of fewer columns or rows than these there is none.
const FEWEST: (u16, u16) = (24, 10);

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

/// Where emblems are: in which area, of how many pixels a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct EmblemRoom {
    pub(super) area: Rect,
    pub(super) in_cell: (usize, usize),
}

impl EmblemRoom {
    /// How many columns and rows an emblem takes; `None` where there is no room for one.
    fn size(self) -> Option<(u16, u16)> {
        let Rect { width, height, .. } = self.area;
        if width < FEWEST.0 || height < FEWEST.1 {
            return None;
        }
        let rows = ((f32::from(height) * SHARE).round() as u16).clamp(ROWS.0, ROWS.1);
        let wide = (STEPS_FROM + STEP_WIDE) / TOOL;
        Some(((2.0 * f32::from(rows) * wide).ceil() as u16, rows))
    }

    /// The cells where one may be, the best first: the corners, then between them.
    pub(super) fn places(self) -> Vec<Rect> {
        let Some((width, height)) = self.size() else { return Vec::new() };
        let (right, bottom) = (self.area.width - width, self.area.height - height);
        let corners = [
            (right, bottom),
            (0, bottom),
            (right, 0),
            (0, 0),
            (right, bottom / 2),
            (0, bottom / 2),
        ];
        corners.map(|(x, y)| Rect { x, y, width, height }).to_vec()
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
        let Some(tool) = drawing_of(drawings, work) else { return Self::default() };
        let tool = tool.mapped(|point| match whose {
            Side::Left => Point::new(TOOL - point.x, point.y),
            Side::Right => point,
        });
        let (wide, high) = room.in_cell;
        let (left, top) = (usize::from(cells.x) * wide, usize::from(cells.y) * high);
        let step = TOOL / f32::from(cells.height);
        let part = Window {
            origin: Point::default(),
            step: Point::new(step / 2.0 / wide as f32, step / high as f32),
            across: usize::from(cells.width) * wide,
            down: usize::from(cells.height) * high,
        };
        let mut layers = Self::of(&tool, steps(work.pressure), &part);
        if wide <= CELLS {
            // A cell has two colours: a soft edge would take one of them.
            for cover in layers.dim.iter_mut().chain(&mut layers.bright) {
                *cover = cover.round();
            }
        }
        layers.within(window, (left, top, part.across))
    }

    fn of(tool: &TouchDrawing, filled_steps: u8, part: &Window) -> Self {
        let all = |shapes: &mut dyn Iterator<Item = &Shape>| {
            let mut cover = vec![0.0_f32; part.pixels()];
            for shape in shapes {
                lay(&mut cover, filled(shape, part).into_iter().map(|inside| inside.min(1.0)));
            }
            cover
        };
        let steps: Vec<Shape> = (0..STEPS).filter_map(step).collect();
        let (full, empty) = steps.split_at(usize::from(filled_steps).min(steps.len()));
        let mut bright = all(&mut tool.touching.iter().chain(full));
        let mut dim = all(&mut tool.body.iter().chain(empty));
        for line in &tool.lines {
            let line = drawn(line, LINE, 1.0, part);
            for (cover, line) in bright.iter_mut().zip(line) {
                *cover *= 1.0 - line.round();
            }
        }
        for (dim, bright) in dim.iter_mut().zip(&bright) {
            *dim *= 1.0 - bright;
        }
        Self { clear: vec![1.0; part.pixels()], dim, bright }
    }

    /// The same as a part of a window, whose corner lies at a pixel and which is so many pixels across.
    fn within(self, window: &Window, (left, top, across): (usize, usize, usize)) -> Self {
        let placed = |layer: Vec<f32>| {
            let mut all = vec![0.0; window.pixels()];
            for (row, pixels) in layer.chunks_exact(across).enumerate() {
                let from = (top + row) * window.across + left;
                all[from..from + across].copy_from_slice(pixels);
            }
            all
        };
        Self { clear: placed(self.clear), dim: placed(self.dim), bright: placed(self.bright) }
    }
}

/// The drawing of an emblem.
fn drawing_of(drawings: &[(String, TouchDrawing)], work: MapWork) -> Option<&TouchDrawing> {
    let id = work.contact.part.id();
    let is_it = |name: &String| name.strip_prefix("emblem-") == Some(id);
    drawings.iter().find(|(name, _)| is_it(name)).map(|(_, drawing)| drawing)
}

/// One of the steps, from the lowest on: the higher, the wider.
fn step(number: u8) -> Option<Shape> {
    let high = (TOOL - STEPS_APART * f32::from(STEPS - 1)) / f32::from(STEPS);
    let bottom = TOOL - f32::from(number) * (high + STEPS_APART);
    let (left, right, top) = (STEPS_FROM, STEPS_FROM + STEP_WIDE, bottom - high);
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    Shape::new(vec![corners.map(|(x, y)| Point::new(x, y)).to_vec()])
}
