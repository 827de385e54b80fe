//! Instructions that take more than half of their step, so that hardly any time is left to follow them.

use std::collections::BTreeMap;

use super::remark;
use super::speech::opening_place;
use super::work::Work;
use crate::lengths;
use crate::prosody::Pace;
use crate::timeline::{SegmentKind, WordsOf};
use crate::words::Message;

/// Words that are longer than half of what hands or a stretch have, at any length. They are weighed
/// at the pace of the day: the night is slower by its pauses, in which hands go on.
pub(super) fn review(work: &mut Work<'_, '_>) {
    let pace = Pace::DAY.in_language(&work.session.language);
    let mut worst: BTreeMap<usize, (u64, u64)> = BTreeMap::new();
    for fit in &work.lengths {
        for (index, spoken) in fit.timeline.spoken() {
            let segment = &fit.timeline.segments()[*index];
            let is_work = matches!(segment.kind, SegmentKind::Massage | SegmentKind::Stretch);
            // Where the words come first, they take none of the time.
            let is_work = is_work && segment.begins == 0;
            let Some(step) = segment.written.filter(|_| is_work) else { continue };
            let needs = pace.millis(&spoken.words.text(fit.timeline.texts()));
            if spoken.of != WordsOf::Opening || needs * 2 <= segment.millis() {
                continue;
            }
            let known = worst.get(&step).map_or(0, |(needs, has)| needs * 2 - has);
            if needs * 2 - segment.millis() > known {
                worst.insert(step, (needs, segment.millis()));
            }
        }
    }
    for (step, (needs, has)) in worst {
        let span = opening_place(work.place(step));
        let message = Message::new("long-instruction")
            .with("needs", lengths::needed(needs))
            .with("has", lengths::available(has));
        let help = Message::new("long-instruction-help").with("least", lengths::needed(needs * 2));
        work.add(remark("long-instruction", span, message, help));
    }
}
