//! Words that promise too much, everywhere a person reads.

use super::remark;
use super::work::Work;
use crate::problem::Span;
use crate::prosody::{SpokenLanguage, sentences};
use crate::words::Message;

/// A word or phrase that has no place in a session.
struct Banned {
    /// The words one after another, each as a whole word.
    words: &'static str,
    /// Only where one of these stands in the same sentence.
    beside: &'static [&'static str],
    /// The message that says why, and what to say instead.
    instead: &'static str,
}

const WASTE: &str = "instead-waste";
const MEDICINE: &str = "instead-medicine";
const TISSUE: &str = "instead-tissue";
const PROOF: &str = "instead-proof";
const FAILURE: &str = "instead-failure";

const fn banned(words: &'static str, instead: &'static str) -> Banned {
    Banned { words, beside: &[], instead }
}

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
    Banned { words: "release", beside: &["fascia", "fascial", "myofascial"], instead: TISSUE },
    Banned { words: "releases", beside: &["fascia", "fascial", "myofascial"], instead: TISSUE },
    Banned {
        words: "break up",
        beside: &["knot", "knots", "adhesion", "adhesions"],
        instead: TISSUE,
    },
    Banned {
        words: "breaks up",
        beside: &["knot", "knots", "adhesion", "adhesions"],
        instead: TISSUE,
    },
    Banned {
        words: "break down",
        beside: &["knot", "knots", "adhesion", "adhesions"],
        instead: TISSUE,
    },
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
        let (step, places) = (work.steps[at], work.place(at));
        let said = step.say.as_ref().filter(|say| step.text.as_ref() != Some(say));
        let texts = [
            ("title", Some(&step.title)),
            ("text", step.text.as_ref()),
            ("say", said),
            ("easier", step.easier.as_ref()),
            ("stop-if", step.stop_if.as_ref()),
        ];
        for (key, text) in texts {
            if let Some(text) = text {
                check(work, places.key(&[key]), text);
            }
        }
        if let Some(pattern) = &step.pattern {
            let labels = pattern.phases.iter().map(|phase| &phase.label);
            for label in labels.chain([&pattern.title]) {
                check(work, places.key(&["pattern"]), label);
            }
        }
        for (number, line) in step.lines.iter().enumerate() {
            let said = line.say.as_ref().filter(|say| line.show.as_ref() != Some(say));
            for text in line.show.iter().chain(said) {
                check(work, places.line(number), text);
            }
        }
    }
}

fn check(work: &mut Work<'_, '_>, span: Span, text: &str) {
    let language = SpokenLanguage::of(&work.session.language);
    for sentence in sentences(text, language) {
        let words = plain_words(sentence);
        for banned in BANNED {
            let beside = banned.beside;
            let fits = beside.is_empty() || beside.iter().any(|word| holds(&words, word));
            if fits && holds(&words, banned.words) {
                let message = Message::new("big-word").with("words", banned.words);
                let help = Message::new(banned.instead);
                work.add(remark("big-word", span.clone(), message, help));
            }
        }
    }
}

/// The words in small letters, one blank before and after each.
fn plain_words(sentence: &str) -> String {
    let letters = sentence.to_lowercase();
    let words = letters.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| all + word + " ")
}

fn holds(words: &str, phrase: &str) -> bool {
    words.contains(&format!(" {phrase} "))
}
