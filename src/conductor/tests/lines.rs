//! Plain lines under a clock that a test can turn: what lines, signals and the desktop come to.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc::channel;

use super::{END, Log, LoggedSink, PausedClock, desktop, silent_narrator};
use crate::body::Side;
use crate::care::{CaredFor, Felt, Profile, Today, screened_for_anyone};
use crate::conductor::Outcome;
use crate::conductor::lines_front_end::{LineEvent, LinesFrontEnd};
use crate::conductor::signals::{EndSignal, Signal};
use crate::format::{KnownNames, parse};
use crate::journal::Measure;
use crate::library::shipped::shipped_session;
use crate::playback::{Clock as _, DesktopLink, Event, JournalLink, Playback};
use crate::player::{Levels, NowPlaying, Player, Start};
use crate::session::Session;
use crate::timeline::tests::written;
use crate::timeline::{Ending, Timeline};

/// Ten seconds of rest that then wait, and ten more.
const WAITS: &str = r#"
format = 1
title = "Waits"
summary = "A step that waits."
settings = ["desk"]
position = "any"
goals = ["stress"]
lead-in = "2s"

[[steps]]
kind = "rest"
title = "First"
length = "10s"
wait = true

[[steps]]
kind = "rest"
title = "Second"
length = "10s"
"#;

/// A session in plain lines.
pub(super) struct Lines {
    timeline: Arc<Timeline>,
    session: Session,
    pub(super) log: Log,
    told: Rc<RefCell<Vec<String>>>,
    /// What is asked of the person once it is over.
    asks_after: Vec<Measure>,
}

impl Lines {
    /// A shipped session, as at night.
    pub(super) fn of(id: &str) -> Self {
        let session = shipped_session(id).session;
        let timeline = written(&session, Side::Left);
        Self::with(session, timeline.with_ending(Ending::Night { play_on: 1_200_000 }))
    }

    fn waiting() -> Self {
        let (session, problems) = parse("waits.toml", WAITS, &KnownNames::default());
        let session: Session = session.unwrap_or_else(|| panic!("{problems:?}"));
        let timeline = written(&session, Side::Left);
        Self::with(session, timeline)
    }

    fn with(session: Session, timeline: Timeline) -> Self {
        let (log, told) = (Log::default(), Rc::default());
        Self { timeline: Arc::new(timeline), session, log, told, asks_after: Vec::new() }
    }

    pub(super) fn millis(&self) -> u64 {
        self.timeline.millis()
    }

    pub(super) fn told(&self) -> Vec<String> {
        self.told.borrow().clone()
    }

    /// What was told of pauses and steps, without its time.
    fn course(&self) -> Vec<String> {
        let told = self.told();
        let words = told.iter().filter_map(|line| Some(line.split_once(' ')?.1.to_owned()));
        let kinds = ["Entered", "Paused", "Resumed", "Waiting", "SleepTimer"];
        words.filter(|line| kinds.iter().any(|kind| line.starts_with(kind))).collect()
    }

    /// Plays a script to its end, or until all is over. Words are what is done; numbers are
    /// milliseconds to wait. `end` ends it from outside.
    pub(super) async fn play(&mut self, script: &str) -> Outcome {
        let (line, lines) = channel(4);
        let (signal, signals) = channel(4);
        let (requests, asked) = channel(4);
        let (told, started) = (Rc::clone(&self.told), PausedClock::start());
        let levels = Levels { volume: 70, ..Levels::default() };
        let ear = LoggedSink { log: self.log.clone(), clock: PausedClock::start() };
        let mut front_end = LinesFrontEnd {
            playback: Playback::new(
                NowPlaying::new(levels),
                PausedClock::start(),
                ear,
                silent_narrator(None),
                DesktopLink::new(None),
                JournalLink::default(),
            ),
            tell: &mut |_, event| {
                let at = started.now().as_millis();
                told.borrow_mut().extend(noted(event).map(|what| format!("{at} {what}")));
                Ok(())
            },
            cared: (screened_for_anyone(&self.session), CaredFor::default()),
            today: Today::default(),
            keep: &mut |_| {},
            stopped: None,
            asks_after: self.asks_after.clone(),
            desktop: asked,
            stop: || {},
            is_held: false,
            rings_until: None,
        };
        let doing = async move {
            for word in script.split_whitespace() {
                match (word.parse::<u64>(), word) {
                    (Ok(millis), _) => tokio::time::sleep(Duration::from_millis(millis)).await,
                    (_, "line") => line.send(String::new()).await.expect("listened to"),
                    (_, entered) if entered.starts_with('>') => {
                        line.send(entered[1..].to_owned()).await.expect("listened to");
                    }
                    (_, "TSTP") => signal.send(Signal::Suspend).await.expect("listened to"),
                    (_, "end") => signal.send(END).await.expect("listened to"),
                    _ => requests.send(desktop::request(word)).await.expect("listened to"),
                }
            }
            std::future::pending::<()>().await;
        };
        let player = Player::new(Arc::clone(&self.timeline));
        let start = Start { id: "session".to_owned(), player };
        tokio::select! {
            outcome = front_end.run(start, lines, signals) => outcome.expect("told"),
            () = doing => unreachable!("it never ends"),
        }
    }
}

/// What is noted of an event.
fn noted(event: LineEvent<'_>) -> Option<String> {
    match event {
        LineEvent::Played(Event::Effect(effect)) => Some(format!("{effect:?}")),
        LineEvent::Played(_) => None,
        LineEvent::Stopped(stopped) => Some(format!("Stopped {stopped:?}")),
        LineEvent::CheckIn(asked) => Some(format!("{asked:?}")),
    }
}

