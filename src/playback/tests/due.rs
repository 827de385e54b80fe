//! In which order things happen.

use std::time::SystemTime;

use crate::care::screened_for_anyone;
use crate::library::shipped::shipped_session;
use crate::playback::Event;
use crate::playback::due::DueCues;
use crate::player::{Control, Effect, Levels, NowPlaying, Player, Start};
use crate::timeline::{Wish, prepare};

#[test]
fn what_came_of_the_session_before_is_told_before_another_one_begins() {
    let session = shipped_session("short-breath").session;
    let timeline = prepare(&screened_for_anyone(&session), &Wish::default()).expect("it fits");
    let start = Start { id: "short-breath".to_owned(), player: Player::new(timeline.into()) };
    let mut now = NowPlaying::new(Levels::default());
    let mut play = || now.control(Control::Begin(Box::new(start.clone())), SystemTime::UNIX_EPOCH);
    play();
    let effects = play();
    let events = DueCues::default().sort(effects, now.last_player());
    let at = |is_it: fn(&Event) -> bool| events.iter().position(is_it).expect("it happens");
    let ended = at(|event| matches!(event, Event::Effect(Effect::Ended(_))));
    let begun = at(|event| matches!(event, Event::Effect(Effect::Begun)));
    assert!(ended < begun, "{events:?}");
}
