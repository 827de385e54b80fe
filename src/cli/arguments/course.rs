//! What can be asked about courses.

use clap::{Args, Subcommand};

/// Follow a course: a session a day, with a reason for each
#[derive(Debug, Args)]
#[command(
    after_help = "Without a command, the courses are listed. While one goes on, the first screen \
    offers its day; a day that is missed costs nothing."
)]
pub(in crate::cli) struct CourseArguments {
    #[command(subcommand)]
    pub(in crate::cli) command: Option<CourseCommand>,
    /// Print JSON
    #[arg(long, global = true)]
    pub(in crate::cli) json: bool,
}

/// The commands of `course`.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum CourseCommand {
    /// List the courses, and how far you have come
    List,
    /// Show the days of a course, each with its reason
    Show {
        /// The name of a course, as `unclench course` gives it
        course: String,
    },
    /// Start a course, in the place of the one that goes on
    Start {
        /// The name of a course, as `unclench course` gives it
        course: String,
    },
    /// Say what comes next in the course that goes on
    Next,
    /// Stop the course that goes on, and forget how far it was
    Stop,
}
