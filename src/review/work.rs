//! What the rules look at: the session, its steps as they are written, and how it plays at each length.

use crate::body::Side;
use crate::session::millis_to_text;
use crate::session::{
    Block, Chimes, Finding, Findings, Group, Move, Places, Session, Setting, Sides, Step,
    StepPlaces,
};
use crate::timeline::{Pace, Timeline, bounds, fit};

/// Into how many parts the lengths between the shortest and the longest are parted.
const BETWEEN: u64 = 6;

/// A session under review.
pub(super) struct Work<'s, 'f> {
    pub(super) session: &'s Session,
    pub(super) places: &'s Places,
    /// The steps as they are written, in order.
    pub(super) steps: Vec<&'s Step>,
    /// The groups, in the order they begin.
    pub(super) groups: Vec<&'s Group>,
    pub(super) pace: Pace,
    /// The session at its shortest, as it is written, at its longest, and at lengths in between;
    /// the longest comes last.
    pub(super) fits: Vec<Fit>,
    found: &'f mut Findings,
}

/// The session laid out at one length.
pub(super) struct Fit {
    /// How a message names the length.
    pub(super) name: String,
    pub(super) timeline: Timeline,
}

impl<'s, 'f> Work<'s, 'f> {
    pub(super) fn new(session: &'s Session, places: &'s Places, found: &'f mut Findings) -> Self {
        let (mut steps, mut groups) = (Vec::new(), Vec::new());
        collect(&session.blocks, &mut steps, &mut groups);
        let pace = Pace::of(session);
        Self { session, places, steps, groups, pace, fits: fits(session), found }
    }

    pub(super) fn add(&mut self, finding: Finding) {
        self.found.add(finding);
    }

    /// Where a step and its keys stand.
    pub(super) fn place(&self, step: usize) -> &'s StepPlaces {
        &self.places.steps[step]
    }

    pub(super) fn is_for_bed(&self) -> bool {
        self.session.settings.contains(&Setting::Bed)
    }

    /// The rules that look for words know English only.
    pub(super) fn speaks_english(&self) -> bool {
        self.session.language.split('-').next() == Some("en")
    }

    /// The session at its longest, for what must not become too much.
    pub(super) fn longest(&self) -> &Timeline {
        &self.fits[self.fits.len() - 1].timeline
    }

    /// The session as it is written, beginning on a side.
    pub(super) fn written(&self, first_side: Side) -> Timeline {
        Timeline::new(self.session, first_side)
    }
}

fn collect<'s>(blocks: &'s [Block], steps: &mut Vec<&'s Step>, groups: &mut Vec<&'s Group>) {
    for block in blocks {
        match block {
            Block::Step(step) => steps.push(step),
            Block::Group(group) => {
                groups.push(group);
                collect(&group.blocks, steps, groups);
            }
        }
    }
}

/// Words that keep to the start of a step pass words that keep to its end somewhere between the
/// shortest and the longest, so a few lengths in between are looked at as well.
fn fits(session: &Session) -> Vec<Fit> {
    let side = Side::Left;
    let (shortest, longest) = bounds(session);
    let written = Timeline::new(session, side);
    let millis = written.millis();
    let mut lengths = vec![("at its shortest".to_owned(), shortest)];
    lengths.extend((1..BETWEEN).map(|part| {
        let millis = (shortest + (longest - shortest) * part / BETWEEN) / 1_000 * 1_000;
        (format!("at {}", millis_to_text(millis)), millis)
    }));
    lengths.push(("at its longest".to_owned(), longest));
    lengths.retain(|(_, length)| *length != millis);
    let fitted = lengths.into_iter().filter_map(|(name, millis)| {
        let fitted = fit(session, millis).ok()?;
        Some(Fit { name, timeline: Timeline::with_lengths(session, side, &fitted) })
    });
    let mut fits: Vec<Fit> = fitted.collect();
    let name = "as it is written".to_owned();
    let longer = fits.iter().position(|fit| fit.timeline.millis() > millis);
    fits.insert(longer.unwrap_or(fits.len()), Fit { name, timeline: written });
    fits
}

/// A session of nothing but a move's step, on one side where the move speaks of one.
pub(super) fn session_around(a_move: &Move, step: Step) -> Session {
    let side = step.side.or_else(|| has_side(&step).then_some(Sides::One(Side::Left)));
    Session {
        title: a_move.title.clone(),
        summary: String::new(),
        language: "en".to_owned(),
        author: None,
        licence: None,
        sources: a_move.sources.clone(),
        settings: vec![Setting::Desk, Setting::Home],
        position: a_move.position,
        goals: Vec::new(),
        tools: Vec::new(),
        cautions: Vec::new(),
        bed: None,
        lead_in: 0,
        chimes: Chimes { start: None, next: None, switch: None, halfway: None, end: None },
        blocks: vec![Block::Step(Box::new(Step { side, ..step }))],
    }
}

fn has_side(step: &Step) -> bool {
    let lines = step.lines.iter().flat_map(|line| [&line.show, &line.say]);
    let words = [&step.text, &step.say].into_iter().chain(lines).flatten();
    words.chain([&step.title]).any(|words| words.to_lowercase().contains("side}"))
}
