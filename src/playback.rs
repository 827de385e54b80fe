//! The one core of playing: the player with its sleep timer, and what is heard and told of it.
//!
//! [`Playback`] owns what plays now, the sound, the narrator and the link to the desktop. A front
//! end (the whole screen, or plain lines) lets time pass, hands over what a person asks for, and
//! gets back what happened, as data.

mod beginning;
mod clock;
mod desktop_link;
mod due;
mod journal_link;
mod narrator;
mod silence;
mod sink;
mod sounding;
#[cfg(test)]
mod tests;
mod voice;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

pub use clock::Clock;
pub use desktop_link::DesktopLink;
pub use journal_link::JournalLink;
pub use narrator::Narrator;
pub use sink::AudioSink;
pub use voice::{manner, voice_report, voice_search};

use crate::desktop::DesktopRequest;
use crate::journal::{CheckIn, EntryId, JournalNews, RatingMoment};
use crate::player::{Command, Control, Effect, NowPlaying, PauseReason, State};
use crate::synthesis::LeftOut;
use crate::timeline::{Cue, Timeline};
use crate::voice::SpeechProgress;
use crate::words::Message;
use beginning::OutputWait;
use due::DueCues;
use silence::ToldSilence;

/// One thing that happened, for a front end.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// An effect of what plays now, cues apart.
    Effect(Effect),
    /// A cue falls due now (not ahead of its time).
    Due(Cue),
    /// A sound file could not be used, and is left out.
    LeftOut(LeftOut),
    /// Something is not heard from now on, or is heard again; each is told once.
    Silence(Message),
    /// The journal is not as it should be; each word is told once.
    Journal(Message),
}

/// How a session that Ctrl-Z has paused goes on when the program is continued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Continuation {
    /// Once a person asks for it.
    WhenAsked,
    /// At once, unless it was paused or waiting before.
    AtOnce,
}

/// What plays now, and everything it is heard through.
pub struct Playback<Time, Sink> {
    now: NowPlaying,
    clock: Time,
    sink: Sink,
    narrator: Narrator,
    desktop: DesktopLink,
    journal: JournalLink,
    due: DueCues,
    /// The time of the clock up to which time has passed for the session. It lies ahead while a
    /// session begins that is not to be heard before then.
    passed_until: Duration,
    /// The time of the clock up to which time has passed for the front end.
    shown_until: Duration,
    wait: OutputWait,
    /// How long it takes from now until what is called for is heard, as far as is known.
    lead: Duration,
    silence: ToldSilence,
    /// How many sound files that could not be used have been reported.
    reported: usize,
    /// The session played when the program was suspended.
    was_playing: bool,
}

impl<Time: Clock, Sink: AudioSink> Playback<Time, Sink> {
    /// Time passes from now on.
    pub fn new(
        now: NowPlaying,
        clock: Time,
        sink: Sink,
        narrator: Narrator,
        desktop: DesktopLink,
        journal: JournalLink,
    ) -> Self {
        Self {
            passed_until: clock.now(),
            shown_until: clock.now(),
            wait: OutputWait::default(),
            lead: Duration::ZERO,
            now,
            clock,
            sink,
            narrator,
            desktop,
            journal,
            due: DueCues::default(),
            silence: ToldSilence::default(),
            reported: 0,
            was_playing: false,
        }
    }

    /// What plays now.
    pub fn now(&self) -> &NowPlaying {
        &self.now
    }

    /// The clock.
    pub fn clock(&self) -> &Time {
        &self.clock
    }

    /// Has the lines of a session spoken ahead that is about to be played: the one called `id`, from
    /// this file of one's own or built in.
    pub fn prepare(&mut self, id: &str, file: Option<&Path>, timeline: &Arc<Timeline>) {
        self.narrator.prepare(id, file, timeline);
    }

    /// Does what is asked for.
    pub fn control(&mut self, control: Control) -> Vec<Event> {
        let effects = self.now.control(control, self.clock.date());
        self.carry_out(effects)
    }

    /// Does what the desktop asks for; `None` where it asks for the program to be left.
    pub fn desktop_request(&mut self, request: DesktopRequest) -> Option<Vec<Event>> {
        desktop_link::control(request).map(|control| self.control(control))
    }

