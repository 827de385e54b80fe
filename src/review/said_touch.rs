//! What touches, as words and picture have it: who reads “thumb” is not to see a palm.

use super::phrases::plain_words;
use super::remark;
use super::work::Work;
use crate::body::Region;
use crate::prosody::SpokenLanguage;
use crate::session::TouchingPart::{
    self, Bag, Ball, Cloth, Fingertips, FlatFingers, Forearm, Grip, HeelOfHand, Knuckles, Palm,
    Roller, SoftFist, Thumb, Towel, WholeHand,
};
use crate::session::{Massage, Step, StepKind, WorkingHands};
use crate::words::Message;

/// A word for what touches, and what it may be in the picture.
type SaidPart = (&'static [&'static str], &'static [TouchingPart]);

const ENGLISH: &[SaidPart] = &[
    (&["heel of your hand", "heel of the hand", "heels of your hands"], &[HeelOfHand]),
    (&["thumb", "thumbs"], &[Thumb, Grip]),
    (&["fingertip", "fingertips", "tips"], &[Fingertips]),
    (&["finger", "fingers"], &[FlatFingers, Fingertips, Grip]),
    (&["knuckle", "knuckles"], &[Knuckles]),
    (&["fist", "fists"], &[SoftFist, Knuckles]),
    (&["palm", "palms"], &[Palm, WholeHand]),
    (&["forearm", "forearms"], &[Forearm]),
    (&["ball"], &[Ball]),
    (&["roller"], &[Roller]),
    (&["towel", "cloth"], &[Towel, Cloth]),
    (&["bag", "pack"], &[Bag, Cloth]),
];

const GERMAN: &[SaidPart] = &[
    (&["handballen"], &[HeelOfHand]),
    (&["daumen"], &[Thumb, Grip]),
    (&["fingerspitzen", "fingerkuppen"], &[Fingertips]),
    (&["finger", "fingern"], &[FlatFingers, Fingertips, Grip]),
    (&["fingerknöchel", "fingerknöcheln"], &[Knuckles]),
    (&["faust", "fäuste", "fäusten"], &[SoftFist, Knuckles]),
    (&["handfläche", "handflächen", "handteller"], &[Palm, WholeHand]),
    (&["unterarm", "unterarme", "unterarmen"], &[Forearm]),
    (&["ball"], &[Ball]),
    (&["faszienrolle", "die rolle", "der rolle"], &[Roller]),
    (&["handtuch", "tuch"], &[Towel, Cloth]),
    (&["wärmekissen", "kühlkissen"], &[Bag, Cloth]),
];

/// What may be meant where only a hand is named.
const HAND: &[TouchingPart] = &[WholeHand, Palm, Grip, FlatFingers, Fingertips];
const HAND_WORDS: &[&str] = &["hand", "hands", "hände", "händen"];

/// What a word does not mean that stands before one of these: a thumb's width, the thumb pad, a palm
/// that is turned up, a ball that is put away.
const AFTER: &[&str] =
    &["s", "pad", "pads", "up", "down", "nach", "where", "away", "aside", "weg", "beiseite"];

const BOTH: &[&str] = &["both", "beide", "beiden"];

/// Words that name another thing than the picture shows.
pub(super) fn review(work: &mut Work<'_, '_>) {
    let parts = match SpokenLanguage::of(&work.session.language) {
        SpokenLanguage::English => ENGLISH,
        SpokenLanguage::German => GERMAN,
        SpokenLanguage::Other => return,
    };
    for at in 0..work.steps.len() {
        let step = work.steps[at];
        let StepKind::Massage(massage) = &step.kind else {
            continue;
        };
        let said = words_of(step);
        let shown = massage.contact.part;
        let span = work.place(at).key(&["touch", "text", "title", "move"]);
        if let Some((word, wanted)) = other_part(&said, massage, parts) {
            let told = Message::new("other-touch").with("word", word).with("shown", shown.id());
            let help = Message::new("other-touch-help").with("with", wanted.id());
            work.add(remark("other-touch", span, told, help));
        } else if let Some(word) = both_of(&said, massage, parts) {
            let told = Message::new("one-hand-shown").with("word", word);
            work.add(remark("other-touch", span, told, Message::new("one-hand-shown-help")));
        }
    }
}

/// Title and instruction in plain words, sentence by sentence.
fn words_of(step: &Step) -> Vec<String> {
    let text = step.text.iter().flat_map(|text| text.split(['.', '!', '?', ';']));
    std::iter::once(step.title.as_str()).chain(text).map(plain_words).collect()
}

/// A word that names another thing than is shown, where none names what is shown; and what it means.
fn other_part(
    said: &[String],
    massage: &Massage,
    parts: &[SaidPart],
) -> Option<(&'static str, TouchingPart)> {
    let shown = massage.contact.part;
    let named: Vec<_> = parts
        .iter()
        .flat_map(|(words, meant)| words.iter().map(move |word| (*word, *meant)))
        .filter(|(word, _)| said.iter().any(|said| names(said, word, massage.region)))
        .collect();
    if named.is_empty() {
        let hand = HAND_WORDS
            .iter()
            .find(|word| said.iter().any(|said| names(said, word, massage.region)))?;
        return (!HAND.contains(&shown)).then_some((*hand, WholeHand));
    }
    let agrees = named.iter().any(|(_, meant)| meant.contains(&shown));
    named.first().filter(|_| !agrees).map(|(word, meant)| (*word, meant[0]))
}

/// A word for two hands, or for two of what they have, where one is shown.
fn both_of(said: &[String], massage: &Massage, parts: &[SaidPart]) -> Option<&'static str> {
    if matches!(massage.contact.hands, None | Some(WorkingHands::Both)) {
        return None;
    }
    let of_hands = parts.iter().filter(|(_, meant)| meant[0].is_of_the_hand());
    let mut words = of_hands.flat_map(|(words, _)| *words).chain(HAND_WORDS);
    let is_both = |word: &str| {
        let both =
            |said: &String| BOTH.iter().any(|both| said.contains(&format!(" {both} {word} ")));
        said.iter().any(both)
    };
    words.find(|word| is_both(word)).copied()
}

/// Whether a sentence names with this word what touches, and not what is touched.
fn names(said: &str, word: &str, region: Region) -> bool {
    let is_hand = matches!(region, Region::Hand | Region::ThumbPad | Region::Forearm);
    let phrase = format!(" {word} ");
    said.match_indices(&phrase).any(|(at, _)| {
        let before = &said[..=at];
        let after = said[at + phrase.len()..].split(' ').next().unwrap_or_default();
        let is_other = before.ends_with(" other side ");
        let is_own =
            is_hand && !is_other && is_of_a_hand(word) && !is_thumb_that_works(before, word);
        let is_of_the_foot = (word, after) == ("ball", "of");
        !AFTER.contains(&after) && !is_of_the_foot && !is_own
    })
}

/// Whether a word is for a part of the hand or arm, which may itself be what is worked.
fn is_of_a_hand(word: &str) -> bool {
    !matches!(word, "ball" | "roller" | "towel" | "cloth" | "bag" | "pack")
}

/// A thumb works the palm more often than it is worked: only that of the side at work is meant.
fn is_thumb_that_works(before: &str, word: &str) -> bool {
    matches!(word, "thumb" | "thumbs" | "daumen") && !before.ends_with(" side ")
}
