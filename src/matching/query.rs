//! What a person types, taken apart: everyday phrases, lengths of time and single words.

use std::cmp::Reverse;

use super::compound;
use super::everyday::{AskedPhrase, EverydayTable, PhraseWord};
use super::letters::{Stems, is_slip, words};

/// A beginning shorter than this stands for no phrase yet, in letters.
const SHORTEST_BEGINNING: usize = 4;
/// The longest time that a number stands for, in minutes.
const MOST_MINUTES: u64 = 720;
/// The shortest word whose German stem counts, in letters: shorter ones are often English.
const SHORTEST_GERMAN: usize = 5;
/// Words that say nothing of what is looked for, in English and German, without accents.
const FILLERS: &[&str] = &[
    "a",
    "about",
    "all",
    "am",
    "an",
    "and",
    "any",
    "are",
    "at",
    "be",
    "before",
    "by",
    "can",
    "do",
    "feel",
    "feeling",
    "feels",
    "for",
    "from",
    "get",
    "give",
    "got",
    "have",
    "help",
    "how",
    "i",
    "im",
    "in",
    "is",
    "it",
    "like",
    "me",
    "my",
    "need",
    "of",
    "on",
    "or",
    "please",
    "session",
    "sessions",
    "so",
    "some",
    "something",
    "that",
    "the",
    "to",
    "too",
    "very",
    "want",
    "what",
    "when",
    "while",
    "with",
    "auf",
    "bei",
    "beim",
    "bin",
    "das",
    "dem",
    "den",
    "der",
    "die",
    "ein",
    "eine",
    "einen",
    "einer",
    "etwas",
    "fur",
    "gegen",
    "hab",
    "habe",
    "hilfe",
    "ich",
    "im",
    "mein",
    "meine",
    "meinem",
    "meinen",
    "meiner",
    "mich",
    "mir",
    "mit",
    "nach",
    "oder",
    "sehr",
    "tun",
    "tut",
    "ubung",
    "ubungen",
    "und",
    "vom",
    "von",
    "vor",
    "wegen",
    "will",
    "bitte",
    "brauche",
    "mochte",
    "zu",
    "zum",
    "zur",
];

/// What a person types, taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// What has to fit, each by itself.
    pub(super) groups: Vec<WordGroup>,
    /// No longer than this, in minutes, where a length was typed.
    pub at_most: Option<u64>,
}

/// A word, or the words of a phrase.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct WordGroup {
    pub(super) words: Vec<QueryWord>,
    /// What the phrase leads to, and what that is worth, 1–100.
    pub(super) keys: Vec<(String, u32)>,
    /// The phrase is meant only if the words themselves are nothing: it is a slip away from them.
    pub(super) is_slip: bool,
    /// Only what the phrase leads to is found, whatever else was typed.
    pub(super) is_urgent: bool,
    /// It only says how something is: it counts where nothing else is found.
    pub(super) is_beside: bool,
    /// The words of the phrase, as they are known.
    pub(super) phrase: String,
}

/// One word that was typed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct QueryWord {
    pub(super) text: String,
    pub(super) stem: String,
    german_stem: String,
}

/// How well a typed word fits one of a phrase, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Same,
    Stem,
    Beginning,
    Slip,
}

impl Query {
    /// Takes a query apart. A length such as `5m`, `10min` or `<15` is the longest that is wanted.
    pub fn read(typed: &str, table: &EverydayTable) -> Self {
        let (english, german) = (Stems::english(), Stems::german());
        let times: Vec<_> = typed.split_whitespace().filter_map(minutes).collect();
        let is_time = |word: &str| minutes(word).is_some();
        let all = words(typed).into_iter().flat_map(|word| compound::parts(word, table, &german));
        let all: Vec<QueryWord> = all
            .map(|text| QueryWord { stem: english.of(&text), german_stem: german.of(&text), text })
            .collect();
        let mut taken = vec![false; all.len()];
        let mut groups = Vec::new();
        while let Some(group) = phrase_in(&all, &mut taken, table) {
            groups.push(group);
        }
        let at_most = times
            .into_iter()
            .min()
            .filter(|_| all.iter().zip(&taken).any(|(word, taken)| !taken && is_time(&word.text)));
        let left = || {
            let left = all.iter().zip(&taken).filter(|(_, taken)| !**taken).map(|(word, _)| word);
            left.filter(|word| !is_time(&word.text))
        };
        let is_filler = |word: &QueryWord| FILLERS.contains(&word.text.as_str());
        let only_fillers = groups.is_empty() && left().all(is_filler);
        let single = left().filter(|word| only_fillers || !is_filler(word));
        let single =
            single.map(|word| WordGroup { words: vec![word.clone()], ..WordGroup::default() });
        let singles: Vec<_> = single.collect();
        groups.extend(singles);
        Self { groups, at_most }
    }

