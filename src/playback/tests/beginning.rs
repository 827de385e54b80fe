//! When time begins to pass: once the output runs, at a limit, or at once where there is none.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use crate::audio::Readiness;
use crate::body::Side;
use crate::choices::{EngineChoice, SoundKind};
use crate::config::VoiceSettings;
use crate::format::{KnownNames, parse};
use crate::mixer::SoundEvent;
use crate::playback::{AudioSink, Clock, DesktopLink, JournalLink, Narrator, Playback};
use crate::player::{Command, Control, Levels, NowPlaying, PauseReason, Player, Start, State};
use crate::synthesis::LeftOut;
use crate::timeline::tests::written;
use crate::timeline::{Cue, CueKind};
use crate::words::Message;

const CHIMES: &str = include_str!("../../../tests/sessions/chimes.toml");

/// What the clock shows, how the output stands, and when each sound is to be heard, in milliseconds.
#[derive(Clone, Default)]
struct MadeUpOutput {
    now: Rc<Cell<u64>>,
    readiness: Rc<Cell<Option<Readiness>>>,
    heard: Rc<RefCell<Vec<u64>>>,
}

impl Clock for MadeUpOutput {
    fn now(&self) -> Duration {
        Duration::from_millis(self.now.get())
    }

    fn date(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH
    }

    fn ahead(&self, _: SystemTime) -> i32 {
        0
    }
}

impl AudioSink for MadeUpOutput {
    fn play(&mut self, event: SoundEvent, after: Duration) {
        if let SoundEvent::Chime { .. } = event {
            self.heard.borrow_mut().push(self.now.get() + after.as_millis() as u64);
        }
    }

    fn readiness(&self) -> Readiness {
        self.readiness.get().unwrap_or(Readiness::Unavailable)
    }

    fn cancel_pending(&mut self) {
        self.heard.borrow_mut().retain(|at| *at <= self.now.get());
    }

    fn rest(&mut self) {}

    fn finish(&mut self, _: Duration) {}

    fn wake(&mut self) {}

    fn set_night(&mut self, _: bool) {}

    fn set_volume(&mut self, _: u8) {}

    fn set_level(&mut self, _: SoundKind, _: u8) {}

    fn set_muted(&mut self, _: bool) {}

    fn is_heard(&self) -> bool {
        true
    }

    fn left_out(&self) -> Vec<LeftOut> {
        Vec::new()
    }

    fn note(&self) -> Option<Message> {
        None
    }

    fn close(self) {}
}

/// A session that begins with a chime, at 1 s of the clock, while the output stands so.
fn begin(readiness: Readiness) -> (MadeUpOutput, Playback<MadeUpOutput, MadeUpOutput>) {
    let (session, problems) = parse("chimes.toml", CHIMES, &KnownNames::default());
    let session = session.unwrap_or_else(|| panic!("{problems:?}"));
    let start = Start::of("chimes".into(), Arc::new(written(&session, Side::Left)));
    let world = MadeUpOutput::default();
    world.now.set(1_000);
    world.readiness.set(Some(readiness));
    let settings = VoiceSettings { engine: EngineChoice::None, ..VoiceSettings::default() };
    let mut playback = Playback::new(
        NowPlaying::new(Levels::default()),
        world.clone(),
        world.clone(),
        Narrator::new(settings, None),
        DesktopLink::new(None),
        JournalLink::default(),
    );
    playback.control(Control::Begin(Box::new(start)));
    (world, playback)
}

/// Lets so many milliseconds pass, 50 at a time, and gives the position.
fn pass(
    world: &MadeUpOutput,
    playback: &mut Playback<MadeUpOutput, MadeUpOutput>,
    millis: u64,
) -> u64 {
    for _ in 0..millis / 50 {
        world.now.set(world.now.get() + 50);
        playback.pass_time();
    }
    playback.now().player().map_or(0, Player::position)
}

fn running(millis: u64) -> Readiness {
    Readiness::Running { lead: Duration::from_millis(millis) }
}

