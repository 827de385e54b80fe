//! What a person says of themselves in numbers, as it is on screen.

use super::*;
use crate::body::Region;
use crate::journal::{
    EntryId, JournalEntry, LocalMoment, LookBack, Measure, Rating, RatingMoment, SessionContent,
    SessionProgress, WhatHelped,
};

/// Before a session that asks how the person is, beside what has to be known or alone.
fn before(tells: bool) -> Shown {
    let mut shown = home();
    let environment = &mut shown.app.shared.environment;
    environment.checks_in = true;
    environment.asks_before = tells;
    environment.tells_before = tells;
    let session = Session { goals: vec![Goal::EasePain, Goal::Stress], ..evening() };
    let longer = LengthWish::Millis(5 * 60_000);
    shown.app.show_ready("evening".to_owned(), &session, (&Background::AsWritten, longer));
    shown.act(Action::Open);
    shown
}

/// Both on one page, with the pain given and the keys with its place.
pub(super) fn questions_and_ratings() -> Shown {
    let mut shown = before(true);
    for action in [Action::Right, Action::Next, Action::Right, Action::Right] {
        shown.act(action);
    }
    shown
}

/// The numbers alone.
pub(super) fn ratings() -> Shown {
    let mut shown = before(false);
    for action in [Action::Digit(6), Action::Next, Action::Right, Action::Next] {
        shown.act(action);
    }
    shown
}

/// The body map, to point at where it hurts.
pub(super) fn pain_map() -> Shown {
    let mut shown = ratings();
    shown.act(Action::BodyMap);
    shown
}

/// After a session, with what was given before asked anew.
pub(super) fn summary_ratings() -> Shown {
    let mut shown = ratings();
    shown.act(Action::Digit(7));
    shown.act(Action::Open);
    shown.advance(1_500);
    shown.act(Action::Finish);
    shown.act(Action::Digit(2));
    shown
}

/// A journal of some weeks: tension that fell after most sessions, and pain that rose after the last.
pub(in crate::screens) fn what_helped() -> WhatHelped {
    let titles = ["Neck and shoulders", "Feet", "Breathe in a box"];
    let entry = |number: u16| {
        let rating = |moment, measure, value| Rating { moment, measure, value };
        let (days, hour) = (i64::from(number * number) / 5, i64::from(number % 3) * 5);
        let mut ratings = vec![
            rating(RatingMoment::Before, Measure::Tension, 5 + number % 4),
            rating(RatingMoment::After, Measure::Tension, 3 + number % 3),
        ];
        if number >= 13 {
            ratings.push(rating(RatingMoment::Before, Measure::Pain, 3));
            ratings.push(rating(RatingMoment::After, Measure::Pain, 4 + number % 2));
        }
        JournalEntry {
            id: EntryId::new(),
            session: "feet".to_owned(),
            title: titles[usize::from(number % 3)].to_owned(),
            asked: None,
            began: LocalMoment {
                millis: 1_793_520_000_000 + (days * 24 + hour) * 3_600_000,
                ahead: 3_600,
            },
            progress: SessionProgress::default(),
            content: SessionContent {
                regions: vec![Region::Foot],
                techniques: vec!["swedish".to_owned(), "breathe".to_owned()],
            },
            ratings,
            pain_at: None,
            coin: None,
            note: String::new(),
            is_let_go: false,
        }
    };
    let now = LocalMoment { millis: 1_798_000_000_000, ahead: 3_600 };
    let wish = LookBack { now, day_begins: 4, session: None };
    WhatHelped::of(&(0..17).map(entry).collect::<Vec<_>>(), &wish)
}

/// What helped, in one of its views.
pub(super) fn helped(turns: usize) -> Shown {
    let mut shown = after(&[Action::Helped]);
    shown.app.show_helped(what_helped(), Some(3));
    for _ in 0..turns {
        shown.act(Action::Next);
    }
    shown
}
