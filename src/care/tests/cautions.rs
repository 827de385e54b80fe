//! The cautions before a session, composed from the table.

use super::steps::{breathing, person_with, probe, session};
use crate::body::Region;
use crate::care::*;
use crate::session::Session;

fn composed(session: &Session, person: &CaredFor) -> String {
    screen(session, person).cautions().join("\n")
}

#[test]
fn conditions_that_ask_for_the_same_stand_in_one_sentence() {
    let rolled = session(vec![probe("tool", Region::Calf), breathing("box")]);
    insta::assert_snapshot!(composed(&rolled, &CaredFor::default()));
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
    assert!(cautions.contains("varicose veins"), "{cautions}");
    assert!(!cautions.contains("blood thinners"), "{cautions}");
}
