//! What arrows beside a hand tell of the way it takes.

use super::super::hands::MapHand;
use super::super::rasterizer::MapScene;
use super::super::sign::SignPiece;
use super::super::sign_kind::SignKind;
use super::super::swept::Swept;
use super::emblems::{DrawnWork, each_drawn};
use crate::body::{Point, Shape};
use crate::canvas::Window;

/// The arrows that lie beside hands.
fn beside(scene: &MapScene) -> Vec<&SignPiece> {
    scene.heads.iter().filter(|piece| piece.look.0 == SignKind::Turning).collect()
}

/// The middles of the pixels of an arrow that are seen.
pub(super) fn pixels(arrow: &SignPiece, window: &Window) -> Vec<Point> {
    let (bright, _) = SignPiece::drawn(std::slice::from_ref(arrow), window);
    let at = |index: usize| window.middle_of(index % window.across, index / window.across);
    (0..bright.len()).filter(|index| bright[*index] > 0.5).map(at).collect()
}

/// The upright line between two hands.
fn between(hands: &[MapHand]) -> Option<f32> {
    let [one, other] = hands else { return None };
    let middle = |hand: &MapHand| Some(hand.course.bounds()?.middle().x);
    Some(f32::midpoint(middle(one)?, middle(other)?))
}

#[test]
fn no_hand_lies_over_an_arrow_beside_it_on_its_whole_way() {
    let (mut hidden, mut all) = (Vec::new(), 0);
    each_drawn(|name, _, size, DrawnWork { scene, .. }| {
        let swept = Swept::of(&scene.hands, scene.window);
        for arrow in beside(scene) {
            all += 1;
            let share = swept.over(&pixels(arrow, &scene.window));
            if share > 0.15 {
                hidden.push(format!("{name} {size:?}: {share:.2}"));
            }
        }
    });
    assert!(all > 40, "{all}");
    assert!(hidden.is_empty(), "{hidden:#?}");
}

#[test]
fn an_arrow_is_all_in_the_picture_and_long_enough_to_be_read() {
    each_drawn(|name, _, size, DrawnWork { scene, .. }| {
        for arrow in beside(scene) {
            let bounds =
                arrow.bright().iter().map(Shape::bounds).reduce(crate::body::Bounds::joined);
            let bounds = bounds.expect("an arrow");
            let step = scene.window.step;
            let long = (bounds.width() / step.x).max(bounds.height() / step.y);
            assert!(long >= 8.0, "{name} {size:?}: {long}");
            let seen = scene.window.bounds();
            assert!(seen.contains(bounds.from) && seen.contains(bounds.to), "{name} {size:?}");
        }
    });
}

#[test]
fn every_hand_that_circles_on_the_spot_has_one_arrow_on_its_own_side_of_the_other() {
    let mut seen = 0;
    each_drawn(|name, _, size, DrawnWork { scene, .. }| {
        if !scene.hands.iter().any(|hand| hand.sign == Some(SignKind::Turning)) {
            return;
        }
        let arrows = beside(scene);
        assert_eq!(arrows.len(), scene.hands.len(), "{name} {size:?}");
        seen += 1;
        if let Some(middle) = between(&scene.hands) {
            for (hand, arrow) in scene.hands.iter().zip(arrows) {
                let is_left = hand.course.at(0.0).point.x < middle;
                let across = |at: &Point| (at.x > middle) == is_left;
                assert!(!pixels(arrow, &scene.window).iter().any(across), "{name} {size:?}");
            }
        }
    });
    assert!(seen > 10, "{seen}");
}
