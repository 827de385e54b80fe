//! Follows a file along its schema and reports what does not fit.
//!
//! Unknown keys are taken out and unreadable values replaced by stand-ins marked as damaged, so
//! that what remains can be read and checked, and nothing is reported twice.

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use super::habits::{habit, meant_keys, meant_word};
use super::kind_of;
use super::shape::DocumentShape;
use super::unheaded::StepHeading;
use crate::format::draft::{DAMAGED, Kind, fits, kinds_with};
use crate::format::known_names::KnownNames;
use crate::problem::letters::as_typed;
use crate::problem::{
    Finding, Findings, Joint, Span, held, list, nearest, nearest_or_all, quote, text_meant,
    whole_number_meant, whole_number_rounded,
};
use crate::session::{PackedJoint, limits};
use crate::words::{Argument, Message};

/// Follows a file along its schema.
pub(super) struct Follower<'a> {
    schema: &'a Value,
    known_names: &'a KnownNames,
    found: &'a mut Findings,
    /// What was found in the syntax, in the order of the file.
    slips: Vec<Span>,
    /// How many steps are around this place.
    depth: usize,
    /// Whether this place is an entry of a list.
    is_in_list: bool,
}

/// Places of the body that are left out on purpose, by the names people may try.
const LEFT_OUT: [&str; 9] =
    ["neck", "throat", "spine", "knee", "elbow", "armpit", "groin", "eye", "breast"];

