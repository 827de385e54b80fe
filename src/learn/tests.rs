//! Every page is whole, says how sure it is, and promises nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::page::{Sureness, files};
use super::*;
use crate::body::Region;
use crate::format::{KnownNames, parse};
use crate::session::{Goal, Pattern, Session, Technique};
use crate::words::{Language, Texts};

/// Words that promise more than is known. “Release” may be said of a muscle that was tensed.
const NEVER: [&str; 25] = [
    "detox",
    "toxin",
    "toxins",
    "cure",
    "cures",
    "cured",
    "heal",
    "heals",
    "healing",
    "healed",
    "release",
    "releases",
    "released",
    "releasing",
    "knot",
    "knots",
    "adhesions",
    "boost",
    "boosts",
    "immunity",
    "proven",
    "treat",
    "treats",
    "treatment",
    "perfect",
];

/// Longest parts of a page, in words.
const WHAT: usize = 60;
const POINT: usize = 40;
const SAYS: usize = 45;
/// Longest page, in words; those that answer what is said of massage and that hold every sign of an
/// emergency are as long as that takes.
const WHOLE: usize = 330;
const WHOLE_OF_CLAIMS: usize = 900;

fn pages() -> Vec<(Topic, Page)> {
    let read = |topic: Topic| (topic, topic.page().unwrap_or_else(|error| panic!("{error}")));
    Topic::all().map(read).collect()
}

