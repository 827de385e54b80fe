//! Every limit of the format at its exact edge: what it still takes, and what it does not.

use super::messages;
use crate::body::{MuscleGroup, Region};
use crate::format::{KnownNames, parse};
use crate::lengths::millis_to_text;
use crate::problem::Severity;
use crate::session::{Session, limits};
use crate::words::{Message, in_english};

pub(super) const REST: &str = "[[steps]]\nkind = \"rest\"\ntitle = \"Rest\"\ntext = \"Soft.\"\n";

/// A session with these lines in its head, and these steps.
pub(super) fn file(head: &str, steps: &str) -> String {
    let defaults = [
        ("format", "1"),
        ("title", "\"T\""),
        ("summary", "\"S\""),
        ("settings", "[\"home\"]"),
        ("position", "\"any\""),
        ("goals", "[\"stress\"]"),
    ];
    let is_own = |key: &str| head.lines().any(|line| line.starts_with(&format!("{key} = ")));
    let missing = defaults.iter().filter(|(key, _)| !is_own(key));
    let given: Vec<_> = missing.map(|(key, value)| format!("{key} = {value}\n")).collect();
    format!("{}{head}\n{steps}", given.concat())
}

/// What is wrong with a file, as the codes of its errors.
pub(super) fn errors(text: &str) -> Vec<&'static str> {
    let (session, problems) = parse("s.toml", text, &KnownNames::default());
    let errors: Vec<_> = problems.iter().filter(|it| it.severity == Severity::Error).collect();
    assert_eq!(session.is_none(), !errors.is_empty(), "{}", messages(&problems));
    errors.into_iter().map(|problem| problem.code).collect()
}

/// A session that is read without an error.
pub(super) fn read(head: &str, steps: &str) -> Session {
    let (session, problems) = parse("s.toml", &file(head, steps), &KnownNames::default());
    session.unwrap_or_else(|| panic!("{}", messages(&problems)))
}

/// Asserts that what is wrong with each of these is just that, where anything is.
fn assert_edges<'a>(
    edges: impl IntoIterator<Item = (&'a str, Option<&'static str>)>,
    text: impl Fn(&str) -> String,
) {
    for (written, error) in edges {
        assert_eq!(errors(&text(written)), Vec::from_iter(error), "{written}");
    }
}

const OUT: Option<&str> = Some("out-of-range");

#[test]
fn the_time_to_settle_is_five_minutes_at_most() {
    assert_edges([("0s", None), ("5m", None), ("5m0.001s", OUT)], |length| {
        file(&format!("lead-in = \"{length}\"\n"), &format!("{REST}length = \"1m\"\n"))
    });
    assert_eq!(read("", &format!("{REST}length = \"1m\"\n")).lead_in, 5_000);
}

#[test]
fn two_have_longer_to_settle_than_one() {
    let lead_in = |head: &str| read(head, &format!("{REST}length = \"1m\"\n")).lead_in;
    assert_eq!(lead_in("receiver = \"partner\"\n"), 8_000);
    assert_eq!(lead_in("receiver = \"partner\"\nlead-in = \"3s\"\n"), 3_000);
    assert_eq!(lead_in("receiver = \"oneself\"\n"), 5_000);
}

#[test]
fn a_step_lasts_from_a_second_to_four_hours() {
    let edges = [("0.999s", OUT), ("1s", None), ("4h", None), ("4h0.001s", OUT)];
    assert_edges(edges, |length| file("", &format!("{REST}length = \"{length}\"\n")));
}

#[test]
fn breaths_are_counted_from_one_to_those_of_four_hours() {
    let step = |keys: &str| {
        let keys = format!("kind = \"breathe\"\ntitle = \"Breathe\"\ntext = \"Soft.\"\n{keys}\n");
        file("", &format!("[[steps]]\n{keys}"))
    };
    assert_edges([("-1", OUT), ("0", OUT), ("1", None), ("4800", None), ("4801", OUT)], |count| {
        step(&format!("pattern = \"1.5-1.5\"\nbreaths = {count}"))
    });
    assert_edges([("1440", None), ("1441", OUT)], |count| {
        step(&format!("pattern = \"4-6\"\nbreaths = {count}"))
    });
    let bad = Some("bad-length");
    assert_edges(
        [
            ("6 breaths", None),
            ("6breaths", None),
            ("1 breath", None),
            (" 2 breaths ", None),
            ("0 breaths", OUT),
            ("six breaths", bad),
            ("breaths", bad),
            ("1.5 breaths", bad),
        ],
        |length| step(&format!("pattern = \"4-6\"\nlength = \"{length}\"")),
    );
    let without_pattern = format!("{REST}length = \"6 breaths\"\n");
    assert_eq!(errors(&file("", &without_pattern)), ["bad-length"]);
    let both = step("pattern = \"4-6\"\nlength = \"60s\"\nbreaths = 6");
    assert_eq!(errors(&both), ["conflict"]);
}

