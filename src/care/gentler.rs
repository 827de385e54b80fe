//! Gentler forms of a step, the nearest to it first.

use super::deeds::holds;
use super::person::{ChangeReason, LIGHT};
use crate::body::Direction;
use crate::session::{
    Contact, Flex, Involvement, Length, Massage, Pattern, PhaseKind, Step, StepKind, Stroke,
    StrokeKind, Technique, Tool, limits,
};
use crate::words::{Language, Message, Texts, place};

/// A breath of at least this length is paced; a shorter one is only a rest, in milliseconds.
const PACED_FROM_MILLIS: u64 = 40_000;
/// The pattern that paces it: slow, without a hold, and for everyone.
const SAFE_PATTERN: &str = "extended-exhale";
/// Time of one light stroke, in milliseconds.
const LIGHT_TEMPO_MILLIS: u64 = 4_000;

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// It keeps to what holds for everybody.
    WithinLimits,
    /// It is breathed without holding.
    WithoutHolds,
    /// Hands do it rather than a tool, or another tool does.
    OtherTool,
    /// It became a light stroke.
    Lighter,
    /// It became a quiet breath.
    BreathInstead,
}

impl ChangeKind {
    /// The id in reports.
    pub fn id(self) -> &'static str {
        match self {
            Self::WithinLimits => "within-limits",
            Self::WithoutHolds => "without-holds",
            Self::OtherTool => "other-tool",
            Self::Lighter => "lighter",
            Self::BreathInstead => "breath-instead",
        }
    }

    /// What a person is told.
    pub fn message(self) -> Message {
        match self {
            Self::WithinLimits => Message::new("care-within-limits"),
            Self::WithoutHolds => Message::new("care-without-holds"),
            Self::OtherTool => Message::new("care-other-tool"),
            Self::Lighter => Message::new("care-lighter"),
            Self::BreathInstead => Message::new("care-breath-instead"),
        }
    }
}

/// The texts of a session's language.
pub(super) fn texts(language: &str) -> &'static Texts {
    Texts::of(Language::of_tag(language))
}

/// The forms that a step may give way to, the nearest first. The last is a quiet breath.
pub(super) fn forms(
    step: &Step,
    reasons: &[ChangeReason],
    texts: &Texts,
) -> Vec<(ChangeKind, Step)> {
    let mut forms = Vec::new();
    if reasons.contains(&ChangeReason::Everybody) {
        forms.push((ChangeKind::WithinLimits, within_limits(step)));
    }
    if let Some(pattern) = step.pattern.as_ref().filter(|pattern| holds(pattern)) {
        let text = texts.text(&Message::new("care-without-holds-text"));
        let told = retold(step, texts.text(&Message::new("care-without-holds-title")), text);
        let length = Length::Millis(step.written_millis());
        let pattern = Some(without_holds(pattern));
        forms.push((ChangeKind::WithoutHolds, Step { length, pattern, ..told }));
    }
    if let StepKind::Massage(massage) = &step.kind {
        forms.extend(other_tool(step, massage, texts));
        forms.push((ChangeKind::Lighter, lighter(step, massage, texts)));
    }
    forms.push((ChangeKind::BreathInstead, breath(step, texts)));
    forms
}

/// The same step with other words, and with no others.
fn retold(step: &Step, title: String, text: String) -> Step {
    Step {
        title,
        say: Some(text.clone()),
        text: Some(text),
        second_side: None,
        later_rounds: None,
        easier: None,
        stop_if: step.stop_if.clone(),
        lines: Vec::new(),
        chimes: Vec::new(),
        involves: Vec::new(),
        count: None,
        countdown: None,
        figure: None,
        ..step.clone()
    }
}

fn within_limits(step: &Step) -> Step {
    let mut step = step.clone();
    match &mut step.kind {
        StepKind::Massage(massage) => {
            massage.pressure = massage.pressure.min(massage.region.pressure_cap());
        }
        StepKind::Pack { .. } => {
            let length = step.written_millis().min(limits::PACK_MILLIS);
            step.length = Length::Millis(length);
            step.flex = step.flex.map(|flex| Flex {
                min: flex.min.min(length),
                max: flex.max.min(limits::PACK_MILLIS),
            });
        }
        _ => {}
    }
    for phase in step.pattern.iter_mut().flat_map(|pattern| &mut pattern.phases) {
        if phase.kind == PhaseKind::Hold {
            phase.millis = phase.millis.min(limits::HOLD_MILLIS);
        }
    }
    step
}

