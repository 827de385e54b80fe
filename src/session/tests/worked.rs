//! How long each place is worked.

use super::fixtures::plain_step;
use crate::body::{Direction, Region, Side};
use crate::session::{
    Block, Contact, Group, Length, Massage, Sides, Step, StepKind, Stroke, StrokeKind, Technique,
    Tool, WorkedTime, plays_in,
};

fn rub(region: Region, side: Option<Sides>, millis: u64) -> Block {
    let stroke = Stroke {
        kind: StrokeKind::Friction,
        direction: Direction::Circles,
        tempo: None,
        lifts: true,
    };
    let (technique, tool) = (Technique::Swedish, Tool::Hands);
    let contact = Contact::usual(tool, stroke.kind);
    let massage = Massage { region, technique, tool, pressure: 2, stroke, contact };
    let step = plain_step(StepKind::Massage(massage), Length::Millis(millis));
    Block::Step(Box::new(Step { side, ..step }))
}

fn group(repeat: u32, side: Option<Sides>, blocks: Vec<Block>) -> Block {
    Block::Group(Group { title: None, repeat, side, blocks, switch: None })
}

fn worked(blocks: &[Block]) -> WorkedTime {
    let steps = plays_in(blocks).into_iter();
    steps.map(|(step, plays)| (step, plays, step.written_millis())).collect()
}

fn on(worked: &WorkedTime, region: Region) -> (u64, u64) {
    (worked.on(region, Some(Side::Left)), worked.on(region, Some(Side::Right)))
}

#[test]
fn every_round_counts_on_the_side_it_is_on_and_what_has_no_side_on_both() {
    let left = Some(Sides::One(Side::Left));
    for (blocks, expected) in [
        (vec![rub(Region::Calf, None, 5)], (5, 5)),
        (vec![rub(Region::Calf, left, 5)], (5, 0)),
        (vec![rub(Region::Calf, Some(Sides::Both), 5)], (5, 5)),
        (vec![group(3, None, vec![rub(Region::Calf, left, 5)])], (15, 0)),
        (vec![group(3, Some(Sides::Both), vec![rub(Region::Calf, None, 5)])], (15, 15)),
        // A step keeps its own side, on whichever side its group is.
        (vec![group(1, Some(Sides::Both), vec![rub(Region::Calf, left, 5)])], (10, 0)),
        (vec![rub(Region::Calf, None, 5), rub(Region::Calf, left, 1)], (6, 5)),
    ] {
        assert_eq!(on(&worked(&blocks), Region::Calf), expected, "{blocks:?}");
    }
}

#[test]
fn the_thumb_pad_is_part_of_the_hand_and_every_other_place_is_by_itself() {
    let blocks = [rub(Region::Hand, None, 5), rub(Region::ThumbPad, None, 2)];
    let worked = worked(&blocks);
    assert_eq!((on(&worked, Region::Hand), on(&worked, Region::ThumbPad)), ((7, 7), (7, 7)));
    for region in Region::ALL.into_iter().filter(|region| *region != Region::ThumbPad) {
        assert_eq!(region.dose_region(), region);
    }
}

#[test]
fn only_massage_works_a_place() {
    let kind = StepKind::Stretch { region: Some(Region::Calf) };
    let stretch = Block::Step(Box::new(plain_step(kind, Length::Millis(5))));
    assert_eq!(worked(&[stretch]).regions().count(), 0);
}
