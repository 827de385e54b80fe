//! How many syllables a text has when it is spoken.
//!
//! Heuristics, right to within a tenth over a sentence: English by its groups of vowels without the
//! silent ones, German by its vowels and diphthongs, other languages by their vowels. Scripts that
//! write no vowels, or no blanks, are counted by their words.

use super::language::SpokenLanguage;
use super::words::{parts, sixths_of_word};

/// Syllables of ten words, where only words can be counted.
const SYLLABLES_OF_TEN_WORDS: u64 = 13;

/// How many syllables a text has, by the rules of its language.
pub fn syllable_count(text: &str, language: SpokenLanguage) -> u64 {
    let mut letters = Vec::new();
    parts(text).map(|part| of_part(part, language, &mut letters)).sum()
}

/// The syllables of what stands between two blanks. `letters` is only room to work in.
fn of_part(part: &str, language: SpokenLanguage, letters: &mut Vec<char>) -> u64 {
    let (mut syllables, mut digits) = (0, 0);
    letters.clear();
    for letter in part.chars().chain([' ']) {
        if letter.is_alphabetic() {
            letters.extend(letter.to_lowercase());
        } else if !matches!(letter, '\'' | '’') && !letters.is_empty() {
            syllables += of_word(letters, language);
            letters.clear();
        }
        if letter.is_numeric() {
            digits += 1;
        } else if !matches!(letter, '.' | ',') {
            syllables += of_number(digits);
            digits = 0;
        }
    }
    match syllables {
        0 => (sixths_of_word(part) * SYLLABLES_OF_TEN_WORDS).div_ceil(60),
        some => some,
    }
}

/// Seven, forty-two, a hundred and ten: about two for each digit but the first.
fn of_number(digits: u64) -> u64 {
    (2 * digits).saturating_sub(1)
}

fn of_word(word: &[char], language: SpokenLanguage) -> u64 {
    if let Some(blocks) = hangul(word) {
        return blocks;
    }
    if !word.iter().copied().any(is_vowel) {
        return 0;
    }
    match language {
        SpokenLanguage::English => english(word),
        SpokenLanguage::German => german(word),
        SpokenLanguage::Other => {
            vowel_groups(word, |_, one, two| is_cyrillic(one) && is_cyrillic(two))
        }
    }
    .max(1)
}

/// Each block of Hangul is a syllable.
fn hangul(word: &[char]) -> Option<u64> {
    let is_block = |letter: &&char| matches!(**letter, '\u{ac00}'..='\u{d7a3}');
    let blocks = word.iter().filter(is_block).count() as u64;
    (blocks > 0).then_some(blocks)
}

fn is_vowel(letter: char) -> bool {
    const ACCENTED: &str = "áàâãäåāăąéèêëēėęěíìîïīįıóòôõöøōőúùûüūůűųýÿæœ";
    const OTHERS: &str = "аеёиоуыэюяіїєαεηιουωάέήίόύώϊϋΐΰ";
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
        || !letter.is_ascii() && (ACCENTED.contains(letter) || OTHERS.contains(letter))
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{0400}'..='\u{04ff}')
}

/// The groups of vowels, a group counted again wherever `parts` says that a vowel and the next one,
/// the first of them at this place, are spoken apart.
fn vowel_groups(word: &[char], parts: impl Fn(usize, char, char) -> bool) -> u64 {
    let mut groups = 0;
    for (at, letter) in word.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| word[before]).filter(|it| is_vowel(*it));
        if is_vowel(*letter) && before.is_none_or(|before| parts(at - 1, before, *letter)) {
            groups += 1;
        }
    }
    groups
}

fn german(word: &[char]) -> u64 {
    const TOGETHER: [&str; 13] =
        ["aa", "ee", "oo", "ie", "ei", "ai", "au", "eu", "äu", "ey", "ay", "oi", "ou"];
    let mut joined_at = None;
    let mut syllables = 0;
    for (at, letter) in word.iter().enumerate().filter(|(_, letter)| is_vowel(**letter)) {
        let before = at.checked_sub(1).map(|before| word[before]);
        let pair = before.map(|before| String::from_iter([before, *letter]));
        let is_joined = pair.is_some_and(|pair| TOGETHER.contains(&pair.as_str()))
            && joined_at != at.checked_sub(1);
        if is_joined {
            joined_at = Some(at);
        } else if !(*letter == 'u' && before == Some('q')) {
            syllables += 1;
        }
    }
    syllables
}

