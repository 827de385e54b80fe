//! What is sent, as a strict reader of the protocol understands it.

mod flat;
mod placeholders;
mod reader;

use ratatui::layout::Rect;

use super::{CellPixels, Coat, KittyScreen, Picture, PictureFit, PlacedPicture};
use crate::canvas::Tint;
pub(crate) use reader::KittyReader;

/// The cells that tests draw on.
pub(crate) const CELL: CellPixels = CellPixels { width: 10, height: 20 };

fn picture(across: usize, down: usize) -> Picture {
    let coat = |index: usize| Coat { tint: Tint::grey((index % 97) as f32 / 97.0), cover: 0.5 };
    let coats: Vec<_> = (0..across * down).map(coat).collect();
    Picture::of(across, &coats).expect("some pixels")
}

fn placed(picture: &Picture, slot: u16, at: (i32, i32)) -> PlacedPicture {
    let area = Rect::new(4, 2, 30, 10);
    let fit = PictureFit::At(at.0, at.1);
    PlacedPicture { picture: picture.clone(), slot, layer: 1, area, fit }
}

/// Shows pictures and has them read. Returns what was written, and whether all is there.
fn shown(
    screen: &mut KittyScreen,
    reader: &mut KittyReader,
    placed: &[PlacedPicture],
) -> (String, bool) {
    let mut written = String::new();
    let is_whole = screen.show(placed, CELL, &mut written);
    reader.read(&written);
    (written, is_whole)
}

#[test]
fn a_picture_is_sent_once_and_moved_by_a_few_bytes() {
    let (mut screen, mut reader) = (KittyScreen::default(), KittyReader::default());
    let hand = picture(60, 70);
    shown(&mut screen, &mut reader, &[placed(&hand, 1, (17, 43))]);
    let (cursor, keys) = reader.shown.values().next().expect("it is shown");
    assert_eq!((*cursor, &*keys[&'X'], &*keys[&'Y']), ((5, 6), "7", "3"));
    let (written, _) = shown(&mut screen, &mut reader, &[placed(&hand, 1, (18, 43))]);
    assert!(written.len() < 64, "{written:?}");
    assert_eq!((reader.sent, reader.shown.len()), (1, 1));
    let (written, _) = shown(&mut screen, &mut reader, &[placed(&hand, 1, (18, 43))]);
    assert_eq!(written, "", "what stays costs nothing");
}

#[test]
fn what_is_no_longer_placed_is_taken_away_and_kept_for_later() {
    let (mut screen, mut reader) = (KittyScreen::default(), KittyReader::default());
    let (one, other) = (picture(8, 8), picture(9, 9));
    shown(&mut screen, &mut reader, &[placed(&one, 1, (0, 0)), placed(&other, 1, (0, 0))]);
    shown(&mut screen, &mut reader, &[placed(&other, 1, (0, 0))]);
    assert_eq!((reader.shown.len(), reader.kept.len()), (1, 2));
    shown(&mut screen, &mut reader, &[placed(&one, 1, (5, 5)), placed(&other, 1, (0, 0))]);
    assert_eq!((reader.shown.len(), reader.sent), (2, 2));
    let mut written = String::new();
    screen.forget(&mut written);
    reader.read(&written);
    assert!(reader.shown.is_empty() && reader.kept.is_empty());
}

#[test]
fn of_a_picture_that_reaches_beyond_its_area_only_the_part_within_is_shown() {
    let (mut screen, mut reader) = (KittyScreen::default(), KittyReader::default());
    let hand = picture(60, 70);
    for (at, expected) in [
        ((-20, -30), Some(["20", "30", "40", "40"])),
        ((280, 190), Some(["0", "0", "20", "10"])),
        ((-60, 0), None),
        ((0, 200), None),
    ] {
        shown(&mut screen, &mut reader, &[placed(&hand, 1, at)]);
        let part = reader
            .shown
            .values()
            .next()
            .map(|(_, keys)| ['x', 'y', 'w', 'h'].map(|key| keys[&key].clone()));
        assert_eq!(part, expected.map(|part| part.map(str::to_owned)), "{at:?}");
    }
}

#[test]
fn too_much_at_once_comes_with_the_next_frames() {
    let (mut screen, mut reader) = (KittyScreen::default(), KittyReader::default());
    let noise = |seed: usize| {
        let grey = |index: usize| Tint::grey((index * (index + seed) % 8191) as f32 / 8191.0);
        let coats = (0..150_000).map(|index| Coat { tint: grey(index), cover: 1.0 });
        Picture::of(500, &coats.collect::<Vec<_>>()).expect("some pixels")
    };
    let many: Vec<_> = (0..9).map(|seed| placed(&noise(seed), 1, (0, 0))).collect();
    let mut frames = 0;
    loop {
        frames += 1;
        let (written, is_whole) = shown(&mut screen, &mut reader, &many);
        assert!(written.len() < 1 << 20, "{}", written.len());
        assert_eq!(is_whole, reader.shown.len() == many.len());
        if is_whole {
            break;
        }
    }
    assert!((2..=9).contains(&frames), "{frames}");
}

#[test]
fn the_terminal_keeps_no_more_than_so_many_pictures_however_long_a_session_is() {
    let (mut screen, mut reader) = (KittyScreen::default(), KittyReader::default());
    let body = picture(5, 5);
    for _ in 0..400 {
        let hand = picture(3, 3);
        shown(&mut screen, &mut reader, &[placed(&body, 1, (0, 0)), placed(&hand, 1, (0, 0))]);
        assert_eq!(reader.shown.len(), 2);
    }
    assert!(
        reader.kept.len() <= 192 && reader.sent == 401,
        "{} {}",
        reader.kept.len(),
        reader.sent
    );
}

#[test]
fn a_coat_over_another_hides_what_lies_below_as_the_two_would() {
    let (below, red, blue) = (Tint::grey(0.4), Tint::hex(0x00C0_3020), Tint::hex(0x0020_40E0));
    let both = Coat::CLEAR.under(red, 0.7).under(blue, 0.3);
    let expected = below.mix(red, 0.7).mix(blue, 0.3);
    assert!(below.mix(both.tint, both.cover).apart(expected) < 0.01);
}

#[test]
fn a_cell_has_pixels_only_where_the_terminal_says_how_many() {
    assert_eq!(CellPixels::of((100, 30), (1000, 600)), Some(CELL));
    assert_eq!(CellPixels::of((100, 30), (0, 0)), None);
    assert_eq!(CellPixels::of((0, 0), (1000, 600)), None);
}
