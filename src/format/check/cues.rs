//! What happens during a step: lines, chimes, changes of the background sound.

use super::wording::Known;
use super::{Checker, part};
use crate::format::draft::{Field, LineDraft, StepDraft};
use crate::session::limits;
use crate::session::{BedAt, ChimeAt, Line};
use crate::words::Message;

impl Checker<'_> {
    pub(super) fn lines(
        &mut self,
        draft: &StepDraft,
        millis: Option<u64>,
        known: Known,
    ) -> Vec<Line> {
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
                    checker.line(&line.value, millis, known)
                })
                .collect()
        });
        lines.unwrap_or_default()
    }

    fn line(&mut self, line: &LineDraft, millis: Option<u64>, known: Known) -> Line {
        let at = self.anchor(&line.at, millis);
        let text = self.template("text", &line.text, limits::LINE, known);
        let show = self.template("show", &line.show, limits::LINE, known);
        let say = self.template("say", &line.say, limits::LINE, known);
        Line { at, show: show.or_else(|| text.clone()), say: say.or(text) }
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
