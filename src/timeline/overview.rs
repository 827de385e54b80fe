//! How long a session takes and what comes, as it is said at its start.

use super::length::SpokenLength;
use crate::body::Region;
use crate::session::PackedJoint;
use crate::words::Message;

/// The most that an overview names.
pub(super) const MOST_TOPICS: usize = 3;

/// How long a session takes and what comes, as it is said at its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Overview {
    /// How long it takes.
    pub length: SpokenLength,
    /// What comes, in order; none where there is no time to say it.
    pub topics: [Option<OverviewTopic>; MOST_TOPICS],
}

/// What a stretch of a session is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OverviewTopic {
    /// A part of the body that is worked, warmed or cooled, by the region that stands for it.
    Region(Region),
    /// A joint that a pack lies on.
    Joint(PackedJoint),
    /// The breath.
    Breath,
    /// Stretching.
    Stretch,
    /// Tension and release.
    Tension,
    /// Attention that goes through the body.
    Attention,
    /// Attention that stays with a place or two.
    Noticing,
    /// Rest.
    Rest,
}

impl OverviewTopic {
    fn message(self) -> Message {
        match self {
            Self::Region(region) => Message::new(format!("topic-{}", region.id())),
            Self::Joint(joint) => Message::new(format!("topic-{}", joint.id())),
            Self::Breath => Message::new("topic-breath"),
            Self::Stretch => Message::new("topic-stretch"),
            Self::Tension => Message::new("topic-tension"),
            Self::Attention => Message::new("topic-attention"),
            Self::Noticing => Message::new("topic-noticing"),
            Self::Rest => Message::new("topic-rest"),
        }
    }
}

impl Overview {
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
            message.with(name, topic.unwrap_or(OverviewTopic::Rest).message())
        })
    }
}
