//! What a person tells of their body: how one gets there, what a key changes, and what is kept.

use super::*;
use crate::body::Side;
use crate::canvas::ColorDepth;
use crate::care::{CareTable, ConditionGroup, HandReach, HandUse};
use crate::screens::tests::person::Person;
use crate::screens::{Environment, Place, Request};
use crate::session::Tool;
use crate::words::{Language, Texts};

fn condition(id: &str) -> &'static Condition {
    CareTable::shipped().condition(id).expect("a condition of the table")
}

fn at_profile() -> Person {
    let mut person = Person::arriving();
    person.press("y");
    assert_eq!(person.place(), Place::Profile);
    person
}

/// A person with the finger on a condition.
fn at(id: &str) -> Person {
    let mut person = at_profile();
    let wanted = ProfileItem::Condition(condition(id));
    while person.profile().item() != Some(wanted) {
        let before = person.profile().selected;
        person.press("down");
        assert_ne!(person.profile().selected, before, "{id} is not listed");
    }
    person
}

/// What was asked to be kept last.
fn kept(asked: &[Request]) -> Profile {
    match asked.last() {
        Some(Request::KeepProfile(profile)) => (**profile).clone(),
        other => panic!("a profile is to be kept, not {other:?}"),
    }
}

#[test]
fn health_is_one_key_from_the_first_screen_and_escape_leads_back() {
    let mut person = at_profile();
    assert!(person.sees("Health profile") && person.sees("Tools you own"), "{}", person.screen());
    person.press("esc");
    assert_eq!(person.place(), Place::Home);
}

#[test]
fn every_condition_but_those_of_a_day_can_be_told() {
    let listed: Vec<_> = ProfileSection::all().into_iter().flat_map(|it| it.items).collect();
    for condition in &CareTable::shipped().conditions {
        let is_listed = listed.contains(&ProfileItem::Condition(condition));
        assert_eq!(is_listed, condition.group != ConditionGroup::Today, "{}", condition.id);
    }
}

#[test]
fn what_is_changed_is_kept_at_once_and_known_when_one_comes_back() {
    let mut person = at("pacemaker");
    let asked = person.press("enter");
    assert!(kept(&asked).has(condition("pacemaker")));
    assert!(person.sees("[x]"), "{}", person.screen());
    person.press("esc y");
    assert!(person.profile().profile.has(condition("pacemaker")));
    let asked = at("pacemaker").press("enter enter");
    assert!(!kept(&asked).has(condition("pacemaker")));
}

#[test]
fn skipping_everything_keeps_nothing() {
    let mut person = at_profile();
    let asked = person.press("down down right right G up left esc");
    assert!(!asked.iter().any(|it| matches!(it, Request::KeepProfile(_))), "{asked:?}");
}

#[test]
fn places_are_named_side_by_side_and_only_for_what_has_been_told_and_sits_somewhere() {
    let mut person = at("varicose-veins");
    person.press("p");
    assert_eq!(person.place(), Place::Profile);
    person.press("enter p");
    assert_eq!(person.place(), Place::ProfilePlaces);
    let legs = BodyPlace::all().position(|place| place.id() == "legs").expect("legs");
    (0..legs).for_each(|_| drop(person.press("down")));
    let sites = |asked: &[Request]| -> Vec<String> {
        let profile = kept(asked);
        profile.conditions[0].sites.iter().map(|site| site.id()).collect()
    };
    let turns: Vec<_> = (0..4).map(|_| sites(&person.press("enter"))).collect();
    let empty: Vec<String> = Vec::new();
    assert_eq!(
        turns,
        [
            vec!["left-legs".to_owned()],
            vec!["right-legs".to_owned()],
            vec!["legs".to_owned()],
            empty
        ]
    );
    person.press("enter esc");
    assert_eq!(person.place(), Place::Profile);
    assert!(person.sees("left leg"), "{}", person.screen());
    let mut person = at("pacemaker");
    person.press("enter p");
    assert_eq!(person.place(), Place::Profile);
}

#[test]
fn a_condition_stays_when_its_last_place_is_taken_back() {
    let mut person = at("varicose-veins");
    let asked = person.press("enter p enter enter");
    assert!(kept(&asked).has(condition("varicose-veins")));
}

