//! Where one line becomes a clip: a recording, a clip that was kept, or an engine at work.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::time::Duration;

use super::cache::{Cache, Key};
use super::clip::{self, ClipProblem, LONGEST_MILLIS, LineLayout};
use super::engine::{Speaker, SpeechEngine, SpeechEngines};
use super::fit::{LineFit, SHORTEST_PAUSE, faster, fit, pause};
use super::learnt::LearntPaces;
use super::own_process;
use super::polish;
use super::process::{ProcessError, StopSignal};
use super::recorded::{bad_recordings, recorded};
use super::recordings::{BadRecording, Recordings};
use super::speaking_program::SpeakingProgram;
use super::synthesis_error::SynthesisError;
use super::utterance::{Manner, Utterance};
use crate::choices::{Choice as _, EngineChoice, EngineKind};
use crate::decoding::DecodedSound;
use crate::prosody::PlannedSentence;

/// An engine that fails so often in a row is given up.
const MOST_FAILURES: u32 = 3;

/// What became of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Synthesized {
    /// Its sentences are kept under these keys, and fit the time there is for them.
    Done { clips: Vec<Key>, pause_millis: u32, millis: u32, fit: LineFit },
    /// It could not be spoken by this engine, or by any.
    Failed { by: Option<EngineKind>, why: String },
}

