//! Where the sentences of a text end.

use super::language::SpokenLanguage;
use super::words::word_count;

/// Written with a full stop, and never the end of a sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "approx", "fig", "cf", "eg", "ie", "e.g", "i.e",
    "z.b", "d.h", "u.a", "o.ä", "s.o", "s.u", "u.u", "z.t", "bzw", "ca", "evtl", "ggf", "bspw",
    "nr", "inkl", "vgl", "sog", "zzgl", "p.ex", "núm", "pág",
];
/// Written with a full stop before a number.
const BEFORE_NUMBERS: &[&str] =
    &["no", "nos", "p", "pp", "vol", "ch", "abs", "kap", "s", "max", "min", "mind"];
/// After these a German number with a full stop is an ordinal.
const BEFORE_ORDINALS: &[&str] = &[
    "am", "im", "vom", "zum", "zur", "beim", "ab", "seit", "der", "die", "das", "dem", "den",
    "des", "ein", "eine", "einem", "einen", "einer", "eines", "jede", "jedem", "jeden", "jeder",
    "jedes", "dein", "deine", "deinem", "deinen", "deiner", "und", "oder",
];

/// The sentences of a text that have words in them, as a voice would part them.
pub fn sentences(text: &str, language: SpokenLanguage) -> impl Iterator<Item = &str> {
    let mut rest = text;
    let split = std::iter::from_fn(move || {
        let end = sentence_end(rest, language)?;
        let (sentence, behind) = rest.split_at(end);
        rest = behind;
        Some(sentence.trim())
    });
    split.filter(|sentence| word_count(sentence) > 0)
}

/// Where the first sentence ends: after a mark that blanks or nothing follow, and after one of
/// Chinese or Japanese at once. `None` for an empty text.
fn sentence_end(text: &str, language: SpokenLanguage) -> Option<usize> {
    if text.is_empty() {
        return None;
    }
    let (mut marked, mut marked_at_once) = (None, false);
    for (at, letter) in text.char_indices() {
        if let Some(mark) = marked
            && letter.is_whitespace()
            && ends_there(&text[..at], mark, text[at..].trim_start(), language)
        {
            return Some(at);
        }
        if marked_at_once && !closes_at_once(letter) {
            return Some(at);
        }
        marked = if is_mark(letter) { Some(at) } else { marked.filter(|_| closes(letter)) };
        marked_at_once = is_mark_at_once(letter) || (marked_at_once && closes_at_once(letter));
    }
    Some(text.len())
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '…' | '‽' | '؟' | '۔' | '।' | '॥' | '։')
}

fn closes(letter: char) -> bool {
    matches!(letter, '”' | '“' | '"' | ')' | '’' | '‘' | '\'' | '»' | '«' | '›' | '‹' | ']')
}

fn is_mark_at_once(letter: char) -> bool {
    matches!(letter, '。' | '．' | '｡' | '！' | '？')
}

fn closes_at_once(letter: char) -> bool {
    matches!(letter, '」' | '』' | '）' | '”' | '’') || is_mark_at_once(letter)
}

/// Whether a sentence ends with its mark, the last that stands in it at `mark`, where `rest` follows.
fn ends_there(sentence: &str, mark: usize, rest: &str, language: SpokenLanguage) -> bool {
    let before = &sentence[..mark];
    let is_quoted = sentence[mark..].chars().nth(1).is_some();
    let goes_on =
        rest.chars().find(|letter| letter.is_alphanumeric()).is_some_and(char::is_lowercase);
    match sentence[mark..].chars().next() {
        // “Stop!” it says.
        Some('!' | '?') => !(is_quoted && goes_on),
        Some('.') if before.ends_with('.') => true,
        Some('.') => !goes_on && (is_quoted || !is_shortened(before, rest, language)),
        _ => true,
    }
}

/// Whether a full stop after these words belongs to the last of them: an abbreviation, an initial,
/// or a number that counts.
fn is_shortened(before: &str, rest: &str, language: SpokenLanguage) -> bool {
    let mut words = before.split_whitespace().rev();
    let opens = |c: char| matches!(c, '(' | '[' | '“' | '„' | '"' | '«' | '»' | '‘' | '‚');
    let last = words.next().unwrap_or_default().trim_start_matches(opens).to_lowercase();
    let earlier = words.next().map(|word| word.trim_start_matches(opens).to_lowercase());
    if last.chars().all(|letter| letter.is_ascii_digit()) && !last.is_empty() {
        // “1. Sit down.” is one sentence, “3. 2. 1.” are three.
        let Some(earlier) = earlier else { return rest.starts_with(char::is_alphabetic) };
        let counts = language == SpokenLanguage::German && last.len() <= 2;
        return counts && BEFORE_ORDINALS.contains(&earlier.as_str());
    }
    if ABBREVIATIONS.contains(&last.as_str()) {
        return true;
    }
    let is_counted = rest.starts_with(|letter: char| letter.is_ascii_digit());
    if is_counted && BEFORE_NUMBERS.contains(&last.as_str()) {
        return true;
    }
    let mut letters = last.chars();
    let is_single = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    // “J. S. Bach”, “z. B. im Sitzen”: an initial opens a text or follows another.
    let follows_one = earlier.is_none_or(|earlier| {
        earlier.ends_with('.') && earlier.chars().filter(|letter| *letter != '.').count() == 1
    });
    is_single && (follows_one || language == SpokenLanguage::German && "zdusoe".contains(&last))
}
