//! The words people have for what they come for, and what each leads to, as one table of data.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::letters::{Stems, words};

static SHIPPED: LazyLock<EverydayTable> =
    LazyLock::new(|| EverydayTable::read(include_str!("everyday.toml")).unwrap_or_default());

/// The words people have for what they come for, and what each leads to.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EverydayTable {
    /// What else people call a region, by its id.
    #[serde(default)]
    pub regions: BTreeMap<String, Vec<String>>,
    /// What people come for.
    #[serde(default)]
    pub topics: Vec<EverydayTopic>,
    /// The phrases of all topics, the longest first.
    #[serde(skip)]
    phrases: Vec<AskedPhrase>,
    /// The words that are a phrase or a region's name by themselves, and their German stems.
    #[serde(skip)]
    known_words: HashSet<String>,
}

/// Something people come for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct EverydayTopic {
    /// The words and phrases for it.
    pub asked_as: Vec<String>,
    /// Whoever asks so may need help at once: nothing else is found beside what it leads to.
    pub urgent: bool,
    /// The words only say how something is (“hurts”, “tight”): beside words for what it is, those
    /// count alone.
    pub beside: bool,
    /// The ids of the sessions that fit best, the best first.
    pub sessions: Vec<String>,
    /// The ids of the pages that say most about it, those of breathing patterns too, the best first.
    pub pages: Vec<String>,
    /// The ids of regions to work.
    pub regions: Vec<String>,
    /// The ids of goals that go with it.
    pub goals: Vec<String>,
    /// The ids of techniques that go with it.
    pub techniques: Vec<String>,
    /// The ids of tools that go with it.
    pub tools: Vec<String>,
    /// The ids of settings that go with it.
    pub settings: Vec<String>,
}

/// One phrase for a topic.
#[derive(Debug)]
pub(super) struct AskedPhrase {
    /// Its words, and the stems of each.
    pub(super) words: Vec<PhraseWord>,
    /// Which topic.
    pub(super) topic: usize,
}

/// A word of a phrase.
#[derive(Clone, Debug)]
pub(super) struct PhraseWord {
    pub(super) text: String,
    pub(super) stem: String,
    pub(super) german_stem: String,
}

impl EverydayTable {
    /// The table of this program.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads a table.
    ///
    /// # Errors
    /// Where it is not written as one is; a test reads the shipped one.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        let mut table: Self = toml::from_str(text)?;
        let (english, german) = (Stems::english(), Stems::german());
        let stemmed = |phrase: &String| -> Vec<PhraseWord> {
            let words = words(phrase).into_iter().map(|text| PhraseWord {
                stem: english.of(&text),
                german_stem: german.of(&text),
                text,
            });
            words.collect()
        };
        let phrases =
            table.topics.iter().enumerate().flat_map(|(topic, known)| {
                known.asked_as.iter().map(move |phrase| (topic, phrase))
            });
        let mut phrases: Vec<_> =
            phrases.map(|(topic, phrase)| AskedPhrase { words: stemmed(phrase), topic }).collect();
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        let names = table.regions.values().flatten().flat_map(|name| words(name));
        let single = phrases.iter().filter(|phrase| phrase.words.len() == 1);
        let single = single.flat_map(|phrase| &phrase.words).map(|word| word.text.clone());
        let known = single.chain(names).flat_map(|word| [german.of(&word), word]);
        table.known_words = known.collect();
        table.phrases = phrases;
        Ok(table)
    }

    /// Whether a word by itself is in the table, or its German stem.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.known_words.contains(word)
    }

    pub(super) fn phrases(&self) -> &[AskedPhrase] {
        &self.phrases
    }

    /// What else people call a region.
    pub fn called(&self, region: &str) -> &[String] {
        self.regions.get(region).map_or(&[], Vec::as_slice)
    }
}

impl EverydayTopic {
    /// The keys it leads to, each with what it is worth, 1–100.
    pub(super) fn keys(&self) -> impl Iterator<Item = (String, u32)> {
        let ranked = |kind: &'static str, ids: &[String], first: u32| {
            let keys = ids.iter().zip(0..).map(move |(id, rank)| {
                (format!("{kind}:{id}"), first.saturating_sub(3 * rank).max(1))
            });
            keys.collect::<Vec<_>>()
        };
        [
            ranked("session", &self.sessions, 90),
            ranked("page", &self.pages, 90),
            ranked("region", &self.regions, 55),
            ranked("tool", &self.tools, 50),
            ranked("technique", &self.techniques, 45),
            ranked("goal", &self.goals, 40),
            ranked("setting", &self.settings, 30),
        ]
        .into_iter()
        .flatten()
    }
}
