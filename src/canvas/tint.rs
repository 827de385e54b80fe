//! A colour before the terminal has a say in it, and how two of them blend.

use std::f32::consts::{PI, TAU};

use ratatui::style::Color;

/// A colour in sRGB, each channel 0–255.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tint {
    pub(crate) red: f32,
    pub(crate) green: f32,
    pub(crate) blue: f32,
}

impl Tint {
    pub(crate) const BLACK: Self = Self::hex(0);

    /// From the usual six hexadecimal digits.
    pub(crate) const fn hex(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self { red: red as f32, green: green as f32, blue: blue as f32 }
    }

    /// A grey as light as `lightness`, 0–1.
    pub(crate) const fn grey(lightness: f32) -> Self {
        let channel = lightness * 255.0;
        Self { red: channel, green: channel, blue: channel }
    }

    /// The nearest 24-bit colour.
    pub(crate) fn color(self) -> Color {
        let channel = |value: f32| (value + 0.5) as u8;
        Color::Rgb(channel(self.red), channel(self.green), channel(self.blue))
    }

    /// Adds `share` of another tint, for an average over many.
    pub(crate) fn plus(self, other: Self, share: f32) -> Self {
        Self {
            red: self.red + other.red * share,
            green: self.green + other.green * share,
            blue: self.blue + other.blue * share,
        }
    }

    /// The nearest of the tints that lie so far apart in each channel.
    pub(crate) fn in_steps(self, step: f32) -> Self {
        let channel = |value: f32| ((value / step).round() * step).min(255.0);
        Self { red: channel(self.red), green: channel(self.green), blue: channel(self.blue) }
    }

    /// How light it looks, 0–1 (luma of ITU-R BT.709).
    pub(crate) fn lightness(self) -> f32 {
        (0.2126 * self.red + 0.7152 * self.green + 0.0722 * self.blue) / 255.0
    }

    /// How much light it gives, 0–1 (relative luminance of WCAG 2.2).
    pub(crate) fn luminance(self) -> f32 {
        let [red, green, blue] = [self.red, self.green, self.blue].map(to_linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// How unlike another tint looks, its hue counting more than its lightness.
    pub(super) fn unlike(self, other: Self) -> f32 {
        const HUE: f32 = 2.5;
        let (one, other) = (self.to_oklch(), other.to_oklch());
        let side = |[_, chroma, hue]: [f32; 3]| (chroma * hue.cos(), chroma * hue.sin());
        let (here, there) = (side(one), side(other));
        let (redder, yellower) = (HUE * (here.0 - there.0), HUE * (here.1 - there.1));
        (one[0] - other[0]).hypot(redder.hypot(yellower))
    }

    /// How far another tint is in a straight line, squared.
    pub(super) fn far(self, other: Self) -> f32 {
        (self.red - other.red).powi(2)
            + (self.green - other.green).powi(2)
            + (self.blue - other.blue).powi(2)
    }

    /// How far another tint is, in the channel that differs most, 0–255.
    pub(crate) fn apart(self, other: Self) -> f32 {
        (self.red - other.red)
            .abs()
            .max((self.green - other.green).abs())
            .max((self.blue - other.blue).abs())
    }

    /// A straight mix with `other`: cheap, and good for light on one hue. `share` is 0–1.
    pub(crate) fn mix(self, other: Self, share: f32) -> Self {
        let channel = |from: f32, to: f32| from + (to - from) * share.clamp(0.0, 1.0);
        Self {
            red: channel(self.red, other.red),
            green: channel(self.green, other.green),
            blue: channel(self.blue, other.blue),
        }
    }

    /// A blend that keeps its colourfulness: through Oklch, the short way round the colour circle,
    /// so that lamplight turns into blue by way of rose and never by way of grey. `share` is 0–1.
    pub(crate) fn blend(self, other: Self, share: f32) -> Self {
        let (from, to) = (self.to_oklch(), other.to_oklch());
        let turn = (to[2] - from[2] + PI).rem_euclid(TAU) - PI;
        let share = share.clamp(0.0, 1.0);
        Self::from_oklch([
            from[0] + (to[0] - from[0]) * share,
            from[1] + (to[1] - from[1]) * share,
            from[2] + turn * share,
        ])
    }

    /// Lightness, chroma and hue (Björn Ottosson, “A perceptual color space for image processing”).
    fn to_oklch(self) -> [f32; 3] {
        let [red, green, blue] = [self.red, self.green, self.blue].map(to_linear);
        let long = (0.412_221_46 * red + 0.536_332_55 * green + 0.051_445_995 * blue).cbrt();
        let middle = (0.211_903_5 * red + 0.680_699_5 * green + 0.107_396_96 * blue).cbrt();
        let short = (0.088_302_46 * red + 0.281_718_85 * green + 0.629_978_7 * blue).cbrt();
        let lightness = 0.210_454_26 * long + 0.793_617_8 * middle - 0.004_072_047 * short;
        let redness = 1.977_998_5 * long - 2.428_592_2 * middle + 0.450_593_7 * short;
        let yellowness = 0.025_904_037 * long + 0.782_771_77 * middle - 0.808_675_77 * short;
        [lightness, redness.hypot(yellowness), yellowness.atan2(redness)]
    }

    fn from_oklch([lightness, chroma, hue]: [f32; 3]) -> Self {
        let (redness, yellowness) = (chroma * hue.cos(), chroma * hue.sin());
        let long = (lightness + 0.396_337_78 * redness + 0.215_803_76 * yellowness).powi(3);
        let middle = (lightness - 0.105_561_346 * redness - 0.063_854_17 * yellowness).powi(3);
        let short = (lightness - 0.089_484_18 * redness - 1.291_485_5 * yellowness).powi(3);
        Self {
            red: to_srgb(4.076_741_7 * long - 3.307_711_6 * middle + 0.230_969_94 * short),
            green: to_srgb(-1.268_438 * long + 2.609_757_4 * middle - 0.341_319_4 * short),
            blue: to_srgb(-0.004_196_086_3 * long - 0.703_418_6 * middle + 1.707_614_7 * short),
        }
    }
}

/// From a channel of 0–255 to linear light of 0–1.
fn to_linear(channel: f32) -> f32 {
    let value = channel / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// From linear light to a channel of 0–255; light beyond what a screen can show is cut off.
fn to_srgb(light: f32) -> f32 {
    let light = light.clamp(0.0, 1.0);
    let value =
        if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    value * 255.0
}
