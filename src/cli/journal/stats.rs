//! What the journal says of before and after, in plain words and without promises.

use serde::Serialize;

use crate::cli::console::Console;
use crate::cli::list::write_json;
use crate::cli::text::{count, fold, one_line};
use crate::journal::{Aspect, GroupedChange, MeasuredChange, WhatHelped};
use crate::words::{Language, Message, Texts};

/// So many changes are told one by one, the last of them.
const TOLD: usize = 24;

/// What is always to be kept in mind.
pub(super) const CAVEAT: &str = "You tend to start a session when things are worse than usual, so some \
    improvement would happen anyway; rest and what one expects do their part too. One point is \
    within what wobbles by itself.";

/// The same for some of the sessions.
#[derive(Serialize)]
struct GroupFacts<'a> {
    by: &'static str,
    name: &'a str,
    #[serde(flatten)]
    change: ChangeFacts<'a>,
}

impl<'a> GroupFacts<'a> {
    fn of(group: &'a GroupedChange) -> Self {
        let (by, name) = (group.aspect.word(), group.name.as_str());
        Self { by, name, change: ChangeFacts::of(&group.change) }
    }
}

/// A measure as JSON gives it. The keys are a promise to scripts.
#[derive(Serialize)]
struct ChangeFacts<'a> {
    measure: &'static str,
    sessions: usize,
    changes: &'a [i32],
    mean: f64,
    median: f64,
    low: Option<f64>,
    high: Option<f64>,
    at_floor: usize,
    worse_three_times_in_a_row: bool,
}

/// Tells how each measure changed.
pub(super) fn tell(
    helped: &WhatHelped,
    by: Option<Aspect>,
    as_json: bool,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let changes = &helped.overall;
    if as_json {
        if let Some(by) = by {
            let rows = changes.iter().flat_map(|it| helped.by(it.measure, by));
            return write_json(&rows.map(GroupFacts::of).collect::<Vec<_>>(), console);
        }
        return write_json(&changes.iter().map(ChangeFacts::of).collect::<Vec<_>>(), console);
    }
    if changes.is_empty() {
        let hint = "`unclench journal note last --before tension=7 --after tension=4` tells one";
        writeln!(console.out, "Nothing was told before and after a session yet.\n{hint}.")?;
        return Ok(());
    }
    for change in changes {
        writeln!(console.out, "{}", change.measure.word())?;
        for line in told(change) {
            for line in fold(&line, console.text_width().saturating_sub(2)) {
                writeln!(console.out, "  {line}")?;
            }
        }
        let rows = by.into_iter().flat_map(|by| helped.by(change.measure, by));
        let rows: Vec<_> = rows.filter(|it| !it.change.changes.is_empty()).collect();
        if let Some(by) = by.filter(|_| !rows.is_empty()) {
            writeln!(console.out, "  {}", by_aspect(by))?;
        }
        let texts = Texts::of(Language::English);
        for row in rows {
            let (name, short) = (one_line(&row.name(&texts)), in_short(&row.change));
            writeln!(console.out, "    {name}: {short}")?;
        }
        writeln!(console.out)?;
    }
    for line in fold(CAVEAT, console.text_width()) {
        writeln!(console.out, "{line}")?;
    }
    Ok(())
}

/// What a list of changes by an aspect is called.
pub(super) fn by_aspect(aspect: Aspect) -> String {
    let title = Message::new(format!("helped-by-{}", aspect.word()));
    Texts::of(Language::English).text(&title)
}

/// A change in a few words: “−1.8 (8 sessions; 95 % interval −2.6 to −0.9)”.
pub(super) fn in_short(change: &MeasuredChange) -> String {
    let sessions = count(change.changes.len(), "session");
    let sure = change
        .interval
        .map(|(low, high)| format!("; 95 % interval {} to {}", signed(low, 1), signed(high, 1)));
    format!("{} ({sessions}{})", signed(change.mean, 1), sure.unwrap_or_default())
}

/// What is told of a change, in sentences.
pub(super) fn told(change: &MeasuredChange) -> Vec<String> {
    let MeasuredChange { measure, changes, mean, median, .. } = change;
    let mut lines = Vec::new();
    if !changes.is_empty() {
        let last = changes.iter().skip(changes.len().saturating_sub(TOLD));
        let dots: Vec<String> = last.map(|change| signed(f64::from(*change), 0)).collect();
        lines.push(format!("each session: {}", dots.join(" ")));
        let sure = match change.interval {
            Some((low, high)) => {
                format!("95 % interval of the mean {} to {}", signed(low, 1), signed(high, 1))
            }
            None => "too few to say more".to_owned(),
        };
        let sessions = count(changes.len(), "session");
        lines.push(format!(
            "Across {sessions}, {} was {} afterwards (the middle one {}; {sure}). This does not \
             show that the sessions caused it.",
            measure.word(),
            lower_or_higher(*mean),
            signed(*median, 1),
        ));
    }
    if change.at_floor > 0 {
        let sessions = count(change.at_floor, "session");
        lines.push(format!(
            "{sessions} began at 0 or 1, where little can fall, so not counted here."
        ));
    }
    if change.is_worse_lately {
        lines.push(
            "It was worse after each of the last three. Another session, or none for a while, may \
             suit you better; where it goes on, ask a doctor."
                .to_owned(),
        );
    }
    lines
}

fn lower_or_higher(mean: f64) -> String {
    let points = format!("{:.1}", mean.abs());
    match (points.as_str(), mean < 0.0) {
        ("0.0", _) => "the same on average".to_owned(),
        (_, true) => format!("{points} points lower"),
        (_, false) => format!("{points} points higher"),
    }
}

/// A number with its sign, as people write it.
fn signed(value: f64, places: usize) -> String {
    let digits = format!("{:.places$}", value.abs());
    let is_nothing = digits.chars().all(|digit| matches!(digit, '0' | '.'));
    match (is_nothing, value < 0.0) {
        (true, _) => digits,
        (false, true) => format!("−{digits}"),
        (false, false) => format!("+{digits}"),
    }
}

impl<'a> ChangeFacts<'a> {
    fn of(change: &'a MeasuredChange) -> Self {
        Self {
            measure: change.measure.word(),
            sessions: change.changes.len(),
            changes: &change.changes,
            mean: change.mean,
            median: change.median,
            low: change.interval.map(|(low, _)| low),
            high: change.interval.map(|(_, high)| high),
            at_floor: change.at_floor,
            worse_three_times_in_a_row: change.is_worse_lately,
        }
    }
}
