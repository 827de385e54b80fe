//! What the author of a session has written to be spoken during a segment.

use super::{DueWords, WordsOf};
use crate::timeline::{Phrase, Segment};

/// The words of a segment's own, in the order of their writing: as it begins, and its lines.
pub(super) fn lines(segment: &Segment) -> Vec<DueWords> {
    let by_program = segment.step.is_none();
    let of = if by_program { WordsOf::Program } else { WordsOf::Opening };
    let opening =
        segment.say.iter().map(|say| DueWords { due: segment.start, words: say.clone(), of });
    let lines = segment.lines.iter().zip(numbers(segment));
    let lines = lines.filter_map(|((after, line), written)| {
        let words = Phrase::Author(line.say.clone()?);
        Some(DueWords { due: segment.start + after, words, of: WordsOf::Line(written) })
    });
    opening.chain(lines).collect()
}

/// The lines of a segment by their numbers as they are written, in the order they fall due.
fn numbers(segment: &Segment) -> Vec<usize> {
    let Some((step, points)) = segment.pointed_step() else {
        return Vec::new();
    };
    let mut due: Vec<_> = (0..step.lines.len()).collect();
    due.sort_by_key(|written| points.place(step.lines[*written].at));
    due
}
