//! Words that are still being spoken when something else begins.

use std::collections::BTreeMap;

use super::remark;
use super::speech::{beginning, opening_place};
use super::work::{ReviewedLength, Work};
use crate::lengths;
use crate::prosody::SENTENCE_PAUSE_MILLIS;
use crate::timeline::{Segment, SegmentKind, WordsOf};
use crate::words::Message;

/// The silence that words need before a chime, in milliseconds: it sounds for a while before the
/// next words begin, and so makes up the pause of a sentence.
const CHIME_PAUSE_MILLIS: u64 = 700;

/// What comes after some spoken words.
#[derive(Clone, Copy)]
enum Next {
    Words,
    Step,
    End,
}

/// Words that have not ended, with the silence after them, when something else begins.
struct Overrun {
    /// The first of the words.
    words: String,
    /// How the session is laid out then.
    layout: Message,
    /// How long they take, with the silence they need, in milliseconds.
    needs: u64,
    /// How long they have, in milliseconds.
    has: u64,
    next: Next,
}

/// Which words: those of a written step, or of Unclench itself.
type Whose = (Option<usize>, WordsOf);

/// Words still running when the next are due, the next step chimes, or the session ends: each once,
/// at the length where it is worst.
pub(super) fn review(work: &mut Work<'_, '_>) {
    let mut worst: BTreeMap<Whose, Overrun> = BTreeMap::new();
    for fit in &work.lengths {
        for (whose, overrun) in overruns(work, fit) {
            let known = worst.get(&whose).map_or(0, |known| known.needs - known.has);
            if overrun.needs - overrun.has > known {
                worst.insert(whose, overrun);
            }
        }
    }
    for (whose, overrun) in worst {
        let span = match whose {
            (Some(step), WordsOf::Line(number)) => work.place(step).line(number),
            (Some(step), _) => opening_place(work.place(step)),
            (None, _) => work.places.head.of("lead-in"),
        };
        work.add(remark("overrun", span, message(&overrun), help(whose, &overrun)));
    }
}

fn message(overrun: &Overrun) -> Message {
    let (needs, has) = (lengths::needed(overrun.needs), lengths::available(overrun.has));
    let until = match overrun.next {
        Next::Words => "words",
        Next::Step => "step",
        Next::End => "end",
    };
    Message::new("overrun")
        .with("words", overrun.words.as_str())
        .with("needs", needs)
        .with("has", has)
        .with("until", until)
        .with("layout", overrun.layout.clone())
}

fn help((step, of): Whose, overrun: &Overrun) -> Message {
    let needs = lengths::needed(overrun.needs);
    match (step, of, overrun.next) {
        (None, ..) => Message::new("overrun-lead-in").with("needs", needs),
        (_, _, Next::Words) => Message::new("overrun-next-later"),
        (_, WordsOf::Opening, _) => Message::new("overrun-step-longer").with("needs", needs),
        _ => Message::new("overrun-sooner"),
    }
}

fn overruns(work: &Work<'_, '_>, fit: &ReviewedLength) -> Vec<(Whose, Overrun)> {
    let spoken = fit.timeline.spoken();
    let segments = fit.timeline.segments();
    let chimes = chimed_starts(work, segments);
    let mut overruns = Vec::new();
    for (at, (index, words)) in spoken.iter().enumerate() {
        let segment = &segments[*index];
        let by_program = words.of == WordsOf::Program;
        // The few words at a switch or turn are Unclench's own business, and so is a lead-in that
        // only takes up what fitting leaves over.
        let is_lead_in = matches!(segment.kind, SegmentKind::LeadIn(_));
        if by_program && !(is_lead_in && work.session.lead_in > 0) {
            continue;
        }
        let by_author = spoken[at + 1..].iter().find(|(_, next)| next.of != WordsOf::Program);
        let next_words = by_author.map(|(next_index, next)| {
            let next_kind = if next_index == index { Next::Words } else { Next::Step };
            // Words that wait for others to end have their time as it is written.
            let until = words.after + next.due.saturating_sub(words.due);
            (until, next_kind, SENTENCE_PAUSE_MILLIS)
        });
        let next_chime = chimes.partition_point(|start| *start < segment.end);
        let next_chime = chimes.get(next_chime);
        let next_chime = next_chime.map(|start| (*start, Next::Step, CHIME_PAUSE_MILLIS));
        let end = (fit.timeline.millis(), Next::End, CHIME_PAUSE_MILLIS);
        let due = [next_words, next_chime].into_iter().flatten().chain([end]);
        let free_until = |(until, _, silence): &(u64, Next, u64)| until.saturating_sub(*silence);
        let Some((until, next, silence)) = due.min_by_key(free_until) else {
            continue;
        };
        // Its words in the lead-in are few enough that others may follow at once.
        let silence = if by_program { 0 } else { silence };
        let needs = words.millis + silence;
        let has = until.saturating_sub(words.after);
        if needs > has {
            let whose = (segment.written, words.of);
            let (words, layout) =
                (beginning(&words.words.text(fit.timeline.texts())), fit.layout.clone());
            overruns.push((whose, Overrun { words, layout, needs, has, next }));
        }
    }
    overruns
}

/// When the steps begin that a chime announces, in order.
fn chimed_starts(work: &Work<'_, '_>, segments: &[Segment]) -> Vec<u64> {
    let chimes = &work.session.chimes;
    let heard = segments.iter().filter(|segment| match segment.kind {
        SegmentKind::LeadIn(_) => false,
        SegmentKind::Switch => chimes.switch.is_some(),
        _ => chimes.next.is_some(),
    });
    heard.map(|segment| segment.start).collect()
}
