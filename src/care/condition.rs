//! The rows of the table: conditions with their rules, questions, emergencies and stop signs.

use super::deeds::{Act, Deed};
use super::place::Site;
use super::translation::in_language;
use crate::body::{Region, Side};
use crate::session::{Involvement, limits, words};
use crate::words::{Language, upper_first};

words! {
    /// Conditions that stand together when a person is asked.
    ConditionGroup {
        /// Heart, vessels and clots.
        Heart "heart-and-circulation" "Heart and circulation",
        /// Bones and joints.
        Bones "bones-and-joints" "Bones and joints",
        /// Skin.
        Skin "skin" "Skin",
        /// Nerves, eyes and ears.
        Nerves "nerves-and-senses" "Nerves and senses",
        /// Lungs and mind.
        Mind "breathing-and-mind" "Breathing and mind",
        /// Pregnancy and birth.
        Pregnancy "pregnancy-and-birth" "Pregnancy and birth",
        /// Operations and injuries.
        Injuries "operations-and-injuries" "Operations and injuries",
        /// Medicines and alcohol.
        Medicines "medicines" "Medicines",
        /// Other illnesses.
        Illnesses "illnesses" "Illnesses",
        /// What is asked before a session and holds for a day.
        Today "today" "Today",
    }
}

words! {
    /// What a rule asks for.
    RuleLevel {
        /// The step gives way to something gentler.
        Block "block" "leave out",
        /// The person is told.
        Caution "caution" "take care",
        /// The person may read it.
        Inform "inform" "good to know",
    }
}

words! {
    /// How a source was read: how sure a row is.
    Grounds {
        /// The text itself or its abstract.
        Read "read" "its source was read",
        /// A page about it.
        Secondary "secondary" "from a page about its source",
        /// Nothing was looked up.
        CommonKnowledge "common-knowledge" "usual advice, not looked up",
        /// A choice of our own.
        Judgement "judgement" "our own careful choice",
    }
}

words! {
    /// What to do about a sign.
    Urgency {
        /// Call the emergency number of the country.
        EmergencyNumber "emergency-number" "call your emergency number now.",
        /// Go to hospital.
        EmergencyDepartment "emergency-department" "go to an emergency department now.",
        /// Get help today.
        SameDay "same-day" "get medical help the same day.",
        /// See someone before using this again.
        Clinician "clinician" "see a doctor before you go on with sessions like this.",
        /// Call a crisis line.
        CrisisLine "crisis-line" "call your local crisis line or emergency number now.",
    }
}

words! {
    /// The cautions before a session: one sentence for all conditions that ask for the same.
    CautionKind {
        /// No touch at all.
        NoTouch "no-touch" "no touch",
        /// A part of the body is left out.
        NotThere "not-there" "a part left out",
        /// The person's own place is left out.
        NotAtSite "not-at-site" "one's own place left out",
        /// No warm pack.
        NoHeat "no-heat" "no warm pack",
        /// No cold pack.
        NoCold "no-cold" "no cold pack",
        /// Light strokes only.
        Lightly "lightly" "light strokes only",
        /// No held breath.
        NoHold "no-hold" "no held breath",
        /// No tensing.
        NoTensing "no-tensing" "no tensing",
        /// The head stays up, and nothing presses on the eyes.
        HeadAndEyes "head-and-eyes" "head up and eyes free",
        /// Everything gently.
        Gently "gently" "gently",
        /// Not flat on the back.
        Lying "lying" "not flat on the back",
        /// Eyes open.
        Inward "inward" "eyes open",
    }
}

/// Where a rule holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RulePlace {
    /// In any part of the body, and for what concerns no part.
    Everywhere,
    /// In the places that the person named.
    Site,
    /// In the whole limbs of those places.
    Limb,
    /// In these regions.
    Regions(Vec<Region>),
}

/// One rule of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What a step must not do.
    pub does: Vec<Act>,
    /// Where.
    pub place: RulePlace,
    /// What follows.
    pub level: RuleLevel,
    /// What to do instead, in a plain sentence or two.
    pub says: String,
    /// Whether it holds until a clinician agrees.
    pub until_clinician: bool,
}

impl Rule {
    /// What to do instead, in a language.
    pub fn says_in(&self, language: Language) -> &str {
        in_language(&self.says, language)
    }

    /// Whether it speaks of a deed on a side, for a person with the condition at these sites. One who
    /// named no place may have it anywhere.
    pub fn speaks_of(&self, deed: Deed, side: Option<Side>, sites: &[Site]) -> bool {
        if !self.does.contains(&deed.act) {
            return false;
        }
        let at = |takes_in: fn(Site, Region, Option<Side>) -> bool| {
            deed.region.is_some_and(|region| {
                sites.is_empty() || sites.iter().any(|site| takes_in(*site, region, side))
            })
        };
        match &self.place {
            RulePlace::Everywhere => true,
            RulePlace::Regions(regions) => deed.region.is_some_and(|it| regions.contains(&it)),
            RulePlace::Site => at(Site::takes_in),
            RulePlace::Limb => at(Site::limb_takes_in),
        }
    }
}

/// A condition a person may live with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Its id in files and reports.
    pub id: String,
    /// The group it is asked in.
    pub group: ConditionGroup,
    /// The question, as a layperson understands it.
    pub ask: String,
    /// Its name, to stand in a list: “fever or an infection”.
    pub name: String,
    /// Its names in the shortest form, for cautions that list many.
    pub short: Vec<String>,
    /// Beginnings of words by which an author's caution is known to tell of it.
    pub told_by: Vec<String>,
    /// What people call it beside that, in every language.
    pub called: Vec<String>,
    /// The ids of sessions made for it, which are offered to nobody else.
    pub sessions: Vec<String>,
    /// Whether it sits in a place that the person can name.
    pub has_site: bool,
    /// The emergencies it may be a sign of, by id.
    pub emergencies: Vec<String>,
    /// What it asks for.
    pub rules: Vec<Rule>,
    /// What a condition asks for that it is a form of, as late pregnancy is of pregnancy.
    pub included: Vec<Rule>,
    /// Where that comes from.
    pub source: String,
    /// How sure it is.
    pub sure: Grounds,
}

