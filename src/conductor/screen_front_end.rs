//! The whole screen as a front end: waits for a key, a signal or the next frame, and draws.

mod terminal_facts;

use std::io;
use std::time::Duration;

use crossterm::event::{Event as Key, KeyCode, KeyModifiers};
use tokio::sync::mpsc::{Receiver, Sender};
use tokio::time::timeout;
use tokio_stream::{Stream, StreamExt as _};

use super::clock::day_at;
use super::keys::is_beyond;
use super::signals::{EndSignal, Signal};
use super::terminal::{Canvas, Drawn};
use super::terminal_answer::TerminalFact;
use super::themes::PictureOrigin;
use super::{LibraryAccess, Outcome};
use crate::canvas::{ColorDepth, PixelShape};
use crate::desktop::DesktopRequest;
use crate::journal::{JournalEntry, JournalNews};
use crate::library::current_id;
use crate::playback::{AudioSink, Clock, Continuation, Event, Playback};
use crate::player::{Control, Effect};
use crate::screens::keymap::action_for;
use crate::screens::{Action, App, Request, ScreenView, VoiceView, draw};
use crate::theme::ChosenTheme;
use crate::timeline::LengthWish;
use crate::voice::SpeechProgress;
use crate::words::Message;

/// Time passes at least this often while a session plays, so that cues are handed out in time.
const LONGEST_TICK: Duration = Duration::from_millis(100);
/// How long after its start the program may still expect the terminal's answer, and how long it waits
/// for that at its end.
const ANSWER_EXPECTED: Duration = Duration::from_secs(2);
const ANSWER_WAITED: Duration = Duration::from_millis(300);

/// Everything the loop of the whole screen holds. Canvas and playback are given, so that a test can
/// play an evening in a second.
pub(super) struct ScreenFrontEnd<Time, Surface, Sink> {
    pub(super) app: App,
    pub(super) view: ScreenView,
    pub(super) canvas: Surface,
    pub(super) playback: Playback<Time, Sink>,
    pub(super) library: LibraryAccess,
    /// What the desktop asks for.
    pub(super) desktop: Receiver<DesktopRequest>,
    /// What the journal tells once it has been looked into, and how it gets here.
    pub(super) news: (Sender<JournalNews>, Receiver<JournalNews>),
    /// The theme that the person chose, and how many colours there are.
    pub(super) theme: (ChosenTheme, ColorDepth),
    /// What decides whether figures are drawn in pixels.
    pub(super) pictures: PictureOrigin,
    /// The letters that the settings name for cells, against what the terminal is known to draw.
    pub(super) cells: Option<PixelShape>,
    /// What the terminal answers of itself, its ground last; closed where no answer is to come.
    pub(super) answers: Receiver<TerminalFact>,
    /// When the frame after the last one is due; `None` where nothing moved.
    pub(super) next_frame: Option<Duration>,
    /// What is shown is not what should be, since the frame before was still on its way.
    pub(super) is_stale: bool,
}

impl<Time: Clock, Surface: Canvas, Sink: AudioSink> ScreenFrontEnd<Time, Surface, Sink> {
    /// Runs until the person leaves, a signal ends it, or the terminal is gone.
    pub(super) async fn run(
        &mut self,
        mut keys: impl Stream<Item = io::Result<Key>> + Unpin,
        mut signals: Receiver<Signal>,
    ) -> io::Result<Outcome> {
        loop {
            let tick = self.tick();
            let outcome = tokio::select! {
                // A signal comes before what was asked for while the program was stopped.
                biased;
                Some(signal) = signals.recv() => match signal {
                    Signal::End(end) => Some(Outcome::Interrupted(end)),
                    Signal::Suspend => self.suspend().map(|()| None)?,
                },
                key = keys.next() => match key {
                    Some(Ok(key)) => self.on_key(&key)?,
                    // The terminal is gone, and no key can come any more.
                    Some(Err(_)) | None => Some(Outcome::Interrupted(EndSignal::HANG_UP)),
                },
                () = self.library.has_found() => {
                    if let Some(requests) = self.library.show_found(&mut self.app) {
                        self.carry_out(requests);
                        self.draw()?;
                    }
                    None
                }
                Some(request) = self.desktop.recv() => self.on_desktop_request(request)?,
                Some(fact) = self.answers.recv() => self.learn(fact).map(|()| None)?,
                Some(news) = self.news.1.recv() => self.show_news(news).map(|()| None)?,
                () = self.canvas.freed(), if self.is_stale => self.draw().map(|()| None)?,
                () = sleep(tick) => self.on_tick()?,
            };
            if let Some(outcome) = outcome {
                return Ok(outcome);
            }
        }
    }

