//! What the breath figure promises.

use std::collections::BTreeMap;
use std::fmt::Write;

use insta::assert_snapshot;
use proptest::prelude::*;
use ratatui::style::Color;

use super::*;
use crate::canvas::{ColorDepth, Tint};
use crate::pictures::KittyScreen;
use crate::pictures::tests::{CELL, KittyReader};

const DEPTHS: [ColorDepth; 4] =
    [ColorDepth::True, ColorDepth::Indexed256, ColorDepth::Ansi16, ColorDepth::Mono];
const SHAPES: [PixelShape; 4] =
    [PixelShape::Halves, PixelShape::Quadrants, PixelShape::Sextants, PixelShape::Octants];
const KINDS: [PhaseKind; 4] =
    [PhaseKind::Inhale, PhaseKind::Hold, PhaseKind::Exhale, PhaseKind::Rest];

fn breathing(theme: &Theme, fullness: f32) -> Flower<'_> {
    // Lines are dots where the terminal has any.
    let shape =
        if theme.draws_flower_in_lines() { PixelShape::Braille } else { PixelShape::Halves };
    Flower::breathing(theme, fullness, PhaseKind::Inhale, fullness).parted(shape)
}

fn drawn(figure: Flower<'_>, width: u16, height: u16) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    Widget::render(figure, area, &mut buffer);
    buffer
}

/// The two pixels of a cell of half blocks, upper and lower.
fn pixels(cell: &ratatui::buffer::Cell) -> [Color; 2] {
    match cell.symbol() {
        "▀" => [cell.fg, cell.bg],
        "▄" => [cell.bg, cell.fg],
        _ => [cell.bg, cell.bg],
    }
}

/// A picture in half blocks as text: one character for each pixel, by `sign`.
fn picture(buffer: &Buffer, mut sign: impl FnMut(Color) -> char) -> String {
    let mut text = String::new();
    for y in buffer.area.rows().map(|line| line.y) {
        for half in 0..2 {
            let line = (0..buffer.area.width).map(|x| sign(pixels(&buffer[(x, y)])[half]));
            text.extend(line.chain(['\n']));
        }
    }
    text
}

/// Pixels from dark to light as ` .:-=+*#%@`.
fn tones(buffer: &Buffer) -> String {
    picture(buffer, |color| match color {
        Color::Rgb(red, green, blue) => {
            let lightness = (u32::from(red) * 2 + u32::from(green) * 7 + u32::from(blue)) / 10;
            b" .:-=+*#%@"[(lightness * 10 / 256) as usize] as char
        }
        _ => ' ',
    })
}

/// Pixels as letters, with what each letter stands for.
fn letters(buffer: &Buffer) -> String {
    let mut names = BTreeMap::new();
    let text = picture(buffer, |color| {
        if color == Color::Reset {
            return ' ';
        }
        let next = (b'a' + names.len() as u8) as char;
        *names.entry(color.to_string()).or_insert(next)
    });
    names.into_iter().fold(text, |mut text, (name, letter)| {
        let _ = write!(text, "{letter} {name}  ");
        text
    })
}

/// Braille and all other symbols as they are.
fn symbols(buffer: &Buffer) -> String {
    let cells: Vec<&str> = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
    let lines = cells.chunks(usize::from(buffer.area.width)).map(<[&str]>::concat);
    lines.collect::<Vec<_>>().join("\n")
}

/// How many pixels or dots are lit.
fn lit(theme: &Theme, fullness: f32, width: u16, height: u16) -> usize {
    let figure = drawn(breathing(theme, fullness), width, height);
    if theme.depth() == ColorDepth::Mono {
        let symbols = symbols(&figure);
        let dots = symbols.chars().filter(|symbol| ('\u{2800}'..='\u{28FF}').contains(symbol));
        return dots.map(|dots| (dots as u32 & 0xFF).count_ones() as usize).sum();
    }
    let dark = drawn(breathing(theme, fullness).faded(0.0), width, height);
    figure
        .content
        .iter()
        .zip(&dark.content)
        .flat_map(|(lit, dark)| pixels(lit).into_iter().zip(pixels(dark)))
        .filter(|(lit, dark)| lit != dark)
        .count()
}

