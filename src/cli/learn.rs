//! `learn`: the topics, or the page about one.

mod json;

use std::io;

use super::arguments::LearnArguments;
use super::console::Console;
use super::exit::{Exit, Failure};
use super::list::{taken_for, write_json};
use super::names::name_meant;
use super::setup::{self, Setup};
use super::text::{fold, in_columns};
use crate::config::Paths;
use crate::files::composed;
use crate::learn::{FoundTopics, Page, Statement, Topic, TopicGroup, find, names, search};
use crate::library::{Catalogue, search as search_sessions};
use crate::problem::letters::odd_letter;
use crate::words::{Message, Texts};

/// A page is set no wider than this, in columns.
const WIDEST: usize = 72;
/// How many other pages are named below one that was searched for.
const OTHERS: usize = 3;
/// Columns of the names before facts.
const NAME: usize = 10;

/// Prints the page about a topic, or lists the topics.
pub(super) fn learn(arguments: &LearnArguments, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    if arguments.topic.is_empty() {
        return list(arguments.json, console);
    }
    let words = arguments.topic.join(" ");
    let exact = find(&composed(&words));
    // The pages are read through only for words that name none of them.
    let searched = if exact.is_none() { search(&words) } else { FoundTopics::default() };
    let FoundTopics { topics, is_near, meant } = searched;
    let found = exact.or(topics.first().copied().filter(|_| !is_near));
    let topic = found.ok_or_else(|| unknown(&words, &topics))?;
    if let Some(meant) = meant {
        let _ = writeln!(console.err, "{}\n", taken_for(&meant));
    }
    if arguments.json {
        write_json(&json::PageFacts::of(topic, &topic.page()?), console)?;
        return Ok(Exit::Done);
    }
    let texts = Setup::read(console).report_texts();
    write_page(topic, &topic.page_in(texts.language())?, texts, console)?;
    let others = topics.iter().filter(|other| **other != topic).take(OTHERS);
    let others: Vec<_> = others.map(|other| other.id()).collect();
    if !others.is_empty() {
        writeln!(console.out, "\nAlso by these words")?;
        write_folded(&others.join(", "), "  ", "  ", console)?;
    }
    Ok(Exit::Done)
}

/// Where no page has all of the words; `near` have some of them. What there is to do by these words is
/// offered instead.
fn unknown(words: &str, near: &[Topic]) -> Failure {
    let failure = Failure::new(format!("there is no page about “{words}”"));
    let failure = match sessions_for(words) {
        Some(sessions) => failure.help(sessions),
        None => failure,
    };
    let names = names();
    let by_name = name_meant(words, names.iter().map(String::as_str)).err().flatten();
    let near = near.first().map(|near| format!("did you mean `{}`?", near.id()));
    let help = if odd_letter(words).is_some() { by_name.or(near) } else { near.or(by_name) };
    let failure = match help {
        Some(help) => failure.help(help),
        None => failure,
    };
    failure.help("`unclench learn` lists what there is")
}

/// The sessions that fit all of the words, to be played or listed.
fn sessions_for(words: &str) -> Option<String> {
    let library = setup::library(Paths::find().as_ref());
    let (entries, invalid) = library.entries();
    let catalogue = Catalogue::new(entries, library.courses().clone(), invalid);
    let found = search_sessions(&catalogue, words);
    let best = found.found.first().filter(|_| !found.is_near)?;
    let id = &catalogue[best.index].id;
    let others = match found.found.len() {
        1 => String::new(),
        _ => format!(", and `unclench list {words}` lists others"),
    };
    Some(format!("there is something to do by these words: `unclench play {id}`{others}"))
}

fn list(as_json: bool, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    if as_json {
        let facts: Vec<_> = Topic::all().map(json::TopicFacts::of).collect();
        write_json(&facts, console)?;
        return Ok(Exit::Done);
    }
    let widest = Topic::all().map(|topic| topic.id().len()).max().unwrap_or(0);
    for group in TopicGroup::ALL {
        writeln!(console.out, "{}", group.title())?;
        for topic in group.topics() {
            let row = format!("  {}  {}", in_columns(topic.id(), widest), topic.title());
            writeln!(console.out, "{row}")?;
        }
        writeln!(console.out)?;
    }
    writeln!(console.out, "`unclench learn TOPIC` prints the page about one of them.")?;
    Ok(Exit::Done)
}

fn write_page(
    topic: Topic,
    page: &Page,
    texts: &Texts,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let say = |id: &'static str| texts.text(&Message::new(id));
    writeln!(console.out, "{}\n", topic.title_in(texts))?;
    write_folded(&page.what, "", "", console)?;
    let facts = page.facts(topic);
    if !facts.is_empty() {
        writeln!(console.out)?;
    }
    for fact in facts {
        let name = format!("{:NAME$}  ", fact.name);
        write_folded(&fact.says, &name, &" ".repeat(NAME + 2), console)?;
    }
    write_list(&say("learn-how"), &page.how, console)?;
    writeln!(console.out, "\n{}", say("learn-known"))?;
    for statement in &page.evidence {
        write_statement(statement, texts, console)?;
    }
    write_list(&say("learn-not-for"), &page.not_for, console)?;
    writeln!(console.out, "\n{}", say("learn-see-also"))?;
    let related: Vec<_> = page.related().into_iter().map(Topic::id).collect();
    write_folded(&related.join(", "), "  ", "  ", console)
}

fn write_list(title: &str, items: &[String], console: &mut Console<'_>) -> io::Result<()> {
    writeln!(console.out, "\n{title}")?;
    for item in items {
        write_folded(item, "  - ", "    ", console)?;
    }
    Ok(())
}

/// What was claimed, what can be said, and how sure that is.
fn write_statement(
    statement: &Statement,
    texts: &Texts,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let mut mark = "  - ";
    if let Some(claim) = &statement.claim {
        write_folded(&format!("“{claim}”"), mark, "    ", console)?;
        mark = "    ";
    }
    write_folded(&statement.says, mark, "    ", console)?;
    let sure = format!("{}: {}", texts.text(&statement.sure.message()), statement.source);
    write_folded(&sure, "    ", "    ", console)
}

/// Text whose first line begins with one thing and its others with another.
fn write_folded(
    text: &str,
    first: &str,
    others: &str,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let room = console.text_width().min(WIDEST).saturating_sub(others.len()).max(20);
    for (index, line) in fold(text, room).iter().enumerate() {
        let before = if index == 0 { first } else { others };
        writeln!(console.out, "{before}{line}")?;
    }
    Ok(())
}
