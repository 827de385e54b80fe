//! Finds pages by what a person types.

use std::sync::LazyLock;

use super::Topic;
use crate::matching::{Document, EverydayTable, Index, Query, WordSource};

/// What the words of each text are worth, 1–100.
mod weight {
    pub(super) const TITLE: u8 = 100;
    pub(super) const OTHER_NAME: u8 = 95;
    pub(super) const EVERYDAY_NAME: u8 = 60;
    pub(super) const MUSCLE: u8 = 50;
    pub(super) const SUMMARY: u8 = 30;
    pub(super) const WHAT: u8 = 25;
    pub(super) const HOW: u8 = 12;
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundTopics {
    /// The topics, the best first.
    pub topics: Vec<Topic>,
    /// Nothing fits all that was typed: these fit some of it.
    pub is_near: bool,
    /// What the words were taken for, where they fit only as slips of others.
    pub meant: Option<String>,
}

/// Every topic, and the index of their pages. It is made at the first search.
static PAGES: LazyLock<(Vec<Topic>, Index)> = LazyLock::new(|| {
    let topics: Vec<Topic> = Topic::all().collect();
    let documents: Vec<_> = topics.iter().map(|topic| document(*topic)).collect();
    (topics, Index::of(&documents))
});

/// The topics that fit what a person types, those of breathing patterns among them, best first.
pub fn search(typed: &str) -> FoundTopics {
    let query = Query::read(typed, EverydayTable::shipped());
    if query.is_empty() {
        return FoundTopics::default();
    }
    let (topics, index) = &*PAGES;
    let fitting = index.search(&query);
    let found = fitting.fits.iter().filter_map(|fit| topics.get(fit.document).copied());
    FoundTopics { topics: found.collect(), is_near: fitting.is_near, meant: fitting.meant }
}

fn document(topic: Topic) -> Document {
    let here = WordSource::default();
    let page = topic.page().ok();
    let title = topic.title();
    let mut texts: Vec<(u8, WordSource, &str)> =
        vec![(weight::TITLE, here, &title), (weight::TITLE, here, topic.id())];
    if let Topic::Place(region) = topic {
        let called = EverydayTable::shipped().called(region.id()).iter();
        texts.extend(called.map(|name| (weight::EVERYDAY_NAME, here, name.as_str())));
    }
    if let Topic::Breathing(pattern) = topic {
        texts.push((weight::SUMMARY, here, pattern.summary));
        texts.push((weight::WHAT, here, "breathing breath pattern"));
    }
    if let Some(page) = &page {
        texts.extend(page.asked_as.iter().map(|name| (weight::OTHER_NAME, here, name.as_str())));
        texts.extend(page.muscle.iter().map(|name| (weight::MUSCLE, here, name.as_str())));
        texts.push((weight::WHAT, here, &page.what));
        texts.extend(page.how.iter().map(|text| (weight::HOW, here, text.as_str())));
    }
    Document::of(texts, [(weight::TITLE, here, format!("page:{}", topic.id()))])
}
