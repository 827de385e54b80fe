//! Where one line becomes a clip: a recording, a clip that was kept, or an engine at work.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;

use thiserror::Error;

use super::cache::{Cache, Key};
use super::clip::{self, ClipProblem, LARGEST_BYTES};
use super::engine::{
    BuiltInProblem, Speaker, SpeechEngine, SpeechEngines, SpeechRequest, speak_built_in,
};
use super::fit::{LineFit, earlier};
use super::process::{ProcessError, RunLimits, StopSignal, run};
use super::recordings::{BadRecording, Recording, Recordings};
use super::utterance::{Manner, Utterance};
use crate::choices::{Choice as _, EngineChoice, EngineKind};
use crate::decoding::DecodedSound;
use crate::files::{self, FileErrorKind, why_unwritten};

/// More recordings than this that cannot be used are counted, not named.
const MOST_NAMED: usize = 8;
/// An engine that fails so often in a row is given up.
const MOST_FAILURES: u32 = 3;

/// Spoken once to learn how fast a voice speaks by itself. It is as many words in any language
/// whose rules it is read by, and about as many sounds.
const MEASURE: &str =
    "Sit back and let your hands rest where they are comfortable, then notice one slow breath.";
const MEASURE_WORDS: u32 = 16;
/// What is taken for the usual pace if measuring gives nonsense, in words a minute.
const ASSUMED_PACE: u32 = 170;

/// Why an engine did not speak a line.
#[derive(Debug, Error)]
enum SynthesisError {
    #[error("{0}")]
    Program(#[from] ProcessError),
    #[error("what it spoke cannot be used: {0}")]
    Clip(#[from] ClipProblem),
    #[error("a file could not be written: {}", why_unwritten(.0))]
    File(#[from] io::Error),
}

impl From<BuiltInProblem> for SynthesisError {
    fn from(problem: BuiltInProblem) -> Self {
        match problem {
            BuiltInProblem::File(why) => Self::File(io::Error::other(why)),
            BuiltInProblem::TooLong => Self::Clip(ClipProblem::TooLong),
            BuiltInProblem::Stopped => Self::Program(ProcessError::Stopped),
        }
    }
}

/// What became of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Synthesized {
    /// It is kept under this key, and fits the time there is for it.
    Done { key: Key, millis: u32, is_recorded: bool, fit: LineFit },
    /// It could not be spoken by this engine, or by any.
    Failed { by: Option<EngineKind>, why: String },
}

impl Synthesized {
    /// The same, begun so much earlier that it is over after `room_millis`, as far as it may be.
    pub(super) fn begun_earlier(mut self, room_millis: u32) -> Self {
        if let Self::Done { millis, fit, .. } = &mut self {
            *fit = earlier(*millis, room_millis);
        }
        self
    }
}

/// Where lines become clips.
pub(super) struct Synthesizer<'a> {
    engines: SpeechEngines,
    wish: EngineChoice,
    cache: &'a Cache,
    recordings: &'a Recordings,
    stop: &'a StopSignal,
    failures: HashMap<EngineKind, u32>,
    usual_paces: HashMap<String, u32>,
    needed: HashSet<Key>,
    /// Why the last engine that was given up was.
    given_up: Option<String>,
    /// Recordings that cannot be used, each once.
    bad_recordings: Vec<BadRecording>,
}

impl<'a> Synthesizer<'a> {
    pub(super) fn new(
        engines: SpeechEngines,
        wish: EngineChoice,
        cache: &'a Cache,
        recordings: &'a Recordings,
        stop: &'a StopSignal,
    ) -> Self {
        Self {
            engines,
            wish,
            cache,
            recordings,
            stop,
            failures: HashMap::new(),
            usual_paces: HashMap::new(),
            needed: HashSet::new(),
            given_up: None,
            bad_recordings: Vec::new(),
        }
    }

