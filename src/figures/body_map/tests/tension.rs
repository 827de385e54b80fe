//! How muscles glow that are tensed and let go.

use super::*;
use crate::body::MuscleGroup;
use crate::library::shipped::{shipped_library, shipped_session};

fn tensed(muscles: &str, side: &str) -> Timeline {
    let text = format!(
        "format = 1\ntitle = \"Map\"\nsummary = \"A look.\"\nsettings = [\"home\"]\n\
         position = \"any\"\ngoals = [\"stress\"]\nlead-in = \"0s\"\n\n[[steps]]\n\
         kind = \"tense\"\ntitle = \"Tense\"\nmuscles = \"{muscles}\"\ntense = \"5s\"\n\
         release = \"20s\"\n{side}\n"
    );
    let (session, problems) = parse("map.toml", &text, &KnownNames::default());
    written(&session.unwrap_or_else(|| panic!("{problems:?}")), Side::Left)
}

/// How warm a picture is in all: red over blue, cell by cell.
fn warmth(buffer: &Buffer) -> i64 {
    let warm = |color| match color {
        Color::Rgb(red, _, blue) => i64::from(red) - i64::from(blue),
        _ => 0,
    };
    buffer.content().iter().map(|cell| warm(cell.fg) + warm(cell.bg)).sum()
}

#[test]
fn the_glow_deepens_while_muscles_tense_and_fades_as_they_let_go() {
    let timeline = tensed("thigh", "side = \"left\"");
    let warm = |at: u64| warmth(&in_colour(&timeline, at));
    let tensing: Vec<_> = (0..10).map(|step| warm(step * 500)).collect();
    assert!(tensing.is_sorted() && tensing[0] < tensing[9], "{tensing:?}");
    let letting_go: Vec<_> = (0..10).map(|step| warm(5_000 + step * 2_000)).collect();
    assert!(letting_go.iter().rev().is_sorted(), "{letting_go:?}");
    assert_eq!(in_colour(&timeline, 0), in_colour(&timeline, 25_000), "again from where it began");
}

#[test]
fn no_frame_changes_much_while_the_glow_comes_and_goes() {
    let timeline = tensed("arms", "");
    let theme = Theme::night(ColorDepth::True);
    let mut rasters = MapRasters::default();
    let mut frame = |at: u64| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 44, 20));
        let moment = timeline.at(timeline.first_segments()[0].start + at);
        let map = BodyMap::of(&theme, &moment, PixelShape::Quadrants, false, english());
        map.expect("muscles").render(buffer.area, &mut buffer, &mut rasters);
        buffer
    };
    let mut before = frame(0);
    for at in (55..25_055).step_by(55) {
        let after = frame(at);
        let changed = before.diff(&after).len();
        assert!(changed <= 60, "{changed} cells at {at}");
        before = after;
    }
}

#[test]
fn with_reduced_motion_the_glow_only_comes_and_goes() {
    let timeline = tensed("thigh", "side = \"left\"");
    let theme = Theme::night(ColorDepth::True);
    let area = Rect::new(0, 0, 44, 20);
    let still = |at: u64| {
        let mut buffer = Buffer::empty(area);
        let texts = english();
        let map = BodyMap::of(&theme, &timeline.at(at), PixelShape::Quadrants, true, texts);
        map.expect("muscles").render(area, &mut buffer, &mut MapRasters::default());
        buffer
    };
    assert_eq!(still(0), still(4_900));
    assert_eq!(still(5_100), still(24_000));
    assert_ne!(still(0), still(5_100));
}

#[test]
fn without_colour_there_are_more_dots_while_muscles_tense() {
    let timeline = tensed("thigh", "side = \"left\"");
    let dots = |at: u64| {
        let theme = Theme::night(ColorDepth::Mono);
        let buffer = drawn(&timeline, at, (44, 19), &theme, PixelShape::Quadrants);
        let letters = buffer.content().iter().filter_map(|cell| cell.symbol().chars().next());
        letters
            .map(|letter| (u32::from(letter).saturating_sub(0x2800) & 0xff).count_ones())
            .sum::<u32>()
    };
    assert!(dots(4_900) > dots(0) + 10, "{} and {}", dots(4_900), dots(0));
}

#[test]
fn every_muscle_group_that_is_shipped_is_on_the_map() {
    let library = shipped_library();
    let theme = Theme::night(ColorDepth::True);
    let mut seen: Vec<MuscleGroup> = Vec::new();
    for id in library.ids() {
        let session = shipped_session(id).session;
        let timeline = written(&session, Side::Left);
        for segment in timeline.segments() {
            let moment = timeline.at(segment.start + segment.begins);
            if moment.tense.is_none() {
                continue;
            }
            let texts = english();
            assert!(
                BodyMap::of(&theme, &moment, PixelShape::Quadrants, false, texts).is_some(),
                "{id}"
            );
            if let Some(crate::session::StepKind::Tense(tense)) =
                segment.step.as_ref().map(|step| &step.kind)
            {
                seen.push(tense.muscles);
            }
        }
    }
    assert!(MuscleGroup::FOUR.iter().all(|muscles| seen.contains(muscles)), "{seen:?}");
}
