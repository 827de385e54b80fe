//! What happens during a step: lines, chimes, changes of the background sound.

use super::wording::Known;
use super::{Checker, part};
use crate::format::draft::{Field, LineDraft, StepDraft};
use crate::lengths::millis_to_text;
use crate::session::limits;
use crate::session::{Anchor, BedAt, ChimeAt, Line};
use crate::words::Message;

/// When the words that a step begins with are spoken: its chime leads them, in milliseconds.
pub(super) const FIRST_WORDS_MILLIS: u64 = 1_000;

impl Checker<'_> {
    pub(super) fn lines(
        &mut self,
        draft: &StepDraft,
        millis: Option<u64>,
        known: Known,
        opening: Option<&str>,
    ) -> Vec<Line> {
        // When the words before a line have been said, in milliseconds after the step's time begins.
        let mut said = opening.map_or(0, |words| FIRST_WORDS_MILLIS + self.pace.millis(words));
        let lines = self.inside(&draft.lines, |checker, given| {
            checker.not_too_many("lines", given.value.len(), limits::LINES, &given.span);
            let lines = given.value.iter().filter_map(Field::given);
            lines
                .map(|line| {
                    if says_nothing(&line.value) {
                        let (message, help) = (
                            Message::new("line-without-words"),
                            Message::new("line-without-words-help"),
                        );
                        checker.error("missing-key", &line.span, message, Some(help));
                    }
                    let line = checker.line(&line.value, millis, known, said);
                    let words = line.say.as_deref().unwrap_or_default();
                    let due = said.max(line.at.within(millis.unwrap_or(0)));
                    said = due.saturating_add(checker.pace.millis(words));
                    line
                })
                .collect()
        });
        lines.unwrap_or_default()
    }

    /// A line; the words before it have been said so many milliseconds after the step begins.
    fn line(&mut self, line: &LineDraft, millis: Option<u64>, known: Known, said: u64) -> Line {
        let at = match line.after.given() {
            Some(_) => self.after(line, millis, said),
            None => self.anchor(&line.at, millis),
        };
        let text = self.template("text", &line.text, limits::LINE, known);
        let show = self.template("show", &line.show, limits::LINE, known);
        let say = self.template("say", &line.say, limits::LINE, known);
        let second_side = self.template("second-side", &line.second_side, limits::LINE, known);
        let later_rounds = self.later_rounds(&line.later_rounds, limits::LINE, known);
        Line {
            at,
            show: show.or_else(|| text.clone()),
            say: say.or(text),
            second_side,
            later_rounds,
        }
    }

    /// A point so long after the words before it.
    fn after(&mut self, line: &LineDraft, millis: Option<u64>, said: u64) -> Anchor {
        if let Some(at) = line.at.given() {
            self.error("conflict", &at.span, Message::new("point-twice"), None);
        }
        let given = line.after.given();
        let pause = given.and_then(|given| self.time("after", &given.value.0, &given.span));
        let at = said.saturating_add(pause.unwrap_or(0));
        if let Some((millis, given)) = millis.filter(|millis| at > *millis).zip(given) {
            let message = Message::new("point-outside").with("length", millis_to_text(millis));
            self.error("bad-point", &given.span, message, None);
        }
        Anchor::FromStart(at)
    }

    pub(super) fn chimes(&mut self, draft: &StepDraft, millis: Option<u64>) -> Vec<ChimeAt> {
        let chimes = self.inside(&draft.chimes, |checker, given| {
            checker.not_too_many("chimes", given.value.len(), limits::LINES, &given.span);
            let chimes = given.value.iter().filter_map(Field::given);
            chimes
                .filter_map(|chime| {
                    let at = checker.anchor(&chime.value.at, millis);
                    if chime.value.name.is_missing() {
                        checker.missing(part("chime"), &["name"], chime.span.clone());
                    }
                    let name = checker.chime(&chime.value.name)?;
                    Some(ChimeAt { at, name })
                })
                .collect()
        });
        chimes.unwrap_or_default()
    }

    pub(super) fn beds(&mut self, draft: &StepDraft, millis: Option<u64>) -> Vec<BedAt> {
        let beds = self.inside(&draft.beds, |checker, given| {
            checker.not_too_many("beds", given.value.len(), limits::LINES, &given.span);
            let beds = given.value.iter().filter_map(Field::given);
            beds.map(|bed| {
                if bed.value.name.is_missing() {
                    checker.missing(part("bed"), &["name"], bed.span.clone());
                }
                BedAt {
                    at: checker.anchor(&bed.value.at, millis),
                    name: checker.bed(&bed.value.name),
                }
            })
            .collect()
        });
        beds.unwrap_or_default()
    }

    /// A chime that is known.
    pub(super) fn chime(&mut self, field: &Field<String>) -> Option<String> {
        let given = field.given()?;
        if self.known_names.chimes().contains(given.value.as_str()) {
            return Some(given.value.clone());
        }
        let known = self.known_names.chimes();
        self.unknown("chime", given, known.iter().map(AsRef::as_ref));
        None
    }

    /// A background sound that is known; `none` is silence.
    pub(super) fn bed(&mut self, field: &Field<String>) -> Option<String> {
        let given = field.given()?;
        if given.value == "none" {
            return None;
        }
        if self.known_names.beds().contains(given.value.as_str()) {
            return Some(given.value.clone());
        }
        let names = self.known_names.beds().iter().map(AsRef::as_ref);
        self.unknown("bed", given, names.chain(["none"]));
        None
    }
}

fn says_nothing(line: &LineDraft) -> bool {
    line.text.is_missing() && line.show.is_missing() && line.say.is_missing()
}
