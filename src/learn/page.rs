//! A page as its file has it, and what follows from its topic.

use include_dir::{Dir, include_dir};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Topic;
use crate::body::KeepOff;
use crate::lengths::seconds_to_text;
use crate::session::{NamedPattern, PhaseKind};
use crate::words::Message;

const PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/learn/pages");

/// A page to read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Page {
    /// What else people call it when they ask for it.
    #[serde(default)]
    pub asked_as: Vec<String>,
    /// What it is, in a short paragraph.
    pub what: String,
    /// The muscle beneath, where it is about a place.
    pub muscle: Option<String>,
    /// How long or how often.
    pub dose: Option<String>,
    /// The places near it that nothing should press on.
    #[serde(default)]
    pub keep_off: Vec<KeepOff>,
    /// How to do it.
    pub how: Vec<String>,
    /// What is known of it.
    pub evidence: Vec<Statement>,
    /// Who or when it is not for.
    pub not_for: Vec<String>,
    /// The ids of related topics.
    pub see_also: Vec<String>,
}

/// One thing that is known, how sure it is, and where that comes from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// What is often said, where this answers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// What can be said.
    pub says: String,
    /// How sure that is.
    pub sure: Sureness,
    /// Where it comes from.
    pub source: String,
}

/// How sure something is. Studies grade the certainty of evidence in four steps; what people do by
/// habit has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sureness {
    /// Further studies will hardly change it.
    High,
    /// Further studies may change how much.
    Moderate,
    /// Further studies may well change it.
    Low,
    /// Little more than a hint.
    VeryLow,
    /// What people do, without trials of it.
    Convention,
}

impl Sureness {
    /// The words people read.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::High => "learn-sure-high",
            Self::Moderate => "learn-sure-moderate",
            Self::Low => "learn-sure-low",
            Self::VeryLow => "learn-sure-very-low",
            Self::Convention => "learn-sure-convention",
        })
    }
}

/// One fact of a page at a glance: its name, and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// Its name, in small letters.
    pub name: &'static str,
    /// What it says.
    pub says: String,
}

/// Why a page cannot be read. A test reads every shipped page.
#[derive(Debug, Error)]
pub enum PageError {
    /// There is no such file.
    #[error("there is no page about “{0}” yet")]
    Missing(&'static str),
    /// The file is not written as a page is.
    #[error("the page about “{id}” needs mending: {source}")]
    Unreadable {
        /// The topic.
        id: &'static str,
        /// What is wrong with it.
        source: Box<toml::de::Error>,
    },
}

impl Topic {
    /// What its file has of it.
    ///
    /// # Errors
    /// Where there is none, or it is not written as a page is.
    pub(super) fn file(self) -> Result<Page, PageError> {
        let id = self.id();
        let path = format!("{}/{id}.toml", self.group().id());
        let file = PAGES.get_file(path).and_then(|file| file.contents_utf8());
        let text = file.ok_or(PageError::Missing(id))?;
        toml::from_str(text)
            .map_err(|source| PageError::Unreadable { id, source: Box::new(source) })
    }
}

/// The files there are, as `folder/id.toml`.
#[cfg(test)]
pub(super) fn files() -> Vec<String> {
    let files = PAGES.dirs().flat_map(Dir::files);
    files.map(|file| file.path().display().to_string()).collect()
}

impl Page {
    /// The topics it leads on to.
    pub fn related(&self) -> Vec<Topic> {
        self.see_also.iter().filter_map(|id| Topic::by_id(id)).collect()
    }

    /// What there is to know at a glance. Counts and pressures come from where sessions have them,
    /// so that page and session cannot part.
    pub fn facts(&self, topic: Topic) -> Vec<Fact> {
        let mut facts = Vec::new();
        let mut fact = |name, says: Option<String>| {
            facts.extend(says.map(|says| Fact { name, says }));
        };
        fact("muscle", self.muscle.clone());
        if let Topic::Breathing(pattern) = topic {
            fact("count", Some(count(pattern)));
            fact("pace", Some(pace(pattern)));
        }
        if let Topic::Place(region) = topic {
            fact("pressure", Some(format!("{} of 10 at most", region.pressure_cap())));
        }
        fact("how long", self.dose.clone());
        let names: Vec<_> = self.keep_off.iter().map(|place| place.name()).collect();
        fact("keep off", (!names.is_empty()).then(|| names.join(", ")));
        facts
    }
}

/// The seconds of a pattern in words: `breathe in 4, hold 7, breathe out 8`.
fn count(named: &NamedPattern) -> String {
    let phases = named.pattern().phases;
    let phases =
        phases.iter().map(|phase| format!("{} {}", phase.label, seconds_to_text(phase.millis)));
    phases.collect::<Vec<_>>().join(", ")
}

/// How many breaths that makes in a minute, to the half.
fn pace(named: &NamedPattern) -> String {
    let pattern = named.pattern();
    let breaths = pattern.phases.iter().filter(|phase| phase.kind == PhaseKind::Exhale).count();
    let per_minute = breaths as f64 * 60_000.0 / pattern.cycle_millis().max(1) as f64;
    let halves = (per_minute * 2.0).round() / 2.0;
    format!("about {halves} breaths a minute")
}
