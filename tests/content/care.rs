//! Care: every shipped session under every condition, and for random people.

use unclench::for_tests::{
    Block, BodyPlace, CareTable, CaredFor, ConditionGroup, Ending, HandUse, HeldCondition,
    PhaseKind, Profile, Receiver, Session, Side, Sides, Site, Step, StepKind, Temperature, Tool,
    Wish, prepare, screen, written_millis,
};

use super::shipped::{Loaded, loaded};

/// Numbers that look like chance, the same on every run.
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn side(&mut self) -> Option<Side> {
        [None, Some(Side::Left), Some(Side::Right)][self.below(3)]
    }

    fn held(&mut self, places: &[BodyPlace]) -> HeldCondition {
        let conditions = &CareTable::shipped().conditions;
        let condition = &conditions[self.below(conditions.len())];
        let count = if condition.has_site { self.below(3) } else { 0 };
        let site = |chance: &mut Self| Site {
            place: places[chance.below(places.len())],
            side: chance.side(),
        };
        HeldCondition { condition, sites: (0..count).map(|_| site(self)).collect() }
    }

    pub(super) fn person(&mut self, places: &[BodyPlace]) -> CaredFor {
        let mut person = CaredFor::default();
        for _ in 0..self.below(5) {
            person.profile.conditions.push(self.held(places));
        }
        for _ in 0..self.below(2) {
            person.today.push(self.held(places));
        }
        if self.below(3) == 0 {
            let tools = [Tool::Ball, Tool::Roller, Tool::WarmPack, Tool::ColdPack];
            person.profile.tools = Some(tools.into_iter().filter(|_| self.below(2) == 0).collect());
        }
        person.profile.pressure = (self.below(3) == 0).then(|| self.below(7) as u8);
        let hand = |chance: &mut Self| HandUse::ALL[chance.below(9).min(2)];
        let hands = [HandUse::Full, HandUse::Full, hand(self)];
        person.profile.left_hand = hands[self.below(3)];
        person.profile.right_hand = hands[self.below(3)];
        person
    }
}

/// Every step with each side it is played on.
pub(super) fn played<'a>(
    blocks: &'a [Block],
    side: Option<Side>,
    out: &mut Vec<(&'a Step, Option<Side>)>,
) {
    let sides = |written: Option<Sides>| match written {
        None => vec![side],
        Some(Sides::One(side)) => vec![Some(side)],
        Some(Sides::Both) => vec![Some(Side::Left), Some(Side::Right)],
    };
    for block in blocks {
        match block {
            Block::Step(step) => {
                out.extend(sides(step.side).into_iter().map(|side| (&**step, side)));
            }
            Block::Group(group) => {
                for side in sides(group.side) {
                    played(&group.blocks, side, out);
                }
            }
        }
    }
}

/// What must never be, written without the table: a second pair of eyes.
pub(super) fn is_plainly_wrong(person: &CaredFor, step: &Step) -> bool {
    let has = |id: &str| {
        let held = person.profile.conditions.iter().chain(&person.today);
        held.into_iter().any(|held| held.condition.id == id)
    };
    let hold = |step: &Step| {
        let phases = step.pattern.iter().flat_map(|pattern| &pattern.phases);
        phases.filter(|phase| phase.kind == PhaseKind::Hold).any(|phase| phase.millis > 2_000)
    };
    let is_warm = matches!(step.kind, StepKind::Pack { temperature: Temperature::Heat, .. });
    let massage = match &step.kind {
        StepKind::Massage(massage) => Some(massage),
        _ => None,
    };
    let presses =
        massage.is_some_and(|it| it.pressure >= 4 || matches!(it.tool, Tool::Ball | Tool::Roller));
    (massage.is_some() && ["fever", "clot-now", "swollen-limb", "unwell-now"].into_iter().any(has))
        || (presses && ["bleeds-easily", "cancer-in-the-bones", "cancer"].into_iter().any(has))
        || (hold(step)
            && ["pregnancy", "epilepsy", "stable-heart", "glaucoma"].into_iter().any(has))
        || (is_warm && ["pregnancy", "fever", "unstable-heart"].into_iter().any(has))
        || (matches!(step.kind, StepKind::Tense(_)) && has("unstable-heart"))
        || massage.is_some_and(|it| it.pressure > it.region.pressure_cap())
}

