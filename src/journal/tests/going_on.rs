//! Which session is offered to go on with.

use std::sync::mpsc::channel;
use std::time::Duration;

use super::{entry, home};
use crate::journal::{
    CheckIn, EntryEnding, Journal, JournalEntry, JournalNews, JournalWriter, Measure, Rating,
    RatingMoment,
};

#[test]
fn the_last_session_is_offered_where_it_was_cut_off_and_until_it_is_let_go() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    let mut session = entry(0);
    let since = session.began.millis;
    let offered = |journal: &Journal| journal.interrupted(since).expect("an answer");
    assert_eq!(offered(&journal), None);
    for ending in [None, Some(EntryEnding::Interrupted)] {
        session.progress.ending = ending;
        journal.keep(&session).expect("it is kept");
        assert_eq!(offered(&journal).map(|it| it.id), Some(session.id.clone()));
    }
    assert_eq!(journal.interrupted(since + 1).expect("an answer"), None);
    journal.let_go(&session.id).expect("it is let go");
    assert_eq!(offered(&journal), None);
}

#[test]
fn a_session_that_was_done_left_or_hardly_begun_is_not_offered() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    let mut session = entry(0);
    let since = session.began.millis;
    for ending in [EntryEnding::Done, EntryEnding::Left] {
        session.progress.ending = Some(ending);
        journal.keep(&session).expect("it is kept");
        assert_eq!(journal.interrupted(since).expect("an answer"), None);
    }
    session.progress.ending = None;
    for position in [10_000, session.progress.length - 10_000] {
        session.progress.position = position;
        journal.keep(&session).expect("it is kept");
        assert_eq!(journal.interrupted(since).expect("an answer"), None);
    }
}

#[test]
fn one_that_came_after_takes_the_place_of_one_that_was_cut_off() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    let (cut, mut done) = (entry(0), entry(60));
    done.progress.ending = Some(EntryEnding::Done);
    journal.keep_all(&[cut.clone(), done]).expect("they are kept");
    assert_eq!(journal.interrupted(cut.began.millis).expect("an answer"), None);
}

#[test]
fn a_look_is_answered_from_the_thread_and_makes_no_journal() {
    let (_folder, path) = home();
    let (tell, told) = channel();
    let mut writer = JournalWriter::new(path.clone());
    let none = tell.clone();
    writer.look(0, 0, move |news| none.send(news).expect("listened to"));
    writer.settle(Duration::from_secs(20));
    assert!(!path.exists());
    let mut session = entry(0);
    session.progress.ending = Some(EntryEnding::Interrupted);
    writer.keep(session.clone());
    writer.settle(Duration::from_secs(20));
    writer.look(0, 0, move |news| tell.send(news).expect("listened to"));
    let JournalNews::Interrupted(found) =
        told.recv_timeout(Duration::from_secs(20)).expect("an answer")
    else {
        panic!("a session was interrupted")
    };
    assert_eq!(found.id, session.id);
    writer.let_go(session.id);
    writer.settle(Duration::from_secs(20));
    let journal = Journal::open(&path).expect("it is opened");
    assert_eq!(journal.interrupted(0).expect("an answer"), None);
}

#[test]
fn the_night_is_asked_about_until_it_was_told_and_only_after_a_session_at_night() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    let (by_day, mut at_night) = (entry(60), entry(0));
    at_night.progress.at_night = true;
    journal.keep_all(&[at_night.clone(), by_day]).expect("they are kept");
    let found = journal.night(at_night.began.millis).expect("an answer");
    assert_eq!(found.map(|entry| entry.id), Some(at_night.id.clone()));
    assert_eq!(journal.night(at_night.began.millis + 1).expect("an answer"), None);
    let mut slept = CheckIn::asking(&[Measure::Sleep]);
    slept.answers[0].value = Some(7);
    journal.answer(&at_night.id, RatingMoment::Morning, &slept).expect("it is kept");
    assert_eq!(journal.night(0).expect("an answer"), None);
    slept.answers[0].value = None;
    journal.answer(&at_night.id, RatingMoment::Morning, &slept).expect("it is taken back");
    assert!(journal.night(0).expect("an answer").is_some());
}

#[test]
fn what_was_better_after_two_of_the_last_three_times_did_good() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    // Tension after, where it was 5 before.
    let told = [("good", &[8, 4, 5, 3][..]), ("mixed", &[4, 5, 6, 4]), ("few", &[2, 2])];
    let rating = |moment, value| Rating { moment, measure: Measure::Tension, value };
    for (session, times) in told {
        for (second, after) in (0..).zip(times) {
            let ratings =
                vec![rating(RatingMoment::Before, 5), rating(RatingMoment::After, *after)];
            let session = session.to_owned();
            let rated = JournalEntry { session, ratings, ..entry(second) };
            journal.keep(&rated).expect("it is kept");
        }
    }
    assert_eq!(journal.did_good().expect("an answer"), ["good"]);
}

#[test]
fn a_session_that_is_on_in_another_copy_is_not_offered_until_that_copy_is_gone() {
    let (_folder, path) = home();
    let offered = || {
        let (tell, told) = channel();
        let mut looking = JournalWriter::new(path.clone());
        looking.look(0, 0, move |news| tell.send(news).expect("listened to"));
        looking.settle(Duration::from_secs(20));
        matches!(told.try_recv(), Ok(JournalNews::Interrupted(_)))
    };
    let mut copy = JournalWriter::new(path.clone());
    let mut session = entry(0);
    copy.keep(session.clone());
    copy.settle(Duration::from_secs(20));
    assert!(Journal::is_on(&path) && !offered());
    // As where it is left in the middle: the copy may stay open.
    session.progress.ending = Some(EntryEnding::Interrupted);
    copy.keep(session);
    copy.settle(Duration::from_secs(20));
    assert!(!Journal::is_on(&path) && offered());
}

#[test]
fn a_session_whose_program_is_gone_is_not_on() {
    let (_folder, path) = home();
    let mut copy = JournalWriter::new(path.clone());
    copy.keep(entry(0));
    copy.settle(Duration::from_secs(20));
    drop(copy);
    // Its thread ends a moment later.
    let is_gone = (0..2_000).any(|_| {
        std::thread::sleep(Duration::from_millis(10));
        !Journal::is_on(&path)
    });
    assert!(is_gone);
}
