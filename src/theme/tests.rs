//! Every colour keeps within what the terminal can show.

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

/// Contrast of two tints as WCAG 2.2 defines it, 1–21.
fn contrast(one: Tint, other: Tint) -> f32 {
    let linear = |channel: f32| ((channel / 255.0 + 0.055) / 1.055).powf(2.4);
    let luminance = |tint: Tint| {
        0.2126 * linear(tint.red) + 0.7152 * linear(tint.green) + 0.0722 * linear(tint.blue)
    };
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn what_is_to_be_read_stands_out_from_the_ground() {
    for (name, tint) in
        [("text", NIGHT.text), ("dim", NIGHT.dim), ("accent", NIGHT.accent), ("warn", NIGHT.warn)]
    {
        for (under, ground) in [("ground", NIGHT.ground), ("raised", NIGHT.raised)] {
            let contrast = contrast(tint, ground);
            assert!(contrast >= 4.5, "{name} on {under}: {contrast:.1}");
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
    assert_eq!(theme.depth().reduce(theme.lamplight(0.0), 0.5), NIGHT.glow.color());
    assert_eq!(theme.depth().reduce(theme.lamplight(1.0), 0.5), NIGHT.calm_deep.color());
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
