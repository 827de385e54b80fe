//! Follows a file along its schema and reports what does not fit.
//!
//! Unknown keys are taken out and unreadable values replaced by stand-ins marked as damaged, so
//! that what remains can be read and checked, and nothing is reported twice.

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use super::kind_of;
use super::shape::{DocumentShape, phrase_of};
use crate::format::draft::{DAMAGED, Kind, fits, kinds_with};
use crate::format::shelf::Shelf;
use crate::problem::{Finding, Findings, Span, list, nearest, nearest_or_all, quote};
use crate::session::limits;

/// Follows a file along its schema.
pub(super) struct Follower<'a> {
    schema: &'a Value,
    shelf: &'a Shelf,
    found: &'a mut Findings,
    /// How many steps are around this place.
    depth: usize,
}

/// Places of the body that are left out on purpose, by the names people may try.
const LEFT_OUT: [&str; 9] =
    ["neck", "throat", "spine", "knee", "elbow", "armpit", "groin", "eye", "breast"];

impl<'a> Follower<'a> {
    pub(super) fn new(schema: &'a Value, shelf: &'a Shelf, found: &'a mut Findings) -> Self {
        Self { schema, shelf, found, depth: 0 }
    }

    /// Follows a whole file.
    pub(super) fn document(&mut self, table: &mut DeTable<'_>) {
        self.table(table, self.schema);
    }

    fn table(&mut self, table: &mut DeTable<'_>, node: &'a Value) {
        let title = node["title"].as_str().or_else(|| self.name_of(node));
        let is_step = title == Some("Step");
        let kind = is_step.then(|| self.kind(table)).flatten();
        let properties = node["properties"].as_object().into_iter().flatten();
        let known: Vec<&'a str> = kind.map_or_else(
            || properties.map(|(key, _)| key.as_str()).collect(),
            |kind| fits(kind).collect(),
        );
        let whole = kind.map_or_else(|| phrase_of_table(title), Kind::phrase);
        for (key, value) in std::mem::take(table) {
            if known.contains(&key.get_ref().as_ref()) {
                table.insert(key, value);
            } else if let Some(meant) = self.unknown_key(&key, &whole, &known, is_step) {
                let shape = DocumentShape::of(self.schema, &node["properties"][meant]);
                let place = Spanned::new(DAMAGED, DeString::from(meant.to_owned()));
                table.entry(place).or_insert(damaged(&shape));
            }
        }
        self.depth += usize::from(is_step);
        for (key, value) in table.iter_mut() {
            let key = key.get_ref().as_ref();
            if key == "steps" && self.depth > limits::GROUP_DEPTH + 1 {
                // The check reports the depth; what lies deeper need not be read.
                *value = Spanned::new(DAMAGED, DeValue::Array(DeArray::default()));
            } else if value.span() != DAMAGED {
                self.value(key, value, &node["properties"][key]);
            }
        }
        self.depth -= usize::from(is_step);
    }

    fn name_of(&self, node: &'a Value) -> Option<&'a str> {
        let definitions = self.schema["definitions"].as_object()?;
        let found = definitions.iter().find(|(_, known)| std::ptr::eq(*known, node));
        found.map(|(name, _)| name.as_str())
    }

    fn kind(&self, step: &DeTable<'_>) -> Option<Kind> {
        let word = |key: &str| step.get(key).and_then(|value| value.get_ref().as_str());
        match step.get("kind") {
            Some(kind) => kind.get_ref().as_str().and_then(Kind::from_id),
            None => kind_of(None, word("move"), self.shelf),
        }
    }

    /// Reports a key that does not belong here. Returns the key that was most likely meant.
    fn unknown_key(
        &mut self,
        key: &Spanned<DeString<'_>>,
        whole: &str,
        known: &[&'a str],
        is_step: bool,
    ) -> Option<&'a str> {
        let word = key.get_ref().as_ref();
        let message = format!("{} is not a key of {whole}", quote(word));
        let finding = Finding::error("unknown-key", key.span(), message);
        if let Some(kinds) = kinds_with(word).filter(|_| is_step) {
            let ids: Vec<&str> = kinds.iter().map(|kind| kind.id()).collect();
            let help = format!("it goes with steps of kind {}", list(&ids, "and"));
            self.found.add(finding.help(help));
            return None;
        }
        let help = nearest_or_all(word, known.iter().copied());
        self.found.add(finding.maybe_help(help));
        nearest(word, known.iter().copied())
    }

    fn value(&mut self, key: &str, value: &mut Spanned<DeValue<'_>>, node: &'a Value) {
        let shape = DocumentShape::of(self.schema, node);
        if let Err(finding) = self.fits(key, value, &shape) {
            self.found.add(*finding);
            *value = damaged(&shape);
        }
    }

    /// Follows a value that is of its shape; returns what is wrong with one that is not.
    fn fits(
        &mut self,
        key: &str,
        value: &mut Spanned<DeValue<'_>>,
        shape: &DocumentShape<'a>,
    ) -> Result<(), Box<Finding>> {
        let span = value.span();
        match (shape, value.get_mut()) {
            (DocumentShape::Either(shapes), inner) => {
                match shapes.iter().find(|shape| shape.takes(inner)) {
                    Some(shape) => self.fits(key, value, shape)?,
                    None => return Err(Box::new(wrong_type(key, inner, shape, span))),
                }
            }
            (DocumentShape::Words(words), DeValue::String(word)) => {
                if !words.contains(&word.as_ref()) {
                    return Err(Box::new(unknown_word(key, word, words, span)));
                }
            }
            (DocumentShape::Whole, DeValue::Integer(number)) => {
                if i64::from_str_radix(number.as_str(), number.radix()).is_err() {
                    let message = format!("`{key}` is a number beyond counting");
                    return Err(Box::new(Finding::error("out-of-range", span, message)));
                }
            }
            (DocumentShape::List(items), DeValue::Array(array)) => {
                for item in array.iter_mut() {
                    self.value(key, item, items);
                }
            }
            (DocumentShape::Table(node), DeValue::Table(table)) => self.table(table, node),
            (DocumentShape::Named(node), DeValue::Table(table)) => {
                for (name, value) in table.iter_mut() {
                    self.value(name.get_ref(), value, node);
                }
            }
            (DocumentShape::Text { .. }, DeValue::String(_))
            | (DocumentShape::YesOrNo, DeValue::Boolean(_)) => {}
            (shape, inner) => return Err(Box::new(wrong_type(key, inner, shape, span))),
        }
        Ok(())
    }
}

