//! What can be asked for on the command line.

mod course;
mod journal;
mod plan;
mod profile;
mod reading;
mod remind;
mod values;

use std::path::PathBuf;

use clap::{ArgGroup, Args, Parser, Subcommand};

use crate::body::{Region, Side};
use crate::choices::{Channels, Choice as _, ColorChoice, Guidance, Mix};
use crate::session::{Goal, Setting, Technique};

pub(super) use course::{CourseArguments, CourseCommand};
pub(super) use journal::{
    CoinWish, JournalAddArguments, JournalArguments, JournalCommand, JournalExportArguments,
    ToldArguments,
};
pub(super) use plan::PlanArguments;
pub(super) use profile::{
    ProfileArguments, ProfileCommand, ProfileExportArguments, ProfileSetArguments,
    ProfileTodayArguments, ToolList,
};
pub(super) use reading::read;
pub(super) use remind::{RemindAddArguments, RemindArguments, RemindCommand};

/// A guided relaxation companion: self-massage, breathing and wind-down in the terminal.
///
/// Without a command, Unclench opens with three sessions that suit the time of day.
#[derive(Debug, Parser)]
#[command(
    name = "unclench",
    version,
    max_term_width = 88,
    disable_help_subcommand = true,
    after_help = "Examples:
  unclench                         open Unclench
  unclench play feet --minutes 9   nine minutes for your feet
  unclench breathe 4-6             in for four seconds, out for six
  unclench plan --region neck      a session made for you
  unclench list --setting bed      what there is for the evening
  unclench learn calf              how to reach it, and what is known"
)]
pub(super) struct Arguments {
    /// How many colours to draw with
    #[arg(long, global = true, display_order = 900, value_name = "N", value_parser = values::one_of(ColorChoice::ALL, ColorChoice::word))]
    pub(super) colours: Option<ColorChoice>,
    #[command(subcommand)]
    pub(super) command: Option<CliCommand>,
}

/// The sides, in the order they are told.
const SIDES: &[Side] = &[Side::Left, Side::Right];

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum CliCommand {
    Play(PlayArguments),
    Breathe(BreatheArguments),
    Plan(PlanArguments),
    Render(RenderArguments),
    #[command(alias = "search")]
    List(ListArguments),
    Show(ShowArguments),
    Course(CourseArguments),
    Learn(LearnArguments),
    Profile(ProfileArguments),
    Journal(JournalArguments),
    Remind(RemindArguments),
    Care(CareArguments),
    Sounds(SoundsArguments),
    Check(CheckArguments),
    Schema(SchemaArguments),
    Voices(VoicesArguments),
    /// Say what works on this machine, and where things are kept
    Doctor,
    Completions(CompletionsArguments),
    /// Print the manual page
    Man,
    #[command(hide = true)]
    Speak(SpeakArguments),
}

/// Speak a sentence with the built-in voice: words from the standard input, a WAV file to the
/// standard output. Unclench starts itself so, to give back what the voice took.
#[derive(Debug, Args)]
pub(super) struct SpeakArguments {
    /// How long the words should take
    pub(super) milliseconds: u64,
    /// The name of the voice, or its file
    pub(super) voice: String,
}

/// Play a session by its name, or a file of your own
#[derive(Debug, Args)]
pub(super) struct PlayArguments {
    /// The name of a session, as `unclench list` gives it, or a session file
    #[arg(value_name = "SESSION|FILE")]
    pub(super) session: PathBuf,
    #[command(flatten)]
    pub(super) playing: PlaybackArguments,
}

/// Breathe a pattern, by name or by its numbers
#[derive(Debug, Args)]
#[command(after_help = "Numbers are seconds: `4-6` is in and out, `4-7-8` in, hold and out, \
    `4-4-4-4` in, hold, out and rest. Without a pattern, the named ones are listed.")]
pub(super) struct BreatheArguments {
    /// A named pattern such as `coherent`, or numbers such as `4-6`
    pub(super) pattern: Option<String>,
    #[command(flatten)]
    pub(super) playing: PlaybackArguments,
}

