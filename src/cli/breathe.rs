//! `breathe`: a pattern as a session of one step.

use super::arguments::BreatheArguments;
use super::console::Console;
use super::exit::{Exit, Failure};
use super::play;
use super::setup::Setup;
use crate::lengths::counted;
use crate::library::nearest;
use crate::session::limits::STEP_MAX_MILLIS;
use crate::session::{
    Anchor, Announcements, Block, Chimes, Flex, Length, Line, NamedPattern, Pattern, Position,
    Session, Setting, Step, StepKind,
};
use crate::words::upper_first;

/// How long a pattern is breathed unless asked otherwise, in milliseconds: 5 minutes. Shorter
/// practice showed no effect in a review of trials (Bentley 2023, Brain Sci 13:1612).
const USUAL_MILLIS: u64 = 5 * 60_000;
/// Time to settle before the first breath, in milliseconds.
const LEAD_IN_MILLIS: u64 = 5_000;
/// How long those words take before the first breath, in milliseconds.
const OPENING_MILLIS: u64 = 10_500;
/// Novices over-breathe at slow paces; a word against it helps (Szulczewski 2019, APB).
const OPENING: &str = "Slower, not bigger. Gentle, as if no one could hear it.";
const EASIER: &str = "Breathe at your own pace, and let the count go by.";
const STOP_IF: &str = "Dizzy or tingling? Let the breath do as it likes.";

/// Breathes a pattern, or lists the named ones.
pub(super) fn breathe(wish: &BreatheArguments, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let Some(name) = &wish.pattern else {
        write_patterns(console)?;
        return Ok(Exit::Done);
    };
    let session = session(name)?;
    let id = format!("breathe-{}", name.trim());
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
    let word = name.trim().to_lowercase().replace([' ', '_'], "-");
    let named = Pattern::all_named().iter().find(|named| named.id == word);
    let pattern = match named {
        Some(named) => named.pattern(),
        None => Pattern::from_numbers(name).map_err(|error| not_a_pattern(name, &word, &error))?,
    };
    Ok(session_of(pattern, named))
}

fn not_a_pattern(name: &str, word: &str, error: &dyn std::error::Error) -> Failure {
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        return Failure::new(format!("`{name}` cannot be breathed: {error}"))
            .help("numbers are seconds: `4-6` is in and out, `4-7-8` in, hold and out");
    }
    let ids = || Pattern::all_named().iter().map(|named| named.id);
    let failure = Failure::new(format!("there is no breathing pattern called “{name}”"));
    let failure = match nearest(word, ids()) {
        Some(near) => failure.help(format!("did you mean `{near}`?")),
        None => failure,
    };
    let all = ids().collect::<Vec<_>>().join(", ");
    failure.help(format!("there are {all}, and numbers such as `4-6`"))
}

fn session_of(pattern: Pattern, named: Option<&NamedPattern>) -> Session {
    let title = match named {
        Some(named) => named.title.to_owned(),
        None => format!("Breathing {}", pattern.title),
    };
    let how = named.map_or_else(|| in_words(&pattern), |named| named.summary.to_owned());
    let caution = named.and_then(|named| named.caution).or(pattern.hold_caution());
    let step = step(&title, &how, pattern, named.and_then(|named| named.starting_breaths));
    Session {
        title,
        summary: how,
        language: "en".to_owned(),
        author: None,
        licence: None,
        sources: Vec::new(),
        settings: vec![Setting::Desk, Setting::Home, Setting::Bed],
        position: Position::Any,
        goals: Vec::new(),
        tools: Vec::new(),
        cautions: caution.map(str::to_owned).into_iter().collect(),
        bed: None,
        lead_in: LEAD_IN_MILLIS,
        announcements: Announcements::default(),
        chimes: Chimes {
            start: Some("start".to_owned()),
            next: None,
            switch: None,
            halfway: Some("halfway".to_owned()),
            end: Some("end".to_owned()),
        },
        blocks: vec![Block::Step(Box::new(step))],
    }
}

fn step(title: &str, how: &str, pattern: Pattern, starting: Option<u32>) -> Step {
    let cycle = pattern.cycle_millis().max(1);
    let usual = (USUAL_MILLIS - LEAD_IN_MILLIS - OPENING_MILLIS) / cycle;
    let breaths = starting.map_or(usual, u64::from);
    Step {
        title: title.to_owned(),
        text: Some(how.to_owned()),
        say: Some(OPENING.to_owned()),
        easier: Some(EASIER.to_owned()),
        stop_if: Some(STOP_IF.to_owned()),
        kind: StepKind::Breathe,
        length: Length::Breaths(breaths.max(1) as u32),
        flex: Some(Flex { min: cycle, max: STEP_MAX_MILLIS }),
        side: None,
        pattern: Some(pattern),
        lines: vec![Line { at: Anchor::FromStart(0), show: Some(OPENING.to_owned()), say: None }],
        chimes: Vec::new(),
        beds: Vec::new(),
        wait: false,
        involves: Vec::new(),
    }
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
