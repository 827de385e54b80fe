//! The table of `table.toml`, read once.

mod draft;
mod read;

use std::sync::LazyLock;

use thiserror::Error;

use super::condition::{
    CautionKind, Condition, ConditionGroup, EmergencyRow, InvolvementRow, ScreenQuestion, StopSign,
};
use super::everybody::RowForEverybody;
use super::translation::in_language;
use crate::words::Language;

/// The table as it is written.
const TEXT: &str = include_str!("table.toml");

/// The table, read when it is first asked for. It never changes.
static SHIPPED: LazyLock<CareTable> = LazyLock::new(|| {
    // A program without its rules must not run, and a test reads the table.
    CareTable::read(TEXT).unwrap_or_else(|problem| panic!("src/care/table.toml: {problem}"))
});

/// Every rule about health.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CareTable {
    /// The conditions, group by group.
    pub conditions: Vec<Condition>,
    /// The questions before a session, the most important first.
    pub questions: Vec<ScreenQuestion>,
    /// Signs to stop at, and whom to call.
    pub emergencies: Vec<EmergencyRow>,
    /// What holds for everybody.
    pub everybody: Vec<RowForEverybody>,
    /// What is said before hands go to a risky place.
    pub stop_signs: Vec<StopSign>,
    /// Words that tell of what a step asks of the body.
    pub involvements: Vec<InvolvementRow>,
    /// The words of each kind of caution, in the order they are said, with `{names}` for the
    /// conditions and `{places}` for the parts of the body.
    pub cautions: Vec<(CautionKind, String)>,
}

/// What is wrong with a table, and where.
///
/// The table is shipped, so only the one who changes it, and a test, read this.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {what}")]
pub struct TableProblem {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, and what would be right.
    pub what: String,
}

impl CareTable {
    /// The table that comes with the program.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads a table.
    ///
    /// # Errors
    /// The first thing wrong with it, with its line.
    pub fn read(text: &str) -> Result<Self, TableProblem> {
        read::table(text)
    }

    /// The condition with this id.
    pub fn condition(&self, id: &str) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.id == id)
    }

    /// The conditions that are asked together, in order.
    pub fn in_group(&self, group: ConditionGroup) -> impl Iterator<Item = &Condition> {
        self.conditions.iter().filter(move |condition| condition.group == group)
    }

    /// What a question asks in a language, as a layperson understands it.
    pub fn asks(&self, question: &ScreenQuestion, language: Language) -> &str {
        let condition = self.condition(&question.condition);
        condition.map_or("", |condition| condition.ask_in(language))
    }

    /// The same in the fewest words, for small screens.
    pub fn asks_briefly(
        &self,
        question: &'static ScreenQuestion,
        language: Language,
    ) -> &'static str {
        in_language(&question.brief, language)
    }

    /// What is said after a yes: the advice, and whom to call about what it may be a sign of.
    pub fn advice_on(&self, question: &ScreenQuestion, language: Language) -> Vec<String> {
        let condition = self.condition(&question.condition);
        let signs = condition.into_iter().flat_map(|it| &it.emergencies);
        let signs = signs.filter_map(|id| self.emergency(id)).map(|row| row.sentence(language));
        [in_language(&question.advice, language).to_owned()].into_iter().chain(signs).collect()
    }

    /// Whether a yes to a question may need help before anything else.
    pub fn is_urgent(&self, question: &ScreenQuestion) -> bool {
        self.condition(&question.condition).is_some_and(Condition::is_urgent)
    }

    /// The emergency with this id.
    pub fn emergency(&self, id: &str) -> Option<&EmergencyRow> {
        self.emergencies.iter().find(|row| row.id == id)
    }
}
