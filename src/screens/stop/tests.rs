//! A session that is stopped at once, what helps, and whether it goes on.

use super::without_this_place;
use crate::care::{CareTable, CaredFor, Felt, Site, Today, screened_for_anyone};
use crate::choices::Background;
use crate::library::shipped::{shipped_library, shipped_session};
use crate::player::{Effect, Player};
use crate::screens::tests::person::Person;
use crate::screens::{Place, Screen, site_at};
use crate::timeline::{LengthWish, Segment, SegmentKind, Wish, prepare};
use crate::words::Language;

/// A person in the middle of a session that works the neck.
fn stopped() -> Person {
    let mut person = Person::arriving().at(100, 40, crate::canvas::ColorDepth::Mono);
    let session = shipped_library().load("neck-and-shoulders");
    let session = session.expect("a shipped session").session;
    let as_written = (&Background::AsWritten, LengthWish::AsWritten);
    person.app.show_ready("neck".to_owned(), &session, as_written);
    person.press("enter");
    while person.player().timeline().at(person.player().position()).segment.massage().is_none() {
        person.wait(5);
    }
    person.press("!");
    person
}

/// The key of something that may have been felt.
fn key(person: &Person, felt: Felt) -> String {
    let stop = person.app.screens.iter().find_map(|screen| match screen {
        Screen::Stop(stop) => Some(stop),
        _ => None,
    });
    let choices = &stop.expect("it is stopped").choices;
    (choices.iter().position(|it| *it == felt).expect("a choice") + 1).to_string()
}

#[test]
fn one_key_stops_a_session_at_once_and_asks_what_was_felt() {
    let mut person = stopped();
    assert_eq!(person.place(), Place::Stop);
    let position = person.player().position();
    person.wait(30);
    assert_eq!(person.player().position(), position, "time stands still");
    assert!(person.sees("What did you feel?") && person.sees("A drooping face"));
    assert!(!person.sees("one calf, thigh or arm"), "no leg is worked here");
}

#[test]
fn after_a_sign_it_is_told_whom_to_call_and_no_key_goes_on() {
    let mut person = stopped();
    person.press("1");
    assert!(person.sees("call your emergency"));
    for key in ["right", "l"] {
        person.press(key);
        assert_eq!(person.place(), Place::StopSign, "{key}");
    }
    person.press("esc");
    assert_eq!(person.place(), Place::SummaryStopped);
}

#[test]
fn something_sharp_ends_it_too() {
    let mut person = stopped();
    person.press(&key(&person, Felt::Sharp));
    assert!(person.sees("Enough for today"));
    person.press("right");
    assert_eq!(person.place(), Place::StopSign);
}

#[test]
fn what_was_only_unpleasant_goes_on_from_a_quiet_breath_and_without_that_place() {
    let mut person = stopped();
    let player = person.player();
    let (stopped_at, length) = (player.position(), player.timeline().millis());
    let worked_at = |it: &Segment| it.region().map(|region| (region, it.side));
    let place = worked_at(player.timeline().at(stopped_at).segment).expect("a place is worked");
    person.press(&key(&person, Felt::Unpleasant));
    assert!(person.sees("without that place"));
    person.press("right");
    assert_eq!(person.place(), Place::Playing);
    let player = person.player();
    let now = player.timeline().at(player.position()).segment;
    assert!(now.massage().is_none(), "{now:?}");
    assert!(player.position().abs_diff(stopped_at) < 60_000, "{}", player.position());
    assert!(player.timeline().millis().abs_diff(length) < 30_000);
    let hands_on = player.timeline().segments().iter().filter(|it| it.massage().is_some());
    assert!(hands_on.into_iter().all(|it| worked_at(it) != Some(place)));
}

/// Stops the shipped session of this id in every step in which hands work on a side, says that it was
/// unpleasant, and looks at how it goes on.
fn each_time_it_was_unpleasant(id: &str, look: impl Fn(&Segment, &Person)) {
    let session = shipped_session(id).session;
    let as_written = (&Background::AsWritten, LengthWish::AsWritten);
    let mut arrived = Person::arriving().at(100, 40, crate::canvas::ColorDepth::Mono);
    arrived.app.show_ready(id.to_owned(), &session, as_written);
    arrived.press("enter");
    let segments = arrived.player().timeline().segments().to_vec();
    for segment in segments.iter().filter(|it| it.massage().is_some() && it.side.is_some()) {
        let mut person = Person::arriving().at(100, 40, crate::canvas::ColorDepth::Mono);
        person.app.show_ready(id.to_owned(), &session, as_written);
        person.press("enter");
        while person.player().position() < segment.start + 1_000 {
            person
                .wait((segment.start + 1_000 - person.player().position()).div_ceil(1_000).min(5));
            if person.player().state() == crate::player::State::Waiting {
                person.press("space");
            }
        }
        person.press("!");
        let unpleasant = key(&person, Felt::Unpleasant);
        person.press(&format!("{unpleasant} right"));
        assert_eq!(person.place(), Place::Playing);
        look(segment, &person);
    }
}

