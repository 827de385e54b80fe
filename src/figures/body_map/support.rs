//! What carries a ball: a wall, a chair, a floor or a desk, as lines beside or below it.

use crate::body::Point;
use crate::session::Support;

use super::hands::MapHand;
use super::mark::MarkPlace;

/// How far from the middle of a ball what carries it is, how long that is to either side, and how long its
/// legs are, in millimetres.
const BESIDE: f32 = 37.0;
const LONG: f32 = 80.0;
const LEG: f32 = 34.0;

/// The lines of what carries a ball: a wall or the back of a chair stands beside it, a floor, a seat or
/// a desk lies below it, the latter two with legs.
pub(super) fn support_lines(hand: &MapHand, place: MarkPlace) -> Vec<Vec<Point>> {
    let Some(support) = hand.support.filter(|_| hand.is_ball()) else {
        return Vec::new();
    };
    let at = |x: f32, y: f32| Point::new(place.middle.x + x, place.middle.y + y);
    let below = vec![at(-LONG, BESIDE), at(LONG, BESIDE)];
    let leg = |x: f32| vec![at(x, BESIDE), at(x, BESIDE + LEG)];
    match support {
        Support::Wall => {
            let out = if hand.is_left { -BESIDE } else { BESIDE };
            vec![vec![at(out, -LONG), at(out, LONG)]]
        }
        Support::Floor => vec![below],
        Support::Chair => {
            vec![
                below,
                leg(-LONG + 8.0),
                leg(LONG - 8.0),
                vec![at(-LONG, -LONG), at(-LONG, BESIDE)],
            ]
        }
        Support::Desk => vec![below, leg(-LONG + 8.0), leg(LONG - 8.0)],
        Support::Hand => Vec::new(),
    }
}
