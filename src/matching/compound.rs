//! Words that German joins into one: “Nackenmassage” asks for “Nacken” and “Massage”.

use super::everyday::EverydayTable;
use super::letters::Stems;

/// Neither part of a joined word is shorter, in letters.
const SHORTEST_PART: usize = 3;
/// A word shorter than this is not taken apart, in letters.
const SHORTEST_JOINED: usize = 7;
/// What may stand between the two parts.
const BETWEEN: [&str; 4] = ["", "s", "n", "en"];

/// The two words that a word is made of, where the table knows both and not the word; else the word.
pub(super) fn parts(word: String, table: &EverydayTable, german: &Stems) -> Vec<String> {
    if word.len() < SHORTEST_JOINED || table.knows(&word) {
        return vec![word];
    }
    let is_second = |part: &str| table.knows(part) || table.knows(&german.of(part));
    // The longest second part that is known comes first.
    let cuts = SHORTEST_PART..=word.len().saturating_sub(SHORTEST_PART);
    let cuts = cuts.filter_map(|at| word.split_at_checked(at));
    let mut found = cuts.filter(|(_, second)| is_second(second)).filter_map(|(first, second)| {
        let firsts = BETWEEN.iter().filter_map(|joint| first.strip_suffix(joint));
        let mut firsts = firsts.filter(|it| it.len() >= SHORTEST_PART && table.knows(it));
        firsts.next().map(|first| vec![first.to_owned(), second.to_owned()])
    });
    found.next().unwrap_or_else(|| vec![word.clone()])
}
