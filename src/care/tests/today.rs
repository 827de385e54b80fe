//! What a day remembers of its answers, and what is read anew after them.

use super::steps::{probe, session};
use crate::body::Region;
use crate::care::*;
use crate::words::Language;

/// The question about a condition.
fn question_about(condition: &str) -> &'static ScreenQuestion {
    let questions = CareTable::shipped().questions.iter();
    let mut about = questions.filter(|question| question.condition == condition);
    about.next().unwrap_or_else(|| panic!("{condition}"))
}

/// A day on which what there is to know before a session was read.
fn read_by(person: &CaredFor) -> (Today, ScreenedSession) {
    let rolled = screen(&session(vec![probe("tool", Region::NeckBack)]), person);
    let mut today = Today::of_day("2026-11-28");
    today.tell(&rolled, Language::English);
    (today, rolled)
}

#[test]
fn a_sign_is_taken_back_with_the_last_answer_that_needs_help() {
    let sign = &CareTable::shipped().emergencies[0];
    let mut today = Today::of_day("2026-11-28");
    today.feel(Felt::Sign(sign), None);
    assert!(today.is_urgent() && today.what_is_urgent() == Some(sign.act));
    let held: Vec<_> = today.held().iter().map(|held| held.condition.id.clone()).collect();
    for condition in held {
        today.answer(question_about(&condition), false, &[]);
    }
    assert!(today.signs().is_empty() && today.what_is_urgent().is_none());
}

#[test]
fn whoever_reaches_less_than_before_reads_what_to_know_again_on_another_day() {
    let (read, rolled) = read_by(&CaredFor::default());
    let next_day = Today::of_day("2026-11-29").with_known(read.known().clone());
    assert!(next_day.knows(&rolled));
    for profile in [
        Profile { reach: HandReach::NotFeet, ..Profile::default() },
        Profile { reaches_floor: Some(false), ..Profile::default() },
    ] {
        let person = CaredFor { profile, ..CaredFor::default() };
        let (_, for_less) = read_by(&person);
        assert!(!next_day.knows(&for_less), "{person:?}");
    }
}

#[test]
fn what_calls_for_the_emergency_number_can_be_named_at_every_stop() {
    let choices = Felt::choices(&[], &Profile::default());
    let rows = CareTable::shipped().emergencies.iter();
    for row in rows.filter(|row| row.act == Urgency::EmergencyNumber) {
        assert!(choices.contains(&Felt::Sign(row)), "{}", row.id);
    }
}
