//! Warnings are spoken before what they warn of begins, never while it goes on.

use super::phrases::{SoughtWords, in_language, plain_words};
use super::remark;
use super::speech::{beginning, is_at_start};
use super::work::Work;
use crate::prosody::{SpokenLanguage, sentences};
use crate::session::{Line, Step, StepKind};
use crate::words::Message;

/// From this time on words about a pack ask for a look at the skin, which belongs there, in
/// milliseconds after it is laid.
const LOOK_MILLIS: u64 = 60_000;

/// What hands, body or breath had better not do.
const DOINGS: &[&str] = &[
    "press", "push", "pull", "hold", "bounce", "force", "strain", "roll", "rub", "squeeze",
    "stretch", "lean", "twist", "lie", "fall", "go", "touch", "dig", "knead", "clench", "lift",
];
/// What tells that “enough” sets a limit.
const MILD: &[&str] = &["mild", "firm", "ache", "gentle", "light", "pull", "little"];

const ENGLISH: &[SoughtWords] = &[
    SoughtWords::of("never"),
    SoughtWords::of("avoid"),
    SoughtWords::beside("don t", DOINGS),
    SoughtWords::beside("do not", DOINGS),
    SoughtWords::of("no bouncing"),
    SoughtWords::of("no pulling"),
    SoughtWords::of("no pressing"),
    SoughtWords::of("no holding"),
    SoughtWords::of("no forcing"),
    SoughtWords::beside(
        "stop",
        &["if", "when", "before", "short", "below", "above", "well", "tired"],
    ),
    SoughtWords::beside("turn back", &["before", "short", "below", "above", "well"]),
    SoughtWords::beside("lift off", &["before", "short", "below", "above", "well"]),
    SoughtWords::beside("ease off", &["if", "when", "before"]),
    SoughtWords::of("back off"),
    SoughtWords::of("press less"),
    SoughtWords::of("lean less"),
    SoughtWords::of("go lighter"),
    SoughtWords::of("go easier"),
    SoughtWords::of("be gentle"),
    SoughtWords::of("lighter here"),
    SoughtWords::of("lighter is"),
    SoughtWords::of("keep off"),
    SoughtWords::of("keep clear"),
    SoughtWords::of("keep away"),
    SoughtWords::of("keep out of"),
    SoughtWords::of("keep to the"),
    SoughtWords::of("stay off"),
    SoughtWords::of("stay away"),
    SoughtWords::of("stay clear"),
    SoughtWords::beside("stay on the", &["muscle", "muscles"]),
    SoughtWords::of("clear of"),
    SoughtWords::of("leave out"),
    SoughtWords::beside("leave", &["alone"]),
    SoughtWords::of("not bone"),
    SoughtWords::of("no bone"),
    SoughtWords::of("muscle only"),
    SoughtWords::of("not the spine"),
    SoughtWords::of("not on the"),
    SoughtWords::of("painful"),
    SoughtWords::of("hurts"),
    SoughtWords::of("sharp is"),
    SoughtWords::of("is sharp"),
    SoughtWords::of("sharp may"),
    SoughtWords::of("too much"),
    SoughtWords::of("too hard"),
    SoughtWords::of("too hot"),
    SoughtWords::of("too cold"),
    SoughtWords::of("not hot"),
    SoughtWords::of("no deeper"),
    SoughtWords::of("no harder"),
    SoughtWords::of("no firmer"),
    SoughtWords::of("no further"),
    SoughtWords::of("no farther"),
    SoughtWords::of("not harder"),
    SoughtWords::of("not longer"),
    SoughtWords::beside("no more", &["enough"]),
    SoughtWords::beside("is plenty", MILD),
    SoughtWords::beside("is enough", MILD),
    SoughtWords::of("dizz*"),
    SoughtWords::of("tingl*"),
    SoughtWords::of("numb*"),
    SoughtWords::of("bracing"),
    SoughtWords::of("you brace"),
    SoughtWords::of("holding your breath"),
];