/// How something is played.
#[derive(Debug, Args)]
pub(super) struct PlaybackArguments {
    /// Fit it to this many minutes; `7.5` is fine
    #[arg(short, long, value_name = "M", value_parser = values::minutes, allow_negative_numbers = true)]
    pub(super) minutes: Option<u64>,
    /// Begin this far in, such as `2m` or `1m30s`
    #[arg(long, value_name = "TIME", value_parser = values::time)]
    pub(super) from: Option<u64>,
    /// Play slower or faster, 0.25 to 20, for those who write sessions
    #[arg(long, value_name = "X", value_parser = values::speed)]
    pub(super) speed: Option<f64>,
    /// Loudness, 0 to 100
    #[arg(long, value_name = "N", value_parser = values::loudness)]
    pub(super) volume: Option<u8>,
    /// The background: the name of a bed, `none`, or `session` for what the session has
    #[arg(long, value_name = "NAME", value_parser = values::name)]
    pub(super) bed: Option<String>,
    /// Left and right, or the same for both ears
    #[arg(long, value_name = "N", value_parser = values::one_of(Channels::ALL, Channels::word))]
    pub(super) channels: Option<Channels>,
    /// Begin without sound
    #[arg(long)]
    pub(super) mute: bool,
    /// Who speaks: an engine or a voice, as `unclench voices` names them, or `none`
    #[arg(long, value_name = "NAME", value_parser = values::name)]
    pub(super) voice: Option<String>,
    /// What is said beside the author's words: `full`, `less`, or `author` for those alone
    #[arg(long, value_name = "HOW", value_parser = values::one_of(Guidance::ALL, Guidance::word))]
    pub(super) guidance: Option<Guidance>,
    /// At night, let the bed play on for so many minutes after the session, 0 to 45
    #[arg(long, value_name = "M", value_parser = values::play_on)]
    pub(super) sleep_timer: Option<u32>,
    /// Keep the screen nearly still
    #[arg(long)]
    pub(super) reduced_motion: bool,
    /// Play as plain lines, for screen readers and pipes; chosen by itself without a terminal
    #[arg(long)]
    pub(super) plain: bool,
}

/// Save a session as a sound file, with captions if you like
#[derive(Debug, Args)]
#[command(
    after_help = "It sounds as it would when played, and a step that waits for you goes on by \
    itself. How it sounds follows your settings; its loudness does not."
)]
#[command(group(ArgGroup::new("results").args(["output", "captions"]).required(true).multiple(true)))]
pub(super) struct RenderArguments {
    /// The name of a session, as `unclench list` gives it, or a session file
    #[arg(value_name = "SESSION|FILE")]
    pub(super) session: PathBuf,
    /// The sound file: .wav, .flac or .ogg
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Write what is shown and said to this WebVTT file, alone or beside the sound; `-` prints it
    #[arg(long, value_name = "FILE.vtt")]
    pub(super) captions: Option<PathBuf>,
    /// Fit it to this many minutes; `7.5` is fine
    #[arg(short, long, value_name = "M", value_parser = values::minutes, allow_negative_numbers = true)]
    pub(super) minutes: Option<u64>,
    /// Which side goes first
    #[arg(long, value_name = "SIDE", value_parser = values::one_of(SIDES, Side::word))]
    pub(super) first_side: Option<Side>,
    /// The background: the name of a bed, `none`, or `session` for what the session has
    #[arg(long, value_name = "NAME", value_parser = values::name)]
    pub(super) bed: Option<String>,
    /// Loudness, 0 to 100
    #[arg(long, value_name = "N", default_value_t = Mix::MEANT, value_parser = values::loudness)]
    pub(super) volume: u8,
    /// Who speaks: an engine or a voice, as `unclench voices` names them, or `none`
    #[arg(long, value_name = "NAME", value_parser = values::name)]
    pub(super) voice: Option<String>,
    /// What is said beside the author's words: `full`, `less`, or `author` for those alone
    #[arg(long, value_name = "HOW", value_parser = values::one_of(Guidance::ALL, Guidance::word))]
    pub(super) guidance: Option<Guidance>,
    /// Left and right, or one channel
    #[arg(long, value_name = "N", value_parser = values::one_of(Channels::ALL, Channels::word))]
    pub(super) channels: Option<Channels>,
    /// Save it as it sounds at night: soft, and without a chime at its end; sessions for bed are
    /// saved so anyway
    #[arg(long)]
    pub(super) night: bool,
    /// Save it as it sounds by day
    #[arg(long, conflicts_with = "night")]
    pub(super) day: bool,
    /// At night, let the bed play on for so many minutes after the session, 0 to 45, and then fade;
    /// otherwise it fades before the end
    #[arg(long, value_name = "M", value_parser = values::play_on)]
    pub(super) play_on: Option<u32>,
    /// Replace files that are there already
    #[arg(long)]
    pub(super) force: bool,
}

