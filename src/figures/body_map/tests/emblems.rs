//! What the small picture of what touches promises.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::widgets::StatefulWidget as _;

use super::super::emblem::{EmblemLayers, EmblemRoom, steps};
use super::super::emblem_place;
use super::super::paint::Layers;
use super::super::rasterizer::{MapRasterizer, MapScene};
use super::super::subject::{Focus, MapSubject, MapWork};
use super::super::{BodyMap, MapRasters, PixelShape};
use super::strokes::{shipped, side_of};
use super::{drawn, english, session};
use crate::body::{Bounds, Plate, Point, Region, Shape, Side, TouchDrawing, View, touch_drawings};
use crate::canvas::{ColorDepth, Window};
use crate::session::TouchingPart;
use crate::theme::Theme;
use crate::timeline::Timeline;
use crate::timeline::tests::written;

/// A map on a screen of 80 by 24.
const SMALL: (u16, u16) = (34, 17);

fn drawings() -> Vec<(String, TouchDrawing)> {
    touch_drawings().expect("the drawings are right")
}

/// A step of both hands on a calf that presses so hard.
fn pressing(pressure: u8) -> Timeline {
    let step = format!(
        "region = \"calf\"\nside = \"left\"\ntechnique = \"swedish\"\npressure = {pressure}\n\
         stroke = {{ kind = \"compression\", direction = \"still\" }}"
    );
    written(&session(&step), Side::Left)
}

/// Every kind of work that is shipped, with its name; the right side is the mirror image of the left.
fn works() -> Vec<(String, Region, Option<Side>, MapWork)> {
    let mut works: Vec<(String, Region, Option<Side>, MapWork)> = Vec::new();
    for (name, massage, sides) in shipped() {
        let side = side_of(sides);
        let work = MapWork::of(&massage, side);
        if !works
            .iter()
            .any(|(_, region, of, at)| (*region, *of, *at) == (massage.region, side, work))
        {
            works.push((name, massage.region, side, work));
        }
    }
    works
}

fn map_of(
    (plate, drawings): (&Plate, &[(String, TouchDrawing)]),
    (region, side, work): (Region, Option<Side>, MapWork),
    ((columns, rows), shape): ((u16, u16), PixelShape),
) -> (MapScene, Layers) {
    let subject = MapSubject {
        focus: Focus::Place(region, side),
        work: Some(work),
        ..MapSubject::whole(View::of(region), vec![(region, side)])
    };
    let area = Rect::new(0, 0, columns, rows);
    let in_cell = shape.pixels_in_cell();
    MapRasterizer::new(plate, &subject, area, in_cell).expect("there is room").draw(drawings)
}

/// The room for an emblem on a map of some size, and the cells that it has.
fn place(
    (scene, layers): &(MapScene, Layers),
    (size, shape): ((u16, u16), PixelShape),
) -> (EmblemRoom, Rect) {
    let area = Rect::new(0, 0, size.0, size.1);
    let room = EmblemRoom { area, in_cell: shape.pixels_in_cell() };
    let cells = emblem_place::best(room, &scene.hands, layers, &scene.window);
    (room, cells.expect("there is room"))
}

#[test]
fn everything_that_can_touch_has_an_emblem_within_its_box_that_says_what_of_it_touches() {
    let drawings = drawings();
    for part in TouchingPart::ALL {
        let id = format!("emblem-{}", part.id());
        let (_, drawing) = drawings.iter().find(|(name, _)| *name == id).expect(&id);
        assert!(!drawing.touching.is_empty(), "{id}");
        let shapes = drawing.body.iter().chain(&drawing.touching).map(Shape::bounds);
        let Bounds { from, to } = shapes.reduce(Bounds::joined).expect(&id);
        assert!(from.x >= 0.0 && from.y >= 0.0 && to.x <= 100.0 && to.y <= 100.0, "{id}");
        assert!(to.y - from.y > 65.0, "{id} is as large as it may be");
    }
}

#[test]
fn no_emblem_looks_like_another_where_there_are_eighty_columns() {
    let drawings = drawings();
    let (_, _, _, work) = works().swap_remove(0);
    for shape in [PixelShape::Quadrants, PixelShape::Sextants, PixelShape::Octants] {
        let in_cell = shape.pixels_in_cell();
        let room = EmblemRoom { area: Rect::new(0, 0, 34, 17), in_cell };
        let frame = Bounds { from: Point::default(), to: Point::new(500.0, 500.0) };
        let window = Window::on(frame, room.area, in_cell);
        let cells = room.places()[0];
        let emblem = |part: TouchingPart| {
            let mut work = work;
            work.contact.part = part;
            let at = (work, Side::Right);
            EmblemLayers::draw(&drawings, at, (room, cells), &window)
        };
        for one in TouchingPart::ALL.iter().copied() {
            for other in TouchingPart::ALL.iter().copied().filter(|other| *other != one) {
                let (first, second) = (emblem(one), emblem(other));
                let unlike = |one: &[f32], other: &[f32]| {
                    let both = one.iter().zip(other);
                    both.filter(|(one, other)| (**one - **other).abs() > 0.5).count()
                };
                let unlike =
                    unlike(&first.bright, &second.bright) + unlike(&first.dim, &second.dim);
                assert!(unlike >= 12, "{} {} {shape:?}: {unlike}", one.id(), other.id());
            }
        }
    }
}

