//! What plays now: the session that is on, the sleep timer after it, and how loud everything is.

use std::sync::Arc;
use std::time::SystemTime;

use super::record;
use super::{Command, Effect, Levels, Player, SessionRecord, SleepTimer, SleepTimerState, State};
use crate::choices::{Background, SoundKind};
use crate::timeline::{Ending, Timeline};

/// Something that is asked of what plays now.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// Play a session from where this player stands.
    Begin(Box<Start>),
    /// Play the session that is over once more.
    Again,
    /// This of the player, or of the sleep timer after it.
    Command(Command),
    /// End as by day, or as at night from now on.
    Ending(Ending),
    /// This loudness of everything, 0–100.
    Volume(u8),
    /// Sound off or on.
    Mute(bool),
    /// This loudness of one kind of sound, 0–100.
    Level(SoundKind, u8),
    /// This background, at once.
    Background(Background),
}

/// A session to begin.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// The name it is played by.
    pub id: String,
    /// The player, where it shall begin and as fast as it shall play.
    pub player: Player,
}

/// What plays now: the one owner of the player, the sleep timer and the levels. It does nothing
/// itself; what follows from what is asked of it comes back as effects.
#[derive(Clone, Debug)]
pub struct NowPlaying {
    session: Option<PlayedSession>,
    levels: Levels,
}

/// A session that is on, or the last one that was.
#[derive(Clone, Debug)]
struct PlayedSession {
    id: String,
    player: Player,
    /// The player as it began, to play the same once more.
    start: Box<Start>,
    began: SystemTime,
    phase: SessionPhase,
}

/// How far a session has come.
#[derive(Clone, Debug)]
enum SessionPhase {
    /// It is on: it plays, is paused, or waits.
    On,
    /// It is over. At night its bed may play on, or has played on until now.
    Over(Option<SleepTimer>),
}

impl NowPlaying {
    /// Nothing plays yet.
    pub fn new(levels: Levels) -> Self {
        Self { session: None, levels }
    }

    /// How loud everything is.
    pub fn levels(&self) -> &Levels {
        &self.levels
    }

    /// The player, while a session is on.
    pub fn player(&self) -> Option<&Player> {
        self.session_on().map(|session| &session.player)
    }

    /// The name of the session that is on.
    pub fn id(&self) -> Option<&str> {
        self.session_on().map(|session| session.id.as_str())
    }

    /// The player of the session that is on, or was on last.
    pub fn last_player(&self) -> Option<&Player> {
        self.session.as_ref().map(|session| &session.player)
    }

    /// What the session that is on has come to so far, as if it ended at this time of the clock on
    /// the wall.
    pub fn record(&self, at: SystemTime) -> Option<SessionRecord> {
        self.session_on().map(|session| session.record(at))
    }

    /// The bed that plays on after a session at night, or played on until now.
    pub fn sleep_timer(&self) -> Option<&SleepTimer> {
        match &self.session.as_ref()?.phase {
            SessionPhase::Over(timer) => timer.as_ref(),
            SessionPhase::On => None,
        }
    }

    /// Whether the bed of a session that is over is still to be heard.
    pub fn is_bed_heard(&self) -> bool {
        self.sleep_timer().is_some_and(|timer| timer.state() != SleepTimerState::Over)
    }

    /// Whether the session that is on, or was on last, is played as at night.
    pub fn is_night(&self) -> bool {
        self.last_player().is_some_and(Player::is_night)
    }

    /// How much of the session that is on has played, 0–1.
    pub fn share(&self) -> Option<f32> {
        let player = self.player()?;
        Some(player.position() as f32 / player.timeline().millis().max(1) as f32)
    }

    /// Does what is asked for, at this time of the clock on the wall.
    pub fn control(&mut self, control: Control, at: SystemTime) -> Vec<Effect> {
        match control {
            Control::Begin(start) => self.begin(*start, at),
            Control::Again => match &self.session {
                Some(session) => self.begin((*session.start).clone(), at),
                None => Vec::new(),
            },
            Control::Command(command) => self.command(command, at),
            Control::Ending(ending) => self.set_ending(ending),
            Control::Volume(volume) => {
                self.levels.set_volume(volume);
                vec![Effect::Volume(self.levels.volume)]
            }
            Control::Mute(muted) => {
                self.levels.muted = muted;
                vec![Effect::Muted(muted)]
            }
            Control::Level(kind, volume) => {
                self.levels.set_level(kind, volume);
                vec![Effect::Level(kind, self.levels.mix.of(kind))]
            }
            Control::Background(choice) => self.choose_background(choice),
        }
    }

    /// Lets `elapsed` milliseconds of wall time pass, up to this time of the clock on the wall.
    pub fn advance(&mut self, elapsed: u64, at: SystemTime) -> Vec<Effect> {
        let Some(session) = &mut self.session else {
            return Vec::new();
        };
        match &mut session.phase {
            SessionPhase::On => {
                let effects = session.player.advance(elapsed);
                self.ended_with(effects, at)
            }
            SessionPhase::Over(Some(timer)) => change(timer, |timer| timer.advance(elapsed)),
            SessionPhase::Over(None) => Vec::new(),
        }
    }