/// A stand-in for a value that was reported.
fn damaged<'v>(shape: &DocumentShape<'_>) -> Spanned<DeValue<'v>> {
    Spanned::new(DAMAGED, shape.stand_in())
}

fn wrong_type(key: &str, value: &DeValue<'_>, shape: &DocumentShape<'_>, span: Span) -> Finding {
    let (wanted, held) = (shape.phrase(), phrase_of(value));
    let message = format!("{} should be {wanted}, and this is {held}", quote(key));
    Finding::error("wrong-type", span, message).maybe_help(how_to_write(key, value, shape))
}

fn how_to_write(key: &str, value: &DeValue<'_>, shape: &DocumentShape<'_>) -> Option<String> {
    match (shape, value) {
        (DocumentShape::Text { example: Some(example) }, DeValue::Integer(number)) => {
            let has_unit = number.radix() == 10 && number.as_str().len() <= 6;
            let number = number.as_str().trim_start_matches(['-', '+']);
            Some(if has_unit {
                format!("write `\"{number}s\"` for seconds")
            } else {
                format!("write it like `\"{example}\"`")
            })
        }
        (DocumentShape::Text { example: Some(example) }, _) => {
            Some(format!("write it like `\"{example}\"`"))
        }
        (DocumentShape::List(_), DeValue::String(word)) => {
            Some(format!("write `[\"{}\"]`", quote(word).trim_matches('`')))
        }
        (DocumentShape::List(_), DeValue::Table(_)) => {
            Some(format!("write `[[{key}]]` before each of them"))
        }
        (DocumentShape::Whole, DeValue::String(word))
            if word.parse::<i64>().is_ok() && word.len() < 20 =>
        {
            Some(format!("write `{word}` without quotes"))
        }
        (DocumentShape::YesOrNo, DeValue::String(word)) if word == "true" || word == "false" => {
            Some(format!("write `{word}` without quotes"))
        }
        (DocumentShape::Words(words), _) => nearest_or_all("", words.iter().copied()),
        _ => None,
    }
}

fn unknown_word(key: &str, word: &str, words: &[&str], span: Span) -> Finding {
    let message = format!("`{key}` cannot be {}", quote(word));
    let lower = word.to_lowercase();
    let is_left_out = key == "region" && LEFT_OUT.iter().any(|place| lower.contains(place));
    let help = if is_left_out && nearest(word, words.iter().copied()).is_none() {
        Some("this place is left out on purpose, since pressing there can do harm".to_owned())
    } else {
        nearest_or_all(word, words.iter().copied())
    };
    Finding::error("unknown-word", span, message).maybe_help(help)
}

fn phrase_of_table(title: Option<&str>) -> String {
    match title {
        Some("BedAt") => "a change of the background sound".to_owned(),
        Some("ChimeAt") => "a chime".to_owned(),
        Some("Chimes") => "the table `chimes`".to_owned(),
        Some(title) => format!("a {}", title.to_lowercase()),
        None => "this table".to_owned(),
    }
}
