//! How a person is before a session, by line: a number each, and where it hurts. Enter says nothing.

use std::io::{self, BufRead as _, IsTerminal as _};
use std::ops::ControlFlow;

use super::console::Console;
use super::text::one_line;
use crate::care::ScreenedSession;
use crate::conductor::{CheckInTold, Options, typed_line};
use crate::journal::{CheckIn, Measure, PainPlace, content_of, measures_for};
use crate::problem::quote;
use crate::session::steps_in;
use crate::timeline::Ending;
use crate::words::{Message, Texts, place};

/// Asks how the person is, where a person can answer, that is kept, and the session begins at its
/// beginning.
pub(super) fn ask(
    session: &ScreenedSession,
    options: &Options,
    texts: &Texts,
    console: &mut Console<'_>,
) -> io::Result<CheckIn> {
    let is_kept = options.settings.checks_in(&options.surroundings) && options.paths.is_some();
    let start = options.play.as_ref().map(|(start, _)| start);
    let start = start.filter(|start| start.player.begins_at() == 0);
    let Some(start) = start.filter(|_| is_kept && io::stdin().is_terminal()) else {
        return Ok(CheckIn::default());
    };
    let timeline = start.player.timeline();
    let at_night = matches!(timeline.wish().ending, Ending::Night { .. });
    let measures = measures_for(session.session(), timeline.millis(), at_night);
    let mut said = CheckIn::asking(&measures);
    if !measures.is_empty() {
        let words = ["check-in-before", "check-in-skip"].map(|id| texts.text(&Message::new(id)));
        writeln!(console.out, "{}", words.join(" "))?;
    }
    for answer in &mut said.answers {
        match number(answer.measure, texts, console)? {
            ControlFlow::Continue(value) => answer.value = value,
            ControlFlow::Break(()) => break,
        }
        if answer.measure == Measure::Pain && answer.value.is_some_and(|value| value > 0) {
            said.pain_at = pain_place(session, texts, console)?;
        }
    }
    Ok(said)
}

/// The number that is entered, or nothing; it breaks off where nothing can be entered any more.
fn number(
    measure: Measure,
    texts: &Texts,
    console: &mut Console<'_>,
) -> io::Result<ControlFlow<(), Option<u16>>> {
    writeln!(console.out, "{}", CheckInTold::Asked(measure).line(texts))?;
    loop {
        let Some(line) = entered(console)? else { return Ok(ControlFlow::Break(())) };
        match CheckInTold::number(&line, measure) {
            Ok(value) => return Ok(ControlFlow::Continue(value)),
            Err(written) => {
                let told = CheckInTold::NoNumber(quote(&one_line(&written)));
                writeln!(console.out, "{}", told.line(texts))?;
            }
        }
    }
}

/// Where it hurts, out of the places that the session works.
fn pain_place(
    session: &ScreenedSession,
    texts: &Texts,
    console: &mut Console<'_>,
) -> io::Result<Option<PainPlace>> {
    let content = content_of(steps_in(&session.session().blocks));
    let places: Vec<_> = content.regions.into_iter().flat_map(PainPlace::of_region).collect();
    if places.is_empty() {
        return Ok(None);
    }
    for (index, at) in places.iter().enumerate() {
        writeln!(console.out, "{}  {}", index + 1, texts.text(&place(at.region, at.side)))?;
    }
    writeln!(console.out, "{}", texts.text(&Message::new("lines-check-in-where")))?;
    loop {
        let Some(line) = entered(console)? else { return Ok(None) };
        let line = typed_line(&line);
        if line.is_empty() {
            return Ok(None);
        }
        let index = line.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        if let Some(at) = index.and_then(|index| places.get(index)) {
            return Ok(Some(*at));
        }
        writeln!(console.out, "{}", texts.text(&Message::new("lines-check-in-where")))?;
    }
}

/// A line that is entered; `None` where none can be any more.
fn entered(console: &mut Console<'_>) -> io::Result<Option<String>> {
    console.out.flush()?;
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line)?;
    Ok((read > 0).then_some(line))
}
