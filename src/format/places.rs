//! Where the parts of a file stand, for `review`, which has its remarks there.
//!
//! The model itself does not know: two files that say the same are the same session.

use super::draft::{Field, MoveDraft, SessionDraft, StepDraft};
use crate::problem::Span;

/// The places of a file's parts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// The keys before the first step.
    pub(crate) head: HeadPlaces,
    /// The steps, in the order they are written.
    pub(crate) steps: Vec<StepPlaces>,
    /// The groups, in the order they begin.
    pub(crate) groups: Vec<StepPlaces>,
}

/// Where the keys of the head stand.
#[derive(Clone, Debug, Default)]
pub(crate) struct HeadPlaces {
    keys: Vec<(&'static str, Span)>,
    entries: Vec<(&'static str, usize, Span)>,
}

/// Where a step or group stands, and its keys. What a move brought stands where the move is named.
#[derive(Clone, Debug)]
pub(crate) struct StepPlaces {
    whole: Span,
    keys: Vec<(&'static str, Span)>,
    lines: Vec<Span>,
}

impl HeadPlaces {
    pub(crate) fn of_session(draft: &SessionDraft) -> Self {
        let mut places = Self::default();
        places.key("title", &draft.title);
        places.key("summary", &draft.summary);
        places.key("lead-in", &draft.lead_in);
        places.key("chimes", &draft.chimes);
        places.key("steps", &draft.steps);
        places.key("settings", &draft.settings);
        places.list("tools", &draft.tools);
        places.list("cautions", &draft.cautions);
        places.list("sources", &draft.sources);
        places
    }

    pub(crate) fn of_move(draft: &MoveDraft) -> Self {
        let mut places = Self::default();
        places.list("sources", &draft.sources);
        places
    }

    fn key<T>(&mut self, key: &'static str, field: &Field<T>) {
        let span = field.given().map(|given| (key, given.span.clone()));
        self.keys.extend(span);
    }

    fn list<T>(&mut self, key: &'static str, field: &Field<Vec<Field<T>>>) {
        self.key(key, field);
        let entries = field.value().into_iter().flatten().enumerate();
        let given = entries.filter_map(|(at, entry)| Some((key, at, entry.given()?.span.clone())));
        self.entries.extend(given);
    }

    /// Where a key's value stands; the start of the file where it is not there.
    pub(crate) fn of(&self, key: &str) -> Span {
        found(&self.keys, key).unwrap_or(0..0)
    }

    /// Where one entry of a list stands.
    pub(crate) fn entry(&self, key: &str, at: usize) -> Span {
        let mut entries = self.entries.iter();
        let entry = entries.find(|(known, index, _)| *known == key && *index == at);
        entry.map_or_else(|| self.of(key), |(_, _, span)| span.clone())
    }
}

impl StepPlaces {
    pub(crate) fn of(draft: &StepDraft, whole: &Span) -> Self {
        let lines = draft.lines.given().map_or_else(Vec::new, |given| {
            let lines = given.value.iter().filter_map(Field::given);
            let spans = lines.map(|line| if given.from_move { &given.span } else { &line.span });
            spans.cloned().collect()
        });
        Self { whole: whole.clone(), keys: draft.places(), lines }
    }

    /// Where the first of these keys stands that is there; else the heading of the step.
    pub(crate) fn key(&self, keys: &[&str]) -> Span {
        let mut spans = keys.iter().filter_map(|key| found(&self.keys, key));
        spans.next().unwrap_or_else(|| self.whole.clone())
    }

    /// Where one of its lines stands.
    pub(crate) fn line(&self, at: usize) -> Span {
        self.lines.get(at).unwrap_or(&self.whole).clone()
    }
}

fn found(keys: &[(&'static str, Span)], key: &str) -> Option<Span> {
    let mut keys = keys.iter();
    keys.find(|(known, _)| *known == key).map(|(_, span)| span.clone())
}
