//! Lengths as text, and places that are filled in.

pub(crate) mod fixtures;
mod lengths;
mod model;
mod text;
mod worked;

use proptest::prelude::*;

use super::{LengthError, Placeholders, fill, millis_from_text};
use super::{Position, StrokeKind, Technique, Tool};
use crate::body::Direction;
use crate::lengths::millis_to_text;
use crate::words::{Language, Message, SideWords, Texts};

#[test]
fn lengths_are_read_as_people_write_them() {
    for (text, millis) in [
        ("90s", 90_000),
        ("1m30s", 90_000),
        ("5.5s", 5_500),
        ("0.001s", 1),
        ("2m", 120_000),
        ("1.5m", 90_000),
        ("1h", 3_600_000),
        ("1h1s", 3_601_000),
        ("0s", 0),
    ] {
        assert_eq!(millis_from_text(text), Ok(millis), "{text}");
    }
}

#[test]
fn a_length_without_a_unit_is_refused() {
    assert_eq!(millis_from_text("90"), Err(LengthError::NoUnit));
    assert_eq!(millis_from_text("1m30"), Err(LengthError::NoUnit));
}

#[test]
fn anything_that_is_no_length_is_refused() {
    for text in
        ["", " ", "s", "-5s", "1d", "1ms", "1..5s", "1.s", ".5s", "1 m", "∞s", "1e3s", "+1s"]
    {
        assert!(millis_from_text(text).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn a_length_reads_back_as_it_was_written(millis in 0_u64..1_000_000_000) {
        prop_assert_eq!(millis_from_text(&millis_to_text(millis)), Ok(millis));
    }

    #[test]
    fn filling_any_template_never_panics(template in "[{}a-z -]{0,40}", millis in any::<u64>()) {
        fill(&template, &Placeholders { millis, ..Placeholders::default() });
    }
}

#[test]
fn every_place_is_filled_with_what_is_played() {
    let [left, right] = SideWords::both(Texts::of_announcements(Language::English));
    let with = Placeholders {
        sides: Some((&left, &right)),
        repeat: Some((2, 3)),
        breaths: Some(6),
        millis: 90_400,
    };
    let template = "{Side}/{side}, {Other-side}/{other-side}, {repeat} of {repeats}, {breaths} \
                    breaths, {minutes} min, {seconds} s, {{side}}";
    assert_eq!(
        fill(template, &with),
        "Left/left, Right/right, 2 of 3, 6 breaths, 1.5 min, 90 s, {side}"
    );
}

#[test]
fn german_sides_are_filled_in_the_form_that_is_asked_for() {
    let [left, right] = SideWords::both(Texts::of_announcements(Language::German));
    let with = Placeholders { sides: Some((&left, &right)), ..Placeholders::default() };
    assert_eq!(
        fill("Knete die {side} Schulter mit der {other-side-dative} Hand. {Side-adverb}.", &with),
        "Knete die linke Schulter mit der rechten Hand. Links."
    );
}

/// Whether a person reads a word of the format under the name that reports in English give it.
fn same(family: &str, id: &str, name: &str) {
    for (tag, language) in Language::ALL {
        let message = Message::new(format!("{family}-{id}"));
        let text = Texts::of(language).find(&message);
        let text = text.unwrap_or_else(|| panic!("{tag}: {family}-{id} has no text"));
        assert!(language != Language::English || text == name, "{family}-{id}: {text}, {name}");
    }
}

#[test]
fn english_names_of_tools_strokes_and_positions_are_those_of_the_reports() {
    let handy = Tool::ALL.iter().filter(|tool| **tool != Tool::Hands);
    for tool in handy {
        same("tool", tool.id(), tool.name());
    }
    for stroke in StrokeKind::ALL {
        same("stroke", stroke.id(), stroke.name());
    }
    for position in Position::ALL {
        let name = position.name();
        let sentence = format!("{}{}.", name[..1].to_uppercase(), &name[1..]);
        same("position", position.id(), &sentence);
    }
    for direction in Direction::ALL {
        same("direction", direction.id(), direction.name());
    }
    // A screen has room for the name that the classic technique goes by.
    for technique in Technique::ALL.iter().filter(|it| **it != Technique::Swedish) {
        same("technique", technique.id(), technique.name());
    }
}

#[test]
fn lengths_are_read_as_people_write_them_elsewhere() {
    use super::millis_from_loose_text as loose;
    for text in ["90s", "1m30s", "90 sec", "1 min 30 s", "1m30", "1:30", "0:01:30", "1,5 min"] {
        assert_eq!(loose(text), Some(90_000), "{text}");
    }
    assert_eq!(loose("1 Std 30"), Some(5_400_000));
    for text in ["90", "", "s", "90s30", "1:3x", "5km", "-1m", "1::2", "1m 1h", "soon"] {
        assert_eq!(loose(text), None, "{text}");
    }
}

#[test]
fn english_strokes_and_tools_are_called_alike_in_reports_and_texts() {
    let texts = Texts::of(Language::English);
    for stroke in StrokeKind::ALL {
        let message = Message::new(format!("stroke-{}", stroke.id()));
        assert_eq!(texts.text(&message), stroke.name());
    }
    for tool in Tool::ALL {
        let message = Message::new(format!("with-{}", tool.id())).with("side", "none");
        let with = texts.text(&message);
        assert!(with.ends_with(tool.name()), "{with}: {}", tool.name());
    }
}
