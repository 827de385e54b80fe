//! What a kept profile promises.

use std::fs;

use tempfile::TempDir;

use super::{KeptProfile, ProfileError};
use crate::body::Side;
use crate::care::{CareTable, Condition, ConditionGroup, HandReach, HandUse, Profile, Site, Today};
use crate::config::Paths;
use crate::session::Tool;

fn home() -> (TempDir, Paths) {
    let folder = TempDir::new().expect("a temporary folder");
    let paths = Paths::under(folder.path());
    (folder, paths)
}

fn condition(id: &str) -> &'static Condition {
    CareTable::shipped().condition(id).expect("a condition of the table")
}

fn site(id: &str) -> Site {
    Site::by_id(id).expect("a place")
}

/// A home whose profile is this text.
fn home_with(text: &str) -> (TempDir, Paths) {
    let (folder, paths) = home();
    fs::create_dir_all(&paths.state).expect("a folder");
    fs::write(paths.profile_file(), text).expect("a file");
    (folder, paths)
}

/// The profile in a text, and what is said of it.
fn read(text: &str) -> (KeptProfile, String) {
    let (_folder, paths) = home_with(text);
    let (kept, errors) = KeptProfile::load(&paths);
    let said: Vec<_> = errors.iter().map(ToString::to_string).collect();
    (kept, said.join("\n").replace(&paths.state.display().to_string(), ""))
}

fn everything() -> Profile {
    let mut profile = Profile {
        answered: vec![ConditionGroup::Skin],
        tools: Some(vec![Tool::Ball]),
        pressure: Some(3),
        left_hand: HandUse::Light,
        right_hand: HandUse::Full,
        first_side: Some(Side::Right),
        reaches_floor: Some(false),
        ..Profile::default()
    };
    profile.add(condition("pacemaker"), &[]);
    profile.add(condition("varicose-veins"), &[site("left-calf"), site("right-leg")]);
    profile
}

#[test]
fn without_a_file_nothing_is_known_and_nothing_is_wrong() {
    let (_folder, paths) = home();
    let (kept, errors) = KeptProfile::load(&paths);
    assert_eq!(kept, KeptProfile::default());
    assert!(errors.is_empty());
}

#[test]
fn a_condition_that_lacks_its_heading_is_heeded_and_told() {
    let (kept, said) = read("varicose-veins = [\"left-calf\"]\n");
    let held = &kept.profile.conditions[0];
    assert_eq!(
        (held.condition.id.as_str(), &*held.sites),
        ("varicose-veins", &[site("left-calf")][..])
    );
    assert!(said.contains("`varicose-veins` belongs beneath `[conditions]`"), "{said}");
    assert!(said.contains("help: write `[conditions]` in a line above it"), "{said}");
    let (kept, said) = read("[conditions]\npacemaker = []\npressure = 3\n");
    assert_eq!((kept.profile.pressure, kept.profile.conditions.len()), (Some(3), 1));
    assert!(said.contains("`pressure` belongs above `[conditions]`"), "{said}");
}

#[test]
fn a_key_that_is_not_known_is_told_with_the_nearest_and_stays() {
    for (text, near) in [
        ("presure = 3\n", "did you mean `pressure`?"),
        ("varicose-vein = []\n", "did you mean `varicose-veins`?"),
        ("condition = []\n", "did you mean `conditions`?"),
        ("sky = 1\n", "a line is like `pressure = 3`"),
    ] {
        let (kept, said) = read(text);
        assert!(said.contains("in a profile here, so nothing gives way for it"), "{said}");
        assert!(said.contains(near), "{said}");
        assert!(kept.to_text().contains(text), "{}", kept.to_text());
    }
}

#[test]
fn remarks_of_the_person_stay_in_the_file() {
    let text = "# My own.\n#\npressure = 3\n\n  # Since spring.\n[conditions]\npacemaker = []\n";
    let (kept, said) = read(text);
    assert_eq!(said, "");
    let written = kept.to_text();
    assert!(written.contains("\n# My own.\n#\n# Since spring.\n"), "{written}");
    let (again, _) = read(&written);
    assert_eq!(again.to_text(), written);
}

#[test]
fn what_was_told_is_known_the_next_time() {
    let (_folder, paths) = home();
    KeptProfile::change(&paths, |profile| *profile = everything()).expect("it is kept");
    let (kept, errors) = KeptProfile::load(&paths);
    assert!(errors.is_empty(), "{errors:?}");
    let text = fs::read_to_string(paths.profile_file()).expect("a file");
    assert_eq!(kept.profile, everything(), "{text}");
}

