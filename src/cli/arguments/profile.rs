//! What can be asked for about the health profile.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::values;
use crate::body::Side;
use crate::care::{ConditionGroup, HandReach, HandUse};

pub(in crate::cli) use values::{GivenAnswer, ToolList};

/// Tell what your body needs, so that sessions can spare it
#[derive(Debug, Args)]
#[command(
    after_help = "Without a command, your profile is shown. It is kept on this machine alone, \
    readable by you alone, and every part of it is up to you: what you leave out is simply not known."
)]
pub(in crate::cli) struct ProfileArguments {
    #[command(subcommand)]
    pub(in crate::cli) command: Option<ProfileCommand>,
}

/// The commands of `profile`.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ProfileCommand {
    /// List the conditions that can be told, in plain words
    List,
    /// Tell a condition you have
    Add {
        /// Its name, as `unclench profile list` gives it
        condition: String,
        /// Where it sits, such as `left-calf` or `hands`; may be given more than once
        #[arg(long = "place", value_name = "PLACE")]
        places: Vec<String>,
    },
    /// Take a condition out again
    Remove {
        /// Its name, as `unclench profile list` gives it
        condition: String,
        /// Only at this place
        #[arg(long = "place", value_name = "PLACE")]
        places: Vec<String>,
    },
    Set(ProfileSetArguments),
    Today(ProfileTodayArguments),
    Export(ProfileExportArguments),
    /// Remove the profile and every trace of it
    Erase,
}

/// Tell what you like and what your hands can do; `unknown` takes an answer back
#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub(in crate::cli) struct ProfileSetArguments {
    /// The hardest pressure you like, 0 to 10 of discomfort
    #[arg(long, value_name = "N", value_parser = values::known(values::discomfort))]
    pub(in crate::cli) pressure: Option<GivenAnswer<u8>>,
    /// The tools you own of `ball`, `roller`, `warm-pack` and `cold-pack`, with commas between
    /// them, or `none`
    #[arg(long, value_name = "LIST", value_parser = values::known(values::tools))]
    pub(in crate::cli) tools: Option<GivenAnswer<ToolList>>,
    /// What your left hand can do
    #[arg(long, value_name = "N", value_parser = values::one_of(HandUse::ALL, HandUse::id))]
    pub(in crate::cli) left_hand: Option<HandUse>,
    /// What your right hand can do
    #[arg(long, value_name = "N", value_parser = values::one_of(HandUse::ALL, HandUse::id))]
    pub(in crate::cli) right_hand: Option<HandUse>,
    /// How far your hands reach
    #[arg(long, value_name = "FAR", value_parser = values::one_of(HandReach::ALL, HandReach::id))]
    pub(in crate::cli) reach: Option<HandReach>,
    /// The side you like to begin with: `left` or `right`
    #[arg(long, value_name = "SIDE", value_parser = values::known(values::side))]
    pub(in crate::cli) first_side: Option<GivenAnswer<Side>>,
    /// Whether you get down to the floor and up again: `yes` or `no`
    #[arg(long, value_name = "ANSWER", value_parser = values::known(values::yes_or_no))]
    pub(in crate::cli) floor: Option<GivenAnswer<bool>>,
    /// You have nothing more to tell in this group of conditions; may be given more than once
    #[arg(long, value_name = "GROUP", value_parser = values::one_of(ConditionGroup::ALL, ConditionGroup::id))]
    pub(in crate::cli) answered: Vec<ConditionGroup>,
}

/// Show what you answered today before a session, or change it
#[derive(Debug, Args)]
pub(in crate::cli) struct ProfileTodayArguments {
    /// It is so after all: the name of a question; may be given more than once
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) so: Vec<String>,
    /// It is not so after all: the name of a question; may be given more than once
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) not: Vec<String>,
    /// Forget today's answers first, so that you are asked anew
    #[arg(long)]
    pub(in crate::cli) again: bool,
}

/// Print your profile, or save it as a file
#[derive(Debug, Args)]
pub(in crate::cli) struct ProfileExportArguments {
    /// Save it in this file, readable by you alone
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Replace a file that is there already
    #[arg(long)]
    pub(in crate::cli) force: bool,
    /// As JSON
    #[arg(long)]
    pub(in crate::cli) json: bool,
}
