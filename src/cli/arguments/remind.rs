//! What can be asked about reminders.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::values;

/// Be reminded, gently: of a break, of water, of winding down
#[derive(Debug, Args)]
#[command(
    after_help = "Without a command, your reminders are listed. A reminder is a notice on your \
    desktop with Start, In 10 minutes and Not now. One takes the place of the other, it goes by \
    itself, and it keeps quiet while you are away or asked not to be disturbed. A break you have \
    just taken counts.

Examples:
  unclench remind add \"desk break\" --every 90m --on weekdays --between 9:00-17:30 --session desk-brisk
  unclench remind add water --water
  unclench remind add evening --bedtime 23:00
  unclench remind install"
)]
pub(in crate::cli) struct RemindArguments {
    #[command(subcommand)]
    pub(in crate::cli) command: Option<RemindCommand>,
    /// Let so many seconds pass in one, to see a day of them go by
    #[arg(long, global = true, hide = true, default_value_t = 1, value_name = "TIMES")]
    #[arg(value_parser = values::times)]
    pub(in crate::cli) speed: u32,
}

/// The commands of `remind`.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum RemindCommand {
    Add(RemindAddArguments),
    /// List your reminders, and when each comes next
    List,
    /// Remove a reminder, and its timer
    Remove {
        /// What it is called
        name: String,
    },
    /// Say about how many sessions a week you would like, 1 to 21; `none` for no wish
    Goal {
        /// How many, or `none`; without it, what you wish for now is told
        sessions: Option<String>,
    },
    /// Have this system show them by itself: systemd, launchd or the Task Scheduler
    Install,
    /// Take its timers away again; the reminders stay
    Uninstall,
    /// Show them from here, until you press Ctrl-C
    Run,
    /// Show one now, to see what it is like
    Try {
        /// What it is called
        name: String,
    },
    /// Save them for a calendar
    Export {
        /// The calendar file; `-` prints it
        #[arg(value_name = "FILE.ics")]
        file: PathBuf,
        /// Replace a file that is there already
        #[arg(long)]
        force: bool,
    },
    /// Show one if it is due, as timers do
    #[command(hide = true)]
    Show {
        /// Its id
        id: String,
    },
}

/// Add a reminder
#[derive(Debug, Args)]
pub(in crate::cli) struct RemindAddArguments {
    /// What it is called, such as `desk break`
    pub(in crate::cli) name: String,
    /// How long from one to the next, such as `90m`
    #[arg(long, value_name = "TIME")]
    pub(in crate::cli) every: Option<String>,
    /// The part of the day for `--every`; `9:00-18:00` where nothing is said
    #[arg(long, value_name = "FROM-TO")]
    pub(in crate::cli) between: Option<String>,
    /// Times of the day instead, such as `13:00` or `11:00,15:30`
    #[arg(long, value_name = "TIMES")]
    pub(in crate::cli) at: Option<String>,
    /// The days: `daily`, `weekdays`, `weekends`, or names such as `mon,wed`
    #[arg(long, value_name = "DAYS")]
    pub(in crate::cli) on: Option<String>,
    /// The session it leads to, by its name
    #[arg(long)]
    pub(in crate::cli) session: Option<String>,
    /// A glass of water instead of a session
    #[arg(long)]
    pub(in crate::cli) water: bool,
    /// When you go to bed: it comes 45 minutes before, to wind down
    #[arg(long, value_name = "TIME")]
    pub(in crate::cli) bedtime: Option<String>,
}