#[test]
fn in_true_colour_the_flower_fills_with_light() {
    let theme = Theme::night(ColorDepth::True);
    for (name, fullness) in [("empty", 0.0), ("half", 0.5), ("full", 1.0)] {
        assert_snapshot!(
            format!("true_{name}"),
            tones(&drawn(breathing(&theme, fullness), 36, 16))
        );
    }
}

#[test]
fn in_256_colours_it_keeps_its_petals() {
    let theme = Theme::night(ColorDepth::Indexed256);
    assert_snapshot!(letters(&drawn(breathing(&theme, 0.6), 24, 11)));
}

#[test]
fn at_night_in_256_colours_it_is_lines_of_ember_without_a_grey() {
    let theme = Theme::night(ColorDepth::Indexed256).after_dark(0.5);
    let figure = drawn(breathing(&theme, 1.0), 24, 11);
    let lines: Vec<_> = figure.content.iter().filter(|it| it.symbol() != " ").collect();
    assert!(lines.len() > 60, "{}", lines.len());
    for cell in lines {
        assert!(matches!(cell.fg, Color::Indexed(52..=231)), "{:?}", cell.fg);
    }
}

#[test]
fn in_16_colours_it_is_an_etching_in_lamplight_and_the_calm_hue() {
    let theme = Theme::night(ColorDepth::Ansi16);
    let figure = drawn(breathing(&theme, 1.0), 24, 11);
    let inks: std::collections::BTreeSet<_> =
        figure.content.iter().filter(|it| it.symbol() != " ").map(|it| it.fg.to_string()).collect();
    assert_eq!(inks.into_iter().collect::<Vec<_>>(), ["LightBlue", "LightYellow"]);
}

#[test]
fn without_colour_it_is_an_etching() {
    let theme = Theme::night(ColorDepth::Mono);
    for (name, fullness) in [("empty", 0.0), ("half", 0.5), ("full", 1.0)] {
        assert_snapshot!(
            format!("mono_{name}"),
            symbols(&drawn(breathing(&theme, fullness), 44, 20))
        );
    }
}

#[test]
fn it_stays_round_in_areas_that_are_not_square() {
    let theme = Theme::night(ColorDepth::Mono);
    for (width, height) in [(12, 6), (40, 6), (12, 20)] {
        let figure = drawn(breathing(&theme, 1.0), width, height);
        assert_snapshot!(format!("size_{width}x{height}"), symbols(&figure));
    }
}

#[test]
fn a_still_figure_draws_its_light_in_as_the_step_goes_by() {
    let theme = Theme::night(ColorDepth::True);
    let early = tones(&drawn(Flower::still(&theme, 0.1), 36, 16));
    let late = tones(&drawn(Flower::still(&theme, 0.8), 36, 16));
    let light = |picture: &str| picture.chars().filter(|tone| "-=+*#%@".contains(*tone)).count();
    assert!(light(&early) > light(&late) * 2, "{early}\n{late}");
    assert!(light(&late) > 0, "{late}");
}

#[test]
fn a_hold_is_alive_and_changes_few_cells_at_a_time() {
    let theme = Theme::night(ColorDepth::True);
    let frame = |millis: u64| {
        let fraction = millis as f32 / 7000.0;
        drawn(Flower::breathing(&theme, 1.0, PhaseKind::Hold, fraction).animated(millis), 58, 26)
    };
    let changes: Vec<usize> =
        (0..139).map(|step| frame(step * 50).diff(&frame(step * 50 + 50)).len()).collect();
    let still = changes.iter().filter(|cells| **cells == 0).count();
    assert!(still < changes.len() / 10, "{still} frames without change: {changes:?}");
    assert!(changes.iter().all(|cells| *cells < 60), "{changes:?}");
}

#[test]
fn every_frame_of_a_breath_changes_a_little_and_none_changes_much() {
    let theme = Theme::night(ColorDepth::True);
    let frame = |millis: u64| {
        let fraction = millis as f32 / 5500.0;
        drawn(breathing(&theme, fraction).animated(millis), 58, 26)
    };
    let changes: Vec<usize> =
        (0..110).map(|step| frame(step * 50).diff(&frame(step * 50 + 50)).len()).collect();
    let still = changes.iter().filter(|cells| **cells == 0).count();
    assert!(still < changes.len() / 10, "{still} frames without change: {changes:?}");
    assert!(changes.iter().sum::<usize>() < 110 * 34, "{changes:?}");
}