#[test]
fn light_medium_and_firm_are_one_two_and_three_steps() {
    assert_eq!([0, 1, 2, 3, 4, 5].map(steps), [0, 1, 1, 2, 3, 3]);
}

#[test]
fn three_pressures_give_three_emblems_with_as_many_colours_as_a_terminal_has_and_by_night() {
    for depth in [ColorDepth::True, ColorDepth::Indexed256, ColorDepth::Ansi16, ColorDepth::Mono] {
        let night = Theme::night(depth);
        for theme in [night, night.after_dark(1.0)] {
            let [light, soft, firm] = [2, 3, 4].map(|pressure| steps_seen(pressure, &theme));
            assert!(light != soft && soft != firm && light != firm, "{depth:?}");
        }
    }
}

/// What the cells of the steps of an emblem show.
fn steps_seen(pressure: u8, theme: &Theme) -> Vec<Cell> {
    let (timeline, shape) = (pressing(pressure), PixelShape::Sextants);
    let buffer = drawn(&timeline, 0, (44, 20), theme, shape);
    let cells = cells_of_emblem(&timeline, theme.encoder(shape).shape);
    // The map lies two cells within the screen, and its letters take two more.
    let steps = cells.right() - 3..cells.right();
    let of_steps = steps.flat_map(|x| (cells.y..cells.bottom()).map(move |y| (x + 4, y + 2)));
    of_steps.map(|at| buffer[at].clone()).collect()
}

/// The cells of an emblem on a map of 44 by 20 cells, counted from the corner within its letters.
fn cells_of_emblem(timeline: &Timeline, shape: PixelShape) -> Rect {
    let segment = timeline.first_segments()[0];
    let massage = segment.massage().expect("a massage step");
    let plate = Plate::of(View::of(massage.region)).expect("the drawing is right");
    let at = (massage.region, segment.side, MapWork::of(massage, segment.side));
    let drawn = map_of((&plate, &drawings()), at, ((40, 19), shape));
    place(&drawn, ((40, 19), shape)).1
}

#[test]
fn an_emblem_lies_within_the_picture_and_mostly_on_nothing_that_is_hatched_or_touched() {
    let drawings = drawings();
    let plates: Vec<_> =
        View::ALL.into_iter().map(|view| Plate::of(view).expect("the drawing is right")).collect();
    let (mut hiding, mut all) = (Vec::new(), 0);
    for (name, region, side, work) in works() {
        let view = View::of(region);
        let plate = plates.iter().find(|plate| plate.view == view).expect("every view");
        let at = (SMALL, PixelShape::Sextants);
        let drawn = map_of((plate, &drawings), (region, side, work), at);
        let (room, cells) = place(&drawn, at);
        assert!(cells.right() <= SMALL.0 && cells.bottom() <= SMALL.1, "{name}");
        all += 1;
        if hides(room.under(cells, &drawn.0.window), &drawn) {
            hiding.push(name);
        }
    }
    // A belly, a face or a hand at work may fill the picture.
    assert!(hiding.len() * 3 < all, "{} of {all}: {hiding:#?}", hiding.len());
}

/// Whether something hatched or touched lies within some bounds.
fn hides(under: Bounds, (scene, layers): &(MapScene, Layers)) -> bool {
    let window = scene.window;
    let hatched = layers.hatched.iter().enumerate().filter(|(_, hatched)| **hatched > 0.2);
    let mut at = hatched.map(|(at, _)| window.middle_of(at % window.across, at / window.across));
    let is_hatched = at.any(|point| under.contains(point));
    let mut touched = scene.hands.iter().flat_map(|hand| {
        let ways = [0.0, 0.25, 0.5, 0.75, 1.0].map(|along| hand.place(along));
        ways.map(|at| at.touching(&hand.drawing, hand.is_grip())).into_iter().flatten()
    });
    is_hatched || touched.any(|shape| emblem_place::meets(&shape, &under))
}

#[test]
fn an_emblem_stays_as_it_is_while_the_hand_moves() {
    let timeline = super::timeline("calf", Some("left"), "effleurage", "toward-heart", Some("4s"));
    let theme = Theme::night(ColorDepth::True);
    let texts = english();
    let area = Rect::new(0, 0, 44, 20);
    let mut rasters = MapRasters::default();
    let mut frames = (0..20).map(|frame| {
        let moment = timeline.at(timeline.first_segments()[0].start + frame * 211);
        let mut buffer = Buffer::empty(area);
        let map = BodyMap::of(&theme, &moment, PixelShape::Sextants, false, texts);
        map.expect("a place on the body").render(area, &mut buffer, &mut rasters);
        buffer
    });
    let first = frames.next().expect("a frame");
    let cells = cells_of_emblem(&timeline, PixelShape::Sextants);
    let seen = Rect { x: cells.x + 2, ..cells };
    assert!(
        seen.positions().any(|at| matches!(first[at].fg, Color::Rgb(red, _, blue) if red > blue))
    );
    for later in frames {
        assert!(seen.positions().all(|at| first[at] == later[at]));
    }
}
