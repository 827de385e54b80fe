//! The JSON Schema of the format, for editors, made from the draft types.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use super::draft::{Kind, MoveDraft, SessionDraft, fits};

/// The JSON Schema of a session file, as `sessions/session.schema.json` holds it.
pub fn session_schema() -> String {
    let mut schema = session();
    let rules: Vec<Value> = Kind::ALL.into_iter().map(rule_of_kind).collect();
    add_rules(&mut schema, rules, json!([{ "required": ["kind"] }, { "required": ["move"] }]));
    text(&schema)
}

/// The JSON Schema of a move file, as `sessions/move.schema.json` holds it.
pub fn move_schema() -> String {
    let mut schema = a_move();
    let steps = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Group);
    let mut rules: Vec<Value> = steps
        .map(|kind| json!({ "if": is_of(kind), "then": { "properties": without_misfits(kind) } }))
        .collect();
    let not_in_a_move = json!({ "move": false, "steps": false, "repeat": false });
    rules.push(json!({ "properties": not_in_a_move }));
    add_rules(&mut schema, rules, json!([{ "required": ["kind", "title"] }]));
    text(&schema)
}

/// The shape of a session file, without the rules that tie keys to kinds.
pub(crate) fn session() -> Schema {
    schema_of::<SessionDraft>()
}

/// The shape of a move file, without the rules that tie keys to kinds.
pub(crate) fn a_move() -> Schema {
    schema_of::<MoveDraft>()
}

/// Draft 7, since that is what editors' TOML servers know.
fn schema_of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft07();
    settings.into_generator().into_root_schema_for::<T>()
}

fn add_rules(schema: &mut Schema, rules: Vec<Value>, any_of: Value) {
    if let Some(step) = schema.pointer_mut("/definitions/Step") {
        step["allOf"] = Value::Array(rules);
        step["anyOf"] = any_of;
    }
}

fn is_of(kind: Kind) -> Value {
    json!({ "properties": { "kind": { "const": kind.id() } }, "required": ["kind"] })
}

/// No key that is for other kinds; and, unless a move brings them, every key this kind needs.
fn rule_of_kind(kind: Kind) -> Value {
    let mut needs = json!({ "required": kind.required() });
    if fits(kind).any(|key| key == "length") {
        needs["anyOf"] = json!([{ "required": ["length"] }, { "required": ["breaths"] }]);
    }
    json!({
        "if": is_of(kind),
        "then": {
            "properties": without_misfits(kind),
            "if": { "not": { "required": ["move"] } },
            "then": needs,
        },
    })
}

fn without_misfits(kind: Kind) -> Map<String, Value> {
    let all = Kind::ALL.into_iter().flat_map(fits);
    let misfits = all.filter(|key| fits(kind).all(|own| own != *key));
    misfits.map(|key| (key.to_owned(), json!(false))).collect()
}

fn text(schema: &Schema) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}
