//! What becomes of a session: the nearest form that nothing stands against.

use super::steps::{breathing, massage, may, person_with, probe, session, tensing};
use crate::body::{MuscleGroup, Region, Side};
use crate::care::*;
use crate::session::{
    Block, Flex, Group, Length, Pattern, Phase, PhaseKind, Position, Receiver, Session, Sides,
    Step, StepKind, StrokeKind, Technique, Temperature, Tool, steps_in,
};
use crate::words::{Language, Texts};

pub(super) fn kinds(screened: &ScreenedSession) -> Vec<ChangeKind> {
    screened.changes().iter().map(|change| change.kind).collect()
}

fn seconds(pattern: &Pattern) -> Vec<u64> {
    pattern.phases.iter().map(|phase| phase.millis / 1_000).collect()
}

pub(super) fn only_step(screened: &ScreenedSession) -> Step {
    let steps = steps_in(&screened.session().blocks);
    assert_eq!(steps.len(), 1);
    steps[0].clone()
}

#[test]
fn holds_are_left_out_of_a_breath_and_nothing_else_is() {
    let pregnant = person_with("pregnancy", None);
    for (name, flowing) in [("box", vec![4, 4]), ("4-7-8", vec![4, 8])] {
        let screened = screen(&session(vec![breathing(name)]), &pregnant);
        assert_eq!(kinds(&screened), [ChangeKind::WithoutHolds]);
        let step = only_step(&screened);
        assert_eq!(seconds(step.pattern.as_ref().expect("a breath")), flowing, "{name}");
        assert_eq!(step.kind, StepKind::Breathe);
    }
    let slow = session(vec![breathing("extended-exhale")]);
    assert!(screen(&slow, &pregnant).changes().is_empty());
}

#[test]
fn firm_pressure_becomes_a_light_stroke_and_a_roller_gives_way_to_hands() {
    let person = person_with("bleeds-easily", None);
    let steps = vec![probe("deep", Region::Calf), probe("tool", Region::Quadriceps)];
    let screened = screen(&session(steps), &person);
    for step in steps_in(&screened.session().blocks) {
        let StepKind::Massage(massage) = &step.kind else { panic!("{step:?}") };
        assert_eq!(massage.tool, Tool::Hands);
        assert!(massage.pressure <= 3 && massage.stroke.kind == StrokeKind::Effleurage);
    }
    assert_eq!(kinds(&screened), [ChangeKind::Lighter, ChangeKind::OtherTool]);
    let why = &screened.changes()[0].because;
    let names: Vec<_> = why.iter().map(|it| it.name(Texts::of(Language::English))).collect();
    assert_eq!(names, ["blood thinners or easy bleeding"]);
    assert_eq!(why[0].name(Texts::of(Language::German)), "Blutverdünner oder leichtes Bluten");
}

#[test]
fn steps_of_which_the_same_became_for_the_same_reason_are_told_in_one_line() {
    let steps = vec![probe("light", Region::Calf), probe("light", Region::Foot)];
    let mut asked = session(steps);
    for (block, title) in asked.blocks.iter_mut().zip(["Glide", "Hold"]) {
        if let Block::Step(step) = block {
            step.title = title.to_owned();
        }
    }
    let texts = Texts::of(Language::English);
    let told = screen(&asked, &person_with("fever", None)).change_messages(texts);
    let told: Vec<_> = told.iter().map(|it| texts.text(it)).collect();
    let line = "Glide; Hold: left out, with a quiet breath instead (fever or an infection)";
    assert_eq!(told, [line]);
}

#[test]
fn what_may_not_be_touched_becomes_a_quiet_breath_of_the_same_length() {
    let person = person_with("fever", None);
    let asked = session(vec![probe("light", Region::Calf)]);
    let screened = screen(&asked, &person);
    let step = only_step(&screened);
    assert_eq!(kinds(&screened), [ChangeKind::BreathInstead]);
    assert_eq!((step.kind, step.length), (StepKind::Breathe, Length::Millis(60_000)));
    assert!(step.text.expect("words").contains("calf"));
}

