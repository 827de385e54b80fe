//! What a person tells of their body and what they read, as it is on screen.

use super::*;
use crate::care::{CareTable, Site};
use crate::screens::profile::ProfileItem;

/// Before a session, with one question marked.
pub(super) fn questions() -> Shown {
    let mut app = home();
    app.app.shared.environment.asks_before = true;
    app.app.shared.environment.tells_before = true;
    app.app.show_ready(
        "evening".to_owned(),
        &evening(),
        (&Background::AsWritten, LengthWish::AsWritten),
    );
    app.act(Action::Open);
    app.act(Action::Answer(2));
    app
}

/// A session that was stopped.
pub(super) fn stopped() -> Shown {
    let mut app = playing(MASSAGE);
    app.act(Action::Stop);
    app
}

/// What comes first after a yes.
pub(super) fn advice() -> Shown {
    let mut app = questions();
    for _ in 0..9 {
        if app.place() != Place::Advice {
            app.act(Action::Open);
        }
    }
    app
}

/// What a person tells, with a condition and its places told.
pub(super) fn profile() -> Shown {
    let mut shown = home();
    let veins = CareTable::shipped().condition("varicose-veins").expect("a condition");
    let site = Site::by_id("left-calf").expect("a place");
    shown.app.shared.person.profile.add(veins, &[site]);
    shown.act(Action::Profile);
    shown.act(Action::Next);
    shown.act(Action::Next);
    while !matches!(selected(&shown), Some(ProfileItem::Condition(it)) if it.has_site) {
        shown.act(Action::Down);
    }
    shown
}

/// The selected item of a profile.
fn selected(shown: &Shown) -> Option<ProfileItem> {
    match shown.app.screens.top() {
        Screen::Profile(profile) => profile.item(),
        _ => None,
    }
}

pub(super) fn profile_places() -> Shown {
    let mut shown = profile();
    shown.act(Action::List);
    shown
}

/// What there is to read.
pub(super) fn topics() -> Shown {
    after(&[Action::Learn, Action::Next])
}
