//! What pages take from the table of care, so that page and screening cannot part.

use super::page::{Page, PageError, Statement, Sureness};
use super::{Subject, Topic};
use crate::care::{CareTable, Condition, ConditionGroup, Grounds};
use crate::words::{Language, upper_first};

impl Topic {
    /// Its page: what its file has, and what the table of care has to say.
    ///
    /// # Errors
    /// Where there is none, or it is not written as a page is.
    pub fn page(self) -> Result<Page, PageError> {
        match self {
            Self::Subject(Subject::Safety) => Ok(safety()),
            Self::Subject(Subject::Stopping) => self.file().map(with_emergencies),
            _ => self.file(),
        }
    }
}

/// The page of the whole table.
fn safety() -> Page {
    let table = CareTable::shipped();
    let mut how: Vec<String> = table.everybody.iter().map(|row| row.says.clone()).collect();
    how.push("Signs to stop at, and whom to call: `unclench learn stopping`.".to_owned());
    let groups = ConditionGroup::ALL.iter().filter(|group| **group != ConditionGroup::Today);
    let listed = groups.map(|group| {
        let names: Vec<_> = table.in_group(*group).flat_map(|it| it.short.clone()).collect();
        format!("{}: {}.", group.name(), names.join(", "))
    });
    let everybody = table.everybody.iter().map(|row| Statement {
        claim: None,
        says: row.says.clone(),
        sure: sureness(row.sure),
        source: sourced(&row.source, row.sure),
    });
    let conditions = table.conditions.iter().map(|condition| Statement {
        claim: None,
        says: told(condition),
        sure: sureness(condition.sure),
        source: sourced(&condition.source, condition.sure),
    });
    Page {
        asked_as: ["health", "contraindications", "who should not"].map(str::to_owned).into(),
        what: "Every rule that this program keeps about health, with its source. What a rule \
               forbids gives way to something gentler before a session begins. The rules are on \
               the careful side; no clinician has gone over them yet."
            .to_owned(),
        muscle: None,
        dose: None,
        keep_off: Vec::new(),
        how,
        evidence: everybody.chain(conditions).collect(),
        not_for: listed.collect(),
        see_also: ["stopping", "pressure", "massage", "heat-and-cold"].map(str::to_owned).into(),
    }
}

/// A page with every sign of an emergency after what else it says how to do.
fn with_emergencies(page: Page) -> Page {
    let rows = CareTable::shipped().emergencies.iter().map(|row| row.sentence(Language::English));
    Page { how: page.how.into_iter().chain(rows).collect(), ..page }
}

fn told(condition: &Condition) -> String {
    let says: Vec<_> = condition.rules.iter().map(|rule| rule.says.as_str()).collect();
    let clinician = condition.rules.iter().any(|rule| rule.until_clinician);
    let until = if clinician { " Ask a doctor first." } else { "" };
    format!("{}: {}{until}", upper_first(&condition.name), says.join(" "))
}

/// Studies are graded by how sure they are; these rows by how their source was read.
fn sureness(grounds: Grounds) -> Sureness {
    match grounds {
        Grounds::Read => Sureness::Low,
        Grounds::Secondary => Sureness::VeryLow,
        Grounds::CommonKnowledge | Grounds::Judgement => Sureness::Convention,
    }
}

fn sourced(source: &str, grounds: Grounds) -> String {
    format!("{source} ({})", grounds.name())
}
