//! “Did you mean …?”

/// More words than this are not listed.
const LONGEST_LIST: usize = 24;
/// Longer words are not compared.
const LONGEST_WORD: usize = 40;

/// Help for a word that is none of the known ones: the nearest, or else all of them.
pub(crate) fn nearest_or_all<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<String> {
    if let Some(near) = nearest(word, known.clone()) {
        return Some(format!("did you mean `{near}`?"));
    }
    let all: Vec<&str> = known.into_iter().collect();
    match all.len() {
        0 => None,
        1..=LONGEST_LIST => Some(format!("one of {}", list(&all, "or"))),
        count => Some(format!(
            "one of {} and {} more",
            list(&all[..LONGEST_LIST], ","),
            count - LONGEST_LIST
        )),
    }
}

/// The known word that was most likely meant.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    if length > LONGEST_WORD {
        return None;
    }
    let word = word.to_lowercase().replace(['_', ' '], "-");
    let farthest = (length / 3).clamp(1, 4);
    let known: Vec<&str> = known.into_iter().collect();
    let by_distance = (known.iter())
        .map(|known| (strsim::damerau_levenshtein(&word, known), *known))
        .filter(|(distance, _)| *distance <= farthest)
        .min_by_key(|(distance, _)| *distance);
    by_distance.map(|(_, known)| known).or_else(|| {
        let mut holding = known.iter().filter(|known| {
            let parts = word.len() >= 4 && known.len() >= 4;
            parts && (known.contains(word.as_str()) || word.contains(**known))
        });
        holding.next().copied()
    })
}

/// Words in back quotes, joined as in a sentence.
pub(crate) fn list(words: &[&str], joint: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] if joint == "," => format!("{}, {last}", first.join(", ")),
        [first @ .., last] => format!("{} {joint} {last}", first.join(", ")),
    }
}
