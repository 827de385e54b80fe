//! What stands for what shipped sessions leave out: quiet, and not the same words over and over.

use std::sync::LazyLock;

use crate::care::{
    CareTable, CaredFor, Condition, HeldCondition, Profile, ScreenedSession, screen,
};
use crate::library::LoadedSession;
use crate::library::shipped::{shipped_library, shipped_session};
use crate::session::{Block, Group, steps_in};
use crate::words::{Language, Message, Texts};

/// What is left of a session for somebody.
struct Left {
    /// Which session, and for whom.
    which: String,
    /// The words of its steps, each where its author did not write them.
    filled_in: Vec<Option<String>>,
    /// The titles of its groups in which there is nothing but a quiet breath.
    quiet_groups: Vec<Option<String>>,
}

/// Every shipped session as each condition leaves it, and with no tool at hand.
static LEFT: LazyLock<Vec<Left>> = LazyLock::new(|| {
    let conditions = CareTable::shipped().conditions.iter();
    let mut people: Vec<_> = conditions.map(|it| (it.id.as_str(), person_with(it))).collect();
    let profile = Profile { tools: Some(Vec::new()), ..Profile::default() };
    people.push(("no tools", CaredFor { profile, today: Vec::new() }));
    let sessions: Vec<_> = shipped_library().ids().map(shipped_session).collect();
    let left = |loaded: &LoadedSession, who: &str, person: &CaredFor| {
        let screened = screen(&loaded.session, person);
        Left {
            which: format!("{} with {who}", loaded.id),
            filled_in: filled_in(&screened),
            quiet_groups: quiet_groups(&screened),
        }
    };
    let of = |(who, person): &(&str, CaredFor)| {
        sessions.iter().map(|loaded| left(loaded, who, person)).collect::<Vec<_>>()
    };
    people.iter().flat_map(of).collect()
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

fn groups(blocks: &[Block]) -> Vec<&Group> {
    let here = blocks.iter().filter_map(|block| match block {
        Block::Group(group) => Some(group),
        Block::Step(_) => None,
    });
    here.flat_map(|group| [vec![group], groups(&group.blocks)].concat()).collect()
}

fn quiet_groups(screened: &ScreenedSession) -> Vec<Option<String>> {
    let title = Texts::of(Language::English).text(&Message::new("care-breath-title"));
    let breath = |block: &Block| matches!(block, Block::Step(it) if it.title == title);
    let groups = groups(&screened.session().blocks).into_iter();
    let quiet = groups.filter(|group| group.blocks.iter().all(breath));
    quiet.map(|group| group.title.clone()).collect()
}

#[test]
fn nothing_that_is_filled_in_is_told_twice_in_a_row() {
    let mut twice = Vec::new();
    for Left { which, filled_in, .. } in LEFT.iter() {
        let same = filled_in.windows(2).filter(|pair| pair[0].is_some() && pair[0] == pair[1]);
        twice.extend(same.map(|pair| format!("{which}: {:?}", pair[0])));
    }
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

#[test]
fn a_moment_in_the_place_of_a_tool_is_told_in_the_same_words_only_after_two_others() {
    let texts = Texts::of(Language::English);
    let moment = texts.text(&Message::new("care-tool-aside-text"));
    let mut all = 0;
    for Left { which, filled_in, .. } in LEFT.iter() {
        let told = filled_in.iter().filter(|text| text.as_ref() == Some(&moment)).count();
        assert!(told <= 2, "{which}");
        all += told;
    }
    assert!(all > 0, "it is told at all");
}

#[test]
fn no_group_is_left_of_quiet_breaths_alone() {
    for Left { which, quiet_groups, .. } in LEFT.iter() {
        assert!(quiet_groups.is_empty(), "{which}: {quiet_groups:?}");
    }
}
