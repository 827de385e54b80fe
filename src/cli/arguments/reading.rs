//! Reading the command line: a number below zero after an option is its value, and letters that look
//! like those of a keyboard are named.

use std::ffi::{OsStr, OsString};

use clap::Parser as _;

use super::Arguments;
use crate::problem::letters::{as_typed, is_dash, odd_letter, write_for};
use crate::words::in_english;

/// A command line that is not followed: what is said of it, and what would help.
pub(in crate::cli) struct Misread {
    pub(in crate::cli) answer: clap::Error,
    pub(in crate::cli) help: Vec<String>,
}

/// Reads a command line.
///
/// # Errors
/// [`Misread`] where it is not understood, or asks for help or the version.
pub(in crate::cli) fn read(given: &[OsString]) -> Result<Arguments, Misread> {
    let answer = match Arguments::try_parse_from(given) {
        Ok(arguments) => return Ok(arguments),
        Err(answer) => answer,
    };
    let joined = joined(given);
    if answer.use_stderr() && joined.len() < given.len() {
        return Arguments::try_parse_from(&joined)
            .map_err(|answer| Misread { answer, help: Vec::new() });
    }
    let help = if answer.use_stderr() { help(given) } else { Vec::new() };
    Err(Misread { answer, help })
}

/// The same words, with each number below zero joined to the option before it.
fn joined(given: &[OsString]) -> Vec<OsString> {
    let mut joined: Vec<OsString> = Vec::new();
    for word in given {
        let number = word.to_str().and_then(|word| word.strip_prefix('-'));
        let is_number =
            number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()));
        match joined.last_mut().filter(|last| is_number && is_option(last)) {
            Some(option) => {
                option.push("=");
                option.push(word);
            }
            None => joined.push(word.clone()),
        }
    }
    joined
}

fn is_option(word: &OsStr) -> bool {
    word.to_str().is_some_and(|word| word.len() > 1 && word.starts_with('-') && !word.contains('='))
}

/// What to write for each word that has a letter in it that looks like another, where the whole is
/// understood with all of them written so, and not without.
fn help(given: &[OsString]) -> Vec<String> {
    let typed: Vec<OsString> = given.iter().map(|word| typed(word)).collect();
    let reads = |words: &[OsString]| Arguments::try_parse_from(words).is_ok();
    if typed == given || !reads(&typed) {
        return Vec::new();
    }
    let is_needed = |at: usize| {
        let mut without = typed.clone();
        without[at].clone_from(&given[at]);
        without != typed && !reads(&without)
    };
    let told = (0..given.len()).filter(|at| is_needed(*at)).filter_map(|at| {
        let letter = odd_letter(given[at].to_str()?)?;
        Some(in_english(&write_for(letter, typed[at].to_str()?)))
    });
    told.collect()
}

/// A word as a keyboard writes it. A long dash before an option is what some programs make of two
/// hyphens.
fn typed(word: &OsStr) -> OsString {
    let Some(text) = word.to_str() else { return word.to_owned() };
    let mut letters = text.chars();
    let is_long_option = letters.next().is_some_and(is_dash)
        && letters.next().is_some_and(char::is_alphabetic)
        && letters.next().is_some_and(|letter| letter != '=');
    let hyphen = if is_long_option { "-" } else { "" };
    format!("{hyphen}{}", as_typed(text)).into()
}
