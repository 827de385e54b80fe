//! The first screen: what its keys come to.

use crate::canvas::ColorDepth;
use crate::care::{CareTable, Felt, Today, screen};
use crate::journal::{
    ChangedStep, CoinSide, EntryId, JournalEntry, LocalMoment, RatingMoment, SessionContent,
    SessionProgress,
};
use crate::library::shipped::shipped_session;
use crate::library::{AfterCare, PartOfDay, SessionKind};
use crate::screens::tests::person::Person;
use crate::screens::{App, Environment, Place, Request};
use crate::words::Language;

#[test]
fn the_first_screen_offers_three_and_its_list_ends_at_both_ends() {
    let mut person = Person::arriving();
    assert!(person.sees("Good morning."));
    let expected = [("up", 0), ("down", 1), ("j", 2), ("j", 2), ("k", 1), ("G", 2), ("g", 0)];
    for (key, selected) in expected {
        person.press(key);
        assert_eq!(person.home().selected, selected, "after {key}");
    }
}

#[test]
fn each_offer_says_why_it_fits() {
    let mut person = Person::arriving();
    assert!(person.sees("short, "));
    assert!(person.sees("for the morning") || person.sees("at the desk"));
    let german = Environment {
        language: Some(Language::German),
        part_of_day: PartOfDay::Night,
        ..Environment::of_a_morning()
    };
    person.app = App::new(german);
    person.answer(&[Request::Refresh]);
    assert!(person.sees("im Bett"));
}

#[test]
fn with_a_fever_no_touch_is_offered_and_once_it_is_over_there_is_again() {
    let mut person = Person::arriving();
    let touches = |person: &Person| {
        let offers = person.home().suggested.iter();
        let kinds = offers.map(|offer| person.app.shared.catalogue[offer.index].kind);
        kinds.filter(|kind| *kind == SessionKind::Touch).count()
    };
    assert!(touches(&person) >= 1);
    let fever = CareTable::shipped().condition("fever").expect("a row of the table");
    person.app.shared.person.profile.add(fever, &[]);
    person.press("i esc");
    assert_eq!(touches(&person), 0);
    person.app.shared.person.profile.remove(fever, &[]);
    person.press("i esc");
    assert!(touches(&person) >= 1);
}

#[test]
fn what_was_played_last_gives_way_to_another_kind() {
    let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
    let ids = |person: &Person| -> Vec<String> {
        let offers = person.home().suggested.iter();
        offers.map(|offer| person.app.shared.catalogue[offer.index].id.clone()).collect()
    };
    let before = ids(&person);
    person.app.suggest(&before, |_| AfterCare::Whole);
    let after = ids(&person);
    assert!(after.iter().all(|id| !before.contains(id)), "{before:?}, then {after:?}");
    person.app.suggest(&["neck-and-shoulders".to_owned()], |_| AfterCare::Whole);
    assert!(person.sees("for a change"));
}

/// A session that was interrupted a minute and a half in, in its second part.
fn interrupted(session: &str) -> Box<JournalEntry> {
    Box::new(JournalEntry {
        id: EntryId::new(),
        session: session.to_owned(),
        title: "A title as long as titles are, and then a little longer".to_owned(),
        asked: None,
        began: LocalMoment { millis: 0, ahead: 0 },
        progress: SessionProgress {
            position: 90_000,
            part: 1,
            into_part: 12_345,
            length: 600_000,
            ..SessionProgress::default()
        },
        content: SessionContent::default(),
        pain_at: None,
        coin: None,
        ratings: Vec::new(),
        note: String::new(),
        is_let_go: false,
    })
}

