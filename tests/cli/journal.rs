//! The journal of the whole program: what stands in it after an end, a stop and a kill.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rusqlite::{Connection, OpenFlags};

use super::harness::{BRIEF, SHORT_PAUSE, Test};
use crate::support::need;

/// How long anything is waited for.
const LIMIT: Duration = Duration::from_secs(30);
/// Kills in each run of the tests.
const FEW_KILLS: u32 = 4;
/// Kills where somebody asks for many.
const MANY_KILLS: u32 = 500;

/// What an entry says.
#[derive(Debug, PartialEq)]
struct Entry {
    id: String,
    session: String,
    ending: Option<String>,
    position: i64,
    length: i64,
}

fn place(test: &Test) -> PathBuf {
    test.home().join(".local/state/unclench/journal/journal.db")
}

/// The entries of a journal, in their order; none where it is not there yet.
fn entries(test: &Test) -> Vec<Entry> {
    let place = place(test);
    if !place.exists() {
        return Vec::new();
    }
    let Ok(journal) = Connection::open_with_flags(place, OpenFlags::SQLITE_OPEN_READ_WRITE) else {
        return Vec::new();
    };
    let asked = "SELECT id, session, ending, position, length FROM entry ORDER BY key";
    let Ok(mut rows) = journal.prepare(asked) else { return Vec::new() };
    let rows = rows.query_map([], |row| {
        Ok(Entry {
            id: row.get(0)?,
            session: row.get(1)?,
            ending: row.get(2)?,
            position: row.get(3)?,
            length: row.get(4)?,
        })
    });
    rows.expect("entries can be read").map(|row| row.expect("an entry")).collect()
}

/// A session of four seconds, at twenty times the speed of life.
const PLAY: &str = "play brief --plain --mute --speed 20";

/// Plays nearly a minute in a home, at four times the speed of life.
fn playing(test: &Test) -> Child {
    let words = "play short-pause --plain --mute --speed 4";
    let mut command = test.again(words).command();
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program can be started")
}

fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < LIMIT, "waited in vain: {what}");
        sleep(Duration::from_millis(5));
    }
}

fn home() -> Test {
    Test::new().own_session("short-pause", SHORT_PAUSE).own_session("brief", BRIEF)
}

#[test]
fn a_session_that_was_played_stands_in_the_journal_whole() {
    let test = home();
    test.again(PLAY).stdout();
    let entries = entries(&test);
    let [entry] = entries.as_slice() else { panic!("{entries:?}") };
    assert_eq!((entry.session.as_str(), entry.ending.as_deref()), ("brief", Some("done")));
    assert_eq!(entry.position, entry.length);
    assert!(test.args("doctor").stdout().contains("1 session, all of it whole"));
}

#[test]
fn nothing_is_kept_where_no_journal_is_wanted() {
    let test = home().settings("journal = false\n");
    test.again(PLAY).stdout();
    assert!(!place(&test).exists());
    let told = test.args("doctor").stdout();
    assert!(told.contains("nothing in it yet\n            nothing is added to it"), "{told}");
}

#[test]
fn a_session_plays_on_where_no_journal_can_be_kept_and_says_so_once() {
    let test = home().file(".local/state/unclench/journal", "in the way of the folder");
    let told = test.again(PLAY).stdout();
    assert_eq!(told.matches("Nothing is kept in your journal just now.").count(), 1, "{told}");
    assert!(told.contains("The end"), "{told}");
    assert!(test.again("journal").failure(1).contains("what should be its folder is a file"));
    let told = test.args("doctor").stdout();
    assert!(told.contains("journal     it cannot be used:"), "{told}");
}

#[test]
fn a_damaged_journal_is_set_aside_and_the_session_kept_in_a_new_one() {
    let nonsense = "no database, however long it is ".repeat(100);
    let test = home().file(".local/state/unclench/journal/journal.db", &nonsense);
    let told = test.again(PLAY).stdout();
    assert_eq!(told.matches("It lies aside, and a new one is begun.").count(), 1, "{told}");
    assert_eq!(entries(&test).len(), 1);
    let aside = place(&test).with_file_name("journal.damaged-1.db");
    assert_eq!(fs::read_to_string(aside).expect("it is still there"), nonsense);
}

