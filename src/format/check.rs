//! Draft to [`Session`]: every rule that a file's shape alone cannot hold.
//!
//! Each check returns what it could read and reports the rest. A session is only handed on when
//! nothing was reported, so a check may return less than the whole after a report.

mod counts;
mod cues;
mod figure;
mod groups;
mod head;
mod lengths;
mod patterns;
mod size;
mod steps;
mod touch;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Field, Given, MoveDraft, SessionDraft};
use super::known_names::{KnownNames, Move};
use super::places::{HeadPlaces, Places};
use crate::problem::{Finding, Findings, Joint, Source, Span, list, nearest_or_all, quote};
use crate::prosody::Pace;
use crate::session::{Block, Pattern, Position, Session, Step, limits};
use crate::words::Message;
use groups::Around;

/// Checks one file.
pub(crate) struct Checker<'a> {
    source: &'a Source<'a>,
    known_names: &'a KnownNames,
    found: Findings,
    /// Absent keys are no problem: a syntax error may have swallowed them, a session may bring
    /// what a move leaves open, or the move that would bring them is unknown.
    allows_gaps: bool,
    /// The file is a move: what surrounds its step is unknown.
    is_move: bool,
    patterns: BTreeMap<String, Option<Pattern>>,
    used_patterns: BTreeSet<String>,
    /// Where the parts of the file stand, where the caller asks for them.
    places: Option<Places>,
    /// At what pace its words are spoken.
    pace: Pace,
}

impl<'a> Checker<'a> {
    pub(crate) fn new(
        source: &'a Source<'a>,
        known_names: &'a KnownNames,
        found: Findings,
    ) -> Self {
        Self {
            source,
            known_names,
            found,
            allows_gaps: false,
            is_move: false,
            patterns: BTreeMap::new(),
            used_patterns: BTreeSet::new(),
            places: None,
            pace: Pace::DAY,
        }
    }

    /// The same checker, which remembers where the parts of the file stand if `remembers`.
    pub(crate) fn remembering_places(self, remembers: bool) -> Self {
        Self { places: remembers.then(Places::default), ..self }
    }

    /// The same checker, for a file whose syntax errors may have swallowed keys.
    pub(crate) fn allowing_gaps(self, allows_gaps: bool) -> Self {
        Self { allows_gaps, ..self }
    }

    /// Everything that was found, and where the parts of the file stand.
    pub(crate) fn into_parts(self) -> (Findings, Places) {
        (self.found, self.places.unwrap_or_default())
    }

    /// The session, if it can be played as it is written.
    pub(crate) fn session(&mut self, draft: &SessionDraft) -> Option<Session> {
        if let Some(places) = &mut self.places {
            places.head = HeadPlaces::of_session(draft);
        }
        self.own_patterns(draft);
        let head = self.head(draft);
        self.pace = head.pace();
        let written = draft.steps.given();
        let blocks = written.map(|steps| self.blocks(steps, Around::default()));
        self.unused_patterns(draft);
        let session = head.with_blocks(blocks?);
        if self.found.has_errors() {
            return None;
        }
        self.size(&session, written?.span.clone());
        (!self.found.has_errors()).then_some(session)
    }

    /// The move, if every session can use it as it is written; and its step, if it leaves nothing
    /// open.
    pub(crate) fn a_move(&mut self, name: &str, draft: &MoveDraft) -> Option<(Move, Option<Step>)> {
        if let Some(places) = &mut self.places {
            places.head = HeadPlaces::of_move(draft);
        }
        let mut missing = Vec::new();
        self.format(&draft.format, &mut missing);
        if draft.step.is_missing() {
            missing.push("step");
        }
        self.missing(part("move"), &missing, 0..0);
        let sources = self.texts("sources", &draft.sources, limits::SOURCES);
        let step = draft.step.given()?;
        let mut missing = Vec::new();
        if step.value.kind.is_missing() {
            missing.push("kind");
        }
        if step.value.title.is_missing() {
            missing.push("title");
        }
        self.missing(part("move-step"), &missing, step.span.clone());
        if let Some(named) = step.value.named_move.given() {
            self.error("conflict", &named.span, Message::new("move-in-move"), None);
        }
        if let Some(group) = step.value.steps.given() {
            self.error("conflict", &group.span, Message::new("move-is-one-step"), None);
        }
        self.is_move = true;
        self.allows_gaps = true;
        let title = self.words("title", &step.value.title, limits::TITLE);
        let block = self.block(step, Around::default());
        if self.found.has_errors() {
            return None;
        }
        let whole = block.and_then(|block| match block {
            Block::Step(step) => Some(*step),
            Block::Group(_) => None,
        });
        let a_move = Move {
            name: name.to_owned(),
            title: title?,
            sources,
            position: draft.position.value().copied().unwrap_or(Position::Any),
            tools: self.any_of("tools", &draft.tools),
            step: step.value.clone(),
            whole: whole.clone(),
        };
        Some((a_move, whole))
    }

    fn error(&mut self, code: &'static str, span: &Span, message: Message, help: Option<Message>) {
        let finding = Finding::error(code, span.clone(), message);
        self.found.add(finding.maybe_help(help));
    }

    fn warning(&mut self, code: &'static str, span: &Span, message: Message) {
        self.found.add(Finding::warning(code, span.clone(), message));
    }

    /// Reports the keys that `what` still needs, all in one.
    fn missing(&mut self, what: Message, keys: &[&str], span: Span) {
        if keys.is_empty() || self.allows_gaps {
            return;
        }
        let keys = list(keys, Joint::And);
        let message = Message::new("missing-keys").with("part", what).with("keys", keys);
        self.error("missing-key", &span, message, None);
    }

    /// Reports an unknown name of a kind (`move`, `chime`, `bed`, `pattern`), with the nearest known one.
    fn unknown<'n>(
        &mut self,
        kind: &'static str,
        name: &Given<String>,
        known: impl IntoIterator<Item = &'n str> + Clone,
    ) {
        let message = Message::new("unknown-name").with("kind", kind);
        let message = message.with("name", quote(&name.value));
        let help = nearest_or_all(&name.value, known);
        self.error("unknown-name", &name.span, message, help);
    }

    /// Runs a check on the inside of a value; what a move brought is reported where it is named.
    fn inside<T, R>(
        &mut self,
        field: &Field<T>,
        check: impl FnOnce(&mut Self, &Given<T>) -> R,
    ) -> Option<R> {
        let given = field.given()?;
        let place = given.from_move.then(|| given.span.clone());
        let before = self.found.report_at(place);
        let result = check(self, given);
        self.found.report_at(before);
        Some(result)
    }
}

/// How a message names a part of a file.
fn part(part: &'static str) -> Message {
    Message::new("file-part").with("part", part)
}
