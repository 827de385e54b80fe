//! That every language says the same things, and that what the program says is said in all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::body::{Direction, MuscleGroup, Region, Side};

const SIDES: [Option<Side>; 3] = [None, Some(Side::Left), Some(Side::Right)];

/// The messages and attributes of a language, each with the names of what belongs into it.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let folder = source().join("words").join(language.tag());
    let mut messages = BTreeMap::new();
    for path in files(&folder, "ftl") {
        let text = fs::read_to_string(&path).expect("a file of texts");
        let (mut id, mut key) = (String::new(), String::new());
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" = ") {
                let is_id = |name: &str| {
                    name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
                };
                if let Some(attribute) = name.trim().strip_prefix('.') {
                    key = format!("{id}.{attribute}");
                } else if is_id(name) {
                    name.clone_into(&mut id);
                    name.clone_into(&mut key);
                }
                let twice = messages.insert(key.clone(), BTreeSet::new());
                assert!(twice.is_none(), "{}: {key} stands there twice", path.display());
            }
            let names = line.split('$').skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '-');
                rest[..end.unwrap_or(rest.len())].to_owned()
            });
            messages.entry(key.clone()).or_default().extend(names);
        }
    }
    messages.remove("");
    messages
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file of this kind in a folder and those inside it.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry of it").path());
    paths
        .flat_map(|path| if path.is_dir() { files(&path, ending) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|known| known == ending))
        .collect()
}

#[test]
fn every_language_has_the_same_messages_with_the_same_in_them() {
    let english = messages(Language::English);
    assert!(english.len() > 50, "the texts were not found");
    for (tag, language) in Language::ALL {
        assert_eq!(messages(language), english, "{tag}");
    }
}

#[test]
fn every_file_of_texts_is_read_and_has_no_mistakes() {
    for (tag, language) in Language::ALL {
        let texts = Texts::with_reports(language);
        for path in files(&source().join("words").join(tag), "ftl") {
            let text = fs::read_to_string(&path).expect("a file of texts");
            let read = fluent_bundle::FluentResource::try_new(text);
            assert!(read.is_ok(), "{}: {:?}", path.display(), read.err().map(|it| it.1));
        }
        for id in messages(language).keys().filter(|id| !id.contains('.')) {
            assert!(texts.has(id), "{tag}: the file with {id} is not read");
        }
    }
}

#[test]
fn every_message_is_said_somewhere_and_none_is_missing() {
    let known = messages(Language::English);
    // What is called by the id of a region, a tool and the like.
    let families = [
        "place-",
        "joint-",
        "part-",
        "plan-place-",
        "plan-goal-",
        "plan-setting-",
        "plan-tools-",
        "muscles-",
        "with-",
        "stroke-",
        "direction-",
        "bed-",
        "technique-",
        "position-",
        "tool-",
        "key-",
        "written-",
        "breath-",
        "other-",
        "topic-",
        "stop-sign-",
        "check-in-asks-",
        "check-in-brief-",
        "measure-",
        "helped-by-",
        "journal-about-",
        "journal-coin-",
        "helped-time-",
        "health-group-",
        "health-hand-",
        "health-reach-",
        "health-sure-",
    ];
    let mut said = BTreeSet::new();
    for path in files(&source(), "rs") {
        if path.ends_with("words/tests.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source file");
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let code = code.collect::<Vec<_>>().join("\n");
        for call in code.split("Message::new(").skip(1) {
            if let Some(id) =
                call.trim_start().strip_prefix('"').and_then(|it| it.split('"').next())
            {
                assert!(known.contains_key(id), "{}: there is no text {id}", path.display());
                said.insert(id.to_owned());
            }
        }
        // An id that is chosen first and said then.
        let written = code.split('"').skip(1).filter(|text| known.contains_key(*text));
        said.extend(written.map(str::to_owned));
    }
    let silent = known.keys().filter(|id| {
        !said.contains(*id) && !id.contains('.') && !families.iter().any(|it| id.starts_with(it))
    });
    assert_eq!(silent.collect::<Vec<_>>(), Vec::<&String>::new(), "said nowhere");
}

#[test]
fn every_part_of_the_body_has_a_name_in_every_language() {
    for (tag, language) in Language::ALL {
        let texts = Texts::of(language);
        let places = Region::ALL.map(|region| move |side| place(region, side));
        let groups = MuscleGroup::ALL.map(|group| move |side| muscles(group, side));
        let all = places.iter().flat_map(|it| SIDES.map(it));
        for message in all.chain(groups.iter().flat_map(|it| SIDES.map(it))) {
            assert_ne!(texts.text(&message), message.id(), "{tag}");
        }
    }
}

#[test]
fn english_names_of_the_body_are_those_of_the_reports() {
    let texts = Texts::of(Language::English);
    for region in Region::ALL {
        assert_eq!(texts.text(&place(region, None)), region.name());
    }
    for group in MuscleGroup::ALL {
        assert_eq!(texts.text(&muscles(group, None)), group.name());
    }
}

#[test]
fn english_sides_and_directions_are_those_of_the_reports() {
    let texts = Texts::of(Language::English);
    let named = |id: &str, side| texts.text(&Message::new(id.to_owned()).with("side", side));
    for side in [Side::Left, Side::Right] {
        for form in ["side", "side-dative", "side-adverb"] {
            assert_eq!(named(form, side.word()), side.word());
        }
    }
    for direction in Direction::ALL {
        assert_eq!(named(&format!("direction-{}", direction.id()), "none"), direction.name());
    }
}

#[test]
fn a_language_is_found_by_its_tag_and_english_stands_in_for_others() {
    use Language::{English, German};
    let found = ["de", "de-AT", "DE_de", "en-GB", "fr", ""].map(Language::of_tag);
    assert_eq!(found, [German, German, German, English, English, English]);
}

#[test]
fn the_language_of_a_system_is_that_of_the_first_variable_that_is_set() {
    use Language::{English, German};
    let locale = Language::of_locale;
    assert_eq!(locale("de_DE.UTF-8", "en_US.UTF-8", "fr_FR"), Some(German));
    assert_eq!(locale("", "de_AT", "en_GB.UTF-8"), Some(German));
    assert_eq!(locale("", "", "fr_FR.UTF-8"), Some(English));
    assert_eq!((locale("", "", ""), locale("C.UTF-8", "", "de_DE")), (None, None));
}

#[test]
fn german_sides_take_the_form_that_the_place_asks_for() {
    let texts = Texts::of(Language::German);
    let heading = |title: &str, side, region| Heading { title: title.to_owned(), side, region };
    let said = [
        heading("Kneten", Some(Side::Left), Some(Region::Shoulder)),
        heading("Kneten", Some(Side::Right), Some(Region::Foot)),
        heading("Kneten", Some(Side::Left), Some(Region::Shin)),
        heading("Rechte Wade kneten", Some(Side::Right), Some(Region::Calf)),
        heading("Dehnen", Some(Side::Right), None),
    ];
    assert_eq!(
        said.map(|heading| heading.text(texts)),
        [
            "Linke Schulter: Kneten",
            "Rechter Fuß: Kneten",
            "Linkes Schienbein: Kneten",
            "Rechte Wade kneten",
            "Rechte Seite: Dehnen",
        ]
    );
    let [left, right] = SideWords::both(texts);
    assert_eq!([left.plain, left.dative, left.adverb], ["linke", "linken", "links"]);
    assert_eq!([right.plain, right.dative, right.adverb], ["rechte", "rechten", "rechts"]);
}