fn hold_for(people: usize, seed: u64) {
    // What is kept of the person says nothing of a partner.
    let is_for_oneself = |it: &&Loaded| it.session.receiver == Receiver::Oneself;
    let sessions: Vec<&Loaded> = loaded().iter().filter(is_for_oneself).collect();
    let places: Vec<BodyPlace> = BodyPlace::all().collect();
    let mut chance = Chance(seed);
    let mut changed = 0_usize;
    for _ in 0..people {
        let person = chance.person(&places);
        for Loaded { id, session, .. } in &sessions {
            let screened = screen(session, &person);
            changed += usize::from(!screened.changes().is_empty());
            let mut steps = Vec::new();
            played(&screened.session().blocks, None, &mut steps);
            assert!(!steps.is_empty(), "{id} is empty for {person:?}");
            for (step, side) in steps {
                let obstacles = person.obstacles(step, session.position, side);
                assert!(obstacles.is_empty(), "{id}: {step:?}\n{obstacles:?}\n{person:?}");
                assert!(!is_plainly_wrong(&person, step), "{id}: {step:?}\n{person:?}");
            }
            let steps = screened.asked_steps();
            assert!(screened.changes().iter().all(|change| change.step < steps), "{id}");
        }
    }
    assert!(changed > people, "hardly anything had to change: {changed}");
}

#[test]
fn no_step_does_what_a_rule_forbids_for_some_random_people() {
    hold_for(30, 1);
}

/// Each of them with every shipped session: more than a hundred thousand pairs.
#[test]
#[ignore = "takes most of a minute; .ci/run runs it"]
fn no_step_does_what_a_rule_forbids_for_two_thousand_random_people() {
    hold_for(2_000, 2);
}

#[test]
fn no_condition_that_a_shipped_session_meets_is_missing_in_its_cautions() {
    let table = CareTable::shipped();
    let asked = table.conditions.iter().filter(|it| it.group != ConditionGroup::Today);
    let asked: Vec<_> = asked.collect();
    for Loaded { id, session, screened: anyone } in loaded() {
        let cautions = anyone.cautions().join("\n");
        for condition in &asked {
            let is_met = anyone.is_met_by(condition);
            // Cautions are in the language of a session, and these names are English ones.
            let speaks_english = session.language == "en";
            let is_told = condition.short.iter().all(|name| cautions.contains(name.as_str()));
            let is_told = is_told || !speaks_english;
            assert!(!is_met || is_told, "{id}: {}\n{cautions}", condition.id);
        }
    }
}

#[test]
fn the_cautions_of_every_shipped_session_are_few_and_short() {
    for Loaded { id, screened, .. } in loaded() {
        let cautions = screened.cautions();
        assert!(cautions.len() <= 14, "{id}: {}", cautions.join("\n"));
        for caution in cautions {
            assert!(caution.chars().count() <= 360, "{id}: {caution}");
        }
    }
}

/// Whether a caution says, in English or German, that little is left of a session.
fn is_of_little(caution: &str) -> bool {
    caution.contains("gives way to quiet") || caution.contains("weicht für dich")
}

#[test]
fn a_session_stays_as_long_as_it_was_for_nearly_everybody() {
    let conditions = &CareTable::shipped().conditions;
    let (mut all, mut same) = (0_u32, 0_u32);
    for Loaded { id, session, .. } in loaded() {
        let asked = written_millis(session);
        // Most conditions leave a session alone, or take the same out of it.
        let mut laid_out: Vec<(Session, u64)> = Vec::new();
        for condition in conditions {
            let held = HeldCondition { condition, sites: Vec::new() };
            let profile = Profile { conditions: vec![held], ..Profile::default() };
            let screened = screen(session, &CaredFor { profile, today: Vec::new() });
            let known = laid_out.iter().find(|(known, _)| known == screened.session());
            let millis = if let Some((_, millis)) = known {
                *millis
            } else {
                let wish = Wish { ending: Ending::Day, ..Wish::default() };
                let millis = prepare(&screened, &wish).expect("as it is written").millis();
                laid_out.push((screened.session().clone(), millis));
                millis
            };
            assert!(millis.abs_diff(asked) * 10 <= asked, "{id}, {}: {millis}", condition.id);
            let said = screened.cautions().iter().any(|it| is_of_little(it));
            let is_little = screened.kept_permille() < 500;
            assert!(said == is_little && screened.asked_steps() > 0, "{id}, {}", condition.id);
            all += 1;
            same += u32::from(millis == asked);
        }
    }
    assert!(same * 100 >= all * 95, "{same} of {all}");
}

#[test]
fn a_session_made_for_a_condition_is_a_shipped_one_that_leaves_nothing_out_with_it() {
    for condition in &CareTable::shipped().conditions {
        for id in &condition.sessions {
            let session = &loaded().iter().find(|it| it.id == *id).expect("it is shipped").session;
            let held = HeldCondition { condition, sites: Vec::new() };
            let person = CaredFor { today: vec![held], ..CaredFor::default() };
            let changes = screen(session, &person).changes().len();
            assert_eq!(changes, 0, "{id} with {}", condition.id);
            assert!(!person.sessions_for_others().contains(id), "{id} is offered to its own");
            assert!(CaredFor::default().sessions_for_others().contains(id), "{id} to nobody else");
        }
    }
}
