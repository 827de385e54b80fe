//! The recipe of a chime: a small text of strikes and partials that the synthesizer plays.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::de::DeTable;

use crate::problem::{
    Findings, Problem, Source, followed, read_or_misfits, report_syntax, with_quotes_right,
};
use crate::synthesis::units::amplitude;

mod bed;
mod problem;

pub use bed::{
    BedPartial, BedRecipe, Drone, Events, Layer, LayerBreath, LayerSource, Motion, MotionShape,
    NoiseColour, Room,
};
use problem::{Limits, RecipeFault};

/// The version of the recipe format this program reads.
const FORMAT: u32 = 1;
/// The largest recipe, in bytes.
const LARGEST: usize = 16 * 1024;
/// The most strikes, and the most partials, in one recipe.
const MOST: usize = 16;
/// How much softer chimes are at night, in dB.
pub(crate) const NIGHT_CHIME_DB: f64 = -6.0;
/// How much lower they are: a minor third. Lower still, small loudspeakers would lose them.
const NIGHT_PITCH: f64 = 0.84;
/// No chime is lowered below this, in hertz: small loudspeakers lose it, and ears too.
const LOWEST_AT_NIGHT_HZ: f64 = 200.0;

/// What a recipe makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecipeKind {
    /// Struck tones that ring out: bells, bowls, bars of wood.
    Chime,
    /// A background sound without an end.
    Bed,
}

/// What a recipe says of itself, whatever it makes.
#[derive(Deserialize)]
struct RecipeHead {
    kind: RecipeKind,
}

/// What a recipe makes. Nothing else of the text is judged.
///
/// # Errors
/// One problem, where the text is no TOML or does not say what it makes.
pub fn recipe_kind(file: &str, text: &str) -> Result<RecipeKind, Vec<Problem>> {
    read::<RecipeHead>(&Source::new(file, text)).map(|head| head.kind)
}

/// Reads the text of a recipe as far as its keys and types go.
fn read<T: DeserializeOwned>(source: &Source<'_>) -> Result<T, Vec<Problem>> {
    let problems = |text: &str| read_once::<T>(&Source::new(source.file, text)).err();
    read_once(source)
        .map_err(|found| followed(source.text, found, |text| problems(text).unwrap_or_default()))
}

fn read_once<T: DeserializeOwned>(source: &Source<'_>) -> Result<T, Vec<Problem>> {
    if source.text.len() > LARGEST {
        return Err(problem::too_large(source, LARGEST));
    }
    let mut found = Findings::default();
    let text = with_quotes_right(source, &mut found);
    let (root, errors) = DeTable::parse_recoverable(&text);
    if !report_syntax(&Source::new(source.file, &text), &errors, &mut found) {
        match read_or_misfits(root) {
            Ok(read) if !found.has_errors() => return Ok(read),
            Ok(_) => {}
            Err(misfits) => {
                for misfit in problem::misfits(&misfits, source) {
                    found.add(misfit);
                }
            }
        }
    }
    Err(found.into_problems(source))
}

/// What is wrong with the part that all recipes have.
fn head_faults(
    format: u32,
    found: RecipeKind,
    wanted: RecipeKind,
    texts: [(&'static str, &str); 2],
) -> Vec<RecipeFault> {
    let mut faults = Vec::new();
    if format != FORMAT {
        faults.push(RecipeFault::format(format, FORMAT));
    }
    if found != wanted {
        faults.push(RecipeFault::kind(found.word(), wanted.word()));
    }
    faults.extend(texts.into_iter().filter_map(|(place, text)| problem::text(place, text)));
    faults
}

impl RecipeKind {
    /// The word for it, as recipes write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Chime => "chime",
            Self::Bed => "bed",
        }
    }
}

/// A sound as text describes it. Every strike sounds all partials.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// The version of the recipe format: 1.
    pub format: u32,
    /// What the recipe makes.
    pub kind: RecipeKind,
    /// What people call the sound.
    pub title: String,
    /// One line on how it sounds and what it is for.
    pub summary: String,
    /// The loudest any sample may be, in dBFS.
    pub peak_dbfs: f64,
    /// How long each strike takes to swell from nothing to full, in milliseconds.
    pub attack_ms: f64,
    /// The room it sounds in, if that is to be heard.
    pub room: Option<Room>,
    /// When and how high the sound is struck.
    pub strikes: Vec<Strike>,
    /// What one strike is made of.
    pub partials: Vec<Partial>,
}

/// One strike of a bell, bowl or bar.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strike {
    /// When, in milliseconds after the sound began.
    #[serde(default)]
    pub at_ms: f64,
    /// The fundamental in hertz.
    pub pitch_hz: f64,
    /// How loud among the strikes, in dB.
    #[serde(default)]
    pub level_db: f64,
}

