//! What a person has been asked and told today, and what they have read lately.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher as _};

use super::condition::{EmergencyRow, ScreenQuestion, Urgency};
use super::place::Site;
use super::profile::HeldCondition;
use super::screening::ScreenedSession;
use super::stopping::Felt;
use super::table::CareTable;
use crate::session::Receiver;
use crate::words::Language;

/// For so many days a person who has read what to know before a session is not told the same again,
/// as long as their profile stays what it is.
const DAYS_KNOWN: i64 = 30;
/// The conditions that hold where a session was stopped: for something sharp or numb, and where a place
/// was only unpleasant.
const SHARP: &str = "sharp-now";
const UNPLEASANT: &str = "unpleasant-now";
/// With this, nothing that was read before is known any more.
const HEALTH_CHANGE: &str = "health-change";

/// What a person has been asked and told on a day, so that nothing is asked or told twice.
///
/// How they are is asked each day. What to know before a session, all of it, stands there until it was
/// read; then it counts as known for some days: its words, for this profile, where nothing of the day
/// itself changes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// The day, such as `2026-11-28`.
    day: String,
    /// The ids of the questions that were answered.
    asked: BTreeSet<String>,
    /// What holds today, by the answers.
    held: Vec<HeldCondition>,
    /// The ids of the signs for which sessions were stopped.
    signs: BTreeSet<String>,
    /// Marks of what was read before sessions. No word can be read from them.
    told: BTreeSet<String>,
    /// Marks of what was read in the last days, each with the day.
    known: BTreeMap<String, String>,
}

impl Today {
    /// A day, such as `2026-11-28`, on which nothing was asked or told yet.
    pub fn of_day(day: &str) -> Self {
        Self { day: day.to_owned(), ..Self::default() }
    }

    /// The same once these questions were answered, with what holds by that.
    #[must_use]
    pub fn with_answers(self, asked: BTreeSet<String>, held: Vec<HeldCondition>) -> Self {
        Self { asked, held, ..self }
    }

    /// The same where sessions were stopped for these signs, by their ids.
    #[must_use]
    pub fn with_signs(self, signs: BTreeSet<String>) -> Self {
        Self { signs, ..self }
    }

    /// The same once this was read, by its marks.
    #[must_use]
    pub fn with_told(self, told: BTreeSet<String>) -> Self {
        Self { told, ..self }
    }

    /// The same with what was read in the days before, by its marks, each with its day. What was read
    /// too long ago, or on no day before this one, is left out.
    #[must_use]
    pub fn with_known(self, known: impl IntoIterator<Item = (String, String)>) -> Self {
        let today = day_number(&self.day);
        let is_recent = |day: &str| {
            let ago = today.zip(day_number(day)).map(|(today, day)| today - day);
            ago.is_some_and(|ago| (0..DAYS_KNOWN).contains(&ago))
        };
        let known = known.into_iter().filter(|(_, day)| is_recent(day)).collect();
        Self { known, ..self }
    }

    /// The day, such as `2026-11-28`.
    pub fn day(&self) -> &str {
        &self.day
    }

    /// The ids of the questions that were answered.
    pub fn asked(&self) -> &BTreeSet<String> {
        &self.asked
    }

    /// What holds today.
    pub fn held(&self) -> &[HeldCondition] {
        &self.held
    }

    /// The ids of the signs for which sessions were stopped.
    pub fn signs(&self) -> &BTreeSet<String> {
        &self.signs
    }

    /// Marks of what was read.
    pub fn told(&self) -> &BTreeSet<String> {
        &self.told
    }

    /// Marks of what was read in the last days, each with the day.
    pub fn known(&self) -> &BTreeMap<String, String> {
        &self.known
    }

