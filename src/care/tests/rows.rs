//! Each row of the table blocks what it must, and nothing that it need not.

use std::collections::BTreeSet;

use super::steps::{breathing, condition, may, person_with, probe, tensing};
use crate::body::{MuscleGroup, Region, Side};
use crate::care::*;
use crate::session::{Involvement, Step, StepKind};

/// Regions that stand for all.
const REGIONS: [Region; 14] = [
    Region::Scalp,
    Region::Temples,
    Region::Jaw,
    Region::NeckBack,
    Region::UpperTrapezius,
    Region::Chest,
    Region::UpperBack,
    Region::LowBack,
    Region::Abdomen,
    Region::Forearm,
    Region::Hand,
    Region::Glutes,
    Region::Calf,
    Region::Foot,
];

/// What can be done to a region.
const DONE: [&str; 7] = ["light", "deep", "tool", "rub", "heat", "cold", "stretch"];

/// What is done without one.
const ELSE: [&str; 8] =
    ["hold", "slow", "head-down", "eyes", "tense-arm", "tense-leg", "tense-belly", "tense-neck"];

fn probed(word: &str) -> Step {
    let involved = |involved| Step {
        involves: vec![involved],
        ..super::steps::step(StepKind::Stretch { region: None })
    };
    match word {
        "hold" => breathing("4-7-8"),
        "slow" => breathing("extended-exhale"),
        "head-down" => involved(Involvement::HeadDown),
        "eyes" => involved(Involvement::Eyes),
        "tense-arm" => tensing(MuscleGroup::Arm),
        "tense-leg" => tensing(MuscleGroup::Leg),
        "tense-belly" => tensing(MuscleGroup::Abdomen),
        "tense-neck" => tensing(MuscleGroup::Neck),
        other => panic!("{other}"),
    }
}

const TOUCH: &str = "light deep tool rub";
const FIRM: &str = "deep tool";

