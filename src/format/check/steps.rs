//! One step: what all kinds share.

use super::Checker;
use super::groups::{Around, sides};
use super::lengths::PatternState;
use super::touch;
use super::wording::Known;
use crate::format::draft::{Field, Kind, StepDraft};
use crate::format::places::StepPlaces;
use crate::problem::Span;
use crate::session::limits;
use crate::session::{Flex, Length, Sides, Step, StepKind};
use crate::words::{self, Message};

impl Checker<'_> {
    pub(super) fn step(
        &mut self,
        kind: Kind,
        draft: &StepDraft,
        span: &Span,
        around: Around,
    ) -> Option<Step> {
        self.is_whole(kind, draft, span);
        if let Some(places) = &mut self.places {
            places.steps.push(StepPlaces::of(draft, span));
        }
        let known = Known {
            side: around.has_side || !draft.side.is_missing() || self.allows_gaps,
            group: around.depth > 0,
            breaths: !draft.pattern.is_missing() || self.allows_gaps,
        };
        let words = self.step_words(draft, known);
        let pattern = self.pattern_of(draft);
        let state = PatternState::of(pattern.as_ref(), !draft.pattern.is_missing());
        let written_length = self.length(draft, state);
        let details = self.details(kind, draft);
        let length = details.as_ref().and_then(tensed).or(written_length);
        let millis =
            length.map(|length| length.millis(pattern.as_ref())).filter(|millis| *millis > 0);
        let flex = self.flex(draft, millis, state);
        if kind == Kind::Pack {
            self.pack_time(draft, millis, flex);
        }
        let side = self.step_side(draft, around);
        let switch = self.switch(draft, around);
        let between_rounds = self.is_between_rounds(draft, around);
        let words_first = kind == Kind::Tense || is_true(&draft.words_first);
        let opening = words.say.as_deref().or(words.text.as_deref()).filter(|_| !words_first);
        // What is said before a step's time begins takes none of it.
        let follows = words_first || matches!(length, Some(Length::Breaths(_)));
        let lines = self.lines(draft, millis, known, opening.filter(|_| !follows));
        let shortest = flex.map(|flex| flex.min).or(millis);
        let counted = self.counted(draft, (millis, shortest), (opening, words_first));
        let step = Step {
            title: words.title.unwrap_or_default(),
            say: words.say.or_else(|| words.text.clone()),
            text: words.text,
            second_side: words.second_side,
            later_rounds: words.later_rounds,
            easier: words.easier,
            stop_if: words.stop_if,
            involves: self.any_of("involves", &draft.involves),
            kind: details?,
            length: length.unwrap_or(Length::Millis(0)),
            flex,
            side,
            switch,
            words_first,
            between_rounds,
            lines,
            count: counted.count,
            countdown: counted.countdown,
            silence: counted.silence,
            chimes: self.chimes(draft, millis),
            figure: self.inside(&draft.figure, Self::figure).flatten().map(Box::new),
            beds: self.beds(draft, millis),
            wait: is_true(&draft.wait),
            pattern,
        };
        length.map(|_| step)
    }

    /// Whether it is played between rounds alone; in no group there are none.
    fn is_between_rounds(&mut self, draft: &StepDraft, around: Around) -> bool {
        let between = draft.between_rounds.given().filter(|it| it.value);
        if let Some(between) = between.filter(|_| around.depth == 0 && !self.is_move) {
            self.not_between(&between.span);
        }
        between.is_some()
    }

    fn is_whole(&mut self, kind: Kind, draft: &StepDraft, span: &Span) {
        let mut missing: Vec<&str> = draft.missing(kind).collect();
        let has_length = !draft.length.is_missing() || !draft.breaths.is_missing();
        if kind != Kind::Tense && !has_length {
            missing.push("length");
        }
        if kind == Kind::Pack && draft.region.is_missing() && draft.joint.is_missing() {
            missing.push("region");
        }
        self.missing(kind.phrase(), &missing, span.clone());
    }

    fn step_side(&mut self, draft: &StepDraft, around: Around) -> Option<Sides> {
        let given = draft.side.given()?;
        if around.has_side {
            let (message, help) = (
                Message::new("step-in-group-with-side"),
                Message::new("step-in-group-with-side-help"),
            );
            self.error("bad-side", &given.span, message, Some(help));
        }
        let region = draft.region.value();
        let muscles = draft.muscles.value();
        let one_place = region
            .filter(|region| !region.has_sides())
            .map(|region| words::place(*region, None))
            .or_else(|| {
                let muscles = muscles.filter(|muscles| !touch::has_sides(**muscles));
                muscles.map(|muscles| words::muscles(*muscles, None))
            });
        if let Some(name) = one_place {
            let message = Message::new("no-sides").with("place", name);
            self.error("bad-side", &given.span, message, Some(Message::new("no-sides-help")));
        }
        Some(sides(given.value))
    }

    fn pack_time(&mut self, draft: &StepDraft, millis: Option<u64>, flex: Option<Flex>) {
        let message = Message::new("pack-too-long");
        let length_span = draft.length.given().map(|given| given.span.clone());
        let breaths_span = draft.breaths.given().map(|given| given.span.clone());
        if let (Some(millis), Some(span)) = (millis, length_span.or(breaths_span))
            && millis > limits::PACK_MILLIS
        {
            self.error("out-of-range", &span, message, None);
        } else if let (Some(flex), Some(max)) = (flex, draft.max.given())
            && flex.max > limits::PACK_MILLIS
        {
            let span = max.span.clone();
            self.error("out-of-range", &span, message, None);
        }
    }
}

/// How long a step lasts that tenses and lets go.
fn tensed(kind: &StepKind) -> Option<Length> {
    match kind {
        StepKind::Tense(tense) => {
            Some(Length::Millis(u64::from(tense.times) * (tense.tense + tense.release)))
        }
        _ => None,
    }
}

/// Whether a file says that something is so.
fn is_true(field: &Field<bool>) -> bool {
    field.value().copied().unwrap_or(false)
}