/// List the sessions, or find some by what you come for
#[derive(Debug, Args)]
pub(super) struct ListArguments {
    /// Only those that fit these words, the best first: `headache`, `cant sleep`, `neck 5min`
    pub(super) words: Vec<String>,
    /// Only those meant to help with this
    #[arg(long, value_parser = values::one_of(Goal::ALL, Goal::id))]
    pub(super) goal: Option<Goal>,
    /// Only those that work this region, such as `calf` or `neck-back`
    #[arg(long, value_parser = values::region)]
    pub(super) region: Option<Region>,
    /// Only those that use this technique
    #[arg(long, value_parser = values::one_of(Technique::ALL, Technique::id))]
    pub(super) technique: Option<Technique>,
    /// Only those that suit this setting
    #[arg(long, value_parser = values::one_of(Setting::ALL, Setting::id))]
    pub(super) setting: Option<Setting>,
    /// Only those that last no longer, as written
    #[arg(long, value_name = "M", value_parser = values::minutes)]
    pub(super) max_minutes: Option<u64>,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// Show what a session holds
#[derive(Debug, Args)]
pub(super) struct ShowArguments {
    /// The name of a session, as `unclench list` gives it, or a session file
    #[arg(value_name = "SESSION|FILE")]
    pub(super) session: PathBuf,
    /// Show every part and every sound with its time
    #[arg(long)]
    pub(super) timeline: bool,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// Read a page on a technique, a place, a way to breathe or a goal
#[derive(Debug, Args)]
#[command(after_help = "Without a topic, all of them are listed.")]
pub(super) struct LearnArguments {
    /// What to read about, such as `calf`, `trigger point`, `4-7-8`, `sleep` or `stiff neck`
    pub(super) topic: Vec<String>,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// See how the sessions fare for each condition
#[derive(Debug, Args)]
pub(super) struct CareArguments {
    #[command(subcommand)]
    pub(super) command: CareCommand,
}

/// What can be asked about care.
#[derive(Debug, Subcommand)]
pub(super) enum CareCommand {
    Audit(AuditArguments),
}

/// Say of every shipped session what gives way under each condition
#[derive(Debug, Args)]
#[command(
    after_help = "In JSON, `says_so` tells that less than half of a session is left and that it says \
    this before it begins; `cautions_complete` tells that everyone is told of the condition. \
    `unclench learn safety` is the page with every rule."
)]
pub(super) struct AuditArguments {
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// List the sounds, hear one, or check sounds of your own
#[derive(Debug, Args)]
#[command(
    after_help = "Without a command, the sounds are listed. Sounds of your own are recipes or \
    WAV, FLAC, Ogg Vorbis and MP3 files in the folder that `unclench doctor` names; a session calls \
    them by the names of their files. `sounds/README.md` explains recipes."
)]
pub(super) struct SoundsArguments {
    #[command(subcommand)]
    pub(super) command: Option<SoundsCommand>,
}

/// The commands of `sounds`.
#[derive(Debug, Subcommand)]
pub(super) enum SoundsCommand {
    /// List the sounds: their names, what they are, and where your own come from
    List,
    /// Hear a sound for a few seconds, or until you press Enter
    Play {
        /// The name of a sound, as `unclench sounds` gives it
        #[arg(value_parser = values::name)]
        name: String,
        /// Loudness, 0 to 100
        #[arg(long, value_name = "N", value_parser = values::loudness)]
        volume: Option<u8>,
    },
    /// Find what is wrong with recipes and sound files
    Check {
        /// Recipes and sound files, or folders of them
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
}

/// Find every problem in session files, and how to mend each
#[derive(Debug, Args)]
#[command(
    after_help = "Errors keep a session from being played. Warnings keep it from being good: \
    words that run into the next, a side nobody names, a press that lasts too long. \
    `sessions/README.md` tells what makes a good session."
)]
pub(super) struct CheckArguments {
    /// Session files, or folders of them; a folder called `moves` holds moves
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Take every warning as an error, also those about what makes a session good
    #[arg(long)]
    pub(super) strict: bool,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// List the voices of this machine, and who would speak
#[derive(Debug, Args)]
#[command(
    after_help = "Voices come from Piper, from macOS or Windows, from Unclench itself (English) or \
    from espeak-ng, the first that is there; the table `[voice]` of your settings chooses among them. A recording of your own \
    comes before them all: `--clips` tells what it must be called."
)]
pub(super) struct VoicesArguments {
    /// Only those that speak this language, such as `en` or `pt-BR`
    #[arg(long, value_name = "LANGUAGE")]
    pub(super) language: Option<String>,
    /// Speak a sample: by this engine or voice, by `all` in turn, or by the one that would speak
    #[arg(long = "try", value_name = "NAME", value_parser = values::name, num_args = 0..=1, default_missing_value = "auto")]
    pub(super) sample: Option<String>,
    /// List the lines of this session instead, and what a recording of each is called
    #[arg(long, value_name = "SESSION|FILE", conflicts_with_all = ["language", "sample"])]
    pub(super) clips: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// Print the JSON Schema of session files, for editors
#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    /// The schema of move files instead
    #[arg(long)]
    pub(super) moves: bool,
}

/// Print a completion script for a shell
#[derive(Debug, Args)]
pub(super) struct CompletionsArguments {
    /// The shell
    pub(super) shell: clap_complete::Shell,
}
