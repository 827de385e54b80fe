//! What can be wrong with a recipe, as data, and where in its text that stands.

use toml::de::{DeTable, DeValue};

use crate::problem::letters::is_blank;
use crate::problem::{
    Finding, Findings, Problem, Source, Span, missing_help, missing_key, what_fits,
};
use crate::words::Message;

/// The lowest and highest number allowed, and its unit as the texts know it, which may be empty.
#[derive(Clone, Copy)]
pub(super) struct Limits(pub(super) f64, pub(super) f64, pub(super) &'static str);

/// The longest title or summary, in characters.
const LONGEST_TEXT: usize = 200;

/// One thing wrong in a recipe that could be read.
pub(super) struct RecipeFault {
    /// The key, such as `strikes[0].pitch_hz`, with its index in a list counted from 0.
    place: String,
    code: &'static str,
    message: Message,
    help: Message,
}

impl RecipeFault {
    /// A layer of a bed sounds in no way, or in several.
    pub(super) fn source(place: &str) -> Self {
        let message = Message::new("recipe-source").with("place", key_of(place));
        Self::new("recipe-source", place, message, Message::new("recipe-source-help"))
    }

    /// A range runs from high to low.
    pub(super) fn range(place: &str, [from, to]: [f64; 2]) -> Self {
        let message = Message::new("recipe-range").with("place", key_of(place));
        let message = message.with("from", from.to_string()).with("to", to.to_string());
        Self::new("recipe-range", place, message, Message::new("recipe-range-help"))
    }

    /// It was written for another version of the format than this program reads.
    pub(super) fn format(found: u32, known: u32) -> Self {
        let message = Message::new("recipe-format").with("found", found.to_string());
        let message = message.with("known", known.to_string());
        let help = Message::new("recipe-format-help").with("known", known.to_string());
        Self::new("recipe-format", "format", message, help)
    }

    /// It makes something else than was asked for.
    pub(super) fn kind(found: &str, wanted: &str) -> Self {
        let message = Message::new("recipe-kind").with("found", found).with("wanted", wanted);
        let help = Message::new("write").with("text", format!("kind = \"{wanted}\""));
        Self::new("recipe-kind", "kind", message, help)
    }

    fn new(code: &'static str, place: &str, message: Message, help: Message) -> Self {
        Self { place: place.to_owned(), code, message, help }
    }
}

/// The key of a place as it is written there: `pitch_hz` of `strikes[0].pitch_hz`.
fn key_of(place: &str) -> &str {
    let key = place.rsplit('.').next().unwrap_or(place);
    key.split('[').next().unwrap_or(key)
}

/// A number outside its limits.
pub(super) fn number(place: &str, value: f64, limits: Limits) -> Option<RecipeFault> {
    let Limits(lowest, highest, unit) = limits;
    let good = (lowest..=highest).contains(&value);
    let message = Message::new("recipe-number").with("place", key_of(place));
    let message = message.with("value", value.to_string().to_lowercase());
    let help = Message::new("recipe-number-help").with("lowest", lowest.to_string());
    let help = help.with("highest", highest.to_string());
    let help = help.with("unit", Message::new("recipe-unit").with("unit", unit));
    (!good).then(|| RecipeFault::new("recipe-number", place, message, help))
}

/// A list that is empty or too long.
pub(super) fn count(place: &str, count: usize, limit: usize) -> Option<RecipeFault> {
    let good = (1..=limit).contains(&count);
    let message = Message::new("recipe-count").with("place", key_of(place)).with("count", count);
    let help = Message::new("recipe-count-help").with("limit", limit);
    (!good).then(|| RecipeFault::new("recipe-count", place, message, help))
}

/// A text that is empty, too long, or has characters that a terminal would obey.
pub(super) fn text(place: &str, text: &str) -> Option<RecipeFault> {
    let good = !is_blank(text)
        && text.chars().count() <= LONGEST_TEXT
        && !text.chars().any(char::is_control);
    let message = Message::new("recipe-text").with("place", key_of(place));
    let help = Message::new("recipe-text-help").with("limit", LONGEST_TEXT);
    (!good).then(|| RecipeFault::new("recipe-text", place, message, help))
}

/// The recipe is longer than any needs to be.
pub(super) fn too_large(source: &Source<'_>, limit: usize) -> Vec<Problem> {
    let mut found = Findings::default();
    let message = Message::new("recipe-too-large").with("bytes", source.text.len());
    let help = Message::new("recipe-too-large-help").with("limit", limit);
    found.add(Finding::error("too-large", 0..0, message).help(help));
    found.into_problems(source)
}

/// Keys that are unknown, missing or of the wrong type; what is missing at one place, at once.
pub(super) fn misfits(errors: &[toml::de::Error], source: &Source<'_>) -> Vec<Finding> {
    let missing_at = |place: Option<Span>| -> Vec<&str> {
        errors.iter().filter(|error| error.span() == place).filter_map(missing_key).collect()
    };
    let misfit = |error: &toml::de::Error| {
        let message = Message::new("recipe-misfit");
        let finding = Finding::error("recipe-misfit", error.span().unwrap_or(0..0), message);
        let help = missing_key(error).map(|_| missing_help(&missing_at(error.span())));
        let help = help.or_else(|| what_fits(error, source));
        finding.help(help.unwrap_or_else(|| Message::new("recipe-misfit-help")))
    };
    errors.iter().map(misfit).collect()
}

/// The faults, each where its key stands.
pub(super) fn placed(source: &Source<'_>, faults: Vec<RecipeFault>) -> Vec<Problem> {
    let (root, _) = DeTable::parse_recoverable(source.text);
    let mut found = Findings::default();
    for RecipeFault { place, code, message, help } in faults {
        let span = span_of(root.get_ref(), &place).unwrap_or(0..0);
        found.add(Finding::error(code, span, message).help(help));
    }
    found.into_problems(source)
}

/// Where the value of a key such as `layers[1].band.hz` stands; where it is left out, what it would
/// belong to.
fn span_of(root: &DeTable<'_>, place: &str) -> Option<Span> {
    let mut keys = place.split(['.', '[', ']']).filter(|key| !key.is_empty());
    let first = root.get(keys.next()?)?;
    let (mut span, mut value) = (first.span(), first.get_ref());
    for key in keys {
        let inner = match value {
            DeValue::Table(table) => table.get(key),
            DeValue::Array(list) => key.parse().ok().and_then(|index: usize| list.get(index)),
            _ => None,
        };
        let Some(inner) = inner else { break };
        (span, value) = (inner.span(), inner.get_ref());
    }
    Some(span)
}
