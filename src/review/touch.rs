//! Touch: which tool goes where, how hard each technique presses, how long and how fast.

use super::remark;
use super::work::Work;
use crate::body::Region;
use crate::lengths::millis_to_text;
use crate::session::{Massage, Step, StepKind, StrokeKind, Technique, Tool};

/// The hardest pressure in a session for bed, 0–10 of discomfort: nothing to brace against.
const BED_PRESSURE: u8 = 3;
/// How long a tender spot is pressed, in milliseconds: 30 to 60 s (Gemmell 2008).
const PRESS_MILLIS: (u64, u64) = (30_000, 60_000);
/// How short and how long that may become when a session is fitted, in milliseconds.
const PRESS_FITTED_MILLIS: (u64, u64) = (20_000, 90_000);
/// One pass over a ball or roller, in milliseconds: 2 to 4 s (Behm 2020, JSCR 34:3301).
const PASS_MILLIS: (u64, u64) = (2_000, 4_000);
/// The longest pass of a ball or of a foot, in milliseconds: small ways, gone slowly.
const SLOW_PASS_MILLIS: u64 = 5_000;
/// The fastest tapping that two hands keep up lightly, in milliseconds for each tap.
const TAP_MILLIS: u64 = 350;

/// Every rule about single massage steps.
pub(super) fn review(work: &mut Work<'_, '_>) {
    for at in 0..work.steps.len() {
        let step = work.steps[at];
        if let StepKind::Massage(massage) = &step.kind {
            tool(work, at, massage);
            pressure(work, at, massage);
            press_time(work, at, step, massage);
            tempo(work, at, massage);
        }
    }
}

fn tool(work: &mut Work<'_, '_>, at: usize, massage: &Massage) {
    if let Some(reason) = unfit(massage) {
        let span = work.place(at).key(&["tool", "region", "move"]);
        let (tool, region) = (massage.tool.name(), massage.region.name());
        let told = format!("{tool} on the {region}: {reason}");
        work.add(remark("unfit-tool", span, told, "leave `tool` out and use bare hands"));
    }
}

/// Why a tool does not belong where a massage uses it; `None` where it does.
///
/// | tool | not on |
/// |---|---|
/// | `hands`, `cream` | — |
/// | `pillow`, `towel` | face, back of the neck, belly, thumb pad |
/// | `ball` | head, face, back of the neck, belly, thumb pad; at the base of the skull only under a resting head: pressure 3 at most, no tender-spot press |
/// | `roller` | head, face, neck, belly, thumb pad, low back, chest, shoulder, top of the shoulder |
/// | anything else | head, face, neck, belly, thumb pad |
///
/// Where the limits come from: tools reach vessels, nerves and bone that fingers would feel and
/// avoid. Dissections of neck arteries followed tools on the neck (Sulkowski 2022, Grant & Wang
/// 2004), a stroke followed massage at its side (Lopez-Navarro 2021); the low back arches over a
/// roller until it hangs in its joints.
fn unfit(massage: &Massage) -> Option<&'static str> {
    let Massage { region, tool, .. } = massage;
    if matches!(tool, Tool::Hands | Tool::Cream) {
        return None;
    }
    let soft = matches!(tool, Tool::Pillow | Tool::Towel);
    let skull_base_is_fine = match tool {
        Tool::Pillow | Tool::Towel => true,
        Tool::Ball => massage.technique != Technique::TriggerPoint && massage.pressure <= 3,
        _ => false,
    };
    match region {
        Region::Scalp if soft => None,
        Region::Scalp | Region::Forehead | Region::Temples | Region::Jaw => {
            Some("head and face are worked by hand alone")
        }
        Region::SkullBase if skull_base_is_fine => None,
        Region::SkullBase if *tool == Tool::Ball => {
            Some("only lightly, under a resting head, and without pressing a tender spot")
        }
        Region::SkullBase | Region::NeckBack => {
            Some("the neck is worked by hand alone, since vessels lie close")
        }
        Region::Abdomen => Some("the belly is worked with a flat hand alone"),
        Region::ThumbPad => Some("a thumb reaches it better"),
        Region::LowBack if *tool == Tool::Roller => {
            Some("over a roller the low back arches too far")
        }
        Region::Chest | Region::Shoulder | Region::UpperTrapezius if *tool == Tool::Roller => {
            Some("a roller meets more bone than muscle there")
        }
        _ => None,
    }
}