#[test]
fn every_condition_and_every_place_survives_being_written_and_read() {
    let sites: Vec<_> = Site::all().collect();
    let mut profile = Profile::default();
    for condition in &CareTable::shipped().conditions {
        profile.add(condition, if condition.has_site { &sites } else { &[] });
    }
    let (_folder, paths) = home();
    KeptProfile::change(&paths, |kept| *kept = profile.clone()).expect("it is kept");
    let mut read = KeptProfile::load(&paths).0.profile;
    for known in [&mut read, &mut profile] {
        known.conditions.sort_by(|one, other| one.condition.id.cmp(&other.condition.id));
    }
    assert_eq!(read, profile);
}

#[test]
fn a_line_that_cannot_be_read_costs_no_other_and_is_named_with_its_place() {
    let (kept, said) = read("pressure = 3\nleft-hand = light\n[conditions]\npacemaker = []\n");
    assert_eq!(kept.profile.pressure, Some(3));
    assert!(kept.profile.has(condition("pacemaker")));
    assert!(said.contains("/profile.toml:2"), "{said}");
}

#[test]
fn a_value_that_does_not_fit_is_named_and_not_known() {
    for (text, help) in [
        ("pressure = 11", "from 0 to 10"),
        ("tools = [\"hammer\"]", "`ball`"),
        ("left-hand = \"strong\"", "`light`"),
        ("first-side = \"both\"", "`left`, `right`"),
        ("floor = \"yes\"", "`true` or `false`"),
        ("answered = [\"all\"]", "`skin`"),
        ("conditions = 1", "[conditions]"),
    ] {
        let (kept, said) = read(text);
        assert_eq!(kept.profile, Profile::default(), "{text}");
        assert!(said.contains(help), "{text}: {said}");
    }
}

#[test]
fn a_condition_at_a_place_that_is_not_understood_may_be_anywhere() {
    for places in ["[\"left-calf\", \"tail\"]", "\"calf\"", "true"] {
        let (kept, said) = read(&format!("[conditions]\nvaricose-veins = {places}\n"));
        let held = &kept.profile.conditions[0];
        assert!(held.sites.is_empty(), "{places}");
        assert!(said.contains("anywhere"), "{said}");
    }
}

#[test]
fn what_only_a_later_version_knows_is_named_and_kept() {
    let later = "moon = \"full\"\n[conditions]\nstar-sickness = [\"left-calf\"]\n\
        varicose-veins = [\"tail\"]\n";
    let (_folder, paths) = home_with(later);
    let (kept, errors) = KeptProfile::load(&paths);
    assert_eq!(kept.later_conditions(), 1);
    assert!(errors.iter().any(|error| error.to_string().contains("`star-sickness`")));
    for _ in 0..2 {
        KeptProfile::change(&paths, |profile| profile.pressure = Some(2)).expect("it is kept");
    }
    let text = fs::read_to_string(paths.profile_file()).expect("a file");
    for words in ["moon = \"full\"", "star-sickness = [\"left-calf\"]", "\"tail\""] {
        assert_eq!(text.matches(words).count(), 1, "{words}\n{text}");
    }
}

#[test]
fn a_line_that_cannot_be_read_stays_in_the_file_once_however_often_it_is_written() {
    let (_folder, paths) = home_with("pressure = 12\nmy left knee\n");
    for _ in 0..3 {
        KeptProfile::change(&paths, |profile| profile.pressure = Some(2)).expect("it is kept");
    }
    let text = fs::read_to_string(paths.profile_file()).expect("a file");
    for words in ["my left knee", "pressure = 12", "pressure = 2\n"] {
        assert_eq!(text.matches(words).count(), 1, "{words}\n{text}");
    }
    assert!(KeptProfile::load(&paths).1.is_empty(), "{text}");
}

#[test]
fn a_file_that_cannot_be_read_is_not_written_over() {
    let (_folder, paths) = home();
    fs::create_dir_all(paths.profile_file()).expect("a folder where the file would be");
    let (_, errors) = KeptProfile::load(&paths);
    assert!(matches!(errors[..], [ProfileError::Unreadable(_)]));
    assert!(KeptProfile::change(&paths, |profile| profile.pressure = Some(2)).is_err());
}

#[test]
fn a_place_named_later_takes_the_place_of_anywhere_and_the_last_one_takes_the_condition_along() {
    let veins = condition("varicose-veins");
    let mut profile = Profile::default();
    profile.add(veins, &[]);
    profile.add(veins, &[site("left-calf")]);
    profile.add(veins, &[site("left-calf"), site("right-calf")]);
    assert_eq!(profile.conditions[0].sites, [site("left-calf"), site("right-calf")]);
    assert!(!profile.remove(veins, &[site("jaw")]));
    assert!(profile.remove(veins, &[site("left-calf")]));
    assert!(profile.has(veins));
    assert!(profile.remove(veins, &[site("right-calf")]));
    assert!(!profile.has(veins));
}