/// What a condition blocks, as the facts have it: what is done, where (`all`, `site`, or parts),
/// and what else. Everything that is not named here must stay free.
type Row = (&'static str, &'static [(&'static str, &'static str)], &'static str);

const ROWS: &[Row] = &[
    ("clot-now", &[(TOUCH, "all"), ("heat cold", "all"), ("stretch", "legs")], "tense-leg"),
    ("clot-past", &[(TOUCH, "legs")], ""),
    ("long-stillness", &[(TOUCH, "legs")], ""),
    ("bleeds-easily", &[("deep tool rub", "all")], ""),
    ("fracture", &[(TOUCH, "site"), ("heat stretch", "site")], "tense-leg"),
    ("brittle-bones", &[(FIRM, "back neck chest hips")], ""),
    ("fever", &[(TOUCH, "all"), ("heat", "all")], ""),
    ("broken-skin", &[(TOUCH, "site"), ("heat cold", "site")], ""),
    ("inflamed-joint", &[(TOUCH, "site"), ("heat", "site")], "tense-leg"),
    ("cancer", &[(FIRM, "all"), (TOUCH, "site"), ("heat", "site")], ""),
    ("cancer-in-the-bones", &[(FIRM, "all")], ""),
    ("lymphoedema", &[(TOUCH, "limb"), ("heat cold", "limb")], ""),
    ("pregnancy", &[(FIRM, "all"), (TOUCH, "belly"), ("heat", "all")], "hold tense-belly"),
    ("early-pregnancy", &[(FIRM, "all"), (TOUCH, "belly"), ("heat", "all")], "hold tense-belly"),
    ("late-pregnancy", &[(FIRM, "all"), (TOUCH, "belly"), ("heat", "all")], "hold tense-belly"),
    ("after-birth", &[], ""),
    ("varicose-veins", &[], ""),
    ("inflamed-vein", &[(TOUCH, "site"), ("heat", "site")], ""),
    ("recent-surgery", &[(TOUCH, "site"), ("heat stretch", "site")], "tense-leg"),
    ("belly-surgery", &[(TOUCH, "belly"), ("heat", "belly")], "tense-belly"),
    ("recent-stroke", &[(TOUCH, "neck"), ("deep", "all"), ("stretch", "neck")], "hold tense-neck"),
    ("past-stroke", &[], "hold"),
    ("neck-arteries", &[(TOUCH, "neck"), ("stretch", "neck")], "tense-neck"),
    ("over-65-with-vessel-trouble", &[(TOUCH, "neck"), ("stretch", "neck")], ""),
    (
        "unstable-heart",
        &[("deep", "all"), ("heat", "all")],
        "hold head-down tense-arm tense-leg tense-belly tense-neck",
    ),
    ("stable-heart", &[], "hold"),
    ("pacemaker", &[(TOUCH, "chest"), ("heat cold", "chest")], ""),
    ("numb-skin", &[("heat cold", "site")], ""),
    ("poor-circulation", &[("cold", "all"), ("heat", "arms legs")], ""),
    ("kidney-trouble", &[(TOUCH, "low-back belly")], ""),
    ("epilepsy", &[], "hold"),
    ("panic-or-trauma", &[], "hold"),
    ("psychosis-or-mania", &[], ""),
    ("lung-trouble", &[], "hold"),
    ("glaucoma", &[], "hold head-down eyes"),
    ("jaw-trouble", &[], ""),
    ("locked-jaw", &[(TOUCH, "jaw"), ("heat", "jaw")], ""),
    ("neck-or-head-injury", &[(TOUCH, "neck"), ("heat stretch", "neck")], "tense-neck"),
    ("disc-with-weakness", &[(FIRM, "back neck")], ""),
    (
        "unstable-spine",
        &[(FIRM, "back neck"), ("stretch", "back neck"), (TOUCH, "belly")],
        "tense-belly tense-neck",
    ),
    ("hernia", &[(TOUCH, "belly")], "tense-belly"),
    ("bowel-trouble", &[(TOUCH, "belly")], ""),
    ("recent-injection", &[], ""),
    ("new-injury", &[(TOUCH, "site"), ("heat stretch", "site")], "tense-leg"),
    ("unpleasant-now", &[(TOUCH, "site"), ("heat cold stretch", "site")], "tense-leg"),
    (
        "sharp-now",
        &[("deep tool rub", "all"), (TOUCH, "site"), ("heat cold stretch", "site")],
        "tense-leg",
    ),
    ("fragile-skin", &[], ""),
    ("alcohol-or-sedatives", &[], ""),
    (
        "unwell-now",
        &[(TOUCH, "all"), ("heat cold stretch", "all")],
        "hold head-down eyes tense-arm tense-leg tense-belly tense-neck",
    ),
    (
        "swollen-limb",
        &[(TOUCH, "all"), ("heat cold", "all"), ("stretch", "legs arms")],
        "tense-arm tense-leg",
    ),
    ("health-change", &[("deep tool rub", "all"), ("heat", "all"), (TOUCH, "belly neck")], "hold"),
];

/// The person's own place in these tests: the left calf.
const SITE: BodyPlace = BodyPlace::Region(Region::Calf);

fn is_there(places: &str, region: Region) -> bool {
    places.split(' ').any(|place| match place {
        "all" => true,
        "site" => region == Region::Calf,
        "limb" => BodyPart::Legs.regions().contains(&region),
        part => BodyPlace::by_id(part).expect("a part").regions().contains(&region),
    })
}

#[test]
fn every_condition_has_a_row_here() {
    let here: BTreeSet<_> = ROWS.iter().map(|(id, ..)| (*id).to_owned()).collect();
    let table: BTreeSet<_> =
        CareTable::shipped().conditions.iter().map(|it| it.id.clone()).collect();
    assert_eq!(here, table);
}

#[test]
fn each_condition_blocks_what_it_must_and_nothing_more() {
    for (id, blocked, others) in ROWS {
        let site = condition(id).has_site.then_some((SITE, Side::Left));
        let person = person_with(id, site);
        for region in REGIONS {
            for done in DONE {
                let must = blocked.iter().any(|(acts, places)| {
                    acts.split(' ').any(|act| act == done) && is_there(places, region)
                });
                let step = probe(done, region);
                let is_free = may(&person, &step, Some(Side::Left));
                assert_eq!(!is_free, must, "{id}: {done} on the {}", region.name());
            }
        }
        for done in ELSE {
            let must = others.split(' ').any(|other| other == done);
            let is_free = may(&person, &probed(done), Some(Side::Left));
            assert_eq!(!is_free, must, "{id}: {done}");
        }
    }
}

#[test]
fn a_condition_of_one_side_leaves_the_other_free() {
    for (id, ..) in ROWS.iter().filter(|(id, ..)| condition(id).has_site) {
        let person = person_with(id, Some((SITE, Side::Left)));
        for done in ["light", "heat", "stretch"] {
            let step = probe(done, Region::Calf);
            assert!(may(&person, &step, Some(Side::Right)), "{id}: {done}");
            let both_at_once = may(&person, &step, None);
            assert_eq!(both_at_once, may(&person, &step, Some(Side::Left)), "{id}: {done}");
        }
    }
}

#[test]
fn a_place_that_was_not_named_may_be_anywhere() {
    let person = person_with("fracture", None);
    for region in REGIONS {
        assert!(!may(&person, &probe("light", region), Some(Side::Right)), "{}", region.name());
    }
}

#[test]
fn nobody_of_whom_nothing_is_known_is_kept_from_anything() {
    let anyone = CaredFor::default();
    for region in REGIONS {
        for done in DONE {
            assert!(may(&anyone, &probe(done, region), None), "{done} on the {}", region.name());
        }
    }
    assert!(ELSE.iter().all(|done| may(&anyone, &probed(done), None)));
}
