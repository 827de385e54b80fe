//! What the journal says of before and after, in plain words and without promises.

use serde::Serialize;

use crate::cli::console::Console;
use crate::cli::list::write_json;
use crate::cli::text::{fold, one_line};
use crate::journal::{Aspect, GroupedChange, Measure, MeasuredChange, WhatHelped, signed, week_of};
use crate::words::{Message, Texts};

/// So many changes are told one by one, the last of them.
const TOLD: usize = 24;
/// So many weeks are told, up to this one.
const WEEKS: i64 = 8;

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
    changes: &'a [i8],
    mean: f64,
    median: f64,
    low: Option<f64>,
    high: Option<f64>,
    at_floor: usize,
    worse_three_times_in_a_row: bool,
}

/// Gives how each measure changed as JSON: in all sessions, or told apart by an aspect.
pub(super) fn write_facts(
    helped: &WhatHelped,
    by: Option<Aspect>,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let changes = &helped.overall;
    let Some(by) = by else {
        return write_json(&changes.iter().map(ChangeFacts::of).collect::<Vec<_>>(), console);
    };
    let rows = changes.iter().flat_map(|it| helped.by(it.measure, by));
    write_json(&rows.map(GroupFacts::of).collect::<Vec<_>>(), console)
}

/// Tells how each measure changed, and how the weeks were where the person has said about how many
/// sessions would suit them.
pub(super) fn tell(
    helped: &WhatHelped,
    by: Option<Aspect>,
    goal: Option<u32>,
    texts: &Texts,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let width = console.text_width();
    if let Some(goal) = goal.filter(|_| !helped.days.is_empty()) {
        for line in fold(&weeks(helped, goal, texts), width) {
            writeln!(console.out, "{line}")?;
        }
        writeln!(console.out)?;
    }
    if helped.overall.is_empty() {
        for line in fold(&texts.text(&Message::new("helped-untold-how")), width) {
            writeln!(console.out, "{line}")?;
        }
        return Ok(());
    }
    for change in &helped.overall {
        writeln!(console.out, "{}", measure_name(change.measure, texts))?;
        let sentences = change.sentences(texts).into_iter();
        let sentences = sentences.chain(helped.coin_sentences(change.measure, texts));
        for line in dots(change, texts).into_iter().chain(sentences) {
            for line in fold(&line, width.saturating_sub(2)) {
                writeln!(console.out, "  {line}")?;
            }
        }
        let rows = by.map(|by| helped.shown_by(change.measure, by)).unwrap_or_default();
        if let Some(by) = by.filter(|_| !rows.is_empty()) {
            writeln!(console.out, "  {}", by_aspect(by, texts))?;
        }
        for row in rows {
            let (name, short) = (one_line(&row.name(texts)), row.change.in_short(texts));
            writeln!(console.out, "    {name}: {short}")?;
        }
        writeln!(console.out)?;
    }
    for line in fold(&texts.text(&Message::new("helped-caveat")), width) {
        writeln!(console.out, "{line}")?;
    }
    Ok(())
}

/// How many sessions the last weeks had, and about how many would suit the person.
fn weeks(helped: &WhatHelped, goal: u32, texts: &Texts) -> String {
    let last = week_of(helped.today);
    let counts = (last - WEEKS + 1..=last).map(|week| helped.sessions_in(week).to_string());
    let message = Message::new("helped-weeks").with("goal", u64::from(goal));
    texts.text(&message.with("counts", counts.collect::<Vec<_>>().join(" ")))
}

/// The last changes, one by one.
fn dots(change: &MeasuredChange, texts: &Texts) -> Option<String> {
    let last = change.changes.iter().skip(change.changes.len().saturating_sub(TOLD));
    let dots: Vec<String> =
        last.map(|change| signed(f64::from(*change), 0, texts.language())).collect();
    let message = Message::new("helped-each").with("changes", dots.join(" "));
    (!dots.is_empty()).then(|| texts.text(&message))
}

/// What a list of changes by an aspect is called.
pub(super) fn by_aspect(aspect: Aspect, texts: &Texts) -> String {
    texts.text(&Message::new(format!("helped-by-{}", aspect.word())))
}

/// What a measure is called.
pub(super) fn measure_name(measure: Measure, texts: &Texts) -> String {
    texts.text(&Message::new(format!("measure-{}", measure.word())))
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
