//! What words say of a tool that a screened session no longer uses: to fetch it, to put it away. Those
//! sentences go with it, so that nobody looks for a ball that is never used.

use super::quiet::MOMENT_TEXT;
use crate::prosody::{SpokenLanguage, sentences};
use crate::session::{
    Announced, Announcements, Block, Massage, Session, Step, StepKind, Temperature, Tool, steps_in,
};
use crate::words::{Message, Texts};

/// The tools that may give way, each with the words for it: small letters, whole words.
const WORDS: &[(Tool, &[&str])] = &[
    (Tool::Ball, &["ball", "balls", "bälle", "tennisball", "igelball", "faszienball"]),
    (Tool::Roller, &["roller", "faszienrolle", "massagerolle"]),
    (Tool::WarmPack, &["pack", "bottle", "wärmflasche", "wärmepackung", "kirschkernkissen"]),
    (Tool::ColdPack, &["pack", "kühlpack", "kältepackung"]),
    (Tool::Towel, &["towel", "towels", "handtuch", "handtücher"]),
];
/// Words behind a word for a tool by which it means something else: the ball of the foot or the thumb.
const ELSE: &[&str] = &["of"];

/// Takes the tools out of which nothing is left in these blocks: from the list of what has to be at
/// hand, and from the words of every step, caution and summary.
pub(super) fn forget_unused(asked: &Session, screened: &mut Session, texts: &Texts) {
    let is_gone = |tool: &Tool| uses(&asked.blocks, *tool) && !uses(&screened.blocks, *tool);
    let gone: Vec<Tool> = WORDS.iter().map(|(tool, _)| *tool).filter(is_gone).collect();
    // A ball in the place of a roller has to be fetched too.
    let kept = words_for(|tool| uses(&screened.blocks, *tool));
    let mut words = words_for(|tool| gone.contains(tool));
    words.retain(|word| !kept.contains(word));
    if words.is_empty() {
        return;
    }
    screened.tools.retain(|tool| !gone.contains(tool));
    let left = Left { words, language: SpokenLanguage::of(&screened.language), texts };
    screened.cautions = left.texts(&screened.cautions);
    left.in_announcements(&mut screened.announcements);
    for block in &mut screened.blocks {
        left.in_block(block);
    }
}

/// The words for these tools.
fn words_for(is_meant: impl Fn(&Tool) -> bool) -> Vec<&'static str> {
    let meant = WORDS.iter().filter(|(tool, _)| is_meant(tool));
    meant.flat_map(|(_, words)| words.iter().copied()).collect()
}

fn uses(blocks: &[Block], tool: Tool) -> bool {
    steps_in(blocks).into_iter().any(|step| match &step.kind {
        StepKind::Massage(Massage { tool: used, .. }) => *used == tool,
        // A pack lies in a towel.
        StepKind::Pack { .. } if tool == Tool::Towel => true,
        StepKind::Pack { temperature: Temperature::Heat, .. } => tool == Tool::WarmPack,
        StepKind::Pack { temperature: Temperature::Cold, .. } => tool == Tool::ColdPack,
        _ => false,
    })
}

/// What is left of texts without these words.
struct Left<'a> {
    words: Vec<&'a str>,
    language: SpokenLanguage,
    texts: &'a Texts,
}

impl Left<'_> {
    /// Where nothing is left of an author's words, the program says its own.
    fn in_announcements(&self, announcements: &mut Announcements) {
        for announced in announcements.all_mut() {
            let Announced::ByAuthor(words) = announced else { continue };
            let kept = self.sentences(words);
            *announced =
                if kept.is_empty() { Announced::ByProgram } else { Announced::ByAuthor(kept) };
        }
    }

    fn in_block(&self, block: &mut Block) {
        match block {
            Block::Step(step) => self.in_step(step),
            Block::Group(group) => group.blocks.iter_mut().for_each(|block| self.in_block(block)),
        }
    }

    fn in_step(&self, step: &mut Step) {
        let is_about = |text: &Option<String>| text.as_ref().is_some_and(|it| self.speaks_of(it));
        if is_about(&step.text) || is_about(&step.say) || self.speaks_of(&step.title) {
            // Nothing has to be fetched, so nothing waits for that.
            step.wait = false;
            let rest = self.texts.text(&Message::new(MOMENT_TEXT));
            let kept = |text: &Option<String>| {
                let kept = text.as_ref().map(|text| self.sentences(text)).unwrap_or_default();
                Some(if kept.is_empty() { rest.clone() } else { kept })
            };
            (step.text, step.say) = (kept(&step.text), kept(&step.say));
            if self.speaks_of(&step.title) {
                step.title = self.texts.text(&Message::new("care-tool-aside-title"));
            }
        }
        let again = [&mut step.second_side, &mut step.later_rounds];
        for words in again.into_iter().chain([&mut step.easier, &mut step.stop_if]) {
            *words = words.take().map(|it| self.sentences(&it)).filter(|it| !it.is_empty());
        }
        for line in &mut step.lines {
            let again = [&mut line.second_side, &mut line.later_rounds];
            for words in [&mut line.show, &mut line.say].into_iter().chain(again) {
                *words = words.take().map(|it| self.sentences(&it)).filter(|it| !it.is_empty());
            }
        }
        step.lines.retain(|line| line.show.is_some() || line.say.is_some());
    }

    fn texts(&self, texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| self.sentences(text)).filter(|text| !text.is_empty()).collect()
    }

    /// The sentences that do not speak of it, nor of “it” right after one that does.
    fn sentences(&self, text: &str) -> String {
        let mut kept: Vec<&str> = Vec::new();
        let mut is_just_gone = false;
        for sentence in sentences(text, self.language) {
            let goes_on =
                is_just_gone && has_word(sentence, |word, _| word == "it" || word == "ihn");
            is_just_gone = self.speaks_of(sentence) || goes_on;
            if !is_just_gone {
                kept.push(sentence);
            }
        }
        kept.join(" ")
    }

    fn speaks_of(&self, text: &str) -> bool {
        has_word(text, |word, next| {
            self.words.contains(&word) && !next.is_some_and(|next| ELSE.contains(&next))
        })
    }
}

/// Whether any word of a text, in small letters and with the one behind it, is meant.
fn has_word(text: &str, is_meant: impl Fn(&str, Option<&str>) -> bool) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphabetic()).filter(|it| !it.is_empty()).collect();
    let next = |at: usize| words.get(at + 1).copied();
    (0..words.len()).any(|at| is_meant(words[at], next(at)))
}
