//! What is painted into cells, read again as a terminal would: nothing is seen but what was placed, and
//! nothing stays.

use super::{CELL, picture};
use crate::canvas::{TerminalName, Tint};
use crate::pictures::{
    Coat, Picture, PictureBytes, PictureFit, PictureRemains, PictureScreen, PictureWay,
    PlacedPicture,
};
use ratatui::layout::Rect;

const GROUND: Tint = Tint::hex(0x0010_1018);

/// A picture that fills some cells of a colour.
fn filling(area: Rect, tint: Tint, cover: f32, layer: u8) -> PlacedPicture {
    let (across, down) = CELL.in_area(area);
    let coats = vec![Coat { tint, cover }; across * down];
    let picture = Picture::of(across, &coats).expect("some pixels");
    PlacedPicture { picture, slot: 1, layer, area, fit: PictureFit::Filling }
}

fn shown(screen: &mut PictureScreen, placed: &[PlacedPicture]) -> (PictureBytes, bool) {
    let mut bytes = PictureBytes::default();
    let is_whole = screen.show(placed, (CELL, GROUND), &mut bytes);
    (bytes, is_whole)
}

/// The pixels that some sixels paint, row by row, as a terminal reads them: each with its colour in per
/// cent.
fn painted(written: &str) -> (usize, Vec<Option<[u32; 3]>>) {
    let start = written.find("\x1bP0;1q\"1;1;").expect("sixels") + "\x1bP0;1q\"1;1;".len();
    let end = written[start..].find("\x1b\\").expect("an end") + start;
    let mut rest = written[start..end].chars().peekable();
    let number = |rest: &mut std::iter::Peekable<std::str::Chars<'_>>| {
        let mut value = 0;
        while let Some(digit) = rest.peek().and_then(|it| it.to_digit(10)) {
            value = value * 10 + digit;
            rest.next();
        }
        value
    };
    let across = number(&mut rest) as usize;
    assert_eq!(rest.next(), Some(';'));
    let down = number(&mut rest) as usize;
    let mut pixels = vec![None; across * down];
    let (mut colors, mut color) = (std::collections::BTreeMap::new(), [0; 3]);
    let (mut column, mut top, mut times) = (0, 0, 1);
    while let Some(letter) = rest.next() {
        match letter {
            '#' => {
                let named = number(&mut rest);
                if rest.next_if_eq(&';').is_some() {
                    assert_eq!(number(&mut rest), 2, "red, green and blue");
                    let channels = [(); 3].map(|()| {
                        assert_eq!(rest.next(), Some(';'));
                        number(&mut rest)
                    });
                    colors.insert(named, channels);
                } else {
                    color = colors[&named];
                }
            }
            '!' => times = number(&mut rest) as usize,
            '$' => column = 0,
            '-' => (column, top) = (0, top + 6),
            '?'..='~' => {
                let dots = letter as usize - '?' as usize;
                for column in column..column + times {
                    for row in (0..6).filter(|row| dots >> row & 1 == 1) {
                        assert!(column < across && top + row < down, "beyond the picture");
                        let pixel: &mut Option<_> = &mut pixels[(top + row) * across + column];
                        assert!(pixel.is_none(), "painted twice");
                        *pixel = Some(color);
                    }
                }
                (column, times) = (column + times, 1);
            }
            other => panic!("{other:?} means nothing"),
        }
    }
    (across, pixels)
}

#[test]
fn what_lies_over_one_another_is_painted_as_one_and_what_is_clear_is_left() {
    let mut screen = PictureScreen::of(PictureWay::Sixels(16));
    let area = Rect::new(4, 2, 6, 3);
    let red = filling(area, Tint::hex(0x00FF_0000), 1.0, 0);
    let blue = filling(Rect::new(5, 3, 2, 1), Tint::hex(0x0000_00FF), 0.5, 1);
    let clear = filling(Rect::new(20, 2, 2, 1), Tint::hex(0x0000_00FF), 0.0, 1);
    let (bytes, is_whole) = shown(&mut screen, &[blue, red, clear.clone()]);
    assert!(is_whole && bytes.over.starts_with("\x1b[3;5H\x1bP"), "{}", &bytes.over[..20]);
    let (across, pixels) = painted(&bytes.over);
    assert_eq!((across, pixels.len()), (60, 60 * 60));
    let at = |column: usize, row: usize| pixels[row * across + column].expect("painted");
    assert_eq!((at(0, 0), at(59, 59)), ([100, 0, 0], [100, 0, 0]));
    let mixed = at(15, 25);
    assert!(mixed[0].abs_diff(50) < 3 && mixed[2].abs_diff(50) < 3, "{mixed:?}");
    let mut other = PictureScreen::of(PictureWay::Sixels(16));
    assert!(painted(&shown(&mut other, &[clear]).0.over).1.iter().all(Option::is_none));
}

