//! Plays without a screen: everything that happens is told in time, for pipes and screen readers.

use std::io::{self, BufRead as _, IsTerminal as _};
use std::thread;
use std::time::Duration;

use tokio::sync::mpsc::{Receiver, channel};

use super::clock::Clock;
use super::desktop_link::DesktopLink;
use super::narrator::Narrator;
use super::signals::Signal;
use super::sink::{self, AudioSink};
use super::{Happening, Outcome};
use crate::player::{Command, Effect, PauseReason, Player, SleepTimer, State};
use crate::timeline::{Cue, CueKind, Segment};

/// How often time passes.
const TICK: Duration = Duration::from_millis(50);
/// How long the last chime may ring before the program ends.
const RINGING: Duration = Duration::from_millis(2_500);

/// Who is told what happens.
pub(super) type Tell<'a> = &'a mut dyn FnMut(&Player, &Happening<'_>) -> io::Result<()>;

/// A session played without a screen.
pub(super) struct LinesFrontEnd<'a, Time, Sound> {
    pub(super) clock: Time,
    pub(super) sink: Sound,
    pub(super) narrator: Narrator,
    pub(super) player: Player,
    pub(super) tell: Tell<'a>,
    pub(super) pending: Vec<Cue>,
    pub(super) desktop_link: DesktopLink,
    pub(super) volume: u8,
    /// How many sound files that could not be used have been told of.
    pub(super) told_left_out: usize,
    /// The desktop has paused it, and may let it go on where nobody else can.
    pub(super) held: bool,
}

