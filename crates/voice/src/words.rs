//! Words to sounds: a sentence as it is written becomes the sounds that the net is given.

mod endings;
mod hyphens;
mod letters;
mod lexicon;
mod numbers;
mod own;
mod place;
mod written;

use crate::sounds::{LIGHT_STRESS, MARKS, STRESS, first_heard, lighter, stressed};
use place::Place;

/// A sentence in sounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The sounds, in the alphabet of Kokoro's voices, with marks and spaces.
    pub sounds: String,
    /// The words that no list knows, as they are written; their sounds are guessed from their letters.
    pub unknown: Vec<String>,
}

/// A word or a mark, and whether a space follows.
struct Token {
    text: String,
    space: bool,
}

impl Token {
    fn is_word(&self) -> bool {
        self.text.contains(char::is_alphabetic)
    }
}

/// Reads one sentence.
pub fn read(sentence: &str) -> Reading {
    let tokens = tokens(&written::spelled_out(sentence));
    let mut unknown = Vec::new();
    let mut said = vec![String::new(); tokens.len()];
    // From the end: the sound of a word may depend on how the next begins.
    let mut vowel_next = None;
    for (at, token) in tokens.iter().enumerate().rev() {
        if token.is_word() {
            let place = Place::of(at, &tokens, vowel_next);
            said[at] = word(&token.text, &place).unwrap_or_else(|| {
                unknown.push(token.text.clone());
                letters::sounds(&token.text.to_lowercase())
            });
        } else if token.text.chars().all(|it| MARKS.contains(it)) {
            said[at].clone_from(&token.text);
        }
        vowel_next = first_heard(&said[at], vowel_next);
    }
    unknown.reverse();
    hyphens::settle(&mut said, &tokens);
    let spaced = said.iter().zip(&tokens);
    let sounds: String = spaced
        .flat_map(|(said, token)| [said.as_str(), if token.space { " " } else { "" }])
        .collect();
    // What the lexicon writes as a tap is one sound for this family of voices.
    let sounds = sounds.replace('ɾ', "T").replace('ʔ', "t");
    Reading { sounds: sounds.trim().to_owned(), unknown }
}

/// The words of `text` that no list knows, each once, in their order.
pub fn unknown_words(text: &str) -> Vec<String> {
    let mut unknown: Vec<String> = Vec::new();
    for sentence in crate::sentences(text) {
        for word in read(sentence).unknown {
            if !unknown.iter().any(|known| known.eq_ignore_ascii_case(&word)) {
                unknown.push(word);
            }
        }
    }
    unknown
}

fn tokens(text: &str) -> Vec<Token> {
    let in_word = |letter: char| letter.is_alphabetic() || letter == '\'';
    let mut tokens: Vec<Token> = Vec::new();
    for letter in text.chars() {
        match tokens.last_mut() {
            Some(last) if letter.is_whitespace() => last.space = true,
            Some(last) if !last.space && in_word(letter) && last.text.ends_with(in_word) => {
                last.text.push(letter);
            }
            _ if letter.is_whitespace() => {}
            _ => tokens.push(Token { text: letter.to_string(), space: false }),
        }
    }
    tokens
}

/// The sounds of a word in its place; `None` where no list knows it.
fn word(written: &str, place: &Place<'_>) -> Option<String> {
    let text = written.trim_matches('\'');
    let small = text.to_lowercase();
    if let Some(sounds) = place.bent(&small) {
        return Some(sounds);
    }
    if let Some(own) = own::find(&small) {
        return Some(own.to_owned());
    }
    let sounds = in_lexicon(text, place)
        .or_else(|| acronym(text))
        .or_else(|| endings::made_from(&small, &alone))?;
    // A word with a capital and no stress of its own gets a light one.
    Some(if text == small { sounds } else { stressed(&sounds, LIGHT_STRESS) })
}

fn in_lexicon(word: &str, place: &Place<'_>) -> Option<String> {
    let entry = lexicon::find(word)?;
    let before_pause = if place.before_pause() { entry.before_pause() } else { None };
    Some(before_pause.unwrap_or_else(|| entry.sounds(place.part())))
}

/// A word by itself, in no place: what words are made from.
fn alone(word: &str) -> Option<String> {
    let known = || lexicon::find(word).map(|entry| entry.sounds(lexicon::Part::Rule));
    own::find(word).map(str::to_owned).or_else(|| (word.len() > 1).then(known).flatten())
}

/// "TMJ" letter by letter, the last stressed.
fn acronym(word: &str) -> Option<String> {
    let (stem, plural) = word.strip_suffix('s').map_or((word, false), |stem| (stem, true));
    if stem.len() < 2 && plural || stem.is_empty() || !stem.chars().all(char::is_uppercase) {
        return None;
    }
    let letters: Vec<String> = stem.chars().map(lexicon::letter).collect::<Option<_>>()?;
    let (last, first) = letters.split_last()?;
    let sounds: String = first.iter().map(|letter| lighter(letter)).collect();
    let sounds = format!("{sounds}{}", stressed(last, STRESS));
    Some(if plural { endings::with_s(&sounds) } else { sounds })
}

#[cfg(test)]
mod tests;
