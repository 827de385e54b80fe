//! Cautions: what a person has to know before these places are worked in these ways.

use super::remark;
use super::work::Work;
use crate::body::Region;
use crate::session::{StepKind, Technique, Tool};

/// A caution that a session owes.
struct Owed {
    /// What the session does.
    does: &'static str,
    /// Whether a step does it.
    owes: fn(&StepKind) -> bool,
    /// Beginnings of words of which one at least stands in the cautions.
    words: &'static [&'static str],
    /// A sentence that would do.
    sentence: &'static str,
}

/// The cautions by what is done. Each is told by a few words; whether the sentence around them is
/// right, a person has to read.
const OWED: [Owed; 5] = [
    Owed {
        does: "works the legs",
        owes: |kind| touched(kind).is_some_and(is_leg),
        words: &["clot", "swollen", "swelling", "thrombosis"],
        sentence: "One leg swollen, warm or throbbing: leave this out and get help the same day.",
    },
    Owed {
        does: "works the neck",
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
        sentence: "Leave this out after a recent neck injury or a stroke, or with narrowed neck arteries.",
    },
    Owed {
        does: "lays a pack on the skin",
        owes: |kind| matches!(kind, StepKind::Pack { .. }),
        words: &["numb", "skin", "feel little", "circulation"],
        sentence: "No pack on numb skin or with poor circulation, and none while you sleep.",
    },
    Owed {
        does: "presses firmly or with a tool",
        owes: presses,
        words: &["blood thinner", "blood-thinner", "bleed", "bruise", "anticoagulant"],
        sentence: "Leave this out with blood thinners or a bleeding disorder.",
    },
    Owed {
        does: "works the belly",
        owes: |kind| touched(kind) == Some(Region::Abdomen),
        words: &["belly", "abdom", "pregnan", "hernia", "stomach", "bowel"],
        sentence: "Leave the belly out when pregnant, with a hernia, or after an operation there.",
    },
];

/// Every rule about cautions.
pub(super) fn review(work: &mut Work<'_, '_>) {
    let touches = work.steps.iter().any(|step| touched(&step.kind).is_some());
    let span = work.places.head.of("cautions");
    if work.session.cautions.is_empty() {
        if touches {
            let help =
                "add `cautions`: who had better leave it out, in two to five plain sentences";
            let message = "this session touches the body and has no cautions";
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
            let message =
                format!("this session {}, and its cautions do not speak of it", owed.does);
            let help = format!("add a sentence such as “{}”", owed.sentence);
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
