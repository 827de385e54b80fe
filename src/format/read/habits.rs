//! What people write who come from other programs, and how the same is written here.

use crate::format::draft::Kind;
use crate::problem::as_name;
use crate::words::Message;

/// How a key is written here that other programs have on a step of a kind, or in a part of one: an
/// example that can be taken over.
pub(super) fn habit(word: &str, kind: Option<Kind>, part: Option<&str>) -> Option<Message> {
    use Kind::{Breathe, Group, Massage, Stretch, Tense};
    let word = word.to_lowercase();
    let id = match (word.as_str(), part, kind) {
        ("hold" | "holds" | "hold-for", Some("Count"), _) => "habit-hold",
        (_, Some("Count"), _) | (_, _, None) => return None,
        ("reps" | "rep" | "repetitions" | "repeats" | "every", _, Some(Massage | Stretch)) => {
            "habit-count"
        }
        ("every", _, Some(_)) => "habit-every",
        (
            "reps" | "rep" | "repetitions" | "repeats" | "sets" | "set" | "rounds" | "loops"
            | "repeat" | "repeat-for",
            _,
            Some(kind),
        ) if kind != Group && kind != Tense => "habit-group",
        ("hold" | "holds" | "hold-for", _, Some(Massage | Stretch)) => "habit-hold",
        ("hold" | "holds" | "hold-for", _, Some(Breathe)) => "habit-held-breath",
        (
            "rest" | "pause" | "break" | "rest-between" | "pause-between" | "cooldown" | "off",
            _,
            Some(_),
        ) => "habit-pause",
        _ => return None,
    };
    Some(Message::new(id))
}

/// The keys that are meant by words which people know from elsewhere.
pub(super) fn meant_keys(word: &str) -> Option<&'static [&'static str]> {
    Some(match word.to_lowercase().as_str() {
        "reps" | "rep" | "repetitions" | "rounds" | "sets" | "loops" => &["repeat", "times"],
        "duration" | "time" | "seconds" | "minutes" | "millis" | "work" => &["length"],
        "name" | "heading" => &["title"],
        "description" | "about" => &["summary", "text"],
        "instruction" | "instructions" | "show" => &["text"],
        "voice" | "speak" | "spoken" => &["say"],
        "type" => &["kind"],
        "version" | "schema-version" | "format-version" => &["format"],
        "music" | "sound" | "background" => &["bed", "beds"],
        "warnings" | "caution" => &["cautions"],
        "lang" => &["language"],
        "count-down" => &["countdown"],
        "cues" | "cue" => &["lines"],
        "second-round" | "second-rounds" | "later-round" | "next-round" | "next-rounds" => {
            &["later-rounds"]
        }
        "last" | "skip-last" | "between" => &["between-rounds"],
        "guidance" | "quiet" | "silent" | "mute" => &["silence"],
        _ => return None,
    })
}

/// The word that is meant by one that people know from elsewhere.
pub(super) fn meant_word(key: &str, word: &str) -> Option<&'static str> {
    let word = as_name(word).replace([',', '/', '&', '+'], "-and-").replace("--", "-");
    Some(match (key, word.replace("--", "-").as_str()) {
        (
            "side",
            "each" | "each-side" | "alternate" | "alternating" | "bilateral" | "per-side"
            | "both-sides" | "left-and-right" | "right-and-left" | "left-then-right"
            | "right-then-left",
        ) => "both",
        ("temperature", "ice" | "cool" | "cold-pack") => "cold",
        ("temperature", "warm" | "hot" | "warm-pack") => "heat",
        ("settings", "office" | "work") => "desk",
        ("settings", "gym" | "studio" | "floor" | "sofa" | "outdoors") => "home",
        ("position", "kneeling" | "all-fours" | "on-all-fours" | "floor" | "prone") => {
            "on-the-floor"
        }
        ("position", "supine" | "lying") => "lying-on-back",
        ("position", "sitting") => "seated",
        ("goals", "relaxation" | "relax" | "calm" | "anxiety") => "stress",
        ("goals", "mobility" | "stretching") => "flexibility",
        ("goals", "pain" | "pain-relief") => "ease-pain",
        ("goals", "energy" | "alertness" | "concentration") => "focus",
        _ => return None,
    })
}
