//! What a person says of themselves in numbers, as it is on screen.

use super::*;

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
