//! Letters of other keyboards: which key of a Latin keyboard they lie on.

/// The letter keys of a Latin keyboard from the left, row by row.
const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";

/// The same keys of other keyboards; a space where a key has no letter of its own there.
const OTHERS: [&str; 5] = [
    // Russian and Bulgarian.
    "йцукенгшщзхъфывапролджэячсмитьбю",
    // Ukrainian.
    "йцукенгшщзхїфівапролджєячсмитьбю",
    // Greek.
    " ςερτυθιοπ  ασδφγηξκλ  ζχψωβνμ  ",
    // Hebrew.
    "  קראטוןםפ  שדגכעיחלך  זסבהנמצתץ",
    // Arabic; one of its keys writes two letters.
    "ضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىة  ",
];

/// The full-width forms of ASCII begin here, with that of `!`.
const FULL_WIDTH: std::ops::RangeInclusive<char> = '！'..='～';
/// How far they are from ASCII.
const FULL_WIDTH_OFFSET: u32 = '！' as u32 - '!' as u32;

/// What a letter may stand for, what is most likely first: itself; what lies on its key of a Latin
/// keyboard; and the small letter of either, since Caps Lock may be on.
pub(super) fn readings(letter: char) -> impl Iterator<Item = char> {
    let latin = latin_key(letter).unwrap_or(letter);
    [letter, latin, small(latin)].into_iter()
}

/// The letter of a Latin keyboard in the place of this one, large where this one is; nothing for a letter of
/// a Latin keyboard itself.
pub fn latin_key(letter: char) -> Option<char> {
    if letter == '\u{3000}' {
        return Some(' ');
    }
    if FULL_WIDTH.contains(&letter) {
        return char::from_u32(u32::from(letter) - FULL_WIDTH_OFFSET);
    }
    if letter.is_ascii() {
        return None;
    }
    let key = OTHERS.iter().find_map(|other| other.chars().position(|it| it == small(letter)))?;
    let latin = LATIN.chars().nth(key)?;
    Some(if letter == small(letter) { latin } else { latin.to_ascii_uppercase() })
}

/// The small letter of a large one, where that is one letter.
fn small(letter: char) -> char {
    let mut small = letter.to_lowercase();
    small.next().filter(|_| small.next().is_none()).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    //! Every table names every key, and each key once.

    use super::*;

    #[test]
    fn every_keyboard_has_as_many_keys() {
        for other in OTHERS {
            assert_eq!(other.chars().count(), LATIN.len(), "{other}");
        }
    }

    #[test]
    fn a_letter_lies_on_the_same_key_of_every_keyboard_that_has_it() {
        for (key, other) in OTHERS.iter().flat_map(|other| other.chars().enumerate()) {
            let wanted = LATIN.chars().nth(key);
            assert!(
                other == ' ' || latin_key(other) == wanted,
                "{other} is {:?}",
                latin_key(other)
            );
        }
    }

    #[test]
    fn what_lies_on_no_other_keyboard_stands_for_itself() {
        for letter in ['é', 'ß', 'İ', '漢', '\u{1f600}'] {
            assert_eq!(readings(letter).next(), Some(letter));
            assert_eq!(latin_key(letter), None, "{letter}");
        }
    }
}
