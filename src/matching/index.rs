//! Many documents, to be asked at once: by word rather than by document, so that a thousand of them
//! that share their words are hardly slower than ten.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::document::{Document, WordSource};
use super::letters::{Stems, is_slip};
use super::query::{Query, QueryWord, WordGroup};

/// What it is worth that a word is the same, in hundredths; that its stem is; that it begins so; that
/// it holds it; and that it is a slip of it.
const SAME: u32 = 100;
const STEM: u32 = 97;
const BEGINNING: u32 = 75;
const WITHIN: u32 = 40;
const SLIP: u32 = 50;
/// Letters shorter than this are looked for at the beginning of words only.
const SHORTEST_WITHIN: usize = 4;

/// Many documents, to be asked at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    documents: usize,
    terms: Vec<IndexedTerm>,
    by_word: HashMap<String, usize>,
}

/// A word, and where it stands.
#[derive(Clone, Debug, PartialEq)]
struct IndexedTerm {
    word: String,
    stem: String,
    /// Which documents it stands in, with what weight, and where.
    places: Vec<(u32, u8, WordSource)>,
}

/// How well a document fits, and what fits best of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// Which document.
    pub document: usize,
    /// The more the better.
    pub points: u32,
    /// Where what fits best of it stands.
    pub source: WordSource,
}

/// What fits a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fitting {
    /// The documents, the best first.
    pub fits: Vec<Fit>,
    /// Nothing fits all of the query: these fit some of it.
    pub is_near: bool,
    /// What the query was taken for, where some of its words fit only as slips of others.
    pub meant: Option<String>,
}

impl Index {
    /// The index of these documents.
    pub fn of<'a>(documents: impl IntoIterator<Item = &'a Document>) -> Self {
        let stems = Stems::english();
        let mut index = Self::default();
        for document in documents {
            let number = u32::try_from(index.documents).unwrap_or(u32::MAX);
            index.documents += 1;
            for (word, weight, source) in document.words() {
                let at = index.by_word.get(word).copied().unwrap_or_else(|| {
                    let at = index.terms.len();
                    let (word, stem) = (word.to_owned(), stems.of(word));
                    index.by_word.insert(word.clone(), at);
                    index.terms.push(IndexedTerm { word, stem, places: Vec::new() });
                    at
                });
                index.terms[at].places.push((number, weight, source));
            }
        }
        index
    }

    /// What fits a query, the best first, those of the same worth in their order. Where nothing fits
    /// all of it, what fits most of it.
    pub fn search(&self, query: &Query) -> Fitting {
        let urgent = query.groups.iter().filter(|group| group.is_urgent);
        let mut groups: Vec<Vec<Fit>> = urgent.map(|group| self.led_to(&group.keys)).collect();
        let mut meant = None;
        if groups.is_empty() {
            let found = query.groups.iter().map(|group| (group, self.group(group)));
            let found = without_what_stands_beside(found.collect());
            meant = meant_by(&found);
            groups = found.into_iter().map(|(_, found)| found.fits).collect();
        }
        let all = (0..self.documents).map(|document| {
            let parts = groups.iter().map(|group| group[document]);
            let fitting = parts.clone().filter(|part| part.points > 0).count();
            let best = parts.clone().max_by_key(|part| part.points).unwrap_or_default();
            let points = parts.map(|part| part.points).sum();
            (fitting, Fit { document, points, source: best.source })
        });
        let all: Vec<_> = all.collect();
        let most = all.iter().map(|(fitting, _)| *fitting).max().unwrap_or(0);
        let is_near = most < groups.len();
        let fits = all.into_iter().filter(|(fitting, _)| *fitting == most);
        let mut fits: Vec<Fit> = fits.map(|(_, fit)| fit).collect();
        if is_near && most == 0 {
            fits.clear();
        }
        fits.sort_by_key(|fit| (Reverse(fit.points), fit.document));
        let meant = meant.filter(|_| !fits.is_empty());
        Fitting { fits, is_near, meant }
    }

    /// How well each document fits a word, or a phrase: by all of its words, or by what it leads to.
    fn group(&self, group: &WordGroup) -> FoundGroup {
        let nothing = || vec![Fit::default(); self.documents];
        let mut whole: Option<Vec<Fit>> = None;
        let mut meant = None;
        for word in &group.words {
            let mut of_word = nothing();
            let slip = self.word(word, group.keys.is_empty(), &mut of_word);
            meant = meant.or(slip);
            whole = Some(match whole {
                None => of_word,
                Some(before) => before.into_iter().zip(of_word).map(both).collect(),
            });
        }
        let mut whole = whole.unwrap_or_else(nothing);
        if !group.keys.is_empty() {
            // A phrase is one thing that is asked for, so its words count together as one.
            let words = u32::try_from(group.words.len()).unwrap_or(u32::MAX).max(1);
            for fit in &mut whole {
                fit.points = fit.points.div_ceil(words);
            }
        }
        if group.is_slip && whole.iter().any(|fit| fit.points > 0) {
            return FoundGroup { fits: whole, meant };
        }
        if group.is_slip {
            meant = Some(group.phrase.clone());
        }
        for (fit, led) in whole.iter_mut().zip(self.led_to(&group.keys)) {
            // Where the words themselves stand in a document, that says more than what they lead to.
            let says_it_itself = fit.points > 0 && fit.source == WordSource::default();
            if led.points > fit.points {
                fit.points = led.points;
                fit.source = if says_it_itself { fit.source } else { led.source };
            }
        }
        FoundGroup { fits: whole, meant }
    }

    /// How well each document is what a phrase leads to. A source that says more than that it is the
    /// document itself is told before one that does not.
    fn led_to(&self, keys: &[(String, u32)]) -> Vec<Fit> {
        let mut fits = vec![Fit::default(); self.documents];
        for (key, worth) in keys {
            let places = self.by_word.get(key).map(|at| &self.terms[*at].places);
            for (number, weight, source) in places.into_iter().flatten() {
                let fit = &mut fits[*number as usize];
                fit.points = fit.points.max(worth * 2 + u32::from(*weight) / 10);
                if fit.source == WordSource::default() {
                    fit.source = *source;
                }
            }
        }
        fits
    }

    /// How well each document fits a word. Slips are looked for where nothing else fits; the likeliest
    /// word is told then.
    fn word(&self, typed: &QueryWord, may_slip: bool, fits: &mut [Fit]) -> Option<String> {
        let mut is_found = false;
        for term in &self.terms {
            let quality = quality(typed, term);
            if quality > 0 {
                is_found = true;
                term.count(quality, fits);
            }
        }
        if is_found || !may_slip {
            return None;
        }
        let slips = || self.terms.iter().filter(|term| is_slip(&typed.text, &term.word));
        slips().for_each(|term| term.count(SLIP, fits));
        let likeliest = slips().max_by_key(|term| {
            let weight = term.places.iter().map(|(_, weight, _)| *weight).max();
            (Reverse(strsim::osa_distance(&typed.text, &term.word)), weight)
        });
        likeliest.map(|term| term.word.clone())
    }
}

