//! What a person is asked of themselves before and after a session: only what its goals call for.

use super::{Measure, PainPlace, Rating, RatingMoment, SessionContent};
use crate::session::{Goal, Session, Step, StepKind};

/// So much is asked at most.
const MOST: usize = 3;
/// Before a session that is shorter nothing is asked: it would take too much of it. In milliseconds.
const SHORTEST: u64 = 3 * 60_000;

/// What is asked before a session that lasts so many milliseconds, and after it; at most three
/// measures. None where it ends at night, after which nobody is asked anything until the morning.
pub fn measures_for(session: &Session, millis: u64, at_night: bool) -> Vec<Measure> {
    if at_night || millis < SHORTEST {
        return Vec::new();
    }
    let mut asked = Vec::new();
    // What the first goal calls for comes first, then what the others add.
    for measure in session.goals.iter().flat_map(|goal| called_for(*goal)) {
        if !asked.contains(measure) {
            asked.push(*measure);
        }
    }
    asked.truncate(MOST);
    asked
}

fn called_for(goal: Goal) -> &'static [Measure] {
    match goal {
        Goal::EasePain => &[Measure::Pain, Measure::Tension],
        Goal::Stress => &[Measure::Stress, Measure::Tension],
        Goal::Flexibility => &[Measure::Tension],
        Goal::Recovery => &[Measure::Pain, Measure::Energy],
        Goal::Sleep => &[Measure::Tension, Measure::Stress],
        Goal::Mood => &[Measure::Mood, Measure::Activation],
        Goal::Focus => &[Measure::Energy, Measure::Stress],
    }
}

/// What a session of these steps works, and how.
pub fn content_of<'a>(steps: impl IntoIterator<Item = &'a Step>) -> SessionContent {
    let mut content = SessionContent::default();
    for step in steps {
        content.regions.extend(step.region());
        let technique = match &step.kind {
            StepKind::Breathe => "breathe",
            StepKind::Massage(massage) => massage.technique.id(),
            StepKind::Stretch { .. } => "stretch",
            StepKind::Tense(_) => "tense",
            StepKind::Pack { .. } => "pack",
            StepKind::Scan { .. } => "scan",
            StepKind::Rest => continue,
        };
        content.techniques.push(technique.to_owned());
    }
    content.regions.sort_unstable_by_key(|region| region.id());
    content.regions.dedup();
    content.techniques.sort_unstable();
    content.techniques.dedup();
    content
}

/// What a person said of themselves at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckIn {
    /// What was asked, in order, each with what was said.
    pub answers: Vec<CheckInAnswer>,
    /// Where it hurts.
    pub pain_at: Option<PainPlace>,
}

/// What was asked, and what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckInAnswer {
    /// What was asked.
    pub measure: Measure,
    /// What was said; `None` where nothing was.
    pub value: Option<u16>,
}

impl CheckIn {
    /// Nothing said yet of these measures.
    pub fn asking(measures: &[Measure]) -> Self {
        let answers = measures.iter().map(|it| CheckInAnswer { measure: *it, value: None });
        Self { answers: answers.collect(), pain_at: None }
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.answers.iter().all(|answer| answer.value.is_none())
    }

    /// What was said, as ratings of a moment.
    pub fn ratings(&self, moment: RatingMoment) -> Vec<Rating> {
        let said = self.answers.iter().filter_map(|answer| {
            let value = answer.value.filter(|it| answer.measure.values().contains(it))?;
            Some(Rating { moment, measure: answer.measure, value })
        });
        said.collect()
    }

    /// The measures of which something was said.
    pub fn told(&self) -> Vec<Measure> {
        let told = self.answers.iter().filter(|answer| answer.value.is_some());
        told.map(|answer| answer.measure).collect()
    }
}
