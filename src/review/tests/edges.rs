//! Every limit of the review at its exact edge.

use super::{messages, reviewed};
use crate::body::Region;
use crate::problem::Severity;
use crate::session::Tool;

/// A session for home of these steps; these lines stand in its head.
pub(super) fn session(head: &str, steps: &str) -> String {
    let default = |key: &str, value: &str| {
        if head.contains(&format!("{key} = ")) {
            String::new()
        } else {
            format!("{key} = {value}\n")
        }
    };
    let settings = default("settings", "[\"home\"]");
    let tools = default("tools", "[]");
    let cautions = default("cautions", "[\"Leave out sore skin.\"]");
    format!(
        "format = 1\ntitle = \"T\"\nsummary = \"S\"\nposition = \"any\"\ngoals = [\"stress\"]\n\
         sources = [\"S\"]\n{settings}{tools}{cautions}{head}\n{steps}"
    )
}

/// How often this rule is broken in a session that can be played.
pub(super) fn told(rule: &str, head: &str, steps: &str) -> usize {
    let problems = reviewed("s", &session(head, steps));
    let playable = problems.iter().all(|problem| problem.severity == Severity::Warning);
    assert!(playable, "{}", messages(&problems));
    problems.iter().filter(|problem| problem.code == rule).count()
}

/// So many milliseconds as a length of a file.
pub(super) fn length(millis: u64) -> String {
    format!("{}.{:03}s", millis / 1_000, millis % 1_000)
}

/// A step of a kind, with these keys.
pub(super) fn step(kind: &str, keys: &str) -> String {
    let text = if keys.contains("text = ") { "" } else { "text = \"Soft.\"\n" };
    let length = if keys.contains("length = ") { "" } else { "length = \"20s\"\n" };
    format!("[[steps]]\nkind = \"{kind}\"\ntitle = \"A step\"\n{text}{length}{keys}\n")
}

/// A massage with these keys.
fn massage(region: &str, technique: &str, stroke: &str, keys: &str) -> String {
    let pressure = if keys.contains("pressure = ") { "" } else { "pressure = 1\n" };
    let stroke = format!("stroke = {{ kind = \"{stroke}\", direction = \"along\" }}\n");
    let stroke = if keys.contains("stroke = ") { String::new() } else { stroke };
    let keys =
        format!("region = \"{region}\"\ntechnique = \"{technique}\"\n{stroke}{pressure}{keys}");
    step("massage", &keys)
}

#[test]
fn each_technique_is_as_hard_as_it_may_be_and_no_harder_and_in_bed_never_above_three() {
    let bed = "settings = [\"bed\"]\n";
    for (technique, head, hardest) in [
        ("swedish", "", 4),
        ("deep-tissue", "", 5),
        ("trigger-point", "", 5),
        ("sports", "", 5),
        ("myofascial", "", 5),
        ("swedish", bed, 3),
        ("deep-tissue", bed, 3),
    ] {
        for pressure in 1..=5 {
            let keys = format!("pressure = {pressure}\n");
            let found = told("hard-pressure", head, &massage("foot", technique, "friction", &keys));
            assert_eq!(found > 0, pressure > hardest, "{technique} at {pressure}, {head}");
        }
    }
}

#[test]
fn a_tender_spot_is_pressed_for_half_a_minute_to_a_minute_and_fitted_from_twenty_to_ninety_seconds()
{
    let press = |technique: &str, stroke: &str, keys: &str| {
        let keys = format!("pressure = 4\n{keys}");
        told("press-time", "", &massage("foot", technique, stroke, &keys))
    };
    for (keys, count) in [
        ("length = \"29.999s\"", 1),
        ("length = \"30s\"", 0),
        ("length = \"60s\"", 0),
        ("length = \"60.001s\"", 1),
        ("length = \"40s\"\nmin = \"20s\"\nmax = \"90s\"", 0),
        ("length = \"40s\"\nmin = \"19.999s\"\nmax = \"90s\"", 1),
        ("length = \"40s\"\nmin = \"20s\"\nmax = \"90.001s\"", 1),
        ("length = \"40s\"\nmin = \"10s\"\nmax = \"2m\"", 2),
        // What is the same length is told of once.
        ("length = \"10s\"\nmin = \"10s\"\nmax = \"40s\"", 1),
    ] {
        assert_eq!(press("trigger-point", "compression", keys), count, "{keys}");
    }
    assert_eq!(press("trigger-point", "friction", "length = \"5s\""), 0);
    assert_eq!(press("deep-tissue", "compression", "length = \"5s\""), 0);
}

