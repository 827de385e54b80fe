//! What there is to know is told in the language of the person, whatever the session speaks.

use super::{brought_to, letters, read_on, text};
use crate::choices::Background;
use crate::library::shipped::shipped_session;
use crate::screens::environment::Environment;
use crate::screens::tests::person::Person;
use crate::timeline::LengthWish;
use crate::words::Language;

/// The English session that is asked for.
const ID: &str = "neck-and-shoulders";

fn speaking(language: Language) -> Person {
    let language = Some(language);
    let person = Person::in_surroundings(Environment { language, ..Environment::of_a_morning() });
    brought_to(person, ID, (80, 24))
}

#[test]
fn an_english_session_warns_a_german_person_in_german() {
    let mut person = speaking(Language::German);
    assert!(person.sees("Plötzlich schwach"), "on the page before: {}", person.screen());
    person.press("enter");
    let (_, shown) = read_on(&mut person);
    let table = shipped_session(ID).session;
    let screened = crate::care::screened_for_anyone(&table);
    let seen = letters(&text(&shown));
    for caution in screened.cautions() {
        let end = letters(caution.split_whitespace().last().unwrap_or_default());
        assert!(!seen.contains(&letters(caution)), "{caution}");
        assert!(end.len() < 4 || !seen.contains(&end), "{caution}");
    }
    assert!(seen.contains("Blutgerinnsel"), "{shown}");
}

#[test]
fn what_was_read_in_one_language_is_not_told_again_in_another() {
    let mut person = speaking(Language::German);
    person.press("enter");
    read_on(&mut person);
    person.app.shared.environment.language = Some(Language::English);
    let session = shipped_session(ID).session;
    let as_written = (&Background::AsWritten, LengthWish::AsWritten);
    person.app.show_ready(ID.to_owned(), &session, as_written);
    let shown = person.screen();
    person.press("enter");
    assert!(!person.sees("Good to know"), "{shown}\n{}", person.screen());
}
