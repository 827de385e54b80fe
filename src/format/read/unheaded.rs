//! A step without its heading: its keys stand among those of the whole file.

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue, Error};

use super::shape::DocumentShape;
use crate::format::draft::DAMAGED;
use crate::problem::{Finding, Source, Span};
use crate::words::Message;

/// Fewer keys of a step are keys in the wrong place.
const FEWEST_KEYS: usize = 2;

/// How steps are written in a kind of file.
pub(super) struct StepHeading<'a> {
    schema: &'a Value,
    key: &'static str,
    /// The heading above each of them.
    pub(super) text: &'static str,
}

impl<'a> StepHeading<'a> {
    /// That of the kind of file which this schema describes.
    pub(super) fn of(schema: &'a Value) -> Self {
        let is_move = schema["properties"].get("step").is_some();
        let (key, text) = if is_move { ("step", "[step]") } else { ("steps", "[[steps]]") };
        Self { schema, key, text }
    }

    /// Whether a key means nothing to the whole file, but something to its steps.
    pub(super) fn goes_above(&self, key: &str) -> bool {
        self.schema["properties"].get(key).is_none() && self.keys_of_steps().get(key).is_some()
    }

    fn keys_of_steps(&self) -> &'a Value {
        let shape = DocumentShape::of(self.schema, &self.schema["properties"][self.key]);
        let shape = match shape {
            DocumentShape::List(step) => DocumentShape::of(self.schema, step),
            shape => shape,
        };
        match shape {
            DocumentShape::Table(step) => &step["properties"],
            _ => &Value::Null,
        }
    }

    /// Puts the keys of a step among those of the whole file where they belong, so that nothing else is
    /// told of them. Returns that its heading is missing. What stands twice only for that is none of the
    /// `errors` any more.
    pub(super) fn put_below(
        &self,
        root: &mut DeTable<'_>,
        source: &Source<'_>,
        errors: &mut Vec<Error>,
    ) -> Option<Finding> {
        let is_theirs = |key: &Spanned<DeString<'_>>| self.goes_above(key.get_ref());
        let theirs: Vec<_> = root.keys().filter(|key| is_theirs(key)).cloned().collect();
        let first = theirs.iter().map(Spanned::span).min_by_key(|span| span.start)?;
        let has_enough = theirs.len() >= FEWEST_KEYS;
        let has_place = root.get(self.key).is_none_or(|there| match there.get_ref() {
            DeValue::Array(_) => true,
            // What stands below its parts alone, as in `[step.figure]`.
            DeValue::Table(step) => !theirs.iter().any(|key| step.contains_key(&**key.get_ref())),
            _ => false,
        });
        if !has_enough || !has_place {
            return None;
        }
        let (mut keys, rest): (DeTable<'_>, DeTable<'_>) =
            std::mem::take(root).into_iter().partition(|(key, _)| is_theirs(key));
        *root = rest;
        self.take_doubles(&first, source, errors, &mut keys);
        let step = |keys| Spanned::new(first.clone(), DeValue::Table(keys));
        match root.get_mut(self.key).map(Spanned::get_mut) {
            Some(DeValue::Array(steps)) => {
                steps.push(step(keys));
                steps.rotate_right(1);
            }
            Some(DeValue::Table(there)) => there.extend(keys),
            _ => {
                let key = Spanned::new(first.clone(), DeString::from(self.key));
                root.insert(key, self.only(step(keys)));
            }
        }
        let message = Message::new("step-without-heading");
        let help = Message::new("heading-above-help").with("heading", self.text);
        Some(Finding::error("missing-heading", first, message).help(help))
    }

    /// Takes what stands twice since the step from this place on lacks its heading, such as its title,
    /// out of the errors, and a stand-in for it into the step.
    fn take_doubles(
        &self,
        first: &Span,
        source: &Source<'_>,
        errors: &mut Vec<Error>,
        step: &mut DeTable<'_>,
    ) {
        let below = source.text.get(first.start..).unwrap_or_default();
        let end = below.find("\n[").map_or(source.text.len(), |at| first.start + at);
        errors.retain(|error| {
            let span = error.span().filter(|span| (first.start..end).contains(&span.start));
            let key = span.map(|span| source.slice(&span)).unwrap_or_default();
            let (of_root, of_step) = (&self.schema["properties"], self.keys_of_steps());
            let Some(node) = of_root.get(key).and_then(|_| of_step.get(key)) else { return true };
            let key = Spanned::new(DAMAGED, DeString::from(key.to_owned()));
            let stand_in = DocumentShape::of(self.schema, node).stand_in();
            step.insert(key, Spanned::new(DAMAGED, stand_in));
            false
        });
    }

    /// The value of the key of steps with this one alone.
    fn only<'v>(&self, step: Spanned<DeValue<'v>>) -> Spanned<DeValue<'v>> {
        if self.text.starts_with("[[") {
            let span = step.span();
            let mut steps = DeArray::new();
            steps.push(step);
            Spanned::new(span, DeValue::Array(steps))
        } else {
            step
        }
    }
}
