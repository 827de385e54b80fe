//! The JSON Schema of the format, for editors, made from the draft types.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::draft::{MoveDraft, SessionDraft};

/// The JSON Schema of a session file, as `sessions/session.schema.json` holds it.
pub fn session_schema() -> String {
    text(&session())
}

/// The JSON Schema of a move file, as `sessions/move.schema.json` holds it.
pub fn move_schema() -> String {
    text(&a_move())
}

pub(crate) fn session() -> Schema {
    schema_of::<SessionDraft>()
}

pub(crate) fn a_move() -> Schema {
    schema_of::<MoveDraft>()
}

fn schema_of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<T>()
}

fn text(schema: &Schema) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}