/// When the first chime is heard, and where the session stands then.
fn first_chime(
    world: &MadeUpOutput,
    playback: &mut Playback<MadeUpOutput, MadeUpOutput>,
) -> (u64, u64) {
    let first = *world.heard.borrow().first().expect("a chime");
    let left = first.saturating_sub(world.now.get());
    (first, pass(world, playback, left.next_multiple_of(50)))
}

#[test]
fn without_an_output_it_begins_at_once() {
    let (world, mut playback) = begin(Readiness::Unavailable);
    assert_eq!(pass(&world, &mut playback, 500), 500);
}

#[test]
fn it_begins_when_the_output_can_play_its_first_sound() {
    for lead in [0, 200, 1_600] {
        let (world, mut playback) = begin(Readiness::Opening);
        assert_eq!(pass(&world, &mut playback, 700), 0);
        assert_eq!(world.heard.borrow().len(), 0, "nothing is called for that would be missed");
        world.readiness.set(Some(running(lead)));
        pass(&world, &mut playback, lead + 1_000);
        let cues = playback.now().player().expect("it is on").timeline().cues(0, 60_000).iter();
        let is_chime = |cue: &&Cue| matches!(cue.kind, CueKind::Chime(_));
        let due = cues.clone().find(is_chime).expect("a chime").at;
        let (heard, position) = first_chime(&world, &mut playback);
        assert!(heard >= 1_750 + lead + due, "{heard} with a lead of {lead}");
        assert!(position.abs_diff(due) <= 50, "{position} when the chime of {due} is heard");
    }
}

#[test]
fn an_output_that_takes_too_long_is_not_waited_for() {
    let (world, mut playback) = begin(Readiness::Opening);
    let position = pass(&world, &mut playback, 4_000);
    assert!((1_000..=2_000).contains(&position), "{position}");
}

#[test]
fn after_a_jump_and_a_pause_what_is_due_at_once_can_still_be_heard() {
    let (world, mut playback) = begin(running(200));
    pass(&world, &mut playback, 5_000);
    let next = playback.now().player().expect("it is on").timeline().segments()[2].start;
    world.heard.borrow_mut().clear();
    playback.control(Control::Command(Command::SeekTo(next)));
    let (heard, position) = first_chime(&world, &mut playback);
    assert!(heard >= 6_200, "{heard}");
    assert!(position.abs_diff(next) <= 50, "{position}");

    playback.control(Control::Command(Command::SeekTo(next)));
    playback.control(Control::Command(Command::Pause(PauseReason::Asked)));
    pass(&world, &mut playback, 3_000);
    world.readiness.set(Some(Readiness::Opening));
    world.heard.borrow_mut().clear();
    playback.control(Control::Command(Command::Resume));
    assert_eq!(pass(&world, &mut playback, 300), next, "the output is woken first");
    world.readiness.set(Some(running(200)));
    pass(&world, &mut playback, 50);
    let (_, position) = first_chime(&world, &mut playback);
    assert!(position.abs_diff(next) <= 50, "{position}");
}

#[test]
fn a_machine_that_sleeps_before_it_begins_finds_it_paused() {
    let (world, mut playback) = begin(Readiness::Opening);
    pass(&world, &mut playback, 100);
    world.now.set(world.now.get() + 3_600_000);
    playback.pass_time();
    let state = playback.now().player().map(Player::state);
    assert_eq!(state, Some(State::Paused(PauseReason::Gap)));
    assert_eq!(world.heard.borrow().len(), 0);
}

#[test]
fn cues_are_called_for_so_much_sooner_as_the_output_is_slow() {
    let (world, mut playback) = begin(running(1_600));
    pass(&world, &mut playback, 3_000);
    let mut count = world.heard.borrow().len();
    for _ in 0..400 {
        pass(&world, &mut playback, 50);
        let heard = world.heard.borrow();
        let soonest = heard[count..].iter().min().map_or(u64::MAX, |at| at - world.now.get());
        assert!(soonest >= 1_600, "called for {soonest} ms before");
        count = heard.len();
    }
}
