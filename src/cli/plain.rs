//! A session as plain lines: for screen readers, pipes, and everyone who likes words.
//!
//! Chimes are heard and not printed; everything else that happens is one line, written at once.

use std::io::{self, IsTerminal as _, Write};
use std::sync::Arc;
use std::time::Duration;

use unicode_width::UnicodeWidthStr as _;

use super::console::{Console, leave_out};
use super::exit::Exit;
use super::facts;
use super::printer::Printer;
use super::text::{fold_hanging, one_line};
use super::unheard;
use crate::care::Felt;
use crate::conductor::{
    self, BackgroundWriter, CheckInTold, Interruption, LineEvent, Options, Outcome, StopTold,
};
use crate::lengths::{about, counted, time_at, to_the_second};
use crate::playback::Event;
use crate::player::{
    Effect, Levels, NowPlaying, PauseReason, SessionRecord, SleepTimer, SleepTimerState,
};
use crate::problem::quote;
use crate::session::Step;
use crate::timeline::{CueKind, Phrase, Segment, Timeline};
use crate::words::{Message, Texts};

/// Blanks that set what belongs to a part apart from its time; a screen reader passes over them.
const INDENT: &str = "      ";
/// Lines are not broken into less than this, in columns.
const NARROWEST: usize = 20;

/// How long the last line may take where the session was ended from outside.
const GOODBYE: Duration = Duration::from_millis(300);
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// Plays as plain lines.
pub(super) fn perform(
    options: Options,
    opening: &Message,
    to_know: &[String],
    texts: &'static Texts,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    console.out.flush()?;
    // A terminal or pipe that takes nothing for a while must not hold the session up.
    let mut out = Printer::new(BackgroundWriter::of_output()?);
    let mut err = Printer::new(BackgroundWriter::of_errors()?);
    let width = console.width.filter(|_| console.out_is_terminal);
    let mut lines = PlainLines::new(&mut out, io::stdin().is_terminal(), texts).within(width);
    lines.open(opening, to_know, &options.levels)?;
    let outcome = conductor::run_plain(options, &mut |now, event| {
        let event = match event {
            LineEvent::Played(event) => event,
            LineEvent::Stopped(told) => return lines.ask_what_was_felt(told),
            LineEvent::CheckIn(told) => return lines.ask_how_it_is(told),
        };
        if let Event::LeftOut(left_out) = event {
            leave_out(&mut err, left_out);
            // A warning that cannot be written is not worth ending for.
            let _ = err.flush();
        }
        lines.tell(now, event)
    })?;
    if let Outcome::Interrupted(_) = outcome {
        // The person has left; a closed pipe is no news any more.
        let _ = lines.stopped().and_then(|()| out.inner().wait(GOODBYE));
        return Ok(outcome.into());
    }
    Ok(wait_for_reader(out.inner())?.unwrap_or(outcome).into())
}

/// Waits until all lines have been taken, as by a pager, or until a signal asks for the end.
fn wait_for_reader(out: &BackgroundWriter) -> io::Result<Option<Outcome>> {
    if out.wait(LOOK_AGAIN)? {
        return Ok(None);
    }
    let interruption = Interruption::watch()?;
    loop {
        if let Some(end) = interruption.asked() {
            return Ok(Some(Outcome::Interrupted(end)));
        }
        if out.wait(LOOK_AGAIN)? {
            return Ok(None);
        }
    }
}

