//! A valid session: what every later room may rely on.

use super::words::{
    Goal, Involvement, Position, Receiver, Setting, StrokeKind, Technique, Temperature, Tool,
};
use super::{
    Announcements, BedAt, ChimeAt, Chimes, Contact, Line, PackPlace, Pattern, Repetitions, Silence,
};
use crate::body::{Direction, MuscleGroup, Region, Side};
use crate::posture::Figure;

/// A routine that has passed every check.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The title people read.
    pub title: String,
    /// One or two sentences on what it is for.
    pub summary: String,
    /// Language of the words, as a BCP 47 tag.
    pub language: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// The licence of the words.
    pub licence: Option<String>,
    /// Where its doses and claims come from.
    pub sources: Vec<String>,
    /// Where it suits.
    pub settings: Vec<Setting>,
    /// How the person sits or lies; with a partner, the one who receives.
    pub position: Position,
    /// Whose body it is about.
    pub receiver: Receiver,
    /// What it is meant to help with.
    pub goals: Vec<Goal>,
    /// What has to be at hand.
    pub tools: Vec<Tool>,
    /// What to know before starting, in plain sentences.
    pub cautions: Vec<String>,
    /// The background sound it begins with.
    pub bed: Option<String>,
    /// Time to settle before the first step, in milliseconds; may be 0.
    pub lead_in: u64,
    /// Whether its words are all that is said in its steps.
    pub silence: bool,
    /// Which chimes sound by themselves.
    pub chimes: Chimes,
    /// What is said where the program announces something.
    pub announcements: Announcements,
    /// The steps and groups, at least one.
    pub blocks: Vec<Block>,
}

impl Session {
    /// Whether it is one for bed, before sleep. What suits the desk as well is one for anywhere.
    pub fn is_for_bed(&self) -> bool {
        Setting::are_for_bed(&self.settings)
    }
}

/// A step, or a group of blocks.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// One timed part.
    Step(Box<Step>),
    /// Blocks that repeat.
    Group(Group),
}

/// Blocks that repeat together, on one or both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The title people read, if it has one.
    pub title: Option<String>,
    /// How often the blocks run on each side, at least once.
    pub repeat: u32,
    /// Runs the blocks once for each side, or on one side.
    pub side: Option<Sides>,
    /// How long the pause between two sides is, in milliseconds, where the author says so.
    pub switch: Option<u64>,
    /// The blocks, at least one.
    pub blocks: Vec<Block>,
}

/// Which sides a step or group works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// One side, then the other, for the same time.
    Both,
    /// One side only.
    One(Side),
}

/// One timed part of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What the person does, in a few words.
    pub title: String,
    /// The instruction on screen.
    pub text: Option<String>,
    /// What is spoken as the step begins; the instruction where the file says nothing else.
    pub say: Option<String>,
    /// What is spoken as it begins on the second of two sides, where the author has words for that.
    pub second_side: Option<String>,
    /// What is spoken as it begins from the second round of its group on, where the author has words for
    /// that.
    pub later_rounds: Option<String>,
    /// An easier way to do it.
    pub easier: Option<String>,
    /// When to stop.
    pub stop_if: Option<String>,
    /// What it asks of the body beside what its kind and place tell.
    pub involves: Vec<Involvement>,
    /// What kind of step it is, with what only that kind has.
    pub kind: StepKind,
    /// How long it lasts on one side.
    pub length: Length,
    /// How far it may flex when the session is fitted to a length.
    pub flex: Option<Flex>,
    /// Which sides it works. `None` where sides mean nothing.
    pub side: Option<Sides>,
    /// How long the pause between two sides is, in milliseconds, where the author says so.
    pub switch: Option<u64>,
    /// Whether its length begins once the words it begins with have been said; it always does where
    /// muscles are tensed.
    pub words_first: bool,
    /// Whether it is left out of the last round of its group.
    pub between_rounds: bool,
    /// The breathing pattern that paces it.
    pub pattern: Option<Pattern>,
    /// Lines during the step.
    pub lines: Vec<Line>,
    /// Chimes during the step.
    pub chimes: Vec<ChimeAt>,
    /// Changes of the background sound during the step.
    pub beds: Vec<BedAt>,
    /// How often it is done, where that is counted aloud.
    pub count: Option<Repetitions>,
    /// How many of its last seconds are counted aloud, down to one.
    pub countdown: Option<u32>,
    /// When nothing is said or rung that its author has not written, if ever.
    pub silence: Option<Silence>,
    /// How one sits, stands or lies, and how one moves.
    pub figure: Option<Box<Figure>>,
    /// Whether the session waits, when the time is up, until the person goes on.
    pub wait: bool,
}

/// The kind of a step, with what only that kind has.
#[derive(Clone, Debug, PartialEq)]
pub enum StepKind {
    /// Follow the breath.
    Breathe,
    /// Work a region.
    Massage(Massage),
    /// Hold a stretch or move gently.
    Stretch {
        /// What is stretched.
        region: Option<Region>,
    },
    /// Tense a muscle group and let it go.
    Tense(Tense),
    /// Rest.
    Rest,
    /// Warm or cool a place. 20 minutes at most.
    Pack {
        /// Heat or cold.
        temperature: Temperature,
        /// Where it lies.
        place: PackPlace,
    },
    /// Bring attention to a part of the body.
    Scan {
        /// Where attention rests.
        region: Option<Region>,
    },
}

