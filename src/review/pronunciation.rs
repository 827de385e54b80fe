//! Words that the built-in voice does not know and would have to guess.

use super::remark;
use super::speech::spoken;
use super::work::Work;
use crate::problem::Span;
use crate::words::Message;

/// Each unknown word of a session, where it is first spoken.
pub(super) fn review(work: &mut Work<'_, '_>) {
    if !work.speaks_english() {
        return;
    }
    let mut known: Vec<String> = Vec::new();
    for at in 0..work.steps.len() {
        let lines: Vec<(Span, &str)> = spoken(work.steps[at], work.place(at)).collect();
        for (span, words) in lines {
            for word in unknown_words(words) {
                if known.iter().any(|other| other.eq_ignore_ascii_case(&word)) {
                    continue;
                }
                let message = Message::new("guessed-word").with("word", word.clone());
                let help = Message::new("guessed-word-help");
                work.add(remark("unknown-word", span.clone(), message, help));
                known.push(word);
            }
        }
    }
}

#[cfg(feature = "built-in-voice")]
fn unknown_words(text: &str) -> Vec<String> {
    unclench_voice::unknown_words(text)
}

/// A build without the voice has no list of words.
#[cfg(not(feature = "built-in-voice"))]
fn unknown_words(_: &str) -> Vec<String> {
    Vec::new()
}
