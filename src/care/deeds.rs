//! What a step does to the body, in the words of the table.

use crate::body::{MuscleGroup, Region};
use crate::session::{
    Involvement, Length, Massage, Pattern, PhaseKind, Position, Step, StepKind, StrokeKind,
    Technique, Temperature, Tool, words,
};

words! {
    /// Something a step may do that is not for everybody.
    Act {
        /// Touch by hand or tool, however light.
        Massage "massage" "massage",
        /// Firm or still pressure.
        DeepPressure "deep-pressure" "firm pressure",
        /// A ball or a roller.
        Tool "tool" "ball and roller",
        /// A massage gun. No session can name one; people own them all the same.
        Gun "gun" "massage gun",
        /// Kneading, rubbing and rolling of skin.
        Friction "friction" "kneading and rubbing",
        /// A warm pack.
        Heat "heat" "warm packs",
        /// A cold pack.
        Cold "cold" "cold packs",
        /// Stretching, bending and turning.
        Stretch "stretch" "stretching and bending",
        /// Tensing of muscles.
        Tensing "tensing" "tensing",
        /// A breath held or left out for more than two seconds.
        BreathHold "breath-hold" "held breath",
        /// More than fifteen breaths a minute.
        FastBreathing "fast-breathing" "fast breathing",
        /// A breath out of seven seconds or more.
        LongExhale "long-exhale" "long breaths out",
        /// Breathing at a given pace.
        PacedBreathing "paced-breathing" "breathing at a given pace",
        /// The head below the heart.
        HeadDown "head-down" "a head that hangs",
        /// Hands, lids or cloths that press near the eyes.
        NearEyes "near-eyes" "pressing near the eyes",
        /// A mouth opened wide.
        WideMouth "wide-mouth" "opening the mouth wide",
        /// Lying on the back for long.
        LyingFlat "lying-flat" "lying flat for long",
        /// Closed eyes, darkness or a long silence.
        EyesClosed "eyes-closed" "long silence and closed eyes",
        /// Pictures in the mind.
        Imagery "imagery" "pictures in the mind",
    }
}

/// One thing that a step does, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Deed {
    /// What.
    pub act: Act,
    /// In which region; `None` where it concerns no part of the body.
    pub region: Option<Region>,
}

/// Pressure from which on a touch is firm, 0–10 of discomfort.
const FIRM: u8 = 4;
/// Pressure from which on a still press is firm, 0–10 of discomfort.
const FIRM_WHEN_STILL: u8 = 3;
/// The longest stop of the breath that is no hold, in milliseconds.
const SHORT_HOLD_MILLIS: u64 = 2_000;
/// A breath shorter than this is fast, in milliseconds.
const FAST_BREATH_MILLIS: u64 = 4_000;
/// A breath out of this length is long, in milliseconds.
const LONG_EXHALE_MILLIS: u64 = 7_000;
/// A silence of this length is long, in milliseconds.
const LONG_SILENCE_MILLIS: u64 = 60_000;

/// Everything a step does, for a person who sits or lies like this.
pub fn deeds_of(step: &Step, position: Position) -> Vec<Deed> {
    let mut deeds = Vec::new();
    match &step.kind {
        StepKind::Massage(massage) => of_massage(massage, &mut deeds),
        StepKind::Stretch { region } => {
            deeds.push(Deed { act: Act::Stretch, region: *region });
        }
        StepKind::Tense(tense) => of_tensing(tense.muscles, &mut deeds),
        StepKind::Pack { temperature, place } => {
            let act = act_of(*temperature);
            let regions = place.touches().iter();
            deeds.extend(regions.map(|region| Deed { act, region: Some(*region) }));
        }
        StepKind::Scan { .. } => nowhere(Act::EyesClosed, &mut deeds),
        StepKind::Rest => {
            if is_silent_for_long(step) {
                nowhere(Act::EyesClosed, &mut deeds);
            }
        }
        StepKind::Breathe => {}
    }
    deeds.extend(step.involves.iter().map(|involved| deed_of(*involved, step.region())));
    if let Some(pattern) = &step.pattern {
        of_breath(pattern, &mut deeds);
    }
    if position == Position::LyingOnBack {
        nowhere(Act::LyingFlat, &mut deeds);
    }
    deeds
}

/// What a step does that involves this, in its region.
pub(super) fn deed_of(involved: Involvement, region: Option<Region>) -> Deed {
    match involved {
        Involvement::Neck => Deed { act: Act::Stretch, region: Some(Region::NeckBack) },
        Involvement::Eyes => Deed { act: Act::NearEyes, region: None },
        Involvement::HeadDown => Deed { act: Act::HeadDown, region: None },
        Involvement::LyingFlat => Deed { act: Act::LyingFlat, region: None },
        Involvement::ClosedEyes => Deed { act: Act::EyesClosed, region: None },
        Involvement::Imagery => Deed { act: Act::Imagery, region: None },
        Involvement::WideMouth => Deed { act: Act::WideMouth, region: Some(Region::Jaw) },
        Involvement::Warmth => Deed { act: Act::Heat, region },
    }
}

fn nowhere(act: Act, deeds: &mut Vec<Deed>) {
    deeds.push(Deed { act, region: None });
}

fn act_of(temperature: Temperature) -> Act {
    match temperature {
        Temperature::Heat => Act::Heat,
        Temperature::Cold => Act::Cold,
    }
}