#[test]
fn quiet_breaths_one_after_another_become_one() {
    let person = person_with("fever", None);
    let touched = [Region::Calf, Region::Foot, Region::Shin, Region::Hand];
    let steps = touched.map(|region| probe("light", region)).to_vec();
    let screened = screen(&session(steps), &person);
    let lengths: Vec<_> =
        steps_in(&screened.session().blocks).iter().map(|step| step.length).collect();
    assert_eq!(lengths, [Length::Millis(180_000), Length::Millis(60_000)]);
    assert_eq!(screened.changes().len(), 4);
}

#[test]
fn one_side_gives_way_alone_and_comes_second() {
    let person = person_with("numb-skin", Some((BodyPlace::Region(Region::Calf), Side::Left)));
    let pack = Step { side: Some(Sides::Both), ..probe("heat", Region::Calf) };
    let screened = screen(&session(vec![pack.clone()]), &person);
    let steps = steps_in(&screened.session().blocks);
    assert_eq!(steps[0], &Step { side: Some(Sides::One(Side::Right)), ..pack });
    assert_eq!(steps[1].side, Some(Sides::One(Side::Left)));
    assert!(!matches!(steps[1].kind, StepKind::Pack { .. }));
    assert_eq!(screened.changes()[0].side, Some(Side::Left));
}

#[test]
fn what_is_left_of_a_session_counts_a_step_once_for_each_side() {
    let person = person_with("numb-skin", Some((BodyPlace::Region(Region::Calf), Side::Left)));
    let pack = Step { side: Some(Sides::Both), ..probe("heat", Region::Calf) };
    let screened = screen(&session(vec![pack, breathing("extended-exhale")]), &person);
    // One minute of three.
    assert_eq!(screened.kept_permille(), 666);
}

#[test]
fn a_group_of_both_sides_is_parted_where_its_sides_are_not_alike() {
    let group = |person: &CaredFor| {
        let blocks = [probe("light", Region::Calf), probe("light", Region::Forearm)];
        let blocks = blocks.map(|step| Block::Step(Box::new(step))).to_vec();
        let group = Group { title: None, repeat: 2, side: Some(Sides::Both), blocks, switch: None };
        let asked = Session { blocks: vec![Block::Group(group)], ..session(Vec::new()) };
        screen(&asked, person)
    };
    let place = BodyPlace::Part(BodyPart::Legs);
    let parted = group(&person_with("lymphoedema", Some((place, Side::Left))));
    let parts = parted.session().blocks.iter().map(|block| match block {
        Block::Group(group) => (group.side, group.repeat, group.blocks.len()),
        Block::Step(_) => panic!("a step"),
    });
    let sides: Vec<_> = parts.collect();
    let one = |side| (Some(Sides::One(side)), 2, 2);
    assert_eq!(sides, [one(Side::Right), one(Side::Left)]);
    assert_eq!(parted.changes().len(), 1);
    // A caution parts nothing.
    let whole = group(&person_with("fragile-skin", None));
    assert!(matches!(&whole.session().blocks[..], [Block::Group(_)]));
}

#[test]
fn a_tool_that_is_not_owned_gives_way_and_one_that_is_stays() {
    let mut person = CaredFor::default();
    let asked = session(vec![massage(
        Region::Calf,
        Technique::Sports,
        Tool::Roller,
        StrokeKind::Rolling,
        3,
    )]);
    person.profile.tools = Some(vec![Tool::Roller]);
    assert!(screen(&asked, &person).changes().is_empty());
    person.profile.tools = Some(vec![Tool::Ball]);
    let with_ball = only_step(&screen(&asked, &person));
    assert!(matches!(with_ball.kind, StepKind::Massage(massage) if massage.tool == Tool::Ball));
    person.profile.tools = Some(Vec::new());
    let by_hand = only_step(&screen(&asked, &person));
    assert!(matches!(by_hand.kind, StepKind::Massage(massage) if massage.tool == Tool::Hands));
}

