//! What is counted aloud in a step, and when nothing is said in it.

use super::cues::FIRST_WORDS_MILLIS;
use super::groups::{leave_out, lies_between};
use super::{Checker, part};
use crate::format::draft::{CountDraft, Field, Given, RepetitionPhaseDraft, SilenceUse, StepDraft};
use crate::lengths::millis_to_text;
use crate::session::limits;
use crate::session::{Anchor, RepetitionPhase, Repetitions, Silence};
use crate::words::Message;

/// How long after the words that a step begins with its count begins at the latest, in milliseconds.
const COUNT_AFTER_MILLIS: u64 = 3_000;

/// What is counted aloud in a step, and when nothing is said in it.
pub(super) struct Counted {
    pub(super) count: Option<Repetitions>,
    pub(super) countdown: Option<u32>,
    pub(super) silence: Option<Silence>,
}

impl Checker<'_> {
    /// What is counted aloud in a step that lasts so long and may become so short, in milliseconds, and
    /// when it is silent.
    pub(super) fn counted(
        &mut self,
        draft: &StepDraft,
        (millis, shortest): (Option<u64>, Option<u64>),
        opening: (Option<&str>, bool),
    ) -> Counted {
        Counted {
            count: self.count(draft, shortest, opening),
            countdown: self.countdown(draft, shortest),
            silence: self.silence(draft, millis),
        }
    }

    /// What is counted aloud, in a step that may become so short, in milliseconds. The count begins
    /// after the words that the step begins with, or with its length where that follows them.
    fn count(
        &mut self,
        draft: &StepDraft,
        shortest: Option<u64>,
        (opening, words_first): (Option<&str>, bool),
    ) -> Option<Repetitions> {
        let said = opening.map_or(0, |words| FIRST_WORDS_MILLIS + self.pace.millis(words));
        let before = if words_first { 0 } else { said.saturating_add(COUNT_AFTER_MILLIS) };
        let counted = self.inside(&draft.count, |checker, given| {
            let every_is_missing =
                given.value.every.is_missing() && given.value.phases.is_missing();
            let keys = [("to", given.value.to.is_missing()), ("every", every_is_missing)];
            let missing: Vec<_> = keys.iter().filter(|(_, it)| *it).map(|(key, _)| *key).collect();
            checker.missing(part("count"), &missing, given.span.clone());
            let to = checker.whole("to", &given.value.to, limits::COUNT_TO.0, limits::COUNT_TO.1);
            let phases = checker.repetition_phases(&given.value);
            let every = match &phases {
                Some(phases) => phases.iter().map(|phase| phase.millis).sum(),
                None => checker.time_within("every", &given.value.every, limits::COUNT_MILLIS)?,
            };
            let counted = Repetitions { to: to?, every, phases: phases.unwrap_or_default() };
            let needed = before.saturating_add(u64::from(counted.to) * every);
            if let Some(shortest) = shortest.filter(|shortest| needed > *shortest) {
                let message = Message::new("count-too-long")
                    .with("needed", millis_to_text(needed.next_multiple_of(1_000)))
                    .with("length", millis_to_text(shortest));
                checker.error("bad-point", &given.span, message, None);
            }
            Some(counted)
        });
        counted.flatten()
    }

    /// What each repetition is made of, where the file says so.
    fn repetition_phases(&mut self, draft: &CountDraft) -> Option<Vec<RepetitionPhase>> {
        let given = draft.phases.given()?;
        if let Some(every) = draft.every.given() {
            self.error(
                "conflict",
                &every.span,
                Message::new("repetition-twice"),
                Some(leave_out("every")),
            );
        }
        let (least, most) = limits::REPETITION_PHASES;
        if !(least..=most).contains(&given.value.len()) {
            let message = lies_between("phases", least.to_string(), most.to_string());
            self.error("out-of-range", &given.span, message, None);
        }
        let phases = given.value.iter().filter_map(Field::given);
        Some(phases.filter_map(|phase| self.repetition_phase(phase)).collect())
    }

    fn repetition_phase(&mut self, phase: &Given<RepetitionPhaseDraft>) -> Option<RepetitionPhase> {
        if phase.value.length.is_missing() {
            self.missing(part("phase"), &["length"], phase.span.clone());
        }
        let say = self.words("say", &phase.value.say, limits::LABEL);
        let chime = self.chime(&phase.value.chime);
        let millis =
            self.time_within("length", &phase.value.length, limits::REPETITION_PHASE_MILLIS)?;
        Some(RepetitionPhase { millis, say, chime })
    }

    /// How many of the last seconds are counted down, in a step that may become so short, in
    /// milliseconds.
    fn countdown(&mut self, draft: &StepDraft, shortest: Option<u64>) -> Option<u32> {
        let given = draft.countdown.given()?;
        let (least, most) = limits::COUNTDOWN;
        let from = self.whole("countdown", &draft.countdown, least, most)?;
        if let Some(count) = draft.count.given() {
            let message = Message::new("counted-twice");
            self.error("conflict", &count.span, message, Some(leave_out("count")));
        }
        let needed = u64::from(from) * 1_000;
        if let Some(shortest) = shortest.filter(|shortest| needed > *shortest) {
            let message = Message::new("point-outside").with("length", millis_to_text(shortest));
            self.error("bad-point", &given.span, message, None);
        }
        Some(from)
    }

    /// When nothing is added to a step of so many milliseconds.
    fn silence(&mut self, draft: &StepDraft, millis: Option<u64>) -> Option<Silence> {
        let silence = self.inside(&draft.silence, |checker, given| match &given.value {
            SilenceUse::Whole(is_whole) => is_whole.then_some(Silence::Whole),
            SilenceUse::Between(between) => {
                let from = checker.anchor(&between.from, millis);
                let to = match between.to.given() {
                    Some(_) => checker.anchor(&between.to, millis),
                    None => Anchor::FromEnd(0),
                };
                if millis.is_some_and(|millis| from.within(millis) >= to.within(millis)) {
                    checker.error(
                        "bad-point",
                        &given.span,
                        Message::new("silence-ends-first"),
                        None,
                    );
                }
                Some(Silence::Between(from, to))
            }
        });
        silence.flatten()
    }
}