/// One pure tone in a strike.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partial {
    /// Its frequency as a multiple of the fundamental.
    pub ratio: f64,
    /// How loud among the partials, in dB.
    pub level_db: f64,
    /// How long it takes to fade by 60 dB, in seconds.
    pub decay_s: f64,
}

impl Recipe {
    /// Reads a recipe. `file` is only a name for the messages.
    ///
    /// # Errors
    /// Everything that is wrong with it, each problem with its place and how to mend it. A text
    /// that is no TOML, or has unknown or missing keys, gives the problems of that alone: what it
    /// says otherwise cannot be judged.
    pub fn parse(file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let source = Source::new(file, text);
        let recipe: Self = read(&source)?;
        let faults = recipe.faults();
        if faults.is_empty() { Ok(recipe) } else { Err(problem::placed(&source, faults)) }
    }

    fn faults(&self) -> Vec<RecipeFault> {
        let texts = [("title", self.title.as_str()), ("summary", self.summary.as_str())];
        let mut faults = head_faults(self.format, self.kind, RecipeKind::Chime, texts);
        for (place, count) in [("strikes", self.strikes.len()), ("partials", self.partials.len())] {
            faults.extend(problem::count(place, count, MOST));
        }
        let mut check = |place: String, value: f64, limits: Limits| {
            faults.extend(problem::number(&place, value, limits));
        };
        check("peak_dbfs".into(), self.peak_dbfs, Limits(-40.0, -9.0, "dBFS"));
        check("attack_ms".into(), self.attack_ms, Limits(5.0, 200.0, "ms"));
        if let Some(room) = &self.room {
            check("room.seconds".into(), room.seconds, Limits(0.2, 12.0, "s"));
            check("room.level_db".into(), room.level_db, Limits(-40.0, 0.0, "dB"));
        }
        for (index, strike) in self.strikes.iter().enumerate() {
            let place = |key: &str| format!("strikes[{index}].{key}");
            check(place("at_ms"), strike.at_ms, Limits(0.0, 10_000.0, "ms"));
            check(place("pitch_hz"), strike.pitch_hz, Limits(60.0, 1_000.0, "Hz"));
            check(place("level_db"), strike.level_db, Limits(-40.0, 0.0, "dB"));
        }
        for (index, partial) in self.partials.iter().enumerate() {
            let place = |key: &str| format!("partials[{index}].{key}");
            check(place("ratio"), partial.ratio, Limits(0.25, 12.0, "times"));
            check(place("level_db"), partial.level_db, Limits(-60.0, 0.0, "dB"));
            check(place("decay_s"), partial.decay_s, Limits(0.05, 12.0, "s"));
        }
        faults
    }

    /// The same sound at night: softer, and about a minor third lower. The whole sound is lowered alike,
    /// and no strike that is within easy hearing leaves it, so the lowest chimes stay as they are.
    pub(crate) fn by_night(&self) -> Self {
        let heard = self.strikes.iter().map(|strike| strike.pitch_hz);
        let lowest = heard.fold(f64::INFINITY, f64::min).max(f64::MIN_POSITIVE);
        let factor = NIGHT_PITCH.max(LOWEST_AT_NIGHT_HZ / lowest).min(1.0);
        let lower =
            |strike: &Strike| Strike { pitch_hz: strike.pitch_hz * factor, ..strike.clone() };
        Self {
            peak_dbfs: self.peak_dbfs + NIGHT_CHIME_DB,
            strikes: self.strikes.iter().map(lower).collect(),
            ..self.clone()
        }
    }

    /// The factor that keeps the loudest possible sample at `peak_dbfs`.
    ///
    /// The envelopes of all partials are added as if they never cancelled, at the moments they are
    /// highest: just after each strike. So the true peak is always a little lower.
    pub(crate) fn gain(&self) -> f64 {
        let highest = self
            .strikes
            .iter()
            .map(|strike| self.envelope_at(strike.at_ms))
            .fold(f64::MIN_POSITIVE, f64::max);
        let room = self.room.as_ref().map_or(0.0, |room| amplitude(room.level_db));
        amplitude(self.peak_dbfs) / (highest * (1.0 + room))
    }

    fn envelope_at(&self, at_ms: f64) -> f64 {
        let struck = self.strikes.iter().filter(|strike| strike.at_ms <= at_ms);
        struck
            .flat_map(|strike| {
                let since = (at_ms - strike.at_ms) / 1_000.0;
                self.partials.iter().map(move |partial| {
                    amplitude(strike.level_db + partial.level_db - 60.0 * since / partial.decay_s)
                })
            })
            .sum()
    }
}

#[cfg(test)]
mod tests;
