//! The few colours that come closest to those of a picture: the colours are parted again and again where
//! they differ most (median cut; Paul Heckbert, “Color image quantization for frame buffer display”, 1982).

/// How finely colours are told apart, in bits of a channel.
const BITS: u32 = 5;
const LEVELS: usize = 1 << BITS;

/// A colour, 0–255.
type Color = [u8; 3];

/// Some colours, and which of them stands for any other.
pub(super) struct SixelColors {
    colors: Vec<Color>,
    /// The number of the colour for each of the colours that are told apart.
    numbers: Vec<u16>,
    /// How far neighbouring colours are apart, 0–255.
    step: f32,
}

/// Colours that are to be one.
struct ColorBox {
    /// Each with how often it was seen.
    colors: Vec<(Color, u32)>,
}

impl SixelColors {
    /// At most so many colours for those that are seen.
    pub(super) fn of(seen: impl Iterator<Item = Color>, most: usize) -> Self {
        let mut counts = vec![(0_u32, [0_u32; 3]); LEVELS * LEVELS * LEVELS];
        for color in seen {
            let (count, sums) = &mut counts[place_of(color)];
            *count += 1;
            for (sum, channel) in sums.iter_mut().zip(color) {
                *sum += u32::from(channel);
            }
        }
        let told_apart = counts.iter().filter(|(count, _)| *count > 0);
        let colors: Vec<_> =
            told_apart.map(|(count, sums)| (sums.map(|sum| (sum / count) as u8), *count)).collect();
        let mut boxes = vec![ColorBox { colors }];
        while boxes.len() < most {
            let widest = boxes.iter().enumerate().max_by_key(|(_, it)| it.weight());
            let Some((at, _)) = widest.filter(|(_, it)| it.colors.len() > 1) else { break };
            let other = boxes[at].part();
            boxes.push(other);
        }
        let mut numbers = vec![0; counts.len()];
        for (number, it) in boxes.iter().enumerate() {
            for (color, _) in &it.colors {
                numbers[place_of(*color)] = number as u16;
            }
        }
        let colors: Vec<_> = boxes.iter().map(ColorBox::mean).collect();
        fill(&mut numbers, &colors, &counts);
        Self { step: step_of(&boxes), colors, numbers }
    }

    pub(super) fn colors(&self) -> &[Color] {
        &self.colors
    }

    /// The number of the colour for another one; `grain` (0–1) says how it rounds.
    pub(super) fn nearest(&self, color: Color, grain: f32) -> u16 {
        let moved = (grain - 0.5) * self.step;
        let color = color.map(|channel| (f32::from(channel) + moved).clamp(0.0, 255.0) as u8);
        self.numbers[place_of(color)]
    }
}

/// Gives each colour that was not seen the nearest number.
fn fill(numbers: &mut [u16], colors: &[Color], counts: &[(u32, [u32; 3])]) {
    for (place, number) in numbers.iter_mut().enumerate() {
        if counts[place].0 > 0 {
            continue;
        }
        let here = color_at(place);
        let nearest = colors.iter().enumerate().min_by_key(|(_, color)| apart(here, **color));
        *number = nearest.map_or(0, |(at, _)| at as u16);
    }
}

/// How far one colour is from the next, on the whole.
fn step_of(boxes: &[ColorBox]) -> f32 {
    let wide: usize = boxes.iter().map(|it| usize::from(it.widest().1)).sum();
    wide as f32 / boxes.len().max(1) as f32
}

impl ColorBox {
    /// The channel that differs most, and by how much.
    fn widest(&self) -> (usize, u8) {
        let spread = |channel: usize| {
            let values = self.colors.iter().map(|(color, _)| color[channel]);
            let (least, most) = values
                .fold((u8::MAX, 0), |(least, most), value| (least.min(value), most.max(value)));
            most.saturating_sub(least)
        };
        (0..3).map(|channel| (channel, spread(channel))).max_by_key(|it| it.1).unwrap_or((0, 0))
    }

    /// How much is won by parting it.
    fn weight(&self) -> u64 {
        if self.colors.len() < 2 {
            return 0;
        }
        let seen: u32 = self.colors.iter().map(|(_, count)| count).sum();
        // What fills a large area is no more important than it is large; what differs much is.
        let wide = u64::from(self.widest().1);
        wide * wide * wide * u64::from(seen.isqrt())
    }

    /// Parts it in two where half of what is seen lies on each side, and returns one.
    fn part(&mut self) -> Self {
        let channel = self.widest().0;
        self.colors.sort_unstable_by_key(|(color, _)| color[channel]);
        let all: u32 = self.colors.iter().map(|(_, count)| count).sum();
        let mut seen = 0;
        let half = self.colors.iter().position(|(_, count)| {
            seen += count;
            seen * 2 >= all
        });
        let at = half.map_or(1, |at| at + 1).clamp(1, self.colors.len() - 1);
        Self { colors: self.colors.split_off(at) }
    }

    fn mean(&self) -> Color {
        let all: u32 = self.colors.iter().map(|(_, count)| count).sum();
        let mean = |channel: usize| {
            let values = self.colors.iter();
            let sum: u64 =
                values.map(|(color, count)| u64::from(color[channel]) * u64::from(*count)).sum();
            (sum / u64::from(all.max(1))) as u8
        };
        [mean(0), mean(1), mean(2)]
    }
}

fn place_of(color: Color) -> usize {
    color.iter().fold(0, |place, channel| (place << BITS) | usize::from(channel >> (8 - BITS)))
}

fn color_at(place: usize) -> Color {
    let channel = |at: u32| ((place >> (BITS * at) & (LEVELS - 1)) << (8 - BITS)) as u8 + 4;
    [channel(2), channel(1), channel(0)]
}

fn apart(one: Color, other: Color) -> u32 {
    one.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
}
