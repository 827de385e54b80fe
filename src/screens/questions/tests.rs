//! Before a session: asked once a day, read to the last line, and gentler after a yes.

mod later;
mod spoken;
mod told;
mod turning;

use crate::canvas::ColorDepth;
use crate::care::{CareTable, Today, screened_for_anyone};
use crate::choices::Background;
use crate::library::shipped::{shipped_library, shipped_session};
use crate::player::{Player, Start};
use crate::screens::tests::person::Person;
use crate::screens::{Place, Request};
use crate::timeline::{Wish, prepare};

/// A person who is asked, at the ready page of a session.
fn at_the_ready_page_of(id: &str, size: (u16, u16)) -> Person {
    brought_to(Person::arriving(), id, size)
}

fn brought_to(person: Person, id: &str, size: (u16, u16)) -> Person {
    let mut person = person.at(size.0, size.1, ColorDepth::Mono);
    person.app.shared.environment.asks_before = true;
    person.app.shared.environment.tells_before = true;
    let session = shipped_session(id).session;
    person.app.show_ready(
        id.to_owned(),
        &session,
        (&Background::AsWritten, crate::timeline::LengthWish::AsWritten),
    );
    person
}

/// Presses Enter until the session plays. Returns how often, and everything that was shown.
fn read_on(person: &mut Person) -> (usize, String) {
    let mut shown = String::new();
    for presses in 0..60 {
        let (screen, view) = person.seen();
        if person.app.place(&person.now, &view) == Place::Playing {
            return (presses, shown);
        }
        shown.push_str(&text(&screen));
        person.press("enter");
    }
    panic!("it never begins: {shown}");
}

fn text(screen: &str) -> String {
    screen.replace('"', " ")
}

/// The letters of a text, however it was set in lines.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

