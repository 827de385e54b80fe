//! Text to draft: quickly where all is well, carefully where something is wrong.

mod follow;
mod habits;
mod shape;
#[cfg(test)]
mod tests;
mod unheaded;

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue, Deserializer};

use super::draft::{Field, Given, Kind, MoveDraft, SessionDraft, StepDraft};
use super::known_names::KnownNames;
use super::schema;
use crate::problem::{Finding, Findings, Source, report_syntax, with_quotes_right};
use crate::session::limits;
use crate::words::Message;
use follow::Follower;
use unheaded::StepHeading;

/// Deeper than any session file needs to go.
const DEEPEST: usize = 24;

/// A file with so many errors, and without a key that it should have, is of another kind.
const MANY_ERRORS: usize = 3;

/// A draft that can be read from a file.
pub(crate) trait DocumentDraft: DeserializeOwned {
    /// The schema of the whole file.
    fn schema() -> serde_json::Value;
    /// Whether some key does not go with the kind of its step.
    fn has_misfit(&self, known_names: &KnownNames) -> bool;
    fn format(&self) -> &Field<i64>;
}

/// A draft with what was found on the way.
pub(crate) struct DocumentReading<D> {
    /// `None` where there is nothing to go on with.
    pub(crate) draft: Option<D>,
    pub(crate) found: Findings,
    /// Syntax errors may have swallowed keys.
    pub(crate) may_have_gaps: bool,
}

impl<D> DocumentReading<D> {
    fn nothing_but(finding: Finding) -> Self {
        let mut found = Findings::default();
        found.add(finding);
        Self { draft: None, found, may_have_gaps: true }
    }
}

/// Reads a file into a draft.
pub(crate) fn read<D: DocumentDraft>(
    source: &Source<'_>,
    known_names: &KnownNames,
) -> DocumentReading<D> {
    let size = source.text.len();
    if size > limits::FILE_BYTES {
        let fits = limits::FILE_BYTES / 1024;
        let message = Message::new("file-too-large").with("most", fits);
        return DocumentReading::nothing_but(Finding::error("too-large", 0..0, message));
    }
    let reading = match quickly::<D>(source, known_names) {
        Some(draft) => {
            DocumentReading { draft: Some(draft), found: Findings::default(), may_have_gaps: false }
        }
        None => carefully(source, known_names),
    };
    match reading.draft.as_ref().and_then(|draft| draft.format().given()) {
        Some(format) if format.value > 1 => DocumentReading::nothing_but(too_new(format)),
        _ => reading,
    }
}

/// Reads a file whose shape is right; `None` where there is anything to report of it.
pub(crate) fn read_right<D: DocumentDraft>(
    source: &Source<'_>,
    known_names: &KnownNames,
) -> Option<D> {
    let fits = source.text.len() <= limits::FILE_BYTES;
    let draft = fits.then(|| quickly::<D>(source, known_names)).flatten()?;
    draft.format().given().is_none_or(|format| format.value <= 1).then_some(draft)
}

/// The way of nearly every file: no problem in its shape.
fn quickly<D: DocumentDraft>(source: &Source<'_>, known_names: &KnownNames) -> Option<D> {
    let tree = DeTable::parse(source.text).ok()?;
    if is_deep(tree.get_ref()) {
        return None;
    }
    let draft = D::deserialize(Deserializer::from(tree)).ok()?;
    (!draft.has_misfit(known_names)).then_some(draft)
}

/// The way of a file with problems: finds all of them, and reads what is left.
fn carefully<D: DocumentDraft>(
    source: &Source<'_>,
    known_names: &KnownNames,
) -> DocumentReading<D> {
    let mut found = Findings::default();
    let text = with_quotes_right(source, &mut found);
    let (mut tree, mut errors) = DeTable::parse_recoverable(&text);
    let schema = D::schema();
    if errors.len() >= MANY_ERRORS && !names_a_key(&schema, &text) {
        let finding = Finding::error("another-kind", 0..0, Message::new("file-of-another-kind"));
        return DocumentReading::nothing_but(
            finding.help(Message::new("file-of-another-kind-help")),
        );
    }
    let read = Source::new(source.file, &text);
    let unheaded = StepHeading::of(&schema).put_below(tree.get_mut(), &read, &mut errors);
    let may_have_gaps = report_syntax(&read, &errors, &mut found);
    if let Some(unheaded) = unheaded {
        found.add(unheaded);
    }
    Follower::new(&schema, known_names, &mut found).document(tree.get_mut());
    let draft = D::deserialize(Deserializer::from(tree));
    if let Err(error) = &draft
        && !found.has_errors()
    {
        let span = error.span().unwrap_or(0..0);
        found.add(Finding::error("wrong-type", span, Message::new("wrong-type-of-something")));
    }
    DocumentReading { draft: draft.ok(), found, may_have_gaps }
}

/// Whether any line of a text begins as one of such a file does: with a key that it may have.
fn names_a_key(schema: &serde_json::Value, text: &str) -> bool {
    let keys = schema["properties"].as_object().into_iter().flatten();
    let keys: Vec<&str> = keys.map(|(key, _)| key.as_str()).collect();
    text.lines().any(|line| {
        let line = line.trim_start_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        keys.iter().any(|key| line.starts_with(key))
    })
}

fn too_new(format: &Given<i64>) -> Finding {
    let message = Message::new("format-too-new").with("format", format.value.to_string());
    Finding::error("format-too-new", format.span.clone(), message)
        .help(Message::new("format-too-new-help"))
}

/// Whether tables and lists nest deeper than reading them should.
fn is_deep(root: &DeTable<'_>) -> bool {
    fn deeper(value: &DeValue<'_>, left: usize) -> bool {
        match value {
            DeValue::Table(_) | DeValue::Array(_) if left == 0 => true,
            DeValue::Table(table) => table.values().any(|inner| deeper(inner.get_ref(), left - 1)),
            DeValue::Array(array) => array.iter().any(|inner| deeper(inner.get_ref(), left - 1)),
            _ => false,
        }
    }
    root.values().any(|value| deeper(value.get_ref(), DEEPEST))
}

impl DocumentDraft for SessionDraft {
    fn schema() -> serde_json::Value {
        schema::session().to_value()
    }

    fn has_misfit(&self, moves: &KnownNames) -> bool {
        any_misfit(self.steps.value(), moves)
    }

    fn format(&self) -> &Field<i64> {
        &self.format
    }
}

impl DocumentDraft for MoveDraft {
    fn schema() -> serde_json::Value {
        schema::a_move().to_value()
    }

    fn has_misfit(&self, moves: &KnownNames) -> bool {
        self.step.value().is_some_and(|step| misfit(step, moves))
    }

    fn format(&self) -> &Field<i64> {
        &self.format
    }
}

fn any_misfit(steps: Option<&Vec<Field<StepDraft>>>, known_names: &KnownNames) -> bool {
    let steps = steps.into_iter().flatten().filter_map(Field::value);
    steps.into_iter().any(|step| misfit(step, known_names))
}

fn misfit(step: &StepDraft, known_names: &KnownNames) -> bool {
    let kind = kind_of(
        step.kind.value().copied(),
        step.named_move.value().map(String::as_str),
        known_names,
    );
    kind.is_some_and(|kind| step.has_misfit(kind)) || any_misfit(step.steps.value(), known_names)
}

/// The kind of a step: its own, or its move's.
fn kind_of(own: Option<Kind>, named_move: Option<&str>, known_names: &KnownNames) -> Option<Kind> {
    own.or_else(|| known_names.find_move(named_move?)?.kind())
}
