//! Every word of the body with all that is said of it, for people to look over.

use std::fmt::Write as _;

use crate::body::{Direction, KeepOff, MuscleGroup, Plate, Region, Side, View};

#[test]
fn regions() {
    let mut table = String::new();
    for region in Region::ALL {
        let views: Vec<_> = View::ALL.into_iter().filter(|view| view.shows(region)).collect();
        let views: Vec<_> = views.into_iter().map(View::name).collect();
        let (id, name, best) = (region.id(), region.name(), View::of(region).name());
        let sides = if region.has_sides() { "two sides" } else { "one" };
        let hand = if region.is_worked_by_the_other_hand() { "other hand" } else { "any hand" };
        let (cap, views) = (region.pressure_cap(), views.join(", "));
        writeln!(table, "{id}: {name}; {sides}, {hand}, at most {cap}; best on {best} of {views}")
            .expect("text");
    }
    insta::assert_snapshot!(table);
}

#[test]
fn muscle_groups() {
    let mut table = String::new();
    for group in MuscleGroup::ALL {
        let regions: Vec<_> = group.regions().iter().map(|region| region.id()).collect();
        let drawn: Vec<_> = group.drawn().iter().map(|drawn| drawn.id()).collect();
        let (id, name, view) = (group.id(), group.name(), group.view().name());
        let (millis, parts) = (group.longest_tense_millis(), [regions, drawn].concat().join(", "));
        writeln!(table, "{id}: {name}; {view}; at most {millis} ms; {parts}").expect("text");
    }
    insta::assert_snapshot!(table);
}

#[test]
fn directions() {
    let mut table = String::new();
    for direction in Direction::ALL {
        let back = direction.reversed().map_or("none", Direction::id);
        let way = if direction.goes_back_and_forth() { "there and back" } else { "one way" };
        let (id, name) = (direction.id(), direction.name());
        writeln!(table, "{id}: {name}; {way}; reversed {back}").expect("text");
    }
    insta::assert_snapshot!(table);
}

#[test]
fn the_words_in_files_are_the_ids() {
    for direction in Direction::ALL {
        assert_eq!(serde_json::to_value(direction).expect("a word"), direction.id());
    }
    for group in MuscleGroup::ALL {
        assert_eq!(serde_json::to_value(group).expect("a word"), group.id());
    }
    for side in [Side::Left, Side::Right] {
        assert_eq!(serde_json::to_value(side).expect("a word"), side.word());
    }
}

#[test]
fn places_to_keep_off() {
    let names: Vec<_> = KeepOff::ALL.into_iter().map(KeepOff::name).collect();
    insta::assert_snapshot!(names.join("\n"));
}

/// What part of which picture shows each muscle group, to the millimetre.
#[test]
fn frames_of_muscle_groups() {
    let mut table = String::new();
    for group in MuscleGroup::ALL {
        for side in [None, Some(Side::Left), Some(Side::Right)] {
            let plate = Plate::of(group.view()).expect("the drawing is laid out right");
            let frame = plate.frame_of(group, side).expect("it is drawn");
            let shapes = plate.shapes_of(group, side).count();
            let (id, side) = (group.id(), side.map_or("both", Side::word));
            let (from, to) = (frame.from, frame.to);
            let span = format!("{:.0} {:.0} to {:.0} {:.0}", from.x, from.y, to.x, to.y);
            writeln!(table, "{id}, {side}: {span}, {shapes} shapes").expect("text");
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn pictures() {
    let mut table = String::new();
    for view in View::ALL {
        let plate = Plate::of(view).expect("the drawing is laid out right");
        let (width, height) = view.size();
        let pair = if view.is_pair() { "a pair" } else { "one" };
        let (name, middle) = (view.name(), plate.middle());
        let (to, parts) = (plate.bounds().to, plate.silhouette.len());
        writeln!(
            table,
            "{name}: {width} by {height} ({} by {}), middle {middle}, {pair}; \
             {parts} parts, {} creases",
            to.x,
            to.y,
            plate.relief.len()
        )
        .expect("text");
    }
    insta::assert_snapshot!(table);
}
