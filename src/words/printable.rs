//! What of a text may be shown: letters that control a terminal, reorder the text around them or are
//! not seen at all come from names of files and from other programs, and go no further.

/// Stands for what cannot be shown.
pub const STAND_IN: char = '\u{fffd}';

/// Whether a letter controls a terminal, silently reorders the text around it, or takes no room and
/// joins nothing: two names that differ in it look alike.
pub fn is_unprintable(letter: char) -> bool {
    letter.is_control() || is_direction_control(letter) || is_nothing(letter)
}

/// Whether a letter silently reorders the text around it.
pub fn is_direction_control(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether nothing is seen of a letter, and no script or picture needs it to join others.
pub fn is_nothing(letter: char) -> bool {
    matches!(letter, '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{180e}')
        || ('\u{fff9}'..='\u{fffb}').contains(&letter)
}

/// The same text with a stand-in for every letter that may not be shown; a tab becomes a blank.
pub fn printable(text: &str) -> String {
    let shown = |letter| match letter {
        '\t' => ' ',
        letter if is_unprintable(letter) => STAND_IN,
        letter => letter,
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn what_controls_reorders_or_is_not_seen_is_stood_in_for() {
        for letter in
            "\u{0}\u{7}\u{1b}\n\r\u{7f}\u{9b}\u{202e}\u{2066}\u{200b}\u{feff}\u{fff9}".chars()
        {
            assert_eq!(printable(&format!("a{letter}b")), "a\u{fffd}b", "{letter:?}");
        }
    }

    #[test]
    fn what_scripts_and_pictures_need_stays() {
        for text in
            ["\u{6cc}\u{200c}\u{627}", "\u{1f469}\u{200d}\u{1f467}", "\u{5d0}\u{200f}", "a\u{301}"]
        {
            assert_eq!(printable(text), text);
        }
        assert_eq!(printable("a\tb"), "a b");
    }
}
