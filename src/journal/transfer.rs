//! The journal as a file to take along: written, and read again here or on another machine.

mod misread;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    ChangedStep, CoinSide, EntryEnding, EntryId, JournalEntry, LocalMoment, Measure, PainPlace,
    Rating, RatingMoment, SessionContent, SessionProgress,
};
use crate::body::{Region, Side};

pub use misread::NotAJournal;
use misread::{text_of, why_misread};

/// What such a file calls itself.
const FORMAT: &str = "unclench-journal";
/// The version of its form.
const VERSION: u32 = 1;

/// A journal as JSON has it. The keys are a promise to scripts.
#[derive(Debug, Serialize, Deserialize)]
pub struct JournalFile {
    format: String,
    version: u32,
    entries: Vec<EntryFile>,
}

/// An entry as JSON has it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct EntryFile {
    id: String,
    began: String,
    session: String,
    title: String,
    asked_millis: Option<u64>,
    length_millis: u64,
    position_millis: u64,
    part: u32,
    into_part_millis: u64,
    played_millis: u64,
    paused_millis: u64,
    at_night: bool,
    ending: Option<String>,
    let_go: bool,
    changed: Vec<ChangedStepFile>,
    #[serde(default)]
    regions: Vec<String>,
    #[serde(default)]
    techniques: Vec<String>,
    ratings: Vec<RatingFile>,
    #[serde(default)]
    pain_at: Option<String>,
    #[serde(default)]
    coin: Option<String>,
    note: String,
}

/// A step that was not played as it was laid out, as JSON has it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct ChangedStepFile {
    number: u32,
    title: String,
    side: Option<String>,
    longer_millis: u64,
}

/// A rating as JSON has it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct RatingFile {
    moment: String,
    measure: String,
    value: u16,
}

/// Entries as JSON lists them.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct JournalFacts(Vec<EntryFile>);

impl JournalFacts {
    /// These entries.
    pub fn of(entries: &[JournalEntry]) -> Self {
        Self(entries.iter().map(EntryFile::of).collect())
    }
}

impl JournalFile {
    /// A file of these entries.
    pub fn of(entries: &[JournalEntry]) -> Self {
        let JournalFacts(entries) = JournalFacts::of(entries);
        Self { format: FORMAT.to_owned(), version: VERSION, entries }
    }

    /// The entries in a file.
    ///
    /// # Errors
    /// Why it is no journal; then nothing of it is taken.
    pub fn read(bytes: &[u8]) -> Result<Vec<JournalEntry>, NotAJournal> {
        let text = text_of(bytes)?;
        let file: Self = serde_json::from_str(&text).map_err(|error| why_misread(&text, &error))?;
        if file.format != FORMAT {
            return Err(NotAJournal::Other);
        }
        if file.version > VERSION {
            return Err(NotAJournal::Newer);
        }
        let entries = file.entries.into_iter().zip(1..);
        let entries = entries.map(|(entry, number)| {
            entry.into_entry().map_err(|what| NotAJournal::Entry { number, what: what.to_owned() })
        });
        entries.collect()
    }
}

impl EntryFile {
    fn of(entry: &JournalEntry) -> Self {
        let JournalEntry { progress, .. } = entry;
        let changed = progress.changed.iter().map(|step| ChangedStepFile {
            number: step.number,
            title: step.title.clone(),
            side: step.side.map(|side| side.word().to_owned()),
            longer_millis: step.longer,
        });
        let ratings = entry.ratings.iter().map(|rating| RatingFile {
            moment: rating.moment.word().to_owned(),
            measure: rating.measure.word().to_owned(),
            value: rating.value,
        });
        Self {
            id: entry.id.text().to_owned(),
            began: entry.began.text(),
            session: entry.session.clone(),
            title: entry.title.clone(),
            asked_millis: entry.asked,
            length_millis: progress.length,
            position_millis: progress.position,
            part: progress.part,
            into_part_millis: progress.into_part,
            played_millis: progress.played,
            paused_millis: progress.paused,
            at_night: progress.at_night,
            ending: progress.ending.map(|ending| ending.word().to_owned()),
            let_go: entry.is_let_go,
            changed: changed.collect(),
            regions: entry.content.regions.iter().map(|it| it.id().to_owned()).collect(),
            techniques: entry.content.techniques.clone(),
            ratings: ratings.collect(),
            pain_at: entry.pain_at.map(PainPlace::word),
            coin: entry.coin.map(|side| side.word().to_owned()),
            note: entry.note.clone(),
        }
    }

