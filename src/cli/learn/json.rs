//! Topics and pages as JSON. The keys are a promise to scripts.

use serde::Serialize;

use crate::learn::{Fact, Page, Statement, Topic};

/// A topic, without its page.
#[derive(Serialize)]
pub(super) struct TopicFacts {
    id: &'static str,
    title: String,
    group: &'static str,
}

impl TopicFacts {
    pub(super) fn of(topic: Topic) -> Self {
        Self { id: topic.id(), title: topic.title(), group: topic.group().id() }
    }
}

/// A topic with its page.
#[derive(Serialize)]
pub(super) struct PageFacts<'a> {
    #[serde(flatten)]
    topic: TopicFacts,
    what: &'a str,
    facts: Vec<Fact>,
    how: &'a [String],
    evidence: &'a [Statement],
    not_for: &'a [String],
    see_also: Vec<&'static str>,
}

impl<'a> PageFacts<'a> {
    pub(super) fn of(topic: Topic, page: &'a Page) -> Self {
        Self {
            topic: TopicFacts::of(topic),
            what: &page.what,
            facts: page.facts(topic),
            how: &page.how,
            evidence: &page.evidence,
            not_for: &page.not_for,
            see_also: page.related().into_iter().map(Topic::id).collect(),
        }
    }
}
