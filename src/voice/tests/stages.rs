//! Which engines are asked at once, and which only when they are needed.

use super::stand_in::StandIn;
use super::{manner, utterance};
use crate::choices::{EngineChoice, EngineKind};
use crate::voice::cache::Cache;
use crate::voice::process::StopSignal;
use crate::voice::synthesis::{Synthesized, Synthesizer};
use crate::voice::{Manner, Recordings, SpeechEngines};

const BOTH: [EngineKind; 2] = [EngineKind::Piper, EngineKind::EspeakNg];
const PIPER: EngineChoice = EngineChoice::First(EngineKind::Piper);

/// Piper with an English voice, and espeak-ng.
fn stand_in() -> StandIn {
    let stand_in = StandIn::new("speaks");
    stand_in.also_called("piper").has_models(&["en_GB-alba-medium.onnx"]);
    stand_in
}

fn kinds(engines: &SpeechEngines) -> Vec<EngineKind> {
    engines.all().iter().map(|engine| engine.kind).collect()
}

#[test]
fn an_engine_that_counts_less_than_one_that_is_wished_for_is_not_asked_before_it_is_needed() {
    let (stand_in, stop) = (stand_in(), StopSignal::default());
    for (wish, first) in [
        (EngineChoice::Auto, EngineKind::Piper),
        (PIPER, EngineKind::Piper),
        (EngineChoice::First(EngineKind::EspeakNg), EngineKind::EspeakNg),
    ] {
        let mut engines = SpeechEngines::find_first(&stand_in.search(&BOTH), wish, &stop);
        assert_eq!(kinds(&engines), [first]);
        assert!(engines.choose(wish, &manner()).is_as_wished);
        assert!(engines.look_further(&stop));
        assert_eq!(kinds(&engines), BOTH);
        assert!(!engines.look_further(&stop));
    }
}

#[test]
fn the_other_engines_are_asked_where_the_first_does_not_do_what_is_wished() {
    let stop = StopSignal::default();
    let (cache, none) = (Cache::passing().expect("a cache"), Recordings::none());
    let german = Manner { language: "de".into(), ..manner() };
    let named = Manner { voice: Some("English (Great Britain)".into()), ..manner() };
    for (manner, speaker) in [(manner(), "piper"), (german, "espeak-ng"), (named, "espeak-ng")] {
        let stand_in = stand_in();
        let engines = SpeechEngines::find_first(&stand_in.search(&BOTH), PIPER, &stop);
        let mut synthesizer = Synthesizer::new(engines, EngineChoice::Auto, &cache, &none, &stop);
        let line = crate::voice::Utterance { manner, ..utterance("Rest.") };
        let spoken = synthesizer.synthesize(&line);
        assert!(matches!(spoken, Synthesized::Done { .. }), "{spoken:?}");
        let engine = synthesizer.speakers().last().map(|it| it.engine.name().to_lowercase());
        assert_eq!(engine.as_deref(), Some(speaker));
    }
}
