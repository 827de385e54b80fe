//! A title in its first words: “Knead the palm” is “Knead”.

/// Words that lead on to what follows: none of them ends a short title, in English or in German.
const LEADING: &[&str] = &[
    "a", "across", "against", "along", "an", "and", "around", "at", "behind", "below", "beneath",
    "beside", "between", "by", "down", "each", "for", "from", "in", "into", "it", "its", "of",
    "on", "onto", "or", "over", "the", "through", "to", "toward", "under", "up", "with", "your",
    "as", "if", "is", "that", "until", "when", "where", "while", "am", "an", "auf", "aus", "das",
    "deine", "deinen", "deiner", "dem", "den", "der", "des", "die", "durch", "ein", "eine",
    "einen", "entlang", "hinter", "im", "mit", "nach", "neben", "oder", "quer", "über", "um",
    "und", "unter", "von", "vom", "vor", "zu", "zum", "zur", "zwischen", "als", "bis", "dass",
    "ist", "wenn", "wie", "wo",
];

/// The longest that the first words may be, in letters: what a large line of a screen of 80 columns
/// holds.
const LONGEST: usize = 12;

/// The first words of a title that say what to do, without a mark at their end.
pub(super) fn shortest(title: &str) -> &str {
    let first = title.find([',', ':', ';']).map_or(title, |end| &title[..end]);
    let ends = first.match_indices(' ').map(|(end, _)| end).chain([first.len()]);
    let fitting =
        |(word, end): &(usize, usize)| *word == 0 || first[..*end].chars().count() <= LONGEST;
    let last = ends.enumerate().take_while(fitting).last();
    let mut short = last.map_or(first, |(_, end)| &first[..end]);
    while let Some((before, word)) = short.rsplit_once(' ')
        && LEADING.contains(&word.to_lowercase().as_str())
    {
        short = before;
    }
    short
}

#[cfg(test)]
mod tests {
    //! What is left of titles.

    use super::shortest;

    #[test]
    fn a_title_is_cut_where_it_still_says_what_to_do() {
        for (title, short) in [
            ("Knead the palm", "Knead"),
            ("Circles beside the spine", "Circles"),
            ("Reach across, and back", "Reach"),
            ("Long strokes, thumb pad", "Long strokes"),
            ("Slow thumb up the forearm", "Slow thumb"),
            ("Press and stay", "Press"),
            ("Let go", "Let go"),
            ("Rest", "Rest"),
            ("Head where it is easy", "Head"),
            ("Hold your skull, softly", "Hold"),
        ] {
            assert_eq!(shortest(title), short);
        }
    }
}
