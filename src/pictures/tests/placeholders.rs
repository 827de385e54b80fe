//! What is sent through a terminal in the terminal, read again as both would.

use ratatui::layout::Rect;

use super::{CELL, picture};
use crate::canvas::Tint;
use crate::pictures::{
    PictureBytes, PictureFit, PictureRemains, PictureScreen, PictureWay, PlacedPicture,
};

const GROUND: Tint = Tint::hex(0x0010_1018);

fn filling(area: Rect) -> PlacedPicture {
    PlacedPicture { picture: picture(80, 60), slot: 1, layer: 0, area, fit: PictureFit::Filling }
}

fn shown(screen: &mut PictureScreen, placed: &[PlacedPicture]) -> PictureBytes {
    let mut bytes = PictureBytes::default();
    assert!(screen.show(placed, (CELL, GROUND), &mut bytes), "all of it is there");
    bytes
}

/// What tmux hands on to the terminal around it, and what it draws itself.
fn parted(written: &str) -> (String, String) {
    let (mut around, mut own) = (String::new(), String::new());
    let mut rest = written;
    while let Some((before, after)) = rest.split_once("\x1bPtmux;") {
        own.push_str(before);
        let mut letters = after.char_indices();
        let end = loop {
            let (at, letter) = letters.next().expect("an end");
            if letter != '\x1b' {
                around.push(letter);
                continue;
            }
            match letters.next() {
                Some((_, '\x1b')) => around.push('\x1b'),
                Some((_, '\\')) => break at + 2,
                other => panic!("{other:?} ends nothing"),
            }
        };
        rest = &after[end..];
    }
    own.push_str(rest);
    (around, own)
}

#[test]
fn a_picture_is_sent_around_and_a_letter_stands_in_each_of_its_cells() {
    let mut screen = PictureScreen::of(PictureWay::Placeholders);
    let bytes = shown(&mut screen, &[filling(Rect::new(4, 2, 8, 3))]);
    let (around, own) = parted(&bytes.over);
    assert!(around.starts_with("\x1b_Ga=T,U=1,f=100,i=200,c=8,r=3,q=2,m="), "{around:.60}");
    assert!(around.ends_with("\x1b\\") && !own.contains("\x1b_"), "nothing else reaches tmux");
    assert_eq!(own.matches('\u{10EEEE}').count(), 8 * 3);
    for (row, above) in [(3, '\u{305}'), (4, '\u{30D}'), (5, '\u{30E}')] {
        let line = format!("\x1b[{row};5H\u{10EEEE}{above}\u{305}\u{10EEEE}");
        assert!(own.contains(&line), "{line:?} in {own:?}");
    }
    assert!(own.contains("38;5;200"), "the colour of the letters is the number of the picture");
}

#[test]
fn what_stays_costs_nothing_and_what_goes_is_forgotten_and_written_over() {
    let mut screen = PictureScreen::of(PictureWay::Placeholders);
    let (one, other) = (filling(Rect::new(1, 1, 4, 2)), filling(Rect::new(10, 1, 4, 2)));
    shown(&mut screen, &[one.clone(), other.clone()]);
    let bytes = shown(&mut screen, &[one.clone(), other.clone()]);
    assert!(bytes.under.is_empty() && bytes.over.is_empty(), "{bytes:?}");
    let (around, own) = parted(&shown(&mut screen, &[one]).under);
    assert_eq!(around, "\x1b_Ga=d,d=I,i=201,q=2\x1b\\");
    assert_eq!(own, "\x1b[0;48;2;16;16;24m\x1b[2;11H    \x1b[3;11H    \x1b[0m");
    let bytes = shown(&mut screen, &[filling(Rect::new(20, 1, 4, 2))]);
    assert!(parted(&bytes.over).0.contains("i=200,"), "a number that is free is used again");
}

#[test]
fn a_picture_higher_than_there_are_marks_for_rows_comes_in_parts() {
    let mut screen = PictureScreen::of(PictureWay::Placeholders);
    let (around, own) = parted(&shown(&mut screen, &[filling(Rect::new(0, 0, 3, 70))]).over);
    assert!(around.contains("i=200,c=3,r=64,") && around.contains("i=201,c=3,r=6,"));
    assert_eq!(own.matches('\u{10EEEE}').count(), 3 * 70);
}

#[test]
fn nothing_of_it_is_left_at_the_end_or_when_all_is_forgotten() {
    let (mut screen, remains) =
        (PictureScreen::of(PictureWay::Placeholders), PictureRemains::default());
    screen.note(&remains);
    assert_eq!(remains.take(), "");
    shown(&mut screen, &[filling(Rect::new(1, 1, 4, 2))]);
    screen.note(&remains);
    let (around, own) = parted(&remains.take());
    assert_eq!(own, "\x1b[0m\x1b[2J");
    assert!(around.contains("\x1b_Ga=d,d=I,i=200,q=2\x1b\\"));
    let mut bytes = PictureBytes::default();
    screen.forget(&mut bytes);
    assert_eq!(parted(&bytes.under).0, "\x1b_Ga=d,d=I,i=200,q=2\x1b\\");
    screen.note(&remains);
    assert_eq!(remains.take(), "");
}
