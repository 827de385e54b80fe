//! The layers that the net is made of. A row of a matrix is one moment, a column one channel.

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, ArrayBase, Axis, Data, Ix2, Slice, Zip};

use crate::voice_file::{Table, VoiceFile, VoiceFileError};

/// A table of `rows` × `columns`, where `None` leaves a count open.
pub(crate) fn table<'a>(
    file: &VoiceFile<'a>,
    name: &str,
    rows: Option<usize>,
    columns: Option<usize>,
) -> Result<Table<'a>, VoiceFileError> {
    let table = file.table(name)?;
    let fits = |asked: Option<usize>, is: usize| asked.is_none_or(|asked| asked == is);
    if fits(rows, table.rows) && fits(columns, table.columns) {
        Ok(table)
    } else {
        Err(VoiceFileError::Shape(name.to_owned()))
    }
}

/// Every channel of the next layer as a weighted sum of those of this one.
#[derive(Debug)]
pub(crate) struct Linear<'a> {
    weight: Table<'a>,
    bias: Table<'a>,
}

impl<'a> Linear<'a> {
    pub(crate) fn read(
        file: &VoiceFile<'a>,
        name: &str,
        ins: usize,
        outs: Option<usize>,
    ) -> Result<Self, VoiceFileError> {
        let weight = table(file, &format!("{name}.weight"), Some(ins), outs)?;
        let bias = table(file, &format!("{name}.bias"), Some(1), Some(weight.columns))?;
        Ok(Self { weight, bias })
    }

    pub(crate) fn outs(&self) -> usize {
        self.weight.columns
    }

    pub(crate) fn apply(&self, input: &Array2<f32>) -> Array2<f32> {
        self.unpacked().apply(input)
    }

    /// The layer with its weights as floats, for one that is applied again and again.
    pub(crate) fn unpacked(&self) -> Unpacked {
        Unpacked { weight: self.weight.to_array(), bias: self.bias.to_array() }
    }
}

/// A linear layer with its weights as floats.
pub(crate) struct Unpacked {
    weight: Array2<f32>,
    bias: Array2<f32>,
}

impl Unpacked {
    pub(crate) fn apply(&self, input: &ArrayBase<impl Data<Elem = f32>, Ix2>) -> Array2<f32> {
        let shape = (input.nrows(), self.weight.ncols());
        let mut output =
            self.bias.broadcast(shape).expect("the bias is one row of that width").to_owned();
        general_mat_mul(1.0, input, &self.weight, 1.0, &mut output);
        output
    }
}

/// Each moment with mean 0 and variance 1, then scaled and shifted channel by channel.
#[derive(Debug)]
pub(crate) struct Norm<'a> {
    scale: Table<'a>,
    shift: Table<'a>,
}

impl<'a> Norm<'a> {
    pub(crate) fn read(
        file: &VoiceFile<'a>,
        name: &str,
        channels: usize,
    ) -> Result<Self, VoiceFileError> {
        let row = |part| table(file, &format!("{name}.{part}"), Some(1), Some(channels));
        Ok(Self { scale: row("weight")?, shift: row("bias")? })
    }

    pub(crate) fn apply(&self, input: &Array2<f32>) -> Array2<f32> {
        let (scale, shift) = (self.scale.to_array(), self.shift.to_array());
        let mut output = input.clone();
        for mut row in output.rows_mut() {
            let count = row.len() as f32;
            let mean = row.sum() / count;
            let variance = row.iter().map(|value| (value - mean).powi(2)).sum::<f32>() / count;
            let factor = 1.0 / (variance + 1e-5).sqrt();
            Zip::from(&mut row)
                .and(scale.row(0))
                .and(shift.row(0))
                .for_each(|value, scale, shift| *value = (*value - mean) * factor * scale + shift);
        }
        output
    }
}

/// A convolution over time: each moment from itself and its neighbours, all channels together.
#[derive(Debug)]
pub(crate) struct Convolution<'a> {
    linear: Linear<'a>,
    width: usize,
}

impl<'a> Convolution<'a> {
    pub(crate) fn read(
        file: &VoiceFile<'a>,
        name: &str,
        ins: usize,
        outs: Option<usize>,
    ) -> Result<Self, VoiceFileError> {
        let width = file.table(&format!("{name}.weight"))?.rows / ins.max(1);
        let linear = Linear::read(file, name, width * ins, outs)?;
        if width % 2 == 1 {
            Ok(Self { linear, width })
        } else {
            Err(VoiceFileError::Shape(format!("{name}.weight")))
        }
    }

    pub(crate) fn outs(&self) -> usize {
        self.linear.outs()
    }

    /// One product, with each moment's neighbours laid beside it.
    pub(crate) fn apply(&self, input: &Array2<f32>) -> Array2<f32> {
        if self.width == 1 {
            return self.linear.apply(input);
        }
        let (moments, channels) = input.dim();
        let mut beside = Array2::zeros((moments, self.width * channels));
        for place in 0..self.width {
            let Some((to, from)) = overlap(moments, place, self.width, 1) else { continue };
            let columns = Slice::from(place * channels..(place + 1) * channels);
            let mut beside = beside.slice_axis_mut(Axis(1), columns);
            beside
                .slice_axis_mut(Axis(0), Slice::from(to))
                .assign(&input.slice_axis(Axis(0), Slice::from(from)));
        }
        self.linear.apply(&beside)
    }
}

