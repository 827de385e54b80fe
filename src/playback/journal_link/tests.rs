//! What the journal is told of a session: how long it stood still, and what was left out.

use std::cell::Cell;
use std::sync::Arc;

use tempfile::TempDir;

use super::*;
use crate::body::Side;
use crate::journal::Journal;
use crate::player::{Command, Control, Levels, Start};
use crate::session::tests::fixtures::{plain_step, session_of};
use crate::session::{Block, Length, StepKind};
use crate::timeline::tests::written;

/// A clock that shows so many milliseconds.
#[derive(Default)]
struct MadeUpClock(Cell<u64>);

impl Clock for MadeUpClock {
    fn now(&self) -> Duration {
        Duration::from_millis(self.0.get())
    }

    fn date(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.now()
    }

    fn ahead(&self, _: SystemTime) -> i32 {
        0
    }
}

/// What a journal has of three rests of ten seconds each, where each of these was asked for after so
/// many seconds more.
fn kept(script: &[(u64, Command)]) -> SessionProgress {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("journal.db");
    let (clock, mut now) = (MadeUpClock::default(), NowPlaying::new(Levels::default()));
    let mut link = JournalLink::new(Some(JournalWriter::new(path.clone())), 4, None);
    let rest = || Block::Step(Box::new(plain_step(StepKind::Rest, Length::Millis(10_000))));
    let timeline = written(&session_of(vec![rest(), rest(), rest()]), Side::Left);
    let start = Start::of("rests".into(), Arc::new(timeline));
    let effects = now.control(Control::Begin(Box::new(start)), clock.date());
    link.follow(&effects, &now, &clock);
    for (seconds, command) in script {
        for _ in 0..seconds * 10 {
            clock.0.set(clock.0.get() + 100);
            let effects = now.advance(100, clock.date());
            link.follow(&effects, &now, &clock);
        }
        let effects = now.control(Control::Command(*command), clock.date());
        link.follow(&effects, &now, &clock);
    }
    link.writer.as_ref().expect("one").settle(Duration::from_secs(20));
    let journal = Journal::open(&path).expect("it is opened");
    journal.entries(None).expect("entries").pop().expect("one").progress
}

#[test]
fn how_long_it_stood_still_is_told_apart_from_how_long_it_played() {
    use Command::{Finish, Toggle};
    let progress = kept(&[(2, Toggle), (30, Toggle), (3, Toggle), (7, Toggle), (1, Finish)]);
    assert_eq!((progress.played, progress.paused), (6_000, 37_000));
}

#[test]
fn a_step_that_was_passed_over_was_left_out_and_one_that_never_came_was_not() {
    use Command::{Finish, Next};
    // Past what leads in, the first rest and the second.
    let progress = kept(&[(1, Next), (0, Next), (2, Next), (3, Finish)]);
    let left_out: Vec<_> = progress.changed.iter().map(|step| step.number).collect();
    assert_eq!(left_out, [0]);
    let progress = kept(&[(1, Next), (0, Next), (2, Finish)]);
    assert_eq!(progress.changed.len(), 1, "{progress:?}");
}
