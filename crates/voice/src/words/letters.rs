//! Letters to sounds, for a word that is in no list: what English spelling makes likely.

use crate::sounds::{STRESS, VOWELS};

/// Groups of letters with their sounds, the longest first; `^` marks the beginning of a word, `$` its
/// end.
const GROUPS: &[(&str, &str)] = &[
    ("tion$", "ʃən"),
    ("sion$", "ʒən"),
    ("cious", "ʃəs"),
    ("tious", "ʃəs"),
    ("ture$", "ʧəɹ"),
    ("tial", "ʃᵊl"),
    ("cial", "ʃᵊl"),
    ("ight", "It"),
    ("ough", "O"),
    ("augh", "ɔ"),
    ("eigh", "A"),
    ("ous$", "əs"),
    ("age$", "ɪʤ"),
    ("ing$", "ɪŋ"),
    ("ism$", "ɪzᵊm"),
    ("ary$", "ˌɛɹi"),
    ("ate$", "At"),
    ("ine$", "in"),
    ("ite$", "It"),
    ("ive$", "ɪv"),
    ("ile$", "Il"),
    ("ose$", "Oz"),
    ("ake$", "Ak"),
    ("ise$", "Iz"),
    ("ize$", "Iz"),
    ("tch", "ʧ"),
    ("dge", "ʤ"),
    ("sch", "ʃ"),
    ("igh", "I"),
    ("ear", "ɪɹ"),
    ("eer", "ɪɹ"),
    ("air", "ɛɹ"),
    ("our", "Wəɹ"),
    ("oar", "ɔɹ"),
    ("^kn", "n"),
    ("^wr", "ɹ"),
    ("^ps", "s"),
    ("^rh", "ɹ"),
    ("^gn", "n"),
    ("^x", "z"),
    ("le$", "ᵊl"),
    ("ed$", "d"),
    ("es$", "z"),
    ("ch", "ʧ"),
    ("sh", "ʃ"),
    ("th", "θ"),
    ("ph", "f"),
    ("gh", "ɡ"),
    ("wh", "w"),
    ("ck", "k"),
    ("ng", "ŋ"),
    ("nk", "ŋk"),
    ("qu", "kw"),
    ("sc", "sk"),
    ("ss", "s"),
    ("ll", "l"),
    ("ff", "f"),
    ("tt", "t"),
    ("pp", "p"),
    ("bb", "b"),
    ("dd", "d"),
    ("gg", "ɡ"),
    ("mm", "m"),
    ("nn", "n"),
    ("rr", "ɹ"),
    ("cc", "k"),
    ("zz", "z"),
    ("ee", "i"),
    ("ea", "i"),
    ("ie", "i"),
    ("ei", "I"),
    ("ai", "A"),
    ("ay", "A"),
    ("ey", "i"),
    ("oa", "O"),
    ("oo", "u"),
    ("ou", "W"),
    ("ow", "O"),
    ("oi", "Y"),
    ("oy", "Y"),
    ("au", "ɔ"),
    ("aw", "ɔ"),
    ("ew", "ju"),
    ("ue", "u"),
    ("ui", "u"),
    ("ar", "ɑɹ"),
    ("er", "əɹ"),
    ("ir", "ɜɹ"),
    ("or", "ɔɹ"),
    ("ur", "ɜɹ"),
    ("yr", "ɪɹ"),
];

/// The likely sounds of a word in small letters, with one stress.
pub(crate) fn sounds(word: &str) -> String {
    let letters: Vec<char> = word.chars().filter_map(plain).collect();
    let word: String = letters.iter().collect();
    let mut sounds = String::new();
    let mut at = 0;
    while at < letters.len() {
        if let Some((group, said)) = GROUPS.iter().find(|(group, _)| stands(group, &word, at)) {
            sounds += said;
            at += group.trim_matches(['^', '$']).len();
        } else {
            sounds += single(&letters, at);
            at += 1;
        }
    }
    with_stress(&sounds)
}