#[test]
fn a_pass_and_a_tap_are_neither_faster_nor_slower_than_they_should_be() {
    for (region, tool, kind, tempo, odd) in [
        ("calf", "roller", "rolling", "1.999s", true),
        ("calf", "roller", "rolling", "2s", false),
        ("calf", "roller", "rolling", "4s", false),
        ("calf", "roller", "rolling", "4.001s", true),
        ("calf", "ball", "rolling", "1.999s", true),
        ("calf", "ball", "rolling", "2s", false),
        ("calf", "ball", "rolling", "5s", false),
        ("calf", "ball", "rolling", "5.001s", true),
        ("foot", "roller", "rolling", "5s", false),
        ("foot", "roller", "rolling", "5.001s", true),
        ("calf", "hands", "tapotement", "0.349s", true),
        ("calf", "hands", "tapotement", "0.35s", false),
        ("calf", "hands", "tapotement", "60s", false),
        ("calf", "hands", "effleurage", "0.3s", false),
    ] {
        let keys = format!(
            "tool = \"{tool}\"\nstroke = {{ kind = \"{kind}\", direction = \"along\", tempo = \"{tempo}\" }}\n"
        );
        let found = told("odd-tempo", "", &massage(region, "sports", "", &keys));
        assert_eq!(found > 0, odd, "{kind} in {tempo} with {tool} on {region}");
    }
}

#[test]
fn each_tool_keeps_off_the_places_that_it_does_not_suit() {
    use Region::{
        Abdomen, Chest, Forehead, Jaw, LowBack, NeckBack, Scalp, Shoulder, SkullBase, Temples,
        ThumbPad, UpperTrapezius,
    };
    let never = [Forehead, Temples, Jaw, NeckBack, Abdomen, ThumbPad];
    let head = [&never[..], &[Scalp]].concat();
    let hard = [&never[..], &[Scalp, SkullBase]].concat();
    let roller = [&hard[..], &[LowBack, Chest, Shoulder, UpperTrapezius]].concat();
    for tool in Tool::ALL {
        let unfit = match tool {
            Tool::Hands | Tool::Cream => &[][..],
            Tool::Pillow | Tool::Towel => &never,
            Tool::Ball => &head,
            Tool::Roller => &roller,
            _ => &hard,
        };
        for region in Region::ALL {
            let keys = format!("tool = \"{}\"\n", tool.id());
            let found = told("unfit-tool", "", &massage(region.id(), "swedish", "friction", &keys));
            let (tool, region_id) = (tool.id(), region.id());
            assert_eq!(found > 0, unfit.contains(&region), "{tool} on {region_id}");
        }
    }
}

#[test]
fn a_ball_lies_under_the_skull_lightly_and_presses_no_tender_spot_there() {
    let ball = |technique: &str, pressure: u8| {
        let keys = format!("tool = \"ball\"\npressure = {pressure}\n");
        told("unfit-tool", "", &massage("skull-base", technique, "friction", &keys))
    };
    assert_eq!([ball("myofascial", 3), ball("swedish", 3), ball("trigger-point", 1)], [0, 0, 1]);
}

#[test]
fn every_place_gets_its_own_most_on_one_side_and_the_thumb_pad_is_part_of_the_hand() {
    let rub = |region: Region, side: &str, millis: u64| {
        let side = if side.is_empty() { String::new() } else { format!("side = \"{side}\"\n") };
        let keys = format!("{side}length = \"{}\"\n", length(millis));
        massage(region.id(), "swedish", "effleurage", &keys)
    };
    for region in Region::ALL {
        let cap = region.dose_cap();
        for (millis, times) in [(cap, 0), (cap + 1, 1)] {
            let side = if region.has_sides() { "left" } else { "" };
            assert_eq!(told("long-dose", "", &rub(region, side, millis)), times, "{region:?}");
        }
    }
    let (hand, most) = (Region::Hand, Region::Hand.dose_cap());
    for (steps, long) in [
        (rub(hand, "both", most), false),
        (rub(hand, "", most / 2) + &rub(hand, "both", most / 2), false),
        (rub(hand, "", most / 2) + &rub(hand, "both", most / 2 + 1), true),
        (rub(hand, "left", most) + &rub(hand, "right", 1_000), false),
        (rub(hand, "right", most / 2) + &rub(hand, "right", most / 2 + 1), true),
        (rub(hand, "left", most - 30_000) + &rub(Region::ThumbPad, "left", 30_001), true),
    ] {
        assert_eq!(told("long-dose", "", &steps) > 0, long, "{steps}");
    }
}

#[test]
fn one_place_gets_twenty_minutes_under_packs_at_most() {
    let pack = |millis: u64| {
        let keys =
            format!("region = \"calf\"\ntemperature = \"cold\"\nlength = \"{}\"\n", length(millis));
        step("pack", &keys)
    };
    assert_eq!(told("long-dose", "", &(pack(600_000) + &pack(600_000))), 0);
    assert_eq!(told("long-dose", "", &(pack(600_000) + &pack(600_001))), 1);
}

