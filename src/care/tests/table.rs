//! The table is read whole, and what is wrong with one is said with its line.

use crate::body::{Region, Side};
use crate::care::*;
use crate::words::Language;

const WHOLE: &str = include_str!("../table.toml");

fn changed(from: &str, to: &str) -> TableProblem {
    assert!(WHOLE.contains(from), "{from}");
    CareTable::read(&WHOLE.replacen(from, to, 1)).expect_err("a table that cannot be read")
}

#[test]
fn the_shipped_table_is_read() {
    let table = CareTable::read(WHOLE).unwrap_or_else(|problem| panic!("{problem}"));
    assert_eq!(&table, CareTable::shipped());
    assert!(table.conditions.len() >= 45, "{}", table.conditions.len());
    assert_eq!(table.emergencies.len(), 9);
}

#[test]
fn what_is_wrong_with_a_table_is_said_with_its_line() {
    let unknown = changed("group = \"heart-and-circulation\"", "group = \"hearts\"");
    assert_eq!(unknown.to_string(), "line 17: there is no group `hearts`");
    let cases = [
        ("\"deep-pressure\"", "\"pushing\"", "there is no act `pushing`"),
        ("level = \"block\"", "level = \"never\"", "there is no level `never`"),
        ("where = [\"legs\"]", "where = [\"limbs\"]", "there is no part `limbs`"),
        ("sure = \"read\"", "sure = \"very\"", "there is no way to be sure `very`"),
        ("id = \"clot-past\"", "id = \"clot-now\"", "`clot-now` is not an id of its own"),
        ("[\"one-limb-swollen\"]", "[\"swelling\"]", "there is no emergency `swelling`"),
        ("condition = \"fever\"", "condition = \"flu\"", "there is no condition `flu`"),
        ("site = true\n", "", "this condition has no place"),
        ("ask = ", "asked = ", "unknown field `asked`"),
    ];
    for (from, to, what) in cases {
        let problem = changed(from, to);
        assert!(problem.what.contains(what) && problem.line > 10, "{problem}");
    }
}

#[test]
fn every_row_names_its_source_and_how_sure_it_is() {
    let table = CareTable::shipped();
    for condition in &table.conditions {
        assert!(condition.source.split_whitespace().count() >= 2, "{}", condition.id);
        assert!(!condition.name.ends_with('.'), "{}: it stands in a list", condition.id);
        for rule in &condition.rules {
            assert!(rule.says.ends_with('.'), "{}: {}", condition.id, rule.says);
        }
    }
    for sure in Grounds::ALL {
        assert!(table.conditions.iter().any(|it| it.sure == *sure), "{}", sure.name());
    }
}

#[test]
fn every_group_has_conditions_and_every_act_a_rule() {
    let table = CareTable::shipped();
    for group in ConditionGroup::ALL {
        assert!(table.in_group(*group).next().is_some(), "{}", group.name());
    }
    for act in Act::ALL {
        let rules = table.conditions.iter().flat_map(|condition| &condition.rules);
        assert!(rules.into_iter().any(|rule| rule.does.contains(act)), "{}", act.id());
    }
}

#[test]
fn places_are_found_by_their_ids_and_a_limb_is_taken_whole() {
    for place in BodyPlace::all() {
        assert_eq!(BodyPlace::by_id(place.id()), Some(place));
    }
    let calf = Site { place: BodyPlace::Region(Region::Calf), side: Some(Side::Left) };
    assert!(calf.takes_in(Region::Calf, Some(Side::Left)) && calf.takes_in(Region::Calf, None));
    assert!(!calf.takes_in(Region::Calf, Some(Side::Right)));
    assert!(calf.limb_takes_in(Region::Foot, Some(Side::Left)));
    assert!(!calf.limb_takes_in(Region::Forearm, Some(Side::Left)));
}

#[test]
fn what_holds_for_everybody_names_the_limits_the_program_keeps() {
    let rows = CareTable::shipped().everybody.iter();
    let said: Vec<_> = rows.map(|row| row.says_in(Language::English)).collect();
    let said = said.join("\n");
    for limit in ["longer than 7s", "longer than 20m", "harder than 5 of 10"] {
        assert!(said.contains(limit), "{limit}: {said}");
    }
}