impl<Time: Clock, Sound: AudioSink> LinesFrontEnd<'_, Time, Sound> {
    /// Plays to the end. `lines` brings a message for each line the person enters; where it is
    /// closed nobody can, and a step that waits goes on by itself.
    pub(super) async fn run(
        &mut self,
        mut lines: Receiver<()>,
        mut signals: Receiver<Signal>,
    ) -> io::Result<Outcome> {
        let mut last = self.clock.now();
        let effects = self.player.begin();
        self.tell_all(effects)?;
        let mut someone = true;
        loop {
            if self.player.state() == State::Finished {
                return match self.what_plays_on() {
                    Some(drift) => self.drift(drift, lines, signals).await,
                    None => self.ring_out(signals).await,
                };
            }
            if !someone && self.waits_in_vain() {
                let effects = self.player.apply(Command::Resume);
                self.tell_all(effects)?;
            }
            tokio::select! {
                Some(signal) = signals.recv() => match signal {
                    Signal::End => return Ok(Outcome::Interrupted),
                    Signal::StandAside => {
                        let effects = self.player.apply(Command::Pause(PauseReason::Gap));
                        self.tell_all(effects)?;
                        self.desktop_link.settle();
                        super::terminal::stop_until_continued();
                        last = self.clock.now();
                        let effects = self.player.apply(Command::Resume);
                        self.tell_all(effects)?;
                    }
                },
                line = lines.recv(), if someone => {
                    someone = line.is_some();
                    if someone {
                        let effects = self.player.apply(Command::Toggle);
                        self.tell_all(effects)?;
                    }
                }
                request = self.desktop_link.request() => {
                    if let Some(outcome) = self.on_request(request)? {
                        return Ok(outcome);
                    }
                }
                () = tokio::time::sleep(TICK) => {}
            }
            let now = self.clock.now();
            let elapsed = now.saturating_sub(last).as_millis() as u64;
            last += Duration::from_millis(elapsed);
            let effects = self.player.advance(elapsed);
            self.tell_all(effects)?;
            sink::catch_up(&mut self.sink, &mut self.narrator, &self.player);
            self.tell_what_is_left_out()?;
        }
    }

    /// Tells once of each sound file that could not be used.
    fn tell_what_is_left_out(&mut self) -> io::Result<()> {
        let left_out = self.sink.left_out();
        for file in left_out.iter().skip(self.told_left_out) {
            (self.tell)(&self.player, &Happening::LeftOut(file))?;
        }
        self.told_left_out = left_out.len();
        Ok(())
    }

    /// Whether it stands still and only somebody at the terminal could let it go on.
    fn waits_in_vain(&self) -> bool {
        match self.player.state() {
            State::Paused(PauseReason::Asked) => !self.held,
            state => state != State::Playing,
        }
    }

    /// The bed that plays on after a whole session at night, where it can be heard.
    fn what_plays_on(&self) -> Option<SleepTimer> {
        let timeline = self.player.timeline();
        let is_whole = self.player.position() >= timeline.millis();
        let drift = is_whole.then(|| SleepTimer::after(timeline, self.player.speed())).flatten();
        drift.filter(|_| self.sink.is_heard())
    }

    async fn ring_out(&mut self, mut signals: Receiver<Signal>) -> io::Result<Outcome> {
        if self.sink.is_heard() {
            let timeline = self.player.timeline();
            let fade = timeline.last_bed().map(|_| Duration::from_millis(timeline.tail().fade));
            let ringing = fade.unwrap_or_default().max(RINGING);
            tokio::select! {
                () = tokio::time::sleep(ringing) => {}
                Some(Signal::End) = signals.recv() => return Ok(Outcome::Interrupted),
            }
        }
        Ok(Outcome::Done)
    }

    /// Sounds the effects, and tells what falls due in the order of the timeline.
    pub(super) fn tell_all(&mut self, effects: Vec<Effect>) -> io::Result<()> {
        sink::sound(&mut self.sink, &mut self.narrator, &effects, Some(&self.player));
        let mut due: Vec<(u64, Told)> = Vec::new();
        for effect in effects {
            let at = match &effect {
                Effect::Cue { cue, .. } => {
                    self.pending.push(cue.clone());
                    continue;
                }
                Effect::Entered(index) => {
                    let segment = &self.player.timeline().segments()[*index];
                    self.pending.extend(shown_lines(segment));
                    segment.start
                }
                Effect::CancelPending => {
                    self.pending.clear();
                    continue;
                }
                _ => self.player.position(),
            };
            due.push((at, Told::Effect(effect)));
        }
        let position = self.player.position();
        let ready = |cue: &Cue| cue.at <= position;
        due.extend(
            self.pending
                .iter()
                .filter(|cue| ready(cue))
                .map(|cue| (cue.at, Told::Cue(cue.clone()))),
        );
        self.pending.retain(|cue| !ready(cue));
        due.sort_by_key(|(at, told)| (*at, told.rank()));
        for (_, told) in due {
            match &told {
                Told::Effect(effect) => (self.tell)(&self.player, &Happening::Effect(effect))?,
                Told::Cue(cue) => (self.tell)(&self.player, &Happening::Cue(cue))?,
            }
        }
        self.desktop_link.show(Some(&self.player), self.volume);
        Ok(())
    }
}

/// Lines that are shown and not spoken are no cues; here they are told like the others.
fn shown_lines(segment: &Segment) -> impl Iterator<Item = Cue> {
    segment.lines.iter().filter(|(_, line)| line.say.is_none()).filter_map(|(after, line)| {
        let kind = CueKind::Speech(line.show.clone()?);
        Some(Cue { at: segment.start + after, kind })
    })
}

/// Something to be told.
enum Told {
    Effect(Effect),
    Cue(Cue),
}

impl Told {
    /// What is told first where several things happen at once: a step begins, then its cues, and
    /// last of all the end.
    fn rank(&self) -> u8 {
        match self {
            Self::Effect(Effect::Entered(_) | Effect::Resumed) => 0,
            Self::Cue(_) => 1,
            Self::Effect(_) => 2,
        }
    }
}

/// A message for each line on standard input, where that is a terminal; a closed channel elsewhere.
pub(super) fn lines() -> Receiver<()> {
    let (sender, receiver) = channel(8);
    if io::stdin().is_terminal() {
        // The thread ends with the program: a read cannot be called off.
        let _ = thread::Builder::new().name("lines".to_owned()).spawn(move || {
            for line in io::stdin().lock().lines() {
                if line.is_err() || sender.blocking_send(()).is_err() {
                    return;
                }
            }
        });
    }
    receiver
}