#[test]
fn the_shortest_and_the_longest_lie_on_their_side_of_the_length() {
    let edges = [
        ("min = \"60s\"", None),
        ("min = \"60.001s\"", OUT),
        ("max = \"60s\"", None),
        ("max = \"59.999s\"", OUT),
        ("min = \"0.999s\"", OUT),
        ("max = \"4h0.001s\"", OUT),
    ];
    assert_edges(edges, |keys| file("", &format!("{REST}length = \"60s\"\n{keys}\n")));
    let flex = |keys: &str| {
        let session = read("", &format!("{REST}length = \"60s\"\n{keys}\n"));
        let crate::session::Block::Step(step) = &session.blocks[0] else { panic!("a step") };
        step.flex.map(|flex| (flex.min, flex.max))
    };
    assert_eq!(flex(""), None);
    assert_eq!(flex("min = \"30s\""), Some((30_000, 60_000)));
    assert_eq!(flex("max = \"90s\""), Some((60_000, 90_000)));
}

#[test]
fn a_point_lies_within_its_step() {
    let bad = Some("bad-point");
    let edges = [
        ("0s", None),
        ("60s", None),
        ("60.001s", bad),
        ("-0s", None),
        ("-60s", None),
        ("-60.001s", bad),
        ("0%", None),
        ("0.1%", None),
        ("50.5 %", None),
        ("0.01%", bad),
        ("100%", None),
        ("100.1%", bad),
        ("-1%", bad),
        ("%", bad),
        ("-", bad),
        ("5", bad),
    ];
    assert_edges(edges, |at| {
        let line = format!("lines = [{{ at = \"{at}\", text = \"Soft.\" }}]\n");
        file("", &format!("{REST}length = \"60s\"\n{line}"))
    });
}

/// A massage of a place, at this pressure and tempo.
fn massage(region: &str, pressure: i64, tempo: &str) -> String {
    let tempo = if tempo.is_empty() { String::new() } else { format!(", tempo = \"{tempo}\"") };
    let step = format!(
        "[[steps]]\nkind = \"massage\"\ntitle = \"Rub\"\ntext = \"Soft.\"\nlength = \"60s\"\n\
         technique = \"swedish\"\npressure = {pressure}\n\
         stroke = {{ kind = \"friction\", direction = \"along\"{tempo} }}\n{region}\n"
    );
    file("", &step)
}

#[test]
fn a_stroke_takes_from_three_tenths_of_a_second_to_a_minute() {
    let edges = [("0.299s", OUT), ("0.3s", None), ("1m", None), ("1m0.001s", OUT)];
    assert_edges(edges, |tempo| massage("region = \"foot\"", 1, tempo));
}

#[test]
fn each_place_takes_its_own_pressure_and_no_more_and_says_why() {
    let reason = |region| match region {
        Region::Forehead | Region::Temples => "cap-reason-eyes",
        Region::Abdomen => "cap-reason-organs",
        Region::Scalp | Region::Jaw => "cap-reason-thin",
        Region::SkullBase | Region::NeckBack => "cap-reason-neck",
        Region::Chest => "cap-reason-ribs",
        Region::LowBack => "cap-reason-kidneys",
        Region::Hand | Region::ThumbPad | Region::Shin => "cap-reason-joints",
        Region::OuterThigh | Region::Calf => "cap-reason-vessels",
        _ => "cap-reason-no-more",
    };
    for region in Region::ALL {
        let cap = i64::from(region.pressure_cap());
        let at = |pressure| massage(&format!("region = \"{}\"", region.id()), pressure, "");
        assert_eq!(errors(&at(0)), [""; 0], "{region:?}");
        assert_eq!(errors(&at(cap)), [""; 0], "{region:?}");
        let problems = parse("s.toml", &at(cap + 1), &KnownNames::default()).1;
        let [problem] = &problems[..] else { panic!("{}", messages(&problems)) };
        assert_eq!(problem.code, "pressure-cap", "{region:?}");
        let reason = in_english(&Message::new(reason(region)));
        assert!(problem.to_string().contains(&reason), "{problem}");
        assert_eq!(errors(&at(-1)), ["out-of-range"], "{region:?}");
        assert_eq!(errors(&at(10)), ["pressure-cap"], "{region:?}");
        assert_eq!(errors(&at(11)), ["out-of-range"], "{region:?}");
    }
    // Where the place is not told, what is too much anywhere is refused all the same.
    assert_eq!(errors(&massage("", 6, "")), ["missing-key"]);
    assert!(errors(&massage("", 7, "")).contains(&"pressure-cap"));
}

