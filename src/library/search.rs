//! Finds sessions by what a person types.

use std::cmp::Reverse;

use super::{Catalogue, Entry};
use crate::body::Region;
use crate::session::{Goal, Setting, Technique};

/// Stands before everything that can be searched: no word that is typed holds one.
const EDGE: char = '\n';

/// What a list may be narrowed to; `None` lets everything through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Meant to help with this.
    pub goal: Option<Goal>,
    /// Works this region.
    pub region: Option<Region>,
    /// Uses this technique.
    pub technique: Option<Technique>,
    /// Suits this setting.
    pub setting: Option<Setting>,
    /// Lasts at most this long as written, in milliseconds.
    pub at_most: Option<u64>,
}

impl Filter {
    /// Whether an entry passes.
    pub fn lets_through(&self, entry: &Entry) -> bool {
        self.goal.is_none_or(|goal| entry.goals.contains(&goal))
            && self.region.is_none_or(|region| entry.regions.contains(&region))
            && self.technique.is_none_or(|technique| entry.techniques.contains(&technique))
            && self.setting.is_none_or(|setting| entry.settings.contains(&setting))
            && self.at_most.is_none_or(|millis| entry.millis <= millis)
    }
}

/// The entries that match every word of a query, best first, as indices into the catalogue.
///
/// Words are looked for in titles first, then in goals, regions, techniques, settings, tools and
/// summaries. A length such as `5m`, `10min` or `<15` keeps what lasts no longer.
pub fn search(catalogue: &Catalogue, query: &str) -> Vec<usize> {
    search_among(catalogue, 0..catalogue.len(), &words(query))
}

/// The same, where `found` is what the query `before` found in the same catalogue: a query that
/// only says more is answered from that.
pub fn search_on(catalogue: &Catalogue, query: &str, before: &str, found: &[usize]) -> Vec<usize> {
    let wanted = words(query);
    if says_more(&wanted, &words(before)) {
        search_among(catalogue, found.iter().copied(), &wanted)
    } else {
        search_among(catalogue, 0..catalogue.len(), &wanted)
    }
}

fn search_among(
    catalogue: &Catalogue,
    indices: impl Iterator<Item = usize>,
    words: &[Word],
) -> Vec<usize> {
    let both = |index: usize| Some((catalogue.sought().get(index)?, catalogue.get(index)?));
    let mut found: Vec<_> = indices
        .filter_map(|index| {
            let (sought, entry) = both(index)?;
            Some((Reverse(score(sought, entry, words)?), index))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, index)| index).collect()
}

/// Everything about an entry that is searched, in small letters and in one piece, so that a word
/// that is nowhere is soon seen to be nowhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sought {
    /// The words of the title, the tags, the id and the summary, an edge before each.
    text: String,
    title_ends: usize,
    tags_end: usize,
    id_ends: usize,
}

impl Sought {
    /// What is searched of an entry.
    pub(super) fn of(entry: &Entry) -> Self {
        let mut text = String::from(EDGE);
        let title = entry.title.to_lowercase();
        text.extend(title.chars().map(|c| if c.is_whitespace() { EDGE } else { c }));
        let title_ends = text.len();
        for tag in tags(entry) {
            text.push(EDGE);
            text.push_str(tag);
        }
        let tags_end = text.len();
        text.push(EDGE);
        text.push_str(&entry.id);
        let id_ends = text.len();
        text.push(EDGE);
        text.push_str(&entry.summary.to_lowercase());
        Self { text, title_ends, tags_end, id_ends }
    }

    /// How well a word fits; 0 where it is nowhere.
    fn points(&self, word: &Word) -> u32 {
        if !self.text.contains(&word.text) {
            return 0;
        }
        let (title, behind) = self.text.split_at(self.title_ends);
        let tags = &behind[..self.tags_end - self.title_ends];
        let id = &self.text[self.tags_end..self.id_ends];
        if title.starts_with(&word.after_edge) {
            8
        } else if title.contains(&word.after_edge) {
            6
        } else if tags.contains(&word.after_edge) {
            4
        } else if title.contains(&word.text) || id.contains(&word.text) {
            3
        } else if tags.contains(&word.text) {
            2
        } else {
            1
        }
    }
}

/// One word of a query.
struct Word {
    text: String,
    after_edge: String,
    minutes: Option<u64>,
}

fn words(query: &str) -> Vec<Word> {
    let words = query.split_whitespace().map(str::to_lowercase);
    words
        .map(|text| Word { after_edge: format!("{EDGE}{text}"), minutes: minutes(&text), text })
        .collect()
}

/// Whether whatever matches these words matches those of an earlier query too. A longer number is
/// a longer time, and lets more through.
fn says_more(words: &[Word], before: &[Word]) -> bool {
    let goes_on = |(word, before): (&Word, &Word)| {
        let is_time = word.minutes.or(before.minutes).is_some();
        word.text == before.text || (!is_time && word.text.starts_with(&before.text))
    };
    words.len() >= before.len() && words.iter().zip(before).all(goes_on)
}

/// How well an entry matches, or `None` where a word is not in it.
fn score(sought: &Sought, entry: &Entry, words: &[Word]) -> Option<u32> {
    words.iter().try_fold(0, |total, word| {
        let points = match word.minutes {
            Some(minutes) => u32::from(entry.millis <= minutes * 60_000 + 30_000),
            None => sought.points(word),
        };
        (points > 0).then_some(total + points)
    })
}

fn tags(entry: &Entry) -> impl Iterator<Item = &'static str> {
    let goals = entry.goals.iter().flat_map(|goal| [goal.id(), goal.name()]);
    let regions = entry.regions.iter().map(|region| region.name());
    let techniques =
        entry.techniques.iter().flat_map(|technique| [technique.id(), technique.name()]);
    let settings = entry.settings.iter().flat_map(|setting| [setting.id(), setting.name()]);
    let tools = entry.tools.iter().map(|tool| tool.name());
    goals.chain(regions).chain(techniques).chain(settings).chain(tools)
}

/// `5m`, `10min`, `<15`: a length in minutes. A bare number is one too.
fn minutes(word: &str) -> Option<u64> {
    let digits = word.trim_start_matches(['<', '≤']).trim_end_matches("utes");
    let digits = digits.strip_suffix("min").or(digits.strip_suffix('m')).unwrap_or(digits);
    digits.parse().ok().filter(|minutes| *minutes <= 720)
}