#[test]
fn hands_in_the_place_of_a_ball_press_no_harder_than_three() {
    let profile = Profile { tools: Some(Vec::new()), ..Profile::default() };
    let person = CaredFor { profile, ..CaredFor::default() };
    let (ball, rolling) = (Tool::Ball, StrokeKind::Rolling);
    let firm = massage(Region::Foot, Technique::Swedish, ball, rolling, 5);
    let step = only_step(&screen(&session(vec![firm]), &person));
    let StepKind::Massage(by_hand) = &step.kind else { panic!("{step:?}") };
    assert_eq!((by_hand.tool, by_hand.pressure), (Tool::Hands, 3));
}

#[test]
fn a_hand_that_can_do_little_does_little_and_one_that_hurts_does_nothing() {
    let mut person = CaredFor::default();
    person.profile.right_hand = HandUse::Light;
    let kneading = Step { side: Some(Sides::One(Side::Left)), ..probe("deep", Region::Forearm) };
    assert!(!may(&person, &kneading, Some(Side::Left)));
    assert!(may(&person, &kneading, Some(Side::Right)));
    assert_eq!(kinds(&screen(&session(vec![kneading]), &person)), [ChangeKind::Lighter]);
    let hurt = person_with("new-injury", Some((BodyPlace::Part(BodyPart::Hands), Side::Right)));
    let gliding = probe("light", Region::Forearm);
    assert!(!may(&hurt, &gliding, Some(Side::Left)) && may(&hurt, &gliding, Some(Side::Right)));
}

#[test]
fn nothing_is_pressed_harder_than_a_person_likes() {
    let mut person = CaredFor::default();
    person.profile.pressure = Some(2);
    let screened = screen(&session(vec![probe("rub", Region::Calf)]), &person);
    let hard = screen(&session(vec![probe("tool", Region::Calf)]), &person);
    for step in [only_step(&screened), only_step(&hard)] {
        assert!(matches!(step.kind, StepKind::Massage(massage) if massage.pressure <= 2));
    }
}

#[test]
fn what_holds_for_everybody_holds_whatever_a_session_says() {
    let phases =
        [(PhaseKind::Inhale, 4_000), (PhaseKind::Hold, 20_000), (PhaseKind::Exhale, 4_000)];
    let phase = |(kind, millis)| Phase { kind, label: "on".to_owned(), millis };
    let pattern =
        Pattern { id: None, title: "long".to_owned(), phases: phases.map(phase).to_vec() };
    let held = Step { pattern: Some(pattern), ..breathing("box") };
    let pressed = massage(Region::Jaw, Technique::Swedish, Tool::Hands, StrokeKind::Friction, 9);
    let warm = StepKind::Pack {
        temperature: Temperature::Heat,
        place: crate::session::PackPlace::Region(Region::LowBack),
    };
    let long = Flex { min: 60_000, max: 3_600_000 };
    let warmed = Step { flex: Some(long), ..super::steps::step(warm) };
    let screened = screened_for_anyone(&session(vec![held, pressed, warmed]));
    assert_eq!(kinds(&screened), [ChangeKind::WithinLimits; 3]);
    assert!(screened.changes().iter().all(|it| it.because == [ChangeReason::Everybody]));
    let steps = steps_in(&screened.session().blocks);
    assert_eq!(seconds(steps[0].pattern.as_ref().expect("a breath")), [4, 7, 4]);
    assert!(matches!(&steps[1].kind, StepKind::Massage(massage) if massage.pressure == 3));
    assert_eq!(steps[2].flex.map(|flex| flex.max), Some(20 * 60_000));
}

#[test]
fn a_pack_that_is_written_too_long_lies_for_twenty_minutes() {
    let length = Length::Millis(3_600_000);
    let warmed = Step { length, ..probe("heat", Region::LowBack) };
    let step = only_step(&screened_for_anyone(&session(vec![warmed])));
    assert_eq!(step.written_millis(), 20 * 60_000);
}

