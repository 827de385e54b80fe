//! How long the words at the start of a step paced by breath take: its pattern begins with the first
//! breath after them.

use super::chimes::{CHIMES_APART_MILLIS, NEXT_LEADS_MILLIS, START_LEADS_MILLIS};
use super::night;
use super::speech::APART_MILLIS;
use crate::prosody::Pace;
use crate::session::{Announced, Length, Session, Step};

/// How long the program takes to say how to settle, with the silence after it, in milliseconds.
const LEAD_IN_MILLIS: u64 = 4_500;
/// Silence between the words and the first breath, in milliseconds.
const BEFORE_BREATH_MILLIS: u64 = 700;
/// Openings last a multiple of this, in milliseconds.
const GRAIN_MILLIS: u64 = 500;

/// The time at the start of steps paced by breath in which their words are said.
///
/// It is the same by day and at night, so that a session keeps its length when the light goes out: the
/// words at night, which are the slower ones, fit.
pub(super) struct Openings {
    pace: Pace,
    /// How long the words of the lead-in go on into the first step, in milliseconds.
    from_lead_in: u64,
}

impl Openings {
    /// The openings of a session's steps. A person may have set how many words a minute they wish to
    /// hear by day.
    pub(super) fn of(session: &Session, words_per_minute: Option<u32>) -> Self {
        let begins = Pace::by(true, words_per_minute).in_language(&session.language);
        let pace = night::slowest(begins);
        let said = match &session.announcements.lead_in {
            _ if session.lead_in == 0 => 0,
            Announced::ByProgram => LEAD_IN_MILLIS,
            Announced::ByAuthor(words) => pace.millis(words) + APART_MILLIS,
            Announced::Silent => 0,
        };
        Self { pace, from_lead_in: said.saturating_sub(session.lead_in) }
    }

    /// How long it takes until the first breath of a step begins, in milliseconds: 0 where nothing is
    /// said or there is no breath to wait. `is_first` says whether the session begins with the step.
    ///
    /// A step whose length is a time leaves room for one breath at least.
    pub(super) fn millis(&self, step: &Step, is_first: bool) -> u64 {
        let Some(pattern) = &step.pattern else {
            return 0;
        };
        let Some(words) = self.words_end(step, is_first) else {
            return 0;
        };
        let opening = (words + BEFORE_BREATH_MILLIS).next_multiple_of(GRAIN_MILLIS);
        match step.length {
            Length::Breaths(_) => opening,
            Length::Millis(length) => opening.min(length.saturating_sub(pattern.cycle_millis())),
        }
    }

    /// When the words that a step begins with end, in milliseconds after its start: what is said as it
    /// begins, and its lines that fall due before they would be over.
    fn words_end(&self, step: &Step, is_first: bool) -> Option<u64> {
        let length = step.written_millis();
        let own_chimes = step.chimes.iter().filter(|chime| chime.at.within(length) == 0).count();
        let lead =
            if is_first { START_LEADS_MILLIS.max(self.from_lead_in) } else { NEXT_LEADS_MILLIS };
        let lead = lead + own_chimes as u64 * CHIMES_APART_MILLIS;
        let mut lines: Vec<(u64, &str)> = step.say.iter().map(|say| (0, say.as_str())).collect();
        let later = step.lines.iter();
        lines.extend(later.filter_map(|line| Some((line.at.within(length), line.say.as_deref()?))));
        lines.sort_by_key(|(due, _)| *due);
        let mut end = None;
        for (due, words) in lines {
            let begins = match end {
                None if due <= lead => lead,
                Some(end) if due < end + BEFORE_BREATH_MILLIS => due.max(end + APART_MILLIS),
                _ => break,
            };
            end = Some(begins + self.pace.millis(words));
        }
        end
    }
}
