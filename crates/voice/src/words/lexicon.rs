//! The lexicon: some 90,000 English words with their sounds, looked up where they lie.

use std::cmp::Ordering;

/// One line for each word, in the order of their bytes: the word, then its forms, each after a tab;
/// one byte for each sound.
static LEXICON: &str = include_str!("../../assets/english.lexicon");

/// The sounds that bytes stand for, from `FIRST` on.
const SOUNDS: &str = "AIOWYbdfhijklmnpstuvwzæðŋɑɔəɛɜɡɪɹɾʃʊʌʒʔʤʧˈˌθᵊᵻ";
const FIRST: u8 = 0x21;

/// What part a word plays in its sentence, as far as its sound depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Nothing special.
    Rule,
    /// What is done: "close your eyes".
    Verb,
    /// What it is about: "no use".
    Noun,
    /// What was done: "was wound".
    Past,
}

/// A word with the sounds of its forms.
pub(crate) struct Entry<'a>(&'a str);

impl Entry<'_> {
    /// The sounds of the word as this part of a sentence.
    pub(crate) fn sounds(&self, part: Part) -> String {
        let column = match part {
            Part::Rule => 0,
            Part::Verb => 2,
            Part::Noun => 3,
            Part::Past => 4,
        };
        self.column(column).or_else(|| self.column(0)).unwrap_or_default()
    }

    /// The sounds of the word with a pause after it, where they are others.
    pub(crate) fn before_pause(&self) -> Option<String> {
        self.column(1)
    }

    fn column(&self, column: usize) -> Option<String> {
        let form = self.0.split('\t').nth(column).filter(|form| !form.is_empty())?;
        let sound = |byte: u8| SOUNDS.chars().nth(usize::from(byte - FIRST));
        form.bytes().map(sound).collect()
    }
}

/// The entry of a word exactly as it is written.
fn exactly(word: &str) -> Option<Entry<'static>> {
    let bytes = LEXICON.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let start = bytes[..middle].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let end = start + bytes[start..].iter().position(|byte| *byte == b'\n')?;
        let (found, forms) = LEXICON[start..end].split_once('\t')?;
        match found.cmp(word) {
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start,
            Ordering::Equal => return Some(Entry(forms)),
        }
    }
    None
}

/// The entry of a word: as it is written, else in small letters, else with a capital.
pub(crate) fn find(word: &str) -> Option<Entry<'static>> {
    let small = word.to_lowercase();
    exactly(word).or_else(|| exactly(&small)).or_else(|| exactly(&capital(&small)))
}

/// The name of a letter, as in "TMJ".
pub(crate) fn letter(letter: char) -> Option<String> {
    exactly(&letter.to_uppercase().to_string()).map(|entry| entry.sounds(Part::Rule))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lexicon_is_found_by_its_word() {
        let mut before = "";
        for (at, line) in LEXICON.lines().enumerate() {
            let (word, forms) = line.split_once('\t').expect("a word and its sounds");
            assert!(before < word, "{word} stands in its place");
            before = word;
            let known = |byte: u8| usize::from(byte - FIRST) < SOUNDS.chars().count();
            assert!(forms.bytes().all(|byte| byte == b'\t' || known(byte)), "{word}");
            // To look each of them up would take long without optimisation.
            if at % 97 == 0 {
                assert!(exactly(word).is_some_and(|entry| entry.0 == forms), "{word}");
            }
        }
    }

    #[test]
    fn a_word_that_is_not_there_is_not_found() {
        for word in ["", "a\t", "zzzzzz", "!", "\n", "sternumm"] {
            assert!(find(word).is_none(), "{word:?}");
        }
    }
}
