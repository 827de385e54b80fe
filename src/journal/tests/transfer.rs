//! Journals that are taken along, joined and erased.

use std::fs;
use std::path::Path;

use jiff::tz::TimeZone;

use super::{entry, home};
use crate::body::Region;
use crate::files::HeldMark;
use crate::journal::transfer::{JournalFile, NotAJournal};
use crate::journal::{
    CoinSide, EntryEnding, Journal, JournalEntry, LocalMoment, Measure, PainPlace, Rating,
    RatingMoment, sheet, week_of,
};

fn exported(entries: &[JournalEntry]) -> String {
    serde_json::to_string(&JournalFile::of(entries)).expect("JSON")
}

fn some_entries() -> Vec<JournalEntry> {
    let mut entries: Vec<_> = (0..5).map(|number| entry(5_000 - number * 1_000)).collect();
    entries[1].note = "Wärmer, “wie Wolle”;\nsecretly = 1".to_owned();
    entries[2].progress.ending = Some(EntryEnding::Done);
    entries[3].is_let_go = true;
    entries[3].began.ahead = -34_200;
    entries
}

#[test]
fn an_export_is_read_again_to_the_last_letter() {
    let entries = some_entries();
    assert_eq!(JournalFile::read(exported(&entries).as_bytes()), Ok(entries));
}

#[test]
fn exported_erased_and_taken_in_a_journal_is_the_same() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    journal.keep_all(&some_entries()).expect("they are kept");
    let before = journal.entries(None).expect("entries");
    drop(journal);
    let text = exported(&before);
    assert_eq!(Journal::erase(&path).expect("it is erased"), Some(5));
    let mut journal = Journal::open(&path).expect("it is opened");
    assert_eq!(journal.count().expect("a count"), 0);
    let read = JournalFile::read(text.as_bytes()).expect("a journal");
    assert_eq!(journal.merge(&read).expect("taken in"), 5);
    assert_eq!(journal.entries(None).expect("entries"), before);
    assert_eq!(journal.merge(&read).expect("taken in twice"), 0);
    assert_eq!(journal.entries(None).expect("entries"), before);
}

#[test]
fn an_entry_that_comes_twice_in_a_file_is_one_with_what_both_say() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    let first = entry(0);
    let again = JournalEntry { note: "said later".to_owned(), ..first.clone() };
    assert_eq!(journal.merge(&[first, again.clone()]).expect("taken in"), 1);
    assert_eq!(journal.entries(None).expect("entries"), [again]);
}

#[test]
fn a_file_is_read_also_with_the_mark_that_some_editors_begin_it_with() {
    let entries = some_entries();
    assert_eq!(
        JournalFile::read(format!("\u{feff}{}", exported(&entries)).as_bytes()),
        Ok(entries)
    );
}

#[test]
fn joining_adds_what_is_lacking_and_changes_nothing_that_is_there() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    let mut here = entry(0);
    here.note = "mine".to_owned();
    journal.keep(&here).expect("it is kept");
    let mut other = here.clone();
    other.note = "theirs".to_owned();
    other.progress.ending = Some(EntryEnding::Done);
    other.ratings[0].value = 1;
    let after = Rating { moment: RatingMoment::After, measure: Measure::Pain, value: 2 };
    other.ratings.push(after);
    assert_eq!(journal.merge(&[other.clone()]).expect("joined"), 0);
    let kept = journal.entries(None).expect("entries").pop().expect("one");
    assert_eq!((kept.note.as_str(), kept.progress), ("mine", other.progress));
    assert_eq!(kept.ratings, [here.ratings[0], after]);
}

#[test]
fn joining_takes_over_where_it_hurt_and_what_the_coin_said() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    let here = entry(0);
    journal.keep(&here).expect("it is kept");
    let (coin, pain_at) =
        (Some(CoinSide::Rest), Some(PainPlace { region: Region::Calf, side: None }));
    let other = JournalEntry { pain_at, coin, ..here };
    assert_eq!(journal.merge(&[other]).expect("joined"), 0);
    let kept = journal.entries(None).expect("entries").pop().expect("one");
    assert_eq!((kept.coin, kept.pain_at), (coin, pain_at));
}

