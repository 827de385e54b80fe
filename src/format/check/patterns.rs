//! Breathing patterns: the file's own, named ones, numbers, and those written on the spot.

use super::{Checker, part};
use crate::format::draft::{
    Field, Given, PatternDraft, PatternUse, PhaseDraft, SessionDraft, StepDraft,
};
use crate::problem::letters::meant_by;
use crate::problem::{Span, quote};
use crate::session::limits;
use crate::session::{Pattern, PatternError, Phase, faults, title_of};
use crate::words::Message;

impl Checker<'_> {
    /// Reads the patterns of the file, for its steps to call.
    pub(super) fn own_patterns(&mut self, draft: &SessionDraft) {
        let Some(table) = draft.patterns.given() else {
            return;
        };
        self.not_too_many("patterns", table.value.len(), limits::PATTERNS, &table.span);
        for (id, field) in &table.value {
            let Some(given) = field.given() else {
                self.patterns.insert(id.clone(), None);
                continue;
            };
            if !is_plain_id(id) {
                let message = Message::new("bad-pattern-name").with("name", quote(id));
                let help = Message::new("bad-pattern-name-help");
                self.error("bad-name", &given.span, message, Some(help));
            }
            let pattern = self.pattern(given);
            self.patterns.insert(id.clone(), pattern);
        }
    }

    pub(super) fn unused_patterns(&mut self, draft: &SessionDraft) {
        for (id, field) in draft.patterns.value().into_iter().flatten() {
            if let Some(given) = field.given().filter(|_| !self.used_patterns.contains(id)) {
                let message = Message::new("unused-pattern").with("name", quote(id));
                self.warning("unused-pattern", &given.span, message);
            }
        }
    }

    /// The pattern that paces a step.
    pub(super) fn pattern_of(&mut self, draft: &StepDraft) -> Option<Pattern> {
        let pattern = self.inside(&draft.pattern, |checker, given| match &given.value {
            PatternUse::Called(name) => checker.called(&Given {
                value: name.clone(),
                span: given.span.clone(),
                from_move: given.from_move,
            }),
            PatternUse::Inline(pattern) => checker.pattern(&Given {
                value: pattern.clone(),
                span: given.span.clone(),
                from_move: given.from_move,
            }),
        });
        pattern.flatten()
    }

    fn called(&mut self, name: &Given<String>) -> Option<Pattern> {
        let id = name.value.trim();
        if let Some(own) = self.patterns.get(id).filter(|_| !name.from_move) {
            self.used_patterns.insert(id.to_owned());
            return own.clone();
        }
        if let Some(named) = Pattern::named(id) {
            return Some(named);
        }
        let read = Pattern::from_numbers(id);
        let meant = meant_by(id, |typed| Pattern::from_numbers(typed).is_ok());
        match read {
            Ok(pattern) => Some(pattern),
            Err(fault) if meant.is_some() => {
                self.error("bad-pattern", &name.span, fault.message(), meant);
                None
            }
            Err(PatternError::NotNumbers) if !id.starts_with(|c: char| c.is_ascii_digit()) => {
                let own: Vec<String> = self.patterns.keys().cloned().collect();
                let named = Pattern::all_named().iter().map(|named| named.id);
                let known = own.iter().map(String::as_str).chain(named);
                self.unknown("pattern", name, known);
                None
            }
            Err(fault) => {
                self.fault(&fault, &[], name.span.clone());
                None
            }
        }
    }

    fn pattern(&mut self, given: &Given<PatternDraft>) -> Option<Pattern> {
        let draft = &given.value;
        let title = self.words("title", &draft.title, limits::TITLE);
        if draft.phases.is_missing() {
            self.missing(part("pattern"), &["phases"], given.span.clone());
        }
        let written = draft.phases.given()?;
        let phases: Vec<Option<Phase>> =
            written.value.iter().map(|phase| self.phase(phase)).collect();
        let phases = phases.into_iter().collect::<Option<Vec<Phase>>>()?;
        let faults = faults(&phases);
        for fault in &faults {
            self.fault(fault, &written.value, written.span.clone());
        }
        faults.is_empty().then(|| Pattern {
            id: None,
            title: title.unwrap_or_else(|| title_of(&phases)),
            phases,
        })
    }

    fn phase(&mut self, field: &Field<PhaseDraft>) -> Option<Phase> {
        let given = field.given()?;
        let draft = &given.value;
        let required = [("kind", draft.kind.is_missing()), ("length", draft.length.is_missing())];
        let missing: Vec<&str> =
            (required.iter().filter(|(_, gone)| *gone)).map(|(key, _)| *key).collect();
        self.missing(part("phase"), &missing, given.span.clone());
        let label = self.words("label", &draft.label, limits::LABEL);
        let millis = self.time_within("length", &draft.length, limits::PHASE_MILLIS);
        let kind = *draft.kind.value()?;
        Some(Phase {
            kind,
            label: label.unwrap_or_else(|| kind.default_label().to_owned()),
            millis: millis?,
        })
    }

    fn fault(&mut self, fault: &PatternError, phases: &[Field<PhaseDraft>], all: Span) {
        let phase = fault.phase().and_then(|at| phases.get(at)).and_then(Field::given);
        let span = phase.map_or(all, |phase| {
            let length = phase.value.length.given();
            length.map_or_else(|| phase.span.clone(), |length| length.span.clone())
        });
        self.error("bad-pattern", &span, fault.message(), None);
    }
}

fn is_plain_id(id: &str) -> bool {
    let letters = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    id.len() <= 40 && id.starts_with(|c: char| c.is_ascii_lowercase()) && id.bytes().all(letters)
}
