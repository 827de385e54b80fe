//! How long a session takes and what comes, as it is said at its start.

use super::length::SpokenLength;
use super::{Segment, SegmentKind};
use crate::body::Region;
use crate::words::Message;

/// The most that an overview names.
const MOST_TOPICS: usize = 3;

/// How long a session takes and what comes, as it is said at its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Overview {
    /// How long it takes.
    pub length: SpokenLength,
    /// What comes, in order; none where there is no time to say it.
    pub topics: [Option<Topic>; MOST_TOPICS],
}

/// What a stretch of a session is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// A part of the body that is worked, by the region that stands for it.
    Region(Region),
    /// The breath.
    Breath,
    /// Stretching.
    Stretch,
    /// Tension and release.
    Tension,
    /// Something warm or cool.
    Pack,
    /// Attention to the body.
    Attention,
    /// Rest.
    Rest,
}

impl Topic {
    fn of(segment: &Segment) -> Option<Self> {
        Some(match segment.kind {
            SegmentKind::LeadIn(_) | SegmentKind::Switch => return None,
            SegmentKind::Massage => Self::Region(standing_for(segment.region()?)),
            SegmentKind::Breathe => Self::Breath,
            SegmentKind::Stretch => Self::Stretch,
            SegmentKind::Tense => Self::Tension,
            SegmentKind::Pack => Self::Pack,
            SegmentKind::Scan => Self::Attention,
            SegmentKind::Rest => Self::Rest,
        })
    }

    fn message(self) -> Message {
        match self {
            Self::Region(region) => Message::new(format!("topic-{}", region.id())),
            Self::Breath => Message::new("topic-breath"),
            Self::Stretch => Message::new("topic-stretch"),
            Self::Tension => Message::new("topic-tension"),
            Self::Pack => Message::new("topic-pack"),
            Self::Attention => Message::new("topic-attention"),
            Self::Rest => Message::new("topic-rest"),
        }
    }
}

/// The region that stands for a part of the body in an overview: “the thighs” from all around.
fn standing_for(region: Region) -> Region {
    match region {
        Region::SkullBase => Region::NeckBack,
        Region::UpperTrapezius => Region::Shoulder,
        Region::ThumbPad => Region::Hand,
        Region::OuterThigh | Region::Hamstrings => Region::Quadriceps,
        Region::Shin => Region::Calf,
        region => region,
    }
}

impl Overview {
    /// The overview of these segments: what takes up most of them, in the order in which it comes.
    pub(super) fn of(segments: &[Segment]) -> Self {
        let end = segments.last().map_or(0, |segment| segment.end);
        let mut topics: Vec<(Topic, u64)> = Vec::new();
        for segment in segments {
            let Some(topic) = Topic::of(segment) else { continue };
            match topics.iter_mut().find(|(known, _)| *known == topic) {
                Some((_, millis)) => *millis += segment.millis(),
                None => topics.push((topic, segment.millis())),
            }
        }
        // Beside what is done, rest goes without saying.
        if topics.len() > 1 {
            topics.retain(|(topic, _)| *topic != Topic::Rest);
        }
        while topics.len() > MOST_TOPICS {
            let least = topics.iter().map(|(_, millis)| *millis).min();
            let shortest = topics.iter().rposition(|(_, millis)| Some(*millis) == least);
            topics.remove(shortest.unwrap_or(0));
        }
        let mut named = topics.into_iter().map(|(topic, _)| topic);
        let topics = [named.next(), named.next(), named.next()];
        Self { length: SpokenLength::of_millis(end), topics }
    }

    /// Only how long it takes.
    pub(super) fn short(self) -> Self {
        Self { topics: [None; MOST_TOPICS], ..self }
    }

    /// It in words.
    pub(super) fn message(self) -> Message {
        let count = self.topics.iter().flatten().count();
        let message = Message::new("overview").with("length", self.length.message());
        let names = ["first", "second", "third"].into_iter().zip(self.topics);
        names.fold(message.with("topics", count), |message, (name, topic)| {
            message.with(name, topic.unwrap_or(Topic::Rest).message())
        })
    }
}