#[test]
fn screening_a_session_again_changes_nothing() {
    let flex = |step: Step| Step { flex: Some(Flex { min: 30_000, max: 120_000 }), ..step };
    let both = |step: Step| Step { side: Some(Sides::Both), ..step };
    let asked = session(vec![
        breathing("4-7-8"),
        flex(both(probe("light", Region::Calf))),
        flex(probe("light", Region::Hand)),
        tensing(MuscleGroup::Leg),
    ]);
    let place = BodyPlace::Region(Region::Calf);
    for id in ["pregnancy", "fever", "new-injury", "swollen-limb"] {
        let site = condition_site(id, place);
        let person = person_with(id, site);
        let screened = screen(&asked, &person);
        assert!(!screened.changes().is_empty(), "{id}");
        let again = screen(screened.session(), &person);
        assert_eq!(again.session().blocks, screened.session().blocks, "{id}");
        assert!(again.changes().is_empty(), "{id}");
    }
}

fn condition_site(id: &str, place: BodyPlace) -> Option<(BodyPlace, Side)> {
    super::steps::condition(id).has_site.then_some((place, Side::Left))
}

#[test]
fn cautions_of_a_condition_stand_at_the_steps_they_are_about() {
    let person = person_with("fragile-skin", None);
    let steps = vec![probe("rub", Region::Calf), probe("light", Region::Calf)];
    let screened = screen(&session(steps), &person);
    let told: Vec<_> = steps_in(&screened.session().blocks)
        .iter()
        .map(|step| step.stop_if.as_deref().unwrap_or_default().contains("use cream"))
        .collect();
    assert_eq!(told, [true, false]);
}

#[test]
fn a_gentler_step_keeps_what_its_author_says_to_stop_at() {
    let stop_if = Some("Stop if your toes tingle.".to_owned());
    let pressed = Step { stop_if, ..probe("deep", Region::Calf) };
    let screened = screen(&session(vec![pressed]), &person_with("bleeds-easily", None));
    assert_eq!(kinds(&screened), [ChangeKind::Lighter]);
    let told = only_step(&screened).stop_if.unwrap_or_default();
    assert!(told.starts_with("Stop if your toes tingle."), "{told}");
}

#[test]
fn a_caution_of_a_condition_stands_after_what_the_author_says_to_stop_at() {
    let stop_if = Some("Stop if your toes tingle.".to_owned());
    let rubbed = Step { stop_if, ..probe("rub", Region::Calf) };
    let screened = screen(&session(vec![rubbed]), &person_with("fragile-skin", None));
    let told = only_step(&screened).stop_if.unwrap_or_default();
    assert!(told.starts_with("Stop if your toes tingle. "), "{told}");
    assert!(told.contains("use cream"), "{told}");
}

#[test]
fn at_most_five_questions_are_asked_and_only_those_that_fit() {
    let ids = |steps: Vec<Step>, person: &CaredFor| -> Vec<String> {
        let screened = screen(&session(steps), person);
        screened.questions().iter().map(|question| question.id.clone()).collect()
    };
    let anyone = CaredFor::default();
    assert!(ids(vec![breathing("coherent")], &anyone).is_empty());
    let legs = ids(vec![probe("tool", Region::Calf), probe("heat", Region::Calf)], &anyone);
    assert_eq!(legs, ["unwell", "swelling", "fever", "injury", "change"]);
    assert!(!ids(vec![probe("light", Region::Scalp)], &anyone).contains(&"swelling".to_owned()));
    assert!(ids(vec![breathing("box")], &anyone).contains(&"drowsy".to_owned()));
    let fevered = person_with("fever", None);
    assert!(!ids(vec![probe("light", Region::Calf)], &fevered).contains(&"fever".to_owned()));
}

