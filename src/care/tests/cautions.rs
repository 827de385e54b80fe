//! The cautions before a session, composed from the table.

use super::steps::{breathing, person_with, probe, session};
use crate::body::Region;
use crate::care::*;
use crate::session::{Session, steps_in};
use crate::words::Language;

fn composed(session: &Session, person: &CaredFor) -> String {
    screen(session, person).cautions().join("\n")
}

#[test]
fn conditions_that_ask_for_the_same_stand_in_one_sentence() {
    let rolled = session(vec![probe("tool", Region::Calf), breathing("box")]);
    insta::assert_snapshot!(composed(&rolled, &CaredFor::default()));
}

#[test]
fn signs_that_call_for_the_same_stand_in_one_sentence_where_a_line_holds_them() {
    let pressed = session(vec![probe("light", Region::NeckBack), probe("light", Region::Chest)]);
    let cautions = composed(&pressed, &CaredFor::default());
    assert_eq!(cautions.matches("emergency number").count(), 1, "{cautions}");
    assert!(cautions.contains("or collapse; sudden weakness"), "{cautions}");
}

#[test]
fn a_session_that_harms_nobody_has_no_cautions() {
    let length = crate::session::Length::Millis(30_000);
    let rest = super::steps::step(crate::session::StepKind::Rest);
    let rest = session(vec![crate::session::Step { length, ..rest }]);
    assert_eq!(composed(&rest, &CaredFor::default()), "");
}

#[test]
fn a_person_who_answered_is_warned_of_what_they_have_and_of_nothing_else() {
    let rolled = session(vec![probe("tool", Region::Calf)]);
    let mut person = person_with("varicose-veins", None);
    person.profile.answered = ConditionGroup::ALL.to_vec();
    let cautions = composed(&rolled, &person);
    assert!(cautions.contains("Varicose veins: Keep off the veins"), "{cautions}");
    assert!(!cautions.contains("blood thinners"), "{cautions}");
}

#[test]
fn what_is_to_be_known_before_a_german_session_is_german() {
    let german = |step| Session { language: "de".to_owned(), ..session(vec![step]) };
    let mut person = person_with("varicose-veins", None);
    let told = screen(&german(probe("tool", Region::Calf)), &person);
    let step = steps_in(&told.session().blocks)[0].clone();
    let step = step.stop_if.unwrap_or_default();
    person.profile.answered = ConditionGroup::ALL.to_vec();
    let own = composed(&german(probe("tool", Region::NeckBack)), &person);
    insta::assert_snapshot!(format!("{}\n\n{own}\n\n{step}", told.cautions().join("\n")));
}

#[test]
fn what_a_person_has_is_told_by_itself_also_where_the_step_gave_way() {
    let pressed = session(vec![probe("deep", Region::Calf)]);
    let cautions = composed(&pressed, &person_with("pregnancy", None));
    let own = "Pregnancy: Keep everything light: no firm pressure, ball or roller";
    assert!(cautions.starts_with(own), "{cautions}");
    assert!(!cautions.contains("with pregnancy"), "{cautions}");
    let late = composed(&pressed, &person_with("late-pregnancy", None));
    assert!(late.starts_with("Late pregnancy: Keep everything light"), "{late}");
}

#[test]
fn what_an_author_says_before_a_session_is_told_in_every_language_around_it() {
    let own = vec!["Keep a towel at hand.".to_owned()];
    let rolled = Session { cautions: own, ..session(vec![probe("tool", Region::Calf)]) };
    let told = screened_for_anyone(&rolled).cautions_in(Language::German);
    assert_eq!(told[0], "Keep a towel at hand.");
    assert!(told.len() > 1, "{told:?}");
}