fn of_massage(massage: &Massage, deeds: &mut Vec<Deed>) {
    let region = Some(massage.region);
    let mut add = |act| deeds.push(Deed { act, region });
    add(Act::Massage);
    let presses = matches!(massage.technique, Technique::DeepTissue | Technique::TriggerPoint);
    let stays = massage.stroke.kind == StrokeKind::Compression;
    if presses || massage.pressure >= FIRM || (stays && massage.pressure >= FIRM_WHEN_STILL) {
        add(Act::DeepPressure);
    }
    if matches!(massage.tool, Tool::Ball | Tool::Roller) {
        add(Act::Tool);
    }
    let rubs = matches!(
        massage.stroke.kind,
        StrokeKind::Friction
            | StrokeKind::Petrissage
            | StrokeKind::SkinRolling
            | StrokeKind::PinAndStretch
            | StrokeKind::Tapotement
    );
    if rubs || massage.technique == Technique::Sports {
        add(Act::Friction);
    }
    match massage.tool {
        Tool::WarmPack => add(Act::Heat),
        Tool::ColdPack => add(Act::Cold),
        _ => {}
    }
}

/// Muscles that are tensed reach further than what their picture shows.
fn of_tensing(muscles: MuscleGroup, deeds: &mut Vec<Deed>) {
    let regions = tensed_regions(muscles);
    deeds.extend(regions.iter().map(|it| Deed { act: Act::Tensing, region: Some(*it) }));
    if regions.contains(&Region::Temples) {
        nowhere(Act::NearEyes, deeds);
    }
}

/// The regions that tense with a group of muscles.
fn tensed_regions(muscles: MuscleGroup) -> &'static [Region] {
    use MuscleGroup as M;
    use Region as R;
    match muscles {
        M::HandAndForearm => &[R::Forearm, R::Hand, R::ThumbPad],
        M::UpperArm => &[R::Shoulder, R::Forearm],
        M::Arm | M::Arms => &[R::Shoulder, R::Forearm, R::Hand, R::ThumbPad],
        M::Forehead => &[R::Scalp, R::Forehead],
        M::EyesAndNose => &[R::Forehead, R::Temples],
        M::LowerFaceAndJaw => &[R::Jaw],
        M::Face => &[R::Forehead, R::Temples, R::Jaw],
        M::Neck => &[R::SkullBase, R::NeckBack],
        M::FaceAndNeck => &[R::Forehead, R::Temples, R::Jaw, R::SkullBase, R::NeckBack],
        M::ChestShouldersUpperBack => &[R::UpperTrapezius, R::Shoulder, R::Chest, R::UpperBack],
        M::Abdomen => &[R::Abdomen],
        M::Trunk => {
            &[R::UpperTrapezius, R::Shoulder, R::Chest, R::UpperBack, R::LowBack, R::Abdomen]
        }
        M::Thigh => &[R::Quadriceps, R::OuterThigh, R::Hamstrings],
        M::Calf => &[R::Calf, R::Shin],
        M::Foot => &[R::Foot, R::Calf],
        M::Leg | M::Legs => {
            &[R::Glutes, R::Quadriceps, R::OuterThigh, R::Hamstrings, R::Calf, R::Shin, R::Foot]
        }
    }
}

fn of_breath(pattern: &Pattern, deeds: &mut Vec<Deed>) {
    nowhere(Act::PacedBreathing, deeds);
    if holds(pattern) {
        nowhere(Act::BreathHold, deeds);
    }
    let longest = |kind| longest_run(pattern, |at| at == kind);
    if longest(PhaseKind::Exhale) >= LONG_EXHALE_MILLIS {
        nowhere(Act::LongExhale, deeds);
    }
    let breaths = breaths_in_a_round(pattern);
    if pattern.cycle_millis() < FAST_BREATH_MILLIS * breaths {
        nowhere(Act::FastBreathing, deeds);
    }
}

/// Whether the breath stands still for longer than anybody would notice.
pub(super) fn holds(pattern: &Pattern) -> bool {
    let stands = |kind| matches!(kind, PhaseKind::Hold | PhaseKind::Rest);
    longest_run(pattern, stands) > SHORT_HOLD_MILLIS
}

/// How many breaths in there are after a breath out, in one round.
fn breaths_in_a_round(pattern: &Pattern) -> u64 {
    let moving = |kind: &PhaseKind| matches!(kind, PhaseKind::Inhale | PhaseKind::Exhale);
    let kinds: Vec<_> = pattern.phases.iter().map(|phase| phase.kind).filter(moving).collect();
    let begins = |at: usize| {
        let before = kinds[(at + kinds.len() - 1) % kinds.len()];
        kinds[at] == PhaseKind::Inhale && before == PhaseKind::Exhale
    };
    (0..kinds.len()).filter(|at| begins(*at)).count().max(1) as u64
}

/// The longest time that phases of a kind last one after another, also from the end round to the
/// start, in milliseconds.
fn longest_run(pattern: &Pattern, is_meant: impl Fn(PhaseKind) -> bool) -> u64 {
    let phases = &pattern.phases;
    if phases.iter().all(|phase| is_meant(phase.kind)) {
        return pattern.cycle_millis();
    }
    let run = |at: usize| -> u64 {
        let from_here = phases.iter().cycle().skip(at).take(phases.len());
        from_here.take_while(|phase| is_meant(phase.kind)).map(|phase| phase.millis).sum()
    };
    (0..phases.len()).map(run).max().unwrap_or(0)
}

/// Whether a minute passes without a word, if the step becomes as long as it may.
fn is_silent_for_long(step: &Step) -> bool {
    let written = match step.length {
        Length::Millis(millis) => millis,
        Length::Breaths(_) => return false,
    };
    let longest = step.flex.map_or(written, |flex| flex.max.max(written));
    let mut said: Vec<u64> = step.lines.iter().map(|line| line.at.within(longest)).collect();
    said.extend([0, longest]);
    said.sort_unstable();
    said.windows(2).any(|pair| pair[1] - pair[0] >= LONG_SILENCE_MILLIS)
}