#[test]
fn whoever_looks_into_a_damaged_journal_is_told_and_nothing_is_moved() {
    let test = home().file(".local/state/unclench/journal/journal.db", "garbage");
    let lies = place(&test);
    let said = "error: your journal cannot be used: its file is damaged\n\
                help: it is set aside with the next session, and a new one is begun\n\
                help: it lies in ~/.local/state/unclench/journal/journal.db\n";
    let looks = ["journal", "journal list", "journal show last", "journal stats", "journal export"];
    for words in looks {
        assert_eq!(test.again(words).failure(1), said, "{words}");
    }
    let aside = lies.with_file_name("journal.damaged-1.db");
    let said = format!(
        "warning: Your journal was damaged. It lies aside, and a new one is begun.\n\
         help: it lies in {}\n",
        aside.display()
    );
    assert_eq!(test.again("journal add feet --minutes 9").run().err, said);
    assert!(test.again("doctor").stdout().contains("/journal.damaged-1.db\n"));
    fs::remove_file(&lies).expect("it is removed");
    fs::write(&lies, "").expect("a file");
    let empty = test.again("journal").run().err;
    assert!(empty.starts_with("warning: The file of your journal was empty"), "{empty}");
    assert_eq!(test.again("journal").run().err, said);
}

#[test]
fn a_session_plays_on_while_another_program_holds_the_journal() {
    let test = home();
    test.again(PLAY).stdout();
    let before = entries(&test);
    let other = Connection::open(place(&test)).expect("it can be opened");
    other.execute_batch("BEGIN EXCLUSIVE").expect("it is held");
    let told = test.again(PLAY).stdout();
    assert!(told.contains("The end"), "{told}");
    other.execute_batch("ROLLBACK").expect("it is let go");
    assert!(entries(&test).starts_with(&before));
}

/// What was told after each session, by its id.
fn told_after(test: &Test) -> Vec<(String, i64)> {
    let journal = Connection::open(place(test)).expect("it can be opened");
    let asked = "SELECT id, value FROM entry JOIN rating ON entry = key ORDER BY key";
    let mut rows = journal.prepare(asked).expect("it can be asked");
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

/// Tells how tense a person is after the last session, and kills the program after so many
/// milliseconds. Returns whether it had confirmed by then.
fn rates(test: &Test, value: u32, after: Option<u64>) -> bool {
    let mut command = test.again(&format!("journal note last --after tension={value}")).command();
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program can be started");
    if let Some(after) = after {
        sleep(Duration::from_millis(after));
        child.kill().expect("it can be killed");
    }
    child.wait().expect("it ends").success()
}

/// Plays, rates and kills so many times, each after a time that looks like chance.
fn killed(times: u32) {
    let test = home();
    let mut confirmed: Vec<Entry> = Vec::new();
    let mut ratings: Vec<(String, i64)> = Vec::new();
    let mut chance: u32 = 12_345;
    for number in 0..times {
        let mut child = playing(&test);
        let known = confirmed.len();
        wait_until("the entry is written", || entries(&test).len() > known);
        chance = chance.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        sleep(Duration::from_millis(u64::from(chance >> 16) % 700));
        let before = entries(&test).pop().expect("an entry");
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        let mut now = entries(&test);
        let last = now.pop().expect("what was confirmed is there");
        assert_eq!(now, confirmed);
        assert_eq!((&last.id, &last.ending), (&before.id, &None));
        assert!(last.position >= before.position);
        let value = number % 11;
        // Every other time it may finish.
        let after = (number % 2 == 1).then_some(u64::from(chance >> 20) % 60);
        let is_confirmed = rates(&test, value, after);
        let told = told_after(&test);
        assert!(told.starts_with(&ratings), "{ratings:?} was confirmed, and {told:?} is there");
        let rated = (last.id.clone(), i64::from(value));
        assert!(!is_confirmed || told.last() == Some(&rated), "{rated:?} was confirmed");
        (ratings, confirmed) = (told, now);
        confirmed.push(last);
    }
    let whole = format!("{times} sessions, all of it whole");
    assert!(test.args("doctor").stdout().contains(&whole));
}

#[test]
fn what_was_confirmed_is_there_after_a_kill_at_any_moment() {
    killed(FEW_KILLS);
}

#[test]
#[ignore = "it takes minutes"]
fn what_was_confirmed_is_there_after_many_kills() {
    killed(MANY_KILLS);
}

#[test]
#[cfg(unix)]
fn a_session_that_a_signal_ends_was_interrupted() {
    let test = home();
    let mut child = playing(&test);
    wait_until("the entry is written", || !entries(&test).is_empty());
    let pid = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw);
    rustix::process::kill_process(pid.expect("a process"), rustix::process::Signal::HUP)
        .expect("a signal");
    child.wait().expect("it ends");
    assert_eq!(entries(&test)[0].ending.as_deref(), Some("interrupted"));
}

