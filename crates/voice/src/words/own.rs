//! Words that the lexicon lacks or has otherwise than they are said: of the body, of massage and of
//! breathing.

/// Each word in small letters, with its sounds.
const WORDS: &[(&str, &str)] = &[
    ("abductors", "æbdˈʌktəɹz"),
    ("acupressure", "ˈækjəpɹˌɛʃəɹ"),
    ("adductors", "ədˈʌktəɹz"),
    ("anulom", "ˈʌnulˌOm"),
    ("asana", "ˈɑsənə"),
    ("bhramari", "bɹˈɑməɹi"),
    ("bhastrika", "bˈʌstɹɪkə"),
    ("breathed", "bɹˈiðd"),
    ("bunion", "bˈʌnjən"),
    ("dopamine", "dˈOpəmˌin"),
    ("doms", "dˈɑmz"),
    ("dynorphin", "dInˈɔɹfɪn"),
    ("effleurage", "ˌɛfləɹˈɑʒ"),
    ("erectors", "əɹˈɛktəɹz"),
    ("flexor", "flˈɛksəɹ"),
    ("gluteals", "ɡlˈuTiəlz"),
    ("hara", "hˈɑɹə"),
    ("hypothenar", "hˌIpOθˈinɑɹ"),
    ("iliotibial", "ˌɪliOtˈɪbiəl"),
    ("infraspinatus", "ˌɪnfɹəspInˈATəs"),
    ("interoception", "ˌɪntəɹOsˈɛpʃən"),
    ("jacobson", "ʤˈAkəbsᵊn"),
    ("kapalabhati", "kˌʌpɑləbˈɑti"),
    ("latissimus", "lətˈɪsəməs"),
    ("longissimus", "lɔnʤˈɪsəməs"),
    ("longus", "lˈɔŋɡəs"),
    ("lumborum", "lʌmbˈɔɹəm"),
    ("lymphedema", "lˌɪmfɪdˈimə"),
    ("lymphoedema", "lˌɪmfɪdˈimə"),
    ("medius", "mˈidiəs"),
    ("minimus", "mˈɪnəməs"),
    ("multifidus", "mʌltˈɪfədəs"),
    ("myofascial", "mˌIOfˈæʃiəl"),
    ("nadi", "nˈɑdi"),
    ("neuromuscular", "nˌʊɹOmˈʌskjələɹ"),
    ("nidra", "nˈɪdɹə"),
    ("occipitals", "ɑksˈɪpəTᵊlz"),
    ("parasympathetic", "pˌæɹəsˌɪmpəθˈɛTɪk"),
    ("paraspinal", "pˌæɹəspˈInᵊl"),
    ("paraspinals", "pˌæɹəspˈInᵊlz"),
    ("pectoralis", "pˌɛktəɹˈæləs"),
    ("peroneus", "pˌɛɹənˈiəs"),
    ("petrissage", "pˌɛtɹɪsˈɑʒ"),
    ("piriformis", "pˌɪɹəfˈɔɹmɪs"),
    ("popliteal", "pˌɑplətˈiəl"),
    ("proprioception", "pɹˌOpɹiOsˈɛpʃən"),
    ("psoas", "sˈOəs"),
    ("raynaud", "ɹAnˈO"),
    ("rhomboids", "ɹˈɑmbˌYdz"),
    ("romberg", "ɹˈɑmbəɹɡ"),
    ("sadhana", "sˈɑdənə"),
    ("schultz", "ʃˈʊlts"),
    ("shavasana", "ʃəvˈɑsənə"),
    ("shodhana", "ʃˈOdənə"),
    ("spinae", "spˈIni"),
    ("splenius", "splˈiniəs"),
    ("suboccipital", "sˌʌbɑksˈɪpəTᵊl"),
    ("suboccipitals", "sˌʌbɑksˈɪpəTᵊlz"),
    ("supraspinatus", "sˌupɹəspInˈATəs"),
    ("ujjayi", "uʤˈIi"),
    ("unclench", "ˌʌnklˈɛnʧ"),
    ("went", "wˈɛnt"),
    ("winding", "wˈIndɪŋ"),
];

/// The sounds of a word in small letters.
pub(crate) fn find(word: &str) -> Option<&'static str> {
    WORDS.iter().find(|(own, _)| *own == word).map(|(_, sounds)| *sounds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_stands_once_in_small_letters_with_sounds_that_the_voice_knows() {
        for (at, (word, sounds)) in WORDS.iter().enumerate() {
            assert_eq!(*word, word.to_lowercase());
            assert!(WORDS[..at].iter().all(|(other, _)| other != word), "{word} stands twice");
            assert!(sounds.chars().all(|it| crate::sounds::number(it).is_some()), "{word}");
            assert_eq!(sounds.matches(crate::sounds::STRESS).count(), 1, "{word}");
        }
    }
}