#[test]
fn a_stop_sign_belongs_to_the_first_step_at_its_place() {
    let steps = vec![
        breathing("coherent"),
        probe("light", Region::NeckBack),
        probe("light", Region::SkullBase),
        probe("light", Region::Calf),
    ];
    let signs = stop_signs(&session(steps));
    let signs: Vec<_> = signs.iter().map(|(at, sign)| (*at, sign.id.as_str())).collect();
    assert_eq!(signs, [(1, "neck"), (3, "calf")]);
}

#[test]
fn whoever_does_not_reach_the_floor_is_told_so_before_a_session_down_there_and_nowhere_else() {
    let profile = Profile { reaches_floor: Some(false), ..Profile::default() };
    let person = CaredFor { profile, today: Vec::new() };
    let told = |session: &Session, person: &CaredFor| {
        screen(session, person).cautions().iter().any(|caution| caution.contains("floor"))
    };
    for (position, expected) in [
        (Position::OnTheFloor, true),
        (Position::LyingOnBack, true),
        (Position::Seated, false),
        (Position::Any, false),
    ] {
        let down = Session { position, ..session(vec![breathing("coherent")]) };
        assert_eq!(told(&down, &person), expected, "{position:?}");
        assert!(!told(&down, &CaredFor::default()), "{position:?}");
    }
}

#[test]
fn hands_on_a_partner_are_screened_for_anyone_and_not_for_the_one_who_gives() {
    let giver = person_with("bleeds-easily", None);
    let own = session(vec![probe("deep", Region::Calf)]);
    assert!(!screen(&own, &giver).changes().is_empty());
    let partner = Session { receiver: Receiver::Partner, ..own.clone() };
    let screened = screen(&partner, &giver);
    assert!(screened.changes().is_empty());
    assert!(screened.cautions()[0].contains("Read it to them"), "{:?}", screened.cautions());
    let for_anyone = screened_for_anyone(&own);
    assert_eq!(screened.cautions()[1..], *for_anyone.cautions());
}

#[test]
fn how_a_partner_is_today_is_asked_each_time_and_a_yes_counts() {
    let own = session(vec![probe("deep", Region::Calf)]);
    let partner = Session { receiver: Receiver::Partner, ..own.clone() };
    let mut today = Today::of_day("2026-11-28");
    for question in screened_for_anyone(&own).questions() {
        today.answer(question, false, &[]);
    }
    assert!(today.open_questions(&screened_for_anyone(&own)).is_empty());
    let asked = today.open_questions(&screened_for_anyone(&partner));
    assert_eq!(asked, screened_for_anyone(&partner).questions());
    let fever = person_with("fever", None);
    let held = CaredFor { today: fever.profile.conditions, ..CaredFor::default() };
    assert!(!screen(&partner, &held).changes().is_empty());
}

#[test]
fn where_the_hands_do_not_reach_a_step_gives_way_unless_a_tool_does_it() {
    let profile = Profile { reach: HandReach::NotFeet, ..Profile::default() };
    let person = CaredFor { profile, ..CaredFor::default() };
    let steps = ["light", "tool"].map(|kind| probe(kind, Region::Calf));
    let screened = screen(&session(steps.into()), &person);
    assert_eq!(kinds(&screened), [ChangeKind::BreathInstead]);
    assert_eq!(screened.changes()[0].because, [ChangeReason::OutOfReach]);
    let neck = screen(&session(vec![probe("light", Region::NeckBack)]), &person);
    assert!(neck.changes().is_empty());
}

#[test]
fn what_is_beyond_the_reach_of_hands_is_all_that_lies_as_far() {
    let beyond = |reach: HandReach| -> Vec<Region> {
        Region::ALL.into_iter().filter(|region| !reach.takes_in(*region)).collect()
    };
    assert!(beyond(HandReach::All).is_empty());
    assert_eq!(beyond(HandReach::NotFeet), [Region::Calf, Region::Shin, Region::Foot]);
    assert_eq!(beyond(HandReach::NotBack), [Region::UpperBack, Region::LowBack]);
    let both = [beyond(HandReach::NotBack), beyond(HandReach::NotFeet)].concat();
    assert_eq!(beyond(HandReach::Neither), both);
}