    /// The questions that fit a session and have not been answered. About a partner they are all open each
    /// time: who was asked before was somebody else.
    pub fn open_questions(&self, session: &ScreenedSession) -> Vec<&'static ScreenQuestion> {
        let is_open = |question: &&ScreenQuestion| {
            session.session().receiver == Receiver::Partner || !self.asked.contains(&question.id)
        };
        session.questions().iter().copied().filter(is_open).collect()
    }

    /// The questions whose answers can be looked at before a session: those that fit it, and those
    /// that were answered with a yes before another.
    pub fn questions_again(&self, session: &ScreenedSession) -> Vec<&'static ScreenQuestion> {
        let all = CareTable::shipped().questions.iter();
        let fits = |question: &ScreenQuestion| session.questions().contains(&question);
        all.filter(|question| fits(question) || self.is_so(question)).collect()
    }

    /// Whether a question was answered with a yes.
    pub fn is_so(&self, question: &ScreenQuestion) -> bool {
        self.held.iter().any(|held| held.condition.id == question.condition)
    }

    /// Whether anything that holds today may need help before anything else.
    pub fn is_urgent(&self) -> bool {
        self.held.iter().any(|held| held.condition.is_urgent())
    }

    /// What comes first for what holds today and may need help, in a language.
    pub fn urgent_advice(&self, language: Language) -> Vec<String> {
        let table = CareTable::shipped();
        let urgent = |question: &&ScreenQuestion| self.is_so(question) && table.is_urgent(question);
        let so = table.questions.iter().filter(urgent);
        let felt = self.sign_rows().into_iter().map(|row| row.sentence(language));
        let advice = felt.chain(so.flat_map(|question| table.advice_on(question, language)));
        let mut told = BTreeSet::new();
        advice.filter(|advice| told.insert(advice.clone())).collect()
    }

    /// The signs for which sessions were stopped.
    pub fn sign_rows(&self) -> Vec<&'static EmergencyRow> {
        self.signs.iter().filter_map(|id| CareTable::shipped().emergency(id)).collect()
    }

    /// Remembers for what a session was stopped, and where hands were at work then.
    pub fn feel(&mut self, felt: Felt, at: Option<Site>) {
        match (felt, at) {
            (Felt::Sign(sign), _) => self.feel_sign(sign),
            (Felt::Sharp, at) => self.spare(SHARP, at),
            (Felt::Unpleasant, Some(at)) => self.spare(UNPLEASANT, Some(at)),
            (Felt::Unpleasant, None) | (Felt::Interrupted, _) => {}
        }
    }

    /// Whether something sharp or numb was felt today, which is enough for the day.
    pub fn has_had_enough(&self) -> bool {
        self.held.iter().any(|held| held.condition.id == SHARP)
    }

    /// Whether that was where no hands were at work, so that every place is let be.
    pub fn has_had_enough_everywhere(&self) -> bool {
        self.held.iter().any(|held| held.condition.id == SHARP && held.sites.is_empty())
    }

    /// What to do first today: for the signs for which sessions were stopped, or else for what was
    /// answered, where all signs of that ask for the same.
    pub fn what_is_urgent(&self) -> Option<Urgency> {
        let felt = self.sign_rows().into_iter().map(|row| row.act).min();
        felt.or_else(|| {
            let urgent = self.held.iter().filter(|held| held.condition.is_urgent());
            let signs = urgent.flat_map(|held| &held.condition.emergencies);
            let table = CareTable::shipped();
            let mut acts = signs.filter_map(|id| table.emergency(id)).map(|row| row.act);
            let first = acts.next()?;
            acts.all(|act| act == first).then_some(first)
        })
    }

    /// Lets a place be for the day, by this condition; every place where it is not known which.
    fn spare(&mut self, condition: &str, at: Option<Site>) {
        let table = CareTable::shipped();
        let question = table.questions.iter().find(|question| question.condition == condition);
        let Some(question) = question else { return };
        let held = self.held.iter().find(|held| held.condition.id == condition);
        let sites = match (held.map(|held| held.sites.as_slice()), at) {
            // It may be anywhere already.
            (Some([]), _) | (_, None) => Vec::new(),
            (Some(sites), Some(at)) if sites.contains(&at) => sites.to_vec(),
            (sites, Some(at)) => [sites.unwrap_or_default(), &[at]].concat(),
        };
        self.answer(question, true, &sites);
    }

    /// Remembers a sign: as a yes to the question about it, or else to the first, which is about whatever
    /// comes suddenly.
    fn feel_sign(&mut self, sign: &EmergencyRow) {
        self.signs.insert(sign.id.clone());
        let table = CareTable::shipped();
        let is_about = |question: &&ScreenQuestion| {
            let condition = table.condition(&question.condition);
            condition.is_some_and(|condition| condition.emergencies.contains(&sign.id))
        };
        let question = table.questions.iter().find(is_about).or(table.questions.first());
        if let Some(question) = question {
            self.answer(question, true, &[]);
        }
    }

    /// Whether all that there is to know before a session has been read.
    pub fn knows(&self, session: &ScreenedSession) -> bool {
        self.knows_cautions(session) && !self.tells_changes(session)
    }

    /// Whether its cautions have been read, in whichever language.
    fn knows_cautions(&self, session: &ScreenedSession) -> bool {
        marks_of_cautions(session).all(|marks| self.has_read(&marks))
    }

    /// The cautions of a session that have not been read, in a language.
    pub fn untold_cautions(&self, session: &ScreenedSession, language: Language) -> Vec<String> {
        if self.knows_cautions(session) {
            return Vec::new();
        }
        let mut cautions = session.cautions_in(language);
        cautions.retain(|it| !self.has_read(&ReadingMarks::of(session, it)));
        cautions
    }

    /// Whether what gave way in a session has not been read.
    pub fn tells_changes(&self, session: &ScreenedSession) -> bool {
        !marks_of_changes(session).all(|marks| self.has_read(&marks))
    }

    /// Remembers that everything to know before a session has been read, in this language. It is known in
    /// the session's own too, by which it is looked up.
    pub fn tell(&mut self, session: &ScreenedSession, language: Language) {
        let read = session.cautions_in(language);
        let read = read.iter().map(|it| ReadingMarks::of(session, it));
        for marks in read.chain(marks_of_cautions(session)).chain(marks_of_changes(session)) {
            // What is known already is not read today.
            if let Some(lasting) = marks.lasting.filter(|mark| !self.known.contains_key(mark)) {
                self.known.insert(lasting, self.day.clone());
            }
            self.told.insert(marks.today);
        }
    }

    fn has_read(&self, marks: &ReadingMarks) -> bool {
        let is_known = marks.lasting.as_ref().is_some_and(|mark| self.known.contains_key(mark));
        is_known || self.told.contains(&marks.today)
    }

    /// Remembers an answer, in the place of the one before. A yes may sit anywhere, until places are
    /// named.
    pub fn answer(&mut self, question: &ScreenQuestion, is_so: bool, sites: &[Site]) {
        self.asked.insert(question.id.clone());
        let condition = CareTable::shipped().condition(&question.condition);
        let Some(condition) = condition else { return };
        if is_so && condition.id == HEALTH_CHANGE {
            self.known.clear();
        }
        let at = self.held.iter().position(|held| held.condition.id == condition.id);
        match (at, is_so) {
            (Some(at), true) => self.held[at].sites = sites.to_vec(),
            (None, true) => self.held.push(HeldCondition { condition, sites: sites.to_vec() }),
            (Some(at), false) => {
                drop(self.held.remove(at));
                // What was felt is taken back with the last answer that needs help.
                if !self.is_urgent() {
                    self.signs.clear();
                }
            }
            (None, false) => {}
        }
        // In one order, whichever was answered first.
        self.held.sort_by(|one, other| one.condition.id.cmp(&other.condition.id));
    }
}