    /// Makes the clip of a line, or says why there is none.
    pub(super) fn synthesize(&mut self, utterance: &Utterance) -> Synthesized {
        if let Some((key, clip)) = self.recording(utterance) {
            return done(key, &clip, true);
        }
        let script = match utterance.script() {
            Ok(script) => script,
            Err(why) => return Synthesized::Failed { by: None, why: why.to_owned() },
        };
        let speaker = match self.choose(&utterance.manner) {
            Ok(speaker) => speaker,
            Err(why) => return Synthesized::Failed { by: None, why },
        };
        match self.speak(&speaker, &script, &utterance.manner) {
            Ok((key, clip)) => {
                self.failures.remove(&speaker.engine);
                done(key, &clip, false)
            }
            Err(SynthesisError::Program(ProcessError::Stopped)) => {
                Synthesized::Failed { by: None, why: ProcessError::Stopped.to_string() }
            }
            Err(failure) => self.failed(speaker.engine, &failure),
        }
    }

    fn failed(&mut self, engine: EngineKind, failure: &SynthesisError) -> Synthesized {
        let count = self.failures.entry(engine).or_default();
        *count += 1;
        let why = format!("{}: {failure}", engine.name());
        if *count == MOST_FAILURES {
            self.given_up = Some(format!("{why}; it is left out for now"));
        }
        Synthesized::Failed { by: Some(engine), why }
    }

    /// Whether an engine failed so often that it is not asked again.
    pub(super) fn has_given_up(&self, engine: EngineKind) -> bool {
        self.failures.get(&engine).is_some_and(|count| *count >= MOST_FAILURES)
    }

    /// The voice that speaks in a manner, or why there is none.
    fn choose(&self, manner: &Manner) -> Result<Speaker, String> {
        let choice = self.engines.choose(self.wish, manner);
        let mut candidates = choice.candidates.into_iter();
        let given_up = || self.given_up.clone().unwrap_or_default();
        match candidates.len() {
            0 => Err(choice.why),
            _ => candidates.find(|speaker| !self.has_given_up(speaker.engine)).ok_or_else(given_up),
        }
    }

    /// The first recording of a line that can be used. Those that should be heard before it and
    /// cannot be used are remembered.
    fn recording(&mut self, utterance: &Utterance) -> Option<(Key, DecodedSound)> {
        for recording in self.recordings.of(&utterance.text) {
            match recorded(self.cache, recording) {
                Ok((key, clip)) => {
                    self.needed.insert(key.clone());
                    return Some((key, clip));
                }
                Err(problem) => {
                    let bad = recording.bad(problem);
                    if !self.bad_recordings.contains(&bad) {
                        self.bad_recordings.push(bad);
                    }
                }
            }
        }
        None
    }

    /// What went wrong so far, in words for a person.
    pub(super) fn problem(&self) -> Option<String> {
        let folder = self.recordings.fault().map(str::to_owned);
        let recordings = bad_recordings(&self.bad_recordings);
        let told: Vec<String> =
            folder.into_iter().chain(recordings).chain(self.given_up.clone()).collect();
        (!told.is_empty()).then(|| told.join("; "))
    }

    fn speak(
        &mut self,
        speaker: &Speaker,
        script: &str,
        manner: &Manner,
    ) -> Result<(Key, DecodedSound), SynthesisError> {
        let Some(engine) = self.engines.of(speaker.engine).cloned() else {
            return Err(SynthesisError::File(io::ErrorKind::NotFound.into()));
        };
        let usual = self.usual_pace(&engine, speaker)?;
        let words = Words { script, pace: manner.pace(), usual, pitch: manner.pitch.min(100) };
        self.kept_or_spoken(&engine, speaker, &words)
    }

    /// How fast a voice speaks by itself, for engines that have to be told relative to it.
    fn usual_pace(
        &mut self,
        engine: &SpeechEngine,
        speaker: &Speaker,
    ) -> Result<u32, SynthesisError> {
        if engine.kind.counts_words() {
            return Ok(0);
        }
        if let Some(pace) = self.usual_paces.get(&speaker.voice.id) {
            return Ok(*pace);
        }
        let words = Words { script: MEASURE, pace: ASSUMED_PACE, usual: ASSUMED_PACE, pitch: 50 };
        let (_, clip) = self.kept_or_spoken(engine, speaker, &words)?;
        let measured = MEASURE_WORDS * 60_000 / clip.millis().max(1);
        let pace = if (60..=400).contains(&measured) { measured } else { ASSUMED_PACE };
        self.usual_paces.insert(speaker.voice.id.clone(), pace);
        Ok(pace)
    }

