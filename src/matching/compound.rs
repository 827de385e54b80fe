//! Words that German joins into one: “Nackenmassage” asks for “Nacken” and “Massage”.

use super::everyday::EverydayTable;

/// Neither part of a joined word is shorter, in letters.
const SHORTEST_PART: usize = 3;
/// A word shorter than this is not taken apart, in letters.
const SHORTEST_JOINED: usize = 7;
/// What may stand between the two parts.
const BETWEEN: [&str; 4] = ["", "s", "n", "en"];

/// The two words that a word is made of, where the table knows both and not the word; else the word.
pub(super) fn parts(word: String, table: &EverydayTable) -> Vec<String> {
    if word.len() < SHORTEST_JOINED || table.knows(&word) {
        return vec![word];
    }
    // The longest second part that is known: that is what a joined word is.
    let cuts = (SHORTEST_PART..=word.len().saturating_sub(SHORTEST_PART))
        .filter_map(|at| word.split_at_checked(at));
    let mut found = cuts.filter(|(_, second)| table.knows(second)).filter_map(|(first, second)| {
        let known = BETWEEN.iter().filter_map(|joint| first.strip_suffix(joint));
        let known = known.filter(|first| first.len() >= SHORTEST_PART && table.knows(first));
        known.map(|first| vec![first.to_owned(), second.to_owned()]).next()
    });
    found.next().unwrap_or_else(|| vec![word.clone()])
}
