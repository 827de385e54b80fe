//! Care: who should leave out what, and a session made safe for one person before it is laid out.
//!
//! Every rule about health is a row of `care/table.toml`, with its source and how sure it is. From
//! this one table come the screening of sessions, their cautions, the questions before the first
//! touch, what `check` asks for, and the page to read. [`screen`] is pure, and a timeline is made
//! of nothing but what it returns.

mod cautions;
mod condition;
mod deeds;
mod everybody;
mod gentler;
mod person;
mod place;
mod profile;
mod screening;
mod stopping;
mod table;
#[cfg(test)]
mod tests;
mod today;
mod told;
mod translation;

pub use condition::{
    CautionKind, Condition, ConditionGroup, EmergencyRow, Grounds, Rule, RuleLevel, RulePlace,
    ScreenQuestion, StopSign, Urgency,
};
pub use deeds::{Act, Deed, deeds_of};
pub use everybody::{LimitedBy, RowForEverybody};
pub use gentler::ChangeKind;
pub use person::{CaredFor, ChangeReason};
pub use place::{BodyPart, BodyPlace, Site};
pub use profile::{HandReach, HandUse, HeldCondition, Profile};
pub use screening::{
    ScreenedSession, StepChange, screen, screen_going_on, screened_for_anyone, stop_signs,
};
pub use stopping::Felt;
pub use table::{CareTable, TableProblem};
pub use today::Today;
pub use told::{conditions_told_in, kept_conditions, words_of};
