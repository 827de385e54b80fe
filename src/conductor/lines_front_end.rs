//! Plain lines as a front end: everything that happens is told in time, for pipes and screen
//! readers.

mod asking;

use std::io::{self, BufRead as _, IsTerminal as _};
use std::thread;
use std::time::Duration;

use tokio::sync::mpsc::{Receiver, channel};

use super::Outcome;
use super::lines_check_in::CheckInTold;
use super::lines_stop::{StopAnswers, StopStep, StopTold};
use super::signals::Signal;
use super::typed_line::{asks_to_leave, typed_line};
use crate::care::{CaredFor, Felt, ScreenedSession, Today};
use crate::desktop::DesktopRequest;
use crate::journal::Measure;
use crate::playback::{AudioSink, Clock, Continuation, Event, Playback};
use crate::player::{
    Command, Control, Effect, LONGEST_WAIT_MILLIS, NowPlaying, PauseReason, Player, SleepTimer,
    SleepTimerState, Start, State,
};
use crate::screens::{felt_in, site_at, without_this_place};

/// How often time passes while a session is on.
const TICK: Duration = Duration::from_millis(50);
/// How long the last chime may ring before the program ends.
const RINGING: Duration = Duration::from_millis(2_500);

/// What a line begins with that is entered to stop at once, however often it was pressed.
const STOP: char = '!';

