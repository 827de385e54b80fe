//! What trials found has no place among the words of a step: hands are busy, and nobody can look it up.

use super::phrases::{SoughtWords, in_language, plain_words};
use super::remark;
use super::wording::step_texts;
use super::work::Work;
use crate::prosody::{SpokenLanguage, sentences};
use crate::words::Message;

/// Words that make a study of a “study”, which may also be a room to sit in.
const OF_A_STUDY: &[&str] = &[
    "found",
    "finds",
    "show",
    "shows",
    "showed",
    "saw",
    "says",
    "suggests",
    "people",
    "one",
    "small",
    "large",
    "long",
    "recent",
    "according",
];

const ENGLISH: &[SoughtWords] = &[
    SoughtWords::of("trial"),
    SoughtWords::of("trials"),
    SoughtWords::of("studies"),
    SoughtWords::of("studied"),
    SoughtWords::beside("study", OF_A_STUDY),
    SoughtWords::of("research*"),
    SoughtWords::of("percent"),
    SoughtWords::of("per cent"),
    SoughtWords::of("percentage"),
    SoughtWords::of("evidence"),
    SoughtWords::of("statistic*"),
    SoughtWords::of("participants"),
    SoughtWords::of("scientist*"),
    SoughtWords::of("experiment*"),
    SoughtWords::of("meta analysis"),
    SoughtWords::of("where measured"),
    SoughtWords::of("was measured"),
    SoughtWords::of("on average"),
];

const GERMAN: &[SoughtWords] = &[
    SoughtWords::of("studie"),
    SoughtWords::of("studien"),
    SoughtWords::of("untersuchung"),
    SoughtWords::of("untersuchungen"),
    SoughtWords::of("forschung*"),
    SoughtWords::of("forscher*"),
    SoughtWords::of("wissenschaft*"),
    SoughtWords::of("prozent"),
    SoughtWords::of("statistik*"),
    SoughtWords::of("statistisch*"),
    SoughtWords::of("probanden"),
    SoughtWords::of("teilnehmer*"),
    SoughtWords::of("experiment*"),
    SoughtWords::of("belege"),
    SoughtWords::of("wurde gemessen"),
    SoughtWords::of("im durchschnitt"),
];

/// Trials and statistics in the words of steps.
pub(super) fn review(work: &mut Work<'_, '_>) {
    let language = SpokenLanguage::of(&work.session.language);
    let Some(phrases) = in_language(language, ENGLISH, GERMAN) else {
        return;
    };
    for at in 0..work.steps.len() {
        for (span, text) in step_texts(work, at) {
            let told = sentences(text, language).find_map(|sentence| found(sentence, phrases));
            if let Some(words) = told {
                let message = Message::new("study-talk").with("words", words);
                work.add(remark("study-talk", span, message, Message::new("study-talk-help")));
            }
        }
    }
}

/// What a sentence says of a study, as the message names it.
fn found(sentence: &str, phrases: &[SoughtWords]) -> Option<&'static str> {
    let words = plain_words(sentence);
    let phrase = phrases.iter().find(|phrase| phrase.stands_in(&words));
    let share = sentence
        .match_indices('%')
        .any(|(at, _)| sentence[..at].trim_end().ends_with(|before: char| before.is_ascii_digit()));
    phrase.map(SoughtWords::words).or(share.then_some("%"))
}
