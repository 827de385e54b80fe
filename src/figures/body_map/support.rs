//! What carries a ball: a wall, a chair, a floor or a desk, as lines beside or below it.

use crate::body::Point;
use crate::session::Support;

use super::hands::MapHand;
use super::mark::MarkPlace;

/// How broad a ball is from its middle, how far from there what carries it is, how long that is to either
/// side at least, and how long its legs are, in millimetres.
pub(super) const BALL: f32 = 33.0;
const BESIDE: f32 = 37.0;
pub(super) const SUPPORT_LONG: f32 = 62.0;
const LEG: f32 = 34.0;

/// Whether a point lies on the other side of what carries a ball.
pub(super) fn is_beyond_support(hand: &MapHand, place: MarkPlace, point: Point) -> bool {
    let (right, below) = (point.x - place.middle.x, point.y - place.middle.y);
    match hand.support.filter(|_| hand.is_ball()) {
        Some(Support::Wall) if hand.is_left => right < -BESIDE,
        Some(Support::Wall) => right > BESIDE,
        Some(Support::Floor | Support::Chair | Support::Desk) => below > BESIDE,
        Some(Support::Hand) | None => false,
    }
}

/// The lines of what carries a ball: a wall or the back of a chair stands beside it, a floor, a seat or
/// a desk lies below it, the latter two with legs.
pub(super) fn support_lines(hand: &MapHand, place: MarkPlace, long: f32) -> Vec<Vec<Point>> {
    let Some(support) = hand.support.filter(|_| hand.is_ball()) else {
        return Vec::new();
    };
    let at = |x: f32, y: f32| Point::new(place.middle.x + x, place.middle.y + y);
    let below = vec![at(-long, BESIDE), at(long, BESIDE)];
    let leg = |x: f32| vec![at(x, BESIDE), at(x, BESIDE + LEG)];
    match support {
        Support::Wall => {
            let out = if hand.is_left { -BESIDE } else { BESIDE };
            vec![vec![at(out, -long), at(out, long)]]
        }
        Support::Floor => vec![below],
        Support::Chair => {
            vec![
                below,
                leg(-long + 8.0),
                leg(long - 8.0),
                vec![at(-long, -long), at(-long, BESIDE)],
            ]
        }
        Support::Desk => vec![below, leg(-long + 8.0), leg(long - 8.0)],
        Support::Hand => Vec::new(),
    }
}
