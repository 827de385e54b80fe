//! Words that are made from others: with endings, with beginnings, and of two words.

use crate::sounds::{LIGHT_STRESS, STRESS, lighter};

/// Vowels after which a "t" between vowels is soft, as in "waiting".
const SOFTENING: &str = "AIOWYiuæɑəɛɪɹʊʌ";
/// Beginnings that are set before a word, with their sounds.
const BEGINNINGS: &[(&str, &str)] = &[
    ("un", "ʌn"),
    ("re", "ɹi"),
    ("non", "nɑn"),
    ("pre", "pɹi"),
    ("mid", "mɪd"),
    ("sub", "sʌb"),
    ("self", "sɛlf"),
    ("over", "Ovəɹ"),
    ("under", "ʌndəɹ"),
    ("out", "Wt"),
    ("micro", "mIkɹO"),
    ("mini", "mɪni"),
    ("semi", "sɛmi"),
    ("anti", "ænti"),
    ("inter", "ɪntəɹ"),
    ("super", "supəɹ"),
    ("hyper", "hIpəɹ"),
    ("hypo", "hIpO"),
    ("infra", "ɪnfɹə"),
    ("supra", "supɹə"),
    ("para", "pæɹə"),
    ("peri", "pɛɹi"),
    ("myo", "mIO"),
    ("neuro", "nʊɹO"),
    ("physio", "fɪziO"),
    ("aroma", "əɹOmə"),
];
/// Endings that are set behind a word as it is, with their sounds.
const PLAIN_ENDINGS: &[(&str, &str)] = &[
    ("ly", "li"),
    ("ness", "nəs"),
    ("less", "ləs"),
    ("ful", "fᵊl"),
    ("ment", "mᵊnt"),
    ("ments", "mᵊnts"),
    ("ship", "ʃɪp"),
    ("wards", "wəɹdz"),
    ("ward", "wəɹd"),
    ("like", "lˌIk"),
    ("wise", "wˌIz"),
    ("able", "əbᵊl"),
];
/// The fewest letters that each half of a compound has.
const SHORTEST_HALF: usize = 3;

/// The sounds of a word that is made from one that `known` finds.
pub(crate) fn made_from(word: &str, known: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    inflected(word, known)
        .or_else(|| PLAIN_ENDINGS.iter().find_map(|ending| with_plain_ending(word, *ending, known)))
        .or_else(|| BEGINNINGS.iter().find_map(|beginning| with_beginning(word, *beginning, known)))
        .or_else(|| compound(word, known))
}

/// -s, -ed, -ing, -er, -est and -y.
fn inflected(word: &str, known: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    if let Some(stem) = word.strip_suffix("s'") {
        return known(&format!("{stem}s")).or_else(|| inflected(&format!("{stem}s"), known));
    }
    let possessive =
        word.strip_suffix("'s").and_then(|stem| known(stem).or_else(|| made_from(stem, known)));
    let plural = || word.strip_suffix('s').filter(|stem| !stem.ends_with('s')).and_then(known);
    let ies = || word.strip_suffix("ies").and_then(|stem| known(&format!("{stem}y")));
    let es = || word.strip_suffix("es").and_then(known);
    possessive
        .or_else(plural)
        .or_else(ies)
        .or_else(es)
        .map(|stem| with_s(&stem))
        .or_else(|| stem_of(word, "ed", known).map(|stem| with_ed(&stem)))
        .or_else(|| stem_of(word, "ing", known).map(|stem| with_vowel(&stem, "ɪŋ")))
        .or_else(|| stem_of(word, "er", known).map(|stem| with_vowel(&stem, "əɹ")))
        .or_else(|| stem_of(word, "ers", known).map(|stem| with_vowel(&stem, "əɹz")))
        .or_else(|| stem_of(word, "est", known).map(|stem| with_vowel(&stem, "əst")))
        .or_else(|| stem_of(word, "y", known).map(|stem| with_vowel(&stem, "i")))
}

/// The word before an ending that begins with a vowel: as it is, with the "e" that was dropped, with
/// one of a doubled letter, or with the "y" that became "i".
fn stem_of(word: &str, ending: &str, known: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let stem = word.strip_suffix(ending).filter(|stem| stem.len() > 1)?;
    let undoubled = || {
        let last = stem.chars().next_back()?;
        stem.strip_suffix(last).filter(|rest| rest.ends_with(last))
    };
    let silent_e = || known(&format!("{stem}e")).filter(|_| !stem.ends_with('e'));
    // "stinging" is no form of a word that ends with an "e", "closer" is.
    let whole = if ending == "ing" {
        known(stem).or_else(silent_e)
    } else {
        silent_e().or_else(|| known(stem))
    };
    whole
        .or_else(|| undoubled().and_then(known))
        .or_else(|| stem.strip_suffix('i').and_then(|stem| known(&format!("{stem}y"))))
}

fn last(sounds: &str) -> char {
    sounds.chars().next_back().unwrap_or(' ')
}

/// The plural or possessive of these sounds.
pub(crate) fn with_s(stem: &str) -> String {
    match last(stem) {
        sound if "ptkfθT".contains(sound) => format!("{stem}s"),
        sound if "szʃʒʧʤ".contains(sound) => format!("{stem}ᵻz"),
        _ => format!("{stem}z"),
    }
}

fn with_ed(stem: &str) -> String {
    match last(stem) {
        sound if "pkfθʃsʧ".contains(sound) => format!("{stem}t"),
        'd' => format!("{stem}ᵻd"),
        't' => with_vowel(stem, "ᵻd"),
        _ => format!("{stem}d"),
    }
}

/// An ending that begins with a vowel: a "t" after most vowels becomes soft.
fn with_vowel(stem: &str, ending: &str) -> String {
    match stem.strip_suffix('t') {
        Some(rest) if SOFTENING.contains(last(rest)) => format!("{rest}T{ending}"),
        _ => format!("{stem}{ending}"),
    }
}

fn with_plain_ending(
    word: &str,
    (ending, sounds): (&str, &str),
    known: &dyn Fn(&str) -> Option<String>,
) -> Option<String> {
    let stem = word.strip_suffix(ending).filter(|stem| stem.len() > 2)?;
    let dropped = || stem.strip_suffix('i').and_then(|stem| known(&format!("{stem}y")));
    let before = known(stem).or_else(dropped).or_else(|| inflected(stem, known))?;
    Some(format!("{before}{sounds}"))
}

fn with_beginning(
    word: &str,
    (beginning, sounds): (&str, &str),
    known: &dyn Fn(&str) -> Option<String>,
) -> Option<String> {
    let rest = word.strip_prefix(beginning).filter(|rest| rest.len() > 2)?;
    let after = known(rest).or_else(|| inflected(rest, known))?;
    Some(format!("{}{after}", crate::sounds::stressed(sounds, LIGHT_STRESS)))
}

/// Two words written as one, the first stressed: "footbath".
fn compound(word: &str, known: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let halves = (SHORTEST_HALF..word.len().saturating_sub(SHORTEST_HALF - 1)).rev();
    halves.filter(|at| word.is_char_boundary(*at)).find_map(|at| {
        let (first, second) = word.split_at(at);
        let first = known(first)?;
        let second = known(second).or_else(|| inflected(second, known))?;
        // A word without a stress of its own ("the", "and") is no half of another.
        (first.contains(STRESS) && second.contains(STRESS))
            .then(|| format!("{first}{}", lighter(&second)))
    })
}
