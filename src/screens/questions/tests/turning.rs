//! What is to be read before a session costs few keys at any size: pages turn once they were read.

use std::time::SystemTime;

use super::{at_the_ready_page_of, letters, text};
use crate::care::{CareTable, screen};
use crate::choices::Background;
use crate::library::shipped::{shipped_library, shipped_session};
use crate::screens::Place;
use crate::screens::tests::person::Person;
use crate::timeline::LengthWish;

/// What people tell of themselves.
const ONE_BY_ONE: [&[&str]; 4] =
    [&["glaucoma"], &["bleeds-easily"], &["pregnancy"], &["brittle-bones"]];
const ALL_OF_IT: &[&str] = &["glaucoma", "bleeds-easily", "pregnancy", "brittle-bones"];
/// Before every so many sessions each is told by itself, and each page is read in both sizes.
const EVERY: usize = 5;

/// A person who told this, is asked how they are too, and has just asked for a session.
fn asking_for(id: &str, size: (u16, u16), told: &[&str]) -> Person {
    let mut person = at_the_ready_page_of(id, size);
    person.app.shared.environment.checks_in = true;
    for condition in told {
        let condition = CareTable::shipped().condition(condition).expect("in the table");
        person.app.shared.person.profile.add(condition, &[]);
    }
    person.app.screens.pop();
    let session = shipped_session(id).session;
    let as_written = (&Background::AsWritten, LengthWish::AsWritten);
    person.app.show_ready(id.to_owned(), &session, as_written);
    person.press("enter");
    person
}

/// How long the page stands that is shown; `None` where it does until a key.
fn stands(person: &Person) -> Option<u64> {
    person.app.wait_millis(&person.now, &person.view())
}

/// Lets so many milliseconds pass. Returns whether the page has turned.
fn pass(person: &mut Person, millis: u64) -> bool {
    let view = person.view();
    person.now.advance(millis, SystemTime::UNIX_EPOCH);
    person.app.advance(millis);
    person.app.turn_page(&view)
}

/// Reads until the session plays, and presses a key only where a page stands until one. Returns how
/// often, how long that took, and everything that was shown.
fn read_along(person: &mut Person) -> (usize, u64, String) {
    let (mut keys, mut millis, mut shown) = (0, 0, String::new());
    for _ in 0..60 {
        let (screen, view) = person.seen();
        if person.app.place(&person.now, &view) == Place::Playing {
            return (keys, millis, shown);
        }
        shown.push_str(&text(&screen));
        if let Some(stands) = person.app.wait_millis(&person.now, &view) {
            person.now.advance(stands, SystemTime::UNIX_EPOCH);
            person.app.advance(stands);
            assert!(person.app.turn_page(&view), "{shown}");
            millis += stands;
        } else {
            person.press("enter");
            keys += 1;
        }
    }
    panic!("it never begins: {shown}");
}

