//! Words that promise too much, everywhere a person reads.

use super::phrases::{SoughtWords, plain_words};
use super::remark;
use super::work::Work;
use crate::problem::Span;
use crate::prosody::{SpokenLanguage, sentences};
use crate::words::Message;

/// A word or phrase that has no place in a session.
struct Banned {
    phrase: SoughtWords,
    /// The message that says why, and what to say instead.
    instead: &'static str,
}

const WASTE: &str = "instead-waste";
const MEDICINE: &str = "instead-medicine";
const TISSUE: &str = "instead-tissue";
const PROOF: &str = "instead-proof";
const FAILURE: &str = "instead-failure";

const fn banned(words: &'static str, instead: &'static str) -> Banned {
    Banned { phrase: SoughtWords::of(words), instead }
}

/// A claim about tissue, where the sentence speaks of it.
const fn tissue(words: &'static str, beside: &'static [&'static str]) -> Banned {
    Banned { phrase: SoughtWords::beside(words, beside), instead: TISSUE }
}

const FASCIA: &[&str] = &["fascia", "fascial", "myofascial"];
const KNOTS: &[&str] = &["knot", "knots", "adhesion", "adhesions"];

/// Claims that evidence does not carry, and words that make people fail.
const BANNED: &[Banned] = &[
    banned("detox", WASTE),
    banned("detoxes", WASTE),
    banned("detoxify", WASTE),
    banned("detoxifies", WASTE),
    banned("detoxifying", WASTE),
    banned("toxin", WASTE),
    banned("toxins", WASTE),
    banned("cure", MEDICINE),
    banned("cures", MEDICINE),
    banned("cured", MEDICINE),
    banned("heal", MEDICINE),
    banned("heals", MEDICINE),
    banned("healed", MEDICINE),
    banned("healing", MEDICINE),
    banned("treats", MEDICINE),
    banned("immunity", PROOF),
    banned("immune", PROOF),
    banned("clinically proven", PROOF),
    banned("scientifically proven", PROOF),
    banned("perfect", FAILURE),
    tissue("release", FASCIA),
    tissue("releases", FASCIA),
    tissue("break up", KNOTS),
    tissue("breaks up", KNOTS),
    tissue("break down", KNOTS),
];

/// The wording of the whole session.
pub(super) fn review(work: &mut Work<'_, '_>) {
    if !work.speaks_english() {
        return;
    }
    let (session, places) = (work.session, work.places);
    check(work, places.head.of("title"), &session.title);
    check(work, places.head.of("summary"), &session.summary);
    for (at, caution) in session.cautions.iter().enumerate() {
        check(work, places.head.entry("cautions", at), caution);
    }
    for at in 0..work.groups.len() {
        if let Some(title) = &work.groups[at].title {
            check(work, places.groups[at].key(&["title"]), title);
        }
    }
    review_steps(work);
}

/// The wording of the steps.
pub(super) fn review_steps(work: &mut Work<'_, '_>) {
    for at in 0..work.steps.len() {
        for (span, text) in step_texts(work, at) {
            check(work, span, text);
        }
        if let Some(pattern) = &work.steps[at].pattern {
            let labels = pattern.phases.iter().map(|phase| &phase.label);
            for label in labels.chain([&pattern.title]) {
                check(work, work.place(at).key(&["pattern"]), label);
            }
        }
    }
}

/// Every text of a step that a person reads or hears, each once, with its place.
pub(super) fn step_texts<'s>(work: &Work<'s, '_>, at: usize) -> Vec<(Span, &'s str)> {
    let (step, places) = (work.steps[at], work.place(at));
    let said = step.say.as_ref().filter(|say| step.text.as_ref() != Some(say));
    let texts = [
        ("title", Some(&step.title)),
        ("text", step.text.as_ref()),
        ("say", said),
        ("second-side", step.second_side.as_ref()),
        ("later-rounds", step.later_rounds.as_ref()),
        ("easier", step.easier.as_ref()),
        ("stop-if", step.stop_if.as_ref()),
    ];
    let of_step = texts.into_iter().filter_map(|(key, text)| Some((places.key(&[key]), text?)));
    let of_lines = step.lines.iter().enumerate().flat_map(|(number, line)| {
        let said = line.say.as_ref().filter(|say| line.show.as_ref() != Some(say));
        let texts = line.show.iter().chain(said).chain(&line.second_side).chain(&line.later_rounds);
        texts.map(move |text| (places.line(number), text))
    });
    of_step.chain(of_lines).map(|(span, text)| (span, text.as_str())).collect()
}

fn check(work: &mut Work<'_, '_>, span: Span, text: &str) {
    let language = SpokenLanguage::of(&work.session.language);
    for sentence in sentences(text, language) {
        let words = plain_words(sentence);
        for banned in BANNED.iter().filter(|banned| banned.phrase.stands_in(&words)) {
            let message = Message::new("big-word").with("words", banned.phrase.words());
            let help = Message::new(banned.instead);
            work.add(remark("big-word", span.clone(), message, help));
        }
    }
}
