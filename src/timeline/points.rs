//! Where the points of a step fall in time, also in a step that is shorter than it was written.

use super::part::Part;
use crate::prosody::{Pace, SENTENCE_PAUSE_MILLIS};
use crate::session::{Anchor, Line, Step};

/// Where the points of a step fall. Where its length follows the words it begins with, so do they; what
/// is due as breaths that are counted begin comes before the first of them.
///
/// A point timed from the start keeps its seconds as long as the step can hold it. In a step that
/// has become too short, these points draw together: all by the same share, in their order, and no
/// more than it takes to say the last words before the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Points {
    /// When the time begins that they divide, in milliseconds after the step does.
    begins: u64,
    /// How long that time is, in milliseconds.
    millis: u64,
    /// Whether what is due as it begins comes as the step does.
    starts_at_once: bool,
    /// What is left of each second from the start, as a fraction.
    share: (u64, u64),
}

impl Points {
    /// The points of a step as this part plays it. A step that is made longer while it plays moves
    /// nothing that may have been heard already.
    pub(super) fn of(step: &Step, part: &Part, opening: u64) -> Self {
        let begins = if step.length_follows_words() { opening } else { 0 };
        let own = |millis: u64| millis.saturating_sub(begins);
        let (fitted, millis) = (own(part.fitted), own(part.millis));
        let starts_at_once = !step.words_first;
        let written = step.written_millis();
        let lines = step.lines.iter().map(|line| (line.at, words_millis(line)));
        let chimes = step.chimes.iter().map(|chime| (chime.at, 0));
        let beds = step.beds.iter().map(|bed| (bed.at, 0));
        let from_start = lines.chain(chimes).chain(beds).filter_map(|(at, needs)| match at {
            Anchor::FromStart(after) if after > 0 => Some((after, needs)),
            _ => None,
        });
        let shares = from_start.map(|(after, needs)| {
            // Words that were to end at the end have their share of the step, and no more.
            let left = written.saturating_sub(after);
            let kept = if fitted < written { fitted * left / written } else { left };
            (fitted.saturating_sub(needs.min(kept)), after)
        });
        let least = shares.min_by(|one, two| (one.0 * two.1).cmp(&(two.0 * one.1)));
        let share = least.filter(|(holds, after)| holds < after).unwrap_or((1, 1));
        Self { begins, millis, starts_at_once, share }
    }

    /// Where a point falls, in milliseconds after the step begins.
    pub(super) fn place(&self, anchor: Anchor) -> u64 {
        if self.starts_at_once && anchor.is_start() {
            return 0;
        }
        let within = match anchor {
            Anchor::FromStart(after) => after * self.share.0 / self.share.1,
            Anchor::FromEnd(_) | Anchor::Share(_) => anchor.within(self.millis),
        };
        self.begins + within
    }
}

/// How long the words of a line need at least, with the silence after them.
fn words_millis(line: &Line) -> u64 {
    let first = line.say.as_ref().or(line.show.as_ref());
    let words = [first, line.second_side.as_ref(), line.later_rounds.as_ref()];
    let needs = words.into_iter().flatten().map(|words| Pace::DAY.millis(words));
    needs.max().map_or(0, |needs| needs + SENTENCE_PAUSE_MILLIS)
}