#[test]
fn without_animation_a_hold_changes_nothing() {
    let theme = Theme::night(ColorDepth::True);
    let hold = |fraction| drawn(Flower::breathing(&theme, 1.0, PhaseKind::Hold, fraction), 40, 18);
    assert_eq!(hold(0.1), hold(0.9));
}

#[test]
fn a_kept_raster_draws_what_a_fresh_one_would_however_finely_cells_are_parted() {
    for (depth, shape) in DEPTHS.into_iter().flat_map(|depth| SHAPES.map(|shape| (depth, shape))) {
        let theme = Theme::night(depth);
        let area = Rect::new(0, 0, 44, 18);
        let mut kept = FlowerRaster::default();
        for millis in (0..14_000_u64).step_by(700) {
            let fraction = (millis % 7_000) as f32 / 7_000.0;
            let kind = KINDS[millis as usize / 7_000];
            let figure = Flower::breathing(&theme, fraction, kind, fraction).parted(shape);
            let figure = figure.animated(millis);
            let mut buffer = Buffer::empty(area);
            StatefulWidget::render(figure, area, &mut buffer, &mut kept);
            assert_eq!(buffer, drawn(figure, 44, 18), "{depth:?} {shape:?} at {millis}");
        }
    }
}

#[test]
fn finer_letters_show_finer_petals_and_change_hardly_more_cells() {
    let theme = Theme::night(ColorDepth::True);
    let frame = |millis: u64, shape| {
        let fraction = millis as f32 / 5500.0;
        drawn(breathing(&theme, fraction).animated(millis).parted(shape), 58, 26)
    };
    let parted = |shape| {
        let cells = frame(2_000, shape).content.into_iter();
        cells.filter(|cell| !matches!(cell.symbol(), " " | "▀" | "▄" | "█")).count()
    };
    let changed = |shape| {
        let (area, mut kept) = (Rect::new(0, 0, 58, 26), FlowerRaster::default());
        let mut frame = |at: u64| {
            let figure = breathing(&theme, at as f32 / 110.0).animated(at * 50).parted(shape);
            let mut buffer = Buffer::empty(area);
            StatefulWidget::render(figure, area, &mut buffer, &mut kept);
            buffer
        };
        let mut before = frame(0);
        let between = (1..110).map(|at| {
            let after = frame(at);
            let changed = before.diff(&after).len();
            before = after;
            changed
        });
        between.sum::<usize>()
    };
    let coarse = changed(PixelShape::Halves);
    for shape in [PixelShape::Quadrants, PixelShape::Sextants, PixelShape::Octants] {
        assert!(parted(shape) > 150, "{shape:?}: {}", parted(shape));
        let fine = changed(shape);
        assert!(fine < coarse * 5 / 4, "{shape:?}: {fine} for {coarse}");
    }
}

#[test]
fn a_faded_figure_is_dark() {
    let theme = Theme::night(ColorDepth::True);
    let figure = |fullness: f32| drawn(breathing(&theme, fullness).faded(0.0), 40, 18);
    assert_eq!(figure(0.0), figure(1.0));
}

#[test]
fn a_theme_of_one_tint_gives_a_figure_of_one_colour() {
    let tint = Tint::hex(0x0040_80C0);
    let theme = Theme::of_one_tint(ColorDepth::True, tint);
    for fullness in [0.0, 0.3, 0.7, 1.0] {
        let buffer = drawn(breathing(&theme, fullness).animated(4321), 40, 18);
        let mut colors = buffer.content.iter().flat_map(pixels);
        assert!(colors.all(|color| color == Color::Reset || color == tint.color()));
    }
}