/// Every text of a page that a person reads.
fn texts(page: &Page) -> Vec<&str> {
    let mut texts = vec![page.what.as_str()];
    texts.extend(page.muscle.iter().chain(&page.dose).map(String::as_str));
    texts.extend(page.how.iter().chain(&page.not_for).map(String::as_str));
    for statement in &page.evidence {
        texts.extend(statement.claim.iter().map(String::as_str));
        texts.extend([statement.says.as_str(), statement.source.as_str()]);
    }
    texts
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[test]
fn every_technique_region_pattern_and_goal_has_its_page() {
    let techniques = Technique::ALL.iter().copied().map(Topic::Technique);
    let places = Region::ALL.into_iter().map(Topic::Place);
    let patterns = Pattern::all_named().iter().map(Topic::Breathing);
    let goals = Goal::ALL.iter().copied().map(Topic::Goal);
    let subjects = Subject::ALL.into_iter().map(Topic::Subject);
    let wanted: Vec<_> =
        techniques.chain(places).chain(patterns).chain(goals).chain(subjects).collect();
    let topics: Vec<_> = Topic::all().collect();
    let missing = wanted.iter().find(|topic| !topics.contains(topic));
    assert_eq!((missing, topics.len()), (None, wanted.len()));
    assert_eq!(pages().len(), topics.len());
}

#[test]
fn every_file_is_the_page_of_a_topic() {
    // The page of the whole table of care is composed from it.
    let written = Topic::all().filter(|topic| *topic != Topic::Subject(Subject::Safety));
    let wanted = written.map(|topic| format!("{}/{}.toml", topic.group().id(), topic.id()));
    let wanted: BTreeSet<_> = wanted.collect();
    let found: BTreeSet<_> = files().into_iter().map(|path| path.replace('\\', "/")).collect();
    assert_eq!(found, wanted);
}

#[test]
fn no_two_topics_are_asked_for_by_the_same_word() {
    let mut known = BTreeSet::new();
    for (topic, page) in pages() {
        let title = topic.title().to_lowercase().replace(' ', "-");
        let others = page.asked_as.iter().map(|name| name.to_lowercase().replace(' ', "-"));
        let own: BTreeSet<_> = [topic.id().to_owned(), title].into_iter().chain(others).collect();
        for word in own {
            assert_eq!(find(&word), Some(topic), "{word}");
            assert!(known.insert(word.clone()), "{word}");
        }
    }
}

#[test]
fn every_page_says_what_how_how_sure_and_who_should_not() {
    for (topic, page) in pages() {
        let id = topic.id();
        assert!(!page.what.is_empty() && !page.how.is_empty(), "{id}");
        assert!(!page.evidence.is_empty() && !page.not_for.is_empty(), "{id}");
        for statement in &page.evidence {
            assert!(words(&statement.source) >= 2, "{id}: {}", statement.says);
        }
        for text in texts(&page) {
            assert!(!text.trim().is_empty() && text.trim() == text, "{id}: {text:?}");
        }
    }
}

#[test]
fn every_page_about_a_place_names_the_muscle_and_the_dose() {
    for (topic, page) in pages() {
        let is_place = matches!(topic, Topic::Place(_));
        assert_eq!(page.muscle.is_some(), is_place, "{}", topic.id());
        assert!(page.dose.is_some() || !is_place, "{}", topic.id());
        assert!(page.keep_off.is_empty() || is_place, "{}", topic.id());
    }
}

#[test]
fn pages_lead_on_to_other_pages_that_there_are() {
    for (topic, page) in pages() {
        let related = page.related();
        assert_eq!(related.len(), page.see_also.len(), "{}: {:?}", topic.id(), page.see_also);
        assert!((2..=5).contains(&related.len()), "{}", topic.id());
        assert!(!related.contains(&topic), "{}", topic.id());
    }
}

#[test]
fn no_page_promises_what_evidence_does_not_carry() {
    for (topic, page) in pages() {
        for text in texts(&page) {
            let found = text.to_lowercase();
            let mut words = found.split(|letter: char| !letter.is_alphabetic() && letter != '-');
            let banned = words.find(|word| NEVER.contains(word));
            assert_eq!(banned, None, "{}: {text}", topic.id());
        }
    }
}

/// The studies that a source names, such as “Behm & Wilke 2019”.
fn studies(source: &str) -> impl Iterator<Item = String> {
    source.split("; ").filter_map(|one| {
        let is_year = |word: &str| word.len() == 4 && word.chars().all(|it| it.is_ascii_digit());
        let mut words = one.split([' ', ',', ':']);
        let at = words.position(is_year)?;
        let named: Vec<_> = one.split([' ', ',', ':']).take(at + 1).collect();
        Some(named.join(" "))
    })
}

#[test]
fn no_two_pages_are_differently_sure_of_a_study_and_all_agree_with_what_is_said_of_massage() {
    let mut by_study: BTreeMap<String, Vec<(Topic, Sureness)>> = BTreeMap::new();
    // What is composed of the table of care has single cases beside whole reviews.
    let written = pages().into_iter().filter(|(it, _)| *it != Topic::Subject(Subject::Safety));
    for (topic, page) in written {
        for statement in &page.evidence {
            for study in studies(&statement.source) {
                by_study.entry(study).or_default().push((topic, statement.sure));
            }
        }
    }
    let step = |sure: Sureness| sure as usize;
    let claims = Topic::Subject(Subject::Massage);
    let mut compared = 0;
    for (study, told) in by_study {
        let steps = told.iter().map(|(_, sure)| step(*sure));
        let apart = steps.clone().max().unwrap_or(0) - steps.min().unwrap_or(0);
        let is_answered = told.iter().any(|(topic, _)| *topic == claims);
        assert!(apart <= usize::from(!is_answered), "{study}: {told:?}");
        compared += usize::from(is_answered && told.iter().any(|(topic, _)| *topic != claims));
    }
    assert!(compared >= 5, "{compared} studies stand on the page about massage and on others");
}

#[test]
fn pages_are_short() {
    // The page that holds every rule about health is for looking up, not for reading through.
    let read = |(topic, _): &(Topic, Page)| *topic != Topic::Subject(Subject::Safety);
    for (topic, page) in pages().into_iter().filter(read) {
        let id = topic.id();
        assert!(words(&page.what) <= WHAT, "{id}: {} words say what it is", words(&page.what));
        for point in page.how.iter().chain(&page.not_for) {
            assert!(words(point) <= POINT, "{id}: {} words in {point:?}", words(point));
        }
        for statement in &page.evidence {
            let count = words(&statement.says);
            assert!(count <= SAYS, "{id}: {count} words in {:?}", statement.says);
        }
        let whole: usize = texts(&page).into_iter().map(words).sum();
        let is_claims = topic == Topic::Subject(Subject::Massage);
        let is_with_emergencies = topic == Topic::Subject(Subject::Stopping);
        let most = if is_claims || is_with_emergencies { WHOLE_OF_CLAIMS } else { WHOLE };
        assert!(whole <= most, "{id}: {whole} words in all");
    }
}

#[test]
fn titles_fit_the_smallest_screen() {
    assert!(Topic::all().all(|topic| topic.title().chars().count() <= 34));
}

#[test]
fn a_page_with_an_unknown_key_is_refused() {
    let text = "what = \"x\"\nhow = []\nevidence = []\nnot-for = []\nsee-also = []\n";
    assert!(toml::from_str::<Page>(text).is_ok());
    assert!(toml::from_str::<Page>(&format!("{text}colour = \"red\"")).is_err());
}

#[test]
fn a_topic_is_found_by_id_title_and_other_names_however_they_are_written() {
    let shoulder = Some(Topic::Place(Region::UpperTrapezius));
    let asked = ["upper-trapezius", "Upper_Trapezius", "top of the shoulder", "Upper trapezius"];
    for words in asked {
        assert_eq!(find(words), shoulder, "{words}");
    }
    assert_eq!(find("PMR"), Some(Topic::Subject(Subject::TenseAndRelease)));
    assert_eq!(find("nothing of the kind"), None);
}

#[test]
fn what_is_told_of_a_pattern_at_a_glance_is_what_is_breathed() {
    let told = |id: &str| {
        let topic = find(id).expect("a pattern");
        let facts = topic.page().expect("a page").facts(topic);
        facts.into_iter().take(2).map(|fact| fact.says).collect::<Vec<_>>()
    };
    assert_eq!(told("4-7-8"), ["breathe in 4, hold 7, breathe out 8", "about 3 breaths a minute"]);
    assert_eq!(told("alternate-nostril")[1], "about 7.5 breaths a minute");
    assert_eq!(told("cyclic-sighing")[1], "about 5 breaths a minute");
}

#[test]
fn a_place_is_never_said_to_bear_more_than_a_session_may_ask() {
    for region in Region::ALL {
        let topic = Topic::Place(region);
        let facts = topic.page().expect("a page").facts(topic);
        let pressure = facts.iter().find(|fact| fact.name == "pressure").expect("a pressure");
        assert_eq!(pressure.says, format!("{} of 10 at most", region.pressure_cap()));
    }
}

/// The topics of the steps of a session, in order.
fn topics_of(session: &Session) -> Vec<Option<&'static str>> {
    let steps = crate::session::steps_in(&session.blocks).into_iter();
    steps.map(|step| of_step(step).map(Topic::id)).collect()
}