    /// Lets the time since last time pass: how much, in milliseconds, and what happened. None passes
    /// for a session that waits for its output.
    pub fn pass_time(&mut self) -> (u64, Vec<Event>) {
        self.begin_where_heard();
        let now = self.clock.now();
        let shown = now.saturating_sub(self.shown_until).as_millis() as u64;
        self.shown_until += Duration::from_millis(shown);
        // What is under a millisecond stays for next time, so that nothing is lost.
        let elapsed = now.saturating_sub(self.passed_until).as_millis() as u64;
        self.passed_until += Duration::from_millis(elapsed);
        let effects = self.now.advance(elapsed, self.clock.date());
        let mut events = self.carry_out(effects);
        self.say_late_line();
        events.extend(self.left_out_since().map(Event::LeftOut));
        events.extend(self.silence());
        events.extend(self.journal.news().map(Event::Journal));
        (shown, events)
    }

    /// The program is about to be stopped from outside (Ctrl-Z): a session that plays is paused. A
    /// bed that plays on after a session goes on fading by the clock.
    pub fn suspend(&mut self) -> Vec<Event> {
        self.was_playing = self.now.player().is_some_and(|it| it.state() == State::Playing);
        let events = match self.now.player() {
            Some(_) => self.control(Control::Command(Command::Pause(PauseReason::Gap))),
            None => Vec::new(),
        };
        self.desktop.settle();
        self.journal.settle();
        events
    }

    /// The program has been continued: the time it was stopped counts for the sleep timer alone.
    pub fn resume(&mut self, continuation: Continuation) -> Vec<Event> {
        if !self.now.is_bed_heard() {
            self.passed_until = self.clock.now();
            self.shown_until = self.passed_until;
        }
        let was_playing = std::mem::take(&mut self.was_playing);
        if was_playing && continuation == Continuation::AtOnce {
            return self.control(Control::Command(Command::Resume));
        }
        Vec::new()
    }

    /// Makes effects of what plays now heard and tells the desktop. What is left are the events, in
    /// the order of the session.
    pub fn carry_out(&mut self, effects: Vec<Effect>) -> Vec<Event> {
        self.journal.follow(&effects, &self.now, &self.clock);
        self.sound(&effects);
        let events = self.due.sort(effects, self.now.last_player());
        self.desktop.show(&self.now);
        events
    }

    /// How far the lines are that are spoken ahead.
    pub fn speech_progress(&self) -> SpeechProgress {
        self.narrator.progress()
    }

    /// A quiet word on what is not heard, if anything is not.
    pub fn sound_note(&self) -> Option<Message> {
        self.sink.note()
    }

    /// Whether there is a sound output, or may soon be one.
    pub fn is_heard(&self) -> bool {
        self.sink.is_heard()
    }

    /// Looks which session was interrupted lately, and tells it from another thread.
    /// The same for a session of last night after which it was not told how its person slept, and from
    /// now on whenever [`Self::journal_note`] changes.
    pub fn look_at_journal(&mut self, tell: impl Fn(JournalNews) + Send + Sync + 'static) {
        self.journal.look(&self.clock, tell);
    }

    /// Looks what helped, and tells it from another thread, as more of it is known.
    pub fn look_back(&mut self, tell: impl FnMut(JournalNews) -> bool + Send + 'static) {
        self.journal.look_back(&self.clock, tell);
    }

    /// Keeps how the person slept after an entry.
    pub fn keep_slept(&mut self, id: EntryId, said: CheckIn) {
        self.journal.keep_slept(id, said);
    }

    /// Nobody wants to go on with this entry of the journal.
    pub fn let_go(&mut self, id: EntryId) {
        self.journal.let_go(id);
    }

    /// Keeps what the person said of themselves: before the session that begins next, or after the one
    /// that was on last.
    pub fn keep_said(&mut self, moment: RatingMoment, said: CheckIn) {
        self.journal.say(moment, said);
    }

    /// A quiet word where the journal is not as it should be.
    pub fn journal_note(&self) -> Option<Message> {
        self.journal.note()
    }

    /// Ends it all: the session that is on, what the desktop shows, and the sound. It waits a moment
    /// for each. What happened last comes back, and of what.
    pub fn close(mut self) -> (NowPlaying, Vec<Event>) {
        self.journal.leave();
        let effects = self.now.leave(self.clock.date());
        let mut events = self.carry_out(effects);
        // The desktop has what the sound takes to end, and a moment of its own when it is dropped.
        self.sink.close();
        self.journal.settle();
        events.extend(self.journal.news().map(Event::Journal));
        (self.now, events)
    }

    /// The sound files that could not be used, and have not been reported yet.
    fn left_out_since(&mut self) -> impl Iterator<Item = LeftOut> {
        let left_out = self.sink.left_out();
        let reported = std::mem::replace(&mut self.reported, left_out.len());
        left_out.into_iter().skip(reported)
    }
}