#[test]
fn a_session_that_was_interrupted_goes_on_in_the_part_where_it_stopped() {
    let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
    person.app.shared.environment.asks_before = false;
    assert!(!person.sees("not now"));
    person.app.shared.interrupted = Some(interrupted("feet"));
    assert!(person.sees("c  go on with A title") && person.sees("at 1:30  ·  x  not now"));
    person.press("c");
    assert_eq!(person.app.shared.interrupted, None);
    let second = person.player().timeline().segments()[1].clone();
    // Also where what came before was made longer then.
    for longer in [0, 60_000] {
        let mut entry = interrupted("feet");
        entry.progress.position = second.start + longer + 12_345;
        entry.progress.changed =
            vec![ChangedStep { number: 0, title: String::new(), side: None, longer }];
        let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
        person.app.shared.environment.asks_before = false;
        person.app.shared.interrupted = Some(entry);
        person.press("c");
        assert_eq!(person.player().position(), (second.start + 12_345).min(second.end - 1));
    }
}

#[test]
fn where_it_is_laid_out_otherwise_today_it_goes_on_at_its_time_from_the_beginning_of_a_part() {
    let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
    person.app.shared.environment.asks_before = false;
    let mut entry = interrupted("feet");
    (entry.progress.position, entry.progress.part) = (200_000, 2);
    person.app.shared.interrupted = Some(entry);
    person.press("c");
    let (player, began) = (person.player(), 200_000 - 12_345);
    let playing = player.timeline().at(began).segment;
    assert_eq!(player.position(), playing.start);
}

#[test]
fn what_goes_on_is_named_whole_in_the_smallest_window_too() {
    let title = "Low back and buttocks after a long day of sitting";
    for (width, height) in [(40, 12), (60, 20), (100, 30)] {
        let mut person = Person::arriving().at(width, height, ColorDepth::Mono);
        let mut entry = interrupted("feet");
        title.clone_into(&mut entry.title);
        person.app.shared.interrupted = Some(entry);
        let screen = person.screen().replace('"', "");
        let words: Vec<_> = screen.split_whitespace().collect();
        let wanted: Vec<_> = title.split_whitespace().collect();
        assert!(words.windows(wanted.len()).any(|some| some == wanted), "{screen}");
        assert!(screen.contains("not now"), "{screen}");
    }
}

#[test]
fn what_is_let_go_is_not_offered_again_and_what_is_not_there_never_is() {
    let mut person = Person::arriving();
    person.app.shared.interrupted = Some(interrupted("no-such-session"));
    assert!(!person.sees("not now"));
    assert!(person.press("c x").is_empty());
    let entry = interrupted("feet");
    person.app.shared.interrupted = Some(entry.clone());
    assert_eq!(person.press("x"), [Request::LetGo(entry.id)]);
    assert!(!person.sees("not now"));
}

#[test]
fn the_day_of_a_course_stands_first_with_its_reason_and_opens_at_its_length() {
    let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
    let start = Request::StartCourse("breath-from-four-to-ten".to_owned());
    person.answer(&[start, Request::Suggest]);
    assert_eq!(person.home().suggested.len(), 3);
    assert!(person.sees("day 1 of 7: Breath: from four minutes to ten"), "{}", person.screen());
    assert!(person.sees("Four minutes: arrive"));
    person.press("g enter");
    assert_eq!(person.ready().timeline.millis().div_ceil(60_000), 4);
}

#[test]
fn in_the_morning_after_a_session_at_night_one_digit_says_how_one_slept_and_it_is_asked_once() {
    let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
    let night = interrupted("feet");
    person.app.shared.last_night = Some(night.clone());
    assert!(person.sees("How did you sleep?"), "{}", person.screen());
    let asked = person.press("1 0");
    let said = asked.iter().filter_map(|request| match request {
        Request::Slept(id, said) if *id == night.id => Some(said.ratings(RatingMoment::Morning)),
        _ => None,
    });
    let values: Vec<_> = said.flatten().map(|rating| rating.value).collect();
    assert_eq!(values, [1, 10]);
    assert!(person.sees("Slept: 10 of 10"), "{}", person.screen());
    let mut other = Person::arriving().at(100, 30, ColorDepth::Mono);
    other.app.shared.last_night = Some(night);
    other.press("x");
    assert!(!other.sees("How did you sleep?"), "{}", other.screen());
    assert!(other.press("7").is_empty());
}