    /// Whether nothing is looked for, so that everything fits.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }
}

/// The next phrase in what was typed, the longest first, then the one that fits best; its words are
/// taken.
fn phrase_in(all: &[QueryWord], taken: &mut [bool], table: &EverydayTable) -> Option<WordGroup> {
    let fitting = table.phrases().iter().filter_map(|phrase| {
        let (likeness, at) = fits(phrase, all, taken)?;
        Some((phrase, likeness, at))
    });
    let fitting: Vec<_> = fitting.collect();
    let rank = |phrase: &AskedPhrase, likeness: Likeness| {
        (likeness == Likeness::Slip, Reverse(phrase.words.len()), likeness)
    };
    let (known, likeness, at) =
        fitting.iter().min_by_key(|(phrase, likeness, _)| rank(phrase, *likeness))?.clone();
    let mut keys: Vec<(String, u32)> = Vec::new();
    let (mut is_urgent, mut is_beside) = (false, true);
    // Several topics may have the same phrase.
    for (phrase, _, _) in fitting.iter().filter(|it| it.1 == likeness && it.2 == at) {
        let topic = &table.topics[phrase.topic];
        is_urgent |= topic.urgent && likeness != Likeness::Beginning;
        is_beside &= topic.beside;
        for (key, points) in topic.keys() {
            // Not yet typed to its end, it may still become something else.
            let points = if likeness == Likeness::Beginning { points * 3 / 4 } else { points };
            if !keys.iter().any(|(known, _)| *known == key) {
                keys.push((key, points));
            }
        }
    }
    let words = at.iter().map(|index| all[*index].clone()).collect();
    for index in at {
        taken[index] = true;
    }
    let phrase: Vec<&str> = known.words.iter().map(|word| word.text.as_str()).collect();
    let (phrase, is_slip) = (phrase.join(" "), likeness == Likeness::Slip);
    Some(WordGroup { words, keys, is_slip, is_urgent, is_beside, phrase })
}

/// How well a phrase fits what was typed, in any order, and which words it takes.
fn fits(phrase: &AskedPhrase, all: &[QueryWord], taken: &[bool]) -> Option<(Likeness, Vec<usize>)> {
    let mut at = Vec::with_capacity(phrase.words.len());
    let mut worst = Likeness::Same;
    for word in &phrase.words {
        let free = (0..all.len()).filter(|index| !taken[*index] && !at.contains(index));
        let like = free.filter_map(|index| {
            let is_last = index + 1 == all.len();
            Some((likeness(&all[index], word, is_last)?, index))
        });
        let (likeness, index) = like.min()?;
        worst = worst.max(likeness);
        at.push(index);
    }
    at.sort_unstable();
    (!at.is_empty()).then_some((worst, at))
}

fn likeness(typed: &QueryWord, word: &PhraseWord, is_last: bool) -> Option<Likeness> {
    let text = &word.text;
    let is_long = typed.text.len().min(text.len()) >= SHORTEST_GERMAN;
    let is_beginning = || typed.text.len() >= SHORTEST_BEGINNING && text.starts_with(&typed.text);
    if typed.text == *text {
        Some(Likeness::Same)
    } else if typed.stem == word.stem || is_long && typed.german_stem == word.german_stem {
        Some(Likeness::Stem)
    } else if is_last && is_beginning() {
        Some(Likeness::Beginning)
    } else {
        is_slip(&typed.text, text).then_some(Likeness::Slip)
    }
}

/// `5m`, `10min`, `<15`: a length in minutes. A bare number is one too.
fn minutes(word: &str) -> Option<u64> {
    let digits = word.trim_start_matches(['<', '≤']).trim_end_matches("utes");
    let digits = digits.strip_suffix("min").or(digits.strip_suffix('m')).unwrap_or(digits);
    digits.parse().ok().filter(|minutes| *minutes <= MOST_MINUTES)
}