/// Turns what happens into lines.
pub(super) struct PlainLines<'a> {
    out: &'a mut dyn Write,
    /// Lines can be read from standard input, so Enter can be pressed.
    has_keys: bool,
    /// What the program says around the session.
    texts: &'static Texts,
    /// Steps whose details have been told.
    told: Vec<Arc<Step>>,
    /// Wall time spent playing when something last happened, in milliseconds.
    played: u64,
    progress: Progress,
    /// It was stopped for something to have looked at: nothing more is to be said.
    is_stopped_for_good: bool,
    /// Columns of the terminal; `None` where lines may be as long as they like.
    width: Option<usize>,
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
    pub(super) fn new(out: &'a mut dyn Write, has_keys: bool, texts: &'static Texts) -> Self {
        let (told, progress) = (Vec::new(), Progress::Before);
        let (is_stopped_for_good, width) = (false, None);
        Self { out, has_keys, texts, told, played: 0, progress, is_stopped_for_good, width }
    }

    /// The same, with lines that end where a word ends within so many columns.
    pub(super) fn within(self, width: Option<usize>) -> Self {
        Self { width, ..self }
    }

    /// What is played, how long it takes, what to know before, and what is not heard.
    pub(super) fn open(
        &mut self,
        opening: &Message,
        to_know: &[String],
        levels: &Levels,
    ) -> io::Result<()> {
        self.line(&self.texts.text(opening))?;
        for line in to_know {
            self.line(line)?;
        }
        if let Some(unheard) = unheard::of_session(levels, self.texts) {
            self.line(&unheard)?;
        }
        if self.has_keys {
            self.line(&self.texts.text(&Message::new("lines-enter-pauses")))?;
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
                CueKind::Speech(words) => self.speech(player.timeline(), cue.at, words),
                CueKind::Breath { label, millis, .. } => {
                    self.inset(&format!("{} {}", one_line(label), counted(*millis)))
                }
                CueKind::Chime(_)
                | CueKind::Bed(_)
                | CueKind::Fade { .. }
                | CueKind::Softer { .. } => Ok(()),
            },
            Event::Effect(effect) => self.effect(now, effect),
            Event::LeftOut(_) => Ok(()),
            Event::Silence(message) | Event::Journal(message) => {
                let words = self.texts.text(message);
                self.inset(&one_line(&words))
            }
        }
    }

    fn effect(&mut self, now: &NowPlaying, effect: &Effect) -> io::Result<()> {
        match effect {
            Effect::Entered(index) => {
                let player = now.last_player();
                match player.and_then(|it| Some((it, it.timeline().segments().get(*index)?))) {
                    Some((player, segment)) => {
                        self.segment(segment, player.position(), player.timeline().texts())
                    }
                    None => Ok(()),
                }
            }
            Effect::Paused(reason) => self.pause(*reason),
            // After a step that waits, the next step says that it goes on.
            Effect::Resumed if self.progress != Progress::Paused => Ok(()),
            Effect::Resumed => {
                self.progress = Progress::Playing;
                self.inset_message("lines-resumed")
            }
            Effect::Waiting if self.has_keys => self.inset_message("lines-waiting-for-enter"),
            Effect::Waiting => self.inset_message("lines-waiting"),
            Effect::Ended(record) => self.end(record),
            Effect::SleepTimer(_) => now.sleep_timer().map_or(Ok(()), |timer| self.bed(timer)),
            _ => Ok(()),
        }
    }

    /// What was felt, where the session was stopped for it, and what helps.
    fn ask_what_was_felt(&mut self, told: &StopTold) -> io::Result<()> {
        let say = |id: &'static str| self.texts.text(&Message::new(id));
        match told {
            StopTold::Asked(choices) => {
                self.progress = Progress::Paused;
                let numbered = choices.iter().enumerate();
                let choices =
                    numbered.map(|(index, it)| format!("{}  {}", index + 1, it.name(self.texts)));
                let lines = [say("lines-stopped-now")].into_iter().chain(choices);
                let lines: Vec<_> = lines.chain([say("lines-stop-ask")]).collect();
                lines.iter().try_for_each(|line| self.line(line))
            }
            StopTold::Advice(felt) => {
                self.is_stopped_for_good = !felt.may_go_on();
                let then = match felt {
                    Felt::Unpleasant => Some(say("lines-stop-without")),
                    Felt::Interrupted => Some(say("lines-stop-on")),
                    _ => None,
                };
                let lines = [felt.advice(self.texts)].into_iter().chain(then);
                lines.collect::<Vec<_>>().iter().try_for_each(|line| self.line(line))
            }
            // Enter alone says nothing: it is asked once more.
            StopTold::NoNumber(written) if written.is_empty() => self.line(&say("lines-stop-ask")),
            StopTold::NoNumber(written) => {
                let message = Message::new("lines-stop-no-number");
                let message = message.with("written", quote(&one_line(written)));
                let lines = [self.texts.text(&message), say("lines-stop-ask")];
                lines.iter().try_for_each(|line| self.line(line))
            }
        }
    }

    /// How the person is now, once the session is over.
    fn ask_how_it_is(&mut self, told: &CheckInTold) -> io::Result<()> {
        if let CheckInTold::First = told {
            return self.line(&self.texts.text(&Message::new("check-in-after")));
        }
        let line = told.line(self.texts);
        self.line(&line)
    }

    fn pause(&mut self, reason: PauseReason) -> io::Result<()> {
        self.progress = Progress::Paused;
        let why = match reason {
            PauseReason::Asked => "lines-paused",
            PauseReason::Gap => "lines-gap",
        };
        let words = self.with_hint(&Message::new(why), "lines-enter-resumes");
        self.inset(&words)
    }

    fn segment(&mut self, segment: &Segment, position: u64, texts: &Texts) -> io::Result<()> {
        // Only the first may be entered in its middle; later ones are at most told a little late.
        let from = if self.progress == Progress::Before {
            position.max(segment.start)
        } else {
            segment.start
        };
        self.progress = Progress::Playing;
        let time = time_at(from);
        let left = to_the_second(segment.end.saturating_sub(from));
        self.line(&format!("{time}  {} ({left})", segment.heading(texts)))?;
        if let Some(text) = &segment.text {
            self.inset(&one_line(&text.text(texts)))?;
        }
        self.details(segment)
    }

    /// How a step is done; an easier way and when to stop only once, since both sides are alike.
    fn details(&mut self, segment: &Segment) -> io::Result<()> {
        let Some(step) = &segment.step else {
            return Ok(());
        };
        // Which hand does it changes with the side.
        if let Some(touch) = facts::touch(segment, self.texts) {
            self.inset(&touch)?;
        }
        if self.told.iter().any(|told| Arc::ptr_eq(told, step)) {
            return Ok(());
        }
        self.told.push(Arc::clone(step));
        if let Some(easier) = &segment.easier {
            let easier = Message::new("lines-easier").with("easier", one_line(easier));
            self.inset(&self.texts.text(&easier))?;
        }
        match &segment.stop_if {
            Some(stop_if) => self.inset(&one_line(stop_if)),
            None => Ok(()),
        }
    }

    /// A spoken line, unless it only repeats what stands above it.
    fn speech(&mut self, timeline: &Timeline, at: u64, words: &Phrase) -> io::Result<()> {
        let texts = timeline.texts();
        if timeline.at(at).segment.shows(words, texts) {
            return Ok(());
        }
        self.inset(&one_line(&words.text(texts)))
    }

    fn end(&mut self, record: &SessionRecord) -> io::Result<()> {
        self.progress = Progress::Over;
        if self.is_stopped_for_good {
            return Ok(());
        }
        let played = to_the_second(record.played);
        let id = if record.whole { "lines-end" } else { "lines-ended-early" };
        self.line(&self.texts.text(&Message::new(id).with("played", played)))
    }

    /// What the bed does after a session at night.
    fn bed(&mut self, timer: &SleepTimer) -> io::Result<()> {
        let known = self.texts.find(&Message::new(format!("bed-{}", timer.bed())));
        let bed = known.unwrap_or_else(|| one_line(timer.bed()).replace('-', " "));
        match timer.state() {
            SleepTimerState::PlayingOn => {
                let message = Message::new("lines-plays-on").with("bed", bed);
                let message = message.with("left", to_the_second(timer.left()));
                let words = self.with_hint(&message, "lines-enter-ends");
                self.line(&words)
            }
            SleepTimerState::Fading => self.inset_message("lines-fading"),
            SleepTimerState::Over => self.inset_message("lines-silence"),
        }
    }

    /// Says that it was interrupted, unless it had ended anyway.
    fn stopped(&mut self) -> io::Result<()> {
        if self.progress == Progress::Over {
            return Ok(());
        }
        let played = about(self.played);
        self.line(&self.texts.text(&Message::new("lines-stopped").with("played", played)))
    }

    /// A message, and after it how Enter goes on, where there are keys.
    fn with_hint(&self, message: &Message, hint: &'static str) -> String {
        let words = self.texts.text(message);
        if self.has_keys {
            format!("{words} {}", self.texts.text(&Message::new(hint)))
        } else {
            words
        }
    }

    fn inset_message(&mut self, id: &'static str) -> io::Result<()> {
        let words = self.texts.text(&Message::new(id));
        self.inset(&words)
    }

    fn inset(&mut self, words: &str) -> io::Result<()> {
        self.line(&format!("{INDENT}{words}"))
    }

    /// One line, seen or spoken at once.
    fn line(&mut self, words: &str) -> io::Result<()> {
        match self.width {
            Some(width) if words.width() > width => {
                for line in fold_hanging(words, width, NARROWEST) {
                    writeln!(self.out, "{line}")?;
                }
            }
            _ => writeln!(self.out, "{words}")?,
        }
        self.out.flush()
    }
}
