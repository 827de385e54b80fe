//! What comes first for who has told of themselves, and what is left of a session then.

use super::*;
use crate::care::{CaredFor, HeldCondition, screen};
use crate::library::shipped::shipped_session;
use crate::session::{Position, StepKind, steps_in};
use crate::words::{Language, Texts};

#[test]
fn what_was_told_and_may_need_help_comes_before_what_else_there_is_to_know() {
    let mut person = Person::arriving().at(100, 60, ColorDepth::Mono);
    let clot = CareTable::shipped().condition("clot-now").expect("a condition");
    person.app.shared.person.profile.add(clot, &[]);
    person.app.shared.environment.asks_before = true;
    person.app.shared.environment.tells_before = true;
    let session = shipped_session("feet").session;
    let as_written = (&Background::AsWritten, crate::timeline::LengthWish::AsWritten);
    person.app.show_ready("feet".to_owned(), &session, as_written);
    person.press("enter");
    let told = letters(&text(&person.screen()));
    let at = |words: &str| told.find(&letters(words)).unwrap_or_else(|| panic!("{words}: {told}"));
    assert!(at("get medical help the same day") < at("Changed for you"));
}

#[test]
fn where_nothing_is_left_to_do_nobody_stands_for_it() {
    let unwell = CareTable::shipped().condition("unwell-now").expect("a condition");
    let held = HeldCondition { condition: unwell, sites: Vec::new() };
    let unwell = CaredFor { today: vec![held], ..CaredFor::default() };
    for id in ["upper-back-with-a-ball", "neck-and-back-on-the-floor", "legs-with-a-roller"] {
        let session = shipped_session(id).session;
        assert!(matches!(session.position, Position::Standing | Position::OnTheFloor), "{id}");
        let screened = screen(&session, &unwell);
        let left = screened.session();
        assert_eq!((left.position, left.tools.as_slice()), (Position::Any, &[][..]), "{id}");
        for step in steps_in(&left.blocks) {
            assert!(matches!(step.kind, StepKind::Breathe | StepKind::Rest), "{id}: {step:?}");
            assert!(
                !step.title.contains("wall") && !step.title.contains("Stand"),
                "{id}: {step:?}"
            );
        }
    }
}

#[test]
fn what_was_read_does_not_stand_there_once_more_while_one_settles_in() {
    let mut person = at_the_ready_page_of("neck-and-shoulders", (200, 60));
    person.press("enter");
    assert!(letters(&text(&person.screen())).contains(&letters("Not with a blood clot")));
    read_on(&mut person);
    assert_eq!(person.place(), Place::Playing);
    assert!(!letters(&text(&person.screen())).contains(&letters("Not with a blood clot")));
}

#[test]
fn what_gave_way_on_both_sides_names_both_where_its_title_has_a_side() {
    let unwell = CareTable::shipped().condition("unwell-now").expect("a condition");
    let held = HeldCondition { condition: unwell, sites: Vec::new() };
    let person = CaredFor { today: vec![held], ..CaredFor::default() };
    let session = shipped_session("water-and-stretch").session;
    let texts = Texts::of(Language::English);
    let told = screen(&session, &person).change_messages(texts);
    let told: String = told.iter().map(|it| texts.text(it)).collect();
    assert!(told.contains("Bend to the left/right") && !told.contains("other-side"), "{told}");
}
