//! A breathing pattern as a session of one step.

use crate::session::limits::STEP_MAX_MILLIS;
use crate::session::{
    Anchor, Announcements, Block, Chimes, Flex, Length, Line, NamedPattern, Pattern, Position,
    Receiver, Session, Setting, Step, StepKind,
};

/// What the id of a session that breathes a named pattern begins with.
const BREATHE: &str = "breathe-";
/// How long a pattern is breathed unless asked otherwise, in milliseconds: 5 minutes. Shorter
/// practice showed no effect in a review of trials (Bentley 2023, Brain Sci 13:1612).
const USUAL_MILLIS: u64 = 5 * 60_000;
/// Time to settle before the first breath, in milliseconds.
const LEAD_IN_MILLIS: u64 = 5_000;
/// How long those words take before the first breath, in milliseconds.
const OPENING_MILLIS: u64 = 10_500;
/// Novices over-breathe at slow paces; a word against it helps (Szulczewski 2019, APB).
const OPENING: &str = "Slower, not bigger. Gentle, as if no one could hear it.";
const EASIER: &str = "Breathe at your own pace, and let the count go by.";
const STOP_IF: &str = "Dizzy or tingling? Let the breath do as it likes.";

/// The id of the session that breathes a pattern by this name.
pub fn breathing_id(pattern: &str) -> String {
    format!("{BREATHE}{pattern}")
}

/// The session of such an id.
pub(super) fn breathing_of_id(id: &str) -> Option<Session> {
    let pattern = id.strip_prefix(BREATHE)?;
    let named = Pattern::all_named().iter().find(|named| named.id == pattern);
    named.map(named_breathing)
}

/// The session that breathes a named pattern.
pub fn named_breathing(named: &NamedPattern) -> Session {
    let (pattern, title) = (named.pattern(), named.title.to_owned());
    let session = breathing(pattern, title, named.summary.to_owned(), named.starting_breaths);
    let caution = named.caution.map(str::to_owned);
    Session { cautions: caution.map_or(session.cautions, |caution| vec![caution]), ..session }
}

/// The session that breathes a pattern for some minutes, or for so many breaths; `how` says in a line
/// how it goes.
pub fn breathing(pattern: Pattern, title: String, how: String, breaths: Option<u32>) -> Session {
    let caution = pattern.hold_caution();
    let step = step(&title, &how, pattern, breaths);
    Session {
        title,
        summary: how,
        language: "en".to_owned(),
        author: None,
        licence: None,
        sources: Vec::new(),
        settings: vec![Setting::Desk, Setting::Home, Setting::Bed],
        position: Position::Any,
        receiver: Receiver::Oneself,
        goals: Vec::new(),
        tools: Vec::new(),
        cautions: caution.map(str::to_owned).into_iter().collect(),
        bed: None,
        lead_in: LEAD_IN_MILLIS,
        silence: false,
        announcements: Announcements::default(),
        chimes: Chimes {
            start: Some("start".to_owned()),
            next: None,
            switch: None,
            halfway: Some("halfway".to_owned()),
            end: Some("end".to_owned()),
        },
        blocks: vec![Block::Step(Box::new(step))],
    }
}

fn step(title: &str, how: &str, pattern: Pattern, starting: Option<u32>) -> Step {
    let cycle = pattern.cycle_millis().max(1);
    let usual = (USUAL_MILLIS - LEAD_IN_MILLIS - OPENING_MILLIS) / cycle;
    let breaths = starting.map_or(usual, u64::from);
    Step {
        title: title.to_owned(),
        text: Some(how.to_owned()),
        say: Some(OPENING.to_owned()),
        second_side: None,
        later_rounds: None,
        easier: Some(EASIER.to_owned()),
        stop_if: Some(STOP_IF.to_owned()),
        kind: StepKind::Breathe,
        length: Length::Breaths(breaths.max(1) as u32),
        flex: Some(Flex { min: cycle, max: STEP_MAX_MILLIS }),
        side: None,
        switch: None,
        words_first: false,
        between_rounds: false,
        pattern: Some(pattern),
        lines: vec![Line {
            at: Anchor::FromStart(0),
            show: Some(OPENING.to_owned()),
            say: None,
            second_side: None,
            later_rounds: None,
        }],
        chimes: Vec::new(),
        beds: Vec::new(),
        wait: false,
        involves: Vec::new(),
        count: None,
        countdown: None,
        silence: None,
        figure: None,
    }
}