/// A question before a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreenQuestion {
    /// Its id.
    pub id: String,
    /// The id of the condition that a yes means for today; its words are the question.
    pub condition: String,
    /// The question in the fewest words, for small screens.
    pub brief: String,
    /// The question is asked where a session does one of these; of nobody where it is empty.
    pub fits: Vec<Act>,
    /// And only where it does so here; anywhere where it is empty.
    pub regions: Vec<Region>,
    /// What is said after a yes.
    pub advice: String,
}

/// A sign to stop at, and whom to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmergencyRow {
    /// Its id.
    pub id: String,
    /// The signs, to stand in a sentence.
    pub signs: String,
    /// The same in few words, to be read before a session; the signs themselves where there are none.
    pub brief: Option<String>,
    /// What to do.
    pub act: Urgency,
    /// What else to know, if anything.
    pub and: Option<String>,
    /// Whoever has one of these, by their ids, is asked for it too.
    pub conditions: Vec<String>,
    /// It is told before sessions that do one of these; before none where it is empty.
    pub does: Vec<Act>,
    /// In these regions; anywhere where it is empty.
    pub regions: Vec<Region>,
    /// Where that comes from.
    pub source: String,
    /// How sure it is.
    pub sure: Grounds,
}

/// Words in a step by which it is known to ask something of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvolvementRow {
    /// What it asks.
    pub involves: Involvement,
    /// What it does then.
    pub act: Act,
    /// The words, in small letters without punctuation.
    pub words: Vec<String>,
}

/// Something said once before hands go to a risky place. Its words are the program's, in each
/// language, by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StopSign {
    /// Its id.
    pub id: String,
    /// It belongs to steps that do one of these.
    pub does: Vec<Act>,
    /// In these regions; anywhere where it is empty.
    pub regions: Vec<Region>,
}

/// Whether a deed is one of these acts in one of these regions; anywhere where there are none.
fn is_one_of(deed: Deed, acts: &[Act], regions: &[Region]) -> bool {
    let is_there = |region| regions.contains(&region);
    acts.contains(&deed.act) && (regions.is_empty() || deed.region.is_some_and(is_there))
}

impl Condition {
    /// Its name in a language, to stand in a list.
    pub fn name_in(&self, language: Language) -> &str {
        in_language(&self.name, language)
    }

    /// Its names in the shortest form, in a language.
    pub fn short_in(&self, language: Language) -> impl Iterator<Item = &str> {
        self.short.iter().map(move |name| in_language(name, language))
    }

    /// Where what it asks for comes from, in a language.
    pub fn source_in(&self, language: Language) -> &str {
        in_language(&self.source, language)
    }

    /// Its question in a language, as a layperson understands it.
    pub fn ask_in(&self, language: Language) -> &str {
        in_language(&self.ask, language)
    }

    /// Everything it asks for, its own first.
    pub fn all_rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().chain(&self.included)
    }

    /// Whether it is another condition, or a form of it.
    pub fn is_or_includes(&self, other: &Self) -> bool {
        self.id == other.id || self.included.iter().any(|rule| other.rules.contains(rule))
    }

    /// Whether it may need help before anything else.
    pub fn is_urgent(&self) -> bool {
        !self.emergencies.is_empty()
    }
}

impl StopSign {
    /// Whether it belongs to a deed.
    pub fn belongs_to(&self, deed: Deed) -> bool {
        is_one_of(deed, &self.does, &self.regions)
    }
}

impl ScreenQuestion {
    /// Whether it fits a session that does this.
    pub fn is_for(&self, deed: Deed) -> bool {
        is_one_of(deed, &self.fits, &self.regions)
    }
}

impl EmergencyRow {
    /// What to look out for and what to do then, in a language.
    pub fn sentence(&self, language: Language) -> String {
        self.sentence_of(in_language(&self.signs, language), language)
    }

    /// Several rows in few words; those that call for the same share a sentence where a line holds them.
    pub fn sentences<'a>(rows: impl Iterator<Item = &'a Self>, language: Language) -> Vec<String> {
        let mut told: Vec<(String, &Self)> = Vec::new();
        for row in rows {
            let signs = in_language(row.brief.as_ref().unwrap_or(&row.signs), language);
            let joined = told.last().filter(|(_, last)| last.act == row.act && last.and == row.and);
            let joined = joined.map(|(before, _)| format!("{before}; {signs}"));
            let fits =
                |signs: &String| row.sentence_of(signs, language).chars().count() <= limits::LINE;
            match (joined.filter(fits), told.last_mut()) {
                (Some(joined), Some((before, _))) => *before = joined,
                _ => told.push((signs.to_owned(), row)),
            }
        }
        told.into_iter().map(|(signs, row)| row.sentence_of(&signs, language)).collect()
    }

    fn sentence_of(&self, signs: &str, language: Language) -> String {
        let said = |text| in_language(text, language);
        let and = self.and.as_ref().map_or_else(String::new, |and| format!(" {}", said(and)));
        format!("{}: {}{and}", upper_first(signs), said(self.act.name()))
    }

    /// Whether it is told before a session that does this.
    pub fn is_for(&self, deed: Deed) -> bool {
        is_one_of(deed, &self.does, &self.regions)
    }
}