    /// Runs, and lets an answer come that is still on its way at the end, so that the terminal does not
    /// type it into what it shows next.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub(super) async fn run_to_the_end(
        &mut self,
        keys: impl Stream<Item = io::Result<Key>> + Unpin,
        signals: Receiver<Signal>,
    ) -> io::Result<Outcome> {
        let outcome = self.run(keys, signals).await?;
        let is_there = outcome != Outcome::Interrupted(EndSignal::HANG_UP);
        if is_there && self.playback.clock().now() < ANSWER_EXPECTED {
            let last = async {
                while let Some(TerminalFact::ShowsPictures(_) | TerminalFact::Name(_)) =
                    self.answers.recv().await
                {}
            };
            let _ = timeout(ANSWER_WAITED, last).await;
        }
        Ok(outcome)
    }

    /// How long to wait for the next frame, or for what goes on in the dark; for ever where nothing
    /// does.
    fn tick(&self) -> Option<Duration> {
        let wait = self.app.wait_millis(self.playback.now(), &self.view).map(Duration::from_millis);
        let now = self.playback.clock().now();
        let frame = self.next_frame.map(|due| due.saturating_sub(now).min(LONGEST_TICK));
        frame.into_iter().chain(wait).min()
    }

    fn on_tick(&mut self) -> io::Result<Option<Outcome>> {
        let was_playing = self.app.shows_session();
        if self.pass_time() {
            return Ok(Some(Outcome::Done));
        }
        let is_elsewhere = was_playing && !self.app.shows_session();
        // What the terminal has not taken yet, nobody has read.
        let has_turned = !self.is_stale && self.app.turn_page(&self.view);
        let now = self.playback.clock().now();
        if is_elsewhere || has_turned || self.next_frame.is_some_and(|due| now >= due) {
            self.draw()?;
        }
        Ok(None)
    }

    fn on_key(&mut self, key: &Key) -> io::Result<Option<Outcome>> {
        if let Key::Key(key) = key
            && key.modifiers.contains(KeyModifiers::CONTROL)
        {
            match key.code {
                KeyCode::Char('c') => return Ok(Some(Outcome::Interrupted(EndSignal::INTERRUPT))),
                KeyCode::Char('z') => return self.suspend().map(|()| None),
                _ => {}
            }
        }
        self.pass_time();
        if let Key::Resize(columns, rows) = key {
            self.canvas.resize(*columns, *rows);
            // Letters may have another size as well.
            self.view.cell = self.view.cell.and_then(|_| self.canvas.cell_pixels());
            return self.draw().map(|()| None);
        }
        let place = self.app.place(self.playback.now(), &self.view);
        let action = action_for(key, place).filter(|_| !is_beyond(key, self.view.frame.area));
        action.map_or(Ok(None), |action| self.act(action))
    }

    fn act(&mut self, action: Action) -> io::Result<Option<Outcome>> {
        self.renew_day();
        let requests = self.app.act(action, self.playback.now(), &self.view);
        if self.carry_out(requests) {
            return Ok(Some(Outcome::Done));
        }
        self.draw().map(|()| None)
    }

    /// Where a day has begun since the last key, what was answered and read on the one before holds no
    /// longer.
    fn renew_day(&mut self) {
        let day = day_at(self.playback.clock().date(), self.library.day_begins());
        if self.app.shared.today.day() != day {
            self.app.renew_day(&self.library.day(&day));
        }
    }

    /// Does what the desktop asks for, as a key would.
    fn on_desktop_request(&mut self, request: DesktopRequest) -> io::Result<Option<Outcome>> {
        self.pass_time();
        let was_on = self.playback.now().player().is_some();
        match self.playback.desktop_request(request) {
            Some(events) => {
                if was_on && !matches!(request, DesktopRequest::Pause | DesktopRequest::Volume(_)) {
                    self.app.uncover_session();
                }
                self.follow(&events);
                self.draw().map(|()| None)
            }
            None => self.act(Action::Quit),
        }
    }

    /// Gives the terminal back until the program is continued; a session pauses meanwhile.
    fn suspend(&mut self) -> io::Result<()> {
        self.pass_time();
        let events = self.playback.suspend();
        self.follow(&events);
        self.canvas.suspend()?;
        let events = self.playback.resume(Continuation::WhenAsked);
        self.follow(&events);
        self.pass_time();
        self.draw()
    }

    /// Lets the time since last time pass. Returns whether the program is to be left.
    fn pass_time(&mut self) -> bool {
        let (elapsed, events) = self.playback.pass_time();
        self.app.advance(elapsed);
        self.follow(&events);
        self.app.has_left(self.playback.now())
    }

    /// Shows what happened.
    fn follow(&mut self, events: &[Event]) {
        for event in events {
            if let Event::Effect(effect) = event {
                if let Effect::Ended(record) = effect {
                    self.library.remember_played(record);
                }
                let requests = self.app.follow(effect);
                self.carry_out(requests);
            }
        }
    }

    /// Carries out what the screens want done. Returns whether the person wants to leave.
    pub(super) fn carry_out(&mut self, requests: Vec<Request>) -> bool {
        let mut leave = false;
        for request in requests {
            match request {
                Request::Quit => leave = true,
                Request::Control(control) => self.control(control),
                Request::Remember => self.library.remember(self.playback.now().levels()),
                Request::KeepProfile(profile) => self.library.keep_profile(&mut self.app, *profile),
                Request::KeepFavourites(ids) => self.library.keep_favourites(&mut self.app, ids),
                Request::KeepDeclined(ids) => {
                    self.library.keep_declined(&mut self.app, ids);
                    self.library.suggest(&mut self.app);
                }
                Request::KeepToday(today) => self.library.keep_today(&mut self.app, &today),
                Request::Refresh => {
                    let wanted = self.library.look(&mut self.app);
                    self.carry_out(wanted);
                }
                Request::Suggest => self.library.suggest(&mut self.app),
                Request::Preview(id) => {
                    let bed = &self.playback.now().levels().background;
                    self.library.preview(&mut self.app, &id, bed);
                }
                Request::Plan(request) => {
                    let bed = &self.playback.now().levels().background;
                    self.library.plan(&mut self.app, &request, bed);
                }
                Request::ShowPlan(session) => {
                    let bed = &self.playback.now().levels().background;
                    let as_written = (bed, LengthWish::AsWritten);
                    self.app.show_ready("plan".to_owned(), &session, as_written);
                    self.prepare();
                }
                Request::Say(moment, said) => self.playback.keep_said(moment, *said),
                Request::LookBack => {
                    let found = self.news.0.clone();
                    self.playback.look_back(move |news| found.try_send(news).is_ok());
                }
                Request::Slept(id, said) => self.playback.keep_slept(id, *said),
                Request::LetGo(id) => self.playback.let_go(id),
                Request::GoOn(entry) => self.go_on(*entry),
                Request::Load(id) => self.load((&id, LengthWish::AsWritten)),
                Request::LoadFitted { id, minutes } => {
                    self.load((&id, LengthWish::Millis(minutes * 60_000)));
                }
                Request::StartCourse(id) => self.library.start_course(&mut self.app, &id),
            }
        }
        leave
    }

    fn load(&mut self, wanted: (&str, LengthWish)) {
        let bed = &self.playback.now().levels().background;
        self.library.load(&mut self.app, wanted, bed);
        self.prepare();
    }

    fn control(&mut self, control: Control) {
        let events = self.playback.control(control);
        self.follow(&events);
    }

    /// Looks what there is to play, and which session was interrupted lately.
    pub(super) fn look_around(&mut self) {
        let found = self.news.0.clone();
        self.playback.look_at_journal(move |news| {
            // The program has ended meanwhile.
            let _ = found.try_send(news);
        });
        let wanted = self.library.look(&mut self.app);
        self.carry_out(wanted);
    }

    /// Shows what the journal tells. It offers to go on with a session, unless another was begun
    /// meanwhile.
    fn show_news(&mut self, news: JournalNews) -> io::Result<()> {
        let is_fresh = self.playback.now().last_player().is_none();
        match news {
            JournalNews::Interrupted(entry) if is_fresh => {
                self.app.shared.interrupted = Some(entry);
            }
            JournalNews::Night(entry) if is_fresh && self.app.shared.asks_how_one_slept() => {
                self.app.shared.last_night = Some(entry);
            }
            JournalNews::DidGood(ids) if is_fresh => {
                let ids = ids.iter().map(|id| current_id(id).to_owned()).collect();
                let wanted = self.app.learn_helped(ids);
                self.carry_out(wanted.into_iter().collect());
            }
            JournalNews::Helped(helped) => self.app.show_helped(*helped, self.library.goal()),
            JournalNews::NoteChanged => {}
            JournalNews::Interrupted(_) | JournalNews::Night(_) | JournalNews::DidGood(_) => {
                return Ok(());
            }
        }
        self.draw()
    }

    /// Begins a session where it was interrupted; nobody is asked about it again.
    fn go_on(&mut self, entry: JournalEntry) {
        let bed = &self.playback.now().levels().background;
        let begin = self.library.go_on(&mut self.app, &entry, bed);
        self.playback.let_go(entry.id);
        if let Some(Control::Begin(start)) = &begin {
            let file = self.library.file_of(&start.id);
            let timeline = start.player.shared_timeline();
            self.playback.prepare(&start.id, file.as_deref(), timeline);
        }
        match begin {
            Some(begin) => self.control(begin),
            None => self.prepare(),
        }
    }

    /// Has the words of the session that is about to be played spoken ahead.
    fn prepare(&mut self) {
        if let Some((id, timeline)) = self.app.coming() {
            let file = self.library.file_of(id);
            self.playback.prepare(id, file.as_deref(), timeline);
        }
    }

    /// Draws a frame, or remembers that one is to be drawn once the terminal takes it.
    pub(super) fn draw(&mut self) -> io::Result<()> {
        let SpeechProgress { done, of, silent, why } = self.playback.speech_progress();
        self.app.shared.voice = VoiceView { done, of, silent, why };
        let note = self.playback.sound_note().or_else(|| self.app.shared.voice.note());
        let note = note.or_else(|| self.library.note());
        let journal = self.playback.journal_note();
        self.app.shared.journal_note.clone_from(&journal);
        // What is not kept is told though nothing is heard either.
        self.app.shared.quiet_note = match (note, journal) {
            (Some(note), Some(journal)) => {
                Some(Message::new("two-notes").with("first", journal).with("second", note))
            }
            (note, journal) => note.or(journal),
        };
        let stays = self.app.frame_millis(self.playback.now()).map(Duration::from_millis);
        self.next_frame = stays.map(|stays| self.playback.clock().now() + stays);
        let (app, now, view) = (&self.app, self.playback.now(), &mut self.view);
        let was_drawn = self.canvas.draw(&mut |frame| {
            draw(frame, app, now, view);
            Drawn::taken(view)
        })?;
        self.is_stale = !was_drawn;
        let drawn_at = self.playback.clock().now();
        let paced = drawn_at + self.canvas.paced(drawn_at);
        self.next_frame = self.next_frame.map(|due| due.max(paced));
        Ok(())
    }
}

async fn sleep(tick: Option<Duration>) {
    match tick {
        Some(tick) => tokio::time::sleep(tick).await,
        None => std::future::pending().await,
    }
}
