//! Where one line becomes a clip: a recording, a clip that was kept, or an engine at work.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::Path;

use thiserror::Error;

use super::cache::{Cache, Key};
use super::clip::{Clip, ClipProblem, LARGEST_BYTES};
use super::engine::{Cast, Engine, Engines, Told};
use super::process::{Stop, Trouble, run};
use super::recordings::Recordings;
use super::utterance::{Manner, Utterance};
use super::wave;
use crate::choices::{Choice as _, EngineChoice, EngineKind};

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
enum Failure {
    #[error("{0}")]
    Program(#[from] Trouble),
    #[error("what it spoke cannot be used: {0}")]
    Clip(#[from] ClipProblem),
    #[error("a file could not be written: {0}")]
    File(#[from] io::Error),
}

/// What became of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Take {
    /// It is kept under this key.
    Done { key: Key, millis: u32, is_recorded: bool },
    /// It could not be spoken by this engine, or by any.
    Failed { by: Option<EngineKind>, why: String },
}

/// Where lines become clips.
pub(super) struct Booth<'a> {
    engines: Engines,
    wish: EngineChoice,
    cache: &'a Cache,
    recordings: &'a Recordings,
    stop: &'a Stop,
    failures: HashMap<EngineKind, u32>,
    usual_paces: HashMap<String, u32>,
    needed: HashSet<Key>,
    /// The last thing that went wrong, in words for a person.
    pub(super) note: Option<String>,
}

impl<'a> Booth<'a> {
    pub(super) fn new(
        engines: Engines,
        wish: EngineChoice,
        cache: &'a Cache,
        recordings: &'a Recordings,
        stop: &'a Stop,
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
            note: None,
        }
    }

    /// Makes the clip of a line, or says why there is none.
    pub(super) fn take(&mut self, utterance: &Utterance) -> Take {
        if let Some((key, clip)) = self.recording(utterance) {
            return done(key, &clip, true);
        }
        let script = match utterance.script() {
            Ok(script) => script,
            Err(why) => return Take::Failed { by: None, why: why.to_owned() },
        };
        let cast = match self.speaker(&utterance.manner) {
            Ok(cast) => cast,
            Err(why) => return Take::Failed { by: None, why },
        };
        match self.speak(&cast, &script, &utterance.manner) {
            Ok((key, clip)) => {
                self.failures.remove(&cast.engine);
                done(key, &clip, false)
            }
            Err(Failure::Program(Trouble::Stopped)) => {
                Take::Failed { by: None, why: Trouble::Stopped.to_string() }
            }
            Err(failure) => self.failed(cast.engine, &failure),
        }
    }

    fn failed(&mut self, engine: EngineKind, failure: &Failure) -> Take {
        let count = self.failures.entry(engine).or_default();
        *count += 1;
        let why = format!("{}: {failure}", engine.name());
        if *count == MOST_FAILURES {
            self.note = Some(format!("{why}; it is left out for now"));
        }
        Take::Failed { by: Some(engine), why }
    }

    /// Whether an engine failed so often that it is not asked again.
    pub(super) fn has_given_up(&self, engine: EngineKind) -> bool {
        self.failures.get(&engine).is_some_and(|count| *count >= MOST_FAILURES)
    }

    /// Who speaks in a manner, or why nobody does.
    fn speaker(&self, manner: &Manner) -> Result<Cast, String> {
        let casting = self.engines.cast(self.wish, manner);
        let mut casts = casting.casts.into_iter();
        let given_up = || self.note.clone().unwrap_or_default();
        match casts.len() {
            0 => Err(casting.why),
            _ => casts.find(|cast| !self.has_given_up(cast.engine)).ok_or_else(given_up),
        }
    }

    /// The recording of a line, if there is one that can be used.
    fn recording(&mut self, utterance: &Utterance) -> Option<(Key, Clip)> {
        let path = self.recordings.find(&utterance.text)?;
        let clip = recorded(self.cache, path);
        if let Err(problem) = &clip {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            self.note = Some(format!("the recording “{name}” cannot be used: {problem}"));
        }
        let (key, clip) = clip.ok()?;
        self.needed.insert(key.clone());
        Some((key, clip))
    }