#[test]
fn a_raster_is_drawn_anew_for_another_size_or_theme() {
    let area = Rect::new(0, 0, 20, 9);
    let mut plate = FlowerRaster::default();
    plate.fit(area, &Theme::night(ColorDepth::True), PixelShape::Halves);
    let before = plate.clone();
    plate.fit(area, &Theme::night(ColorDepth::True), PixelShape::Halves);
    assert_eq!(plate, before);
    plate.fit(Rect::new(0, 0, 21, 9), &Theme::night(ColorDepth::True), PixelShape::Halves);
    assert_ne!(plate, before);
    plate.fit(area, &Theme::night(ColorDepth::Mono), PixelShape::Halves);
    assert_ne!(plate, before);
}

fn any_number() -> impl Strategy<Value = f32> {
    prop_oneof![-0.5_f32..1.5, Just(f32::NAN), Just(f32::INFINITY), Just(f32::NEG_INFINITY)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_moment_in_any_area_can_be_drawn_and_looks_the_same_twice(
        width in 0_u16..130, height in 0_u16..62, depth in 0_usize..4, kind in 0_usize..4,
        fullness in any_number(), fraction in any_number(), strength in any_number(), millis: u64,
    ) {
        let theme = Theme::night(DEPTHS[depth]);
        let figure = Flower::breathing(&theme, fullness, KINDS[kind], fraction)
            .animated(millis)
            .faded(strength);
        prop_assert_eq!(drawn(figure, width, height), drawn(figure, width, height));
        let _ = drawn(Flower::still(&theme, fullness), width, height);
    }

    #[test]
    fn an_area_beyond_the_screen_is_drawn_as_far_as_it_is_seen(
        x in 0_u16..60, y in 0_u16..60, width: u16, height: u16,
    ) {
        let theme = Theme::night(ColorDepth::True);
        let mut buffer = Buffer::empty(Rect::new(5, 5, 30, 20));
        Widget::render(breathing(&theme, 0.5), Rect::new(x, y, width, height), &mut buffer);
    }

    #[test]
    fn a_fuller_breath_lights_at_least_as_many_pixels(
        one in 0.0_f32..=1.0, other in 0.0_f32..=1.0, width in 4_u16..60, height in 2_u16..28,
        mono: bool,
    ) {
        let theme = Theme::night(if mono { ColorDepth::Mono } else { ColorDepth::True });
        let (less, more) = (one.min(other), one.max(other));
        prop_assert!(lit(&theme, less, width, height) <= lit(&theme, more, width, height));
    }
}

/// The figure in pictures while 60 s of a breath go by, as many bytes as each third of it takes, and how
/// many pictures are sent.
fn sent_in_a_minute() -> ([usize; 3], usize) {
    let theme = Theme::night(ColorDepth::True);
    let area = Rect::new(50, 2, 46, 26);
    let (mut pictures, mut screen) = (FlowerPictures::default(), KittyScreen::default());
    let (mut reader, mut bytes) = (KittyReader::default(), [0; 3]);
    for millis in (0..60_000_u64).step_by(55) {
        let within = (millis % 10_000) as f32 / 5_000.0;
        let fullness = if within < 1.0 { within } else { 2.0 - within };
        let figure = breathing(&theme, fullness).animated(millis);
        let mut written = String::new();
        screen.show(&figure.place(area, &mut pictures, CELL), CELL, &mut written);
        reader.read(&written);
        bytes[millis as usize / 20_000] += written.len();
    }
    (bytes, reader.sent)
}

#[test]
fn in_pictures_a_breath_is_sent_once_and_then_takes_few_bytes() {
    let (bytes, sent) = sent_in_a_minute();
    assert!(bytes[0] < 900_000, "{bytes:?}");
    assert!(bytes[1].max(bytes[2]) < 60_000, "{bytes:?}");
    assert!(sent < 60, "{sent}");
}

#[test]
fn the_rings_of_light_add_up_to_the_light_they_stand_for() {
    for reach in [0.0, 0.2, 0.41, 0.77, 1.0] {
        for ring in 0..=light::RINGS {
            let all = (0..=ring).map(|ring| 1.0 - light::LightSteps::added(ring, reach));
            let dark: f32 = all.product();
            assert!((1.0 - dark - light::LightSteps::lit(ring, reach)).abs() < 1e-4);
        }
    }
}
