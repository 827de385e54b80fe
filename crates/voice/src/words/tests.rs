//! What words sound like.

use super::*;

/// Words and phrases, with the sounds that a dictionary gives them there.
const TRICKY: &[(&str, &str)] = &[
    ("those who breathed slowly", "ðOz hˌu bɹˈiðd slˈOli"),
    ("breathe in", "bɹˈið ˈɪn"),
    ("a deep breath", "ɐ dˈip bɹˈɛθ"),
    ("close your eyes", "klˈOz jʊɹ ˈIz"),
    ("stay close to the spine", "stˈA klˈOs tə ðə spˈIn"),
    ("open and close the jaw", "ˈOpᵊn ænd klˈOz ðə ʤˈɔ"),
    ("keep it closed", "kˈip ɪt klˈOzd"),
    ("the suboccipital muscles", "ðə sˌʌbɑksˈɪpəTᵊl mˈʌsᵊlz"),
    ("myofascial rolling", "mˌIOfˈæʃiəl ɹˈOlɪŋ"),
    ("piriformis", "pˌɪɹəfˈɔɹmɪs"),
    ("effleurage", "ˌɛfləɹˈɑʒ"),
    ("petrissage", "pˌɛtɹɪsˈɑʒ"),
    ("tapotement", "təpˈOtmᵊnt"),
    ("trapezius", "tɹəpˈiziəs"),
    ("quadriceps", "kwˈɑdɹəsˌɛps"),
    ("gluteus", "ɡlˈuTiəs"),
    ("hamstrings", "hˈæmstɹˌɪŋz"),
    ("plantar fascia", "plˈæntəɹ fˈæʃiə"),
    ("levator scapulae", "ləvˈATəɹ skˈæpjəlˌi"),
    ("sternum", "stˈɜɹnəm"),
    ("clavicle", "klˈævəkᵊl"),
    ("sacrum", "sˈækɹəm"),
    ("coccyx", "kˈɑksˌɪks"),
    ("masseter", "məsˈiTəɹ"),
    ("temples", "tˈɛmpᵊlz"),
    ("diaphragm", "dˈIəfɹˌæm"),
    ("soleus", "sˈOliəs"),
    ("tibialis", "tˌɪbiˈælɪs"),
    ("occiput", "ˈɑksəpət"),
    ("thumb", "θˈʌm"),
    ("numb", "nˈʌm"),
    ("palm", "pˈɑlm"),
    ("calf", "kˈæf"),
    ("calves", "kˈævz"),
    ("wrist", "ɹˈɪst"),
    ("knuckles", "nˈʌkᵊlz"),
    ("knead", "nˈid"),
    ("kneecap", "nˈikˌæp"),
    ("buttock", "bˈʌTək"),
    ("forearm", "fˈɔɹˌɑɹm"),
    ("rhomboids", "ɹˈɑmbˌYdz"),
    ("psoas", "sˈOəs"),
    ("deltoid", "dˈɛltˌYd"),
    ("iliac", "ˈɪliˌæk"),
    ("lumbar", "lˈʌmbˌɑɹ"),
    ("thoracic", "θəɹˈæsɪk"),
    ("cervical", "sˈɜɹvɪkəl"),
    ("sinuses", "sˈInəsᵻz"),
    ("nostril", "nˈɑstɹᵊl"),
    ("pranayama", "pɹˌɑnəjˈɑmə"),
    ("nadi shodhana", "nˈɑdi ʃˈOdənə"),
    ("wind down", "wˈInd dˌWn"),
    ("the wind", "ðə wˈɪnd"),
    ("a wound", "ɐ wˈund"),
    ("it was wound up", "ɪt wʌz wˈWnd ˌʌp"),
    ("use the ball", "jˈuz ðə bˈɔl"),
    ("no use", "nˈO jˈus"),
    ("get used to it", "ɡɛt jˈust tʊ ɪt"),
    ("live longer", "lˈɪv lˈɔŋɡəɹ"),
    ("a live show", "ɐ lˈIv ʃˈO"),
    ("a minute", "ɐ mˈɪnət"),
    ("two minutes", "tˈu mˈɪnəts"),
    ("lower the shoulder", "lˈOəɹ ðə ʃˈOldəɹ"),
    ("bow your head", "bˈW jʊɹ hˈɛd"),
    ("read on", "ɹˈid ˌɔn"),
    ("lead the way", "lˈid ðə wˈA"),
    ("tear", "tˈɪɹ"),
    ("rough", "ɹˈʌf"),
    ("though", "ðˌO"),
    ("through", "θɹˈu"),
    ("thorough", "θˈɜɹO"),
    ("enough", "ɪnˈʌf"),
    ("cough", "kˈɔf"),
    ("tongue", "tˈʌŋ"),
    ("muscle", "mˈʌsᵊl"),
    ("height", "hˈIt"),
    ("weight", "wˈAt"),
    ("soothe", "sˈuð"),
    ("bathe", "bˈAð"),
    ("clothes", "klˈOðz"),
    ("iron", "ˈIəɹn"),
    ("island", "ˈIlənd"),
    ("yawn", "jˈɔn"),
    ("stomach", "stˈʌmək"),
    ("ache", "ˈAk"),
    ("aches", "ˈAks"),
    ("anchor", "ˈæŋkəɹ"),
    ("rhythm", "ɹˈɪðəm"),
    ("yacht", "jˈɑt"),
    ("oestrogen", "ˈɛstɹəʤᵊn"),
    ("tea-coloured", "tˌikˈʌləɹd"),
    ("light-headed", "lˌIthˈɛdᵻd"),
    ("hot-water bottle", "hˌɑtwˈɔTəɹ bˈɑTəl"),
    ("the other", "ði ˈʌðəɹ"),
    ("the shoulder", "ðə ʃˈOldəɹ"),
    ("to open", "tʊ ˈOpᵊn"),
    ("to press", "tə pɹˈɛs"),
    ("where to", "wˌɛɹ tu"),
    ("an arm", "ɐn ˈɑɹm"),
    ("a chair", "ɐ ʧˈɛɹ"),
    ("come in", "kˈʌm ˈɪn"),
    ("in four", "ɪn fˈɔɹ"),
    ("bolder", "bˈOldəɹ"),
    ("firmer", "fˈɜɹməɹ"),
    ("kinder", "kˈIndəɹ"),
    ("hardest", "hˈɑɹdəst"),
    ("sorest", "sˈɔɹəst"),
    ("unbusy", "ˌʌnbˈɪzi"),
    ("went", "wˈɛnt"),
    ("stinging", "stˈɪŋɪŋ"),
    ("waiting", "wˈATɪŋ"),
    ("fingertips", "fˈɪŋɡəɹtˌɪps"),
    ("footbath", "fˈʊtbˌæθ"),
    ("TMJ", "tˌiˌɛmʤˈA"),
    ("COPD", "sˌiˌOpˌidˈi"),
    ("Raynaud's", "ɹAnˈOz"),
    ("lymphoedema", "lˌɪmfɪdˈimə"),
    ("4-7-8", "fˈɔɹ sˈɛvən ˈAt"),
    ("half an hour", "hˈæf ɐn ˈWəɹ"),
    ("3–5 minutes", "θɹˈi tə fˈIv mˈɪnəts"),
    ("that side", "ðˈæt sˈId"),
    ("on that side", "ˌɔn ðˈæt sˈId"),
    ("I feel that it helps", "ˌI fˈil ðæt ɪt hˈɛlps"),
];

