//! Pages to read: the topics, the page about one, and the way back.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::{Action, TopicSection};
use crate::learn::{Page, Topic, TopicGroup};
use crate::session::NamedPattern;
use crate::words::Language;

pub(super) use keys::KEYS;

/// Pages to read, over the screen they were asked for on.
#[derive(Clone, Debug)]
pub struct LearnScreen {
    /// What is open.
    pub sheet: Sheet,
    /// The topics, under their headings; those of a session come first.
    pub sections: Vec<TopicSection>,
    /// The language of what comes from the table of care.
    language: Language,
    /// What was open before, the last one last.
    trail: Vec<Sheet>,
    /// A session paused for it, and goes on after it.
    pub(super) goes_on: bool,
}

/// What is open.
#[derive(Clone, Debug)]
pub enum Sheet {
    /// The topics, one of them selected, and its page for a first look.
    Topics {
        /// Which is selected, counted through all sections.
        selected: usize,
        /// Its page, read when it was selected.
        page: Option<Arc<Page>>,
        /// The first line shown when it was clicked on: what lies under a pointer stays there.
        held: Option<usize>,
    },
    /// A page.
    Page(Reading),
}

/// A page being read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What it is about.
    pub topic: Topic,
    /// The page.
    pub page: Arc<Page>,
    /// The first line shown.
    pub scroll: usize,
}

impl Reading {
    fn of(topic: Topic, language: Language) -> Option<Self> {
        let page = Arc::new(topic.page_in(language).ok()?);
        Some(Self { topic, page, scroll: 0 })
    }

    /// The way to breathe that it is about, if it is about one.
    fn pattern(&self) -> Option<&'static NamedPattern> {
        match self.topic {
            Topic::Breathing(pattern) => Some(pattern),
            _ => None,
        }
    }

    /// The topic before or after this one in its group.
    fn neighbour(&self, action: Action) -> Option<Topic> {
        let topics = self.topic.group().topics();
        let at = topics.iter().position(|topic| *topic == self.topic)?;
        let other = if action == Action::Next { at + 1 } else { at.checked_sub(1)? };
        topics.get(other).copied()
    }
}

impl LearnScreen {
    /// The topics, those of what was chosen first; or at once the page about one of them.
    pub(super) fn new(
        about: Option<TopicSection>,
        open: Option<Topic>,
        language: Language,
    ) -> Self {
        let group = |group: TopicGroup| TopicSection {
            title: group.title().to_owned(),
            topics: group.topics(),
        };
        let sections = about.into_iter().chain(TopicGroup::ALL.map(group)).collect();
        let sheet = Sheet::Topics { selected: 0, page: None, held: None };
        let mut learn = Self { sheet, sections, language, trail: Vec::new(), goes_on: false };
        match open.and_then(|topic| Reading::of(topic, language)) {
            Some(reading) => learn.sheet = Sheet::Page(reading),
            None => learn.select(0),
        }
        learn
    }

    /// Every topic in the order it is listed.
    pub fn topics(&self) -> impl Iterator<Item = Topic> {
        self.sections.iter().flat_map(|section| section.topics.iter().copied())
    }

    /// Selects a topic and reads its page.
    fn select(&mut self, index: usize) {
        let topic = self.topics().nth(index);
        if let Sheet::Topics { selected, page, held } = &mut self.sheet {
            *selected = index;
            *page = topic.and_then(|topic| topic.page_in(self.language).ok()).map(Arc::new);
            *held = None;
        }
    }

    /// Selects a topic that was clicked on, while `first` is the first line shown.
    fn point_at(&mut self, index: usize, first: usize) {
        self.select(index);
        if let Sheet::Topics { held, .. } = &mut self.sheet {
            *held = Some(first);
        }
    }

    /// The first topic of the section before or after the one a topic is in.
    fn other_section(&self, selected: usize, action: Action) -> usize {
        let mut firsts = Vec::new();
        let mut first = 0;
        for section in &self.sections {
            firsts.push(first);
            first += section.topics.len();
        }
        let mut firsts = firsts.into_iter();
        match action {
            Action::Next => firsts.find(|first| *first > selected).unwrap_or(selected),
            _ => firsts.rfind(|first| *first < selected).unwrap_or(0),
        }
    }

    /// Opens a page; Escape comes back to what is open now.
    fn open(&mut self, topic: Option<Topic>) {
        if let Some(reading) = topic.and_then(|topic| Reading::of(topic, self.language)) {
            let before = std::mem::replace(&mut self.sheet, Sheet::Page(reading));
            self.trail.push(before);
        }
    }
}
