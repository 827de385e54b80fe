//! The keys of a session that plays, and what they ask for.

use crossterm::event::KeyCode::{Char, Down, Enter, Esc, Left, Right, Up};

use super::{PlayingScreen, frame_millis};
use crate::learn::{Topic, of_step};
use crate::player::{Command, NowPlaying, State};
use crate::screens::behaviour::{Behaviour, KeyContext};
use crate::screens::keymap::{KeyRow, help, leave, night, quiet, row, shifted};
use crate::screens::request::Reaction;
use crate::screens::{Action, Hit, Place, Request, Shared, TopicSection};

const PLAYING: &[Place] = &[Place::Playing, Place::Waiting];

/// The keys of a session that plays.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Char(' ')], Action::Toggle, PLAYING, "space", "pause"),
    quiet(row(&[Enter], Action::Open, &[Place::Playing], "enter", "")),
    quiet(row(&[Enter], Action::Toggle, &[Place::Waiting], "enter", "")),
    quiet(shifted(row(&[Left], Action::Rewind, PLAYING, "shift ← ,", "10 s back"))),
    quiet(shifted(row(&[Right], Action::Forward, PLAYING, "shift → .", "10 s on"))),
    quiet(row(&[Char(',')], Action::Rewind, PLAYING, ",", "")),
    quiet(row(&[Char('.')], Action::Forward, PLAYING, ".", "")),
    quiet(row(&[Left, Char('h')], Action::Previous, PLAYING, "← h", "step back")),
    row(&[Right, Char('l')], Action::Next, PLAYING, "→", "next step"),
    quiet(row(&[Char('r')], Action::Restart, PLAYING, "r", "step again")),
    row(&[Char('+'), Char('=')], Action::Extend, PLAYING, "+", "30 s more"),
    quiet(row(&[Up, Char('k')], Action::Louder, PLAYING, "↑ k", "louder")),
    quiet(row(&[Down, Char('j')], Action::Quieter, PLAYING, "↓ j", "quieter")),
    row(&[Char('m')], Action::Mute, PLAYING, "m", "mute"),
    row(&[Char('v')], Action::Volumes, PLAYING, "v", "volumes"),
    row(&[Char('i')], Action::Learn, PLAYING, "i", "learn"),
    row(&[Char('!')], Action::Stop, PLAYING, "!", "stop"),
    night(PLAYING),
    row(&[Esc], Action::Finish, PLAYING, "esc", "end"),
    help(PLAYING),
    leave(PLAYING),
];

/// A session that has played for less than this has just begun, in milliseconds.
const JUST_BEGUN_MILLIS: u64 = 2_000;

impl Behaviour for PlayingScreen {
    fn place(&self, context: &KeyContext<'_>) -> Place {
        let waits = context.now.player().is_some_and(|player| player.state() == State::Waiting);
        if waits { Place::Waiting } else { Place::Playing }
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        let has_just_begun =
            context.now.player().is_some_and(|player| player.played() < JUST_BEGUN_MILLIS);
        let command = match action {
            // One more of the keys that led here is no wish to pause.
            Action::Open if has_just_begun => return Reaction::default(),
            Action::Toggle | Action::Open => Command::Toggle,
            Action::Next => Command::Next,
            Action::Previous => Command::Previous,
            Action::Restart => Command::Restart,
            Action::Rewind => Command::Back,
            Action::Forward => Command::Forward,
            Action::Extend => Command::Extend,
            Action::Finish => Command::Finish,
            _ => return Reaction::default(),
        };
        Request::command(command).into()
    }

    fn click(&mut self, _: Option<&Hit>, _: &KeyContext<'_>) -> Reaction {
        Request::command(Command::Toggle).into()
    }

    fn topics(&self, context: &KeyContext<'_>) -> Option<TopicSection> {
        TopicSection::of_timeline(context.now.player()?.timeline())
    }

    /// The page about this step, or about the one that comes next.
    fn open_topic(&self, now: &NowPlaying) -> Option<Topic> {
        let moment = now.player()?.moment();
        let mut segments = [Some(moment.segment), moment.next].into_iter().flatten();
        segments.find_map(|segment| of_step(segment.step.as_ref()?))
    }

    fn after_dark(&self, shared: &Shared, now: &NowPlaying) -> Option<f32> {
        now.share().filter(|_| now.is_night() || shared.is_night())
    }

    fn frame_millis(&self, shared: &Shared, now: &NowPlaying) -> Option<u64> {
        frame_millis(now.player()?, shared.environment.reduced_motion)
    }
}