#[test]
fn what_goes_on_is_what_lies_ahead_with_both_sides_in_their_order() {
    for id in ["neck-and-shoulders", "upper-back-with-a-ball", "hands-and-forearms"] {
        each_time_it_was_unpleasant(id, |stopped, person| {
            let player = person.player();
            let ahead =
                &player.timeline().segments()[player.timeline().segment_index(player.position())..];
            let name = format!("{id}: {:?} {:?}", stopped.title, stopped.side);
            let is_quiet = matches!(ahead[0].kind, SegmentKind::Breathe | SegmentKind::Rest);
            assert!(is_quiet, "{name}: {:?}", ahead[0]);
            assert_eq!(player.position(), ahead[0].start, "{name}: from its beginning");
            let spared = Site::around(stopped.region().expect("a region"), stopped.side);
            for segment in ahead.iter().filter(|it| it.massage().is_some()) {
                let region = segment.region().expect("a region");
                assert!(!spared.takes_in(region, segment.side), "{name}: {:?}", segment.title);
            }
        });
    }
}

#[test]
fn what_was_felt_is_kept_for_the_day_as_soon_as_it_was_said() {
    for (felt, condition) in [(Felt::Unpleasant, "unpleasant-now"), (Felt::Sharp, "sharp-now")] {
        let mut person = stopped();
        let at = site_at(person.player()).expect("hands are at work");
        person.press(&key(&person, felt));
        let held = person.app.shared.today.held().to_vec();
        assert_eq!((held.len(), held[0].condition.id.as_str()), (1, condition));
        assert_eq!(held[0].sites, [at]);
    }
    let mut person = stopped();
    person.press("1");
    assert!(person.app.shared.today.is_urgent());
}

#[test]
fn who_chose_in_error_and_goes_back_has_said_nothing() {
    let mut person = stopped();
    person.press(&key(&person, Felt::Unpleasant));
    person.press("esc");
    assert!(person.app.shared.today.held().is_empty());
    person.press(&key(&person, Felt::Unpleasant));
    person.press(&key(&person, Felt::Interrupted));
    assert!(person.app.shared.today.held().is_empty());
}

#[test]
fn who_leaves_after_a_sign_has_ended_the_session_and_is_not_asked_to_go_on() {
    for before in ["q", "1 q"] {
        let mut person = stopped();
        person.press(before);
        assert!(person.effects.iter().any(|effect| matches!(effect, Effect::Ended(_))), "{before}");
    }
    let mut person = stopped();
    let interrupted = key(&person, Felt::Interrupted);
    person.press(&format!("{interrupted} q"));
    assert!(!person.effects.iter().any(|effect| matches!(effect, Effect::Ended(_))));
}

#[test]
fn after_something_sharp_the_first_screen_says_that_it_is_enough() {
    let mut person = stopped();
    person.press(&key(&person, Felt::Sharp));
    person.press("enter enter esc");
    assert!(person.sees("Something was sharp, numb or dizzy today"), "{}", person.screen());
}

#[test]
fn whoever_was_interrupted_goes_on_where_they_were() {
    let mut person = stopped();
    let position = person.player().position();
    person.press(&key(&person, Felt::Interrupted));
    person.press("right");
    assert_eq!(person.place(), Place::Playing);
    person.wait(2);
    assert!((position..position + 3_000).contains(&person.player().position()));
}

#[test]
fn a_slip_of_the_key_leads_back_and_enter_ends() {
    let mut person = stopped();
    person.press("esc");
    assert_eq!(person.place(), Place::Playing);
    let mut person = stopped();
    person.press("enter");
    assert!(person.effects.iter().any(|effect| matches!(effect, Effect::Ended(_))));
    assert_eq!(person.place(), Place::Summary);
}

#[test]
fn after_a_sign_the_last_page_still_tells_whom_to_call_and_asks_nothing() {
    let mut person = stopped();
    person.press("1 enter");
    assert_eq!(person.place(), Place::SummaryStopped);
    assert!(person.sees("your emergency number now"), "{}", person.screen());
    assert!(!person.sees("A part of it is something too"));
}