    fn speak(
        &mut self,
        cast: &Cast,
        script: &str,
        manner: &Manner,
    ) -> Result<(Key, Clip), Failure> {
        let Some(engine) = self.engines.of(cast.engine).cloned() else {
            return Err(Failure::File(io::ErrorKind::NotFound.into()));
        };
        let usual = self.usual_pace(&engine, cast)?;
        let words = Words { script, pace: manner.pace(), usual, pitch: manner.pitch.min(100) };
        self.kept_or_spoken(&engine, cast, &words)
    }

    /// How fast a voice speaks by itself, for engines that have to be told relative to it.
    fn usual_pace(&mut self, engine: &Engine, cast: &Cast) -> Result<u32, Failure> {
        if engine.kind.counts_words() {
            return Ok(0);
        }
        if let Some(pace) = self.usual_paces.get(&cast.voice.id) {
            return Ok(*pace);
        }
        let words = Words { script: MEASURE, pace: ASSUMED_PACE, usual: ASSUMED_PACE, pitch: 50 };
        let (_, clip) = self.kept_or_spoken(engine, cast, &words)?;
        let measured = MEASURE_WORDS * 60_000 / clip.millis().max(1);
        let pace = if (60..=400).contains(&measured) { measured } else { ASSUMED_PACE };
        self.usual_paces.insert(cast.voice.id.clone(), pace);
        Ok(pace)
    }

    fn kept_or_spoken(
        &mut self,
        engine: &Engine,
        cast: &Cast,
        words: &Words<'_>,
    ) -> Result<(Key, Clip), Failure> {
        let key = key(engine, cast, words);
        self.needed.insert(key.clone());
        if let Some(clip) = self.cache.load(&key) {
            return Ok((key, clip));
        }
        let clip = self.spoken(engine, cast, words)?;
        self.cache.store(&key, &clip)?;
        self.cache.tidy(&self.needed);
        Ok((key, clip))
    }

    fn spoken(&self, engine: &Engine, cast: &Cast, words: &Words<'_>) -> Result<Clip, Failure> {
        let bench = self.cache.bench()?;
        let (text, wav) = (bench.path().join("line.txt"), bench.path().join("line.wav"));
        fs::write(&text, format!("{}\n", words.script))?;
        let told = Told {
            voice: &cast.voice,
            pace: words.pace,
            usual_pace: words.usual,
            pitch: words.pitch,
            text: &text,
            wav: &wav,
        };
        run(
            engine.command(&told).current_dir(bench.path()),
            Some(&text),
            engine.limit(),
            self.stop,
        )?;
        if !wav.exists() {
            return Err(ClipProblem::Silent.into());
        }
        Ok(wave::read(&wav)?)
    }
}

fn done(key: Key, clip: &Clip, is_recorded: bool) -> Take {
    Take::Done { key, millis: clip.millis(), is_recorded }
}

/// What is spoken, and how.
struct Words<'a> {
    script: &'a str,
    pace: u32,
    usual: u32,
    pitch: u8,
}

/// Everything that makes a line sound as it does.
fn key(engine: &Engine, cast: &Cast, words: &Words<'_>) -> Key {
    // A model that was replaced by another of the same name has another size.
    let model = match engine.kind {
        EngineKind::Piper => fs::metadata(&cast.voice.id).map_or(0, |about| about.len()),
        _ => 0,
    };
    Key::of(&[
        engine.kind.word().as_bytes(),
        engine.version.as_bytes(),
        cast.voice.id.as_bytes(),
        &model.to_le_bytes(),
        &words.pace.to_le_bytes(),
        &words.usual.to_le_bytes(),
        &[words.pitch],
        words.script.as_bytes(),
    ])
}

/// A recording as a clip, kept like any other so that it is there at once when it falls due.
fn recorded(cache: &Cache, path: &Path) -> Result<(Key, Clip), ClipProblem> {
    let unreadable = |error: io::Error| ClipProblem::Unreadable(error.to_string());
    let about = fs::metadata(path).map_err(unreadable)?;
    if about.len() > LARGEST_BYTES {
        return Err(ClipProblem::TooLarge);
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    let key = Key::of(&[b"recording", &bytes]);
    if let Some(clip) = cache.load(&key) {
        return Ok((key, clip));
    }
    let clip = wave::read(path)?;
    cache.store(&key, &clip).map_err(unreadable)?;
    Ok((key, clip))
}