#[test]
fn what_is_not_wanted_now_gives_way_to_another_and_does_not_come_back() {
    let mut person = Person::arriving();
    let offered = |person: &Person| person.home().offered(&person.app.shared.catalogue);
    let before = offered(&person);
    person.press("o");
    let after = offered(&person);
    assert!(after.len() == 3 && !after.contains(&before[0]), "{before:?}, {after:?}");
    assert_eq!(after[1..], before[1..], "the others stay");
    person.press("j o");
    let later = offered(&person);
    assert_eq!((&later[0], &later[2]), (&after[0], &after[2]), "the others stay");
    assert!(!before.contains(&later[1]), "{before:?}, {later:?}");
    person.press("l esc");
    let back = offered(&person);
    assert!(!back.contains(&before[0]) && !back.contains(&after[1]), "{back:?}");
    let declined = [before[0].clone(), after[1].clone()];
    assert_eq!(person.app.shared.declined, declined);
}

#[test]
fn what_helped_is_learnt_until_a_key_is_pressed() {
    let mut person = Person::arriving();
    let helped = vec!["three-minute-stretch".to_owned()];
    assert_eq!(person.app.learn_helped(helped.clone()), Some(Request::Suggest));
    assert_eq!(person.app.learn_helped(helped), None);
    person.press("j");
    assert_eq!(person.app.learn_helped(Vec::new()), None);
}

#[test]
fn ways_to_breathe_are_one_key_away_and_enter_opens_the_chosen_one() {
    use crate::session::Pattern;
    let mut person = Person::arriving();
    person.press("b");
    let first = Pattern::all_named()[0].title;
    assert!(person.sees(&format!("› {first}")), "{}", person.screen());
    person.press("enter");
    assert_eq!(person.ready().session.session().title, first);
}

#[test]
fn on_days_of_a_coin_it_says_what_stands_first() {
    let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
    person.app.shared.coin = Some(CoinSide::Rest);
    person.app.suggest(&[], |_| AfterCare::Whole);
    let offered = person.home().offered(&person.app.shared.catalogue);
    assert_eq!((offered.len(), offered[0].as_str()), (3, "quiet-rest"));
    assert!(person.sees("the coin says rest today"), "{}", person.screen());
    person.app.shared.coin = Some(CoinSide::Session);
    person.app.suggest(&[], |_| AfterCare::Whole);
    let offered = person.home().offered(&person.app.shared.catalogue);
    assert!(!offered.contains(&"quiet-rest".to_owned()), "{offered:?}");
    assert!(person.sees("the coin says a session today"), "{}", person.screen());
}

#[test]
fn the_first_screen_greets_in_the_language_of_the_person_at_every_hour() {
    let greeted = [
        (PartOfDay::Morning, "Guten Morgen."),
        (PartOfDay::Afternoon, "Guten Tag."),
        (PartOfDay::Evening, "Guten Abend."),
        (PartOfDay::Night, "Es ist spät."),
    ];
    for (part_of_day, words) in greeted {
        let language = Some(Language::German);
        let environment = Environment { part_of_day, language, ..Environment::of_a_morning() };
        let person = Person::in_surroundings(environment);
        assert!(
            person.sees(words) && person.sees("Drei, die jetzt passen:"),
            "{}",
            person.screen()
        );
    }
}

/// The letters of a text, however it was set in lines.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

