//! What pages take from the table of care, so that page and screening cannot part.

use super::page::{Page, PageError, Statement, Sureness};
use super::{Subject, Topic};
use crate::care::{CareTable, Condition, ConditionGroup, Grounds};
use crate::words::{Language, Message, Texts, upper_first};

impl Topic {
    /// Its page: what its file has, and what the table of care has to say.
    ///
    /// # Errors
    /// Where there is none, or it is not written as a page is.
    pub fn page(self) -> Result<Page, PageError> {
        self.page_in(Language::English)
    }

    /// The same in a language, as far as it speaks it: what comes from the table of care.
    ///
    /// # Errors
    /// As [`Self::page`].
    pub fn page_in(self, language: Language) -> Result<Page, PageError> {
        match self {
            Self::Subject(Subject::Safety) => Ok(safety(language)),
            Self::Subject(Subject::Stopping) => {
                self.file().map(|page| with_emergencies(page, language))
            }
            _ => self.file(),
        }
    }

    /// Its title in the language of these texts, as far as it speaks it.
    pub fn title_in(self, texts: &Texts) -> String {
        match self {
            Self::Subject(Subject::Safety) => texts.text(&Message::new("learn-safety-title")),
            _ => self.title(),
        }
    }
}

/// The page of the whole table.
fn safety(language: Language) -> Page {
    let table = CareTable::shipped();
    let texts = Texts::of(language);
    let say = |id: &'static str| texts.text(&Message::new(id));
    let mut how: Vec<String> = table.everybody.iter().map(|it| it.says_in(language)).collect();
    how.push(say("learn-safety-signs"));
    let groups = ConditionGroup::ALL.iter().filter(|group| **group != ConditionGroup::Today);
    let listed = groups.map(|group| {
        let names: Vec<_> = table.in_group(*group).flat_map(|it| it.short_in(language)).collect();
        let title = texts.text(&Message::new(format!("health-group-{}", group.id())));
        format!("{title}: {}.", names.join(", "))
    });
    let sourced = |source: &str, sure: Grounds| {
        let sure = texts.text(&Message::new(format!("health-sure-{}", sure.id())));
        format!("{source} ({sure})")
    };
    let everybody = table.everybody.iter().map(|row| Statement {
        claim: None,
        says: row.says_in(language),
        sure: sureness(row.sure),
        source: sourced(row.source_in(language), row.sure),
    });
    let until = say("learn-safety-until");
    let conditions = table.conditions.iter().map(|condition| Statement {
        claim: None,
        says: told(condition, &until, language),
        sure: sureness(condition.sure),
        source: sourced(condition.source_in(language), condition.sure),
    });
    Page {
        asked_as: ["health", "contraindications", "who should not"].map(str::to_owned).into(),
        what: say("learn-safety-what"),
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
fn with_emergencies(page: Page, language: Language) -> Page {
    let rows = CareTable::shipped().emergencies.iter().map(|row| row.sentence(language));
    Page { how: page.how.into_iter().chain(rows).collect(), ..page }
}

fn told(condition: &Condition, until: &str, language: Language) -> String {
    let says: Vec<_> = condition.rules.iter().map(|rule| rule.says_in(language)).collect();
    let clinician = condition.rules.iter().any(|rule| rule.until_clinician);
    let until = if clinician { format!(" {until}") } else { String::new() };
    format!("{}: {}{until}", upper_first(condition.name_in(language)), says.join(" "))
}

/// Studies are graded by how sure they are; these rows by how their source was read.
fn sureness(grounds: Grounds) -> Sureness {
    match grounds {
        Grounds::Read => Sureness::Low,
        Grounds::Secondary => Sureness::VeryLow,
        Grounds::CommonKnowledge | Grounds::Judgement => Sureness::Convention,
    }
}
