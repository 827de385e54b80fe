//! What a person has been asked and told today.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::condition::ScreenQuestion;
use super::profile::HeldCondition;
use super::screening::ScreenedSession;
use super::table::CareTable;

/// What a person has been asked and told today, so that nothing is asked or told twice on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// The ids of the questions that were answered.
    asked: BTreeSet<String>,
    /// What holds today, by the answers.
    held: Vec<HeldCondition>,
    /// Marks of what was read before sessions. No word can be read from them.
    told: BTreeSet<String>,
}

impl Today {
    /// A day on which these questions were answered, these conditions hold, and this was read.
    pub fn new(asked: BTreeSet<String>, held: Vec<HeldCondition>, told: BTreeSet<String>) -> Self {
        Self { asked, held, told }
    }

    /// The ids of the questions that were answered.
    pub fn asked(&self) -> &BTreeSet<String> {
        &self.asked
    }

    /// What holds today.
    pub fn held(&self) -> &[HeldCondition] {
        &self.held
    }

    /// Marks of what was read.
    pub fn told(&self) -> &BTreeSet<String> {
        &self.told
    }

    /// The questions that fit a session and have not been answered.
    pub fn open_questions(&self, session: &ScreenedSession) -> Vec<&'static ScreenQuestion> {
        let questions = session.questions().iter().copied();
        questions.filter(|question| !self.asked.contains(&question.id)).collect()
    }

    /// Whether all that there is to know before a session has been read.
    pub fn knows(&self, session: &ScreenedSession) -> bool {
        let is_plain = session.session().cautions.is_empty() && session.changes().is_empty();
        is_plain || self.told.contains(&mark_of(session))
    }

    /// Remembers that everything to know before a session has been read.
    pub fn tell(&mut self, session: &ScreenedSession) {
        self.told.insert(mark_of(session));
    }

    /// Remembers an answer. A yes may sit anywhere, as long as no place is named.
    pub fn answer(&mut self, question: &ScreenQuestion, is_so: bool) {
        self.asked.insert(question.id.clone());
        let condition = CareTable::shipped().condition(&question.condition);
        let Some(condition) = condition.filter(|_| is_so) else { return };
        if !self.held.iter().any(|held| held.condition.id == condition.id) {
            self.held.push(HeldCondition { condition, sites: Vec::new() });
        }
    }
}

/// A mark of everything to know before a session: another text, another mark.
fn mark_of(session: &ScreenedSession) -> String {
    let mut hasher = DefaultHasher::new();
    session.session().cautions.hash(&mut hasher);
    for change in session.changes() {
        (change.step, change.side, change.kind).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}
