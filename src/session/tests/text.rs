//! Words with places in them: what they are taken apart into, and what fills them.

use crate::session::text::{Needs, Placeholder, TextPiece, pieces};
use crate::session::{Placeholders, fill};
use crate::words::{Language, SideWords, Texts};

#[test]
fn a_text_is_taken_apart_into_words_places_and_braces_that_are_left_over() {
    use TextPiece::{Place, StrayBrace, Words};
    for (text, expected) in [
        ("", vec![]),
        ("plain", vec![Words("plain")]),
        ("{side}", vec![Place("side")]),
        ("a {side} b", vec![Words("a "), Place("side"), Words(" b")]),
        ("{a}{b}", vec![Place("a"), Place("b")]),
        ("{}", vec![Place("")]),
        ("{{", vec![Words("{")]),
        ("a}}b", vec![Words("a"), Words("}"), Words("b")]),
        ("{{a}}", vec![Words("{"), Words("a"), Words("}")]),
        ("{", vec![StrayBrace]),
        ("a}", vec![Words("a"), StrayBrace]),
        ("}a}", vec![StrayBrace, Words("a"), StrayBrace]),
        ("{a{b}", vec![StrayBrace, Words("a"), Place("b")]),
        ("{a", vec![StrayBrace, Words("a")]),
    ] {
        assert_eq!(pieces(text), expected, "{text:?}");
    }
}

#[test]
fn a_name_without_a_value_loses_only_its_braces() {
    let nothing = Placeholders::default();
    for (text, filled) in [
        ("Your {side} hand", "Your side hand"),
        ("{repeat} of {repeats}", "repeat of repeats"),
        ("{breaths} breaths", "breaths breaths"),
        ("{nobody}", "nobody"),
        ("so { and }", "so  and "),
        ("{{side}}", "{side}"),
    ] {
        assert_eq!(fill(text, &nothing), filled, "{text:?}");
    }
}

#[test]
fn minutes_go_to_the_nearest_half_and_seconds_to_the_nearest_whole() {
    let filled =
        |text: &str, millis| fill(text, &Placeholders { millis, ..Placeholders::default() });
    for (millis, minutes) in [
        (0, "0"),
        (14_999, "0"),
        (15_000, "0.5"),
        (44_999, "0.5"),
        (45_000, "1"),
        (74_999, "1"),
        (75_000, "1.5"),
        (105_000, "2"),
        (600_000, "10"),
    ] {
        assert_eq!(filled("{minutes}", millis), minutes, "{millis}");
    }
    for (millis, seconds) in [(0, "0"), (499, "0"), (500, "1"), (1_499, "1"), (90_500, "91")] {
        assert_eq!(filled("{seconds}", millis), seconds, "{millis}");
    }
}

#[test]
fn each_form_of_a_side_is_filled_and_begins_a_sentence_where_its_name_does() {
    let [left, right] = SideWords::both(Texts::of_announcements(Language::German));
    let with = Placeholders { sides: Some((&left, &right)), ..Placeholders::default() };
    for (name, filled) in [
        ("side", "linke"),
        ("Side", "Linke"),
        ("other-side", "rechte"),
        ("Other-side", "Rechte"),
        ("side-dative", "linken"),
        ("Side-dative", "Linken"),
        ("other-side-dative", "rechten"),
        ("Other-side-dative", "Rechten"),
        ("side-adverb", "links"),
        ("Side-adverb", "Links"),
        ("other-side-adverb", "rechts"),
        ("Other-side-adverb", "Rechts"),
    ] {
        assert_eq!(fill(&format!("{{{name}}}"), &with), filled, "{name}");
    }
}

#[test]
fn each_name_says_what_has_to_surround_it() {
    for (name, placeholder) in Placeholder::ALL {
        let needs = match name {
            "repeat" | "repeats" => Needs::Group,
            "breaths" => Needs::Pattern,
            "minutes" | "seconds" => Needs::Nothing,
            _ => Needs::Side,
        };
        assert_eq!(placeholder.needs(), needs, "{name}");
        assert_eq!(Placeholder::named(name), Some(placeholder), "{name}");
    }
    assert_eq!(Placeholder::named("sides"), None);
}
