//! Commands, reports and exit codes. The only room that prints.

mod arguments;
mod background;
mod before;
mod breathe;
mod care;
mod check;
mod check_in;
mod console;
mod course;
mod doctor;
mod exit;
mod exported;
mod facts;
mod files;
mod journal;
mod learn;
mod list;
mod man;
mod names;
mod plain;
mod plan;
mod play;
mod printer;
mod profile;
mod remind;
mod render;
mod setup;
mod show;
mod sounds;
mod speak;
#[cfg(test)]
mod tests;
mod text;
mod unheard;
mod voices;
mod who;

use std::ffi::OsString;
use std::io::{self, BufWriter};

use clap::CommandFactory as _;

pub use exit::Exit;

use arguments::{Arguments, CliCommand};
use console::Console;
use printer::Printer;
use setup::Setup;

/// Does what the command line asks and says how it went. The first argument is the program's name.
///
/// It may be called more than once in one process.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    // Not locked: the screen writes there too, from under this call.
    let mut out = Printer::new(BufWriter::new(io::stdout()));
    let mut err = Printer::new(io::stderr());
    run_on(arguments, &mut Console::of_process(&mut out, &mut err))
}

fn run_on(arguments: impl IntoIterator<Item = OsString>, console: &mut Console<'_>) -> Exit {
    let outcome = run_command(arguments, console).and_then(|exit| match console.out.flush() {
        // A program that was ended has said what it could: its terminal may be gone.
        Err(error) if !matches!(exit, Exit::Interrupted(_)) => Err(error.into()),
        _ => Ok(exit),
    });
    match outcome {
        Ok(exit) => exit,
        Err(error) => {
            // What was written so far comes before the report; the report matters more.
            let _ = console.out.flush();
            exit::report(&error, console.err)
        }
    }
}

fn run_command(
    arguments: impl IntoIterator<Item = OsString>,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    // The most common way to start needs no parser.
    if arguments.len() <= 1 {
        return play::home(Setup::read(console), console);
    }
    match arguments::read(&arguments) {
        Ok(Arguments { command, colours }) => {
            console.colours = colours;
            match command {
                None => play::home(Setup::read(console), console),
                Some(command) => dispatch(&command, console),
            }
        }
        Err(misread) => console.clap_says(&misread.answer, &misread.help),
    }
}

fn dispatch(command: &CliCommand, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    match command {
        CliCommand::Play(arguments) => play::play(arguments, Setup::read(console), console),
        CliCommand::Breathe(arguments) => breathe::breathe(arguments, console),
        CliCommand::Plan(arguments) => plan::plan(arguments, Setup::read(console), console),
        CliCommand::Render(arguments) => render::render(arguments, &Setup::read(console), console),
        CliCommand::List(arguments) => list::list(arguments, console),
        CliCommand::Show(arguments) => show::show(arguments, &Setup::read(console), console),
        CliCommand::Course(arguments) => course::course(arguments, console),
        CliCommand::Learn(arguments) => learn::learn(arguments, console),
        CliCommand::Profile(arguments) => profile::profile(arguments, console),
        CliCommand::Journal(arguments) => journal::journal(arguments, console),
        CliCommand::Remind(arguments) => remind::remind(arguments, console),
        CliCommand::Care(arguments) => care::care(arguments, console),
        CliCommand::Sounds(arguments) => sounds::sounds(arguments, console),
        CliCommand::Check(arguments) => check::check(arguments, console),
        CliCommand::Schema(arguments) => schema(arguments.moves, console),
        CliCommand::Voices(arguments) => voices::voices(arguments, console),
        CliCommand::Doctor => doctor::doctor(console),
        CliCommand::Completions(arguments) => completions(arguments.shell, console),
        CliCommand::Man => {
            man::page(Arguments::command(), console.out)?;
            Ok(Exit::Done)
        }
        CliCommand::Speak(arguments) => speak::speak(arguments),
    }
}

fn schema(of_moves: bool, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let schema =
        if of_moves { crate::format::move_schema() } else { crate::format::session_schema() };
    console.out.write_all(schema.as_bytes())?;
    Ok(Exit::Done)
}

fn completions(shell: clap_complete::Shell, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    // Written to memory first: the generator panics where its output is closed.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "unclench", &mut script);
    console.out.write_all(&script)?;
    Ok(Exit::Done)
}
