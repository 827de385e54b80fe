//! One entry of the journal: a session that was played, and what its person said of it.

use uuid::Uuid;

use super::{CoinSide, LocalMoment, Measure, RatingMoment};
use crate::body::{Region, Side};

/// How far from its ends a session has to be interrupted to go on from there, in milliseconds.
const LEAST: u64 = 15_000;

/// What an entry is known by, on every machine: 32 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(String);

impl EntryId {
    /// One that no other entry has.
    pub fn new() -> Self {
        Self(Uuid::new_v4().simple().to_string())
    }

    /// The id that is written so; `None` where it is none.
    pub fn by_text(text: &str) -> Option<Self> {
        Uuid::try_parse(text.trim()).ok().map(|id| Self(id.simple().to_string()))
    }

    /// The id that the database has kept as this text.
    pub(super) fn kept(text: String) -> Self {
        Self(text)
    }

    /// It as it is written.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl Default for EntryId {
    fn default() -> Self {
        Self::new()
    }
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryEnding {
    /// It was played to its end.
    Done,
    /// Its person ended it.
    Left,
    /// The program was left or ended while it was on.
    Interrupted,
}

impl EntryEnding {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Done, Self::Left, Self::Interrupted];

    /// The word it is kept as.
    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Left => "left",
            Self::Interrupted => "interrupted",
        }
    }

    /// The ending that is kept as this word.
    pub fn by_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ending| ending.word() == word)
    }
}

/// A step that was not played as it was laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedStep {
    /// Its number among the steps, from 0.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// The side it works.
    pub side: Option<Side>,
    /// By how much it was made longer, in milliseconds; 0 where it was left out.
    pub longer: u64,
}

/// How far a session has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionProgress {
    /// Where it stands, in milliseconds of the session.
    pub position: u64,
    /// The part it stands in, counted from 0.
    pub part: u32,
    /// How far into that part, in milliseconds.
    pub into_part: u64,
    /// How long it is, in milliseconds.
    pub length: u64,
    /// Time spent playing, in milliseconds.
    pub played: u64,
    /// Time it stood still, in milliseconds.
    pub paused: u64,
    /// Whether it is played as at night.
    pub at_night: bool,
    /// The steps that were left out or made longer.
    pub changed: Vec<ChangedStep>,
    /// How it ended; `None` while it is on.
    pub ending: Option<EntryEnding>,
}

/// One number that a person said of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// When.
    pub moment: RatingMoment,
    /// What.
    pub measure: Measure,
    /// How much, within [`Measure::values`].
    pub value: u16,
}

/// What a session works, and how; nothing where that was not known when it was played.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SessionContent {
    /// The regions, none twice.
    pub regions: Vec<Region>,
    /// The ids of its techniques, or of kinds of steps that have none, none twice.
    pub techniques: Vec<String>,
}

/// A place that hurts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PainPlace {
    /// Where.
    pub region: Region,
    /// On which side; `None` on both, or in the middle.
    pub side: Option<Side>,
}

impl PainPlace {
    /// The words it is kept as: `left-calf`, or `jaw`.
    pub fn word(self) -> String {
        let id = self.region.id();
        self.side.map_or_else(|| id.to_owned(), |side| format!("{}-{id}", side.word()))
    }

    /// The place that is kept as these words.
    pub fn by_word(word: &str) -> Option<Self> {
        Self::all().find(|place| place.word() == word)
    }

    /// Every place, each on every side it has.
    pub fn all() -> impl Iterator<Item = Self> {
        Region::ALL.into_iter().flat_map(Self::of_region)
    }

    /// A region on every side it has: both, then left, then right.
    pub fn of_region(region: Region) -> impl Iterator<Item = Self> {
        let sides: &[_] =
            if region.has_sides() { &[None, Some(Side::Left), Some(Side::Right)] } else { &[None] };
        sides.iter().map(move |side| Self { region, side: *side })
    }
}

/// One entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalEntry {
    /// What it is known by.
    pub id: EntryId,
    /// The name the session was played by.
    pub session: String,
    /// The session's title.
    pub title: String,
    /// The length that was asked for, in milliseconds; `None` where it was played as it is written.
    pub asked: Option<u64>,
    /// When it began.
    pub began: LocalMoment,
    /// How far it has come.
    pub progress: SessionProgress,
    /// What it works, and how.
    pub content: SessionContent,
    /// What its person said of themselves.
    pub ratings: Vec<Rating>,
    /// Where it hurt before.
    pub pain_at: Option<PainPlace>,
    /// What a coin said of its day, where one decides.
    pub coin: Option<CoinSide>,
    /// What its person wrote of it.
    pub note: String,
    /// Whether its person does not want to go on from where it was interrupted.
    pub is_let_go: bool,
}

impl JournalEntry {
    /// Whether it was interrupted so far from both its ends that somebody may want to go on.
    pub(super) fn can_go_on(&self) -> bool {
        let SessionProgress { position, length, ending, .. } = self.progress;
        let is_cut = matches!(ending, None | Some(EntryEnding::Interrupted));
        let is_within = position >= LEAST && length.saturating_sub(position) >= LEAST;
        is_cut && is_within && !self.is_let_go
    }

    /// Whether it is the same session, still on, and nothing but time has passed in it.
    pub(super) fn has_only_gone_on_since(&self, before: &Self) -> bool {
        let (now, then) = (&self.progress, &before.progress);
        let is_on = now.ending.is_none() && then.ending.is_none();
        let is_as_it_was = now.at_night == then.at_night && now.changed == then.changed;
        self.id == before.id && is_on && is_as_it_was
    }
}
