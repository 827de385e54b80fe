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
        if groups.is_empty() {
            groups = query.groups.iter().map(|group| self.group(group)).collect();
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
        Fitting { fits, is_near }
    }

    /// How well each document fits a word, or a phrase: by all of its words, or by what it leads to.
    fn group(&self, group: &WordGroup) -> Vec<Fit> {
        let nothing = || vec![Fit::default(); self.documents];
        let mut whole: Option<Vec<Fit>> = None;
        for word in &group.words {
            let mut of_word = nothing();
            self.word(word, group.keys.is_empty(), &mut of_word);
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
            return whole;
        }
        for (fit, led) in whole.iter_mut().zip(self.led_to(&group.keys)) {
            // Where the words themselves stand in a document, that says more than what they lead to.
            let says_it_itself = fit.points > 0 && fit.source == WordSource::default();
            if led.points > fit.points {
                fit.points = led.points;
                fit.source = if says_it_itself { fit.source } else { led.source };
            }
        }
        whole
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

    /// How well each document fits a word. Slips are looked for where nothing else fits.
    fn word(&self, typed: &QueryWord, may_slip: bool, fits: &mut [Fit]) {
        let mut is_found = false;
        for term in &self.terms {
            let quality = quality(typed, term);
            if quality > 0 {
                is_found = true;
                term.count(quality, fits);
            }
        }
        if !is_found && may_slip {
            for term in self.terms.iter().filter(|term| is_slip(&typed.text, &term.word)) {
                term.count(SLIP, fits);
            }
        }
    }
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
