//! Journals that earlier versions of the program have written.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::home;
use crate::body::{Region, Side};
use crate::journal::{
    EntryEnding, Journal, JournalEntry, Measure, PainPlace, RatingMoment, migrations,
};

/// A journal as each version of its file had it, from the first on.
const VERSIONS: [&str; 2] = [include_str!("schemas/1.sql"), include_str!("schemas/2.sql")];

/// Makes the file of a version.
fn make(path: &Path, version: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    let file = Connection::open(path).expect("a file");
    file.execute_batch(version).expect("what that version wrote");
}

#[test]
fn a_journal_of_every_version_is_brought_up_to_date_with_all_that_is_in_it() {
    assert_eq!(VERSIONS.len(), migrations::KNOWN as usize, "each version has its fixture");
    for (number, version) in (1..).zip(VERSIONS) {
        let (_folder, path) = home();
        make(&path, version);
        let journal = Journal::open_checked(&path).expect("it is whole").expect("it is there");
        assert_eq!(journal.version().expect("a version"), migrations::KNOWN, "{number}");
        let entries = journal.entries(None).expect("entries");
        let [night, feet] = entries.as_slice() else { panic!("{number}: {entries:?}") };
        assert_eq!((night.session.as_str(), night.asked), ("quiet-in-bed", None));
        assert!(night.progress.at_night && night.began.ahead == -18_000);
        assert_eq!(feet.progress.ending, Some(EntryEnding::Interrupted));
        assert!(feet.is_let_go && feet.note == "warm, and soft");
        assert_eq!((feet.progress.position, feet.progress.changed[0].longer), (61_500, 30_000));
        let told: Vec<_> =
            feet.ratings.iter().map(|it| (it.moment, it.measure, it.value)).collect();
        let tension = |moment, value| (moment, Measure::Tension, value);
        let expected = [tension(RatingMoment::Before, 7), tension(RatingMoment::After, 4)];
        assert_eq!(told, expected, "{number}");
        let calf = PainPlace { region: Region::Calf, side: Some(Side::Left) };
        let (region, pain) =
            if number < 2 { (None, None) } else { (Some(Region::Foot), Some(calf)) };
        assert_eq!((feet.content.regions.first().copied(), feet.pain_at), (region, pain));
    }
}

#[test]
fn what_an_old_journal_is_brought_up_to_is_what_a_new_one_is() {
    let shape = |path: &Path| {
        let file = Connection::open(path).expect("a file");
        let asked = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
        let mut asked = file.prepare(asked).expect("it can be asked");
        let rows = asked.query_map([], |row| row.get::<_, String>(0)).expect("rows");
        rows.map(|row| row.expect("a row")).collect::<Vec<_>>()
    };
    let (_folder, new) = home();
    drop(Journal::open(&new).expect("a new one"));
    for version in VERSIONS {
        let (_folder, old) = home();
        make(&old, version);
        let entries: Vec<JournalEntry> =
            Journal::open(&old).expect("it is opened").entries(None).expect("entries");
        assert_eq!((shape(&old), entries.len()), (shape(&new), 2));
    }
}
