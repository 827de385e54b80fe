//! What touches and how firmly, as a small picture beside the body: the tool with what of it touches filled, and
//! three steps, of which as many are filled as it is firm.

use ratatui::layout::Rect;

use crate::body::{Bounds, Point, Shape, Side, TouchDrawing};
use crate::canvas::{Window, drawn, filled, softened};

use super::subject::MapWork;

/// How wide and how high the tool is, in the units of its drawing.
const TOOL: f32 = 100.0;

/// Where the steps begin, how wide each is, and how far they are apart, in the same units.
const STEPS_FROM: f32 = 110.0;
const STEP_WIDE: f32 = 18.0;
const STEPS_APART: f32 = 6.0;

/// How many steps there are.
const STEPS: u8 = 3;

/// How broad the lines of a tool are, in the same units.
const LINE: f32 = 5.0;

/// How high it is, in rows, and in shares of the rows there are; in rows at least and at most; and how much of
/// the columns there are it takes at most.
const ROWS: (f32, f32) = (2.0, 0.175);
const FEWEST_ROWS: f32 = 3.0;
const MOST_ROWS: f32 = 14.0;
const WIDEST: f32 = 0.6;

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
        let in_height = (ROWS.0 + ROWS.1 * f32::from(height)).round();
        // A cell is twice as high as wide.
        let wide = 2.0 * (STEPS_FROM + STEP_WIDE) / TOOL;
        let in_width = (WIDEST * f32::from(width) / wide).floor();
        let rows = in_height.min(in_width).min(MOST_ROWS);
        let has_room = rows >= FEWEST_ROWS && height >= FEWEST;
        has_room.then_some(((rows * wide).ceil() as u16, rows as u16))
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
        let pixels = |cells: u16, in_cell: usize| usize::from(cells) * in_cell;
        let step = TOOL / f32::from(cells.height);
        let part = Window {
            origin: Point::new(-f32::from(AROUND.0) * step / 2.0, -f32::from(AROUND.1) * step),
            step: Point::new(step / 2.0 / wide as f32, step / high as f32),
            across: pixels(cells.width + 2 * AROUND.0, wide),
            down: pixels(cells.height + 2 * AROUND.1, high),
        };
        let layers = Self::of(&tool, steps(work.pressure), &part);
        let around = (pixels(AROUND.0, wide), pixels(AROUND.1, high));
        let corner = (pixels(cells.x, wide), pixels(cells.y, high));
        layers.within(window, corner, (part.across, around), wide <= CELLS)
    }

    fn of(tool: &TouchDrawing, filled_steps: u8, part: &Window) -> Self {
        let all = |shapes: &mut dyn Iterator<Item = &Shape>| {
            let mut cover = vec![0.0_f32; part.pixels()];
            for shape in shapes {
                for (there, inside) in cover.iter_mut().zip(filled(shape, part)) {
                    *there = there.max(inside.min(1.0));
                }
            }
            cover
        };
        let steps: Vec<Shape> = (0..STEPS).filter_map(|number| step(number, part)).collect();
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
fn step(number: u8, part: &Window) -> Option<Shape> {
    let rows = (TOOL / part.step.y).round();
    let gap = (STEPS_APART / part.step.y).ceil();
    let high = ((rows - gap * f32::from(STEPS - 1)) / f32::from(STEPS)).floor().max(1.0);
    let bottom = (rows - f32::from(number) * (high + gap)) * part.step.y;
    let (left, right, top) = (STEPS_FROM, STEPS_FROM + STEP_WIDE, bottom - high * part.step.y);
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    Shape::new(vec![corners.map(|(x, y)| Point::new(x, y)).to_vec()])
}
