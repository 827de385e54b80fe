//! `render`: a session saved as a sound file, and its words as captions.

mod night;
mod places;

use std::io::{self, BufWriter, Stderr, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::arguments::RenderArguments;
use super::console::Console;
use super::exit::{Exit, Failure};
use super::setup::{self, Setup};
use super::text::{in_columns, one_line, printable, said};
use super::{background, files, play, who};
use crate::conductor::Interruption;
use crate::files::Draft;
use crate::lengths::to_the_second;
use crate::mixer::{Arrangement, Mixer};
use crate::playback::Narrator;
use crate::recording::{Format, Label, RecordingError, RecordingProgress, captions, record};
use crate::session::Session;
use crate::timeline::{Timeline, Wish};
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
    let format = wish.output.as_deref().map(format_of).transpose()?;
    places::check(wish)?;
    let loaded = files::load(&setup.library(), &wish.session, console)?;
    let session = &loaded.session;
    let by_day = setup.wish_by_day();
    let how = Wish {
        length: wish.minutes.into(),
        first_side: wish.first_side.unwrap_or(by_day.first_side),
        ending: night::ending(session, wish, &setup.settings),
        bed: background::asked_or_set(setup, wish.bed.as_deref(), console)?,
        ..by_day
    };
    let timeline = Arc::new(play::lay_out(session, &how)?);
    night::check(&timeline, wish)?;
    places::spare(loaded.path.as_deref(), wish)?;
    let begun = |place: &PathBuf| places::begin(place).map(|draft| (place.clone(), draft));
    let sound = wish.output.as_ref().map(begun).transpose()?;
    let mut words = wish.captions.as_ref().map(begun).transpose()?;
    if let Some((place, draft)) = &mut words {
        places::write(draft, place, &captions(session, &timeline))?;
    }
    let interruption = Interruption::watch()?;
    if let (Some((place, mut draft)), Some(format)) = (sound, format) {
        let mut narrator = narrator(wish, &session.language, setup)?;
        narrator.prepare(&loaded.id, loaded.path.as_deref(), &timeline);
        let sound = SessionSound {
            session,
            timeline: &timeline,
            format,
            place: &place,
            narrator: &narrator,
            interruption: &interruption,
        };
        let mut mixer = mixer(wish, setup);
        mixer.set_night(timeline.is_night());
        if !sound.record(&mut draft, mixer, console)? {
            writeln!(console.err, "Stopped. Nothing was saved.")?;
            return Ok(Exit::Interrupted);
        }
        let length = to_the_second(night::whole_millis(&timeline));
        if !places::keep(draft, &place, &length, &interruption, wish.force, console)? {
            return stopped_within(&place, console);
        }
    }
    if let Some((place, draft)) = words
        && !places::keep(draft, &place, "captions", &interruption, wish.force, console)?
    {
        return stopped_within(&place, console);
    }
    Ok(Exit::Done)
}

/// Says that what reads from a pipe has only a part.
fn stopped_within(place: &Path, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    writeln!(console.err, "Stopped. `{}` was given a part only.", said(place))?;
    Ok(Exit::Interrupted)
}

/// The mixer of a recording: the sounds there are, as loud as they are to be.
fn mixer(wish: &RenderArguments, setup: &Setup) -> Mixer {
    let mut mixer = Mixer::with_sounds(setup::sounds(setup.paths.as_ref()).0);
    mixer.set_mix(setup.settings.first_mix());
    mixer.set_volume(wish.volume);
    mixer
}

/// Who speaks the words.
fn narrator(wish: &RenderArguments, language: &str, setup: &Setup) -> Result<Narrator, Failure> {
    let settings = who::spoken_by(wish.voice.as_deref(), language, setup)?;
    Ok(Narrator::new(settings, setup.paths.clone()))
}

fn format_of(place: &Path) -> Result<Format, Failure> {
    Format::of(place).map_err(|unknown| {
        let name = place.with_extension("flac");
        Failure::usage(format!("`{}` has no ending that is known here: {unknown}", said(place)))
            .help(format!("`-o {}` keeps every detail; .ogg is the smallest", said(&name)))
    })
}

/// What is recorded, and where to.
struct SessionSound<'a> {
    session: &'a Session,
    timeline: &'a Timeline,
    format: Format,
    place: &'a Path,
    narrator: &'a Narrator,
    interruption: &'a Interruption,
}

impl SessionSound<'_> {
    /// Records it into its draft; `false` where it was interrupted.
    fn record(
        &self,
        draft: &mut Draft,
        mixer: Mixer,
        console: &mut Console<'_>,
    ) -> anyhow::Result<bool> {
        if !self.has_words(console) {
            return Ok(false);
        }
        let mut bar = Bar::new(&one_line(&self.session.title), console);
        let recorded = record(
            BufWriter::new(draft.file()),
            self.format,
            &Label::of(self.session, self.timeline),
            self.timeline,
            &Arrangement { speed: 1.0, speech: self.narrator },
            mixer,
            &mut |progress| {
                bar.show(progress);
                if self.interruption.has_come() {
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
                Ok(true)
            }
            Err(RecordingError::Stopped) => Ok(false),
            Err(RecordingError::Unwritable(error)) => {
                Err(places::unwritable(self.place, &error).into())
            }
            Err(RecordingError::Unfit(why)) => Err(Failure::new(why).into()),
        }
    }
}

impl SessionSound<'_> {
    /// Waits until every line is spoken or known to stay silent, and says so of those that do.
    /// `false` where it was interrupted.
    fn has_words(&self, console: &mut Console<'_>) -> bool {
        let mut bar = Bar::new("Speaking the words", console);
        while !self.narrator.wait(LOOK_AGAIN) {
            if self.interruption.has_come() {
                bar.clear();
                return false;
            }
            let view = self.narrator.progress();
            bar.show(RecordingProgress { done: view.done as u64, whole: view.of as u64 });
        }
        bar.clear();
        let SpeechProgress { silent, of, why, .. } = self.narrator.progress();
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
        true
    }
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