#[test]
fn a_session_opens_by_settling_and_ends_by_letting_go() {
    let pattern = "pattern = \"4-6\"\n";
    let pack = "region = \"calf\"\ntemperature = \"heat\"\n";
    let glide = |pressure: u8| {
        massage("foot", "swedish", "effleurage", &format!("pressure = {pressure}\n"))
    };
    for (step, opens, ends) in [
        (step("rest", ""), true, true),
        (step("scan", ""), true, true),
        (step("breathe", pattern), true, true),
        (step("stretch", "region = \"calf\"\n"), false, true),
        (step("pack", pack), false, false),
        (
            step("tense", "muscles = \"arm\"\nside = \"left\"\n").replace("length = \"20s\"\n", ""),
            false,
            false,
        ),
        (glide(3), true, false),
        (glide(4), false, false),
        (massage("foot", "swedish", "petrissage", ""), false, false),
    ] {
        assert_eq!(told("no-opening", "", &step) == 0, opens, "{step}");
        assert_eq!(told("no-ending", "", &step) == 0, ends, "{step}");
    }
}

#[test]
fn a_tool_is_listed_where_a_step_needs_it_and_used_where_it_is_listed() {
    let with = |tool: &str| massage("calf", "swedish", "friction", &format!("tool = \"{tool}\"\n"));
    let pack = |temperature: &str| {
        step("pack", &format!("region = \"calf\"\ntemperature = \"{temperature}\"\n"))
    };
    for (tools, steps, unlisted, unused) in [
        ("[]", with("ball"), 1, 0),
        ("[\"ball\"]", with("ball"), 0, 0),
        ("[\"ball\"]", with("hands"), 1, 1),
        ("[\"hands\", \"roller\"]", with("hands"), 0, 1),
        ("[\"roller\"]", with("roller") + &with("roller"), 0, 0),
        ("[]", with("roller") + &with("roller"), 1, 0),
        ("[]", with("ball") + &with("roller"), 2, 0),
        ("[]", pack("heat"), 1, 0),
        ("[\"warm-pack\"]", pack("heat"), 0, 0),
        ("[\"warm-pack\"]", pack("cold"), 1, 0),
        ("[\"cold-pack\"]", pack("cold"), 0, 0),
        ("[\"warm-pack\", \"cold-pack\"]", pack("heat"), 0, 0),
        ("[\"warm-pack\", \"cold-pack\"]", step("rest", ""), 0, 2),
        (
            "[\"chair\", \"wall\", \"pillow\", \"towel\", \"cream\", \"hands\"]",
            step("rest", ""),
            0,
            0,
        ),
    ] {
        let head = format!("tools = {tools}\n");
        let found = (told("unlisted-tool", &head, &steps), told("unused-tool", &head, &steps));
        assert_eq!(found, (unlisted, unused), "{tools}, {steps}");
    }
}

#[test]
fn a_caution_is_told_already_only_where_the_session_meets_its_condition() {
    let fever = "cautions = [\"Not with fever.\", \"Keep off the bone.\"]\n";
    assert_eq!(told("told-caution", fever, &massage("calf", "swedish", "friction", "")), 1);
    assert_eq!(told("told-caution", fever, &step("rest", "")), 0);
}

#[test]
fn what_only_words_tell_is_named_unless_the_step_says_so() {
    let tilted = |keys: &str| {
        let text = format!("{keys}text = \"Tip your head to one side.\"\n");
        told("unnamed-risk", "", &step("rest", &text))
    };
    assert_eq!(tilted(""), 1);
    assert_eq!(tilted("involves = [\"neck\"]\n"), 0);
    let text = "region = \"neck-back\"\ntext = \"Tip your head to one side.\"\n";
    assert_eq!(told("unnamed-risk", "", &step("stretch", text)), 0);
}

#[test]
fn two_sides_may_differ_by_a_second_in_whatever_is_worked() {
    let sides = |kind: &str, keys: &str, right: u64| {
        let side = |side: &str, millis| {
            step(kind, &format!("{keys}side = \"{side}\"\nlength = \"{}\"\n", length(millis)))
        };
        told("uneven-sides", "", &(side("left", 20_000) + &side("right", right)))
    };
    let rub = "region = \"hand\"\ntechnique = \"swedish\"\npressure = 1\n\
               stroke = { kind = \"friction\", direction = \"along\" }\n";
    for (kind, keys) in [
        ("massage", rub),
        ("stretch", "region = \"calf\"\n"),
        ("pack", "region = \"calf\"\ntemperature = \"heat\"\n"),
    ] {
        for (right, uneven) in [(19_000, 0), (18_999, 1), (21_000, 0), (21_001, 1)] {
            assert_eq!(sides(kind, keys, right), uneven, "{kind}, {right}");
        }
    }
}