#[test]
fn erasing_takes_the_file_and_says_whether_there_was_one() {
    let (_folder, paths) = home();
    KeptProfile::change(&paths, |profile| *profile = everything()).expect("it is kept");
    assert!(KeptProfile::erase(&paths).expect("it is removed"));
    assert!(!paths.profile_file().exists());
    assert!(!KeptProfile::erase(&paths).expect("there is none"));
}

#[test]
fn how_far_hands_reach_is_kept() {
    let (_folder, paths) = home();
    for reach in [HandReach::NotFeet, HandReach::Neither, HandReach::All, HandReach::NotBack] {
        KeptProfile::change(&paths, |profile| profile.reach = reach).expect("it is kept");
        assert_eq!(KeptProfile::load(&paths).0.profile.reach, reach);
    }
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_it_whoever_could_read_the_file_before() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, paths) = home_with("pressure = 3\n");
    fs::set_permissions(paths.profile_file(), fs::Permissions::from_mode(0o644)).expect("a mode");
    KeptProfile::change(&paths, |profile| *profile = everything()).expect("it is kept");
    let about = fs::metadata(paths.profile_file()).expect("a file");
    assert_eq!(about.permissions().mode() & 0o777, 0o600);
}

#[test]
fn what_was_answered_and_read_holds_for_its_day_and_is_erased_with_the_profile() {
    let (_folder, paths) = home();
    let question = CareTable::shipped().questions.iter().find(|it| it.id == "fever");
    let question = question.expect("a question");
    let injury = CareTable::shipped().questions.iter().find(|it| it.id == "injury");
    let calf = Site::by_id("left-calf").expect("a place");
    let mut today = Today::of_day("2026-11-28");
    today.answer(question, true, &[]);
    today.answer(injury.expect("a question"), true, &[calf]);
    super::keep_today(&paths, &today).expect("it can be written");
    assert_eq!(super::load_today(&paths, "2026-11-28"), (today, None));
    assert_eq!(super::load_today(&paths, "2026-11-29"), (Today::of_day("2026-11-29"), None));
    assert!(KeptProfile::erase(&paths).expect("it can be erased"));
    assert!(!paths.today_file().exists());
}

#[test]
fn what_was_read_is_kept_for_a_month_and_the_answers_for_their_day() {
    let (_folder, paths) = home();
    let question = &CareTable::shipped().questions[0];
    let known = [("read".to_owned(), "2026-11-28".to_owned())];
    let mut today = Today::of_day("2026-11-28").with_known(known.clone());
    today.answer(question, true, &[]);
    super::keep_today(&paths, &today).expect("it can be written");
    let on = |day| super::load_today(&paths, day).0;
    assert_eq!(on("2026-12-27"), Today::of_day("2026-12-27").with_known(known));
    assert_eq!(on("2026-12-28"), Today::of_day("2026-12-28"));
    assert_eq!(on("2026-11-27"), Today::of_day("2026-11-27"), "a clock that was set back");
}

#[test]
fn a_damaged_file_of_answers_is_noticed_and_all_is_asked_again() {
    let (_folder, paths) = home();
    let day = "2026-11-28";
    let fresh = || Today::of_day(day);
    assert_eq!(super::load_today(&paths, day), (fresh(), None), "there is none yet");
    let damaged: [&[u8]; 5] = [
        b"day = \xff",
        b"day = 28",
        b"day = \"2026-11-28\"",
        b"day = \"2026-11-28\"\nasked = [1]\nread = []\n[so-today]\n",
        b"day = \"2026-11-28\"\nasked = []\nread = []\n[so-today]\nflu = []\n",
    ];
    fs::create_dir_all(paths.today_file().parent().expect("a folder")).expect("made");
    for bytes in damaged {
        fs::write(paths.today_file(), bytes).expect("a file");
        assert_eq!(super::load_today(&paths, day), (fresh(), Some(super::DamagedToday)));
    }
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_what_was_answered_today() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, paths) = home();
    super::keep_today(&paths, &Today::of_day("2026-11-28")).expect("written");
    let mode = fs::metadata(paths.today_file()).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn conditions_count_beneath_a_heading_that_is_nearly_right_or_stands_there_twice() {
    for heading in ["[condition]", "[Conditions]", "[[conditions]]", "[conditions]\n[conditions]"] {
        let text = format!("pressure = 3\n{heading}\nclot-past = []\n");
        let (kept, _) = super::read::profile("profile.toml", text.as_bytes());
        let held: Vec<_> =
            kept.profile.conditions.iter().map(|it| it.condition.id.as_str()).collect();
        assert_eq!(held, ["clot-past"], "{heading}");
    }
}
