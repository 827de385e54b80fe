//! Whole pictures, several of them at once, and what lies under a cell of them.

use super::english;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::widgets::StatefulWidget;

use super::super::{BodyMap, MapRasters, MapSubject, PixelShape, point_at};
use crate::body::{Plate, Region, Side, View};
use crate::canvas::ColorDepth;
use crate::theme::Theme;

const AREA: Rect = Rect::new(3, 2, 40, 30);

fn pictured(subject: &MapSubject, theme: &Theme, rasters: &mut MapRasters) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 46, 34));
    let texts = english();
    let map = BodyMap::new(theme, subject.clone(), PixelShape::Quadrants, texts);
    map.render(AREA, &mut buffer, rasters);
    buffer
}

fn in_colour(subject: &MapSubject) -> Buffer {
    pictured(subject, &Theme::night(ColorDepth::True), &mut MapRasters::default())
}

fn of(view: View, lit: &[(Region, Option<Side>)]) -> MapSubject {
    MapSubject::whole(view, lit.to_vec())
}

/// How many colours have more red than blue, which only a glow has.
fn warmth(buffer: &Buffer) -> usize {
    let colors = buffer.content().iter().flat_map(|cell| [cell.fg, cell.bg]);
    colors.filter(|color| matches!(color, Color::Rgb(red, _, blue) if red > blue)).count()
}

#[test]
fn many_pictures_drawn_in_turn_look_as_if_each_were_the_only_one() {
    let theme = Theme::night(ColorDepth::True);
    let subjects: Vec<_> = Region::ALL
        .iter()
        .map(|region| of(View::of(*region), &[(*region, Some(Side::Left))]))
        .collect();
    let mut kept = MapRasters::default();
    for subject in subjects.iter().chain(&subjects[..4]).chain(subjects.iter().rev()) {
        assert_eq!(pictured(subject, &theme, &mut kept), in_colour(subject));
    }
}

#[test]
fn no_more_pictures_are_kept_than_a_screen_needs() {
    let theme = Theme::night(ColorDepth::True);
    let mut relief = MapRasters::default();
    for region in Region::ALL {
        pictured(&of(View::Front, &[(region, None)]), &theme, &mut relief);
    }
    assert_eq!(relief.kept(), 12);
}

#[test]
fn a_place_that_another_picture_shows_better_glows_here_too() {
    let dark = warmth(&in_colour(&of(View::Front, &[])));
    for region in [Region::Hand, Region::Foot, Region::Forehead, Region::Temples] {
        assert!(warmth(&in_colour(&of(View::Front, &[(region, None)]))) > dark, "{region:?}");
    }
    assert_eq!(warmth(&in_colour(&of(View::Front, &[(Region::Calf, None)]))), dark);
}

#[test]
fn a_hint_is_seen_and_is_no_glow() {
    let plain = in_colour(&of(View::Back, &[]));
    let hinted = in_colour(&of(View::Back, &[]).hinting(vec![Region::Calf, Region::LowBack]));
    assert_ne!(plain, hinted);
    let lit = in_colour(&of(View::Back, &[(Region::Calf, None), (Region::LowBack, None)]));
    assert!(warmth(&hinted) < warmth(&lit) / 2, "{} {}", warmth(&hinted), warmth(&lit));
}

#[test]
fn the_head_and_the_feet_do_not_fade_with_the_edge_of_the_picture() {
    let buffer = in_colour(&of(View::Front, &[]));
    let lightest = |rows: std::ops::Range<u16>| {
        let cells = rows.flat_map(|y| (0..46).map(move |x| (x, y)));
        let blue = cells.flat_map(|cell| [buffer[cell].fg, buffer[cell].bg]);
        blue.filter_map(|color| match color {
            Color::Rgb(_, _, blue) => Some(blue),
            _ => None,
        })
        .max()
    };
    assert!(lightest(2..5) > Some(110), "{:?}", lightest(2..5));
    assert!(lightest(28..31) > Some(80), "{:?}", lightest(28..31));
}

#[test]
fn a_whole_picture_says_what_it_is_and_whose_sides_it_shows() {
    for (view, name) in [(View::Front, "front"), (View::Hand, "hands"), (View::Foot, "feet")] {
        let buffer = in_colour(&of(view, &[]));
        let line: String = (3..43).map(|x| buffer[(x, 31)].symbol()).collect();
        let words = ["your left", name, "your right"].map(|word| line.find(word));
        assert!(words.is_sorted() && words[0].is_some(), "{line}");
    }
}

#[test]
fn the_middle_of_a_picture_lies_under_the_middle_of_its_area() {
    for view in View::ALL {
        let (width, height) = view.size();
        let (point, wide) = point_at(view, AREA, (23, 16)).expect("on the picture");
        assert!((point.x - width / 2.0).abs() <= wide, "{view:?} {point:?}");
        assert!((point.y - height / 2.0).abs() <= 2.0 * wide, "{view:?} {point:?}");
        assert_eq!(point_at(view, AREA, (2, 16)), None);
        assert_eq!(point_at(view, AREA, (23, 31)), None, "the line of words");
    }
}

#[test]
fn a_finger_on_a_place_points_at_what_glows() {
    let plate = Plate::of(View::Back).expect("a drawing");
    let plain = in_colour(&of(View::Back, &[]));
    for region in [Region::Calf, Region::Glutes, Region::UpperBack] {
        let touched = (region, Some(Side::Right));
        let lit = in_colour(&of(View::Back, &[touched]));
        let is_there = |cell: &(u16, u16)| {
            let (point, _) = point_at(View::Back, AREA, *cell)?;
            plate.place_at(point, 0.0).filter(|area| (area.place, area.side) == touched)
        };
        let cells = AREA.positions().map(|cell| (cell.x, cell.y));
        let cells: Vec<_> = cells.filter(|cell| is_there(cell).is_some()).collect();
        assert!(!cells.is_empty(), "{region:?}");
        assert!(cells.iter().all(|cell| plain[*cell] != lit[*cell]), "{region:?}");
    }
}
