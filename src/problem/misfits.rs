//! Everything in a file that does not fit a reader of types, which by itself stops at the first.
//!
//! What does not fit is told, something that does is put in its place, and the file is read again.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeInteger, DeTable, DeValue, Deserializer, Error};

use super::{Span, nearest};

/// More than these are not looked for: each takes a further reading.
const MOST: usize = 50;

/// Reads a type, or gives every place at which something does not fit, in the order of the reader.
pub(crate) fn read_or_misfits<T: DeserializeOwned>(
    root: Spanned<DeTable<'_>>,
) -> Result<T, Vec<Error>> {
    let span = root.span();
    let mut root = Spanned::new(span, DeValue::Table(root.into_inner()));
    let (mut misfits, mut stand_ins) = (Vec::new(), 0);
    for _ in 0..MOST {
        let DeValue::Table(table) = root.get_ref().clone() else { break };
        let error = match T::deserialize(Deserializer::from(Spanned::new(root.span(), table))) {
            Ok(read) if misfits.is_empty() => return Ok(read),
            Ok(_) => break,
            Err(error) => error,
        };
        stand_ins += 1;
        let is_mended = mend(&mut root, &error, stand_ins);
        let is_of_file = error.span().is_none_or(|span| span.start < usize::MAX - MOST - 1);
        if is_of_file || !is_mended {
            misfits.push(error);
        }
        if !is_mended {
            break;
        }
    }
    Err(misfits)
}

/// Makes this one place fit. `number` tells stand-ins apart. Returns whether that could be done.
fn mend(root: &mut Spanned<DeValue<'_>>, error: &Error, number: usize) -> bool {
    let (said, Some(place)) = (error.message(), error.span()) else { return false };
    if let Some(unknown) = said.strip_prefix("unknown field `") {
        return rename_key(root.get_mut(), &place, key_meant(unknown));
    }
    // What is found at a stand-in is no problem of the file.
    let nowhere = usize::MAX - number..usize::MAX - number + 1;
    let Some(value) = value_at(root, &place) else { return false };
    if let Some(key) = said.strip_prefix("missing field `") {
        let DeValue::Table(table) = value.get_mut() else { return false };
        let key = key.trim_end_matches('`').to_owned();
        let key = Spanned::new(nowhere.clone(), key.into());
        table.insert(key, Spanned::new(nowhere, DeValue::Boolean(false)));
        return true;
    }
    let Some(fitting) = fitting(said) else { return false };
    *value = Spanned::new(nowhere, fitting);
    true
}

/// A value of the kind that the reader expects.
fn fitting(said: &str) -> Option<DeValue<'static>> {
    let (_, wanted) = said.rsplit_once(", expected ")?;
    if said.starts_with("unknown variant `") {
        let first = wanted.split('`').nth(1)?.to_owned();
        return Some(DeValue::String(first.into()));
    }
    let number = || DeValue::Integer(DeInteger::default());
    Some(match wanted {
        "a string" => DeValue::String("".into()),
        "a boolean" => DeValue::Boolean(false),
        "a sequence" => DeValue::Array(DeArray::new()),
        "an array of length 2" => {
            let mut pair = DeArray::new();
            (0..2).for_each(|_| pair.push(Spanned::new(0..0, number())));
            DeValue::Array(pair)
        }
        "f32" | "f64" | "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "usize" => {
            number()
        }
        _ if wanted.starts_with("struct ") => DeValue::Table(DeTable::new()),
        _ => return None,
    })
}

/// The value that stands at these bytes.
fn value_at<'t, 'v>(
    value: &'t mut Spanned<DeValue<'v>>,
    place: &Span,
) -> Option<&'t mut Spanned<DeValue<'v>>> {
    if value.span() == *place {
        return Some(value);
    }
    match value.get_mut() {
        DeValue::Table(table) => table.iter_mut().find_map(|(_, inner)| value_at(inner, place)),
        DeValue::Array(list) => list.iter_mut().find_map(|inner| value_at(inner, place)),
        _ => None,
    }
}

/// The key that is meant by an unknown one, in the words of the reader from its name on.
fn key_meant(said: &str) -> Option<&str> {
    let (word, known) = said.split_once("`, expected ")?;
    nearest(word, known.split('`').skip(1).step_by(2))
}

/// Gives the key at these bytes the name that is meant, or takes it out. Returns whether it was there.
fn rename_key(value: &mut DeValue<'_>, place: &Span, meant: Option<&str>) -> bool {
    match value {
        DeValue::Table(table) => {
            let Some(key) = table.keys().find(|key| key.span() == *place).cloned() else {
                let mut inner = table.iter_mut().map(|(_, inner)| inner.get_mut());
                return inner.any(|inner| rename_key(inner, place, meant));
            };
            let Some(value) = table.remove(&**key.get_ref()) else { return false };
            if let Some(meant) = meant.filter(|meant| !table.contains_key(*meant)) {
                table.insert(Spanned::new(place.clone(), meant.to_owned().into()), value);
            }
            true
        }
        DeValue::Array(list) => {
            list.iter_mut().any(|inner| rename_key(inner.get_mut(), place, meant))
        }
        _ => false,
    }
}
