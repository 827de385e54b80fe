//! A plan in the making: what its keys come to.

use super::PlanOutcome;
use crate::body::{Region, Side};
use crate::canvas::ColorDepth;
use crate::planner::Plan;
use crate::screens::body_map::BodyMapScreen;
use crate::screens::tests::person::Person;
use crate::screens::{Place, Screen};
use crate::session::{Session, Tool};
use crate::timeline::Timeline;

/// The plan that is shown, laid out.
fn planned(person: &Person) -> Option<(&Plan, &Timeline)> {
    match person.app.screens.top() {
        Screen::Planner(planner) => match planner.outcome.as_ref()? {
            PlanOutcome::Planned(plan, timeline) => Some((plan, timeline)),
            PlanOutcome::Not(_) => None,
        },
        _ => None,
    }
}

fn millis(person: &Person) -> Option<u64> {
    planned(person).map(|(_, timeline)| timeline.millis())
}

fn session(person: &Person) -> Option<Session> {
    planned(person).map(|(plan, _)| plan.session.clone())
}

#[test]
fn a_plan_is_made_as_soon_as_its_screen_opens_and_again_with_each_choice() {
    let mut person = Person::arriving();
    person.press("p");
    assert_eq!((person.place(), millis(&person)), (Place::Planner, Some(600_000)));
    person.press("right right");
    assert_eq!(millis(&person), Some(720_000));
    person.press("left");
    assert_eq!(millis(&person), Some(660_000));
}

#[test]
fn every_step_is_seen_with_its_reason_and_another_plan_is_a_key_away() {
    let mut person = Person::arriving();
    person.press("p");
    assert!(person.sees("a moment to arrive"), "{}", person.screen());
    let before = session(&person);
    person.press("o");
    assert_ne!(session(&person), before);
    person.press("] ]");
    assert!(!person.sees("a moment to arrive"));
}

#[test]
fn a_length_that_cannot_be_names_the_nearest() {
    let mut person = Person::arriving();
    person.press("p left left left left left left left down down right");
    assert_eq!(millis(&person), None);
    assert!(person.sees("nearest"), "{}", person.screen());
}

#[test]
fn a_plan_is_looked_at_once_more_before_it_begins() {
    let mut person = Person::arriving();
    person.press("p enter");
    assert_eq!(person.place(), Place::Ready);
    person.press("esc");
    assert_eq!(person.place(), Place::Planner);
}

#[test]
fn a_plan_is_shown_from_the_side_that_the_person_begins_with() {
    for side in [Side::Left, Side::Right] {
        let mut person = Person::arriving();
        person.app.shared.person.profile.first_side = Some(side);
        person.press("p");
        let first_side = planned(&person).map(|(_, timeline)| timeline.wish().first_side);
        assert_eq!(first_side, Some(side));
    }
}

#[test]
fn a_plan_for_the_place_under_the_finger_is_a_key_away_on_the_body_map() {
    for region in Region::ALL {
        let mut person = Person::arriving();
        person.app.screens.push(BodyMapScreen::new(Some(region), &[]).expect("pictures").into());
        person.press("p");
        let Screen::Planner(planner) = person.app.screens.top() else { panic!("{region:?}") };
        let asked = planner.request().places;
        assert!(asked.iter().any(|place| place.region == region), "{region:?}: {asked:?}");
    }
}

#[test]
fn what_was_chosen_is_there_again_the_next_time() {
    let mut person = Person::arriving();
    person.press("p right right down right");
    let before = session(&person);
    person.press("esc p");
    assert_eq!(millis(&person), Some(720_000));
    assert_eq!(session(&person), before);
}

#[test]
fn a_tool_that_the_person_owns_is_at_hand() {
    let mut person = Person::arriving();
    person.app.shared.person.profile.tools = Some(vec![Tool::Roller]);
    person.press("p");
    let Screen::Planner(planner) = person.app.screens.top() else { panic!("it is open") };
    assert_eq!(planner.request().tools, [Tool::Roller]);
}

#[test]
fn no_place_can_be_chosen_twice() {
    let mut person = Person::arriving();
    person.press("p down down");
    for key in ["right", "left"] {
        for _ in 0..40 {
            person.press(key);
            let Screen::Planner(planner) = person.app.screens.top() else { panic!("it is open") };
            let chosen = planner.choices();
            assert_ne!(Some(chosen.place), chosen.other);
        }
    }
}

#[test]
fn a_step_is_seen_with_all_of_its_reason_and_more_are_announced_until_the_last() {
    let mut person = Person::arriving().at(80, 24, ColorDepth::Mono);
    person.press("p");
    assert!(person.sees("more steps") && person.sees("on each side"), "{}", person.screen());
    let mut pages = 1;
    while person.sees("more steps") {
        person.press("]");
        pages += 1;
    }
    assert!(pages > 2 && person.sees("nothing ends abruptly"), "{}", person.screen());
}