/// The moments that have a neighbour at `place` of `width`, and those neighbours.
fn overlap(
    moments: usize,
    place: usize,
    width: usize,
    dilation: usize,
) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let middle = width / 2;
    let away = place.abs_diff(middle) * dilation;
    let count = moments.checked_sub(away).filter(|count| *count > 0)?;
    let (early, late) = (0..count, away..moments);
    Some(if place < middle { (late, early) } else { (early, late) })
}

/// Two linear layers, each moment for itself: to more channels, and back to as many as came in.
#[derive(Debug)]
pub(crate) struct FeedForward<'a> {
    wider: Linear<'a>,
    narrower: Linear<'a>,
}

impl<'a> FeedForward<'a> {
    /// The layers of these two names.
    pub(crate) fn read(
        file: &VoiceFile<'a>,
        [wider, narrower]: [String; 2],
        channels: usize,
    ) -> Result<Self, VoiceFileError> {
        let wider = Linear::read(file, &wider, channels, None)?;
        let narrower = Linear::read(file, &narrower, wider.outs(), Some(channels))?;
        Ok(Self { wider, narrower })
    }

    pub(crate) fn apply(&self, input: &Array2<f32>) -> Array2<f32> {
        let mut hidden = self.wider.apply(input);
        gelu(&mut hidden);
        self.narrower.apply(&hidden)
    }
}

/// Neighbours in time, each channel for itself, then two linear layers; added to what came in.
#[derive(Debug)]
pub(crate) struct Block<'a> {
    neighbours: Table<'a>,
    bias: Table<'a>,
    norm: Norm<'a>,
    change: FeedForward<'a>,
    share: Table<'a>,
    dilation: usize,
}

impl<'a> Block<'a> {
    pub(crate) fn read(
        file: &VoiceFile<'a>,
        name: &str,
        channels: usize,
        dilation: usize,
    ) -> Result<Self, VoiceFileError> {
        let part = |part| format!("{name}.{part}");
        let row = |name| table(file, &part(name), Some(1), Some(channels));
        Ok(Self {
            neighbours: table(file, &format!("{name}.dw.weight"), None, Some(channels))?,
            bias: row("dw.bias")?,
            norm: Norm::read(file, &format!("{name}.norm"), channels)?,
            change: FeedForward::read(file, ["pw1", "pw2"].map(part), channels)?,
            share: row("gamma")?,
            dilation,
        })
    }

    pub(crate) fn apply(&self, mut input: Array2<f32>) -> Array2<f32> {
        let change = self.change.apply(&self.norm.apply(&self.depthwise(&input)));
        let share = self.share.to_array();
        for (mut row, change) in input.rows_mut().into_iter().zip(change.rows()) {
            Zip::from(&mut row)
                .and(change)
                .and(share.row(0))
                .for_each(|value, change, share| *value += change * share);
        }
        input
    }

    fn depthwise(&self, input: &Array2<f32>) -> Array2<f32> {
        let (weights, bias) = (self.neighbours.to_array(), self.bias.to_array());
        let mut output =
            bias.broadcast(input.dim()).expect("the bias is one row of that width").to_owned();
        for (place, weight) in weights.rows().into_iter().enumerate() {
            let found = overlap(input.nrows(), place, weights.nrows(), self.dilation);
            let Some((to, from)) = found else { continue };
            for (to, from) in to.zip(from) {
                Zip::from(output.row_mut(to))
                    .and(input.row(from))
                    .and(weight)
                    .for_each(|sum, value, weight| *sum += value * weight);
            }
        }
        output
    }
}

/// The Gaussian error linear unit, with the error function of Abramowitz and Stegun, 7.1.26 (wrong by
/// at most 1.5e-7).
pub(crate) fn gelu(values: &mut Array2<f32>) {
    values.mapv_inplace(|value| {
        let z = value * std::f32::consts::FRAC_1_SQRT_2;
        let t = 1.0 / (1.0 + 0.327_591_1 * z.abs());
        let polynomial = t
            * (0.254_829_6
                + t * (-0.284_496_72 + t * (1.421_413_8 + t * (-1.453_152_1 + t * 1.061_405_4))));
        let error = (1.0 - polynomial * (-z * z).exp()).copysign(z);
        0.5 * value * (1.0 + error)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_neighbour_beyond_the_ends_counts_as_nothing() {
        assert_eq!(overlap(4, 0, 3, 1), Some((1..4, 0..3)));
        assert_eq!(overlap(4, 1, 3, 1), Some((0..4, 0..4)));
        assert_eq!(overlap(4, 2, 3, 2), Some((0..2, 2..4)));
        assert_eq!(overlap(4, 2, 3, 8), None);
    }

    #[test]
    fn the_error_unit_has_its_known_values() {
        let mut values = ndarray::arr2(&[[-3.0, -1.0, 0.0, 1.0, 3.0]]);
        gelu(&mut values);
        for (is, right) in values.iter().zip([-0.004_05, -0.158_66, 0.0, 0.841_34, 2.995_95]) {
            assert!((is - right).abs() < 1e-4, "{is} instead of {right}");
        }
    }
}
