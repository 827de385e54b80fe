//! What a person answered today: shown, changed, taken back.

use crate::care::{CareTable, ScreenQuestion, Today};
use crate::cli::arguments::ProfileTodayArguments;
use crate::cli::console::Console;
use crate::cli::exit::{Exit, Failure};
use crate::cli::names::name_meant;
use crate::cli::setup::Setup;
use crate::cli::text::{in_columns, printable};
use crate::config::Paths;
use crate::profile::keep_today;
use crate::words::Language;

/// Columns of the names of questions in a list.
const NAME: usize = 10;

/// Changes what was answered today where that is asked for, and shows it.
pub(super) fn today(
    wish: &ProfileTodayArguments,
    paths: &Paths,
    mut setup: Setup,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let so = wish.so.iter().map(|name| Ok((named(name)?, true)));
    let not = wish.not.iter().map(|name| Ok((named(name)?, false)));
    let answers: Vec<_> = so.chain(not).collect::<Result<_, Failure>>()?;
    if wish.again {
        setup.today = Today::of_day(setup.today.day());
    }
    for (question, is_so) in &answers {
        setup.today.answer(question, *is_so, &[]);
    }
    if wish.again || !answers.is_empty() {
        keep_today(paths, &setup.today)
            .map_err(|error| Failure::unwritten(&paths.today_file(), &error))?;
    }
    show(&setup.today, console)
}

fn show(today: &Today, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let table = CareTable::shipped();
    let asked: Vec<_> =
        table.questions.iter().filter(|it| today.asked().contains(&it.id)).collect();
    if asked.is_empty() {
        writeln!(console.out, "You were asked nothing yet today.")?;
        return Ok(Exit::Done);
    }
    for question in asked {
        let held = today.held().iter().find(|held| held.condition.id == question.condition);
        let answer = if held.is_some() { "yes" } else { "no " };
        let places = held.into_iter().flat_map(|held| &held.sites).map(|site| site.name());
        let places: Vec<_> = places.collect();
        let places =
            if places.is_empty() { String::new() } else { format!(" ({})", places.join(", ")) };
        let (name, ask) = (in_columns(&question.id, NAME), table.asks(question, Language::English));
        writeln!(console.out, "{name}  {answer}  {ask}{places}")?;
    }
    let help = "\n`unclench profile today --not NAME` takes a yes back, `--so NAME` says yes, \
        `--again` asks all of it anew. Tomorrow it is forgotten.";
    writeln!(console.out, "{help}")?;
    Ok(Exit::Done)
}

/// The question with this id, or what may have been meant.
fn named(id: &str) -> Result<&'static ScreenQuestion, Failure> {
    let questions = &CareTable::shipped().questions;
    let all: Vec<_> = questions.iter().map(|question| question.id.as_str()).collect();
    let meant = name_meant(id, all.iter().copied());
    let found = meant.as_ref().ok().and_then(|id| questions.iter().find(|it| it.id == *id));
    found.ok_or_else(|| {
        let failure = Failure::new(format!("there is no question called “{}”", printable(id)));
        let help = meant.err().flatten();
        failure.help(help.unwrap_or_else(|| format!("there are {}", all.join(", "))))
    })
}
