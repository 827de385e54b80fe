//! The places of the body in the words that people have for them.

use crate::body::Region;

/// What people call several regions, or call otherwise than session files do.
const PLAIN_PLACES: &[(&str, &[Region])] = {
    use Region as R;
    &[
        ("head", &[R::Scalp, R::Temples]),
        ("face", &[R::Forehead, R::Temples, R::Jaw]),
        ("eyes", &[R::Forehead, R::Temples]),
        ("neck", &[R::NeckBack, R::SkullBase]),
        ("shoulders", &[R::UpperTrapezius, R::Shoulder]),
        ("back", &[R::UpperBack, R::LowBack]),
        ("belly", &[R::Abdomen]),
        ("arms", &[R::Forearm, R::Hand]),
        ("hands", &[R::Hand, R::ThumbPad]),
        ("hips", &[R::Glutes]),
        ("hip", &[R::Glutes]),
        ("thighs", &[R::Quadriceps, R::Hamstrings]),
        ("thigh", &[R::Quadriceps, R::Hamstrings]),
        ("legs", &[R::Quadriceps, R::Hamstrings, R::Calf]),
        ("calves", &[R::Calf]),
        ("feet", &[R::Foot]),
    ]
};

/// Other words for the same places, in the languages that the program speaks, each with the word above
/// or the region. A word with marks over its letters stands here without them.
const OTHER_WORDS: &[(&[&str], &str)] = &[
    (&["kopf"], "head"),
    (&["kopfhaut"], "scalp"),
    (&["brow", "brows", "eyebrows", "stirn", "augenbrauen"], "forehead"),
    (&["temple", "schlafe", "schlafen"], "temples"),
    (&["gesicht"], "face"),
    (&["eye", "auge", "augen"], "eyes"),
    (&["cheek", "cheeks", "chin", "kiefer", "wange", "wangen", "kinn"], "jaw"),
    (&["nape", "nacken"], "neck"),
    (&["trapezius", "traps"], "upper-trapezius"),
    (&["schulter", "schultern"], "shoulders"),
    (&["brust"], "chest"),
    (&["rucken"], "back"),
    (&["shoulder-blade", "shoulder-blades", "oberer-rucken", "schulterblatt"], "upper-back"),
    (&["lower-back", "lumbar", "loin", "unterer-rucken", "kreuz", "lendenwirbel"], "low-back"),
    (&["stomach", "tummy", "bauch"], "belly"),
    (&["forearms", "unterarm", "unterarme"], "forearm"),
    (&["arm", "arme"], "arms"),
    (&["finger", "fingers", "palm", "palms", "hande", "handflache"], "hands"),
    (&["thumb", "thumbs", "daumen"], "thumb-pad"),
    (&["buttock", "buttocks", "bottom", "glute", "hufte", "huften", "gesass", "po"], "hips"),
    (&["oberschenkel"], "thighs"),
    (&["quads", "quad"], "quadriceps"),
    (&["hamstring"], "hamstrings"),
    (&["leg", "bein", "beine"], "legs"),
    (&["lower-leg", "lower-legs", "wade", "waden", "unterschenkel"], "calves"),
    (&["shins", "schienbein", "schienbeine"], "shin"),
    (&["toe", "toes", "heel", "heels", "sole", "soles", "arch", "arches"], "feet"),
    (&["fuss", "fusse", "ferse", "fersen", "fusssohle", "zehen"], "feet"),
];

/// Places that no move works by themselves, and the one to ask for instead.
const NEAR_PLACES: &[(&[&str], &str)] = &[
    (&["nose", "sinus", "sinuses"], "face"),
    (&["ear", "ears", "mouth", "lips", "teeth", "tongue"], "jaw"),
    (&["throat", "hals"], "neck"),
    (&["rib", "ribs", "breast", "armpit"], "chest"),
    (&["spine"], "back"),
    (&["waist", "flank", "flanks"], "low-back"),
    (&["upper-arm", "upper-arms"], "shoulder"),
    (&["elbow", "elbows", "wrist", "wrists"], "arms"),
    (&["seat", "groin", "pelvis"], "hips"),
    (&["knee", "knees"], "legs"),
    (&["achilles", "ankle", "ankles"], "calves"),
];

/// The regions that a word means: a region's own id or name, or what people call one or several.
pub fn places_called(word: &str) -> Vec<Region> {
    let word = plain(word);
    let other = OTHER_WORDS.iter().find(|(words, _)| words.contains(&word.as_str()));
    let word = other.map_or(word.as_str(), |(_, meant)| *meant);
    let several = PLAIN_PLACES.iter().find(|(known, _)| *known == word);
    let several = several.map_or(&[][..], |(_, regions)| *regions);
    let is_called = |region: &Region| region.id() == word || plain(region.name()) == word;
    let one = Region::ALL.into_iter().filter(is_called);
    let mut places: Vec<Region> = Vec::new();
    for region in one.chain(several.iter().copied()) {
        if !places.contains(&region) {
            places.push(region);
        }
    }
    places
}

/// The words that people use for places, from head to foot.
pub fn plain_places() -> impl Iterator<Item = &'static str> {
    PLAIN_PLACES.iter().map(|(word, _)| *word)
}

/// The place to ask for instead of one that no move works by itself.
pub fn place_near(word: &str) -> Option<&'static str> {
    let word = plain(word);
    NEAR_PLACES.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, near)| *near)
}

/// A word in small letters, with hyphens and without marks over its letters.
fn plain(word: &str) -> String {
    let letters = word.trim().to_lowercase().replace('ß', "ss");
    let letters = letters.chars().filter(|it| *it != '\u{308}');
    letters
        .map(|letter| match letter {
            'ä' => 'a',
            'ö' => 'o',
            'ü' => 'u',
            ' ' | '_' => '-',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{NEAR_PLACES, OTHER_WORDS, place_near, places_called, plain};
    use crate::body::Region;

    #[test]
    fn every_word_leads_to_a_place_and_stands_once() {
        let mut seen = Vec::new();
        for (words, meant) in OTHER_WORDS.iter().chain(NEAR_PLACES) {
            assert!(!places_called(meant).is_empty(), "{meant}");
            for word in *words {
                assert_eq!(*word, plain(word));
                assert!(!seen.contains(word), "{word}");
                seen.push(word);
            }
        }
    }

    #[test]
    fn the_same_place_has_many_words() {
        for (word, region) in [
            ("lower back", Region::LowBack),
            ("Unterer Rücken", Region::LowBack),
            ("Fu\u{308}ße", Region::Foot),
            ("BROW", Region::Forehead),
            ("eyes", Region::Forehead),
            ("top of the shoulder", Region::UpperTrapezius),
            ("upper-trapezius", Region::UpperTrapezius),
            ("Kiefer", Region::Jaw),
        ] {
            assert_eq!(places_called(word).first(), Some(&region), "{word}");
        }
    }

    #[test]
    fn what_no_move_works_has_a_place_near_it() {
        assert!(places_called("throat").is_empty());
        assert_eq!(place_near("Throat"), Some("neck"));
        assert!(places_called("").is_empty() && place_near("").is_none());
    }
}
