//! What a terminal makes of the bytes.

use std::num::NonZero;

use proptest::prelude::*;
use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier, Style};

use super::CellWriter;

const ACROSS: u16 = 12;
const DOWN: u16 = 4;

type Placed = (u16, u16, Cell);

fn placed(cells: &[Placed]) -> impl Iterator<Item = (u16, u16, &Cell)> {
    cells.iter().map(|(column, row, cell)| (*column, *row, cell))
}

fn frugal(cells: &[Placed]) -> Vec<u8> {
    let mut bytes = Vec::new();
    CellWriter::new(&mut bytes).draw(placed(cells)).expect("written to memory");
    bytes
}

fn usual(cells: &[Placed]) -> Vec<u8> {
    let mut bytes = Vec::new();
    CrosstermBackend::new(&mut bytes).draw(placed(cells)).expect("written to memory");
    bytes
}

/// What a terminal shows after some frames: its letters, with the colours and weights that are seen.
fn shown(frames: &[Vec<u8>]) -> Vec<String> {
    let size = |cells| NonZero::new(cells).expect("a size");
    let mut terminal = vt100::Parser::new(size(DOWN), size(ACROSS), 0);
    for frame in frames {
        terminal.process(frame);
    }
    let cell = |row, column| {
        let cell = terminal.screen().cell(row, column).expect("on the screen");
        let is_blank = cell.contents().trim().is_empty();
        let letters = (!is_blank || cell.inverse() || cell.underline()).then_some(cell.fgcolor());
        let weight = (cell.bold(), cell.dim(), cell.italic(), cell.underline(), cell.inverse());
        format!("{:?} {letters:?} {:?} {weight:?}", cell.contents(), cell.bgcolor())
    };
    (0..DOWN)
        .flat_map(|row| (0..ACROSS).map(move |column| (row, column)))
        .map(|(row, column)| cell(row, column))
        .collect()
}

fn color() -> impl Strategy<Value = Color> {
    prop_oneof![
        Just(Color::Reset),
        Just(Color::Red),
        Just(Color::LightYellow),
        Just(Color::White),
        any::<u8>().prop_map(Color::Indexed),
        (0..3_u8, 0..3_u8).prop_map(|(red, blue)| Color::Rgb(red, 7, blue)),
    ]
}

fn cell() -> impl Strategy<Value = Cell> {
    let symbol = prop_oneof![Just(" "), Just("a"), Just("▌"), Just("⠿"), Just("ü")];
    let modifier = (0..0x1FF_u16).prop_map(Modifier::from_bits_truncate);
    let modifier = prop_oneof![Just(Modifier::empty()), modifier];
    (symbol, color(), color(), modifier).prop_map(|(symbol, letters, ground, modifier)| {
        let mut cell = Cell::default();
        cell.set_symbol(symbol).set_style(Style::new().fg(letters).bg(ground));
        cell.modifier = modifier;
        cell
    })
}

/// Some cells of a frame, in the order in which they are written.
fn frame() -> impl Strategy<Value = Vec<Placed>> {
    let cells = proptest::collection::btree_map((0..DOWN, 0..ACROSS), cell(), 0..30);
    cells.prop_map(|cells| {
        cells.into_iter().map(|((row, column), cell)| (column, row, cell)).collect()
    })
}

proptest! {
    #[test]
    fn a_terminal_shows_what_it_would_if_all_were_said_of_every_cell(
        frames in proptest::collection::vec(frame(), 1..4),
    ) {
        let written = |write: fn(&[Placed]) -> Vec<u8>| {
            shown(&frames.iter().map(|frame| write(frame)).collect::<Vec<_>>())
        };
        prop_assert_eq!(written(frugal), written(usual));
    }
}

fn colored(column: u16, symbol: &str, letters: Color, ground: Color) -> Placed {
    let mut cell = Cell::default();
    cell.set_symbol(symbol).set_fg(letters).set_bg(ground);
    (column, 1, cell)
}

#[test]
fn a_colour_is_said_where_it_changes_and_is_seen() {
    let (lamp, dark, black) =
        (Color::Rgb(250, 180, 90), Color::Rgb(20, 20, 30), Color::Rgb(0, 0, 0));
    let row = [
        colored(3, "▌", lamp, dark),
        colored(4, " ", Color::Reset, dark),
        colored(5, "▐", lamp, black),
        colored(9, "▐", dark, black),
    ];
    let said = "\x1b[2;4H\x1b[38;2;250;180;90;48;2;20;20;30m▌ \x1b[48;2;0;0;0m▐\x1b[10G\x1b[38;2;20;20;30m▐\x1b[0m";
    assert_eq!(String::from_utf8(frugal(&row)).expect("letters"), said);
}
