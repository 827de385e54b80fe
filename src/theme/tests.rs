//! Every colour keeps within what the terminal can show.

mod apart;
mod files;

use super::*;

const DEPTHS: [ColorDepth; 4] =
    [ColorDepth::True, ColorDepth::Indexed256, ColorDepth::Ansi16, ColorDepth::Mono];

fn styles(theme: &Theme) -> [Style; 8] {
    [
        theme.ground(),
        theme.selected(),
        theme.text(),
        theme.dim(),
        theme.faint(),
        theme.calm(),
        theme.accent(),
        theme.warn(),
    ]
}

#[test]
fn what_is_to_be_read_stands_out_from_the_ground() {
    let Roles { ground, raised, text, dim, calm, accent, warn, .. } = palette::day().tints;
    let words = [("text", text, 7.0), ("dim", dim, 7.0), ("calm", calm, 4.5), ("warn", warn, 7.0)];
    for depth in [ColorDepth::True, ColorDepth::Indexed256] {
        for (name, tint, least) in words.into_iter().chain([("accent", accent, 4.5)]) {
            for (under, ground, least) in [("ground", ground, least), ("raised", raised, 4.0)] {
                let contrast = contrast(depth.looks(tint), depth.looks(ground));
                assert!(contrast >= least, "{depth:?}: {name} on {under}: {contrast:.1}");
            }
        }
    }
}

#[test]
fn without_colour_no_style_names_one() {
    for style in styles(&Theme::night(ColorDepth::Mono)) {
        assert!(matches!(style.fg, None | Some(Color::Reset)), "{style:?}");
        assert!(matches!(style.bg, None | Some(Color::Reset)), "{style:?}");
    }
}

#[test]
fn sixteen_colours_leave_the_ground_and_the_text_to_the_terminal() {
    let theme = Theme::night(ColorDepth::Ansi16);
    assert_eq!(theme.ground().bg, Some(Color::Reset));
    assert_eq!(theme.text().fg, Some(Color::Reset));
}

#[test]
fn every_style_keeps_within_the_depth_of_its_theme() {
    for depth in DEPTHS {
        for style in styles(&Theme::night(depth)) {
            for color in [style.fg, style.bg].into_iter().flatten() {
                let exact = matches!(color, Color::Rgb(..));
                let indexed = matches!(color, Color::Indexed(16..));
                assert_eq!(exact, depth == ColorDepth::True, "{depth:?}: {color:?}");
                assert_eq!(indexed, depth == ColorDepth::Indexed256, "{depth:?}: {color:?}");
            }
        }
    }
}

#[test]
fn lamplight_is_a_role_at_the_flame_and_at_the_tip() {
    let theme = Theme::night(ColorDepth::True);
    assert_eq!(theme.depth().reduce(theme.lamplight(0.0), 0.5), palette::day().tints.glow.color());
    assert_eq!(
        theme.depth().reduce(theme.lamplight(1.0), 0.5),
        palette::day().tints.calm_deep.color()
    );
}

#[test]
fn lamplight_never_turns_grey_on_its_way_to_the_calm_hue() {
    let theme = Theme::night(ColorDepth::True);
    for step in 20..=72 {
        let Tint { red, green, blue } = theme.lamplight(step as f32 / 100.0);
        let spread = red.max(green).max(blue) - red.min(green).min(blue);
        assert!(spread > 55.0, "at {step} %: {red:.0} {green:.0} {blue:.0}");
    }
}

#[test]
fn a_tint_of_the_cube_is_its_own_index() {
    let theme = Theme::night(ColorDepth::Indexed256);
    for grain in [0.0, 0.5, 0.99] {
        assert_eq!(theme.depth().reduce(Tint::hex(0x0087_87D7), grain), Color::Indexed(104));
        assert_eq!(theme.depth().reduce(Tint::hex(0x00FF_D7AF), grain), Color::Indexed(223));
    }
}

#[test]
fn after_dark_no_role_is_bluer_than_it_is_red() {
    let theme = Theme::night(ColorDepth::True).after_dark(0.3);
    for style in [theme.text(), theme.dim(), theme.calm(), theme.accent(), theme.warn()] {
        let Some(Color::Rgb(red, _, blue)) = style.fg else { panic!("{style:?}") };
        assert!(red > blue, "{style:?}");
    }
}

#[test]
fn after_dark_the_ground_is_darker_than_by_day_and_no_bluer_than_it_is_red() {
    let by_day = Theme::night(ColorDepth::True);
    let ground = |theme: Theme| match theme.ground().bg {
        Some(Color::Rgb(red, green, blue)) => (red, green, blue),
        other => panic!("{other:?}"),
    };
    let tint = |(red, green, blue)| Tint::hex(u32::from_be_bytes([0, red, green, blue]));
    let day = ground(by_day);
    for played in [0.0, 0.5, 1.0] {
        let night = ground(by_day.after_dark(played));
        assert!(night.0 > night.2, "{night:?}");
        assert!(tint(night).lightness() < tint(day).lightness(), "{night:?} {day:?}");
    }
}

