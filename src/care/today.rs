//! What a person has been asked and told today.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher as _};

use super::condition::{EmergencyRow, ScreenQuestion};
use super::place::Site;
use super::profile::HeldCondition;
use super::screening::ScreenedSession;
use super::table::CareTable;
use crate::session::Receiver;
use crate::words::Language;

/// What a person has been asked and told on a day, so that nothing is asked or told twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// The day, such as `2026-11-28`.
    day: String,
    /// The ids of the questions that were answered.
    asked: BTreeSet<String>,
    /// What holds today, by the answers.
    held: Vec<HeldCondition>,
    /// Marks of what was read before sessions. No word can be read from them.
    told: BTreeSet<String>,
}

impl Today {
    /// A day, such as `2026-11-28`, on which nothing was asked or told yet.
    pub fn of_day(day: &str) -> Self {
        Self { day: day.to_owned(), ..Self::default() }
    }

    /// The same once these questions were answered, with what holds by that.
    #[must_use]
    pub fn with_answers(self, asked: BTreeSet<String>, held: Vec<HeldCondition>) -> Self {
        Self { asked, held, ..self }
    }

    /// The same once this was read, by its marks.
    #[must_use]
    pub fn with_told(self, told: BTreeSet<String>) -> Self {
        Self { told, ..self }
    }

    /// The day, such as `2026-11-28`.
    pub fn day(&self) -> &str {
        &self.day
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

    /// The questions that fit a session and have not been answered. About a partner they are all open each
    /// time: who was asked before was somebody else.
    pub fn open_questions(&self, session: &ScreenedSession) -> Vec<&'static ScreenQuestion> {
        let is_open = |question: &&ScreenQuestion| {
            session.session().receiver == Receiver::Partner || !self.asked.contains(&question.id)
        };
        session.questions().iter().copied().filter(is_open).collect()
    }

    /// The questions whose answers can be looked at before a session: those that fit it, and those
    /// that were answered with a yes before another.
    pub fn questions_again(&self, session: &ScreenedSession) -> Vec<&'static ScreenQuestion> {
        let all = CareTable::shipped().questions.iter();
        let fits = |question: &ScreenQuestion| session.questions().contains(&question);
        all.filter(|question| fits(question) || self.is_so(question)).collect()
    }

    /// Whether a question was answered with a yes.
    pub fn is_so(&self, question: &ScreenQuestion) -> bool {
        self.held.iter().any(|held| held.condition.id == question.condition)
    }

    /// Whether anything that holds today may need help before anything else.
    pub fn is_urgent(&self) -> bool {
        self.held.iter().any(|held| held.condition.is_urgent())
    }

    /// What comes first for what holds today and may need help, in a language.
    pub fn urgent_advice(&self, language: Language) -> Vec<String> {
        let table = CareTable::shipped();
        let urgent = |question: &&ScreenQuestion| self.is_so(question) && table.is_urgent(question);
        let so = table.questions.iter().filter(urgent);
        so.flat_map(|question| table.advice_on(question, language)).collect()
    }

    /// Remembers a sign for which a session was stopped: as a yes to the question about it, or else to the
    /// first, which is about whatever comes suddenly.
    pub fn feel(&mut self, sign: &EmergencyRow) {
        let table = CareTable::shipped();
        let is_about = |question: &&ScreenQuestion| {
            let condition = table.condition(&question.condition);
            condition.is_some_and(|condition| condition.emergencies.contains(&sign.id))
        };
        let question = table.questions.iter().find(is_about).or(table.questions.first());
        if let Some(question) = question {
            self.answer(question, true, &[]);
        }
    }

    /// Whether all that there is to know before a session has been read.
    pub fn knows(&self, session: &ScreenedSession) -> bool {
        marks_of(session).all(|mark| self.told.contains(&mark))
    }

    /// The cautions of a session that have not been read.
    pub fn untold_cautions(&self, session: &ScreenedSession) -> Vec<String> {
        let cautions = session.session().cautions.iter();
        cautions.filter(|caution| !self.told.contains(&mark_of(caution))).cloned().collect()
    }

    /// Remembers that everything to know before a session has been read.
    pub fn tell(&mut self, session: &ScreenedSession) {
        self.told.extend(marks_of(session));
    }

    /// Remembers an answer, in the place of the one before. A yes may sit anywhere, until places are
    /// named.
    pub fn answer(&mut self, question: &ScreenQuestion, is_so: bool, sites: &[Site]) {
        self.asked.insert(question.id.clone());
        let condition = CareTable::shipped().condition(&question.condition);
        let Some(condition) = condition else { return };
        let at = self.held.iter().position(|held| held.condition.id == condition.id);
        match (at, is_so) {
            (Some(at), true) => self.held[at].sites = sites.to_vec(),
            (None, true) => self.held.push(HeldCondition { condition, sites: sites.to_vec() }),
            (Some(at), false) => drop(self.held.remove(at)),
            (None, false) => {}
        }
        // In one order, whichever was answered first.
        self.held.sort_by(|one, other| one.condition.id.cmp(&other.condition.id));
    }
}

/// Marks of everything to know before a session.
fn marks_of(session: &ScreenedSession) -> impl Iterator<Item = String> {
    let cautions = session.session().cautions.iter().map(mark_of);
    let changes = session.changes().iter();
    cautions.chain(changes.map(|it| mark_of(&(&it.title, it.side, it.kind))))
}

/// A mark of something to know, in which no word can be read: another text, another mark.
fn mark_of(what: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