/// What a massage step does.
#[derive(Clone, Debug, PartialEq)]
pub struct Massage {
    /// Where.
    pub region: Region,
    /// Which of the five techniques it explores.
    pub technique: Technique,
    /// With what.
    pub tool: Tool,
    /// How hard, 0–10 of discomfort, never above the region's cap.
    pub pressure: u8,
    /// How the hand or tool moves.
    pub stroke: Stroke,
    /// What touches, and where in the region.
    pub contact: Contact,
}

/// How the hand or tool moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// The stroke.
    pub kind: StrokeKind,
    /// Which way it goes.
    pub direction: Direction,
    /// Time of one stroke in milliseconds. `None` where it follows the breath or has no tempo.
    pub tempo: Option<u64>,
    /// Whether the hand lifts at the end of each stroke and begins again where it began, rather than
    /// going back on the body.
    pub lifts: bool,
}

/// A tense-and-release step.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_field_names, reason = "`tense` is the key of the session format")]
pub struct Tense {
    /// Which muscles.
    pub muscles: MuscleGroup,
    /// Time to tense, in milliseconds.
    pub tense: u64,
    /// Time to let go, in milliseconds.
    pub release: u64,
    /// How often, at least once.
    pub times: u32,
}

/// A length of time, or of whole breaths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Milliseconds.
    Millis(u64),
    /// Whole breaths of the step's pattern.
    Breaths(u32),
}

/// The shortest and longest a step may become, in milliseconds; the written length lies between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flex {
    /// Shortest.
    pub min: u64,
    /// Longest.
    pub max: u64,
}

impl Group {
    /// How often a block of it is played on each side.
    pub fn plays_of(&self, block: &Block) -> u32 {
        let is_between = matches!(block, Block::Step(step) if step.between_rounds);
        self.repeat.saturating_sub(u32::from(is_between))
    }
}

impl Length {
    /// The length in milliseconds, for a step paced by `pattern`.
    pub fn millis(self, pattern: Option<&Pattern>) -> u64 {
        match self {
            Self::Millis(millis) => millis,
            Self::Breaths(count) => {
                pattern.map_or(0, |pattern| pattern.cycle_millis() * u64::from(count))
            }
        }
    }
}

/// The steps in blocks and in the groups among them, in order as they are written.
pub fn steps_in(blocks: &[Block]) -> Vec<&Step> {
    let mut steps = Vec::new();
    for block in blocks {
        match block {
            Block::Step(step) => steps.push(&**step),
            Block::Group(group) => steps.extend(steps_in(&group.blocks)),
        }
    }
    steps
}

impl Step {
    /// A step of this kind and length that says nothing and has nothing else.
    pub fn bare(title: String, kind: StepKind, length: Length) -> Self {
        Self {
            title,
            text: None,
            say: None,
            second_side: None,
            later_rounds: None,
            easier: None,
            stop_if: None,
            words_first: matches!(kind, StepKind::Tense(_)),
            kind,
            length,
            flex: None,
            side: None,
            switch: None,
            between_rounds: false,
            pattern: None,
            lines: Vec::new(),
            chimes: Vec::new(),
            beds: Vec::new(),
            count: None,
            countdown: None,
            silence: None,
            wait: false,
            figure: None,
            involves: Vec::new(),
        }
    }

    /// How long it lasts on one side as it is written, in milliseconds.
    pub fn written_millis(&self) -> u64 {
        self.length.millis(self.pattern.as_ref())
    }

    /// Whether its length begins once its first words have been said, rather than holding them.
    pub fn length_follows_words(&self) -> bool {
        self.words_first || matches!(self.length, Length::Breaths(_))
    }

    /// Whether its breaths or tensions may begin as soon as its words are said, with some time left over
    /// after the last of them: where a time is what counts, it ends with the step.
    pub fn may_begin_sooner(&self) -> bool {
        matches!(self.kind, StepKind::Tense(_)) || (self.pattern.is_some() && !self.words_first)
    }

    /// Whether its words for later rounds take a time of their own before its length.
    pub fn has_later_opening(&self) -> bool {
        self.later_rounds.is_some() && self.length_follows_words()
    }

    /// What it does, where it is a massage.
    pub fn massage(&self) -> Option<&Massage> {
        match &self.kind {
            StepKind::Massage(massage) => Some(massage),
            _ => None,
        }
    }

    /// The region the step works or attends to, if it names one.
    pub fn region(&self) -> Option<Region> {
        match &self.kind {
            StepKind::Massage(massage) => Some(massage.region),
            StepKind::Stretch { region } | StepKind::Scan { region } => *region,
            StepKind::Pack { place, .. } => place.region(),
            StepKind::Breathe | StepKind::Tense(_) | StepKind::Rest => None,
        }
    }
}