/// How well each document fits a group of words, and what those were taken for, where they fit only
/// as slips.
struct FoundGroup {
    fits: Vec<Fit>,
    meant: Option<String>,
}

/// What was found by each group of words, without those that only say how something is, where
/// something else is found.
fn without_what_stands_beside(
    mut found: Vec<(&WordGroup, FoundGroup)>,
) -> Vec<(&WordGroup, FoundGroup)> {
    let is_something = |(group, found): &(&WordGroup, FoundGroup)| {
        !group.is_beside && found.fits.iter().any(|fit| fit.points > 0)
    };
    if found.iter().any(is_something) {
        found.retain(|(group, _)| !group.is_beside);
    }
    found
}

/// What all of it was taken for, where some words fit only as slips.
fn meant_by(found: &[(&WordGroup, FoundGroup)]) -> Option<String> {
    let is_slip = found.iter().any(|(_, found)| found.meant.is_some());
    let words = found.iter().map(|(group, found)| {
        let typed = || group.words.iter().map(|word| word.text.clone()).collect::<Vec<_>>();
        found.meant.clone().unwrap_or_else(|| typed().join(" "))
    });
    is_slip.then(|| words.collect::<Vec<_>>().join(" "))
}

impl IndexedTerm {
    fn count(&self, quality: u32, fits: &mut [Fit]) {
        for (number, weight, source) in &self.places {
            better(&mut fits[*number as usize], u32::from(*weight) * 2 * quality / 100, *source);
        }
    }
}

fn quality(typed: &QueryWord, term: &IndexedTerm) -> u32 {
    // A key is found by what leads to it alone.
    if term.word.contains(':') {
        0
    } else if term.word == typed.text {
        SAME
    } else if term.stem == typed.stem {
        STEM
    } else if term.word.starts_with(&typed.text) {
        BEGINNING
    } else if typed.text.len() >= SHORTEST_WITHIN && term.word.contains(&typed.text) {
        WITHIN
    } else {
        0
    }
}

fn better(fit: &mut Fit, points: u32, source: WordSource) {
    if points > fit.points {
        (fit.points, fit.source) = (points, source);
    }
}

fn both((one, other): (Fit, Fit)) -> Fit {
    if one.points == 0 || other.points == 0 {
        return Fit::default();
    }
    let best = if other.points > one.points { other } else { one };
    Fit { points: one.points + other.points, ..best }
}
