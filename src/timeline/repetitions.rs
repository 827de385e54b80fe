//! When each repetition of a step that counts aloud begins, and each part of it.

use super::{Phrase, Segment};

/// How long after the words that a step begins with its count begins, in milliseconds: a chime may
/// have led those words.
const COUNT_AFTER_MILLIS: u64 = 4_000;
/// How long before the end of a step its last number has to begin, in milliseconds.
const LAST_NUMBER_MILLIS: u64 = 1_500;

/// The beginning of a repetition, or of a part of one.
pub(super) struct RepetitionPart<'a> {
    /// When, in milliseconds of the timeline.
    pub(super) at: u64,
    /// Which repetition begins, where one does.
    pub(super) number: Option<u32>,
    /// What is said.
    pub(super) say: Option<&'a str>,
    /// What rings.
    pub(super) chime: Option<&'a str>,
}

/// Every part of what is counted in a segment, in order, nearer to each other where they would not end
/// in time. `millis` says how long words take at a time.
pub(super) fn repetitions<'a>(
    segment: &'a Segment,
    millis: &dyn Fn(&Phrase, u64) -> u64,
) -> Vec<RepetitionPart<'a>> {
    let Some(count) = segment.step.as_ref().and_then(|step| step.count.as_ref()) else {
        return Vec::new();
    };
    let begins = match segment.begins {
        0 => {
            let said = segment.say.as_ref().map_or(0, |words| millis(words, segment.start));
            segment.start + said + COUNT_AFTER_MILLIS
        }
        begins => segment.start + begins,
    };
    let room = segment.end.saturating_sub(LAST_NUMBER_MILLIS + begins);
    let every = count.every.min(room / u64::from(count.to.saturating_sub(1).max(1)));
    let mut parts = Vec::new();
    for number in 1..=count.to {
        let at = begins + every * u64::from(number - 1);
        parts.push(RepetitionPart { at, number: Some(number), say: None, chime: None });
        let mut after = 0;
        for (index, phase) in count.phases.iter().enumerate() {
            let (say, chime) = (phase.say.as_deref(), phase.chime.as_deref());
            let at = at + after * every / count.every.max(1);
            match parts.last_mut().filter(|_| index == 0) {
                Some(first) => (first.say, first.chime) = (say, chime),
                None => parts.push(RepetitionPart { at, number: None, say, chime }),
            }
            after += phase.millis;
        }
    }
    parts
}