#[test]
fn a_soft_light_keeps_its_look_in_sixteen_colours() {
    let (wide, high) = (200, 100);
    let coats: Vec<_> = (0..wide * high)
        .map(|index| Coat { tint: Tint::grey((index % wide) as f32 / 250.0), cover: 1.0 })
        .collect();
    let area = Rect::new(0, 0, 20, 5);
    let picture = Picture::of(wide, &coats).expect("some pixels");
    let placed = PlacedPicture { picture, slot: 1, layer: 0, area, fit: PictureFit::Filling };
    let (bytes, _) = shown(&mut PictureScreen::of(PictureWay::PLAIN_SIXELS), &[placed]);
    let (across, pixels) = painted(&bytes.over);
    for column in (8..across - 8).step_by(8) {
        let around = (0..high).flat_map(|row| (column - 4..column + 4).map(move |at| (at, row)));
        let seen: u32 =
            around.map(|(at, row)| pixels[row * across + at].expect("painted")[0]).sum();
        let seen = seen as f32 / (8 * high) as f32;
        let meant = column as f32 / 2.5;
        assert!((seen - meant).abs() < 4.0, "{seen} for {meant}");
    }
}

#[test]
fn what_stays_costs_nothing_and_what_goes_is_written_over_before_the_words_are() {
    for way in [PictureWay::Inline, PictureWay::Sixels(256)] {
        let mut screen = PictureScreen::of(way);
        let (one, other) = (Rect::new(1, 1, 4, 2), Rect::new(10, 1, 4, 2));
        let (one, other) =
            (filling(one, Tint::grey(0.5), 1.0, 0), filling(other, Tint::grey(0.7), 1.0, 0));
        shown(&mut screen, &[one.clone(), other.clone()]);
        let (bytes, _) = shown(&mut screen, &[one.clone(), other]);
        assert!(bytes.under.is_empty() && bytes.over.is_empty(), "{bytes:?}");
        let (bytes, _) = shown(&mut screen, &[one]);
        assert!(bytes.over.is_empty());
        let blanks = "\x1b[0;48;2;16;16;24m\x1b[2;11H    \x1b[3;11H    \x1b[0m";
        assert_eq!(bytes.under, blanks, "{way:?}");
    }
}

#[test]
fn what_is_left_at_the_end_is_wiped_away_once() {
    let (mut screen, remains) = (PictureScreen::of(PictureWay::Inline), PictureRemains::default());
    screen.note(&remains);
    assert_eq!(remains.take(), "");
    shown(&mut screen, &[filling(Rect::new(1, 1, 4, 2), Tint::grey(0.5), 1.0, 0)]);
    screen.note(&remains);
    assert_eq!((remains.take(), remains.take()), ("\x1b[0m\x1b[2J".to_owned(), String::new()));
}

#[test]
fn a_large_picture_is_painted_in_parts_that_no_terminal_cuts() {
    let area = Rect::new(0, 0, 150, 70);
    let placed = PlacedPicture {
        picture: picture(150, 140),
        slot: 1,
        layer: 0,
        area,
        fit: PictureFit::Filling,
    };
    let (bytes, _) = shown(&mut PictureScreen::of(PictureWay::Inline), &[placed]);
    let parts = bytes.over.matches("\x1b]1337;File=").count();
    assert_eq!(parts, 4);
    for place in ["\x1b[1;1H", "\x1b[1;101H", "\x1b[51;1H", "\x1b[51;101H"] {
        assert!(bytes.over.contains(place), "{place:?}");
    }
    assert!(bytes.over.contains("width=50;height=20;"));
}

#[test]
fn only_terminals_that_are_known_for_it_get_pictures_without_being_asked() {
    let way = |said| PictureWay::of(TerminalName::said(said));
    assert_eq!(way("iTerm2 3.5.0"), Some(PictureWay::Inline));
    assert_eq!(way("WezTerm 20240203-110809-5046fc22"), Some(PictureWay::Inline));
    assert_eq!(way("foot(1.16.2)"), Some(PictureWay::Sixels(256)));
    for other in ["XTerm(379)", "tmux 3.4", "VTE(7802)", "kitty(0.40.1)", "ghostty 1.2.0", ""] {
        assert_eq!(way(other), None, "{other}");
    }
}
