//! What carries a ball: a wall, a chair, a floor or a desk, as bars beside or below its emblem.

use crate::body::{Point, Shape, TouchDrawing};
use crate::session::Support;

/// How large a ball is that something carries, and how thick that is, in shares of a box of 100 by 100.
const BALL: f32 = 0.84;
const THICK: f32 = 9.0;

/// The drawing of a ball in its box, with what carries it: a wall stands beside it, a floor, a seat with its back or a
/// desk lies below it, the last on legs.
pub(super) fn carried(ball: &TouchDrawing, support: Support) -> TouchDrawing {
    let (bars, aside): (Vec<[f32; 4]>, f32) = match support {
        Support::Wall => (vec![[100.0 - THICK, 0.0, 100.0, 100.0]], 0.0),
        Support::Floor => (vec![[0.0, 100.0 - THICK, 100.0, 100.0]], 50.0),
        Support::Chair => {
            (vec![[0.0, 100.0 - THICK, 100.0, 100.0], [0.0, 0.0, THICK, 100.0 - THICK]], 100.0)
        }
        Support::Desk => (
            vec![
                [0.0, BALL * 100.0, 100.0, BALL * 100.0 + THICK],
                [6.0, BALL * 100.0 + THICK, 6.0 + THICK, 100.0],
                [94.0 - THICK, BALL * 100.0 + THICK, 94.0, 100.0],
            ],
            50.0,
        ),
        Support::Hand => return ball.clone(),
    };
    let down = if support == Support::Wall { 50.0 } else { 0.0 };
    let moved = |at: Point| {
        Point::new(at.x * BALL + aside * (1.0 - BALL), at.y * BALL + down * (1.0 - BALL))
    };
    let bar = |[left, top, right, bottom]: [f32; 4]| {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        Shape::new(vec![corners.map(|(x, y)| Point::new(x, y)).to_vec()])
    };
    let mut carried = ball.mapped(moved);
    carried.body.extend(bars.into_iter().filter_map(bar));
    carried
}