/// Where lines become clips.
pub(super) struct Synthesizer<'a> {
    engines: SpeechEngines,
    wish: EngineChoice,
    cache: &'a Cache,
    recordings: &'a Recordings,
    stop: &'a StopSignal,
    failures: HashMap<EngineKind, u32>,
    learnt: LearntPaces,
    needed: HashSet<Key>,
    /// Why the last engine that was given up was.
    given_up: Option<String>,
    /// Recordings that cannot be used, each once.
    bad_recordings: Vec<BadRecording>,
    /// Who spoke so far, each once.
    speakers: Vec<Speaker>,
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
            learnt: LearntPaces::default(),
            needed: HashSet::new(),
            given_up: None,
            bad_recordings: Vec::new(),
            speakers: Vec::new(),
        }
    }

    /// Goes on with the engines there are now and asks each of them anew.
    pub(super) fn begin_again(&mut self, engines: SpeechEngines) {
        self.engines = engines;
        self.failures.clear();
        self.given_up = None;
    }

    /// Makes the clips of a line, or says why there are none.
    pub(super) fn synthesize(&mut self, utterance: &Utterance) -> Synthesized {
        if let Some((key, clip)) = self.recording(utterance) {
            let (millis, clips) = (clip.millis(), vec![key]);
            let fit = fit(millis, utterance.room_millis);
            return Synthesized::Done { clips, pause_millis: 0, millis, fit };
        }
        let script = match utterance.script() {
            Ok(script) => script,
            Err(why) => return Synthesized::Failed { by: None, why: why.to_owned() },
        };
        let speaker = match self.choose(&utterance.manner) {
            Ok(speaker) => speaker,
            Err(why) => return Synthesized::Failed { by: None, why },
        };
        match self.speak(&speaker, &script, utterance) {
            Ok(done) => {
                self.failures.remove(&speaker.engine);
                if !self.speakers.contains(&speaker) {
                    self.speakers.push(speaker);
                }
                done
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
    fn choose(&mut self, manner: &Manner) -> Result<Speaker, String> {
        let mut choice = self.engines.choose(self.wish, manner);
        let speaks = |speaker: &Speaker| !self.has_given_up(speaker.engine);
        let is_enough = choice.is_as_wished && choice.candidates.first().is_some_and(speaks);
        if !is_enough && self.engines.look_further(self.stop) {
            choice = self.engines.choose(self.wish, manner);
        }
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

    /// The voices that spoke so far, each once; none where all was recorded.
    pub(super) fn speakers(&self) -> &[Speaker] {
        &self.speakers
    }

    /// What went wrong so far, in words for a person.
    pub(super) fn problem(&self) -> Option<String> {
        let folder = self.recordings.fault().map(str::to_owned);
        let recordings = bad_recordings(&self.bad_recordings);
        let told: Vec<String> =
            folder.into_iter().chain(recordings).chain(self.given_up.clone()).collect();
        (!told.is_empty()).then(|| told.join("; "))
    }

    /// Speaks a line sentence by sentence, with the pauses of its pace between them. Where there is
    /// less room, pauses become shorter, and only then the words faster.
    fn speak(
        &mut self,
        speaker: &Speaker,
        script: &str,
        utterance: &Utterance,
    ) -> Result<Synthesized, SynthesisError> {
        let Some(engine) = self.engines.of(speaker.engine).cloned() else {
            return Err(SynthesisError::File(io::ErrorKind::NotFound.into()));
        };
        let pitch = utterance.manner.pitch.min(100);
        let plan = utterance.manner.pace().plan(script);
        let mut line = self.sentences(&engine, speaker, &plan.sentences, pitch)?;
        let pauses = line.clips.len().saturating_sub(1) as u32;
        let percent = utterance.room_millis.and_then(|room| faster(line.millis, pauses, room));
        if let Some(percent) = percent {
            let sentences = plan.sentences.iter();
            let hastened = sentences.map(|it| it.spoken_within(it.millis * 100 / percent));
            let hastened: Vec<_> = hastened.collect();
            // What there is already is better than nothing.
            line = self.sentences(&engine, speaker, &hastened, pitch).unwrap_or(line);
        }
        let room = utterance.room_millis;
        let pause_millis = pause(line.millis, pauses, plan.pause_millis as u32, room);
        let millis = line.millis + pauses * pause_millis;
        Ok(Synthesized::Done { clips: line.clips, pause_millis, millis, fit: fit(millis, room) })
    }

    /// Speaks each sentence in its time.
    fn sentences(
        &mut self,
        engine: &SpeechEngine,
        speaker: &Speaker,
        sentences: &[PlannedSentence<'_>],
        pitch: u8,
    ) -> Result<SpokenSentences, SynthesisError> {
        let (mut clips, mut millis) = (Vec::new(), 0);
        let mut line = LineLayout::new(SHORTEST_PAUSE);
        for sentence in sentences {
            let key = key(engine, speaker, sentence, pitch);
            let clip = self.kept_or_spoken(engine, speaker, &key, sentence, pitch)?;
            millis += u64::from(clip.millis());
            if millis > LONGEST_MILLIS {
                return Err(ClipProblem::TooLong.into());
            }
            line.add(&clip).ok_or_else(|| {
                ClipProblem::Unreadable("its sentences differ in their sample rates".to_owned())
            })?;
            clips.push(key);
        }
        let pauses = clips.len().saturating_sub(1) as u32 * SHORTEST_PAUSE;
        Ok(SpokenSentences { clips, millis: line.millis().saturating_sub(pauses) })
    }

    fn kept_or_spoken(
        &mut self,
        engine: &SpeechEngine,
        speaker: &Speaker,
        key: &Key,
        sentence: &PlannedSentence<'_>,
        pitch: u8,
    ) -> Result<DecodedSound, SynthesisError> {
        self.needed.insert(key.clone());
        if let Some(clip) = self.cache.load(key) {
            return Ok(clip);
        }
        let mut clip = self.spoken_in_time(engine, speaker, sentence, pitch)?;
        if polish::is_bare(engine.kind) {
            clip = polish::polished(&clip);
        }
        self.cache.keep(key, &clip);
        self.cache.tidy(&self.needed);
        Ok(clip)
    }

    /// Speaks a sentence in its time.
    fn spoken_in_time(
        &mut self,
        engine: &SpeechEngine,
        speaker: &Speaker,
        sentence: &PlannedSentence<'_>,
        pitch: u8,
    ) -> Result<DecodedSound, SynthesisError> {
        if let Some(paces) = engine.kind.paces() {
            let (cache, stop) = (self.cache, self.stop);
            let program = SpeakingProgram { engine, speaker, paces, pitch, cache, stop };
            return program.speak(sentence, &mut self.learnt);
        }
        let length = Duration::from_millis(sentence.millis);
        let voice = &speaker.voice.id;
        let sound = own_process::speak(engine, voice, sentence.text, length, self.stop)?;
        Ok(clip::looked_over(sound)?)
    }
}

/// The sentences of a line, and how long their words take together, in milliseconds.
struct SpokenSentences {
    clips: Vec<Key>,
    millis: u32,
}

/// Everything that makes a sentence sound as it does.
fn key(engine: &SpeechEngine, speaker: &Speaker, sentence: &PlannedSentence<'_>, pitch: u8) -> Key {
    // A model that was replaced by another of the same name has another size.
    let model = match engine.kind {
        EngineKind::Piper | EngineKind::BuiltIn => {
            fs::metadata(&speaker.voice.id).map_or(0, |about| about.len())
        }
        kind if polish::is_bare(kind) => polish::VERSION,
        _ => 0,
    };
    Key::of(&[
        engine.kind.word().as_bytes(),
        engine.version.as_bytes(),
        speaker.voice.id.as_bytes(),
        &model.to_le_bytes(),
        &sentence.millis.to_le_bytes(),
        &[pitch],
        sentence.text.as_bytes(),
    ])
}
