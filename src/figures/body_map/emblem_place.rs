//! Where on a map the small picture of what touches hides least.

use ratatui::layout::Rect;

use crate::body::{Bounds, Point, Shape};
use crate::canvas::Window;

use super::emblem::EmblemRoom;
use super::hands::MapHand;
use super::paint::Layers;
use super::sign::{self, SignPiece};
use super::touch::Touch;

/// What it is to hide a pixel of the body, of the place at work, of what is hatched, and of the head of a way.
const BODY: f32 = 0.2;
const GLOW: f32 = 3.0;
const HATCHED: f32 = 6.0;
const HEAD: f32 = 6.0;

/// What it is to lie where a hand comes, in pixels of what is there: its arm, what touches, or its sign.
const ARM: f32 = 40.0;
const HAND: f32 = 4_000.0;

/// At how many places of its way a hand is looked at.
const LOOKS: u8 = 5;

/// The cells where one hides least, where there is room for one.
pub(super) fn best(
    room: EmblemRoom,
    hands: &[MapHand],
    layers: &Layers,
    window: &Window,
) -> Option<Rect> {
    let ways: Vec<_> = hands.iter().flat_map(|hand| seen_of(hand, window)).collect();
    let cost = |cells: &Rect| {
        let under = room.under(*cells, window);
        let met = ways.iter().filter(|(shape, _)| meets(shape, &under));
        hidden(room, *cells, layers, window) + met.map(|(_, cost)| cost).sum::<f32>()
    };
    let places = room.places().into_iter().map(|cells| (cost(&cells), cells));
    let least = |best: (f32, Rect), next: (f32, Rect)| if next.0 < best.0 { next } else { best };
    places.reduce(least).map(|(_, cells)| cells)
}

/// What some cells would hide of what stays as it is.
fn hidden(room: EmblemRoom, cells: Rect, layers: &Layers, window: &Window) -> f32 {
    let (wide, high) = room.in_cell;
    let (left, top) = (usize::from(cells.x) * wide, usize::from(cells.y) * high);
    let (across, down) = (usize::from(cells.width) * wide, usize::from(cells.height) * high);
    let rows = (top..top + down).map(|row| row * window.across + left);
    let pixels = rows.flat_map(|from| from..from + across);
    let cost = pixels.map(|index| {
        let head = layers.heads.get(index).copied().unwrap_or_default();
        BODY * layers.form.body[index].min(1.0)
            + GLOW * layers.glow[index]
            + HATCHED * layers.hatched[index]
            + HEAD * head
    });
    // The same for the same part of a picture, however fine it is.
    cost.sum::<f32>() * 8.0 / (wide * high) as f32
}

/// Whether some of a shape lies within some bounds.
pub(super) fn meets(shape: &Shape, under: &Bounds) -> bool {
    shape.bounds().meets(under)
        && (shape.edges().any(|(from, _)| under.contains(from)) || shape.contains(under.middle()))
}

/// What is seen of a hand on its way, and what it is to lie there.
fn seen_of(hand: &MapHand, window: &Window) -> Vec<(Shape, f32)> {
    let mut seen = Vec::new();
    for look in 0..LOOKS {
        let along = f32::from(look) / f32::from(LOOKS - 1);
        let touch = Touch { along, press: 0.5, contact: 1.0, trail_from: along, off: 0.0 };
        let place = hand.place(along);
        let drawing = place.stand(&hand.drawing, hand.is_grip(), touch.press);
        let signs = sign::pieces(hand, place, &touch, window);
        let signs = signs.iter().filter_map(SignPiece::bounds).filter_map(shape_of);
        seen.extend(drawing.touching.iter().cloned().chain(signs).map(|shape| (shape, HAND)));
        // An arm fades.
        let is_seen = |point: &Point| place.behind(*point) < hand.wrist.0;
        let body = drawing.body.iter().flat_map(Shape::edges).map(|(from, _)| from);
        let body = Shape::new(vec![body.filter(is_seen).collect()]);
        seen.extend(body.map(|shape| (shape, ARM)));
    }
    seen
}

/// The shape of some bounds: their corners, and points between them.
fn shape_of(bounds: Bounds) -> Option<Shape> {
    let Bounds { from, to } = bounds;
    let middle = bounds.middle();
    let points = [
        from,
        Point::new(middle.x, from.y),
        Point::new(to.x, from.y),
        Point::new(to.x, middle.y),
        to,
        Point::new(middle.x, to.y),
        Point::new(from.x, to.y),
        Point::new(from.x, middle.y),
    ];
    Shape::new(vec![points.to_vec()])
}
