//! What becomes of lines whose thread is gone.

use std::sync::{Condvar, Mutex};

use super::{LineQueue, SharedQueue, Synthesized, TrackedLine};
use crate::voice::cache::Cache;
use crate::voice::process::StopSignal;
use crate::voice::{Manner, Utterance};

#[test]
fn after_a_panic_no_line_is_waited_for_and_those_that_are_there_stay() {
    let manner =
        Manner { words_per_minute: 110, pitch: 50, voice: None, language: "en".to_owned() };
    let line = |outcome| TrackedLine { line: Utterance::new("Let go.", manner.clone()), outcome };
    let known = Synthesized::Failed { by: None, why: "known before".to_owned() };
    let shared = SharedQueue {
        queue: Mutex::new(LineQueue {
            lines: vec![line(Some(known)), line(None)],
            needed_from: 0,
            why: None,
            speakers: Vec::new(),
        }),
        changed: Condvar::new(),
        stop: StopSignal::default(),
        cache: Cache::in_memory(),
    };
    shared.guard(|_| panic!("as an engine's answer might make it"));
    let queue = shared.queue();
    assert_eq!(queue.first_coming(), None);
    let whys = queue.lines.iter().map(|entry| match &entry.outcome {
        Some(Synthesized::Failed { why, .. }) => why.clone(),
        _ => String::new(),
    });
    let whys: Vec<String> = whys.collect();
    assert_eq!(whys, ["known before", "something went wrong while it was spoken"]);
}
