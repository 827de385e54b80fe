//! What is said where steps gave way: no tool that is not used, nothing twice, nothing promised.

use super::screening::{kinds, only_step};
use super::steps::{breathing, person_with, probe, session};
use crate::body::Region;
use crate::care::*;
use crate::session::{Length, Session, Step, StepKind, Tool, steps_in};

fn told(step: &Step) -> (String, String) {
    (step.title.clone(), step.text.clone().unwrap_or_default())
}

#[test]
fn a_tool_that_is_no_longer_used_is_neither_fetched_nor_put_away() {
    let words = |title: &str, text: &str| Step {
        title: title.to_owned(),
        text: Some(text.to_owned()),
        say: Some(text.to_owned()),
        wait: true,
        ..super::steps::step(StepKind::Rest)
    };
    let fetch =
        words("Get ready", "Fetch a tennis ball. Sit down with it. Both feet on the floor.");
    let away = words("Ball away", "Ball aside. Push it under the chair.");
    let stays = words("The soles", "Feel heel, arch and ball of the foot.");
    let steps = vec![fetch, probe("tool", Region::Foot), away, stays];
    let asked = Session { tools: vec![Tool::Ball, Tool::Chair], ..session(steps) };
    let screened = screen(&asked, &person_with("bleeds-easily", None));
    let steps = steps_in(&screened.session().blocks);
    assert_eq!(told(steps[0]).1, "Both feet on the floor.");
    assert!(!steps[0].wait, "there is nothing to wait for");
    assert_eq!(told(steps[2]).0, "A moment to rest");
    assert_eq!(told(steps[2]).1, "Rest for a moment, and let the breath come and go.");
    assert_eq!(told(steps[3]).1, "Feel heel, arch and ball of the foot.");
    assert_eq!(screened.session().tools, [Tool::Chair]);
    // Whoever still uses it fetches it.
    let anyone = screened_for_anyone(&asked);
    assert!(told(steps_in(&anyone.session().blocks)[0]).1.contains("tennis ball"));
}

#[test]
fn steps_that_became_the_same_are_not_told_twice_in_the_same_words() {
    let person = person_with("fever", None);
    let long = |region| Step { length: Length::Millis(100_000), ..probe("light", region) };
    let steps = vec![long(Region::Calf), long(Region::Calf), long(Region::Calf)];
    let screened = screen(&session(steps), &person);
    let titles: Vec<_> =
        steps_in(&screened.session().blocks).iter().map(|step| told(step).0).collect();
    let on = "The quiet breath goes on";
    assert_eq!(titles, ["A quiet breath instead", on, on]);
    let person = person_with("bleeds-easily", None);
    let pressed = session(vec![probe("deep", Region::Calf), probe("rub", Region::Calf)]);
    let screened = screen(&pressed, &person);
    let titles: Vec<_> =
        steps_in(&screened.session().blocks).iter().map(|step| told(step).0).collect();
    assert_eq!(titles, ["Light strokes", "A little more"]);
}

#[test]
fn a_quiet_breath_for_several_places_names_none_of_them() {
    let steps = vec![probe("light", Region::Calf), probe("light", Region::NeckBack)];
    let step = only_step(&screen(&session(steps), &person_with("fever", None)));
    assert_eq!(told(&step).1, "This part is left out for you. Breathe slowly and softly instead.");
}

#[test]
fn the_summary_of_a_session_promises_nothing_that_was_left_out() {
    let asked = || {
        let steps = vec![probe("deep", Region::Calf), breathing("extended-exhale")];
        Session { summary: "Press into your calves.".to_owned(), ..session(steps) }
    };
    let gentler = screen(&asked(), &person_with("bleeds-easily", None));
    assert_eq!(
        gentler.session().summary,
        "Made gentler for you: light strokes (legs), slow breaths."
    );
    let left_out = screen(&asked(), &person_with("fever", None));
    assert_eq!(left_out.session().summary, "Made gentler for you: slow breaths. Without: legs.");
    assert_eq!(screened_for_anyone(&asked()).session().summary, "Press into your calves.");
}

#[test]
fn strokes_near_the_eyes_give_way_altogether_where_nothing_may_come_near_them() {
    use crate::session::Involvement;
    let near = Step { involves: vec![Involvement::Eyes], ..probe("light", Region::Forehead) };
    let screened = screen(&session(vec![near]), &person_with("glaucoma", None));
    assert_eq!(kinds(&screened), [ChangeKind::BreathInstead]);
}

#[test]
fn words_of_the_author_before_the_first_step_do_not_ask_for_a_tool_that_gave_way() {
    use crate::session::Announced;
    for (said, left) in [
        ("You need a ball.", Announced::ByProgram),
        ("You need a ball. Sit by the wall.", Announced::ByAuthor("Sit by the wall.".to_owned())),
    ] {
        let mut asked = session(vec![probe("tool", Region::Calf)]);
        asked.announcements.lead_in = Announced::ByAuthor(said.to_owned());
        let screened = screen(&asked, &person_with("bleeds-easily", None));
        assert_eq!(screened.session().announcements.lead_in, left);
        let as_written = screened_for_anyone(&asked);
        assert_eq!(as_written.session().announcements.lead_in, asked.announcements.lead_in);
    }
}

#[test]
fn what_was_left_out_altogether_is_told_with_what_stood_against_every_form_of_it() {
    let mut person = person_with("bleeds-easily", None);
    person.today.extend(person_with("fever", None).profile.conditions);
    person.today.extend(person_with("fever", None).today);
    let screened = screen(&session(vec![probe("deep", Region::Calf)]), &person);
    let texts = crate::words::Texts::of(crate::words::Language::English);
    let told: Vec<_> = screened.change_messages(texts).iter().map(|it| texts.text(it)).collect();
    assert!(told[0].contains("fever") && !told[0].contains("thinners"), "{told:?}");
}
