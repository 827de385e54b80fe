//! The map in pictures, for terminals that show pixels.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::{BodyMap, MapRasters};
use super::{english, squeeze, timeline};
use crate::canvas::{ColorDepth, PixelShape};
use crate::pictures::tests::{CELL, KittyReader};
use crate::pictures::{KittyScreen, PlacedPicture};
use crate::theme::Theme;
use crate::timeline::Timeline;

const AREA: Rect = Rect { x: 50, y: 2, width: 46, height: 24 };

fn placed(timeline: &Timeline, at: u64, rasters: &mut MapRasters) -> Vec<PlacedPicture> {
    let (theme, texts) = (Theme::night(ColorDepth::True), english());
    let moment = timeline.at(timeline.first_segments()[0].start + at);
    let shape = PixelShape::Quadrants;
    let map = BodyMap::of(&theme, &moment, shape, false, texts).expect("a place on the body");
    map.place(AREA, &mut Buffer::empty(Rect::new(0, 0, 100, 30)), rasters, CELL)
}

#[test]
fn twenty_seconds_of_a_hand_at_work_take_few_bytes_after_the_first_frame() {
    for timeline in [
        squeeze(),
        timeline("abdomen", None, "effleurage", "clockwise", Some("4s")),
        timeline("calf", Some("right"), "effleurage", "toward-heart", Some("4s")),
    ] {
        let (mut rasters, mut screen) = (MapRasters::default(), KittyScreen::default());
        let (mut reader, mut written) = (KittyReader::default(), String::new());
        let mut first = 0;
        for at in (0..20_000).step_by(55) {
            screen.show(&placed(&timeline, at, &mut rasters), CELL, &mut written);
            first = if at == 0 { written.len() } else { first };
        }
        reader.read(&written);
        assert!(written.len() - first < 200_000, "{}", written.len() - first);
        assert!(reader.sent < 30, "{} pictures", reader.sent);
    }
}

#[test]
fn a_map_lies_within_its_area_and_draws_only_its_words_into_cells() {
    let timeline = squeeze();
    let (theme, texts) = (Theme::night(ColorDepth::True), english());
    let moment = timeline.at(timeline.first_segments()[0].start + 1_500);
    let shape = PixelShape::Quadrants;
    let map = BodyMap::of(&theme, &moment, shape, false, texts).expect("a place on the body");
    let mut buffer = Buffer::empty(Rect::new(0, 0, 100, 30));
    let placed = map.place(AREA, &mut buffer, &mut MapRasters::default(), CELL);
    assert!(placed.len() >= 2, "a body and a hand");
    for placed in &placed {
        // A line of words lies below it, and a letter on either side.
        let (x, width) = (AREA.x + 2, AREA.width - 4);
        assert_eq!(placed.area, Rect { x, width, height: AREA.height - 1, ..AREA });
        assert!(placed.area.positions().all(|cell| buffer[cell].symbol() == " "));
    }
}

#[test]
fn the_same_moment_again_draws_nothing_anew_and_costs_no_byte() {
    let timeline = timeline("abdomen", None, "effleurage", "clockwise", Some("4s"));
    let mut rasters = MapRasters::default();
    let mut screen = KittyScreen::default();
    let mut written = String::new();
    screen.show(&placed(&timeline, 900, &mut rasters), CELL, &mut written);
    let first = written.len();
    screen.show(&placed(&timeline, 900, &mut rasters), CELL, &mut written);
    assert_eq!(written.len(), first);
}
