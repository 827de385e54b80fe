//! A session as plain lines: for screen readers, pipes, and everyone who likes words.
//!
//! Chimes are heard and not printed; everything else that happens is one line, written at once.

use std::io::{self, IsTerminal as _, Write};
use std::sync::Arc;

use super::console::{Console, leave_out};
use super::exit::Exit;
use super::facts;
use super::text::{about, clock, length, one_line, seconds};
use crate::conductor::{self, Options, Outcome};
use crate::playback::Event;
use crate::player::{Effect, NowPlaying, PauseReason, SessionRecord, SleepTimer, SleepTimerState};
use crate::session::{Session, Step};
use crate::timeline::{CueKind, Segment};

/// Blanks that set what belongs to a part apart from its time; a screen reader passes over them.
const INDENT: &str = "      ";

/// Plays as plain lines.
pub(super) fn perform(
    options: Options,
    opening: &str,
    session: &Session,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let Console { out, err, .. } = console;
    let mut lines = PlainLines::new(*out, io::stdin().is_terminal());
    lines.open(opening, session)?;
    let outcome = conductor::run_plain(options, &mut |now, event| {
        if let Event::LeftOut(left_out) = event {
            leave_out(*err, left_out);
        }
        lines.tell(now, event)
    })?;
    if outcome == Outcome::Interrupted {
        // The person has left; a closed pipe is no news any more.
        let _ = lines.stopped();
    }
    Ok(outcome.into())
}

/// Turns what happens into lines.
pub(super) struct PlainLines<'a> {
    out: &'a mut dyn Write,
    /// Someone can press Enter.
    has_keys: bool,
    /// Steps whose details have been told.
    told: Vec<Arc<Step>>,
    /// Wall time spent playing when something last happened, in milliseconds.
    played: u64,
    progress: Progress,
}

/// How far the telling has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Before,
    Playing,
    Paused,
    Over,
}

impl<'a> PlainLines<'a> {
    pub(super) fn new(out: &'a mut dyn Write, has_keys: bool) -> Self {
        Self { out, has_keys, told: Vec::new(), played: 0, progress: Progress::Before }
    }

    /// What is played, how long it takes, and what to know before.
    pub(super) fn open(&mut self, opening: &str, session: &Session) -> io::Result<()> {
        self.line(opening)?;
        for caution in &session.cautions {
            self.line(&one_line(caution))?;
        }
        Ok(())
    }

    /// Tells one thing that happens.
    pub(super) fn tell(&mut self, now: &NowPlaying, event: &Event) -> io::Result<()> {
        let Some(player) = now.last_player() else {
            return Ok(());
        };
        self.played = player.played();
        match event {
            Event::Due(cue) => match &cue.kind {
                CueKind::Speech(words) => self.speech(player.timeline().at(cue.at).segment, words),
                CueKind::Breath { label, millis, .. } => {
                    self.inset(&format!("{} {}", one_line(label), seconds(*millis)))
                }
                CueKind::Chime(_) | CueKind::Bed(_) | CueKind::Fade { .. } => Ok(()),
            },
            Event::Effect(effect) => self.effect(now, effect),
            Event::LeftOut(_) => Ok(()),
        }
    }

    fn effect(&mut self, now: &NowPlaying, effect: &Effect) -> io::Result<()> {
        match effect {
            Effect::Entered(index) => {
                let player = now.last_player();
                match player.and_then(|it| Some((it, it.timeline().segments().get(*index)?))) {
                    Some((player, segment)) => self.segment(segment, player.position()),
                    None => Ok(()),
                }
            }
            Effect::Paused(reason) => self.pause(*reason),
            // After a step that waits, the next step says that it goes on.
            Effect::Resumed if self.progress != Progress::Paused => Ok(()),
            Effect::Resumed => {
                self.progress = Progress::Playing;
                self.inset("Going on.")
            }
            Effect::Waiting if self.has_keys => {
                self.inset("Take your time. Press Enter when you are ready to go on.")
            }
            Effect::Waiting => self.inset("Take your time."),
            Effect::Ended(record) => self.end(record),
            Effect::SleepTimer(_) => now.sleep_timer().map_or(Ok(()), |timer| self.bed(timer)),
            _ => Ok(()),
        }
    }