#[test]
fn an_offer_that_care_changed_is_told_by_what_is_left_of_it() {
    let mut changed = 0;
    for condition in &CareTable::shipped().conditions {
        let mut person = Person::arriving().at(100, 60, ColorDepth::Mono);
        person.app.shared.person.profile.add(condition, &[]);
        person.press("i esc");
        let shown = letters(&person.screen());
        for offer in &person.home().suggested {
            let entry = &person.app.shared.catalogue[offer.index];
            let session = shipped_session(&entry.id).session;
            let screened = screen(&session, &person.app.shared.person);
            let left = &screened.session().summary;
            assert!(shown.contains(&letters(left)), "{}: {left}", condition.id);
            if *left != entry.summary {
                assert!(!shown.contains(&letters(&entry.summary)), "{}: {left}", condition.id);
                changed += 1;
            }
        }
    }
    assert!(changed > 0, "no offer was changed");
}

#[test]
fn no_offer_is_told_with_a_tool_that_gave_way() {
    use crate::library::OfferReason;
    use crate::screens::CaredForEntry;
    let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
    let told_with_a_tool = |person: &Person| {
        let why = person.home().suggested.iter().flat_map(|offer| &offer.why);
        why.filter(|why| matches!(why, OfferReason::With(_))).count()
    };
    person.app.shared.person.profile.tools = Some(vec![crate::session::Tool::Ball]);
    let whole = |_: &crate::library::Entry| CaredForEntry::from(AfterCare::Whole);
    person.app.suggest(&[], whole);
    assert!(told_with_a_tool(&person) > 0);
    person.app.suggest(&[], |entry| CaredForEntry { tools: Some(Vec::new()), ..whole(entry) });
    assert_eq!(told_with_a_tool(&person), 0);
}

/// The day on which a session was stopped for something felt.
fn felt(felt: Felt) -> Today {
    let mut today = Today::default();
    today.feel(felt, None);
    today
}

#[test]
fn what_was_stopped_for_something_felt_does_not_go_on_that_day_however_it_ended() {
    let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
    person.app.shared.interrupted = Some(interrupted("feet"));
    assert!(person.sees("go on with"), "{}", person.screen());
    let sign = CareTable::shipped().emergency("chest-pain").expect("a sign");
    for what in [Felt::Sharp, Felt::Sign(sign)] {
        person.app.shared.today = felt(what);
        assert!(!person.sees("go on with"), "{}", person.screen());
        person.press("c");
        assert_eq!(person.place(), Place::Home);
    }
}

#[test]
fn the_first_screen_says_what_comes_first_as_urgently_as_it_is() {
    let table = CareTable::shipped();
    for (sign, words) in [
        ("chest-pain", "Call your emergency number first"),
        ("saddle-numbness", "emergency department first"),
        ("one-limb-swollen", "Get help today"),
    ] {
        let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
        person.app.shared.today = felt(Felt::Sign(table.emergency(sign).expect("a sign")));
        assert!(person.sees(words), "{sign}: {}", person.screen());
    }
    let swelling = table.questions.iter().find(|it| it.id == "swelling").expect("a question");
    let mut person = Person::arriving().at(100, 30, ColorDepth::Mono);
    person.app.shared.today.answer(swelling, true, &[]);
    assert!(person.sees("Get help today"), "{}", person.screen());
}

#[test]
fn however_much_stands_above_them_the_chosen_offer_is_seen_and_the_keys_stay_whole() {
    let mut person = Person::arriving().at(40, 12, ColorDepth::Mono);
    person.app.shared.interrupted = Some(interrupted("feet"));
    let words = "So much stands above what is offered that there is hardly any room left for it. ";
    person.app.shared.notice = Some(words.repeat(3).trim_end().to_owned());
    for _ in 0..3 {
        let chosen = person.home().suggested[person.home().selected].index;
        let title = person.app.shared.catalogue[chosen].title.clone();
        let first = title.split_whitespace().next().expect("a word").to_owned();
        assert!(person.sees(&first), "{title}\n{}", person.screen());
        let screen = person.screen();
        let last = screen.lines().rfind(|line| line.contains("help")).expect("the keys");
        assert!(last.contains("enter choose") && last.contains("? help"), "{screen}");
        person.press("down");
    }
}
