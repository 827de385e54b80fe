//! What can be asked of a plan on the command line.

use clap::{ArgGroup, Args};

use super::values::{self, MeantPlaces};
use crate::planner::Energy;
use crate::session::{Goal, Setting, Technique, Tool};

/// Make a session for you: minutes, places, tools and setting
#[derive(Debug, Args)]
#[command(
    after_help = "Places are regions such as `jaw` or `calf`, or plain words such as `neck`, \
    `shoulders`, `back`, `hands`, `legs` and `feet`; `neck=3` gives the neck more time. The same \
    question gives the same plan, until it was played or kept: then it gives another one. \
    `--variety` says which."
)]
#[command(group(ArgGroup::new("then").args(["play", "save", "json"]).multiple(false)))]
pub(in crate::cli) struct PlanArguments {
    /// How many minutes it shall take, to the second; `7.5` is fine
    #[arg(short, long, value_name = "M", default_value = "10", value_parser = values::minutes)]
    pub(in crate::cli) minutes: u64,
    /// Places to work, with commas between them; may be given several times
    #[arg(short, long = "region", value_name = "PLACE[=N]", value_parser = values::places)]
    pub(in crate::cli) regions: Vec<MeantPlaces>,
    /// What it is meant to help with, with commas between; may be given several times
    #[arg(short, long = "goal", value_delimiter = ',')]
    #[arg(value_parser = values::one_of(Goal::ALL, Goal::id))]
    pub(in crate::cli) goals: Vec<Goal>,
    /// Where you are
    #[arg(short, long, default_value = "home", value_parser = values::one_of(Setting::ALL, Setting::id))]
    pub(in crate::cli) setting: Setting,
    /// What you have at hand, such as a ball, with commas between; may be given several times
    #[arg(long = "tool", value_delimiter = ',')]
    #[arg(value_parser = values::one_of(Tool::ALL, Tool::id))]
    pub(in crate::cli) tools: Vec<Tool>,
    /// A technique you would like
    #[arg(long, value_parser = values::one_of(Technique::ALL, Technique::id))]
    pub(in crate::cli) technique: Option<Technique>,
    /// How much you feel like doing
    #[arg(long, default_value = "usual", value_parser = values::one_of(Energy::ALL, Energy::id))]
    pub(in crate::cli) energy: Energy,
    /// The hardest pressure you like, 1 to 5 of 10
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = values::gentle_pressure)]
    pub(in crate::cli) pressure: u8,
    /// Another number gives another plan, and the same number always the same one
    #[arg(long, value_name = "N", value_parser = values::variety)]
    pub(in crate::cli) variety: Option<u32>,
    #[command(flatten)]
    pub(in crate::cli) keeping: KeepingArguments,
    /// Play it
    #[arg(long)]
    pub(in crate::cli) play: bool,
    /// Play it as plain lines, for screen readers and pipes
    #[arg(long, requires = "play")]
    pub(in crate::cli) plain: bool,
    /// Print JSON
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

/// Where a plan is kept.
#[derive(Debug, Args)]
pub(in crate::cli) struct KeepingArguments {
    /// Save it among your own sessions under this name
    #[arg(long, value_name = "NAME", value_parser = values::session_name)]
    pub(in crate::cli) save: Option<String>,
    /// Replace a session of your own of that name
    #[arg(long, requires = "save")]
    pub(in crate::cli) force: bool,
}
