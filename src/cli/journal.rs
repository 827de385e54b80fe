//! `journal`: what a person has played and how it felt, listed, told, taken along and erased.

mod opening;
mod report;
mod stats;
mod transfer;
mod words;

use std::path::Path;

use super::arguments::{
    CoinWish, JournalAddArguments, JournalArguments, JournalCommand, ToldArguments,
};
use super::console::Console;
use super::exit::{Exit, Failure};
use super::exported;
use super::files::load;
use super::names::name_meant;
use super::setup::Setup;
use super::text::{fold, printable};
use crate::conductor::moment_here;
use crate::config::Paths;
use crate::files;
use crate::journal::{
    CoinSide, DayCoin, EntryEnding, EntryId, Journal, JournalEntry, JournalError, Rating,
    SessionContent, SessionProgress,
};
use crate::lengths::to_the_minute;
use crate::library::Library;
use crate::reminders::ReadReminders;
use crate::words::{Message, Texts};
use opening::{cannot, entries, open, open_to_read, what_helped};

/// How many entries are listed where not all are asked for.
const LISTED: u32 = 20;

/// Does what is asked about the journal.
pub(super) fn journal(
    arguments: &JournalArguments,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let setup = Setup::read(console);
    let paths = setup.folders()?;
    match &arguments.command {
        None => {
            let entries = entries(Some(LISTED), &setup, paths, console)?;
            words::list(&entries, setup.report_texts(), console)?;
        }
        Some(JournalCommand::List(wish)) => {
            let most = if wish.all { None } else { Some(LISTED) };
            let entries = entries(most, &setup, paths, console)?;
            if wish.csv {
                transfer::write_sheet(&entries, console)?;
            } else if wish.json {
                transfer::write_facts(&entries, console)?;
            } else {
                words::list(&entries, setup.report_texts(), console)?;
            }
        }
        Some(JournalCommand::Show { id, json }) => {
            let journal = open_to_read(&setup, paths, console)?;
            let entry = journal
                .map_or_else(|| Err(not_there(id)), |journal| called(&journal, paths, id))?;
            if *json {
                transfer::write_facts(&[entry], console)?;
            } else {
                words::show(&entry, setup.report_texts(), console)?;
            }
        }
        Some(JournalCommand::Add(wish)) => add(wish, &setup, paths, console)?,
        Some(JournalCommand::Note(wish)) => {
            let mut journal = open(&setup, paths, console)?;
            let ratings = wish.told.ratings()?;
            let entry = called(&journal, paths, &wish.id)?;
            let note = wish.told.note.as_ref();
            tell(&mut journal, &entry.id, &ratings, note).map_err(|error| cannot(&error, paths))?;
            let entry = called(&journal, paths, entry.id.text())?;
            words::show(&entry, setup.report_texts(), console)?;
        }
        Some(JournalCommand::Stats { .. } | JournalCommand::Report { .. }) => {
            tell_what_helped(arguments, &setup, paths, console)?;
        }
        Some(JournalCommand::Coin { wish }) => coin(*wish, &setup, paths, console)?,
        Some(JournalCommand::Export(wish)) => {
            let entries = entries(None, &setup, paths, console)?;
            transfer::export(wish, &entries, (paths, setup.report_texts()), console)?;
        }
        Some(JournalCommand::Import { file }) => {
            let read = transfer::read(file)?;
            let new = open(&setup, paths, console)?
                .merge(&read)
                .map_err(|error| cannot(&error, paths))?;
            let told = Message::new("journal-taken-in").with("new", new);
            let told = setup.report_texts().text(&told.with("all", read.len()));
            writeln!(console.out, "{told}")?;
        }
        Some(JournalCommand::Erase) => erase(paths, setup.report_texts(), console)?,
    }
    Ok(Exit::Done)
}

/// Tells what helped, in lines or as a page.
fn tell_what_helped(
    arguments: &JournalArguments,
    setup: &Setup,
    paths: &Paths,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    match &arguments.command {
        Some(JournalCommand::Stats { session, by, json }) => {
            let wish = (session.clone(), by.is_some());
            let helped = what_helped(wish, setup, paths, console)?;
            if *json {
                stats::write_facts(&helped, *by, console)?;
            } else {
                let goal = ReadReminders::load(paths).ok().and_then(|it| it.file.goal);
                stats::tell(&helped, *by, goal, setup.report_texts(), console)?;
            }
        }
        Some(JournalCommand::Report { output, force }) => {
            let helped = what_helped((None, true), setup, paths, console)?;
            let goal = ReadReminders::load(paths).ok().and_then(|it| it.file.goal);
            let page = report::page(&helped, goal, moment_here(), setup.report_texts());
            exported::save(&page, output, *force, (Some(paths), setup.report_texts()), console)?;
        }
        _ => {}
    }
    Ok(())
}

