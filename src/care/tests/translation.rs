//! The words of the table in German: all there, and nothing that nobody needs.

use std::collections::BTreeSet;

use crate::care::translation::{GERMAN, GERMAN_OF_SESSIONS};
use crate::care::{BodyPart, CareTable, Urgency};
use crate::library::{Library, named_breathing};
use crate::session::Pattern;
use crate::words::{Language, Message, Texts};

/// Every text of the table that is read or heard.
fn texts() -> BTreeSet<&'static str> {
    let table = CareTable::shipped();
    let mut texts = BTreeSet::from(["and", "or"]);
    for condition in &table.conditions {
        texts.extend([condition.ask.as_str(), &condition.name]);
        texts.extend(condition.short.iter().map(String::as_str));
        texts.extend(condition.rules.iter().map(|rule| rule.says.as_str()));
        texts.insert(&condition.source);
    }
    texts.extend(table.questions.iter().flat_map(|it| [it.advice.as_str(), &it.brief]));
    for row in &table.emergencies {
        texts.extend([row.signs.as_str()].into_iter().chain(row.and.as_deref()));
        texts.extend(row.brief.as_deref());
    }
    texts.extend(table.everybody.iter().flat_map(|row| [row.says.as_str(), &row.source]));
    texts.extend(Urgency::ALL.iter().map(|act| act.name()));
    texts.extend(table.cautions.iter().map(|(_, says)| says.as_str()));
    texts.extend(BodyPart::ALL.iter().map(|part| part.id()));
    texts
}

#[test]
fn every_text_of_the_table_has_german_words() {
    let lacking: Vec<_> = texts().into_iter().filter(|text| !GERMAN.contains_key(*text)).collect();
    assert_eq!(lacking, Vec::<&str>::new());
}

#[test]
fn no_german_words_stand_for_a_text_that_is_no_longer_there() {
    let told = texts();
    let left: Vec<_> = GERMAN.keys().filter(|text| !told.contains(text.as_str())).collect();
    assert_eq!(left, Vec::<&String>::new());
}

#[test]
fn what_is_filled_in_later_stands_in_the_german_words_too() {
    for (text, german) in GERMAN.iter() {
        for gap in ["{names}", "{places}", "{limit}"] {
            assert_eq!(text.contains(gap), german.contains(gap), "{text}");
        }
        assert_eq!(text.ends_with('?'), german.ends_with('?'), "{text}");
    }
}

/// Every caution of its own that a session in English has, whether it is shipped or made here.
fn own_cautions() -> BTreeSet<String> {
    let library = Library::open(None);
    let shipped = library.ids().map(|id| library.load(id).expect("a shipped session").session);
    let breathing = Pattern::all_named().iter().map(named_breathing);
    let sessions = shipped.chain(breathing).filter(|session| session.language == "en");
    let planned = Texts::of_plans(Language::English).text(&Message::new("plan-caution-breath"));
    sessions.flat_map(|session| session.cautions).chain([planned]).collect()
}

#[test]
fn every_caution_of_a_session_in_english_has_german_words() {
    let lacking: Vec<_> =
        own_cautions().into_iter().filter(|it| !GERMAN_OF_SESSIONS.contains_key(it)).collect();
    assert_eq!(lacking, Vec::<String>::new());
}

#[test]
fn no_german_words_stand_for_a_caution_that_is_no_longer_there() {
    let told = own_cautions();
    let left: Vec<_> = GERMAN_OF_SESSIONS.keys().filter(|it| !told.contains(*it)).collect();
    assert_eq!(left, Vec::<&String>::new());
}
