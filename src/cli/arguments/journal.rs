//! What can be asked for about the journal.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::values;
use crate::conductor::{moment_here, time_zone};
use crate::journal::{Aspect, LocalMoment, Rating};
use crate::problem::as_name;

/// See what you have played, and what it did for you
#[derive(Debug, Args)]
#[command(
    after_help = "Without a command, your last sessions are listed. The journal is kept on this \
    machine alone, readable by you alone; `journal = false` in your settings keeps nothing."
)]
pub(in crate::cli) struct JournalArguments {
    #[command(subcommand)]
    pub(in crate::cli) command: Option<JournalCommand>,
}

/// The commands of `journal`.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum JournalCommand {
    List(JournalListArguments),
    /// Show all that is kept of a session
    Show {
        /// The beginning of its id, as `unclench journal` gives it, or `last`
        id: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    Add(JournalAddArguments),
    Note(JournalNoteArguments),
    /// See how tension, pain, stress, mood and energy changed from before sessions to after them
    Stats {
        /// Only sessions played by this name
        #[arg(long, value_name = "SESSION")]
        session: Option<String>,
        /// Also tell it apart by this
        #[arg(long, value_name = "WHAT", value_parser = aspect)]
        by: Option<Aspect>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Save one page with charts for yourself or a clinician: HTML that needs nothing else, to look at
    /// or to print
    Report {
        /// The file, such as `report.html`; `-` prints it
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Replace a file that is there already
        #[arg(long)]
        force: bool,
    },
    /// Let a coin decide each day between a session and quiet rest, so that the two can be compared
    /// fairly; without a word, it says what it says of today
    Coin {
        /// Whether a coin is to decide from now on
        #[arg(value_enum)]
        wish: Option<CoinWish>,
    },
    Export(JournalExportArguments),
    /// Take in a journal that was exported, here or on another machine; once or more often
    Import {
        /// The file
        file: PathBuf,
    },
    /// Remove all of it, and every trace of it
    Erase,
}

/// Whether a coin is to decide days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CoinWish {
    On,
    Off,
}

/// List the sessions you have played, the last first
#[derive(Debug, Args)]
pub(in crate::cli) struct JournalListArguments {
    /// All of them; otherwise the last twenty
    #[arg(long)]
    pub(in crate::cli) all: bool,
    /// Print JSON
    #[arg(long)]
    pub(in crate::cli) json: bool,
    /// Print a table for spreadsheets
    #[arg(long, conflicts_with = "json")]
    pub(in crate::cli) csv: bool,
}

/// Add a session that you did without Unclench
#[derive(Debug, Args)]
pub(in crate::cli) struct JournalAddArguments {
    /// The name of a session, or a few words of your own
    #[arg(value_parser = values::own_words)]
    pub(in crate::cli) session: String,
    /// How long it took; `7.5` is fine
    #[arg(short, long, value_name = "M", value_parser = time_taken, allow_negative_numbers = true)]
    pub(in crate::cli) minutes: u64,
    /// When it began, such as `2026-11-28 21:05`, or `9:05` for today; now, where it is left out
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(in crate::cli) at: Option<LocalMoment>,
    #[command(flatten)]
    pub(in crate::cli) told: ToldArguments,
}

/// Say how a session was, or how you slept after it
#[derive(Debug, Args)]
pub(in crate::cli) struct JournalNoteArguments {
    /// The beginning of its id, as `unclench journal` gives it, or `last`
    pub(in crate::cli) id: String,
    #[command(flatten)]
    pub(in crate::cli) told: ToldArguments,
}

/// What a person says of themselves.
#[derive(Debug, Args)]
pub(in crate::cli) struct ToldArguments {
    /// How you were before it: `tension=7`; also `pain`, `stress`, `mood` and `energy`, 0 to 10, and
    /// `pulse`, `systolic` and `diastolic`; may be given more than once
    #[arg(long, value_name = "WHAT=N", value_parser = values::before)]
    pub(in crate::cli) before: Vec<Rating>,
    /// How you were after it
    #[arg(long, value_name = "WHAT=N", value_parser = values::after)]
    pub(in crate::cli) after: Vec<Rating>,
    /// How you slept after it, 0 to 10
    #[arg(long, value_name = "N", value_parser = values::slept)]
    pub(in crate::cli) slept: Option<Rating>,
    /// A note
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, value_parser = values::note)]
    pub(in crate::cli) note: Option<String>,
}

/// Print your journal, or save it as a file
#[derive(Debug, Args)]
#[command(after_help = "It is JSON, which `unclench journal import` reads again.")]
pub(in crate::cli) struct JournalExportArguments {
    /// Save it in this file, readable by you alone
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Replace a file that is there already
    #[arg(long)]
    pub(in crate::cli) force: bool,
    /// As a table for spreadsheets
    #[arg(long)]
    pub(in crate::cli) csv: bool,
}

/// How long a session took that was done.
fn time_taken(text: &str) -> Result<u64, String> {
    match values::minutes(text)? {
        0 => {
            Err("a session takes some time; minutes are a number, such as `5` or `0.5`".to_owned())
        }
        millis => Ok(millis),
    }
}

fn moment(text: &str) -> Result<LocalMoment, String> {
    let now = moment_here();
    let moment = LocalMoment::at_wall_time(text, now, &time_zone());
    match moment.or_else(|| LocalMoment::by_text(text)) {
        Some(moment) if moment.millis > now.millis => {
            let moment = moment.day_and_minute();
            Err(format!("{moment} is still to come; write its day too if it was before"))
        }
        // Nobody had this program then: a year was written with too few digits.
        Some(moment) if moment.millis < 0 => {
            Err("write the year in full, such as `2026-11-28 21:05`".to_owned())
        }
        Some(moment) => Ok(moment),
        None => Err("write it like `2026-11-28 21:05`, or `9:05` for today".to_owned()),
    }
}

fn aspect(word: &str) -> Result<Aspect, String> {
    let known = Aspect::ALL.into_iter().find(|aspect| aspect.word() == as_name(word));
    known.ok_or_else(|| format!("there are {}", Aspect::ALL.map(Aspect::word).join(", ")))
}
