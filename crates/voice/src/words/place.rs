//! The place of a word in its sentence, where its sound depends on it.

use super::Token;
use super::lexicon::Part;

/// Words after which something is done.
const BEFORE_VERBS: &[&str] = &[
    "to", "will", "can", "could", "would", "should", "may", "might", "must", "you", "we", "they",
    "i", "not", "don't", "let", "lets", "let's", "gently", "slowly", "then", "and", "or", "now",
    "just", "i'll", "you'll", "we'll", "please", "softly", "lightly", "never", "also",
];
/// Words after which something is named.
const BEFORE_NOUNS: &[&str] = &[
    "a", "an", "the", "your", "my", "our", "their", "his", "her", "its", "this", "that", "these",
    "those", "no", "each", "every", "some", "any", "of", "for", "in", "with", "daily", "everyday",
    "long", "short", "one", "two", "three", "first", "second", "good", "of", "from", "by",
];
/// Words that begin what a verb is about: "close your eyes".
const AFTER_VERBS: &[&str] = &[
    "a", "an", "the", "your", "my", "our", "their", "it", "them", "this", "that", "these", "those",
    "both", "one", "each", "every", "all", "and", "you", "down", "up", "off", "with", "back",
];
/// Words after which something has been done.
const BEFORE_PAST: &[&str] =
    &["was", "were", "had", "have", "has", "been", "be", "is", "are", "i've", "you've", "get"];

/// Words after which "that" points at something.
const BEFORE_THAT: &[&str] =
    &["on", "with", "of", "at", "in", "for", "like", "from", "by", "than", "and", "do", "to"];

/// What stands around a word.
pub(super) struct Place<'a> {
    before: Option<&'a str>,
    after: Option<&'a str>,
    /// Whether the next thing to be heard is a vowel; `None` before a pause.
    vowel_next: Option<bool>,
}

impl<'a> Place<'a> {
    pub(super) fn of(at: usize, tokens: &'a [Token], vowel_next: Option<bool>) -> Self {
        let neighbour = |at: Option<usize>| {
            at.and_then(|at| tokens.get(at)).filter(|it| it.is_word()).map(|it| it.text.as_str())
        };
        Self { before: neighbour(at.checked_sub(1)), after: neighbour(Some(at + 1)), vowel_next }
    }

    /// Whether a mark or the end of the sentence follows.
    pub(super) fn before_pause(&self) -> bool {
        self.vowel_next.is_none()
    }

    fn is_before(&self, words: &[&str]) -> bool {
        self.before.is_some_and(|it| words.contains(&it.to_lowercase().as_str()))
    }

    fn is_after(&self, words: &[&str]) -> bool {
        self.after.is_some_and(|it| words.contains(&it.to_lowercase().as_str()))
    }

    /// The part that a word in this place most likely plays.
    pub(super) fn part(&self) -> Part {
        // An instruction begins with its verb: "Close your eyes", "… and close them".
        let open = self.before.is_none_or(|it| it.ends_with("ly"));
        let begins = open && self.is_after(AFTER_VERBS);
        if begins || self.is_before(BEFORE_VERBS) {
            Part::Verb
        } else if self.is_before(BEFORE_PAST) {
            Part::Past
        } else if self.is_before(BEFORE_NOUNS) {
            Part::Noun
        } else {
            Part::Rule
        }
    }

    /// The sounds of one of the few words that bend to what stands beside them.
    pub(super) fn bent(&self, word: &str) -> Option<String> {
        let sounds = match (word, self.vowel_next) {
            ("a", Some(_)) => "ɐ",
            ("a", None) => "ˈA",
            ("an", _) => "ɐn",
            ("am", Some(_)) => "ɐm",
            ("i", _) => "ˌI",
            ("the", Some(true)) => "ði",
            ("the", _) => "ðə",
            ("to", Some(true)) => "tʊ",
            ("to", Some(false)) => "tə",
            ("to", None) => "tu",
            ("in", Some(_)) => "ɪn",
            ("in", None) => "ˈɪn",
            ("that", next)
                if next.is_none() || self.before.is_none() || self.is_before(BEFORE_THAT) =>
            {
                "ðˈæt"
            }
            ("used", _) if self.is_after(&["to"]) => "jˈust",
            ("close", _)
                if self.is_after(&["to", "by", "enough", "together", "behind", "beside"]) =>
            {
                "klˈOs"
            }
            ("wind" | "winds", _) if self.is_after(&["down", "up"]) => {
                if word == "wind" {
                    "wˈInd"
                } else {
                    "wˈIndz"
                }
            }
            ("wound", _) if self.is_after(&["down", "up", "around"]) => "wˈWnd",
            ("lead", _) if self.is_before(&["like", "as", "of"]) => "lˈɛd",
            ("live", _) if self.before.is_none() || self.is_before(&["people", "who"]) => "lˈɪv",
            ("use", _) if self.is_after(&["the", "your", "a", "it", "both", "one"]) => "jˈuz",
            _ => return None,
        };
        Some(sounds.to_owned())
    }
}
