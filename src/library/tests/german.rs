//! The cautions of sessions in English are told in German too.

use std::collections::{BTreeMap, BTreeSet};

use crate::care::screened_for_anyone;
use crate::library::named_breathing;
use crate::library::shipped::{shipped_library, shipped_session};
use crate::session::{Pattern, Session};
use crate::words::Language;

/// The sessions in English, shipped ones and those that breathe a named pattern.
fn in_english() -> Vec<Session> {
    let library = shipped_library();
    let shipped = library.ids().map(|id| shipped_session(id).session);
    let breathing = Pattern::all_named().iter().map(named_breathing);
    shipped.chain(breathing).filter(|session| session.language == "en").collect()
}

#[test]
fn every_caution_of_a_session_in_english_has_german_words() {
    for session in in_english() {
        let german = screened_for_anyone(&session).cautions_in(Language::German);
        for caution in &session.cautions {
            assert!(!german.contains(caution), "{}: {caution}", session.title);
        }
    }
}

#[test]
fn no_german_words_stand_for_a_caution_that_is_no_longer_there() {
    let german = include_str!("../../care/translation/sessions-de.toml");
    let german: BTreeMap<String, String> = toml::from_str(german).expect("a table of texts");
    let told: BTreeSet<String> = in_english().into_iter().flat_map(|it| it.cautions).collect();
    // A plan has one too.
    let planned = include_str!("../../words/en/plan.ftl");
    let left = german.keys().filter(|text| !told.contains(*text) && !planned.contains(*text));
    assert_eq!(left.collect::<Vec<_>>(), Vec::<&String>::new());
}
