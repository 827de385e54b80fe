//! `breathe`: a pattern as a session of one step.

use super::arguments::BreatheArguments;
use super::console::Console;
use super::exit::{Exit, Failure};
use super::names::name_meant;
use super::play;
use super::setup::Setup;
use crate::lengths::counted;
use crate::library::{breathing, breathing_id, named_breathing};
use crate::problem::letters::meant_by;
use crate::session::{Pattern, Session};
use crate::words::{in_english, upper_first};

/// Breathes a pattern, or lists the named ones.
pub(super) fn breathe(wish: &BreatheArguments, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let Some(name) = &wish.pattern else {
        write_patterns(console)?;
        return Ok(Exit::Done);
    };
    let session = session(name)?;
    let id = breathing_id(name.trim());
    let piece = play::ToPlay { id: &id, session: &session, file: None };
    play::perform(piece, &wish.playing, Setup::read(console), console)
}

fn write_patterns(console: &mut Console<'_>) -> anyhow::Result<()> {
    let named = Pattern::all_named();
    let widest = named.iter().map(|named| named.id.len()).max().unwrap_or(0);
    for pattern in named {
        writeln!(console.out, "{:widest$}  {}", pattern.id, pattern.summary)?;
    }
    let hint =
        "Or numbers of your own: `unclench breathe 4-6` is in for four seconds, out for six.";
    writeln!(console.out, "\n{hint}")?;
    Ok(())
}

/// The session that breathes a pattern, called by its name or written in numbers.
pub(super) fn session(name: &str) -> Result<Session, Failure> {
    let named = Pattern::all_named();
    let meant = name_meant(name, named.iter().map(|named| named.id));
    if let Some(named) = named.iter().find(|named| meant == Ok(named.id)) {
        return Ok(named_breathing(named));
    }
    let help = meant.err().flatten();
    let pattern = Pattern::from_numbers(name)
        .or_else(|error| in_hyphens(name).ok_or(error))
        .map_err(|error| not_a_pattern(name, help, &error))?;
    let (title, how) = (format!("Breathing {}", pattern.title), in_words(&pattern));
    Ok(breathing(pattern, title, how, None))
}

/// A pattern in numbers that blanks or other signs part, as in “4 6” or “4/6”. A comma alone may be that of
/// a decimal number.
fn in_hyphens(name: &str) -> Option<Pattern> {
    let numbers = name.replace(", ", " ");
    let numbers: Vec<&str> =
        numbers.split([' ', '/', ':', ';', '-']).filter(|it| !it.is_empty()).collect();
    Pattern::from_numbers(&numbers.join("-")).ok()
}

fn not_a_pattern(name: &str, help: Option<String>, error: &dyn std::error::Error) -> Failure {
    if let Some(meant) = meant_by(name, |typed| session(typed).is_ok()) {
        return Failure::new(format!("there is no breathing pattern called “{name}”"))
            .help(in_english(&meant));
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        return Failure::new(format!("`{name}` cannot be breathed: {error}"))
            .help("numbers are seconds: `4-6` is in and out, `4-7-8` in, hold and out");
    }
    let failure = Failure::new(format!("there is no breathing pattern called “{name}”"));
    let failure = match help {
        Some(help) => failure.help(help),
        None => failure,
    };
    let all = Pattern::all_named().iter().map(|named| named.id).collect::<Vec<_>>().join(", ");
    failure.help(format!("there are {all}, and numbers such as `4-6`"))
}

/// A pattern in words: “Breathe in 4, hold 7, breathe out 8.”
fn in_words(pattern: &Pattern) -> String {
    let phases: Vec<String> = pattern
        .phases
        .iter()
        .map(|phase| format!("{} {}", phase.label, counted(phase.millis)))
        .collect();
    upper_first(&format!("{}.", phases.join(", ")))
}