/// The marks of one thing to know: by what it says, and by that and for whom it is.
struct ReadingMarks {
    today: String,
    /// `None` where it follows from how the person is today, or is about another.
    lasting: Option<String>,
}

impl ReadingMarks {
    fn of(session: &ScreenedSession, what: &impl Hash) -> Self {
        let lasting = session.for_whom().map(|whom| mark_of(&(whom, what)));
        Self { today: mark_of(what), lasting }
    }
}

/// Marks of the cautions of a session, in the language that it speaks.
fn marks_of_cautions(session: &ScreenedSession) -> impl Iterator<Item = ReadingMarks> {
    session.session().cautions.iter().map(|it| ReadingMarks::of(session, it))
}

fn marks_of_changes(session: &ScreenedSession) -> impl Iterator<Item = ReadingMarks> {
    let changes = session.changes().iter();
    changes.map(|it| ReadingMarks::of(session, &(&it.title, it.side, it.kind)))
}

/// A mark of something to know, in which no word can be read: another text, another mark.
fn mark_of(what: &(impl Hash + ?Sized)) -> String {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The days since a fixed one, of a day such as `2026-11-28`.
fn day_number(day: &str) -> Option<i64> {
    let mut parts = day.splitn(3, '-').map(str::parse::<i64>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Years that begin in March have the day that some lack at their end.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(year * 365 + leap_days + (month * 153 + 2) / 5 + day)
}

#[cfg(test)]
mod tests {
    use super::day_number;

    #[test]
    fn days_are_counted_over_the_ends_of_months_and_leap_years() {
        let between = |one: &str, other: &str| {
            day_number(other).zip(day_number(one)).map(|(other, one)| other - one)
        };
        for (one, other, days) in [
            ("2026-11-28", "2026-11-29", 1),
            ("2026-11-30", "2026-12-30", 30),
            ("2026-12-31", "2027-01-01", 1),
            ("2027-02-28", "2027-03-01", 1),
            ("2028-02-28", "2028-03-01", 2),
            ("2026-03-01", "2027-03-01", 365),
        ] {
            assert_eq!(between(one, other), Some(days), "{one} to {other}");
        }
        assert_eq!([day_number("today"), day_number("2026-13-01")], [None, None]);
    }
}
