//! By ear alone: what is spoken as each step begins, how long it takes, and what is only shown.

use std::collections::BTreeMap;

use super::remark;
use super::work::{Fit, Work};
use crate::session::{Anchor, Line, Span, Step, StepKind, StepPlaces, millis_to_text};
use crate::timeline::{SENTENCE_PAUSE_MILLIS, SegmentKind, WordsOf, sentences, word_count};

/// More words than this in a sentence are hard to keep in mind by ear.
const LONGEST_SENTENCE: usize = 12;
/// A rest from this length on is announced, in milliseconds: longer silence feels like the end.
const SILENT_REST_MILLIS: u64 = 20_000;

/// Every rule about the words of single steps.
pub(super) fn review(work: &mut Work<'_, '_>) {
    for at in 0..work.steps.len() {
        silent_start(work, at);
        shown_only(work, at);
        long_sentences(work, at);
    }
    overrun(work);
}

/// Where the words spoken as a step begins stand.
pub(super) fn opening_place(places: &StepPlaces) -> Span {
    places.key(&["say", "text", "move"])
}

fn silent_start(work: &mut Work<'_, '_>, at: usize) {
    let step = work.steps[at];
    if step.say.is_some() || step.lines.iter().any(is_at_start) {
        return;
    }
    let span = work.place(at).key(&["title"]);
    let last_in_bed = work.is_for_bed() && at + 1 == work.steps.len();
    let finding = match step.kind {
        StepKind::Rest if last_in_bed => return,
        StepKind::Rest => {
            let longest = longest(step);
            if longest < SILENT_REST_MILLIS {
                return;
            }
            let message =
                format!("this rest of up to {} begins without a word", millis_to_text(longest));
            let help = "announce it in its `text`, such as “I'll be quiet for half a minute.”; \
                        unannounced silence feels like the end";
            remark("silent-start", span, message, help)
        }
        _ => {
            let help = "say in its `text` what to do; with eyes closed, nobody sees the title";
            remark("silent-start", span, "nothing is spoken as this step begins", help)
        }
    };
    work.add(finding);
}

fn is_at_start(line: &Line) -> bool {
    line.say.is_some() && matches!(line.at, Anchor::FromStart(0) | Anchor::Share(0))
}

fn longest(step: &Step) -> u64 {
    let written = step.length.millis(step.pattern.as_ref());
    step.flex.map_or(written, |flex| flex.max.max(written))
}

fn shown_only(work: &mut Work<'_, '_>, at: usize) {
    let (step, places) = (work.steps[at], work.place(at));
    for (number, line) in step.lines.iter().enumerate() {
        if line.show.is_some() && line.say.is_none() {
            let help = "write `text` to speak them as well, or add a shorter `say`";
            let message = "these words are shown and never spoken";
            work.add(remark("shown-only", places.line(number), message, help));
        } else if says_much_less(line.show.as_deref(), line.say.as_deref()) {
            work.add(says_less(places.line(number)));
        }
    }
    // What is tensed is told before, and the words must be over before it is let go.
    let is_tense = matches!(step.kind, StepKind::Tense(_));
    if !is_tense && says_much_less(step.text.as_deref(), step.say.as_deref()) {
        work.add(says_less(opening_place(places)));
    }
}

/// Whether the voice says less than half of what is on screen.
fn says_much_less(show: Option<&str>, say: Option<&str>) -> bool {
    let (Some(show), Some(say)) = (show, say) else {
        return false;
    };
    word_count(say) * 2 < word_count(show)
}

fn says_less(span: Span) -> crate::session::Finding {
    let help =
        "whatever has to be known is spoken as well; leave `say` out to speak the same words";
    remark("shown-only", span, "the voice says less than half of what is shown", help)
}

fn long_sentences(work: &mut Work<'_, '_>, at: usize) {
    let (step, places) = (work.steps[at], work.place(at));
    let opening = step.say.as_deref().map(|say| (opening_place(places), say));
    let lines = step.lines.iter().enumerate();
    let lines =
        lines.filter_map(|(number, line)| Some((places.line(number), line.say.as_deref()?)));
    for (span, words) in opening.into_iter().chain(lines) {
        let counts = sentences(words).map(|sentence| (word_count(sentence), sentence));
        let Some((count, sentence)) = counts.max_by_key(|(count, _)| *count) else {
            continue;
        };
        if count > LONGEST_SENTENCE {
            let begins: Vec<&str> = sentence.split_whitespace().take(4).collect();
            let message = format!("the sentence “{} …” has {count} words", begins.join(" "));
            let help =
                format!("{LONGEST_SENTENCE} at most are easily followed by ear: make two of it");
            work.add(remark("long-sentence", span, message, help));
        }
    }
}