/// The pattern with its breaths in and out alone: box becomes 4/4, 4-7-8 becomes 4/8.
fn without_holds(pattern: &Pattern) -> Pattern {
    let moves = |kind| matches!(kind, PhaseKind::Inhale | PhaseKind::Exhale);
    let phases: Vec<_> = pattern.phases.iter().filter(|phase| moves(phase.kind)).cloned().collect();
    let seconds: Vec<_> =
        phases.iter().map(|phase| crate::lengths::seconds_to_text(phase.millis)).collect();
    let flowing = Pattern { id: None, title: seconds.join("-"), phases };
    // A breath in and out that would come too fast without its holds.
    let is_slow = flowing.cycle_millis() >= limits::BREATH_MILLIS;
    if is_slow { flowing } else { Pattern::named(SAFE_PATTERN).unwrap_or(flowing) }
}

/// The massage with hands, or with a ball for a roller. Nobody kneads between one's own shoulder
/// blades.
fn other_tool(step: &Step, massage: &Massage, texts: &Texts) -> Vec<(ChangeKind, Step)> {
    use crate::body::Region as R;
    let mut forms = Vec::new();
    if !matches!(massage.tool, Tool::Ball | Tool::Roller) {
        return forms;
    }
    let about = |id: &'static str| Message::new(id).with("place", place(massage.region, None));
    let is_broad = matches!(massage.region, R::Glutes | R::Hamstrings | R::Calf | R::UpperBack);
    if massage.tool == Tool::Roller && is_broad {
        let title = texts.text(&about("care-ball-title"));
        let told = retold(step, title, texts.text(&about("care-ball-text")));
        let contact = Contact::usual(Tool::Ball, massage.stroke.kind);
        let kind = StepKind::Massage(Massage { tool: Tool::Ball, contact, ..massage.clone() });
        forms.push((ChangeKind::OtherTool, Step { kind, ..told }));
    }
    if massage.region != R::UpperBack {
        let title = texts.text(&about("care-hands-title"));
        let told = retold(step, title, texts.text(&about("care-hands-text")));
        let pressure = massage.pressure.min(3);
        forms.push((ChangeKind::OtherTool, Step { kind: glide(massage, pressure), ..told }));
    }
    forms
}

fn glide(massage: &Massage, pressure: u8) -> StepKind {
    let direction = match massage.stroke.direction {
        Direction::Still | Direction::Across | Direction::Circles => Direction::Along,
        kept => kept,
    };
    StepKind::Massage(Massage {
        region: massage.region,
        technique: Technique::Swedish,
        tool: Tool::Hands,
        pressure,
        stroke: Stroke {
            kind: StrokeKind::Effleurage,
            direction,
            tempo: Some(LIGHT_TEMPO_MILLIS),
            lifts: !direction.goes_back_and_forth(),
        },
        contact: Contact::usual(Tool::Hands, StrokeKind::Effleurage),
    })
}

fn lighter(step: &Step, massage: &Massage, texts: &Texts) -> Step {
    let about = |id: &'static str| Message::new(id).with("place", place(massage.region, None));
    let title = texts.text(&about("care-lighter-title"));
    let told = retold(step, title, texts.text(&about("care-lighter-text")));
    // However light, strokes near the eyes stay near them.
    let is_near = step.involves.contains(&Involvement::Eyes);
    let involves = is_near.then_some(Involvement::Eyes).into_iter().collect();
    Step { kind: glide(massage, massage.pressure.min(LIGHT)), involves, ..told }
}

/// A quiet breath of the same length.
pub(super) fn breath(step: &Step, texts: &Texts) -> Step {
    let title = texts.text(&Message::new("care-breath-title"));
    let text = match step.region() {
        Some(region) => Message::new("care-breath-text").with("place", place(region, None)),
        None => Message::new("care-breath-anywhere"),
    };
    let told = retold(step, title, texts.text(&text));
    let length = match &step.kind {
        StepKind::Tense(tense) => (tense.tense + tense.release) * u64::from(tense.times),
        _ => step.written_millis(),
    };
    paced_breath(&Step { stop_if: None, flex: step.flex, ..told }, length)
}

/// The same breath, so many milliseconds long.
pub(super) fn paced_breath(step: &Step, millis: u64) -> Step {
    let pattern = if millis >= PACED_FROM_MILLIS { Pattern::named(SAFE_PATTERN) } else { None };
    let kind = if pattern.is_some() { StepKind::Breathe } else { StepKind::Rest };
    Step { kind, pattern, length: Length::Millis(millis), ..step.clone() }
}
