//! `render`: a session saved as a sound file, and its words as captions.

mod night;
pub(super) mod places;

use std::io::{self, BufWriter, Stderr, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::arguments::RenderArguments;
use super::console::Console;
use super::exit::{Exit, Failure};
use super::exported::is_standard_output;
use super::setup::{self, Setup};
use super::text::{in_columns, one_line, printable, said};
use super::{background, files, play, who};
use crate::care::screen;
use crate::choices::EngineChoice;
use crate::conductor::{EndSignal, Interruption};
use crate::files::{Draft, is_stream};
use crate::lengths::to_the_second;
use crate::mixer::{Arrangement, Mixer};
use crate::playback::Narrator;
use crate::recording::{Format, Label, RecordingError, RecordingProgress, captions, record};
use crate::session::Session;
use crate::timeline::{Spoken, Timeline, Wish};
use crate::voice::SpeechProgress;

/// How often the progress of the voice is looked at.
const LOOK_AGAIN: Duration = Duration::from_millis(100);
/// How many cells the progress bar has.
const BAR: usize = 24;

/// Saves a session as it was asked for. Where that fails, no file is left that was not there.
pub(super) fn render(
    wish: &RenderArguments,
    setup: &Setup,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let format = format_of(wish)?;
    places::check(wish)?;
    let loaded = files::load(&setup.library(), &wish.session, console)?;
    let screened = screen(&loaded.session, &setup.person);
    let session = screened.session();
    let how = wished(session, wish, setup, console)?;
    let timeline = Arc::new(play::lay_out(&screened, &how)?);
    night::check(&timeline, wish)?;
    places::spare(loaded.path.as_deref(), wish, setup.paths.as_ref())?;
    // Captions alone are spoken by nobody.
    let who = wish.voice.as_deref().filter(|_| wish.output.is_some());
    let voice = who::spoken_by(who, &session.language, setup)?;
    // Before anything is begun, so that a signal leaves no half of it.
    let interruption = Interruption::watch()?;
    let begun = |place: &PathBuf| places::begin(place).map(|draft| (place.clone(), draft));
    let sound = wish.output.as_ref().map(begun).transpose()?;
    let saved = wish.captions.as_ref().filter(|place| !is_standard_output(place));
    let words = saved.map(begun).transpose()?;
    let is_to_speak = voice.engine != EngineChoice::None;
    let mut narrator = Narrator::new(voice, setup.paths.clone());
    let mut exit = Exit::Done;
    if let (Some((mut place, mut draft)), Some(format)) = (sound, format) {
        narrator.prepare(&loaded.id, loaded.path.as_deref(), &timeline);
        if let Some(end) = wait_for_words(&narrator, &interruption, console) {
            return Ok(stopped(end, console));
        }
        let another = another_speaks(&narrator, wish, session, console);
        if is_to_speak && (another || narrator.progress().silent > 0) {
            exit = Exit::Problem;
            if !is_stream(&place) {
                place = places::apart(&place);
                draft = places::begin(&place)?;
            }
        }
        let sound = SessionSound {
            session,
            timeline: &timeline,
            format,
            place: &place,
            narrator: &narrator,
        };
        let mut mixer = mixer(wish, setup);
        mixer.set_night(timeline.is_night());
        if let Some(end) = sound.record(&mut draft, mixer, &interruption, console)? {
            return Ok(stopped(end, console));
        }
        let length = to_the_second(night::whole_millis(&timeline));
        if let Some(end) = places::keep(draft, &place, &length, &interruption, wish, console)? {
            return Ok(Exit::Interrupted(end));
        }
    }
    let heard = |spoken: &Spoken| narrator.heard_millis(&spoken.words, spoken.after);
    let text = || captions(session, &timeline, &heard);
    let end = give_captions(words, text, &interruption, wish, console)?;
    Ok(end.map_or(exit, Exit::Interrupted))
}

/// Saves or prints the captions, where they are asked for. Returns what has asked for the end
/// meanwhile, where something has.
fn give_captions(
    begun: Option<(PathBuf, Draft)>,
    text: impl FnOnce() -> String,
    interruption: &Interruption,
    wish: &RenderArguments,
    console: &mut Console<'_>,
) -> anyhow::Result<Option<EndSignal>> {
    if let Some((place, mut draft)) = begun {
        places::write(&mut draft, &place, &text())?;
        return places::keep(draft, &place, "captions", interruption, wish, console);
    }
    if wish.captions.is_some() {
        console.out.write_all(text().as_bytes())?;
    }
    Ok(None)
}

/// How the session is wished to be laid out.
fn wished(
    session: &Session,
    wish: &RenderArguments,
    setup: &Setup,
    console: &mut Console<'_>,
) -> anyhow::Result<Wish> {
    let by_day = setup.wish_by_day();
    Ok(Wish {
        length: wish.minutes.into(),
        first_side: wish.first_side.unwrap_or(by_day.first_side),
        ending: night::ending(session, wish, &setup.settings),
        bed: background::asked_or_set(setup, wish.bed.as_deref(), console)?,
        guidance: wish.guidance.unwrap_or(by_day.guidance),
        ..by_day
    })
}

/// Says that the work was stopped before anything was saved.
fn stopped(end: EndSignal, console: &mut Console<'_>) -> Exit {
    // A terminal that is gone need not be told.
    let _ = writeln!(console.err, "Stopped. Nothing was saved.");
    Exit::Interrupted(end)
}

/// The mixer of a recording: the sounds there are, as loud as they are to be.
fn mixer(wish: &RenderArguments, setup: &Setup) -> Mixer {
    let mut mixer = Mixer::with_sounds(setup::sounds(setup.paths.as_ref()).0);
    mixer.set_channels(wish.channels.unwrap_or(setup.settings.channels));
    mixer.set_mix(setup.settings.first_mix());
    mixer.set_volume(wish.volume);
    mixer
}

/// The format of the recording, where there is to be one.
fn format_of(wish: &RenderArguments) -> Result<Option<Format>, Failure> {
    let Some(place) = &wish.output else { return Ok(None) };
    Format::of(place).map(Some).map_err(|unknown| {
        let name = places::with_ending(place, &wish.session);
        let failure = Failure::usage(format!(
            "`{}` has no ending that is known here: {unknown}",
            said(place)
        ));
        let failure =
            failure.help(format!("`-o {}` keeps every detail; .ogg is the smallest", said(&name)));
        if places::is_for_others(place) && cfg!(unix) {
            return failure.help(format!(
                "another program can read it from a pipe of that name: `mkfifo {}`",
                said(&name)
            ));
        }
        failure
    })
}

/// What is recorded, and where to.
struct SessionSound<'a> {
    session: &'a Session,
    timeline: &'a Timeline,
    format: Format,
    place: &'a Path,
    narrator: &'a Narrator,
}

