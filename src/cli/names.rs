//! Names that people give on the command line: of sessions, courses, pages, sounds, patterns, voices,
//! conditions and places.

use crate::files::composed;
use crate::library::nearest;
use crate::problem::as_name;
use crate::problem::letters::{as_typed, odd_letter, write_for};
use crate::words::in_english;

/// The one of these names that is meant, whether letters are small or large, composed or not, and words
/// are joined by hyphens or stand apart.
///
/// # Errors
/// Where none is: the help that says what to write, which also names a letter that only looks like the
/// right one.
pub(super) fn name_meant<'a>(
    given: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Result<&'a str, Option<String>> {
    let names: Vec<&str> = names.into_iter().collect();
    let given = composed(given.trim());
    let only = |is_meant: &dyn Fn(&str) -> bool| {
        let mut meant = names.iter().copied().filter(|name| is_meant(name));
        meant.next().filter(|_| meant.next().is_none())
    };
    let word = as_name(&given);
    if let Some(name) = only(&|name| name == given).or_else(|| only(&|name| as_name(name) == word))
    {
        return Ok(name);
    }
    let typed = as_name(&as_typed(&given));
    match (odd_letter(&given), only(&|name| as_name(&as_typed(name)) == typed)) {
        (None, Some(name)) => Ok(name),
        (Some(letter), Some(name)) => Err(Some(in_english(&write_for(letter, name)))),
        _ => Err(nearest(&typed, names.into_iter()).map(|near| format!("did you mean `{near}`?"))),
    }
}
