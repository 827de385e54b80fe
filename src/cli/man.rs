//! The manual page.

use std::io::{self, Write};

use clap::builder::PossibleValue;
use clap::{Arg, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use crate::screens::Place;
use crate::screens::keymap::keys;

/// Writes the manual page of a command.
pub(super) fn page(command: Command, out: &mut dyn Write) -> io::Result<()> {
    let mut command = command;
    command.build();
    let listed = command.get_subcommands().filter(|it| !it.is_hide_set());
    let subcommands: Vec<Command> = listed.cloned().collect();
    let man = Man::new(command);
    // In memory first, so that a closed pipe is met in one place.
    let mut text = Vec::new();
    man.render_title(&mut text)?;
    man.render_name_section(&mut text)?;
    man.render_synopsis_section(&mut text)?;
    man.render_description_section(&mut text)?;
    commands(&subcommands).to_writer(&mut text)?;
    sections().to_writer(&mut text)?;
    out.write_all(&text)
}

/// Every command with its arguments, so that one page says it all.
fn commands(subcommands: &[Command]) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["COMMANDS"]);
    for command in subcommands {
        let usage = command.clone().render_usage().to_string();
        let usage = usage.trim_start_matches("Usage: ").to_owned();
        roff.control("SS", [usage.as_str()]);
        if let Some(about) = command.get_about() {
            roff.text([roman(format!("{about}."))]);
        }
        for argument in command.get_arguments().filter(|arg| !is_help(arg)) {
            roff.control("TP", []);
            roff.text(name_of(argument));
            let help = argument.get_long_help().or(argument.get_help());
            let help = help.map(ToString::to_string).unwrap_or_default();
            roff.text([roman(format!("{}{}", help.replace('\n', " "), values_of(argument)))]);
        }
    }
    roff
}

fn is_help(argument: &Arg) -> bool {
    argument.get_id() == "help"
}

fn name_of(argument: &Arg) -> Vec<Inline> {
    let value = argument.get_value_names().unwrap_or_default();
    let value = value.first().map(ToString::to_string).unwrap_or_default();
    let takes_value = argument.get_action().takes_values();
    match (argument.get_long(), takes_value) {
        (None, _) => vec![italic(value)],
        (Some(long), false) => vec![bold(format!("--{long}"))],
        (Some(long), true) => vec![bold(format!("--{long}")), roman(" "), italic(value)],
    }
}

fn values_of(argument: &Arg) -> String {
    let values = argument.get_possible_values();
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    if names.is_empty() || !argument.get_action().takes_values() {
        String::new()
    } else {
        format!(": {}", names.join(", "))
    }
}

/// What a manual page says beside its commands.
fn sections() -> Roff {
    let mut roff = Roff::new();
    section(&mut roff, "KEYS", &keys_section());
    section(&mut roff, "FILES", FILES);
    section(&mut roff, "ENVIRONMENT", ENVIRONMENT);
    section(&mut roff, "EXIT STATUS", EXIT_STATUS);
    roff
}

/// A section of paragraphs; a line that holds a tab is a term and what it means.
fn section(roff: &mut Roff, title: &str, text: &str) {
    roff.control("SH", [title]);
    for line in text.lines() {
        match line.split_once('\t') {
            Some((term, meaning)) => {
                roff.control("TP", []);
                roff.text([bold(term)]);
                roff.text([roman(meaning)]);
            }
            None => {
                roff.text([roman(line)]);
            }
        }
    }
}

/// The keys: one line each, a tab between the keys and what they do.
fn keys_section() -> String {
    let mut text = String::from("Press ? on any screen to see its keys. While a session plays:");
    let volumes = "\nIn the volumes, which v opens:";
    for (heading, place) in [("", Place::Playing), (volumes, Place::Volumes)] {
        text.push_str(heading);
        for (written, label) in keys(place) {
            text.extend(["\n", written, "\t", label]);
        }
    }
    text.push_str("\nIn the dark after a session at night, while its sound plays on:");
    for (written, label) in keys(Place::Dark) {
        text.extend(["\n", written, "\t", label]);
    }
    text
}

const FILES: &str = "\
Folders follow the conventions of the system; on Linux they are:
~/.config/unclench/settings.toml\tYour settings. Every key may be left out.
~/.local/share/unclench/sessions/\tYour own sessions. A file here takes the place of a built-in \
session of the same name.
~/.local/share/unclench/sessions/moves/\tYour own moves.
~/.local/share/unclench/sessions/NAME.voice/\tRecordings of what the session NAME says; \
`unclench voices --clips NAME` tells what each is called.
~/.local/share/unclench/voices/\tVoices: for Piper each a model with its description, and files that end in .voice.
~/.cache/unclench/voice/\tLines that were spoken before. It may be removed at any time.
~/.local/state/unclench/\tWhat is remembered between runs, such as the volumes and \
the background.
~/.local/state/unclench/profile.toml\tYour health profile, readable by you alone; \
`unclench profile erase` removes it.";

const ENVIRONMENT: &str = "\
NO_COLOR\tWhere it is set and not empty, nothing is drawn in colour.
COLUMNS\tHow wide lists and texts may be.";

const EXIT_STATUS: &str = "\
0\tDone. A closed pipe counts as done.
1\tThere is a problem in the input, such as a session file that needs mending.
2\tThe command line was not understood.
128+N\tEnded by signal N: 130 by Ctrl-C, 129 where the terminal was closed.";