impl SessionSound<'_> {
    /// Records it into its draft. Returns what has asked for the end, where something has.
    fn record(
        &self,
        draft: &mut Draft,
        mixer: Mixer,
        interruption: &Interruption,
        console: &mut Console<'_>,
    ) -> anyhow::Result<Option<EndSignal>> {
        let voices = self.narrator.speakers();
        let label = Label::of(self.session, self.timeline);
        let label = label.spoken_by(&voices, self.timeline.texts());
        let mut bar = Bar::new(&one_line(&self.session.title), console);
        let recorded = record(
            BufWriter::new(draft.file()),
            self.format,
            &label,
            self.timeline,
            &Arrangement { speed: 1.0, speech: self.narrator },
            mixer,
            &mut |progress| {
                bar.show(progress);
                if interruption.asked().is_some() {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            },
        );
        bar.clear();
        match recorded {
            Ok(left_out) => {
                for file in left_out {
                    console.leaves_out(&file);
                }
                Ok(None)
            }
            Err(RecordingError::Stopped) => Ok(interruption.asked()),
            Err(RecordingError::Unwritable(error)) => {
                Err(places::unwritable(self.place, &error).into())
            }
            Err(RecordingError::Unfit(why)) => Err(Failure::new(why).into()),
        }
    }
}

/// Waits until every line is spoken or known to stay silent, and says so of those that do.
/// Returns what has asked for the end meanwhile, where something has.
fn wait_for_words(
    narrator: &Narrator,
    interruption: &Interruption,
    console: &mut Console<'_>,
) -> Option<EndSignal> {
    let mut bar = Bar::new("Speaking the words", console);
    while !narrator.wait(LOOK_AGAIN) {
        if let Some(end) = interruption.asked() {
            bar.clear();
            return Some(end);
        }
        let view = narrator.progress();
        bar.show(RecordingProgress { done: view.done as u64, whole: view.of as u64 });
    }
    bar.clear();
    let SpeechProgress { silent, of, why, .. } = narrator.progress();
    if silent > 0 {
        let which = if silent == of {
            "nothing is".to_owned()
        } else {
            format!("{silent} of {of} lines are not")
        };
        console.warn(
            &format!("{which} spoken: {}", printable(&why.unwrap_or_default())),
            "`unclench voices` lists who could speak; `--voice none` leaves the words out",
        );
    } else if let Some(why) = why {
        console.warn(&printable(&why), "another voice speaks in their place");
    }
    None
}

/// Whether another voice spoke than the one that was asked for, and says so. What the settings ask
/// for holds for English: of another language they may well name no voice.
fn another_speaks(
    narrator: &Narrator,
    wish: &RenderArguments,
    session: &Session,
    console: &mut Console<'_>,
) -> bool {
    let is_asked = wish.voice.is_some() || session.language.starts_with("en");
    let Some(speaker) = narrator.stand_in().filter(|_| is_asked) else {
        return false;
    };
    console.warn(
        &format!("the voice that was asked for did not speak; {} did", printable(&speaker)),
        "`unclench voices` lists who could speak; `--voice NAME` chooses, `--voice none` leaves the words out",
    );
    true
}

/// A line that says how far it is, where a person looks on.
struct Bar {
    /// Not the console's own stream: this line is drawn over itself.
    out: Option<Stderr>,
    title: String,
    shown: Option<u64>,
}

impl Bar {
    fn new(title: &str, console: &Console<'_>) -> Self {
        let columns = console.text_width().saturating_sub(BAR + 8);
        let out = console.err_is_terminal.then(io::stderr);
        Self { out, title: in_columns(title, columns).trim_end().to_owned(), shown: None }
    }

    /// Shows each hundredth once. A terminal that cannot show it is no reason to stop.
    fn show(&mut self, progress: RecordingProgress) {
        let hundredths = (progress.done * 100 / progress.whole.max(1)).min(100);
        let Some(out) = self.out.as_mut().filter(|_| self.shown != Some(hundredths)) else {
            return;
        };
        self.shown = Some(hundredths);
        let full = hundredths as usize * BAR / 100;
        let (done, left) = ("━".repeat(full), "╌".repeat(BAR - full));
        let _ = write!(out, "\r{} {done}{left} {hundredths:3} %", self.title);
        let _ = out.flush();
    }

    fn clear(&mut self) {
        if let Some(out) = self.out.as_mut().filter(|_| self.shown.is_some()) {
            let _ = write!(out, "\r\x1b[K");
            let _ = out.flush();
        }
    }
}
