//! By ear alone: what is spoken as each step begins, in which sentences, and what is only shown.

use super::remark;
use super::work::Work;
use crate::format::StepPlaces;
use crate::lengths::millis_to_text;
use crate::problem::{Finding, Span};
use crate::prosody::{SpokenLanguage, sentences, word_count};
use crate::session::{Line, Step, StepKind};
use crate::words::Message;

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
            let message = Message::new("silent-rest").with("length", millis_to_text(longest));
            remark("silent-start", span, message, Message::new("silent-rest-help"))
        }
        _ => {
            let (message, help) = (Message::new("silent-start"), Message::new("silent-start-help"));
            remark("silent-start", span, message, help)
        }
    };
    work.add(finding);
}

pub(super) fn is_at_start(line: &Line) -> bool {
    line.say.is_some() && line.at.is_start()
}

fn longest(step: &Step) -> u64 {
    let written = step.written_millis();
    step.flex.map_or(written, |flex| flex.max.max(written))
}

fn shown_only(work: &mut Work<'_, '_>, at: usize) {
    let (step, places) = (work.steps[at], work.place(at));
    for (number, line) in step.lines.iter().enumerate() {
        if line.show.is_some() && line.say.is_none() {
            let (message, help) = (Message::new("shown-only"), Message::new("shown-only-help"));
            work.add(remark("shown-only", places.line(number), message, help));
        } else if says_much_less(line.show.as_deref(), line.say.as_deref()) {
            work.add(says_less(places.line(number)));
        }
    }
    // What is tensed may be told before, so that few words lead into it.
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

fn says_less(span: Span) -> Finding {
    remark("shown-only", span, Message::new("says-less"), Message::new("says-less-help"))
}

fn long_sentences(work: &mut Work<'_, '_>, at: usize) {
    let (step, places) = (work.steps[at], work.place(at));
    for (span, words) in spoken(step, places) {
        let language = SpokenLanguage::of(&work.session.language);
        let counts = sentences(words, language).map(|sentence| (word_count(sentence), sentence));
        let Some((count, sentence)) = counts.max_by_key(|(count, _)| *count) else {
            continue;
        };
        if count > LONGEST_SENTENCE {
            let message = Message::new("long-sentence").with("words", beginning(sentence));
            let message = message.with("count", count);
            let help = Message::new("long-sentence-help").with("most", LONGEST_SENTENCE);
            work.add(remark("long-sentence", span, message, help));
        }
    }
}

/// Everything that is spoken in a step, on either side, and where it stands.
pub(super) fn spoken<'a>(
    step: &'a Step,
    places: &'a StepPlaces,
) -> impl Iterator<Item = (Span, &'a str)> {
    let opening = step.say.as_deref().map(|say| (opening_place(places), say));
    let again = [("second-side", &step.second_side), ("later-rounds", &step.later_rounds)];
    let again =
        again.into_iter().filter_map(|(key, say)| Some((places.key(&[key]), say.as_deref()?)));
    let lines = step.lines.iter().enumerate().flat_map(move |(number, line)| {
        let said = [&line.say, &line.second_side, &line.later_rounds].into_iter().flatten();
        said.map(move |words| (places.line(number), words.as_str()))
    });
    opening.into_iter().chain(again).chain(lines)
}

/// The first words of a text, as a message quotes them.
pub(super) fn beginning(text: &str) -> String {
    const WORDS: usize = 4;
    const LETTERS: usize = 60;
    let first: Vec<&str> = text.split_whitespace().take(WORDS).collect();
    let first = first.join(" ");
    // A script without blanks has all of it in one word.
    if let Some((end, _)) = first.char_indices().nth(LETTERS) {
        return format!("{} …", &first[..end]);
    }
    let more = if text.split_whitespace().nth(WORDS).is_some() { " …" } else { "" };
    first + more
}