#[test]
fn tricky_words_sound_as_a_dictionary_has_them() {
    assert!(TRICKY.len() >= 80);
    let wrong = TRICKY.iter().map(|(text, right)| (text, right, read(text)));
    let wrong: Vec<_> = wrong.filter(|(_, right, is)| is.sounds != **right).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_tricky_word_is_unknown() {
    let unknown: Vec<_> = TRICKY.iter().flat_map(|(text, _)| read(text).unknown).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn a_word_that_no_list_knows_is_named_as_it_is_written_and_read_by_its_letters() {
    let reading = read("Press the Florbix, then the grelb.");
    assert_eq!(reading.unknown, ["Florbix", "grelb"]);
    assert_eq!(reading.sounds, "pɹˈɛs ðə flˈɔɹbɪks, ðˈɛn ðə ɡɹˈɛlb.");
    assert_eq!(unknown_words("A florbix. Two grelbs, one Florbix!"), ["florbix", "grelbs"]);
}

#[test]
fn marks_stay_as_pauses() {
    let reading = read("In, two, three – and out… good!");
    let marks: String = reading.sounds.chars().filter(|it| MARKS.contains(*it)).collect();
    assert_eq!(marks, ",,—…!");
}

#[test]
fn any_text_is_read_without_a_panic() {
    for text in [
        "",
        " ",
        "'",
        "''s",
        "-",
        "--–—",
        "漢字 и кириллица",
        "1e9 99999999999999999999",
        "s'",
        "🙂 ok",
        "a\u{0}b",
        "½ ×3 °",
        ".5",
        "5.",
        "1.2.3",
    ] {
        let reading = read(text);
        assert!(
            reading.sounds.chars().all(|it| crate::sounds::number(it).is_some()),
            "{text}: {reading:?}"
        );
    }
}