#[test]
fn what_a_person_tells_is_listed_shown_taken_along_and_erased() {
    let test = Test::new();
    assert_eq!(test.again("journal").stdout(), "There is nothing in your journal yet.\n");
    let last = test.again("journal show last").failure(1);
    assert!(last.starts_with("error: there is nothing in your journal yet\n"), "{last}");
    let mut command = test.again("journal add feet --minutes 9 --before tension=7").command();
    command.args(["--at", "2026-11-28 21:05", "--after", "tension=4", "--note", "=warm, and soft"]);
    assert!(command.output().expect("it runs").status.success());
    let told = test.again("journal note last --slept 8 --after mood=6").stdout();
    assert!(told.contains("  morning   sleep 8\n  note      =warm, and soft\n"), "{told}");
    let listed = test.again("journal").stdout();
    assert!(listed.contains("  2026-11-28 21:05  "), "{listed}");
    assert!(listed.contains("  9 min, to the end; tension 7 → 4, mood 6 after\n"), "{listed}");
    let sheet = test.again("journal list --csv").stdout();
    assert!(sheet.contains(",\"'=warm, and soft\""), "{sheet}");
    let whole = test.again("journal export").stdout();
    test.again("journal export -o mine.json").stdout();
    assert!(test.again("journal export -o mine.json").failure(1).contains("--force"));
    assert!(test.again("journal erase").stdout().contains("is gone"));
    assert_eq!(test.again("journal list --json").stdout(), "[]\n");
    let taken = test.again("journal import mine.json").stdout();
    assert_eq!(taken, "Taken in: 1 new session, of 1 session in the file.\n");
    assert_eq!(test.again("journal export").stdout(), whole);
    let taken = test.again("journal import mine.json").stdout();
    assert_eq!(taken, "Taken in: 0 new sessions, of 1 session in the file.\n");
    assert_eq!(test.again("journal export").stdout(), whole);
}

#[test]
fn what_cannot_be_so_is_refused_in_plain_words() {
    let test = Test::new().file("not.json", "[1, 2]");
    let failure = |words: &str, code: i32| test.again(words).failure(code);
    assert!(failure("journal add feet --minutes 9 --before tension=11", 2).contains("0 to 10"));
    assert!(
        failure("journal add feet --minutes 9 --before calm=1", 2).contains("there are tension")
    );
    assert!(failure("journal add feet --minutes 9 --at noon", 2).contains("2026-11-28 21:05"));
    test.again("journal add feet --minutes 9 --at 0:00").stdout();
    assert!(failure("journal add feet --minutes 9 --at 2999-01-01T9:00", 2).contains("to come"));
    assert!(failure("journal import not.json", 1).contains("is no journal"));
    assert!(failure("journal import nothing.json", 1).contains("there is no such file"));
}

#[test]
fn a_session_that_is_added_is_the_one_whose_name_is_meant() {
    let test = Test::new().file("mine.toml", SHORT_PAUSE);
    for (given, session) in
        [("FEET", "feet"), ("Jaw and Temples", "jaw-and-temples"), ("./mine.toml", "mine")]
    {
        test.again("journal add --minutes 5").and(given).stdout();
        let shown = test.again("journal show last --json").stdout();
        assert!(shown.contains(&format!("\"session\": \"{session}\"")), "{given}: {shown}");
    }
    let test = test.own_session("torn", "title = ");
    for words in ["a walk / a run", "Torn"] {
        test.again("journal add --minutes 5").and(words).stdout();
    }
    for given in ["feet.toml", "./feet", "/feet"] {
        let told = test.again("journal add --minutes 5").and(given).failure(1);
        assert!(told.contains("did you mean the session `feet`?"), "{given}: {told}");
    }
}

#[test]
fn a_number_that_is_said_twice_or_a_time_that_cannot_be_is_refused() {
    let test = Test::new();
    let refused = |words: &str| test.again(&format!("journal {words}")).failure(2);
    let twice = "add feet -m 5 --before tension=3 --before pain=1 --before tension=5";
    assert!(refused(twice).contains("`--before tension` is there twice"));
    test.again("journal add feet -m 5 --before tension=3 --after tension=2").stdout();
    let twice = "note last --after mood=3 --after mood=3";
    assert!(refused(twice).contains("`--after mood` is there twice"));
    assert!(refused("add feet -m 0").contains("a session takes some time"));
    assert!(refused("add feet -m 5 --at 0026-11-28T21:05").contains("write the year in full"));
}