#[test]
fn after_a_sign_what_comes_first_stands_before_whatever_is_begun_that_day() {
    let mut person = stopped();
    person.app.shared.environment.tells_before = true;
    person.press("1 enter enter");
    let session = shipped_session("feet").session;
    let as_written = (&Background::AsWritten, LengthWish::AsWritten);
    person.app.show_ready("feet".to_owned(), &session, as_written);
    for _ in 0..2 {
        person.press("enter");
        assert_eq!(person.place(), Place::Advice);
        assert!(person.sees("Not now"), "{}", person.screen());
        assert!(person.sees("Better leave it for now"), "{}", person.screen());
        person.press("esc");
    }
}

#[test]
fn whoever_is_pregnant_is_asked_for_its_signs_whatever_is_worked() {
    let mut person = stopped();
    assert!(!person.sees("moves less"), "{}", person.screen());
    let pregnancy = CareTable::shipped().condition("pregnancy").expect("a condition");
    person.app.shared.person.profile.add(pregnancy, &[]);
    person.press("esc !");
    assert!(person.sees("moves less"), "{}", person.screen());
}

#[test]
fn the_sign_that_was_felt_is_among_what_comes_first_all_day() {
    let mut person = stopped();
    person.press("3");
    assert!(person.sees("headache"));
    let advice = person.app.shared.today.urgent_advice(Language::English);
    assert!(advice[0].contains("worst-ever headache"), "{advice:?}");
    let question = CareTable::shipped().questions.first().expect("a question");
    let mut today = person.app.shared.today.clone();
    today.answer(question, false, &[]);
    assert!(today.urgent_advice(Language::English).is_empty());
}

#[test]
fn after_a_sign_no_key_leads_back_into_the_session() {
    for felt in ["1", "sharp"] {
        let mut person = stopped();
        let number = if felt == "1" { felt.to_owned() } else { key(&person, Felt::Sharp) };
        person.press(&format!("{number} enter"));
        assert!(!person.sees("a again"), "{}", person.screen());
        person.press("a");
        assert_eq!(person.place(), Place::SummaryStopped, "{felt}");
    }
}

#[test]
fn after_a_sign_for_the_emergency_number_the_first_screen_says_so_and_offers_rest_alone() {
    let mut person = stopped();
    person.press("1 enter enter");
    assert!(person.sees("Call your emergency number first"), "{}", person.screen());
    let offers = person.home().suggested.iter();
    let ids: Vec<_> =
        offers.map(|offer| person.app.shared.catalogue[offer.index].id.as_str()).collect();
    assert_eq!(ids, ["quiet-rest"]);
}

#[test]
fn between_two_places_it_was_the_one_before() {
    let mut waits = 0;
    for id in ["upper-back-with-a-ball", "shoulders-with-a-ball", "feet", "tired-lower-legs"] {
        let session = shipped_session(id).session;
        let screened = screened_for_anyone(&session);
        let timeline = prepare(&screened, &Wish::default());
        let timeline = timeline.expect("it can be laid out");
        for two in timeline.segments().windows(2) {
            let (worked, between) = (&two[0], &two[1]);
            let is_between = between.waits() && between.region().is_none();
            let Some(region) = worked.region().filter(|_| is_between) else { continue };
            let player = Player::new(timeline.clone().into());
            let player = player.starting_at(between.start + 500);
            assert_eq!(site_at(&player), Some(Site::around(region, worked.side)), "{id}");
            waits += 1;
        }
    }
    assert!(waits > 2, "{waits}");
}

#[test]
fn something_sharp_where_no_hands_were_at_work_lets_every_place_be_and_says_so() {
    let mut person = Person::arriving().at(100, 40, crate::canvas::ColorDepth::Mono);
    let session = shipped_library().load("neck-and-shoulders");
    let session = session.expect("a shipped session").session;
    let as_written = (&Background::AsWritten, LengthWish::AsWritten);
    person.app.show_ready("neck".to_owned(), &session, as_written);
    person.press("enter !");
    person.press(&key(&person, Felt::Sharp));
    person.press("enter enter");
    assert!(person.sees("touch is left out"), "{}", person.screen());
}

#[test]
fn without_the_place_it_goes_on_at_the_same_speed() {
    let session = shipped_library().load("neck-and-shoulders").expect("shipped").session;
    let session = screened_for_anyone(&session);
    let timeline = prepare(&session, &Wish::default()).expect("as it is written");
    let worked = timeline.segments().iter().find(|segment| segment.massage().is_some());
    let position = worked.expect("hands work").start + 1_000;
    let player = Player::new(timeline.into()).with_speed(2.0).starting_at(position);
    let (person, today) = (CaredFor::default(), Today::of_day("2026-11-28"));
    let going_on = without_this_place("neck", &player, &session, (&person, &today));
    let speed = going_on.expect("it goes on").player.speed();
    assert!((speed - 2.0).abs() < f64::EPSILON, "{speed}");
}