    fn pause(&mut self, reason: PauseReason) -> io::Result<()> {
        self.progress = Progress::Paused;
        let why = match reason {
            PauseReason::Asked => "Paused.",
            PauseReason::Gap => "Paused, since time stood still.",
        };
        let how = if self.has_keys { " Enter goes on." } else { "" };
        self.inset(&format!("{why}{how}"))
    }

    fn segment(&mut self, segment: &Segment, position: u64) -> io::Result<()> {
        // Only the first may be entered in its middle; later ones are at most told a little late.
        let from = if self.progress == Progress::Before {
            position.max(segment.start)
        } else {
            segment.start
        };
        self.progress = Progress::Playing;
        let time = clock(from);
        let left = length(segment.end.saturating_sub(from));
        self.line(&format!("{time}  {} ({left})", segment.heading()))?;
        if let Some(text) = &segment.text {
            self.inset(&one_line(text))?;
        }
        self.details(segment)
    }

    /// How a step is done; an easier way and when to stop only once, since both sides are alike.
    fn details(&mut self, segment: &Segment) -> io::Result<()> {
        let Some(step) = &segment.step else {
            return Ok(());
        };
        // Which hand does it changes with the side.
        if let Some(touch) = facts::touch(segment) {
            self.inset(&touch)?;
        }
        if self.told.iter().any(|told| Arc::ptr_eq(told, step)) {
            return Ok(());
        }
        self.told.push(Arc::clone(step));
        if let Some(easier) = &segment.easier {
            self.inset(&format!("Easier: {}", one_line(easier)))?;
        }
        match &segment.stop_if {
            Some(stop_if) => self.inset(&one_line(stop_if)),
            None => Ok(()),
        }
    }

    /// A spoken line, unless it only repeats what stands above it.
    fn speech(&mut self, segment: &Segment, words: &str) -> io::Result<()> {
        let text = segment.text.as_deref().unwrap_or_default();
        if words == text || words == format!("{}. {text}", segment.title) {
            return Ok(());
        }
        self.inset(&one_line(words))
    }

    fn end(&mut self, record: &SessionRecord) -> io::Result<()> {
        self.progress = Progress::Over;
        let played = length(record.played);
        if record.whole {
            self.line(&format!("The end, after {played}."))
        } else {
            self.line(&format!("Ended early, after {played}. That is fine."))
        }
    }

    /// What the bed does after a session at night.
    fn bed(&mut self, timer: &SleepTimer) -> io::Result<()> {
        let bed = one_line(timer.bed()).replace('-', " ");
        match timer.state() {
            SleepTimerState::PlayingOn => {
                let how = if self.has_keys { " Enter ends it." } else { "" };
                self.line(&format!(
                    "The sound of {bed} plays on for {}.{how}",
                    length(timer.left())
                ))
            }
            SleepTimerState::Fading => self.inset("It fades away."),
            SleepTimerState::Over => self.inset("Silence. Sleep well."),
        }
    }

    /// Says that it was interrupted, unless it had ended anyway.
    fn stopped(&mut self) -> io::Result<()> {
        if self.progress == Progress::Over {
            return Ok(());
        }
        let played = about(self.played);
        self.line(&format!("Stopped after {played}. That is fine."))
    }

    fn inset(&mut self, words: &str) -> io::Result<()> {
        self.line(&format!("{INDENT}{words}"))
    }

    /// One line, seen or spoken at once.
    fn line(&mut self, words: &str) -> io::Result<()> {
        writeln!(self.out, "{words}")?;
        self.out.flush()
    }
}