    /// Says how long the output takes to be heard, in milliseconds: cues are handed out so much
    /// sooner.
    pub fn allow_for_lead(&mut self, millis: u64) {
        if let Some(session) = &mut self.session {
            session.player.allow_for_lead(millis);
        }
    }

    /// Ends the session that is on where it stands, since the program is left.
    pub fn leave(&mut self, at: SystemTime) -> Vec<Effect> {
        let mut effects = vec![Effect::CancelPending];
        effects.extend(self.end(at));
        effects
    }

    /// The one place where a session begins. One that is still on ends first.
    fn begin(&mut self, start: Start, at: SystemTime) -> Vec<Effect> {
        let mut effects = self.end(at);
        let mut player = start.player.with_bed(&self.levels.background);
        let start = Start { id: start.id.clone(), player: player.clone() };
        effects.push(Effect::Night(player.is_night()));
        effects.push(Effect::Begun);
        effects.extend(player.begin());
        self.session = Some(PlayedSession {
            id: start.id.clone(),
            player,
            start: Box::new(start),
            began: at,
            phase: SessionPhase::On,
        });
        effects
    }

    /// The one place where a session ends: what it came to, and the bed that plays on.
    fn end(&mut self, at: SystemTime) -> Vec<Effect> {
        let Some(session) = self.session.as_mut().filter(|it| matches!(it.phase, SessionPhase::On))
        else {
            return Vec::new();
        };
        let record = session.record(at);
        let timer = record.whole.then(|| SleepTimer::after(&session.player)).flatten();
        let mut effects = vec![Effect::Ended(Box::new(record))];
        effects.extend(timer.as_ref().map(|timer| Effect::SleepTimer(timer.state())));
        session.phase = SessionPhase::Over(timer);
        effects
    }

    /// What follows from the player's effects: where it has finished, its session ends.
    fn ended_with(&mut self, mut effects: Vec<Effect>, at: SystemTime) -> Vec<Effect> {
        if self.player().is_some_and(|player| player.state() == State::Finished) {
            effects.extend(self.end(at));
        }
        effects
    }

    fn command(&mut self, command: Command, at: SystemTime) -> Vec<Effect> {
        let Some(session) = &mut self.session else {
            return Vec::new();
        };
        match &mut session.phase {
            SessionPhase::On => {
                let effects = session.player.apply(command);
                self.ended_with(effects, at)
            }
            // What stops a session ends its bed too.
            SessionPhase::Over(Some(timer)) => match command {
                Command::Toggle | Command::Pause(_) | Command::Finish => {
                    change(timer, SleepTimer::end)
                }
                Command::Extend => change(timer, SleepTimer::longer),
                _ => Vec::new(),
            },
            SessionPhase::Over(None) => Vec::new(),
        }
    }

    fn set_ending(&mut self, ending: Ending) -> Vec<Effect> {
        let Some(session) = self.session.as_mut().filter(|it| matches!(it.phase, SessionPhase::On))
        else {
            return Vec::new();
        };
        let changed = session.player.set_ending(ending);
        let mut effects = vec![Effect::Night(ending != Ending::Day)];
        effects.extend(changed);
        effects
    }

    /// Changes the background, at once where a session is on.
    fn choose_background(&mut self, choice: Background) -> Vec<Effect> {
        let effects = match self.session.as_mut().filter(|it| matches!(it.phase, SessionPhase::On))
        {
            Some(session) => session.player.choose_bed(&choice),
            None => Vec::new(),
        };
        self.levels.background = choice;
        effects
    }

    fn session_on(&self) -> Option<&PlayedSession> {
        self.session.as_ref().filter(|session| matches!(session.phase, SessionPhase::On))
    }
}

impl PlayedSession {
    /// What the session comes to if it ends now.
    fn record(&self, at: SystemTime) -> SessionRecord {
        let player = &self.player;
        let timeline = player.timeline();
        SessionRecord {
            id: self.id.clone(),
            title: timeline.title().to_owned(),
            began: self.began,
            ended: at,
            position: player.position(),
            length: timeline.millis(),
            played: player.played(),
            whole: player.position() >= timeline.millis(),
            at_night: player.is_night(),
            steps: record::steps(timeline, player.tallies()),
        }
    }
}

impl Start {
    /// A session from its beginning, as fast as life.
    pub fn of(id: String, timeline: Arc<Timeline>) -> Self {
        Self { id, player: Player::new(timeline) }
    }
}

/// Lets a sleep timer change, and says so where it does.
fn change(timer: &mut SleepTimer, act: impl FnOnce(&mut SleepTimer) -> Vec<Effect>) -> Vec<Effect> {
    let before = timer.state();
    let mut effects = act(timer);
    if timer.state() != before {
        effects.push(Effect::SleepTimer(timer.state()));
    }
    effects
}
