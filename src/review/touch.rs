//! Touch: which tool goes where, how hard each technique presses, how long and how fast.

use super::remark;
use super::work::Work;
use crate::body::Region;
use crate::lengths::millis_to_text;
use crate::session::{Massage, Step, StepKind, StrokeKind, Technique, Tool};
use crate::words::{self, Message};

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
        let told = Message::new("unfit-tool")
            .with("tool", Message::new(format!("tool-{}", massage.tool.id())))
            .with("place", words::place(massage.region, None))
            .with("reason", Message::new(reason));
        work.add(remark("unfit-tool", span, told, Message::new("unfit-tool-help")));
    }
}

/// The message that says why a tool does not belong where a massage uses it; `None` where it does.
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
        Region::Scalp | Region::Forehead | Region::Temples | Region::Jaw => Some("unfit-head"),
        Region::SkullBase if skull_base_is_fine => None,
        Region::SkullBase if *tool == Tool::Ball => Some("unfit-skull-base"),
        Region::SkullBase | Region::NeckBack => Some("unfit-neck"),
        Region::Abdomen => Some("unfit-belly"),
        Region::ThumbPad => Some("unfit-thumb-pad"),
        Region::LowBack if *tool == Tool::Roller => Some("unfit-low-back"),
        Region::Chest | Region::Shoulder | Region::UpperTrapezius if *tool == Tool::Roller => {
            Some("unfit-bone")
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
        (BED_PRESSURE, "bed")
    } else {
        (cap, massage.technique.id())
    };
    if massage.pressure > cap {
        let span = work.place(at).key(&["pressure", "move"]);
        let told = Message::new("hard-pressure").with("pressure", massage.pressure);
        let told = told.with("what", what);
        let help = Message::new("write-or-less").with("most", cap);
        work.add(remark("hard-pressure", span, told, help));
    }
}

fn press_time(work: &mut Work<'_, '_>, at: usize, step: &Step, massage: &Massage) {
    let is_press = massage.technique == Technique::TriggerPoint
        && massage.stroke.kind == StrokeKind::Compression;
    if !is_press {
        return;
    }
    let written = step.written_millis();
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
        let told = Message::new("press-time").with("length", millis_to_text(millis));
        let (least, most) = (millis_to_text(least), millis_to_text(most));
        let help = Message::new("press-time-help").with("key", key);
        let help = help.with("least", least).with("most", most);
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
    let speed = if tempo < least { "fast" } else { "slow" };
    let (least, most) = (millis_to_text(least), millis_to_text(most));
    let (told, help) = if massage.stroke.kind == StrokeKind::Tapotement {
        (Message::new("tap-too-fast"), Message::new("tap-too-fast-help").with("least", least))
    } else {
        let help = Message::new("pass-tempo-help").with("least", least).with("most", most);
        (Message::new("pass-tempo").with("speed", speed), help)
    };
    work.add(remark("odd-tempo", span, told.with("length", millis_to_text(tempo)), help));
}
