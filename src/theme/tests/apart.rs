//! Every theme that ships can be read, and its roles stay apart for eyes that know fewer colours.

use super::*;
use crate::theme::palette::{FILES, shipped};

/// Every theme that ships, by name.
fn themes() -> impl Iterator<Item = (&'static str, Palette)> {
    FILES.iter().map(|(name, _)| (*name, shipped(name).expect("it ships")))
}

#[test]
fn what_is_to_be_read_stands_out_in_every_theme_that_ships() {
    for (name, palette) in themes() {
        let Roles { ground, raised, text, dim, calm, accent, warn, .. } = palette.tints;
        let is_night = name == "night";
        let read = if is_night { 4.5 } else { 7.0 };
        for depth in [ColorDepth::True, ColorDepth::Indexed256] {
            let on = |tint: Tint, under: Tint| contrast(depth.looks(tint), depth.looks(under));
            for (role, tint, least) in [
                ("text", text, read),
                ("warn", warn, read),
                ("dim", dim, read),
                ("accent", accent, 4.5),
                ("calm", calm, if is_night { 3.0 } else { 4.5 }),
            ] {
                let stands_out = on(tint, ground);
                assert!(stands_out >= least, "{name}, {depth:?}: {role} {stands_out:.1}");
            }
            assert!(on(text, raised) >= 4.5, "{name}, {depth:?}: a chosen line");
        }
    }
}

#[test]
fn among_16_colours_the_accent_stands_out_from_the_terminals_own_ground() {
    for (name, palette) in themes() {
        for looks in &LOOKS {
            let under = match (palette.names.ground, name) {
                (Color::Reset, "light") => Tint::hex(0x00FF_FFFF),
                (Color::Reset, _) => Tint::hex(looks[0]),
                (named, _) => look(looks, named),
            };
            // The browns of the Linux console and of GNOME are the warmest that they have.
            let least = if name == "night" { 4.0 } else { 4.5 };
            let stands_out = contrast(look(looks, palette.names.accent), under);
            assert!(stands_out >= least, "{name}: {stands_out:.1}");
        }
    }
}

#[test]
fn where_nobody_knows_the_ground_words_have_the_terminals_own_colour_and_a_place_has_another() {
    let theme = ChosenTheme::default().on(ColorDepth::Ansi16, Ground::Unknown);
    for words in [theme.text(), theme.dim(), theme.calm(), theme.accent(), theme.warn()] {
        assert_eq!(words.fg, Some(Color::Reset));
    }
    assert_ne!(theme.lines().place, theme.lines().body);
    for looks in &LOOKS {
        for ground in [Tint::BLACK, Tint::grey(1.0)] {
            let stands_out = contrast(look(looks, Color::Magenta), ground);
            assert!(stands_out >= 3.0, "{stands_out:.1} on {ground:?}");
        }
    }
}

/// What eyes without one kind of cones see, in linear light: matrices of Machado, Oliveira and
/// Fernandes 2009, “A Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE
/// TVCG 15(6):1291, at full severity.
const CONES: [(&str, [[f32; 3]; 3]); 4] = [
    ("all", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "without those for long waves",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "without those for middle waves",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "without those for short waves",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

fn seen(tint: Tint, cones: &[[f32; 3]; 3]) -> Tint {
    let linear = |channel: f32| {
        let value = channel / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let light = [tint.red, tint.green, tint.blue].map(linear);
    let [red, green, blue] = cones.map(|row| {
        let sum: f32 = row.iter().zip(light).map(|(share, light)| share * light).sum();
        let light = sum.clamp(0.0, 1.0);
        let curved = 1.055 * light.powf(1.0 / 2.4) - 0.055;
        255.0 * if light <= 0.003_130_8 { light * 12.92 } else { curved }
    });
    Tint { red, green, blue }
}

#[test]
fn roles_that_must_be_told_apart_stay_apart_for_the_colour_blind() {
    for (name, palette) in themes() {
        let Roles { text, calm, calm_deep, accent, warn, .. } = palette.tints;
        for (eyes, cones) in &CONES {
            for (pair, one, other, least) in [
                ("a place and the calm hue", accent, calm, 40.0),
                ("a place and the body", accent, calm_deep, 60.0),
                ("a caution and the calm hue", warn, calm, 22.0),
                ("a caution and words", warn, text, 22.0),
                ("the accent and words", accent, text, 30.0),
                ("a caution and a place", warn, accent, 15.0),
            ] {
                let apart = seen(one, cones).apart(seen(other, cones));
                assert!(apart >= least, "{name}, eyes {eyes}: {pair} {apart:.0}");
            }
        }
    }
}
