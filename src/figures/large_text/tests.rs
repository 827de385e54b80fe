//! Large letters stay legible, and whole words stay together.

use insta::assert_snapshot;
use proptest::prelude::*;

use super::*;

fn drawn(phrase: &str, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    LargeText::fit(phrase, width, height).render(area, &mut buffer);
    let cells: Vec<&str> = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
    let lines =
        cells.chunks(usize::from(width.max(1))).map(|line| line.concat().trim_end().to_owned());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn an_instruction_fits_beside_the_figure() {
    assert_snapshot!(drawn("Breathe in", 40, 5));
}

#[test]
fn a_longer_phrase_is_wrapped_between_words() {
    assert_snapshot!(drawn("Left shoulder, top", 50, 10));
}

#[test]
fn with_more_room_the_letters_double() {
    assert_snapshot!(drawn("Let go", 60, 10));
}

#[test]
fn the_whole_alphabet_is_legible() {
    let lines = [
        "ABCDEFGHIJKLM",
        "NOPQRSTUVWXYZ",
        "abcdefghijklm",
        "nopqrstuvwxyz",
        "0123456789",
        ".,:;'!?-–+/()·&",
    ];
    assert_snapshot!(lines.map(|line| drawn(line, 70, 5)).join("\n"));
}

#[test]
fn letters_we_have_not_drawn_are_written_plainly() {
    for phrase in ["Épaule gauche", "左肩", "Плечо"] {
        assert_eq!(LargeText::fit(phrase, 200, 60).scale(), LetterScale::Plain, "{phrase}");
        assert!(drawn(phrase, 60, 3).starts_with(phrase.chars().next().unwrap()), "{phrase}");
    }
}

#[test]
fn typographers_marks_are_drawn_as_plain_ones() {
    assert_eq!(drawn("Don’t rush—rest", 70, 5), drawn("Don't rush–rest", 70, 5));
}

#[test]
fn with_little_room_the_letters_are_ordinary_and_bold() {
    let area = Rect::new(0, 0, 12, 3);
    let mut buffer = Buffer::empty(area);
    LargeText::fit("Breathe in", 12, 3).render(area, &mut buffer);
    assert_eq!(buffer[(0, 0)].symbol(), "B");
    assert!(buffer[(0, 0)].modifier.contains(Modifier::BOLD));
}

#[test]
fn the_height_leaves_no_empty_row_at_the_end() {
    for phrase in ["Let go", "Rest", "Hum", "Jaw, then cheeks"] {
        for (width, height) in [(30, 10), (60, 20), (120, 30), (5, 8)] {
            let text = LargeText::fit(phrase, width, height);
            let area = Rect::new(0, 0, width, text.height());
            let mut buffer = Buffer::empty(area);
            text.clone().render(area, &mut buffer);
            let last_row = &buffer.content[buffer.content.len() - usize::from(width)..];
            assert!(last_row.iter().any(|cell| cell.symbol() != " "), "{phrase} {text:?}");
        }
    }
}

proptest! {
    #[test]
    fn any_phrase_in_any_area_can_be_drawn(phrase in "\\PC{0,30}", width in 0_u16..100, height in 0_u16..40) {
        let _ = drawn(&phrase, width, height);
    }

    #[test]
    fn large_letters_never_leave_their_place(
        phrase in "[a-zA-Z ,.]{1,30}", width in 1_u16..150, height in 1_u16..50,
    ) {
        let text = LargeText::fit(&phrase, width, height);
        if text.scale() != LetterScale::Plain {
            prop_assert!(text.height() <= height);
            let words: Vec<&str> = phrase.split_whitespace().collect();
            let kept = text.lines.join(" ");
            prop_assert_eq!(kept.split_whitespace().collect::<Vec<_>>(), words);
            prop_assert!(text.lines.iter().all(|line| columns(line, text.scale()) <= usize::from(width)));
        }
    }
}

#[test]
fn a_word_that_no_line_holds_is_broken_and_nothing_of_it_is_lost() {
    let drawn_plainly = |phrase: &str, width, height| {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        LargeText::set(phrase, LetterScale::Plain, width).render(area, &mut buffer);
        let rows = (0..height).map(|y| {
            let cells = (0..width).map(|x| buffer[(x, y)].symbol());
            cells.collect::<String>().trim_end().to_owned()
        });
        rows.collect::<Vec<_>>()
    };
    let german = drawn_plainly("Schulterblattmuskulatur lockern", 12, 4);
    assert_eq!(german, ["Schulterbla-", "ttmuskulatur", "lockern", ""]);
    // A wide letter takes two cells, the second of which is blank.
    let japanese = drawn_plainly("肩の力を、ゆっくり抜く", 8, 4);
    let letters: String = japanese.concat().split_whitespace().collect();
    assert_eq!(letters, "肩の力を、ゆっくり抜く");
    assert!(japanese.iter().all(|row| !row.starts_with('、')), "{japanese:?}");
    let cut = drawn_plainly("肩の力をゆっくり抜く", 8, 2);
    assert!(cut[1].ends_with('…'), "{cut:?}");
}

#[test]
fn a_number_that_counts_down_keeps_within_the_columns_of_its_beginning() {
    for scale in [LetterScale::Single, LetterScale::Double, LetterScale::Plain] {
        for start in [9_u32, 25, 45, 71, 90, 111, 900] {
            let time = |left: u32| format!("{}:{:02}", left / 60, left % 60);
            let room = LargeText::columns_of_count(&time(start), scale);
            for left in 0..=start {
                assert!(LargeText::columns(&time(left), scale) <= room, "{} {scale:?}", time(left));
            }
        }
    }
}
