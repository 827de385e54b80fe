//! What people type finds what they come for.

use std::collections::BTreeMap;

use serde::Deserialize;
use unclench::for_tests::{Catalogue, EverydayTable, Region, search, search_pages};

use super::shipped::{LIBRARY, catalogue};

/// How many results a person looks at.
const LOOKED_AT: usize = 3;

#[derive(Deserialize)]
struct Asked {
    asked: BTreeMap<String, Wanted>,
}

/// One of each has to be found, where any is named.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    #[serde(default)]
    session: Vec<String>,
    #[serde(default)]
    page: Vec<String>,
}

fn sessions(catalogue: &Catalogue, typed: &str) -> Vec<String> {
    let found = search(catalogue, typed).found.into_iter().take(LOOKED_AT);
    found.map(|found| catalogue[found.index].id.clone()).collect()
}

fn pages(typed: &str) -> Vec<String> {
    search_pages(typed).topics.iter().take(LOOKED_AT).map(|topic| topic.id().to_owned()).collect()
}

#[test]
fn everyday_words_find_the_session_and_the_page_among_the_first_three() {
    let table: Asked = toml::from_str(include_str!("found.toml")).expect("a table");
    assert!(table.asked.len() >= 120, "only {} are asked", table.asked.len());
    let catalogue = catalogue();
    let mut missed = Vec::new();
    for (typed, wanted) in &table.asked {
        let found = [sessions(catalogue, typed), pages(typed)];
        for (wanted, found) in [&wanted.session, &wanted.page].into_iter().zip(found) {
            if !wanted.is_empty() && !wanted.iter().any(|id| found.contains(id)) {
                missed.push(format!("“{typed}” finds {found:?}, none of {wanted:?}"));
            }
        }
    }
    assert!(missed.is_empty(), "{} missed:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn beside_the_page_for_an_emergency_no_massage_is_offered() {
    let catalogue = catalogue();
    let urgent = EverydayTable::shipped().topics.iter().filter(|topic| topic.urgent);
    for phrase in urgent.flat_map(|topic| &topic.asked_as) {
        assert_eq!(pages(phrase).first().map(String::as_str), Some("stopping"), "{phrase}");
        let found = sessions(catalogue, phrase);
        assert!(found.iter().all(|id| id == "panic-and-sudden-fear"), "{phrase}: {found:?}");
    }
}

#[test]
fn every_everyday_phrase_finds_something_and_never_only_what_is_near() {
    let catalogue = catalogue();
    for phrase in EverydayTable::shipped().topics.iter().flat_map(|topic| &topic.asked_as) {
        let (sessions, pages) = (search(catalogue, phrase), search_pages(phrase));
        let is_found = (!sessions.found.is_empty() && !sessions.is_near)
            || (!pages.topics.is_empty() && !pages.is_near);
        assert!(is_found, "“{phrase}” finds nothing");
    }
}

#[test]
fn everything_that_everyday_words_lead_to_is_there() {
    let table = EverydayTable::shipped();
    let regions: Vec<_> = Region::ALL.iter().map(|region| region.id()).collect();
    for region in table.regions.keys().chain(table.topics.iter().flat_map(|topic| &topic.regions)) {
        assert!(regions.contains(&&**region), "{region}");
    }
    for topic in &table.topics {
        for id in &topic.sessions {
            assert!(LIBRARY.load(id).is_ok(), "there is no session {id}");
        }
        for id in &topic.pages {
            let found = search_pages(id).topics;
            assert!(found.iter().any(|topic| topic.id() == id), "there is no page {id}");
        }
    }
}
