//! The arc of a session: an opening that settles, an ending that lets go, and quiet before sleep.

use super::remark;
use super::speech::opening_place;
use super::work::Work;
use crate::lengths;
use crate::session::{StepKind, StrokeKind};
use crate::timeline::WordsOf;
use crate::words::Message;

/// The hardest glide that still counts as settling in, 0–10 of discomfort.
const GENTLE: u8 = 3;
/// Silence at the end of a session for bed, in milliseconds.
const LAST_SILENCE_MILLIS: u64 = 10_000;

/// Every rule about how a session begins and ends.
pub(super) fn review(work: &mut Work<'_, '_>) {
    opening(work);
    ending(work);
    if work.is_for_bed() {
        end_in_bed(work);
    }
}

fn opening(work: &mut Work<'_, '_>) {
    let Some(first) = work.steps.first() else {
        return;
    };
    let settles = match &first.kind {
        StepKind::Rest | StepKind::Scan { .. } | StepKind::Breathe => true,
        StepKind::Massage(massage) => {
            massage.stroke.kind == StrokeKind::Effleurage && massage.pressure <= GENTLE
        }
        StepKind::Stretch { .. } | StepKind::Tense(_) | StepKind::Pack { .. } => false,
    };
    if !settles {
        let span = work.place(0).key(&["kind", "move"]);
        let (message, help) = (Message::new("no-opening"), Message::new("no-opening-help"));
        work.add(remark("no-opening", span, message, help));
    }
}

fn ending(work: &mut Work<'_, '_>) {
    let Some(last) = work.steps.len().checked_sub(1) else {
        return;
    };
    let ends = match work.steps[last].kind {
        StepKind::Rest | StepKind::Scan { .. } | StepKind::Breathe | StepKind::Stretch { .. } => {
            true
        }
        StepKind::Massage(_) | StepKind::Tense(_) | StepKind::Pack { .. } => false,
    };
    if !ends {
        let span = work.place(last).key(&["kind", "move"]);
        let (message, help) = (Message::new("no-ending"), Message::new("no-ending-help"));
        work.add(remark("no-ending", span, message, help));
    }
}

fn end_in_bed(work: &mut Work<'_, '_>) {
    if work.session.chimes.end.is_some() {
        let span = work.places.head.of("chimes");
        let (message, help) =
            (Message::new("end-chime-wakes"), Message::new("end-chime-wakes-help"));
        work.add(remark("woken", span, message, help));
    }
    let mut at_night = work.lengths.iter().filter(|fit| fit.timeline.is_night());
    let too_late = at_night.find_map(|fit| {
        let spoken = fit.timeline.spoken();
        let (index, words) = spoken.last()?;
        let silence = fit.timeline.millis().saturating_sub(words.end());
        let written = fit.timeline.segments()[*index].written?;
        (silence < LAST_SILENCE_MILLIS).then_some((written, words.of, silence, fit.layout.clone()))
    });
    if let Some((step, of, silence, fit)) = too_late {
        let span = match of {
            WordsOf::Line(number) => work.place(step).line(number),
            WordsOf::Opening | WordsOf::Program => opening_place(work.place(step)),
        };
        let silence = lengths::available(silence);
        let message = Message::new("little-silence").with("layout", fit).with("silence", silence);
        let help = Message::new("little-silence-help");
        work.add(remark("woken", span, message, help));
    }
}
