//! What stands for what shipped sessions leave out: quiet, and not the same words over and over.

use std::sync::LazyLock;

use crate::care::{
    CareTable, CaredFor, Condition, HeldCondition, Profile, ScreenedSession, screen,
};
use crate::library::LoadedSession;
use crate::library::shipped::{shipped_library, shipped_session};
use crate::session::{Block, Group, steps_in};
use crate::words::{Language, Message, Texts};

/// Every shipped session as each condition leaves it, and with no tool at hand.
static SCREENED: LazyLock<Vec<(String, ScreenedSession)>> = LazyLock::new(|| {
    let library = shipped_library();
    let conditions = CareTable::shipped().conditions.iter();
    let people = conditions.map(|it| (it.id.clone(), person_with(it)));
    let mut people: Vec<_> = people.collect();
    let profile = Profile { tools: Some(Vec::new()), ..Profile::default() };
    people.push(("no tools".to_owned(), CaredFor { profile, today: Vec::new() }));
    let sessions: Vec<_> = library.ids().map(shipped_session).collect();
    let all = people.iter().flat_map(|(who, person)| {
        let each = |loaded: &LoadedSession| {
            (format!("{} with {who}", loaded.id), screen(&loaded.session, person))
        };
        sessions.iter().map(each).collect::<Vec<_>>()
    });
    all.collect()
});

fn person_with(condition: &'static Condition) -> CaredFor {
    let held = HeldCondition { condition, sites: Vec::new() };
    CaredFor {
        profile: Profile { conditions: vec![held], ..Profile::default() },
        today: Vec::new(),
    }
}

/// The words of the steps of a session that its author did not write.
fn filled_in(screened: &ScreenedSession) -> Vec<Option<String>> {
    let written: Vec<_> =
        steps_in(&screened.asked().blocks).into_iter().map(|step| step.text.clone()).collect();
    let steps = steps_in(&screened.session().blocks).into_iter();
    steps
        .map(|step| step.text.clone().filter(|text| !written.contains(&Some(text.clone()))))
        .collect()
}

#[test]
fn nothing_that_is_filled_in_is_told_twice_in_a_row() {
    let mut twice = Vec::new();
    for (which, session) in SCREENED.iter() {
        let texts = filled_in(session);
        let same = texts.windows(2).filter(|pair| pair[0].is_some() && pair[0] == pair[1]);
        twice.extend(same.map(|pair| format!("{which}: {:?}", pair[0])));
    }
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

#[test]
fn a_moment_in_the_place_of_a_tool_is_told_in_the_same_words_only_after_two_others() {
    let texts = Texts::of(Language::English);
    let moment = texts.text(&Message::new("care-tool-aside-text"));
    for (which, session) in SCREENED.iter() {
        let told = filled_in(session).into_iter().filter(|text| text.as_ref() == Some(&moment));
        assert!(told.count() <= 2, "{which}");
    }
}

fn groups(blocks: &[Block]) -> Vec<&Group> {
    let here = blocks.iter().filter_map(|block| match block {
        Block::Group(group) => Some(group),
        Block::Step(_) => None,
    });
    here.flat_map(|group| [vec![group], groups(&group.blocks)].concat()).collect()
}

#[test]
fn no_group_is_left_of_quiet_breaths_alone() {
    let texts = Texts::of(Language::English);
    let title = texts.text(&Message::new("care-breath-title"));
    for (which, session) in SCREENED.iter() {
        for group in groups(&session.session().blocks) {
            let breath = |block: &Block| matches!(block, Block::Step(it) if it.title == title);
            assert!(!group.blocks.iter().all(breath), "{which}: {:?}", group.title);
        }
    }
}