#[test]
fn tools_are_unknown_until_one_is_ticked_or_none_is_said_to_be_there() {
    let mut person = at_profile();
    assert_eq!(kept(&person.press("enter")).tools, Some(vec![Tool::Ball]));
    assert_eq!(kept(&person.press("enter")).tools, None);
    assert_eq!(kept(&person.press("down down down down enter")).tools, Some(vec![]));
    assert_eq!(kept(&person.press("enter")).tools, None);
}

#[test]
fn what_has_several_answers_goes_round_them_and_comes_back_to_nothing_told() {
    let mut person = at_profile();
    person.press("right");
    let mut round = |keys: &str, count: usize| -> Vec<Profile> {
        (0..count).map(|_| kept(&person.press(keys))).collect()
    };
    let pressures: Vec<_> = round("enter", 6).iter().map(|it| it.pressure).collect();
    assert_eq!(pressures, [Some(1), Some(2), Some(3), Some(4), Some(5), None]);
    let lefts: Vec<_> = round("enter", 0).iter().map(|it| it.left_hand).collect();
    assert!(lefts.is_empty());
    let hand = round("down enter", 1).pop().map(|it| it.left_hand);
    assert_eq!(hand, Some(HandUse::Light));
    let hand = round("down enter enter", 1).pop().map(|it| it.right_hand);
    assert_eq!(hand, Some(HandUse::None));
    let reach = round("down enter enter", 1).pop().map(|it| it.reach);
    assert_eq!(reach, Some(HandReach::NotBack));
    let side = round("down enter", 1).pop().map(|it| it.first_side);
    assert_eq!(side, Some(Some(Side::Left)));
    let floor = round("down enter enter", 1).pop().map(|it| it.reaches_floor);
    assert_eq!(floor, Some(Some(false)));
}

#[test]
fn a_first_click_chooses_and_a_second_changes() {
    for (width, height) in [(40, 12), (80, 24), (200, 60)] {
        let mut person = at_profile().at(width, height, ColorDepth::Mono);
        let spot = person.spot("roller");
        assert_eq!(person.click(spot), []);
        assert_eq!(kept(&person.click(spot)).tools, Some(vec![Tool::Roller]));
    }
}

/// A person who has set a language.
fn speaking(language: Language) -> Person {
    let language = Some(language);
    Person::in_surroundings(Environment { language, ..Environment::of_a_morning() })
}

/// The letters of a text, however it was set in lines.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

#[test]
fn name_and_question_of_every_item_are_seen_whole_in_every_language() {
    let items: usize = ProfileSection::all().iter().map(|section| section.items.len()).sum();
    for (_, language) in Language::ALL {
        let texts = Texts::of(language);
        // What is asked stands beside the list from so many columns on.
        for (width, height, listed) in [(40, 12, 40), (80, 24, 44), (100, 30, 55)] {
            let mut person = speaking(language).at(width, height, ColorDepth::Mono);
            person.press("y");
            for _ in 0..items {
                let item = person.profile().item().expect("an item");
                let asked = item.about(texts);
                let last = asked.split(' ').next_back().expect("a word");
                assert!(person.sees(last), "{asked}\n{}", person.screen());
                let name = item.name(texts);
                let screen = person.screen();
                let left = screen.lines().map(|line| line.chars().take(listed).collect::<String>());
                let seen = letters(&left.collect::<String>());
                assert!(seen.contains(&letters(&name)), "{name}\n{}", person.screen());
                person.press("down");
            }
        }
    }
}