impl<'a> Follower<'a> {
    pub(super) fn new(
        schema: &'a Value,
        known_names: &'a KnownNames,
        found: &'a mut Findings,
    ) -> Self {
        let slips = found.spans();
        Self { schema, known_names, found, slips, depth: 0, is_in_list: false }
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
        let whole = kind.map_or_else(|| part_of_table(title), Kind::phrase);
        let is_known = |key: &Spanned<DeString<'_>>| known.contains(&key.get_ref().as_ref());
        let (here, unknown): (DeTable<'_>, DeTable<'_>) =
            std::mem::take(table).into_iter().partition(|(key, _)| is_known(key));
        *table = here;
        for key in unknown.keys() {
            let Some(meant) = self.unknown_key(key, &whole, &known, (title, kind)) else {
                continue;
            };
            let shape = DocumentShape::of(self.schema, &node["properties"][meant]);
            // Of another shape it is a part of what was meant, as in `[[steps.steps]]` below `[[step]]`.
            if !table.get(meant).is_some_and(|value| shape.takes(value.get_ref())) {
                let place = Spanned::new(DAMAGED, DeString::from(meant.to_owned()));
                table.insert(place, damaged(&shape));
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
            None => kind_of(None, word("move"), self.known_names),
        }
    }

    /// Reports a key that does not belong here. Returns the key that was most likely meant.
    fn unknown_key(
        &mut self,
        key: &Spanned<DeString<'_>>,
        whole: &Message,
        known: &[&'a str],
        of: (Option<&str>, Option<Kind>),
    ) -> Option<&'a str> {
        let word = key.get_ref().as_ref();
        if self.has_slip_at(&key.span()) {
            // Its letters were reported already.
            return nearest(&as_typed(word), known.iter().copied());
        }
        let message = Message::new("unknown-key").with("key", quote(word));
        let message = message.with("part", whole.clone());
        let (help, meant) = self.key_help(word, known, of);
        self.found.add(Finding::error("unknown-key", key.span(), message).maybe_help(help));
        meant
    }

    /// Where a key belongs, or which is meant by it; and that one, if it belongs here.
    fn key_help(
        &self,
        word: &str,
        known: &[&'a str],
        (part, kind): (Option<&str>, Option<Kind>),
    ) -> (Option<Message>, Option<&'a str>) {
        if let Some(help) = habit(word, kind, part) {
            return (Some(help), None);
        }
        let is_step = part == Some("Step");
        let of_kinds = |key: &str| kinds_with(key).filter(|_| is_step).map(kind_list);
        if let Some(kinds) = of_kinds(word) {
            return (Some(Message::new("key-of-kinds").with("kinds", kinds)), None);
        }
        if let Some(meant) = meant_keys(word) {
            if let Some(key) = known.iter().copied().find(|key| meant.contains(key)) {
                return (Some(Message::new("problem-did-you-mean").with("word", key)), Some(key));
            }
            if let Some(kinds) = of_kinds(meant[0]) {
                let help = Message::new("other-key-of-kinds").with("key", meant[0]);
                return (Some(help.with("kinds", kinds)), None);
            }
        }
        if self.schema["properties"].get(word).is_some() {
            return (Some(Message::new("key-of-the-head")), None);
        }
        let steps = StepHeading::of(self.schema);
        let is_whole_file = part == self.schema["title"].as_str();
        if is_whole_file && steps.goes_above(word) {
            let help = Message::new("key-of-a-step").with("heading", steps.text);
            return (Some(help), None);
        }
        (nearest_or_all(word, known.iter().copied()), nearest(word, known.iter().copied()))
    }

    /// Whether something amiss in the syntax was reported at these bytes.
    fn has_slip_at(&self, span: &Span) -> bool {
        let end = |span: &Span| span.end.max(span.start + 1);
        let before = self.slips.partition_point(|slip| slip.start < end(span));
        self.slips[..before].last().is_some_and(|slip| span.start < end(slip))
    }

    fn value(&mut self, key: &str, value: &mut Spanned<DeValue<'_>>, node: &'a Value) {
        let shape = DocumentShape::of(self.schema, node);
        let is_whole = !value.get_ref().is_array() && !value.get_ref().is_table();
        if is_whole && self.has_slip_at(&value.span()) {
            *value = damaged(&shape);
            return;
        }
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
                    return Err(Box::new(unknown_word(key, word, words, (span, self.is_in_list))));
                }
            }
            (DocumentShape::Whole, DeValue::Integer(number)) => {
                if i64::from_str_radix(number.as_str(), number.radix()).is_err() {
                    let message = Message::new("beyond-counting").with("key", key);
                    return Err(Box::new(Finding::error("out-of-range", span, message)));
                }
            }
            (DocumentShape::List(items), DeValue::Array(array)) => {
                let was_in_list = std::mem::replace(&mut self.is_in_list, true);
                for item in array.iter_mut() {
                    self.value(key, item, items);
                }
                self.is_in_list = was_in_list;
            }
            (DocumentShape::Table(node), DeValue::Table(table)) => {
                let was_in_list = std::mem::replace(&mut self.is_in_list, false);
                self.table(table, node);
                self.is_in_list = was_in_list;
            }
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

fn kind_list(kinds: &[Kind]) -> Argument {
    let ids: Vec<&str> = kinds.iter().map(|kind| kind.id()).collect();
    list(&ids, Joint::And)
}

fn wrong_type(key: &str, value: &DeValue<'_>, shape: &DocumentShape<'_>, span: Span) -> Finding {
    let message = Message::new("wrong-type").with("key", quote(key));
    let message = message.with("wanted", shape.phrase()).with("held", held(value));
    Finding::error("wrong-type", span, message).maybe_help(how_to_write(key, value, shape))
}

fn how_to_write(key: &str, value: &DeValue<'_>, shape: &DocumentShape<'_>) -> Option<Message> {
    let like = |example: &str| Message::new("write-like").with("example", example);
    let write = |text: String| Some(Message::new("write").with("text", text));
    match (shape, value) {
        (DocumentShape::Text { example: Some(example) }, DeValue::Integer(number)) => {
            let has_unit = number.radix() == 10 && number.as_str().len() <= 6;
            let number = number.as_str().trim_start_matches(['-', '+']);
            Some(if has_unit {
                Message::new("write-seconds").with("number", number)
            } else {
                like(example)
            })
        }
        (DocumentShape::Text { example: Some(example) }, _) => Some(like(example)),
        (DocumentShape::Text { example: None }, _) => text_meant(value),
        (DocumentShape::List(_), DeValue::String(word)) => {
            write(format!("[{}]", each_in_quotes(word)))
        }
        // What belongs to a step stands in it.
        (DocumentShape::List(_), DeValue::Table(_)) if key != "steps" => {
            Some(Message::new("write-list-around"))
        }
        (DocumentShape::List(_), DeValue::Table(_)) => {
            Some(Message::new("write-heading-of-each").with("key", key))
        }
        // The gentler of two pressures.
        (DocumentShape::Whole, _) if key == "pressure" => whole_number_rounded(value, f64::floor),
        (DocumentShape::Whole, _) => whole_number_meant(value),
        (DocumentShape::YesOrNo, DeValue::String(word)) if word == "true" || word == "false" => {
            Some(Message::new("write-without-quotes").with("text", word.as_ref()))
        }
        (DocumentShape::Words(words), _) => nearest_or_all("", words.iter().copied()),
        _ => None,
    }
}

/// The words that commas part in a text, each as a text of its own.
fn each_in_quotes(words: &str) -> String {
    let words = words.split([',', ';']).map(str::trim).filter(|word| !word.is_empty());
    let words: Vec<String> =
        words.map(|word| format!("\"{}\"", quote(word).trim_matches('`'))).collect();
    words.join(", ")
}

fn unknown_word(
    key: &str,
    word: &str,
    words: &[&str],
    (span, is_in_list): (Span, bool),
) -> Finding {
    let message = Message::new("unknown-word").with("key", key).with("word", quote(word));
    let lower = word.to_lowercase();
    let is_left_out = key == "region" && LEFT_OUT.iter().any(|place| lower.contains(place));
    let joint = PackedJoint::by_id(&lower).filter(|_| key == "region");
    let listed = lower.replace(" and ", ",").replace(['&', '+', '/'], ",");
    let mut parts = listed.split([',', ';']).map(str::trim);
    let are_several = is_in_list && listed.contains([',', ';']);
    let help = if are_several && parts.all(|part| words.contains(&part)) {
        Some(Message::new("write").with("text", each_in_quotes(&listed)))
    } else if let Some(joint) = joint {
        Some(Message::new("joint-instead").with("joint", joint.id()))
    } else if let Some(meant) = meant_word(key, word) {
        Some(Message::new("problem-did-you-mean").with("word", meant))
    } else if is_left_out && nearest(word, words.iter().copied()).is_none() {
        Some(Message::new("place-left-out"))
    } else {
        nearest_or_all(word, words.iter().copied())
    };
    Finding::error("unknown-word", span, message).maybe_help(help)
}

/// How a message names a table of the schema.
fn part_of_table(title: Option<&str>) -> Message {
    let part = match title {
        Some("BedAt") => "bed".to_owned(),
        Some("ChimeAt") => "chime".to_owned(),
        Some("RepetitionPhase") => "phase".to_owned(),
        Some(title) => title.to_lowercase(),
        None => "table".to_owned(),
    };
    Message::new("file-part").with("part", part)
}
