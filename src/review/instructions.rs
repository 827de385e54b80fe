//! One instruction to a sentence: who has closed eyes and busy hands can follow one thing at a time.

use super::remark;
use super::speech::spoken;
use super::work::Work;
use crate::prosody::{SpokenLanguage, sentences};
use crate::words::Message;

/// What people are asked to do, as sentences of instructions begin.
const ASKED: &[&str] = &[
    "bend",
    "blink",
    "bounce",
    "breathe",
    "bring",
    "brush",
    "check",
    "circle",
    "clasp",
    "close",
    "comb",
    "come",
    "count",
    "cover",
    "cross",
    "cup",
    "curl",
    "draw",
    "drop",
    "ease",
    "exhale",
    "feel",
    "fetch",
    "find",
    "fold",
    "follow",
    "gather",
    "get",
    "give",
    "glide",
    "go",
    "grip",
    "hang",
    "have",
    "hold",
    "hug",
    "hum",
    "imagine",
    "inhale",
    "keep",
    "knead",
    "lace",
    "lay",
    "lean",
    "leave",
    "lengthen",
    "let",
    "lie",
    "lift",
    "listen",
    "look",
    "loosen",
    "lower",
    "make",
    "move",
    "name",
    "nod",
    "notice",
    "open",
    "pat",
    "pinch",
    "place",
    "point",
    "press",
    "pull",
    "push",
    "put",
    "raise",
    "reach",
    "relax",
    "release",
    "remove",
    "repeat",
    "rest",
    "rock",
    "roll",
    "rub",
    "scan",
    "search",
    "set",
    "shake",
    "shift",
    "sink",
    "sit",
    "slide",
    "smooth",
    "soften",
    "spread",
    "squeeze",
    "stack",
    "stand",
    "start",
    "stay",
    "step",
    "stop",
    "straighten",
    "stretch",
    "stroke",
    "sway",
    "swing",
    "switch",
    "take",
    "tap",
    "tense",
    "tilt",
    "tip",
    "trace",
    "travel",
    "turn",
    "undo",
    "wait",
    "walk",
    "wander",
    "widen",
    "wiggle",
    "work",
    "wrap",
];

/// What only ends or undoes what was asked just before: “squeeze, and let go”, “lean in, and stay”.
const ENDS: &[&str] = &[
    "begin",
    "breathe",
    "close",
    "come",
    "drop",
    "ease",
    "feel",
    "find",
    "go",
    "hold",
    "let",
    "lift",
    "lower",
    "notice",
    "open",
    "pause",
    "release",
    "repeat",
    "rest",
    "return",
    "stay",
    "straighten",
    "swing",
    "wait",
];

/// Words that may stand before what is asked.
const BEFORE: &[&str] = &[
    "and", "then", "now", "gently", "slowly", "softly", "please", "next", "again", "just", "only",
];

/// Words behind which nothing is asked any more.
const NOT_ASKED: &[&str] = &[" when ", " if ", " until ", " while ", ": "];

/// Sentences that ask for more than one thing.
pub(super) fn review(work: &mut Work<'_, '_>) {
    if !work.speaks_english() {
        return;
    }
    for at in 0..work.steps.len() {
        let (step, places) = (work.steps[at], work.place(at));
        for (span, words) in spoken(step, places) {
            let sentence = sentences(words, SpokenLanguage::English).find(|words| asks(words) > 1);
            if let Some(sentence) = sentence {
                let message = Message::new("many-instructions").with("words", sentence);
                let help = Message::new("many-instructions-help");
                work.add(remark("many-instructions", span, message, help));
            }
        }
    }
}

/// How many things a sentence asks for.
fn asks(sentence: &str) -> usize {
    let sentence = sentence.to_lowercase();
    let asking = NOT_ASKED.iter().filter_map(|behind| sentence.find(behind)).min();
    let asking = asking.map_or(&sentence[..], |end| &sentence[..end]);
    let clauses = asking
        .split(", ")
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" then "));
    clauses.enumerate().filter(|(at, clause)| is_asked(clause, *at == 0)).count()
}

/// Whether a clause asks for something of its own.
fn is_asked(clause: &str, is_first: bool) -> bool {
    let words = clause.split(|letter: char| !letter.is_alphabetic());
    let mut words = words.filter(|word| !word.is_empty()).skip_while(|word| BEFORE.contains(word));
    let Some(first) = words.next() else { return false };
    // One word alone goes on with what was asked: “slow and soft”, “hold, press, hold”.
    ASKED.contains(&first) && (is_first || (!ENDS.contains(&first) && words.next().is_some()))
}

#[cfg(test)]
mod tests {
    use super::asks;

    #[test]
    fn what_ends_an_instruction_is_none_of_its_own() {
        for one in [
            "Squeeze slowly, and let go.",
            "Lean in, breathe out, and stay.",
            "Glide outward, lift, and return.",
            "Circle both wrists, small and slow.",
            "Go on when both sit and stand well.",
            "Your hands rest, and the breath comes.",
        ] {
            assert!(asks(one) <= 1, "{one}");
        }
    }

    #[test]
    fn two_things_to_do_are_two_instructions() {
        for two in [
            "Take the pack off, and lay it aside.",
            "Stand up and walk to the water.",
            "Now lie down, then cover your legs.",
        ] {
            assert_eq!(asks(two), 2, "{two}");
        }
    }
}
