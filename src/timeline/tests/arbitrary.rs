//! Arbitrary valid sessions.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::body::{Direction, MuscleGroup, Region, Side};
pub(crate) use crate::session::tests::fixtures::{plain_step, session_of};
use crate::session::{
    Anchor, Block, ChimeAt, Contact, Flex, Group, Length, Line, Massage, Pattern, Phase, PhaseKind,
    Session, Sides, Step, StepKind, Stroke, StrokeKind, Technique, Tense, Tool,
};

/// A massage of the upper trapezius.
pub(crate) fn squeeze(tempo: Option<u64>) -> StepKind {
    StepKind::Massage(Massage {
        region: Region::UpperTrapezius,
        technique: Technique::Swedish,
        tool: Tool::Hands,
        pressure: 4,
        stroke: Stroke {
            kind: StrokeKind::Petrissage,
            direction: Direction::Along,
            tempo,
            lifts: false,
        },
        contact: Contact::usual(Tool::Hands, StrokeKind::Petrissage),
    })
}

/// A stretch of the upper trapezius: hands are busy, and it needs no stop sign.
pub(crate) fn lean() -> StepKind {
    StepKind::Stretch { region: Some(Region::UpperTrapezius) }
}

/// A pattern of phases given as kind and milliseconds.
pub(crate) fn pattern_of(phases: &[(PhaseKind, u64)]) -> Pattern {
    Pattern {
        id: None,
        title: "A pattern".to_owned(),
        phases: phases
            .iter()
            .map(|(kind, millis)| Phase {
                kind: *kind,
                label: format!("{kind:?}").to_lowercase(),
                millis: *millis,
            })
            .collect(),
    }
}

fn pattern() -> impl Strategy<Value = Pattern> {
    (500_u64..6000, option::of(1000_u64..7000), 500_u64..9000, option::of(500_u64..4000)).prop_map(
        |(inhale, hold, exhale, rest)| {
            let mut phases = vec![(PhaseKind::Inhale, inhale)];
            phases.extend(hold.map(|millis| (PhaseKind::Hold, millis)));
            phases.push((PhaseKind::Exhale, exhale));
            phases.extend(rest.map(|millis| (PhaseKind::Rest, millis)));
            pattern_of(&phases)
        },
    )
}

fn kind() -> impl Strategy<Value = StepKind> {
    prop_oneof![
        Just(StepKind::Rest),
        Just(squeeze(Some(4000))),
        Just(squeeze(None)),
        Just(StepKind::Stretch { region: Some(Region::Calf) }),
        (1_u32..4, 2000_u64..7000, 10_000_u64..40_000).prop_map(|(times, tense, release)| {
            StepKind::Tense(Tense { muscles: MuscleGroup::Arm, tense, release, times })
        }),
    ]
}

fn anchor() -> impl Strategy<Value = Anchor> {
    prop_oneof![
        (0_u64..120_000).prop_map(Anchor::FromStart),
        (0_u64..120_000).prop_map(Anchor::FromEnd),
        (0_u16..=1000).prop_map(Anchor::Share),
    ]
}

fn sides() -> impl Strategy<Value = Option<Sides>> {
    prop_oneof![
        Just(None),
        Just(Some(Sides::Both)),
        Just(Some(Sides::One(Side::Left))),
        Just(Some(Sides::One(Side::Right))),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let flex = option::of((0_u64..60_000, 0_u64..120_000));
    let lines = vec(anchor(), 0..4);
    (kind(), 1000_u64..180_000, option::of(pattern()), sides(), flex, lines).prop_map(
        |(kind, millis, pattern, side, flex, anchors)| {
            let pattern = pattern.filter(|_| !matches!(kind, StepKind::Tense(_)));
            let length = match (&kind, &pattern) {
                (StepKind::Tense(tense), _) => {
                    Length::Millis((tense.tense + tense.release) * u64::from(tense.times))
                }
                (_, Some(pattern)) if millis % 2 == 0 => {
                    Length::Breaths((millis / pattern.cycle_millis()).max(1) as u32)
                }
                _ => Length::Millis(millis),
            };
            let written = length.millis(pattern.as_ref());
            let inside = |at: &Anchor| match *at {
                Anchor::FromStart(after) => Anchor::FromStart(after.min(written)),
                Anchor::FromEnd(before) => Anchor::FromEnd(before.min(written)),
                share @ Anchor::Share(_) => share,
            };
            let anchors: Vec<_> = anchors.iter().map(inside).collect();
            Step {
                side,
                flex: flex.map(|(less, more)| Flex {
                    min: written.saturating_sub(less).max(1000).min(written),
                    max: written + more,
                }),
                lines: anchors
                    .iter()
                    .map(|at| Line {
                        at: *at,
                        show: Some("Soft.".to_owned()),
                        say: Some("Soft.".to_owned()),
                        second_side: None,
                        later_rounds: None,
                    })
                    .collect(),
                chimes: anchors
                    .first()
                    .map(|at| ChimeAt { at: *at, name: "bowl".to_owned() })
                    .into_iter()
                    .collect(),
                pattern,
                words_first: millis % 3 == 0 || matches!(kind, StepKind::Tense(_)),
                ..plain_step(kind, length)
            }
        },
    )
}

/// Blocks nest up to three groups deep; a block inside a sided group has no side of its own.
fn block() -> impl Strategy<Value = Block> {
    let leaf = step().prop_map(|step| Block::Step(Box::new(step)));
    leaf.prop_recursive(3, 12, 3, |inner| {
        (vec(inner, 1..4), 1_u32..4, sides()).prop_map(|(mut blocks, repeat, side)| {
            if side.is_some() {
                blocks.iter_mut().for_each(without_side);
            }
            let switch = (blocks.len() == 2).then_some(15_000);
            if let (2.., [_, .., Block::Step(last)]) = (repeat, &mut blocks[..]) {
                last.between_rounds = true;
            }
            Block::Group(Group { title: None, repeat, side, switch, blocks })
        })
    })
}

fn without_side(block: &mut Block) {
    match block {
        Block::Step(step) => step.side = None,
        Block::Group(group) => {
            group.side = None;
            group.blocks.iter_mut().for_each(without_side);
        }
    }
}

/// Any valid session, with up to six blocks.
pub(crate) fn session() -> impl Strategy<Value = Session> {
    (vec(block(), 1..6), prop_oneof![Just(0_u64), 1000_u64..60_000])
        .prop_map(|(blocks, lead_in)| Session { lead_in, ..session_of(blocks) })
}
