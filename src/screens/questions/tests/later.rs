//! On later days what was read before is known, and only today is asked for.

use super::{at_the_ready_page_of, read_on};
use crate::care::{CareTable, Profile, Today, screened_for_anyone};
use crate::choices::Background;
use crate::library::shipped::{shipped_library, shipped_session};
use crate::screens::tests::person::Person;
use crate::session::Receiver;
use crate::timeline::LengthWish;

/// What a person knows on a later day who read all there is to know before a session.
fn on_a_later_day(person: &Person, day: &str) -> Today {
    Today::of_day(day).with_known(person.app.shared.today.known().clone())
}

/// A person at the ready page of a session on a day of which this is known.
fn on_a_day(today: Today, id: &str, size: (u16, u16)) -> Person {
    let mut person = at_the_ready_page_of(id, size);
    person.app.shared.environment.checks_in = true;
    person.app.shared.today = today;
    person
}

#[test]
fn once_all_of_it_was_read_the_first_session_of_a_day_takes_two_keys_more_at_any_size() {
    let library = shipped_library();
    let mut slow = Vec::new();
    // Of a partner nothing is known: all of it is read with them each day.
    let alone = |id: &&str| {
        let session = shipped_session(id).session;
        session.receiver == Receiver::Oneself
    };
    for id in library.ids().filter(alone) {
        for size in [(40, 12), (80, 24)] {
            let mut person = on_a_day(Today::of_day("2026-11-28"), id, size);
            person.press("enter");
            read_on(&mut person);
            let mut later = on_a_day(on_a_later_day(&person, "2026-12-27"), id, size);
            later.press("enter");
            let (keys, shown) = read_on(&mut later);
            if keys > 2 {
                slow.push(format!("{id}: {keys} keys at {size:?}\n{shown}"));
            }
            let session = shipped_session(id).session;
            let asks = !screened_for_anyone(&session).questions().is_empty();
            assert!(!asks || keys > 0, "{id}: how the person is was not asked");
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
fn what_was_read_is_read_again_after_a_month_and_once_anything_is_told_of_the_body() {
    let caution = "Not with a blood clot";
    let mut person = on_a_day(Today::of_day("2026-11-28"), "neck-and-shoulders", (80, 24));
    person.press("enter");
    assert!(read_on(&mut person).1.contains(caution));
    let shown_on = |day: &str, profile: Profile| {
        let mut later = on_a_day(on_a_later_day(&person, day), "neck-and-shoulders", (80, 24));
        later.app.shared.person.profile = profile;
        later.app.screens.pop();
        let session = shipped_session("neck-and-shoulders").session;
        let as_written = (&Background::AsWritten, LengthWish::AsWritten);
        later.app.show_ready("neck-and-shoulders".to_owned(), &session, as_written);
        later.press("enter");
        read_on(&mut later).1
    };
    assert!(!shown_on("2026-12-27", Profile::default()).contains(caution));
    assert!(shown_on("2026-12-28", Profile::default()).contains(caution));
    let mut told = Profile::default();
    told.add(CareTable::shipped().condition("glaucoma").expect("in the table"), &[]);
    assert!(shown_on("2026-11-29", told).contains(caution));
}

#[test]
fn a_change_of_health_lets_all_of_it_be_read_again() {
    let mut today = Today::of_day("2026-11-28");
    let session = shipped_session("feet").session;
    let session = screened_for_anyone(&session);
    today.tell(&session, crate::words::Language::English);
    assert!(!today.known().is_empty());
    let change = CareTable::shipped().questions.iter().find(|it| it.id == "change");
    today.answer(change.expect("a question"), true, &[]);
    assert!(today.known().is_empty());
}