/// The course that a script leads to, from where a session has begun.
async fn course(script: &str) -> Vec<String> {
    let mut lines = Lines::waiting();
    lines.play(&format!("{script} end")).await;
    lines.course().split_off(1)
}

#[tokio::test(start_paused = true)]
async fn a_paused_session_stays_paused_when_the_program_is_suspended_and_continued() {
    assert_eq!(course("1000 line 100 TSTP 30000").await, ["Paused(Asked)"]);
}

#[tokio::test(start_paused = true)]
async fn a_step_that_waits_still_waits_when_the_program_is_suspended_and_continued() {
    assert_eq!(course("13000 TSTP 30000").await, ["Entered(1)", "Waiting"]);
}

#[tokio::test(start_paused = true)]
async fn a_session_that_plays_goes_on_when_the_program_is_continued() {
    assert_eq!(course("1000 TSTP 500").await, ["Paused(Gap)", "Resumed"]);
}

#[tokio::test(start_paused = true)]
async fn what_the_desktop_has_paused_stays_paused_when_the_program_is_continued() {
    assert_eq!(course("1000 media-pause 100 TSTP 30000").await, ["Paused(Asked)"]);
}

#[tokio::test(start_paused = true)]
async fn what_the_desktop_asks_for_while_the_program_is_suspended_is_done_once_it_goes_on() {
    let paused = course("1000 TSTP media-pause 30000").await;
    assert_eq!(paused, ["Paused(Gap)", "Resumed", "Paused(Asked)"]);
    let skipped = course("1000 media-pause 100 TSTP media-next 500").await;
    assert_eq!(skipped, ["Paused(Asked)", "Entered(1)"]);
}

#[tokio::test(start_paused = true)]
async fn the_bed_after_a_session_plays_on_over_a_suspension() {
    let mut lines = Lines::of("quiet-in-bed");
    lines.play("240000 TSTP 1000 end").await;
    assert_eq!(lines.course().last().map(String::as_str), Some("SleepTimer(PlayingOn)"));
    assert_eq!(lines.log.count("fades in"), 0);
}

#[tokio::test(start_paused = true)]
async fn while_the_last_sound_rings_a_suspension_hides_no_end() {
    let mut lines = Lines::waiting();
    let outcome = lines.play("13000 line 10500 TSTP 100 end").await;
    assert_eq!(outcome, Outcome::Interrupted(EndSignal::HANG_UP));
}

#[tokio::test(start_paused = true)]
async fn the_desktop_sets_the_loudness_of_plain_lines_too() {
    let mut lines = Lines::waiting();
    lines.play("1000 media-volume-30 10 end").await;
    assert_eq!(lines.log.count("volume 30"), 1);
}

#[tokio::test(start_paused = true)]
async fn once_it_is_over_each_question_waits_for_its_line_and_then_the_program_ends() {
    let mut lines = Lines::waiting();
    lines.asks_after = vec![Measure::Stress, Measure::Tension];
    let outcome = lines.play("13000 line 20000 >many 1000 >4 1000 line 1000 line").await;
    assert_eq!(outcome, Outcome::Done);
    let told = lines.told();
    let asked: Vec<_> =
        told.iter().rev().take(4).rev().filter_map(|it| it.split_once(' ')).collect();
    let asked: Vec<_> = asked.into_iter().map(|(_, told)| told).collect();
    assert_eq!(asked, ["First", "Asked(Stress)", "NoNumber(\"many\")", "Asked(Tension)"]);
}

/// The number of a choice of a session, where it was stopped.
fn number_of(lines: &Lines, felt: Felt) -> usize {
    let choices = crate::screens::felt_in(&lines.timeline, &Profile::default());
    choices.iter().position(|it| *it == felt).expect("it can be chosen") + 1
}

#[tokio::test(start_paused = true)]
async fn after_a_sign_a_session_that_was_stopped_by_line_ends_and_never_goes_on() {
    let mut lines = Lines::of("neck-and-shoulders");
    lines.play("60000 >! 1000 >1 1000 line 1000 line 60000 end").await;
    let told = lines.told();
    assert!(told.iter().any(|line| line.contains("Stopped Advice(Sign")), "{told:?}");
    assert!(told.iter().any(|line| line.contains("Ended")), "{told:?}");
    for untold in ["Resumed", "Paused"] {
        assert!(!told.iter().any(|line| line.contains(untold)), "{untold}: {told:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_exclamation_mark_of_any_keyboard_stops_at_once_and_q_of_any_ends() {
    for (line, told) in [("！", "Stopped Asked"), ("q", "Ended"), ("й", "Ended"), ("ｑ", "Ended")]
    {
        let mut lines = Lines::waiting();
        lines.play(&format!("1000 >{line} 1000 end")).await;
        let all = lines.told();
        assert!(all.iter().any(|it| it.starts_with(&format!("1000 {told}"))), "{line}: {all:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_only_unpleasant_goes_on_by_line_without_the_place() {
    let mut lines = Lines::of("feet");
    let worked = lines.timeline.segments().iter().find(|it| it.massage().is_some());
    let at = worked.expect("feet are worked").start + 1_000;
    let number = number_of(&lines, Felt::Unpleasant);
    lines.play(&format!("{at} >! 1000 >{number} 1000 line 2000 end")).await;
    let told = lines.told();
    assert_eq!(told.iter().filter(|line| line.contains("Begun")).count(), 2, "{told:?}");
    assert!(!told.iter().any(|line| line.contains("Ended")), "it is the same session: {told:?}");
}