/// The hardest pressure a technique asks for, 0–10 of discomfort. Conventions on the gentle side:
/// kneading 4, pressing and rolling 5.
fn technique_cap(technique: Technique) -> u8 {
    match technique {
        Technique::Swedish => 4,
        Technique::DeepTissue
        | Technique::TriggerPoint
        | Technique::Sports
        | Technique::Myofascial => 5,
    }
}

fn pressure(work: &mut Work<'_, '_>, at: usize, massage: &Massage) {
    let cap = technique_cap(massage.technique);
    let (cap, what) = if work.is_for_bed() && cap > BED_PRESSURE {
        (BED_PRESSURE, "a session for bed")
    } else {
        (cap, massage.technique.name())
    };
    if massage.pressure > cap {
        let span = work.place(at).key(&["pressure", "move"]);
        let told = format!("pressure {} is more than {what} asks for", massage.pressure);
        let help = format!("write {cap} or less");
        work.add(remark("hard-pressure", span, told, help));
    }
}

fn press_time(work: &mut Work<'_, '_>, at: usize, step: &Step, massage: &Massage) {
    let is_press = massage.technique == Technique::TriggerPoint
        && massage.stroke.kind == StrokeKind::Compression;
    if !is_press {
        return;
    }
    let written = step.length.millis(step.pattern.as_ref());
    let (min, max) = step.flex.map_or((written, written), |flex| (flex.min, flex.max));
    let checks = [
        ("length", written, PRESS_MILLIS),
        ("min", min, PRESS_FITTED_MILLIS),
        ("max", max, PRESS_FITTED_MILLIS),
    ];
    for (key, millis, (least, most)) in checks {
        if (least..=most).contains(&millis) || (key != "length" && millis == written) {
            continue;
        }
        let keys = if key == "length" { ["length", "breaths", "move"] } else { [key, "move", key] };
        let span = work.place(at).key(&keys);
        let told = format!("a tender spot is pressed for {} here", millis_to_text(millis));
        let (least, most) = (millis_to_text(least), millis_to_text(most));
        let help = format!("its `{key}` lies between {least} and {most}; it stops when it eases");
        work.add(remark("press-time", span, told, help));
    }
}

fn tempo(work: &mut Work<'_, '_>, at: usize, massage: &Massage) {
    let Some(tempo) = massage.stroke.tempo else {
        return;
    };
    let slow = massage.tool == Tool::Ball || massage.region == Region::Foot;
    let (least, most) = match massage.stroke.kind {
        StrokeKind::Rolling if slow => (PASS_MILLIS.0, SLOW_PASS_MILLIS),
        StrokeKind::Rolling => PASS_MILLIS,
        StrokeKind::Tapotement => (TAP_MILLIS, u64::MAX),
        _ => return,
    };
    if (least..=most).contains(&tempo) {
        return;
    }
    let span = work.place(at).key(&["stroke", "move"]);
    let (what, how) = if massage.stroke.kind == StrokeKind::Tapotement {
        ("a tap", format!("takes {} or more", millis_to_text(least)))
    } else {
        let (least, most) = (millis_to_text(least), millis_to_text(most));
        ("a rolling pass", format!("takes {least} to {most}"))
    };
    let told = format!("{what} of {} is too {}", millis_to_text(tempo), speed(tempo < least));
    work.add(remark("odd-tempo", span, told, format!("{what} {how}: set `tempo` so")));
}

fn speed(is_fast: bool) -> &'static str {
    if is_fast { "fast" } else { "slow" }
}