/// A letter without its accent; `None` for what is no letter of English.
fn plain(letter: char) -> Option<char> {
    let plain = match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' => 'i',
        'ñ' | 'ṇ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => 'u',
        'ś' | 'ṣ' => 's',
        other => other,
    };
    plain.is_ascii_lowercase().then_some(plain)
}

fn stands(group: &str, word: &str, at: usize) -> bool {
    let letters = group.trim_matches(['^', '$']);
    let begins = !group.starts_with('^') || at == 0;
    let ends = !group.ends_with('$') || (at + letters.len() == word.len() && at > 0);
    begins && ends && word[at..].starts_with(letters)
}

/// One letter by itself, with an eye on its neighbours.
fn single(letters: &[char], at: usize) -> &'static str {
    let next = letters.get(at + 1).copied();
    let soft = matches!(next, Some('e' | 'i' | 'y'));
    let last = next.is_none();
    match letters[at] {
        // A silent "e" at the end makes the vowel before the consonant long.
        'e' if last && at > 1 => "",
        'a' if last => "ə",
        'a' if long(letters, at) => "A",
        'a' => "æ",
        'e' if long(letters, at) => "i",
        'e' => "ɛ",
        'i' if last => "i",
        'i' if long(letters, at) => "I",
        'o' if last || long(letters, at) => "O",
        'o' => "ɑ",
        'u' if last || long(letters, at) => "u",
        'u' => "ʌ",
        'y' if at == 0 => "j",
        'y' if last => "i",
        'i' | 'y' => "ɪ",
        'c' if soft => "s",
        'c' | 'k' | 'q' => "k",
        'g' if soft && at > 0 => "ʤ",
        'g' => "ɡ",
        's' if last && at > 0 && "aeioubdgmnrlvw".contains(letters[at - 1]) => "z",
        's' => "s",
        'b' => "b",
        'd' => "d",
        'f' => "f",
        'h' => "h",
        'j' => "ʤ",
        'l' => "l",
        'm' => "m",
        'n' => "n",
        'p' => "p",
        'r' => "ɹ",
        't' => "t",
        'v' => "v",
        'w' => "w",
        'x' => "ks",
        'z' => "z",
        _ => "",
    }
}

/// Whether the vowel stands before one consonant and a last "e": "bake".
fn long(letters: &[char], at: usize) -> bool {
    let vowel = |letter: &char| "aeiouy".contains(*letter);
    match &letters[at + 1..] {
        [consonant, 'e'] | [consonant, 'e', 's' | 'd'] => !vowel(consonant),
        _ => false,
    }
}

/// The sounds with a stress on the vowel where English most often has it: the first of two, the last
/// but two of more.
fn with_stress(sounds: &str) -> String {
    let vowels: Vec<usize> = sounds
        .char_indices()
        .filter(|(_, sound)| VOWELS.contains(*sound))
        .map(|(at, _)| at)
        .collect();
    let Some(&at) = vowels.get(vowels.len().saturating_sub(3)) else { return sounds.to_owned() };
    format!("{}{STRESS}{}", &sounds[..at], &sounds[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_from_nowhere_is_read_as_it_is_spelled() {
        let cases = [
            ("blorp", "blˈɔɹp"),
            ("snake", "snˈAk"),
            ("thrimble", "θɹˈɪmbᵊl"),
            ("grought", "ɡɹˈOt"),
            ("ñandú", "nˈændu"),
        ];
        for (word, said) in cases {
            assert_eq!(sounds(word), said, "{word}");
        }
    }

    #[test]
    fn no_letters_make_it_panic_and_each_sound_is_known() {
        for word in
            ["", "e", "ee", "漢字", "x", "tion", "rhythms", "ßßß", "qqqq", "naïve", "ed", "s"]
        {
            assert!(sounds(word).chars().all(|it| crate::sounds::number(it).is_some()), "{word}");
        }
    }
}
