//! What the body's words promise.

mod shape;
mod words;

use super::{MuscleGroup, Region, Side};

#[test]
fn no_region_may_be_pressed_harder_than_six() {
    assert!(Region::ALL.iter().all(|region| region.pressure_cap() < 6));
}

#[test]
fn the_neck_and_head_are_worked_at_three_or_less() {
    for region in [Region::NeckBack, Region::SkullBase, Region::Jaw, Region::Scalp] {
        assert!(region.pressure_cap() <= 3, "{}", region.name());
    }
}

#[test]
fn region_names_are_distinct() {
    let mut names: Vec<_> = Region::ALL.iter().map(|region| region.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Region::ALL.len());
}

#[test]
fn a_region_is_called_in_files_what_its_id_says() {
    for region in Region::ALL {
        assert_eq!(serde_json::to_value(region).expect("a word"), region.id());
    }
}

#[test]
fn the_other_side_of_the_other_side_is_this_side() {
    assert_eq!(Side::Left.other(), Side::Right);
    assert_eq!(Side::Right.other().other(), Side::Right);
}

#[test]
fn muscles_that_cramp_are_tensed_more_briefly() {
    let cramping = MuscleGroup::Calf.longest_tense_millis();
    assert!(cramping < MuscleGroup::Face.longest_tense_millis());
}

#[test]
fn each_region_has_the_cap_of_the_gentle_convention() {
    let caps = [
        (2, vec![Region::Forehead, Region::Temples, Region::Abdomen]),
        (3, vec![Region::Scalp, Region::Jaw, Region::SkullBase, Region::NeckBack]),
        (
            4,
            vec![
                Region::Chest,
                Region::LowBack,
                Region::Hand,
                Region::ThumbPad,
                Region::OuterThigh,
                Region::Calf,
                Region::Shin,
            ],
        ),
        (
            5,
            vec![
                Region::UpperTrapezius,
                Region::Shoulder,
                Region::UpperBack,
                Region::Forearm,
                Region::Glutes,
                Region::Quadriceps,
                Region::Hamstrings,
                Region::Foot,
            ],
        ),
    ];
    assert_eq!(caps.iter().map(|(_, regions)| regions.len()).sum::<usize>(), Region::ALL.len());
    for (cap, regions) in caps {
        for region in regions {
            assert_eq!(region.pressure_cap(), cap, "{}", region.name());
        }
    }
}
