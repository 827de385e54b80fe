//! A session about to be played: what its keys come to.

use crate::canvas::ColorDepth;
use crate::choices::Background;
use crate::library::shipped::{shipped_library, shipped_session};
use crate::player::Effect;
use crate::screens::tests::person::Person;
use crate::screens::{Place, Request};
use crate::timeline::LengthWish;

#[test]
fn enter_shows_the_chosen_session_and_enter_again_plays_it() {
    let mut person = Person::arriving();
    let asked = person.press("down enter");
    assert!(matches!(&asked[..], [Request::Load(_)]), "{asked:?}");
    assert!(person.sees("enter begin"));
    person.press("enter");
    let begun = [Effect::Night(false), Effect::Begun, Effect::Entered(0)];
    assert!(person.effects.starts_with(&begun), "{:?}", person.effects);
    assert_eq!(person.place(), Place::Playing);
}

#[test]
fn a_length_changes_by_whole_minutes_and_stays_within_what_the_session_allows() {
    let mut person = Person::arriving();
    person.press("enter");
    let (shortest, longest) = person.ready().bounds;
    person.press(&"right ".repeat(90));
    assert_eq!(person.ready().timeline.millis(), longest);
    person.press("left");
    let length = person.ready().timeline.millis();
    assert!(length < longest && longest - length <= 60_000, "{length} of {longest}");
    person.press(&"h ".repeat(90));
    assert_eq!(person.ready().timeline.millis(), shortest);
}

#[test]
fn the_chosen_length_is_the_one_that_is_played() {
    let mut person = Person::arriving();
    person.press("enter left");
    let chosen = person.ready().timeline.millis();
    person.press("enter");
    assert_eq!(person.player().timeline().millis(), chosen);
}

#[test]
fn the_outline_names_a_side_where_words_need_it_and_shows_no_brace_of_any_file() {
    let library = shipped_library();
    let as_written = (&Background::AsWritten, LengthWish::AsWritten);
    for id in library.ids() {
        let mut person = Person::arriving().at(120, 60, ColorDepth::Mono);
        let session = shipped_session(id).session;
        person.app.show_ready(id.to_owned(), &session, as_written);
        let shown = person.screen();
        assert!(!shown.contains('{'), "{id}: {shown}");
        if id == "water-and-stretch" {
            assert!(shown.contains("Bend to the left") && shown.contains("Bend to the right"));
        }
    }
}