#[test]
fn after_dark_the_light_sinks_in_few_steps_and_can_still_be_read() {
    let by_day = Theme::night(ColorDepth::True);
    let lightness = |played: f32| match by_day.after_dark(played).text().fg {
        Some(Color::Rgb(red, green, blue)) => {
            Tint::hex(u32::from_be_bytes([0, red, green, blue])).lightness()
        }
        other => panic!("{other:?}"),
    };
    let steps: Vec<_> = (0..=1_000_u16).map(|part| lightness(f32::from(part) / 1_000.0)).collect();
    assert!(steps.is_sorted_by(|one, two| one >= two));
    assert!(steps.chunk_by(|one, two| (one - two).abs() < f32::EPSILON).count() <= 17);
    assert!(steps[1_000] > 0.3, "{}", steps[1_000]);
}

/// What the 16 colours look like in some terminals, as they come: xterm, the Linux console, GNOME and
/// Visual Studio Code.
const LOOKS: [[u32; 16]; 4] = [
    [
        0x0000_0000,
        0x00CD_0000,
        0x0000_CD00,
        0x00CD_CD00,
        0x0000_00EE,
        0x00CD_00CD,
        0x0000_CDCD,
        0x00E5_E5E5,
        0x007F_7F7F,
        0x00FF_0000,
        0x0000_FF00,
        0x00FF_FF00,
        0x005C_5CFF,
        0x00FF_00FF,
        0x0000_FFFF,
        0x00FF_FFFF,
    ],
    [
        0x0000_0000,
        0x00AA_0000,
        0x0000_AA00,
        0x00AA_5500,
        0x0000_00AA,
        0x00AA_00AA,
        0x0000_AAAA,
        0x00AA_AAAA,
        0x0055_5555,
        0x00FF_5555,
        0x0055_FF55,
        0x00FF_FF55,
        0x0055_55FF,
        0x00FF_55FF,
        0x0055_FFFF,
        0x00FF_FFFF,
    ],
    [
        0x0017_1421,
        0x00C0_1C28,
        0x0026_A269,
        0x00A2_734C,
        0x0012_488B,
        0x00A3_47BA,
        0x002A_A1B3,
        0x00D0_CFCC,
        0x005E_5C64,
        0x00F6_6151,
        0x0033_D17A,
        0x00E9_AD0C,
        0x002A_7BDE,
        0x00C0_61CB,
        0x0033_C7DE,
        0x00FF_FFFF,
    ],
    [
        0x0000_0000,
        0x00CD_3131,
        0x000D_BC79,
        0x00E5_E510,
        0x0024_72C8,
        0x00BC_3FBC,
        0x0011_A8CD,
        0x00E5_E5E5,
        0x0066_6666,
        0x00F1_4C4C,
        0x0023_D18B,
        0x00F5_F543,
        0x003B_8EEA,
        0x00D6_70D6,
        0x0029_B8DB,
        0x00E5_E5E5,
    ],
];

/// The tint of a name in one of these terminals.
fn look(looks: &[u32; 16], name: Color) -> Tint {
    let order = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let place = order.iter().position(|it| *it == name).expect("one of the 16");
    Tint::hex(looks[place])
}

#[test]
fn at_night_words_are_read_to_the_end_at_every_depth() {
    for depth in [ColorDepth::True, ColorDepth::Indexed256] {
        for played in [0.0, 0.5, 1.0] {
            let Theme { roles, .. } = Theme::night(depth).after_dark(played);
            let on = |tint: Tint| contrast(depth.looks(tint), depth.looks(roles.ground));
            for (name, tint, least) in [
                ("text", roles.text, 4.5),
                ("accent", roles.accent, 4.5),
                ("warn", roles.warn, 4.5),
                ("dim", roles.dim, 3.0),
                ("calm", roles.calm, 3.0),
            ] {
                assert!(on(tint) >= least, "{depth:?} at {played}: {name} {:.1}", on(tint));
            }
        }
    }
}

#[test]
fn at_night_the_16_colours_are_read_on_black_and_none_is_white_or_bright_yellow() {
    let shown = Theme::night(ColorDepth::Ansi16).after_dark(0.0).shown;
    assert_eq!(shown.ground, Color::Black);
    for looks in &LOOKS {
        let ground = look(looks, shown.ground);
        for name in [shown.text, shown.accent, shown.warn] {
            // The browns of the Linux console and of GNOME are the warmest that they have.
            let least = if name == Color::Yellow { 4.0 } else { 4.5 };
            let stands_out = contrast(look(looks, name), ground);
            assert!(stands_out >= least, "{name:?}: {stands_out:.1}");
        }
    }
    shown.map(|name| assert!(!matches!(name, Color::White | Color::LightYellow), "{name:?}"));
}

#[test]
fn with_256_colours_the_body_is_grey_and_only_a_place_has_a_colour() {
    for theme in
        [Theme::night(ColorDepth::Indexed256), Theme::night(ColorDepth::Indexed256).after_dark(0.5)]
    {
        for step in 0..=10 {
            let color = theme.depth().reduce(theme.form(step as f32 / 10.0), 0.5);
            assert!(matches!(color, Color::Indexed(232..)), "{color:?}");
        }
        let lit = theme.depth().reduce(theme.lit(1.0), 0.5);
        assert!(matches!(lit, Color::Indexed(16..232)), "{lit:?}");
    }
}

#[test]
fn at_night_sepia_stays_sepia_with_256_colours() {
    let Theme { shown, .. } = Theme::night(ColorDepth::Indexed256).after_dark(1.0);
    for color in [shown.text, shown.dim, shown.calm, shown.accent, shown.warn] {
        assert!(matches!(color, Color::Indexed(16..232)), "grey: {color:?}");
    }
}