const GERMAN: &[SoughtWords] = &[
    SoughtWords::of("nie"),
    SoughtWords::of("niemals"),
    SoughtWords::of("vermeide*"),
    SoughtWords::of("nicht wippen"),
    SoughtWords::of("kein wippen"),
    SoughtWords::of("ohne wippen"),
    SoughtWords::of("nicht ziehen"),
    SoughtWords::of("nicht drücken"),
    SoughtWords::of("nicht anhalten"),
    SoughtWords::of("nicht pressen"),
    SoughtWords::beside("hör auf", &["wenn", "bevor", "sobald", "falls"]),
    SoughtWords::beside("stopp", &["wenn", "bevor", "sobald", "falls"]),
    SoughtWords::beside("kehr um", &["vor", "unter", "über", "bevor"]),
    SoughtWords::beside("lass nach", &["wenn", "bevor", "sobald", "falls"]),
    SoughtWords::of("weniger druck"),
    SoughtWords::of("drück weniger"),
    SoughtWords::of("leichter hier"),
    SoughtWords::of("hier leichter"),
    SoughtWords::of("bleib weg"),
    SoughtWords::of("halt abstand"),
    SoughtWords::of("halte abstand"),
    SoughtWords::beside("lass", &["aus", "in ruhe"]),
    SoughtWords::of("nicht auf den knochen"),
    SoughtWords::of("nicht auf die"),
    SoughtWords::of("nicht auf der"),
    SoughtWords::of("nicht auf dem"),
    SoughtWords::of("nur muskel*"),
    SoughtWords::of("schmerz*"),
    SoughtWords::of("wehtut"),
    SoughtWords::of("tut es weh"),
    SoughtWords::of("zu viel"),
    SoughtWords::of("zu fest"),
    SoughtWords::of("zu heiß"),
    SoughtWords::of("zu kalt"),
    SoughtWords::of("nicht heiß"),
    SoughtWords::of("nicht tiefer"),
    SoughtWords::of("nicht fester"),
    SoughtWords::of("nicht weiter"),
    SoughtWords::of("nicht länger"),
    SoughtWords::of("schwindlig"),
    SoughtWords::of("schwindelig"),
    SoughtWords::of("kribbel*"),
    SoughtWords::of("taub"),
];

/// What tells that a line speaks of what comes next, and so is in time for it.
const AHEAD: &[SoughtWords] = &[
    SoughtWords::of("next"),
    SoughtWords::of("soon"),
    SoughtWords::of("in a moment"),
    SoughtWords::of("als nächstes"),
    SoughtWords::of("danach"),
    SoughtWords::of("gleich"),
    SoughtWords::of("bald"),
];

/// Lines that warn once the step they warn in is under way. A rest asks for nothing, so its words
/// speak of what comes after it.
pub(super) fn review(work: &mut Work<'_, '_>) {
    let language = SpokenLanguage::of(&work.session.language);
    let Some(phrases) = in_language(language, ENGLISH, GERMAN) else {
        return;
    };
    for at in 0..work.steps.len() {
        let step = work.steps[at];
        if step.kind == StepKind::Rest {
            continue;
        }
        for (number, line) in step.lines.iter().enumerate() {
            let Some(say) = line.say.as_deref().filter(|_| is_late(step, line)) else {
                continue;
            };
            if let Some(sentence) = warning(say, language, phrases) {
                let message = Message::new("late-warning").with("words", beginning(sentence));
                let (span, help) = (work.place(at).line(number), Message::new("late-warning-help"));
                work.add(remark("late-warning", span, message, help));
            }
        }
    }
}

/// The first sentence that warns, unless the words speak of what comes next.
fn warning<'t>(say: &'t str, language: SpokenLanguage, phrases: &[SoughtWords]) -> Option<&'t str> {
    let stands = |phrases: &[SoughtWords], words: &str| {
        phrases.iter().any(|phrase: &SoughtWords| phrase.stands_in(words))
    };
    if stands(AHEAD, &plain_words(say)) {
        return None;
    }
    sentences(say, language).find(|sentence| stands(phrases, &plain_words(sentence)))
}

/// Whether a line is spoken while what its step asks for goes on.
fn is_late(step: &Step, line: &Line) -> bool {
    let at = line.at.within(step.written_millis());
    let is_look = matches!(step.kind, StepKind::Pack { .. }) && at >= LOOK_MILLIS;
    !is_at_start(line) && !is_look
}
