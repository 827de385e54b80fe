//! The quiet that stands for what is left out on both sides.

use super::steps::{person_with, probe, session};
use crate::body::{Region, Side};
use crate::care::*;
use crate::session::{Block, Group, Session, Sides, Step, steps_in};

#[test]
fn quiet_breaths_of_both_sides_become_one_of_the_same_length() {
    let both = |step: Step| Step { side: Some(Sides::Both), ..step };
    let fever = person_with("fever", None);
    let single = screen(&session(vec![both(probe("light", Region::Calf))]), &fever);
    let group = Group {
        title: None,
        repeat: 1,
        side: Some(Sides::Both),
        blocks: vec![Block::Step(Box::new(probe("light", Region::Calf)))],
        switch: None,
    };
    let group = Session { blocks: vec![Block::Group(group)], ..session(Vec::new()) };
    for screened in [single, screen(&group, &fever)] {
        let steps = steps_in(&screened.session().blocks);
        let told: Vec<_> = steps.iter().map(|it| (it.side, it.written_millis())).collect();
        assert_eq!(told, [(None, 120_000)]);
    }
    // Where one side may be worked, the other keeps its own breath.
    let place = BodyPlace::Part(BodyPart::Legs);
    let left = person_with("lymphoedema", Some((place, Side::Left)));
    let parted = screen(&session(vec![both(probe("light", Region::Calf))]), &left);
    assert_eq!(steps_in(&parted.session().blocks).len(), 2);
}
