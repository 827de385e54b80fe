//! Whole files: a session, and a move.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::parts::{AnnouncementsDraft, ChimesDraft, LengthText, PatternDraft};
use super::{Field, StepDraft};
use crate::session::{Goal, Position, Receiver, Setting, Tool};

/// An Unclench session: a guided routine of massage, breathing, stretching and rest.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Session", extend("required" = ["format", "title", "summary", "settings", "position", "goals", "steps"]))]
pub(crate) struct SessionDraft {
    /// The version of the format. This is version 1.
    #[schemars(range(min = 1, max = 1))]
    pub(crate) format: Field<i64>,
    /// The title people read (80 characters at most).
    #[schemars(length(max = 80))]
    pub(crate) title: Field<String>,
    /// One or two sentences on what it is for (300 characters at most).
    #[schemars(length(max = 300))]
    pub(crate) summary: Field<String>,
    /// The language of the words, such as "en" or "pt-BR"; "en" where this is left out.
    pub(crate) language: Field<String>,
    /// Who wrote it.
    pub(crate) author: Field<String>,
    /// The licence of the words, such as "CC-BY-4.0".
    pub(crate) licence: Field<String>,
    /// Where its doses and claims come from.
    #[schemars(length(max = 50))]
    pub(crate) sources: Field<Vec<Field<String>>>,
    /// Where it suits.
    #[schemars(length(min = 1))]
    pub(crate) settings: Field<Vec<Field<Setting>>>,
    /// How the person sits or lies.
    pub(crate) position: Field<Position>,
    /// Whose body it is about: "oneself" where this is left out, or "partner".
    pub(crate) receiver: Field<Receiver>,
    /// What it is meant to help with.
    #[schemars(length(min = 1))]
    pub(crate) goals: Field<Vec<Field<Goal>>>,
    /// What has to be at hand.
    pub(crate) tools: Field<Vec<Field<Tool>>>,
    /// What to know before starting, in plain sentences.
    #[schemars(length(max = 20))]
    pub(crate) cautions: Field<Vec<Field<String>>>,
    /// The background sound it begins with, or "none".
    pub(crate) bed: Field<String>,
    /// Time to settle before the first step, up to "5m"; "5s" where this is left out, "8s" for two.
    pub(crate) lead_in: Field<LengthText>,
    /// Whether nothing is said in its steps that does not stand in the file.
    pub(crate) silence: Field<bool>,
    /// The chimes that sound by themselves; "none" silences one.
    pub(crate) chimes: Field<ChimesDraft>,
    /// What is said where Unclench announces something by itself; "none" leaves it out.
    pub(crate) announcements: Field<AnnouncementsDraft>,
    /// Breathing patterns of this file, to be called by their names.
    pub(crate) patterns: Field<BTreeMap<String, Field<PatternDraft>>>,
    /// The steps, in order.
    #[schemars(length(min = 1))]
    pub(crate) steps: Field<Vec<Field<StepDraft>>>,
}

/// An Unclench move: one unit of touch or motion that sessions use by its file's name.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Move", extend("required" = ["format", "step"]))]
pub(crate) struct MoveDraft {
    /// The version of the format. This is version 1.
    #[schemars(range(min = 1, max = 1))]
    pub(crate) format: Field<i64>,
    /// Where its doses and claims come from.
    #[schemars(length(max = 50))]
    pub(crate) sources: Field<Vec<Field<String>>>,
    /// How the person sits or lies; any comfortable position where this is left out.
    pub(crate) position: Field<Position>,
    /// What has to be at hand beside the hands and what the step works with: a wall, a chair.
    pub(crate) tools: Field<Vec<Field<Tool>>>,
    /// The step that sessions take.
    pub(crate) step: Field<StepDraft>,
}