/// Reads along before every session, and before every so many of them with whatever was told and at
/// any size. Each session has its most pages at 40x12 once all of it was told.
fn cautions_are_seen_in_two_keys(every: usize) {
    let library = shipped_library();
    let mut wrong = Vec::new();
    for (index, id) in library.ids().enumerate() {
        let session = shipped_session(id).session;
        let told = ONE_BY_ONE.into_iter().chain([&[][..]]);
        let any = told.map(|told| ((40, 12), told));
        let any = any.chain([&[][..], ALL_OF_IT].map(|told| ((80, 24), told)));
        let any = any.filter(|_| index % every == 0);
        for (size, told) in any.chain([((40, 12), ALL_OF_IT)]) {
            let mut person = asking_for(id, size, told);
            let screened = screen(&session, &person.app.shared.person);
            let (keys, millis, shown) = read_along(&mut person);
            let seen = letters(&shown);
            let ends = |it: &str| letters(it.split_whitespace().next_back().unwrap_or_default());
            let cautions = screened.session().cautions.iter();
            let unseen = cautions.filter(|caution| !seen.contains(&ends(caution)));
            wrong.extend(unseen.map(|it| format!("{id} {size:?} {told:?}: unseen: {it}")));
            if keys > 2 {
                wrong.push(format!("{id} {size:?} {told:?}: {keys} keys, {millis} ms"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn whatever_was_told_every_caution_of_every_session_is_seen_in_two_keys_at_any_size() {
    cautions_are_seen_in_two_keys(EVERY);
}

#[test]
#[ignore = "reads every page before every session; .ci/run runs it"]
fn every_caution_is_seen_before_each_session_in_every_way() {
    cautions_are_seen_in_two_keys(1);
}

#[test]
fn a_page_that_turns_stands_longer_than_two_hundred_words_a_minute_need() {
    let mut person = asking_for("neck-and-shoulders", (40, 12), &[]);
    assert_eq!(stands(&person), None, "what is asked waits for an answer");
    person.press("enter");
    let mut turned = 0;
    while let Some(millis) = stands(&person) {
        let words = text(&person.screen()).split_whitespace().filter(|it| *it != "·").count();
        let head_and_foot = 16;
        let needed = (words - head_and_foot) as u64 * 60_000 / 200;
        assert!(millis >= needed, "{millis} ms for {words} words");
        assert!(!pass(&mut person, millis - 1), "not before");
        assert!(pass(&mut person, 1));
        turned += 1;
    }
    assert!(turned >= 2, "{turned}");
    assert!(!pass(&mut person, 600_000), "the last page stands until a key");
    person.press("enter");
    assert_eq!(person.place(), Place::Playing);
}

#[test]
fn whoever_turns_pages_back_turns_them_all() {
    let mut person = asking_for("neck-and-shoulders", (40, 12), &[]);
    person.press("enter");
    assert!(stands(&person).is_some() && person.sees("turns by itself"), "{}", person.screen());
    person.press("up");
    assert_eq!(stands(&person), None);
    assert!(person.sees("↓ more") && !person.sees("turns by itself"), "{}", person.screen());
}

#[test]
fn nothing_turns_after_a_yes_under_help_or_with_reduced_motion() {
    let mut person = asking_for("neck-and-shoulders", (40, 12), &[]);
    person.press("enter ?");
    assert_eq!(stands(&person), None);
    assert!(!pass(&mut person, 60_000));
    person.press("?");
    assert!(stands(&person).is_some());
    person.press("c");
    assert_eq!(stands(&person), None, "{}", person.screen());
    let mut still = asking_for("neck-and-shoulders", (40, 12), &[]);
    still.app.shared.environment.reduced_motion = true;
    still.press("enter");
    assert_eq!(stands(&still), None);
}

#[test]
fn an_answer_from_a_later_page_is_seen() {
    let mut person = asking_for("neck-and-shoulders", (40, 12), &[]);
    person.press("enter");
    assert!(!person.sees("A fever or an infection?"));
    person.press("c");
    assert!(person.sees("c✓ A fever or an infection?"), "{}", person.screen());
    person.press("c");
    assert!(person.sees("c  A fever or an infection?"), "{}", person.screen());
}

#[test]
fn a_page_under_which_the_machine_slept_stands_once_more() {
    let mut person = asking_for("neck-and-shoulders", (40, 12), &[]);
    person.press("enter");
    let before = text(&person.screen());
    let stood = stands(&person).expect("it turns");
    assert!(!pass(&mut person, stood + 3_600_000));
    assert_eq!(text(&person.screen()), before);
    assert_eq!(stands(&person), Some(stood));
}

#[test]
fn no_line_of_a_page_stands_on_the_next_one_again() {
    let mut person = asking_for("neck-and-shoulders", (40, 12), ALL_OF_IT);
    let mut pages: Vec<Vec<String>> = Vec::new();
    while person.place() != Place::Playing {
        let lines = text(&person.screen());
        // Between the line with the title and the keys.
        let lines = lines.lines().skip(1).map(|line| line.trim().to_owned());
        let mut page: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        page.pop();
        if let Some(before) = pages.last() {
            let twice: Vec<_> = page.iter().filter(|line| before.contains(line)).collect();
            assert!(twice.is_empty(), "{twice:?}");
        }
        pages.push(page);
        person.press("enter");
    }
    assert!(pages.len() > 3, "{pages:?}");
}

#[test]
fn digits_give_numbers_where_those_are_asked_and_letters_answer() {
    let mut person = asking_for("neck-and-shoulders", (80, 24), &[]);
    person.press("4");
    assert!(person.sees("●") && person.app.shared.today.held().is_empty(), "{}", person.screen());
    person.press("b");
    assert!(person.sees("b ✓"), "{}", person.screen());
    assert_eq!(person.app.shared.today.held().len(), 1);
}