#[test]
fn a_coin_decides_days_only_once_it_was_asked_for() {
    let test = Test::new();
    assert!(test.again("journal coin").stdout().starts_with("No coin decides."));
    let said = test.again("journal coin on").stdout();
    assert!(said.starts_with("The coin says "), "{said}");
    assert_eq!(test.again("journal coin on").stdout(), said);
    assert_eq!(test.again("journal coin").stdout(), said);
    assert!(test.again("journal coin off").stdout().starts_with("No coin decides any more."));
    assert!(test.again("journal coin").stdout().starts_with("No coin decides."));
}

#[test]
fn what_helped_is_told_in_the_language_of_the_person_with_about_how_often_would_suit_them() {
    let test = Test::new().settings("language = \"de\"\n");
    test.again("journal add feet --minutes 9 --before pain=7 --after pain=4").stdout();
    assert!(test.again("remind goal 3").stdout().contains("nichts wird dir angerechnet"));
    let told = test.again("journal stats").stdout();
    assert!(told.contains("Schmerz\n"), "{told}");
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains(" 0 1. Etwa 3 in der Woche"), "{told}");
    assert!(told.contains("3,0 Punkte niedriger"), "{told}");
    test.again("journal report -o report.html").run();
    let page = fs::read_to_string(test.home().join("report.html")).expect("a page");
    assert!(page.contains("<h1>Was geholfen hat</h1>") && page.contains("Etwa 3"), "{page}");
}

#[test]
fn entries_are_told_in_the_language_of_the_person_with_where_it_hurt() {
    let test = Test::new().settings("language = \"de\"\n");
    assert_eq!(test.again("journal").stdout(), "In deinem Tagebuch steht noch nichts.\n");
    test.again("journal add feet --minutes 9 --before pain=7 --before mood=3 --after pain=4")
        .stdout();
    let listed = test.again("journal list").stdout();
    assert!(
        listed.ends_with("  9 min, bis zum Ende; Schmerz 7 → 4, Stimmung 3 vorher\n"),
        "{listed}"
    );
    test.again("journal export -o journal.json").run();
    let place = test.home().join("journal.json");
    let exported = fs::read_to_string(&place).expect("it is exported");
    let hurting = exported.replace("\"pain_at\": null", "\"pain_at\": \"left-calf\"");
    assert_ne!(exported, hurting);
    fs::write(&place, hurting).expect("it can be written");
    test.again("journal erase").stdout();
    test.again("journal import journal.json").stdout();
    let shown = test.again("journal show last").stdout();
    assert!(shown.contains("\n  weh tat   linke Wade\n"), "{shown}");
    assert!(shown.contains("\n  vorher    Schmerz 7, Stimmung 3\n"), "{shown}");
}

#[test]
fn what_changed_is_told_with_what_it_does_not_show() {
    let test = Test::new();
    let untold = test.again("journal stats").stdout().replace('\n', " ");
    assert!(untold.contains("journal note last --before"), "{untold}");
    for (before, after) in [(7, 4), (6, 5), (8, 8), (5, 3), (6, 2), (7, 5), (1, 1)] {
        let told =
            format!("journal add feet --minutes 9 --before pain={before} --after pain={after}");
        test.again(&told).stdout();
    }
    insta::assert_snapshot!(test.again("journal stats").stdout());
    let facts = test.again("journal stats --session feet --json").stdout();
    assert!(facts.contains("\"sessions\": 6") && facts.contains("\"at_floor\": 1"), "{facts}");
    assert_eq!(test.again("journal stats --session hands --json").stdout(), "[]\n");
}

#[test]
fn a_time_zone_is_known_by_its_name() {
    let zone = fs::metadata("/usr/share/zoneinfo/Asia/Kolkata");
    if need::part(zone, "the file of a time zone").is_none() {
        return;
    }
    let test = home();
    let add = test.again("journal add stretching --minutes 5 --at 2026-01-15T10:00");
    assert!(add.command().env("TZ", "Asia/Kolkata").output().expect("it runs").status.success());
    let list = test.again("journal list --csv").stdout();
    assert!(list.contains("2026-01-15T10:00:00.000+05:30"), "{list}");
}
