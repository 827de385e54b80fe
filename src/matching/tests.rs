//! Words as people type them: in any order, with any ending, with slips.

use super::letters::{is_slip, words};
use super::*;

const TABLE: &str = r#"
[[topics]]
asked-as = ["headache", "sore head"]
regions = ["temples"]

[[topics]]
asked-as = ["cant sleep", "insomnia"]
sessions = ["to-sleep"]

[[topics]]
beside = true
asked-as = ["hurts", "schmerzen"]
sessions = ["to-sleep"]

[[topics]]
asked-as = ["nacken", "verspannung"]
regions = ["neck-back"]

[[topics]]
urgent = true
asked-as = ["chest pain"]
sessions = ["to-sleep"]
"#;

fn table() -> EverydayTable {
    EverydayTable::read(TABLE).expect("a table")
}

fn document(title: &str, rest: &str, keys: &[&str]) -> Document {
    let texts =
        [(100, WordSource::default(), title), (20, WordSource { field: 1, detail: 2 }, rest)];
    Document::of(texts, keys.iter().map(|key| (100, WordSource::default(), (*key).to_owned())))
}

fn documents() -> Vec<Document> {
    vec![
        document("Neck and shoulders", "Knead the top of the shoulder", &["region:neck-back"]),
        document("Slow massage of the feet", "With a ball", &["region:foot"]),
        document("Temples", "Circles, for a tired head", &["region:temples"]),
        document("Breath to sleep", "Longer out than in, 4-7-8", &["session:to-sleep"]),
        document("Café pause", "Schön und größer", &[]),
    ]
}

fn found(typed: &str) -> (Vec<usize>, bool) {
    let fitting = Index::of(&documents()).search(&Query::read(typed, &table()));
    (fitting.fits.iter().map(|fit| fit.document).collect(), fitting.is_near)
}

fn first(typed: &str) -> Option<usize> {
    let (found, is_near) = found(typed);
    found.first().copied().filter(|_| !is_near)
}

#[test]
fn endings_order_and_fillers_do_not_matter() {
    for typed in ["shoulder neck", "necks", "my neck and my shoulders", "NECK, shoulders!"] {
        assert_eq!(first(typed), Some(0), "{typed}");
    }
    for typed in ["massages", "massaging feet", "ball feet", "feet massage"] {
        assert_eq!(first(typed), Some(1), "{typed}");
    }
}

#[test]
fn accents_matter_in_neither_of_the_two_ways_to_write_them() {
    for typed in ["café", "cafe", "cafe\u{301}", "schon", "scho\u{308}n", "grosser", "größer"] {
        assert_eq!(first(typed), Some(4), "{typed}");
    }
}

#[test]
fn a_slip_of_a_letter_finds_what_was_meant() {
    for (typed, document) in [("sholder", 0), ("masage", 1), ("templse", 2), ("shuolders", 0)] {
        assert_eq!(first(typed), Some(document), "{typed}");
    }
    assert!(is_slip("kneadign", "kneading") && !is_slip("neck", "feet") && !is_slip("arm", "art"));
}

#[test]
fn what_was_meant_is_told_where_words_fit_only_as_slips() {
    let meant = |typed| Index::of(&documents()).search(&Query::read(typed, &table())).meant;
    assert_eq!(meant("sholder").as_deref(), Some("shoulder"));
    assert_eq!(meant("hedache").as_deref(), Some("headache"));
    assert_eq!(meant("feet masage").as_deref(), Some("feet massage"));
    for typed in ["shoulder", "headaches", "should", "xylophone"] {
        assert_eq!(meant(typed), None, "{typed}");
    }
}

#[test]
fn how_something_is_stands_beside_what_it_is() {
    assert_eq!(found("temples hurts"), (vec![2], false));
    assert_eq!(found("schmerzen"), (vec![3], false));
}

#[test]
fn words_that_german_joins_are_found_by_their_parts() {
    for typed in ["nackenschmerzen", "Nackenschmerz", "schmerzen im Nacken"] {
        assert_eq!(found(typed), (vec![0], false), "{typed}");
    }
}

#[test]
fn each_letter_of_a_word_finds_it_from_the_first_on() {
    let word = "shoulders";
    for end in 1..=word.len() {
        assert!(found(&word[..end]).0.contains(&0), "{}", &word[..end]);
    }
}

#[test]
fn an_everyday_word_leads_on_in_any_of_its_forms() {
    for typed in ["headache", "headaches", "hedache", "headac", "head is sore", "sore head"] {
        assert_eq!(first(typed), Some(2), "{typed}");
    }
    for typed in ["can't sleep", "cant sleep", "can’t sleep", "I cant sleep", "insomnia"] {
        assert_eq!(first(typed), Some(3), "{typed}");
    }
}

#[test]
fn a_title_that_has_the_everyday_word_comes_before_what_it_leads_to() {
    let mut all = documents();
    all.push(document("Headache at the desk", "", &[]));
    let fitting = Index::of(&all).search(&Query::read("headache", &table()));
    let order: Vec<_> = fitting.fits.iter().map(|fit| fit.document).collect();
    assert_eq!(order, [5, 2]);
}

#[test]
fn where_nothing_has_all_of_the_words_what_has_some_of_them_is_near() {
    assert_eq!(found("neck xylophone"), (vec![0], true));
    assert_eq!(found("xylophone"), (Vec::new(), true));
}

#[test]
fn beside_what_an_urgent_phrase_leads_to_nothing_else_is_found() {
    for typed in ["chest pain", "pains in my chest", "neck and chest pain", "temples, chest pain"] {
        assert_eq!(found(typed), (vec![3], false), "{typed}");
    }
    assert_eq!(first("chest"), None, "it may become anything");
}

#[test]
fn a_number_is_a_length_unless_it_is_a_breath() {
    let read = |typed| Query::read(typed, &table());
    assert_eq!((read("neck 5m").at_most, read("<10").at_most), (Some(5), Some(10)));
    assert!(read("15min").is_empty() && read("").is_empty());
    assert_eq!((first("4-7-8"), read("4-7-8").at_most), (Some(3), None));
}

#[test]
fn words_are_small_without_accents_and_apart() {
    assert_eq!(words("Rock’n Roll – 4-7-8, low-back"), ["rockn", "roll", "4-7-8", "low", "back"]);
    assert_eq!(words(" \u{301}-- "), Vec::<String>::new());
}

#[test]
fn the_shipped_table_is_read_and_asks_for_each_phrase_only_of_topics_that_lead_somewhere() {
    let table = EverydayTable::shipped();
    assert!(table.topics.len() >= 60, "{} topics", table.topics.len());
    for topic in &table.topics {
        assert!(topic.keys().next().is_some(), "{:?} leads nowhere", topic.asked_as);
        assert!(topic.asked_as.iter().all(|phrase| !words(phrase).is_empty()));
    }
}