#[test]
fn every_kind_of_step_leads_to_the_page_about_it() {
    let text = include_str!("../../tests/sessions/valid/every-feature.toml");
    let known_names = KnownNames::default().with_move(
        "shoulder-squeeze",
        "moves/shoulder-squeeze.toml".to_owned(),
        include_str!("../../tests/sessions/moves/shoulder-squeeze.toml"),
    );
    let (session, problems) = parse("every-feature.toml", text, &known_names);
    let topics = topics_of(&session.unwrap_or_else(|| panic!("{problems:#?}")));
    let expected = [
        "slow-breathing",
        "upper-trapezius",
        "rest, about nothing",
        "flexibility",
        "rest, about nothing",
        "chest",
        "flexibility",
        "tense-and-release",
        "tense-and-release",
        "heat-and-cold",
        "heat-and-cold",
        "body-scan",
        "extended-exhale",
    ];
    let topics: Vec<_> = topics.into_iter().map(|id| id.unwrap_or("rest, about nothing")).collect();
    assert_eq!(topics, expected);
}

#[test]
fn the_page_of_all_rules_is_german_where_the_language_is() {
    let topic = find("safety").expect("a topic");
    let english = topic.page().expect("a page");
    let german = topic.page_in(Language::German).expect("a page");
    let sources = |page: &Page| -> Vec<String> {
        page.evidence.iter().map(|statement| statement.source.clone()).collect()
    };
    let (before, after) = (texts(&english), texts(&german));
    assert_eq!(before.len(), after.len());
    for (english, german) in before.into_iter().zip(after) {
        assert_ne!(english, german);
    }
    for (english, german) in sources(&english).iter().zip(sources(&german)) {
        assert_ne!(*english, german);
    }
    assert!(!texts(&german).iter().any(|text| text.contains("{limit}")));
}

#[test]
fn words_that_tell_of_an_emergency_are_answered_with_what_to_do_and_others_not() {
    let english = Texts::of(Language::English);
    for (typed, act) in [
        ("swollen calf", "get medical help the same day"),
        ("calf swollen", "get medical help the same day"),
        ("chest pain", "call your emergency number now"),
        ("worst headache", "call your emergency number now"),
    ] {
        let told = signs_told(typed, english);
        assert!(told.len() > 1 && told[0].contains(act), "{typed}: {told:?}");
    }
    let german = signs_told("wade geschwollen", Texts::of(Language::German));
    assert!(german.first().is_some_and(|it| it.contains("am selben Tag")), "{german:?}");
    for typed in ["pacemaker", "neck", "pregnancy", "brittle bones", "calf", ""] {
        assert_eq!(signs_told(typed, english), Vec::<String>::new(), "{typed}");
    }
}