#[test]
fn every_caution_of_every_session_is_seen_before_it_begins_in_two_keys_at_80x24_and_few_at_40x12() {
    let library = shipped_library();
    let (mut unseen, mut slow) = (Vec::new(), Vec::new());
    for id in library.ids() {
        let session = shipped_session(id).session;
        let screened = screened_for_anyone(&session);
        for (size, most) in [((40, 12), 7), ((80, 24), 2)] {
            let mut person = at_the_ready_page_of(id, size);
            person.app.shared.environment.checks_in = true;
            person.press("enter");
            let (keys, shown) = read_on(&mut person);
            // What is cut by a page break stands whole on neither page, and in order on both.
            let seen = letters(&shown);
            let words =
                |caution: &str| letters(caution.split_whitespace().next_back().unwrap_or(""));
            let cautions = screened.session().cautions.iter();
            unseen.extend(
                cautions.filter(|it| !seen.contains(&words(it))).map(|it| format!("{id}: {it}")),
            );
            if keys > most {
                slow.push(format!("{id}: {keys} keys at {size:?}"));
            }
        }
    }
    assert!(unseen.is_empty(), "{}", unseen.join("\n"));
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
fn the_first_session_of_a_day_is_asked_about_and_the_next_not() {
    let mut person = at_the_ready_page_of("neck-and-shoulders", (80, 24));
    person.press("enter");
    assert_eq!(person.place(), Place::Questions);
    read_on(&mut person);
    let today = person.app.shared.today.clone();
    let mut later = at_the_ready_page_of("neck-and-shoulders", (80, 24));
    later.app.shared.today = today;
    later.press("enter");
    assert_eq!(later.place(), Place::Playing);
}

#[test]
fn a_question_that_was_answered_is_not_asked_before_another_session() {
    let mut person = at_the_ready_page_of("jaw-and-temples", (100, 30));
    person.press("enter");
    read_on(&mut person);
    let mut other = at_the_ready_page_of("feet", (100, 30));
    other.app.shared.today = person.app.shared.today.clone();
    other.press("enter");
    assert_eq!(other.place(), Place::Questions, "feet has a question of its own");
    let shown = text(&other.screen());
    assert!(shown.contains("swollen") && !shown.contains("fever, or"), "{shown}");
}

#[test]
fn a_caution_that_was_read_is_not_shown_before_another_session_of_the_day() {
    let mut person = at_the_ready_page_of("jaw-and-temples", (100, 30));
    person.press("enter");
    let (_, first) = read_on(&mut person);
    assert!(first.contains("Not with a blood clot"), "{first}");
    let mut other = at_the_ready_page_of("tension-headache-at-the-desk", (100, 30));
    other.app.shared.today = person.app.shared.today.clone();
    other.press("enter");
    let (presses, shown) = read_on(&mut other);
    assert!(presses <= 1, "{presses}: {shown}");
    assert!(!shown.contains("Not with a blood clot"), "{shown}");
}

#[test]
fn a_yes_leads_to_its_advice_and_to_a_session_that_leaves_out_what_could_harm() {
    let mut person = at_the_ready_page_of("neck-and-shoulders", (100, 60));
    person.press("enter");
    let asked = text(&person.screen());
    let fever = asked.lines().find(|line| line.to_lowercase().contains("fever"));
    let number = fever.and_then(|line| line.trim().chars().next()).expect("fever is asked");
    let answered = person.press(&format!("{number} enter"));
    let keeps = |request: &Request| matches!(request, Request::KeepToday(_));
    assert!(answered.len() == 2 && answered.iter().all(keeps), "{answered:?}");
    let told = text(&person.screen());
    assert!(told.contains("Leave massage and warmth for another day."), "{told}");
    for words in ["left out, with a quiet breath instead", "fever or an infection"] {
        assert!(letters(&told).contains(&letters(words)), "{told}");
    }
    read_on(&mut person);
    let timeline = person.player().timeline();
    assert!(timeline.segments().iter().all(|segment| segment.massage().is_none()));
    assert_eq!(person.app.shared.person.today.len(), 1);
}

#[test]
fn back_leads_to_the_session_and_nothing_is_kept_where_nothing_was_answered() {
    let mut person = at_the_ready_page_of("feet", (80, 24));
    let asked = person.press("enter esc");
    assert!(asked.is_empty(), "{asked:?}");
    assert_eq!(person.place(), Place::Ready);
    assert!(person.app.shared.today.asked().is_empty());
}

#[test]
fn a_yes_counts_as_soon_as_it_is_said_and_until_it_is_taken_back() {
    let mut person = at_the_ready_page_of("neck-and-shoulders", (100, 60));
    person.press("enter 1 esc esc");
    assert_eq!(person.place(), Place::Home);
    assert!(person.app.shared.today.is_urgent());
    assert!(person.sees("looked at first"), "{}", person.screen());
    let mut other = at_the_ready_page_of("neck-and-shoulders", (100, 60));
    other.press("enter 1 1 esc");
    assert!(other.app.shared.today.held().is_empty());
}

#[test]
fn a_session_asked_for_by_name_begins_where_and_as_fast_as_it_was_asked_to() {
    let mut person = Person::arriving();
    person.app.shared.environment.asks_before = true;
    person.app.shared.environment.tells_before = true;
    let session = shipped_session("feet").session;
    let screened = screened_for_anyone(&session);
    let timeline = prepare(&screened, &Wish::default()).expect("as it is written");
    let player = Player::new(timeline.into()).with_speed(4.0).starting_at(60_000);
    let start = Start { id: "feet".to_owned(), player };
    assert!(person.app.begin(start, screened).is_none());
    person.press("1");
    read_on(&mut person);
    assert_eq!((person.player().speed(), person.player().position()), (4.0, 60_000));
}

#[test]
fn whoever_says_yes_and_goes_back_never_plays_the_session_as_it_was() {
    let mut person = at_the_ready_page_of("neck-and-shoulders", (100, 60));
    person.press("enter");
    let asked = text(&person.screen());
    let fever = asked.lines().find(|line| line.to_lowercase().contains("fever"));
    let number = fever.and_then(|line| line.trim().chars().next()).expect("fever is asked");
    person.press(&format!("{number} enter esc"));
    assert_eq!(person.place(), Place::Ready);
    person.press("enter");
    read_on(&mut person);
    let timeline = person.player().timeline();
    assert!(timeline.segments().iter().all(|segment| segment.massage().is_none()));
}

/// The number of the question with these words, as it is on screen.
fn number_of(person: &Person, words: &str) -> String {
    let asked = text(&person.screen());
    let is_numbered = |line: &str| line.trim().starts_with(|letter: char| letter.is_ascii_digit());
    let mut lines = asked.lines().filter(|line| is_numbered(line));
    let line = lines.find(|line| line.to_lowercase().contains(words));
    let line = line.unwrap_or_else(|| panic!("{words} is not asked: {asked}"));
    line.trim().chars().next().expect("a number").to_string()
}

fn touches(person: &Person) -> bool {
    person.player().timeline().segments().iter().any(|segment| segment.massage().is_some())
}

#[test]
fn a_mistaken_yes_is_taken_back_before_the_session_and_nothing_is_left_of_it() {
    let mut person = at_the_ready_page_of("neck-and-shoulders", (100, 60));
    person.press("enter");
    let fever = number_of(&person, "fever");
    person.press(&format!("{fever} enter esc t"));
    assert_eq!(person.place(), Place::Questions);
    let answered = text(&person.screen());
    assert!(answered.contains(&format!("{fever} ✓")), "{answered}");
    person.press(&format!("{fever} enter"));
    assert_eq!(person.place(), Place::Ready);
    assert!(person.app.shared.person.today.is_empty());
    person.press("enter");
    read_on(&mut person);
    assert!(touches(&person), "the session is whole again");
}

#[test]
fn answers_are_changed_where_their_advice_stands_too() {
    let mut person = at_the_ready_page_of("neck-and-shoulders", (100, 60));
    person.press("enter");
    let fever = number_of(&person, "fever");
    person.press(&format!("{fever} enter"));
    assert_eq!(person.place(), Place::Advice);
    assert!(person.sees("t answers"));
    person.press(&format!("t {fever} enter"));
    assert_eq!(person.place(), Place::Questions, "what to know stands once more");
    person.press("enter");
    assert_eq!(person.place(), Place::Playing);
    assert!(touches(&person) && person.app.shared.today.held().is_empty());
}

#[test]
fn a_yes_that_sits_in_a_place_asks_where_and_spares_that_place_alone() {
    let mut person = at_the_ready_page_of("neck-and-shoulders", (100, 60));
    person.press("enter");
    let injury = number_of(&person, "hurt yourself");
    person.press(&format!("{injury} enter"));
    assert!(person.sees("Where is it?"), "{}", person.screen());
    let (left, right) = (number_of(&person, "left neck"), number_of(&person, "right neck"));
    person.press(&format!("{left} {right} enter"));
    assert_eq!(person.place(), Place::Advice);
    read_on(&mut person);
    let segments = person.player().timeline().segments();
    let worked: Vec<_> = segments.iter().filter_map(|segment| segment.massage()).collect();
    assert!(!worked.is_empty(), "the shoulders are worked");
    assert!(worked.iter().all(|massage| massage.region != crate::body::Region::NeckBack));
}

#[test]
fn a_yes_whose_place_is_not_named_spares_every_place() {
    let mut person = at_the_ready_page_of("neck-and-shoulders", (100, 60));
    person.press("enter");
    let injury = number_of(&person, "hurt yourself");
    person.press(&format!("{injury} enter enter"));
    read_on(&mut person);
    assert!(!touches(&person));
}

#[test]
fn without_questions_what_must_be_read_still_stands_once() {
    let mut person = at_the_ready_page_of("neck-and-shoulders", (80, 24));
    person.app.shared.environment.asks_before = false;
    person.press("enter");
    assert_eq!(person.place(), Place::GoodToKnow);
    let shown = text(&person.screen());
    assert!(!shown.contains("so today?") && shown.contains("Good to know"), "{shown}");
    read_on(&mut person);
    let today = person.app.shared.today.clone();
    let mut later = at_the_ready_page_of("neck-and-shoulders", (80, 24));
    later.app.shared.environment.asks_before = false;
    later.app.shared.today = today;
    later.press("enter");
    assert_eq!(later.place(), Place::Playing);
}

#[test]
fn on_a_new_day_all_is_asked_again_and_yesterday_holds_no_longer() {
    let mut person = at_the_ready_page_of("neck-and-shoulders", (100, 60));
    person.press("enter");
    let fever = number_of(&person, "fever");
    person.press(&format!("{fever} enter"));
    person.app.renew_day(&Today::of_day("2026-11-29"));
    assert_eq!(person.place(), Place::Questions, "what was answered yesterday is asked again");
    assert!(person.app.shared.person.today.is_empty());
    person.press("enter");
    assert_eq!(person.place(), Place::Playing);
    assert!(touches(&person));
    assert_eq!(person.app.shared.today.day(), "2026-11-29");
}

#[test]
fn the_same_session_once_more_on_another_day_is_looked_at_first() {
    let mut person = at_the_ready_page_of("feet", (100, 60));
    person.press("enter");
    read_on(&mut person);
    person.press("esc");
    assert_eq!(person.place(), Place::Summary);
    person.app.renew_day(&Today::of_day("2026-11-29"));
    let asked = person.press("a");
    assert!(matches!(&asked[..], [Request::Load(id)] if id == "feet"), "{asked:?}");
    person.press("enter");
    assert_eq!(person.place(), Place::Questions);
}

#[test]
fn what_is_shown_follows_from_the_answers_as_they_are() {
    let mut person = at_the_ready_page_of("neck-and-shoulders", (100, 60));
    person.press("enter");
    assert!(!person.sees("Changed for you"));
    let fever = number_of(&person, "fever");
    person.press(&fever);
    assert_eq!(person.place(), Place::Questions);
    let told = text(&person.screen());
    assert!(told.contains("Changed for you"), "{told}");
    assert!(told.contains("Leave massage and warmth for another day."), "{told}");
    person.press(&fever);
    assert!(!person.sees("Changed for you") && !person.sees("Leave massage and warmth"));
    // The same where answers are looked at again: one of two is taken back.
    let injury = number_of(&person, "hurt yourself");
    person.press(&format!("{fever} {injury} enter enter t {fever}"));
    let told = text(&person.screen());
    assert!(told.contains("Leave that place out for now."), "{told}");
    assert!(!told.contains("Fever or an infection:"), "{told}");
}

#[test]
fn what_is_told_of_the_body_meanwhile_changes_the_session_at_once() {
    let mut person = at_the_ready_page_of("neck-and-shoulders", (100, 60));
    person.press("enter p");
    assert_eq!(person.place(), Place::Profile);
    let bleeding = CareTable::shipped().condition("bleeds-easily").expect("in the table");
    person.app.shared.person.profile.add(bleeding, &[]);
    person.press("esc");
    assert_eq!(person.place(), Place::Questions);
    let told = text(&person.screen());
    assert!(letters(&told).contains(&letters("Press and stay: only stroked lightly")), "{told}");
}

#[test]
fn what_comes_first_today_stands_on_the_page_of_every_session() {
    let mut person = at_the_ready_page_of("feet", (80, 24));
    assert!(!person.sees("emergency number"));
    let question = &CareTable::shipped().questions[0];
    person.app.shared.today.answer(question, true, &[]);
    assert!(person.sees("Not now. If it is new"), "{}", person.screen());
}
