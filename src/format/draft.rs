//! A file as it is written: every value with its place, nothing checked yet.
//!
//! These types are the one description of the format's shape. Serde reads files into them, and
//! schemars makes of them the schema that editors use and that the search for problems follows.

mod document;
mod during;
mod field;
mod figure;
mod kind;
mod parts;
mod step;

pub(crate) use document::{MoveDraft, SessionDraft};
pub(crate) use during::{CountDraft, RepetitionPhaseDraft, SilenceUse};
pub(crate) use field::{DAMAGED, Field, Given};
pub(crate) use figure::{FigureDraft, PoseDraft};
pub(crate) use kind::Kind;
pub(crate) use parts::{
    AnchorText, AnnouncementsDraft, ChimesDraft, LengthText, LineDraft, PatternDraft, PatternUse,
    PhaseDraft, SideWord, StrokeDraft, TouchDraft,
};
pub(crate) use step::{StepDraft, fits, kinds_with};