#[test]
fn what_is_no_journal_is_refused_with_its_place() {
    let entries = some_entries();
    let with = |from: &str, to: &str| {
        let text = exported(&entries);
        assert!(text.contains(from), "{from}: {text}");
        let error = JournalFile::read(text.replacen(from, to, 1).as_bytes());
        error.expect_err("it does not fit").to_string()
    };
    assert_eq!(with("\"done\"", "\"over\""), "entry 3: `ending` does not fit");
    assert_eq!(with("\"value\":7", "\"value\":11"), "entry 1: `ratings` does not fit");
    assert_eq!(with("\"tension\"", "\"tensions\""), "entry 1: `ratings` does not fit");
    assert_eq!(with("\"part\":2", "\"part\":-2"), "entry 1: `part` does not fit");
    assert_eq!(with("\"part\":2", "\"part\":2e0"), "entry 1: `part` does not fit");
    assert_eq!(with("\"part\":2", "\"part\":99999999999"), "entry 1: `part` does not fit");
    assert_eq!(with("\"part\":2", "\"part\":\"two\""), "entry 1: `part` does not fit");
    assert_eq!(with("\"part\":2,", ""), "entry 1: `part` is missing");
    assert_eq!(with("{\"id\"", "7,{\"id\""), "entry 1: what stands there does not fit");
    assert_eq!(
        with("\"length_millis\":545000", "\"length_millis\":10000000000000000000"),
        "entry 1: a length does not fit"
    );
    let step = "{\"number\":2,\"title\":\"a\",\"side\":null,\"longer_millis\":0}";
    let twice = format!("\"changed\":[{step},{step}],\"more\":[");
    assert_eq!(with("\"changed\":[", &twice), "entry 1: `changed` does not fit");
    let id = entries[4].id.text();
    assert_eq!(with(id, "../../etc"), "entry 5: `id` does not fit");
}

#[test]
fn what_is_no_journal_is_told_in_plain_words_with_its_place() {
    let whole = exported(&[entry(0)]);
    let with = |from: &str, to: &str| {
        assert!(whole.contains(from), "{from}: {whole}");
        whole.replacen(from, to, 1)
    };
    let cases = [
        (String::new(), "it is empty"),
        ("\u{feff} \r\n".to_owned(), "it is empty"),
        ("[]".to_owned(), "its `format` is not `unclench-journal`"),
        ("{}".to_owned(), "its `format` is not `unclench-journal`"),
        ("null".to_owned(), "its `format` is not `unclench-journal`"),
        (
            sheet(&[entry(0)]),
            "it is a table for spreadsheets, and not all of a journal is in those",
        ),
        ("nothing".to_owned(), "from line 1, column 2 on it cannot be read as JSON"),
        ("{\r\n\"a\": NaN".to_owned(), "from line 2, column 6 on it cannot be read as JSON"),
        ("[".repeat(1_000), "from line 1, column 128 on it cannot be read as JSON"),
        (whole[..whole.len() / 2].to_owned(), "it ends in the middle, in line 1"),
        (format!("[{whole}"), "it ends in the middle, in line 1"),
        (with("unclench-journal", "journal"), "its `format` is not `unclench-journal`"),
        (with("\"version\":1", "\"version\":2"), "it was exported by a newer Unclench"),
        (with("\"version\":1", "\"version\":99999999999"), "it was exported by a newer Unclench"),
        (with("\"version\":1", "\"version\":\"1\""), "its `version` is not 1"),
        (with("\"version\":1", "\"version\":-1"), "its `version` is not 1"),
        (with("\"entries\":[", "\"entries\":0,\"more\":["), "its `entries` are no list"),
        (
            with("\"version\":1", "\"version\":1,\n\"version\":1"),
            "in line 2, column 9 something stands for the second time",
        ),
    ];
    for (text, told) in cases {
        let error = JournalFile::read(text.as_bytes()).expect_err("it is no journal");
        assert_eq!(error.to_string(), told, "{text}");
    }
}

#[test]
fn a_journal_in_another_encoding_is_told_as_that_and_one_that_is_cut_within_a_letter_as_cut() {
    let whole = exported(&[JournalEntry { note: "wärmer".to_owned(), ..entry(0) }]);
    let wide = |order: fn(u16) -> [u8; 2]| whole.encode_utf16().flat_map(order).collect();
    let marked = |order: fn(u16) -> [u8; 2]| {
        let units = [0xfeff].into_iter().chain(whole.encode_utf16());
        units.flat_map(order).collect()
    };
    let latin = |letter: char| u8::try_from(u32::from(letter)).unwrap_or(b'?');
    let files: [Vec<u8>; 5] = [
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        marked(u16::to_le_bytes),
        marked(u16::to_be_bytes),
        whole.chars().map(latin).collect(),
    ];
    for bytes in files {
        assert_eq!(JournalFile::read(&bytes), Err(NotAJournal::NotText));
    }
    let cut = &whole.as_bytes()[..=whole.find('ä').expect("a letter")];
    assert_eq!(JournalFile::read(cut), Err(NotAJournal::CutShort(1)));
}

/// Every byte of every file of a journal.
fn bytes_in(path: &Path) -> Vec<u8> {
    let files = fs::read_dir(path.parent().expect("a folder")).expect("a folder").flatten();
    files.flat_map(|file| fs::read(file.path()).expect("a file")).collect()
}

