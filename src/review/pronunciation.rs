//! Words that the built-in voice does not know and would have to guess.

use super::remark;
use super::speech::spoken;
use super::work::Work;
use crate::problem::letters::disguised_letter;
use crate::problem::{Finding, Span};
use crate::prosody::word_count;
use crate::words::Message;

/// Fewer unknown words than this say nothing of the language.
const FEWEST_OF_A_LANGUAGE: usize = 4;

/// Each unknown word of a session, where it is first spoken; or that they are of another language.
pub(super) fn review(work: &mut Work<'_, '_>) {
    if !work.speaks_english() {
        return;
    }
    let mut lines = Vec::new();
    for at in 0..work.steps.len() {
        lines.extend(spoken(work.steps[at], work.place(at)).map(|(span, words)| SpokenLine {
            span,
            words,
            unknown: unknown_words(words),
        }));
    }
    if let Some(finding) = unsaid_language(&lines) {
        work.add(finding);
        return;
    }
    let mut known: Vec<String> = Vec::new();
    for SpokenLine { span, unknown, .. } in lines {
        for word in unknown {
            // What is told of its letters is enough.
            let is_told = disguised_letter(&word).is_some()
                || known.iter().any(|other| other.eq_ignore_ascii_case(&word));
            if is_told {
                continue;
            }
            let message = Message::new("guessed-word").with("word", word.clone());
            let help = Message::new("guessed-word-help");
            work.add(remark("unknown-word", span.clone(), message, help));
            known.push(word);
        }
    }
}

/// What is spoken at a place, and the words in it that are not known.
struct SpokenLine<'a> {
    span: Span,
    words: &'a str,
    unknown: Vec<String>,
}

/// That the language of the words is not said, where many of them are not English.
fn unsaid_language(lines: &[SpokenLine<'_>]) -> Option<Finding> {
    let span = &lines.first()?.span;
    let language = || lines.iter().find_map(|line| language_of_script(line.words));
    let letters = |is_counted: fn(&char) -> bool| {
        lines.iter().flat_map(|line| line.words.chars()).filter(is_counted).count()
    };
    let all = letters(|letter| letter.is_alphabetic());
    let latin = letters(|letter| letter.is_alphabetic() && *letter < '\u{250}');
    let words: usize = lines.iter().map(|line| word_count(line.words)).sum();
    let unknown: usize = lines.iter().map(|line| line.unknown.len()).sum();
    let is_other = unknown >= FEWEST_OF_A_LANGUAGE && (latin * 2 < all || unknown * 3 > words);
    is_other.then(|| {
        let help = Message::new("unsaid-language-help");
        let help = help.with("language", language().unwrap_or("de"));
        remark("unknown-word", span.clone(), Message::new("unsaid-language"), help)
    })
}

/// A language that is written in the script of these words, where it is another than the Latin one.
fn language_of_script(words: &str) -> Option<&'static str> {
    words.chars().find_map(|letter| match letter {
        '\u{370}'..='\u{3ff}' => Some("el"),
        '\u{400}'..='\u{52f}' => Some("ru"),
        '\u{590}'..='\u{5ff}' => Some("he"),
        '\u{600}'..='\u{6ff}' => Some("ar"),
        '\u{900}'..='\u{97f}' => Some("hi"),
        '\u{e00}'..='\u{e7f}' => Some("th"),
        '\u{3040}'..='\u{30ff}' => Some("ja"),
        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}' => Some("ko"),
        '\u{4e00}'..='\u{9fff}' if !words.contains(is_kana) => Some("zh"),
        _ => None,
    })
}

/// Whether a letter is of the syllables of Japanese, which stand among Chinese characters.
fn is_kana(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}')
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