/// What comes after some spoken words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Words,
    Step,
    End,
}

/// Words that have not ended when something else begins.
struct Overrun {
    fit: &'static str,
    /// How long they take, with the silence they need, in milliseconds.
    needs: u64,
    /// How long they have, in milliseconds.
    has: u64,
    next: Next,
}

/// Words still running when the next are due, the next step chimes, or the session ends.
fn overrun(work: &mut Work<'_, '_>) {
    let mut worst: BTreeMap<(Option<usize>, WordsOf), Overrun> = BTreeMap::new();
    for fit in &work.fits {
        for (key, overrun) in overruns(work, fit) {
            let known = worst.get(&key).map_or(0, |known| known.needs - known.has);
            if overrun.needs - overrun.has > known {
                worst.insert(key, overrun);
            }
        }
    }
    for ((step, of), overrun) in worst {
        let span = match (step, of) {
            (Some(step), WordsOf::Line(number)) => work.place(step).line(number),
            (Some(step), _) => opening_place(work.place(step)),
            (None, _) => work.places.head.of("lead-in"),
        };
        work.add(remark("overrun", span, message(&overrun), help(step, of, &overrun)));
    }
}

fn message(overrun: &Overrun) -> String {
    let (needs, has) = (tenths(overrun.needs), millis_to_text(overrun.has / 100 * 100));
    let until = match overrun.next {
        Next::Words => "until the next are due",
        Next::Step => "until the next step begins",
        Next::End => "until the end",
    };
    format!("spoken, these words take {needs}, and there are {has} {until}, {}", overrun.fit)
}

fn help(step: Option<usize>, of: WordsOf, overrun: &Overrun) -> String {
    if step.is_none() {
        return format!("give `lead-in` {} or more", tenths(overrun.needs));
    }
    match (of, overrun.next) {
        (_, Next::Words) => "use fewer words, or let the next come later".to_owned(),
        (WordsOf::Opening, _) => {
            format!(
                "use fewer words, or give the step a `min` of {} or more",
                tenths(overrun.needs)
            )
        }
        _ => "use fewer words, or let them begin sooner".to_owned(),
    }
}

/// A length to the tenth of a second above.
fn tenths(millis: u64) -> String {
    millis_to_text(millis.div_ceil(100) * 100)
}

fn overruns(work: &Work<'_, '_>, fit: &Fit) -> Vec<((Option<usize>, WordsOf), Overrun)> {
    let spoken = fit.timeline.spoken();
    let segments = fit.timeline.segments();
    let chimes = chimed_starts(work, fit);
    let mut overruns = Vec::new();
    for (at, (index, words)) in spoken.iter().enumerate() {
        let segment = &segments[*index];
        if words.of == WordsOf::Program && !matches!(segment.kind, SegmentKind::LeadIn(_)) {
            continue;
        }
        let mut due = (fit.timeline.millis(), Next::End);
        if let Some(start) = chimes.iter().find(|start| **start >= segment.end) {
            due = due.min_by_time((*start, Next::Step));
        }
        if let Some((next_index, next)) = spoken.get(at + 1) {
            let kind = if next_index == index { Next::Words } else { Next::Step };
            due = due.min_by_time((next.after, kind));
        }
        // Unclench's own few words may be followed at once.
        let silence = if words.of == WordsOf::Program { 0 } else { SENTENCE_PAUSE_MILLIS };
        let needs = work.pace.millis(&words.words) + silence;
        let has = due.0.saturating_sub(words.after);
        if needs > has {
            let overrun = Overrun { fit: fit.name, needs, has, next: due.1 };
            overruns.push(((segment.written, words.of), overrun));
        }
    }
    overruns
}

trait Sooner {
    fn min_by_time(self, other: Self) -> Self;
}

impl Sooner for (u64, Next) {
    fn min_by_time(self, other: Self) -> Self {
        if other.0 <= self.0 { other } else { self }
    }
}

/// When the steps begin that a chime announces.
fn chimed_starts(work: &Work<'_, '_>, fit: &Fit) -> Vec<u64> {
    let chimes = &work.session.chimes;
    let chimed = fit.timeline.segments().iter().filter(|segment| match segment.kind {
        SegmentKind::LeadIn(_) => false,
        SegmentKind::Switch => chimes.switch.is_some(),
        _ => chimes.next.is_some(),
    });
    chimed.map(|segment| segment.start).collect()
}
