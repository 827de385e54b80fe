//! A strict reader of the protocol, as a terminal would be: what it does not know, it refuses.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use png::Decoder;

/// The keys of a command, with their values.
type Keys = BTreeMap<char, String>;

/// What a terminal keeps and shows.
#[derive(Debug, Default)]
pub(crate) struct KittyReader {
    /// The width and height of each picture it keeps.
    pub(crate) kept: BTreeMap<u32, (u32, u32)>,
    /// Where each is shown, by slot: row and column from 1, and the other keys.
    pub(crate) shown: BTreeMap<(u32, u32), ((u32, u32), Keys)>,
    /// How many pictures were sent.
    pub(crate) sent: usize,
    loading: Option<(u32, String)>,
    cursor: (u32, u32),
}

impl KittyReader {
    /// Reads what was written.
    pub(crate) fn read(&mut self, mut written: &str) {
        while !written.is_empty() {
            let (cursor, rest) = match written.strip_prefix("\x1b[") {
                Some(rest) => rest.split_once('H').expect("a place of the cursor"),
                None => ("", written),
            };
            if let Some((row, column)) = cursor.split_once(';') {
                self.cursor = (number(row), number(column));
            }
            let command = rest.strip_prefix("\x1b_G").expect("a command");
            let (command, rest) = command.split_once("\x1b\\").expect("its end");
            let (keys, letters) = command.split_once(';').unwrap_or((command, ""));
            let keys: BTreeMap<char, String> = keys
                .split(',')
                .map(|pair| pair.split_once('=').expect("a key with a value"))
                .map(|(key, value)| (key.parse().expect("one letter"), value.to_owned()))
                .collect();
            self.obey(&keys, letters);
            written = rest;
        }
    }

    fn obey(&mut self, keys: &BTreeMap<char, String>, letters: &str) {
        let known: BTreeSet<char> = keys.keys().copied().collect();
        let value = |key: char| number(&keys[&key]);
        assert_eq!(keys[&'q'], "2", "no answer is asked for");
        match keys.get(&'a').map(String::as_str) {
            None => {
                assert_eq!(known, BTreeSet::from(['m', 'q']));
                let (number, before) = self.loading.take().expect("a picture on its way");
                self.load(number, before + letters, letters, keys[&'m'] == "1");
            }
            Some("t") => {
                assert_eq!(known, BTreeSet::from(['a', 'f', 'i', 'm', 'q']));
                assert!(self.loading.is_none() && keys[&'f'] == "100");
                self.shown.retain(|(shown, _), _| *shown != value('i'));
                self.load(value('i'), letters.to_owned(), letters, keys[&'m'] == "1");
            }
            Some("p") => {
                assert!(known.is_subset(&"aipqCzXYxywhcr".chars().collect()), "{known:?}");
                assert!(self.kept.contains_key(&value('i')), "{keys:?}");
                assert_eq!(keys[&'C'], "1");
                self.shown.insert((value('i'), value('p')), (self.cursor, keys.clone()));
            }
            Some("d") if keys[&'d'] == "i" => {
                assert!(self.shown.remove(&(value('i'), value('p'))).is_some(), "{keys:?}");
            }
            Some("d") if keys[&'d'] == "I" => {
                assert!(self.kept.remove(&value('i')).is_some(), "{keys:?}");
                self.shown.retain(|(shown, _), _| *shown != value('i'));
            }
            other => panic!("no command: {other:?}"),
        }
    }

    fn load(&mut self, number: u32, all: String, piece: &str, more: bool) {
        assert!(piece.len() <= 4096 && (!more || piece.len().is_multiple_of(4)));
        if more {
            self.loading = Some((number, all));
            return;
        }
        let file = STANDARD.decode(all).expect("base64");
        let reader = Decoder::new(std::io::Cursor::new(file)).read_info().expect("a PNG file");
        self.kept.insert(number, (reader.info().width, reader.info().height));
        self.sent += 1;
    }
}

fn number(text: &str) -> u32 {
    text.parse().expect("a number")
}
