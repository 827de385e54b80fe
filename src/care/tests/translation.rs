//! The words of the table in German: all there, and nothing that nobody needs.

use std::collections::BTreeSet;

use crate::care::translation::GERMAN;
use crate::care::{BodyPart, CareTable, Urgency};

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
