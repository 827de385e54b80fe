//! The shape of the table as it is written, with the place of every value that is checked.

use serde::Deserialize;
use toml::Spanned;

/// A word and where it stands.
pub(super) type WrittenWord = Spanned<String>;

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TableDraft {
    pub(super) conditions: Vec<ConditionDraft>,
    pub(super) questions: Vec<QuestionDraft>,
    pub(super) emergencies: Vec<EmergencyDraft>,
    pub(super) everybody: Vec<EverybodyDraft>,
    pub(super) stop_signs: Vec<StopSignDraft>,
    pub(super) cautions: Vec<CautionDraft>,
    pub(super) involvements: Vec<InvolvementDraft>,
}

/// A condition.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ConditionDraft {
    pub(super) id: WrittenWord,
    pub(super) group: WrittenWord,
    pub(super) ask: WrittenWord,
    pub(super) name: WrittenWord,
    pub(super) short: Vec<WrittenWord>,
    #[serde(default)]
    pub(super) told_by: Vec<WrittenWord>,
    /// What people call it, in every language.
    #[serde(default)]
    pub(super) called: Vec<WrittenWord>,
    /// The condition that it is a form of: what that asks for holds too.
    pub(super) includes: Option<WrittenWord>,
    /// Sessions made for it.
    #[serde(default)]
    pub(super) sessions: Vec<WrittenWord>,
    #[serde(default)]
    pub(super) site: bool,
    #[serde(default)]
    pub(super) emergencies: Vec<WrittenWord>,
    pub(super) source: WrittenWord,
    pub(super) sure: WrittenWord,
    pub(super) rules: Vec<RuleDraft>,
}

/// A rule of a condition.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RuleDraft {
    pub(super) does: Spanned<Vec<WrittenWord>>,
    #[serde(rename = "where")]
    pub(super) place: Spanned<PlaceDraft>,
    pub(super) level: WrittenWord,
    pub(super) says: WrittenWord,
    #[serde(default)]
    pub(super) until_clinician: bool,
}

/// Where a rule holds: a word, or a list of parts.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum PlaceDraft {
    /// `everywhere`, `site` or `limb`.
    Word(String),
    /// Parts and regions.
    Parts(Vec<String>),
}

/// A question before a session.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct QuestionDraft {
    pub(super) id: WrittenWord,
    pub(super) condition: WrittenWord,
    /// The question in the fewest words, for small screens.
    pub(super) brief: WrittenWord,
    /// Nobody is asked where it is missing.
    pub(super) fits: Option<Spanned<Vec<WrittenWord>>>,
    #[serde(rename = "where")]
    pub(super) place: Option<Spanned<PlaceDraft>>,
    pub(super) advice: WrittenWord,
}

/// A sign to stop at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct EmergencyDraft {
    pub(super) id: WrittenWord,
    pub(super) signs: WrittenWord,
    /// Whoever has one of these conditions is asked for the signs too, whatever a session does.
    #[serde(default)]
    pub(super) conditions: Vec<WrittenWord>,
    /// The signs in few words, to be read before a session.
    pub(super) brief: Option<WrittenWord>,
    pub(super) act: WrittenWord,
    pub(super) and: Option<WrittenWord>,
    pub(super) does: Option<Spanned<Vec<WrittenWord>>>,
    #[serde(rename = "where")]
    pub(super) place: Option<Spanned<PlaceDraft>>,
    pub(super) source: WrittenWord,
    pub(super) sure: WrittenWord,
}

/// Something that holds for everybody.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct EverybodyDraft {
    pub(super) limit: Option<WrittenWord>,
    pub(super) says: WrittenWord,
    pub(super) source: WrittenWord,
    pub(super) sure: WrittenWord,
}

/// What is said before hands go somewhere.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct StopSignDraft {
    pub(super) id: WrittenWord,
    pub(super) does: Spanned<Vec<WrittenWord>>,
    #[serde(rename = "where")]
    pub(super) place: Spanned<PlaceDraft>,
}

/// One kind of caution, with the words around the names of conditions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CautionDraft {
    pub(super) id: WrittenWord,
    pub(super) says: WrittenWord,
}

/// Words that tell of what a step asks of the body.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct InvolvementDraft {
    pub(super) involves: WrittenWord,
    pub(super) words: Vec<WrittenWord>,
}