#[test]
fn what_is_typed_leads_to_what_is_called_so_or_asks_for_it() {
    let mut person = at_profile();
    let found = |person: &mut Person, keys: &str| {
        let asked = person.press(keys);
        assert_eq!(asked, [], "to look for something tells nothing");
        match person.profile().item() {
            Some(ProfileItem::Condition(it)) => it.id.clone(),
            other => format!("{other:?}"),
        }
    };
    assert_eq!(found(&mut person, "/ v a r i"), "varicose-veins");
    assert_eq!(found(&mut person, "esc / g l a u"), "glaucoma");
    person.press("enter");
    assert_eq!(found(&mut person, "/ p a c e m"), "pacemaker");
    // Escape leads back to where one was before.
    assert_eq!(found(&mut person, "esc"), "glaucoma");
    person.press("/ x q x q");
    assert!(person.sees("nothing of that name"), "{}", person.screen());
    assert_eq!(person.place(), Place::ProfileSearch);
    person.press("esc");
    assert!(person.profile().profile.has(condition("glaucoma")));
}

#[test]
fn a_search_goes_from_one_to_the_next_that_it_fits() {
    let mut person = at_profile();
    person.press("/ p r e g n");
    let first = person.profile().selected;
    person.press("down");
    assert!(person.profile().selected > first, "{}", person.screen());
    person.press("up");
    assert_eq!(person.profile().selected, first);
}

#[test]
fn what_people_call_a_condition_leads_to_it_and_one_key_tells_it() {
    for (typed, id) in [
        ("thrombosis", "clot-now"),
        ("DVT", "clot-now"),
        ("thinners", "bleeds-easily"),
        ("eye pressure", "glaucoma"),
        ("Augendruck", "glaucoma"),
        ("second trimester", "pregnancy"),
        ("slipped disc", "disc-with-weakness"),
    ] {
        let mut person = at_profile();
        person.press("/");
        for letter in typed.chars() {
            person.press(&letter.to_string().replace(' ', "space"));
        }
        assert!(person.sees("1 found") || person.sees("2 found"), "{typed}: {}", person.screen());
        person.press("enter");
        assert!(person.profile().profile.has(condition(id)), "{typed}: {}", person.screen());
        assert_eq!(person.place(), Place::Profile);
    }
}

#[test]
fn what_was_told_already_is_not_taken_back_by_finding_it() {
    let mut person = at_profile();
    person.press("/ g l a u c enter / g l a u c enter");
    assert!(person.profile().profile.has(condition("glaucoma")));
}

#[test]
fn where_nothing_is_found_nothing_is_told() {
    let mut person = at_profile();
    let before = person.profile().profile.clone();
    person.press("/ x y z z y enter");
    assert_eq!(person.profile().profile, before);
    assert_eq!(person.place(), Place::ProfileSearch);
}

#[test]
fn in_the_smallest_window_too_what_needs_help_says_so_whole() {
    let mut person = at_profile().at(40, 12, ColorDepth::Mono);
    person.press("/ s w o l l e n space c a l f");
    assert!(person.sees("emergency number"), "{}", person.screen());
    let mut person = at_profile().at(40, 12, ColorDepth::Mono);
    person.press("/ t h r o m b o s i s enter");
    assert!(person.sees("same day") && person.sees("emergency number"), "{}", person.screen());
}

#[test]
fn the_first_screen_names_the_way_there_at_every_width_with_room_for_it() {
    for columns in [50, 60, 80, 120] {
        let mut person = Person::arriving().at(columns, 24, ColorDepth::Mono);
        assert!(person.sees("y health"), "{}", person.screen());
        assert!(person.sees("? help"), "{}", person.screen());
        person.press("y enter esc");
        assert!(person.sees("y health"), "{}", person.screen());
    }
}

#[test]
fn what_is_asked_and_answered_is_said_in_the_language_of_the_person() {
    let mut person = speaking(Language::German).at(100, 30, ColorDepth::Mono);
    person.press("y / s c h r i t t m enter enter");
    for words in ["Gesundheit", "Herzschrittmacher", "Herz und Kreislauf", "Eingabe ändern"] {
        assert!(person.sees(words), "{words}\n{}", person.screen());
    }
}

#[test]
fn a_search_that_tells_of_an_emergency_says_what_comes_first() {
    for (typed, words) in [("swollen calf", "same day"), ("chest pain", "emergency number")] {
        let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
        person.press("y /");
        for letter in typed.chars() {
            person.press(&if letter == ' ' { "space".to_owned() } else { letter.to_string() });
        }
        assert!(person.sees(words), "{typed}: {}", person.screen());
    }
}
