//! Where a mean lies, by a bootstrap that draws whole blocks of values (`BCa`, Efron 1987): what
//! follows closely upon another is alike, and is drawn together.
//!
//! The means of few blocks are drawn. With more of them, how the drawn means would lie is known well
//! enough without drawing one: by the first four moments of what is drawn (Edgeworth's series, Hall
//! 1992), which is nearer than 10,000 draws are to each other.

use statrs::distribution::{ContinuousCDF as _, Normal, StudentsT};

/// How often is drawn.
const DRAWS: usize = 10_000;
/// From so many blocks on, the means are computed.
const LEAST_COMPUTED: usize = 30;
/// How much lies below the interval, and as much above.
pub(super) const TAIL: f64 = 0.025;
/// The series holds where skewness and what is over of kurtosis, each for the means, are no more.
const MOST_UNEVEN: f64 = 0.5;
/// So many standard errors to each side the bounds are looked for, in so many halvings.
const REACH: f64 = 4.0;
const HALVINGS: u32 = 40;
/// What is nearer to another is the same.
const NEAR: f64 = 1e-9;

/// Values that are drawn together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct ValueBlock {
    sum: f64,
    squares: f64,
    count: f64,
}

impl ValueBlock {
    /// A block of these values.
    pub(super) fn of(values: &[f64]) -> Self {
        let mut block = Self::default();
        for value in values {
            block.add(*value);
        }
        block
    }

    /// Adds a value.
    pub(super) fn add(&mut self, value: f64) {
        self.sum += value;
        self.squares += value * value;
        self.count += 1.0;
    }

    /// All of them in one.
    fn all(blocks: &[Self]) -> Self {
        let add = |all: Self, it: &Self| Self {
            sum: all.sum + it.sum,
            squares: all.squares + it.squares,
            count: all.count + it.count,
        };
        blocks.iter().fold(Self::default(), add)
    }

    fn mean(self) -> f64 {
        self.sum / self.count
    }

    fn is_all_the_same(self) -> bool {
        self.squares / self.count - self.mean().powi(2) < NEAR
    }
}

/// The interval of a bootstrap that draws whole blocks. Few blocks vary less when they are drawn than
/// when they are lived, so what lies outside is less where they are few, by as much as Student's t has
/// it (Hesterberg 2015).
pub(super) fn bootstrap(blocks: &[ValueBlock]) -> Option<(f64, f64)> {
    let count = blocks.len() as f64;
    let t = StudentsT::new(0.0, 1.0, count - 1.0).ok()?.inverse_cdf(1.0 - TAIL);
    bootstrap_within(blocks, Normal::standard().cdf(-t * (count / (count - 1.0)).sqrt()))
}

/// The same with so much below the interval, and as much above.
pub(super) fn bootstrap_within(blocks: &[ValueBlock], tail: f64) -> Option<(f64, f64)> {
    if blocks.len() < 2 {
        return None;
    }
    let all = ValueBlock::all(blocks);
    if all.is_all_the_same() {
        return Some((all.mean(), all.mean()));
    }
    if let Some(means) = MeansOfBlocks::of(blocks).filter(MeansOfBlocks::is_even) {
        return means.interval(blocks, tail);
    }
    drawn_within(blocks, tail)
}

/// The same by drawing, however many blocks there are.
pub(super) fn drawn_within(blocks: &[ValueBlock], tail: f64) -> Option<(f64, f64)> {
    let mut chance = Chance(blocks.len() as u64);
    let mut drawn: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let (mut sum, mut count) = (0.0, 0.0);
            for _ in blocks {
                let block = blocks[chance.below(blocks.len())];
                sum += block.sum;
                count += block.count;
            }
            sum / count
        })
        .collect();
    drawn.sort_unstable_by(f64::total_cmp);
    let (low, high) = shares(blocks, &drawn, tail)?;
    Some((quantile(&drawn, low), quantile(&drawn, high)))
}

/// Which shares of the drawn means bound the interval.
pub(super) fn shares(blocks: &[ValueBlock], drawn: &[f64], tail: f64) -> Option<(f64, f64)> {
    let whole = ValueBlock::all(blocks).mean();
    let below = drawn.iter().filter(|mean| **mean < whole).count();
    let up_to = drawn.iter().filter(|mean| **mean <= whole).count();
    shares_about(blocks, f64::midpoint(below as f64, up_to as f64) / drawn.len() as f64, tail)
}

/// The same where such a share of the means is below that of all: as many below the interval as above
/// it would be too few of those to one side, where the values lean.
fn shares_about(blocks: &[ValueBlock], below: f64, tail: f64) -> Option<(f64, f64)> {
    let normal = Normal::standard();
    let bias = normal.inverse_cdf(below);
    let all = ValueBlock::all(blocks);
    // Each block left out once.
    let without = |block: &ValueBlock| (all.sum - block.sum) / (all.count - block.count);
    let without: Vec<f64> = blocks.iter().map(without).collect();
    let center = without.iter().sum::<f64>() / without.len() as f64;
    let power = |exponent| without.iter().map(|it| (center - it).powi(exponent)).sum::<f64>();
    let lean = power(3) / (6.0 * power(2).powf(1.5));
    let bound = |tail: f64| {
        let z = bias + normal.inverse_cdf(tail);
        normal.cdf(bias + z / (1.0 - lean * z))
    };
    let (low, high) = (bound(tail), bound(1.0 - tail));
    (low.is_finite() && high.is_finite()).then_some((low, high))
}