    /// The entry, or what of it does not fit.
    fn into_entry(self) -> Result<JournalEntry, &'static str> {
        let ending = match self.ending {
            Some(word) => Some(EntryEnding::by_word(&word).ok_or("`ending`")?),
            None => None,
        };
        let ratings = self.ratings.into_iter().map(|rating| rating.to_rating());
        let mut ratings: Vec<Rating> = ratings.collect::<Option<_>>().ok_or("`ratings`")?;
        ratings.sort_by_key(|rating| (rating.moment, rating.measure));
        let by_id = |id: &String| Region::ALL.into_iter().find(|region| region.id() == id);
        let regions = self.regions.iter().map(by_id);
        let pain_at = match &self.pain_at {
            Some(word) => Some(PainPlace::by_word(word).ok_or("`pain_at`")?),
            None => None,
        };
        let coin = match &self.coin {
            Some(word) => Some(CoinSide::by_word(word).ok_or("`coin`")?),
            None => None,
        };
        let lengths = [
            self.length_millis,
            self.position_millis,
            self.into_part_millis,
            self.played_millis,
            self.paused_millis,
            self.asked_millis.unwrap_or_default(),
        ];
        if lengths.into_iter().any(|millis| i64::try_from(millis).is_err()) {
            return Err("a length");
        }
        Ok(JournalEntry {
            id: EntryId::by_text(&self.id).ok_or("`id`")?,
            session: self.session,
            title: self.title,
            asked: self.asked_millis,
            began: LocalMoment::by_text(&self.began).ok_or("`began`")?,
            progress: SessionProgress {
                position: self.position_millis,
                part: self.part,
                into_part: self.into_part_millis,
                length: self.length_millis,
                played: self.played_millis,
                paused: self.paused_millis,
                at_night: self.at_night,
                changed: changed_steps(self.changed).ok_or("`changed`")?,
                ending,
            },
            content: SessionContent {
                regions: regions.collect::<Option<_>>().ok_or("`regions`")?,
                techniques: self.techniques,
            },
            ratings,
            pain_at,
            coin,
            note: self.note,
            is_let_go: self.let_go,
        })
    }
}

/// Steps that were not played as they were laid out, each once.
fn changed_steps(steps: Vec<ChangedStepFile>) -> Option<Vec<ChangedStep>> {
    let numbers: BTreeSet<u32> = steps.iter().map(|step| step.number).collect();
    let is_each_once = numbers.len() == steps.len();
    is_each_once.then(|| steps.into_iter().map(ChangedStepFile::into_step).collect())?
}

impl ChangedStepFile {
    fn into_step(self) -> Option<ChangedStep> {
        let side = match self.side {
            Some(word) => {
                Some([Side::Left, Side::Right].into_iter().find(|side| side.word() == word)?)
            }
            None => None,
        };
        i64::try_from(self.longer_millis).ok()?;
        Some(ChangedStep {
            number: self.number,
            title: self.title,
            side,
            longer: self.longer_millis,
        })
    }
}

impl RatingFile {
    fn to_rating(&self) -> Option<Rating> {
        let moment = RatingMoment::by_word(&self.moment)?;
        let measure = Measure::by_word(&self.measure)?;
        measure.values().contains(&self.value).then_some(Rating {
            moment,
            measure,
            value: self.value,
        })
    }
}