#[test]
fn erasing_leaves_not_one_word_in_the_file_or_beside_it() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    let mut entries: Vec<_> = (0..300).map(entry).collect();
    for (number, entry) in entries.iter_mut().enumerate() {
        entry.note = format!("unmistakable words, the {number}th of them");
    }
    journal.keep_all(&entries).expect("they are kept");
    fs::write(path.with_file_name("journal.damaged-1.db"), "unmistakable").expect("a file");
    let has = |words: &str| bytes_in(&path).windows(words.len()).any(|it| it == words.as_bytes());
    assert!(has("unmistakable") && has("arch"));
    // Another copy of the program has it open meanwhile.
    assert_eq!(Journal::erase(&path).expect("it is erased"), Some(300));
    assert!(!has("unmistakable") && !has("arch"));
    drop(journal);
    assert!(!has("unmistakable") && !has("arch"));
    assert_eq!(Journal::erase(&path).expect("once more"), Some(0));
}

#[test]
fn erasing_takes_the_mark_along_that_a_session_was_on() {
    let (_folder, path) = home();
    let mut journal = Journal::open(&path).expect("it is opened");
    journal.keep(&entry(0)).expect("it is kept");
    drop(journal);
    drop(HeldMark::hold(&Journal::mark(&path)).expect("it is held"));
    assert!(Journal::mark(&path).exists());
    Journal::erase(&path).expect("it is erased");
    assert!(!Journal::mark(&path).exists());
}

#[test]
fn what_is_no_journal_any_more_is_erased_whole() {
    let (_folder, path) = home();
    assert_eq!(Journal::erase(&path).expect("nothing is there"), None);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(&path, "unmistakable words ".repeat(300)).expect("a file");
    assert_eq!(Journal::erase(&path).expect("it is removed"), Some(0));
    assert!(bytes_in(&path).is_empty());
}

#[test]
fn a_cell_is_never_a_formula_and_never_two() {
    let mut entry = entry(0);
    entry.session = "=1+1".to_owned();
    entry.title = "@SUM(A1)".to_owned();
    entry.note = "-2, \"so\"\nand on".to_owned();
    let text = sheet(&[entry]);
    assert!(text.contains(",'=1+1,'@SUM(A1),540.000,545.000,61.500,60.000,4.000,,7,"), "{text}");
    assert!(text.ends_with(",\"'-2, \"\"so\"\"\nand on\"\r\n"), "{text}");
    let head = text.lines().next().unwrap_or_default();
    assert!(head.contains(",before_tension,") && head.contains(",morning_sleep,"), "{head}");
}

#[test]
fn a_day_begins_at_the_hour_that_was_set_and_a_week_on_monday() {
    let now = LocalMoment { millis: 1_795_939_200_120, ahead: 3_600 };
    let at = |text: &str| LocalMoment::at_wall_time(text, now, &TimeZone::UTC).expect("a moment");
    for (hour, before) in
        [(4, "2026-11-29 03:59"), (0, "2026-11-28 23:59"), (12, "2026-11-29 11:59")]
    {
        let day = at(before).day(hour);
        assert_eq!(day, at("2026-11-28 13:00").day(hour), "{hour}");
        assert_eq!(at("2026-11-29 12:00").day(hour), day + 1, "{hour}");
    }
    let (sunday, monday) = (at("2026-11-29 23:00"), at("2026-11-30 09:00"));
    assert_eq!(week_of(monday.day(4)), week_of(sunday.day(4)) + 1);
}

#[test]
fn a_moment_is_written_and_read_wherever_it_was() {
    for ahead in [0, 3_600, -34_200, 20_700, 50_400] {
        for millis in [0, 1_795_939_200_123, -1] {
            let moment = LocalMoment { millis, ahead };
            assert_eq!(LocalMoment::by_text(&moment.text()), Some(moment), "{}", moment.text());
        }
    }
    let moment = LocalMoment { millis: 1_795_939_200_120, ahead: 3_600 };
    assert_eq!(moment.text(), "2026-11-29T09:00:00.120+01:00");
    assert_eq!(moment.day_and_minute(), "2026-11-29 09:00");
    assert_eq!(LocalMoment::by_text("yesterday"), None);
    let told = [
        ("2026-11-28 21:05", Some("2026-11-28 21:05")),
        (" 2026-11-28T9:05 ", Some("2026-11-28 09:05")),
        ("2026-11-28  9:05:30", Some("2026-11-28 09:05")),
        ("9:15", Some("2026-11-29 09:15")),
        ("09:15", Some("2026-11-29 09:15")),
        ("at nine", None),
        ("9", None),
        ("25:00", None),
        ("2026-11-31 9:00", None),
        // Not of this place: they are read as they are written, or not at all.
        ("2026-11-28 21:05+03:00", None),
        ("9:05Z", None),
    ];
    for (text, read) in told {
        let at = LocalMoment::at_wall_time(text, moment, &TimeZone::UTC)
            .map(LocalMoment::day_and_minute);
        assert_eq!(at.as_deref(), read, "{text}");
    }
}
