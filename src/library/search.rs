//! Finds sessions by what a person types.

use super::Entry;
use crate::body::Region;
use crate::session::{Goal, Setting, Technique};

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

/// The entries that match every word of a query, best first, as indices into `entries`.
///
/// Words are looked for in titles first, then in goals, regions, techniques, settings, tools and
/// summaries. A length such as `5m`, `10min` or `<15` keeps what lasts no longer.
pub fn search(entries: &[Entry], query: &str) -> Vec<usize> {
    let words: Vec<_> = query.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<_> = entries
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| Some((score(entry, &words)?, index)))
        .collect();
    found.sort_by_key(|(score, index)| (std::cmp::Reverse(*score), *index));
    found.into_iter().map(|(_, index)| index).collect()
}

/// How well an entry matches, or `None` where a word is not in it.
fn score(entry: &Entry, words: &[String]) -> Option<u32> {
    let title = entry.title.to_lowercase();
    let tags = tags(entry);
    let summary = entry.summary.to_lowercase();
    words.iter().try_fold(0, |total, word| {
        let points = match minutes(word) {
            Some(minutes) => u32::from(entry.millis <= minutes * 60_000 + 30_000),
            None if title.starts_with(word.as_str()) => 8,
            None if title.split_whitespace().any(|part| part.starts_with(word.as_str())) => 6,
            None if tags.iter().any(|tag| tag.starts_with(word.as_str())) => 4,
            None if title.contains(word.as_str()) || entry.id.contains(word.as_str()) => 3,
            None if tags.iter().any(|tag| tag.contains(word.as_str())) => 2,
            None if summary.contains(word.as_str()) => 1,
            None => 0,
        };
        (points > 0).then_some(total + points)
    })
}

fn tags(entry: &Entry) -> Vec<&'static str> {
    let goals = entry.goals.iter().flat_map(|goal| [goal.id(), goal.name()]);
    let regions = entry.regions.iter().map(|region| region.name());
    let techniques =
        entry.techniques.iter().flat_map(|technique| [technique.id(), technique.name()]);
    let settings = entry.settings.iter().flat_map(|setting| [setting.id(), setting.name()]);
    let tools = entry.tools.iter().map(|tool| tool.name());
    goals.chain(regions).chain(techniques).chain(settings).chain(tools).collect()
}

/// `5m`, `10min`, `<15`: a length in minutes. A bare number is one too.
fn minutes(word: &str) -> Option<u64> {
    let digits = word.trim_start_matches(['<', '≤']).trim_end_matches("utes");
    let digits = digits.strip_suffix("min").or(digits.strip_suffix('m')).unwrap_or(digits);
    digits.parse().ok().filter(|minutes| *minutes <= 720)
}