/// Something to be told in a line.
#[derive(Clone, Copy, Debug)]
pub enum LineEvent<'a> {
    /// Something happened.
    Played(&'a Event),
    /// The person stopped the session since something did not feel right.
    Stopped(&'a StopTold),
    /// The session is over, and the person is asked how they are now.
    CheckIn(&'a CheckInTold),
}

/// What is called for everything that happens, with what plays now.
pub(super) type Tell<'a> = &'a mut dyn FnMut(&NowPlaying, LineEvent<'_>) -> io::Result<()>;

/// What is called to keep what is known of the day.
pub(super) type Keep<'a> = &'a mut dyn FnMut(&Today);

/// A session played as plain lines.
pub(super) struct LinesFrontEnd<'a, Time, Sink> {
    pub(super) playback: Playback<Time, Sink>,
    pub(super) tell: Tell<'a>,
    /// The session as it was screened, and for whom.
    pub(super) cared: (ScreenedSession, CaredFor),
    /// What is known of the day, and what keeps it.
    pub(super) today: Today,
    pub(super) keep: Keep<'a>,
    /// What is asked, where the session was stopped since something did not feel right.
    pub(super) stopped: Option<StopAnswers>,
    /// What the person is asked of themselves once it is over: what they told before.
    pub(super) asks_after: Vec<Measure>,
    /// What the desktop asks for.
    pub(super) desktop: Receiver<DesktopRequest>,
    /// Stops the program until it is continued.
    pub(super) stop: fn(),
    /// The desktop has paused it, and may let it go on where no line can be entered.
    pub(super) is_held: bool,
    /// The session is over, and what sounds may ring until this time of the clock.
    pub(super) rings_until: Option<Duration>,
}

impl<Time: Clock, Sink: AudioSink> LinesFrontEnd<'_, Time, Sink> {
    /// Plays to the end. `lines` brings each line that is entered; where it is closed
    /// none can be, and a step that waits goes on by itself.
    pub(super) async fn run(
        &mut self,
        start: Start,
        mut lines: Receiver<String>,
        mut signals: Receiver<Signal>,
    ) -> io::Result<Outcome> {
        self.control(Control::Begin(Box::new(start)))?;
        let mut has_lines = true;
        while let Some(tick) = self.tick() {
            if !has_lines && self.stopped.take().is_some() {
                // Nobody says any more what was felt: it does not go on.
                self.command(Command::Finish)?;
            }
            if !has_lines && self.waits_in_vain() {
                self.command(Command::Resume)?;
            }
            tokio::select! {
                // A signal comes before what was asked for while the program was stopped.
                biased;
                Some(signal) = signals.recv() => match signal {
                    Signal::End(end) => return Ok(Outcome::Interrupted(end)),
                    Signal::Suspend => self.suspend()?,
                },
                line = lines.recv(), if has_lines => {
                    self.pass_time()?;
                    has_lines = line.is_some();
                    if let Some(line) = line {
                        self.on_line(&line)?;
                    }
                }
                Some(request) = self.desktop.recv() => {
                    self.pass_time()?;
                    let Some(events) = self.playback.desktop_request(request) else {
                        return Ok(Outcome::Done);
                    };
                    self.tell_all(&events)?;
                    self.is_held = self.state() == Some(State::Paused(PauseReason::Asked));
                }
                () = tokio::time::sleep(tick) => self.pass_time()?,
            }
        }
        if has_lines { self.ask_after(&mut lines, &mut signals).await } else { Ok(Outcome::Done) }
    }

    /// Ends it all. What is amiss with the journal may be known only once all is written to it: it is told
    /// where all `is_done`, and not where the end was asked for from outside.
    pub(super) fn close(self, is_done: bool) -> io::Result<()> {
        let (now, last) = self.playback.close();
        let is_told = |event: &&Event| is_done && matches!(event, Event::Journal(_));
        last.iter()
            .filter(is_told)
            .try_for_each(|event| (self.tell)(&now, LineEvent::Played(event)))
    }

    /// How long to wait until time has to pass again; `None` once all is over.
    fn tick(&self) -> Option<Duration> {
        if self.state().is_some() {
            return Some(TICK);
        }
        if let Some(until) = self.rings_until {
            let left = until.saturating_sub(self.playback.clock().now());
            return Some(left).filter(|left| !left.is_zero());
        }
        let until = self.playback.now().sleep_timer()?.until_change()?;
        Some(Duration::from_millis(until.min(LONGEST_WAIT_MILLIS)))
    }

    fn pass_time(&mut self) -> io::Result<()> {
        let (_, events) = self.playback.pass_time();
        self.tell_all(&events)
    }

    fn command(&mut self, command: Command) -> io::Result<()> {
        self.control(Control::Command(command))
    }

    fn control(&mut self, control: Control) -> io::Result<()> {
        let events = self.playback.control(control);
        self.tell_all(&events)
    }

    /// A line pauses a session or lets it go on, and ends the bed that plays on after it. One that asks
    /// for it ends it, or stops it at once, and those after that say what was felt.
    fn on_line(&mut self, line: &str) -> io::Result<()> {
        if self.state().is_some() {
            if let Some(mut stopped) = self.stopped.take() {
                return self.on_answer(&mut stopped, line);
            }
            let typed = typed_line(line);
            if typed.starts_with(STOP) {
                return self.stop_at_once();
            }
            if asks_to_leave(&typed) {
                return self.command(Command::Finish);
            }
        }
        match self.playback.now().sleep_timer().map(SleepTimer::state) {
            None => self.command(Command::Toggle),
            Some(SleepTimerState::PlayingOn) => self.command(Command::Finish),
            Some(SleepTimerState::Fading | SleepTimerState::Over) => Ok(()),
        }
    }

    /// Pauses, and asks what was felt. That it pauses goes without saying.
    fn stop_at_once(&mut self) -> io::Result<()> {
        let mut events =
            self.playback.control(Control::Command(Command::Pause(PauseReason::Asked)));
        events.retain(|event| !matches!(event, Event::Effect(Effect::Paused(_))));
        self.tell_all(&events)?;
        if let Some(player) = self.playback.now().player() {
            let stopped = StopAnswers::new(felt_in(player.timeline(), &self.cared.1.profile));
            self.tell_stopped(&stopped.question())?;
            self.stopped = Some(stopped);
        }
        Ok(())
    }

    /// Does what follows from an answer.
    fn on_answer(&mut self, stopped: &mut StopAnswers, line: &str) -> io::Result<()> {
        match stopped.answer(line) {
            StopStep::Tell(told) => {
                self.tell_stopped(&told)?;
                self.stopped = Some(stopped.clone());
                Ok(())
            }
            StopStep::End(told) => {
                if let Some(told) = told {
                    // Nobody is asked for numbers then.
                    self.asks_after.clear();
                    self.tell_stopped(&told)?;
                }
                self.command(Command::Finish)
            }
            StopStep::GoOn => self.command(Command::Resume),
            StopStep::GoOnWithout => self.go_on_without(),
        }
    }

    /// Goes on without the place that was worked; where none was, as it is.
    fn go_on_without(&mut self) -> io::Result<()> {
        let now = self.playback.now();
        let (session, person) = &self.cared;
        let without = now
            .id()
            .zip(now.player())
            .and_then(|(id, it)| without_this_place(id, it, session, (person, &self.today)));
        let Some(start) = without else {
            return self.command(Command::Resume);
        };
        self.cared.1.today = self.today.held().to_vec();
        let mut events = self.playback.control(Control::Begin(Box::new(start)));
        // It is the same session to whoever follows it.
        events.retain(|event| !matches!(event, Event::Effect(Effect::Ended(_))));
        self.tell_all(&events)
    }

    fn tell_stopped(&mut self, told: &StopTold) -> io::Result<()> {
        if let StopTold::Advice(felt) = told {
            self.remember(*felt);
        }
        (self.tell)(self.playback.now(), LineEvent::Stopped(told))
    }

    /// Keeps for the day what was felt.
    fn remember(&mut self, felt: Felt) {
        self.today.feel(felt, self.playback.now().player().and_then(site_at));
        (self.keep)(&self.today);
    }

    /// Stops until the program is continued; a session that played goes on then.
    fn suspend(&mut self) -> io::Result<()> {
        self.pass_time()?;
        let events = self.playback.suspend();
        self.tell_all(&events)?;
        (self.stop)();
        let events = self.playback.resume(Continuation::AtOnce);
        self.tell_all(&events)?;
        self.pass_time()
    }

    /// What the player is doing, while the session is on.
    fn state(&self) -> Option<State> {
        self.playback.now().player().map(Player::state)
    }

    /// Whether the session stands still and only a line could let it go on.
    fn waits_in_vain(&self) -> bool {
        match self.state() {
            Some(State::Paused(PauseReason::Asked)) => !self.is_held,
            Some(state) => state != State::Playing,
            None => false,
        }
    }

    fn tell_all(&mut self, events: &[Event]) -> io::Result<()> {
        for event in events {
            match event {
                Event::Effect(Effect::Resumed) => self.is_held = false,
                Event::Effect(Effect::Ended(_)) => self.rings_until = self.rings_until(),
                // A bed that cannot be heard does not play on.
                Event::Effect(Effect::SleepTimer(_)) if !self.playback.is_heard() => continue,
                _ => {}
            }
            (self.tell)(self.playback.now(), LineEvent::Played(event))?;
        }
        Ok(())
    }

    /// Until when what sounds may ring after the end, unless a bed plays on that can be heard.
    fn rings_until(&self) -> Option<Duration> {
        let now = self.playback.clock().now();
        if !self.playback.is_heard() {
            return Some(now);
        }
        if self.playback.now().is_bed_heard() {
            return None;
        }
        let timeline = self.playback.now().last_player()?.timeline();
        let fade = timeline.last_bed().map(|_| Duration::from_millis(timeline.tail().fade));
        Some(now + fade.unwrap_or_default().max(RINGING))
    }
}

/// Each line on standard input, where that is a terminal; a closed channel elsewhere.
pub(super) fn lines() -> Receiver<String> {
    let (sender, receiver) = channel(8);
    if io::stdin().is_terminal() {
        // The thread ends with the program: a read cannot be called off.
        let _ = thread::Builder::new().name("lines".to_owned()).spawn(move || {
            for line in io::stdin().lock().lines() {
                let Ok(line) = line else { return };
                if sender.blocking_send(line).is_err() {
                    return;
                }
            }
        });
    }
    receiver
}
