//! The model: its limits, its words, and what a step says of itself.

use crate::body::{Direction, MuscleGroup, Region};
use crate::session::tests::fixtures::plain_step;
use crate::session::{
    Announcements, Chimes, Contact, Goal, Length, Massage, Pattern, Position, Receiver, Session,
    Setting, Step, StepKind, Stroke, StrokeKind, Technique, Temperature, Tense, Tool, limits,
};

#[test]
fn the_limits_are_those_that_are_promised() {
    const SECOND: u64 = 1_000;
    const MINUTE: u64 = 60 * SECOND;
    const HOUR: u64 = 60 * MINUTE;
    let lengths = [
        (limits::SESSION_MILLIS, 12 * HOUR),
        (limits::STEP_MIN_MILLIS, SECOND),
        (limits::STEP_MAX_MILLIS, 4 * HOUR),
        (limits::PACK_MILLIS, 20 * MINUTE),
        (limits::LEAD_IN_MILLIS, 5 * MINUTE),
        (limits::TEMPO_MILLIS.0, 300),
        (limits::TEMPO_MILLIS.1, MINUTE),
        (limits::TENSE_MIN_MILLIS, SECOND),
        (limits::RELEASE_MIN_MILLIS, 10 * SECOND),
        (limits::RELEASE_MAX_MILLIS, 5 * MINUTE),
        (limits::PHASE_MILLIS.0, 500),
        (limits::PHASE_MILLIS.1, MINUTE),
        (limits::HOLD_MILLIS, 7 * SECOND),
        (limits::EMPTY_MILLIS, 4 * SECOND),
        (limits::BREATH_MILLIS, 3 * SECOND),
        (limits::CYCLE_MILLIS, 2 * MINUTE),
    ];
    for (at, (limit, promised)) in lengths.into_iter().enumerate() {
        assert_eq!(limit, promised, "the length at {at}");
    }
    assert_eq!((limits::PARTS, limits::REPEATS, limits::TENSE_TIMES), (10_000, 100, 5));
    let counts = [
        limits::FILE_BYTES,
        limits::STEPS,
        limits::GROUP_DEPTH,
        limits::SOURCES,
        limits::CAUTIONS,
        limits::LINES,
        limits::PATTERNS,
        limits::PHASES,
    ];
    assert_eq!(counts, [262_144, 1_000, 3, 50, 20, 100, 50, 12]);
    assert_eq!(
        [limits::TITLE, limits::LINE, limits::TEXT, limits::NAME, limits::LABEL],
        [80, 300, 400, 100, 40]
    );
}

/// The words of a family, each with its name.
macro_rules! named {
    ($family:ty) => {
        <$family>::ALL.iter().map(|word| (word.id(), word.name())).collect::<Vec<_>>()
    };
}

#[test]
fn settings_goals_and_temperatures_are_called_as_people_read_them() {
    assert_eq!(named!(Setting), [("desk", "at a desk"), ("home", "at home"), ("bed", "in bed")]);
    assert_eq!(
        named!(Goal),
        [
            ("ease-pain", "ease of pain"),
            ("stress", "less stress"),
            ("flexibility", "flexibility"),
            ("recovery", "recovery"),
            ("sleep", "sleep"),
            ("mood", "mood"),
            ("focus", "focus"),
        ]
    );
    assert_eq!(named!(Temperature), [("heat", "warm"), ("cold", "cold")]);
}

#[test]
fn a_word_is_written_in_files_by_its_id() {
    macro_rules! by_id {
        ($($family:ty),+) => {
            $(for word in <$family>::ALL {
                assert_eq!(serde_json::to_value(word).unwrap(), word.id());
            })+
        };
    }
    by_id!(Setting, Goal, Position, Tool, Technique, StrokeKind, Temperature);
}

fn step(kind: StepKind) -> Step {
    plain_step(kind, Length::Millis(60_000))
}

#[test]
fn a_step_names_the_region_it_works_or_attends_to() {
    let stroke = Stroke {
        kind: StrokeKind::Effleurage,
        direction: Direction::ALL[0],
        tempo: None,
        lifts: true,
    };
    let massage = Massage {
        region: Region::Calf,
        technique: Technique::Swedish,
        tool: Tool::Hands,
        pressure: 2,
        stroke,
        contact: Contact::usual(Tool::Hands, StrokeKind::Effleurage),
    };
    let tense = Tense { muscles: MuscleGroup::Arm, tense: 5_000, release: 10_000, times: 1 };
    let pack = StepKind::Pack {
        temperature: Temperature::Heat,
        place: crate::session::PackPlace::Region(Region::LowBack),
    };
    for (kind, region) in [
        (StepKind::Massage(massage), Some(Region::Calf)),
        (StepKind::Stretch { region: Some(Region::Chest) }, Some(Region::Chest)),
        (StepKind::Stretch { region: None }, None),
        (StepKind::Scan { region: Some(Region::Foot) }, Some(Region::Foot)),
        (StepKind::Scan { region: None }, None),
        (pack, Some(Region::LowBack)),
        (StepKind::Breathe, None),
        (StepKind::Tense(tense), None),
        (StepKind::Rest, None),
    ] {
        assert_eq!(step(kind.clone()).region(), region, "{kind:?}");
    }
}

#[test]
fn a_length_in_breaths_is_as_long_as_they_are() {
    let box_breath = Pattern::named("box");
    let box_breath = box_breath.as_ref();
    assert_eq!(box_breath.map(Pattern::cycle_millis), Some(16_000));
    for (length, with, without) in [
        (Length::Breaths(0), 0, 0),
        (Length::Breaths(1), 16_000, 0),
        (Length::Breaths(6), 96_000, 0),
        (Length::Millis(5_000), 5_000, 5_000),
    ] {
        assert_eq!((length.millis(box_breath), length.millis(None)), (with, without), "{length:?}");
    }
}

#[test]
fn a_session_is_for_bed_where_it_suits_the_bed_and_not_the_desk() {
    use Setting::{Bed, Desk, Home};
    let session = |settings: &[Setting]| Session {
        title: String::new(),
        summary: String::new(),
        language: "en".to_owned(),
        author: None,
        licence: None,
        sources: Vec::new(),
        settings: settings.to_vec(),
        position: Position::Any,
        receiver: Receiver::Oneself,
        goals: Vec::new(),
        tools: Vec::new(),
        cautions: Vec::new(),
        bed: None,
        lead_in: 0,
        chimes: Chimes { start: None, next: None, switch: None, halfway: None, end: None },
        silence: false,
        announcements: Announcements::default(),
        blocks: Vec::new(),
    };
    for (settings, for_bed) in [
        (&[Bed][..], true),
        (&[Home, Bed], true),
        (&[Bed, Desk], false),
        (&[Desk], false),
        (&[Home], false),
        (&[], false),
    ] {
        assert_eq!(session(settings).is_for_bed(), for_bed, "{settings:?}");
    }
}
