//! How long the words at the start of a step take where they come first: its pattern begins with the
//! first breath after them, a tension once they are said, and so does any length that follows them.

use super::chimes::{CHIMES_APART_MILLIS, NEXT_LEADS_MILLIS, START_LEADS_MILLIS};
use super::night;
use super::speech::APART_MILLIS;
use crate::prosody::Pace;
use crate::session::{Anchor, Announced, Length, Line, Pattern, Session, Step};

/// How long the program takes to say how to settle, with the silence after it, in milliseconds.
const LEAD_IN_MILLIS: u64 = 4_500;
/// Silence between the words and what they come before, in milliseconds.
const BEFORE_BREATH_MILLIS: u64 = 700;
/// Openings last a multiple of this, in milliseconds.
const GRAIN_MILLIS: u64 = 500;

/// The time at the start of steps in which their words are said.
///
/// A step keeps room for it as at night, when words are slower, so that a session keeps its length when
/// the light goes out. By day breaths and tensions begin sooner, and what that leaves over follows them.
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
        Self::at(session, night::slowest(begins))
    }

    /// The openings as they are where it is played by day.
    pub(super) fn by_day(session: &Session, words_per_minute: Option<u32>) -> Self {
        let pace = Pace::by(session.is_for_bed(), words_per_minute);
        Self::at(session, pace.in_language(&session.language))
    }

    fn at(session: &Session, pace: Pace) -> Self {
        let said = match &session.announcements.lead_in {
            _ if session.lead_in == 0 => 0,
            Announced::ByProgram => LEAD_IN_MILLIS,
            Announced::ByAuthor(words) => pace.millis(words) + APART_MILLIS,
            Announced::Silent => 0,
        };
        Self { pace, from_lead_in: said.saturating_sub(session.lead_in) }
    }

    /// How long it takes until the first breath of a step begins, or its length where that follows the
    /// words, in milliseconds: 0 where nothing is said or nothing waits for it. `is_first` says whether
    /// the session begins with the step. It is the same on both sides.
    ///
    /// A step whose length is a time that holds the words leaves room for one breath at least.
    pub(super) fn millis(&self, step: &Step, is_first: bool) -> u64 {
        let later = step.later_rounds.as_ref().filter(|_| !step.has_later_opening());
        let said = [step.say.as_ref(), step.second_side.as_ref(), later];
        self.after(step, &said.map(|it| it.map(String::as_str)), is_first)
    }

    /// The same where the step begins with the longest of these words.
    pub(super) fn after(&self, step: &Step, said: &[Option<&str>], is_first: bool) -> u64 {
        if step.pattern.is_none() && !step.words_first {
            return 0;
        }
        let said = said.iter().copied().flatten();
        let words = said.filter_map(|said| self.words_end(step, said, is_first)).max();
        let words = words.or_else(|| self.words_end(step, "", is_first));
        let Some(words) = words else {
            return 0;
        };
        let opening = (words + BEFORE_BREATH_MILLIS).next_multiple_of(GRAIN_MILLIS);
        let cycle = step.pattern.as_ref().map_or(0, Pattern::cycle_millis);
        match step.length {
            Length::Millis(length) if !step.length_follows_words() => {
                opening.min(length.saturating_sub(cycle))
            }
            _ => opening,
        }
    }

    /// When the words that a step begins with end, in milliseconds after its start: what is said as it
    /// begins, and its lines that fall due before they would be over. Where its length follows the
    /// words, its lines do so too, but for what is due as counted breaths begin.
    fn words_end(&self, step: &Step, said: &str, is_first: bool) -> Option<u64> {
        let length = step.written_millis();
        let counts_breaths = matches!(step.length, Length::Breaths(_));
        let at_start = |at: Anchor| match counts_breaths {
            _ if step.words_first => false,
            true => at.is_start(),
            false => at.within(length) == 0,
        };
        let own_chimes = step.chimes.iter().filter(|chime| at_start(chime.at)).count();
        let lead =
            if is_first { START_LEADS_MILLIS.max(self.from_lead_in) } else { NEXT_LEADS_MILLIS };
        let lead = lead + own_chimes as u64 * CHIMES_APART_MILLIS;
        let mut lines: Vec<(u64, &str)> = Vec::new();
        if !said.is_empty() {
            lines.push((0, said));
        }
        let is_early = |line: &&Line| at_start(line.at) || !step.length_follows_words();
        let early = step.lines.iter().filter(is_early);
        lines.extend(early.filter_map(|line| Some((line.at.within(length), line.say.as_deref()?))));
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