/// The value below which such a share of sorted values lies, between two of them in proportion.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share.clamp(0.0, 1.0) * (sorted.len() - 1) as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (sorted[above] - sorted[below]) * (place - place.floor())
}

/// How the means of as many blocks as there are, drawn from them, lie about the mean of all.
///
/// A drawn mean is at most `x` where the sum of `sum - x * count` over what was drawn is at most
/// nothing: a sum of independent draws, of which all moments are known.
struct MeansOfBlocks {
    /// The mean of all values.
    whole: f64,
    /// How many blocks there are, and how many values each has on average.
    blocks: f64,
    size: f64,
    /// The mean of `u` to the power of the row times `v` to that of the column, where `u` is by how
    /// much a block lies above the mean of all and `v` by how many values it has more than others.
    joint: [[f64; 5]; 5],
}

impl MeansOfBlocks {
    /// `None` where there are so few blocks that they have to be drawn.
    fn of(blocks: &[ValueBlock]) -> Option<Self> {
        if blocks.len() < LEAST_COMPUTED {
            return None;
        }
        let (all, count) = (ValueBlock::all(blocks), blocks.len() as f64);
        let (whole, size) = (all.mean(), all.count / count);
        let mut joint = [[0.0; 5]; 5];
        for block in blocks {
            let (u, v) = (block.sum - whole * block.count, block.count - size);
            for (row, powers) in joint.iter_mut().enumerate() {
                for (column, mean) in powers.iter_mut().enumerate().take(5 - row) {
                    *mean += u.powi(row as i32) * v.powi(column as i32) / count;
                }
            }
        }
        Some(Self { whole, blocks: count, size, joint })
    }

    /// The second, third and fourth central moment of `sum - x * count`, where `x` is so much more
    /// than the mean of all.
    fn moments(&self, more: f64) -> [f64; 3] {
        let moment = |binomial: &[f64]| -> f64 {
            let power = binomial.len() - 1;
            let terms = binomial
                .iter()
                .enumerate()
                .map(|(v, ways)| ways * (-more).powi(v as i32) * self.joint[power - v][v]);
            terms.sum()
        };
        [moment(&[1.0, 2.0, 1.0]), moment(&[1.0, 3.0, 3.0, 1.0]), {
            moment(&[1.0, 4.0, 6.0, 4.0, 1.0])
        }]
    }

    /// How skewed the means are there, and how much more of them lies far out than a bell has.
    fn shape(&self, more: f64) -> (f64, f64) {
        let [second, third, fourth] = self.moments(more);
        let skewness = third / second.powf(1.5) / self.blocks.sqrt();
        (skewness, (fourth / second.powi(2) - 3.0) / self.blocks)
    }

    /// Whether no few blocks make up most of what varies.
    fn is_even(&self) -> bool {
        let (skewness, kurtosis) = self.shape(0.0);
        skewness.abs() <= MOST_UNEVEN && kurtosis <= MOST_UNEVEN
    }

    /// Which share of the means is at most so much more than that of all.
    fn share_up_to(&self, more: f64) -> f64 {
        let normal = Normal::standard();
        let z = more * self.size * (self.blocks / self.moments(more)[0]).sqrt();
        let (skewness, kurtosis) = self.shape(more);
        let density = (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
        let lean = skewness * (z.powi(2) - 1.0) / 6.0;
        let flat = kurtosis * (z.powi(3) - 3.0 * z) / 24.0;
        let both = skewness.powi(2) * (z.powi(5) - 10.0 * z.powi(3) + 15.0 * z) / 72.0;
        normal.cdf(z) - density * (lean + flat + both)
    }

    /// The mean below which such a share of them lies.
    fn quantile(&self, share: f64) -> f64 {
        let reach = REACH * (self.moments(0.0)[0] / self.blocks).sqrt() / self.size;
        let (mut low, mut high) = (-reach, reach);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            if self.share_up_to(middle) < share {
                low = middle;
            } else {
                high = middle;
            }
        }
        self.whole + f64::midpoint(low, high)
    }

    fn interval(&self, blocks: &[ValueBlock], tail: f64) -> Option<(f64, f64)> {
        let (low, high) = shares_about(blocks, self.share_up_to(0.0), tail)?;
        Some((self.quantile(low), self.quantile(high)))
    }
}

/// Numbers that look like chance and are the same each time (`SplitMix64`).
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        // A share of the limit, so that no number comes more often than another.
        ((u128::from(mixed) * limit as u128) >> 64) as usize
    }
}