/// A step that tenses these muscles.
fn tense(muscles: MuscleGroup, keys: &str) -> String {
    let step = format!(
        "[[steps]]\nkind = \"tense\"\ntitle = \"Tense\"\ntext = \"Soft.\"\nmuscles = \"{}\"\n{keys}\n",
        muscles.id()
    );
    file("", &step)
}

#[test]
fn muscles_are_tensed_for_as_long_as_is_good_for_them_and_let_go_for_longer() {
    for muscles in MuscleGroup::ALL {
        let longest = muscles.longest_tense_millis();
        for (millis, error) in [(999, OUT), (1_000, None), (longest, None), (longest + 1, OUT)] {
            let text = tense(muscles, &format!("tense = \"{}\"", millis_to_text(millis)));
            assert_eq!(errors(&text), Vec::from_iter(error), "{muscles:?} for {millis} ms");
        }
    }
    let edges = [
        ("release = \"9.999s\"", OUT),
        ("release = \"10s\"", None),
        ("release = \"5m\"", None),
        ("release = \"5m0.001s\"", OUT),
        ("times = 0", OUT),
        ("times = 1", None),
        ("times = 5", None),
        ("times = 6", OUT),
    ];
    assert_edges(edges, |keys| tense(MuscleGroup::Arm, keys));
}

#[test]
fn muscles_are_tensed_twice_for_six_seconds_and_let_go_for_thirty_where_a_file_says_nothing() {
    for muscles in MuscleGroup::ALL {
        let (session, problems) = parse("s", &tense(muscles, ""), &KnownNames::default());
        let session = session.unwrap_or_else(|| panic!("{}", messages(&problems)));
        let crate::session::Block::Step(step) = &session.blocks[0] else { panic!("a step") };
        let tensed = muscles.longest_tense_millis().min(6_000);
        assert_eq!(step.length.millis(None), 2 * (tensed + 30_000), "{muscles:?}");
    }
}

#[test]
fn only_what_is_there_twice_has_sides() {
    use MuscleGroup::{Arm, Calf, Foot, HandAndForearm, Leg, Thigh, UpperArm};
    let twice = [HandAndForearm, UpperArm, Arm, Thigh, Calf, Foot, Leg];
    for muscles in MuscleGroup::ALL {
        let bad = (!twice.contains(&muscles)).then_some("bad-side");
        assert_eq!(errors(&tense(muscles, "side = \"both\"")), Vec::from_iter(bad), "{muscles:?}");
    }
    for region in Region::ALL {
        let bad = (!region.has_sides()).then_some("bad-side");
        let keys = format!("region = \"{}\"\nside = \"left\"", region.id());
        assert_eq!(errors(&massage(&keys, 1, "")), Vec::from_iter(bad), "{region:?}");
    }
}

#[test]
fn a_pack_lies_for_twenty_minutes_at_most() {
    let edges = [
        ("length = \"20m\"", None),
        ("length = \"20m0.001s\"", OUT),
        ("length = \"10m\"\nmax = \"20m\"", None),
        ("length = \"10m\"\nmax = \"20m0.001s\"", OUT),
        // The longest is not told of again where the length is too long already.
        ("length = \"21m\"\nmax = \"22m\"", OUT),
    ];
    assert_edges(edges, |keys| {
        let step = "[[steps]]\nkind = \"pack\"\ntitle = \"Pack\"\ntext = \"Soft.\"\n\
                    region = \"calf\"\ntemperature = \"cold\"\n";
        file("", &format!("{step}{keys}\n"))
    });
}

#[test]
fn a_file_as_large_as_it_may_be_is_read() {
    let text = file("", &format!("{REST}length = \"60s\"\n"));
    let padded = |bytes: usize| format!("{text}#{}", "x".repeat(bytes - text.len() - 1));
    assert_eq!(errors(&padded(limits::FILE_BYTES)), [""; 0]);
    assert_eq!(errors(&padded(limits::FILE_BYTES + 1)), ["too-large"]);
}

#[test]
fn the_format_is_the_first_one() {
    let edges = [("-1", OUT), ("0", OUT), ("1", None), ("2", Some("format-too-new"))];
    assert_edges(edges, |format| {
        file(&format!("format = {format}\n"), &format!("{REST}length = \"60s\"\n"))
    });
}
