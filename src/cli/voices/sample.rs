//! Voices on preview: one line, spoken and heard by one of them, or by each in turn.

use std::time::Duration;

use crate::choices::{Choice as _, EngineChoice};
use crate::cli::console::Console;
use crate::cli::exit::{Exit, Failure};
use crate::cli::play::volume;
use crate::cli::setup::Setup;
use crate::cli::text::printable;
use crate::cli::{unheard, who};
use crate::conductor::{Interruption, Outcome, SoundPreview, preview_sound};
use crate::config::VoiceSettings;
use crate::mixer::SoundEvent;
use crate::playback::{manner, voice_search};
use crate::prosody::Pace;
use crate::synthesis::{SPEECH_LUFS, SoundClip, Sounds};
use crate::voice::{LineState, Speaker, SpeechEngines, SpeechOptions, SpeechWorker, Utterance};

/// What is spoken.
const WORDS: &str = "Sit back, and let your shoulders rest. There is nothing you have to do.";
/// What asks for every voice in turn.
const ALL: &str = "all";
/// An engine may take a minute to be found and to speak: so often is it looked, this long each time.
const LOOKS: u32 = 600;
const LOOK_AGAIN: Duration = Duration::from_millis(100);
/// More voices of one engine than this are not compared: only the best of them is.
const MOST_COMPARED: usize = 12;

/// Speaks a sample: by this engine or voice, by the one that would speak, or by each in turn.
pub(super) fn speak(
    who: &str,
    language: Option<&str>,
    setup: &Setup,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let language = language.unwrap_or("en");
    let volume = volume(setup, None);
    if who == ALL {
        return speak_all(language, volume, setup, console);
    }
    let voice = who::spoken_by(Some(who), language, setup)?;
    match spoken(&voice, language, setup)? {
        Sample::Ended(end) => Ok(end),
        Sample::Silent(why) => {
            let failure = Failure::new(format!("nobody speaks: {why}"));
            Err(failure.help("`unclench voices` lists the voices there are").into())
        }
        Sample::Spoken(clip, _) => {
            writeln!(console.out, "{WORDS}")?;
            warn_of_silence(volume, setup, console)?;
            Ok(heard(clip, volume, setup)?.into())
        }
    }
}

/// Speaks the sample by every voice that speaks the language, each after its name.
fn speak_all(
    language: &str,
    volume: u8,
    setup: &Setup,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let search = voice_search(setup.paths.as_ref()).for_report();
    let engines = who::while_engines_are_asked(|stop| SpeechEngines::find_until(&search, stop))?;
    let voices = compared(&engines, language, &setup.settings.voice);
    if voices.is_empty() {
        let failure = Failure::new(format!("no voice was found that speaks “{language}”"));
        return Err(failure.help("`unclench voices` lists the voices there are").into());
    }
    writeln!(console.out, "{WORDS}")?;
    warn_of_silence(volume, setup, console)?;
    for (name, voice) in voices {
        write!(console.out, "{}", printable(&name))?;
        console.out.flush()?;
        match spoken(&voice, language, setup)? {
            Sample::Ended(end) => return Ok(end),
            Sample::Silent(why) => {
                writeln!(console.out, ": it does not speak: {}", printable(&why))?;
            }
            // Where it failed another stepped in, which has a turn of its own.
            Sample::Spoken(_, who) if EngineChoice::First(who.engine) != voice.engine => {
                writeln!(console.out, ": it does not speak")?;
            }
            Sample::Spoken(clip, _) => {
                writeln!(console.out)?;
                console.out.flush()?;
                if let outcome @ Outcome::Interrupted(_) = heard(clip, volume, setup)? {
                    return Ok(outcome.into());
                }
            }
        }
    }
    Ok(Exit::Done)
}

/// Every voice that speaks a language: what it is called, and what asks for it.
fn compared(
    engines: &SpeechEngines,
    language: &str,
    settings: &VoiceSettings,
) -> Vec<(String, VoiceSettings)> {
    let mut compared = Vec::new();
    for engine in engines.all() {
        let speaks: Vec<_> = engine.voices.iter().filter(|it| it.speaks(language)).collect();
        let wish = EngineChoice::First(engine.kind);
        if speaks.len() > MOST_COMPARED {
            let best = VoiceSettings { engine: wish, name: None, ..settings.clone() };
            compared.push((format!("{}, its best of {}", engine.kind.word(), speaks.len()), best));
            continue;
        }
        compared.extend(speaks.into_iter().map(|voice| {
            let name = Some(voice.name.clone());
            let asked = VoiceSettings { engine: wish, name, ..settings.clone() };
            (format!("{}, {}", engine.kind.word(), voice.name), asked)
        }));
    }
    compared
}

fn warn_of_silence(volume: u8, setup: &Setup, console: &mut Console<'_>) -> anyhow::Result<()> {
    if let Some(unheard) = unheard::of_all(volume, setup.report_texts()) {
        writeln!(console.out, "{unheard}")?;
    }
    Ok(console.out.flush()?)
}

/// What became of the sample.
enum Sample {
    /// It can be heard, by this voice.
    Spoken(SoundClip, Speaker),
    /// It cannot, and why.
    Silent(String),
    /// Something has asked for the end meanwhile.
    Ended(Exit),
}

/// The sample by a voice.
fn spoken(voice: &VoiceSettings, language: &str, setup: &Setup) -> anyhow::Result<Sample> {
    let options = SpeechOptions {
        wish: voice.engine,
        ..SpeechOptions::new(voice_search(setup.paths.as_ref()))
    };
    let manner = manner(voice, language, Pace::by_day(voice.words_per_minute));
    let interruption = Interruption::watch()?;
    let worker = SpeechWorker::open(options, vec![Utterance::new(WORDS, manner)]);
    for _ in 0..LOOKS {
        if let Some(end) = interruption.asked() {
            return Ok(Sample::Ended(Exit::Interrupted(end)));
        }
        if worker.wait(LOOK_AGAIN) {
            break;
        }
    }
    Ok(match (worker.clip(0), worker.speakers().pop(), worker.line(0)) {
        (Some(clip), Some(speaker), _) => {
            Sample::Spoken(SoundClip::from_speech(clip.samples, clip.rate, SPEECH_LUFS), speaker)
        }
        (.., LineState::None { why }) => Sample::Silent(why),
        _ => Sample::Silent("it takes too long".to_owned()),
    })
}

/// Lets a line be heard.
fn heard(clip: SoundClip, volume: u8, setup: &Setup) -> anyhow::Result<Outcome> {
    let length = clip.length();
    let event = SoundEvent::Clip(clip);
    let preview = SoundPreview { event, length, sounds: Sounds::shipped(), volume };
    Ok(preview_sound(preview, &setup.settings)?)
}
