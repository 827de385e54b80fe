//! A plain step and a plain session, for tests of this room and of those that build on it.

use crate::session::{
    Announcements, Block, Chimes, Goal, Length, Position, Receiver, Session, Setting, Step,
    StepKind,
};

/// A step of this kind and length, with everything else left out.
pub(crate) fn plain_step(kind: StepKind, length: Length) -> Step {
    let words = Some("Rest your hands.".to_owned());
    Step { text: words.clone(), say: words, ..Step::bare("A step".to_owned(), kind, length) }
}

/// A session of these blocks, with a 5 s lead-in.
pub(crate) fn session_of(blocks: Vec<Block>) -> Session {
    Session {
        title: "A session".to_owned(),
        summary: "For tests.".to_owned(),
        language: "en".to_owned(),
        author: None,
        licence: None,
        sources: Vec::new(),
        settings: vec![Setting::Desk],
        position: Position::Seated,
        receiver: Receiver::Oneself,
        goals: vec![Goal::Stress],
        tools: Vec::new(),
        cautions: Vec::new(),
        bed: None,
        lead_in: 5_000,
        silence: false,
        announcements: Announcements::default(),
        chimes: Chimes::usual(&[Setting::Desk]),
        blocks,
    }
}
