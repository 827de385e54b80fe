//! Finds sessions by what a person types.

use std::cmp::Reverse;

use super::search_text::{EDGE, SearchText, Word};
use super::{Catalogue, Entry};
use crate::body::Region;
use crate::files::composed;
use crate::session::{Goal, Setting, Technique};

/// What a list may be narrowed to; `None` lets everything through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SessionFilter {
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

impl SessionFilter {
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

/// The entries that work a region, those that work little else first, as indices into `entries`.
pub fn working(entries: &[Entry], region: Region) -> Vec<usize> {
    let filter = SessionFilter { region: Some(region), ..SessionFilter::default() };
    let mut found: Vec<_> =
        (0..entries.len()).filter(|index| filter.lets_through(&entries[*index])).collect();
    found.sort_by_key(|index| entries[*index].regions.len());
    found
}

fn words(query: &str) -> Vec<Word> {
    let query = composed(query);
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
fn score(sought: &SearchText, entry: &Entry, words: &[Word]) -> Option<u32> {
    words.iter().try_fold(0, |total, word| {
        let points = match word.minutes {
            Some(minutes) => u32::from(entry.millis <= minutes * 60_000 + 30_000),
            None => sought.points(word),
        };
        (points > 0).then_some(total + points)
    })
}

/// `5m`, `10min`, `<15`: a length in minutes. A bare number is one too.
fn minutes(word: &str) -> Option<u64> {
    let digits = word.trim_start_matches(['<', '≤']).trim_end_matches("utes");
    let digits = digits.strip_suffix("min").or(digits.strip_suffix('m')).unwrap_or(digits);
    digits.parse().ok().filter(|minutes| *minutes <= 720)
}
