//! What hands can do, what is sore, and what is at hand.

use super::steps::{massage, may, person_with, probe, session};
use crate::body::{Region, Side};
use crate::care::*;
use crate::session::{Receiver, Session, Step, StrokeKind, Technique, Tool};

/// A stroke along the forearm, with this in the hand, this hard.
fn along_the_forearm(tool: Tool, pressure: u8) -> Step {
    massage(Region::Forearm, Technique::Swedish, tool, StrokeKind::Effleurage, pressure)
}

/// Somebody whose hands can both do so much.
fn with_hands(hands: HandUse) -> CaredFor {
    let profile = Profile { left_hand: hands, right_hand: hands, ..Profile::default() };
    CaredFor { profile, ..CaredFor::default() }
}

#[test]
fn a_hand_that_can_do_nothing_spreads_no_cream_either() {
    for (hands, can) in [(HandUse::None, false), (HandUse::Full, true)] {
        let creamed = along_the_forearm(Tool::Cream, 2);
        assert_eq!(may(&with_hands(hands), &creamed, Some(Side::Left)), can, "{hands:?}");
    }
}

#[test]
fn light_is_a_pressure_of_two_and_no_more() {
    let person = with_hands(HandUse::Light);
    let can = |pressure| may(&person, &along_the_forearm(Tool::Hands, pressure), Some(Side::Left));
    assert_eq!([2, 3].map(can), [true, false]);
}

#[test]
fn a_sore_arm_is_sore_down_to_the_ball_of_its_thumb() {
    let sore = person_with("new-injury", Some((BodyPlace::Part(BodyPart::Arms), Side::Left)));
    for region in [Region::Shoulder, Region::Forearm, Region::Hand, Region::ThumbPad] {
        assert!(!may(&sore, &probe("light", region), Some(Side::Left)), "{region:?}");
    }
}

#[test]
fn with_a_partner_too_no_tool_is_used_that_is_not_at_hand() {
    let profile = Profile { tools: Some(Vec::new()), ..Profile::default() };
    let person = CaredFor { profile, ..CaredFor::default() };
    let rolled = session(vec![probe("tool", Region::Calf)]);
    let partner = Session { receiver: Receiver::Partner, ..rolled };
    let screened = screen(&partner, &person);
    assert_eq!(screened.changes()[0].because, [ChangeReason::NotOwned(Tool::Ball)]);
}