    fn kept_or_spoken(
        &mut self,
        engine: &SpeechEngine,
        speaker: &Speaker,
        words: &Words<'_>,
    ) -> Result<(Key, DecodedSound), SynthesisError> {
        let key = key(engine, speaker, words);
        self.needed.insert(key.clone());
        if let Some(clip) = self.cache.load(&key) {
            return Ok((key, clip));
        }
        let clip = self.spoken(engine, speaker, words)?;
        self.cache.store(&key, &clip)?;
        self.cache.tidy(&self.needed);
        Ok((key, clip))
    }

    fn spoken(
        &self,
        engine: &SpeechEngine,
        speaker: &Speaker,
        words: &Words<'_>,
    ) -> Result<DecodedSound, SynthesisError> {
        if speaker.engine == EngineKind::BuiltIn {
            let sound = speak_built_in(&speaker.voice.id, words.script, words.pace, self.stop)?;
            return Ok(clip::looked_over(sound)?);
        }
        let workspace = self.cache.workspace()?;
        let (text, wav) = (workspace.path().join("line.txt"), workspace.path().join("line.wav"));
        fs::write(&text, format!("{}\n", words.script))?;
        let told = SpeechRequest {
            voice: &speaker.voice,
            pace: words.pace,
            usual_pace: words.usual,
            pitch: words.pitch,
            text: &text,
            wav: &wav,
        };
        let command = engine.command(&told);
        let mut command = command.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        command.current_dir(workspace.path());
        let limits = RunLimits { time: engine.limit(), file: Some((&wav, LARGEST_BYTES)) };
        run(command, Some(&text), limits, self.stop)?;
        if !wav.exists() {
            return Err(ClipProblem::Silent.into());
        }
        Ok(clip::read(&wav)?)
    }
}

fn done(key: Key, clip: &DecodedSound, is_recorded: bool) -> Synthesized {
    Synthesized::Done { key, millis: clip.millis(), is_recorded, fit: LineFit::Fits }
}

/// What is spoken, and how.
struct Words<'a> {
    script: &'a str,
    pace: u32,
    usual: u32,
    pitch: u8,
}

/// Everything that makes a line sound as it does.
fn key(engine: &SpeechEngine, speaker: &Speaker, words: &Words<'_>) -> Key {
    // A model that was replaced by another of the same name has another size.
    let model = match engine.kind {
        EngineKind::Piper | EngineKind::BuiltIn => {
            fs::metadata(&speaker.voice.id).map_or(0, |about| about.len())
        }
        _ => 0,
    };
    Key::of(&[
        engine.kind.word().as_bytes(),
        engine.version.as_bytes(),
        speaker.voice.id.as_bytes(),
        &model.to_le_bytes(),
        &words.pace.to_le_bytes(),
        &words.usual.to_le_bytes(),
        &[words.pitch],
        words.script.as_bytes(),
    ])
}

/// Says which recordings cannot be used, and why.
fn bad_recordings(bad: &[BadRecording]) -> Option<String> {
    let told = |bad: &BadRecording| {
        let name = bad.path.file_name().unwrap_or_default().to_string_lossy();
        (format!("“{name}”"), bad.problem.to_string())
    };
    match bad {
        [] => None,
        [one] => {
            let (name, why) = told(one);
            Some(format!("the recording {name} cannot be used: {why}"))
        }
        several => {
            let listed: Vec<String> = several
                .iter()
                .take(MOST_NAMED)
                .map(told)
                .map(|(name, why)| format!("{name} ({why})"))
                .collect();
            let more = several.len().saturating_sub(MOST_NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            Some(format!("some recordings cannot be used: {}{more}", listed.join(", ")))
        }
    }
}

/// A recording as a clip, kept like any other so that it is there at once when it falls due.
fn recorded(cache: &Cache, recording: &Recording) -> Result<(Key, DecodedSound), ClipProblem> {
    let path = recording.file()?;
    let unkept = |error: io::Error| ClipProblem::Unkept(why_unwritten(&error));
    let bytes = files::read(path, LARGEST_BYTES).map_err(|error| match error.kind {
        FileErrorKind::TooLarge { .. } => ClipProblem::TooLarge,
        kind => ClipProblem::Unopened(kind.to_string()),
    })?;
    let key = Key::of(&[b"recording", &bytes]);
    if let Some(clip) = cache.load(&key) {
        return Ok((key, clip));
    }
    let clip = clip::read(path)?;
    cache.store(&key, &clip).map_err(unkept)?;
    Ok((key, clip))
}
