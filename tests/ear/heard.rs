//! One session, laid out as it plays by itself and spoken by one voice.

use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;
use unclench::for_tests::{
    Ending, EngineChoice, EngineKind, Library, Narrator, Paths, Speech as _, Timeline,
    VoiceSettings, Wish, prepare, screened_for_anyone,
};

/// Long enough for any machine.
const PATIENCE: Duration = Duration::from_secs(600);
/// What is this much softer than the loudest sample of a line is a pause: −40 dB.
const SILENCE: f32 = 0.01;
/// A shorter silence lies between words, in milliseconds.
const SHORTEST_PAUSE: u64 = 300;
/// Samples in a millisecond.
const PER_MILLI: usize = 48;

/// A line as it is heard.
#[derive(Debug)]
pub(crate) struct HeardLine {
    /// Which segment it belongs to.
    pub(crate) segment: usize,
    /// When it begins, in milliseconds of the timeline.
    pub(crate) start: u64,
    /// When it has ended.
    pub(crate) end: u64,
    /// From its first sound to its last, in milliseconds.
    pub(crate) voiced: u64,
    /// How long the pace that was asked for would take, in milliseconds.
    pub(crate) asked: u64,
    pub(crate) words: String,
    /// The silences between its sentences, in milliseconds.
    pub(crate) pauses: Vec<u64>,
}

impl HeardLine {
    /// Whether it takes as long as the pace asked for, within a tenth.
    pub(crate) fn is_as_long_as_asked(&self) -> bool {
        self.voiced.abs_diff(self.asked) * 10 <= self.asked
    }
}

/// A session as it is heard.
pub(crate) struct HeardSession {
    pub(crate) id: String,
    pub(crate) timeline: Arc<Timeline>,
    pub(crate) lines: Vec<HeardLine>,
}

impl HeardSession {
    /// A shipped session by its id: one for bed as at night, any other as by day.
    pub(crate) fn spoken(library: &Library, id: &str, engine: EngineKind) -> Self {
        let session = library.load(id).expect("a shipped session").session;
        let ending = if session.is_for_bed() { Ending::Night { play_on: 0 } } else { Ending::Day };
        let wish = Wish { ending, ..Wish::default() };
        let timeline = Arc::new(
            prepare(&screened_for_anyone(&session), &wish).expect("it fits its own length"),
        );
        let home = TempDir::new().expect("a folder");
        let folder = |name: &str| home.path().join(name);
        let paths = Paths {
            config: folder("config"),
            data: folder("data"),
            state: folder("state"),
            cache: folder("cache"),
            own_program: None,
        };
        let voice =
            VoiceSettings { engine: EngineChoice::First(engine), ..VoiceSettings::default() };
        let mut narrator = Narrator::new(voice, Some(paths));
        narrator.prepare(id, None, &timeline);
        assert!(narrator.wait(PATIENCE), "{id}: it is spoken in time");
        let lines = timeline.spoken().iter().map(|(segment, spoken)| {
            let words = &spoken.words;
            let millis = narrator.heard_millis(words, spoken.after);
            let millis = millis.unwrap_or_else(|| panic!("{id}: {words:?} is not spoken"));
            let clip = narrator.clip(words, spoken.after).expect("a clip");
            let text = words.text(timeline.texts()).into_owned();
            HeardLine {
                segment: *segment,
                start: spoken.after
                    - (narrator.head_start(words, spoken.after).as_millis() as u64)
                        .min(spoken.after),
                end: spoken.after + millis,
                voiced: voiced(&clip.samples()),
                asked: timeline.pace_at(spoken.after).millis(&text),
                words: text,
                pauses: pauses(&clip.samples()),
            }
        });
        let lines = lines.collect();
        Self { id: id.to_owned(), timeline, lines }
    }
}

/// Which milliseconds of a clip are silent.
fn silent_millis(samples: &[f32]) -> Vec<bool> {
    let peak = samples.iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
    let is_silent = |milli: &[f32]| milli.iter().all(|sample| sample.abs() < peak * SILENCE);
    samples.chunks(PER_MILLI).map(is_silent).collect()
}

/// From the first sound of a clip to its last, in milliseconds.
fn voiced(samples: &[f32]) -> u64 {
    let is_silent = silent_millis(samples);
    let first = is_silent.iter().position(|silent| !silent).unwrap_or(0);
    let last = is_silent.iter().rposition(|silent| !silent).unwrap_or(0);
    (last - first) as u64
}

/// The silences within a clip, in milliseconds.
fn pauses(samples: &[f32]) -> Vec<u64> {
    let is_silent = silent_millis(samples);
    let last = is_silent.iter().rposition(|silent| !silent).unwrap_or(0);
    let runs = is_silent[..last].chunk_by(|before, after| before == after).skip(1);
    let runs = runs.filter(|run| run[0]).map(|run| run.len() as u64);
    runs.filter(|millis| *millis >= SHORTEST_PAUSE).collect()
}