fn english(word: &[char]) -> u64 {
    let groups = vowel_groups(word, |at, one, two| are_apart(word, at, one, two));
    let ends = |ending: &str| ends_with(word, ending);
    // “couldn't” and “rhythm” have one more than they have vowels.
    let added = u64::from(ends("dnt") || ends("snt") || ends("thm") || ends("sm"));
    let silent = u64::from(ends_silently(word)) + silent_inside(word);
    (groups + added).saturating_sub(silent)
}

/// Whether two vowels side by side are spoken as two: “media”, “radio”, “doing”, “quiet”, “beyond”.
fn are_apart(word: &[char], at: usize, one: char, two: char) -> bool {
    let before = at.checked_sub(1).map(|before| word[before]);
    let follow = |letters: &str| {
        let rest = word[at + 2..].iter();
        rest.take(letters.len()).copied().eq(letters.chars())
    };
    match (one, two) {
        ('i', 'a') => !matches!(before, Some('t' | 'c' | 's')),
        ('i', 'o') => !matches!(before, Some('t' | 's' | 'c' | 'g' | 'x')),
        ('i', 'u') | ('y', 'i') => true,
        ('e', 'o') => !follow("ple") && at > 0,
        ('u', 'a') => !matches!(before, Some('q' | 'g')),
        ('i', 'e') => follow("t") || follow("nce") && before == Some('c'),
        ('e' | 'o' | 'a' | 'u', 'i') => follow("ng"),
        ('y', 'o') => before.is_some_and(is_vowel),
        _ => false,
    }
}

/// Whether a word ends in an `e` that is not spoken: “rise”, “takes”, “relaxed”.
fn ends_silently(word: &[char]) -> bool {
    let stem = |ending: usize| &word[..word.len().saturating_sub(ending)];
    let is_syllable = |stem: &[char]| match stem {
        // “muscle”, “ankles”, “settled”: the `l` carries it.
        [.., before, 'l'] => !is_vowel(*before),
        [.., last] => is_vowel(*last),
        [] => true,
    };
    if ends_with(word, "ed") {
        return !is_syllable(stem(2)) && !matches!(stem(2).last(), Some('t' | 'd'));
    }
    if ends_with(word, "es") {
        let stem = stem(2);
        let hisses = matches!(stem.last(), Some('s' | 'x' | 'z' | 'c' | 'g'))
            || ends_with(stem, "ch")
            || ends_with(stem, "sh");
        return !is_syllable(stem) && !hisses;
    }
    ends_with(word, "e") && !is_syllable(stem(1))
}

/// The letters `e` inside a word that are not spoken: “closely”, “movement”, “something”, “every”.
fn silent_inside(word: &[char]) -> u64 {
    const BEFORE: [&str; 5] = ["ely", "ement", "eful", "eness", "eless"];
    let starts = |beginning: &str| word.iter().take(beginning.len()).copied().eq(beginning.chars());
    let at_end = BEFORE.iter().any(|ending| {
        let stem = word.len().saturating_sub(ending.len());
        ends_with(word, ending) && stem > 2 && !is_vowel(word[stem - 1])
    });
    let is_longer = |beginning: &&str| {
        starts(beginning) && word.len() > beginning.len() + 2 && !is_vowel(word[beginning.len()])
    };
    let at_start = ["some", "fore", "side"].iter().any(is_longer)
        || starts("every")
        || starts("comforta")
        || starts("evening");
    u64::from(at_end) + u64::from(at_start)
}

fn ends_with(word: &[char], ending: &str) -> bool {
    let length = ending.chars().count();
    word.len() >= length && word[word.len() - length..].iter().copied().eq(ending.chars())
}