/// Lets a coin decide days, or no longer, and says what it says of today.
fn coin(
    wish: Option<CoinWish>,
    setup: &Setup,
    paths: &Paths,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let file = paths.coin_file();
    let coin = match wish {
        None => DayCoin::load(&file),
        // A coin that decides already goes on.
        Some(CoinWish::On) => {
            Some(DayCoin::pick_up(&file).map_err(|error| Failure::unkept(&error))?)
        }
        Some(CoinWish::Off) => {
            DayCoin::lay_aside(&file).map_err(|error| Failure::unkept(&error))?;
            None
        }
    };
    let today = moment_here().day(setup.settings.day_begins);
    let told = match coin.map(|coin| coin.side_on(today)) {
        None if wish.is_some() => "coin-off",
        None => "coin-none",
        Some(CoinSide::Session) => "coin-session",
        Some(CoinSide::Rest) => "coin-rest",
    };
    for line in fold(&setup.report_texts().text(&Message::new(told)), console.text_width()) {
        writeln!(console.out, "{line}")?;
    }
    Ok(())
}

/// Removes the journal, and says so.
fn erase(paths: &Paths, texts: &Texts, console: &mut Console<'_>) -> anyhow::Result<()> {
    let erased = Journal::erase(&paths.journal_file()).map_err(|error| cannot(&error, paths))?;
    let coin = paths.coin_file();
    files::erase(&coin).map_err(|error| Failure::unwritten(&coin, &error))?;
    let answer = match erased {
        Some(_) => "journal-erased",
        None => "journal-none",
    };
    writeln!(console.out, "{}", texts.text(&Message::new(answer)))?;
    Ok(())
}

/// The entry whose id begins so, or the last one.
fn called(journal: &Journal, paths: &Paths, id: &str) -> Result<JournalEntry, Failure> {
    let word = id.trim().to_lowercase();
    let found = if word == "last" { journal.entries(Some(1)) } else { journal.called(&word) };
    let mut found = found.map_err(|error| cannot(&error, paths))?;
    if found.len() > 1 {
        let failure = Failure::new(format!("more than one id begins with “{}”", printable(id)));
        return Err(failure.help("write a letter more of it"));
    }
    found.pop().ok_or_else(|| not_there(id))
}

/// That there is no such session; no last one, where there is none at all.
fn not_there(id: &str) -> Failure {
    if id.trim().eq_ignore_ascii_case("last") {
        return Failure::new("there is nothing in your journal yet")
            .help("it begins with the next session; `unclench journal add` tells it of another");
    }
    let message = format!("no session in your journal is called “{}”", printable(id));
    Failure::new(message).help("`unclench journal` lists them, each after its id")
}

fn add(
    wish: &JournalAddArguments,
    setup: &Setup,
    paths: &Paths,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    let (session, title) = session_done(&wish.session, &setup.library(), console)?;
    let ratings = wish.told.ratings()?;
    let entry = JournalEntry {
        id: EntryId::new(),
        session,
        title,
        asked: Some(wish.minutes),
        began: wish.at.unwrap_or_else(moment_here),
        progress: SessionProgress {
            position: wish.minutes,
            length: wish.minutes,
            played: wish.minutes,
            ending: Some(EntryEnding::Done),
            ..SessionProgress::default()
        },
        content: SessionContent::default(),
        pain_at: None,
        coin: None,
        ratings,
        note: wish.told.note.clone().unwrap_or_default(),
        is_let_go: false,
    };
    open(setup, paths, console)?.keep(&entry).map_err(|error| cannot(&error, paths))?;
    let (title, length) = (printable(&entry.title), to_the_minute(wish.minutes));
    let told = Message::new("journal-added").with("title", title).with("length", length);
    writeln!(console.out, "{}", setup.report_texts().text(&told))?;
    Ok(())
}

/// The name and title of a session that was done: one there is, a file that is named as such, or a few
/// words of the person's own.
fn session_done(
    told: &str,
    library: &Library,
    console: &mut Console<'_>,
) -> anyhow::Result<(String, String)> {
    if let Ok(id) = name_meant(told, library.ids()) {
        // What was done was done, though its file needs mending by now.
        let title = library.load(id).map_or_else(|_| id.to_owned(), |known| known.session.title);
        return Ok((id.to_owned(), title));
    }
    let is_path = ["/", "./", "../", "~/"].iter().any(|begin| told.starts_with(begin))
        || files::has_ending(Path::new(told), "toml");
    if !is_path {
        return Ok((told.to_owned(), told.to_owned()));
    }
    let loaded = load(library, Path::new(told), console)?;
    Ok((loaded.id, loaded.session.title))
}

fn tell(
    journal: &mut Journal,
    id: &EntryId,
    ratings: &[Rating],
    note: Option<&String>,
) -> Result<(), JournalError> {
    journal.rate(id, ratings)?;
    note.map_or(Ok(()), |note| journal.annotate(id, note))
}

impl ToldArguments {
    /// All that was said in numbers.
    ///
    /// # Errors
    /// Where one thing was said twice: nothing tells which of the two is meant.
    fn ratings(&self) -> Result<Vec<Rating>, Failure> {
        let mut ratings: Vec<Rating> = Vec::new();
        for rating in self.before.iter().chain(&self.after).chain(&self.slept) {
            let is_same = |it: &Rating| (it.moment, it.measure) == (rating.moment, rating.measure);
            if ratings.iter().any(is_same) {
                let (moment, measure) = (rating.moment.word(), rating.measure.word());
                let failure = Failure::usage(format!("`--{moment} {measure}` is there twice"));
                return Err(failure.help("leave out the one that is not meant"));
            }
            ratings.push(*rating);
        }
        Ok(ratings)
    }
}
