//! Cautions: what a person has to know before these places are worked in these ways.

use super::remark;
use super::work::Work;
use crate::body::Region;
use crate::session::{StepKind, Technique, Tool};
use crate::words::Message;

/// A caution that a session owes.
struct Owed {
    /// What the session does, as its messages know it.
    does: &'static str,
    /// Whether a step does it.
    owes: fn(&StepKind) -> bool,
    /// Beginnings of words of which one at least stands in the cautions.
    words: &'static [&'static str],
}

/// The cautions by what is done. Each is told by a few words; whether the sentence around them is
/// right, a person has to read.
const OWED: [Owed; 5] = [
    Owed {
        does: "legs",
        owes: |kind| touched(kind).is_some_and(is_leg),
        words: &["clot", "swollen", "swelling", "thrombosis"],
    },
    Owed {
        does: "neck",
        owes: |kind| {
            let neck = |region| matches!(region, Region::NeckBack | Region::SkullBase);
            matches!(kind, StepKind::Massage(massage) if neck(massage.region))
        },
        words: &[
            "stroke",
            "arter",
            "neck injury",
            "neck or head injury",
            "head or neck injury",
            "whiplash",
        ],
    },
    Owed {
        does: "pack",
        owes: |kind| matches!(kind, StepKind::Pack { .. }),
        words: &["numb", "skin", "feel little", "circulation"],
    },
    Owed {
        does: "pressing",
        owes: presses,
        words: &["blood thinner", "blood-thinner", "bleed", "bruise", "anticoagulant"],
    },
    Owed {
        does: "belly",
        owes: |kind| touched(kind) == Some(Region::Abdomen),
        words: &["belly", "abdom", "pregnan", "hernia", "stomach", "bowel"],
    },
];

/// Every rule about cautions.
pub(super) fn review(work: &mut Work<'_, '_>) {
    let touches = work.steps.iter().any(|step| touched(&step.kind).is_some());
    let span = work.places.head.of("cautions");
    if work.session.cautions.is_empty() {
        if touches {
            let (message, help) = (Message::new("no-cautions"), Message::new("no-cautions-help"));
            work.add(remark("no-cautions", span, message, help));
        }
        return;
    }
    if !work.speaks_english() {
        return;
    }
    let cautions = work.session.cautions.join("\n").to_lowercase();
    for owed in &OWED {
        let is_owed = work.steps.iter().any(|step| (owed.owes)(&step.kind));
        if is_owed && !owed.words.iter().any(|word| begins_a_word(&cautions, word)) {
            let message = Message::new("missing-caution").with("does", owed.does);
            let help = Message::new("missing-caution-help").with("does", owed.does);
            work.add(remark("missing-caution", span.clone(), message, help));
        }
    }
}

/// The region a step touches.
fn touched(kind: &StepKind) -> Option<Region> {
    match kind {
        StepKind::Massage(massage) => Some(massage.region),
        StepKind::Pack { region, .. } => Some(*region),
        _ => None,
    }
}

fn is_leg(region: Region) -> bool {
    matches!(
        region,
        Region::Quadriceps | Region::OuterThigh | Region::Hamstrings | Region::Calf | Region::Shin
    )
}

fn presses(kind: &StepKind) -> bool {
    let StepKind::Massage(massage) = kind else {
        return false;
    };
    matches!(massage.technique, Technique::DeepTissue | Technique::TriggerPoint)
        || matches!(massage.tool, Tool::Ball | Tool::Roller)
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}
