//! The sounds of speech as this family of voices writes and numbers them (Kokoro's vocabulary).

/// Vowels, among them the diphthongs A (day), I (eye), O (so), W (now), Y (boy).
pub(crate) const VOWELS: &str = "AIOQWYaiuæɑɒɐɔəɛɜɪʊʌᵊᵻ";
/// Consonants.
pub(crate) const CONSONANTS: &str = "bdfhjklmnpstvwzðŋɡɹɾʃʒʤʧθT";
/// Marks of punctuation that the voice knows as pauses and melodies.
pub(crate) const MARKS: &str = ";:,.!?—…";
/// The main stress of a word, before its vowel.
pub(crate) const STRESS: char = 'ˈ';
/// A lighter stress.
pub(crate) const LIGHT_STRESS: char = 'ˌ';

/// The number that begins and ends a sentence.
pub(crate) const EDGE: usize = 0;

/// Sounds, marks and the space, each with its number.
const NUMBERED: &[(char, usize)] = &[
    (';', 1),
    (':', 2),
    (',', 3),
    ('.', 4),
    ('!', 5),
    ('?', 6),
    ('—', 9),
    ('…', 10),
    (' ', 16),
    ('A', 24),
    ('I', 25),
    ('O', 31),
    ('Q', 33),
    ('T', 36),
    ('W', 39),
    ('Y', 41),
    ('ᵊ', 42),
    ('a', 43),
    ('b', 44),
    ('d', 46),
    ('f', 48),
    ('h', 50),
    ('i', 51),
    ('j', 52),
    ('k', 53),
    ('l', 54),
    ('m', 55),
    ('n', 56),
    ('o', 57),
    ('p', 58),
    ('s', 61),
    ('t', 62),
    ('u', 63),
    ('v', 64),
    ('w', 65),
    ('x', 66),
    ('z', 68),
    ('ɑ', 69),
    ('ɐ', 70),
    ('ɒ', 71),
    ('æ', 72),
    ('ɔ', 76),
    ('ð', 81),
    ('ʤ', 82),
    ('ə', 83),
    ('ɚ', 85),
    ('ɛ', 86),
    ('ɜ', 87),
    ('ɡ', 92),
    ('ɪ', 102),
    ('ŋ', 112),
    ('θ', 119),
    ('œ', 120),
    ('ɹ', 123),
    ('ɾ', 125),
    ('ʃ', 131),
    ('ʧ', 133),
    ('ʊ', 135),
    ('ʌ', 138),
    ('ʒ', 147),
    ('ʔ', 148),
    ('ˈ', 156),
    ('ˌ', 157),
    ('ː', 158),
    ('e', 47),
    ('r', 60),
    ('ᵻ', 177),
];

/// The number of a sound, mark or space; `None` for what the voice does not know.
pub(crate) fn number(sound: char) -> Option<usize> {
    NUMBERED.iter().find(|(known, _)| *known == sound).map(|(_, number)| *number)
}

/// Whether a vowel is heard first (`Some(true)`), a consonant, or a pause (`None`); `otherwise`
/// where there is nothing to be heard.
pub(crate) fn first_heard(sounds: &str, otherwise: Option<bool>) -> Option<bool> {
    for sound in sounds.chars() {
        if MARKS.contains(sound) {
            return None;
        }
        if VOWELS.contains(sound) || CONSONANTS.contains(sound) {
            return Some(VOWELS.contains(sound));
        }
    }
    otherwise
}

/// The sounds with `mark` before their first vowel, where they have no stress of their own.
pub(crate) fn stressed(sounds: &str, mark: char) -> String {
    if sounds.contains([STRESS, LIGHT_STRESS]) {
        return sounds.to_owned();
    }
    sounds
        .find(|sound| VOWELS.contains(sound))
        .map_or_else(|| sounds.to_owned(), |at| format!("{}{mark}{}", &sounds[..at], &sounds[at..]))
}

/// The sounds with every main stress made light.
pub(crate) fn lighter(sounds: &str) -> String {
    sounds.replace(LIGHT_STRESS, "").replace(STRESS, "ˌ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sound_has_a_number_that_the_net_knows() {
        let all = format!("{VOWELS}{CONSONANTS}{MARKS}{STRESS}{LIGHT_STRESS} ");
        assert!(all.chars().all(|it| number(it).is_some_and(|number| number < crate::net::SOUNDS)));
        assert_eq!(number('漢'), None);
    }

    #[test]
    fn stress_goes_before_the_first_vowel_of_a_word_without_one() {
        assert_eq!(stressed("ðæt", LIGHT_STRESS), "ðˌæt");
        assert_eq!(stressed("bˈɛd", LIGHT_STRESS), "bˈɛd");
        assert_eq!(stressed("ʃ", STRESS), "ʃ");
    }
}
