//! An encoder: sounds become features that know of each other, by attention.

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, Axis, Slice};

use super::layers::{Block, FeedForward, Linear, Norm, table};
use crate::voice_file::{Table, VoiceFile, VoiceFileError};

/// How many kinds of attention each sound pays to the others.
const HEADS: usize = 2;

/// Sounds to features: a list of what each sound is, two blocks, and attention several times over.
#[derive(Debug)]
pub(crate) struct Encoder<'a> {
    sounds: Table<'a>,
    blocks: [Block<'a>; 2],
    attention: Attention<'a>,
    rounds: usize,
    norm: Norm<'a>,
}

impl<'a> Encoder<'a> {
    pub(crate) fn read(
        file: &VoiceFile<'a>,
        name: &str,
        rounds: usize,
    ) -> Result<Self, VoiceFileError> {
        let sounds = table(file, &format!("{name}.emb.weight"), Some(super::SOUNDS), None)?;
        let channels = sounds.columns;
        if !channels.is_multiple_of(HEADS) {
            return Err(VoiceFileError::Shape(format!("{name}.emb.weight")));
        }
        let block = |at| Block::read(file, &format!("{name}.convs.{at}"), channels, 1);
        Ok(Self {
            sounds,
            blocks: [block(0)?, block(1)?],
            attention: Attention::read(file, &format!("{name}.attn"), channels)?,
            rounds,
            norm: Norm::read(file, &format!("{name}.norm"), channels)?,
        })
    }

    /// How many features each sound gets.
    pub(crate) fn channels(&self) -> usize {
        self.sounds.columns
    }

    pub(crate) fn apply(&self, sounds: &[usize]) -> Array2<f32> {
        let mut features = self.sounds.to_array().select(Axis(0), sounds);
        for block in &self.blocks {
            features = block.apply(features);
        }
        // The same weights every round.
        for _ in 0..self.rounds {
            features = self.attention.apply(features);
        }
        self.norm.apply(&features)
    }
}

/// A layer in which each moment looks at all others, then thinks for itself.
#[derive(Debug)]
struct Attention<'a> {
    norm: Norm<'a>,
    ask: Linear<'a>,
    answer: Linear<'a>,
    norm_after: Norm<'a>,
    thought: FeedForward<'a>,
}

impl<'a> Attention<'a> {
    fn read(file: &VoiceFile<'a>, name: &str, channels: usize) -> Result<Self, VoiceFileError> {
        let part = |part| format!("{name}.{part}");
        Ok(Self {
            norm: Norm::read(file, &part("norm1"), channels)?,
            ask: Linear::read(file, &part("self_attn.in_proj"), channels, Some(3 * channels))?,
            answer: Linear::read(file, &part("self_attn.out_proj"), channels, Some(channels))?,
            norm_after: Norm::read(file, &part("norm2"), channels)?,
            thought: FeedForward::read(file, [part("linear1"), part("linear2")], channels)?,
        })
    }

    fn apply(&self, mut features: Array2<f32>) -> Array2<f32> {
        let asked = self.ask.apply(&self.norm.apply(&features));
        features += &self.answer.apply(&looked_at(&asked));
        features += &self.thought.apply(&self.norm_after.apply(&features));
        features
    }
}

/// What each moment takes from all others: `asked` holds question, key and content side by side.
fn looked_at(asked: &Array2<f32>) -> Array2<f32> {
    let moments = asked.nrows();
    let channels = asked.ncols() / 3;
    let width = channels / HEADS;
    let mut output = Array2::zeros((moments, channels));
    for head in 0..HEADS {
        let part = |at: usize| {
            let from = at * channels + head * width;
            asked.slice_axis(Axis(1), Slice::from(from..from + width))
        };
        let mut weights = Array2::zeros((moments, moments));
        let scale = 1.0 / (width as f32).sqrt();
        general_mat_mul(scale, &part(0), &part(1).t(), 0.0, &mut weights);
        for mut row in weights.rows_mut() {
            let most = row.fold(f32::MIN, |most, value| most.max(*value));
            row.mapv_inplace(|value| (value - most).exp());
            let sum = row.sum();
            row /= sum;
        }
        let mut place =
            output.slice_axis_mut(Axis(1), Slice::from(head * width..(head + 1) * width));
        general_mat_mul(1.0, &weights, &part(2), 0.0, &mut place);
    }
    output
}
