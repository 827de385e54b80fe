//! Topics under one heading: what there is to read about a session or a place.

use crate::body::Region;
use crate::learn::{Topic, of_step};
use crate::library::Entry;
use crate::session::NamedPattern;
use crate::timeline::{Segment, Timeline};

/// Topics under one heading.
#[derive(Clone, Debug)]
pub struct TopicSection {
    /// The heading.
    pub title: String,
    /// The topics.
    pub topics: Vec<Topic>,
}

impl TopicSection {
    /// The page about one place of the body.
    pub(super) fn about_place(region: Region) -> Self {
        Self { title: "This place".to_owned(), topics: vec![Topic::Place(region)] }
    }

    /// The page about one way to breathe.
    pub(super) fn about_pattern(pattern: &'static NamedPattern) -> Self {
        Self { title: "This breath".to_owned(), topics: vec![Topic::Breathing(pattern)] }
    }

    /// What a session in the catalogue is about; `None` where that is nothing.
    pub(super) fn of_entry(entry: &Entry) -> Option<Self> {
        let techniques = entry.techniques.iter().copied().map(Topic::Technique);
        let places = entry.regions.iter().copied().map(Topic::Place);
        let goals = entry.goals.iter().copied().map(Topic::Goal);
        Self::of_session(&entry.title, techniques.chain(places).chain(goals).collect())
    }

    /// What the steps of a session are about: techniques first, then the rest in their order.
    pub(super) fn of_timeline(timeline: &Timeline) -> Option<Self> {
        let segments = timeline.segments().iter();
        let techniques = segments.clone().filter_map(Segment::massage);
        let techniques = techniques.map(|massage| Topic::Technique(massage.technique));
        let steps = segments.filter_map(|segment| of_step(segment.step.as_ref()?));
        let mut topics = Vec::new();
        for topic in techniques.chain(steps) {
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        Self::of_session(timeline.title(), topics)
    }

    fn of_session(title: &str, topics: Vec<Topic>) -> Option<Self> {
        (!topics.is_empty()).then(|| Self { title: format!("In “{title}”"), topics })
    }
}
