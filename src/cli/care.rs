//! `care`: how every shipped session fares for each condition of the table.

use serde::Serialize;

use super::arguments::{CareArguments, CareCommand};
use super::console::Console;
use super::exit::Exit;
use super::list::write_json;
use super::text::in_columns;
use crate::care::{
    CareTable, CaredFor, ChangeKind, Condition, ConditionGroup, HeldCondition, Profile,
    ScreenedSession, screen, screened_for_anyone,
};
use crate::library::Library;
use crate::session::Session;
use crate::timeline::{Wish, prepare, written_millis};

/// Does what is asked about care.
pub(super) fn care(arguments: &CareArguments, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let CareCommand::Audit(wish) = &arguments.command;
    let rows = audit();
    if wish.json {
        write_json(&rows, console)?;
        return Ok(Exit::Done);
    }
    for condition in &CareTable::shipped().conditions {
        let of_it: Vec<_> = rows.iter().filter(|row| row.condition == condition.id).collect();
        let changed = of_it.iter().filter(|row| row.changed > 0).count();
        let id = in_columns(&condition.id, 28);
        let least = of_it.iter().min_by_key(|row| row.kept_permille);
        let least = least.filter(|row| row.kept_permille < 1_000).map_or_else(String::new, |row| {
            format!("; least is kept of {}: {} %", row.session, row.kept_permille / 10)
        });
        writeln!(console.out, "{id}  {changed} of {} sessions change{least}", of_it.len())?;
    }
    Ok(Exit::Done)
}

/// One session under one condition. The keys are a promise to scripts.
#[derive(Serialize)]
struct AuditRow {
    session: String,
    condition: String,
    /// The steps of the session, as they are written.
    steps: usize,
    /// How many of them gave way to something gentler.
    changed: usize,
    /// How many of those became a quiet breath.
    left_out: usize,
    /// How long it was, in milliseconds.
    asked_ms: u64,
    /// How long it is now, in milliseconds.
    time_ms: u64,
    /// The share of the time of its steps that is no quiet breath instead, in thousandths.
    kept_permille: u32,
    /// It says so where less than half of it is left.
    says_so: bool,
    /// Everyone is told of this condition before the session.
    cautions_complete: bool,
}

fn audit() -> Vec<AuditRow> {
    let library = Library::open(None);
    let mut rows = Vec::new();
    for entry in library.entries().0 {
        let Ok(loaded) = library.load(&entry.id) else { continue };
        let anyone = screened_for_anyone(&loaded.session);
        let conditions = CareTable::shipped().conditions.iter();
        rows.extend(conditions.map(|it| row(&entry.id, &loaded.session, &anyone, it)));
    }
    rows
}

fn row(
    id: &str,
    session: &Session,
    anyone: &ScreenedSession,
    condition: &'static Condition,
) -> AuditRow {
    let held = HeldCondition { condition, sites: Vec::new() };
    let profile = Profile { conditions: vec![held], ..Profile::default() };
    let screened = screen(session, &CaredFor { profile, today: Vec::new() });
    let asked_ms = written_millis(session);
    let timeline = prepare(&screened, &Wish::default());
    let told = anyone.cautions().join("\n");
    let is_met = screened.is_met_by(condition);
    let is_told = condition.short.iter().all(|name| told.contains(name.as_str()));
    let left_out = |kind| kind == ChangeKind::BreathInstead;
    AuditRow {
        session: id.to_owned(),
        condition: condition.id.clone(),
        steps: screened.asked_steps(),
        changed: screened.changes().len(),
        left_out: screened.changes().iter().filter(|change| left_out(change.kind)).count(),
        asked_ms,
        time_ms: timeline.map_or(0, |timeline| timeline.millis()),
        kept_permille: screened.kept_permille(),
        says_so: screened.says_that_little_is_left(),
        cautions_complete: !is_met || is_told || condition.group == ConditionGroup::Today,
    }
}
