//! What there is a page about, and in which order.

use super::Subject;
use crate::body::Region;
use crate::session::{Goal, NamedPattern, Pattern, Technique};
use crate::words::upper_first;

/// What there is a page about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A subject of its own.
    Subject(Subject),
    /// A massage technique.
    Technique(Technique),
    /// A region of the body.
    Place(Region),
    /// A named breathing pattern.
    Breathing(&'static NamedPattern),
    /// What a session is meant to help with.
    Goal(Goal),
}

/// Topics that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicGroup {
    /// Good to know before anything else.
    Basics,
    /// Massage techniques.
    Techniques,
    /// Regions of the body, from head to foot.
    Places,
    /// Breathing.
    Breathing,
    /// Other ways to unwind.
    Unwinding,
    /// What people come for.
    Needs,
    /// What a session is meant to help with.
    Goals,
}

impl TopicGroup {
    /// Every group, in the order it is shown.
    pub const ALL: [Self; 7] = [
        Self::Basics,
        Self::Techniques,
        Self::Places,
        Self::Breathing,
        Self::Unwinding,
        Self::Needs,
        Self::Goals,
    ];

    /// The heading people read.
    pub fn title(self) -> &'static str {
        match self {
            Self::Basics => "Good to know",
            Self::Techniques => "Techniques",
            Self::Places => "Places",
            Self::Breathing => "Breathing",
            Self::Unwinding => "Other ways to unwind",
            Self::Needs => "What people come for",
            Self::Goals => "What it may help with",
        }
    }

    /// The word for it in JSON, and the folder of its pages.
    pub fn id(self) -> &'static str {
        match self {
            Self::Basics => "basics",
            Self::Techniques => "techniques",
            Self::Places => "places",
            Self::Breathing => "breathing",
            Self::Unwinding => "unwinding",
            Self::Needs => "needs",
            Self::Goals => "goals",
        }
    }

    /// The topics that stand in this group, in order.
    pub fn topics(self) -> Vec<Topic> {
        let subjects = Subject::ALL.into_iter().filter(|subject| group_of(*subject) == self);
        let mut topics: Vec<_> = subjects.map(Topic::Subject).collect();
        match self {
            Self::Techniques => {
                topics.extend(Technique::ALL.iter().copied().map(Topic::Technique));
            }
            Self::Places => topics.extend(Region::ALL.map(Topic::Place)),
            Self::Breathing => topics.extend(Pattern::all_named().iter().map(Topic::Breathing)),
            Self::Goals => topics.extend(Goal::ALL.iter().copied().map(Topic::Goal)),
            Self::Basics | Self::Unwinding | Self::Needs => {}
        }
        topics
    }
}

impl Topic {
    /// Every topic, group by group.
    pub fn all() -> impl Iterator<Item = Self> {
        TopicGroup::ALL.into_iter().flat_map(TopicGroup::topics)
    }

    /// The word it is asked for by.
    pub fn id(self) -> &'static str {
        match self {
            Self::Subject(subject) => subject.id(),
            Self::Technique(technique) => technique.id(),
            Self::Place(region) => region.id(),
            Self::Breathing(pattern) => pattern.id,
            Self::Goal(goal) => goal.id(),
        }
    }

    /// The title people read. It is known without opening the page.
    pub fn title(self) -> String {
        match self {
            Self::Subject(subject) => subject.title().to_owned(),
            Self::Technique(technique) => upper_first(technique.name()),
            Self::Place(region) => upper_first(region.name()),
            Self::Breathing(pattern) => pattern.title.to_owned(),
            Self::Goal(goal) => upper_first(goal.name()),
        }
    }

    /// The group it stands in.
    pub fn group(self) -> TopicGroup {
        match self {
            Self::Subject(subject) => group_of(subject),
            Self::Technique(_) => TopicGroup::Techniques,
            Self::Place(_) => TopicGroup::Places,
            Self::Breathing(_) => TopicGroup::Breathing,
            Self::Goal(_) => TopicGroup::Goals,
        }
    }

    /// The topic with this id.
    pub(super) fn by_id(id: &str) -> Option<Self> {
        Self::all().find(|topic| topic.id() == id)
    }
}

/// The group a subject stands in.
fn group_of(subject: Subject) -> TopicGroup {
    match subject {
        Subject::Massage | Subject::Pressure | Subject::Stopping | Subject::Safety => {
            TopicGroup::Basics
        }
        Subject::SlowBreathing => TopicGroup::Breathing,
        Subject::TenseAndRelease
        | Subject::AutogenicTraining
        | Subject::BodyScan
        | Subject::HeatAndCold
        | Subject::DeskBreaks => TopicGroup::Unwinding,
        Subject::Headache
        | Subject::Panic
        | Subject::Sleeplessness
        | Subject::PeriodCramps
        | Subject::RestlessLegs
        | Subject::Pregnancy => TopicGroup::Needs,
    }
}
