//! Text to sentences, and sentences that are too long to their parts.

/// What ends a sentence.
const ENDS: [char; 4] = ['.', '!', '?', '…'];
/// What may stand between the end of a sentence and the space after it.
const CLOSING: [char; 6] = ['"', '”', '’', '\'', ')', ']'];
/// Words that end with a full stop and end no sentence.
const SHORT: [&str; 9] = ["Dr.", "Mr.", "Mrs.", "Ms.", "St.", "e.g.", "i.e.", "vs.", "approx."];

/// The sentences of a text, each with its mark, in their order. A line break ends one too.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(of_line).map(str::trim).filter(|it| it.contains(char::is_alphanumeric))
}

fn of_line(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for (space, letter) in line.char_indices().filter(|(_, letter)| letter.is_whitespace()) {
        let (before, after) = (&line[from..space], &line[space + letter.len_utf8()..]);
        let word = before.split_whitespace().next_back().unwrap_or_default();
        let ends = before.trim_end_matches(CLOSING).ends_with(ENDS);
        let goes_on = after.trim_start().starts_with(char::is_lowercase);
        if ends && !goes_on && !SHORT.contains(&word.trim_start_matches(['(', '"', '“'])) {
            found.push(before);
            from = space;
        }
    }
    found.push(&line[from..]);
    found
}

/// A sentence in parts of at most `most` letters: divided after a mark where there is one, else at a
/// space.
pub(crate) fn parts(sentence: &str, most: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = sentence;
    while let Some((limit, _)) = rest.char_indices().nth(most) {
        let head = &rest[..limit];
        let after_mark = head
            .rfind([';', ':', ',', '—'])
            .and_then(|at| head[at..].find(' ').map(|space| at + space));
        let cut = after_mark.or_else(|| head.rfind(' ')).filter(|at| *at > 0).unwrap_or(limit);
        parts.push(&rest[..cut]);
        rest = rest[cut..].trim_start();
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_divided_where_its_sentences_end() {
        let cases: [(&str, &[&str]); 6] = [
            ("Tense, gently. And let go.", &["Tense, gently.", "And let go."]),
            ("Lost count? Begin anywhere!", &["Lost count?", "Begin anywhere!"]),
            ("For e.g. a ball. Dr. Who", &["For e.g. a ball.", "Dr. Who"]),
            ("Hold 2.5 cm", &["Hold 2.5 cm"]),
            ("One\nTwo", &["One", "Two"]),
            (" … ", &[]),
        ];
        for (text, right) in cases {
            assert_eq!(sentences(text).collect::<Vec<_>>(), right, "{text}");
        }
    }

    #[test]
    fn a_long_sentence_is_divided_at_its_marks_and_loses_nothing() {
        assert_eq!(parts("one two, three four", 12), ["one two,", "three four"]);
        assert_eq!(parts("one two three", 9), ["one two", "three"]);
        assert_eq!(parts("onetwothree", 4), ["onet", "woth", "ree"]);
        assert_eq!(parts("", 4), [""]);
    }
}
