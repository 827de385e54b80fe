//! A voice on preview: one line, spoken and heard.

use std::time::Duration;

use crate::cli::console::Console;
use crate::cli::exit::{Exit, Failure};
use crate::cli::play::volume;
use crate::cli::setup::Setup;
use crate::cli::{unheard, who};
use crate::conductor::{Interruption, SoundPreview, preview_sound};
use crate::mixer::SoundEvent;
use crate::playback::{manner, voice_search};
use crate::prosody::Pace;
use crate::synthesis::{SPEECH_LUFS, SoundClip, Sounds};
use crate::voice::{LineState, SpeechOptions, SpeechWorker, Utterance};

/// What is spoken.
const WORDS: &str = "Sit back, and let your shoulders rest. There is nothing you have to do.";
/// An engine may take a minute to be found and to speak: so often is it looked, this long each time.
const LOOKS: u32 = 600;
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// Speaks a sample: by this engine or voice, or by the one that would speak.
pub(super) fn speak(
    who: &str,
    language: Option<&str>,
    setup: &Setup,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let volume = volume(setup, None);
    let language = language.unwrap_or("en");
    let voice = who::spoken_by(Some(who), language, setup)?;
    let options = SpeechOptions {
        wish: voice.engine,
        ..SpeechOptions::new(voice_search(setup.paths.as_ref()))
    };
    let manner = manner(&voice, language, Pace::by_day(voice.words_per_minute));
    let interruption = Interruption::watch()?;
    let worker = SpeechWorker::open(options, vec![Utterance::new(WORDS, manner)]);
    for _ in 0..LOOKS {
        if let Some(end) = interruption.asked() {
            return Ok(Exit::Interrupted(end));
        }
        if worker.wait(LOOK_AGAIN) {
            break;
        }
    }
    // From here on the preview listens by itself.
    drop(interruption);
    let Some(spoken) = worker.clip(0) else {
        let why = match worker.line(0) {
            LineState::None { why } => why,
            LineState::Coming | LineState::Ready { .. } => "it takes too long".to_owned(),
        };
        let failure = Failure::new(format!("nobody speaks: {why}"));
        return Err(failure.help("`unclench voices` lists the voices there are").into());
    };
    writeln!(console.out, "{WORDS}")?;
    if let Some(unheard) = unheard::of_all(volume, &setup.report_texts()) {
        writeln!(console.out, "{unheard}")?;
    }
    console.out.flush()?;
    let clip = SoundClip::from_speech(spoken.samples, spoken.rate, SPEECH_LUFS);
    let length = clip.length();
    let preview =
        SoundPreview { event: SoundEvent::Clip(clip), length, sounds: Sounds::shipped(), volume };
    Ok(preview_sound(preview, &setup.settings)?.into())
}
